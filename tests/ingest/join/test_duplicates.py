"""The same respondent in two files counts once, whoever else is there, and what differs is told."""

from collections.abc import Sequence
from itertools import permutations

import numpy as np
import pytest

from lib.ingest.join.duplicates import Keep
from lib.ingest.join.respondent_ids import NO_ID, id_hashes
from lib.ingest.read import FileReceipt, read_file, survey_of
from lib.survey.dataset import Survey
from lib.survey.problems import Problem
from lib.survey.scales import FIRST_VALID
from tests.ingest.exports import Cell, csv_text, workbook

KEY = b"of these tests"
HEADER: list[Cell] = ["Respondentnummer", "Datum ingevuld", "Product", "Totaaloordeel", "Welke suggestie heeft u?"]


def rows(first: int, last: int, grade: int = 8) -> list[list[Cell]]:
    """Respondents with these numbers."""
    return [[f"R{n}", f"{n % 28 + 1:02d}-03-2020", "Paspoort", grade, f"stoel {n}"] for n in range(first, last)]


def export(some: Sequence[Sequence[Cell]], file: str = "balie.csv", header: Sequence[Cell] = HEADER) -> FileReceipt:
    """What is read of a text file with these respondents."""
    return read_file(file, csv_text([header, *some]).encode(), key=KEY)


def told(survey: Survey) -> list[tuple[str, str | None]]:
    """The problems of files together: code and file."""
    return [(problem.code, problem.file) for problem in survey.problems]


def numbers_in(problem: Problem) -> int:
    return int(problem.message.split()[0])


def test_respondents_in_two_files_count_once() -> None:
    survey = survey_of([export(rows(0, 20), "balie_q1.csv"), export(rows(15, 40), "balie_q2.csv")])
    assert len(survey) == 40
    (problem,) = survey.problems
    assert (problem.code, problem.severity, numbers_in(problem)) == ("duplicates_dropped", "warning", 5)
    assert "balie_q1.csv" in problem.message
    assert "balie_q2.csv" in problem.message


def test_the_same_export_as_workbook_and_as_text_counts_once() -> None:
    book = read_file("balie.xlsx", workbook({"Blad1": [HEADER, *rows(0, 20)]}), key=KEY)
    survey = survey_of([book, export(rows(0, 20))])
    assert (len(survey), told(survey)) == (20, [("duplicates_dropped", "balie.csv")])


def test_other_answers_under_the_same_number_are_kept_and_told() -> None:
    survey = survey_of([export(rows(0, 20), "balie_1.csv"), export(rows(18, 30, grade=7), "balie_2.csv")])
    assert len(survey) == 32
    (problem,) = survey.problems
    assert (problem.code, numbers_in(problem)) == ("duplicates_differ", 2)


@pytest.mark.parametrize("place", [1, 2, 3, 4], ids=[str(header) for header in HEADER[1:]])
def test_one_other_answer_is_another_row(place: int) -> None:
    other = rows(0, 20)
    other[3][place] = ["", "01-04-2020", "Rijbewijs", 5, "meer planten"][place]
    survey = survey_of([export(rows(0, 20), "balie_1.csv"), export(other, "balie_2.csv")])
    assert len(survey) == 21
    assert [code for code, _ in told(survey)] == ["duplicates_dropped", "duplicates_differ"]


def test_the_same_number_in_another_channel_is_another_respondent() -> None:
    survey = survey_of([export(rows(0, 20), "balie.csv"), export(rows(0, 20), "telefoon.csv")])
    assert (len(survey), survey.problems) == (40, ())


def test_rows_without_a_number_are_never_the_same() -> None:
    without = [["", *row[1:]] for row in rows(0, 20)]
    survey = survey_of([export(without, "balie_1.csv"), export([*without, *rows(30, 31)], "balie_2.csv")])
    assert (len(survey), [problem.code for problem in survey.problems]) == (41, ["duplicates_suspected"])
    bare = [row[1:] for row in rows(0, 20)]
    survey = survey_of([export(bare, "balie_1.csv", HEADER[1:]), export(bare[::-1], "balie_2.csv", HEADER[1:])])
    assert (len(survey), [problem.code for problem in survey.problems]) == (40, ["duplicates_suspected"])


def test_a_number_that_is_the_same_for_everyone_is_no_respondent() -> None:
    same = [["7", "01-03-2020", "Paspoort", 8, ""]] * 20
    survey = survey_of([export(same, "balie_1.csv"), export([*same, *same], "balie_2.csv")])
    assert (len(survey), survey.problems) == (60, ())


def test_the_same_bytes_count_once_with_numbers_or_without() -> None:
    bare = [row[1:] for row in rows(0, 20)]
    survey = survey_of([export(bare, "balie_1.csv", HEADER[1:]), export(bare, "balie_2.csv", HEADER[1:])])
    assert (len(survey), told(survey)) == (20, [("duplicates_dropped", "balie_2.csv")])
    survey = survey_of([export(rows(0, 20), "balie_1.csv"), export(rows(0, 20), "balie_2.csv")])
    assert (len(survey), told(survey)) == (20, [("duplicates_dropped", "balie_2.csv")])


def test_a_row_pasted_twice_in_one_sheet_counts_once() -> None:
    survey = survey_of([export([*rows(0, 40), *rows(0, 2)])])
    assert (len(survey), told(survey)) == (40, [("duplicates_dropped", "balie.csv")])
    assert "meer dan eens in balie.csv" in survey.problems[0].message


