"""Whoever explores what a presenter has open does so on the server that has it: who lands on another is sent there, by
the cookie with which the proxy keeps everyone at one server."""

import asyncio
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.ui.following import rooms

_ROOM, _SENT = "zaal", "via"  # in the address: which room, and that whoever asks was sent here already


class ExploringMiddleware:
    """Sends who asks for a room of another server there, once. `route`: the proxy's cookie that leads to this server, as
    "NAAM=waarde"; without one nobody is sent anywhere."""

    def __init__(self, app: ASGIApp, route: str) -> None:
        self._app, self._route = app, route

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_page = scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", "")
        where = await self._where(scope) if is_page and self._route else ""
        if not where or where == self._route:
            await self._app(scope, receive, send)
            return
        query = scope["query_string"].decode("latin-1")
        answer = RedirectResponse(f"?{query}&{_SENT}=1", 302, headers={"Cache-Control": "no-store"})
        answer.headers.append("set-cookie", f"{where}; Path=/; HttpOnly; SameSite=Lax")
        await answer(scope, receive, send)

    async def _where(self, scope: Scope) -> str:
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        if _ROOM not in asked or _SENT in asked:
            return ""
        room = await asyncio.to_thread(rooms().find, asked[_ROOM][0])
        return str(getattr(room, "where", ""))
