"""What to do first: the aspects that score demonstrably low and go together with the totaaloordeel, ranked.

An aspect's priority is its share of R2 times how far it lies below BM, beyond what BM was rounded from; where there
is no BM, below the mean of the other aspects. Aspects whose order isn't certain share a place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lib.figures.drivers import Driver, Drivers
from lib.figures.scores import Score
from lib.figures.standing_out import among_questions, error_of
from lib.figures.verdict import GRADE_ROUNDING, SHARE_ROUNDING, Verdict

CERTAIN = 0.975  # of the bootstrap samples in which one aspect stands before another
_JUDGED: tuple[Verdict, ...] = ("higher", "lower", "no_difference")


@dataclass(frozen=True)
class Priority:
    """An aspect to do first: its place (several may share one) and how far it lies too low, in the unit of the
    score, as a part of 1 for shares."""

    driver: Driver
    place: int
    distance: float


@dataclass(frozen=True)
class Priorities:
    """The ranking, first things first. `low`: the scores that are demonstrably too low, ranked or not;
    `against_benchmark`: too low is below BM, and not below the other aspects."""

    ranked: tuple[Priority, ...]
    low: tuple[Score, ...]
    against_benchmark: bool


def priorities(found: Drivers, scores: Sequence[Score]) -> Priorities:
    """The ranking of the drivers among `scores`, all aspects of one kind with their verdicts."""
    against_benchmark = any(score.verdict in _JUDGED for score in scores)
    distances = _below_benchmark(scores) if against_benchmark else _below_the_others(scores)
    low = tuple(score for score in scores if score.key in distances)
    chosen = [
        (place, driver)
        for place, driver in enumerate(found.drivers)
        if driver.score.key in distances and driver.relation == "together"
    ]
    if not chosen or found.draws is None:
        return Priorities((), low, against_benchmark)
    away = np.array([distances[driver.score.key] for _, driver in chosen])
    places = [place for place, _ in chosen]
    drawn = found.draws.shares[:, places] * (away - found.draws.moves[:, places])
    order = sorted(range(len(chosen)), key=lambda at: -chosen[at][1].share * away[at])
    ranked: list[Priority] = []
    for rank, at in enumerate(order):
        before = drawn[:, order[:rank]] > drawn[:, [at]]
        place = ranked[-1].place if rank and before.mean(axis=0).min() < CERTAIN else rank + 1
        ranked.append(Priority(chosen[at][1], place, float(away[at])))
    return Priorities(tuple(ranked), low, against_benchmark)


def _below_benchmark(scores: Sequence[Score]) -> dict[str, float]:
    """How far each score that is demonstrably below BM lies below what BM was rounded from."""
    return {
        score.key: float(score.benchmark) - float(score.value)
        - float(GRADE_ROUNDING if score.unit == "grade" else SHARE_ROUNDING)
        for score in scores
        if score.verdict == "lower" and score.benchmark is not None and score.value is not None
    }  # fmt: skip


def _below_the_others(scores: Sequence[Score]) -> dict[str, float]:
    """How far each score that is demonstrably below the others lies below their mean; of round figures nothing is."""
    if any(score.precision != "exact" for score in scores):
        return {}
    values = [error_of(score) for score in scores]
    found: dict[str, float] = {}
    for place in among_questions(values).below:
        others = [float(value) for at, (value, error, _) in enumerate(values) if at != place and error > 0]
        found[scores[place].key] = sum(others) / len(others) - float(values[place][0])
    return found
