"""Bytes to cells: encodings, delimiters, line ends and quotes, without touching what stands in a cell."""

import pytest

from lib.ingest.files.sheets import open_file
from lib.ingest.read import read_file
from tests.ingest.exports import Rows, csv_text, items, only_part, problem_codes, said, workbook

ROWS: Rows = [
    ["Respondentnummer", "Totaaloordeel", "Wachtruimte", "Bent u in één keer geholpen?", "Verbetertip"],
    ["007", "8", "7,5", "Ik werd in één keer geholpen", "Méér koffie voor € 1; en thee"],
    ["008", "9", "8", "Weet ik niet (meer)", 'Zeg eens "goedemorgen"'],
    ["009", "7", "6", "Ik moet terugkomen om een andere reden", "regel een\nregel twee\n\nregel drie"],
]
TIPS = ["Méér koffie voor € 1; en thee", 'Zeg eens "goedemorgen"', "regel een\nregel twee\n\nregel drie"]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("cp1252", "cp1252"), ("utf-16", "utf-16")],
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_file_reads_the_same_however_it_was_saved(
    encoding: str, named: str, delimiter: str, newline: str
) -> None:
    receipt = read_file("balie.csv", csv_text(ROWS, delimiter, newline).encode(encoding))
    assert (receipt.format, receipt.encoding, receipt.delimiter) == ("csv", named, delimiter)
    part = only_part(receipt)
    assert said(part.answers["wachtruimte"]) == ["15/2", "8", "6"]
    assert said(part.answers["herhaalbezoek"]) == ["in_een_keer", "weet_niet", "andere_reden"]
    assert [tip.replace("\r\n", "\n") for tip in part.texts["tip"]] == TIPS


@pytest.mark.parametrize("first_line", ["sep=;\r\n", "SEP=;\n", "sep=;\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_first_line_may_name_the_delimiter(first_line: str, encoding: str) -> None:
    receipt = read_file("balie.csv", (first_line + csv_text(ROWS)).encode(encoding))
    assert receipt.delimiter == ";"
    assert receipt.respondents == 3


def test_the_delimiter_that_a_file_names_wins_from_the_one_it_looks_like() -> None:
    text = "sep=|\nTotaaloordeel|Wat is uw tip?\n8|a;b;c\n7|d;e;f\n"
    receipt = read_file("balie.csv", text.encode())
    assert (receipt.delimiter, receipt.respondents) == ("|", 2)


def test_commas_in_answers_do_not_make_a_comma_the_delimiter() -> None:
    rows = [
        ["Totaaloordeel", "Wachtruimte", "Tip"],
        *([f"{n % 9 + 1},0", "7,5", "ja, graag, snel, nu"] for n in range(9)),
    ]
    assert read_file("balie.csv", csv_text(rows).encode()).delimiter == ";"


@pytest.mark.parametrize("file", ["balie.csv", "balie.txt", "balie.tsv", "BALIE.CSV", "balie"])
def test_the_ending_of_a_text_file_does_not_matter(file: str) -> None:
    assert read_file(file, csv_text(ROWS, "\t").encode()).respondents == 3


def test_an_empty_last_column_is_no_question() -> None:
    text = "".join(f"{line};\n" for line in csv_text(ROWS[:3]).splitlines())
    receipt = read_file("balie.csv", text.encode())
    assert receipt.respondents == 2
    assert "" not in items(receipt)


def test_cells_of_a_text_file_stay_the_text_they_are() -> None:
    cells = open_file("balie.csv", csv_text(ROWS).encode()).sheets[0].cells
    assert cells.iloc[1:, 0].tolist() == ["007", "008", "009"]


def test_the_text_na_is_an_answer_and_not_a_missing_cell() -> None:
    cells = open_file("balie.csv", b"Totaaloordeel;Product\n8;NA\n7;null\n").sheets[0].cells
    assert cells.iloc[1:, 1].tolist() == ["NA", "null"]


def test_a_workbook_keeps_its_sheets_and_the_types_of_its_cells() -> None:
    sheets: dict[str, Rows] = {"Balie": [["Totaaloordeel", "Aan"], [8, True], [7.5, False]], "Leeg": []}
    raw = open_file("export.xlsx", workbook(sheets))
    assert (raw.format, raw.encoding, raw.delimiter) == ("xlsx", None, None)
    assert [sheet.name for sheet in raw.sheets] == ["Balie", "Leeg"]
    assert raw.sheets[0].cells.iloc[1:].to_numpy().tolist() == [[8.0, True], [7.5, False]]


def test_a_workbook_gives_the_same_answers_as_the_text_file() -> None:
    book = read_file("balie.xlsx", workbook({"Blad1": ROWS}))
    text = read_file("balie.csv", csv_text(ROWS).encode())
    for key in ("totaaloordeel", "wachtruimte", "herhaalbezoek"):
        assert said(only_part(book).answers[key]) == said(only_part(text).answers[key])
    assert problem_codes(book) == problem_codes(text)


def test_a_sign_that_is_no_end_of_a_line_leaves_its_row_whole() -> None:
    receipt = read_file("balie.csv", "Totaaloordeel;Wachttijd\u2028(cijfer);Tip\n8;7;een\x85twee\n".encode())
    assert said(only_part(receipt).answers["wachttijd"]) == ["7"]
