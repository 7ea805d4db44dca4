"""Of one survey channel: how much of the figures of any selection may be told outside the owner's own screen."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from lib.figures.base import MINIMUM_BASE, Precision, is_suppressed
from lib.figures.breakdowns import options_of
from lib.figures.counts import Counts
from lib.figures.disclosure_model import Measures, Node, Tree, exact_both_ways, exact_cells, few_in
from lib.figures.disclosure_rest import rest_is_told
from lib.figures.selection import Selection
from lib.survey import scales
from lib.survey.dataset import NO_DAY, Answers
from lib.survey.scales import FIRST_VALID, YES

RESPONSES, REVIEWS, TIPS = "responses", "reviews", "tips"  # numbers of people, as questions of their own
Numbers = NDArray[np.int64] | NDArray[np.float64]
_WHOLE = "all"
_FINEST: Precision = "exact"
_ORDER: tuple[Precision, ...] = ("exact", "rounded", "hidden")


@dataclass(frozen=True)
class PublishedSelection:
    """What is shown where a selection is asked for: the same with whole calendar months. `is_expanded`: whether
    days were added to it, which must be said."""

    selection: Selection
    is_expanded: bool


@dataclass(frozen=True, eq=False)
class _Question:
    """What may be known of one question: what is counted of it; the names of the cells that may be known
    exactly, and those of periods that are not shown at all."""

    measures: Measures
    cells: tuple[NDArray[np.bool_], ...]  # those that may be known exactly, as masks [months, rows]
    products: frozenset[str]
    periods: frozenset[str]
    hidden_periods: frozenset[str]

    @property
    def n(self) -> NDArray[np.int64]:
        """The base [months, rows]."""
        return self.measures.n

    def within(self, other: "_Question") -> "_Question":
        """What may be known exactly here as well as there."""
        products, periods = self.products & other.products, self.periods & other.periods
        return replace(self, products=products, periods=periods)


@dataclass(frozen=True, eq=False)
class Disclosure:
    """The decisions about one channel, made once: `of`. They are the same for room and publish."""

    counts: Counts
    _questions: Mapping[str, _Question]
    _spread: Mapping[str, _Question]  # of how many gave each single answer, where that is more than the figure
    _time: Tree

    @classmethod
    def of(cls, counts: Counts) -> "Disclosure":
        """Decide for every question of a channel which cells may be known exactly."""
        products, time = _product_tree(counts), _time_tree(counts)
        measured = {key: _measures(counts, answers) for key, answers in counts.answers.items()}
        people = counts.by_month[:, :, 0].astype(np.int64)
        measured[RESPONSES] = _people(people, [])
        for name, key, code in ((REVIEWS, "toelichting", FIRST_VALID), (TIPS, "tip_ja", YES)):
            if key in counts.answers:
                measured[name] = _people(people, [counts.by_month[:, :, counts.columns[key].start + code]])
        figures = {key: _question(products, time, found.only_strict()) for key, found in measured.items()}
        spread = {
            key: _question(products, time, found).within(figures[key])
            for key, found in measured.items()
            if not found.is_strict.all()
        }
        return cls(counts, figures, spread, time)

    def published(self, selection: Selection) -> PublishedSelection:
        """The selection as room and publish show it: whole calendar months."""
        whole = whole_months(selection)
        return PublishedSelection(whole, whole != selection)

    def precision(self, selection: Selection, key: str, *, is_spread: bool = False) -> Precision:
        """How much may be told of the figures of a selection about one question: a key of `counts.answers`, of a
        question with several answers, or RESPONSES, REVIEWS, TIPS; with `is_spread` of how many gave each single answer
        on its scale. What is exact is a sum of cells that may be known
        exactly, so that exact figures tell nothing together either.

        Raises ValueError for a selection that is cut within a month.
        """
        if self.published(selection).is_expanded:
            raise ValueError("what leaves takes whole calendar months")
        if key not in self._questions:
            options = [item.key for _, item in options_of(self.counts, key) if item.key in self._questions]
            return coarsest([self.precision(selection, option) for option in options])
        found = self._spread.get(key, self._questions[key]) if is_spread else self._questions[key]
        months, rows = self._months(selection), self._rows(selection)
        inside = found.n[np.ix_(months, rows)]
        if is_suppressed(int(inside.sum())):
            return "hidden"
        # A selection that holds all people of a product, a period or the survey is that one.
        has_all_time = int(inside.sum()) == int(found.n[:, rows].sum())
        has_all_products = int(inside.sum()) == int(found.n[months].sum())
        of_products = self._of_products(found, rows) if has_all_time else None
        of_periods = self._of_periods(found, months) if has_all_products else None
        either = coarsest(each for each in (of_products, of_periods) if each is not None)
        if (has_all_time or has_all_products) and either != "rounded":
            return either
        # Of a product or a period that isn't shown, no part is shown either.
        parts = (self._of_products(found, rows), self._of_periods(found, months))
        return "hidden" if "hidden" in parts else self._rounded(found, months, rows)

    def _rounded(self, found: _Question, months: NDArray[np.int64], rows: NDArray[np.int64]) -> Precision:
        """Rounded, or hidden where that tells of the few by whom the selection differs from an exact cell."""
        shown = np.zeros(found.n.shape, dtype=bool)
        shown[np.ix_(months, rows)] = True
        n = int(found.n[shown].sum())
        for cell in found.cells:
            size = int(found.n[cell].sum())
            if (
                0 < abs(size - n) < MINIMUM_BASE
                and not (found.n[(shown if size > n else cell) & ~(cell if size > n else shown)]).any()
                and rest_is_told(found.measures, cell, shown)
            ):
                return "hidden"
        return "rounded"

    def _of_products(self, found: _Question, rows: NDArray[np.int64]) -> Precision:
        """Of people of all times: what is known of these products together."""
        if int(found.n[:, rows].sum()) == int(found.n.sum()):
            return "exact"
        named = [place for place in rows.tolist() if found.n[:, place].any()]
        exact = [_product(self.counts, place) in found.products for place in named]
        if all(exact):
            return "exact"
        return "rounded" if any(exact) or len(named) > 1 else "hidden"

    def _of_periods(self, found: _Question, months: NDArray[np.int64]) -> Precision:
        """Of people of all products: what is known of these months together."""
        wanted = frozenset(place for place in months.tolist() if found.n[place].any())
        if wanted == frozenset(np.flatnonzero(found.n.any(axis=1)).tolist()):
            return "exact"
        covered: set[int] = set()
        for name in found.periods:
            # A cell may hold months without answers beside those that are wanted.
            leaves = {leaf for leaf in self._time[name].leaves if found.n[leaf].any()}
            if leaves <= wanted:
                covered |= leaves
        if covered == wanted:
            return "exact"
        alike = [name for name in found.hidden_periods if self._filled(found, name) == wanted]
        return "hidden" if alike else "rounded"

    def _filled(self, found: _Question, name: str) -> frozenset[int]:
        return frozenset(leaf for leaf in self._time[name].leaves if found.n[leaf].any())

    def _months(self, selection: Selection) -> NDArray[np.int64]:
        months = self.counts.months
        inside = np.ones(len(months), dtype=bool)
        if selection.has_period:
            inside &= months != NO_DAY
        if selection.start is not None:
            inside &= months >= _month(selection.start)
        if selection.end is not None:
            inside &= months <= _month(selection.end)
        return np.flatnonzero(inside)

    def _rows(self, selection: Selection) -> NDArray[np.int64]:
        names = self.counts.products
        if not selection.products:
            return np.arange(len(names) + 1)
        return np.array([place for place, name in enumerate(names) if name in selection.products], dtype=np.int64)


def whole_months(selection: Selection) -> Selection:
    """The selection with the days of its first and last month that it lacks."""
    start, end = selection.start, selection.end
    return replace(
        selection,
        start=None if start is None else start.replace(day=1),
        end=None if end is None else end.replace(day=monthrange(end.year, end.month)[1]),
    )


def coarsest(found: Iterable[Precision]) -> Precision:
    """The least that is told of several; exact of none."""
    return max(found, key=_ORDER.index, default=_FINEST)


def _question(products: Tree, time: Tree, found: Measures) -> _Question:
    of_products, of_time = exact_both_ways(products, time, found)
    hidden = frozenset(time) - exact_cells(time, found.along(0), few_in(products, found.n.T))
    cells = []
    for tree, exact, axis in ((products, of_products, 1), (time, of_time, 0)):
        for name in exact:
            cell = np.zeros(found.n.shape, dtype=bool)
            cell[(slice(None), list(tree[name].leaves)) if axis else list(tree[name].leaves)] = True
            cells.append(cell)
    return _Question(found, tuple(cells), of_products, of_time, hidden)


def _product(counts: Counts, place: int) -> str:
    return f"product {place}" if place < len(counts.products) else ""


def _product_tree(counts: Counts) -> Tree:
    tree = {
        _product(counts, place): Node(_product(counts, place), frozenset({place}))
        for place in range(len(counts.products))
    }
    tree[_WHOLE] = Node(_WHOLE, frozenset(range(len(counts.products) + 1)), tuple(tree))
    return tree


def _time_tree(counts: Counts) -> Tree:
    """Months in quarters in years in the whole; who has no date is in the whole only."""
    tree: dict[str, Node] = {}
    dated = [(place, int(month)) for place, month in enumerate(counts.months) if month != NO_DAY]
    level: list[tuple[str, int, frozenset[int], tuple[str, ...]]] = [
        (f"month {month}", month, frozenset({place}), ()) for place, month in dated
    ]
    for word, size in (("quarter", 3), ("year", 4), ("", 0)):
        for name, _, leaves, children in level:
            tree[name] = Node(name, leaves, children)
        if not size:
            break
        joined: dict[int, list[str]] = {}
        for name, number, _, _ in level:
            joined.setdefault(number // size, []).append(name)
        level = [
            (f"{word} {number}", number, frozenset().union(*(tree[name].leaves for name in names)), tuple(names))
            for number, names in joined.items()
        ]
    tree[_WHOLE] = Node(_WHOLE, frozenset(range(len(counts.months))), tuple(name for name, _, _, _ in level))
    return tree


def _month(day: date) -> int:
    return (day.year - 1970) * 12 + day.month - 1


def _measures(counts: Counts, answers: Answers) -> Measures:
    """What is counted of a question: the sum behind its figure, and how many gave each answer."""
    valid = counts.by_month[:, :, counts.columns[answers.item.key]][:, :, FIRST_VALID:].astype(np.int64)
    n = valid.sum(axis=2)
    kind = answers.item.kind
    if kind == "grade":
        whole = [_nearest(value) for value in answers.values]
        each = [
            valid[:, :, [place for place, own in enumerate(whole) if own == grade]].sum(axis=2)
            for grade in range(1, 11)
        ]
        total = valid @ np.array([float(value) for value in answers.values])
        bands = [sum(each[grade - 1] for grade in grades) for grades in (range(1, 6), range(6, 8), range(8, 11))]
        return _of(n, [total], [*each, *bands], lowest=1, highest=10)
    each = [valid[:, :, place] for place in range(valid.shape[2])]
    points = [point.key for point in answers.item.points]
    if kind in ("agree", "effort"):
        joined = (scales.AGREEING,) if kind == "agree" else (scales.LOW_EFFORT, scales.HIGH_EFFORT)
        main = [valid[:, :, [points.index(key) for key in keys]].sum(axis=2) for keys in joined]
        if kind == "effort":
            main = [main[0] - main[1], *main]
        return _of(n, main, each, lowest=-1 if kind == "effort" else 0)
    return _of(n, each, [])


def _nearest(grade: Fraction) -> int:
    return (2 * grade.numerator + grade.denominator) // (2 * grade.denominator)


def _people(n: NDArray[np.int64], filled: Sequence[NDArray[np.integer]]) -> Measures:
    return _of(n, [each.astype(np.int64) for each in filled], [])


def _of(
    n: NDArray[np.int64], main: Sequence[Numbers], others: Sequence[Numbers], *, lowest: int = 0, highest: int = 1
) -> Measures:
    """`main`: what the figure is made of, the figure's own sum first; it runs from `lowest` to `highest` per person."""
    sums = np.array([*main, *others], dtype=np.float64).reshape(len(main) + len(others), *n.shape)
    first = np.arange(len(sums)) == 0
    return Measures(
        n,
        sums,
        np.where(first, float(lowest), 0.0),
        np.where(first, float(highest), 1.0),
        np.where(first & (highest > 1), 1.0, 0.0),
        np.arange(len(sums)) < len(main),
    )
