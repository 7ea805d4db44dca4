"""The typed, immutable Survey: per channel the answers of its respondents, as small integers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.survey import catalogue
from lib.survey.catalogue import Item
from lib.survey.problems import Problem
from lib.survey.scales import BLANK, FIRST_VALID
from lib.survey.words import normalise

NO_DAY = np.iinfo(np.int32).min
NO_PRODUCT = -1
GRADES = tuple(Fraction(grade) for grade in range(1, 11))

Rule = Literal["own_question", "mean_of_parts"]


@dataclass(frozen=True)
class Source:
    """Where the answers of an item came from: file, sheet (None in a CSV file) and column header."""

    file: str
    sheet: str | None
    column: str


@dataclass(frozen=True, eq=False)
class Answers:
    """The answers of all respondents of a channel to one item.

    `codes` (int16, one per respondent): below `FIRST_VALID` the answer is outside the base (see
    `lib.survey.scales`), from there on it is the place of a point. `values` gives the exact grade
    of each point (graded items only, else empty). `rule` says whether the item was asked or made
    of its parts.
    """

    item: Item
    codes: NDArray[np.int16]
    values: tuple[Fraction, ...] = ()
    sources: tuple[Source, ...] = ()
    rule: Rule = "own_question"

    @property
    def code_count(self) -> int:
        """How many codes there are, those outside the base included."""
        return FIRST_VALID + (len(self.values) or len(self.item.points))


@dataclass(frozen=True, eq=False)
class ChannelAnswers:
    """All respondents of one channel, each with at least one answer to a survey question.

    `days` (int32): days since 1970-01-01, `NO_DAY` where the date is unknown. `product_codes`
    (int32): place in `products`, `NO_PRODUCT` where it is unknown. `answers`: by item key.
    `texts`: by key of the open questions, object array of `str | None` (None where empty).
    `respondents` (uint64): a hash of the id of each, 0 for who has none; None where the file has no
    ids. It only serves to see the same respondent in two files.
    """

    channel: str
    days: NDArray[np.int32]
    product_codes: NDArray[np.int32]
    products: tuple[str, ...]
    answers: Mapping[str, Answers]
    texts: Mapping[str, NDArray[np.object_]]
    respondents: NDArray[np.uint64] | None = None

    def __len__(self) -> int:
        return len(self.days)


@dataclass(frozen=True, eq=False)
class Survey:
    """Everything that was read, per channel, in the order balie, telefoon, digitaal. `problems`: what
    shows only when files are put together."""

    channels: Mapping[str, ChannelAnswers]
    problems: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        """Respondents over all channels."""
        return sum(len(channel) for channel in self.channels.values())


def combine(parts: Iterable[ChannelAnswers]) -> Survey:
    """One survey of the parts that files and sheets gave; the order of parts changes no figure.

    Products that differ only in case, accents or punctuation become one, under the spelling that
    most respondents have. An item that a part doesn't ask is blank for its respondents.
    """
    by_channel: dict[str, list[ChannelAnswers]] = {}
    for part in parts:
        by_channel.setdefault(part.channel, []).append(part)
    return Survey(
        MappingProxyType(
            {channel: _join(by_channel[channel]) for channel in catalogue.CHANNELS if channel in by_channel}
        )
    )


def _join(parts: Sequence[ChannelAnswers]) -> ChannelAnswers:
    products, product_codes = _join_products(parts)
    own_order = {key: place for place, key in enumerate(dict.fromkeys(key for part in parts for key in part.answers))}
    keys = sorted(own_order, key=lambda key: (catalogue.order_of(key), own_order[key]))
    text_keys = dict.fromkeys(key for part in parts for key in part.texts)
    return ChannelAnswers(
        channel=parts[0].channel,
        days=np.concatenate([part.days for part in parts]),
        product_codes=product_codes,
        products=products,
        answers=MappingProxyType({key: _join_answers(key, parts) for key in keys}),
        texts=MappingProxyType({key: np.concatenate([_texts(part, key) for part in parts]) for key in text_keys}),
    )


def _texts(part: ChannelAnswers, key: str) -> NDArray[np.object_]:
    found = part.texts.get(key)
    return np.full(len(part), None, dtype=object) if found is None else found


def _join_answers(key: str, parts: Sequence[ChannelAnswers]) -> Answers:
    found = [part.answers[key] for part in parts if key in part.answers]
    values = tuple(sorted({value for answers in found for value in answers.values}))
    codes = np.concatenate(
        [
            _recode(part.answers[key], values) if key in part.answers else np.full(len(part), BLANK, dtype=np.int16)
            for part in parts
        ]
    )
    derived = any(answers.rule == "mean_of_parts" for answers in found)
    return replace(
        found[0],
        codes=codes,
        values=values,
        sources=tuple(dict.fromkeys(source for answers in found for source in answers.sources)),
        rule="mean_of_parts" if derived else "own_question",
    )


def _recode(answers: Answers, values: tuple[Fraction, ...]) -> NDArray[np.int16]:
    """The codes of `answers` for the longer list of grades that the parts have together."""
    if answers.values == values:
        return answers.codes
    place = {value: FIRST_VALID + i for i, value in enumerate(values)}
    table = np.array([*range(FIRST_VALID), *(place[value] for value in answers.values)], dtype=np.int16)
    return table[answers.codes]


def _join_products(parts: Sequence[ChannelAnswers]) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    """All products by name, and for every respondent the place in that list."""
    spellings: dict[str, dict[str, int]] = {}
    for part in parts:
        counts = np.bincount(part.product_codes[part.product_codes >= 0], minlength=len(part.products))
        for name, count in zip(part.products, counts.tolist(), strict=True):
            seen = spellings.setdefault(normalise(name) or name, {})
            seen[name] = seen.get(name, 0) + count
    # Most used spelling first; the alphabet decides a tie, so that file order never does.
    labels = {key: min(seen, key=lambda name: (-seen[name], name)) for key, seen in spellings.items()}
    products = tuple(sorted(labels.values(), key=lambda name: (normalise(name), name)))
    place = {key: products.index(label) for key, label in labels.items()}
    codes = [
        np.array([*(place[normalise(name) or name] for name in part.products), NO_PRODUCT], dtype=np.int32)[
            part.product_codes
        ]
        for part in parts
    ]
    return products, np.concatenate(codes)
