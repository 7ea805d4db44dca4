"""The filters in the sidebar: what they hold stands in the address, so it survives a page switch,
a reload and a link."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

import streamlit as st

from lib.figures.selection import Selection
from lib.report.sentences import period_name
from lib.session.session import Session
from lib.ui import shared_address

_OWN_PERIOD = "Eigen periode"
_WHOLE_PERIOD = "Hele periode"


def current(workspace: Session) -> Selection:
    """What is selected, as far as the user's data know it."""
    kept = st.session_state
    channel = kept.get("kanaal")
    known = {name for counts in workspace.counts.values() for name in counts.products}
    products = tuple(name for name in kept.get("product") or () if name in known)
    return Selection(channel if channel in workspace.channels else None, products, kept.get("van"), kept.get("tot"))


def show(workspace: Session) -> None:
    """Draw the filters; without data there is nothing to filter."""
    if not workspace.has_data:
        return
    opened = workspace.opened_selection
    if opened is not None and opened != Selection():
        st.session_state.kanaal = opened.channel if opened.channel in workspace.channels else None
        known = {name for counts in workspace.counts.values() for name in counts.products}
        st.session_state.product = [name for name in opened.products if name in known]
        st.session_state.van, st.session_state.tot = opened.start, opened.end
    with st.sidebar:
        st.header("Selectie", anchor=False)
        channel = st.segmented_control(
            "Kanaal", list(workspace.channels), key="kanaal", bind="query-params", width="stretch"
        )
        st.multiselect(
            "Product", _products(workspace, channel), key="product", bind="query-params", placeholder="Alle producten"
        )
        first, last = _range(workspace)
        if first is None or last is None:
            st.caption("Zonder leesbare datums is filteren op periode niet mogelijk.")
        else:
            _period(first, last)
        st.button("Wis selectie", on_click=clear, width="stretch", disabled=current(workspace) == Selection())


def _period(first: date, last: date) -> None:
    """Years and quarters to pick from, and the two dates that count."""
    _quick_periods(first, last)
    earliest, latest = date(first.year, 1, 1), date(last.year, 12, 31)
    start = st.date_input("Van", None, earliest, latest, key="van", bind="query-params", format="DD-MM-YYYY")
    end = st.date_input("Tot en met", None, earliest, latest, key="tot", bind="query-params", format="DD-MM-YYYY")
    if start is not None and end is not None and start > end:
        st.warning("De begindatum ligt na de einddatum: draai ze om of wis de selectie.")


def clear() -> None:
    """Back to everything: all channels, products and dates."""
    shared_address.forget()
    st.session_state.kanaal = None
    st.session_state.product = []
    st.session_state.van = None
    st.session_state.tot = None


def _products(workspace: Session, channel: str | None) -> list[str]:
    """The products of the chosen channel, or of all of them, plus those already chosen."""
    channels: Iterable[str] = workspace.channels if channel is None else [channel]
    names = {name for key in channels if key in workspace.counts for name in workspace.counts[key].products}
    known = {name for counts in workspace.counts.values() for name in counts.products}
    # Chosen before, or by the address: what this channel lacks stays in view, and can be taken away.
    chosen = {*st.session_state.get("product", []), *st.query_params.get_all("product")}
    return sorted(names | (chosen & known), key=str.casefold)


def _range(workspace: Session) -> tuple[date | None, date | None]:
    """The first and last day of all answers."""
    whole = [counts.select(Selection()) for counts in workspace.counts.values()]
    firsts = [selected.first_day for selected in whole if selected.first_day is not None]
    lasts = [selected.last_day for selected in whole if selected.last_day is not None]
    return min(firsts, default=None), max(lasts, default=None)


def _quick_periods(first: date, last: date) -> None:
    """A list of years and quarters that fills in both dates."""
    periods: dict[str, tuple[date | None, date | None]] = {_WHOLE_PERIOD: (None, None)}
    for year in range(last.year, first.year - 1, -1):
        spans = [(1, 12), (1, 3), (4, 6), (7, 9), (10, 12)]
        for start_month, end_month in spans:
            start, end = date(year, start_month, 1), date(year, end_month, monthrange(year, end_month)[1])
            if start <= last and end >= first:
                periods[period_name(start, end) or str(year)] = (start, end)
    van, tot = st.session_state.get("van"), st.session_state.get("tot")
    shown = _WHOLE_PERIOD if van is None and tot is None else period_name(van, tot)
    options = list(periods)
    if shown not in periods:
        shown = _OWN_PERIOD
        options.insert(1, _OWN_PERIOD)
    # The two dates are what counts; the list only shows which period they make.
    st.session_state.periode = shown

    def fill_in() -> None:
        chosen = st.session_state.periode
        if chosen in periods:
            st.session_state.van, st.session_state.tot = periods[chosen]

    st.selectbox("Periode", options, key="periode", on_change=fill_in)
