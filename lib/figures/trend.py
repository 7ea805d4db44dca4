"""One figure through time: per month, quarter or year, with what was published before."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lib.figures import periods
from lib.figures.counts import Counts
from lib.figures.periods import Period, Step
from lib.figures.scores import Figure, figure_of, option_label, share
from lib.figures.selection import Selection
from lib.survey.references import References


@dataclass(frozen=True)
class Moment:
    """The figure of one period; hidden under ten answers, and then a gap in the line."""

    period: Period
    figure: Figure


@dataclass(frozen=True)
class Trend:
    """One item through time. `unit`: grade, agree, effort, or share of one answer. `moments`: every period from the first to the last answer, also those
    without any. `published`: own figures of years that the answers don't show, as printed.
    `benchmarks`: BM per year, as printed."""

    label: str
    unit: str
    step: Step
    moments: tuple[Moment, ...]
    published: Mapping[int, Decimal]
    benchmarks: Mapping[int, Decimal]


def figure_in(counts: Counts, selection: Selection, key: str, option: str | None = None) -> Figure:
    """The figure of an item, or with `option` the share that gave that answer, over a selection."""
    answers, selected = counts.answers[key], counts.select(selection).of(key)
    return figure_of(answers, selected) if option is None else share(answers, selected, option)


def trend(
    counts: Counts, selection: Selection, key: str, step: Step, references: References, option: str | None = None
) -> Trend:
    """The figure of an item (a key of `counts.answers`), or with `option` the share that gave that answer, for
    every calendar period of the selection.

    A period that the selection cuts off is drawn by what is selected of it. What was published is
    about all products together, so it is left out where products are selected.
    """
    answers = counts.answers[key]
    whole = counts.select(selection)
    moments: list[Moment] = []
    if whole.first_day is not None and whole.last_day is not None:
        for period in periods.calendar(whole.first_day, whole.last_day, step):
            part = selection.within(period.start, period.end)
            moments.append(Moment(period, figure_in(counts, part, key, option)))
    shown = {moment.period.start.year for moment in moments if not moment.figure.suppressed}
    # What was published is about all parts of an item together.
    is_partial = answers.parts is not None and not answers.parts.are_all
    published = {} if selection.products or is_partial else references.own_by_year(counts.channel, key)
    years = set() if is_partial else {moment.period.start.year for moment in moments} | published.keys()
    benchmarks = {year: references.benchmark(counts.channel, key, year) for year in sorted(years)}
    return Trend(
        answers.item.label if option is None else option_label(answers.item, option),
        answers.item.kind if option is None else "share",
        step,
        tuple(moments),
        {year: value for year, value in published.items() if year not in shown},
        {year: value for year, value in benchmarks.items() if value is not None},
    )
