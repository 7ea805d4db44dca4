"""Tables as a workbook: a sheet each, numbers as numbers that look as they do on the page, and no formula anywhere."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from lib.report.files import for_file
from lib.report.tables import Cell, Kind, Table
from lib.survey.visible import visible

_WIDEST = 60  # characters
_LONGEST_NAME = 31  # of a sheet
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
# Every date in the file, so that the same figures give the same bytes at any hour.
_MADE = datetime(2000, 1, 1)
_SHAPES: dict[Kind, str] = {
    "grade": "#,##0.0",
    "agree": "0%",
    "effort": '+#,##0;"−"#,##0;0',
    "grade_difference": '+0.0;"−"0.0;0.0',
    "agree_difference": '+0;"−"0;0',
    "effort_difference": '+0;"−"0;0',
    "count": "#,##0",
    "year": "0",
    "chance": "0.000",
}


def workbook(tables: Sequence[Table], about: str = "", title: str = "") -> bytes:
    """A sheet per table, under its caption. `about`: the first line of each, which says what it is of; also in the
    properties of the file, under its `title`."""
    book = Workbook()
    book.properties.title, book.properties.subject = visible(title) or None, visible(about) or None
    book.properties.language = "nl-NL"
    book.remove(book.active)
    for table in tables:
        _sheet(book, for_file(table), about)
    return _bytes(book)


def _bytes(book: Workbook) -> bytes:
    """The file. `Workbook.save` would write the time of now, in its properties and on every part of the archive."""
    book.properties.creator = "Klantmonitor"
    book.properties.created = book.properties.modified = _MADE
    draft, made = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(draft, "w")).save()
    with zipfile.ZipFile(draft) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts.infolist():
            dated = zipfile.ZipInfo(part.filename, _MADE.timetuple()[:6])
            archive.writestr(dated, parts.read(part), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _sheet(book: Workbook, table: Table, about: str) -> None:
    """One table with a fixed header row, a filter on it, columns as wide as their texts, and one page wide in print."""
    sheet = book.create_sheet(_NOT_IN_NAMES.sub(" ", visible(table.caption))[:_LONGEST_NAME])
    head = 2 if about else 1
    for place, column in enumerate(table.columns, start=1):
        _write(sheet, head, place, Cell(column.label))
        sheet.cell(head, place).font = Font(bold=True)
        sheet.cell(head, place).alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(table.rows, start=head + 1):
        for place, cell in enumerate(row, start=1):
            _write(sheet, number, place, cell)
    for place in range(1, len(table.columns) + 1):
        texts = (len(str(cell.value or "")) for (cell,) in sheet.iter_rows(min_col=place, max_col=place))
        sheet.column_dimensions[get_column_letter(place)].width = min(_WIDEST, max(texts) + 2)
    if about:  # after the widths, which are those of the table
        _write(sheet, 1, 1, Cell(about))
    sheet.freeze_panes = f"{'B' if len(table.columns) > 1 else 'A'}{head + 1}"
    if len(table.columns) > 1 and table.rows:
        sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(table.columns))}{len(table.rows) + head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"1:{head}"


def _write(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """A number as what it is; everything else as text, whatever it looks like."""
    written = sheet.cell(row, column)
    if cell.value is None and not cell.text and not cell.in_file:
        return
    if cell.value is None:
        written.value = visible(cell.text if cell.in_file is None else cell.in_file)
        written.data_type = "s"
        return
    value = Decimal(cell.value)
    written.value = float(value / 100 if cell.kind == "agree" else value)
    written.number_format = _SHAPES[cell.kind]
