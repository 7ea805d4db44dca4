"""Two servers of one app on one store, without a proxy: a browser that lands on the other finds everything, and so does
whoever follows a presentation; a server or the store that ends costs nobody what they have open."""

import asyncio
import json
import re
import signal
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.benchmarks.stream import ROOT, Server, Visitor, serving, visit, with_sample
from tests.redis_server import RedisServer, eventually, redis_server

SECRET = "een geheim van zestig tekens dat alle servers van deze app delen"


@dataclass
class Two:
    """Two servers and their store."""

    one: Server
    other: Server
    redis: RedisServer


@contextmanager
def started(redis: RedisServer) -> Iterator[Server]:
    """A server on this store, as soon as it says that it is ready."""
    environment = {"KLANTMONITOR_STORE": redis.url, "STREAMLIT_SERVER_COOKIE_SECRET": SECRET}
    with serving(ROOT / "app.py", environment=environment) as server:
        eventually(lambda: health(server)[0] == 200, 120)
        yield server


@pytest.fixture(scope="module")
def two() -> Iterator[Two]:
    with redis_server() as redis, started(redis) as one, started(redis) as other:
        yield Two(one, other, redis)


def health(server: Server) -> tuple[int, dict[str, str]]:
    try:
        answer = urlopen(f"http://localhost:{server.port}/gezond", timeout=5)
    except HTTPError as refused:
        return refused.code, json.loads(refused.read())
    return answer.status, json.loads(answer.read())


async def words(server: Server, cookie: str, page: str = "overzicht") -> str:
    """What a browser with this cookie reads on a page of a server."""
    visitor = await visit(server, cookie)
    await visitor.view("gegevens")
    await visitor.view(page)
    await visitor.socket.close()
    return visitor.words


async def until(read: Callable[[], Awaitable[str]], is_so: Callable[[str], bool]) -> None:
    end = time.monotonic() + 30
    while not is_so(await read()):
        assert time.monotonic() < end
        await asyncio.sleep(0.2)


def has_figures(text: str) -> bool:
    return "Totaaloordeel" in text and "Er zijn nog geen gegevens geopend" not in text


def picture(server: Server, code: str) -> dict[str, object]:
    """What a phone shows."""
    return dict(json.loads(urlopen(f"http://localhost:{server.port}/meekijken/{code}/beeld", timeout=10).read()))


async def with_room(server: Server) -> tuple[Visitor, str]:
    """Someone who presents the sample, and the code of the room."""
    visitor = await with_sample(server)
    await visitor.view("presenteren")
    await visitor.view("presenteren", press="Start meekijken")
    found = re.search(r'data-testid="zaalcode"[^>]*>([A-Z0-9]{6})<', visitor.words)
    assert found is not None
    return visitor, found[1]


def test_a_reload_that_lands_on_the_other_server_shows_what_was_opened(two: Two) -> None:
    async def reload() -> None:
        visitor = await with_sample(two.one)
        await until(lambda: words(two.other, visitor.cookie), has_figures)
        assert has_figures(await words(two.one, visitor.cookie))
        assert not has_figures(await words(two.other, ""))
        assert not has_figures(await words(two.other, "klantmonitor=geraden.0123456789abcdef0123456789abcdef"))
        cookie = visitor.cookie.split("=")[1]
        assert cookie.encode() not in two.redis.everything()
        assert cookie.split(".")[0].encode() not in two.redis.everything()

    asyncio.run(reload())


def test_removed_on_the_other_server_is_removed_on_both(two: Two) -> None:
    async def remove() -> None:
        visitor = await with_sample(two.one)
        await until(lambda: words(two.other, visitor.cookie), has_figures)
        elsewhere = await visit(two.other, visitor.cookie)
        await elsewhere.view("gegevens")
        await elsewhere.view("gegevens", press="Verwijder alle bestanden")
        await until(lambda: words(two.one, visitor.cookie), lambda text: not has_figures(text))
        assert not has_figures(await words(two.other, visitor.cookie))

    asyncio.run(remove())


