"""Does a figure differ from BM: p values against scipy's own tests, and the words that follow."""

from decimal import Decimal
from fractions import Fraction
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import norm, ttest_1samp, ttest_ind
from statsmodels.stats.proportion import proportions_ztest

from lib.figures.scores import Score, effort, with_verdicts
from lib.figures.verdict import (
    Verdict,
    may_test,
    p_of_effort,
    p_of_mean,
    p_of_share,
    p_of_two_means,
    p_of_two_normals,
    p_of_two_shares,
    verdict,
)
from tests.figures.surveys import answers


def graded(grades: list[int], key: str = "prijs") -> Score:
    exact = [Fraction(grade) for grade in grades]
    return Score(key, key, "grade", len(grades), sum(exact, Fraction(0)), sum((g * g for g in exact), Fraction(0)))


def agreeing(agree: int, n: int, key: str = "loket_vindbaar") -> Score:
    return Score(key, key, "agree", n, Fraction(agree))


def p_against(score: Score, benchmark: str) -> float:
    """The p of one score on its own, as it comes out of a table of one row."""
    adjusted = with_verdicts([score], {score.key: Decimal(benchmark)})[0].p_adjusted
    assert adjusted is not None
    return adjusted


many_grades = st.lists(st.integers(1, 10), min_size=30, max_size=200).filter(lambda grades: len(set(grades)) > 1)
benchmarks = st.integers(10, 100).map(lambda tenths: Fraction(tenths, 10))


@given(many_grades, benchmarks)
def test_p_of_a_mean_is_scipys_one_sample_t_test_at_the_nearest_end(grades: list[int], benchmark: Fraction) -> None:
    score, mean = graded(grades), Fraction(sum(grades), len(grades))
    low, high = benchmark - Fraction(1, 20), benchmark + Fraction(1, 20)
    p = p_of_mean(mean, score.variance, len(grades), benchmark)
    if low <= mean <= high:
        assert p == 1
    else:
        expected = ttest_1samp(grades, float(low if mean < low else high)).pvalue
        assert p == pytest.approx(expected, rel=1e-7, abs=1e-300)


@pytest.mark.parametrize(
    ("grades", "benchmark", "expected"),
    [
        # mean 7.5, s = 0.5085: distance to 7.25 is 0.25, t = 0.25 / (0.5085 / sqrt 30) = 2.6926;
        # the tables give for 29 degrees 2.756 at 1% and 2.462 at 2%
        ([7, 8] * 15, "7.2", 0.01165),
        # the same distance on the other side
        ([7, 8] * 15, "7.8", 0.01165),
        # mean 7.5 is exactly the end of the interval of 7.5 +/- 0.05, seen from either side
        ([7, 8] * 15, "7.45", 1.0),
        ([7, 8] * 15, "7.55", 1.0),
        ([7, 8] * 15, "7.5", 1.0),
    ],
)
def test_p_of_a_mean_worked_by_hand(grades: list[int], benchmark: str, expected: float) -> None:
    assert p_against(graded(grades), benchmark) == pytest.approx(expected, abs=0.00005)


@pytest.mark.parametrize(
    ("benchmark", "expected"), [("8.0", 1.0), ("8.05", 1.0), ("7.95", 1.0), ("7.9", 0.0), ("8.2", 0.0)]
)
def test_without_any_variance_only_the_interval_counts(benchmark: str, expected: float) -> None:
    assert p_against(graded([8] * 30), benchmark) == expected


