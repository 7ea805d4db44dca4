"""One figure through time: per month, quarter or year, with what was published before, and whether it
demonstrably changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from lib.figures import periods, verdict
from lib.figures.base import VERDICT_BASE
from lib.figures.compare import p_of
from lib.figures.counts import Counts
from lib.figures.periods import Period, Step
from lib.figures.scores import Score, option_label, score, share
from lib.figures.selection import Selection
from lib.figures.verdict import SIGNIFICANCE, Verdict
from lib.survey.references import References


@dataclass(frozen=True)
class Moment:
    """The figure of one period; hidden under ten answers, and then a gap in the line."""

    period: Period
    figure: Score


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


def figure_in(counts: Counts, selection: Selection, key: str, option: str | None = None) -> Score:
    """The figure of an item, or with `option` the share that gave that answer, over a selection."""
    answers, selected = counts.answers[key], counts.select(selection).of(key)
    return score(answers, selected) if option is None else share(answers, selected, option)


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


@dataclass(frozen=True)
class Change:
    """What demonstrably changed over the periods shown. `ends`: the last against the first, with Holm over
    this and the line; `line`: the slope over all periods (three or more), higher where it goes up. `is_seasonal`:
    the same part of the year comes back and the parts differ beyond the line. `same_season`: first and last are
    the same part of the year."""

    first: Moment
    last: Moment
    ends: Verdict
    line: Verdict | None
    is_seasonal: bool
    year_repeats: bool
    same_season: bool


def change(found: Trend) -> Change | None:
    """Whether the figure changed: only of periods with 30 answers or more; None where there are not two."""
    shown = [moment for moment in found.moments if (moment.figure.shown_n or 0) >= VERDICT_BASE]
    if len(shown) < 2:
        return None
    first, last = shown[0], shown[-1]
    times = [float(found.moments.index(moment)) for moment in shown]
    slope, p_of_slope = _slope(shown, times) if len(shown) > 2 else (0.0, None)
    p_of_ends, p_of_line = verdict.holm_where([p_of(last.figure, first.figure), p_of_slope])
    seasons = [_season(moment, found.step) for moment in shown]
    repeats = found.step != "year" and len(set(seasons)) < len(seasons)
    is_higher = (last.figure.value or 0) > (first.figure.value or 0)
    return Change(
        first,
        last,
        verdict.verdict(VERDICT_BASE, True, p_of_ends, is_higher),
        verdict.verdict(VERDICT_BASE, True, p_of_line, slope > 0) if len(shown) > 2 else None,
        repeats and _p_of_seasons(shown, times, seasons) < SIGNIFICANCE,
        repeats,
        seasons[0] == seasons[-1] or found.step == "year",
    )


def _season(moment: Moment, step: Step) -> int:
    """Which month or quarter of the year a period is; 0 for whole years."""
    return 0 if step == "year" else moment.period.start.month


def _slope(shown: Sequence[Moment], times: Sequence[float]) -> tuple[float, float | None]:
    """The slope of the answers over time and its two-sided p (least squares over respondents, n - 2 degrees
    of freedom); no p where the answers have no spread."""
    n, sums, squares = _sums(shown)
    at = np.array(times)
    columns = np.column_stack([np.ones(len(at)), at])
    left, freedom, found = _fit(columns, n, sums, squares)
    spread = float((n * (at - (n * at).sum() / n.sum()) ** 2).sum())
    if left <= 1e-9:
        return float(found[1]), None
    return float(found[1]), verdict.p_of_t(float(found[1]) / (left / freedom / spread) ** 0.5, freedom)


def _p_of_seasons(shown: Sequence[Moment], times: Sequence[float], seasons: Sequence[int]) -> float:
    """The chance that the parts of a year differ this much beyond a straight line (F test of the line with
    and without them); 1 where they can't be told from the line."""
    from scipy.special import fdtrc  # takes a while to load, so only where it is needed

    n, sums, squares = _sums(shown)
    line = np.column_stack([np.ones(len(times)), np.array(times)])
    parts = np.array([[season == part for part in sorted(set(seasons))[1:]] for season in seasons], dtype=float)
    whole = np.column_stack([line, parts])
    extra = int(np.linalg.matrix_rank(whole)) - 2
    left_line, _, _ = _fit(line, n, sums, squares)
    left, freedom, _ = _fit(whole, n, sums, squares)
    if extra < 1 or left <= 1e-9:
        return 1.0
    return float(fdtrc(extra, freedom, max(0.0, left_line - left) / extra / (left / freedom)))


def _sums(shown: Sequence[Moment]) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Per period the base and the sum of the answers, and the sum of all squared answers; shares count 1 and
    0, effort 1, 0 and -1."""
    n = np.array([moment.figure.n for moment in shown], dtype=float)
    totals = np.array([float(moment.figure.total) for moment in shown])
    return n, totals, float(sum(moment.figure.squares for moment in shown))


def _fit(
    columns: NDArray[np.float64], n: NDArray[np.float64], sums: NDArray[np.float64], squares: float
) -> tuple[float, float, NDArray[np.float64]]:
    """Least squares over respondents who share a row of `columns` per period: what is left of the squares,
    the degrees of freedom, and the coefficients."""
    root = np.sqrt(n)
    found, _, rank, _ = np.linalg.lstsq(columns * root[:, np.newaxis], sums / root, rcond=None)
    fitted: NDArray[np.float64] = columns @ found
    left = squares - 2 * float(fitted @ sums) + float(n @ fitted**2)
    return max(0.0, left), float(n.sum() - rank), np.asarray(found, dtype=np.float64)
