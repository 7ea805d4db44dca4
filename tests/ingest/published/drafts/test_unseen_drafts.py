"""The drafts of others and our own, as counts: one figure that is no longer read fails."""

from collections import Counter

from tests.benchmarks.check_drafts import measure
from tests.benchmarks.check_own_drafts import measure as measure_own


def test_what_is_read_of_the_drafts_of_others() -> None:
    halves = measure()
    found: Counter[str] = halves["odd"] + halves["even"]
    assert found["figure right"] >= 654
    assert found["figure wrong"] == found["other taken"] == found["right figures called wrong"] == 0
    assert found["right figures found right"] >= 654
    assert found["planted errors"] == 24
    assert found["planted found"] >= 23
    assert found["planted with the cause"] >= 21


def test_what_is_read_of_drafts_in_layouts_of_our_own() -> None:
    found = measure_own()
    assert found["figure wrong"] == found["figure unread"] == found["right figures called wrong"] == 0
    assert found["figure right"] == found["right figures found right"] == 975
    assert found["planted with the cause"] == found["planted found"] == found["planted errors"] == 60
