"""Files that are too large are told from the outside, in no time and with hardly any memory."""

import io
import zipfile

import openpyxl
import pytest

from lib.ingest.precheck import Limits, limits_sentence, precheck
from tests.conftest import EXPORTS, SAMPLE


def workbook(*cells: str) -> bytes:
    """A workbook with something in just these cells."""
    book = openpyxl.Workbook()
    for cell in cells:
        book.active[cell] = "x"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def code(data: bytes, limits: Limits | None = None) -> str | None:
    problem = precheck("bestand.xlsx", data, limits or Limits())
    return None if problem is None else problem.code


@pytest.mark.parametrize("name", EXPORTS)
def test_an_ordinary_export_passes(name: str) -> None:
    assert code((SAMPLE / name).read_bytes()) is None


@pytest.mark.parametrize(
    "cells",
    [("A1", "XFD1048576"), ("XFD1",), ("A1", "BYA1"), ("A1", "ZZ1048576")],
    ids=lambda cells: "-".join(cells),
)
def test_a_cell_far_from_the_answers_is_refused(cells: tuple[str, ...]) -> None:
    assert code(workbook(*cells)) == "sheet_too_large"


@pytest.mark.parametrize("cells", [("A1", "B2"), ("A1", "ZZ90"), ("A100000",)], ids=lambda cells: "-".join(cells))
def test_a_sheet_that_a_reader_can_handle_passes(cells: tuple[str, ...]) -> None:
    assert code(workbook(*cells)) is None


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_without_unpacking() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\x00" * (8 << 20))
    assert code(out.getvalue(), Limits(unpacked_bytes=4 << 20)) == "workbook_too_large"


def test_a_file_over_the_limit_says_which_limit() -> None:
    problem = precheck("groot.csv", b"a;b\n" * 1_000_000, Limits(file_bytes=1 << 20))
    assert problem is not None
    assert problem.code == "file_too_large"
    assert "1 MB" in problem.message
    assert problem.remedy


def test_a_reference_cut_in_two_by_a_chunk_is_still_seen() -> None:
    for padding in range((1 << 20) - 40, (1 << 20) + 1, 3):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("xl/worksheets/sheet1.xml", b" " * padding + b'<c r="XFD1048576"><v>1</v></c>')
        assert code(out.getvalue()) == "sheet_too_large"


@pytest.mark.parametrize("data", [b"", b"a;b", b"PK\x03\x04", b"PK\x03\x04" + b"\x00" * 500])
def test_what_is_no_archive_is_left_to_the_reader(data: bytes) -> None:
    assert code(data) is None


def test_the_limits_are_told_as_they_are() -> None:
    told = limits_sentence(
        Limits(
            file_bytes=5 << 20, unpacked_bytes=3 << 30, columns=1_200, cells=10**6, seconds=9.0, memory_bytes=2 << 30
        )
    )
    assert [
        part in told for part in ("5 MB", "3 GB", "1.200 kolommen", "1.000.000 cellen", "9 seconden", "2 GB geheugen")
    ] == [True] * 6
