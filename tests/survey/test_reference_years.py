"""Which published figure counts: of the year asked for, else of the latest year before it."""

from decimal import Decimal

import pytest

from lib.survey.references import Reference, References, merge


def row(year: int, benchmark: str | None, own: str | None = None, channel: str = "balie") -> Reference:
    """A published figure of the waiting time."""
    return Reference(
        channel, "wachttijd", year, Decimal(benchmark) if benchmark else None, Decimal(own) if own else None
    )


PUBLISHED = References((row(2018, "7.9"), row(2020, "8.2", "8.1"), row(2021, None, "8.0"), row(2022, "8.4")))


@pytest.mark.parametrize(
    ("last_year", "year"),
    [(2020, 2020), (2021, 2020), (2019, 2018), (2017, None), (2030, 2022), (None, 2022)],
)
def test_the_benchmark_is_of_the_year_itself_or_the_latest_before_it(last_year: int | None, year: int | None) -> None:
    assert PUBLISHED.benchmark_year("balie", last_year, ["wachttijd"]) == year


def test_another_channel_has_no_benchmark() -> None:
    assert PUBLISHED.benchmark_year("telefoon", 2020, ["wachttijd"]) is None


def test_other_items_have_no_say_in_the_year() -> None:
    assert PUBLISHED.benchmark_year("balie", 2020, ["prijs"]) is None


@pytest.mark.parametrize(("year", "benchmark"), [(2020, Decimal("8.2")), (2021, None), (2019, None), (None, None)])
def test_a_benchmark_is_looked_up_in_exactly_one_year(year: int | None, benchmark: Decimal | None) -> None:
    assert PUBLISHED.benchmark("balie", "wachttijd", year) == benchmark


def test_the_own_figures_of_earlier_years_stand_oldest_first() -> None:
    assert PUBLISHED.own_by_year("balie", "wachttijd") == {2020: Decimal("8.1"), 2021: Decimal("8.0")}


def test_a_later_file_wins_without_emptying_what_it_does_not_give() -> None:
    later = References((row(2020, "8.3"), row(2018, None, "7.5")))
    together = merge([PUBLISHED, later])
    assert together.benchmark("balie", "wachttijd", 2020) == Decimal("8.3")
    assert together.benchmark("balie", "wachttijd", 2018) == Decimal("7.9")
    assert together.own_by_year("balie", "wachttijd")[2020] == Decimal("8.1")
