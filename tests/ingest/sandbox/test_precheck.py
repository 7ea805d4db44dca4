"""Files that are too large are told from the outside, in no time and with hardly any memory."""

import io
import zipfile
from collections.abc import Callable
from functools import partial

import openpyxl
import pytest

from lib.ingest.sandbox.precheck import Limits, limits_sentence, precheck
from tests.conftest import EXPORTS, SAMPLE
from tests.ingest.bombs import inline_text, many_parts, one_text, saying_it_is_small


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
        archive.writestr("xl/worksheets/sheet1.xml", b"<a></a>" * (1 << 20))
    assert code(out.getvalue(), Limits(unpacked_bytes=4 << 20)) == "workbook_too_large"


def sentence(data: bytes) -> str:
    problem = precheck("bestand.xlsx", data)
    assert problem is not None
    assert problem.remedy
    return problem.message


def test_one_text_that_unpacks_to_more_than_a_cell_may_hold_is_refused() -> None:
    for data in (one_text(2), saying_it_is_small(one_text(2)), inline_text(b"a" * 40_000)):
        assert sentence(data) == (
            "In bestand.xlsx staat een tekst van meer dan 32.767 tekens in één cel; meer past er in Excel niet in."
        )


@pytest.mark.parametrize("make", [partial(one_text, 0), inline_text], ids=["shared", "inline"])
@pytest.mark.parametrize("sign", ["a", "é", "€", "&amp;", "&#x20AC;", "_x000D_"])
def test_as_many_signs_as_a_cell_may_hold_pass_and_one_more_is_refused(
    make: Callable[[bytes], bytes], sign: str
) -> None:
    assert code(make(sign.encode() * 32_767)) is None
    assert code(make(sign.encode() * 32_768)) == "text_too_long"


def test_a_text_in_any_form_is_refused_wherever_a_chunk_ends() -> None:
    assert code(one_text(0, b"<![CDATA[" + b"a" * 40_000 + b"]]>")) == "text_too_long"
    for padding in range((1 << 20) - 50_000, (1 << 20) + 1, 9_999):
        assert code(one_text(0, b"a</t></si>" * (padding // 10) + b"<si><t>" + b"b" * 40_000)) == "text_too_long"


def test_space_between_cells_is_no_text() -> None:
    assert code(one_text(0, b"a</t></si>" + b"\n" * 300_000 + b"<si><t>b")) is None


def test_a_part_that_grows_as_answers_never_do_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/drawings/drawing1.xml", b"<a></a>" * (4 << 20))
    assert sentence(out.getvalue()) == (
        "Het Excel-bestand bestand.xlsx wordt bij het uitpakken meer dan 500 keer zo groot; dat doen antwoorden niet."
    )


def test_a_workbook_that_says_to_be_small_is_unpacked_no_further_than_it_may_be() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<a></a>" * (1 << 20))
    assert code(saying_it_is_small(out.getvalue()), Limits(unpacked_bytes=4 << 20)) == "workbook_too_large"


def test_parts_without_end_are_refused() -> None:
    assert code(many_parts(4_900)) is None
    assert sentence(many_parts(5_001)) == (
        "Het bestand bestand.xlsx bestaat uit meer dan 5.000 onderdelen; een Excel-bestand heeft er enkele tientallen."
    )


def test_a_broken_part_hides_no_other() -> None:
    out = io.BytesIO(one_text(2))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("a.xml", b"zomaar iets")
    broken = out.getvalue().replace(b"zomaar iets", b"zomaar niet")
    assert code(broken) == "text_too_long"


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
            file_bytes=5 << 20,
            unpacked_bytes=3 << 30,
            columns=1_200,
            cells=10**6,
            text_length=999,
            seconds=9.0,
            memory_bytes=2 << 30,
        )
    )
    assert [
        part in told
        for part in ("5 MB", "3 GB", "1.200 kolommen", "1.000.000 cellen", "999 tekens", "9 seconden", "2 GB geheugen")
    ] == [True] * 7
