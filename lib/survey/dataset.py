"""The typed, immutable Survey: per channel the answers of its respondents, as small integers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.survey import catalogue
from lib.survey.catalogue import Item, Kind
from lib.survey.custom_options import OTHERS, is_rare, join_points, most_used
from lib.survey.problems import Problem
from lib.survey.scales import BLANK, FIRST_VALID, YES, YES_NO
from lib.survey.words import normalise

NO_DAY = np.iinfo(np.int32).min
NO_PRODUCT = -1
GRADES = tuple(Fraction(grade) for grade in range(1, 11))

Rule = Literal["custom_question", "mean_of_parts", "share_of_answer"]


@dataclass(frozen=True)
class Source:
    """Where the answers of an item came from: file, sheet (None in a CSV file) and column header."""

    file: str
    sheet: str | None
    column: str


@dataclass(frozen=True)
class Parts:
    """What an item is made of: the keys of its parts that are answered, and how many parts it has."""

    found: tuple[str, ...]
    of: int

    @property
    def are_all(self) -> bool:
        return len(self.found) == self.of

    @property
    def words(self) -> str:
        """ "uit 4 van de 6 onderdelen"."""
        return f"uit {len(self.found)} van de {self.of} onderdelen"


@dataclass(frozen=True, eq=False)
class Answers:
    """The answers of all respondents of a channel to one item.

    `codes` (int16, one per respondent): below `FIRST_VALID` the answer is outside the base (see
    `lib.survey.scales`), from there on it is the place of a point. `values` gives the exact grade
    of each point (graded items only, else empty). `rule` says whether the item was asked or made
    of its parts, and `parts` then of which; its label tells where some are missing.
    """

    item: Item
    codes: NDArray[np.int16]
    values: tuple[Fraction, ...] = ()
    sources: tuple[Source, ...] = ()
    rule: Rule = "custom_question"
    parts: Parts | None = None

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
    `respondents` (uint64, [respondents, columns of ids]): a keyed hash of each id, 0 where there is none; None
    where the file has no ids. It only serves to see the same respondent in two files. `row_marks` (uint64): by what the
    row of each respondent who wrote something is known again, 0 for the others; None where nobody wrote anything.
    """

    channel: str
    days: NDArray[np.int32]
    product_codes: NDArray[np.int32]
    products: tuple[str, ...]
    answers: Mapping[str, Answers]
    texts: Mapping[str, NDArray[np.object_]]
    respondents: NDArray[np.uint64] | None = None
    row_marks: NDArray[np.uint64] | None = None

    def __len__(self) -> int:
        return len(self.days)


@dataclass(frozen=True, eq=False)
class Survey:
    """Everything that was read, per channel, in the order balie, telefoon, digitaal, overig. `problems`: what
    shows only when files are put together."""

    channels: Mapping[str, ChannelAnswers]
    problems: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        """Respondents over all channels."""
        return sum(len(channel) for channel in self.channels.values())


def combine(parts: Iterable[ChannelAnswers]) -> Survey:
    """One survey of the parts that files and sheets gave; the order of parts changes no figure.

    Products that differ only in case, accents or punctuation become one, under the spelling that
    most respondents have, and so do the options of questions outside the catalogue, of which those
    that hardly anyone chose become "Anders". An item that a part doesn't ask is blank for its respondents.
    """
    by_channel: dict[str, list[ChannelAnswers]] = {}
    for part in parts:
        by_channel.setdefault(part.channel, []).append(part)
    return Survey(
        MappingProxyType(
            {channel: _join(by_channel[channel]) for channel in catalogue.ALL_CHANNELS if channel in by_channel}
        )
    )


def _join(parts: Sequence[ChannelAnswers]) -> ChannelAnswers:
    parts = _with_one_kind_per_key(parts)
    products, product_codes = _join_products(parts)
    custom_order = {
        key: place for place, key in enumerate(dict.fromkeys(key for part in parts for key in part.answers))
    }
    keys = sorted(custom_order, key=lambda key: (catalogue.order_of(key), custom_order[key]))
    text_keys = dict.fromkeys(key for part in parts for key in part.texts)
    return ChannelAnswers(
        channel=parts[0].channel,
        days=np.concatenate([part.days for part in parts]),
        product_codes=product_codes,
        products=products,
        answers=MappingProxyType(_with_own_sets({key: _join_answers(key, parts) for key in keys})),
        texts=MappingProxyType({key: np.concatenate([_texts(part, key) for part in parts]) for key in text_keys}),
        row_marks=_join_row_marks(parts),
    )


def _join_row_marks(parts: Sequence[ChannelAnswers]) -> NDArray[np.uint64] | None:
    if all(part.row_marks is None for part in parts):
        return None
    return np.concatenate(
        [np.zeros(len(part), dtype=np.uint64) if part.row_marks is None else part.row_marks for part in parts]
    )


