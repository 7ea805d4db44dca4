"""A figure through time, recomputed from the answers themselves."""

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest

from lib.figures.counts import count
from lib.figures.periods import Step
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.figures.trend import trend
from lib.survey.references import Reference, References
from tests.figures.surveys import channel

RNG = np.random.default_rng(4)
DAYS = [date(2019, 11, 20) + timedelta(days=int(day)) for day in RNG.integers(0, 400, 300)]
GRADES = [int(grade) for grade in RNG.integers(1, 11, 300)]
MADE = count(channel({"totaaloordeel": GRADES}, days=DAYS, products=["a", "b", "c"] * 100))
PUBLISHED = References(
    (
        Reference("balie", "totaaloordeel", 2017, None, Decimal("7.6")),
        Reference("balie", "totaaloordeel", 2020, Decimal("8.2"), Decimal("8.8")),
        Reference("balie", "totaaloordeel", 2016, Decimal("8.0"), None),
    )
)


def label(day: date, step: Step) -> str:
    return {"year": f"{day.year}", "quarter": f"{day.year}-{(day.month - 1) // 3}", "month": f"{day:%Y-%m}"}[step]


@pytest.mark.parametrize("step", ["month", "quarter", "year"])
def test_every_period_holds_the_answers_of_its_days(step: Step) -> None:
    found = trend(MADE, Selection(), "totaaloordeel", step, PUBLISHED)
    for moment in found.moments:
        inside = [grade for day, grade in zip(DAYS, GRADES, strict=True) if label(day, step) == label(moment.period.start, step)]  # fmt: skip
        assert moment.figure.n == len(inside)
        assert isinstance(moment.figure, Score)
        assert moment.figure.total == sum(inside)
    assert sum(moment.figure.n for moment in found.moments) == 300


def test_a_month_with_few_answers_is_a_gap() -> None:
    few = count(channel({"privacy": [7] * 49}, days=[date(2020, 1, 5)] * 20 + [date(2020, 2, 5)] * 9 + [date(2020, 4, 5)] * 20))  # fmt: skip
    found = trend(few, Selection(), "privacy", "month", PUBLISHED)
    assert [moment.figure.n for moment in found.moments] == [20, 9, 0, 20]
    assert [moment.figure.value is None for moment in found.moments] == [False, True, True, False]


def test_published_figures_fill_the_years_that_the_answers_do_not_show() -> None:
    whole = trend(MADE, Selection(), "totaaloordeel", "year", PUBLISHED)
    assert whole.published == {2017: Decimal("7.6")}
    assert whole.benchmarks == {2020: Decimal("8.2")}
    one_product = trend(MADE, Selection(products=("a",)), "totaaloordeel", "year", PUBLISHED)
    assert one_product.published == {}


def test_a_selection_cuts_the_periods_at_its_ends() -> None:
    within = Selection(start=date(2020, 1, 15), end=date(2020, 3, 15))
    found = trend(MADE, within, "totaaloordeel", "month", PUBLISHED)
    assert sum(moment.figure.n for moment in found.moments) == sum(
        date(2020, 1, 15) <= day <= date(2020, 3, 15) for day in DAYS
    )


def test_nobody_has_no_moments() -> None:
    assert trend(MADE, Selection(start=date(2030, 1, 1)), "totaaloordeel", "month", PUBLISHED).moments == ()
