"""A survey of another kind in tables: its questions on the page, the answers to them in the workbook."""

import io
from datetime import date

import openpyxl

from lib.figures.channel import figures
from lib.figures.selection import Selection
from lib.render.xlsx import workbook
from lib.report import provenance
from lib.report.custom_tables import answers_table, questions_table
from lib.report.view import View
from lib.report.workbook import sheets
from lib.session.derived import Derived
from lib.session.session import Session
from tests.figures.test_custom_options import survey

DAY = date(2023, 1, 5)
COUNTS = survey([0] * 30 + [1] * 10 + [-1] * 2, [DAY] * 42)
FOUND = figures(COUNTS, Selection())


def texts(count: int) -> list[list[str]]:
    few = survey([0, 1] * (count // 2), [DAY] * count)
    return [[cell.text for cell in row] for row in answers_table([figures(few, Selection())]).rows]


def test_every_question_has_a_row_with_how_it_is_answered_and_its_base() -> None:
    rows = [[cell.text for cell in row] for row in questions_table(FOUND, COUNTS).rows]
    assert rows == [
        ["Hoe vaak komt u?", "meerkeuze", "–", "40"],
        ["Wat koopt u", "meerkeuze, meer antwoorden", "–", "42"],
    ]


def test_every_answer_has_its_share_count_and_base() -> None:
    rows = [[cell.text for cell in row] for row in answers_table([FOUND]).rows]
    assert rows[:2] == [
        ["Overig", "Hoe vaak komt u?", "Elke week", "75%", "30", "40"],
        ["Overig", "Hoe vaak komt u?", "Zelden", "25%", "10", "40"],
    ]


def test_of_too_few_answers_nothing_is_told() -> None:
    assert {tuple(row[3:5]) for row in texts(8)} == {("te weinig respons", "–")}
    assert {tuple(row[3:5]) for row in texts(10)} == {("50%", "5")}


def test_they_stand_in_the_workbook_with_their_accounts() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(sheets(View(Session(derived=Derived(counts={"overig": COUNTS}))))))
    )
    sheet = book["Eigen vragen"]
    assert [cell.value for cell in sheet[2]] == ["Overig", "Hoe vaak komt u?", "Elke week", 0.75, 30, 40]
    accounts = [[cell.value for cell in row] for row in book["Herkomst"].iter_rows()]
    assert [row[1] for row in accounts[1:]] == ["Hoe vaak komt u?", "Wat koopt u"]
    assert all(provenance.CUSTOM_BASE in str(row[2]) for row in accounts[1:])
