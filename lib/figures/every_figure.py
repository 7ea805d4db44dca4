"""All figures of a selection by their key, each made when it is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.figures import periods
from lib.figures.base import is_suppressed
from lib.figures.benchmarks import benchmarks, wanted_year
from lib.figures.counts import Counts, SelectedCounts
from lib.figures.keys import BENCHMARK, DIFFERENCE, OWN, FigureKey, N, period_name
from lib.figures.measures import FigureRule, Measure, Measures, Unit
from lib.figures.periods import STEPS
from lib.figures.selection import Selection
from lib.survey.references import References


@dataclass(frozen=True)
class Figure:
    """One figure, exact and unrounded.

    `value`: a grade, a share 0-1, effort from -1 to 1 (BM and what was published as well), or a count; None where
    it is suppressed. `n`: the base; of a count the count, None of what was published. `total`: what is divided
    by n. `unit` of n is count; of a difference that of its figure. `benchmark` is as published: a grade, a share,
    whole points of effort. A difference is exact here: what is shown of it is the rounded figure minus BM.
    """

    key: FigureKey
    value: Fraction | None
    n: int | None
    total: Fraction | None
    unit: Unit
    rule: FigureRule
    suppressed: bool = False
    benchmark: Decimal | None = None
    benchmark_year: int | None = None


def every_figure(counts: Counts, selection: Selection, references: References) -> Mapping[FigureKey, Figure]:
    """Every figure of a channel for a selection: totaaloordeel, aspects and their parts, statements, CES, options,
    respons, reviews and tips; each with its n, and where there is a BM with BM and difference; the share of every
    answer of a scale; and figure and n of all of them per product and per month, quarter and year that the selection
    touches, with what was published of other years. Keys come in that order."""
    return _Figures(counts, selection, references)


def figure_at(counts: Counts, selection: Selection, references: References, key: FigureKey) -> Figure | None:
    """One figure of a selection; None where the channel has no such figure."""
    return every_figure(counts, selection, references).get(key)


@dataclass(frozen=True)
class _Group:
    """Bases and totals of a group of respondents, both int64 [measures]."""

    bases: NDArray[np.int64]
    totals: NDArray[np.int64]


class _Figures(Mapping[FigureKey, Figure]):
    """Looks a figure up by the parts of its key. What all figures of a kind share is made once: the counts of the
    selection, of its products, of its periods, and the BM."""

    def __init__(self, counts: Counts, selection: Selection, references: References) -> None:
        self._counts, self._selection, self._references = counts, selection, references

    def __getitem__(self, key: FigureKey) -> Figure:
        found = self._find(key) if key.channel == self._counts.channel else None
        if found is None:
            raise KeyError(key)
        return found

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __iter__(self) -> Iterator[FigureKey]:
        channel = self._counts.channel
        yield from self._keys_of_group(None, None)
        for row in self._counts.measures.rows:
            if self._benchmark(row)[0] is not None:
                yield FigureKey(channel, row.item, BENCHMARK)
                yield FigureKey(channel, row.item, DIFFERENCE)
        for row in self._counts.answer_shares.rows:
            yield FigureKey(channel, row.item, row.column)
        for product in self._products:
            yield from self._keys_of_group(product, None)
        for period in self._periods:
            yield from self._keys_of_group(None, period)
        for item, year in self._own_by_year:
            if year not in self._periods:
                yield FigureKey(channel, item, OWN, None, None, year)
        for item, year in self._benchmark_by_year:
            yield FigureKey(channel, item, BENCHMARK, None, None, year)

    def _keys_of_group(self, product: str | None, period: str | None) -> Iterator[FigureKey]:
        for row in self._counts.measures.rows:
            yield FigureKey(self._counts.channel, row.item, OWN, row.option, product, period)
            if row.unit != "count":
                yield FigureKey(self._counts.channel, row.item, N, row.option, product, period)

    def _find(self, key: FigureKey) -> Figure | None:
        if key.product is not None and key.period is not None:
            return None
        is_whole = key.product is None and key.period is None
        if key.measure not in (OWN, N, BENCHMARK, DIFFERENCE):
            return self._answer_share(key) if is_whole else None
        place = self._counts.measures.places.get((key.item, key.option, OWN))
        if place is None:
            return None
        row, group = self._counts.measures.rows[place], self._group(key)
        own = None if group is None else self._of_group(key, row, group, place)
        if key.measure == OWN:
            # A handful of answers must not push a published figure aside.
            published = self._published(key, row, self._own_by_year) if own is None or own.suppressed else None
            return published or own
        if key.measure == BENCHMARK and not is_whole:
            return self._published(key, row, self._benchmark_by_year)
        if own is None or own.n is None or row.unit == "count":
            return None
        if key.measure == N:
            return Figure(key, Fraction(own.n), own.n, Fraction(own.n), "count", "counted")
        if own.benchmark is None:
            return None
        benchmark = _exact(own.benchmark, row.unit)
        if key.measure == BENCHMARK:
            return replace(own, value=benchmark, n=None, total=None, rule="published", suppressed=False)
        return replace(own, value=None if own.value is None else own.value - benchmark, total=None)

    def _answer_share(self, key: FigureKey) -> Figure | None:
        shares = self._counts.answer_shares
        place = shares.places.get((key.item, key.option, key.measure))
        return None if place is None else self._of_group(key, shares.rows[place], self._whole_shares, place)

    def _of_group(self, key: FigureKey, row: Measure, group: _Group, place: int) -> Figure:
        """The own figure of a group; over everyone with its BM."""
        measures = self._counts.measures if row.column == OWN else self._counts.answer_shares
        n, total = int(group.bases[place]), Fraction(int(group.totals[place]), measures.denominators[place])
        if row.unit == "count":
            return Figure(key, total, n, total, row.unit, row.rule)
        is_whole = key.product is None and key.period is None
        compared = self._benchmark(row) if is_whole else (None, None)
        if is_suppressed(n):
            return Figure(key, None, n, None, row.unit, row.rule, True, *compared)
        return Figure(key, total / n, n, total, row.unit, row.rule, False, *compared)

    def _published(self, key: FigureKey, row: Measure, by_year: Mapping[tuple[str, str], Decimal]) -> Figure | None:
        """What was published of a question in the year of a key."""
        found = None if key.option is not None or key.period is None else by_year.get((key.item, key.period))
        return None if found is None else Figure(key, _exact(found, row.unit), None, None, row.unit, "published")

    def _group(self, key: FigureKey) -> _Group | None:
        if key.product is not None:
            return self._products.get(key.product)
        return self._whole if key.period is None else self._periods.get(key.period)

    @cached_property
    def _selected(self) -> SelectedCounts:
        return self._counts.select(self._selection)

    @cached_property
    def _whole(self) -> _Group:
        return _groups(self._counts.measures, self._selected.matrix.sum(axis=0)[np.newaxis])[0]

    @cached_property
    def _whole_shares(self) -> _Group:
        return _groups(self._counts.answer_shares, self._selected.matrix.sum(axis=0)[np.newaxis])[0]

    @cached_property
    def _products(self) -> Mapping[str, _Group]:
        """The products that have respondents in the selection."""
        matrix = self._selected.matrix[:-1]
        groups = _groups(self._counts.measures, matrix)
        return {name: group for name, group, one in zip(self._counts.products, groups, matrix, strict=True) if one[0]}

    @cached_property
    def _periods(self) -> Mapping[str, _Group]:
        """Every month, quarter and year from the first to the last answer, also those without any."""
        first, last = self._selected.first_day, self._selected.last_day
        if first is None or last is None:
            return {}
        months = periods.calendar(first, last, "month")
        each = self._counts.per_month(self._selection, months)
        found: dict[str, NDArray[np.int64]] = {}
        for step in STEPS:
            for month, one in zip(months, each, strict=True):
                name = period_name(month, step)
                found[name] = found[name] + one if name in found else one
        return dict(zip(found, _groups(self._counts.measures, np.stack(list(found.values()))), strict=True))

    @cached_property
    def _benchmarks(self) -> Mapping[str, tuple[Decimal | None, int | None]]:
        year = wanted_year(self._counts, self._selection, self._selected)
        tables = benchmarks(self._counts, self._references, year)
        return {item: (value, table.year) for table in tables for item, value in table.benchmarks.items()}

    def _benchmark(self, row: Measure) -> tuple[Decimal | None, int | None]:
        """BM of a figure over everyone and its year, or None and None; options and answers have none."""
        nothing = (None, None)
        if row.option is not None or row.column != OWN:
            return nothing
        found = self._benchmarks.get(row.item, nothing)
        return nothing if found[0] is None else found

    @cached_property
    def _own_by_year(self) -> Mapping[tuple[str, str], Decimal]:
        """The own figures that were published, by item and year: about all products together."""
        return {} if self._selection.products else self._by_year("own")

    @cached_property
    def _benchmark_by_year(self) -> Mapping[tuple[str, str], Decimal]:
        return self._by_year("benchmark")

    def _by_year(self, column: Literal["own", "benchmark"]) -> dict[tuple[str, str], Decimal]:
        """What was published of the questions asked, by item and year; it is of all parts of an item together."""
        asked = {
            row.item
            for row in self._counts.measures.rows
            if row.option is None and row.unit != "count" and not row.is_partial
        }
        found = {}
        for row in self._references.rows:
            printed = row.own if column == "own" else row.benchmark
            if row.channel == self._counts.channel and row.item in asked and printed is not None:
                found[row.item, str(row.year)] = printed
        return found


def _exact(printed: Decimal, unit: Unit) -> Fraction:
    """A published figure in the unit of the figure beside it: effort is published in whole points."""
    return Fraction(printed) / (100 if unit == "effort" else 1)


def _groups(measures: Measures, counts: NDArray[np.int64]) -> list[_Group]:
    bases, totals = measures.of(counts)
    return [_Group(*one) for one in zip(bases, totals, strict=True)]
