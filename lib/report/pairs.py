"""What is set against what on the page Vergelijken: the choices, and the two sides that follow."""

from dataclasses import dataclass, replace

from lib.figures import periods
from lib.figures.compare import Side, shared
from lib.figures.counts import Counts
from lib.figures.periods import Period
from lib.figures.selection import Selection
from lib.report.blocks import Control
from lib.report.sentences import period_words, products_words, selection_sentence
from lib.report.trends import period_label
from lib.report.view import View
from lib.survey.catalogue import CHANNEL_LABELS

PREVIOUS, YEAR, PERIODS = "vorige periode", "vorig jaar", "twee perioden"
PRODUCT, CHANNEL = "ander product", "ander kanaal"
KEPT = "bewaarde selecties"
_WITH = (PREVIOUS, YEAR, PERIODS, PRODUCT, CHANNEL, KEPT)
_OTHERS = "alle andere producten"


@dataclass(frozen=True, eq=False)
class Pair:
    """Two sides that share no respondent, what each is called, and a remark on how they were chosen.
    `is_change`: the same in another period, so that a difference is a change."""

    one: Side
    other: Side
    names: tuple[str, str]
    remark: str | None = None
    is_change: bool = False


@dataclass(frozen=True, eq=False)
class Choice:
    """The controls in order, and the pair that they choose; without one `missing` says why and what to do."""

    controls: tuple[Control, ...]
    pair: Pair | None = None
    missing: str = ""


def choose(view: View, channel: str) -> Choice:
    """The pair that the choices of the page name."""
    against = view.choice("met", _WITH)
    control = Control("met", "Vergelijk met", _WITH, against, "segments")
    if against == PRODUCT:
        found = _products(view, channel)
    elif against == CHANNEL:
        found = _channels(view, channel)
    elif against == KEPT:
        found = _kept(view, channel)
    elif against == PERIODS:
        found = _two_periods(view, channel)
    else:
        found = _periods(view.counts(channel), view.selection, is_year=against == YEAR)
    return replace(found, controls=(control, *found.controls))


_NOTHING_KEPT = (
    "U bewaarde nog geen andere selectie. Kies links kanaal, product en periode, klik hieronder op ‘Bewaar deze selectie’, en kies "
    "daarna links de selectie die u ertegenover wilt zetten."
)
_NO_DATES = "Zonder datums zijn er geen perioden om te vergelijken. Kies ‘ander product’ of ‘ander kanaal’."


def _periods(counts: Counts, selection: Selection, *, is_year: bool) -> Choice:
    whole = counts.select(selection)
    start, end = selection.start or whole.first_day, selection.end or whole.last_day
    if start is None or end is None:
        return Choice((), missing=_NO_DATES)
    remark = None
    period = Period(start, end)
    if not selection.has_period:
        period = periods.latest_quarter(end)
        remark = "U koos geen periode; genomen is het laatste kwartaal met antwoorden. Kies links een andere periode."
    earlier = periods.year_earlier(period) if is_year else periods.before(period)
    one, other = (replace(selection, start=each.start, end=each.end) for each in (period, earlier))
    names = (period_words(one, None, None), period_words(other, None, None))
    return Choice((), Pair(Side(counts, one), Side(counts, other), names, remark, is_change=True))


def _two_periods(view: View, channel: str) -> Choice:
    """Any quarter or year against any other: at first the last quarter against the first."""
    counts = view.counts(channel)
    everyone = replace(view.selection, start=None, end=None)
    whole = counts.select(everyone)
    if whole.first_day is None or whole.last_day is None:
        return Choice((), missing=_NO_DATES)
    quarters = {
        period_label(each, "quarter"): each for each in periods.calendar(whole.first_day, whole.last_day, "quarter")
    }
    years = {period_label(each, "year"): each for each in periods.calendar(whole.first_day, whole.last_day, "year")}
    known = {**quarters, **years}
    names = list(quarters)
    first = view.choice("periode_een", list(known), names[-1])
    second = view.choice("periode_twee", list(known), names[0])
    controls = (
        Control("periode_een", "Periode", tuple(known), first),
        Control("periode_twee", "Tegen periode", tuple(known), second),
    )
    if known[first].start <= known[second].end and known[second].start <= known[first].end:
        return Choice(controls, missing="Deze perioden vallen in elkaar. Kies twee perioden die geen dag delen.")
    sides = tuple(
        Side(counts, replace(everyone, start=known[each].start, end=known[each].end)) for each in (first, second)
    )
    return Choice(controls, Pair(sides[0], sides[1], (first, second), is_change=True))


