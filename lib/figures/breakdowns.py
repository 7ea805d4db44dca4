"""How answers divide over options: one choice (terugkomen) or several (informatie vooraf)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from lib.figures.base import is_suppressed
from lib.figures.counts import Counts, SelectedCounts
from lib.figures.scores import outside_base
from lib.survey import catalogue
from lib.survey.catalogue import Item
from lib.survey.dataset import Source
from lib.survey.scales import FIRST_VALID, YES_NO

_YES = FIRST_VALID + [point.key for point in YES_NO].index("ja")


@dataclass(frozen=True)
class OptionCount:
    """One option: how many chose it, and which share 0-1 of the base that is. Both are None if
    suppressed (over a small base a count tells as much as a share) or if no file has the option."""

    key: str
    label: str
    count: int | None
    share: Fraction | None


@dataclass(frozen=True)
class Breakdown:
    """The options of one question in questionnaire order, over the same base `n`.

    For one choice the counts add up to n; where several answers are allowed they need not, and n
    is the number of respondents who were asked.
    """

    item: str
    n: int
    options: tuple[OptionCount, ...]
    outside: Mapping[int, int] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()

    @property
    def suppressed(self) -> bool:
        return is_suppressed(self.n)


def single_choice(counts: Counts, selected: SelectedCounts, key: str) -> Breakdown | None:
    """The breakdown of a single-choice item, or None where the channel has no such question."""
    answers = counts.answers.get(key)
    if answers is None:
        return None
    of = selected.of(key)
    return _breakdown(
        answers.item, of[FIRST_VALID:].tolist(), int(of[FIRST_VALID:].sum()), outside_base(of), answers.sources
    )


def multi_response(counts: Counts, selected: SelectedCounts, key: str) -> Breakdown | None:
    """The breakdown of an item with several answers, or None where the channel has no such question.

    Every option is stored as yes or no for those who were asked the set, so each of them has the
    same base. Only where one of several files lacks an option does that option know fewer of those
    who were asked; the largest base is then everyone's.
    """
    item = catalogue.find(key)
    if item is None:
        return None
    asked = {p.key: catalogue.option_item(item, p).key for p in item.points}
    present = [option for option in asked.values() if option in counts.answers]
    if not present:
        return None
    of = {option: selected.of(option) for option in present}
    yes = [int(of[option][_YES]) if option in of else None for option in asked.values()]
    base = max(of.values(), key=lambda counts: int(counts[FIRST_VALID:].sum()))
    sources = tuple(source for option in present for source in counts.answers[option].sources)
    return _breakdown(item, yes, int(base[FIRST_VALID:].sum()), outside_base(base), tuple(dict.fromkeys(sources)))


def by_product(
    counts: Counts, selected: SelectedCounts, key: str, *, several: bool = False
) -> list[tuple[str, Breakdown]]:
    """The breakdown of each product of the selection that has respondents, largest first."""
    rows: list[tuple[str, Breakdown]] = []
    for place, product in enumerate(counts.products):
        if selected.matrix[place, 0] == 0:
            continue
        one = SelectedCounts(_only_row(selected.matrix, place), selected.columns, selected.first_day, selected.last_day)
        found = (multi_response if several else single_choice)(counts, one, key)
        if found is not None:
            rows.append((product, found))
    return sorted(rows, key=lambda row: (-row[1].n, row[0]))


def _only_row(matrix: NDArray[np.int64], place: int) -> NDArray[np.int64]:
    return matrix[place : place + 1]


def _breakdown(
    item: Item, valid: Sequence[int | None], n: int, outside: Mapping[int, int], sources: tuple[Source, ...]
) -> Breakdown:
    hidden = is_suppressed(n)
    options = tuple(
        OptionCount(p.key, p.label, None, None)
        if hidden or count is None
        else OptionCount(p.key, p.label, count, Fraction(count, n))
        for p, count in zip(item.points, valid, strict=True)
    )
    return Breakdown(item.key, n, options, outside, sources)
