"""Who may come in, where whoever runs the app wants a login: by a provider (OpenID Connect, as `st.login` does it), or by
the name that the proxy in front of the app puts in a header. Without such a setting everyone who can reach the app may.
"""

import ipaddress
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any, Final, Literal
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from lib.ui.server import is_secret_given
from lib.ui.settings import ADDRESS, HEALTH_PATHS, WrongSetting, base_path, given, is_on

PROVIDER: Final = "KLANTMONITOR_LOGIN"
CLIENT: Final = "KLANTMONITOR_LOGIN_CLIENT"
SECRET: Final = "KLANTMONITOR_LOGIN_SECRET"
HOURS: Final = "KLANTMONITOR_LOGIN_HOURS"
HEADER: Final = "KLANTMONITOR_USER_HEADER"
PROXIES: Final = "KLANTMONITOR_PROXIES"
OPEN_ROOMS: Final = "KLANTMONITOR_OPEN_ROOMS"
_FORWARDED: Final = "FORWARDED_ALLOW_IPS"  # of the web server: whose word on who asks it takes
_BACK: Final = "klantmonitor_terug"  # cookie: where to go after the login
_BACK_SECONDS: Final = 900
_LONGEST: Final = 2_000  # characters of an address to go back to
_LOGIN_PATHS: Final = ("/auth/login", "/auth/logout", "/oauth2callback")
_ROOM: Final = "/meekijken"
_REFUSED: Final = "U bent niet aangemeld. Open de klantmonitor via het adres dat u van uw organisatie kreeg.\n"

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True)
class Login:
    """How users log in. `header`: what the proxies put a user's name in; `seconds`: how long a login with the provider
    lasts; `opens_rooms`: whether phones follow a presentation without one."""

    kind: Literal["none", "provider", "header"] = "none"
    header: str = ""
    proxies: tuple[Network, ...] = ()
    seconds: int = 12 * 3600
    opens_rooms: bool = False

    def user(self, headers: Mapping[str, str], cookies: Mapping[str, str]) -> str | None:
        """Who asks, by what the server let in; None where nobody is logged in, or nobody has to be."""
        if self.kind == "header":
            return headers.get(self.header, "").strip() or None
        return self._signed_in(cookies) if self.kind == "provider" else None

    def _signed_in(self, cookies: Mapping[str, str]) -> str | None:
        """Who the cookie of Streamlit's login is of: signed by these servers, not too long ago."""
        secret, days = get_cookie_secret(), self.seconds / 86400

        def one(name: str) -> bytes | None:
            value = cookies.get(name)
            return (
                None if value is None else decode_signed_value(secret, name, value.encode("latin-1", "replace"), days)
            )

        try:
            told = json.loads(get_cookie_with_chunks(one, USER_COOKIE_NAME) or b"null")
        except ValueError:
            return None
        if not isinstance(told, dict) or told.get("is_logged_in") is not True:
            return None
        who = told.get("sub") or told.get("email")
        return None if who is None else f"{told.get('iss', '')} {who}"

    def is_proxy(self, host: str) -> bool:
        """Whether an address is that of a proxy in front of the app."""
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return False
        return any(address in network for network in self.proxies)


@cache
def login() -> Login:
    """The login as the settings say. Raises `WrongSetting`."""
    provider, header = given(PROVIDER), given(HEADER).lower()
    proxies = _networks(given(PROXIES))
    if provider and header:
        raise WrongSetting(f"Kies één manier van aanmelden: {PROVIDER} of {HEADER}.")
    if proxies and os.environ.get(_FORWARDED, "127.0.0.1") not in ("", "none"):
        # Else the web server has put another address in place of the proxy's before anyone can look.
        raise WrongSetting(
            f"Met {PROXIES} moet {_FORWARDED}=none staan: anders is niet te zien wie er werkelijk vraagt."
        )
    if header:
        if not proxies:
            raise WrongSetting(f"{HEADER} vraagt om {PROXIES}: de adressen van de proxy die deze kop zet.")
        return Login("header", header, proxies, opens_rooms=is_on(OPEN_ROOMS))
    if not provider:
        return Login(proxies=proxies)
    missing = [name for name in (CLIENT, SECRET, ADDRESS) if not given(name)]
    if missing or not is_secret_given():
        names = ", ".join([*missing, *(() if is_secret_given() else ("STREAMLIT_SERVER_COOKIE_SECRET",))])
        raise WrongSetting(f"{PROVIDER} vraagt ook om {names}.")
    absent = [name for name in ("authlib", "httpx") if find_spec(name) is None]
    if absent:
        raise WrongSetting(f"{PROVIDER} vraagt om {', '.join(absent)}: start met `uv run --group team`.")
    hours = given(HOURS) or "12"
    if not hours.isdecimal() or not 1 <= int(hours) <= 720:
        raise WrongSetting(f"{HOURS} is een heel aantal uren van 1 tot en met 720.")
    return Login("provider", proxies=proxies, seconds=int(hours) * 3600, opens_rooms=is_on(OPEN_ROOMS))