def test_a_presentation_is_followed_through_the_other_server(two: Two) -> None:
    async def follow() -> None:
        presenter, code = await with_room(two.one)
        eventually(lambda: _status(two.other, f"/meekijken/{code}") == 200)
        assert str(picture(two.other, code)["halte"]).startswith("1 /")
        phone, stream = await asyncio.to_thread(_stream, two.other, code)
        assert _event(stream)["plaats"] == 0
        await presenter.view("presenteren", press="Volgende")
        assert (await asyncio.to_thread(_event, stream))["plaats"] == 1
        assert picture(two.other, code) == picture(two.one, code)
        await presenter.view("presenteren", press="Stop meekijken")
        while not (event := await asyncio.to_thread(_event, stream))["einde"]:
            assert event["plaats"] == 1
        phone.close()
        eventually(lambda: _status(two.other, f"/meekijken/{code}") == 404)

    asyncio.run(follow())


def test_with_the_store_gone_everyone_keeps_what_they_have_and_it_comes_back_by_itself(two: Two) -> None:
    async def lose() -> None:
        visitor = await with_sample(two.one)
        await until(lambda: words(two.other, visitor.cookie), has_figures)
        late = await with_sample(two.one)
        two.redis.kill()
        try:
            await until(lambda: words(two.one, visitor.cookie), lambda text: 'data-testid="opslag"' in text)
            shown = await words(two.one, visitor.cookie)
            assert has_figures(shown)
            assert shown.count("De gedeelde opslag is even niet bereikbaar: ") == 1
            assert health(two.one)[0] == 200
            assert health(two.one)[1]["opslag"] == "onbereikbaar"
        finally:
            two.redis.start()
        await until(lambda: words(two.one, visitor.cookie), lambda text: 'data-testid="opslag"' not in text)
        # The store kept nothing: the servers put back what they have.
        await until(lambda: words(two.other, late.cookie), has_figures)

    asyncio.run(lose())


def test_a_server_that_dies_costs_nobody_anything(two: Two) -> None:
    with started(two.redis) as third:

        async def die() -> None:
            presenter, code = await with_room(third)
            eventually(lambda: _status(two.other, f"/meekijken/{code}") == 200)
            third.process.kill()
            third.process.wait()
            assert has_figures(await words(two.other, presenter.cookie))
            assert str(picture(two.other, code)["halte"]).startswith("1 /")
            # Whose presentation it is leads it on the server where they land.
            again = await visit(two.other, presenter.cookie)
            await again.view("presenteren")
            assert code in again.words
            await again.view("presenteren", press="Volgende")
            eventually(lambda: str(picture(two.one, code)["halte"]).startswith("2 /"))
            await again.view("presenteren", press="Stop meekijken")

        asyncio.run(die())


def test_a_server_that_is_stopped_lets_followers_go_and_has_written_everything(two: Two) -> None:
    with started(two.redis) as third:

        async def stop() -> tuple[str, str]:
            presenter, code = await with_room(third)
            _, stream = await asyncio.to_thread(_stream, third, code)
            _event(stream)
            third.process.send_signal(signal.SIGTERM)
            assert stream.read().strip() == b"", "the stream ends and the phone comes back by itself"
            await asyncio.to_thread(third.process.wait, 30)
            return presenter.cookie, code

        cookie, code = asyncio.run(stop())
        assert has_figures(asyncio.run(words(two.other, cookie)))
        assert _status(two.other, f"/meekijken/{code}") == 200


def test_health_says_the_version_and_where_the_store_is(two: Two) -> None:
    status, told = health(two.one)
    assert status == 200
    assert told["toestand"] == "gezond"
    assert re.fullmatch(r"\d+\.\d+\.\d+", told["versie"])
    assert told["opslag"] == "bereikbaar"


def _status(server: Server, path: str) -> int:
    try:
        return int(urlopen(f"http://localhost:{server.port}{path}", timeout=10).status)
    except HTTPError as refused:
        return refused.code


def _stream(server: Server, code: str) -> tuple[HTTPConnection, HTTPResponse]:
    phone = HTTPConnection("localhost", server.port, timeout=30)
    phone.request("GET", f"/meekijken/{code}/stroom")
    return phone, phone.getresponse()


def _event(stream: HTTPResponse) -> dict[str, object]:
    while not (line := stream.readline()).startswith(b"data: "):
        assert line, "the stream ended"
    return dict(json.loads(line.removeprefix(b"data: ")))
