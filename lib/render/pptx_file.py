"""Sheets as slides to present elsewhere: charts and tables that can be edited, with alternative texts, in Dutch."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm, Pt

from lib.render.dress import Dress
from lib.report.blocks import Facts, Headline, Page, Picture, Section, Sentences, Shown, Text, flat
from lib.report.tables import Table
from lib.survey.visible import visible

_MADE = datetime(2000, 1, 1)
_LEFT, _TOP, _WIDE, _HIGH = Cm(1.5), Cm(4.4), Cm(30.8), Cm(12.6)
_ROWS = 12  # of a table on one slide


def pages_pptx(title: str, pages: Sequence[Page], foot: str, dress: Dress) -> bytes:
    """The file, 16:9: per sheet a slide with its finding and figures, then one per table or chart."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Cm(33.867), Cm(19.05)
    properties = deck.core_properties
    properties.title, properties.author, properties.language = visible(title), "Klantmonitor", "nl-NL"
    properties.subject = visible(foot)
    properties.created = properties.modified = _MADE
    for page in pages:
        _first(deck, page, foot, dress)
        heading = ""
        for block in flat(page.blocks):
            if isinstance(block, Section):
                heading = block.title
            elif isinstance(block, Shown):
                for start in range(0, len(block.table.rows), _ROWS):
                    slide = _slide(deck, heading or block.table.caption, page, foot)
                    rows = block.table.rows[start : start + _ROWS]
                    _table(slide, Table(block.table.caption, block.table.columns, rows))
            elif isinstance(block, Picture) and block.kind == "breakdown":
                _chart(_slide(deck, heading, page, foot), block, dress)
            elif isinstance(block, Sentences):
                _lines(_slide(deck, heading, page, foot), block.lines)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _slide(deck: Any, title: str, page: Page, foot: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = visible(title)
    slide.shapes.title.left, slide.shapes.title.top = _LEFT, Cm(0.9)
    slide.shapes.title.width, slide.shapes.title.height = _WIDE, Cm(2)
    _say(slide.shapes.title.text_frame, Pt(30))
    _words(slide, visible(page.selection), _LEFT, Cm(2.9), _WIDE, Pt(16))
    _words(slide, visible(foot), _LEFT, Cm(18), _WIDE, Pt(10))
    return slide


def _first(deck: Any, page: Page, foot: str, dress: Dress) -> None:
    """The finding, the large figure, and the quiet facts."""
    slide = _slide(deck, page.title, page, foot)
    if (logo := dress.logo_png) is not None:
        picture = slide.shapes.add_picture(io.BytesIO(logo), 0, Cm(0.7), height=Cm(1.8))
        picture.left = deck.slide_width - picture.width - Cm(1.5)
        slide.shapes.title.width = picture.left - _LEFT - Cm(0.5)
        _describe(picture, dress.words)
    _words(slide, visible(page.finding), _LEFT, _TOP, _WIDE, Pt(28))
    top = int(Cm(7.6))
    for block in flat(page.blocks):
        if isinstance(block, Headline):
            _words(slide, f"{block.figure}  {visible(block.words)}  {block.base}".rstrip(), _LEFT, top, _WIDE, Pt(40))
            top += Cm(2.4)
        elif isinstance(block, Facts):
            words = "     ".join(f"{visible(name)}: {visible(value)}" for name, value in block.pairs)
            _words(slide, f"{words}     {visible(block.more)}".rstrip(), _LEFT, top, _WIDE, Pt(20))
            top += Cm(1.3)
        elif isinstance(block, Section) and block.title != "Totaaloordeel":
            return
        elif isinstance(block, Text):
            _words(slide, visible(block.words), _LEFT, top, _WIDE, Pt(18))
            top += Cm(1.3)


def _words(slide: Any, text: str, left: int, top: int, width: int, size: int) -> None:
    frame = slide.shapes.add_textbox(left, top, width, Cm(1.2)).text_frame
    frame.word_wrap = True
    frame.text = text
    _say(frame, size)


def _say(frame: Any, size: int) -> None:
    """Every run in this size and said to be Dutch."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = size
            run._r.get_or_add_rPr().set("lang", "nl-NL")


def _lines(slide: Any, lines: Sequence[str]) -> None:
    frame = slide.shapes.add_textbox(_LEFT, _TOP, _WIDE, _HIGH).text_frame
    frame.word_wrap = True
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text = f"• {visible(line)}"
    _say(frame, Pt(16))


def _table(slide: Any, table: Table) -> None:
    shape = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), _LEFT, _TOP, _WIDE, Cm(1))
    _describe(shape, table.caption)
    made = shape.table
    first = int(_WIDE * 0.34)
    for place, column in enumerate(table.columns):
        made.columns[place].width = first if place == 0 else (_WIDE - first) // max(1, len(table.columns) - 1)
        _cell(made.cell(0, place), visible(column.label), column.kind == "number")
    for number, row in enumerate(table.rows, start=1):
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _cell(made.cell(number, place), visible(cell.text), column.kind == "number")


def _cell(cell: Any, text: str, is_number: bool) -> None:
    from pptx.enum.text import PP_ALIGN

    cell.text = text
    _say(cell.text_frame, Pt(14))
    if is_number:
        cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def _chart(slide: Any, picture: Picture, dress: Dress) -> None:
    """The shares of a question as bars of PowerPoint's own; they hold the percentages as shown and nothing more."""
    data = CategoryChartData(number_format='0"%"')
    # Bars are drawn from below.
    rows = list(reversed(picture.rows))
    data.categories = [visible(str(row["Antwoord"])) for row in rows]
    data.add_series("Percentage", [float(str(row["Percentage"])) for row in rows])
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, _LEFT, _TOP, _WIDE, _HIGH, data)
    _describe(shape, picture.words)
    chart = shape.chart
    chart.has_legend, chart.has_title = False, False
    chart.font.size = Pt(16)
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 60, True
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = RGBColor.from_string(dress.palette.own.lstrip("#").upper())
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False


def _describe(shape: Any, words: str) -> None:
    shape._element.xpath(".//p:cNvPr")[0].set("descr", visible(words))
