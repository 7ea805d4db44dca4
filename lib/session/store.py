"""What users have open, each under a token: kept in memory only, and forgotten when unused."""

import threading
import time
from collections.abc import Callable

from lib.ingest.sandbox.guard import Reader, shared_reader
from lib.session.derived import Derivations
from lib.session.session import Session
from lib.survey.problems import Problem

# Data of a user who is gone is forgotten after a working day.
KEPT_SECONDS = 8 * 3600
_MB = 1_000_000
MOST, MOST_OF_ONE = 4_000 * _MB, 1_000 * _MB


class Store:
    """Sessions by token, with the moment each was last used; `clock` gives seconds. `reader` opens their files. Together
    they take no more than about `most` bytes, and each no more than `most_of_one`: who used theirs longest ago makes room.
    What nobody uses for `kept` seconds is forgotten."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        reader: Reader | None = None,
        most: int = MOST,
        most_of_one: int = MOST_OF_ONE,
        kept: int = KEPT_SECONDS,
    ) -> None:
        self.kept_seconds = kept
        self._clock, self._most, self._most_of_one = clock, most, most_of_one
        self.reader = shared_reader() if reader is None else reader
        self._derivations = Derivations()
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[float, Session]] = {}
        self._made_room: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, token: str) -> bool:
        return token in self._kept

    def forget_unused(self) -> None:
        """Drop what nobody has used for so long that its user is gone."""
        now = self._clock()
        with self._lock:
            self._kept = {key: kept for key, kept in self._kept.items() if now - kept[0] < self.kept_seconds}
            self._made_room = {key: at for key, at in self._made_room.items() if now - at < self.kept_seconds}

    def empty(self) -> Session:
        """A session without data, that shares with the others here what is made of the same files."""
        return Session(self.reader, derivations=self._derivations)

    def get(self, token: str) -> Session:
        """What belongs to a token; empty where nothing does."""
        self.forget_unused()
        with self._lock:
            if token not in self._kept:
                return self.empty().told_too(_MADE_ROOM) if token in self._made_room else self.empty()
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
            self._make_room(token)
        else:
            self._kept.pop(token, None)
        self._made_room.pop(token, None)

    def _make_room(self, token: str) -> None:
        """Drop what others used longest ago, as long as there is too much."""
        total = sum(session.size for _, session in self._kept.values())
        for other in sorted(self._kept.keys() - {token}, key=lambda one: self._kept[one][0]):
            if total <= self._most:
                return
            total -= self._kept.pop(other)[1].size
            self._made_room[other] = self._clock()

    def update(self, token: str, make: Callable[[Session], Session]) -> None:
        """Put what `make` makes of a workspace in its place. Where something else came in between, it is made
        once more of that; where the workspace was removed meanwhile, what was made is dropped."""
        while True:
            known = self._known(token)
            before = self.empty() if known is None else known
            after = make(before)
            if after.size > max(self._most_of_one, before.size):
                after = before.told_too(_too_much(self._most_of_one))
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


_MADE_ROOM = (
    Problem(
        "made_room",
        "warning",
        "Uw gegevens zijn losgelaten: de server had het geheugen nodig voor iemand anders, en u had ze het langst niet gebruikt.",
        remedy="Open uw bestanden opnieuw; wie een werkbestand bewaarde, opent dat.",
    ),
)


def _too_much(most: int) -> tuple[Problem, ...]:
    return (
        Problem(
            "too_much_open",
            "error",
            f"Deze bestanden zijn samen te groot om open te hebben (meer dan {most // _MB} MB); wat er al was, is gebleven.",
            remedy="Verwijder eerst een ander bestand, of open een kleiner deel van de export.",
        ),
    )
