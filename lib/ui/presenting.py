"""Presenteren: one stop at a time across the whole window, by keys or buttons, with a panel to arrange them."""

import os
from dataclasses import replace
from urllib.parse import urlsplit

import segno
import streamlit as st
from markupsafe import Markup

from lib.figures.base import MINIMUM_BASE
from lib.render.slide_html import guesses_html, slide_html
from lib.report import stops as report
from lib.report.pages.opening import no_data
from lib.report.stops import Question
from lib.session.rooms import Room
from lib.session.session import Session
from lib.session.stops import Stop, changed, moved
from lib.survey.visible import visible
from lib.ui import components, draw, filters, state, theme
from lib.ui.following import PATH, RoomStop, rooms

_ADDRESS = "KLANTMONITOR_ADDRESS"
_AT_HOME = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})
_PLACE, _REVEALED, _BLANK = "halte", "onthuld", "zwart"


def show() -> None:
    """The page: a stop, how far it is, the buttons, and folded the panel and the code for phones."""
    components.begin()
    if state.room() is not None:
        draw.whole(draw.for_owner("presenteren", "Presenteren"))
        return
    session = state.workspace()
    if not session.has_data:
        draw.whole(no_data("presenteren", "Presenteren"))
        return
    stops = _stops(session)
    if not stops:
        st.title("Presenteren", anchor=False)
        components.finding("In deze gegevens is nog geen halte te maken.")
        components.page_link("gegevens", "Naar Gegevens")
        return
    if st.session_state.pop("presenteren_uit", False):
        # With an address of its own: Streamlit refuses to empty one that holds a filter.
        st.switch_page("pages/overzicht.py", query_params={})
    place = min(_place(), len(stops) - 1)
    room = rooms().of(state.owner())
    stop = stops[place]
    is_revealed = not stop.is_hidden or st.session_state.get(_REVEALED) == place
    is_blank = bool(st.session_state.get(_BLANK))
    page = report.page_of(session, stop)
    question = report.question_of(page) if stop.is_hidden else None
    if room is not None:
        room.show(place, is_revealed=is_revealed, is_blank=is_blank, stops=_content(session, stops))
    st.query_params[_PLACE] = str(place + 1)
    st.html('<style>[data-testid="stSidebar"], [data-testid="stHeader"] { display: none; }</style>')
    with st.container(key="presentatie", gap="small"):
        if is_blank:
            st.html('<div class="km-blank" data-testid="zwart"></div>')
            st.html(Markup('<h1 class="km-hidden">{}</h1>').format(visible(page.title)))
        else:
            st.html(Markup('<h1 class="km-slide-title">{}</h1>').format(visible(page.title)))
            st.html(slide_html(page, is_revealed=is_revealed, palette=theme.palette()))
            if room is not None and question is not None:
                _guesses(room, place, question, is_revealed)
        _controls(session, stops, place, stop, room)


def _stops(session: Session) -> tuple[Stop, ...]:
    """Those that the user arranged, or else those to begin with; made once per data."""
    if session.stops:
        return session.stops
    kept = st.session_state.get("standaardhaltes")
    if kept is None or kept[0] is not session.counts:
        kept = st.session_state.standaardhaltes = (
            session.counts,
            report.default_stops(session, filters.current(session)),
        )
    return tuple(kept[1])


def _place() -> int:
    """Which stop is shown, from the address, so that a reload shows it again."""
    text = st.session_state.get(_PLACE, st.query_params.get(_PLACE, "1"))
    return max(0, int(text) - 1) if str(text).isdecimal() else 0


def _go(place: int) -> None:
    st.session_state[_PLACE] = str(place + 1)
    st.session_state[_REVEALED] = None
    st.session_state[_BLANK] = False


def _reveal(place: int) -> None:
    st.session_state[_REVEALED] = None if st.session_state.get(_REVEALED) == place else place


def _blank() -> None:
    st.session_state[_BLANK] = not st.session_state.get(_BLANK)


def _leave() -> None:
    st.session_state.presenteren_uit = True


def _controls(session: Session, stops: tuple[Stop, ...], place: int, stop: Stop, room: Room[RoomStop] | None) -> None:
    last = len(stops) - 1
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="bediening"):
        st.html(Markup('<p class="km-note" data-testid="halte">{} / {}</p>').format(place + 1, len(stops)))
        st.button("Vorige", on_click=_go, args=(max(0, place - 1),), disabled=place == 0, shortcut="Left")
        st.button("Volgende", on_click=_go, args=(min(last, place + 1),), disabled=place == last, shortcut="Right")
        if stop.is_hidden:
            st.button("Onthul", on_click=_reveal, args=(place,), shortcut="t", type="primary")
        st.button("Zwart scherm", on_click=_blank, shortcut="b")
        with st.popover("Haltes"):
            _arrange(session, stops, place)
        if room is None:
            st.button("Start meekijken", on_click=_start, args=(session, stops, place))
        else:
            st.button("Stop meekijken", on_click=_stop)
            _code(room)
        st.button("Sluit", on_click=_leave, shortcut="Escape")
    with st.container(key="toetsen"):
        # A key each of which there are two for one thing; whoever uses a mouse has the buttons above.
        st.button("Volgende halte", on_click=_go, args=(min(last, place + 1),), shortcut="Space", key="spatie")
        st.button("Eerste halte", on_click=_go, args=(0,), shortcut="Home", key="home")
        st.button("Laatste halte", on_click=_go, args=(last,), shortcut="End", key="end")


