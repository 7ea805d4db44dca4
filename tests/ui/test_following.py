"""What phones get: light HTML that needs no cookie, what is hidden not in it, and one sentence for a wrong code."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lib.report.blocks import Headline, Page
from lib.report.stops import Question
from lib.session.rooms import Room
from lib.session.session import Session
from lib.ui.following import ROUTES, RoomStop, _events, rooms

OPEN = Page("scores", "Scores <b>", "Balie · 2020", "Alles is <i>goed</i>.", (Headline("8,3", "Totaaloordeel"),))
SECRET = Page("terugkomen", "Terugkomen", "Balie · 2020", "De meesten in één keer.", (Headline("69%", "in één keer"),))
QUESTION = Question("Hoeveel procent in één keer?", tuple(range(0, 101, 10)), "%", 69)


@pytest.fixture
def room() -> Iterator[Room[RoomStop]]:
    stops = (RoomStop(OPEN, False, None), RoomStop(SECRET, True, QUESTION), RoomStop(OPEN, False, None))
    yield rooms().start("presenter", stops, Session())
    rooms().end("presenter")


@pytest.fixture
def phone() -> TestClient:
    return TestClient(Starlette(routes=ROUTES), follow_redirects=False)


def test_the_page_shows_what_is_shown_now_as_text_only(phone: TestClient, room: Room[RoomStop]) -> None:
    answer = phone.get(f"/meekijken/{room.code.lower()}")
    assert answer.status_code == 200
    assert 'data-testid="halte" id="halte">1 / 3<' in answer.text
    assert "8,3" in answer.text
    assert "Scores &lt;b&gt;" in answer.text
    assert "Alles is &lt;i&gt;goed&lt;/i&gt;." in answer.text
    assert "set-cookie" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
    assert room.code not in answer.text.split("<title>")[1].split("</title>")[0]
    assert len(answer.content) < 150_000


def test_what_is_hidden_is_in_no_answer_until_it_is_revealed(phone: TestClient, room: Room[RoomStop]) -> None:
    hidden = phone.get(f"/meekijken/{room.code}/beeld?halte=1")
    assert "69%" not in hidden.text
    assert "De meesten" not in hidden.text
    room.show(1, is_revealed=False, is_blank=False)
    assert "69%" not in phone.get(f"/meekijken/{room.code}").text
    room.show(1, is_revealed=True, is_blank=False)
    assert "69%" in phone.get(f"/meekijken/{room.code}").text
    room.show(2, is_revealed=True, is_blank=False)
    assert "69%" in phone.get(f"/meekijken/{room.code}/beeld?halte=1").text, "what is past stays in view"


def test_a_blank_screen_is_blank_on_phones_too(phone: TestClient, room: Room[RoomStop]) -> None:
    room.show(0, is_revealed=True, is_blank=True)
    assert "8,3" not in phone.get(f"/meekijken/{room.code}").text


def test_a_guess_counts_before_the_answer_and_only_as_one_of_the_choices(
    phone: TestClient, room: Room[RoomStop]
) -> None:
    def guess(value: object, place: object = 1, who: str = "a") -> int:
        body = json.dumps({"plaats": place, "wie": who, "waarde": value})
        return phone.post(f"/meekijken/{room.code}/gok", content=body).status_code

    room.show(1, is_revealed=False, is_blank=False)
    assert guess(70) == 204
    assert guess(71) == 409
    assert guess(70, place=0) == 409
    assert guess(70, place=99) == 409
    assert guess("x") == 400
    assert phone.post(f"/meekijken/{room.code}/gok", content=b"x" * 2000).status_code == 413
    for number in range(9):
        guess(60, who=f"phone {number}")
    room.show(1, is_revealed=True, is_blank=False)
    assert guess(90) == 409, "nobody guesses what they can see"
    assert room.guesses(1) == {70: 1, 60: 9}
    assert "Gissingen" in phone.get(f"/meekijken/{room.code}").text


def test_fewer_than_ten_guesses_are_not_shown(phone: TestClient, room: Room[RoomStop]) -> None:
    room.guess(1, "a", 70)
    room.show(1, is_revealed=True, is_blank=False)
    assert "Gissingen" not in phone.get(f"/meekijken/{room.code}").text


def test_an_unknown_or_ended_code_is_one_sentence_and_404(phone: TestClient, room: Room[RoomStop]) -> None:
    rooms().end("presenter")
    for code in (room.code, "AAAAAA", "%2e%2e", "<script>"):
        answer = phone.get(f"/meekijken/{code}")
        assert answer.status_code == 404
        assert "hoort niet bij een presentatie die nu loopt" in answer.text or "Not Found" in answer.text
        assert "<script>" not in answer.text


def test_a_typed_code_leads_to_its_page(phone: TestClient, room: Room[RoomStop]) -> None:
    assert "Code op het scherm" in phone.get("/meekijken").text
    assert phone.get(f"/meekijken?code={room.code.lower()}").headers["location"] == f"/meekijken/{room.code}"


def told_by(events: AsyncIterator[bytes], then: Sequence[Callable[[], object]]) -> list[dict[str, Any]]:
    """What a stream tells: its first event, and the one after each of these changes, made as the presenter's pages make
    them, from another thread."""

    async def listen() -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        async for event in events:
            number, data = event.decode().split("\n")[:2]
            found.append({**json.loads(data.removeprefix("data: ")), "id": number.removeprefix("id: ")})
            if len(found) > len(then):
                break
            await asyncio.to_thread(then[len(found) - 1])
        await events.aclose()  # type: ignore[attr-defined]
        return found

    # In a thread of its own: a browser of another test may have a loop in this one.
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, listen()).result()


def test_the_stream_shows_what_the_presenter_shows_and_ends_with_the_room(room: Room[RoomStop]) -> None:
    changes = (lambda: room.show(2, is_revealed=True, is_blank=False), lambda: rooms().end("presenter"))
    found = told_by(_events(room), changes)
    assert [(one["plaats"], one["einde"]) for one in found] == [(0, False), (2, False), (2, True)]
    assert "8,3" in found[1]["beeld"]
    assert "beeld" not in found[2], "of a room that ended nothing is shown"
    assert room.followers == 0


def test_a_phone_that_slept_gets_what_is_shown_now_and_not_what_it_has_already(room: Room[RoomStop]) -> None:
    first = told_by(_events(room), ())[0]
    assert "8,3" in first["beeld"]
    assert room.followers == 0, "the connection is cut"
    for place in (1, 2, 0, 1):  # three minutes of presenting that nobody told this phone
        room.show(place, is_revealed=True, is_blank=False)
    again = told_by(_events(room, int(first["id"])), ())[0]
    assert (again["halte"], "69%" in again["beeld"]) == ("2 / 3", True)
    same = told_by(_events(room, int(again["id"])), ())[0]
    assert "beeld" not in same


def test_the_stream_never_tells_what_is_hidden(room: Room[RoomStop]) -> None:
    changes = (
        lambda: room.show(1, is_revealed=False, is_blank=False),
        lambda: room.show(1, is_revealed=True, is_blank=False),
        lambda: room.show(1, is_revealed=True, is_blank=True),
    )
    found = told_by(_events(room), changes)
    assert ["69%" in one["beeld"] for one in found] == [False, False, True, False]


def test_a_wrong_code_waits_and_a_right_one_does_not(
    phone: TestClient, room: Room[RoomStop], monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("lib.ui.following.asyncio.sleep", sleep)
    for number in range(30):
        phone.get(f"/meekijken/WRONG{number}")
    assert waited == sorted(waited)
    assert waited[-1] > 0.5
    count = len(waited)
    assert phone.get(f"/meekijken/{room.code}").status_code == 200
    assert len(waited) == count


def test_neither_code_nor_stop_is_logged(
    phone: TestClient, room: Room[RoomStop], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="lib"):
        phone.get(f"/meekijken/{room.code}")
        phone.get("/meekijken/WRONG1")
        phone.post(f"/meekijken/{room.code}/gok", content=b"x")
    assert not [record for record in caplog.records if record.name.startswith("lib")]


def test_a_hostile_version_is_no_version(phone: TestClient) -> None:
    for seen in ("-1", "9" * 30, "x", "\u0663"):
        assert phone.get("/meekijken/AAAAAA/stroom", params={"versie": seen}).status_code == 404
