"""Rooms: a code that nobody confuses, one position for all, guesses once per phone, and an end that is final."""

from lib.session.rooms import LONGEST_SECONDS, Position, Rooms
from lib.session.session import Session


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_code_has_six_signs_without_look_alikes_and_is_found_as_it_is_typed() -> None:
    rooms: Rooms[str] = Rooms()
    codes = {rooms.start(f"owner {number}", ("a",), Session()).code for number in range(200)}
    assert len(codes) == 200
    assert all(len(code) == 6 and not set(code) & set("0O1IL") for code in codes)
    code = next(iter(codes))
    assert rooms.find(f" {code.lower()} ") is not None


def test_what_is_shown_is_told_to_everyone_who_follows_and_only_when_it_changes() -> None:
    room = Rooms[str]().start("me", ("a", "b"), Session())
    told: list[Position] = []
    stop = room.listen(lambda: told.append(room.position))
    assert room.followers == 1
    room.show(1, is_revealed=False, is_blank=False)
    room.show(1, is_revealed=False, is_blank=False)
    room.show(1, is_revealed=True, is_blank=False)
    stop()
    room.show(0, is_revealed=True, is_blank=True)
    assert [(one.place, one.is_revealed, one.version) for one in told] == [(1, False, 1), (1, True, 2)]
    assert (room.followers, room.position.is_blank) == (0, True)


def test_the_last_guess_of_each_phone_counts() -> None:
    room = Rooms[str]().start("me", ("a",), Session())
    for who, value in (("x", 4), ("y", 7), ("x", 8)):
        room.guess(0, who, value)
    assert room.guesses(0) == {8: 1, 7: 1}
    assert room.guesses(1) == {}


def test_a_room_ends_by_its_owner_by_a_new_one_and_by_itself() -> None:
    clock = Clock()
    rooms: Rooms[str] = Rooms(clock)
    first = rooms.start("me", ("a",), Session())
    second = rooms.start("me", ("b",), Session())
    assert (first.is_ended, first.stops, rooms.find(first.code)) == (True, (), None)
    assert rooms.of("me") is second
    assert rooms.of("somebody else") is None
    clock.seconds = LONGEST_SECONDS
    assert rooms.find(second.code) is None
    assert second.is_ended
    third = rooms.start("me", ("c",), Session())
    rooms.end("me")
    assert third.is_ended


def test_wrong_codes_wait_longer_the_more_are_tried_and_a_while_later_no_more() -> None:
    clock = Clock()
    rooms: Rooms[str] = Rooms(clock)
    assert rooms.patience == 0
    for number in range(500):
        rooms.find(f"X{number}")
    assert rooms.patience == 2.0
    clock.seconds = 61
    assert rooms.patience == 0


def test_what_was_written_for_followers_goes_with_each_change_and_with_the_room() -> None:
    rooms: Rooms[str] = Rooms()
    room = rooms.start("jan", ("een", "twee"), Session())
    room.told[1,] = b"een"
    room.show(1, is_revealed=True, is_blank=False)
    assert room.told == {}
    room.told[1,] = b"een"
    rooms.end("jan")
    assert room.told == {}
