"""The workbook: the figures of the JSON as numbers, an account of each, no formula."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

import openpyxl
import pytest

from lib.figures.channel import figures
from lib.figures.counts import Counts, count
from lib.figures.selection import Selection
from lib.render.xlsx import workbook
from lib.report.figures_json import figures_json
from lib.report.tables import Cell, Column, Table, count_cell
from lib.report.view import View
from lib.report.workbook import sheets as sheets_of
from lib.session.derived import Derived
from lib.session.session import Session
from lib.survey.references import References
from tests.conftest import SAMPLE
from tests.figures.surveys import channel


@pytest.fixture(scope="module")
def sheets(sample_counts: Mapping[str, Counts], sample_references: References) -> dict[str, list[tuple[object, ...]]]:
    view = View(Session(derived=Derived(counts=sample_counts), references=sample_references))
    book = openpyxl.load_workbook(io.BytesIO(workbook(sheets_of(view))))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_every_figure_of_the_json_stands_in_it_as_a_number(
    sheets: Mapping[str, list[tuple[object, ...]]],
    sample_counts: Mapping[str, Counts],
    sample_references: References,
) -> None:
    found = [figures(counts, Selection(), sample_references) for counts in sample_counts.values()]
    json = figures_json(Selection(), found, [])
    rows = {(row[0], row[1]): row for row in sheets["Cijfers"][1:]}
    for one in json["channels"]:
        label = one["channel"].capitalize()
        assert rows[label, "Totaaloordeel"][3] == one["overall"]["value"]
        for score in one["scores"]:
            row = rows[label, score["label"]]
            times = 100 if score["unit"] == "agree" else 1
            assert round(float(str(row[3])) * times, 6) == score["value"]
            assert row[10] == score["n"]
            if score["benchmark"] is not None:
                assert round(float(str(row[4])) * times, 6) == score["benchmark"]
                assert round(float(str(row[6])), 6) == pytest.approx(score["difference"])
                assert row[5] == 2020


def test_every_figure_is_accounted_for(sheets: Mapping[str, list[tuple[object, ...]]]) -> None:
    accounts = sheets["Herkomst"]
    assert accounts[0][:4] == ("Kanaal", "Cijfer", "Regel", "Bron")
    assert len(accounts) - 1 == len(sheets["Cijfers"]) - 1 + 2  # and terugkomen and informatie vooraf
    assert all(row[2] and row[3] and row[4] and row[5] for row in accounts[1:])


def test_there_is_a_sheet_for_each_question_that_was_asked(sheets: Mapping[str, list[tuple[object, ...]]]) -> None:
    assert list(sheets)[:7] == ["Leeswijzer", "Cijfers", "Terugkomen", "Producten balie", "Producten telefoon",
                                "Informatie vooraf", "Producten digitaal"]  # fmt: skip
    assert list(sheets)[-1] == "Herkomst"


def test_the_tables_of_all_other_pages_are_in_it_too() -> None:
    files = [(name, (SAMPLE / name).read_bytes()) for name in ("balie_2020.xlsx", "referentiecijfers.csv")]
    names = [table.caption for table in sheets_of(View(Session().with_files(files), audience="publish"))]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 31 for name in names)
    for start in ("Terugkomen per product", "Verdeling van rapport", "Elk rapportcijfer", "Totaaloordeel per kw",
                  "4e kwartaal 2020 tegen", "Score en samenhang", "Onderdelen hostmanship"):  # fmt: skip
        assert any(name.startswith(start) and name.endswith("balie") for name in names), start


def test_a_name_from_a_file_is_no_formula() -> None:
    counts = count(channel({"totaaloordeel": [8] * 12}, products=["=1+1"] * 12, days=[date(2020, 1, 1)] * 12))
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(sheets_of(View(Session(derived=Derived(counts={"balie": counts}))))))
    )
    cell = book["Producten balie"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_the_same_figures_give_the_same_file_at_any_hour() -> None:
    counts = count(channel({"privacy": [8] * 12}))
    tables = sheets_of(View(Session(derived=Derived(counts={"balie": counts}))))
    made = workbook(tables)
    assert made == workbook(tables)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert str(date.today().year) not in archive.read("docProps/core.xml").decode()


def test_a_suppressed_figure_has_words_and_no_sum() -> None:
    counts = count(channel({"privacy": [8] * 9}))
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(sheets_of(View(Session(derived=Derived(counts={"balie": counts}))))))
    )
    (row,) = list(book["Cijfers"].iter_rows(min_row=2, values_only=True))
    assert row[3] is None
    assert row[8:11] == (None, None, 9)
    assert row[-1] == "Eigen cijfer: te weinig respons"
    (account,) = list(book["Herkomst"].iter_rows(min_row=2, values_only=True))
    assert account[7:] == (None, None, None, None, None)


def test_approved_tips_stand_in_it_as_text_and_no_other_words(sample_counts: Mapping[str, Counts]) -> None:
    tips = Table("Gekozen tips", (Column("Tekst"),), ((Cell("=1+1 [naam]"),), (Cell("Meer stoelen"),)))
    book = openpyxl.load_workbook(io.BytesIO(workbook([tips])))
    cells = [row[0] for row in book["Gekozen tips"].iter_rows()]
    assert [(cell.value, cell.data_type) for cell in cells] == [
        ("Tekst", "s"),
        ("=1+1 [naam]", "s"),
        ("Meer stoelen", "s"),
    ]
    view = View(Session(derived=Derived(counts=sample_counts)))
    assert "Gekozen tips" not in [table.caption for table in sheets_of(view)]


def test_words_that_look_like_a_number_stay_words() -> None:
    table = Table(
        "Blad", (Column("Tekst"), Column("n", "number")), ((Cell("2.5.1"), count_cell(1234)), (Cell("007"), Cell("–")))
    )
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([table])))["Blad"]
    assert [(cell.value, cell.data_type) for cell in sheet["A"][1:]] == [("2.5.1", "s"), ("007", "s")]
    assert [(cell.value, cell.data_type) for cell in sheet["B"][1:]] == [(1234, "n"), (None, "n")]


def test_every_sheet_says_what_it_is_of_and_can_be_filtered_and_printed(sample_counts: Mapping[str, Counts]) -> None:
    made = workbook(
        sheets_of(View(Session(derived=Derived(counts=sample_counts)), Selection("balie"))),
        "Klantmonitor · Balie · 2020",
    )
    book = openpyxl.load_workbook(io.BytesIO(made))
    for sheet in book:
        assert sheet["A1"].value == "Klantmonitor · Balie · 2020"
        assert sheet.print_title_rows == "$1:$2"
        assert sheet.page_setup.fitToWidth == 1
        if sheet.max_column > 1:
            assert str(sheet.auto_filter.ref).startswith("A2:")
