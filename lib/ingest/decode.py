"""Cells to codes: each distinct cell of a column is read once, by the kind of its item."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

import numpy as np
from rapidfuzz import fuzz, process

from lib.survey import scales
from lib.survey.catalogue import Item
from lib.survey.dataset import GRADES
from lib.survey.own_options import OTHERS, option_words
from lib.survey.scales import BLANK, DONT_KNOW, FIRST_VALID, UNREADABLE, Point
from lib.survey.words import normalise

_GRADE = re.compile(r"^\s*([0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:/\s*10\s*)?(?:$|[-–:(=]\s*\D.*$)")
_NUMBER = re.compile(r"^\s*-?[0-9]+(?:[.,][0-9]+)?\s*$")
_LEADING_CODE = re.compile(r"^\s*\(?\d{1,2}\)?\s*[-–:.=)]*\s*(?=\D)")
_NAMELY = re.compile(r" (?:namelijk|nl|te weten)\b")
# "Ja, namelijk meer stoelen" and "Nee, het was prima": the first word is the answer.
FIRST_WORD_AND_MORE = re.compile(
    r"^\s*(?P<word>ja|yes|nee|no)(?P<more>(?:\s*[,:;.(–-]|\s+(?:namelijk|nl)\b).*)$", re.IGNORECASE | re.DOTALL
)
_AND_NAMELY = re.compile(r"[\s,:;.(–-]+(?:namelijk|nl|te weten)\b.*$", re.IGNORECASE | re.DOTALL)
_OTHERS_AND_MORE = re.compile(r"^\s*(anders|overig)\s*[:,(–-].*$", re.IGNORECASE | re.DOTALL)
# An answer may be cut off or have a typing error; below this it is called unreadable.
_NEAR_ENOUGH = 92
_CODE_UNKNOWN = -1  # a bare number on a scale of words: its direction is not known


@dataclass(frozen=True, eq=False)
class Decoded:
    """The distinct cells of a column, read. `codes` per cell; `values` the grades behind the codes.
    `bare_codes`: cells that are numbers without words, on a scale where that leaves the direction open."""

    codes: np.ndarray
    values: tuple[Fraction, ...] = ()
    bare_codes: int = 0


def decode(item: Item, cells: Sequence[object]) -> Decoded:
    """Read the distinct, non-empty cells of a column as answers to `item`."""
    if item.kind == "grade":
        return _grades(cells)
    if item.kind in ("agree", "effort"):
        return _scale(item, cells)
    if item.kind == "choice" and item.own:
        return Decoded(_own_options(item.points, cells))
    if item.kind == "choice":
        return Decoded(_each(cells, lambda cell: _option(item.points, cell)))
    if item.kind == "yes_no":
        return Decoded(_each(cells, lambda cell: _yes_no(item, cell)))
    raise ValueError(f"{item.kind} is not read as codes")


def _each(cells: Sequence[object], read: Callable[[object], int]) -> np.ndarray:
    return np.array([read(cell) for cell in cells], dtype=np.int16)


def _grades(cells: Sequence[object]) -> Decoded:
    read = [_grade(cell) for cell in cells]
    values = tuple(sorted(set(GRADES) | {grade for grade in read if isinstance(grade, Fraction)}))
    place = {value: FIRST_VALID + i for i, value in enumerate(values)}
    codes = [place[grade] if isinstance(grade, Fraction) else grade for grade in read]
    return Decoded(np.array(codes, dtype=np.int16), values)


def _grade(cell: object) -> Fraction | int:
    """The grade 1-10 in a cell, or the code of why it is none."""
    number = number_of(cell)
    if number is None and isinstance(cell, str) and (match := _GRADE.match(cell)):
        number = number_of(match[1])
    if number is not None:
        if 1 <= number <= 10:
            return Fraction(number)
        if number in scales.MISSING_CODES:
            return BLANK
        return DONT_KNOW if number == scales.GRADE_DONT_KNOW else UNREADABLE
    outside = scales.outside_code(normalise(cell))
    return UNREADABLE if outside is None else outside


def number_of(cell: object) -> Decimal | None:
    """The number that a cell is, exactly as written; decimal comma or point. None for other cells."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        number = Decimal(repr(cell))
        return number if number.is_finite() else None
    if isinstance(cell, str) and _NUMBER.match(cell):
        try:
            return Decimal(cell.strip().replace(",", "."))
        except InvalidOperation:
            return None
    return None