def _with_one_kind_per_key(parts: Sequence[ChannelAnswers]) -> Sequence[ChannelAnswers]:
    """The parts, where an own question that files answer in different ways is a question per way. The
    way of most answers keeps the key."""
    counts: dict[str, dict[Kind, int]] = {}
    for part in parts:
        for key, found in part.answers.items():
            if found.item.custom:
                kinds = counts.setdefault(key, {})
                kinds[found.item.kind] = kinds.get(found.item.kind, 0) + int((found.codes >= FIRST_VALID).sum())
    # Of equally many the alphabet decides, never the order of files.
    first = {key: min(kinds, key=lambda kind: (-kinds[kind], kind)) for key, kinds in counts.items()}
    if all(len(kinds) == 1 for kinds in counts.values()):
        return parts
    renamed = []
    for part in parts:
        other = {
            key: f"{key}_{found.item.kind}"
            for key, found in part.answers.items()
            if found.item.custom and found.item.kind != first[key]
        }
        answers = {
            other.get(key, key): replace(found, item=replace(found.item, key=other.get(key, key)))
            for key, found in part.answers.items()
        }
        texts = {other.get(key, key): found for key, found in part.texts.items()}
        renamed.append(replace(part, answers=answers, texts=texts))
    return renamed


def _with_own_sets(answers: dict[str, Answers]) -> dict[str, Answers]:
    """The answers, in which the options of each own question with several answers have one base and
    those that hardly anyone chose are one option. An option that a file doesn't hold was not chosen there."""
    sets: dict[str, dict[str, Answers]] = {}
    for key, found in answers.items():
        if found.item.custom and found.item.part_of is not None:
            sets.setdefault(found.item.part_of, {})[key] = found
    for whole, options in sets.items():
        asked = np.logical_or.reduce([found.codes >= FIRST_VALID for found in options.values()])
        others, rare = f"{whole}_{OTHERS}", []
        for key, found in options.items():
            codes = np.where(asked & (found.codes < FIRST_VALID), np.int16(FIRST_VALID), found.codes)
            answers[key] = options[key] = replace(found, codes=codes)
            if key != others and is_rare(found.item.label, int((codes == YES).sum())):
                rare.append(key)
        folded = [options[key] for key in rare]
        for key in rare:
            del answers[key]
        if any((found.codes == YES).any() for found in folded):
            together = [*folded, *([answers[others]] if others in answers else [])]
            item = replace(folded[0].item, key=others, label="Anders", wordings=(), points=YES_NO)
            item = answers[others].item if others in answers else item
            # Yes stands above no, and no above what was not answered.
            codes = np.maximum.reduce([found.codes for found in together])
            sources = tuple(dict.fromkeys(source for found in together for source in found.sources))
            answers[others] = Answers(item, codes, (), sources)
    return answers


def _texts(part: ChannelAnswers, key: str) -> NDArray[np.object_]:
    found = part.texts.get(key)
    return np.full(len(part), None, dtype=object) if found is None else found


def _join_answers(key: str, parts: Sequence[ChannelAnswers]) -> Answers:
    found = [part.answers[key] for part in parts if key in part.answers]
    if found[0].item.custom and found[0].item.kind == "choice":
        parts, found = _with_joined_points(key, parts)
    values = tuple(sorted({value for answers in found for value in answers.values}))
    codes = np.concatenate(
        [
            _recode(part.answers[key], values) if key in part.answers else np.full(len(part), BLANK, dtype=np.int16)
            for part in parts
        ]
    )
    # Of files that have more and fewer parts of an item, the fewest are told.
    made = [(answers.parts, answers.item) for answers in found if answers.parts is not None]
    parts_and_item = min(made, key=lambda one: len(one[0].found), default=None)
    return replace(
        found[0],
        item=_joined_item(found) if parts_and_item is None else parts_and_item[1],
        codes=codes,
        values=values,
        sources=tuple(dict.fromkeys(source for answers in found for source in answers.sources)),
        rule="custom_question" if parts_and_item is None else "mean_of_parts",
        parts=None if parts_and_item is None else parts_and_item[0],
    )


def _joined_item(found: Sequence[Answers]) -> Item:
    """The item of answers from several files; of an own question under the label used most."""
    item = found[0].item
    if not item.custom:
        return item
    labels: dict[str, int] = {}
    for one in found:
        labels[one.item.label] = labels.get(one.item.label, 0) + int((one.codes >= FIRST_VALID).sum())
    wholes = [one.item.whole for one in found]
    return replace(item, label=most_used(labels), whole=min(wholes))


def _with_joined_points(
    key: str, parts: Sequence[ChannelAnswers]
) -> tuple[list[ChannelAnswers], list[Answers]]:  # fmt: skip
    """The parts with the same points for an own question with one answer, and its answers in them."""
    found = [part.answers[key] for part in parts if key in part.answers]
    counts = [np.bincount(one.codes, minlength=one.code_count)[FIRST_VALID:].tolist() for one in found]
    points, places = join_points((one.item.points, its) for one, its in zip(found, counts, strict=True))
    joined = []
    for one, place in zip(found, places, strict=True):
        table = np.array([*range(FIRST_VALID), *(FIRST_VALID + to for to in place)], dtype=np.int16)
        joined.append(replace(one, item=replace(one.item, points=points), codes=table[one.codes]))
    still = iter(joined)
    return [
        replace(part, answers={**part.answers, key: next(still)}) if key in part.answers else part for part in parts
    ], joined


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
