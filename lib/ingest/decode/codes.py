"""Cells to codes: each distinct cell of a column is read once, by the kind of its item."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache

import numpy as np
from rapidfuzz import fuzz, process

from lib.survey import scales
from lib.survey.catalogue import Item
from lib.survey.custom_options import OTHERS, option_words
from lib.survey.dataset import GRADES
from lib.survey.meaning import meaning_of
from lib.survey.scales import BLANK, DONT_KNOW, FIRST_VALID, UNREADABLE, Point
from lib.survey.words import normalise

# "8", "8 - goed", "10 zeer tevreden"; not "10 minuten".
_GRADE = re.compile(
    r"^\s*([0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:/\s*10\s*)?(?:$|[-–:(=]\s*\D.*$|(?<=\s)(?!min|uur|uren|dag|we[ek]|maand|euro|keer|jaar|x\b|sec|km|van\b)[^\W\d]\D*$)",
    re.IGNORECASE,
)
_LABEL_AND_GRADE = re.compile(r"^\s*[^\W\d][^\d()]*\(\s*([0-9]{1,2})\s*\)\s*$")  # Goed (8)
_NUMBER = re.compile(r"^\s*-?[0-9]+(?:[.,][0-9]+)?\s*$")
# "1 - Helemaal oneens" and "Helemaal oneens (1)": an answer in words, and its code.
_LEADING_CODE = re.compile(r"^\s*\(?(\d{1,2})\)?\s*[-–:.=)]*\s*(?=\D)")
_TRAILING_CODE = re.compile(r"(?<=\w)[.\s]*\(\s*(\d{1,2})\s*\)\s*$")
_NO_SIGNS = re.compile(r"^[\s\-–—.…_?/,*'\"]*$")  # what people and software put down for no answer
_YES_OR_NO_FIRST = re.compile(r"^(?:ja|nee) (?=\w+ )")
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
    if item.kind == "choice" and item.custom:
        return Decoded(_own_options(item.points, cells))
    if item.kind == "choice":
        return _choice(item, cells)
    if item.kind == "yes_no":
        return _yes_or_no(item, cells)
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
    if number is None and isinstance(cell, str) and (match := _GRADE.match(cell) or _LABEL_AND_GRADE.match(cell)):
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
    """Words are read by what they say; bare codes only where other cells of the column say which way they run."""
    codes = np.array([_scale_point(item, cell) for cell in cells], dtype=np.int16)
    is_bare = codes == _CODE_UNKNOWN
    meant = _code_meanings(codes, cells, len(item.points)) if is_bare.any() else {}
    for place in np.flatnonzero(is_bare).tolist():
        number = number_of(cells[place])
        codes[place] = meant.get(number, UNREADABLE if meant else _CODE_UNKNOWN)
    bare = int((codes == _CODE_UNKNOWN).sum())
    return Decoded(np.where(codes == _CODE_UNKNOWN, UNREADABLE, codes), bare_codes=bare)


def _code_meanings(codes: np.ndarray, cells: Sequence[object], points: int) -> dict[Decimal | None, int]:
    """What each bare code means, where "1 = helemaal oneens" and "5 = helemaal eens" stand in the same
    column; nothing where fewer than two cells say so or they disagree."""
    said = {
        (int(match[1]), int(code) - FIRST_VALID)
        for cell, code in zip(cells, codes.tolist(), strict=True)
        if code >= FIRST_VALID and isinstance(cell, str)
        and (match := _LEADING_CODE.match(cell) or _TRAILING_CODE.search(cell))
    }  # fmt: skip
    ways: tuple[dict[int, int], ...] = (
        {code: code - 1 for code in range(1, points + 1)},
        {code: points - code for code in range(1, points + 1)},
    )
    fitting = [way for way in ways if len(said) > 1 and all(way.get(code) == place for code, place in said)]
    return {Decimal(code): FIRST_VALID + place for code, place in fitting[0].items()} if fitting else {}


def _answer_words(cell: object) -> str:
    """The words of an answer, normalised, without the code that stands before or after them."""
    if not isinstance(cell, str):
        return normalise(cell)
    return normalise(_LEADING_CODE.sub("", cell) if _LEADING_CODE.match(cell) else _TRAILING_CODE.sub("", cell))


def _outside(cell: object, text: str) -> int | None:
    """The code of an answer outside the scale. A sign that is no word ("☹", "++") is no empty cell."""
    return UNREADABLE if text == "" and not _NO_SIGNS.match(str(cell)) else scales.outside_code(text)


def _scale_point(item: Item, cell: object) -> int:
    number = number_of(cell)
    if number is not None:
        return BLANK if number in scales.MISSING_CODES else _CODE_UNKNOWN
    text, words = _answer_words(cell), _point_words(item.points)
    if text in words:
        return words[text]
    outside = _outside(cell, text)
    return _meant(item, text, words) if outside is None else outside


def _meant(item: Item, text: str, words: dict[str, int]) -> int:
    """An answer in other words: by what they mean, else by a wording that is nearly the same."""
    key = meaning_of(item.key if item.kind == "choice" else item.kind, text)
    keys = [point.key for point in item.points]
    return FIRST_VALID + keys.index(key) if key in keys else _nearest(words, text)


def _choice(item: Item, cells: Sequence[object]) -> Decoded:
    """Where all answers are numbers, which option each stands for is said nowhere."""
    codes = _each(cells, lambda cell: _option(item, cell))
    codes = _with_bare_yes_or_no(item, cells, codes)
    answered = [cell for cell, code in zip(cells, codes.tolist(), strict=True) if code != BLANK]
    only_numbers = bool(answered) and all(number_of(cell) is not None for cell in answered)
    return Decoded(codes, bare_codes=len(answered) if only_numbers else 0)


def _with_bare_yes_or_no(item: Item, cells: Sequence[object], codes: np.ndarray) -> np.ndarray:
    """The codes, in which "nee" beside answers that begin with "ja" ("Ja, om op te halen") means not having to come
    back, and "ja" beside those that begin with "nee" being helped at once."""
    texts = [normalise(cell) for cell in cells]
    first = {
        text.partition(" ")[0] for text, code in zip(texts, codes.tolist(), strict=True)
        if " " in text and code in (FIRST_VALID + 1, FIRST_VALID + 2, FIRST_VALID + 3)
    } & {"ja", "nee"}  # fmt: skip
    if item.key != "herhaalbezoek" or len(first) != 1:
        return codes
    bare = "nee" if first == {"ja"} else "ja"
    return np.array(
        [FIRST_VALID if text == bare else code for text, code in zip(texts, codes.tolist(), strict=True)],
        dtype=np.int16,
    )


def _option(item: Item, cell: object) -> int:
    """A choice: its own options come first, since "weet ik niet" may be one of them."""
    words = _point_words(item.points)
    text = normalise(cell)
    if text in words:
        return words[text]
    number = number_of(cell)
    if number is not None:
        return BLANK if number in scales.MISSING_CODES else UNREADABLE
    outside = _outside(cell, text)
    if outside is not None and outside != DONT_KNOW:
        return outside
    text = _answer_words(cell)
    # "Nee, ik moet terugkomen om ...": what comes after it is the option.
    text = text if text in words else _YES_OR_NO_FIRST.sub("", text)
    if text in words:
        return words[text]
    # "Andere reden, namelijk de printer was stuk": what comes after it is the respondent's own.
    before = _NAMELY.split(text, maxsplit=1)[0]
    found = words[before] if before in words else _meant(item, text, words)
    return outside if found == UNREADABLE and outside is not None else found


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


def _yes_or_no(item: Item, cells: Sequence[object]) -> Decoded:
    """Where 2 is a code, 1 may be yes as well as no: which of the two, only a label could say."""
    numbers = [number_of(cell) for cell in cells]
    bare = sum(number in (1, 2) for number in numbers) if 2 in numbers else 0
    codes = [
        UNREADABLE if bare and number == 1 else _yes_no(item, cell) for cell, number in zip(cells, numbers, strict=True)
    ]
    return Decoded(np.array(codes, dtype=np.int16), bare_codes=bare)


def _yes_no(item: Item, cell: object) -> int:
    number = number_of(cell)
    text = normalise(str(int(number)) if number is not None and number == int(number) else cell)
    if number is None and text not in scales.YES_WORDS | scales.NO_WORDS:
        text = _answer_words(cell)
    if isinstance(cell, bool):
        text = "ja" if cell else "nee"
    more = FIRST_WORD_AND_MORE.match(cell) if isinstance(cell, str) and item.part_of is None else None
    if more is not None:
        text = normalise(more["word"])
    elif item.part_of is None and text.partition(" ")[0] in ("ja", "nee", "neen"):
        text = text.partition(" ")[0]
    if text in scales.NO_WORDS:
        return FIRST_VALID
    if text in scales.YES_WORDS:
        return FIRST_VALID + 1
    if number is not None:
        return BLANK if number in scales.MISSING_CODES else UNREADABLE
    # A column of its own for an option often repeats the option's text instead of "ja".
    if item.part_of is not None and (
        text in {normalise(w) for w in (item.label, *item.wordings)}
        or meaning_of(item.part_of, text) == item.key.removeprefix(f"{item.part_of}_")
    ):
        return FIRST_VALID + 1
    outside = scales.outside_code(text)
    return UNREADABLE if outside is None else outside


@cache
def _point_words(points: tuple[Point, ...]) -> dict[str, int]:
    return {word: FIRST_VALID + place for place, point in enumerate(points) for word in point.words()}


def _nearest(words: dict[str, int], text: str) -> int:
    """A wording that is nearly the same, unless it is as near to another point."""
    near = process.extract(text, words.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH, limit=3)
    points = {words[word] for word, _, _ in near}
    return points.pop() if len(points) == 1 else UNREADABLE
