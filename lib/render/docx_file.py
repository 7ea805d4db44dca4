"""Sheets as a Word document to edit further: real headings and tables, in Dutch."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from lib.render.dress import Dress
from lib.render.svg import picture_png
from lib.report.blocks import Facts, Headline, Page, Picture, Section, Sentences, Shown, Text, flat
from lib.report.tables import Table
from lib.survey.visible import visible

_MADE = datetime(2000, 1, 1)
_WIDTH = 1000  # pixels for which pictures are drawn


def pages_docx(title: str, pages: Sequence[Page], foot: str, dress: Dress) -> bytes:
    """The file; each sheet begins on a page of its own."""
    document = Document()
    document.core_properties.title = visible(title)
    document.core_properties.author = "Klantmonitor"
    document.core_properties.language = "nl-NL"
    document.core_properties.subject = visible(foot)
    document.core_properties.created = document.core_properties.modified = _MADE
    style = document.styles["Normal"]
    style.font.size = Pt(10)
    style.element.get_or_add_rPr().append(_language())
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.footer.paragraphs[0].text = visible(foot)
    for place, page in enumerate(pages):
        if place:
            document.add_page_break()
        if (logo := dress.logo_png) is not None:
            _logo(document, logo, dress.words)
        document.add_heading(visible(page.title), level=1)
        document.add_paragraph(visible(page.selection))
        document.add_paragraph(visible(page.finding))
        for block in flat(page.blocks):
            _add(document, block, dress)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _language() -> Any:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    return language


def _logo(document: Any, png: bytes, words: str) -> None:
    """The logo at the right, above the heading."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    picture = paragraph.add_run().add_picture(io.BytesIO(png), height=Cm(1.4))
    picture._inline.docPr.set("descr", visible(words))


def _add(document: Any, block: object, dress: Dress) -> None:
    match block:
        case Section():
            document.add_heading(visible(block.title), level=2)
        case Text():
            document.add_paragraph(visible(block.words))
        case Headline():
            paragraph = document.add_paragraph()
            large = paragraph.add_run(block.figure)
            large.bold, large.font.size = True, Pt(28)
            large.font.color.rgb = RGBColor.from_string(dress.palette.own.lstrip("#").upper())
            paragraph.add_run(f"  {visible(block.words)}  {block.base}".rstrip())
        case Facts():
            words = [f"{visible(name)}: {visible(value)}" for name, value in block.pairs]
            document.add_paragraph("    ".join([*words, *([visible(block.more)] if block.more else [])]))
        case Sentences():
            for line in block.lines:
                document.add_paragraph(visible(line), style="List Bullet")
        case Picture():
            picture = document.add_picture(io.BytesIO(picture_png(block, dress.palette, _WIDTH)), width=Cm(17))
            picture._inline.docPr.set("descr", visible(block.words))
        case Shown():
            _table(document, block.table)


def _table(document: Any, table: Table) -> None:
    made = document.add_table(rows=1, cols=len(table.columns))
    made.style = "Light List"
    head = made.rows[0]
    # Repeated on each page, and read aloud as the head of its column.
    marker = OxmlElement("w:tblHeader")
    marker.set(qn("w:val"), "true")
    head._tr.get_or_add_trPr().append(marker)
    for place, column in enumerate(table.columns):
        _write(head.cells[place], visible(column.label), column.kind == "number")
    for row in table.rows:
        cells = made.add_row().cells
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _write(cells[place], visible(cell.text), column.kind == "number")


def _write(cell: Any, text: str, is_number: bool) -> None:
    cell.text = text
    if is_number:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
