"""What users have open, kept here and sealed in a store that several servers share, so that any of them finds it.

This server works with its own copy. What changes is written in the background, whole files only once; before a copy is
used it is looked at whether another server changed or removed it. While the store is gone all goes on with what is here,
and what was missed is written when it is back. A removal stands in the store as such, so that no copy elsewhere revives.
"""

import json
import logging
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from lib.ingest.sandbox.guard import Reader
from lib.session.background import Background
from lib.session.kept_work import exports_of, packed, restored
from lib.session.progress import Tell
from lib.session.sealed import Seal
from lib.session.session import Session
from lib.session.store import Store
from lib.session.valkey import Connection, StoreFull, StoreGone

_LOG: Final = logging.getLogger(__name__)
_CHECKED: Final = 0.2  # seconds that a copy needs no look whether it is still the last one
_FULL_AGAIN: Final = 5.0  # seconds until a full store is tried again
_PATIENCE: Final = 5.0  # seconds that opening files waits until they are in the store too
_ROOM: Final = ""  # in place of a token: look who made room here
_VERSION, _GONE, _WORK, _EXPORT = "version", "gone", "work", "export:"

Trouble = Literal["gone", "removing", "full", "unreadable"]

# Puts work in place, unless it was removed since it was made; what was opened apart from that removal is no part of it.
# Keeps no other exports than the work names.
# KEYS: the work. ARGV: the version it was made of, its own, the work, milliseconds to keep it, then its exports.
_PUT: Final = """
local version = redis.call('HGET', KEYS[1], 'version')
local is_gone = redis.call('HEXISTS', KEYS[1], 'gone') == 1
local is_removed = is_gone and ARGV[1] ~= '' and version ~= ARGV[1]
local named = {version = true, work = true, gone = true}
if not is_removed then
  for place = 5, #ARGV do named[ARGV[place]] = true end
end
for _, one in ipairs(redis.call('HKEYS', KEYS[1])) do
  if not named[one] then redis.call('HDEL', KEYS[1], one) end
end
if is_removed then return 0 end
redis.call('HSET', KEYS[1], 'work', ARGV[3], 'version', ARGV[2])
redis.call('HDEL', KEYS[1], 'gone')
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
"""


@dataclass(eq=False)
class _Copy:
    """What this server knows of one user's work. `session`: as it is here, None where nothing is; `version`: of what
    the store held when it was last seen; `is_ahead`: what is here isn't there yet; `is_removing`: nor is its removal.
    `written`: the exports that are there."""

    seal: Seal
    lock: threading.RLock = field(default_factory=threading.RLock)
    session: Session | None = None
    written: Mapping[str, bytes] | None = None
    version: bytes = b""
    is_ahead: bool = False
    is_removing: bool = False
    checked: float = float("-inf")
    used: float = 0.0
    trouble: Literal["full", "unreadable"] | None = None


