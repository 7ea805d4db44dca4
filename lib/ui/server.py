"""What the web server adds around the app: headers that keep everything on this machine, the
Dutch language of the page, and the cookie that finds a user's data again after a reload."""

import hmac
import logging
import re
import secrets
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.server_util import get_cookie_secret

from lib.ui.quiet_log import place_of
from lib.ui.settings import base_path

_LOG: Final = logging.getLogger(__name__)
COOKIE: Final = "klantmonitor"
PHONES: Final = "/meekijken"  # the path of who follows a presentation
_WORDS_PATH: Final = "/klantmonitor/nl.js"
# Our two scripts, as one: the words, and what tables can do.
_SCRIPTS: Final = [Path(__file__).parent / name for name in ("nl.js", "tables.js")]

# Nothing is fetched from elsewhere: no image in a citizen's tip, no font, no script.
_POLICY: Final = "; ".join([
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
])  # fmt: skip
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


HOSTS: Final = "KLANTMONITOR_HOSTS"
_WRONG_HOST: Final = (
    f"De klantmonitor is onder dit adres niet te bereiken. Wie hem beheert, kan het adres toevoegen aan {HOSTS}.\n"
)


def is_secret_given() -> bool:
    """Whether whoever runs the app gave it a secret of its own, the same for all its servers."""
    return config.is_manually_set("server.cookieSecret")


@cache
def secret_for(purpose: str) -> bytes:
    """What only the servers of this app know, another for each purpose. Where no secret is given it is made up and
    dies with the process, like the data."""
    return hmac.new(get_cookie_secret().encode(), f"klantmonitor {purpose}".encode(), "sha256").digest()


def new_token() -> str:
    """A token for a browser: random, with a mark by which only the servers of this app can tell that one made it."""
    random = secrets.token_urlsafe(32)
    return f"{random}.{_mark(random)}"


def is_ours(token: object) -> bool:
    """Whether a server of this app made a token. Whatever else a browser sends opens nothing."""
    if not isinstance(token, str) or token.count(".") != 1:
        return False
    random, mark = token.split(".")
    return hmac.compare_digest(mark.encode(), _mark(random).encode())


def _mark(random: str) -> str:
    return hmac.new(secret_for("cookie"), random.encode(), "sha256").hexdigest()[:32]


class KlantmonitorMiddleware:
    """Adds the headers to every answer, and to pages the language, our words and the cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if "text/html" in Headers(scope=scope).get("accept", ""):
            # A page is completed on its way out, so it must not come compressed.
            scope = {
                **scope,
                "headers": [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"],
            }
        # Phones that follow a presentation get the headers only: no cookie, and no words of ours for Streamlit.
        is_ours = not str(scope["path"]).startswith(base_path() + PHONES)
        await self._app(scope, receive, _Sender(scope, send, completes=is_ours))


class HostMiddleware:
    """Refuses what is asked under another name than those the app goes by. `hosts`: those names, "*.example.nl"
    for all below one; without any, every name is right. `free`: paths that may be asked under any name."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], free: Collection[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._free = frozenset(free)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_asked = scope["type"] in ("http", "websocket") and self._hosts and scope.get("path") not in self._free
        if is_asked and not self._is_known(Headers(scope=scope)):
            # Of a websocket too: the server says so before it opens.
            await PlainTextResponse(_WRONG_HOST, status_code=400)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_known(self, headers: Headers) -> bool:
        host = re.sub(r":\d*$", "", headers.get("host", "").lower())
        parents = (f"*{host[place:]}" for place, sign in enumerate(host) if sign == ".")
        return not self._hosts.isdisjoint((host, *parents))


def allowed_hosts(setting: str) -> frozenset[str]:
    """The names in the setting of that name: with commas or spaces between them."""
    return frozenset(setting.lower().replace(",", " ").split())


class _Sender:
    """Passes an answer on, with its headers completed; a page is held back until it is whole."""

    def __init__(self, scope: Scope, send: Send, *, completes: bool) -> None:
        self._scope = scope
        self._send = send
        self._completes = completes
        self._start: Message | None = None
        self._page = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            if self._completes and headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif message["type"] == "http.response.body" and self._start is not None:
            self._page += message.get("body", b"")
            if message.get("more_body", False):
                return
            await self._send_page(self._start)
            return
        await self._send(message)

    async def _send_page(self, start: Message) -> None:
        page = re.sub(rb'<html lang="en">', b'<html lang="nl">', self._page, count=1)
        page = page.replace(b"</head>", f'<script src=".{_WORDS_PATH}" defer></script></head>'.encode(), 1)
        page = page.replace(b"<title>Streamlit</title>", b"<title>Klantmonitor</title>", 1)
        headers = MutableHeaders(scope=start)
        headers["content-length"] = str(len(page))
        headers["cache-control"] = "no-cache"
        # They are those of the page before it was completed here.
        for name in ("etag", "last-modified"):
            del headers[name]
        if not is_ours(cookie_parser(Headers(scope=self._scope).get("cookie", "")).get(COOKIE)):
            # Session cookie: random, unreadable for scripts, gone when the browser closes.
            secure = "; Secure" if self._scope.get("scheme") == "https" else ""
            headers.append("set-cookie", f"{COOKIE}={new_token()}; Path={base_path()}/; HttpOnly; SameSite=Lax{secure}")
        await self._send(start)
        await self._send({"type": "http.response.body", "body": page, "more_body": False})


def on_script_error(error: Exception) -> bool:
    """Say in Dutch that something went wrong, in place of Streamlit's English words.

    The log gets the kind of error and the line of code, never its message: that may hold what is
    in a file.
    """
    _LOG.error("A page failed: %s", place_of(error))
    st.html(
        '<p class="km-finding">Deze pagina kon niet worden gemaakt.</p>'
        '<p class="km-note">Uw gegevens zijn er nog. Kies een andere selectie of pagina, of herlaad de pagina.</p>'
    )
    return True


async def _words(_request: object) -> Response:
    return Response(b"\n".join(file.read_bytes() for file in _SCRIPTS), media_type="text/javascript")


ROUTES: Final = [Route(_WORDS_PATH, _words)]
