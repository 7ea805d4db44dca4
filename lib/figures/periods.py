"""Periods to compare and to draw: months, quarters and years, and the one before another."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Step = Literal["month", "quarter", "year"]
STEPS: tuple[Step, ...] = ("month", "quarter", "year")
_MONTHS: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends included."""

    start: date
    end: date

    @property
    def is_whole_months(self) -> bool:
        return self.start.day == 1 and self.end == _end_of(self.end)

    @property
    def months(self) -> int:
        """How many calendar months it touches."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


def calendar(first: date, last: date, step: Step) -> list[Period]:
    """The calendar months, quarters or years from the one with `first` to the one with `last`."""
    size = _MONTHS[step]
    place, until = (_month(first) // size) * size, _month(last)
    return [_of_months(start, size) for start in range(place, until + 1, size)]


def before(period: Period) -> Period:
    """The period just before: as many months for whole months, else as many days."""
    if period.is_whole_months:
        return _of_months(_month(period.start) - period.months, period.months)
    length = period.end - period.start
    end = period.start - timedelta(days=1)
    return Period(end - length, end)


def year_earlier(period: Period) -> Period:
    """The same days a year earlier; 29 February becomes the 28th, and whole months stay whole."""
    if period.is_whole_months:
        return _of_months(_month(period.start) - 12, period.months)
    return Period(_year_back(period.start), _year_back(period.end))


def latest_quarter(last: date) -> Period:
    """The calendar quarter with `last` in it."""
    return calendar(last, last, "quarter")[0]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _of_months(start: int, count: int) -> Period:
    last = start + count - 1
    return Period(date(start // 12, start % 12 + 1, 1), _end_of(date(last // 12, last % 12 + 1, 1)))


def _end_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _year_back(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, monthrange(day.year - 1, day.month)[1]))
