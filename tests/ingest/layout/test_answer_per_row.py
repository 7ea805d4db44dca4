"""A row per answer: brought together to a row per respondent."""

from random import Random

import pytest

from lib.ingest.read import read_file
from tests.ingest.exports import Cell, days, items, only_part, problem_codes, products, read, said, workbook

HEADER: list[Cell] = ["Respondent", "Vraag", "Antwoord", "Datum", "Product"]
ROWS: list[list[Cell]] = [
    ["R1", "Totaaloordeel", 8, "2020-01-25", "VOG"],
    ["R1", "Mijn aanvraag verliep eenvoudig", "Mee eens", "2020-01-25", "VOG"],
    ["R1", "Was vooraf duidelijk?", "Hoe lang de procedure zou duren", "2020-01-25", "VOG"],
    ["R1", "Was vooraf duidelijk?", "Waar u terecht kon met vragen", "2020-01-25", "VOG"],
    ["R2", "Totaaloordeel", 7, "2020-02-01", ""],
    ["R2", "Wat vond u van de kleur?", "Mooi", "2020-02-01", ""],
    ["R3", "Mijn aanvraag verliep eenvoudig", "", "2020-03-01", "VOG"],
]


def test_the_rows_of_a_respondent_become_one() -> None:
    receipt = read([HEADER, *ROWS], "digitaal.csv")
    part = only_part(receipt)
    assert said(part.answers["totaaloordeel"]) == ["8", "7"]
    assert said(part.answers["aanvraag_eenvoudig"]) == ["eens", "leeg"]
    assert said(part.answers["informatie_procedure_duur"]) == ["ja", "leeg"]
    assert said(part.answers["informatie_vragen"]) == ["ja", "leeg"]
    assert said(part.answers["informatie_kosten"]) == ["nee", "leeg"]
    assert [str(day) for day in days(part)] == ["2020-01-25", "2020-02-01"]
    assert products(part) == ["VOG", None]
    # R3 gave no answer at all.
    assert receipt.sheets[0].left_out["no_answer"] == 1
    assert items(receipt)["Wat vond u van de kleur?"] is None
    assert "answer_per_row" in problem_codes(receipt, "info")


def test_the_order_of_the_rows_is_free() -> None:
    shuffled = list(ROWS)
    Random(4).shuffle(shuffled)
    part = only_part(read([HEADER, *shuffled], "digitaal.csv"))
    assert sorted(said(part.answers["totaaloordeel"])) == ["7", "8"]
    assert sorted(said(part.answers["informatie_vragen"])) == ["ja", "leeg"]


def test_a_respondent_is_one_whether_their_number_is_a_number_or_a_text() -> None:
    rows: list[list[Cell]] = [["Respondent", "Vraag", "Antwoord"], [7, "Totaaloordeel", 8], ["7", "Wachtruimte", 6]]
    part = only_part(read_file("balie.xlsx", workbook({"Blad1": rows})))
    assert said(part.answers["totaaloordeel"]) == ["8"]
    assert said(part.answers["wachtruimte"]) == ["6"]


def test_one_number_in_two_channels_is_two_respondents() -> None:
    header: list[Cell] = ["Respondent", "Kanaal", "Vraag", "Antwoord"]
    rows = [["1", "Balie", "Totaaloordeel", 8], ["1", "Digitaal", "Totaaloordeel", 6], ["1", "Balie", "Wachtruimte", 7]]
    receipt = read([header, *rows])
    found = {part.channel: said(part.answers["totaaloordeel"]) for part in receipt.parts}
    assert found == {"balie": ["8"], "digitaal": ["6"]}


def test_the_same_answer_twice_counts_once_and_two_different_answers_are_unreadable() -> None:
    twice: list[list[Cell]] = [["R1", "Totaaloordeel", 8, "", ""], ["R2", "Totaaloordeel", 9, "", ""]]
    once: list[list[Cell]] = [["R4", "Totaaloordeel", 6, "", ""], ["R5", "Totaaloordeel", 5, "", ""]]
    receipt = read([HEADER, *ROWS, *twice, *once], "digitaal.csv")
    assert said(only_part(receipt).answers["totaaloordeel"]) == ["8", "?", "6", "5"]
    assert "answers_unreadable" in problem_codes(receipt, "warning")


def test_an_answer_that_fits_no_question_is_named_by_its_own_row() -> None:
    wrong: list[list[Cell]] = [["R9", "Wachtruimte", 7, "", ""], ["R9", "Totaaloordeel", "hoog", "", ""]]
    receipt = read([HEADER, *ROWS, *wrong], "balie.csv")
    (problem,) = [problem for problem in receipt.problems if problem.code == "answers_unreadable"]
    assert problem.row == 1 + len(ROWS) + 2


def test_a_row_without_respondent_is_told_and_left_out() -> None:
    receipt = read([HEADER, *ROWS, ["", "Totaaloordeel", 1, "2020-01-25", ""]], "digitaal.csv")
    assert said(only_part(receipt).answers["totaaloordeel"]) == ["8", "7"]
    (problem,) = [problem for problem in receipt.problems if problem.code == "respondent_missing"]
    assert (problem.severity, problem.row, problem.column) == ("warning", 9, "Respondent")


@pytest.mark.parametrize("header", [["Respondent", "Totaaloordeel", "Antwoord"], ["Respondent", "Vraag", "Antwoord"]])
def test_a_column_headed_antwoord_alone_makes_no_answer_per_row(header: list[Cell]) -> None:
    receipt = read([header, ["1", 8, "Totaaloordeel"], ["2", 7, "Wachtruimte"]])
    assert "answer_per_row" not in problem_codes(receipt)


def test_what_is_of_one_answer_is_no_column_of_the_respondent() -> None:
    header: list[Cell] = ["RespondentID", "Vraagcode", "Vraagtekst", "Waarde", "Antwoord", "Datum", "Wijk"]
    rows: list[list[Cell]] = [
        ["1", "Q1", "Totaaloordeel", 8, "8", "2020-01-25 10:00", "Centrum"],
        ["1", "Q2", "De aanvraag verliep eenvoudig", 2, "Mee eens", "2020-01-25 10:01", ""],
        ["2", "Q1", "Totaaloordeel", 7, "7", "2020-01-26 10:00", "Noord"],
        ["2", "Q2", "De aanvraag verliep eenvoudig", 5, "Mee oneens", "2020-01-26 10:01", "Noord"],
    ]
    receipt = read([header, *rows], "digitaal.csv")
    assert list(items(receipt)) == ["RespondentID", "Datum", "Wijk", "Totaaloordeel", "De aanvraag verliep eenvoudig"]
    assert said(only_part(receipt).answers["aanvraag_eenvoudig"]) == ["eens", "oneens"]
