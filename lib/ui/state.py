"""The data a user has opened: kept in the server's memory only, found back by a random cookie."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.answers.choice import Approval, Choice
from lib.answers.themes import Theme
from lib.figures.audience import Audience
from lib.figures.selection import Selection
from lib.ingest.join.duplicates import Keep
from lib.ingest.mapping import ColumnMapping
from lib.ingest.receipt import ReferencesRead
from lib.ingest.sandbox.guard import Reader
from lib.session.corrections import Correction
from lib.session.progress import Tell
from lib.session.rooms import Room
from lib.session.session import Change, Session
from lib.session.stops import Stop
from lib.session.store import Store
from lib.session.versions import Answer
from lib.ui import progress, shared
from lib.ui.following import RoomStop, rooms
from lib.ui.login import login
from lib.ui.server import COOKIE, is_ours, new_token
from lib.ui.warm import data_changed

if TYPE_CHECKING:
    from lib.session.shared_store import SharedStore

_SAMPLE_FOLDER = Path(__file__).parents[2] / "sample_data"
_SAMPLE_FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
_SWEEP_SECONDS = 600

Make = Callable[[Tell, Session], Session]


@st.cache_resource(show_spinner=False)
def _store() -> "Store | SharedStore":
    """The one store of this server. A thread forgets what is unused also when nobody comes any more."""
    store = shared.store(sample, Reader().warm_up())

    def sweep() -> None:
        while True:
            time.sleep(_SWEEP_SECONDS)
            store.forget_unused()

    threading.Thread(target=sweep, daemon=True).start()
    return store


@st.cache_resource(show_spinner=False)
def sample() -> Session:
    """The sample data, read once for all who open them."""
    files = [(name, (_SAMPLE_FOLDER / name).read_bytes()) for name in _SAMPLE_FILES]
    return replace(_store().empty().with_files(files), is_sample=True)


def _token() -> str:
    """What finds this user's data: the cookie that the server gave this browser, or for want of it this very session.

    Looked at each time: whoever comes with the id of a session but without its cookie finds nothing.
    """
    given = st.context.cookies.get(COOKIE)
    cookie = given if is_ours(given) else None
    if "token" not in st.session_state:
        st.session_state.token, st.session_state.token_cookie = cookie or new_token(), cookie
    if st.session_state.token_cookie != cookie:
        return new_token()
    # Whoever logs in after another in the same browser finds nothing of theirs.
    user = login().user(st.context.headers, st.context.cookies)
    return str(st.session_state.token) if user is None else f"{st.session_state.token} {user}"


def flush(seconds: float) -> bool:
    """Wait until all that changed is in the shared store; returns whether it is."""
    flush_store = getattr(_store(), "flush", None)
    return flush_store is None or bool(flush_store(seconds))


def prepare() -> None:
    """Have ready what the first visitor asks for."""
    sample()


ROOM_KEY = "zaal"  # in the address: of whoever explores what a presenter has open


def workspace() -> Session:
    """The data of this user, or of the presenter whom they look along with; empty where nothing has been opened."""
    looked_at = room()
    return _store().get(_token()) if looked_at is None else looked_at.snapshot


def audience() -> Audience:
    """For whom pages are made here: the owner of the file, or someone in a room."""
    return "explore" if room() is None else "room"


def room() -> Room[RoomStop] | None:
    """The room that this browser explores, read-only and beside its own data: named in the address, and kept for this
    session; None where it explores none. Where the room has ended there is nothing to see any more."""
    code = st.query_params.get(ROOM_KEY) or st.session_state.get(ROOM_KEY)
    if not code:
        return None
    st.session_state[ROOM_KEY] = code
    st.query_params[ROOM_KEY] = code
    return rooms().find(str(code)) or Room("", "", (), 0.0, Session(), is_ended=True)


def leave_room() -> None:
    """Back to the data that this browser has open itself."""
    st.session_state.pop(ROOM_KEY, None)
    st.query_params.pop(ROOM_KEY, None)


def open_sample() -> None:
    """Open the sample data in place of what was open; a room that shows that ends."""
    rooms().end(_token())
    _store().put(_token(), sample())


def add_files(files: Iterable[tuple[str, bytes]]) -> None:
    """Read files, name and content, and add them; sample data make way for the user's own."""
    several = list(files)

    def added(tell: Tell, current: Session) -> Session:
        base = replace(_store().empty(), themes=current.themes) if current.is_sample else current
        return base.with_files(several, tell)

    _replace(added)


def change_mapping(
    file: str, name: str, start: ColumnMapping, change: Callable[[ColumnMapping], ColumnMapping], what: str
) -> None:
    """Change what is said of the columns of a file, and read again what that is for."""
    _begin(lambda tell, current: current.with_change(file, name, start, change, what, tell))


def take_back(change: Change) -> None:
    """Undo the last change to the columns of a file."""
    _begin(lambda tell, current: current.without_change(change, tell))


