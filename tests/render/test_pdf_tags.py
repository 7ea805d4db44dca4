"""The tags of the PDF: what stands in which order, heads of columns and rows, words for pictures, the language."""

import io
from datetime import date
from pathlib import Path

import pdfplumber
import pdfua
import pikepdf
import pytest
from pikepdf import Dictionary, Name, Object

from lib.figures.selection import Selection
from lib.render.factsheet import factsheet_file
from lib.render.pdf_tags import _kids, with_row_heads
from lib.report.factsheet import Choices, factsheet
from lib.report.logo import logo_of
from lib.report.view import View
from lib.session.session import Session
from tests.conftest import SAMPLE

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z" fill="#c22"/></svg>'
CHOICES = Choices("Voorbeeldstad", intro="Een inleiding.", logo=logo_of(LOGO))


@pytest.fixture(scope="module")
def view() -> View:
    files = ("balie_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
    session = Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in files])
    return View(session, Selection(), {}, "publish")


@pytest.fixture(scope="module")
def pdf(view: View) -> bytes:
    return factsheet_file("pdf", factsheet(view, CHOICES), {}, date(2026, 11, 27), CHOICES)


def elements(element: Object) -> list[Object]:
    """All elements of a structure tree, in reading order."""
    found = [element] if "/S" in element else []
    for kid in _kids(element):
        if isinstance(kid, Dictionary):
            found += elements(kid)
    return found


def kinds(element: Object) -> list[str]:
    return [str(kid.S) for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid]


def test_a_sheet_is_one_page_in_dutch_with_a_title(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) == 2
        assert str(document.Root.Lang).startswith("nl")
        assert document.Root.MarkInfo.Marked
        with document.open_metadata() as said:
            assert said["dc:title"] == "Factsheet klantonderzoek"
            assert (said["pdfaid:part"], said["pdfuaid:part"]) == ("3", "1")


def test_every_row_and_column_of_every_table_has_its_head(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = elements(document.Root.StructTreeRoot)
        tables = [each for each in found if Name.Table == each.S]
        assert len(tables) == 6
        for table in tables:
            first, *rows = (each for each in elements(table) if each.S == Name.TR)
            assert set(kinds(first)) == {"/TH"}
            assert rows
            for row in rows:
                head, *cells = _kids(row)
                assert (head.S, head.A.Scope) == (Name.TH, Name.Row)
                assert {cell.S for cell in cells} == {Name.TD}
                attributes = [cell.A if isinstance(cell.A, Dictionary) else cell.A[0] for cell in cells if "/A" in cell]
                assert not any("/Headers" in each for each in attributes)


def test_pictures_and_the_logo_are_told_in_words(pdf: bytes, view: View) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        figures = [each for each in elements(document.Root.StructTreeRoot) if Name.Figure == each.S]
        words = {str(each.Alt) for each in figures if "/Alt" in each}
        assert all("/Alt" in each for each in figures)
    assert "Logo van Voorbeeldstad" in words
    assert any("terug" in each.lower() for each in words)


def test_it_is_read_in_the_order_in_which_it_is_printed(pdf: bytes) -> None:
    """The words of the tagged content, element by element: title, selection, finding, then part by part."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        by_mark: dict[int, str] = {}
        for char in document.pages[0].chars:
            if char["mcid"] is not None:
                by_mark[char["mcid"]] = by_mark.get(char["mcid"], "") + char["text"]
        read = " ".join(by_mark[mark] for mark in sorted(by_mark))
    order = ("Balie", "alle producten", "Klanten geven balie", "Een inleiding.", "Respons", "Totaaloordeel", "Openingstijden",
             "Terugkomen", "CES", "per product", "Uitleg")  # fmt: skip
    places = [read.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_the_same_figures_give_the_same_file(view: View, pdf: bytes) -> None:
    again = factsheet_file("pdf", factsheet(view, CHOICES), {}, date(2026, 11, 27), CHOICES)
    assert len(again) == len(pdf)
    assert with_row_heads(pdf).startswith(b"%PDF-")


def test_an_existing_checker_finds_nothing_in_what_it_looks_at(pdf: bytes, tmp_path: Path) -> None:
    """pdfua 0.1 looks at 16 of the 106 rules of PDF/UA-1, and not at reading order, fonts or colours: no more is said."""
    file = tmp_path / "factsheet.pdf"
    file.write_bytes(pdf)
    report = pdfua.validate(str(file))
    assert list(report.findings) == []
