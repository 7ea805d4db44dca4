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
from lib.figures.scores import Effort, Score

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
def test_of_an_effort_score_has_the_variance_of_plus_one_minus_one_and_zero(n: int, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, n))
    high = data.draw(st.integers(0, n - low))
    each = [1] * low + [-1] * high + [0] * (n - low - high)
    assert float(intervals.variance_of_effort(low, high, n)) == pytest.approx(np.var(each) / n)
    found = intervals.of_effort(low, high, n)
    assert found.high - found.low == pytest.approx(2 * 1.959963984540054 * sqrt(np.var(each) / n), abs=1e-9)
    assert (found.low + found.high) / 2 == pytest.approx(np.mean(each), abs=1e-9)


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
    tens = Score("x", "x", "grade", 10, Fraction(99), Fraction(981))  # nine tens and a nine
    assert tens.interval is not None
    assert tens.interval.high == 10
    assert tens.interval.low == pytest.approx(9.9 - 2.2621571628 * 0.1)
    assert Score("x", "x", "grade", 9, Fraction(90), Fraction(900)).interval is None
    assert Effort(9, 9, 0).interval is None
    nearly = Effort(10, 9, 0).interval
    assert nearly is not None
    assert nearly.high == 1
