"""What the server adds, as far as no browser is needed to see it."""

import asyncio
import logging
import os
import subprocess
import sys
import tomllib
from typing import Any

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from lib.ingest.sandbox.precheck import DEFAULT_LIMITS
from lib.ui.server import (
    HostMiddleware,
    KlantmonitorMiddleware,
    allowed_hosts,
    is_ours,
    new_token,
    on_script_error,
)
from tests.conftest import ROOT


def test_an_unexpected_error_is_logged_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    """The message of an error may hold what is in a file."""
    with pytest.raises(ValueError, match="Geheim") as raised:
        int("Jan Geheim, 06-12345678")
    with caplog.at_level(logging.ERROR, logger="lib.ui.server"):
        assert on_script_error(raised.value)
    said = [record.getMessage() for record in caplog.records if record.name == "lib.ui.server"]
    assert len(said) == 1
    assert "ValueError" in said[0]
    assert "test_server.py" in said[0]
    assert "Geheim" not in caplog.text


def test_the_web_server_lets_in_what_the_reader_takes() -> None:
    configuration = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert configuration["server"]["maxUploadSize"] << 20 == DEFAULT_LIMITS.file_bytes


def asked(hosts: str, host: str | None, kind: str = "http") -> list[dict[str, Any]]:
    """What the server answers to who asks under this name, where it goes by those."""
    answered: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": f"{kind}.request"}

    async def send(message: Any) -> None:
        answered.append(message)

    headers = [] if host is None else [(b"host", host.encode())]
    scope = {"type": kind, "headers": headers, "extensions": {"websocket.http.response": {}}}
    asyncio.run(HostMiddleware(PlainTextResponse("welkom"), allowed_hosts(hosts))(scope, receive, send))
    return answered


@pytest.mark.parametrize(
    ("hosts", "host"),
    [
        ("", "localhost:8501"), ("", "waar.dan.ook"), ("", None), ("localhost", "localhost:8501"), ("localhost", "LOCALHOST"),
        ("Monitor.Gemeente.nl, localhost", "monitor.gemeente.nl"), ("a.nl b.nl", "b.nl:443"), ("*.gemeente.nl", "a.b.gemeente.nl"), ("[::1]", "[::1]:8501"),
    ],
)  # fmt: skip
def test_under_a_name_that_the_app_goes_by_it_answers(hosts: str, host: str | None) -> None:
    assert asked(hosts, host)[-1]["body"] == b"welkom"


@pytest.mark.parametrize(
    ("hosts", "host"),
    [
        ("localhost", "boos.nl"), ("localhost", "localhost.boos.nl"), ("localhost", None), ("*.gemeente.nl", "gemeente.nl"),
        ("*.gemeente.nl", "boosgemeente.nl"), ("gemeente.nl", "www.gemeente.nl"), ("[::1]", "[::2]:1"), ("a.nl", "*.a.nl"), ("a.nl", "a.nl@b.nl"),
    ],
)  # fmt: skip
def test_under_another_name_it_says_in_dutch_what_to_do(hosts: str, host: str | None) -> None:
    start, body = asked(hosts, host)
    assert (start["type"], start["status"]) == ("http.response.start", 400)
    assert body["body"].decode().startswith("De klantmonitor is onder dit adres niet te bereiken.")
    assert "KLANTMONITOR_HOSTS" in body["body"].decode()


def test_under_another_name_no_websocket_opens_either() -> None:
    assert asked("localhost", "boos.nl", "websocket")[0] == {
        **asked("localhost", "boos.nl")[0], "type": "websocket.http.response.start"
    }  # fmt: skip


def test_only_a_token_that_this_server_made_is_known() -> None:
    token = new_token()
    assert is_ours(token)
    random, mark = token.split(".")
    for other in (
        None,
        "",
        5,
        "x",
        random,
        f"{random}.",
        f".{mark}",
        f"{random}x.{mark}",
        f"{token}.{mark}",
        f"{random}.é",
    ):
        assert not is_ours(other)
    assert new_token() != token


def test_a_cookie_that_is_not_ours_is_replaced() -> None:
    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        await HTMLResponse('<html lang="en"><head></head></html>')(scope, receive, send)

    client = TestClient(KlantmonitorMiddleware(page))
    html = {"accept": "text/html"}
    first = client.get("/", headers=html).headers["set-cookie"]
    assert "HttpOnly" in first
    ours = first.split(";")[0]
    assert "set-cookie" not in client.get("/", headers={**html, "cookie": ours}).headers
    for value in ("", "raad-maar", ours.split("=")[1][:-1]):
        assert "set-cookie" in client.get("/", headers={**html, "cookie": f"klantmonitor={value}"}).headers


def test_phones_that_follow_get_no_cookie_and_the_headers_all_the_same() -> None:
    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        await HTMLResponse('<html lang="nl"><head></head></html>')(scope, receive, send)

    answer = TestClient(KlantmonitorMiddleware(page)).get("/meekijken/ABCDEF", headers={"accept": "text/html"})
    assert "set-cookie" not in answer.headers
    assert "script" not in answer.text
    assert answer.headers["x-frame-options"] == "DENY"


def test_a_token_is_known_by_every_server_that_has_the_same_secret() -> None:
    ask = (
        "from lib.ui.server import new_token, is_ours, is_secret_given\nimport sys\n"
        "print(is_ours(sys.argv[1]) if len(sys.argv) > 1 else new_token())"
    )

    def server(secret: str, *given: str) -> str:
        environment = {**os.environ, "STREAMLIT_SERVER_COOKIE_SECRET": secret}
        done = subprocess.run(
            [sys.executable, "-c", ask, *given], capture_output=True, text=True, check=True, env=environment, cwd=ROOT
        )
        return done.stdout.strip().splitlines()[-1]

    token = server("een lang geheim")
    assert server("een lang geheim", token) == "True"
    assert server("een ander geheim", token) == "False"


def test_health_may_be_asked_under_any_name() -> None:
    client = TestClient(HostMiddleware(PlainTextResponse("welkom"), ["monitor.gemeente.nl"], ["/gezond"]))
    assert client.get("/gezond").text == "welkom"
    assert client.get("/gezond/x").status_code == 400
