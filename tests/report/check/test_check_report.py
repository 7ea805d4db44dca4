"""The report that may leave names who, what and when, every number and what was not checked, as a page and a workbook."""

import io
from datetime import date
from hashlib import sha256

import pytest
from openpyxl import load_workbook

from lib.figures.selection import Selection
from lib.render.check_file import check_file
from lib.report.blocks import Page
from lib.report.check.check_report import Stamp, report_name, report_page
from lib.session.session import Session
from tests.ingest.exports import csv_text
from tests.report.check.conftest import draft_of

EXPORT = csv_text([["Totaaloordeel", "Wachttijd"], *([8, 7 + at % 2] for at in range(60))]).encode()
TEXT = "Balie 2020\n\nAspect\tEigen\nWachttijd\t8,0\n\nIets <b>anders</b>\n4,7\nblz. 12\n"
STAMP = Stamp(date(2026, 11, 30), "N. <i>de Boer</i>", "adviseur", sha256(TEXT.encode()).hexdigest(), (1, 3))


@pytest.fixture(scope="module")
def session() -> Session:
    return Session().with_files([("balie.csv", EXPORT)])


@pytest.fixture(scope="module")
def page(session: Session) -> Page:
    return report_page(session, draft_of(TEXT), Selection(), STAMP)


def test_the_web_page_holds_it_all(page: Page) -> None:
    html = check_file("html", page, STAMP).decode()
    for words in (
        "30 nov 2026", "adviseur", STAMP.digest, sha256(EXPORT).hexdigest(), "balie.csv", "concept.txt",
        "wijkt af", "niet gelezen", "4,7", "Alleen bladzijde 1 van de 1 is gelezen", "Balie · alle producten",
    ):  # fmt: skip
        assert words in html, words
    assert "<b>anders" not in html
    assert "<i>de Boer" not in html
    assert "<script" not in html
    assert "alles klopt" not in html.lower()


def test_the_workbook_holds_the_same(page: Page) -> None:
    book = load_workbook(io.BytesIO(check_file("xlsx", page, STAMP)))
    assert book.sheetnames == ["Verslag", "Bronnen", "Wat er niet klopt", "Niet gelezen", "Elk getal van het concept"]
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    for words in (STAMP.digest, sha256(EXPORT).hexdigest(), "wijkt af", "4,7", "Functie: adviseur"):
        assert words in cells, words
    numbers = book["Elk getal van het concept"]
    assert numbers.max_row == 1 + 4  # the head, 2020, 8,0, 4,7 and 12


def test_it_is_said_where_nothing_stayed_unread(session: Session) -> None:
    page = report_page(session, draft_of("Balie\n\nAspect\tEigen\nWachttijd\t7,5\n"), Selection(), STAMP)
    assert "bleef niets ongelezen" in check_file("html", page, STAMP).decode()


def test_its_name_tells_the_day() -> None:
    assert report_name(STAMP, "xlsx") == "publicatiecheck_2026-11-30.xlsx"


def test_the_same_check_gives_the_same_bytes(page: Page) -> None:
    assert check_file("xlsx", page, STAMP) == check_file("xlsx", page, STAMP)


def test_every_export_that_counts_is_named() -> None:
    files = {"balie.csv": EXPORT, "telefoon.csv": EXPORT.replace(b"Wachttijd", b"Bereikbaarheid")}
    session = Session().with_files(files.items())
    html = check_file("html", report_page(session, draft_of(TEXT), Selection(), STAMP), STAMP).decode()
    assert all(sha256(data).hexdigest() in html for data in files.values())
