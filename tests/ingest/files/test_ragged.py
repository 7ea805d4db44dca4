"""Rows of a text file that end early: broken ones are made whole, others keep their respondent, and both are told."""

import pytest

from lib.ingest.read import FileReceipt, read_file
from tests.ingest.exports import only_part, problem_codes, said

HEADER = "Respondentnummer;Totaaloordeel;Verbetertip;Wachtruimte"
LINES = [f"R{n};{n % 4 + 6};meer stoelen;7" for n in range(40)]


def read(lines: list[str]) -> FileReceipt:
    return read_file("balie.csv", "\n".join([HEADER, *lines, ""]).encode())


@pytest.mark.parametrize("tip", ["meer\nstoelen", "meer\nstoelen\nin de hal", "meer\rstoelen"])
def test_a_row_that_a_line_end_broke_is_made_whole(tip: str) -> None:
    lines = list(LINES)
    lines[20] = f"R20;9;{tip};8"
    receipt = read(lines)
    part = only_part(receipt)
    assert receipt.respondents == 40
    assert (said(part.answers["totaaloordeel"])[20], said(part.answers["wachtruimte"])[20]) == ("9", "8")
    assert part.texts["tip"][20].split() == tip.split()
    (problem,) = [p for p in receipt.problems if p.code == "rows_rejoined"]
    assert (problem.severity, problem.row) == ("warning", 22)


def test_rows_that_start_as_every_row_does_stay_rows_and_are_told() -> None:
    lines = list(LINES)
    lines[20:22] = ["R20;9;stoel", "R21;8"]
    receipt = read(lines)
    assert receipt.respondents == 40
    (problem,) = [p for p in receipt.problems if p.code == "rows_maybe_broken"]
    assert (problem.severity, problem.row) == ("warning", 22)


def test_the_rows_below_a_broken_one_keep_their_number() -> None:
    lines = list(LINES)
    lines[20], lines[30] = "R20;9;meer\nstoelen;8", "R30;heel goed;meer stoelen;7"
    (problem,) = [p for p in read(lines).problems if p.code == "answers_unreadable"]
    assert problem.row == 33


def test_a_row_that_ends_early_is_a_respondent_and_is_told() -> None:
    lines = list(LINES)
    lines[20] = "R20;9"
    receipt = read(lines)
    assert receipt.respondents == 40
    (problem,) = [p for p in receipt.problems if p.code == "rows_ended_early"]
    assert (problem.severity, problem.row) == ("info", 22)


def test_a_file_that_leaves_out_empty_cells_at_the_end_is_left_as_it_is() -> None:
    lines = [line if n % 3 else f"R{n};8" for n, line in enumerate(LINES)]
    receipt = read(lines)
    assert receipt.respondents == 40
    assert not {"rows_rejoined", "rows_ended_early"} & set(problem_codes(receipt))


def test_totals_that_end_early_are_no_broken_row() -> None:
    receipt = read([*LINES, "Totaal;40;x", "Gemiddelde;7"])
    assert (receipt.respondents, dict(receipt.sheets[0].left_out)) == (40, {"total": 2})
