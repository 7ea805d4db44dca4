"""Which cells of a table stay hidden, so that nobody can work out a small group by subtraction.

A cell over fewer than ten answers is hidden. That is not enough in a file that others get: with the
total known, total minus the rest is the hidden cell. So further cells are hidden, the smallest first,
until what is hidden together is ten answers or more, of two groups or more, and leaves room for every
hidden cell to be something else (cell suppression with bounds; Willenborg and De Waal, Elements of
Statistical Disclosure Control, 2001).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from lib.figures.base import MINIMUM_BASE, is_suppressed


@dataclass(frozen=True)
class Scale:
    """How a mean is printed and what it can be: the lowest and highest answer, half of the last printed
    digit, and how far apart the possible means of a hidden group must at least lie."""

    lowest: int
    highest: int
    half_step: Fraction
    room: Fraction

    def coarse(self, value: Fraction) -> Fraction:
        """A value without anything finer than what is printed of it, so that nothing finer can leave; half up."""
        step = 2 * self.half_step
        size = floor(abs(value) / step + Fraction(1, 2)) * step
        return size if value >= 0 else -size


GRADE = Scale(1, 10, Fraction(5, 100), Fraction(1))
SHARE = Scale(0, 1, Fraction(5, 1000), Fraction(0))
EFFORT = Scale(-1, 1, Fraction(5, 1000), Fraction(0))
SCALES = {"grade": GRADE, "agree": SHARE, "effort": EFFORT}


@dataclass(frozen=True)
class Group:
    """One row of a table: its base, and per measure that is printed of it the sum of its answers (one
    measure for a mean; one per option for shares). `is_printed`: False for respondents whom no row
    shows, such as those without a product, but who are in the total."""

    n: int
    sums: tuple[Fraction, ...]
    is_printed: bool = True


def hidden(groups: Sequence[Group], scale: Scale) -> frozenset[int]:
    """The places of the groups whose cells must stay empty where the total is known exactly and the rest
    is printed, rounded. Groups without answers have no cell and are never among them.

    What the total alone tells (everybody gave the same answer) can't be hidden here: it is a figure
    over ten answers or more, or it is not printed itself.
    """
    found = {place for place, group in enumerate(groups) if is_suppressed(group.n) or not group.is_printed}
    found = {place for place in found if groups[place].n}
    spare = sorted((place for place, group in enumerate(groups) if group.n and place not in found),
                   key=lambda place: (groups[place].n, place), reverse=True)  # fmt: skip
    while spare and not _is_safe(groups, found, scale):
        found.add(spare.pop())
    return frozenset(place for place in found if groups[place].is_printed)


def leaves_few(n: int, n_of_all: int) -> bool:
    """Whether a figure over `n` of all `n_of_all` answers leaves out so few that its exact sum, subtracted
    from that of all, would tell what those few answered."""
    return 0 < n_of_all - n < MINIMUM_BASE


def _is_safe(groups: Sequence[Group], unseen: set[int], scale: Scale) -> bool:
    """Whether no group under ten can be worked out of the total and the groups that are printed."""
    small = [place for place in unseen if is_suppressed(groups[place].n)]
    if not small:
        return True
    if len(unseen) < 2 or sum(groups[place].n for place in unseen) < MINIMUM_BASE:
        return False
    measures = range(len(groups[small[0]].sums))
    return all(_has_room(groups, unseen, place, measure, scale) for place in small for measure in measures)


def _has_room(groups: Sequence[Group], unseen: set[int], place: int, measure: int, scale: Scale) -> bool:
    """Whether the sum of one hidden group can still be several things."""
    n_all, total = sum(group.n for group in groups), sum(group.sums[measure] for group in groups)
    if total in (scale.lowest * n_all, scale.highest * n_all):
        return True  # told by the total itself
    # What a reader knows of all hidden groups together: the total less what the printed rows can be.
    printed = [_sums_alike(group, measure, scale) for other, group in enumerate(groups) if other not in unseen]
    lowest_rest = total - sum(high for _, high in printed)
    highest_rest = total - sum(low for low, _ in printed)
    own = groups[place].n
    rest = sum(groups[other].n for other in unseen) - own
    least = max(Fraction(scale.lowest * own), lowest_rest - scale.highest * rest)
    most = min(Fraction(scale.highest * own), highest_rest - scale.lowest * rest)
    return floor(most) - ceil(least) >= max(Fraction(1), scale.room * own)


def _sums_alike(group: Group, measure: int, scale: Scale) -> tuple[Fraction, Fraction]:
    """The lowest and the highest sum of whole answers that are printed as this one is (half up), and the
    sum itself, which holds halves where grades do."""
    own = group.sums[measure]
    if group.n == 0:
        return own, own
    step = 2 * scale.half_step
    place = floor(own / group.n / step + Fraction(1, 2))
    low, high = ((place + side * Fraction(1, 2)) * step * group.n for side in (-1, 1))
    return min(Fraction(ceil(low)), own), max(Fraction(ceil(high) - 1), own)
