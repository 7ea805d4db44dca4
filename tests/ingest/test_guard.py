"""Files are opened in a process of their own: whatever they do to it, the app lives on."""

import threading
from collections.abc import Iterator

import pytest

from lib.ingest import guard
from lib.ingest.guard import Reader
from lib.ingest.precheck import Limits
from lib.ingest.read import FileReceipt, read_file
from tests.conftest import REFERENCES, SAMPLE
from tests.ingest.containers import ods_without_end
from tests.ingest.test_precheck import workbook

BALIE = (SAMPLE / "balie_2020.xlsx").read_bytes()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as opened:
        yield opened


def codes(receipt: FileReceipt) -> list[str]:
    return [problem.code for problem in receipt.problems]


def test_a_file_read_apart_gives_what_it_gives_here(reader: Reader) -> None:
    apart, here = reader.read_file("balie_2020.xlsx", BALIE), read_file("balie_2020.xlsx", BALIE)
    assert apart.sheets == here.sheets
    assert apart.problems == here.problems
    assert [len(part) for part in apart.parts] == [len(part) for part in here.parts]


def test_references_are_told_apart_and_read(reader: Reader) -> None:
    data = (SAMPLE / REFERENCES).read_bytes()
    assert reader.looks_like_references(REFERENCES, data)
    assert not reader.looks_like_references("balie_2020.xlsx", BALIE)
    assert len(reader.read_references(REFERENCES, data).references.rows) == 26


def test_two_cells_that_span_a_sheet_are_one_sentence(reader: Reader) -> None:
    receipt = reader.read_file("twee.xlsx", workbook("A1", "XFD1048576"))
    assert codes(receipt) == ["sheet_too_large"]
    assert not receipt.is_read


def test_a_file_that_kills_its_reader_harms_no_other_file(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as without_precheck:
        without_precheck.setattr(guard, "precheck", lambda *_: None)
        assert codes(reader.read_file("twee.xlsx", workbook("A1", "XFD1048576"))) == ["file_too_heavy"]
        assert not reader.looks_like_references("twee.xlsx", workbook("A1", "XFD1048576"))
    assert reader.read_file("balie_2020.xlsx", BALIE).respondents == 3018


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with Reader(Limits(seconds=0.01)) as impatient:
        receipt = impatient.read_file("balie_2020.xlsx", BALIE)
    assert codes(receipt) == ["file_too_slow"]


def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    # Enough to start the process, too little to open seventy million cells.
    with Reader(Limits(memory_bytes=3 << 30)) as small:
        receipt = small.read_file("veel.xlsx", workbook("A1", "ZZ99999"))
    assert codes(receipt) == ["file_too_heavy"]


def test_an_opendocument_workbook_without_end_is_one_sentence() -> None:
    with Reader(Limits(memory_bytes=3 << 30)) as small:
        assert codes(small.read_file("balie.ods", ods_without_end())) == ["workbook_unreadable"]
        assert small.read_file("balie_2020.xlsx", BALIE).respondents == 3018


def test_files_are_read_side_by_side(reader: Reader) -> None:
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(reader.read_file("balie_2020.xlsx", BALIE).respondents))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [3018] * 3


def test_the_steps_of_a_file_are_told_in_order(reader: Reader) -> None:
    steps: list[str] = []
    assert reader.read_file("balie_2020.xlsx", BALIE, tell=steps.append).respondents == 3018
    assert steps == ["lezen", "herkennen"]
