"""Rooms that are followed on any of several servers, by a store that these share.

The store holds of a room what a room may see and which stop is shown, encrypted with a random key that is wrapped with
the room's code; that there is a room stands under a name from which the code can't be told. The data that the room was
made of are never in it: who explores them does so on the server of the presenter.
"""

import json
import secrets
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from lib.session import block_codec
from lib.session.background import Background
from lib.session.rooms import LONGEST_SECONDS, Content, Listener, Position, Room, Rooms
from lib.session.sealed import Seal
from lib.session.session import Session
from lib.session.valkey import Connection, StoreFull, StoreGone

_BEAT: Final = 15.0  # seconds between two words about how many follow here
_OLD: Final = 40.0  # seconds after which such a word counts no more
_MISSED: Final = 2  # looks at which a room was not in the store, after which it has ended elsewhere
_KEY, _STOPS, _NOW, _MADE, _WHERE = "key", "stops", "now", "made", "where"


@dataclass(eq=False)
class SharedRoom(Room[Content]):
    """A room that other servers show too. `key`: its own, random; `written`: the stops that the
    store holds, known there by `made`; `elsewhere`: by server how many follow there, and when it said so. `where`: what leads to the
    server that has the data it was made of, as whoever runs these says; `is_led_here`: whether its presenter is known
    to be on this server. One of another server belongs to nobody here."""

    rooms: "SharedRooms[Content] | None" = field(default=None, repr=False)
    key: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)
    made: str = ""
    written: tuple[Content, ...] | None = field(default=None, repr=False)
    where: str = ""
    is_led_here: bool = True
    missed: int = 0
    elsewhere: dict[str, tuple[int, float]] = field(default_factory=dict, repr=False)

    @property
    def followers(self) -> int:
        """How many are connected now, to any server."""
        now = time.monotonic()
        return len(self._listeners) + sum(count for count, at in self.elsewhere.values() if now - at < _OLD)

    @property
    def followers_here(self) -> int:
        return len(self._listeners)

    def show(self, place: int, *, is_revealed: bool, is_blank: bool, stops: Sequence[Content] | None = None) -> None:
        """As `Room.show`, on all servers."""
        before = self.position
        super().show(place, is_revealed=is_revealed, is_blank=is_blank, stops=stops)
        if self.position is not before and self.rooms is not None:
            self.rooms.later(self, "write")

    def end(self) -> None:
        """As `Room.end`, on all servers."""
        super().end()
        if self.rooms is not None:
            self.rooms.later(self, "end")

    def listen(self, listener: Listener) -> Callable[[], None]:
        """As `Room.listen`; other servers hear how many do."""
        stop = super().listen(listener)
        rooms = self.rooms
        if rooms is None:
            return stop

        def stop_and_tell() -> None:
            stop()
            rooms.later(self, "followers", 0.3)

        rooms.later(self, "followers", 0.3)
        return stop_and_tell

    def guess(self, place: int, who: str, value: int) -> None:
        """As `Room.guess`, on all servers."""
        super().guess(place, who, value)
        if self.rooms is not None:
            self.rooms.tell_guess(self, place, who, value)

    def take(self, position: Position, stops: tuple[Content, ...] | None) -> None:
        """Show what another server shows."""
        with self._lock:
            if position.version <= self.position.version and stops is None:
                return
            self.position, self.stops = position, self.stops if stops is None else stops
            self.told = {}
        self._tell()

    def end_here(self) -> None:
        """It ended on another server."""
        super().end()

    def take_guess(self, place: int, who: str, value: int) -> None:
        """A guess that another server was told."""
        super().guess(place, who, value)


