"""All figures of one channel for one selection: what the pages and the command line show."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lib.figures import breakdowns
from lib.figures.base import is_suppressed
from lib.figures.benchmarks import EFFORT, OVERALL, benchmarks, wanted_year
from lib.figures.breakdowns import Breakdown
from lib.figures.counts import Counts, SelectedCounts, count
from lib.figures.scores import Score, score, with_verdicts
from lib.figures.selection import Selection
from lib.survey import catalogue
from lib.survey.dataset import Survey
from lib.survey.problems import Problem
from lib.survey.references import NO_REFERENCES, References
from lib.survey.scales import FIRST_VALID, YES


@dataclass(frozen=True)
class YearScore:
    """The totaaloordeel of one year: computed (`score`) or as published (`published`, no n known)."""

    year: int
    score: Score | None
    published: Decimal | None


@dataclass(frozen=True)
class ChannelFigures:
    """Every figure of one channel. What the channel was not asked is None or empty.

    `responses`: respondents with at least one answer to any question. `reviews`: those who
    explained their grade. `tips`: those who said to have suggestions. `products`: the totaaloordeel of each;
    `has_products`: whether there are any, also without it. `custom`: the questions of the survey's own with options,
    by their label. `wanted_year`: the year the selection ends in, whose BM is wanted; the figures say of which
    year theirs is. `years`: the calendar years with ten respondents or more; of several, every figure is a mean over
    years. `withheld`: which of the numbers of people (`responses`, `reviews`, `tips`, `without_product`) may not be told.
    """

    channel: str
    selection: Selection
    first_day: date | None
    last_day: date | None
    responses: int
    reviews: int | None
    tips: int | None
    overall: Score | None
    effort: Score | None
    scores: tuple[Score, ...]
    repeat_visit: Breakdown | None
    info_clarity: Breakdown | None
    products: tuple[Score, ...]
    has_products: bool
    without_product: int
    trend: tuple[YearScore, ...]
    custom: tuple[tuple[str, Breakdown], ...]
    wanted_year: int | None
    years: tuple[int, ...] = ()
    withheld: frozenset[str] = frozenset()

    @property
    def shown_responses(self) -> int | None:
        """The respons as it may be told; None where it may not."""
        return None if "responses" in self.withheld else self.responses

    @property
    def figures(self) -> tuple[Score, ...]:
        """The totaaloordeel, the effort score and every score: those that the channel was asked."""
        return tuple(figure for figure in (self.overall, self.effort, *self.scores) if figure is not None)

    @property
    def is_custom_survey(self) -> bool:
        """Whether it is a survey of another kind: opened as one, or without any question of the klantmonitor."""
        asked = (self.overall, self.effort, self.repeat_visit, self.info_clarity, self.reviews, self.tips)
        has_none = all(each is None for each in asked) and all(catalogue.find(row.key) is None for row in self.scores)
        return has_none or self.channel == catalogue.OTHER_CHANNEL

    def score(self, key: str) -> Score | None:
        """The row of an item in the table of scores."""
        return next((found for found in self.scores if found.key == key), None)


def figures(counts: Counts, selection: Selection, references: References = NO_REFERENCES) -> ChannelFigures:
    """All figures of the channel of `counts` for the products and period of `selection`."""
    selected = counts.select(selection)
    year = wanted_year(counts, selection, selected)
    compared = _compared(counts, selected, references, year)
    return ChannelFigures(
        channel=counts.channel,
        selection=selection,
        first_day=selected.first_day,
        last_day=selected.last_day,
        responses=selected.respondents,
        reviews=_filled(counts, selected, "toelichting"),
        tips=_tips(counts, selected),
        overall=compared.get(OVERALL),
        effort=compared.get(EFFORT),
        scores=tuple(row for key, row in compared.items() if key not in (OVERALL, EFFORT)),
        repeat_visit=breakdowns.single_choice(counts, selected, "herhaalbezoek"),
        info_clarity=breakdowns.multi_response(counts, selected, "informatie"),
        products=_products(counts, selected),
        has_products=bool(selected.matrix[:-1, 0].any()),
        without_product=int(selected.matrix[-1, 0]),
        trend=_trend(counts, selection, references),
        custom=tuple(breakdowns.custom_breakdowns(counts, selected)),
        wanted_year=year,
        years=_years(counts, selection, selected),
    )


def within_one_year(found: ChannelFigures) -> ChannelFigures:
    """The figures as they may stand beside each other: a mean over several years without the BM of one of
    them. Over one year the same figures."""
    if len(found.years) < 2:
        return found
    return replace(
        found,
        overall=None if found.overall is None else with_verdicts([found.overall], {})[0],
        effort=None if found.effort is None else with_verdicts([found.effort], {})[0],
        scores=with_verdicts(found.scores, {}),
    )


def _compared(counts: Counts, selected: SelectedCounts, references: References, year: int | None) -> dict[str, Score]:
    """Every score that can be compared, with its BM and verdict, by key and in the order of the tables."""
    found: dict[str, Score] = {}
    for table in benchmarks(counts, references, year):
        rows = [score(counts.answers[key], selected.of(key)) for key in table.items]
        found |= {row.key: row for row in with_verdicts(rows, table.benchmarks, table.year)}
    return {key: found[key] for key in counts.answers if key in found}


def _years(counts: Counts, selection: Selection, selected: SelectedCounts) -> tuple[int, ...]:
    if selected.first_day is None or selected.last_day is None:
        return ()
    found = []
    for year in range(selected.first_day.year, selected.last_day.year + 1):
        part = counts.select(selection.within(date(year, 1, 1), date(year, 12, 31)))
        if not is_suppressed(part.respondents):
            found.append(year)
    return tuple(found)


def _filled(counts: Counts, selected: SelectedCounts, key: str) -> int | None:
    return int(selected.of(key)[FIRST_VALID]) if key in counts.answers else None


def _tips(counts: Counts, selected: SelectedCounts) -> int | None:
    """Answers "ja" to the question for suggestions (a file without it has them by the tips written)."""
    return int(selected.of("tip_ja")[YES]) if "tip_ja" in counts.answers else None


def _products(counts: Counts, selected: SelectedCounts) -> tuple[Score, ...]:
    """The totaaloordeel per product that has respondents in the selection, largest base first.
    Here `key` and `label` are the product's name."""
    if OVERALL not in counts.answers:
        return ()
    rows = []
    for place, of in enumerate(selected.by_product(OVERALL)):
        if selected.matrix[place, 0] == 0:
            continue
        found = score(counts.answers[OVERALL], of)
        name = counts.products[place]
        rows.append(replace(found, key=name, label=name))
    return tuple(sorted(rows, key=lambda row: (-row.n, row.key)))


