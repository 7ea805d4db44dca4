"""A room that starts on one server is followed on another, and ends on both; the store can't be read."""

from collections.abc import Iterator

import pytest

from lib.report.blocks import Headline, Page
from lib.session.rooms import LONGEST_SECONDS
from lib.session.session import Session
from lib.session.shared_rooms import SharedRooms
from lib.session.valkey import Connection
from tests.redis_server import RedisServer, eventually, redis_server

STOPS = tuple(Page("scores", f"Titel {number}", "Balie", "Bevinding", (Headline("8,3", "x"),)) for number in range(3))
OWNER = "een-koekje-van-iemand"
SNAPSHOTS = {OWNER: Session()}


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    with redis_server() as server:
        yield server


class Servers:
    """Servers of one app, each with a connection of its own; closed at the end."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connections: list[Connection] = []

    def start(self) -> SharedRooms[Page]:
        connection = Connection(self._url)
        self._connections.append(connection)
        rooms: SharedRooms[Page] = SharedRooms(connection, Page, b"salt", where="server=b", snapshot_of=SNAPSHOTS.get)  # type: ignore[arg-type]
        connection.start()
        return rooms

    def close(self) -> None:
        for connection in self._connections:
            connection.close()


@pytest.fixture
def servers(redis: RedisServer) -> Iterator[Servers]:
    made = Servers(redis.url)
    yield made
    made.close()


def both(servers: Servers) -> tuple[SharedRooms[Page], SharedRooms[Page], str]:
    """Two servers, and the code of a room that started on the first and is known on the second."""
    one, other = servers.start(), servers.start()
    code = one.start(OWNER, STOPS, Session()).code
    eventually(lambda: other.find(code) is not None)
    return one, other, code


def test_a_room_is_found_and_followed_on_another_server(servers: Servers) -> None:
    one, other, code = both(servers)
    here, there = one.find(code), other.find(code.lower())
    assert here is not None
    assert there is not None
    assert there.stops == STOPS
    heard: list[int] = []
    stop = there.listen(lambda: heard.append(there.position.place))
    here.show(2, is_revealed=False, is_blank=True)
    eventually(lambda: heard == [2])
    assert (there.position.is_revealed, there.position.is_blank) == (False, True)
    changed = (*STOPS[:2], STOPS[0])
    here.show(1, is_revealed=True, is_blank=False, stops=changed)
    eventually(lambda: there.stops == changed and there.position.place == 1)
    eventually(lambda: here.followers == 1)
    stop()
    eventually(lambda: here.followers == 0)


def test_guesses_count_wherever_they_are_made(servers: Servers) -> None:
    one, other, code = both(servers)
    here, there = one.find(code), other.find(code)
    assert here is not None
    assert there is not None
    there.guess(1, "telefoon 1", 70)
    there.guess(1, "telefoon 1", 80)
    here.guess(1, "telefoon 2", 60)
    eventually(lambda: here.guesses(1) == there.guesses(1) == {80: 1, 60: 1})
    late = servers.start().find(code)
    assert late is not None
    assert late.guesses(1) == {80: 1, 60: 1}


def test_a_presenter_who_lands_on_another_server_leads_and_ends_there(servers: Servers) -> None:
    one, other, code = both(servers)
    room = other.of(OWNER)
    assert room is not None
    assert room.code == code
    assert room.snapshot is SNAPSHOTS[OWNER], "who explores it sees what its presenter has open"
    room.show(2, is_revealed=True, is_blank=False)
    first = one.find(code)
    assert first is not None
    eventually(lambda: first.position.place == 2)
    assert other.of("iemand anders") is None
    other.end(OWNER)
    eventually(lambda: first.is_ended and one.find(code) is None)
    assert other.find(code) is None
    assert one.of(OWNER) is None


def test_a_room_that_ends_where_it_started_ends_everywhere(redis: RedisServer, servers: Servers) -> None:
    one, other, code = both(servers)
    there = other.find(code)
    assert there is not None
    heard: list[bool] = []
    there.listen(lambda: heard.append(there.is_ended))
    one.end(OWNER)
    eventually(lambda: heard == [True])
    assert there.stops == ()
    eventually(lambda: redis.everything() == b"")


def test_nothing_of_a_room_can_be_read_in_the_store(redis: RedisServer, servers: Servers) -> None:
    _, _, code = both(servers)
    found = redis.everything()
    assert found
    for word in (code, OWNER, "Titel", "8,3", "Balie", "scores", "place"):
        assert word.encode() not in found
    asked = redis.client()
    assert all(0 < asked.ttl(key) <= LONGEST_SECONDS for key in asked.keys("*"))


def test_a_store_that_comes_back_empty_gets_the_room_again(redis: RedisServer, servers: Servers) -> None:
    one, other, code = both(servers)
    here, there = one.find(code), other.find(code)
    assert here is not None
    assert there is not None
    redis.kill()
    here.show(1, is_revealed=True, is_blank=False)
    assert other.find(code) is there, "who follows sees what was shown last"
    redis.start()
    eventually(lambda: there.position.place == 1)
    late = servers.start()
    eventually(lambda: late.find(code) is not None)


def test_with_another_secret_a_code_finds_nothing(redis: RedisServer, servers: Servers) -> None:
    _, _, code = both(servers)
    connection = Connection(redis.url)
    rooms: SharedRooms[Page] = SharedRooms(connection, Page, b"another salt")
    connection.start()
    assert rooms.find(code) is None
    assert rooms.patience > 0
    connection.close()


def test_a_room_that_lasted_long_enough_ends_and_no_other_with_it(redis: RedisServer, servers: Servers) -> None:
    one = servers.start()
    old, young = one.start("een", STOPS, Session()), one.start("twee", STOPS, Session())
    connection, late = Connection(redis.url), [0.0]
    rooms: SharedRooms[Page] = SharedRooms(connection, Page, b"salt", lambda: late[0])
    connection.start()
    eventually(lambda: rooms.find(old.code) is not None)
    late[0] = 60.0
    eventually(lambda: rooms.find(young.code) is not None)
    late[0] = LONGEST_SECONDS + 30.0
    assert rooms.find(old.code) is None
    there = rooms.find(young.code)
    assert there is not None
    assert not there.is_ended
    assert one.find(young.code) is young
    connection.close()
