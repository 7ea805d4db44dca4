"""Presenteren: one stop at a time across the whole window, by keys or buttons, with a panel to arrange them."""

import os
import threading
from dataclasses import replace
from urllib.parse import urlsplit

import segno
import streamlit as st
from markupsafe import Markup

from lib.figures.base import MINIMUM_BASE
from lib.render.slide_html import beamer_html, guesses_html
from lib.report import dutch
from lib.report import stops as report
from lib.report.pages.opening import no_data
from lib.report.stops import Question
from lib.session.rooms import Room
from lib.session.session import Session
from lib.session.stops import Stop, changed, moved
from lib.survey.visible import visible
from lib.ui import components, draw, filters, state, theme
from lib.ui.following import PATH, RoomStop, rooms
from lib.ui.settings import base_path

_ADDRESS = "KLANTMONITOR_ADDRESS"
_AT_HOME = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})
_MADE = ("standaardhaltes", "zaalbeelden")
_PLACE, _REVEALED, _BLANK = "halte", "onthuld", "zwart"


def show() -> None:
    """The page: a stop, how far it is, the buttons, and folded the panel and the code for phones."""
    components.begin()
    if state.room() is not None:
        draw.whole(draw.for_owner("presenteren", "Presenteren"))
        return
    session = state.workspace()
    if not session.has_data:
        # What was made of data that are removed goes with them.
        for made in _MADE:
            st.session_state.pop(made, None)
        draw.whole(no_data("presenteren", "Presenteren"))
        return
    room = rooms().of(state.owner())
    arranged = session.stops
    if room is not None:
        session = _frozen(room, session)
    stops = _stops(session, arranged)
    if not stops:
        st.title("Presenteren", anchor=False)
        components.finding("In deze gegevens is nog geen halte te maken.")
        components.page_link("gegevens", "Naar Gegevens")
        return
    if st.session_state.pop("presenteren_uit", False):
        # With an address of its own: Streamlit refuses to empty one that holds a filter.
        st.switch_page("pages/overzicht.py", query_params={})
    place = min(_place(), len(stops) - 1)
    stop = stops[place]
    is_revealed = not stop.is_hidden or st.session_state.get(_REVEALED) == place
    is_blank = bool(st.session_state.get(_BLANK))
    content = _content(session, stops)
    page, question = content[place].page, content[place].question
    if room is not None:
        content[place].make()
        room.show(place, is_revealed=is_revealed, is_blank=is_blank, stops=content)
    st.query_params[_PLACE] = str(place + 1)
    st.html('<style>[data-testid="stSidebar"], [data-testid="stHeader"] { display: none; }</style>')
    with st.container(key="presentatie", gap="small"):
        if is_blank:
            st.html('<div class="km-blank" data-testid="zwart"></div>')
            st.html(Markup('<h1 class="km-hidden">{}</h1>').format(visible(page.title)))
        else:
            guessed = None if room is None or question is None else _guesses(room, place, question, is_revealed)
            st.html(beamer_html(page, theme.palette(), is_revealed=is_revealed, beside=guessed))
        _controls(session, stops, place, stop, room, is_arranged=bool(arranged))


def _frozen(room: Room[RoomStop], session: Session) -> Session:
    """The data as they were when the room began, and what is approved as it is now. What was made of them is kept."""
    if room.snapshot.choice != session.choice:
        room.snapshot = replace(room.snapshot, choice=session.choice)
    return room.snapshot


def _stops(session: Session, arranged: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """Those that the user arranged, or else those to begin with; made once per data."""
    if arranged:
        return report.shown_stops(session, arranged)
    made_of = (session.counts, session.choice, filters.current(session))
    kept = st.session_state.get("standaardhaltes")
    if kept is None or kept[0][0] is not made_of[0] or kept[0][1:] != made_of[1:]:
        kept = st.session_state.standaardhaltes = (made_of, report.default_stops(session, made_of[2]))
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


def _controls(
    session: Session, stops: tuple[Stop, ...], place: int, stop: Stop, room: Room[RoomStop] | None, *, is_arranged: bool
) -> None:
    last = len(stops) - 1
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="bediening"):
        st.html(Markup('<p class="km-note" data-testid="halte">{} / {}</p>').format(place + 1, len(stops)))
        st.button("Vorige", on_click=_go, args=(max(0, place - 1),), disabled=place == 0, shortcut="Left")
        st.button("Volgende", on_click=_go, args=(min(last, place + 1),), disabled=place == last, shortcut="Right")
        if stop.is_hidden:
            st.button("Onthul", on_click=_reveal, args=(place,), shortcut="t", type="primary")
        st.button("Zwart scherm", on_click=_blank, shortcut="b")
        with st.popover("Haltes"):
            _arrange(session, stops, place, is_arranged=is_arranged)
        if room is None:
            st.button("Start meekijken", on_click=_start, args=(session, stops, place))
        else:
            st.button("Stop meekijken", on_click=_stop)
            _code(room, place, stop.is_hidden)
        st.button("Sluit", on_click=_leave, shortcut="Escape")
    with st.container(key="toetsen"):
        # A key each of which there are two for one thing; whoever uses a mouse has the buttons above.
        st.button("Volgende halte", on_click=_go, args=(min(last, place + 1),), shortcut="Space", key="spatie")
        st.button("Eerste halte", on_click=_go, args=(0,), shortcut="Home", key="home")
        st.button("Laatste halte", on_click=_go, args=(last,), shortcut="End", key="end")


