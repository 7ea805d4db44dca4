"""The data a user has opened: kept in the server's memory only, found back by a random cookie."""

import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st

from lib.ingest.mapping import ColumnMapping
from lib.ingest.read import FileReceipt
from lib.ingest.receipt import ReferencesRead
from lib.survey.duplicates import Keep
from lib.tips.choice import Choice
from lib.tips.themes import Theme
from lib.ui import progress
from lib.ui.progress import Tell
from lib.ui.server import COOKIE
from lib.ui.workspace import Workspace, reader

_SAMPLE_FOLDER = Path(__file__).parents[2] / "sample_data"
_SAMPLE_FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
# Data of a user who is gone is forgotten after a working day.
KEPT_SECONDS = 8 * 3600
_SWEEP_SECONDS = 600
_DRAFTED_BYTES = 5 << 20  # a file that is read in about a second


class Store:
    """Workspaces by token, with the moment each was last used; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[float, Workspace]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def forget_unused(self) -> None:
        """Drop what nobody has used for `KEPT_SECONDS`."""
        now = self._clock()
        with self._lock:
            self._kept = {key: kept for key, kept in self._kept.items() if now - kept[0] < KEPT_SECONDS}

    def get(self, token: str) -> Workspace:
        """What belongs to a token; empty where nothing does."""
        self.forget_unused()
        with self._lock:
            if token not in self._kept:
                return Workspace()
            workspace = self._kept[token][1]
            self._kept[token] = (self._clock(), workspace)
            return workspace

    def put(self, token: str, workspace: Workspace) -> None:
        """Keep a workspace under a token; an empty one is forgotten."""
        with self._lock:
            if workspace.receipts or workspace.references_read or workspace.mappings_read or workspace.tips_read:
                self._kept[token] = (self._clock(), workspace)
            else:
                self._kept.pop(token, None)


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
def _sample() -> Workspace:
    files = {name: (_SAMPLE_FOLDER / name).read_bytes() for name in _SAMPLE_FILES}
    return replace(Workspace().with_files(files), is_sample=True)


def _token() -> str:
    """What finds this user's data: the browser's cookie, or for want of it this very session."""
    if "token" not in st.session_state:
        cookie = st.context.cookies.get(COOKIE)
        st.session_state.token = cookie if isinstance(cookie, str) and cookie else secrets.token_urlsafe(32)
    return str(st.session_state.token)


def workspace() -> Workspace:
    """The data of this user; empty where nothing has been opened."""
    return _store().get(_token())


def open_sample() -> None:
    """Open the sample data in place of what was open."""
    _store().put(_token(), _sample())


def add_files(files: Mapping[str, bytes]) -> None:
    """Read files and add them; sample data make way for the user's own."""

    def added(tell: Tell, current: Workspace) -> Workspace:
        base = Workspace(themes=current.themes) if current.is_sample else current
        return base.with_files(files, tell)

    _replace(added)


def apply_mapping(name: str, mapping: ColumnMapping) -> None:
    """Read the files again that a mapping is for."""
    _replace(lambda tell, current: current.with_mapping(name, mapping, tell))


def draft(name: str, mapping: ColumnMapping) -> FileReceipt | None:
    """How a file would be read with a mapping that is not applied yet; None where that takes too long to
    do at every choice."""
    current = workspace()
    data = current.files.get(name)
    if data is None or len(data) > _DRAFTED_BYTES:
        return None
    kept = st.session_state.get("draft")
    if kept is None or kept[:2] != (name, mapping):
        read = reader().read_file(name, data, (*current.mappings, mapping))
        kept = st.session_state.draft = (name, mapping, read)
    return kept[2]


def read_pasted(name: str, text: str, year: int | None) -> ReferencesRead:
    """Read published figures that a user pasted, in the process that reads files."""
    return reader().read_references(name, text.encode(errors="replace"), year)


def count_of_repeated(keep: Keep) -> None:
    """Say what counts of one respondent id with different answers."""
    _store().put(_token(), workspace().with_keep(keep))


def _replace(make: Callable[[Tell, Workspace], Workspace]) -> None:
    """Put what is made of a user's workspace in its place, and show meanwhile how far that is."""
    store, token = _store(), _token()
    progress.follow(lambda tell: store.put(token, make(tell, store.get(token))))


def add_references(read: ReferencesRead) -> None:
    """Add published figures that were typed or pasted."""
    _store().put(_token(), workspace().with_references(read))


def choose(key: str, text: str) -> None:
    """Approve a text to be shown for an open answer."""
    current = workspace()
    _store().put(_token(), replace(current, choice=current.choice.with_text(key, text)))


def change_choice(choice: Choice) -> None:
    """Put another choice of open answers in place of the one there is."""
    _store().put(_token(), replace(workspace(), choice=choice))


def use_themes(themes: tuple[Theme, ...]) -> None:
    """Sort open answers by these themes from now on."""
    _store().put(_token(), replace(workspace(), themes=themes))


def remove_file(name: str) -> None:
    """Take one file away."""
    _store().put(_token(), workspace().without(name))


def remove_all() -> None:
    """Forget everything this user has opened."""
    _store().put(_token(), Workspace())