def _products(view: View, channel: str) -> Choice:
    """A product against another or against all others. Products that are selected beside the page are the first side."""
    counts, selection = view.counts(channel), view.selection
    selected = tuple(name for name in selection.products if name in counts.products)
    controls: list[Control] = []
    asked = selected
    if not asked and counts.products:
        rows = counts.select(replace(selection, products=())).matrix[:-1, 0]
        largest = counts.products[int(rows.argmax())]
        asked = (view.choice("product_een", counts.products, largest),)
        controls.append(Control("product_een", "Product", tuple(counts.products), asked[0]))
    others = [name for name in counts.products if name not in asked]
    if not asked or not others:
        return Choice((), missing="Er is geen ander product om mee te vergelijken. Kies links één of enkele producten.")
    options = (_OTHERS, *others)
    against = view.choice("met_product", options)
    rest = tuple(others) if against == _OTHERS else (against,)
    one, other = replace(selection, products=asked), replace(selection, products=rest)
    pair = Pair(Side(counts, one), Side(counts, other), (products_words(asked), against))
    return Choice((*controls, Control("met_product", "Tegen", options, against)), pair)


def _channels(view: View, channel: str) -> Choice:
    """A channel against another one. The channel that is selected beside the page is the first side."""
    labels = {CHANNEL_LABELS[name].lower(): name for name in view.session.channels}
    if len(labels) < 2:
        return Choice((), missing="Er is maar één kanaal geopend. Voeg op Gegevens de export van een ander kanaal toe.")
    controls: list[Control] = []
    first = CHANNEL_LABELS[channel].lower()
    if view.selection.channel is None:
        first = view.choice("kanaal_een", list(labels), first)
        controls.append(Control("kanaal_een", "Kanaal", tuple(labels), first))
    others = tuple(label for label in labels if label != first)
    second = view.choice("met_kanaal", others)
    sides = [Side(view.counts(labels[label]), view.selection) for label in (first, second)]
    return Choice(
        (*controls, Control("met_kanaal", "Tegen", others, second)), Pair(sides[0], sides[1], (first, second))
    )


def _kept(view: View, channel: str) -> Choice:
    """A selection that was kept against another one, or against the one in view."""
    known: dict[str, Selection] = {}
    for each in dict.fromkeys((view.selection, *view.session.selections)):
        name = selection_sentence(each.channel or channel, each, None, None, None)
        known.setdefault(f"deze selectie: {name}" if each == view.selection else name, each)
    names = list(known)
    if len(names) < 2:
        return Choice((), missing=_NOTHING_KEPT)
    first = view.choice("selectie_een", names)
    rest = tuple(name for name in names if name != first)
    second = view.choice("selectie_twee", rest)
    controls = (
        Control("selectie_een", "Selectie", tuple(names), first),
        Control("selectie_twee", "Tegen", rest, second),
    )
    sides = []
    for name in (first, second):
        of = known[name].channel or channel
        if of not in view.session.channels:
            return Choice(controls, missing=f"Van {CHANNEL_LABELS[of].lower()} is geen export geopend.")
        sides.append(Side(view.counts(of), known[name]))
    if sides[0].counts is sides[1].counts and shared(sides[0].counts, sides[0].selection, sides[1].selection):
        return Choice(controls, missing="Deze selecties delen klanten. Kies twee selecties zonder dezelfde klant erin.")
    short = [name.removeprefix("deze selectie: ") for name in (first, second)]
    return Choice(controls, Pair(sides[0], sides[1], (short[0], short[1])))