def _arrange(session: Session, stops: tuple[Stop, ...], place: int, *, is_arranged: bool) -> None:
    """The list of stops to jump to, and what can be changed of the one that is shown."""
    names = report.titles(each.page for each in _content(session, stops))
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
    tips = [each for each in report.approved_stops(session, filters.current(session)) if each not in stops]
    if tips:
        label = "Voeg de gekozen tip toe" if len(tips) == 1 else f"Voeg {len(tips)} gekozen tips toe"
        st.button(label, on_click=state.arrange, args=((*stops, *tips),))
    if is_arranged:
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
        others = changed(stops, place, selection=replace(stop.selection, products=tuple(products)))
        state.arrange(others)
        st.toast(f"Nu te zien: {report.page_of(session, others[place]).selection}")
        st.rerun()


def _move(stops: tuple[Stop, ...], place: int, step: int) -> None:
    state.arrange(moved(stops, place, step))
    _go(place + step)


def _drop(stops: tuple[Stop, ...], place: int) -> None:
    state.arrange((*stops[:place], *stops[place + 1 :]))


def _content(session: Session, stops: tuple[Stop, ...]) -> tuple[RoomStop, ...]:
    """What the room may see of every stop; made once per data, approval and arrangement."""
    kept = st.session_state.get("zaalbeelden")
    made_of = (session.counts, session.references, session.choice)
    is_same = kept is not None and all(one is other for one, other in zip(kept[0], made_of, strict=True))
    if kept is None or not is_same or kept[1] != stops:
        # Only what is new or changed is made.
        known = list(zip(kept[1], kept[2], strict=True)) if kept is not None and is_same else []
        made = tuple(
            next((one for was, one in known if was == stop), None) or _room_stop(session, stop) for stop in stops
        )
        kept = st.session_state.zaalbeelden = (made_of, stops, made)
    return tuple(kept[2])


def _room_stop(session: Session, stop: Stop) -> RoomStop:
    page = report.page_of(session, stop)
    return RoomStop(page, stop.is_hidden, report.question_of(page) if stop.is_hidden else None)


def _start(session: Session, stops: tuple[Stop, ...], place: int) -> None:
    content = _content(session, stops)
    room = rooms().start(state.owner(), content, session)
    # Meanwhile, so that the next stop is there when it is asked for.
    threading.Thread(target=lambda: [one.make() for one in content], daemon=True).start()
    room.show(place, is_revealed=not stops[place].is_hidden, is_blank=False)


def _stop() -> None:
    rooms().end(state.owner())


def _guesses(room: Room[RoomStop], place: int, question: Question, is_revealed: bool) -> Markup:
    """The question, how many guessed, and beside the answer what they guessed, where enough did."""
    guesses = room.guesses(place)
    asked = Markup('<p class="km-question">{}</p>').format(visible(question.words))
    if not is_revealed:
        return asked + Markup('<p class="km-text">Gok mee op uw telefoon.</p>')
    if guesses.total() < MINIMUM_BASE:
        words = f"Gissingen staan er vanaf {MINIMUM_BASE}; het waren er {guesses.total()}."
        return asked + Markup('<p class="km-note">{}</p>').format(words)
    said = report.guesses_sentence(guesses, question)
    return asked + guesses_html(guesses, question, is_revealed=True) + Markup('<p class="km-note">{}</p>').format(said)


@st.fragment(run_every=3)
def _followers(room: Room[RoomStop], place: int, is_hidden: bool) -> None:
    """The code, how many follow now, and how many guessed; kept up to date by itself."""
    words = f"{dutch.number(room.followers)} {dutch.verb(room.followers, 'kijkt', 'kijken')} mee"
    if is_hidden:
        words += f" · {report.guessed_words(room.guesses(place).total())}"
    st.html(
        Markup('<p class="km-note"><b class="km-code" data-testid="zaalcode">{}</b> {}</p>').format(room.code, words)
    )


def _code(room: Room[RoomStop], place: int, is_hidden: bool) -> None:
    """The code and the address for phones; first whether they can reach this computer at all."""
    address = short_address()
    reachable = urlsplit(address).hostname not in _AT_HOME
    _followers(room, place, is_hidden)
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
    return f"{url.scheme}://{url.netloc}{base_path()}"
