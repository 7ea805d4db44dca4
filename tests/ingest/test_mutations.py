"""Whatever happens to the bytes of a file, there are answers or there is a sentence; never a crash."""

from lib.ingest.sandbox.guard import Reader
from lib.ingest.sandbox.precheck import Limits
from tests.ingest.mutations import mutated, originals


def test_the_files_to_be_changed_can_be_read() -> None:
    with Reader() as reader:
        assert all(reader.read_file(name, data).is_read for name, data in originals().items())


def test_a_changed_file_gives_answers_or_says_what_is_wrong() -> None:
    read = refused = 0
    with Reader(Limits(seconds=20.0)) as reader:
        for name, data in mutated(300):
            receipt = reader.read_file(name, data)
            codes = {problem.code for problem in receipt.problems if problem.severity == "error"}
            assert receipt.is_read or codes
            # Its reader neither died nor hung over it.
            assert not codes & {"file_too_heavy", "file_too_slow"}, name
            read += receipt.is_read
            refused += not receipt.is_read
    # The test would prove nothing if all of them went one way.
    assert read >= 30
    assert refused >= 30
