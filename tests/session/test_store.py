"""Uploaded data are forgotten when nobody uses them any more, whether or not somebody else comes."""

import gc
import resource
import threading
from pathlib import Path

import pytest

from lib.ingest.receipt import ReferencesRead
from lib.ingest.sandbox.guard import Reader
from lib.session.session import Session
from lib.session.store import KEPT_SECONDS, Store
from lib.survey.references import NO_REFERENCES

OPENED = Session(references_read={"bm.csv": ReferencesRead("bm.csv", NO_REFERENCES, ())})


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_what_is_not_used_for_eight_hours_is_forgotten() -> None:
    clock = Clock()
    store = Store(clock)
    store.put("a", OPENED)
    clock.seconds = KEPT_SECONDS - 1
    store.forget_unused()
    assert len(store) == 1
    clock.seconds = KEPT_SECONDS + 1
    store.forget_unused()
    assert len(store) == 0
    assert KEPT_SECONDS == 8 * 60 * 60


def test_whoever_runs_it_may_say_for_how_long() -> None:
    clock = Clock()
    store = Store(clock, kept=3600)
    store.put("a", OPENED)
    clock.seconds = 3599
    store.forget_unused()
    assert len(store) == 1
    clock.seconds = 3601
    store.forget_unused()
    assert len(store) == 0


def test_using_it_keeps_it() -> None:
    clock = Clock()
    store = Store(clock)
    store.put("a", OPENED)
    clock.seconds = KEPT_SECONDS - 1
    assert store.get("a") is OPENED
    clock.seconds = 2 * KEPT_SECONDS - 10
    assert store.get("a") is OPENED


def test_every_token_has_its_own_and_nothing_else() -> None:
    store = Store()
    store.put("a", OPENED)
    assert not store.get("b").references_read
    store.put("a", Session())
    assert len(store) == 0


SAMPLE = Path(__file__).parents[2] / "sample_data"
READER = Reader()
TELEFOON = (SAMPLE / "telefoon_2020.xlsx").read_bytes()


def resident() -> int:
    """Bytes of this process that are in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def opened(session: Session) -> Session:
    return session.with_files([("telefoon.xlsx", TELEFOON)])


def test_two_users_of_the_same_content_share_what_is_made_of_it_and_a_benchmark_touches_none_of_it() -> None:
    store = Store(reader=READER)
    store.update("a", opened)
    store.update("b", opened)
    assert store.get("a").derived is store.get("b").derived
    assert store.get("a").key != store.get("b").key
    references = ReferencesRead("bm.csv", NO_REFERENCES, ())
    store.update("a", lambda current: current.with_references(references))
    assert store.get("a").derived is store.get("b").derived
    store.update("b", lambda current: current.with_keep("last"))
    assert store.get("a").derived is not store.get("b").derived


def test_what_nobody_has_open_is_kept_nowhere() -> None:
    store = Store(reader=READER)
    store.update("a", opened)
    known = store._derivations._known
    assert len(known) == 1
    store.put("a", store.empty())
    gc.collect()
    assert len(known) == 0


def test_who_used_theirs_longest_ago_makes_room_and_is_told() -> None:
    clock = Clock()
    store = Store(clock, READER, most=5 * opened(Session(READER)).size // 2)
    for seconds, token in enumerate("abc"):
        clock.seconds = float(seconds)
        store.update(token, opened)
    assert len(store) == 2
    assert [problem.code for problem in store.get("a").told] == ["made_room"]
    assert not store.get("a").has_data
    assert store.get("b").has_data
    assert store.get("c").has_data
    store.update("a", opened)
    assert store.get("a").told == ()


def test_what_is_too_much_for_one_user_is_refused_and_what_was_there_stays() -> None:
    store = Store(reader=READER, most_of_one=opened(Session(READER)).size + 1)
    store.update("a", opened)
    before = store.get("a").survey
    digitaal = (SAMPLE / "digitaal_2020.csv").read_bytes()
    store.update("a", lambda current: current.with_files([("digitaal.csv", digitaal * 2)]))
    after = store.get("a")
    assert after.survey is before
    assert [problem.code for problem in after.told] == ["too_much_open"]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells what is in memory now")
def test_sixty_uploads_and_removals_leave_memory_as_it_was() -> None:
    users, store = 3, Store(reader=READER)
    lines = (SAMPLE / "digitaal_2020.csv").read_bytes().splitlines(keepends=True)
    files = [("digitaal.csv", b"".join(lines[:100]))]

    def upload_and_remove(token: str, times: int) -> None:
        for _ in range(times):
            store.update(token, lambda current: current.with_files(files))
            assert store.get(token).has_data
            store.update(token, lambda current: current.without("digitaal.csv"))

    upload_and_remove("warm", 3)
    gc.collect()
    before = resident()
    threads = [threading.Thread(target=upload_and_remove, args=(str(one), 60 // users)) for one in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    gc.collect()
    assert len(store) == 0
    assert resident() - before < 20_000_000