def _trend(counts: Counts, selection: Selection, references: References) -> tuple[YearScore, ...]:
    """The totaaloordeel per calendar year of the selection, and the published one of other years."""
    if OVERALL not in counts.answers:
        return ()
    # What was published is about all products together.
    published = {} if selection.products else references.own_by_year(counts.channel, OVERALL)
    years = {year: YearScore(year, None, own) for year, own in published.items()}
    whole = counts.select(selection)
    if whole.first_day is not None and whole.last_day is not None:
        for year in range(whole.first_day.year, whole.last_day.year + 1):
            part = counts.select(selection.within(date(year, 1, 1), date(year, 12, 31)))
            own = score(counts.answers[OVERALL], part.of(OVERALL))
            # A handful of answers must not push a published figure aside.
            if part.respondents and not (own.suppressed and year in years):
                years[year] = YearScore(year, own, None)
    return tuple(years[year] for year in sorted(years))


def channels_of(selection: Selection, available: tuple[str, ...]) -> tuple[str, ...]:
    """The channels that a selection looks at, of those that have data."""
    wanted = catalogue.ALL_CHANNELS if selection.channel is None else (selection.channel,)
    return tuple(channel for channel in wanted if channel in available)


def count_channels(survey: Survey) -> dict[str, Counts]:
    """The counts of every channel of a survey: made once at load, used by every figure after it."""
    return {name: count(channel) for name, channel in survey.channels.items()}


def problems_of(found: ChannelFigures) -> list[Problem]:
    """What a reader of these figures should know before comparing them."""
    years = {figure.benchmark_year for figure in found.figures if figure.benchmark is not None}
    others = sorted(year for year in years if year is not None and year != found.wanted_year)
    label = catalogue.CHANNEL_LABELS[found.channel].lower()
    return [
        Problem(
            "benchmark_other_year",
            "warning",
            f"Voor {label} is er geen BM van {found.wanted_year}; vergeleken is met BM {year}.",
            remedy=f"Voeg de BM van {found.wanted_year} toe aan de referentiecijfers.",
        )
        for year in others
    ]
