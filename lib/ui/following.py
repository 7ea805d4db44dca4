"""Meekijken: what phones get. Light HTML without Streamlit and without a cookie, kept up to date by server-sent events."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from lib.figures.base import MINIMUM_BASE
from lib.render import look
from lib.render.slide_html import guesses_html, slide_html
from lib.report.blocks import Page
from lib.report.stops import Question
from lib.session.rooms import Position, Room, Rooms
from lib.survey.visible import visible
from lib.ui import shared
from lib.ui.running import stopping
from lib.ui.settings import base_path

PATH: Final = "/meekijken"
_BEAT: Final = 15.0  # seconds between signs of life, so that no proxy ends a quiet connection, and a phone notices
_SIGN_OF_LIFE: Final = b"event: slag\ndata:\n\n"
_LARGEST: Final = 1_000  # bytes of a guess
_HERE: Final = Path(__file__).parent
_HEADERS: Final = {"Cache-Control": "no-store"}
_UNKNOWN: Final = "Deze code hoort niet bij een presentatie die nu loopt. Controleer de code, of vraag een nieuwe."


@dataclass(frozen=True)
class RoomStop:
    """What a room may see of a stop; `is_hidden`: only after it is revealed; `question`: what can be guessed before.
    Its HTML is made once for all phones."""

    page: Page
    is_hidden: bool
    question: Question | None

    def make(self) -> "RoomStop":
        """Make its HTML now, so that it need not be made in the loop that all phones share."""
        _ = self.revealed, self.hidden
        return self

    @cached_property
    def revealed(self) -> Markup:
        """The stop with its figures."""
        return slide_html(self.page)

    @cached_property
    def hidden(self) -> Markup:
        """The stop before it is revealed."""
        return slide_html(self.page, is_revealed=False)


@cache
def rooms() -> Rooms[RoomStop]:
    """The rooms of this server, shared by the presenter's pages and the phones."""
    return shared.rooms(RoomStop)


async def _enter(request: Request) -> Response:
    """The page where a code is typed."""
    code = request.query_params.get("code", "").strip()
    if code and len(code) < 20 and code.isalnum():
        return RedirectResponse(f"{base_path()}{PATH}/{code.upper()}", status_code=303)
    form = Markup(
        '<form method="get" action="{}"><label for="code">Code op het scherm</label>'
        '<input id="code" name="code" autocomplete="off" autocapitalize="characters" maxlength="6" required>'
        "<button>Kijk mee</button></form>"
    ).format(base_path() + PATH)
    return _document("Meekijken", Markup("<h1>Meekijken</h1>{}").format(form))


async def _follow(request: Request) -> Response:
    """The page that follows; what is shown now stands in it already."""
    room = await _room(request)
    if room is None:
        return _unknown()
    position = room.position
    main = Markup(
        '<header><b>Meekijken</b> <span data-testid="halte" id="halte">{}</span></header>'
        '<div id="beeld" aria-live="polite">{}</div>'
        '<nav><button id="vorige" type="button">Vorige</button><button id="volgende" type="button">Volgende</button>'
        '<button id="volg" type="button" hidden>Volg weer</button>'
        '<a id="verken" href="{}/overzicht?zaal={}">Zelf verkennen</a></nav>'
        '<p id="stil" role="status" hidden>De verbinding is even weg; dit volgt vanzelf weer.</p>'
    ).format(_at(room, position.place), _shown(room, position.place), base_path(), room.code)
    return _document("Meekijken", main, position.version)


async def _picture(request: Request) -> Response:
    """One stop as a piece of HTML: the one that the presenter shows, or another one that a phone looks at."""
    room = await _room(request)
    if room is None:
        return _unknown()
    place = _place(request.query_params.get("halte"), room)
    body = json.dumps({"halte": _at(room, place), "plaats": place, "beeld": str(_shown(room, place))})
    return Response(body, media_type="application/json", headers=_HEADERS)


async def _stream(request: Request) -> Response:
    """What the presenter shows, at every change. A browser that connects anew says what it has seen."""
    room = await _room(request)
    if room is None:
        return _unknown()
    seen = request.headers.get("last-event-id") or request.query_params.get("versie", "")
    headers = {**_HEADERS, "X-Accel-Buffering": "no"}
    known = int(seen) if seen.isdecimal() and len(seen) < 10 else -1
    return StreamingResponse(_events(room, known), media_type="text/event-stream", headers=headers)


async def _events(room: Room[RoomStop], known: int = -1) -> AsyncIterator[bytes]:
    """`known`: the version that who listens has already; of it only the place is told."""
    loop, changed = asyncio.get_running_loop(), asyncio.Event()
    waker = _WAKERS.setdefault(loop, _Waker())
    stop = room.listen(lambda: waker.wake(changed, loop))
    try:
        while True:
            if stopping().is_set():
                return  # the phone comes back by itself, to another server where there is one
            changed.clear()
            now, is_ended = room.position, room.is_ended
            yield _event(room, now, is_ended=is_ended, has_picture=now.version != known)
            if is_ended:
                return
            known = now.version
            while not changed.is_set():
                try:
                    await asyncio.wait_for(changed.wait(), _BEAT)
                except TimeoutError:
                    yield _SIGN_OF_LIFE
    finally:
        stop()


