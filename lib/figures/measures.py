"""Every figure of a channel as weights over its counts, so that those of many groups are one multiplication."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.survey import scales
from lib.survey.catalogue import FIGURE_KINDS, Item
from lib.survey.dataset import Answers, Parts, Rule
from lib.survey.scales import FIRST_VALID, YES

Unit = Literal["grade", "agree", "effort", "share", "count"]
FigureRule = Rule | Literal["counted", "published"]

RESPONSES, REVIEWS, TIPS = "responses", "reviews", "tips"
REPEAT_VISIT, AT_ONCE, REST = "herhaalbezoek", "in_een_keer", "rest"
SHARE = "share:"  # before the answer of which it is the share


@dataclass(frozen=True)
class Measure:
    """What is measured of any group: the mean of an item, the share of one of its options, or the share of one of
    its answers (`column` is then "share:" and the answer, else "own"). `option` is None for an item as a whole."""

    item: str
    option: str | None
    column: str
    unit: Unit
    rule: FigureRule
    parts: Parts | None = None

    @property
    def is_partial(self) -> bool:
        """Whether parts of what it is made of are missing."""
        return self.parts is not None and not self.parts.are_all


@dataclass(frozen=True, eq=False)
class Measures:
    """The measures of a channel. `weights` (float64, [columns of the counts, 2 x measures]): what a count adds to
    the base, then what it adds to the total times its denominator. All are integers, and sums of them stay far
    below 2^53, so that nothing is lost."""

    rows: tuple[Measure, ...]
    weights: NDArray[np.float64]
    denominators: tuple[int, ...]

    @cached_property
    def places(self) -> Mapping[tuple[str, str | None, str], int]:
        """The place of each measure by item, option and column."""
        return {(row.item, row.option, row.column): place for place, row in enumerate(self.rows)}

    def of(self, counts: NDArray[np.int64]) -> NDArray[np.int64]:
        """Bases and totals, int64 [2, groups, measures], of counts [groups, columns]; a total is to be divided by
        the measure's denominator."""
        found = np.rint(counts.astype(np.float64) @ self.weights).astype(np.int64)
        return np.stack(np.split(found, 2, axis=1))


@dataclass(frozen=True)
class _Row:
    """A measure with its weights: per answer code of one item (`key`), or of the respondents (`key` is None)."""

    measure: Measure
    key: str | None
    base: tuple[int, ...]
    total: tuple[Fraction, ...]


def measures(answers: Mapping[str, Answers], columns: Mapping[str, slice]) -> Measures:
    """The measures of a channel with these answers. `columns`: where the counts of each item stand; column 0 counts
    respondents."""
    rows = [_Row(Measure(RESPONSES, None, "own", "count", "counted"), None, (1,), (Fraction(1),))]
    return _weighted([*rows, *(row for key, one in answers.items() for row in _rows(key, one))], columns)


def answer_shares(answers: Mapping[str, Answers], columns: Mapping[str, slice]) -> Measures:
    """The share of every answer to every question with a scale, as `measures`."""
    scaled = {key: one for key, one in answers.items() if one.item.kind in FIGURE_KINDS}
    return _weighted(
        [
            _over(key, Measure(key, None, SHARE + name, "share", "share_of_answer"), chosen)
            for key, one in scaled.items()
            for name, chosen in _answers(one)
        ],
        columns,
    )


def _weighted(rows: Sequence[_Row], columns: Mapping[str, slice]) -> Measures:
    width = 1 + sum(one.stop - one.start for one in columns.values())
    weights, denominators = np.zeros((width, 2 * len(rows))), []
    for place, row in enumerate(rows):
        where = slice(0, 1) if row.key is None else columns[row.key]
        denominator = lcm(*(value.denominator for value in row.total))
        weights[where, place] = row.base
        weights[where, len(rows) + place] = [int(value * denominator) for value in row.total]
        denominators.append(denominator)

    return Measures(tuple(row.measure for row in rows), weights, tuple(denominators))


def _rows(key: str, answers: Answers) -> Iterator[_Row]:
    item = answers.item
    if item.kind in FIGURE_KINDS:
        unit: Unit = "grade" if item.kind == "grade" else "effort" if item.kind == "effort" else "agree"
        yield _over(key, Measure(key, None, "own", unit, answers.rule, answers.parts), answer_values(answers))
    elif item.kind == "choice":
        for place, point in enumerate(item.points):
            yield _option(key, key, point.key, [other == place for other in range(len(item.points))])
        if key == REPEAT_VISIT:
            yield _option(key, key, REST, [point.key != AT_ONCE for point in item.points])
    elif is_option(item):
        whole, option = place_of(item)
        yield _option(key, whole, option or "", [False, True])
    elif key == "toelichting":
        yield _counted(REVIEWS, key, answers, FIRST_VALID)
    elif key == "tip_ja":
        yield _counted(TIPS, key, answers, YES)


def is_option(item: Item) -> bool:
    """Whether an item is one option of a question with several answers."""
    return item.part_of is not None and item.points == scales.YES_NO


def place_of(item: Item, option: str | None = None) -> tuple[str, str | None]:
    """The question and the option under which a figure is found, of an item or with `option` of one of its answers.
    An option of a question with several answers stands under that question."""
    if item.part_of is not None and is_option(item):
        return item.part_of, item.key.removeprefix(f"{item.part_of}_")
    return item.key, option


def _over(key: str, measure: Measure, values: list[Fraction]) -> _Row:
    """A measure over every valid answer to an item."""
    outside = [0] * FIRST_VALID
    return _Row(measure, key, (*outside, *([1] * len(values))), (*map(Fraction, outside), *values))


def _option(key: str, item: str, option: str, chosen: list[bool]) -> _Row:
    measure = Measure(item, option, "own", "share", "share_of_answer")
    return _over(key, measure, [Fraction(one) for one in chosen])


def _counted(item: str, key: str, answers: Answers, code: int) -> _Row:
    """How many gave one answer; a count is its own base."""
    weights = tuple(int(place == code) for place in range(answers.code_count))
    return _Row(Measure(item, None, "own", "count", "counted"), key, weights, tuple(map(Fraction, weights)))


def answer_values(answers: Answers) -> list[Fraction]:
    """What each valid answer to an item that has one figure (`FIGURE_KINDS`) counts as: a grade as itself, agreeing
    as 1, low effort as 1 and high effort as -1."""
    if answers.item.kind == "grade":
        return list(answers.values)
    if answers.item.kind == "agree":
        return [Fraction(point.key in scales.AGREEING) for point in answers.item.points]
    return [
        Fraction((point.key in scales.LOW_EFFORT) - (point.key in scales.HIGH_EFFORT)) for point in answers.item.points
    ]


def _answers(answers: Answers) -> Iterator[tuple[str, list[Fraction]]]:
    """The name of each answer of a scale, and for each valid code whether it is that answer. A grade that is no
    whole number counts with the whole grade it lies nearest to, halves upwards."""
    if answers.item.kind == "grade":
        nearest = [whole_grade(value) for value in answers.values]
        for grade in range(1, 11):
            yield str(grade), [Fraction(one == grade) for one in nearest]
        return
    for place, point in enumerate(answers.item.points):
        yield point.key, [Fraction(other == place) for other in range(len(answers.item.points))]


def whole_grade(grade: Fraction) -> int:
    """The whole grade that a grade lies nearest to, halves upwards."""
    return (2 * grade.numerator + grade.denominator) // (2 * grade.denominator)