def secrets() -> dict[str, Any] | None:
    """What Streamlit's login has to know of the provider; None where there is none."""
    if login().kind != "provider":
        return None
    url = urlsplit(given(ADDRESS) if "//" in given(ADDRESS) else f"https://{given(ADDRESS)}")
    return {
        "auth": {
            "redirect_uri": f"{url.scheme}://{url.netloc}{base_path()}/oauth2callback",
            "client_id": given(CLIENT),
            "client_secret": given(SECRET),
            "server_metadata_url": given(PROVIDER),
        }
    }


def _networks(setting: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(one, strict=False) for one in setting.replace(",", " ").split())
    except ValueError:
        raise WrongSetting(f"{PROXIES} is een rij adressen of netwerken, zoals 10.0.0.2 of 10.0.0.0/24.") from None


class ProxyMiddleware:
    """Believes what a configured proxy says of who asks and how, and of nobody else."""

    def __init__(self, app: ASGIApp, login: Login) -> None:
        self._app, self._login = app, login

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_asked = scope["type"] in ("http", "websocket") and self._login.proxies
        await self._app(self._as_told(scope) if is_asked else scope, receive, send)

    def _as_told(self, scope: Scope) -> Scope:
        client, name = scope.get("client"), self._login.header.encode()
        if client is None or not self._login.is_proxy(client[0]):
            return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != name]}
        scheme = Headers(scope=scope).get("x-forwarded-proto", "").strip()
        if scheme in ("http", "https"):
            return {**scope, "scheme": scheme if scope["type"] == "http" else scheme.replace("http", "ws")}
        return scope


class LoginMiddleware:
    """Lets nobody in who is not logged in, to whatever path; a page leads to the login, and from there back."""

    def __init__(self, app: ASGIApp, login: Login, base: str = "") -> None:
        self._app, self._login, self._base = app, login, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        answer = self._answer(scope)
        await (self._app if answer is None else answer)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response | None:
        """What stands between the one who asks and the app; None where nothing does."""
        login, path = self._login, str(scope["path"]).removeprefix(self._base) or "/"
        if login.kind == "none" or self._is_open(path):
            return None
        headers = Headers(scope=scope)
        cookies = cookie_parser(headers.get("cookie", ""))
        is_page = scope["type"] == "http" and scope["method"] == "GET" and "text/html" in headers.get("accept", "")
        if login.user(headers, cookies) is not None:
            back = _back(cookies.get(_BACK))
            if path != "/" or not is_page or back is None:
                return None
            answer: Response = RedirectResponse(back, 302)
            answer.delete_cookie(_BACK, path=self._base or "/")
            return answer
        if not is_page or login.kind == "header":
            return PlainTextResponse(_REFUSED, 401 if scope["type"] == "http" else 403)
        return self._to_login(scope)

    def _to_login(self, scope: Scope) -> Response:
        query = scope["query_string"].decode("latin-1")
        wanted = str(scope["path"]) + (f"?{query}" if query else "")
        answer = RedirectResponse(generate_login_redirect_url("default"), 302, headers={"Cache-Control": "no-store"})
        if _back(quote(wanted)) is not None:
            answer.set_cookie(
                _BACK, quote(wanted), max_age=_BACK_SECONDS, path=self._base or "/", httponly=True, samesite="lax",
                secure=scope["scheme"] == "https",
            )  # fmt: skip
        return answer

    def _is_open(self, path: str) -> bool:
        if path in HEALTH_PATHS or (self._login.kind == "provider" and path in _LOGIN_PATHS):
            return True
        is_room = path == _ROOM or path.startswith((f"{_ROOM}/", f"{_ROOM}."))
        return is_room and self._login.opens_rooms


def _back(cookie: str | None) -> str | None:
    """The path that such a cookie leads back to: of this app only, never another address."""
    path = unquote(cookie or "")
    if not path.startswith("/") or path.startswith(("//", "/\\")) or len(path) > _LONGEST or not path.isprintable():
        return None
    return quote(path, safe="/?&=+%,:;@!$'()*-._~")
