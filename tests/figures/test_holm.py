"""Looking at several items at once: Holm's correction, and over which items it runs."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.figures.scores import Score, with_verdicts
from lib.figures.verdict import holm, p_of_share

p_values = st.lists(st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.01, 0.05, 1.0])), max_size=12)


def holm_by_definition(values: Sequence[float]) -> list[float]:
    """Each p: the largest of the multiplied p values up to its own rank, and at most 1."""
    ranked = sorted(values)
    multiplied = [(len(ranked) - rank) * p for rank, p in enumerate(ranked)]
    return [min(1.0, max(multiplied[: ranked.index(p) + 1 + ranked.count(p) - 1])) for p in values]


def test_a_case_worked_by_hand() -> None:
    # sorted 0.005 x 4 = 0.02, 0.01 x 3 = 0.03, 0.03 x 2 = 0.06, 0.04 x 1 = 0.04, raised to 0.06
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


@pytest.mark.parametrize(
    ("values", "adjusted"),
    [
        ([], []),
        ([0.04], [0.04]),
        ([0.6, 0.7], [1.0, 1.0]),
        ([0.02, 0.02], [0.04, 0.04]),
        ([0.0, 1.0, 1.0], [0.0, 1.0, 1.0]),
    ],
)
def test_few_equal_and_extreme_values(values: list[float], adjusted: list[float]) -> None:
    assert holm(values) == pytest.approx(adjusted)


@given(p_values)
def test_it_equals_the_definition(values: list[float]) -> None:
    assert holm(values) == pytest.approx(holm_by_definition(values))


@given(p_values)
def test_no_p_becomes_smaller_and_none_exceeds_one(values: list[float]) -> None:
    assert all(p <= adjusted <= 1 for p, adjusted in zip(values, holm(values), strict=True))


@given(p_values)
def test_a_larger_p_stays_at_least_as_large(values: list[float]) -> None:
    in_order = [adjusted for _, adjusted in sorted(zip(values, holm(values), strict=True))]
    assert in_order == sorted(in_order)


@given(p_values, st.randoms(use_true_random=False))
def test_the_order_of_the_items_changes_nothing(values: list[float], chance: Random) -> None:
    places = list(range(len(values)))
    chance.shuffle(places)
    shuffled = holm([values[place] for place in places])
    assert shuffled == pytest.approx([holm(values)[place] for place in places])


def agreeing(key: str, agree: int, n: int) -> Score:
    return Score(key, key, "agree", n, Fraction(agree))


def test_it_runs_only_over_items_with_thirty_answers_and_a_benchmark() -> None:
    scores = [
        agreeing("a", 70, 100),
        agreeing("too_few", 29, 29),
        agreeing("no_benchmark", 90, 100),
        agreeing("b", 75, 100),
        agreeing("hidden", 9, 9),
    ]
    found = with_verdicts(scores, {score.key: Decimal("0.60") for score in scores if score.key != "no_benchmark"})
    p = {score.key: score.p_adjusted for score in found}
    p_a, p_b = (p_of_share(Fraction(agree, 100), 100, Fraction(6, 10)) for agree in (70, 75))
    assert p["b"] == pytest.approx(2 * p_b)
    assert p["a"] == pytest.approx(max(2 * p_b, p_a))
    assert (p["too_few"], p["no_benchmark"], p["hidden"]) == (None, None, None)
    words = ["no_difference", "indicative", "no_benchmark", "higher", "suppressed"]
    assert [score.verdict for score in found] == words


def test_the_same_difference_may_be_shown_alone_and_not_among_many() -> None:
    one = agreeing("one", 72, 100)
    others = [agreeing(f"item {place}", 60, 100) for place in range(5)]
    benchmarks = {score.key: Decimal("0.60") for score in (one, *others)}
    assert with_verdicts([one], benchmarks)[0].verdict == "higher"
    assert with_verdicts([one, *others], benchmarks)[0].verdict == "no_difference"


def test_scores_keep_their_order_and_figures() -> None:
    scores = [agreeing("b", 70, 100), agreeing("a", 75, 100)]
    found = with_verdicts(scores, {"a": Decimal("0.6"), "b": Decimal("0.6")})
    assert [(score.key, score.n, score.total) for score in found] == [
        ("b", 100, Fraction(70)),
        ("a", 100, Fraction(75)),
    ]


def test_no_scores_give_no_verdicts() -> None:
    assert with_verdicts([], {}) == ()
