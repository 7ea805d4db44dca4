"""The data a user has opened: kept in the server's memory only, found back by a random cookie."""

import secrets
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import streamlit as st

from lib.figures.channel import ChannelFigures, count_channels, figures
from lib.figures.counts import Counts
from lib.figures.selection import Selection
from lib.ingest.guard import Reader
from lib.ingest.mapping import ColumnMapping, MappingRead, looks_like_mapping, read_mapping
from lib.ingest.read import FileReceipt, survey_of
from lib.ingest.references import ReferencesRead
from lib.survey.dataset import Survey
from lib.survey.duplicates import Keep
from lib.survey.problems import Problem
from lib.survey.references import NO_REFERENCES, References, merge
from lib.ui import progress
from lib.ui.progress import Progress, Tell
from lib.ui.server import COOKIE

_SAMPLE_FOLDER = Path(__file__).parents[2] / "sample_data"
_SAMPLE_FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
# Data of a user who is gone is forgotten after a working day.
KEPT_SECONDS = 8 * 3600
_SWEEP_SECONDS = 600
_DRAFTED_BYTES = 5 << 20  # a file that is read in about a second


@dataclass(frozen=True, eq=False)
class Workspace:
    """The files a user has opened and everything made of them. Replaced, never changed.

    `files`: the bytes of the exports, to read them again where a mapping says what columns are.
    `keep`: what counts of one respondent id with different answers.
    """

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    receipts: Mapping[str, FileReceipt] = field(default_factory=dict)
    mappings_read: Mapping[str, MappingRead] = field(default_factory=dict)
    references_read: Mapping[str, ReferencesRead] = field(default_factory=dict)
    survey: Survey = field(default_factory=lambda: Survey({}))
    counts: Mapping[str, Counts] = field(default_factory=dict)
    references: References = NO_REFERENCES
    keep: Keep = "both"
    is_sample: bool = False

    @property
    def has_data(self) -> bool:
        return len(self.survey) > 0

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(self.counts)

    @property
    def last_years(self) -> dict[str, int]:
        """By channel the year of its last answer; without dates there is none."""
        days = {channel: counts.select(Selection()).last_day for channel, counts in self.counts.items()}
        return {channel: day.year for channel, day in days.items() if day is not None}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything the files gave cause to say, exports first."""
        of_exports = (problem for receipt in self.receipts.values() for problem in receipt.problems)
        of_mappings = (problem for read in self.mappings_read.values() for problem in read.problems)
        of_references = (problem for read in self.references_read.values() for problem in read.problems)
        return (*of_exports, *self.survey.problems, *of_mappings, *of_references)

    @property
    def mappings(self) -> tuple[ColumnMapping, ...]:
        """What the user says of columns; the last one that fits a sheet counts."""
        return tuple(read.mapping for read in self.mappings_read.values() if read.mapping is not None)

    def figures(self, channel: str, selection: Selection) -> ChannelFigures:
        """All figures of one channel for the products and period of a selection."""
        return figures(self.counts[channel], selection, self.references)

    def with_files(self, files: Mapping[str, bytes], tell: Tell = lambda progress: None) -> "Workspace":
        """With these files added; a file of the same name is replaced. Tells exports, mappings and
        reference files apart by what is in them. `tell` is called with each step."""
        kept = self._without(files)
        exports, mappings, references = dict(kept.files), dict(kept.mappings_read), dict(kept.references_read)
        for number, (name, data) in enumerate(files.items(), 1):
            tell(Progress("bekijken", name, number, len(files)))
            if looks_like_mapping(name, data):
                mappings[name] = read_mapping(name, data)
            elif _reader().looks_like_references(name, data):
                references[name] = _reader().read_references(name, data)
            else:
                exports[name] = data
        return replace(kept, files=exports, mappings_read=mappings, references_read=references)._read(self, tell)

    def with_mapping(self, name: str, mapping: ColumnMapping, tell: Tell = lambda progress: None) -> "Workspace":
        """With what a user says of columns; it counts before mappings that were there already."""
        others = {key: read for key, read in self.mappings_read.items() if key != name}
        mapped = replace(self, mappings_read={**others, name: MappingRead(name, mapping)})._read(self, tell)
        return replace(mapped, is_sample=self.is_sample)

    def with_references(self, read: ReferencesRead) -> "Workspace":
        """With published figures that a user typed or pasted."""
        return replace(self, references_read={**self.references_read, read.file: read})._read(self)

    def with_keep(self, keep: Keep) -> "Workspace":
        """With what counts of one respondent id with different answers."""
        return replace(self, keep=keep)._read(self)

    def without(self, name: str) -> "Workspace":
        """With one file taken away."""
        return self._without([name])._read(self)

    def _without(self, names: Collection[str]) -> "Workspace":
        return replace(
            self,
            files={key: data for key, data in self.files.items() if key not in names},
            receipts={key: receipt for key, receipt in self.receipts.items() if key not in names},
            mappings_read={key: read for key, read in self.mappings_read.items() if key not in names},
            references_read={key: read for key, read in self.references_read.items() if key not in names},
        )

    def _read(self, before: "Workspace", tell: Tell = lambda progress: None) -> "Workspace":
        """The same with everything made of its files. A file is read again only where it is new, or
        where another mapping than `before` is for it."""
        old = {
            name: receipt
            for name, receipt in self.receipts.items()
            if _meant(receipt, self.mappings) == _meant(receipt, before.mappings)
        }
        new = {name: place for place, name in enumerate((name for name in self.files if name not in old), 1)}
        receipts = {
            name: old[name] if name in old else _read_one(name, data, self.mappings, new[name], len(new), tell)
            for name, data in self.files.items()
        }
        tell(Progress("tellen"))
        survey = survey_of(receipts.values(), self.keep)
        return replace(
            self,
            receipts=receipts,
            survey=survey,
            counts=count_channels(survey),
            references=merge(read.references for read in self.references_read.values()),
            is_sample=False,
        )


def _read_one(
    name: str, data: bytes, mappings: tuple[ColumnMapping, ...], number: int, count: int, tell: Tell
) -> FileReceipt:
    return _reader().read_file(name, data, mappings, tell=lambda step: tell(Progress(step, name, number, count)))


def _meant(receipt: FileReceipt, mappings: Iterable[ColumnMapping]) -> list[ColumnMapping]:
    return [mapping for mapping in mappings if receipt.is_meant_by(mapping)]


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
            if workspace.receipts or workspace.references_read or workspace.mappings_read:
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
def _reader() -> Reader:
    """The processes that open files, one of them started beforehand."""
    return Reader().warm_up()


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
        base = Workspace() if current.is_sample else current
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
        read = _reader().read_file(name, data, (*current.mappings, mapping))
        kept = st.session_state.draft = (name, mapping, read)
    return kept[2]


def read_pasted(name: str, text: str, year: int | None) -> ReferencesRead:
    """Read published figures that a user pasted, in the process that reads files."""
    return _reader().read_references(name, text.encode(errors="replace"), year)


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


def remove_file(name: str) -> None:
    """Take one file away."""
    _store().put(_token(), workspace().without(name))


def remove_all() -> None:
    """Forget everything this user has opened."""
    _store().put(_token(), Workspace())