def _begin(make: Make) -> None:
    """Let a piece of work be done at the start of the next page. What is drawn for a widget that was just used
    would move the page, and the one who chooses by keyboard would lose their place."""
    st.session_state.setdefault("begonnen", []).append(make)


def carry_out() -> None:
    """Do what was begun, whatever page is opened next; how far it is stands in a place of its own."""
    place = st.empty()
    _fetch(place)
    # One by one: who goes on while the first is under way ends the showing, and not what comes after.
    begun = st.session_state.get("begonnen", [])
    while begun:
        _replace(begun.pop(0), place)


def _fetch(place: DeltaGenerator) -> None:
    """Take over what this user opened on another server; how far that is, is shown."""
    fetch = getattr(_store(), "fetch", None)
    if fetch is not None and room() is None:
        token = _token()
        progress.follow(lambda tell: fetch(token, tell), place)


def trouble() -> str | None:
    """What is wrong with the store that the servers share, by a word, if anything is."""
    told = getattr(_store(), "trouble", None)
    return None if told is None else told(_token())


def answer_version(name: str, answer: Answer | None) -> None:
    """Say whether a file takes the place of an earlier one of its name; None asks it again."""
    _update(lambda current: current.with_answer(name, answer))


def name_channel(name: str, channel: str) -> None:
    """Say under which channel a file is opened that has none."""
    _replace(lambda tell, current: current.with_channel(name, channel, tell))


def read_pasted(name: str, text: str, year: int | None) -> ReferencesRead:
    """Read published figures that a user pasted, in the process that reads files."""
    return _store().reader.read_references(name, text.encode(errors="replace"), year)


def count_of_repeated(keep: Keep) -> None:
    """Say what counts of one respondent id with different answers."""
    _update(lambda current: current.with_keep(keep))


def _replace(make: Make, place: DeltaGenerator | None = None) -> None:
    """Put what is made of a user's workspace in its place, and show meanwhile how far that is."""
    if room() is not None:
        return
    store, token = _store(), _token()
    progress.follow(lambda tell: store.update(token, lambda current: make(tell, current)), place)
    data_changed()


def _update(make: Callable[[Session], Session]) -> None:
    """Put what is made of a user's workspace in its place, at once; whoever looks along changes nothing."""
    if room() is not None:
        return
    _store().update(_token(), make)


def add_references(read: ReferencesRead) -> None:
    """Add published figures that were typed or pasted."""
    _update(lambda current: current.with_references(read))


def choose(key: str, text: str, approval: Approval) -> None:
    """Approve a text to be shown for an open answer."""
    _update(lambda current: replace(current, choice=current.choice.with_text(key, text, approval)))


def change_choice(choice: Choice) -> None:
    """Put another choice of open answers in place of the one there is."""
    _update(lambda current: replace(current, choice=choice))


def use_themes(themes: tuple[Theme, ...]) -> None:
    """Sort open answers by these themes from now on."""
    _update(lambda current: replace(current, themes=themes))


def arrange(stops: tuple[Stop, ...]) -> None:
    """Put other stops in place of those of the presentation."""
    _update(lambda current: replace(current, stops=stops))


def kept_hours() -> int:
    """Hours after which what nobody uses is forgotten."""
    return -(-_store().kept_seconds // 3600)


def keep_selection(selection: Selection) -> None:
    """Keep a selection, to compare it later; the same one once."""
    _update(lambda current: replace(current, selections=tuple(dict.fromkeys((*current.selections, selection)))))


def choose_factsheet(said: Mapping[str, object]) -> None:
    """Keep what the user says of the factsheet."""
    _update(lambda current: replace(current, factsheet=said))


def correct(correction: Correction) -> None:
    """Keep what the user says that a number of a draft is."""
    _update(lambda current: replace(current, corrections=(*current.corrections, correction)))


def take_back_correction() -> None:
    """Undo what was said last of a number of a draft."""
    _update(lambda current: replace(current, corrections=current.corrections[:-1]))


def forget_opened_selection() -> None:
    """The filters that saved work opened with are set: from now on the user's own count."""
    _update(lambda current: replace(current, opened_selection=None))


def reader() -> Reader:
    """The processes that open files."""
    return _store().reader


def owner() -> str:
    """Whose rooms these are: known to the server only."""
    return _token()


def opened_by(owner: str) -> Session:
    """What the owner of a room has open."""
    return _store().get(owner)


def remove_file(name: str) -> None:
    """Take one file away; a room that shows it ends."""
    rooms().end(_token())
    _update(lambda current: current.without(name))


def remove_all() -> None:
    """Forget everything this user has opened; a room that shows it ends."""
    rooms().end(_token())
    for made in ("standaardhaltes", "zaalbeelden", "concept", "nagerekend"):  # slides and a draft of these data
        st.session_state.pop(made, None)
    _store().put(_token(), _store().empty())
    data_changed()
