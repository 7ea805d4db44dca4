"""A question with several answers: one base for all its options, namely everyone who was asked."""

import pytest

from lib.survey import catalogue
from tests.ingest.exports import Cell, only_part, problem_codes, read, said

STEM = "Was vooraf duidelijk"
OPTIONS = [point.label for point in catalogue.find("informatie").points]  # type: ignore[union-attr]
KEYS = ["informatie_procedure_verloop", "informatie_procedure_duur", "informatie_documenten", "informatie_kosten",
        "informatie_vragen"]  # fmt: skip


def marked(yes: Cell, no: Cell, *rows: str) -> list[list[Cell]]:
    """A file in which each row says per option whether it was marked: + yes, - no, space nothing."""
    cell: dict[str, Cell] = {"+": yes, "-": no, " ": ""}
    header: list[Cell] = ["Totaaloordeel", *(f"{STEM}: {option}" for option in OPTIONS)]
    return [header, *([8, *(cell[mark] for mark in row)] for row in rows)]


@pytest.mark.parametrize(
    ("yes", "no"),
    [("Ja", "Nee"), (1, 0), ("1", "0"), ("Y", "N"), ("Waar", "Onwaar"), ("Geselecteerd", "Niet geselecteerd"),
     ("Selected", "Not selected")],
)  # fmt: skip
def test_who_gave_an_explicit_answer_on_one_option_was_asked_them_all(yes: Cell, no: Cell) -> None:
    receipt = read(marked(yes, no, "+----", "-----", "     ", "-    ", "++ - "), "digitaal.csv")
    answers = only_part(receipt).answers
    assert said(answers[KEYS[0]]) == ["ja", "nee", "leeg", "nee", "ja"]
    assert said(answers[KEYS[1]]) == ["nee", "nee", "leeg", "nee", "ja"]
    assert said(answers[KEYS[4]]) == ["nee", "nee", "leeg", "nee", "nee"]
    assert "asked_is_marked" not in problem_codes(receipt)


@pytest.mark.parametrize("yes", ["X", 1, "Ja", "Y"])
def test_with_marks_only_asked_is_who_marked_at_least_one_and_the_receipt_says_so(yes: Cell) -> None:
    receipt = read(marked(yes, "", "+----", "-----", "-+++-"), "digitaal.csv")
    answers = only_part(receipt).answers
    assert said(answers[KEYS[0]]) == ["ja", "leeg", "nee"]
    assert said(answers[KEYS[1]]) == ["nee", "leeg", "ja"]
    assert said(answers[KEYS[4]]) == ["nee", "leeg", "nee"]
    (problem,) = [problem for problem in receipt.problems if problem.code == "asked_is_marked"]
    assert problem.severity == "info"
    assert problem.remedy


def test_a_column_may_repeat_the_text_of_its_option() -> None:
    rows = [["Totaaloordeel", *OPTIONS], [8, *OPTIONS], [7, OPTIONS[0], "", "", "", ""], [6, "", "", "", "", ""]]
    receipt = read(rows, "digitaal.csv")
    assert said(only_part(receipt).answers[KEYS[0]]) == ["ja", "ja", "leeg"]
    assert said(only_part(receipt).answers[KEYS[3]]) == ["ja", "nee", "leeg"]
    assert "asked_is_marked" in problem_codes(receipt)


def test_the_text_of_the_option_beside_not_selected_is_explicit() -> None:
    no = "Niet geselecteerd"
    receipt = read([["Totaaloordeel", *OPTIONS[:2]], [8, OPTIONS[0], no], [7, no, no], [6, "", ""]], "digitaal.csv")
    assert said(only_part(receipt).answers[KEYS[0]]) == ["ja", "nee", "leeg"]
    assert said(only_part(receipt).answers[KEYS[1]]) == ["nee", "nee", "leeg"]
    assert "asked_is_marked" not in problem_codes(receipt)


def test_all_options_have_the_same_base() -> None:
    receipt = read(marked("Ja", "Nee", "+ -+ ", "     ", "    -", "+++++"), "digitaal.csv")
    bases = {key: [word != "leeg" for word in said(only_part(receipt).answers[key])] for key in KEYS}
    assert set(map(tuple, bases.values())) == {(True, False, True, True)}


