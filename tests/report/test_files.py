"""Files: what they are called, what their first line says, and columns of numbers that hold only numbers."""

import csv
import io
import re
from datetime import date

import openpyxl
import pytest

from lib.figures.selection import Selection
from lib.render.csv_file import table_csv
from lib.render.xlsx import workbook
from lib.report import files
from lib.report.blocks import Shown
from lib.report.pages.every import PAGES
from lib.report.tables import Cell, Column, Table
from lib.report.view import View
from lib.session.session import Session
from tests.conftest import SAMPLE

DAY = date(2026, 3, 4)
_FILES = ("balie_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
_NUMBER = re.compile(r"-?\d+(,\d+)?")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in _FILES])


def test_a_name_tells_channel_products_period_and_day() -> None:
    name = files.name_of("scores_balie_grade", "Balie · Paspoort en VOG · 1e kwartaal 2020 · n = 214", DAY)
    assert name == "scores_grade_balie_paspoort-en-vog_1e-kwartaal-2020_2026-03-04"
    assert re.fullmatch(r"[\w-]+", files.name_of("x", 'Balie · a/b\\c:*?"<>| · 2020', DAY))


def test_the_first_line_says_what_it_is_of() -> None:
    line = files.about("Scores en BM", "Balie · VOG · 2020 · n = 40", DAY)
    made = table_csv(Table("t", (Column("Vraag"),), ((Cell("Prijs"),),)), line).decode("utf-8-sig").splitlines()
    assert made[0] == "Klantmonitor · Scores en BM · Balie · VOG · 2020 · n = 40 · gemaakt op 4 mrt 2026"
    assert made[1:] == ["Vraag", "Prijs"]


@pytest.mark.parametrize("channel", ["balie", "digitaal"])
@pytest.mark.parametrize("slug", sorted(PAGES))
def test_columns_of_numbers_hold_only_numbers(session: Session, slug: str, channel: str) -> None:
    page = PAGES[slug](View(session, Selection(channel), audience="publish"))
    for block in page.every(Shown):
        assert isinstance(block, Shown)
        made = files.for_file(block.table, with_percent_heads=True)
        numbers = [at for at, column in enumerate(made.columns) if at and column.kind == "number"]
        rows = list(csv.reader(io.StringIO(table_csv(block.table).decode("utf-8-sig"), newline=""), delimiter=";"))[1:]
        assert len(rows) == len(block.table.rows)
        for row in rows:
            assert all(row[at] == "" or _NUMBER.fullmatch(row[at]) for at in numbers), (block.table.caption, row)
        sheet = openpyxl.load_workbook(io.BytesIO(workbook([block.table]))).worksheets[0]
        plain = [at for at, column in enumerate(files.for_file(block.table).columns) if at and column.kind == "number"]
        for cells in sheet.iter_rows(min_row=2, values_only=True):
            assert all(cells[at] is None or isinstance(cells[at], int | float) for at in plain), block.table.caption


def test_rows_of_other_units_each_have_theirs(session: Session) -> None:
    page = PAGES["vergelijken"](View(session, Selection("balie"), audience="publish"))
    table = page.table("vergelijking_balie")
    assert table is not None
    made = files.for_file(table, with_percent_heads=True)
    units = {row[0].text: row[[column.label for column in made.columns].index("Eenheid")].text for row in made.rows}
    assert (units["Totaaloordeel"], units["CES"]) == ("rapportcijfer", "punten")