@pytest.mark.parametrize(
    ("agree", "n", "benchmark", "end"),
    [
        (70, 100, "0.60", 0.605),  # above: the upper end
        (50, 100, "0.60", 0.595),  # below: the lower end
        (1, 100, "0", 0.005),  # BM 0% is at most half a percent
        (40, 40, "0", 0.005),
        (99, 100, "1", 0.995),
        (0, 40, "1", 0.995),
        (40, 40, "0.90", 0.905),  # all agree
        (0, 40, "0.10", 0.095),  # nobody agrees
        (650, 1000, "0.60", 0.605),
    ],
)
def test_p_of_a_share_is_the_normal_test_at_the_nearest_end(agree: int, n: int, benchmark: str, end: float) -> None:
    z = (agree / n - end) / sqrt(end * (1 - end) / n)
    assert p_against(agreeing(agree, n), benchmark) == pytest.approx(2 * norm.sf(abs(z)), rel=1e-7, abs=1e-300)


def test_p_of_a_share_worked_by_hand() -> None:
    # share 0.70, end 0.605: z = 0.095 / sqrt(0.605 x 0.395 / 100) = 0.095 / 0.048885 = 1.9433
    assert p_against(agreeing(70, 100), "0.60") == pytest.approx(0.05198, abs=0.00005)


@pytest.mark.parametrize(
    ("agree", "benchmark"), [(120, "0.60"), (121, "0.60"), (119, "0.60"), (0, "0"), (1, "0"), (200, "1"), (199, "1")]
)
def test_a_share_that_rounds_to_the_benchmark_has_p_one(agree: int, benchmark: str) -> None:
    assert p_against(agreeing(agree, 200), benchmark) == 1


@given(st.integers(30, 400), st.integers(0, 100), st.data())
def test_every_share_has_a_p_between_zero_and_one(n: int, percent: int, data: st.DataObject) -> None:
    agree = data.draw(st.integers(0, n))
    p = p_of_share(Fraction(agree, n), n, Fraction(percent, 100))
    assert 0 <= p <= 1
    assert (p == 1) == (abs(Fraction(agree, n) - Fraction(percent, 100)) <= Fraction(1, 200))


def test_more_answers_make_the_same_difference_more_certain() -> None:
    values = [p_of_mean(Fraction(8), Fraction(1), n, Fraction(78, 10)) for n in (30, 100, 1000, 10_000)]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == 4


@pytest.mark.parametrize(
    ("n", "has_benchmark", "p", "is_higher", "word"),
    [
        (9, False, None, False, "suppressed"),
        (9, True, 0.001, True, "suppressed"),
        (10, False, None, False, "indicative"),
        (29, True, 0.001, True, "indicative"),
        (30, False, None, True, "no_benchmark"),
        (30, True, 0.0499, True, "higher"),
        (30, True, 0.0499, False, "lower"),
        (30, True, 0.05, True, "no_difference"),
        (30, True, 1.0, False, "no_difference"),
    ],
)
def test_too_few_answers_goes_before_no_benchmark_and_that_before_the_test(
    n: int, has_benchmark: bool, p: float | None, is_higher: bool, word: Verdict
) -> None:
    assert verdict(n, has_benchmark, p, is_higher) == word


@pytest.mark.parametrize(
    ("n", "benchmark", "takes_part"), [(29, 7, False), (30, 7, True), (30, None, False), (30, 0, True)]
)
def test_a_figure_takes_part_from_thirty_answers_with_any_benchmark(
    n: int, benchmark: int | None, takes_part: bool
) -> None:
    assert may_test(n, benchmark) is takes_part


@pytest.mark.parametrize(
    ("score", "benchmark", "word"),
    [
        (graded([8, 9] * 100), "7.0", "higher"),
        (graded([8, 9] * 100), "9.5", "lower"),
        (graded([8, 9] * 100), "8.5", "no_difference"),
        (agreeing(900, 1000), "0.70", "higher"),
        (agreeing(500, 1000), "0.70", "lower"),
        (agreeing(40, 40), "0", "higher"),
        (agreeing(0, 40), "1", "lower"),
    ],
)
def test_the_word_says_on_which_side_of_the_benchmark_a_figure_lies(
    score: Score, benchmark: str, word: Verdict
) -> None:
    assert with_verdicts([score], {score.key: Decimal(benchmark)})[0].verdict == word


