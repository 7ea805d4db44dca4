"""How the answers to one question divide: every grade or point of the scale, and the bands of grades."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from lib.figures.base import is_suppressed
from lib.figures.breakdowns import Breakdown, OptionCount
from lib.figures.counts import Counts, SelectedCounts
from lib.figures.measures import whole_grade
from lib.figures.scores import outside_base
from lib.survey.catalogue import FIGURE_KINDS
from lib.survey.dataset import Answers
from lib.survey.scales import FIRST_VALID

# Grades 1-5, 6-7 and 8-10: the bands in which the klantmonitor speaks of dissatisfied, neutral, satisfied.
BANDS = (("1_5", "1–5", 1, 5), ("6_7", "6–7", 6, 7), ("8_10", "8–10", 8, 10))


@dataclass(frozen=True)
class Distribution:
    """All answers to one item: `points` over its base n, in the order of the scale (the outside of the
    base, weet niet among it, is in `points.outside`). `bands` joins the grades; None for other items.
    `part_of`: the item that this one is a part of."""

    key: str
    label: str
    kind: str
    points: Breakdown
    bands: Breakdown | None
    part_of: str | None = None

    @property
    def n(self) -> int:
        return self.points.n

    @property
    def suppressed(self) -> bool:
        return self.points.suppressed


def distributions(counts: Counts, selected: SelectedCounts) -> tuple[Distribution, ...]:
    """The distribution of every grade, statement and effort question of a channel, in table order."""
    return tuple(
        distribution(answers, selected.of(key))
        for key, answers in counts.answers.items()
        if answers.item.kind in FIGURE_KINDS
    )


def distribution(answers: Answers, counts: NDArray[np.int64]) -> Distribution:
    """The distribution of one item. `counts`: per answer code, of one selection. A grade that is no whole
    number (7,5, or a mean of parts) counts with the whole grade it lies nearest to, halves upwards."""
    item = answers.item
    valid: list[int] = counts[FIRST_VALID:].tolist()
    if item.kind != "grade":
        named = [(point.key, point.label, count) for point, count in zip(item.points, valid, strict=True)]
        return Distribution(item.key, item.label, item.kind, _breakdown(answers, named, counts), None, item.part_of)
    per_grade = dict.fromkeys(range(1, 11), 0)
    for value, count in zip(answers.values, valid, strict=True):
        per_grade[whole_grade(value)] += count
    grades = [(str(grade), str(grade), count) for grade, count in per_grade.items()]
    bands = [(key, label, sum(per_grade[grade] for grade in range(low, high + 1))) for key, label, low, high in BANDS]
    return Distribution(
        item.key,
        item.label,
        item.kind,
        _breakdown(answers, grades, counts),
        _breakdown(answers, bands, counts),
        item.part_of,
    )


def _breakdown(answers: Answers, named: Sequence[tuple[str, str, int]], counts: NDArray[np.int64]) -> Breakdown:
    n = sum(count for _, _, count in named)
    return Breakdown(answers.item.key, n, tuple(_options(named, n)), outside_base(counts), answers.sources)


def _options(named: Iterable[tuple[str, str, int]], n: int) -> Iterable[OptionCount]:
    for key, label, count in named:
        if is_suppressed(n):
            yield OptionCount(key, label, n, None, None)
        else:
            yield OptionCount(key, label, n, count, Fraction(count, n))
