"""Relative weights: against published ones, against every order of entry, and at their edges.

`swiss.csv` is the data set `swiss` of R (Mosteller and Tukey, 1977: fertility in 47 provinces of
Switzerland, 1888), on which the R package relaimpo publishes its weights.
"""

from collections.abc import Sequence
from itertools import permutations
from math import factorial
from pathlib import Path

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lib.figures.channel import figures
from lib.figures.counts import count
from lib.figures.drivers import Drivers, drivers, relative_weights
from lib.figures.selection import Selection
from tests.figures.surveys import Said, channel

Array = NDArray[np.float64]
SWISS = np.loadtxt(Path(__file__).parent / "swiss.csv", delimiter=",", skiprows=1)


def weights_of(predictors: Array, outcome: Array) -> Array:
    return relative_weights(np.cov(np.column_stack([predictors, outcome]), rowvar=False)[np.newaxis])[0]


def r2(predictors: Array, outcome: Array) -> float:
    return float(sm.OLS(outcome, sm.add_constant(predictors)).fit().rsquared) if predictors.shape[1] else 0.0


def over_all_orders(predictors: Array, outcome: Array) -> Array:
    """LMG as it is defined: what each predictor adds to R2, averaged over all orders of entry."""
    k = predictors.shape[1]
    gains = np.zeros(k)
    for order in permutations(range(k)):
        for place, predictor in enumerate(order):
            before = list(order[:place])
            gains[predictor] += r2(predictors[:, [*before, predictor]], outcome) - r2(predictors[:, before], outcome)
    return gains / factorial(k)


def test_the_weights_that_relaimpo_publishes_for_swiss() -> None:
    """calc.relimp(lm(Fertility ~ ., swiss), type = "lmg"): R2 0.706735."""
    found = weights_of(SWISS[:, 1:], SWISS[:, 0])
    assert found == pytest.approx(
        [0.0570912207681, 0.1711730289002, 0.2601346786244, 0.1055701503735, 0.1127659229265], abs=1e-12
    )
    assert found.sum() == pytest.approx(0.706735001593, abs=1e-11)


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(2, 4))
def test_the_weights_are_the_mean_gain_over_all_orders(seed: int, k: int) -> None:
    rng = np.random.default_rng(seed)
    common = rng.normal(size=(60, 1))
    predictors = rng.normal(size=(60, k)) + common
    outcome = predictors @ rng.normal(size=k) + rng.normal(size=60) * 2
    found = weights_of(predictors, outcome)
    assert found == pytest.approx(over_all_orders(predictors, outcome), abs=1e-9)
    assert found.sum() == pytest.approx(r2(predictors, outcome), abs=1e-9)


def test_order_and_scale_of_the_predictors_change_nothing() -> None:
    predictors, outcome = SWISS[:, 1:], SWISS[:, 0]
    found = weights_of(predictors, outcome)
    order = [3, 0, 4, 2, 1]
    assert weights_of(predictors[:, order], outcome) == pytest.approx(found[order])
    assert weights_of(predictors * [1, 10, 0.1, -3, 7] + 5, outcome * 2) == pytest.approx(found)


def test_two_equal_predictors_share_alike_and_explain_no_more() -> None:
    predictors, outcome = SWISS[:, 1:3], SWISS[:, 0]
    twice = np.column_stack([predictors, predictors[:, 1]])
    found = weights_of(twice, outcome)
    assert found[1] == pytest.approx(found[2])
    assert found.sum() == pytest.approx(r2(predictors, outcome))


def test_several_matrices_at_once_are_each_their_own() -> None:
    one, other = np.cov(SWISS[:, [1, 2, 0]], rowvar=False), np.cov(SWISS[:, [3, 4, 0]], rowvar=False)
    both = relative_weights(np.stack([one, other]))
    assert both[0] == pytest.approx(relative_weights(one[np.newaxis])[0])
    assert both[1] == pytest.approx(relative_weights(other[np.newaxis])[0])


# --- on a survey ---------------------------------------------------------------------------------


def survey(n: int, seed: int = 3) -> dict[str, list[Said]]:
    """n respondents for whom friendliness counts most, waiting less, and the room not at all."""
    rng = np.random.default_rng(seed)
    friendly, wait, room = (rng.integers(4, 11, n) for _ in range(3))
    overall = np.clip(np.rint(0.6 * friendly + 0.3 * wait + rng.normal(0, 1, n) + 0.8), 1, 10).astype(int)
    made = {"totaaloordeel": overall, "wachtruimte": room, "wachttijd": wait, "vriendelijkheid": friendly}
    return {key: [int(value) for value in values] for key, values in made.items()}


