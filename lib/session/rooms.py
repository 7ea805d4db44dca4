"""Rooms in which people follow a presentation on their phones: what is shown now, who follows, what they guess.

A room holds only what was made for a room, in order; it is known by its code. It ends by the presenter, with the
removal of the data, or by itself.
"""

import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lib.session.session import Session

# Six signs that nobody confuses by eye or by ear: some 600 million codes.
_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LENGTH = 6
LONGEST_SECONDS = 4 * 3600
_MOST_GUESSES = 2_000
_FAILURES_KEPT = 60.0  # seconds
_SLOWEST = 2.0  # seconds

Content = TypeVar("Content")
Listener = Callable[[], None]


@dataclass(frozen=True)
class Position:
    """What the presenter shows: which stop, whether its figures are revealed, whether the screen is blank. `version`
    grows with every change."""

    place: int = 0
    is_revealed: bool = True
    is_blank: bool = False
    version: int = 0


@dataclass(eq=False)
class Room(Generic[Content]):
    """One presentation that is followed. `stops`: what each stop shows, made for a room; `owner`: whose it is;
    `snapshot`: the data as they were when it began, for who explores them as a room may; `told`: what was made of it
    once for all who follow, which goes with it."""

    code: str
    owner: str
    stops: tuple[Content, ...]
    started: float
    snapshot: Session
    position: Position = field(default_factory=Position)
    is_ended: bool = False
    told: dict[tuple[object, ...], bytes] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _listeners: set[Listener] = field(default_factory=set, repr=False)
    _guesses: dict[int, dict[str, int]] = field(default_factory=dict, repr=False)

    @property
    def followers(self) -> int:
        """How many are connected now."""
        return len(self._listeners)

    def show(self, place: int, *, is_revealed: bool, is_blank: bool, stops: Sequence[Content] | None = None) -> None:
        """Show a stop to everyone who follows; `stops`: where what they show was changed."""
        with self._lock:
            now = self.position
            same = (now.place, now.is_revealed, now.is_blank) == (place, is_revealed, is_blank)
            if same and (stops is None or tuple(stops) == self.stops):
                return
            if stops is not None:
                self.stops = tuple(stops)
            self.position = Position(place, is_revealed, is_blank, now.version + 1)
            self.told = {}
        self._tell()

    def end(self) -> None:
        """Nobody sees anything of it any more."""
        with self._lock:
            self.is_ended, self.stops, self.snapshot = True, (), Session()
            self._guesses.clear()
            self.told = {}
        self._tell()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` at every change, from whatever thread; returns how to stop that."""
        with self._lock:
            self._listeners.add(listener)

        def stop() -> None:
            with self._lock:
                self._listeners.discard(listener)

        return stop

    def wake(self) -> None:
        """Call all who listen, as at a change."""
        self._tell()

    def guess(self, place: int, who: str, value: int) -> None:
        """Keep what someone guesses of a stop; the last guess of each counts."""
        with self._lock:
            of_stop = self._guesses.setdefault(place, {})
            if who in of_stop or len(of_stop) < _MOST_GUESSES:
                of_stop[who] = value

    def guesses(self, place: int) -> Counter[int]:
        """How many guessed what."""
        with self._lock:
            return Counter(self._guesses.get(place, {}).values())

    def _tell(self) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener()


class Rooms(Generic[Content]):
    """All rooms of this server; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._open: dict[str, Room[Content]] = {}
        self._failures: list[float] = []

    def start(self, owner: str, stops: Sequence[Content], snapshot: Session) -> Room[Content]:
        """Open a room for this owner; an earlier one of theirs ends."""
        self.end(owner)
        with self._lock:
            code = _code()
            while code in self._open:
                code = _code()
            room = self._made(code, owner, tuple(stops), snapshot)
            self._open[code] = room
            return room

    def _made(self, code: str, owner: str, stops: tuple[Content, ...], snapshot: Session) -> Room[Content]:
        return Room(code, owner, stops, self._clock(), snapshot)

    def of(self, owner: str) -> Room[Content] | None:
        """The room that this owner has open."""
        self._sweep()
        with self._lock:
            return next((room for room in self._open.values() if room.owner == owner), None)

    def find(self, code: str) -> Room[Content] | None:
        """The room with this code, however it is typed; None where there is none (any more)."""
        self._sweep()
        with self._lock:
            room = self._open.get(code.strip().upper())
            if room is None:
                self._failures = [*self._failures[-999:], self._clock()]
            return room

    def end(self, owner: str) -> None:
        """End what this owner has open."""
        with self._lock:
            ended = [room for room in self._open.values() if room.owner == owner]
            for room in ended:
                del self._open[room.code]
        for room in ended:
            room.end()

    def wake(self) -> None:
        """Call all who listen, as at a change."""
        with self._lock:
            rooms = list(self._open.values())
        for room in rooms:
            room.wake()

    @property
    def patience(self) -> float:
        """Seconds that a wrong code waits for its answer. It grows with the wrong codes of the last minute, whoever
        tried them: a whole room shares one address, and a right code never waits."""
        with self._lock:
            recent = [at for at in self._failures if self._clock() - at < _FAILURES_KEPT]
            return min(_SLOWEST, 0.02 * len(recent))

    def _sweep(self) -> None:
        now = self._clock()
        with self._lock:
            old = {room.owner for room in self._open.values() if now - room.started >= LONGEST_SECONDS}
        for owner in old:
            self.end(owner)


def _code() -> str:
    return "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
