"""What to do first: demonstrably low, going together, and in an order only where the order is certain."""

from collections.abc import Mapping
from decimal import Decimal

import numpy as np
import pytest
import statsmodels.api as sm

from lib.figures.channel import figures
from lib.figures.counts import Counts, count
from lib.figures.drivers import Drivers, drivers
from lib.figures.priorities import Priorities, priorities
from lib.figures.selection import Selection
from lib.survey.dataset import Survey
from lib.survey.references import NO_REFERENCES, Reference, References
from tests.figures.surveys import Said, channel

KEYS = ("wachtruimte", "wachttijd", "vriendelijkheid", "privacy")


def found(
    n: int, weights: tuple[float, ...], benchmarks: Mapping[str, str], seed: int = 3, **other: list[Said]
) -> tuple[Drivers, Priorities]:
    """n respondents whose totaaloordeel is made of the aspects with these weights."""
    rng = np.random.default_rng(seed)
    aspects = rng.integers(5, 11, (len(KEYS), n))
    overall = np.clip(np.rint(7 + np.array(weights) @ (aspects - 7.5) + rng.normal(0, 0.8, n)), 1, 10).astype(int)
    said: dict[str, list[Said]] = dict(zip(KEYS, aspects.tolist(), strict=True))
    made = channel({**said, "totaaloordeel": overall.tolist(), **other})
    references = References(tuple(Reference("balie", key, 2020, Decimal(bm), None) for key, bm in benchmarks.items()))
    scores = figures(count(made), Selection(), references).scores
    related = drivers(made, Selection(), scores)
    return related, priorities(related, scores)


def test_the_telephone_of_the_sample_has_the_three_that_are_below_bm(
    sample_survey: Survey, sample_counts: Mapping[str, Counts], sample_references: References
) -> None:
    scores = figures(sample_counts["telefoon"], Selection(), sample_references).scores
    scores = tuple(score for score in scores if score.part_of is None)
    first = priorities(drivers(sample_survey.channels["telefoon"], Selection(), scores), scores)
    assert {each.driver.score.key for each in first.ranked} == {"wachttijd", "bereikbaarheid", "deskundigheid"}


def test_ranked_by_samenhang_times_distance_and_only_what_is_below_bm() -> None:
    _, first = found(600, (0.1, 0.3, 0.5, 0.2), {"wachtruimte": "8.2", "wachttijd": "8.2", "vriendelijkheid": "8.4", "privacy": "7.5"})  # fmt: skip
    assert [each.driver.score.key for each in first.ranked] == ["vriendelijkheid", "wachttijd", "wachtruimte"]
    for each in first.ranked:
        assert each.driver.score.value is not None
        assert each.driver.score.benchmark is not None
        gap = float(each.driver.score.benchmark) - 0.05 - float(each.driver.score.value)
        assert each.distance == pytest.approx(gap)
    assert [each.place for each in first.ranked] == [1, 2, 3]


def test_what_can_not_be_put_in_order_shares_a_place() -> None:
    _, first = found(300, (0.3, 0.3, 0.3, 0.3), dict.fromkeys(KEYS, "8.2"))
    assert {each.place for each in first.ranked} == {1}
    assert len(first.ranked) == 4


def test_an_aspect_that_goes_against_the_totaaloordeel_is_not_to_be_improved() -> None:
    related, first = found(600, (0.3, -0.4, 0.5, 0.0), dict.fromkeys(KEYS, "8.5"))
    relations = {driver.score.key: driver.relation for driver in related.drivers}
    assert relations["wachttijd"] == "opposite"
    assert relations["privacy"] == "unclear"
    assert {each.driver.score.key for each in first.ranked} == {"wachtruimte", "vriendelijkheid"}
    assert {score.key for score in first.low} == set(KEYS)


def test_without_a_benchmark_what_lies_below_the_others_counts() -> None:
    low: list[Said] = np.random.default_rng(1).integers(3, 8, 600).tolist()
    _, first = found(600, (0.3, 0.3, 0.5, 0.2), {}, privacy=low)
    assert not first.against_benchmark
    assert [score.key for score in first.low] == ["privacy"]
    assert first.ranked == ()  # its own answers have nothing to do with the totaaloordeel


def test_nothing_is_ranked_where_r2_is_chance() -> None:
    related, first = found(300, (0, 0, 0, 0), dict.fromkeys(KEYS, "8.5"))
    assert related.missing == "chance"
    assert first.ranked == ()
    assert len(first.low) == 4


def test_the_f_test_is_that_of_statsmodels() -> None:
    """Around the level: noise of which by chance more or less is explained."""
    rng = np.random.default_rng(5)
    for seed in range(30):
        noise = rng.integers(1, 11, (3, 120))
        weak = np.clip(np.rint(5 + 0.12 * noise[0] + rng.normal(0, 1.5, 120)), 1, 10).astype(int)
        made = channel({**dict(zip(KEYS, noise.tolist(), strict=False)), "totaaloordeel": weak.tolist()})
        scores = figures(count(made), Selection(), NO_REFERENCES).scores
        p = sm.OLS(weak, sm.add_constant(noise.T)).fit().f_pvalue
        assert (drivers(made, Selection(), scores).missing == "chance") == (p >= 0.005), seed


def test_an_aspect_that_does_not_vary_among_complete_answers_leaves_and_the_page_stays() -> None:
    """Those who gave privacy something else than an 8 left another question open."""
    open_again: list[Said] = [*[8] * 550, *[5] * 50]
    gaps: list[Said] = [7, 9] * 275 + [None] * 50
    related, _ = found(600, (0.3, 0.3, 0.5, 0.0), {}, privacy=open_again, wachtruimte=gaps)
    assert [(score.key, why) for score, why in related.left_out] == [("privacy", "all_the_same")]
    assert related.missing is None
    assert len(related.drivers) == 3
