"""What stands out: against scipy on whole samples, hardly ever in noise, and never where it can't be told."""

from fractions import Fraction

import numpy as np
import pytest
from scipy.stats import binomtest, ttest_ind
from statsmodels.stats.multitest import multipletests

from lib.figures.scores import Score, effort_score
from lib.figures.standing_out import (
    among_groups,
    among_groups_and_questions,
    among_questions,
    error_of,
    most_chosen,
)


def graded(grades: list[int], name: str = "x") -> Score:
    return Score(name, name, "grade", len(grades), Fraction(sum(grades)), Fraction(sum(g * g for g in grades)))


def agreeing(agree: int, n: int) -> Score:
    return Score("x", "x", "agree", n, Fraction(agree))


def test_each_group_is_tested_against_all_others_together_with_holm() -> None:
    rng = np.random.default_rng(8)
    for _ in range(20):
        move = rng.choice([0, 0, 0, 1.2], 8)
        groups = [np.clip(np.rint(rng.normal(7 + away, 1.5, 120)), 1, 10).astype(int) for away in move]
        tests = [ttest_ind(own, np.concatenate([g for g in groups if g is not own]), equal_var=False) for own in groups]
        adjusted = multipletests([test.pvalue for test in tests], method="holm")[1]
        found = among_groups([graded(group.tolist()) for group in groups])
        expected = {at for at, p in enumerate(adjusted) if p < 0.005}
        assert set(found.above) | set(found.below) == expected
        assert all(tests[at].statistic > 0 for at in found.above)
        assert all(tests[at].statistic < 0 for at in found.below)


def test_forty_groups_of_one_distribution_hardly_ever_have_a_best_or_worst() -> None:
    rng = np.random.default_rng(9)
    grades = rng.choice([4, 6, 7, 8, 9, 10], (200, 40, 40), p=[0.05, 0.1, 0.25, 0.35, 0.18, 0.07])
    found = [among_groups([graded(group) for group in survey]).any for survey in grades.tolist()]
    assert np.mean(found) <= 0.03


def test_skewed_groups_of_one_distribution_neither() -> None:
    rng = np.random.default_rng(10)
    grades = rng.choice([10, 9, 1], (200, 20, 40), p=[0.65, 0.32, 0.03])
    found = [among_groups([graded(group) for group in survey]).any for survey in grades.tolist()]
    assert np.mean(found) <= 0.05


def test_a_small_group_is_in_the_rest_and_never_named() -> None:
    few, many = graded([10] * 15 + [9] * 14), [graded([7, 8] * 50) for _ in range(3)]
    assert 0 not in among_groups([few, *many]).above
    assert among_groups([graded([10] * 15 + [9] * 15), *many]).above == (0,)


def test_groups_without_spread_can_not_be_told_apart() -> None:
    assert not among_groups([graded([8] * 50), graded([7] * 50)]).any
    assert among_groups([graded([8] * 50), graded([7] * 50)]).tested == 0


def test_shares_and_effort_have_groups_too() -> None:
    assert among_groups([agreeing(50, 50), agreeing(20, 50), agreeing(22, 50)]).above == (0,)
    efforts = [effort_score(60, 58, 0), effort_score(60, 30, 15), effort_score(60, 28, 17)]
    assert among_groups(efforts).above == (0,)


def test_of_several_questions_holm_runs_over_all() -> None:
    edge = [agreeing(70, 100), agreeing(50, 100), agreeing(50, 100)]  # p = 0.001 alone
    assert among_groups(edge).above == (0,)
    assert not any(found.any for found in among_groups_and_questions([edge] + [[agreeing(50, 100)] * 3] * 5))


def test_questions_stand_out_whatever_their_correlation() -> None:
    """Five yes/no questions of which everyone says yes to exactly one: they go against each other as much as
    they can."""
    rng = np.random.default_rng(11)
    false = 0
    for _ in range(400):
        counts = np.bincount(rng.integers(0, 5, 150), minlength=5)
        false += among_questions([error_of(agreeing(int(c), 150)) for c in counts]).any
    assert false / 400 <= 0.02
    assert among_questions([error_of(agreeing(c, 100)) for c in (40, 60, 60, 62, 90)]).above == (4,)
    assert not among_questions([error_of(agreeing(29, 29)), error_of(agreeing(0, 29))]).any
    assert not among_questions([error_of(graded([8] * 40)), error_of(graded([7] * 40))]).any


@pytest.mark.parametrize(
    ("counts", "place"), [((30, 10, 5), 0), ((10, 30, 5), 1), ((15, 14, 5), None), ((9, 9), None), ((7,), None)]
)
def test_the_most_chosen_needs_to_be_told_from_the_second(counts: tuple[int, ...], place: int | None) -> None:
    assert most_chosen(counts) == place
    if place is not None:
        first, second = sorted(counts, reverse=True)[:2]
        assert binomtest(first, first + second).pvalue < 0.005