def test_p_does_not_depend_on_how_a_file_sorts_the_grades() -> None:
    grades = np.random.default_rng(1).integers(1, 11, 500).tolist()
    assert p_against(graded(grades), "5.2") == p_against(graded(sorted(grades)), "5.2")


@given(st.integers(30, 300), st.integers(-100, 100), st.data())
def test_p_of_an_effort_score_is_a_z_test_on_plus_one_minus_one_and_zero(
    n: int, points: int, data: st.DataObject
) -> None:
    low = data.draw(st.integers(0, n))
    high = data.draw(st.integers(0, n - low))
    each = np.array([1] * low + [-1] * high + [0] * (n - low - high))
    distance = max(0.0, abs(each.mean() - points / 100) - 0.005)
    p = p_of_effort(low, high, n, Fraction(points, 100))
    if distance < 1e-12:
        assert p == pytest.approx(1.0)
    elif each.std() == 0:
        assert p == 0
    else:
        assert p == pytest.approx(2 * norm.sf(distance / (each.std() / sqrt(n))), rel=1e-6, abs=1e-300)


def test_an_effort_score_is_judged_like_any_figure() -> None:
    """71 low and 10 high of 100: 61 points, se sqrt((0.81 - 0.3721) / 100) = 0.0662; against 45 the distance
    is 15.5 points, z = 2.342, p = 0.0192."""
    made = answers("ces", ["heel_weinig"] * 41 + ["weinig"] * 30 + ["neutraal"] * 19 + ["veel"] * 10)
    counts = np.bincount(made.codes, minlength=made.code_count)
    found = effort(made, counts, Decimal(45), 2020)
    assert found.verdict == "higher"
    assert found.p == pytest.approx(0.0192, abs=1e-4)
    assert effort(made, counts, Decimal(61), 2020).verdict == "no_difference"
    assert effort(made, counts, Decimal(80), 2020).verdict == "lower"
    assert effort(made, counts).verdict == "no_benchmark"
    few = answers("ces", ["weinig"] * 29)
    assert effort(few, np.bincount(few.codes, minlength=few.code_count), Decimal(45)).verdict == "indicative"


@given(st.lists(st.integers(1, 10), min_size=30, max_size=60), st.lists(st.integers(1, 10), min_size=30, max_size=60))
def test_p_of_two_means_is_welchs(one: list[int], other: list[int]) -> None:
    assume(len(set(one)) > 1 and len(set(other)) > 1)
    first, second = graded(one), graded(other)
    assert first.value is not None
    assert second.value is not None
    p = p_of_two_means(first.value, first.variance, first.n, second.value, second.variance, second.n)
    assert p == pytest.approx(ttest_ind(one, other, equal_var=False).pvalue, rel=1e-7, abs=1e-300)


@given(st.integers(30, 300), st.integers(30, 300), st.data())
def test_p_of_two_shares_is_the_pooled_z_test(n: int, other_n: int, data: st.DataObject) -> None:
    count, other = data.draw(st.integers(0, n)), data.draw(st.integers(0, other_n))
    p = p_of_two_shares(count, n, other, other_n)
    if count * other_n == other * n:
        assert p == 1
    else:
        assert p == pytest.approx(proportions_ztest([count, other], [n, other_n])[1], rel=1e-7, abs=1e-300)


def test_two_figures_without_any_variance_differ_or_they_do_not() -> None:
    eight, seven = Fraction(8), Fraction(7)
    assert p_of_two_means(eight, Fraction(0), 30, eight, Fraction(0), 30) == 1
    assert p_of_two_means(eight, Fraction(0), 30, seven, Fraction(0), 30) == 0
    assert p_of_two_shares(30, 30, 40, 40) == 1
    assert p_of_two_normals(Fraction(2), Fraction(0)) == 0
    assert p_of_two_normals(Fraction(0), Fraction(0)) == 1
