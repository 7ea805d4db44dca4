"""Which cells of one question may be known exactly, so that nobody can work out a group under ten.

The cells are the whole survey, every product, and every month, quarter and year. What is published of them are
equations: their sums over groups that are not published. Two things are seen to, for every measure of the question:

- Along products, and along time: what a whole holds beyond its published parts is one block, of which only the sum is
  known. A block with a small group in it is ten people or more and leaves that group room (complementary suppression;
  Willenborg and De Waal, Elements of Statistical Disclosure Control, 2001).
- Across: a product and a period share people, and either without the other may be a few. Those few are safe where
  answers can be exchanged between two products and two periods without changing anything that is published (the moves
  of Diaconis and Sturmfels, 1998, that leave both margins of a table alone); where they can't, the period is
  published as a rounded value only.

Everybody's n is taken to be known to who tries; only answers are protected.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.figures.base import MINIMUM_BASE, is_suppressed

Floats = NDArray[np.float64]
Places = frozenset[int]
_MOST_EXCHANGES = 500_000  # pairs of cells per question: 40 products in 17 periods, or 14 in 50
_ALMOST = 1e-9  # sums of grades that are means of parts are no whole numbers


@dataclass(frozen=True, eq=False)
class Measures:
    """What is counted of one question. `n` [leaves, rows]: the base per month and product. `sums` [measures,
    leaves, rows]; a sum over k people lies between `low` * k and `high` * k. `room`: how far apart the possible means
    of a group must lie at least, 0 for counts. `is_strict`: not a single small group may be known to be at an end of
    the scale because all of a block are; for rare answers (a grade of 3) that would hide everything."""

    n: NDArray[np.int64]
    sums: Floats
    low: Floats
    high: Floats
    room: Floats
    is_strict: NDArray[np.bool_]

    def only_strict(self) -> "Measures":
        """Those that a figure is made of."""
        chosen = self.is_strict
        return Measures(
            self.n, self.sums[chosen], self.low[chosen], self.high[chosen], self.room[chosen], self.is_strict[chosen]
        )

    def along(self, axis: int) -> "Measures":
        """The same with products (axis 1) or time (axis 0) as the only leaves: rows of one."""
        other = 1 - axis
        n = self.n.sum(axis=other).reshape(-1, 1)
        sums = self.sums.sum(axis=other + 1)[:, :, np.newaxis]
        return Measures(n, sums, self.low, self.high, self.room, self.is_strict)


@dataclass(frozen=True)
class Node:
    """One cell of a tree of cells: its leaves and its children, by name. `name`: see `Disclosure`."""

    name: str
    leaves: Places
    children: tuple[str, ...] = ()


Tree = Mapping[str, Node]  # children before parents; the last is the whole


def root_of(tree: Tree) -> str:
    """The name of the whole."""
    return list(tree)[-1]


def exact_cells(
    tree: Tree, found: Measures, few: NDArray[np.int64], kept_rounded: frozenset[str] = frozenset()
) -> frozenset[str]:
    """The cells of a tree that may be known exactly, its leaves being those of `found` (one row). `few` [leaves]: how
    many people the largest group under ten has that is a part of a leaf. The cells of `kept_rounded` are not among
    them, nor do they follow from those that are."""
    n = found.n[:, 0]
    size = {name: int(n[list(node.leaves)].sum()) for name, node in tree.items()}
    exact = {name for name in tree if not is_suppressed(size[name]) and name not in kept_rounded}
    ends = _at_an_end(found.sums.sum(axis=(1, 2)), n.sum(), found.low, found.high)
    checked = found.is_strict & ~ends
    small = [node.leaves for name, node in tree.items() if 0 < size[name] < MINIMUM_BASE]
    # The few whom no cell shows, such as those without a date, are a small group as well.
    shown = frozenset().union(*(node.leaves for name, node in tree.items() if name != root_of(tree)))
    unseen = tree[root_of(tree)].leaves - shown
    if 0 < int(n[list(unseen)].sum()) < MINIMUM_BASE:
        small.append(unseen)
    not_alone = [tree[name].leaves for name in kept_rounded]
    for name, node in tree.items():
        if name not in exact and name not in kept_rounded:
            continue
        while True:
            parts = _exact_below(tree, name, exact)
            covered = frozenset().union(*(tree[part].leaves for part in parts))
            left = frozenset(leaf for leaf in node.leaves - covered if n[leaf])
            if not parts:
                break
            if name in exact and _is_safe(left, small, few, not_alone, found, checked):
                break
            if name not in exact and left:
                break
            exact.discard(min(parts, key=lambda part: (size[part], part)))
    return frozenset(exact)


def _too_fine(time: Tree, rows: int) -> frozenset[str]:
    """The finest periods, where there are so many cells that looking through all exchanges would take minutes."""
    left = dict(time)
    while len(left) > 1:
        ends = frozenset(name for name, node in left.items() if not set(node.children) & left.keys())
        if (rows * len(ends)) ** 2 <= _MOST_EXCHANGES:
            break
        for name in ends - {root_of(time)}:
            del left[name]
    return frozenset(time) - left.keys()


def few_in(tree: Tree, n: NDArray[np.int64]) -> NDArray[np.int64]:
    """Per column of `n` [leaves of the tree, columns] the size of the largest group under ten that is a cell of the tree
    in it; 0 where there is none."""
    sizes = np.array([n[list(node.leaves)].sum(axis=0) for node in tree.values()])
    largest: NDArray[np.int64] = np.where(sizes < MINIMUM_BASE, sizes, 0).max(axis=0)
    return largest


def _exact_below(tree: Tree, name: str, exact: set[str]) -> list[str]:
    """The largest exact cells inside a cell."""
    parts = []
    for child in tree[name].children:
        parts += [child] if child in exact else _exact_below(tree, child, exact)
    return parts


def _is_safe(
    left: Places,
    small: Sequence[Places],
    few: NDArray[np.int64],
    not_alone: Sequence[Places],
    found: Measures,
    checked: NDArray[np.bool_],
) -> bool:
    """Whether the block `left`, of which the sums are known, gives no small group away."""
    if not left:
        return True
    if any(left <= each for each in not_alone):
        return False
    place = list(left)
    n, sums = int(found.n[place].sum()), found.sums[checked][:, place].sum(axis=(1, 2))
    if n < MINIMUM_BASE:
        return False
    low, high, room = found.low[checked], found.high[checked], found.room[checked]
    sizes = {int(found.n[list(group & left)].sum()) for group in small} - {0}
    if few[place].any():  # what two selections differ by may be larger than any of them
        sizes.add(MINIMUM_BASE - 1)
    for own in sizes:
        least = np.maximum(low * own, sums - high * (n - own))
        most = np.minimum(high * own, sums - low * (n - own))
        if np.any(most - least < np.maximum(1, room * own) - _ALMOST):
            return False
    return True


def _at_an_end(sums: Floats, n: Floats | int, low: Floats, high: Floats) -> NDArray[np.bool_]:
    """Whether all of `n` people gave the lowest answer, or all the highest."""
    ends: NDArray[np.bool_] = (np.abs(sums - low * n) < _ALMOST) | (np.abs(sums - high * n) < _ALMOST)
    return ends


def exact_both_ways(products: Tree, time: Tree, found: Measures) -> tuple[frozenset[str], frozenset[str]]:
    """The cells of both trees that may be known exactly together: those of products come first, and periods give
    way. `found` has a leaf per month and a row per product."""
    of_products = exact_cells(products, found.along(1), few_in(time, found.n))
    row_of = _blocks(products, of_products)
    rows = np.array([row_of[place] for place in range(found.n.shape[1])])
    in_time, root, few = found.along(0), root_of(time), few_in(products, found.n.T)
    rounded = _too_fine(time, found.n.shape[1])
    while True:
        of_time = exact_cells(time, in_time, few, rounded)
        give_way = _telling_periods(time, of_time, found, rows) - rounded
        if not give_way:
            return of_products, of_time
        rounded |= give_way - {root}
        if root in give_way:  # what is left of the whole tells: one more of its parts goes
            parts = _exact_below(time, root, set(of_time) - rounded)
            if not parts:
                return of_products, of_time & {root}
            rounded |= {min(parts, key=lambda part: (int(in_time.n[list(time[part].leaves)].sum()), part))}


def _blocks(tree: Tree, exact: frozenset[str]) -> dict[int, int]:
    """Per leaf the smallest exact cell that holds it, as a number."""
    found: dict[int, int] = {}
    for number, (name, node) in enumerate(tree.items()):
        if name in exact or name == root_of(tree):
            for leaf in node.leaves:
                found.setdefault(leaf, number)
    return found


def _telling_periods(time: Tree, exact: frozenset[str], found: Measures, rows: NDArray[np.int64]) -> frozenset[str]:
    """The exact periods that give a few people away together with the products; the name of the whole where what it
    holds beyond its exact parts does."""
    block_of = _blocks(time, exact)
    columns = np.array([block_of[leaf] for leaf in range(found.n.shape[0])])
    n = _joined(_joined(found.n[np.newaxis], columns, 1), rows, 2)[0]
    sums = _joined(_joined(found.sums, columns, 1), rows, 2)
    if n.shape[0] < 2 or n.shape[1] < 2:
        return frozenset()
    low, high = found.low[:, np.newaxis, np.newaxis], found.high[:, np.newaxis, np.newaxis]
    up, down = high * n - sums, sums - low * n  # [measures, blocks, rows]: how far each can move
    moved = _exchanges(up, down)
    up_of_row, down_of_row = up.sum(axis=1), down.sum(axis=1)
    names, numbers = list(time), np.unique(columns)
    # Per block and row whether a product in it has a month with a few people.
    few_in_cell = _joined(_joined(((found.n > 0) & (found.n < MINIMUM_BASE))[np.newaxis], columns, 1), rows, 2)[0] > 0
    telling: set[str] = set()
    for name, inside in _sets_of_blocks(time, exact, numbers, columns):
        outside = ~inside
        if not outside.any():
            continue
        cell, of_period, of_product = n[inside].sum(axis=0), int(n[inside].sum()), n.sum(axis=0)
        more = moved[:, :, inside][:, :, :, outside].max(axis=(2, 3))
        less = moved[:, :, outside][:, :, :, inside].max(axis=(2, 3))
        up_inside, down_inside = up[:, inside].sum(axis=1), down[:, inside].sum(axis=1)
        # What the product or the period tells by itself, as figures over ten people or more, is told anyway.
        of_period_up, of_period_down = (each.sum(axis=1, keepdims=True) for each in (up_inside, down_inside))
        up_told, down_told = np.minimum(up_of_row, of_period_up), np.minimum(down_of_row, of_period_down)
        tells: NDArray[np.bool_] = np.zeros(up_inside.shape, dtype=bool)
        for few, told in (
            (cell, np.minimum(up_told, down_told)),
            (of_period - cell, np.minimum(of_period_up, of_period_down)),
            (of_product - cell, np.minimum(up_of_row, down_of_row)),
        ):
            needed = np.minimum(np.maximum(1, found.room[:, np.newaxis] * few), told)
            tells |= (few > 0) & (few < MINIMUM_BASE) & (more + less < needed - _ALMOST)
        # A period less every cell of it that is known.
        left = of_period - np.where(more + less < _ALMOST, cell, 0).sum(axis=1)
        is_told = np.minimum(of_period_up, of_period_down)[:, 0] < _ALMOST
        tells |= ((left > 0) & (left < MINIMUM_BASE) & ~is_told)[:, np.newaxis]
        # A cell of ten people or more that is known to lie at an end of the scale tells it of the few in it.
        most = np.maximum(1, found.room[:, np.newaxis] * np.minimum(cell, MINIMUM_BASE - 1))
        holds_few = few_in_cell[inside].any(axis=0)
        tells |= holds_few & (cell >= MINIMUM_BASE) & (up_inside + less < np.minimum(most, up_told) - _ALMOST)
        tells |= holds_few & (cell >= MINIMUM_BASE) & (down_inside + more < np.minimum(most, down_told) - _ALMOST)
        if tells.any():
            telling.add(name if name in exact else names[-1])
    return frozenset(telling)


def _exchanges(up: Floats, down: Floats) -> Floats:
    """How much each row can have more in one block and less in another while every row and every block keeps its
    sum: [measures, rows, block with more, block with less]. `up` and `down` [measures, blocks, rows]: how far each
    cell can move. The other rows move the other way round, through as many blocks as it takes (the widest path)."""
    found = np.zeros((up.shape[0], up.shape[2], up.shape[1], up.shape[1]))
    for row in range(up.shape[2]):
        others = np.arange(up.shape[2]) != row
        # From a block where another row gives up some to one where it gets that.
        path = np.zeros((up.shape[0], up.shape[1], up.shape[1]))
        for other in np.flatnonzero(others):
            np.maximum(path, np.minimum(down[:, :, np.newaxis, other], up[:, np.newaxis, :, other]), out=path)
        for between in range(up.shape[1]):
            np.maximum(path, np.minimum(path[:, :, [between]], path[:, [between], :]), out=path)
        found[:, row] = np.minimum(path, np.minimum(up[:, :, np.newaxis, row], down[:, np.newaxis, :, row]))
    return found


def _sets_of_blocks(
    time: Tree, exact: frozenset[str], numbers: NDArray[np.int64], columns: NDArray[np.int64]
) -> list[tuple[str, NDArray[np.bool_]]]:
    """Every set of blocks of which the sums are known, under the name of the cell that tells them."""
    names = list(time)
    known = [(names[number], numbers == number) for number in numbers]
    nodes = []
    for name in names:
        if name in exact:
            held = np.zeros(numbers.shape, dtype=bool)
            held[np.searchsorted(numbers, columns[list(time[name].leaves)])] = True
            nodes.append((name, held))
    # What a period holds beyond a period in it; what the whole does is the opposite of that period.
    beyond = [
        (part, held & ~inside)
        for name, held in nodes
        if name != names[-1]
        for part, inside in nodes
        if part != name and np.all(inside <= held)
    ]
    return [*known, *nodes, *((name, inside) for name, inside in beyond if inside.any())]


def _joined(of: NDArray[np.generic], blocks: NDArray[np.int64], axis: int) -> NDArray[np.float64]:
    """Sums along an axis over the places with the same block number, lowest number first."""
    order = np.argsort(blocks, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(blocks[order]) != 0])
    joined: NDArray[np.float64] = np.add.reduceat(np.take(of, order, axis=axis), starts, axis=axis)
    return joined
