"""Uploaded data are forgotten when nobody uses them any more, whether or not somebody else comes."""

from lib.ingest.receipt import ReferencesRead
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
