"""Two servers on one store: what one opens the other has, what one removes is gone for both, and a store that is gone,
full or empty costs nobody what they have open."""

import gc
import time
import weakref
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from redis.exceptions import ResponseError

from lib.ingest.sandbox.guard import Reader
from lib.session.session import Session
from lib.session.shared_store import SharedStore
from lib.session.store import KEPT_SECONDS, MOST, Store
from lib.session.valkey import Connection
from tests.benchmarks.stream import free_port
from tests.ingest.exports import csv_text
from tests.redis_server import RedisServer, eventually, redis_server

EXPORT = csv_text([["Totaaloordeel", "Welke suggestie heeft u?"], *([8, "Jan Jansen wil stoelen"] for _ in range(40))])
TOKEN = "een-koekje-van-iemand"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    with redis_server() as server:
        yield server


class Servers:
    """Servers of one app, each with a connection of its own; closed at the end."""

    def __init__(self, url: str, reader: Reader) -> None:
        self._url, self._reader = url, reader
        self._connections: list[Connection] = []

    def start(self, most: int = MOST) -> SharedStore:
        connection = Connection(self._url)
        self._connections.append(connection)
        store = SharedStore(connection, lambda: Session(self._reader), Store(reader=self._reader, most=most))
        connection.start()
        return store

    def close(self) -> None:
        for connection in self._connections:
            connection.close()


@pytest.fixture
def servers(redis: RedisServer, reader: Reader) -> Iterator[Servers]:
    made = Servers(redis.url, reader)
    yield made
    made.close()


def opened(session: Session) -> Session:
    return session.with_files([("balie.csv", EXPORT.encode())])


def said(session: Session, name: str) -> Session:
    return replace(session, factsheet={"municipality": name})


def name_in(store: SharedStore) -> object:
    return store.get(TOKEN).factsheet.get("municipality")


