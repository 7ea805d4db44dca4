"""What users have open, each under a token: kept in memory only, and forgotten when unused."""

import threading
import time
from collections.abc import Callable

from lib.ingest.sandbox.guard import Reader
from lib.session.session import Session

# Data of a user who is gone is forgotten after a working day.
KEPT_SECONDS = 8 * 3600


class Store:
    """Sessions by token, with the moment each was last used; `clock` gives seconds. `reader` opens their files."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, reader: Reader | None = None) -> None:
        self._clock = clock
        self.reader = Reader() if reader is None else reader
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
                return Session(self.reader)
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
            after = make(Session(self.reader) if known is None else known)
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
