"""With a login nothing but the login and health can be reached without it; a link leads to the login and back; and a name
in a header counts only where the configured proxy put it there."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from lib.ui import login as under_test
from lib.ui.login import Login, LoginMiddleware, ProxyMiddleware, _back, _networks, login, secrets
from lib.ui.settings import WrongSetting
from tests.benchmarks.stream import ROOT, Server, free_port, serving, visit
from tests.ui.provider import CLIENT, CLIENT_SECRET, provider

SECRET = "een geheim van zestig tekens dat alle servers van deze app delen"
PAGE = {"accept": "text/html"}
EVERYTHING = ("/", "/overzicht", "/meekijken", "/meekijken/ABCDEF", "/meekijken/ABCDEF/stroom", "/klantmonitor/nl.js",
              "/_stcore/host-config", "/_stcore/metrics", "/_stcore/upload_file/x/y", "/_stcore/agent/run", "/media/x.png", "/static/js/index.js",
              "/gezond/", "/Gezond", "/_stcore/health/../stream", "/meekijken.js")  # fmt: skip


def client(how: Login, host: str = "10.0.0.9", base: str = "") -> TestClient:
    """Someone at this address before an app that says who it thinks they are."""

    def app(request: Request) -> PlainTextResponse:
        return PlainTextResponse(f"{request.url.scheme} {how.user(request.headers, request.cookies)}")

    middleware = [Middleware(ProxyMiddleware, login=how), Middleware(LoginMiddleware, login=how, base=base)]
    made = Starlette(routes=[Route("/{path:path}", app, methods=["GET", "POST"])], middleware=middleware)
    return TestClient(made, client=(host, 1), follow_redirects=False)


BY_HEADER = Login("header", "x-gebruiker", _networks("10.0.0.2, 10.1.0.0/24"))


@pytest.mark.parametrize("path", EVERYTHING)
def test_without_the_header_nothing_is_reached(path: str) -> None:
    for accept in ({}, PAGE):
        answer = client(BY_HEADER, "10.0.0.2").get(path, headers=accept)
        assert answer.status_code == 401
        assert answer.text.startswith("U bent niet aangemeld.")


@pytest.mark.parametrize(
    ("host", "lets_in"),
    [("10.0.0.2", True), ("10.1.0.77", True), ("10.0.0.3", False), ("127.0.0.1", False), ("raar", False)],
)
def test_the_header_counts_from_the_configured_proxy_only(host: str, lets_in: bool) -> None:
    headers = {"X-Gebruiker": "jan", "X-Forwarded-For": "10.0.0.2", "X-Forwarded-Proto": "https"}
    answer = client(BY_HEADER, host).get("/overzicht", headers=headers)
    assert answer.status_code == (200 if lets_in else 401)
    assert not lets_in or answer.text == "https jan"


def test_health_needs_no_login_and_rooms_only_where_they_are_opened() -> None:
    for how in (BY_HEADER, Login("provider")):
        assert client(how).get("/gezond").status_code == 200
        assert client(how).get("/meekijken/ABCDEF").status_code == 401
    opened = Login("provider", opens_rooms=True)
    for path in ("/meekijken", "/meekijken/ABCDEF", "/meekijken/ABCDEF/stroom", "/meekijken.css"):
        assert client(opened).get(path).status_code == 200
    for path in ("/meekijkend", "/overzicht", "/"):
        assert client(opened).get(path).status_code == 401


def test_under_a_base_path_the_same_holds() -> None:
    assert client(BY_HEADER, base="/monitor").get("/monitor/gezond").status_code == 200
    assert client(BY_HEADER, base="/monitor").get("/monitor/overzicht").status_code == 401


def test_without_a_setting_everyone_is_let_in() -> None:
    assert client(Login()).get("/overzicht").text == "http None"


def cookie(content: Mapping[str, object], secret: str = SECRET) -> dict[str, str]:
    return {"_streamlit_user": create_signed_value(secret, "_streamlit_user", json.dumps(content)).decode()}


def test_only_a_cookie_that_these_servers_signed_is_a_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "get_cookie_secret", lambda: SECRET)
    how = Login("provider")
    good = {"is_logged_in": True, "iss": "https://inloggen.nl", "sub": "12"}
    assert how.user({}, cookie(good)) == "https://inloggen.nl 12"
    for bad in (
        {},
        cookie(good, "ander geheim"),
        cookie({**good, "is_logged_in": False}),
        cookie({"is_logged_in": True}),
        {"_streamlit_user": "é"},
        {"_streamlit_user": json.dumps(good)},
    ):
        assert how.user({}, bad) is None
    assert Login("provider", seconds=-1).user({}, cookie(good)) is None, "a login ends"


@pytest.mark.parametrize(
    "path", ["//boos.nl", "/\\boos.nl", "https://boos.nl", "", "x", "/" + "x" * 3000, "/a\r\nSet-Cookie: x"]
)
def test_the_way_back_stays_inside_the_app(path: str) -> None:
    assert _back(path) is None
    assert _back("/scores%3Fkanaal%3Dbalie") == "/scores?kanaal=balie"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"KLANTMONITOR_USER_HEADER": "X-Gebruiker"}, "KLANTMONITOR_PROXIES"),
        ({"KLANTMONITOR_USER_HEADER": "X-Gebruiker", "KLANTMONITOR_PROXIES": "10.0.0.2"}, "FORWARDED_ALLOW_IPS=none"),
        ({"KLANTMONITOR_PROXIES": "proxy.local"}, "rij adressen"),
        ({"KLANTMONITOR_LOGIN": "https://x", "KLANTMONITOR_USER_HEADER": "X"}, "Kies één manier"),
        ({"KLANTMONITOR_LOGIN": "https://x", "KLANTMONITOR_ADDRESS": "https://y"}, "KLANTMONITOR_LOGIN_CLIENT, KLANTMONITOR_LOGIN_SECRET"),
    ],
)  # fmt: skip
def test_a_setting_that_can_not_be_is_said_at_the_start(
    settings: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORWARDED_ALLOW_IPS", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    login.cache_clear()
    try:
        with pytest.raises(WrongSetting, match=words):
            login()
    finally:
        login.cache_clear()


def test_without_a_login_streamlit_is_told_of_no_provider() -> None:
    assert secrets() is None


@pytest.fixture(scope="module")
def guarded() -> Iterator[Server]:
    """An app that wants a login with a provider."""
    port = free_port()
    with provider() as address:
        environment = {
            "KLANTMONITOR_LOGIN": f"{address}/.well-known/openid-configuration", "KLANTMONITOR_LOGIN_CLIENT": CLIENT,
            "KLANTMONITOR_LOGIN_SECRET": CLIENT_SECRET, "KLANTMONITOR_ADDRESS": f"http://localhost:{port}",
            "STREAMLIT_SERVER_COOKIE_SECRET": SECRET,
        }  # fmt: skip
        with serving(ROOT / "app.py", environment=environment, port=port) as server:
            yield server


def test_a_link_leads_to_the_login_and_back(guarded: Server) -> None:
    app = f"http://localhost:{guarded.port}"
    with httpx.Client(headers=PAGE, timeout=30) as browser:
        seen = []
        answer = browser.get(f"{app}/scores?kanaal=balie&product=Paspoort")
        while answer.is_redirect:
            seen.append(urlsplit(str(answer.next_request.url if answer.next_request else "")).path)
            answer = browser.send(answer.next_request)  # type: ignore[arg-type]
        assert seen == ["/auth/login", "/authorize", "/oauth2callback", "/", "/scores"]
        assert str(answer.url) == f"{app}/scores?kanaal=balie&product=Paspoort"
        assert answer.status_code == 200
        assert "klantmonitor_terug" not in browser.cookies
        assert browser.get(f"{app}/").status_code == 200, "the way back is used once"
        assert browser.get(f"{app}/_stcore/host-config").status_code == 200
        assert browser.get(f"{app}/auth/logout").is_redirect
        assert browser.get(f"{app}/overzicht").status_code == 302


def test_without_it_nothing_is_reached(guarded: Server) -> None:
    app = f"http://localhost:{guarded.port}"
    with httpx.Client(timeout=30) as browser:
        assert browser.get(f"{app}/_stcore/health").status_code == 200
        assert browser.get(f"{app}/gezond").status_code in (200, 503)
        for path in EVERYTHING:
            answer = browser.get(app + path)
            assert answer.status_code == 401, path
            assert "Content-Security-Policy" in answer.headers
        assert browser.put(f"{app}/_stcore/upload_file/x/y").status_code == 401

    async def stream() -> None:
        await connect(f"ws://localhost:{guarded.port}/_stcore/stream", subprotocols=["streamlit"])  # type: ignore[list-item]

    with pytest.raises(InvalidStatus, match="403"):
        asyncio.run(stream())


def test_a_name_in_a_header_counts_where_the_proxy_connects_from() -> None:
    environment = {
        "KLANTMONITOR_USER_HEADER": "X-Gebruiker", "KLANTMONITOR_PROXIES": "127.0.0.2", "FORWARDED_ALLOW_IPS": "none"
    }  # fmt: skip

    def status(source: str, path: str, headers: dict[str, str]) -> int:
        connection = HTTPConnection("127.0.0.1", server.port, timeout=30, source_address=(source, 0))
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status

    with serving(ROOT / "app.py", environment=environment) as server:
        named = {"X-Gebruiker": "jan", "X-Forwarded-For": "127.0.0.2"}
        assert status("127.0.0.2", "/_stcore/host-config", named) == 200
        assert status("127.0.0.2", "/_stcore/host-config", {}) == 401
        assert status("127.0.0.1", "/_stcore/host-config", named) == 401
        assert status("127.0.0.1", "/_stcore/health", {}) == 200


def test_whoever_logs_in_after_another_in_the_same_browser_finds_nothing_of_theirs(guarded: Server) -> None:
    def jar(user: str) -> str:
        told = {"is_logged_in": True, "iss": "x", "sub": user}
        return "; ".join(f"{name}={value}" for name, value in {**ours, **cookie(told)}.items())

    app = f"http://localhost:{guarded.port}"
    with httpx.Client(
        headers=PAGE, timeout=30, cookies=cookie({"is_logged_in": True, "iss": "x", "sub": "een"})
    ) as browser:
        ours = {"klantmonitor": browser.get(app).cookies["klantmonitor"]}

    async def words(user: str, press: str | None = None) -> str:
        visitor = await visit(guarded, jar(user))
        await visitor.view("gegevens")
        assert "Meld af" in visitor.buttons
        if press is not None:
            await visitor.view("gegevens", press=press)
        await visitor.view("overzicht")
        return visitor.words

    assert "Totaaloordeel" in asyncio.run(words("een", "Open voorbeelddata"))
    assert "Totaaloordeel" not in asyncio.run(words("twee"))
    assert "Totaaloordeel" in asyncio.run(words("een"))