class SharedStore:
    """A `Store` whose sessions other servers find too. `here`: what this server keeps in memory, as far as there is
    room; `sample` gives the session of the sample, which is never written."""

    def __init__(
        self,
        connection: Connection,
        sample: Callable[[], Session],
        here: Store | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._here = Store(clock) if here is None else here
        self._store, self._sample, self._clock = connection, sample, clock
        self._kept_ms = self.kept_seconds * 1000
        self._me = secrets.token_hex(8)
        self._lock = threading.Lock()
        self._copies: dict[str, _Copy] = {}
        self._background = Background("store-writer", self._settle)
        connection.on_heard(self._hear)
        connection.on_back(self._look_at_all)

    def __len__(self) -> int:
        return len(self._here)

    @property
    def reader(self) -> Reader:
        """The processes that open files."""
        return self._here.reader

    @property
    def kept_seconds(self) -> int:
        """How long what nobody uses is kept, here and in the store."""
        return self._here.kept_seconds

    def empty(self) -> Session:
        """A session without data, as this server makes them."""
        return self._here.empty()

    def forget_unused(self) -> None:
        """Drop what nobody has used here for as long as it is kept; the store drops its own."""
        self._here.forget_unused()
        now = self._clock()
        with self._lock:
            self._copies = {token: copy for token, copy in self._copies.items() if now - copy.used < self.kept_seconds}

    def get(self, token: str) -> Session:
        """What belongs to a token, wherever it was opened; empty where nothing does."""
        self.fetch(token)
        return self._here.get(token)

    def put(self, token: str, workspace: Session) -> None:
        """Keep a workspace under a token; an empty one is removed, here and everywhere."""
        copy = self._copy(token)
        with copy.lock:
            self._here.put(token, workspace)
            self._let_go()
            if _is_empty(workspace):
                self._remove(token, copy)
            else:
                self._changed(token, copy)
        self._wait_for_files(copy)

    def update(self, token: str, make: Callable[[Session], Session]) -> None:
        """As `Store.update`, of the last version that any server has."""
        copy = self._copy(token)
        self.fetch(token)
        self._here.update(token, make)
        self._let_go()
        with copy.lock:
            if not _is_empty(self._here.get(token)):
                self._changed(token, copy)
            elif copy.session is not None:
                self._remove(token, copy)
        self._wait_for_files(copy)

    def trouble(self, token: str) -> Trouble | None:
        """What is wrong with the store now for who has this token, if anything."""
        copy = self._copy(token)
        if not self._store.is_up:
            return "removing" if copy.is_removing else "gone"
        return copy.trouble

    def flush(self, seconds: float) -> bool:
        """Wait until all that changed here is in the store; returns whether it is."""
        return self._background.wait_for(lambda: not self._pending(), seconds)

    def _pending(self) -> bool:
        with self._lock:
            copies = list(self._copies.values())
        return any(copy.is_ahead or copy.is_removing for copy in copies)

    def fetch(self, token: str, tell: Tell = lambda progress: None) -> None:
        """Take over what another server did since this one looked last; `tell` is called where files have to be read."""
        copy = self._copy(token)
        with copy.lock:
            now = copy.used = self._clock()
            if copy.session is not None and token not in self._here:
                self._here.put(token, copy.session)  # it made room for another's, and was not let go yet
            if now - copy.checked < _CHECKED:
                return
            try:
                if copy.is_removing:
                    self._tell_removed(token, copy)
                version, is_gone = self._seen(copy)
                copy.checked = now
                if is_gone and version != copy.version and (copy.version or copy.session is None):
                    self._drop(token, copy, version)
                elif not version and copy.session is not None:
                    self._ahead(token, copy)  # the store lost it
                elif version and not is_gone and version != copy.version and not copy.is_ahead:
                    self._load(token, copy, version, tell)
            except (StoreGone, StoreFull):
                return

    def _seen(self, copy: _Copy) -> tuple[bytes, bool]:
        """Which version the store has, and whether that is a removal. Being seen keeps it for as long again."""

        def ask(client: Any) -> Any:
            pipe = client.pipeline(transaction=False)
            pipe.hmget(copy.seal.name, _VERSION, _GONE)
            pipe.pexpire(copy.seal.name, self._kept_ms)
            return pipe.execute()[0]

        version, gone = self._store.quick(ask)
        return version or b"", gone is not None

    def _load(self, token: str, copy: _Copy, version: bytes, tell: Tell) -> None:
        found = self._store.bulk(lambda client: client.hgetall(copy.seal.name))
        copy.trouble = None

        def export(digest: bytes) -> bytes:
            name = _EXPORT + copy.seal.mark(digest)
            return copy.seal.open(found[name.encode()], name)

        try:
            work = copy.seal.open(found[_WORK.encode()], _WORK)
            session = restored(work, export, self.empty(), self._sample, tell)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            # Of another version of the app, which then is the one to open it: it stays as it is.
            _LOG.error("What the store holds can't be opened: %s", type(error).__name__)
            copy.version, copy.trouble = found.get(_VERSION.encode(), version), "unreadable"
            return
        self._here.put(token, session)
        self._background.later(_ROOM)
        copy.session, copy.written, copy.version = session, session.files, found.get(_VERSION.encode(), version)

    def _let_go(self) -> None:
        """Forget copies that made room for others here; the store still has them."""
        with self._lock:
            gone = [
                copy for token, copy in self._copies.items() if copy.session is not None and token not in self._here
            ]
        for copy in gone:
            if copy.lock.acquire(blocking=False):  # who is busy with it keeps it until the next time
                try:
                    # A store that is gone has nothing for who comes back meanwhile.
                    if not copy.is_ahead and self._store.is_up:
                        copy.session, copy.written, copy.version, copy.checked = None, None, b"", float("-inf")
                finally:
                    copy.lock.release()

    def _drop(self, token: str, copy: _Copy, version: bytes) -> None:
        """Another server changed or removed it: what is here doesn't count any more."""
        self._here.put(token, self.empty())
        copy.session, copy.written, copy.version, copy.is_ahead, copy.trouble = None, None, version, False, None

    def _changed(self, token: str, copy: _Copy) -> None:
        session = self._here.get(token)
        if session is not copy.session:
            copy.session = session
            self._ahead(token, copy)

    def _ahead(self, token: str, copy: _Copy) -> None:
        copy.is_ahead, copy.is_removing = True, False
        self._background.later(token)
        self._background.later(_ROOM)

    def _remove(self, token: str, copy: _Copy) -> None:
        copy.session, copy.written, copy.is_ahead, copy.is_removing, copy.trouble = None, None, False, True, None
        try:
            self._tell_removed(token, copy)
        except (StoreGone, StoreFull):
            self._background.later(token)

    def _tell_removed(self, token: str, copy: _Copy) -> None:
        version = _new_version()

        def remove(client: Any) -> None:
            pipe = client.pipeline(transaction=True)
            pipe.delete(copy.seal.name)
            pipe.hset(copy.seal.name, mapping={_VERSION: version, _GONE: b"1"})
            pipe.pexpire(copy.seal.name, self._kept_ms)
            pipe.execute()

        self._store.quick(remove)
        copy.version, copy.is_removing = version, False
        self._tell(copy)

    def _tell(self, copy: _Copy) -> None:
        self._store.tell(json.dumps({"work": copy.seal.name, "by": self._me}).encode())

    # What follows runs in the background.

    def _settle(self, token: str) -> None:
        """Bring the store and the copy here together, as far as one is ahead of the other."""
        if token == _ROOM:
            self._let_go()
            return
        with self._lock:
            copy = self._copies.get(token)
        if copy is None:
            return
        try:
            if copy.is_removing:
                with copy.lock:
                    if copy.is_removing:
                        self._tell_removed(token, copy)
            elif copy.is_ahead:
                self._write(token, copy)
            else:
                self._look(token, copy)
        except StoreGone:
            return  # what is ahead is looked at when the store is back
        except StoreFull:
            copy.trouble = "full"
            self._background.later(token, _FULL_AGAIN)

    def _write(self, token: str, copy: _Copy) -> None:
        """Write what is ahead. Whoever uses it meanwhile doesn't wait: the copy is locked only to look at it."""
        with copy.lock:
            session, base = copy.session, copy.version
        if session is None:
            return
        exports = {name: _EXPORT + copy.seal.mark(digest) for name, digest in exports_of(session).items()}
        there = set(self._store.quick(lambda client: client.hkeys(copy.seal.name)))
        for name, kept in exports.items():
            if kept.encode() not in there:
                self._put_export(copy, kept, session.files[name])
        version, work = _new_version(), copy.seal.close(packed(session), _WORK)
        values = [base, version, work, self._kept_ms, *exports.values()]
        with copy.lock:
            if copy.session is None:
                # Removed here meanwhile: that is final.
                if exports:
                    self._store.quick(lambda client: client.hdel(copy.seal.name, *exports.values()))
                return
            if not self._store.bulk(lambda client: client.eval(_PUT, 1, copy.seal.name, *values)):
                # Removed elsewhere meanwhile.
                self._drop(token, copy, self._seen(copy)[0])
                return
            copy.version, copy.written, copy.trouble = version, session.files, None
            if copy.session is session:
                copy.is_ahead = False
                self._background.later(_ROOM)
            else:
                self._background.later(token)
        self._tell(copy)

    def _put_export(self, copy: _Copy, kept: str, data: bytes) -> None:
        sealed = copy.seal.close(data, kept)

        def put(client: Any) -> None:
            pipe = client.pipeline(transaction=True)
            pipe.hset(copy.seal.name, kept, sealed)
            pipe.pexpire(copy.seal.name, self._kept_ms)
            pipe.execute()

        self._store.bulk(put)

    def _look(self, token: str, copy: _Copy) -> None:
        """Let go of a copy that is not the last one any more; write it where the store lost it."""
        with copy.lock:
            if copy.session is None or copy.is_ahead:
                return
            version, is_gone = self._seen(copy)
            copy.checked = float("-inf")
            if not version:
                self._ahead(token, copy)
            elif version != copy.version:
                self._drop(token, copy, version if is_gone else b"")

    def _hear(self, message: bytes) -> None:
        told = json.loads(message)
        if "work" not in told or told["by"] == self._me:
            return
        with self._lock:
            tokens = [token for token, copy in self._copies.items() if copy.seal.name == told["work"]]
        for token in tokens:
            self._copies[token].checked = float("-inf")
            self._background.later(token)

    def _look_at_all(self) -> None:
        with self._lock:
            tokens = list(self._copies)
        for token in tokens:
            self._background.later(token)

    def _wait_for_files(self, copy: _Copy) -> None:
        """Where files were opened they are in the store before they are shown: a server that stops loses none."""
        with copy.lock:
            session = copy.session
            if session is None or session.is_sample or session.files is copy.written or not session.files:
                return
        self._background.wait_for(
            lambda: not copy.is_ahead or copy.trouble is not None or not self._store.is_up, _PATIENCE
        )

    def _copy(self, token: str) -> _Copy:
        with self._lock:
            copy = self._copies.get(token)
            if copy is None:
                copy = self._copies[token] = _Copy(Seal(token, "work"), used=self._clock())
            return copy


def _new_version() -> bytes:
    return secrets.token_hex(8).encode()


def _is_empty(session: Session) -> bool:
    return not (
        session.files or session.references_read or session.mappings_read or session.tips_read or session.is_sample
    )
