"""Does a figure differ from BM: p values against scipy's own tests, and the words that follow."""

from decimal import Decimal
from fractions import Fraction
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import binomtest, fisher_exact, norm, ttest_1samp, ttest_ind
from statsmodels.stats.proportion import proportions_ztest

from lib.figures import intervals
from lib.figures.scores import Score, effort_score, score, with_verdicts
from lib.figures.verdict import (
    Verdict,
    may_test,
    p_of_effort,
    p_of_mean,
    p_of_share,
    p_of_two_efforts,
    p_of_two_means,
    p_of_two_shares,
    verdict,
)
from lib.survey.dataset import Answers
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


@pytest.mark.parametrize("benchmark", ["8.0", "8.05", "7.9", "9.5"])
def test_forty_equal_grades_are_not_testable_whatever_the_benchmark(benchmark: str) -> None:
    found = with_verdicts([graded([8] * 40)], {"prijs": Decimal(benchmark)})[0]
    assert (found.p, found.p_adjusted, found.verdict) == (None, None, "not_testable")


def test_what_can_not_be_tested_takes_no_part_in_the_correction() -> None:
    alike, other = graded([8] * 40), graded([7, 8] * 20, "wachttijd")
    found = with_verdicts([alike, other], {"prijs": Decimal("7.0"), "wachttijd": Decimal("7.3")})
    assert found[1].p_adjusted == found[1].p


@pytest.mark.parametrize(
    ("agree", "n", "benchmark", "end"),
    [
        (70, 100, "0.60", 0.605),  # above: the upper end
        (50, 100, "0.60", 0.595),  # below: the lower end
        (650, 1000, "0.60", 0.605),
        (93, 100, "0.80", 0.805),
        (5, 100, "0.20", 0.195),
    ],
)
def test_p_of_a_share_is_the_normal_test_at_the_nearest_end(agree: int, n: int, benchmark: str, end: float) -> None:
    z = (agree / n - end) / sqrt(end * (1 - end) / n)
    assert p_against(agreeing(agree, n), benchmark) == pytest.approx(2 * norm.sf(abs(z)), rel=1e-7, abs=1e-300)


@pytest.mark.parametrize(
    ("agree", "n", "benchmark", "end"),
    [
        (1, 100, "0", 0.005),  # BM 0% is at most half a percent
        (40, 40, "0", 0.005),
        (98, 100, "1", 0.995),
        (0, 40, "1", 0.995),
        (40, 40, "0.90", 0.905),  # all agree
        (0, 40, "0.10", 0.095),  # nobody agrees
        (4, 100, "0.20", 0.195),  # fewer than five agree
        (96, 100, "0.80", 0.805),
        (7, 100, "0.02", 0.025),  # fewer than five were to be expected
        (985, 1000, "0.97", 0.975),
    ],
)
def test_near_nobody_and_everybody_the_test_is_scipys_exact_binomial(
    agree: int, n: int, benchmark: str, end: float
) -> None:
    exact = binomtest(agree, n, end).pvalue
    normal = 2 * norm.sf(abs((agree / n - end) / sqrt(end * (1 - end) / n)))
    is_near = min(agree, n - agree, n * end, n * (1 - end)) < 5
    assert p_against(agreeing(agree, n), benchmark) == pytest.approx(exact if is_near else normal, rel=1e-6, abs=1e-300)


def test_everybody_agreeing_worked_by_hand() -> None:
    """40 of 40 against BM 90%: 0.905 ** 40 = 0.018445 above; below, the counts that are no likelier than that,
    31 and less of 40, have 0.0226 together (from the terms of the binomial)."""
    p = p_against(agreeing(40, 40), "0.90")
    assert p > 0.905**40
    assert p == pytest.approx(binomtest(40, 40, 0.905).pvalue)


def test_grades_at_one_end_need_to_stand_with_one_more_answer_at_the_other() -> None:
    """28 tens and 2 nines against 9.7: t = (9.9333 - 9.75) / (0.2537 / sqrt 30) = 3.958, p = 0.0004. With a 1
    beside them the mean is 9.645: below the benchmark, so the difference doesn't stand."""
    few = graded([10] * 28 + [9] * 2)
    assert few.value is not None
    assert p_of_mean(few.value, few.variance, 30, Fraction(97, 10)) == pytest.approx(0.00045, abs=5e-5)
    assert with_verdicts([few], {"prijs": Decimal("9.7")})[0].verdict == "no_difference"
    assert with_verdicts([few], {"prijs": Decimal("8.0")})[0].verdict == "higher"
    many = graded([10] * 280 + [9] * 20)
    assert with_verdicts([many], {"prijs": Decimal("9.7")})[0].verdict == "higher"


@pytest.mark.parametrize(("n", "most"), [(30, 0.06), (50, 0.06)])
def test_hardly_any_false_verdict_where_a_sample_misses_the_tail(n: int, most: float) -> None:
    """65% tens, 32% nines, 3% ones: the plain t-test is wrong in half of the samples of 30."""
    rng = np.random.default_rng(4)
    truth = Decimal("9.41") - Decimal("0.05")  # the mean is the upper end of what rounds to this BM
    wrong = [
        with_verdicts([graded(rng.choice([10, 9, 1], n, p=[0.65, 0.32, 0.03]).tolist())], {"prijs": truth})[0].verdict
        in ("higher", "lower")
        for _ in range(400)
    ]
    assert np.mean(wrong) <= most


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
    assert p == 1 or abs(Fraction(agree, n) - Fraction(percent, 100)) > Fraction(1, 200)