def of(
    said: dict[str, list[Said]], selection: Selection | None = None, products: Sequence[str] | None = None
) -> Drivers:
    made = channel(said, products=products)
    chosen = Selection() if selection is None else selection
    scores = [score for score in figures(count(made), chosen).scores if score.part_of is None]
    return drivers(made, chosen, scores)


def test_what_counts_most_weighs_most_and_its_share_lies_in_its_interval() -> None:
    said = survey(400)
    found = of(said)
    by_key = {driver.score.key: driver for driver in found.drivers}
    data = np.array([said[key] for key in ("wachtruimte", "wachttijd", "vriendelijkheid")], dtype=float).T
    overall = np.array(said["totaaloordeel"], dtype=float)
    assert found.n == 400
    assert found.r2 == pytest.approx(r2(data, overall))
    assert [by_key[key].weight for key in ("wachtruimte", "wachttijd", "vriendelijkheid")] == pytest.approx(
        list(over_all_orders(data, overall))
    )
    assert sum(driver.share for driver in found.drivers) == pytest.approx(1)
    assert by_key["vriendelijkheid"].share > by_key["wachttijd"].share > by_key["wachtruimte"].share
    for driver in found.drivers:
        assert driver.interval.holds(driver.share)
        assert 0 < driver.interval.high - driver.interval.low < 0.3


def test_the_same_respondents_give_the_same_intervals() -> None:
    assert of(survey(150)) == of(survey(150))


def test_intervals_cover_the_share_of_everyone_about_95_times_in_100() -> None:
    """Samples of 200 from a large population: its own shares should lie inside nearly always."""
    whole = survey(20_000, seed=1)
    truth = {driver.score.key: driver.share for driver in of(whole).drivers}
    rng = np.random.default_rng(2)
    inside = []
    for _ in range(60):
        rows = rng.integers(0, 20_000, 200)
        sample: dict[str, list[Said]] = {key: [values[row] for row in rows] for key, values in whole.items()}
        inside += [
            driver.interval.holds(truth[driver.score.key])
            for driver in of(sample).drivers
            if driver.score.key != "wachtruimte"  # its share is as good as nothing, at the edge of the scale
        ]
    assert 0.88 <= np.mean(inside) <= 1


@pytest.mark.parametrize(("n", "missing"), [(99, "few_answers"), (100, None)])
def test_from_a_hundred_complete_respondents(n: int, missing: str | None) -> None:
    found = of(survey(n))
    assert (found.n, found.missing) == (n, missing)
    assert bool(found.drivers) == (missing is None)


def test_who_skipped_a_question_is_counted_and_an_aspect_that_most_skipped_is_left_out() -> None:
    said = survey(300)
    said["wachttijd"][:20] = [None] * 20
    said["wachtruimte"][:151] = ["weet niet"] * 151
    found = of(said)
    assert (found.n, found.incomplete) == (280, 20)
    assert [(score.key, why) for score, why in found.left_out] == [("wachtruimte", "few_answers")]


def test_an_aspect_without_differences_is_left_out() -> None:
    found = of(survey(200) | {"privacy": [8] * 200})
    assert [(score.key, why) for score, why in found.left_out] == [("privacy", "all_the_same")]
    assert len(found.drivers) == 3


def test_a_totaaloordeel_without_differences_explains_nothing() -> None:
    assert of(survey(200) | {"totaaloordeel": [8] * 200}).missing == "all_the_same"


def test_one_aspect_is_no_comparison() -> None:
    said = survey(200)
    assert of({key: said[key] for key in ("totaaloordeel", "wachttijd")}).missing == "few_aspects"
    assert of({"wachttijd": said["wachttijd"]}).missing == "few_aspects"


def test_only_who_is_selected_counts() -> None:
    said = survey(300)
    chosen = of(said, Selection(products=("a",)), ["a"] * 200 + ["b"] * 100)
    alone = of({key: values[:200] for key, values in said.items()})
    assert [driver.weight for driver in chosen.drivers] == [driver.weight for driver in alone.drivers]
