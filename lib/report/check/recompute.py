"""What a printed number should be: the claim looked up in the data, exact, and compared digit by digit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from lib.figures.audience import Audience
from lib.figures.channel import ChannelFigures, figures
from lib.figures.counts import Counts
from lib.figures.every_figure import Figure, every_figure
from lib.figures.keys import BENCHMARK, DIFFERENCE, OWN, FigureKey
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report import dutch
from lib.survey.references import References

Verdict = Literal["reproduces", "within_rounding", "differs", "not_traceable"]
_RESPONSES = ("responses", "reviews", "tips")
_REST, _ONCE = "rest", "in_een_keer"


@dataclass(frozen=True)
class Exact:
    """A figure in the unit in which it is printed: grades as grades, shares and effort as whole points. `shown`: as the
    app publishes it; both None where it is suppressed. `n`: its base."""

    value: Fraction | None
    shown: Decimal | None
    unit: str
    n: int | None
    suppressed: bool = False
    benchmark: Decimal | None = None


class Data:
    """The data a draft is checked against, as the owner of the file may see them: counts per channel and what was
    published. `selection`: what the draft claims to show, without its channel."""

    audience: Audience = "explore"

    def __init__(self, counts: Mapping[str, Counts], references: References, selection: Selection) -> None:
        self.counts, self.references, self.selection = counts, references, selection
        self.figures = lru_cache(maxsize=512)(self._figures)
        self.whole = lru_cache(maxsize=64)(self._whole)

    def _figures(self, channel: str, selection: Selection) -> Mapping[FigureKey, Figure]:
        return every_figure(self.counts[channel], selection, self.references)

    def _whole(self, channel: str, selection: Selection) -> ChannelFigures:
        return figures(self.counts[channel], selection, self.references)

    def score(self, claim: Claim) -> Score | None:
        """The score that a claim is about with BM and verdict; None for an option, a product, a count, and for a year
        without answers."""
        item, option, product = parts_of(claim.item)
        selection = self.selection_of(claim) if claim.channel in self.counts else None
        if selection is None or option is not None or product is not None:
            return None
        return next((row for row in self.whole(claim.channel, selection).figures if row.key == item), None)

    def years(self, channel: str) -> range:
        """The years in which the channel has answers."""
        whole = self.counts[channel].select(Selection())
        if whole.first_day is None or whole.last_day is None:
            return range(0)
        return range(whole.first_day.year, whole.last_day.year + 1)

    def selection_of(self, claim: Claim) -> Selection | None:
        """What a claim is about; None for a year of which there are no answers."""
        years = self.years(claim.channel)
        asked = self.selection
        if claim.year is None or len(years) == 0 or asked.has_period:
            return asked
        if claim.year not in years:
            return None
        return asked if len(years) == 1 else asked.within(date(claim.year, 1, 1), date(claim.year, 12, 31))

    def exact(self, claim: Claim, printed: PrintedNumber, selection: Selection | None = None) -> Exact | None:
        """The figure of a claim; None where the data have no such figure."""
        if claim.channel not in self.counts:
            return None
        if selection is None:
            selection = self.selection_of(claim)
        if selection is None:
            return self._published(claim)
        is_count = printed.unit == "count"
        found = _found(self.figures(claim.channel, selection), claim, is_count=is_count)
        return self._published(claim) if found is None and claim.column in (OWN, BENCHMARK) else found

    def _published(self, claim: Claim) -> Exact | None:
        """What was published of the year of a claim, for years that the answers don't show."""
        if claim.year is None:
            return None
        if claim.column == BENCHMARK:
            value = self.references.benchmark(claim.channel, claim.item, claim.year)
        else:
            value = self.references.own_by_year(claim.channel, claim.item).get(claim.year)
        return None if value is None else _of_published(value, claim.item)


def _of_published(value: Decimal, item: str) -> Exact:
    # A share is published as a part of 1; a grade never is.
    is_share = item != "ces" and value <= 1
    exact = Fraction(value) * (100 if is_share else 1)
    return Exact(
        exact, dutch.shown_benchmark(value, "agree" if is_share else "grade"), "percent" if is_share else "grade", None
    )


def _found(figures: Mapping[FigureKey, Figure], claim: Claim, *, is_count: bool) -> Exact | None:
    item, option, product = parts_of(claim.item)
    if option == _REST:
        return _rest(figures, claim, is_count=is_count)
    column = OWN if claim.item in _RESPONSES else claim.column
    figure = figures.get(FigureKey(claim.channel, item, column, option, product))
    return None if figure is None else _in_unit(figure, is_count=is_count and option is not None)


def _rest(figures: Mapping[FigureKey, Figure], claim: Claim, *, is_count: bool) -> Exact | None:
    """Everyone who was not helped at once."""
    item = parts_of(claim.item)[0]
    once = figures.get(FigureKey(claim.channel, item, OWN, _ONCE))
    if once is None or once.value is None or once.n is None or once.total is None:
        return None if once is None else Exact(None, None, "percent", once.n, once.suppressed)
    if is_count:
        return Exact(Fraction(once.n) - once.total, Decimal(int(once.n - once.total)), "count", once.n)
    return Exact((1 - once.value) * 100, dutch.shown(1 - once.value, "agree"), "percent", once.n)


def _in_unit(figure: Figure, *, is_count: bool) -> Exact:
    n = figure.n
    if is_count:
        total = None if figure.suppressed else figure.total
        return Exact(total, None if total is None else Decimal(int(total)), "count", n, figure.suppressed)
    if figure.value is None:
        return Exact(None, None, figure.unit, n, figure.suppressed)
    if figure.unit == "count":
        return Exact(figure.value, dutch.shown_figure(figure), "count", n)
    scale = 1 if figure.unit == "grade" else 100
    value, shown = figure.value * scale, dutch.shown_figure(figure)
    if figure.key.measure == DIFFERENCE and shown is not None:
        value = Fraction(shown)  # a difference is that of the rounded figures
    unit = {"grade": "grade", "effort": "points"}.get(figure.unit, "percent")
    return Exact(value, shown, unit, n, figure.suppressed, figure.benchmark)


def parts_of(item: str) -> tuple[str, str | None, str | None]:
    """The question, option and product of an item as a check spells it."""
    if item.startswith("product:"):
        return "totaaloordeel", None, item.removeprefix("product:")
    question, _, option = item.partition(":")
    return question, option or None, None


def rounded(value: Fraction, decimals: int) -> Decimal:
    """The value with so many decimals, half up."""
    return dutch.half_up(value, decimals)


def otherwise_rounded(value: Fraction, decimals: int) -> dict[str, Decimal]:
    """The value by other ways of rounding: cut off, and half to even."""
    plain = Decimal(value.numerator) / Decimal(value.denominator)
    step = Decimal(1).scaleb(-decimals)
    cut = plain.quantize(step, ROUND_FLOOR if value >= 0 else ROUND_CEILING)
    return {"truncated": cut, "half_even": plain.quantize(step, ROUND_HALF_EVEN)}


def verdict_of(printed: PrintedNumber, exact: Exact | None) -> Verdict:
    """How what is printed stands to the exact value."""
    if exact is None or exact.value is None or printed.value is None:
        return "not_traceable"
    if printed.value == rounded(exact.value, printed.decimals):
        return "reproduces"
    if exact.shown is not None and printed.value == exact.shown:
        return "reproduces"
    if exact.unit != "count" and printed.value in otherwise_rounded(exact.value, printed.decimals).values():
        return "within_rounding"
    return "differs"