def _arrange(session: Session, stops: tuple[Stop, ...], place: int) -> None:
    """The list of stops to jump to, and what can be changed of the one that is shown."""
    names = report.titles(session, stops)
    chosen = st.selectbox("Ga naar halte", range(len(stops)), place, format_func=lambda at: f"{at + 1}. {names[at]}")
    if chosen != place:
        _go(chosen)
        st.rerun()
    stop = stops[place]
    title = st.text_input(
        "Titel", stop.title, placeholder=names[place], max_chars=120, key=f"haltetitel_{place}_{len(stops)}"
    )
    notes = st.text_area("Notities, alleen voor u", stop.notes, max_chars=2000, key=f"notities_{place}_{len(stops)}")
    hidden = st.toggle("Laat de zaal eerst raden", stop.is_hidden, key=f"raden_{place}_{len(stops)}")
    wanted = replace(stop, title=title or "", notes=notes or "", is_hidden=hidden)
    if wanted != stop:
        state.arrange(changed(stops, place, title=wanted.title, notes=wanted.notes, is_hidden=wanted.is_hidden))
        st.rerun()
    _filter(session, stops, place)
    with st.container(horizontal=True):
        st.button("Eerder", on_click=_move, args=(stops, place, -1), disabled=place == 0)
        st.button("Later", on_click=_move, args=(stops, place, 1), disabled=place == len(stops) - 1)
        st.button("Haal weg", on_click=_drop, args=(stops, place), disabled=len(stops) == 1)
    if session.stops:
        st.button("Terug naar de standaardhaltes", on_click=state.arrange, args=((),))


def _filter(session: Session, stops: tuple[Stop, ...], place: int) -> None:
    """Another product for the stop that is shown; the selection sentence says it at once."""
    stop = stops[place]
    channel = stop.selection.channel
    known = {name for key, counts in session.counts.items() if channel in (None, key) for name in counts.products}
    products = st.multiselect(
        "Producten van deze halte", sorted(known, key=str.casefold), [p for p in stop.selection.products if p in known],
        placeholder="Alle producten", key=f"halteproducten_{place}_{len(stops)}",
    )  # fmt: skip
    if tuple(products) != stop.selection.products:
        state.arrange(changed(stops, place, selection=replace(stop.selection, products=tuple(products))))
        st.rerun()


def _move(stops: tuple[Stop, ...], place: int, step: int) -> None:
    state.arrange(moved(stops, place, step))
    _go(place + step)


def _drop(stops: tuple[Stop, ...], place: int) -> None:
    state.arrange((*stops[:place], *stops[place + 1 :]))


def _content(session: Session, stops: tuple[Stop, ...]) -> tuple[RoomStop, ...]:
    """What the room may see of every stop; made once per data and arrangement."""
    kept = st.session_state.get("zaalbeelden")
    if kept is None or kept[0] is not session.counts or kept[1] != stops:
        made = []
        for stop in stops:
            page = report.page_of(session, stop)
            made.append(RoomStop(page, stop.is_hidden, report.question_of(page) if stop.is_hidden else None))
        kept = st.session_state.zaalbeelden = (session.counts, stops, tuple(made))
    return tuple(kept[2])


def _start(session: Session, stops: tuple[Stop, ...], place: int) -> None:
    room = rooms().start(state.owner(), _content(session, stops), session)
    room.show(place, is_revealed=not stops[place].is_hidden, is_blank=False)


def _stop() -> None:
    rooms().end(state.owner())


def _guesses(room: Room[RoomStop], place: int, question: Question, is_revealed: bool) -> None:
    guesses = room.guesses(place)
    if guesses.total() >= MINIMUM_BASE:
        st.html(guesses_html(guesses, question, is_revealed=is_revealed))


def _code(room: Room[RoomStop]) -> None:
    """The code and the address for phones; first whether they can reach this computer at all."""
    address = short_address()
    reachable = urlsplit(address).hostname not in _AT_HOME
    st.html(
        Markup('<p class="km-note"><b class="km-code" data-testid="zaalcode">{}</b> {} kijken mee</p>').format(
            room.code, room.followers
        )
    )
    with st.popover("Adres en QR-code"):
        if not reachable:
            st.html(
                Markup(
                    '<p class="km-text">Telefoons kunnen deze computer niet bereiken: de app draait op localhost. Open hem '
                    "met het adres van deze computer in het netwerk, of laat de beheerder {} instellen.</p>"
                ).format(_ADDRESS)
            )
        st.html(Markup('<p class="km-address">{}{}<br>code <b>{}</b></p>').format(address, PATH, room.code))
        code = segno.make(f"{address}{PATH}/{room.code}", error="m")
        st.html(Markup(code.svg_inline(scale=6, border=3, light="#ffffff", dark="#000000")))


def short_address() -> str:
    """Where phones find this app: as the one who runs it says, or as this browser did."""
    given = os.environ.get(_ADDRESS, "").strip().rstrip("/")
    if given:
        return given if "//" in given else f"https://{given}"
    url = urlsplit(st.context.url or "http://localhost")
    return f"{url.scheme}://{url.netloc}"
