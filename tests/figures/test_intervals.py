"""95% intervals against scipy and statsmodels, and by hand where nobody varies."""

from fractions import Fraction
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import t as student
from scipy.stats import ttest_ind
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from lib.figures import intervals
from lib.figures.scores import Score, effort_score

grades = st.lists(st.integers(1, 10), min_size=10, max_size=80)
bases = st.integers(10, 400)


def variance(values: list[int]) -> Fraction:
    mean = Fraction(sum(values), len(values))
    return sum(((value - mean) ** 2 for value in values), Fraction(0)) / (len(values) - 1)


@given(grades)
def test_of_a_mean_is_students(values: list[int]) -> None:
    found = intervals.of_mean(Fraction(sum(values), len(values)), variance(values), len(values))
    error = np.std(values, ddof=1) / sqrt(len(values))
    low, high = student.interval(0.95, len(values) - 1, np.mean(values), error) if error else (values[0], values[0])
    assert (found.low, found.high) == pytest.approx((low, high))


@given(bases, st.data())
def test_of_a_share_is_wilsons(n: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, n))
    found = intervals.of_share(Fraction(count, n), n)
    assert (found.low, found.high) == pytest.approx(proportion_confint(count, n, method="wilson"), abs=1e-12)
    assert found.low + 1e-12 >= 0
    assert found.high - 1e-12 <= 1


@given(bases, st.data())
def test_of_an_effort_score_is_newcombes_for_two_shares_of_one_sample(n: int, data: st.DataObject) -> None:
    """The square-and-add limits of Newcombe (2003) with Wilson limits of statsmodels and the correlation of
    two counts of a multinomial sample, -sqrt(p q / ((1 - p)(1 - q)))."""
    low = data.draw(st.integers(0, n))
    high = data.draw(st.integers(0, n - low))
    found = intervals.of_effort(low, high, n)
    p, q = low / n, high / n
    (l1, u1), (l2, u2) = (proportion_confint(count, n, method="wilson") for count in (low, high))
    r = 0.0 if p in (0, 1) or q in (0, 1) else -sqrt(p * q / ((1 - p) * (1 - q)))
    under = sqrt((p - l1) ** 2 - 2 * r * (p - l1) * (u2 - q) + (u2 - q) ** 2)
    over = sqrt((u1 - p) ** 2 - 2 * r * (u1 - p) * (q - l2) + (q - l2) ** 2)
    assert (found.low, found.high) == pytest.approx((p - q - under, p - q + over), abs=1e-9)
    assert found.low < (low - high) / n + 1e-12
    assert found.high > (low - high) / n - 1e-12


def test_of_an_effort_score_worked_by_hand() -> None:
    """70 and 10 of 100. Wilson: 0.6042-0.7811 and 0.0552-0.1744; correlation -sqrt(7/27) = -0.5092.
    Under: sqrt(0.0958^2 + 2 x 0.5092 x 0.0958 x 0.0744 + 0.0744^2) = 0.1483; over: 0.1108."""
    found = intervals.of_effort(70, 10, 100)
    assert (found.low, found.high) == pytest.approx((0.6 - 0.1483, 0.6 + 0.1108), abs=2e-4)


def test_effort_scores_at_the_edge_keep_a_width() -> None:
    everyone, nobody = intervals.of_effort(30, 0, 30), intervals.of_effort(0, 0, 30)
    assert everyone.high == pytest.approx(1)
    assert everyone.low < 0.85
    assert nobody.low < 0 < nobody.high
    apart = intervals.of_effort_difference((30, 0, 30), (30, 0, 30))
    assert apart.low < 0 < apart.high


@pytest.mark.parametrize("shares", [(0.70, 0.10), (0.85, 0.05), (0.93, 0.03)])
@pytest.mark.parametrize("n", [30, 100])
def test_effort_intervals_hold_the_truth_in_95_of_100_samples(shares: tuple[float, float], n: int) -> None:
    low, high = shares
    drawn = np.random.default_rng(7).multinomial(n, [low, high, 1 - low - high], 4000)
    inside = [intervals.of_effort(one, other, n).holds(low - high) for one, other, _ in drawn.tolist()]
    assert 0.93 <= np.mean(inside) <= 0.97


@given(grades, grades)
def test_of_two_means_is_welchs(one: list[int], other: list[int]) -> None:
    assume(len(set(one)) > 1 or len(set(other)) > 1)
    found = intervals.of_mean_difference(
        Fraction(sum(one), len(one)), variance(one), len(one), Fraction(sum(other), len(other)), variance(other), len(other)
    )  # fmt: skip
    expected = ttest_ind(one, other, equal_var=False).confidence_interval(0.95)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-9)


@given(bases, bases, st.data())
def test_of_two_shares_is_newcombes(n: int, other_n: int, data: st.DataObject) -> None:
    count, other = data.draw(st.integers(0, n)), data.draw(st.integers(0, other_n))
    found = intervals.of_share_difference(Fraction(count, n), n, Fraction(other, other_n), other_n)
    expected = confint_proportions_2indep(count, n, other, other_n, method="newcomb", compare="diff")
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-9)


def test_where_nobody_varies_a_mean_has_no_width_and_a_share_has() -> None:
    assert intervals.of_mean(Fraction(8), Fraction(0), 30) == intervals.Interval(8, 8)
    assert intervals.of_share(Fraction(1), 30).low == pytest.approx(30 / (30 + 1.959963984540054**2))
    same = intervals.of_mean_difference(Fraction(8), Fraction(0), 30, Fraction(7), Fraction(0), 40)
    assert same == intervals.Interval(1, 1)


def test_a_figure_has_an_interval_from_ten_answers_and_on_its_scale() -> None:
    same = Score("x", "x", "grade", 40, Fraction(320), Fraction(2560))  # forty eights
    assert same.interval is None
    tens = Score("x", "x", "grade", 10, Fraction(99), Fraction(981))  # nine tens and a nine
    assert tens.interval is not None
    assert tens.interval.high == 10
    assert tens.interval.low == pytest.approx(9.9 - 2.2621571628 * 0.1)
    assert Score("x", "x", "grade", 9, Fraction(90), Fraction(900)).interval is None
    assert effort_score(9, 9, 0).interval is None
    nearly = effort_score(10, 9, 0).interval
    assert nearly is not None
    assert 0.9 < nearly.high < 1