def test_more_answers_make_the_same_difference_more_certain() -> None:
    values = [p_of_mean(Fraction(8), Fraction(1), n, Fraction(78, 10)) or 0.0 for n in (30, 100, 1000, 10_000)]
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
        (30, True, None, True, "not_testable"),
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
def test_p_of_an_effort_score_is_that_of_the_interval_that_just_reaches_the_benchmark(
    n: int, points: int, data: st.DataObject
) -> None:
    low = data.draw(st.integers(0, n))
    high = data.draw(st.integers(0, n - low))
    assume(max(low, high, n - low - high) < n)
    benchmark, score = Fraction(points, 100), Fraction(low - high, n)
    p = p_of_effort(low, high, n, benchmark)
    if abs(score - benchmark) <= Fraction(1, 200):
        assert p == 1
        return
    end = float(benchmark + Fraction(1, 200) * (1 if score > benchmark else -1))
    if p > 1e-12:
        edges = intervals.of_effort(low, high, n, float(norm.isf(p / 2)))
        assert min(abs(edges.low - end), abs(edges.high - end)) < 1e-6


@pytest.mark.parametrize(
    ("low", "high", "benchmark", "p"),
    [
        # all 30 easy: at +75.5 at most (1 + 0.755) / 2 find it easy; 2 x 0.8775 ** 30 = 0.0396
        (30, 0, "0.75", 2 * 0.8775**30),
        (0, 30, "-0.75", 2 * 0.8775**30),
        # all 30 in the middle: at +4.5 at most 95.5% are
        (0, 0, "0.05", 2 * 0.955**30),
        (30, 0, "-1", 2 * 0.0025**30),
    ],
)
def test_effort_without_spread_is_exact_and_never_certain(low: int, high: int, benchmark: str, p: float) -> None:
    assert p_of_effort(low, high, 30, Fraction(benchmark)) == pytest.approx(min(1, p))
    assert p_of_effort(low, high, 30, Fraction(benchmark)) > 0


@pytest.mark.parametrize("shares", [(0.70, 0.10), (0.85, 0.05), (0.93, 0.03), (0.97, 0.02)])
def test_an_effort_score_is_falsely_judged_in_at_most_five_of_a_hundred(shares: tuple[float, float]) -> None:
    """Against a BM of which the true score is an end of the rounding interval, the hardest case."""
    low, high = shares
    drawn = np.random.default_rng(5).multinomial(30, [low, high, 1 - low - high], 2000).tolist()
    for side in (-1, 1):
        benchmark = Fraction(round(1000 * (low - high)), 1000) + side * Fraction(1, 200)
        false = {(a, b): p_of_effort(a, b, 30, benchmark) < 0.05 for a, b, _ in drawn}
        assert np.mean([false[a, b] for a, b, _ in drawn]) <= 0.07


def judged(made: Answers, counts: NDArray[np.int64], benchmark: int) -> Score:
    return with_verdicts([score(made, counts)], {"ces": Decimal(benchmark)}, 2020)[0]


def test_an_effort_score_is_judged_like_any_figure() -> None:
    """71 low and 10 high of 100: 61 points; the 95.8% interval reaches down to 45.5."""
    made = answers("ces", ["heel_weinig"] * 41 + ["weinig"] * 30 + ["neutraal"] * 19 + ["veel"] * 10)
    counts = np.bincount(made.codes, minlength=made.code_count)
    found = judged(made, counts, 45)
    assert found.verdict == "higher"
    assert found.p == pytest.approx(0.0416, abs=1e-3)
    assert judged(made, counts, 61).verdict == "no_difference"
    assert judged(made, counts, 80).verdict == "lower"
    assert with_verdicts([score(made, counts)], {})[0].verdict == "no_benchmark"
    few = answers("ces", ["weinig"] * 29)
    assert judged(few, np.bincount(few.codes, minlength=few.code_count), 45).verdict == "indicative"


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
    elif min(n, other_n) * min(count + other, n + other_n - count - other) < 5 * (n + other_n):
        exact = fisher_exact([[count, n - count], [other, other_n - other]])[1]
        assert p == pytest.approx(exact, rel=1e-5, abs=1e-300)
    else:
        assert p == pytest.approx(proportions_ztest([count, other], [n, other_n])[1], rel=1e-7, abs=1e-300)


def test_two_figures_without_any_variance_are_not_testable_or_exact() -> None:
    eight, seven, some = Fraction(8), Fraction(7), Fraction(1)
    assert p_of_two_means(eight, Fraction(0), 30, seven, Fraction(0), 30) is None
    assert p_of_two_means(eight, Fraction(0), 30, seven, some, 30) is None
    assert p_of_two_shares(30, 30, 40, 40) == 1
    assert 0 < p_of_two_shares(30, 30, 0, 40) < 1e-10
    assert p_of_two_efforts((30, 0, 30), (40, 0, 40)) == 1
    assert 0 < p_of_two_efforts((30, 0, 30), (0, 0, 30)) < 0.001
    assert p_of_two_efforts((30, 0, 30), (28, 0, 30)) > 0.05


def test_two_efforts_are_told_apart_in_about_five_of_a_hundred_samples_of_one_population() -> None:
    drawn = np.random.default_rng(6).multinomial(60, [0.85, 0.05, 0.10], (600, 2)).tolist()
    false = [p_of_two_efforts((a, b, 60), (c, d, 60)) < 0.05 for (a, b, _), (c, d, _) in drawn]
    assert np.mean(false) <= 0.07


def test_an_effort_score_without_spread_gets_a_verdict() -> None:
    assert effort_score(30, 30, 0).interval is not None
