"""The drafts of others, as counts: one figure that is no longer read fails."""

from tests.benchmarks.check_drafts import measure


def test_what_is_read_of_the_drafts_of_others() -> None:
    found = measure()
    assert found["figure right"] >= 527
    assert found["figure wrong"] <= 42
    assert found["right figures found right"] >= 529
    assert found["right figures called wrong"] <= 26
    assert (found["planted found"], found["planted errors"]) >= (15, 24)
