"""What a user says that a number of a draft is, where it was taken for something else.

A number is known again by its line, in the next version of the draft too: by the words of the line, which of its numbers it
is, and which of the lines with these words. A line without words counts with those above it, up to the first that has some.
Of a line only digests are kept: a draft may print what respondents wrote.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, get_args

from lib.ingest.published.drafts.draft import Draft
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber, Unit
from lib.survey.catalogue import ALL_CHANNELS, find
from lib.survey.words import normalise

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DIGEST = re.compile(r"[0-9a-f]{32}")
_COLUMN = re.compile(r"own|benchmark|n|difference|share:[a-z0-9_]{1,40}")
_ABOVE = 8  # lines that are looked at for words
_MOST, _LONGEST, _LARGEST = 2_000, 300, 100_000
Lines = Mapping[tuple[int, int], str]


@dataclass(frozen=True)
class Spot:
    """Where a number stands, for a draft to come. `words`, `exact`: digests of its line without and with its digits;
    `order`: which number of the line; `occurrence`: which of the `total` lines with these words, from 0."""

    words: str
    exact: str
    order: int
    occurrence: int
    total: int


@dataclass(frozen=True)
class Correction:
    """What the number at a spot is: a figure, or none (`claim` is None). `unit`: what it is printed in."""

    spot: Spot
    claim: Claim | None
    unit: Unit = ""


def spots_of(draft: Draft, numbers: Sequence[PrintedNumber]) -> list[Spot]:
    """The spot of each number, in the same order."""
    lines = _lines(draft)
    places = {at: place for place, at in enumerate(lines)}
    texts = list(lines.values())
    keys = []
    for number in numbers:
        at = places.get((number.place.page, number.place.line), 0)
        above = "\n".join(_up_to_words(number.place.text, texts[max(0, at - _ABOVE) : at]))
        keys.append((_digest(_NUMBER.sub(" getal ", above)), _digest(above), number.place.order))
    seen: dict[tuple[str, int], int] = {}
    found = []
    for words, exact, order in keys:
        occurrence = seen.get((words, order), 0)
        seen[words, order] = occurrence + 1
        found.append(Spot(words, exact, order, occurrence, 0))
    return [replace(spot, total=seen[spot.words, spot.order]) for spot in found]


def _lines(draft: Draft) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], list[str]] = {}
    for word in draft.words:
        found.setdefault((word.page, word.line), []).append(word.text)
    return {at: " ".join(words) for at, words in sorted(found.items())}


def _up_to_words(text: str, above: Sequence[str]) -> list[str]:
    """A line, after those above it up to the first with words where it has none itself."""
    lines = [text]
    for line in reversed(above):
        if any(sign.isalpha() for sign in lines[0]):
            break
        lines.insert(0, line)
    return lines


def _digest(text: str) -> str:
    return blake2b(normalise(text).encode("utf-8", "replace"), digest_size=16).hexdigest()


def applied(
    draft: Draft, numbers: Sequence[PrintedNumber], corrections: Sequence[Correction]
) -> tuple[list[PrintedNumber], int]:
    """The numbers as the user said they are, and how many corrections found no number in this draft. Of several for one
    number the last counts. One that could be of several lines is of none."""
    made = list(numbers)
    if not corrections:
        return made, 0
    spots, lost = spots_of(draft, numbers), 0
    for correction in corrections:
        place = _place(spots, correction.spot)
        if place is None:
            lost += 1
        elif not numbers[place].printed or (correction.claim is not None and numbers[place].value is None):
            lost += 1  # a picture is no figure, nor is what can't be read as a number
        else:
            made[place] = _corrected(numbers[place], correction)
    return made, lost


def _place(spots: Sequence[Spot], wanted: Spot) -> int | None:
    near = [at for at, spot in enumerate(spots) if (spot.words, spot.order) == (wanted.words, wanted.order)]
    same = [at for at in near if spots[at].exact == wanted.exact]
    if len(near) == wanted.total:
        return near[wanted.occurrence] if wanted.occurrence < len(near) else None
    return same[0] if len(same) == 1 else near[0] if len(near) == 1 else None


def _corrected(number: PrintedNumber, said: Correction) -> PrintedNumber:
    plain = replace(number, claim=None, not_figure=None, unread=None, is_corrected=True)
    if said.claim is None:
        return replace(plain, not_figure="said")
    return replace(plain, claim=replace(said.claim, n=None), unit=said.unit)


def as_rows(corrections: Iterable[Correction]) -> list[dict[str, Any]]:
    """As they stand in saved work."""
    return [
        {
            "words": one.spot.words,
            "exact": one.spot.exact,
            "order": one.spot.order,
            "occurrence": one.spot.occurrence,
            "total": one.spot.total,
            "figure": None
            if one.claim is None
            else {
                "channel": one.claim.channel,
                "item": one.claim.item,
                "column": one.claim.column,
                "year": one.claim.year,
                "unit": one.unit,
            },
        }
        for one in corrections
    ]


def from_rows(rows: object) -> tuple[Correction, ...]:
    """Of rows in saved work what is sound; anyone can have written them."""
    found = []
    for row in rows[:_MOST] if isinstance(rows, list) else []:
        if not isinstance(row, dict):
            continue
        spot, figure = _spot(row), row.get("figure")
        said = None if spot is None or figure is None else _figure(figure)
        if spot is not None and (figure is None or said is not None):
            claim, unit = said or (None, "")
            found.append(Correction(spot, claim, unit))
    return tuple(found)


def _spot(row: Mapping[str, Any]) -> Spot | None:
    texts = [row.get(name) for name in ("words", "exact")]
    counts = [row.get(name) for name in ("order", "occurrence", "total")]
    if not all(isinstance(text, str) and _DIGEST.fullmatch(text) for text in texts):
        return None
    if not all(type(count) is int and 0 <= count < _LARGEST for count in counts):
        return None
    return Spot(*texts, *counts)  # type: ignore[arg-type]


def _figure(given: object) -> tuple[Claim, Unit] | None:
    if not isinstance(given, dict):
        return None
    channel, item, column = (given.get(name) for name in ("channel", "item", "column"))
    year = given.get("year")
    unit: Unit | None = next((each for each in get_args(Unit) if each == given.get("unit")), None)
    if not (isinstance(item, str) and isinstance(column, str) and is_item(item) and _COLUMN.fullmatch(column)):
        return None
    if channel not in ALL_CHANNELS or unit is None:
        return None
    if year is not None and not (type(year) is int and 1900 < year < 2200):
        return None
    return Claim(str(channel), item, column, year), unit


def is_item(item: str) -> bool:
    """Whether it is spelled as an item of a check: a question or one of its options, a count, or a product."""
    if item.startswith("product:"):
        return len("product:") < len(item) <= _LONGEST
    question, _, option = item.partition(":")
    if question in ("responses", "reviews", "tips"):
        return not option
    known = find(question)
    if known is None:
        return False
    return not option or option == "rest" or any(point.key == option for point in known.points)
