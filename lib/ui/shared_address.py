"""An address that somebody shared: its page and selection wait until there are data, and what these don't have is said."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import streamlit as st

from lib.figures.selection import Selection
from lib.report import dutch
from lib.report.blocks import Control
from lib.session.session import Session
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.visible import visible

_WAITING, _TOWARDS, _UNKNOWN, _SEEN = "wachtend_adres", "naar", "onbekend_in_adres", "is_binnen"
_DRAWN = "getekend_adres"
_NOT_OURS = ("zaal", _TOWARDS)
_OPENING = "gegevens"
_LONGEST = 80  # characters of a value that is told

Waiting = tuple[str, Mapping[str, Sequence[str]]]


def keep(slug: str, workspace: Session, titles: Mapping[str, str]) -> None:
    """Before anything of a page is drawn: without data its address is remembered, with data whoever was waiting lands
    where they wanted to be. `titles`: of every page, by its slug."""
    is_first = not st.session_state.get(_SEEN, False)
    st.session_state[_SEEN] = True
    asked = {key: st.query_params.get_all(key) for key in st.query_params if key not in _NOT_OURS}
    if workspace.has_data:
        _land(slug, titles)
        return
    if slug in titles and slug != _OPENING and (asked or is_first):
        st.session_state[_WAITING] = (slug, asked)
    towards = st.query_params.get(_TOWARDS)
    if slug == _OPENING and towards in titles:
        st.session_state.setdefault(_WAITING, (towards, asked))
    waiting = st.session_state.get(_WAITING)
    if slug == _OPENING and waiting is not None:
        # In the address, so that it outlives a reload too.
        st.query_params.from_dict({**waiting[1], _TOWARDS: waiting[0]})


def _land(slug: str, titles: Mapping[str, str]) -> None:
    waiting: Waiting | None = st.session_state.pop(_WAITING, None)
    if slug == _OPENING and waiting is not None and waiting[0] in titles:
        st.switch_page(f"pages/{waiting[0]}.py", query_params={key: list(values) for key, values in waiting[1].items()})
    if _TOWARDS in st.query_params:
        del st.query_params[_TOWARDS]


def waiting_for(titles: Mapping[str, str]) -> str | None:
    """The title of the page that opens as soon as there are data; None where nobody waits for one."""
    waiting: Waiting | None = st.session_state.get(_WAITING)
    return None if waiting is None else titles.get(waiting[0])


def check(slug: str, workspace: Session) -> None:
    """Before the filters are drawn, which drop what they don't know: remember what the data don't have."""
    found = [*_channels(workspace), *_products(workspace), *_days(workspace)]
    if found:
        st.session_state[_UNKNOWN] = (slug, found)
    elif st.session_state.get(_UNKNOWN, (slug, ()))[0] != slug:
        st.session_state.pop(_UNKNOWN)


def adopt(slug: str, workspace: Session) -> None:
    """After a link, before the filters are drawn: what the link asks for goes before what was selected. Streamlit itself
    looks at the address only when a filter is new."""
    asked, chosen = st.query_params.get("kanaal"), st.session_state.get("kanaal")
    page, was_asked, was_chosen = st.session_state.get(_DRAWN, (slug, asked, chosen))
    # On the same page a link changes the address alone; whoever takes another channel changes the filter first.
    is_link = slug != page or (asked != was_asked and chosen == was_chosen)
    if is_link and asked in workspace.channels and chosen != asked:
        st.session_state.kanaal = asked


def drawn(slug: str) -> None:
    """Once the filters are drawn: remember what page, address and filter say, to know a link by."""
    st.session_state[_DRAWN] = (slug, st.query_params.get("kanaal"), st.session_state.get("kanaal"))


def _channels(workspace: Session) -> Iterable[str]:
    for value in st.query_params.get_all("kanaal"):
        if value not in workspace.channels:
            known = dutch.enumerate_words([CHANNEL_LABELS[channel].lower() for channel in workspace.channels])
            yield f"kanaal ‘{_short(value)}’ (geopend: {known})"


def _products(workspace: Session) -> Iterable[str]:
    known = {name for counts in workspace.counts.values() for name in counts.products}
    for value in st.query_params.get_all("product"):
        if value not in known:
            yield f"product ‘{_short(value)}’"


def _days(workspace: Session) -> Iterable[str]:
    wholes = [counts.select(Selection()) for counts in workspace.counts.values()]
    years = {day.year for whole in wholes for day in (whole.first_day, whole.last_day) if day is not None}
    for key, what in (("van", "begindatum"), ("tot", "einddatum")):
        for value in st.query_params.get_all(key):
            try:
                day = date.fromisoformat(value)
            except ValueError:
                yield f"{what} ‘{_short(value)}’"
                continue
            if years and not min(years) <= day.year <= max(years):
                yield f"{what} {dutch.day(day)}"


def check_choices(slug: str, controls: Sequence[Control]) -> None:
    """Before the choices of a page are drawn, which drop what they don't know: remember that too."""
    kept = st.session_state.get(_UNKNOWN)
    found = list(kept[1]) if kept is not None and kept[0] == slug else []
    for control in controls:
        value = st.query_params.get(control.key)
        if value is not None and control.kind not in ("toggle", "search") and value not in control.options:
            found.append(f"{control.label.lower()} ‘{_short(value)}’")
    if found:
        st.session_state[_UNKNOWN] = (slug, list(dict.fromkeys(found)))


def unknown(slug: str) -> str:
    """What to say of the address of this page; empty where the data have all of it."""
    kept = st.session_state.get(_UNKNOWN)
    found = kept[1] if kept is not None and kept[0] == slug else []
    if not found:
        return ""
    verb = dutch.verb(len(found), "Dat telt", "Die tellen")
    return f"In het adres staat {dutch.enumerate_words(found)}: niet in deze gegevens. {verb} hier dus niet mee."


def _short(text: str) -> str:
    plain = visible(text)
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


def forget() -> None:
    """The user chose something else: the address is theirs now."""
    st.session_state.pop(_UNKNOWN, None)
