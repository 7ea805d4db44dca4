"""A file that can't be used gives one clear Dutch error, and never an exception."""

import io
import zipfile

import pytest

from lib.ingest.read import read_file
from tests.ingest.containers import encrypted_workbook, ods, xls
from tests.ingest.exports import Rows, csv_text, problem_codes, workbook

HEADER = ["Respondentnummer", "Datum ingevuld", "Totaaloordeel", "Wachtruimte", "Verbetertip"]
ROWS: Rows = [HEADER, *([f"R{n}", f"{n % 28 + 1:02d}-03-2020", 8, 7, f"tip {n}"] for n in range(200))]
GOOD = csv_text(ROWS)
LINES = GOOD.splitlines()
BOOK = workbook({"Balie": ROWS})
ODS, XLS = ods({"Balie": ROWS}), xls({"Balie": ROWS})


def with_line(line: str, place: int) -> bytes:
    """The good file with one more line, so many lines below the header."""
    return "\n".join([*LINES[: place + 1], line, *LINES[place + 1 :]]).encode()


def zip_of(name: str) -> bytes:
    """A zip file with one file in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "iets")
    return out.getvalue()


BAD = {
    "empty": ("balie.csv", b"", "file_empty"),
    "empty workbook": ("balie.xlsx", b"", "file_empty"),
    "only white": ("balie.csv", b" \r\n\t\r\n", "file_empty"),
    "only NUL bytes": ("balie.csv", bytes(500), "file_empty"),
    "header only": ("balie.csv", csv_text([HEADER]).encode(), "no_rows"),
    "header only in a workbook": ("balie.xlsx", workbook({"Balie": [HEADER]}), "no_rows"),
    "workbook without cells": ("balie.xlsx", workbook({"Blad1": []}), "no_questions"),
    "no survey question": ("balie.csv", b"Kleur;Dier\nrood;hond\nblauw;kat\n", "no_questions"),
    "questions of its own only": ("balie.csv", b"Naam;De hal was netjes\nJan;Mee eens\nPiet;Neutraal\n", "own_survey"),
    "background only": ("balie.csv", b"Datum;Product\n2020-01-02;Paspoort\n2020-01-03;VOG\n", "no_questions"),
    "ten thousand columns": ("balie.csv", csv_text([[f"k{n}" for n in range(10_000)], [8] * 10_000]).encode(), "sheet_too_large"),
    "pdf": ("balie.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not_an_export"),
    "png": ("balie.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_an_export"),
    "jpeg": ("balie.csv", b"\xff\xd8\xff\xe0\0\x10JFIF", "not_an_export"),
    "text named as a workbook": ("balie.xlsx", GOOD.encode(), "not_a_workbook"),
    "half a workbook": ("balie.xlsx", BOOK[: len(BOOK) // 2], "workbook_unreadable"),
    "start of a workbook": ("balie.xlsx", BOOK[:100], "workbook_unreadable"),
    "workbook without its end": ("balie.xlsx", BOOK[:-30], "workbook_unreadable"),
    "zip without a workbook": ("balie.xlsx", zip_of("word/document.xml"), "not_a_workbook"),
    "zip of something else": ("balie.xlsx", b"PK\x03\x04" + bytes(range(256)), "workbook_unreadable"),
    "encrypted workbook": ("balie.xlsx", encrypted_workbook(), "workbook_encrypted"),
    "broken old workbook": ("balie.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "workbook_unreadable"),
    "a NUL byte among the answers": ("balie.csv", GOOD.replace("tip 7", "ti\0p").encode(), "not_text"),
    "garbage": ("balie.csv", bytes((n * 167 + n // 7) % 256 for n in range(4000)), "not_text"),
    "prose": ("balie.txt", b"Beste lezer,\n\nHierbij de export, zoals beloofd; succes ermee.\nGroet\n", "no_questions"),
    "a quote that never closes in a narrow table": ("balie.csv", b'Totaaloordeel;Verbetertip\n8;"tip\n7;\n', "text_unreadable"),
    "a cell without end": ("balie.csv", with_line(f'R9;01-03-2020;8;7;"{"x" * 200_000}', 5), "text_unreadable"),
    "a row too long": ("balie.csv", with_line("R9;01-03-2020;8;7;tip; vervolg", 3), "row_too_long"),
    "a row too long far down": ("balie.csv", with_line("R9;01-03-2020;8;7;tip; vervolg", 150), "row_too_long"),
    "half an opendocument workbook": ("balie.ods", ODS[: len(ODS) // 2], "workbook_unreadable"),
    "half an old workbook": ("balie.xls", XLS[: len(XLS) // 2], "workbook_unreadable"),
    "header only in opendocument": ("balie.ods", ods({"Balie": [HEADER]}), "no_rows"),
    "header only in an old workbook": ("balie.xls", xls({"Balie": [HEADER]}), "no_rows"),
    "codes for questions": ("balie.csv", b"V1_A1;V2;V3\n8;7;1\n6;9;2\n", "headers_are_codes"),
    "no channel": ("export.csv", GOOD.replace("Wachtruimte", "Wachttijd").encode(), "channel_unknown"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "data", "code"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_gives_exactly_one_error_and_no_answers(file: str, data: bytes, code: str) -> None:
    receipt = read_file(file, data)
    assert problem_codes(receipt, "error") == [code]
    assert not receipt.is_read
    assert receipt.respondents == 0
    (error,) = [problem for problem in receipt.problems if problem.severity == "error"]
    assert error.file == file
    for sentence in (error.message, error.remedy):
        assert sentence is not None
        assert sentence.endswith(".")
        assert "\n" not in sentence


@pytest.mark.parametrize("place", [0, 3, 48, 49, 50, 51, 150, 200])
def test_the_error_about_a_row_that_is_too_long_names_the_row(place: int) -> None:
    (problem,) = read_file("balie.csv", with_line("R9;01-03-2020;8;7;tip; vervolg", place)).problems
    assert problem.row == place + 2
    assert f"Rij {place + 2} " in problem.message


@pytest.mark.parametrize("place", [3, 150])
def test_a_first_line_that_names_the_delimiter_is_not_counted_as_a_row(place: int) -> None:
    # Excel does not show that line either.
    (problem,) = read_file("balie.csv", b"sep=;\n" + with_line("R9;01-03-2020;8;7;tip; vervolg", place)).problems
    assert problem.row == place + 2


def test_an_error_never_repeats_the_words_of_a_respondent() -> None:
    receipt = read_file("balie.csv", with_line("R9;01-03-2020;8;7;ik ben Jan; bel mij", 3))
    assert not [problem for problem in receipt.problems if "Jan" in f"{problem.message}{problem.remedy}"]


@pytest.mark.parametrize("place", [3, 150])
def test_empty_cells_at_the_end_of_a_row_do_no_harm(place: int) -> None:
    receipt = read_file("balie.csv", with_line("R9;01-03-2020;8;7;tip;;;", place))
    assert receipt.respondents == 201
    assert problem_codes(receipt, "error", "warning") == ["product_missing"]


def test_a_row_with_cells_missing_at_its_end_is_a_respondent() -> None:
    receipt = read_file("balie.csv", with_line("R9;01-03-2020;8", 150))
    assert receipt.respondents == 201
    assert problem_codes(receipt, "error", "warning") == ["product_missing"]


def test_the_good_file_behind_the_bad_ones_is_read() -> None:
    for file, data in (("balie.csv", GOOD.encode()), ("balie.xlsx", BOOK)):
        receipt = read_file(file, data)
        assert receipt.respondents == 200
        assert problem_codes(receipt, "error", "warning") == ["product_missing"]
