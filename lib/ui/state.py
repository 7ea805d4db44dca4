"""The data a user has opened: kept in the server's memory only, found back by a random cookie."""

import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import streamlit as st

from lib.figures.channel import ChannelFigures, count_channels, figures
from lib.figures.counts import Counts
from lib.figures.selection import Selection
from lib.ingest.read import FileReceipt, read_file, survey_of
from lib.ingest.references import ReferencesRead, looks_like_references, read_references
from lib.survey.dataset import Survey
from lib.survey.problems import Problem
from lib.survey.references import NO_REFERENCES, References, merge
from lib.ui.server import COOKIE

_SAMPLE_FOLDER = Path(__file__).parents[2] / "sample_data"
_SAMPLE_FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
# Data of a user who is gone is forgotten after a working day.
_KEPT_SECONDS = 8 * 3600


@dataclass(frozen=True, eq=False)
class Workspace:
    """The files a user has opened and everything made of them. Replaced, never changed."""

    receipts: Mapping[str, FileReceipt] = field(default_factory=dict)
    references_read: Mapping[str, ReferencesRead] = field(default_factory=dict)
    survey: Survey = field(default_factory=lambda: Survey({}))
    counts: Mapping[str, Counts] = field(default_factory=dict)
    references: References = NO_REFERENCES
    is_sample: bool = False

    @property
    def has_data(self) -> bool:
        return len(self.survey) > 0

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(self.counts)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything the files gave cause to say, exports first."""
        of_exports = (problem for receipt in self.receipts.values() for problem in receipt.problems)
        of_references = (problem for read in self.references_read.values() for problem in read.problems)
        return (*of_exports, *of_references)

    def figures(self, channel: str, selection: Selection) -> ChannelFigures:
        """All figures of one channel for the products and period of a selection."""
        return figures(self.counts[channel], selection, self.references)

    def with_files(self, files: Mapping[str, bytes]) -> "Workspace":
        """With these files added; a file of the same name is replaced. Tells exports and reference
        files apart by their header."""
        receipts, references_read = dict(self.receipts), dict(self.references_read)
        for name, data in files.items():
            receipts.pop(name, None)
            references_read.pop(name, None)
            if looks_like_references(name, data):
                references_read[name] = read_references(name, data)
            else:
                receipts[name] = read_file(name, data)
        return self._of(receipts, references_read)

    def without(self, name: str) -> "Workspace":
        """With one file taken away."""
        return self._of(
            {key: value for key, value in self.receipts.items() if key != name},
            {key: value for key, value in self.references_read.items() if key != name},
        )

    def _of(self, receipts: Mapping[str, FileReceipt], references_read: Mapping[str, ReferencesRead]) -> "Workspace":
        survey = survey_of(receipts.values())
        return replace(
            self,
            receipts=receipts,
            references_read=references_read,
            survey=survey,
            counts=count_channels(survey),
            references=merge(read.references for read in references_read.values()),
            is_sample=False,
        )


class _Store:
    """Workspaces by token, with the moment each was last used."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[float, Workspace]] = {}

    def get(self, token: str) -> Workspace:
        now = time.monotonic()
        with self._lock:
            self._kept = {key: kept for key, kept in self._kept.items() if now - kept[0] < _KEPT_SECONDS}
            workspace = self._kept.get(token, (now, Workspace()))[1]
            if token in self._kept:
                self._kept[token] = (now, workspace)
            return workspace

    def put(self, token: str, workspace: Workspace) -> None:
        with self._lock:
            if workspace.receipts or workspace.references_read:
                self._kept[token] = (time.monotonic(), workspace)
            else:
                self._kept.pop(token, None)


@st.cache_resource(show_spinner=False)
def _store() -> _Store:
    return _Store()


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
    current = workspace()
    base = Workspace() if current.is_sample else current
    _store().put(_token(), base.with_files(files))


def remove_file(name: str) -> None:
    """Take one file away."""
    _store().put(_token(), workspace().without(name))


def remove_all() -> None:
    """Forget everything this user has opened."""
    _store().put(_token(), Workspace())
