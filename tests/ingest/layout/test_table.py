"""Where the table is in a sheet: which row is the header, which rows are respondents."""

import io

import pytest
from openpyxl import Workbook

from lib.ingest.read import FileReceipt, read_file
from tests.ingest.exports import Cell, Rows, csv_text, items, only_part, problem_codes, read, said, workbook

HEADER: list[Cell] = ["Respondentnummer", "Totaaloordeel", "Wachtruimte", "Verbetertip"]
BODY: list[list[Cell]] = [["R1", "8", "7", "meer stoelen"], ["R2", "9", "8", ""], ["R3", "6", "6", "minder stoelen"]]
TITLE: list[list[Cell]] = [["Klantmonitor 2020"], [], ["Filter:", "alle balies"], ["Gemaakt op", "5 januari 2021"]]
BLANK: list[Cell] = ["", "", "", ""]


def grades(receipt: FileReceipt) -> list[str]:
    """The totaaloordeel of every respondent."""
    return said(only_part(receipt).answers["totaaloordeel"])


@pytest.mark.parametrize("above", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_title_rows_above_the_header_are_passed_over(above: int, kind: str) -> None:
    rows: Rows = [*TITLE[:above], HEADER, *BODY]
    data = csv_text(rows).encode() if kind == "csv" else workbook({"Blad1": rows})
    receipt = read_file(f"balie.{kind}", data)
    assert receipt.sheets[0].header_rows == (above + 1,)
    assert grades(receipt) == ["8", "9", "6"]


@pytest.mark.parametrize("above", [0, 2])
def test_a_header_that_names_few_of_the_columns_is_found_by_its_questions(above: int) -> None:
    header: list[Cell] = ["Totaaloordeel", "", "", "Wachtruimte", "", "", "", ""]
    rows = [[8, "a", 1, 7, "x", 2, "b", 3], [9, "c", 4, 6, "y", 5, "d", 6]]
    receipt = read([*TITLE[:above], header, *rows])
    assert receipt.sheets[0].header_rows == (above + 1,)
    assert grades(receipt) == ["8", "9"]
    assert said(only_part(receipt).answers["wachtruimte"]) == ["7", "6"]


@pytest.mark.parametrize("place", [0, 1, 2, 3])
@pytest.mark.parametrize("many", [1, 900])
def test_a_blank_row_is_no_respondent(place: int, many: int) -> None:
    receipt = read([HEADER, *BODY[:place], *[BLANK] * many, *BODY[place:]])
    assert grades(receipt) == ["8", "9", "6"]
    # Blank rows at the very end are no rows of the table at all.
    assert receipt.sheets[0].left_out == ({"blank": many} if place < 3 else {})


@pytest.mark.parametrize("cell", [" ", "\xa0", "\t"])
def test_a_row_of_spaces_is_a_blank_row(cell: str) -> None:
    assert grades(read([HEADER, BODY[0], [cell] * 4, *BODY[1:]])) == ["8", "9", "6"]


@pytest.mark.parametrize("row", [["R9", "", "", ""], ["R9", "99", "-99", "nvt"], ["R9", "0", "", "-"]])
def test_a_row_without_any_answer_is_no_respondent(row: list[Cell]) -> None:
    receipt = read([HEADER, *BODY, row])
    assert grades(receipt) == ["8", "9", "6"]
    assert receipt.sheets[0].left_out == {"no_answer": 1}


@pytest.mark.parametrize("row", [["R9", "weet niet", "", ""], ["R9", "", "", "een tip"], ["R9", "", "n.v.t.", ""]])
def test_a_row_with_one_answer_outside_the_grades_is_a_respondent(row: list[Cell]) -> None:
    assert read([HEADER, *BODY, row]).respondents == 4


@pytest.mark.parametrize(
    "totals",
    [
        [["Totaal", "23", "21", ""]],
        [["Gemiddelde", "7,7", "7,0", ""]],
        [["", "Gemiddelde", "7,0", ""]],
        [BLANK, ["Aantal", "3", "3", "2"], ["Gemiddelde", "7,7", "7,0", ""]],
        [["Totaal: 3 respondenten", "", "", ""]],
        [["Eindtotaal", "", "", ""], ["Gem.", "7,7", "7,0", ""], ["Standaarddeviatie", "1,2", "0,8", ""]],
    ],
)
def test_totals_under_the_data_are_no_respondents(totals: list[list[Cell]]) -> None:
    receipt = read([HEADER, *BODY, *totals])
    assert grades(receipt) == ["8", "9", "6"]
    assert receipt.sheets[0].left_out["total"] == sum(any(row) for row in totals)


@pytest.mark.parametrize("word", ["N", "Totaal geen", "Gemiddeld"])
def test_an_answer_that_looks_like_the_word_of_a_total_is_an_answer(word: str) -> None:
    receipt = read([["Hoeveel moeite kostte het u?", "Totaaloordeel"], ["Veel", 8], [word, 7], [word, 6], [word, 5]])
    assert grades(receipt) == ["8", "7", "6", "5"]


@pytest.mark.parametrize(("row", "is_total"), [(["", 160, 140, ""], True), (["", 8, 7, "meer stoelen"], False)])
def test_numbers_without_a_respondent_are_totals_where_every_respondent_has_a_number(
    row: list[Cell], is_total: bool
) -> None:
    receipt = read([HEADER, *([f"R{n}", 8, 7, ""] for n in range(20)), row])
    assert (receipt.respondents, dict(receipt.sheets[0].left_out)) == ((20, {"total": 1}) if is_total else (21, {}))


def test_a_note_under_the_data_is_no_respondent() -> None:
    rows: Rows = [["Totaaloordeel", "Wachtruimte"], [8, 7], [9, 8], ["", ""], ["Bron: enquête van de gemeente", ""]]
    receipt = read(rows)
    dated = read(
        [["Datum", "Totaaloordeel"], ["13-02-2020", 7], ["14-02-2020", 8], ["Bron: enquête van de gemeente", ""]]
    )
    assert (dated.sheets[0].left_out, problem_codes(dated, "warning")) == ({"note": 1}, ["product_missing"])
    assert (grades(receipt), receipt.sheets[0].left_out) == (["8", "9"], {"blank": 1, "note": 1})


def test_the_cells_of_a_total_are_no_answers_of_their_columns() -> None:
    header: list[Cell] = ["Respondentnummer", "Totaaloordeel", "Hoeveel moeite kostte het u?", "De hal was netjes"]
    rows: Rows = [header, ["R1", 8, "veel moeite", "Mee eens"], ["R2", 7, "weinig moeite", "Neutraal"]]
    receipt = read([*rows, ["Gemiddelde", "7,5", "3,4", "2,1"]])
    answers = only_part(receipt).answers
    assert said(answers["ces"]) == ["veel", "weinig"]
    assert said(answers["de_hal_was_netjes"]) == ["eens", "neutraal"]
    assert "scale_direction_unknown" not in problem_codes(receipt)


def test_a_respondent_in_the_middle_is_never_a_total() -> None:
    assert grades(read([HEADER, BODY[0], ["Totaal", "9", "8", ""], BODY[2]])) == ["8", "9", "6"]


def test_a_column_without_a_header_is_kept_in_the_receipt_and_read_as_nothing() -> None:
    receipt = read([["Totaaloordeel", "", "Wachtruimte"], [8, "iets", 7], [7, "anders", 8]])
    assert items(receipt) == {"Totaaloordeel": "totaaloordeel", "": None, "Wachtruimte": "wachtruimte"}


def test_two_own_questions_under_one_header_both_count() -> None:
    header = ["Totaaloordeel", "Wachtruimte", "Privacy", "De hal was netjes", "De hal was netjes"]
    one, two = ["Mee eens", "Mee eens", "Neutraal"], ["Mee oneens", "Neutraal", "Neutraal"]
    receipt = read([header, *([8, 7, 6, *both] for both in zip(one, two, strict=True))])
    answers = only_part(receipt).answers
    assert said(answers["de_hal_was_netjes"]) == ["eens", "eens", "neutraal"]
    assert said(answers["de_hal_was_netjes_2"]) == ["oneens", "neutraal", "neutraal"]


def test_the_row_of_a_problem_is_the_row_that_the_user_sees() -> None:
    receipt = read([*TITLE, HEADER, *BODY, BLANK, ["R4", "driekwart", "8", ""], ["R5", "best", "8", ""]])
    (problem,) = [problem for problem in receipt.problems if problem.code == "answers_unreadable"]
    assert (problem.row, problem.column, problem.severity) == (10, "Totaaloordeel", "warning")
    assert problem.message.startswith("2 antwoorden")


def test_every_sheet_with_answers_is_read_and_the_others_are_named() -> None:
    book: dict[str, Rows] = {
        "Voorblad": [["Over dit bestand"]],
        "Balie": [HEADER, *BODY],
        "Telefoon": [HEADER, *BODY[:2]],
        "Leeg": [],
    }
    receipt = read_file("export.xlsx", workbook(book))
    assert {part.channel: len(part) for part in receipt.parts} == {"balie": 3, "telefoon": 2}
    skipped = [problem.sheet for problem in receipt.problems if problem.code == "sheet_skipped"]
    assert skipped == ["Voorblad", "Leeg"]
    assert problem_codes(receipt, "error") == []


def test_answers_in_a_hidden_sheet_are_told() -> None:
    book = Workbook()
    for name in ("2021", "2020"):
        sheet = book.create_sheet(name)
        for row in (HEADER, *BODY):
            sheet.append([f"{name}{row[0]}" if row is not HEADER else row[0], *row[1:]])
        sheet.sheet_state = "visible" if name == "2021" else "hidden"
    book.remove(book.worksheets[0])
    data = io.BytesIO()
    book.save(data)
    receipt = read_file("balie.xlsx", data.getvalue())
    assert receipt.respondents == 6
    (problem,) = [problem for problem in receipt.problems if problem.code == "sheet_hidden"]
    assert (problem.severity, problem.sheet) == ("warning", "2020")


def test_a_formula_without_its_outcome_is_told() -> None:
    formulas: Rows = [HEADER, *BODY, ["R4", "=4+4", "7", ""], ["R5", "=4+3", "7", ""]]
    receipt = read_file("balie.xlsx", workbook({"Blad1": formulas}))
    (problem,) = [problem for problem in receipt.problems if problem.code == "formulas_without_outcome"]
    assert problem.message.startswith("In 2 cellen")
    assert problem.remedy is not None
    assert "formulas_without_outcome" not in problem_codes(
        read_file("balie.xlsx", workbook({"Blad1": [HEADER, *BODY]}))
    )
