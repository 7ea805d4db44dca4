"""What phones get: light HTML that needs no cookie, what is hidden not in it, and one sentence for a wrong code."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

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


def test_the_stream_says_where_the_presenter_is_and_ends_with_the_room(room: Room[RoomStop]) -> None:
    async def told() -> list[dict[str, object]]:
        found = []
        events = _events(room)
        async for event in events:
            found.append(json.loads(event.removeprefix("data: ")))
            # As the presenter's pages do it: from another thread.
            if len(found) == 1:
                await asyncio.to_thread(room.show, 2, is_revealed=True, is_blank=False)
            elif len(found) == 2:
                assert room.followers == 1
                await asyncio.to_thread(rooms().end, "presenter")
        return found

    # In a thread of its own: a browser of another test may have a loop in this one.
    with ThreadPoolExecutor(1) as threads:
        found = threads.submit(asyncio.run, told()).result()
    assert [(one["plaats"], one["einde"]) for one in found] == [(0, False), (2, False), (2, True)]
    assert room.followers == 0
