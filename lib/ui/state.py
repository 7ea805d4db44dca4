"""The data a user has opened: kept in the server's memory only, found back by a random cookie."""

import secrets
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.answers.choice import Choice
from lib.answers.themes import Theme
from lib.ingest.join.duplicates import Keep
from lib.ingest.mapping import ColumnMapping
from lib.ingest.receipt import ReferencesRead
from lib.session.session import Change, Session, reader
from lib.session.versions import Answer
from lib.ui import progress
from lib.ui.progress import Tell
from lib.ui.server import COOKIE

_SAMPLE_FOLDER = Path(__file__).parents[2] / "sample_data"
_SAMPLE_FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
# Data of a user who is gone is forgotten after a working day.
KEPT_SECONDS = 8 * 3600
_SWEEP_SECONDS = 600

Make = Callable[[Tell, Session], Session]


class Store:
    """Workspaces by token, with the moment each was last used; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[float, Session]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def forget_unused(self) -> None:
        """Drop what nobody has used for `KEPT_SECONDS`."""
        now = self._clock()
        with self._lock:
            self._kept = {key: kept for key, kept in self._kept.items() if now - kept[0] < KEPT_SECONDS}

    def get(self, token: str) -> Session:
        """What belongs to a token; empty where nothing does."""
        self.forget_unused()
        with self._lock:
            if token not in self._kept:
                return Session()
            workspace = self._kept[token][1]
            self._kept[token] = (self._clock(), workspace)
            return workspace

    def put(self, token: str, workspace: Session) -> None:
        """Keep a workspace under a token; an empty one is forgotten."""
        with self._lock:
            self._keep(token, workspace)

    def _keep(self, token: str, workspace: Session) -> None:
        if workspace.receipts or workspace.references_read or workspace.mappings_read or workspace.tips_read:
            self._kept[token] = (self._clock(), workspace)
        else:
            self._kept.pop(token, None)

    def update(self, token: str, make: Callable[[Session], Session]) -> None:
        """Put what `make` makes of a workspace in its place. Where something else came in between, it is made
        once more of that; where the workspace was removed meanwhile, what was made is dropped."""
        while True:
            known = self._known(token)
            after = make(Session() if known is None else known)
            with self._lock:
                now = self._known(token)
                if now is known:
                    self._keep(token, after)
                    return
                if known is not None and (now is None or now.key != known.key):
                    return

    def _known(self, token: str) -> Session | None:
        kept = self._kept.get(token)
        return None if kept is None else kept[1]


@st.cache_resource(show_spinner=False)
def _store() -> Store:
    """The one store of this server. A thread forgets what is unused also when nobody comes any more."""
    store = Store()

    def sweep() -> None:
        while True:
            time.sleep(_SWEEP_SECONDS)
            store.forget_unused()

    threading.Thread(target=sweep, daemon=True).start()
    return store


@st.cache_resource(show_spinner=False)
def _sample() -> Session:
    files = [(name, (_SAMPLE_FOLDER / name).read_bytes()) for name in _SAMPLE_FILES]
    return replace(Session().with_files(files), is_sample=True)


def _token() -> str:
    """What finds this user's data: the browser's cookie, or for want of it this very session."""
    if "token" not in st.session_state:
        cookie = st.context.cookies.get(COOKIE)
        st.session_state.token = cookie if isinstance(cookie, str) and cookie else secrets.token_urlsafe(32)
    return str(st.session_state.token)


def workspace() -> Session:
    """The data of this user; empty where nothing has been opened."""
    return _store().get(_token())


def open_sample() -> None:
    """Open the sample data in place of what was open."""
    _store().put(_token(), _sample())


def add_files(files: Iterable[tuple[str, bytes]]) -> None:
    """Read files, name and content, and add them; sample data make way for the user's own."""
    several = list(files)

    def added(tell: Tell, current: Session) -> Session:
        base = Session(themes=current.themes) if current.is_sample else current
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
    # One by one: who goes on while the first is under way ends the showing, and not what comes after.
    begun = st.session_state.get("begonnen", [])
    while begun:
        _replace(begun.pop(0), place)


def answer_version(name: str, answer: Answer | None) -> None:
    """Say whether a file takes the place of an earlier one of its name; None asks it again."""
    _update(lambda current: current.with_answer(name, answer))


def name_channel(name: str, channel: str) -> None:
    """Say under which channel a file is opened that has none."""
    _replace(lambda tell, current: current.with_channel(name, channel, tell))


def read_pasted(name: str, text: str, year: int | None) -> ReferencesRead:
    """Read published figures that a user pasted, in the process that reads files."""
    return reader().read_references(name, text.encode(errors="replace"), year)


def count_of_repeated(keep: Keep) -> None:
    """Say what counts of one respondent id with different answers."""
    _update(lambda current: current.with_keep(keep))


def _replace(make: Make, place: DeltaGenerator | None = None) -> None:
    """Put what is made of a user's workspace in its place, and show meanwhile how far that is."""
    store, token = _store(), _token()
    progress.follow(lambda tell: store.update(token, lambda current: make(tell, current)), place)


def _update(make: Callable[[Session], Session]) -> None:
    """Put what is made of a user's workspace in its place, at once."""
    _store().update(_token(), make)


def add_references(read: ReferencesRead) -> None:
    """Add published figures that were typed or pasted."""
    _update(lambda current: current.with_references(read))


def choose(key: str, text: str) -> None:
    """Approve a text to be shown for an open answer."""
    _update(lambda current: replace(current, choice=current.choice.with_text(key, text)))


def change_choice(choice: Choice) -> None:
    """Put another choice of open answers in place of the one there is."""
    _update(lambda current: replace(current, choice=choice))


def use_themes(themes: tuple[Theme, ...]) -> None:
    """Sort open answers by these themes from now on."""
    _update(lambda current: replace(current, themes=themes))


def remove_file(name: str) -> None:
    """Take one file away."""
    _update(lambda current: current.without(name))


def remove_all() -> None:
    """Forget everything this user has opened."""
    _store().put(_token(), Session())
