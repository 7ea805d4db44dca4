"""Cells to days: day-month or month-day is decided once per column, from the whole column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from lib.ingest.decode import number_of
from lib.survey.dataset import NO_DAY
from lib.survey.words import normalise

_EPOCH = date(1970, 1, 1)
ANONYMISED = (date(1980, 1, 1) - _EPOCH).days  # the one day that anonymised surveys give everybody
_EXCEL_EPOCH = date(1899, 12, 30)
_EARLIEST, _LATEST = date(1980, 1, 1), date(2100, 12, 31)
_ISO = re.compile(r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\D|$)")
_NUMBERS = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:\D|$)")
_COMPACT = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})$")
_NAMED = re.compile(r"^(?:[a-z]+ )?(?P<day>\d{1,2}) (?P<month>[a-z]+) (?P<year>\d{4}|\d{2})(?:\D|$)")
_MONTH_FIRST_NAMED = re.compile(r"^(?:[a-z]+day |[a-z]{3} )?(?P<month>[a-z]+) (?P<day>\d{1,2}) (?P<year>\d{4})(?:\D|$)")
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH_NAMES = {name: place for place, name in enumerate(_MONTHS, start=1)} | {"mrt": 3, "mar": 3, "may": 5, "oct": 10}


@dataclass(frozen=True, eq=False)
class Days:
    """Distinct date cells read. `days`: days since 1970-01-01 per cell, `NO_DAY` where it is no date.
    `ambiguous`: every numeric date fits day-month and month-day, and day first was taken."""

    days: np.ndarray
    ambiguous: bool


def read_days(cells: Sequence[object]) -> Days:
    """The days of distinct cells: true dates, Excel serials, ISO, d-m-y, m-d-y and "5 januari 2020"."""
    numeric = [_numeric(cell) for cell in cells]
    month_first = any(parts[1] > 12 for parts in numeric if parts) and not any(
        parts[0] > 12 for parts in numeric if parts
    )
    orders_differ = any(parts[0] != parts[1] for parts in numeric if parts)
    ambiguous = orders_differ and all(parts[0] <= 12 and parts[1] <= 12 for parts in numeric if parts)
    days = np.full(len(cells), NO_DAY, dtype=np.int32)
    for place, cell in enumerate(cells):
        parts = numeric[place]
        if parts is None:
            found = _day_of(cell)
        else:
            first, second, year = parts
            found = _make(year, first, second) if month_first else _make(year, second, first)
        if found is not None and _EARLIEST <= found <= _LATEST:
            days[place] = (found - _EPOCH).days
    return Days(days, ambiguous)


def _numeric(cell: object) -> tuple[int, int, int] | None:
    """The three numbers of a text such as 5-1-2020, in the order they stand."""
    match = _NUMBERS.match(cell.strip()) if isinstance(cell, str) else None
    if match is None:
        return None
    return int(match[1]), int(match[2]), _year(match[3])


def _day_of(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str) and (number := number_of(cell)) is not None:
        cell = float(number)  # a serial saved as text
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and (compact := _COMPACT.match(f"{cell:.0f}")):
        return _make(int(compact[1]), int(compact[2]), int(compact[3]))
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        # Serials of 1990 to 2100; other numbers are no dates.
        return _EXCEL_EPOCH + timedelta(days=int(cell)) if 32874 <= cell <= 73415 else None
    if not isinstance(cell, str):
        return None
    iso = _ISO.match(cell.strip())
    if iso is not None:
        return _make(int(iso[1]), int(iso[2]), int(iso[3]))
    words = normalise(cell)
    named = _NAMED.match(words) or _MONTH_FIRST_NAMED.match(words)
    if named is not None and (month := _MONTH_NAMES.get(named["month"][:3])) is not None:
        return _make(_year(named["year"]), month, int(named["day"]))
    return None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
