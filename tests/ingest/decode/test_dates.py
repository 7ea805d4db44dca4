"""Cells to days: one order of day and month per column, decided from the whole column."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from lib.ingest.decode.dates import read_days
from lib.ingest.read import read_file
from lib.survey.dataset import NO_DAY
from tests.ingest.exports import Rows, column, days, only_part, problem_codes, read, workbook

THE_FIFTH = date(2020, 1, 5)


def read_column(cells: Sequence[object]) -> list[date | None]:
    """The day of each cell of a column."""
    return [None if day == NO_DAY else date(1970, 1, 1) + timedelta(days=int(day)) for day in read_days(cells).days]


@pytest.mark.parametrize(
    "cell",
    ["05-01-2020", "5-1-20", "05/01/2020", "5.1.2020", "05-01-2020 13:45", "5/1/2020 9:05:59", " 5-1-2020 ", "\xa05-1-2020",
     "2020-01-05", "2020-01-05 23:59:59", "2020-01-05T10:11:12", "2020-01-05T22:11:12Z", "2020-01-04T23:11:12Z", "2020-01-05T23:11:12.123+02:00",
     "2020/01/05", "5 jan 2020", "5 jan. 2020", "5 januari 2020", "5 Januari 2020 10:12", "5-jan-2020",
     "zondag 5 januari 2020", "zo 5 jan 2020", "Jan 5, 2020", "January 5, 2020 10:00 AM", "Sunday, January 5, 2020", "20200105", 20200105,
     43835, 43835.75, "43835", "43835,75", date(2020, 1, 5), datetime(2020, 1, 5, 23, 59), datetime(2020, 1, 5, tzinfo=UTC)],
)  # fmt: skip
def test_the_fifth_of_january_is_read_however_it_is_written(cell: object) -> None:
    # A second date, on a 25th, so that the order of day and month is plain.
    assert read_column([cell, "25-01-2020"])[0] == THE_FIFTH


@pytest.mark.parametrize(
    ("month", "number"),
    [("februari", 2), ("maart", 3), ("mrt", 3), ("april", 4), ("mei", 5), ("juni", 6), ("juli", 7), ("augustus", 8),
     ("sept.", 9), ("oktober", 10), ("okt", 10), ("november", 11), ("december", 12)],
)  # fmt: skip
def test_a_dutch_month_name_is_a_month(month: str, number: int) -> None:
    assert read_column([f"12 {month} 2020"]) == [date(2020, number, 12)]


@pytest.mark.parametrize(
    "cell",
    ["", "geen datum", "31-02-2020", "32-01-2020", "2020-13-01", "5 foo 2020", "01-01-1950", 5, 2020, True, None, float("nan"),
     timedelta(1)],
)  # fmt: skip
def test_what_is_no_date_gets_no_day(cell: object) -> None:
    assert read_column([cell]) == [None]


@pytest.mark.parametrize(
    ("cells", "found", "ambiguous"),
    [
        (["11-23-23 13:42:59", "01-02-23 10:00:00"], [date(2023, 11, 23), date(2023, 1, 2)], False),
        (["2/1/2023", "11/23/2023"], [date(2023, 2, 1), date(2023, 11, 23)], False),
        (["2/1/2023", "23/11/2023"], [date(2023, 1, 2), date(2023, 11, 23)], False),
        (["1/2/2020", "3/4/2020"], [date(2020, 2, 1), date(2020, 4, 3)], True),
        (["1/1/2020", "3/3/2020"], [date(2020, 1, 1), date(2020, 3, 3)], False),
        (["13-01-2020", "01-13-2020"], [date(2020, 1, 13), None], False),
        (["2020-01-02", "2020-03-04"], [date(2020, 1, 2), date(2020, 3, 4)], False),
        ([43832, date(2020, 4, 3)], [date(2020, 1, 2), date(2020, 4, 3)], False),
    ],
)
def test_the_whole_column_decides_between_day_first_and_month_first(
    cells: list[object], found: list[date | None], ambiguous: bool
) -> None:
    assert read_column(cells) == found
    assert read_days(cells).ambiguous is ambiguous


def test_a_column_that_fits_both_orders_is_read_day_first_and_says_so() -> None:
    receipt = column("Datum", ["01-02-2020", "03-04-2020", "05-06-2020"])
    assert days(only_part(receipt)) == [date(2020, 2, 1), date(2020, 4, 3), date(2020, 6, 5)]
    (problem,) = [problem for problem in receipt.problems if problem.code == "date_order_ambiguous"]
    assert (problem.severity, problem.file, problem.column) == ("warning", "balie.csv", "Datum")
    assert problem.remedy


def test_each_column_of_dates_has_its_own_order() -> None:
    header = ["Datum bezoek", "Datum ingevuld", "Totaaloordeel"]
    receipt = read([header, ["02/13/2020", "13/02/2020", 8], ["03/04/2020", "04/03/2020", 7]])
    assert len(days(only_part(receipt))) == 2
    assert days(only_part(receipt)) == [date(2020, 2, 13), date(2020, 3, 4)]


@pytest.mark.parametrize("cell", ["01-01-1980", "1980-01-01 00:00:00"])
def test_the_one_date_of_an_anonymised_survey_is_no_date(cell: str) -> None:
    receipt = column("submitdate", [cell] * 3)
    assert days(only_part(receipt)) == [None] * 3
    assert "dates_constant" in problem_codes(receipt, "warning")


def test_a_column_with_real_days_goes_before_the_one_date_of_an_anonymised_survey() -> None:
    receipt = read(
        [["submitdate", "Datum bezoek", "Totaaloordeel"], *[["1980-01-01", f"2020-06-{n}", 8] for n in (1, 2)]]
    )
    assert days(only_part(receipt)) == [date(2020, 6, 1), date(2020, 6, 2)]


def test_one_real_day_for_everybody_is_a_date() -> None:
    receipt = column("Datum", ["2020-06-01"] * 3)
    assert days(only_part(receipt)) == [date(2020, 6, 1)] * 3
    assert problem_codes(receipt, "warning", "error") == ["product_missing"]


def test_unreadable_dates_are_counted_and_keep_their_respondent() -> None:
    receipt = column("Datum", ["2020-06-01", "ergens in juni", "", "2020-06-02", "2020-06-03", "2020-06-04"])
    assert len(only_part(receipt)) == 6
    (problem,) = [problem for problem in receipt.problems if problem.code == "dates_unreadable"]
    assert problem.message.startswith("Van 2 van 6 rijen is de datum in kolom 'Datum' niet te lezen")
    assert (problem.row, problem.column) == (3, "Datum")


def test_a_file_without_dates_says_that_a_period_cannot_be_chosen() -> None:
    receipt = read([["Totaaloordeel", "Wachtruimte"], [8, 7], [7, 8]])
    assert problem_codes(receipt, "warning") == ["product_missing", "dates_missing"]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2023-12-31T23:30:00Z", date(2024, 1, 1)),
        ("2023-12-31T23:30:00+00:00", date(2024, 1, 1)),
        ("2023-12-31 23:30:00+00", date(2024, 1, 1)),
        ("2023-12-31 23:30:00.123 UTC", date(2024, 1, 1)),
        ("31-12-2023 23:30 GMT", date(2024, 1, 1)),
        ("31-12-2023 11:30 PM UTC", date(2024, 1, 1)),
        ("2023-12-31T18:30:00-05:00", date(2024, 1, 1)),
        ("Sun Dec 31 2023 23:30:00 GMT+0000 (Coordinated Universal Time)", date(2024, 1, 1)),
        ("2023-12-31T22:30:00Z", date(2023, 12, 31)),
        ("2023-06-30T22:30:00Z", date(2023, 7, 1)),
        ("2023-12-31T23:30:00+01:00", date(2023, 12, 31)),
        ("2024-01-01T00:30:00+02:00", date(2023, 12, 31)),
        ("2023-12-31 23:30:00", date(2023, 12, 31)),
        (datetime(2023, 12, 31, 23, 30, tzinfo=UTC), date(2024, 1, 1)),
        (datetime(2023, 12, 31, 23, 30), date(2023, 12, 31)),
    ],
)
def test_a_moment_with_a_zone_falls_on_the_day_that_it_was_here(cell: object, day: date) -> None:
    assert read_column([cell]) == [day]


def test_a_header_may_say_that_the_times_under_it_are_in_utc() -> None:
    receipt = column("Submit Date (UTC)", ["2023-12-31 23:30:00", "2023-06-15 12:00:00"])
    assert days(only_part(receipt)) == [date(2024, 1, 1), date(2023, 6, 15)]


def opened(days_read: Sequence[date], *, month_first: bool) -> list[object]:
    """Dates as a spreadsheet leaves them that opens a text with day and month in the other order than its own."""
    pattern = "{0.month}/{0.day}/{0.year}" if month_first else "{0.day:02d}-{0.month:02d}-{0.year}"
    return [date(d.year, d.day, d.month) if d.day <= 12 else pattern.format(d) for d in days_read]


@pytest.mark.parametrize("month_first", [True, False])
@pytest.mark.parametrize("kind", ["dates", "moments", "serials"])
def test_true_dates_that_a_spreadsheet_turned_are_turned_back(month_first: bool, kind: str) -> None:
    true = [date(2023, 1, 1) + timedelta(days=5 * n) for n in range(60)]
    cells = opened(true, month_first=month_first)
    if kind == "moments":
        cells = [datetime(cell.year, cell.month, cell.day, 14, 5) if isinstance(cell, date) else f"{cell} 14:05" for cell in cells]  # fmt: skip
    elif kind == "serials":
        cells = [(cell - date(1899, 12, 30)).days if isinstance(cell, date) else cell for cell in cells]
    assert read_column(cells) == true


@pytest.mark.parametrize(
    "cells",
    [
        [date(2023, 1, 2), date(2023, 5, 20), "25-01-2023"],
        [*(date(2023, n, 3) for n in range(1, 13)), "05-01-2023", "25-01-2023"],
        [date(2023, 1, 2), "25-01-2023"],
        [date(2023, n, 3) for n in range(1, 13)],
    ],
)
def test_true_dates_beside_texts_stay_as_they_are_without_a_sign_that_they_were_turned(cells: list[object]) -> None:
    assert [day for day, cell in zip(read_column(cells), cells, strict=True) if isinstance(cell, date)] == [
        cell for cell in cells if isinstance(cell, date)
    ]


def test_a_few_true_dates_among_texts_with_the_month_first_get_no_day_and_are_told() -> None:
    rows: Rows = [["Totaaloordeel", "Datum"], *([8, cell] for cell in (date(2023, 3, 2), date(2023, 4, 2), *(f"1/{n}/2023" for n in range(10, 30))))]  # fmt: skip
    receipt = read_file("balie.xlsx", workbook({"Balie": rows}))
    assert days(only_part(receipt)) == [None, None, *(date(2023, 1, n) for n in range(10, 30))]
    assert problem_codes(receipt, "warning") == ["product_missing", "dates_doubtful"]


def test_dates_that_were_turned_back_are_told() -> None:
    cells = opened([date(2023, 1, 1) + timedelta(days=5 * n) for n in range(60)], month_first=True)
    receipt = read_file("balie.xlsx", workbook({"Balie": [["Totaaloordeel", "Datum"], *([8, cell] for cell in cells)]}))
    (problem,) = [p for p in receipt.problems if p.severity == "warning" and p.code != "product_missing"]
    assert (problem.code, problem.column) == ("dates_swapped", "Datum")