def test_who_does_not_know_was_asked_nothing_that_counts() -> None:
    rows = [["Totaaloordeel", *OPTIONS[:2]], [8, "weet niet", "weet niet"], [7, "Ja", "Nee"]]
    answers = only_part(read(rows, "digitaal.csv")).answers
    assert said(answers[KEYS[0]]) == ["weet niet", "ja"]
    assert said(answers[KEYS[1]]) == ["weet niet", "nee"]


def test_who_says_i_do_not_know_anymore_is_in_the_base_of_the_repeat_visits() -> None:
    cells: list[Cell] = ["Ik werd in één keer geholpen", "Weet ik niet (meer)", "n.v.t.", ""]
    receipt = read([["Totaaloordeel", "Bent u in één keer geholpen?"], *([8, cell] for cell in cells)])
    assert said(only_part(receipt).answers["herhaalbezoek"]) == ["in_een_keer", "weet_niet", "n.v.t.", "leeg"]


def in_one_cell(*cells: Cell) -> tuple[dict[str, list[str]], list[str]]:
    """What is read of cells that hold all answers of a respondent, per option; and the problems."""
    receipt = read([["Totaaloordeel", "Was vooraf duidelijk?"], *([8, cell] for cell in cells)], "digitaal.csv")
    answers = only_part(receipt).answers
    return {key: said(answers[key]) for key in KEYS}, problem_codes(receipt, "warning", "info")


@pytest.mark.parametrize("separator", [";", ", ", ",", "; ", "\n", " | ", " / "])
@pytest.mark.parametrize("end", ["", ";"])
def test_answers_in_one_cell_are_found_whatever_stands_between_them(separator: str, end: str) -> None:
    found, told = in_one_cell(separator.join([OPTIONS[4], OPTIONS[0]]) + end, OPTIONS[1].upper() + end, "")
    assert found[KEYS[0]] == ["ja", "nee", "leeg"]
    assert found[KEYS[1]] == ["nee", "ja", "leeg"]
    assert found[KEYS[4]] == ["ja", "nee", "leeg"]
    assert "asked_is_marked" in told
    assert "answers_unreadable" not in told


@pytest.mark.parametrize("none", ["Geen van deze", "geen van bovenstaande;", "Geen van de bovenstaande"])
def test_none_of_these_is_an_answer(none: str) -> None:
    found, told = in_one_cell(OPTIONS[0], none, "")
    assert found[KEYS[0]] == ["ja", "nee", "leeg"]
    assert found[KEYS[3]] == ["nee", "nee", "leeg"]
    assert "asked_is_marked" not in told


def test_what_is_no_option_is_told_with_its_row_and_keeps_the_options_beside_it() -> None:
    rows: list[list[Cell]] = [["Totaaloordeel", "Was vooraf duidelijk?"], *([8, option] for option in OPTIONS)]
    receipt = read([*rows, [8, f"{OPTIONS[0]};de openingstijd;"], [8, "de openingstijd"]], "digitaal.csv")
    answers = only_part(receipt).answers
    assert said(answers[KEYS[0]])[5:] == ["ja", "?"]
    assert said(answers[KEYS[1]])[5:] == ["nee", "?"]
    (problem,) = [problem for problem in receipt.problems if problem.code == "answers_unreadable"]
    assert (problem.row, problem.column) == (7, "Was vooraf duidelijk?")
    assert problem.message.startswith("In 2 cellen")


def test_a_typing_error_in_one_of_the_answers_is_forgiven() -> None:
    found, told = in_one_cell(f"{OPTIONS[0]};Waar u terecht kon met vraagen;", OPTIONS[1])
    assert found[KEYS[4]] == ["ja", "nee"]
    assert "answers_unreadable" not in told


@pytest.mark.parametrize("cell", ["weet niet", -99, "n.v.t."])
def test_who_gave_no_opinion_or_was_not_asked_is_outside_the_base(cell: Cell) -> None:
    found, _ = in_one_cell(OPTIONS[0], cell)
    assert found[KEYS[0]][1] in ("weet niet", "leeg", "n.v.t.")
    assert found[KEYS[2]][1] == found[KEYS[0]][1]
