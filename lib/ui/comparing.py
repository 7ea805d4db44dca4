"""What is set against what on the page Vergelijken: the choices, and the two sides that follow."""

from dataclasses import dataclass, replace

import streamlit as st

from lib.figures import periods
from lib.figures.compare import Side
from lib.figures.counts import Counts
from lib.figures.periods import Period
from lib.figures.selection import Selection
from lib.report.sentences import period_words, products_words
from lib.survey.catalogue import CHANNEL_LABELS
from lib.ui.components import Opened

_PREVIOUS, _YEAR, _PRODUCT, _CHANNEL = "vorige periode", "vorig jaar", "ander product", "ander kanaal"
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


def choose(opened: Opened) -> Pair | None:
    """Draw the choices and give the pair; None where there is nothing to set against, which is then said."""
    channel = opened.found.channel
    counts = opened.workspace.counts[channel]
    chosen = st.segmented_control(
        "Vergelijk met",
        [_PREVIOUS, _YEAR, _PRODUCT, _CHANNEL],
        default=_PREVIOUS,
        required=True,
        key="met",
        bind="query-params",
    )
    if chosen == _PRODUCT:
        return _products(counts, opened.selection)
    if chosen == _CHANNEL:
        return _channels(opened, channel)
    return _periods(counts, opened.selection, is_year=chosen == _YEAR)


def _periods(counts: Counts, selection: Selection, *, is_year: bool) -> Pair | None:
    whole = counts.select(selection)
    start, end = selection.start or whole.first_day, selection.end or whole.last_day
    if start is None or end is None:
        st.info("Zonder datums zijn er geen perioden om te vergelijken. Kies ‘ander product’ of ‘ander kanaal’.")
        return None
    remark = None
    period = Period(start, end)
    if not selection.has_period:
        period = periods.latest_quarter(end)
        remark = "U koos geen periode; genomen is het laatste kwartaal met antwoorden. Kies links een andere periode."
    earlier = periods.year_earlier(period) if is_year else periods.before(period)
    one, other = (replace(selection, start=each.start, end=each.end) for each in (period, earlier))
    names = (period_words(one, None, None), period_words(other, None, None))
    return Pair(Side(counts, one), Side(counts, other), names, remark, is_change=True)


def _products(counts: Counts, selection: Selection) -> Pair | None:
    asked = tuple(name for name in selection.products if name in counts.products)
    remark = None
    if not asked:
        rows = counts.select(replace(selection, products=())).matrix[:-1, 0]
        asked = (counts.products[int(rows.argmax())],) if len(rows) else ()
        remark = "U koos geen product; genomen is het product met de meeste respons. Kies links een ander product."
    others = [name for name in counts.products if name not in asked]
    if not asked or not others:
        st.info("Er is geen ander product om mee te vergelijken. Kies links één of enkele producten.")
        return None
    against = st.selectbox("Met", [_OTHERS, *others], key="met_product", bind="query-params")
    rest = tuple(others) if against == _OTHERS else (against,)
    one, other = replace(selection, products=asked), replace(selection, products=rest)
    return Pair(Side(counts, one), Side(counts, other), (products_words(asked), against), remark)


def _channels(opened: Opened, channel: str) -> Pair | None:
    others = {CHANNEL_LABELS[name].lower(): name for name in opened.workspace.channels if name != channel}
    if not others:
        st.info("Er is maar één kanaal geopend. Voeg op Gegevens de export van een ander kanaal toe.")
        return None
    label = st.selectbox("Met", list(others), key="met_kanaal", bind="query-params")
    counts = opened.workspace.counts
    return Pair(
        Side(counts[channel], opened.selection),
        Side(counts[others[label]], opened.selection),
        (CHANNEL_LABELS[channel].lower(), label),
    )
