"""Somebody who collects every document of a survey and tries to work out what a few people answered.

The attacker has all that leaves for the whole, every product, every month, quarter and year, and every product in each
of those; knows everybody's n, product and month beforehand (so that only the answers are unknown); and solves the
equations that the documents are, as a linear program. What one published figure over ten people or more tells by
itself (nobody of 200 people chose an answer) is no find.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import partial
from math import ceil, floor
from random import Random

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from lib.figures import breakdowns
from lib.figures.base import MINIMUM_BASE
from lib.figures.breakdowns import Breakdown
from lib.figures.channel import figures
from lib.figures.counts import Counts, count
from lib.figures.disclosure import (
    Audience,
    Disclosure,
    apply_breakdowns,
    apply_distributions,
    apply_figures,
    apply_product_table,
    apply_trend,
)
from lib.figures.distribution import distributions
from lib.figures.periods import STEPS, calendar
from lib.figures.products import product_table
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.figures.trend import trend
from lib.survey.dataset import ChannelAnswers
from lib.survey.references import NO_REFERENCES
from lib.survey.scales import FIRST_VALID
from tests.figures.surveys import Said, channel

GRADE_KEYS, EFFORT, CHOICE = ("totaaloordeel", "wachttijd"), "ces", "herhaalbezoek"
CHOICES = ("in_een_keer", "ophalen", "documenten", "andere_reden", "weet_niet")
EFFORTS = ("heel_weinig", "weinig", "neutraal", "veel", "heel_veel")
People = frozenset[tuple[int, int]]  # places of month and product that occur together


def random_survey(seed: int) -> ChannelAnswers:
    """A survey of 80 to 900 people: uneven products, of which some are asked for in few months; months with few people;
    questions that many skip; some without a date or a product; at times an audience that nearly all agrees."""
    chance = Random(seed)
    size = chance.choice((80, 150, 300, 600, 900))
    names = [f"product {letter}" for letter in "ABCDEFGH"[: chance.randint(2, 8)]]
    first, months = chance.randint(0, 11), chance.randint(2, 16)
    moments = [
        date(2019 + (first + place) // 12, (first + place) % 12 + 1, 1 + chance.randint(0, 27))
        for place in range(months)
    ]
    when = {name: moments if chance.random() < 0.7 else chance.sample(moments, min(2, months)) for name in names}
    weight = [0.6**place for place in range(len(names))]
    busy = {moment: chance.choice((1.0, 1.0, 0.5, 0.03)) for moment in moments}
    best = chance.choice((6, 8, 10))
    products: list[str | None] = []
    days: list[date | None] = []
    said: dict[str, list[Said]] = {key: [] for key in (*GRADE_KEYS, EFFORT, CHOICE, "tip_ja")}
    skips = {key: chance.choice((0.02, 0.1, 0.6)) for key in said}
    for _ in range(size):
        name = chance.choices(names, weight)[0]
        products.append(None if chance.random() < 0.01 else name)
        days.append(None if chance.random() < 0.01 else chance.choices(when[name], [busy[at] for at in when[name]])[0])
        for key in said:
            answer: Said = None
            if chance.random() >= skips[key]:
                if key in GRADE_KEYS:
                    answer = min(10, max(1, best + chance.choice((-3, -1, 0, 0, 0, 1, 2))))
                elif key == EFFORT:
                    answer = chance.choices(EFFORTS, (5, 4, 2, 1, 0.3))[0]
                elif key == CHOICE:
                    answer = chance.choices(CHOICES, (20, 6, 3, 2, 0.5))[0]
                else:
                    answer = chance.choices(("ja", "nee"), (1, 3))[0]
            said[key].append(answer)
    return channel(said, days=days, products=products)


@dataclass(frozen=True)
class Fact:
    """Something read in a document: of these people, for this question, a measure ("sum", or an answer) is `total`."""

    people: People
    key: str
    measure: str
    total: Fraction


@dataclass(frozen=True)
class Value:
    """A value without n: the mean or share, as printed, of these people."""

    people: People
    key: str
    measure: str
    printed: Fraction


@dataclass(frozen=True, eq=False)
class Documents:
    """All that was read, and what is known beforehand: `n` [months, rows] of each question."""

    counts: Counts
    facts: Mapping[tuple[str, str], frozenset[Fact]]
    values: frozenset[Value]
    selections: Sequence[Selection]


def selections_of(counts: Counts) -> list[Selection]:
    """The whole, every product, every month, quarter and year, and every product in each."""
    whole = counts.select(Selection())
    periods = [
        (period.start, period.end)
        for step in STEPS
        for period in (
            () if whole.first_day is None or whole.last_day is None else calendar(whole.first_day, whole.last_day, step)
        )
    ]
    times: list[tuple[date | None, date | None]] = [(None, None), *periods]
    chosen: list[tuple[str, ...]] = [(), *((name,) for name in counts.products)]
    return [Selection(None, products, start, end) for products in chosen for start, end in times]


def collect(answers: ChannelAnswers, audience: Audience) -> Documents:
    """Everything that every selection shows to an audience."""
    counts = count(answers)
    disclosure = Disclosure.of(counts)
    facts: dict[tuple[str, str], set[Fact]] = {}
    values: set[Value] = set()
    selections = selections_of(counts)
    for selection in selections:
        for at, found in _shown(counts, disclosure, audience, selection):
            people = people_of(counts, at)
            for key, measure, exact, printed in _read(found):
                if exact is not None:
                    facts.setdefault((key, measure), set()).add(Fact(people, key, measure, exact))
                elif printed is not None:
                    values.add(Value(people, key, measure, printed))
    return Documents(counts, {key: frozenset(each) for key, each in facts.items()}, frozenset(values), selections)


def _shown(
    counts: Counts, disclosure: Disclosure, audience: Audience, selection: Selection
) -> Iterator[tuple[Selection, Score | Breakdown | tuple[str, int]]]:
    """Every figure of a selection's documents, with what it is about."""
    selected = counts.select(selection)
    of_channel = apply_figures(figures(counts, selection), disclosure, audience)
    for score in of_channel.figures:
        yield selection, score
    if of_channel.repeat_visit is not None:
        yield selection, of_channel.repeat_visit
    for score in of_channel.products:
        yield replace(selection, products=(score.key,)), replace(score, key="totaaloordeel")
    for year in of_channel.trend:
        if year.score is not None:
            yield selection.within(date(year.year, 1, 1), date(year.year, 12, 31)), year.score
    if "tips" not in of_channel.withheld and of_channel.tips is not None:
        yield selection, ("tip_ja", of_channel.tips)
    for each in apply_distributions(distributions(counts, selected), disclosure, audience, selection):
        yield selection, each.points
    table = apply_product_table(product_table(counts, selected), disclosure, audience, selection)
    for row in table.rows:
        for score in row.figures:
            yield replace(selection, products=(str(row.product),)), score
    rows = breakdowns.by_product(counts, selected, CHOICE)
    for name, breakdown in apply_breakdowns(rows, disclosure, audience, selection):
        yield replace(selection, products=(name,)), breakdown
    for key in (*GRADE_KEYS, EFFORT):
        for step in STEPS:
            line = trend(counts, selection, key, step, NO_REFERENCES)
            for moment in apply_trend(line, disclosure, audience, selection, key).moments:
                yield selection.within(moment.period.start, moment.period.end), moment.figure


