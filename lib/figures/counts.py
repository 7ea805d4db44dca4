"""Answers turned into integer counts, once, at load; every figure is made of a slice of them.

Two tables hold the same counts: one per month, one per day. A selection takes its whole months
from the first and the days at its edges from the second, so a figure costs the same for 3,000 and
for 1,000,000 respondents, whatever the period.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lib.figures.measures import Measures, answer_shares, measures
from lib.figures.periods import Period
from lib.figures.selection import Selection
from lib.survey.dataset import NO_DAY, Answers, ChannelAnswers
from lib.survey.scales import FIRST_VALID

_EPOCH = date(1970, 1, 1)
_NO_MONTH = NO_DAY


@dataclass(frozen=True, eq=False)
class SelectedCounts:
    """The counts of one selection. `matrix` (int64, [products + 1, columns]): a row per product,
    the last for respondents without one; column 0 counts respondents, the others answer codes."""

    matrix: NDArray[np.int64]
    columns: Mapping[str, slice]
    first_day: date | None
    last_day: date | None

    @property
    def respondents(self) -> int:
        return int(self.matrix[:, 0].sum())

    def of(self, key: str) -> NDArray[np.int64]:
        """Counts per answer code of an item, over all selected products."""
        return self.matrix[:, self.columns[key]].sum(axis=0)

    def by_product(self, key: str) -> NDArray[np.int64]:
        """Counts [product, answer code] of an item; respondents without a product are left out."""
        return self.matrix[:-1, self.columns[key]]


@dataclass(frozen=True, eq=False)
class Counts:
    """The counts of one channel, ready to be selected from; see `count`."""

    channel: str
    products: tuple[str, ...]
    answers: Mapping[str, Answers]
    columns: Mapping[str, slice]
    months: NDArray[np.int32]  # [months], months since 1970-01, sorted
    by_month: NDArray[np.int32]  # [months, products + 1, columns]
    cell_days: NDArray[np.int32]  # [cells], sorted; a cell is a day and a product that occur
    cell_products: NDArray[np.int32]  # [cells]
    by_day: NDArray[np.unsignedinteger]  # [cells, columns]

    @cached_property
    def bases(self) -> Mapping[str, int]:
        """How many valid answers each item has, over everyone."""
        whole = self.by_month.sum(axis=(0, 1), dtype=np.int64)
        return {key: int(whole[columns][FIRST_VALID:].sum()) for key, columns in self.columns.items()}

    @cached_property
    def measures(self) -> Measures:
        """What can be measured of any group of these counts."""
        return measures(self.answers, self.columns)

    @cached_property
    def answer_shares(self) -> Measures:
        """The share of every answer of a scale."""
        return answer_shares(self.answers, self.columns)

    def select(self, selection: Selection) -> SelectedCounts:
        """The counts of the products and the period of `selection` (its channel is not looked at)."""
        rows = self._rows(selection.products)
        first, last = _day(selection.start), _day(selection.end)
        if first is None and last is None:
            matrix = self.by_month.sum(axis=0, dtype=np.int64)
        else:
            matrix = self._period(first, last)
        matrix[~rows] = 0
        return SelectedCounts(matrix, self.columns, *self._first_and_last(rows, first, last))

    def per_month(self, selection: Selection, months: Sequence[Period]) -> NDArray[np.int64]:
        """The counts of calendar months, as far as they are selected: [months, columns], over all products."""
        rows = self._rows(selection.products)
        whole = self.by_month[:, rows].sum(axis=1, dtype=np.int64)
        places = {int(month): place for place, month in enumerate(self.months)}
        found = np.zeros((len(months), self.by_month.shape[2]), dtype=np.int64)
        for row, month in enumerate(months):
            part = selection.within(month.start, month.end)
            if (part.start, part.end) != (month.start, month.end):
                found[row] = self.select(part).matrix.sum(axis=0)
            elif (place := places.get(_month_of((month.start - _EPOCH).days))) is not None:
                found[row] = whole[place]
        return found

    def _rows(self, products: tuple[str, ...]) -> NDArray[np.bool_]:
        """Which rows of a matrix are selected: all, or those of the named products."""
        if not products:
            return np.ones(len(self.products) + 1, dtype=bool)
        return np.array([*(name in products for name in self.products), False])

    def _period(self, first: int | None, last: int | None) -> NDArray[np.int64]:
        """Counts from day `first` up to and including day `last`."""
        dated = self.cell_days[self.cell_days != NO_DAY]
        if len(dated) == 0:
            return np.zeros(self.by_month.shape[1:], dtype=np.int64)
        # No further than a month beyond the data, so that any date the user gives can be handled.
        earliest, latest = int(dated[0]) - 31, int(dated[-1]) + 31
        first = earliest if first is None else max(first, earliest)
        last = latest if last is None else min(last, latest)
        first_month, last_month = _first_whole_month(first), _last_whole_month(last)
        if first_month > last_month:
            return self._days(first, last)
        start, stop = np.searchsorted(self.months, [first_month, last_month + 1])
        whole = self.by_month[start:stop].sum(axis=0, dtype=np.int64)
        return whole + self._days(first, _start_of(first_month) - 1) + self._days(_start_of(last_month + 1), last)

    def _days(self, first: int, last: int) -> NDArray[np.int64]:
        """Counts of a few days, from the table per day."""
        matrix = np.zeros(self.by_month.shape[1:], dtype=np.int64)
        start, stop = np.searchsorted(self.cell_days, [first, last + 1])
        if stop > start:
            order = np.argsort(self.cell_products[start:stop], kind="stable")
            products = self.cell_products[start:stop][order]
            starts = np.flatnonzero(np.r_[True, products[1:] != products[:-1]])
            matrix[products[starts]] = np.add.reduceat(self.by_day[start:stop][order], starts, axis=0, dtype=np.int64)
        return matrix

    def _first_and_last(
        self, rows: NDArray[np.bool_], first: int | None, last: int | None
    ) -> tuple[date | None, date | None]:
        """The first and the last day on which a selected respondent answered."""
        inside = rows[self.cell_products] & (self.cell_days != NO_DAY)
        if first is not None:
            inside &= self.cell_days >= first
        if last is not None:
            inside &= self.cell_days <= last
        days = self.cell_days[inside]
        if len(days) == 0:
            return None, None
        return _date(int(days[0])), _date(int(days[-1]))


def count(channel: ChannelAnswers) -> Counts:
    """Count the answers of a channel per month and per day, product, item and answer code.

    One `bincount` per item and table over all respondents. The largest array holds at most
    min(respondents, days x products) x columns small integers.
    """
    columns: dict[str, slice] = {}
    width = 1
    for key, answers in channel.answers.items():
        columns[key] = slice(width, width + answers.code_count)
        width += answers.code_count

    products = np.where(channel.product_codes < 0, len(channel.products), channel.product_codes)
    day_cells, cells = _cells(channel.days, products, len(channel.products) + 1)
    by_day = np.zeros((len(day_cells), width), dtype=np.int32)
    by_day[:, 0] = np.bincount(cells, minlength=len(day_cells))
    for key, answers in channel.answers.items():
        flat = cells * answers.code_count + answers.codes
        counted = np.bincount(flat, minlength=len(day_cells) * answers.code_count)
        by_day[:, columns[key]] = counted.reshape(-1, answers.code_count)

    cell_days, cell_products = day_cells[:, 0].astype(np.int32), day_cells[:, 1].astype(np.int32)
    months, month_of_cell = np.unique(_months(cell_days), return_inverse=True)
    by_month = np.zeros((len(months), len(channel.products) + 1, width), dtype=np.int32)
    np.add.at(by_month, (month_of_cell, cell_products), by_day)
    smallest = np.min_scalar_type(int(by_day.max(initial=0)))
    return Counts(
        channel.channel,
        channel.products,
        channel.answers,
        columns,
        months,
        by_month,
        cell_days,
        cell_products,
        by_day.astype(smallest),
    )


def _cells(
    days: NDArray[np.int32], products: NDArray[np.int32], product_count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The days and products that occur together, [cells, 2] sorted by day, and each respondent's cell."""
    together, cells = np.unique(days.astype(np.int64) * product_count + products, return_inverse=True)
    return np.stack(np.divmod(together, product_count), axis=1), cells


def _months(days: NDArray[np.int32]) -> NDArray[np.int32]:
    """Months since 1970-01 of days since 1970-01-01."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return np.where(days == NO_DAY, _NO_MONTH, months).astype(np.int32)


def _day(day: date | None) -> int | None:
    return None if day is None else (day - _EPOCH).days


def _date(day: int) -> date:
    return _EPOCH + timedelta(days=day)


def _start_of(month: int) -> int:
    """The first day of a month."""
    return (date(1970 + month // 12, month % 12 + 1, 1) - _EPOCH).days


def _month_of(day: int) -> int:
    moment = _date(day)
    return (moment.year - 1970) * 12 + moment.month - 1


def _first_whole_month(day: int) -> int:
    """The first month that starts on or after a day."""
    month = _month_of(day)
    return month if _start_of(month) == day else month + 1


def _last_whole_month(day: int) -> int:
    """The last month that ends on or before a day."""
    return _month_of(day + 1) - 1
