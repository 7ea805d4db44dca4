"""Who explores a room of another server is sent there by the proxy's own cookie, once."""

from dataclasses import dataclass

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.ui import exploring
from lib.ui.exploring import ExploringMiddleware

PAGE = {"accept": "text/html"}


@dataclass
class Found:
    """A room on the server that this leads to."""

    where: str


class OnB:
    """One room, on server b."""

    def find(self, code: str) -> Found | None:
        return Found("KMSERVER=b") if code == "ABCDEF" else None


@pytest.fixture(autouse=True)
def on_b(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exploring, "rooms", OnB)


def client(route: str) -> TestClient:
    def app(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("hier")

    middleware = [Middleware(ExploringMiddleware, route=route)]
    return TestClient(Starlette(routes=[Route("/overzicht", app)], middleware=middleware), follow_redirects=False)


def test_to_another_server_once() -> None:
    answer = client("KMSERVER=a").get("/overzicht?kanaal=balie&zaal=ABCDEF", headers=PAGE)
    assert answer.status_code == 302
    assert answer.headers["location"] == "?kanaal=balie&zaal=ABCDEF&via=1"
    assert answer.headers["set-cookie"].startswith("KMSERVER=b; ")
    assert client("KMSERVER=a").get("/overzicht?zaal=ABCDEF&via=1", headers=PAGE).text == "hier"


@pytest.mark.parametrize(
    ("route", "query", "headers"),
    [
        ("KMSERVER=b", "zaal=ABCDEF", PAGE), ("", "zaal=ABCDEF", PAGE), ("KMSERVER=a", "zaal=AAAAAA", PAGE), ("KMSERVER=a", "", PAGE),
        ("KMSERVER=a", "zaal=ABCDEF", {}),
    ],
    ids=["here", "no route", "unknown", "no room", "no page"],
)  # fmt: skip
def test_nobody_else(route: str, query: str, headers: dict[str, str]) -> None:
    assert client(route).get(f"/overzicht?{query}", headers=headers).text == "hier"