def _scale(item: Item, cells: Sequence[object]) -> Decoded:
    words = _point_words(item.points)
    codes = np.array([_scale_point(words, cell) for cell in cells], dtype=np.int16)
    bare = int((codes == _CODE_UNKNOWN).sum())
    return Decoded(np.where(codes == _CODE_UNKNOWN, UNREADABLE, codes), bare_codes=bare)


def _scale_point(words: dict[str, int], cell: object) -> int:
    number = number_of(cell)
    if number is not None:
        return BLANK if number in scales.MISSING_CODES else _CODE_UNKNOWN
    text = normalise(_LEADING_CODE.sub("", cell) if isinstance(cell, str) else cell)
    if text in words:
        return words[text]
    outside = scales.outside_code(text)
    return _nearest(words, text) if outside is None else outside


def _option(points: Sequence[Point], cell: object) -> int:
    """A choice: its own options come first, since "weet ik niet" may be one of them."""
    words = _point_words(points)
    text = normalise(cell)
    if text in words:
        return words[text]
    number = number_of(cell)
    if number is not None:
        return BLANK if number in scales.MISSING_CODES else UNREADABLE
    outside = scales.outside_code(text)
    if outside is not None:
        return outside
    # "Andere reden, namelijk de printer was stuk": what comes after it is the respondent's own.
    before = _NAMELY.split(text, maxsplit=1)[0]
    return words[before] if before in words else _nearest(words, text)


def option_of(cell: object) -> tuple[str, str]:
    """The words by which a cell is known as an option of an own question, and the option as it is
    written there. What comes after "namelijk" is the respondent's own."""
    number = number_of(cell)
    text = str(int(number)) if number is not None and number == int(number) else " ".join(str(cell).split())
    more = _OTHERS_AND_MORE.match(text)
    option = more[1] if more is not None else _AND_NAMELY.sub("", text) or text
    return option_words(option), option


def _own_options(points: Sequence[Point], cells: Sequence[object]) -> np.ndarray:
    """An own choice: what is no point of its own is another one, where there is such a point."""
    places = {word: FIRST_VALID + place for place, point in enumerate(points) for word in point.wordings}

    def code(cell: object) -> int:
        if number_of(cell) in scales.MISSING_CODES:
            return BLANK
        outside = scales.outside_code(normalise(cell))
        return places.get(option_of(cell)[0], places.get(OTHERS, UNREADABLE)) if outside is None else outside

    return _each(cells, code)


def _yes_no(item: Item, cell: object) -> int:
    number = number_of(cell)
    text = normalise(str(int(number)) if number is not None and number == int(number) else cell)
    if isinstance(cell, bool):
        text = "ja" if cell else "nee"
    more = FIRST_WORD_AND_MORE.match(cell) if isinstance(cell, str) and item.part_of is None else None
    if more is not None:
        text = normalise(more["word"])
    if text in scales.NO_WORDS:
        return FIRST_VALID
    if text in scales.YES_WORDS:
        return FIRST_VALID + 1
    if number is not None:
        return BLANK if number in scales.MISSING_CODES else UNREADABLE
    # A column of its own for an option often repeats the option's text instead of "ja".
    if item.part_of is not None and text in {normalise(w) for w in (item.label, *item.wordings)}:
        return FIRST_VALID + 1
    outside = scales.outside_code(text)
    return UNREADABLE if outside is None else outside


def _point_words(points: Sequence[Point]) -> dict[str, int]:
    return {word: FIRST_VALID + place for place, point in enumerate(points) for word in point.words()}


def _nearest(words: dict[str, int], text: str) -> int:
    """A wording that is nearly the same, unless it is as near to another point."""
    near = process.extract(text, words.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH, limit=3)
    points = {words[word] for word, _, _ in near}
    return points.pop() if len(points) == 1 else UNREADABLE
