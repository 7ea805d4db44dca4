"""Health and version, and the app under a path of its own."""

import asyncio
import signal
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import config

from lib.ui import following, running, server
from lib.ui.running import ROUTES, lifespan, ready, stopping, under_base, version


@pytest.fixture
def as_started() -> Iterator[None]:
    """A server of which nothing was said yet, before and after."""
    for one in (ready(), stopping()):
        one.clear()
    yield
    for one in (ready(), stopping()):
        one.clear()


@pytest.fixture
def under_monitor() -> Iterator[None]:
    before = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", "monitor")
    yield
    config.set_option("server.baseUrlPath", before)


def test_health_is_told_while_it_starts_runs_and_stops(as_started: None, monkeypatch: pytest.MonkeyPatch) -> None:
    client = TestClient(Starlette(routes=ROUTES))
    assert (client.get("/gezond").status_code, client.get("/gezond").json()["toestand"]) == (503, "start")
    ready().set()
    assert client.get("/gezond").json() == {"toestand": "gezond", "versie": version(), "opslag": "geheugen"}
    assert client.get("/gezond").status_code == 200
    stopping().set()
    assert (client.get("/gezond").status_code, client.get("/gezond").json()["toestand"]) == (503, "stopt")
    monkeypatch.setenv("KLANTMONITOR_BUILD", "abc123")
    version.cache_clear()
    assert version().endswith("+abc123")
    version.cache_clear()


def test_a_server_that_is_asked_to_stop_wakes_who_waits_and_writes_what_is_left(as_started: None) -> None:
    told: list[object] = []

    def asked(number: int, _frame: object) -> None:
        told.append(signal.Signals(number).name)

    def flush(seconds: float) -> bool:
        told.append(seconds)
        return True

    async def run() -> None:
        async with lifespan(lambda: told.append("wake"), flush)(None):
            signal.raise_signal(signal.SIGTERM)
            await asyncio.sleep(0.05)
            assert stopping().is_set()

    before = signal.signal(signal.SIGTERM, asked)
    try:
        asyncio.run(run())
    finally:
        signal.signal(signal.SIGTERM, before)
    assert told == ["SIGTERM", "wake", 10.0]


def test_under_a_base_path_all_routes_and_links_are(under_monitor: None) -> None:
    client = TestClient(
        Starlette(routes=under_base([*server.ROUTES, *ROUTES, *following.ROUTES])), follow_redirects=False
    )
    assert client.get("/gezond").status_code == 404
    assert client.get("/monitor/gezond").status_code in (200, 503)
    assert client.get("/monitor/klantmonitor/nl.js").status_code == 200
    page = client.get("/monitor/meekijken").text
    assert 'action="/monitor/meekijken"' in page
    assert 'href="/monitor/meekijken.css"' in page
    assert client.get("/monitor/meekijken.css").status_code == 200
    assert client.get("/monitor/meekijken?code=abcdef").headers["location"] == "/monitor/meekijken/ABCDEF"
    assert client.post("/monitor/meekijken/ABCDEF/gok", content=b"{}").status_code == 404
    assert running.health_paths() == ["/monitor/gezond", "/monitor/_stcore/health"]
