"""The data as others may see them, for the check that leaves: every figure as `lib.figures.disclosure` lets it go.

What is hidden there has no value here at all, so that no verdict, cause or remark can depend on it; what is told rounded
only is compared as it is printed.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures, figures, within_one_year
from lib.figures.counts import Counts
from lib.figures.disclosure import Disclosure, apply_distributions, apply_figures, whole_months
from lib.figures.distribution import distributions
from lib.figures.keys import BENCHMARK, DIFFERENCE, OWN, N
from lib.figures.measures import SHARE
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report import dutch
from lib.report.check.recompute import Data, Exact, parts_of
from lib.survey.references import References

_HIDDEN = Exact(None, None, "", None, suppressed=True)
_PEOPLE = ("responses", "reviews", "tips")
_REST, _ONCE = "rest", "in_een_keer"


class PublishedData(Data):
    """What `Data` is to the owner. `disclosure`: what may be told of a channel. The selection takes whole calendar
    months."""

    audience = "publish"

    def __init__(
        self,
        counts: Mapping[str, Counts],
        references: References,
        selection: Selection,
        disclosure: Callable[[str], Disclosure] | None = None,
    ) -> None:
        super().__init__(counts, references, whole_months(selection))
        self._disclosure = lru_cache(maxsize=8)(disclosure or (lambda channel: Disclosure.of(counts[channel])))

    def _whole(self, channel: str, selection: Selection) -> ChannelFigures:
        found = within_one_year(figures(self.counts[channel], selection, self.references))
        return apply_figures(found, self._disclosure(channel), "publish")

    def exact(self, claim: Claim, printed: PrintedNumber, selection: Selection | None = None) -> Exact | None:
        """The figure of a claim as it may be told; None where there is no such figure, without a value where it may
        not be told."""
        if claim.channel not in self.counts:
            return None
        if selection is None:
            selection = self.selection_of(claim)
        if selection is None:
            return self._published(claim)
        found = self._found(self.whole(claim.channel, selection), claim, selection, is_count=printed.unit == "count")
        if found is None:
            return self._published(claim) if claim.column in (OWN, BENCHMARK) else None
        if claim.column != BENCHMARK and found.value is not None and self._beside_hidden_year(claim, printed):
            return _HIDDEN
        return found

    def _beside_hidden_year(self, claim: Claim, printed: PrintedNumber) -> bool:
        """Whether another year of the same figure is hidden, which would follow from the whole and the years beside it.
        Only what is told exactly of every year stays."""
        years = self.years(claim.channel)
        if claim.year is None or claim.year not in years or len(years) < 2 or self.selection.has_period:
            return False
        for year in years:
            part = self.selection.within(date(year, 1, 1), date(year, 12, 31))
            other = self._found(self.whole(claim.channel, part), claim, part, is_count=printed.unit == "count")
            if other is not None and other.suppressed:
                return True
        return False

    def _found(self, whole: ChannelFigures, claim: Claim, selection: Selection, *, is_count: bool) -> Exact | None:
        item, option, product = parts_of(claim.item)
        if item in _PEOPLE:
            return _people(whole, item)
        if product is not None:
            score = next((row for row in whole.products if row.key == product), None)
            return None if score is None else _of_score(score, claim.column)
        if option is not None:
            breakdown = {"herhaalbezoek": whole.repeat_visit, "informatie": whole.info_clarity}.get(item)
            return None if breakdown is None else _of_option(breakdown, option, claim.column, is_count=is_count)
        if claim.column.startswith(SHARE):
            return self._answer_share(claim, item, selection)
        score = next((row for row in whole.figures if row.key == item), None)
        return None if score is None else _of_score(score, claim.column)

    def _answer_share(self, claim: Claim, item: str, selection: Selection) -> Exact | None:
        counts, disclosure = self.counts[claim.channel], self._disclosure(claim.channel)
        every = distributions(counts, counts.select(selection))
        shown = apply_distributions(every, disclosure, "publish", selection)
        of = next((each for each in shown if each.key == item), None)
        if of is None:
            return None
        return _of_option(of.points, claim.column.removeprefix(SHARE), OWN, is_count=False)


def _people(whole: ChannelFigures, item: str) -> Exact | None:
    if item in whole.withheld:
        return _HIDDEN
    count: int | None = getattr(whole, item)
    return None if count is None else Exact(Fraction(count), Decimal(count), "count", count)


def _of_score(score: Score, column: str) -> Exact | None:
    unit = {"grade": "grade", "effort": "points"}.get(score.unit, "percent")
    bm = dutch.shown_benchmark(score.benchmark, score.unit)
    if column == BENCHMARK:
        return None if bm is None else Exact(Fraction(bm), bm, unit, None, benchmark=score.benchmark)
    if score.value is None:
        return _HIDDEN
    if column == N:
        n = score.shown_n
        return _HIDDEN if n is None else Exact(Fraction(n), Decimal(n), "count", n)
    if column == DIFFERENCE:
        difference = dutch.difference(score.value, score.benchmark, score.unit)
        return None if difference is None else Exact(Fraction(difference), difference, unit, None)
    if column != OWN:
        return None
    value = score.value * (1 if score.unit == "grade" else 100)
    return Exact(value, dutch.shown(score.value, score.unit), unit, score.shown_n, benchmark=score.benchmark)


def _of_option(breakdown: Breakdown, option: str, column: str, *, is_count: bool) -> Exact | None:
    n = breakdown.shown_n
    if column == N:
        return _HIDDEN if n is None or breakdown.suppressed else Exact(Fraction(n), Decimal(n), "count", n)
    found = next((each for each in breakdown.options if each.key == (_ONCE if option == _REST else option)), None)
    if found is None:
        return None
    if found.share is None and not breakdown.suppressed and breakdown.precision == "exact":
        return None  # no file has this option
    if found.share is None or (is_count and (found.count is None or n is None)):
        return _HIDDEN
    count, share = found.count, found.share
    if option == _REST:
        count, share = None if count is None or n is None else n - count, 1 - share
    if is_count and count is not None:
        return Exact(Fraction(count), Decimal(count), "count", n)
    return Exact(share * 100, dutch.shown(share, "agree"), "percent", n)
