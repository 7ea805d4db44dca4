"""What each audience may see of figures: the one place that decides, before any table or picture exists.

`explore` is the owner of the file on a page of the app: everything, and no value under ten answers. `room` (projected,
or on a phone) and `publish` (whatever leaves) get figures from which nobody can work out what a group under ten
answered, over products, over time, and between a figure and what stands beside it. Each function takes figures and
gives the same kind back: exact; rounded (the value as printed, without n, counts, interval or who is outside the base);
or hidden. Which it is, follows from `Disclosure`, made once per channel.

Within a table of what is rounded only (products within a period, periods of products) further rows are hidden where a
hidden one would follow from its total and the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from lib.figures import suppression
from lib.figures.audience import Audience
from lib.figures.base import MINIMUM_BASE, VERDICT_BASE, Precision, is_indicative
from lib.figures.benchmarks import OVERALL
from lib.figures.breakdowns import Breakdown, OptionCount
from lib.figures.channel import ChannelFigures, YearScore
from lib.figures.compare import Comparison, Difference
from lib.figures.disclosure_cells import (
    RESPONSES,
    REVIEWS,
    TIPS,
    Disclosure,
    PublishedSelection,
    coarsest,
    whole_months,
)
from lib.figures.distribution import Distribution
from lib.figures.periods import calendar
from lib.figures.products import ProductRow, ProductTable
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.figures.suppression import GRADE, SCALES, SHARE, Group, Scale
from lib.figures.trend import Trend

__all__ = (
    "Audience",
    "Disclosure",
    "PublishedSelection",
    "apply_breakdown",
    "apply_breakdowns",
    "apply_comparison",
    "apply_difference",
    "apply_distributions",
    "apply_figures",
    "apply_product_table",
    "apply_score",
    "apply_trend",
    "whole_months",
)


def apply_score(
    found: Score, disclosure: Disclosure, audience: Audience, selection: Selection, key: str | None = None
) -> Score:
    """One score over a selection. `key`: of its question, where the score is named after something else (a product)."""
    if audience == "explore":
        return found
    return _score(found, disclosure.precision(selection, key or found.key), selection)


def apply_breakdown(found: Breakdown, disclosure: Disclosure, audience: Audience, selection: Selection) -> Breakdown:
    """The options of one question over a selection."""
    if audience == "explore":
        return found
    return _breakdown(found, disclosure.precision(selection, found.item), selection)


def apply_figures(found: ChannelFigures, disclosure: Disclosure, audience: Audience) -> ChannelFigures:
    """All figures of a channel for their selection."""
    if audience == "explore":
        return found
    selection = found.selection
    people = {name: disclosure.precision(selection, name) for name in _asked_people(found)}
    withheld = {name for name, precision in people.items() if precision != "exact"}
    if RESPONSES in withheld or selection.has_period or selection.products:
        withheld.add("without_product")  # those of the whole survey are a group beside the products
    without = Selection(None, disclosure.counts.products)
    if disclosure.precision(without, RESPONSES) != "exact":
        withheld.add("without_product")

    def score(each: Score | None) -> Score | None:
        return None if each is None else apply_score(each, disclosure, audience, selection)

    def breakdown(each: Breakdown | None) -> Breakdown | None:
        return None if each is None else apply_breakdown(each, disclosure, audience, selection)

    is_exact = people[RESPONSES] == "exact"
    return replace(
        found,
        first_day=found.first_day if is_exact else _first_of_month(found.first_day),
        last_day=found.last_day if is_exact else _last_of_month(found.last_day),
        responses=0 if RESPONSES in withheld else found.responses,
        reviews=0 if REVIEWS in withheld else found.reviews,
        tips=0 if TIPS in withheld else found.tips,
        without_product=0 if "without_product" in withheld else found.without_product,
        overall=score(found.overall),
        effort=score(found.effort),
        scores=tuple(apply_score(each, disclosure, audience, selection) for each in found.scores),
        repeat_visit=breakdown(found.repeat_visit),
        info_clarity=breakdown(found.info_clarity),
        products=_products(found, disclosure),
        trend=_years(found, disclosure),
        custom=tuple((label, apply_breakdown(each, disclosure, audience, selection)) for label, each in found.custom),
        withheld=frozenset(withheld),
    )


def apply_breakdowns(
    rows: Sequence[tuple[str, Breakdown]], disclosure: Disclosure, audience: Audience, selection: Selection
) -> list[tuple[str, Breakdown]]:
    """The breakdown of one question per product of a selection."""
    if audience == "explore":
        return list(rows)
    selections = [replace(selection, products=(product,)) for product, _ in rows]
    told = [disclosure.precision(each, found.item) for each, (_, found) in zip(selections, rows, strict=True)]
    # Where several answers are allowed, each option has a base of its own and is a question of its own.
    for place in range(max((len(found.options) for _, found in rows), default=0)):
        options = [found.options[place] for _, found in rows]
        groups = [Group(option.n, (Fraction(option.count or 0),)) for option in options]
        told = _complemented(told, groups, SHARE)
    return [
        (product, _breakdown(found, precision, each))
        for (product, found), precision, each in zip(rows, told, selections, strict=True)
    ]


def apply_product_table(
    table: ProductTable, disclosure: Disclosure, audience: Audience, selection: Selection
) -> ProductTable:
    """The table of products against items of a selection."""
    if audience == "explore":
        return table
    selections = [replace(selection, products=(str(row.product),)) for row in table.rows]
    columns: list[list[Score]] = []
    for place, (key, _) in enumerate(table.items):
        cells = [row.figures[place] for row in table.rows]
        told = [disclosure.precision(each, key) for each in selections]
        rest = [] if table.rest is None else [table.rest.figures[place]]
        told = (
            _complemented(
                told, [_group(cell) for cell in cells], SCALES[cells[0].unit], [_group(cell) for cell in rest]
            )
            if cells
            else []
        )
        columns.append([_score(*each) for each in zip(cells, told, selections, strict=True)])

    def row(found: ProductRow, figures: Sequence[Score], precision: Precision) -> ProductRow:
        responses = found.responses if precision == "exact" else 0
        return replace(found, responses=responses, figures=tuple(figures), precision=precision)

    whole = [apply_score(each, disclosure, audience, selection) for each in table.total.figures]
    return ProductTable(
        table.items,
        tuple(
            row(found, [column[place] for column in columns], disclosure.precision(each, RESPONSES))
            for place, (found, each) in enumerate(zip(table.rows, selections, strict=True))
        ),
        None,  # a group that no selection names, and that hidden products are hidden behind
        row(table.total, whole, disclosure.precision(selection, RESPONSES)),
    )


def apply_trend(found: Trend, disclosure: Disclosure, audience: Audience, selection: Selection, key: str) -> Trend:
    """One question through time; `key` is that of `counts.answers`."""
    if audience == "explore" or not found.moments:
        return found
    selections = [selection.within(moment.period.start, moment.period.end) for moment in found.moments]
    figures = [moment.figure for moment in found.moments]
    told = _complemented(
        [disclosure.precision(each, key) for each in selections],
        [_group(figure) for figure in figures],
        SCALES[figures[0].unit],
    )
    moments = [
        replace(moment, figure=_score(moment.figure, precision, each))
        for moment, precision, each in zip(found.moments, told, selections, strict=True)
    ]
    return replace(found, moments=tuple(moments))


def apply_distributions(
    found: Sequence[Distribution], disclosure: Disclosure, audience: Audience, selection: Selection
) -> tuple[Distribution, ...]:
    """How the answers to each question of a selection divide."""
    if audience == "explore":
        return tuple(found)
    shown = []
    for each in found:
        told = disclosure.precision(selection, each.key, is_spread=True)
        bands = None if each.bands is None else _breakdown(each.bands, told, selection)
        shown.append(replace(each, points=_breakdown(each.points, told, selection), bands=bands))
    return tuple(shown)


def apply_difference(
    row: Difference,
    one: tuple[Disclosure, Selection],
    other: tuple[Disclosure, Selection],
    audience: Audience,
) -> Difference:
    """One question in two selections. The verdict stays where both values are shown; the chance only where both
    are exact."""
    if audience == "explore":
        return row
    first, second = apply_score(row.one, one[0], audience, one[1]), apply_score(row.other, other[0], audience, other[1])
    told = coarsest([first.precision, second.precision])
    if told == "exact":
        return replace(row, one=first, other=second)
    return replace(
        row,
        one=first,
        other=second,
        p=None,
        p_adjusted=None,
        verdict="suppressed" if told == "hidden" else row.verdict,
    )


def apply_comparison(
    found: Comparison, one: tuple[Disclosure, Selection], other: tuple[Disclosure, Selection], audience: Audience
) -> Comparison:
    """Two selections side by side. `responses` is None where it may not be told."""
    if audience == "explore":
        return found
    sides = (one, other)
    people = [disclosure.precision(selection, RESPONSES) for disclosure, selection in sides]
    overall = coarsest(
        disclosure.precision(selection, OVERALL)
        for disclosure, selection in sides
        if OVERALL in disclosure.counts.answers
    )
    split = found.split
    if split is not None:
        # Made of products within periods, of which nothing finer than what is printed may leave.
        split = (
            None
            if overall == "hidden"
            else replace(split, mix=GRADE.coarse(split.mix), rating=GRADE.coarse(split.rating))
        )
    first, second = (
        count if precision == "exact" else None for count, precision in zip(found.responses, people, strict=True)
    )
    return Comparison((first, second), tuple(apply_difference(row, one, other, audience) for row in found.rows), split)


def _asked_people(found: ChannelFigures) -> list[str]:
    asked = {RESPONSES: found.responses, REVIEWS: found.reviews, TIPS: found.tips}
    return [name for name, count in asked.items() if count is not None]


def _products(found: ChannelFigures, disclosure: Disclosure) -> tuple[Score, ...]:
    selections = [replace(found.selection, products=(each.key,)) for each in found.products]
    told = [disclosure.precision(each, OVERALL) for each in selections]
    rest = []
    if found.overall is not None:
        named = [_group(each) for each in found.products]
        rest = [
            Group(
                found.overall.n - sum(group.n for group in named),
                (found.overall.total - sum((group.sums[0] for group in named), Fraction(0)),),
            )
        ]
        if found.selection.products or rest[0].n <= 0:
            rest = []
    told = _complemented(told, [_group(each) for each in found.products], GRADE, rest)
    return tuple(_score(*each) for each in zip(found.products, told, selections, strict=True))


def _years(found: ChannelFigures, disclosure: Disclosure) -> tuple[YearScore, ...]:
    own = [year for year in found.trend if year.score is not None]
    selections = {year.year: _in_year(found.selection, year.year) for year in own}
    told = _complemented(
        [disclosure.precision(selections[year.year], OVERALL) for year in own],
        [_group(year.score) for year in own if year.score is not None],
        GRADE,
    )
    precisions: Mapping[int, Precision] = dict(zip(selections, told, strict=True))
    return tuple(
        year
        if year.score is None
        else replace(year, score=_score(year.score, precisions[year.year], selections[year.year]))
        for year in found.trend
    )


def _in_year(selection: Selection, year: int) -> Selection:
    return selection.within(date(year, 1, 1), date(year, 12, 31))


def _complemented(
    told: Sequence[Precision], groups: Sequence[Group], scale: Scale, rest: Sequence[Group] = ()
) -> list[Precision]:
    """The same, with more rows hidden where rows are rounded and hidden ones would follow from the total."""
    if "rounded" not in told or "hidden" not in told:
        return list(told)
    rows = [replace(group, is_printed=precision != "hidden") for group, precision in zip(groups, told, strict=True)]
    more = suppression.hidden([*rows, *(replace(group, is_printed=False) for group in rest)], scale)
    return ["hidden" if place in more else precision for place, precision in enumerate(told)]


def _group(found: Score) -> Group:
    return Group(found.n, (found.total,))


def _score(found: Score, precision: Precision, selection: Selection) -> Score:
    found = replace(found, is_public=True)
    if precision == "exact":
        return replace(found, outside={}) if _is_part(selection) else found
    scale = SCALES[found.unit]
    n = _side_of_bases(found.n) if precision == "rounded" else 0
    value = found.value
    total = Fraction(0) if value is None or not n else scale.coarse(value) * n
    return replace(
        found,
        n=n,
        total=total,
        squares=abs(total) if found.unit == "effort" else Fraction(0),
        outside={},
        p=None,
        p_adjusted=None,
        verdict=found.verdict if n else "suppressed",
        precision=precision,
    )


def _breakdown(found: Breakdown, precision: Precision, selection: Selection) -> Breakdown:
    if precision == "exact":
        return replace(found, outside={}) if _is_part(selection) else found
    n = _side_of_bases(found.n) if precision == "rounded" else 0

    def option(each: OptionCount) -> OptionCount:
        share = None if each.share is None or not n else SHARE.coarse(each.share)
        return replace(each, n=n if each.n else 0, count=None, share=share)

    return replace(found, n=n, options=tuple(option(each) for each in found.options), outside={}, precision=precision)


def _is_part(selection: Selection) -> bool:
    """Whether it is a part of the survey: who is outside the base is told of the whole only, since the bases of
    products and periods are chosen for who is in them."""
    return bool(selection.products) or selection.has_period


def _side_of_bases(n: int) -> int:
    """The smallest base that is judged as this one is: all that may be known of a base that is not told."""
    return MINIMUM_BASE if is_indicative(n) else VERDICT_BASE


def _first_of_month(day: date | None) -> date | None:
    return None if day is None else calendar(day, day, "month")[0].start


def _last_of_month(day: date | None) -> date | None:
    return None if day is None else calendar(day, day, "month")[0].end