def test_what_one_opens_the_other_has_at_once_and_what_it_changes_too(servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    one.update(TOKEN, opened)
    assert other.get(TOKEN).channels == ("balie",)
    other.update(TOKEN, lambda session: said(session, "Zuidermark"))
    assert other.flush(10)
    eventually(lambda: name_in(one) == "Zuidermark")
    assert one.get(TOKEN).files == other.get(TOKEN).files
    assert not other.get("van een ander").files


def test_a_server_that_starts_later_has_it_too(servers: Servers) -> None:
    one = servers.start()
    one.update(TOKEN, lambda session: said(opened(session), "Zuidermark"))
    assert one.flush(10)
    assert name_in(servers.start()) == "Zuidermark"


def test_removed_on_one_is_removed_on_both_and_in_the_store(redis: RedisServer, servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    one.update(TOKEN, opened)
    assert other.get(TOKEN).files
    one.put(TOKEN, Session(one.reader))
    assert not redis.everything().count(b"export:")
    assert not redis.everything().count(b"work")
    # Without anyone looking, the other lets go of it.
    eventually(lambda: len(other) == 0)
    assert not other.get(TOKEN).files
    other.update(TOKEN, opened)
    assert one.get(TOKEN).files, "what is opened after that is there"


def test_what_was_being_read_while_it_was_removed_elsewhere_is_dropped(servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    one.update(TOKEN, opened)
    assert other.get(TOKEN).files

    def slowly(session: Session) -> Session:
        other.put(TOKEN, Session(other.reader))
        eventually(lambda: len(one) == 0)
        return said(session, "te laat")

    one.update(TOKEN, slowly)
    assert not one.get(TOKEN).files
    assert not other.get(TOKEN).files


def test_nothing_in_the_store_can_be_read(redis: RedisServer, servers: Servers) -> None:
    one = servers.start()
    one.update(TOKEN, lambda session: said(opened(session), "Zuidermark"))
    assert one.flush(10)
    found = redis.everything()
    assert len(found) > len(EXPORT)
    for word in (
        "balie",
        "Jansen",
        "stoelen",
        "Totaaloordeel",
        "Zuidermark",
        "werk.json",
        TOKEN,
        TOKEN[:12],
        "PK\x03\x04",
    ):
        assert word.encode() not in found


def test_everything_in_it_ends_by_itself(redis: RedisServer, servers: Servers) -> None:
    one = servers.start()
    one.update(TOKEN, opened)
    assert one.flush(10)
    one.put("weg", opened(Session(one.reader)))
    one.put("weg", Session(one.reader))
    asked = redis.client()
    keys = asked.keys("*")
    assert len(keys) == 2
    assert all(0 < asked.ttl(key) <= KEPT_SECONDS for key in keys)


def test_only_what_changed_is_written(redis: RedisServer, servers: Servers) -> None:
    one = servers.start()
    one.update(TOKEN, opened)
    assert one.flush(10)
    asked = redis.client()
    name = asked.keys("*")[0]
    before = asked.hgetall(name)
    for _ in range(20):
        one.get(TOKEN)
        one.update(TOKEN, lambda session: session)
    assert one.flush(10)
    assert asked.hgetall(name) == before, "a view writes nothing"
    one.update(TOKEN, lambda session: said(session, "Zuidermark"))
    assert one.flush(10)
    after = asked.hgetall(name)
    exports = [field for field in before if field.startswith(b"export:")]
    assert len(exports) == 1
    assert all(before[field] == after[field] for field in exports)
    assert before[b"work"] != after[b"work"]


def test_with_the_store_gone_all_goes_on_and_it_is_made_good_when_it_is_back(
    redis: RedisServer, servers: Servers
) -> None:
    one, other = servers.start(), servers.start()
    one.update(TOKEN, opened)
    assert one.trouble(TOKEN) is None
    redis.kill()
    one.update(TOKEN, lambda session: said(session, "Zuidermark"))
    assert name_in(one) == "Zuidermark"
    eventually(lambda: (one.get(TOKEN), one.trouble(TOKEN))[1] == "gone")
    before = time.monotonic()
    for _ in range(50):
        one.get(TOKEN)
    assert time.monotonic() - before < 5, "nobody waits for a store that is known to be gone"
    redis.start()  # it kept nothing
    eventually(lambda: one.trouble(TOKEN) is None)
    eventually(lambda: name_in(other) == "Zuidermark")


def test_what_was_removed_while_it_was_gone_is_removed_when_it_is_back(redis: RedisServer, servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    one.update(TOKEN, opened)
    assert other.get(TOKEN).files
    redis.kill()
    eventually(lambda: (one.get(TOKEN), one.trouble(TOKEN))[1] == "gone")
    one.put(TOKEN, Session(one.reader))
    assert one.trouble(TOKEN) == "removing"
    assert not one.get(TOKEN).files
    redis.start()
    eventually(lambda: one.trouble(TOKEN) is None and one.flush(0))
    assert not one.get(TOKEN).files
    eventually(lambda: not other.get(TOKEN).files)


def test_a_store_that_is_full_says_so_and_takes_it_when_there_is_room(reader: Reader) -> None:
    with redis_server("--maxmemory", "3mb", "--maxmemory-policy", "noeviction") as redis:
        servers = Servers(redis.url, reader)
        one = servers.start()
        asked = redis.client()
        with suppress(ResponseError):
            for number in range(1000):
                asked.set(f"vol {number}", b"x" * 100_000)
        one.update(TOKEN, opened)
        eventually(lambda: one.trouble(TOKEN) == "full")
        assert one.get(TOKEN).files, "what was shown stays"
        asked.config_set("maxmemory", "100mb")
        eventually(lambda: one.trouble(TOKEN) is None)
        assert servers.start().get(TOKEN).files
        servers.close()


def test_what_another_version_wrote_is_left_alone(redis: RedisServer, servers: Servers) -> None:
    one = servers.start()
    one.update(TOKEN, opened)
    assert one.flush(10)
    asked = redis.client()
    name = asked.keys("*")[0]
    asked.hset(name, mapping={"work": b"iets anders", "version": b"later"})
    other = servers.start()
    assert not other.get(TOKEN).files
    assert other.trouble(TOKEN) == "unreadable"
    assert asked.hget(name, "work") == b"iets anders"


def test_only_addresses_of_such_a_store_are_taken() -> None:
    for address in ("http://x", "redis:x", "", "redis://"):
        with pytest.raises(ValueError, match="KLANTMONITOR_STORE"):
            Connection(address)


def test_what_is_removed_while_it_is_being_written_is_not_written(
    redis: RedisServer, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = servers.start()
    put_export = one._put_export

    def removed_meanwhile(copy: Any, kept: str, data: bytes) -> None:
        one.put(TOKEN, Session(one.reader))
        put_export(copy, kept, data)

    monkeypatch.setattr(one, "_put_export", removed_meanwhile)
    one.update(TOKEN, opened)
    assert one.flush(10)
    assert not one.get(TOKEN).files
    eventually(lambda: b"export:" not in redis.everything())
    assert b"work" not in redis.everything()
    assert not servers.start().get(TOKEN).files


def test_the_connection_can_be_encrypted(reader: Reader, tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    day = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, day - timedelta(1), day + timedelta(1))
    own = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), False).sign(key, SHA256())
    (tmp_path / "cert.pem").write_bytes(own.public_bytes(Encoding.PEM))
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "key.pem").write_bytes(secret)
    port = free_port()
    files = ["--tls-cert-file", str(tmp_path / "cert.pem"), "--tls-key-file", str(tmp_path / "key.pem")]
    with redis_server("--tls-port", str(port), *files, "--tls-auth-clients", "no"):
        servers = Servers(f"rediss://localhost:{port}?ssl_ca_certs={tmp_path / 'cert.pem'}", reader)
        one, other = servers.start(), servers.start()
        one.update(TOKEN, opened)
        assert other.get(TOKEN).files
        stranger = Servers(f"rediss://localhost:{port}", reader)
        assert not stranger.start().get(TOKEN).files, "whose certificate nobody vouches for is no store"
        assert stranger.start().trouble(TOKEN) == "gone"
        stranger.close()
        servers.close()


def test_after_a_removal_nothing_on_either_server_leads_to_what_was_open(servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    one.update(TOKEN, opened)
    seen = [weakref.ref(store.get(TOKEN)) for store in (one, other)]
    assert all(ref() is not None for ref in seen)
    other.put(TOKEN, Session(other.reader))

    def is_gone() -> bool:
        gc.collect()
        return all(ref() is None for ref in seen)

    eventually(is_gone)


def test_what_made_room_for_another_is_found_in_the_store(servers: Servers) -> None:
    one = servers.start(most=1)
    one.update(TOKEN, opened)
    seen = weakref.ref(one.get(TOKEN))
    one.update("iemand anders", opened)
    assert one.flush(10)

    def is_gone() -> bool:
        gc.collect()
        return seen() is None

    eventually(is_gone)
    assert one.get(TOKEN).channels == ("balie",)
    assert not one.get(TOKEN).told
    assert one.get("iemand anders").channels == ("balie",)