class SharedRooms(Rooms[Content]):
    """The rooms of all servers. `root`: the class of what is shown; `salt`: what only these servers know; `where`: what
    leads to this server; `snapshot_of`: what an owner has open, for who explores it where they led it before."""

    def __init__(
        self,
        connection: Connection,
        root: type[Content],
        salt: bytes,
        clock: Callable[[], float] = time.monotonic,
        where: str = "",
        snapshot_of: Callable[[str], Session] = lambda owner: Session(),
    ) -> None:
        super().__init__(clock)
        self._where, self._snapshot_of = where, snapshot_of
        self._store, self._root, self._salt = connection, root, salt
        self._me = secrets.token_hex(8)
        self._guessed: list[tuple[SharedRoom[Content], int, str, int]] = []
        self._ending: dict[str, str] = {}
        self._background: Background[tuple[str, str]] = Background("rooms", self._do)
        self._by_name: dict[str, SharedRoom[Content]] = {}
        connection.on_heard(self._hear)
        connection.on_back(lambda: self._background.later(("", "back")))
        self._background.later(("", "beat"), _BEAT)

    def later(self, room: SharedRoom[Content], what: str, seconds: float = 0.0) -> None:
        """Do something for a room in the background."""
        if what == "end":
            self._ending[room.code] = room.owner
        self._background.later((room.code, what), seconds)

    def tell_guess(self, room: SharedRoom[Content], place: int, who: str, value: int) -> None:
        """Let the other servers know of a guess, in the background."""
        self._guessed.append((room, place, who, value))
        self._background.later((room.code, "guesses"))

    def of(self, owner: str) -> Room[Content] | None:
        """As `Rooms.of`, also where it was started on another server."""
        room = super().of(owner)
        if room is None:
            self._take_over(owner)
            room = super().of(owner)
        return room

    def find(self, code: str) -> Room[Content] | None:
        """As `Rooms.find`, also where it was started on another server."""
        given = code.strip().upper()
        with self._lock:
            is_here = given in self._open
        if not is_here and len(given) < 20 and given not in self._ending:
            self._load(given)
        return super().find(code)

    def end(self, owner: str) -> None:
        """As `Rooms.end`, wherever it was started."""
        with self._lock:
            is_here = any(room.owner == owner for room in self._open.values())
        if not is_here:
            self._take_over(owner)
        super().end(owner)

    def _take_over(self, owner: str) -> None:
        """Have the room here that this owner started on another server, where there is one."""
        code = self._code_of(owner)
        if code is None or code in self._ending:
            return
        self._load(code)
        room = self._open.get(code)
        if isinstance(room, SharedRoom):
            # From here on those who explore it come here, to the data as they are now.
            room.owner, room.is_led_here, room.where = owner, True, self._where
            room.snapshot = self._snapshot_of(owner)
            self.later(room, "write")

    def _made(self, code: str, owner: str, stops: tuple[Content, ...], snapshot: Session) -> Room[Content]:
        room = SharedRoom(code, owner, stops, self._clock(), snapshot, rooms=self, where=self._where)
        self._by_name[self._seal(code).name] = room
        self.later(room, "write")
        return room

    def _seal(self, code: str) -> Seal:
        return Seal(code, "room", self._salt)

    def _code_of(self, owner: str) -> str | None:
        seal = Seal(owner, "room of")
        try:
            found = self._store.quick(lambda client: client.get(seal.name))
            return None if found is None else seal.open(found, "code").decode()
        except (StoreGone, StoreFull, ValueError):
            return None

    def _load(self, code: str) -> None:
        """Take a room from the store, where it is there and not here."""
        if code in self._open:
            return
        seal = self._seal(code)

        def ask(client: Any) -> Any:
            pipe = client.pipeline(transaction=True)
            pipe.hgetall(seal.name)
            pipe.pttl(seal.name)
            return pipe.execute()

        try:
            found, left = self._store.quick(ask)
            if not found:
                return
            key = seal.open(found[b"key"], _KEY).decode()
            content = Seal(key, "room content")
            stops = self._stops(content, found[b"stops"])
            position = Position(**json.loads(content.open(found[b"now"], _NOW)))
            guesses = [
                json.loads(content.open(one, "guess")) for name, one in found.items() if name.startswith(b"guess:")
            ]
        except (StoreGone, StoreFull, ValueError, LookupError, TypeError):
            return
        started = self._clock() - (LONGEST_SECONDS - left / 1000)
        room = SharedRoom(
            code, secrets.token_hex(16), stops, started, Session(), position, rooms=self, key=key, made=found[b"made"].decode(),
            where=found[b"where"].decode(), is_led_here=False,
        )  # fmt: skip
        room.written = stops
        for place, who, value in guesses:
            room.take_guess(place, who, value)
        with self._lock:
            if code not in self._open:
                self._open[code] = room
                self._by_name[seal.name] = room

    def _stops(self, content: Seal, sealed: bytes) -> tuple[Content, ...]:
        text = zlib.decompress(content.open(sealed, _STOPS)).decode("utf-8", "surrogatepass")
        return tuple(block_codec.from_text(text, self._root))

    # What follows runs in the background.

    def _do(self, key: tuple[str, str]) -> None:
        code, what = key
        room = self._open.get(code)
        try:
            if what == "beat":
                self._background.later(key, _BEAT)
                for each in list(self._open.values()):
                    self._look(each, is_beat=True)
            elif what == "back":
                for each in list(self._open.values()):
                    self._look(each, is_beat=False)
                for ended in list(self._ending):
                    self._forget(ended)
            elif what == "end":
                self._forget(code)
            elif what == "guesses":
                self._tell_guesses()
            elif isinstance(room, SharedRoom):
                self._do_of(room, what)
        except (StoreGone, StoreFull):
            return  # what was not told is looked at when the store is back

    def _do_of(self, room: SharedRoom[Content], what: str) -> None:
        if what == "write":
            self._write(room)
        elif what == "followers":
            self._tell(room, followers=room.followers_here)
        elif what == "take":
            self._take(room)

    def _write(self, room: SharedRoom[Content]) -> None:
        """Put the room in the store: its stops only where they changed."""
        seal, content = self._seal(room.code), Seal(room.key, "room content")
        with room._lock:
            stops, position = room.stops, room.position
        values = {_WHERE: room.where.encode(), _NOW: content.close(json.dumps(asdict(position)).encode(), _NOW)}
        if room.written is not stops:
            room.made = secrets.token_hex(8)
            text = block_codec.to_text(stops, self._root).encode("utf-8", "surrogatepass")
            values |= {
                _KEY: seal.close(room.key.encode(), _KEY),
                _STOPS: content.close(zlib.compress(text), _STOPS),
                _MADE: room.made.encode(),
            }
        owner = Seal(room.owner, "room of")
        left = max(1, int(1000 * (LONGEST_SECONDS - (self._clock() - room.started))))

        def put(client: Any) -> None:
            pipe = client.pipeline(transaction=True)
            pipe.hset(seal.name, mapping=values)
            pipe.pexpire(seal.name, left)
            if room.is_led_here:
                pipe.set(owner.name, owner.close(room.code.encode(), "code"), px=left)
            pipe.execute()

        self._store.bulk(put)
        room.written = stops
        self._tell(room, what="now")

    def _take(self, room: SharedRoom[Content]) -> None:
        """Show what another server shows."""
        seal, content = self._seal(room.code), Seal(room.key, "room content")
        now, made = self._store.quick(lambda client: client.hmget(seal.name, _NOW, _MADE))
        if now is None:
            return
        stops = None
        if made.decode() != room.made:
            sealed = self._store.bulk(lambda client: client.hget(seal.name, _STOPS))
            stops, room.made = self._stops(content, sealed), made.decode()
        room.take(Position(**json.loads(content.open(now, _NOW))), stops)
        room.written = room.stops

    def _look(self, room: Room[Content], *, is_beat: bool) -> None:
        """See whether the room is in the store still: its presenter's server puts it back, others end it."""
        if not isinstance(room, SharedRoom):
            return
        seal = self._seal(room.code)
        is_there = self._store.quick(lambda client: client.exists(seal.name)) == 1
        if is_there:
            room.missed = 0
            self._take(room)
        elif room.is_led_here:
            room.written = None
            self._write(room)
        else:
            room.missed += is_beat
            if room.missed >= _MISSED:
                self._end_here(room)
                return
        self._tell(room, followers=room.followers_here)

    def _forget(self, code: str) -> None:
        """Take an ended room out of the store."""
        seal, owner = self._seal(code), Seal(self._ending.get(code, ""), "room of")
        self._store.quick(lambda client: client.delete(seal.name, owner.name))
        self._store.tell(json.dumps({"room": seal.name, "by": self._me, "what": "end"}).encode())
        self._ending.pop(code, None)
        self._by_name.pop(seal.name, None)

    def _tell_guesses(self) -> None:
        while self._guessed:
            room, place, who, value = self._guessed[0]
            seal, content = self._seal(room.code), Seal(room.key, "room content")
            sealed = content.close(json.dumps([place, who, value]).encode(), "guess")
            name = f"guess:{content.mark(f'{place} {who}'.encode())}"

            def put(client: Any, room_name: str = seal.name, name: str = name, sealed: bytes = sealed) -> None:
                if client.exists(room_name):
                    client.hset(room_name, name, sealed)

            self._store.quick(put)
            self._tell(room, what="guess", guess=sealed.hex())
            self._guessed.pop(0)

    def _tell(self, room: SharedRoom[Content], **what: object) -> None:
        self._store.tell(json.dumps({"room": self._seal(room.code).name, "by": self._me, **what}).encode())

    def _end_here(self, room: SharedRoom[Content]) -> None:
        with self._lock:
            self._open.pop(room.code, None)
        self._by_name.pop(self._seal(room.code).name, None)
        room.end_here()

    def _hear(self, message: bytes) -> None:
        told = json.loads(message)
        room = self._by_name.get(told.get("room", ""))
        if room is None or told["by"] == self._me:
            return
        if "followers" in told:
            room.elsewhere[told["by"]] = (int(told["followers"]), time.monotonic())
        elif told["what"] == "end":
            self._end_here(room)
        elif told["what"] == "guess":
            room.take_guess(*json.loads(Seal(room.key, "room content").open(bytes.fromhex(told["guess"]), "guess")))
        else:
            self._background.later((room.code, "take"))
