"""The drafts of others, as counts: one figure that is no longer read fails."""

from collections import Counter

from tests.benchmarks.check_drafts import measure


def test_what_is_read_of_the_drafts_of_others() -> None:
    halves = measure()
    found: Counter[str] = halves["odd"] + halves["even"]
    assert found["figure right"] >= 615
    assert found["figure wrong"] <= 9
    assert found["right figures found right"] >= 616
    assert found["right figures called wrong"] <= 12
    assert (found["planted found"], found["planted errors"]) >= (20, 24)
