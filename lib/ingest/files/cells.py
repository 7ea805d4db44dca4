"""The distinct cells of a column made plain: without signs that nobody sees, with broken letters put right, and
without what software writes for a cell that holds nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.ingest.files.mojibake import repair

# Joiners stay between emoji, which fall apart without them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
    "|(?<![\u2000-\U0010ffff])\u200d|\u200d(?![\u2000-\U0010ffff])"
)
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Survey software puts an apostrophe before what Excel would take for a formula; people do so before a number.
_APOSTROPHE = re.compile(r"^\s*['’‘](?=[=+\-@]|[\d.,:/ -]+$)")
_NOTHING = frozenset({"", "n/a", "#n/a", "null", "none", "nan", "niet ingevuld", "undefined"})
_NOTHING_IN_BRACKETS = frozenset({"leeg", "blank", "empty", "na", "null", "none", "nan", "niet ingevuld"})
_NOTHING_AS_WRITTEN = frozenset({"NA", "NaT"})  # "na" is a word
# In English and in Dutch; LibreOffice numbers some of its own.
_ERROR = re.compile(
    r"#(?:N/[AB]|NV|NULL!|LEEG!|DIV/0!|DEEL/0!|VALUE!|WAARDE!|REF!|VERW!|NAME\?|NAAM\?|NUM!|GETAL!|SPILL!|OVERLOOP!|CALC!|BEREKENEN!"
    r"|FIELD!|VELD!|BLOCKED!|GEBLOKKEERD!|UNKNOWN!|ONBEKEND!|CONNECT!|BUSY!|GETTING_DATA|DATA_OPHALEN|MACRO!)|(?:Err|Fout):5\d\d"
)
# No word for nothing and no error starts with one of these.
_PLAIN = frozenset("abcdghijklmopqrstvwxyzABCDGHIJKLMOPQRSTVWXYZ0123456789")
_LONGEST = 24  # letters of the longest of these


@dataclass(frozen=True, eq=False)
class Plain:
    """A column made plain: codes and distinct cells, -1 where a row holds nothing. `repaired`: distinct texts of
    which letters were put right; `nothing` and `errors`: the rows with a word for nothing, or an error."""

    codes: NDArray[np.int32]
    cells: list[object]
    repaired: int
    nothing: NDArray[np.intp]
    errors: NDArray[np.intp]


def plain_text(text: str) -> str:
    """A text without invisible signs, with ordinary spaces and with broken letters put right."""
    if text.isascii():
        return text
    return _SPACES.sub(" ", _INVISIBLE.sub("", repair(text)))


def text_of(cell: object) -> str:
    """A cell as text, without white around it; an empty string where nothing stands."""
    if cell is None or cell is pd.NA or (isinstance(cell, float) and np.isnan(cell)):
        return ""
    return plain_text(str(cell)).strip()


def is_error(text: str) -> bool:
    """Whether a text is an error of a spreadsheet, such as `#N/B`."""
    return text.startswith(("#", "E", "F")) and _ERROR.fullmatch(text) is not None


def is_nothing(text: str) -> bool:
    """Whether a text is what software writes where nothing was filled in; the empty text too."""
    bare = text.strip()
    if len(bare) > _LONGEST:
        return False
    if bare[:1] in ("(", "[", "<", "{"):
        return bare.strip("()[]<>{} ").casefold() in _NOTHING_IN_BRACKETS
    return bare.casefold() in _NOTHING or bare in _NOTHING_AS_WRITTEN


def plain(column: pd.Series) -> Plain:
    """A column as codes and distinct cells."""
    places, uniques = pd.factorize(column, use_na_sentinel=True)
    codes: NDArray[np.int32] = places.astype(np.int32)
    cells: list[object] = uniques.tolist()
    blank, nothing, errors, repaired = [], [], [], 0
    is_changed = False
    # Most cells are plain by their first letter; a long file has a million of them.
    odd = [
        place
        for place, cell in enumerate(cells)
        if not (isinstance(cell, str) and cell[:1] in _PLAIN and cell.isascii())
    ]
    for place in odd:
        cell = cells[place]
        if not isinstance(cell, str):
            if not text_of(cell):
                blank.append(place)
            continue
        text = cell
        if not text.isascii():
            text = plain_text(text)
            repaired += repair(cell) != cell
        if text[:1] in ("'", "’", "‘", " ") and _APOSTROPHE.match(text):
            text = _APOSTROPHE.sub("", text)
        if len(text) <= _LONGEST or text.isspace():
            if not text or text.isspace():
                blank.append(place)
            elif is_error(text.strip()):
                errors.append(place)
            elif is_nothing(text):
                nothing.append(place)
        if text is not cell:
            is_changed = True
            cells[place] = text
    rows_of_nothing, rows_of_errors = _rows(codes, nothing), _rows(codes, errors)
    gone = [*blank, *nothing, *errors]
    if gone or is_changed:
        codes, cells = _together(codes, cells, gone)
    return Plain(codes, cells, repaired, rows_of_nothing, rows_of_errors)


def _rows(codes: NDArray[np.int32], places: Sequence[int]) -> NDArray[np.intp]:
    return np.flatnonzero(np.isin(codes, places)) if places else np.zeros(0, dtype=np.intp)


def _together(
    codes: NDArray[np.int32], cells: Sequence[object], gone: Sequence[int]
) -> tuple[NDArray[np.int32], list[object]]:
    """Codes and distinct cells without those that are gone, and with those that became equal made one."""
    kept: dict[tuple[type, object], int] = {}
    places = np.full(len(cells) + 1, -1, dtype=np.int32)
    without = set(gone)
    for place, cell in enumerate(cells):
        if place not in without:
            places[place] = kept.setdefault((type(cell), cell), len(kept))
    return places[codes], [cell for _, cell in kept]


def used(codes: NDArray[np.int32], cells: list[object]) -> tuple[NDArray[np.int32], list[object]]:
    """Codes and distinct cells without the cells that stand in no row: a total would be taken for an answer."""
    is_used = np.zeros(len(cells), dtype=bool)
    is_used[codes[codes >= 0]] = True
    if is_used.all():
        return codes, cells
    places = np.append(np.cumsum(is_used) - 1, -1).astype(np.int32)
    return places[codes], [cells[place] for place in np.flatnonzero(is_used)]
