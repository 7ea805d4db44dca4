"""Months, quarters and years, and which period stands before another."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.figures.periods import Period, Step, before, calendar, latest_quarter, year_earlier

days = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def period(text: str) -> Period:
    start, end = text.split("..")
    return Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("this", "previous", "last_year"),
    [
        ("2020-01-01..2020-12-31", "2019-01-01..2019-12-31", "2019-01-01..2019-12-31"),
        ("2020-04-01..2020-06-30", "2020-01-01..2020-03-31", "2019-04-01..2019-06-30"),
        ("2020-03-01..2020-03-31", "2020-02-01..2020-02-29", "2019-03-01..2019-03-31"),
        ("2021-02-01..2021-02-28", "2021-01-01..2021-01-31", "2020-02-01..2020-02-29"),
        ("2020-02-01..2020-02-29", "2020-01-01..2020-01-31", "2019-02-01..2019-02-28"),
        ("2020-05-04..2020-05-10", "2020-04-27..2020-05-03", "2019-05-04..2019-05-10"),
        ("2020-02-29..2020-03-01", "2020-02-27..2020-02-28", "2019-02-28..2019-03-01"),
    ],
)
def test_the_period_before_and_the_same_a_year_earlier(this: str, previous: str, last_year: str) -> None:
    assert before(period(this)) == period(previous)
    assert year_earlier(period(this)) == period(last_year)


@given(days, st.integers(0, 800))
def test_the_period_before_ends_the_day_before(start: date, length: int) -> None:
    this = Period(start, start + timedelta(days=length))
    previous = before(this)
    assert previous.end + timedelta(days=1) == this.start
    if not this.is_whole_months:
        assert previous.end - previous.start == this.end - this.start


@given(days, st.integers(0, 2000), st.sampled_from(["month", "quarter", "year"]))
def test_calendar_periods_cover_every_day_once(first: date, length: int, step: Step) -> None:
    last = first + timedelta(days=length)
    found = calendar(first, last, step)
    assert found[0].start <= first <= found[0].end
    assert found[-1].start <= last <= found[-1].end
    for one, following in pairwise(found):
        assert one.end + timedelta(days=1) == following.start
    assert {each.months for each in found} == {{"month": 1, "quarter": 3, "year": 12}[step]}
    assert all(each.is_whole_months for each in found)


def test_the_latest_quarter() -> None:
    assert latest_quarter(date(2020, 12, 30)) == period("2020-10-01..2020-12-31")
