"""How answers divide over options: one choice (terugkomen) or several (informatie vooraf)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from lib.figures.base import Precision, is_indicative, is_suppressed
from lib.figures.counts import Counts, SelectedCounts
from lib.figures.scores import outside_base
from lib.survey import catalogue
from lib.survey.catalogue import Item
from lib.survey.dataset import Source
from lib.survey.scales import FIRST_VALID, YES, YES_NO, Point


@dataclass(frozen=True)
class OptionCount:
    """One option: how many chose it, and which share 0-1 that is of the `n` who could. Both are None
    if suppressed (over a small base a count tells as much as a share) or if no file has the option."""

    key: str
    label: str
    n: int
    count: int | None
    share: Fraction | None


@dataclass(frozen=True)
class Breakdown:
    """The options of one question in questionnaire order, over the base `n`.

    For one choice the counts add up to n; where several answers are allowed they need not, and n
    is the number of respondents who were asked. An option that not every file has, has a smaller
    base of its own. `precision`: as of a score; what is rounded has shares and no counts.
    """

    item: str
    n: int
    options: tuple[OptionCount, ...]
    outside: Mapping[int, int] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    precision: Precision = "exact"

    @property
    def shown_n(self) -> int | None:
        """The base as it may be told; None where it may not."""
        return self.n if self.precision == "exact" else None

    @property
    def suppressed(self) -> bool:
        return is_suppressed(self.n)

    @property
    def indicative(self) -> bool:
        """Whether there are enough answers to show the shares, but too few to judge by."""
        return is_indicative(self.n)


def single_choice(counts: Counts, selected: SelectedCounts, key: str) -> Breakdown | None:
    """The breakdown of a single-choice item, or None where the channel has no such question."""
    answers = counts.answers.get(key)
    if answers is None:
        return None
    of = selected.of(key)
    n = int(of[FIRST_VALID:].sum())
    options = tuple(
        _option(point, n, count) for point, count in zip(answers.item.points, of[FIRST_VALID:].tolist(), strict=True)
    )
    return Breakdown(answers.item.key, n, options, outside_base(of), answers.sources)


def multi_response(counts: Counts, selected: SelectedCounts, key: str) -> Breakdown | None:
    """The breakdown of an item with several answers, or None where the channel has no such question.

    Every option is stored as yes or no for those who were asked the set, so within a file all have
    the same base. The largest is that of the question.
    """
    options = options_of(counts, key)
    of = {item.key: selected.of(item.key) for _, item in options if item.key in counts.answers}
    if not of:
        return None
    bases = {option: int(found[FIRST_VALID:].sum()) for option, found in of.items()}
    counted = tuple(
        _option(point, bases[item.key], int(of[item.key][YES]))
        if item.key in of
        else OptionCount(point.key, point.label, 0, None, None)
        for point, item in options
    )
    largest = max(of, key=lambda option: bases[option])
    sources = tuple(dict.fromkeys(source for option in of for source in counts.answers[option].sources))
    return Breakdown(key, bases[largest], counted, outside_base(of[largest]), sources)


def options_of(counts: Counts, key: str) -> list[tuple[Point, Item]]:
    """The options of a question with several answers: as the catalogue has them, or those that the file
    has where the question is its own."""
    item = catalogue.find(key)
    if item is not None:
        return [(point, catalogue.option_item(item, point)) for point in item.points]
    own = [answers.item for answers in counts.answers.values() if answers.item.custom and answers.item.part_of == key]
    return [(Point(option.key, option.label, ()), option) for option in own]


def custom_breakdowns(counts: Counts, selected: SelectedCounts) -> list[tuple[str, Breakdown]]:
    """The questions of the file's own with options, one answer or several, by their label and in the order
    of the file."""
    found: dict[str, tuple[str, Breakdown | None]] = {}
    for key, answers in counts.answers.items():
        item = answers.item
        if item.custom and item.kind == "choice":
            found[key] = (item.label, single_choice(counts, selected, key))
        elif item.custom and item.part_of is not None and item.part_of not in found:
            found[item.part_of] = (item.whole or item.label, multi_response(counts, selected, item.part_of))
    return [(label, breakdown) for label, breakdown in found.values() if breakdown is not None]


def custom_options(counts: Counts) -> list[tuple[str, str]]:
    """Every answer to the own questions with options: the key of the item, and that of the answer of which
    there is a share."""
    found = []
    for key, answers in counts.answers.items():
        item = answers.item
        if item.custom and item.kind == "choice":
            found += [(key, point.key) for point in item.points]
        elif item.custom and item.part_of is not None:
            found.append((key, YES_NO[YES - FIRST_VALID].key))
    return found


def _option(point: Point, n: int, count: int) -> OptionCount:
    if is_suppressed(n):
        return OptionCount(point.key, point.label, n, None, None)
    return OptionCount(point.key, point.label, n, count, Fraction(count, n))


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
