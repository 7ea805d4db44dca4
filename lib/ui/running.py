"""What a server tells of itself to whoever runs it, and how it stops: what changed is in the store first, and who
follows a presentation comes back to another server."""

import asyncio
import logging
import os
import signal
import threading
import tomllib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lib.ui.settings import HEALTH_PATHS, base_path

_LOG: Final = logging.getLogger(__name__)
_PROJECT: Final = Path(__file__).parents[2] / "pyproject.toml"
_BUILD: Final = "KLANTMONITOR_BUILD"
_FLUSH_SECONDS: Final = 10.0


@cache
def stopping() -> threading.Event:
    """Set as soon as this server is asked to stop."""
    return threading.Event()


@cache
def ready() -> threading.Event:
    """Set once everything is loaded that the first visitor needs."""
    return threading.Event()


@cache
def version() -> str:
    """The version of the app, with what whoever built it calls the build."""
    found = str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])
    build = os.environ.get(_BUILD, "").strip()
    return f"{found}+{build}" if build else found


def store_state() -> str:
    """How the shared store is: "geheugen" where there is none, "bereikbaar" or "onbereikbaar"."""
    from lib.ui import shared

    found = shared.connection()
    if found is None:
        return "geheugen"
    return "bereikbaar" if found.is_up else "onbereikbaar"


async def _health(_request: Request) -> Response:
    """Whether this server can take visitors: 200, or 503 while it starts or stops. A store that is gone is told and
    keeps nobody out: everyone still has what they have open."""
    state = "stopt" if stopping().is_set() else "gezond" if ready().is_set() else "start"
    told = {"toestand": state, "versie": version(), "opslag": store_state()}
    return JSONResponse(told, 200 if state == "gezond" else 503, headers={"Cache-Control": "no-store"})


def health_paths() -> list[str]:
    """Where health is asked for."""
    return [base_path() + path for path in HEALTH_PATHS]


def under_base(routes: Sequence[Route]) -> list[Route]:
    """The routes under the path at which the app stands."""
    base = base_path()
    if not base:
        return list(routes)
    return [Route(base + one.path, one.endpoint, methods=list(one.methods or ()) or None) for one in routes]


def lifespan(wake: Callable[[], None], flush: Callable[[float], bool]) -> Callable[[Any], Any]:
    """What goes on around a server: when it is asked to stop, `wake` is called in its loop so that those who wait for
    something can go; at the end `flush` writes what is not in the store yet, within so many seconds."""

    @asynccontextmanager
    async def around(_app: object) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}

        def stop(number: int, frame: Any) -> None:
            stopping().set()
            loop.call_soon_threadsafe(wake)
            handler = before[signal.Signals(number)]
            if callable(handler):
                handler(number, frame)

        if threading.current_thread() is threading.main_thread():
            for one in before:
                signal.signal(one, stop)
        try:
            yield
        finally:
            stopping().set()
            if not await asyncio.to_thread(flush, _FLUSH_SECONDS):
                _LOG.error("Not all that changed could be written to the shared store")

    return around


ROUTES: Final = [Route(HEALTH_PATHS[0], _health)]