def test_two_sheets_of_one_file_are_compared_too() -> None:
    book = read_file(
        "balie.xlsx", workbook({"maart": [HEADER, *rows(0, 20)], "alles": [HEADER, *rows(0, 30)]}), key=KEY
    )
    survey = survey_of([book])
    assert len(survey) == 30
    assert "'maart' en 'alles'" in survey.problems[0].message


def test_rows_without_an_answer_do_not_shift_the_numbers() -> None:
    blank: list[Cell] = ["R99", "01-03-2020", "Paspoort", "", ""]
    survey = survey_of(
        [
            export([blank, *rows(0, 5), blank, *rows(5, 20)], "balie_1.csv"),
            export([*rows(10, 12), blank, *rows(25, 40)], "balie_2.csv"),
        ]
    )
    assert len(survey) == 35
    assert [numbers_in(problem) for problem in survey.problems] == [2]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_files_changes_no_figure(order: tuple[int, ...]) -> None:
    files = [export(rows(0, 20), "balie_1.csv"), export(rows(10, 30), "balie_2.csv"), export(rows(18, 40, 7), "balie_3.csv")]  # fmt: skip
    balie = survey_of([files[place] for place in order]).channels["balie"]
    grades = np.bincount(balie.answers["totaaloordeel"].codes)
    assert (len(balie), grades[grades > 0].tolist()) == (52, [22, 30])
    assert sorted(text for text in balie.texts["tip"]) == sorted(
        f"stoel {n}" for n in [*range(30), *range(18, 40)]
    )  # fmt: skip


@pytest.mark.parametrize("keep", ["both", "last"])
def test_what_differs_is_told_whatever_counts(keep: Keep) -> None:
    survey = survey_of([export(rows(0, 20), "balie_1.csv"), export(rows(18, 30, grade=7), "balie_2.csv")], keep)
    (problem,) = survey.problems
    assert (problem.code, numbers_in(problem), len(survey)) == ("duplicates_differ", 2, 32 if keep == "both" else 30)
    assert ("beide" in problem.message) == (keep == "both")
    assert ("laatste antwoord telt" in problem.message) == (keep == "last")


def filled(*answers: tuple[str, str, int]) -> list[list[Cell]]:
    """Fifteen others and these: number, date, grade."""
    some: list[list[Cell]] = [[number, date, "Paspoort", grade, ""] for number, date, grade in answers]
    return [*rows(100, 115, grade=5), *some]


def grades_of_r1(*files: Sequence[Sequence[Cell]]) -> list[int]:
    """The grades that count for respondent R1 where only the last answer does."""
    survey = survey_of([export(some, f"balie_{n}.csv") for n, some in enumerate(files)], "last")
    graded = survey.channels["balie"].answers["totaaloordeel"]
    assert len(survey) == 16
    return [int(graded.values[code - FIRST_VALID]) for code in graded.codes.tolist() if graded.values[code - FIRST_VALID] != 5]  # fmt: skip


# By hand: the latest day; with a day missing, or the same day, the file opened last; in a file its last row.
@pytest.mark.parametrize(
    ("files", "counts"),
    [
        ([[("R1", "02-03-2020", 8)], [("R1", "01-03-2020", 7)]], 8),
        ([[("R1", "01-03-2020", 8)], [("R1", "02-03-2020", 7)]], 7),
        ([[("R1", "01-03-2020", 8)], [("R1", "01-03-2020", 7)]], 7),
        ([[("R1", "", 8)], [("R1", "", 7)]], 7),
        ([[("R1", "02-03-2020", 8)], [("R1", "", 7)]], 7),
        ([[("R1", "", 8)], [("R1", "02-03-2020", 7)], [("R1", "01-03-2020", 6)]], 6),
        ([[("R1", "", 8)], [("R1", "", 7)], [("R1", "", 8), ("R1", "", 8)]], 8),
        ([[("R1", "03-03-2020", 8), ("R1", "01-03-2020", 7)]], 8),
        ([[("R1", "01-03-2020", 8), ("R1", "01-03-2020", 7)]], 7),
    ],
)
def test_the_last_answer_by_date_and_else_by_file(files: list[list[tuple[str, str, int]]], counts: int) -> None:
    # The fifteen others stand in every file, so that each of them shows its ids and dates.
    assert grades_of_r1(*(filled(*answers) for answers in files)) == [counts]


def test_only_what_differs_is_touched_by_the_choice() -> None:
    same = [
        export(rows(0, 20), "balie_1.csv"),
        export(rows(15, 40), "balie_2.csv"),
        export(rows(0, 20), "telefoon.csv"),
    ]
    assert len(survey_of(same, "last")) == len(survey_of(same, "both")) == 60


def test_the_number_itself_is_kept_nowhere() -> None:
    receipt = export([["GEHEIM-1234567", *row[1:]] for row in rows(0, 1)] + rows(1, 20))
    (part,) = receipt.parts
    assert set(part.texts) == {"tip"}
    assert all("__" not in key for key in part.answers)
    assert part.respondents is not None
    assert part.respondents.dtype == np.uint64
    assert "GEHEIM" not in repr(receipt)


def test_a_number_is_the_same_in_text_and_in_a_workbook() -> None:
    assert len(set(id_hashes([7, 7.0, "7", " 7 "], "balie", KEY).tolist())) == 1
    assert len(set(id_hashes(["7", "007", "8", "7,0"], "balie", KEY).tolist())) == 4
    assert id_hashes(["7"], "balie", KEY) != id_hashes(["7"], "telefoon", KEY)
    assert NO_ID not in id_hashes([str(n) for n in range(1000)], "balie", KEY)