class _Waker:
    """Wakes all who wait in one loop by one call: each call from the thread of the presenter would wait for its turn among
    the threads that make pages, three hundred times over."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: list[asyncio.Event] = []

    def wake(self, waiting: asyncio.Event, loop: asyncio.AbstractEventLoop) -> None:
        """Set this event of this loop soon; from any thread."""
        with self._lock:
            is_first = not self._due
            self._due.append(waiting)
        if is_first:
            loop.call_soon_threadsafe(self._carry_out)

    def _carry_out(self) -> None:
        with self._lock:
            due, self._due = self._due, []
        for waiting in due:
            waiting.set()


_WAKERS: WeakKeyDictionary[asyncio.AbstractEventLoop, _Waker] = WeakKeyDictionary()


def _event(room: Room[RoomStop], now: Position, *, is_ended: bool, has_picture: bool) -> bytes:
    """The stop that is shown, as one event; in place of a stop the end of the room. Written once for all phones, but for
    a question, of which the guesses go on."""
    key = (now.version, is_ended, has_picture)
    made = room.told.get(key)
    if made is not None:
        return made
    event: dict[str, object] = {"plaats": now.place, "einde": is_ended}
    stops = room.stops
    stop = stops[now.place] if has_picture and now.place < len(stops) else None
    if stop is not None:
        event |= {"halte": _at(room, now.place), "beeld": str(_shown(room, now.place))}
    made = f"id: {now.version}\ndata: {json.dumps(event)}\n\n".encode()
    if stop is None or stop.question is None:
        room.told[key] = made
    return made


async def _guess(request: Request) -> Response:
    """Keep what a phone guesses: one value that the question offers."""
    room = await _room(request)
    if room is None:
        return _unknown()
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            return Response(status_code=413)
    try:
        given = json.loads(body)
        place, who, value = int(given["plaats"]), str(given["wie"])[:40], int(given["waarde"])
    except (ValueError, KeyError, TypeError):
        return Response(status_code=400)
    question = room.stops[place].question if 0 <= place < len(room.stops) else None
    if question is None or value not in question.options or _is_revealed(room, place):
        return Response(status_code=409)
    room.guess(place, who, value)
    return Response(status_code=204)


async def _room(request: Request) -> Room[RoomStop] | None:
    """The room of the code in the address. A wrong code waits, the longer the more are tried."""
    # Not in the loop that all phones share: another server's room has to be asked for.
    room = await asyncio.to_thread(rooms().find, request.path_params["code"])
    if room is None:
        await asyncio.sleep(rooms().patience)
    return room


def _place(text: str | None, room: Room[RoomStop]) -> int:
    if text is None or not text.isdecimal() or len(text) > 4:
        return room.position.place
    # What is still hidden can't be looked at beforehand: no further than where the presenter is or was.
    return min(int(text), len(room.stops) - 1)


def _is_revealed(room: Room[RoomStop], place: int) -> bool:
    """Whether the figures of a stop may be seen: the presenter is past it or revealed it, or it hides nothing."""
    now = room.position
    if not room.stops[place].is_hidden or place < now.place:
        return True
    return place == now.place and now.is_revealed


def _shown(room: Room[RoomStop], place: int) -> Markup:
    """What a phone shows of a stop."""
    now = room.position
    if now.is_blank and place == now.place:
        return Markup('<p class="km-note">De presentatie staat even stil.</p>')
    stop = room.stops[place]
    question = stop.question if stop.is_hidden else None
    is_revealed = _is_revealed(room, place)
    shown = stop.revealed if is_revealed else stop.hidden
    if question is None:
        return shown
    if not is_revealed:
        options = Markup("").join(
            Markup('<button type="button" data-waarde="{0}">{0}{1}</button>').format(value, question.suffix)
            for value in question.options
        )
        return shown + Markup('<fieldset class="km-guess" data-plaats="{}"><legend>{}</legend>{}</fieldset>').format(
            place, visible(question.words), options
        )
    guesses = room.guesses(place)
    if guesses.total() < MINIMUM_BASE:
        return shown
    return shown + guesses_html(guesses, question, is_revealed=True)


def _at(room: Room[RoomStop], place: int) -> str:
    return f"{place + 1} / {len(room.stops)}"


def _unknown() -> Response:
    return _document("Meekijken", Markup('<h1>Meekijken</h1><p class="km-text">{}</p>').format(_UNKNOWN), status=404)


def _document(title: str, main: Markup, version: int | None = None, *, status: int = 200) -> Response:
    """A whole page. `version`: of what it shows, where it follows."""
    follows, path = version is not None, base_path() + PATH
    script = Markup('<script src="{}.js" defer></script>').format(path) if follows else Markup("")
    made = Markup(
        '<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<title>{}</title><link rel="stylesheet" href="{}.css">{}</head><body data-versie="{}"><main>{}</main></body></html>'
    ).format(title, path, script, version if follows else "", main)
    return HTMLResponse(str(made), status_code=status, headers=_HEADERS)


async def _script(_request: Request) -> Response:
    return Response((_HERE / "following.js").read_bytes(), media_type="text/javascript")


async def _style(_request: Request) -> Response:
    dark = f"@media (prefers-color-scheme: dark) {{ {look.tokens('dark')} }}"
    own = (_HERE / "following.css").read_text(encoding="utf-8")
    return Response(look.style_sheet() + dark + own, media_type="text/css")


ROUTES: Final = [
    Route(PATH, _enter),
    Route(f"{PATH}.js", _script),
    Route(f"{PATH}.css", _style),
    Route(f"{PATH}/{{code}}", _follow),
    Route(f"{PATH}/{{code}}/beeld", _picture),
    Route(f"{PATH}/{{code}}/stroom", _stream),
    Route(f"{PATH}/{{code}}/gok", _guess, methods=["POST"]),
]