def _read(found: Score | Breakdown | tuple[str, int]) -> Iterator[tuple[str, str, Fraction | None, Fraction | None]]:
    """Question, measure, the exact total or the value as printed; and nothing may be there beside it."""
    if isinstance(found, tuple):
        yield found[0], "ja", Fraction(found[1]), None
        return
    if found.precision != "exact":
        assert found.shown_n is None
        assert not found.outside
        assert found.n in (0, MINIMUM_BASE, 30)
    if isinstance(found, Score):
        if found.precision == "exact":
            if not found.suppressed:
                yield found.key, "sum", found.total, None
        else:
            assert found.interval is None
            assert found.p is None
            assert found.p_adjusted is None
            if found.value is not None:
                assert found.value % Fraction(1, 10 if found.unit == "grade" else 100) == 0
                yield found.key, "sum", None, found.value
        return
    for option in found.options:
        if found.precision == "exact":
            if option.count is not None:
                yield found.item, option.key, Fraction(option.count), None
        else:
            assert option.count is None
            if option.share is not None:
                assert option.share % Fraction(1, 100) == 0
                yield found.item, option.key, None, option.share


def people_of(counts: Counts, selection: Selection) -> People:
    """The months and products of a selection that have respondents."""
    found = set()
    for month, number in enumerate(counts.months.tolist()):
        if selection.has_period:
            start = date(1970 + number // 12, number % 12 + 1, 1) if number > 0 else None
            if (
                start is None
                or (selection.start and start < selection.start)
                or (selection.end and start > selection.end)
            ):
                continue
        for row, name in enumerate((*counts.products, None)):
            if counts.by_month[month, row, 0] and (not selection.products or name in selection.products):
                found.add((month, row))
    return frozenset(found)


def finds(documents: Documents, most: int = 12) -> list[str]:
    """What was found out of groups of one to nine people, in words: the first `most`."""
    found: list[str] = []
    for (key, measure), facts in sorted(documents.facts.items()):
        found += _solve(
            documents, key, measure, sorted(facts, key=lambda fact: (len(fact.people), sorted(fact.people)))
        )
        if len(found) >= most:
            break
    return found[:most]


def _solve(documents: Documents, key: str, measure: str, facts: Sequence[Fact]) -> list[str]:
    counts = documents.counts
    columns = counts.by_month[:, :, counts.columns[key]][:, :, FIRST_VALID:]
    n = columns.sum(axis=2) if measure != "ja" else counts.by_month[:, :, 0]
    cells = [(int(month), int(row)) for month, row in zip(*np.nonzero(n), strict=True)]
    if not cells:
        return []
    place = {cell: number for number, cell in enumerate(cells)}
    of_cell = np.array([n[cell] for cell in cells], dtype=float)
    is_grade, is_effort = measure == "sum" and key in GRADE_KEYS, measure == "sum" and key == EFFORT
    low, high = (1, 10) if is_grade else (-1, 1) if is_effort else (0, 1)

    def vector(people: People) -> NDArray[np.float64]:
        found = np.zeros(len(cells))
        found[[place[cell] for cell in people if cell in place]] = 1
        return found

    equations = {vector(fact.people).tobytes(): (vector(fact.people), float(fact.total)) for fact in facts}
    for fact in facts:  # no two documents contradict each other
        assert equations[vector(fact.people).tobytes()][1] == float(fact.total)
    matrix = np.array([left for left, _ in equations.values()])
    totals = np.array([right for _, right in equations.values()])
    groups = _groups(documents, vector, of_cell)
    if not len(groups):
        return []
    own = groups @ of_cell
    bounds = np.stack([low * of_cell, high * of_cell], axis=1)
    told_of = partial(_told_by_one, matrix, totals, of_cell, low, high, has_blocks=measure != "sum")
    told = np.minimum(told_of(groups), groups @ told_of(np.eye(len(cells))))
    needed = np.minimum(np.maximum(1, own) if is_grade else np.ones(len(groups)), told)
    lowest, highest = np.full(len(groups), np.inf), np.full(len(groups), -np.inf)

    def reach(objective: NDArray[np.float64]) -> None:
        result = linprog(objective, A_eq=matrix, b_eq=totals, bounds=bounds, method="highs")
        assert result.status == 0, result.message
        np.minimum(lowest, groups @ result.x, out=lowest)
        np.maximum(highest, groups @ result.x, out=highest)

    chance = np.random.default_rng(1)
    for _ in range(4):
        objective = chance.normal(size=len(cells))
        reach(objective)
        reach(-objective)
    unsure = [at for at in range(len(groups)) if highest[at] - lowest[at] < needed[at] - 1e-6]
    for at in unsure:
        if highest[at] - lowest[at] < needed[at] - 1e-6:
            reach(groups[at])
            reach(-groups[at])
    return [
        f"{key} {measure}: {own[at]:.0f} people between {lowest[at]:.1f} and {highest[at]:.1f}"
        for at in unsure
        if highest[at] - lowest[at] < needed[at] - 1e-6
    ]


def _groups(documents: Documents, vector, of_cell: NDArray[np.float64]) -> NDArray[np.float64]:  # type: ignore[no-untyped-def]
    """Every group of one to nine people that is a selection, or what one selection has more than another."""
    vectors = np.unique(np.array([vector(people_of(documents.counts, each)) for each in documents.selections]), axis=0)
    sizes = vectors @ of_cell
    found = [each for each, size in zip(vectors, sizes, strict=True) if 0 < size < MINIMUM_BASE]
    for each, size in zip(vectors, sizes, strict=True):
        few = np.flatnonzero((size - sizes > 0) & (size - sizes < MINIMUM_BASE))
        found += [each - vectors[at] for at in few if np.all(vectors[at] <= each)]
    return np.unique(np.array(found), axis=0) if found else np.zeros((0, len(of_cell)))


def _told_by_one(
    matrix: NDArray[np.float64],
    totals: NDArray[np.float64],
    of_cell: NDArray[np.float64],
    low: float,
    high: float,
    groups: NDArray[np.float64],
    *,
    has_blocks: bool,
) -> NDArray[np.float64]:
    """How wide each group is by what a single published figure over all of it and ten people or more says; of the
    numbers of single answers also by what one such figure holds beyond others, if that is ten people or more."""
    blocks, sums = [matrix], [totals]
    if has_blocks:
        for place, each in enumerate(matrix):
            inside = sorted(np.flatnonzero(np.all(matrix <= each, axis=1)), key=lambda at: -(matrix[at] @ of_cell))
            for first in inside:
                left, total = each - matrix[first], totals[place] - totals[first]
                for other in (None, *inside):
                    if other is not None and np.all(matrix[other] <= left):
                        left, total = left - matrix[other], total - totals[other]
                    if left @ of_cell >= MINIMUM_BASE:
                        blocks.append(left[np.newaxis])
                        sums.append(np.array([total]))
    every, each_sum = np.concatenate(blocks), np.concatenate(sums)
    sizes = every @ of_cell
    width = np.zeros(len(groups))
    for at, group in enumerate(groups):
        own = group @ of_cell
        over = np.all(group <= every, axis=1)
        rest = sizes[over] - own
        least = np.maximum(low * own, each_sum[over] - high * rest).max(initial=low * own)
        most = np.minimum(high * own, each_sum[over] - low * rest).min(initial=high * own)
        width[at] = most - least
    return width


def subtractions(documents: Documents) -> list[str]:
    """What follows from an exact number over some people and a rounded value over all but one to nine of them: who
    subtracts doesn't know how few are left, and must be left with more than one mean for them."""
    found = []
    counts = documents.counts
    for value in sorted(documents.values, key=lambda value: (value.key, value.measure, sorted(value.people))):
        columns = counts.by_month[:, :, counts.columns[value.key]][:, :, FIRST_VALID:].sum(axis=2)
        few = sum(int(columns[cell]) for cell in value.people)
        is_grade = value.measure == "sum" and value.key in GRADE_KEYS
        low, high = (1, 10) if is_grade else (-1, 1) if value.measure == "sum" and value.key == EFFORT else (0, 1)
        half = Fraction(5, 100) if is_grade else Fraction(5, 1000)
        for fact in documents.facts.get((value.key, value.measure), ()):
            n = sum(int(columns[cell]) for cell in fact.people)
            if not value.people < fact.people or not 0 < n - few < MINIMUM_BASE:
                continue
            means: set[Fraction] = set()
            for left in range(1, MINIMUM_BASE):
                least = fact.total - (value.printed + half) * (n - left)
                most = fact.total - (value.printed - half) * (n - left)
                sums = range(max(ceil(least), low * left), min(floor(most), high * left) + 1)
                means |= {Fraction(each, left) for each in sums}
            told = fact.total in (low * n, high * n)
            if not told and (not means or max(means) - min(means) < (1 if is_grade else Fraction(1, 100))):
                found.append(f"{value.key} {value.measure}: {n - few} people of {n} have mean {sorted(means)}")
    return found
