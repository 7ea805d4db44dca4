"""Cells to days: day-month or month-day is decided once per column, from the whole column."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from lib.ingest.decode.codes import number_of
from lib.survey.dataset import NO_DAY
from lib.survey.words import normalise

_EPOCH = date(1970, 1, 1)
ANONYMISED = (date(1980, 1, 1) - _EPOCH).days  # the one day that anonymised surveys give everybody
_EXCEL_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIALS = range(32874, 73416)  # of 1990 to 2100; other numbers are no dates
_DUTCH = ZoneInfo("Europe/Amsterdam")
# A time at the end, and the zone it is said in: Z, UTC, GMT+1, +00:00, -0500, "GMT+0000 (Coordinated Universal Time)".
_TIME = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
    r"\s*(?P<zone>[Zz]|(?:UTC|GMT)?\s*[+\-−]\d{2}:?\d{2}|(?<=:\d\d)[+\-−]\d{2}|(?:UTC|GMT)(?:[+\-−]\d{1,2})?)?\s*(?:\([^()]*\))?\s*$"
)
_OFFSET = re.compile(r"(?:(?P<sign>[+\-−])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?)?\s*$")
_HANDFUL = 5  # different true dates; all on the 1st to 12th by chance once in a hundred times
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
    `ambiguous`: every numeric date fits day-month and month-day, and day first was taken.
    `swapped`: per cell whether it was a true date of which day and month were changed over, and `doubtful`
    whether they may be so, with too little to tell; then it has no day."""

    days: np.ndarray
    ambiguous: bool
    swapped: np.ndarray
    doubtful: np.ndarray


def read_days(cells: Sequence[object], *, from_1904: bool = False, in_utc: bool = False) -> Days:
    """The days of distinct cells: true dates, Excel serials, ISO, d-m-y, m-d-y and "5 januari 2020".

    `from_1904`: whether serials count from 1904. A time with a zone is taken in Dutch time; so is one
    without where the times are said to be `in_utc`.
    """
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
            found = _day_of(cell, from_1904)
        else:
            first, second, year = parts
            found = _make(year, first, second) if month_first else _make(year, second, first)
        if found is not None:
            found = _in_dutch_time(found, cell, in_utc)
        if found is not None and _EARLIEST <= found <= _LATEST:
            days[place] = (found - _EPOCH).days
    swapped, doubtful = _turned_by_a_spreadsheet(cells, numeric, days, month_first)
    days[swapped] = [_swapped(day) for day in days[swapped].tolist()]
    days[doubtful] = NO_DAY
    return Days(days, ambiguous, swapped, doubtful)


def _turned_by_a_spreadsheet(
    cells: Sequence[object], numeric: Sequence[tuple[int, int, int] | None], days: np.ndarray, month_first: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Which true dates have day and month the wrong way round, and which may have.

    A spreadsheet that opens a text with dates in the other order makes true dates of days 1-12, with day and
    month changed over, and leaves the others as the text they are. So the texts all have a part above 12,
    and no true date has a day above 12; by chance that is unlikely from a handful on.
    """
    no = np.zeros(len(cells), dtype=bool)
    texts = [parts for parts in numeric if parts]
    if not texts or len(texts) == len(cells):
        return no, no
    is_true = np.array([not isinstance(cell, str) for cell in cells]) & (days != NO_DAY)
    true = np.unique(days[is_true])
    if len(true) == 0 or any((_EPOCH + timedelta(days=int(day))).day > 12 for day in true):
        return no, no
    if all(max(parts[:2]) > 12 for parts in texts) and len(true) >= _HANDFUL:
        return is_true, no
    return (no, is_true) if month_first else (no, no)


def _swapped(day: int) -> int:
    """A day with its day and month changed over."""
    found = _EPOCH + timedelta(days=day)
    return (found.replace(month=found.day, day=found.month) - _EPOCH).days


def _in_dutch_time(day: date, cell: object, in_utc: bool) -> date:
    """The day on which a moment falls here. `day`: as written in the cell, with its time and zone."""
    if isinstance(cell, datetime):
        moment = cell.replace(tzinfo=UTC) if in_utc and cell.tzinfo is None else cell
        return day if moment.tzinfo is None else moment.astimezone(_DUTCH).date()
    time = _TIME.search(cell) if isinstance(cell, str) and ":" in cell else None
    if time is None or not (time["zone"] or in_utc):
        return day
    hour, minute = int(time["hour"]), int(time["minute"])
    if time["half"]:
        hour = hour % 12 + (12 if time["half"][0] in "pP" else 0)
    if hour > 23 or minute > 59:
        return day
    sign, hours, minutes = _OFFSET.search(time["zone"] or "Z").groups(default="0")  # type: ignore[union-attr]
    offset = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign in "-−" else 1)
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - offset
    return moment.astimezone(_DUTCH).date()


def _numeric(cell: object) -> tuple[int, int, int] | None:
    """The three numbers of a text such as 5-1-2020, in the order they stand."""
    match = _NUMBERS.match(cell.strip()) if isinstance(cell, str) else None
    if match is None:
        return None
    return int(match[1]), int(match[2]), _year(match[3])


def _day_of(cell: object, from_1904: bool) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str) and (number := number_of(cell)) is not None:
        cell = float(number)  # a serial saved as text
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and (compact := _COMPACT.match(f"{cell:.0f}")):
        return _make(int(compact[1]), int(compact[2]), int(compact[3]))
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        epoch = _EPOCH_1904 if from_1904 else _EXCEL_EPOCH
        days = int(cell) if math.isfinite(cell) else 0
        return epoch + timedelta(days=days) if days + (epoch - _EXCEL_EPOCH).days in _SERIALS else None
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
