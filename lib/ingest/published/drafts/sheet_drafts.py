"""Workbooks as drafts: every sheet a page, every cell as its format shows it."""

import io
import re
from collections.abc import Iterable
from typing import Any

from openpyxl import load_workbook

from lib.ingest.published.drafts.charts import shown_number
from lib.ingest.published.drafts.draft import Unseen, Word
from lib.ingest.published.drafts.text_drafts import row_words

_ROWS, _COLUMNS = 5_000, 100
_DATE = re.compile(r"[dmy]", re.IGNORECASE)


def sheet_names(data: bytes) -> list[str]:
    """The names of the sheets of a workbook."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        return list(book.sheetnames)
    finally:
        book.close()


def read_sheets(data: bytes, pages: Iterable[int]) -> tuple[list[Word], list[Unseen]]:
    """The words of these sheets (from 1). The name of a sheet is its first line. A sheet without a cell counts as not
    seen where it holds a picture or a chart."""
    book = load_workbook(io.BytesIO(data), data_only=True)
    words: list[Word] = []
    unseen: list[Unseen] = []
    for number in pages:
        sheet = book[book.sheetnames[number - 1]]
        charts = [one for one in getattr(sheet, "_charts", ()) if not _draws_cells(one, book.sheetnames)]
        pictures = len(getattr(sheet, "_images", ())) + len(charts)
        unseen += [Unseen(number, 1, "picture") for _ in range(pictures)]
        words += row_words([sheet.title], number, 1, 0, heading=True)
        rows = sheet.iter_rows(max_row=min(sheet.max_row, _ROWS), max_col=min(sheet.max_column, _COLUMNS))
        for line, row in enumerate(rows, start=2):
            words += row_words([_shown(cell.value, cell.number_format) for cell in row], number, line, 1)
    return words, unseen


def _draws_cells(chart: Any, names: list[str]) -> bool:
    """Whether all that a chart draws are cells of this workbook, which are read as cells."""
    references = [
        one.val.numRef.f if one.val is not None and one.val.numRef is not None else "" for one in chart.series
    ]
    return bool(references) and all(one.rpartition("!")[0].strip("'") in names for one in references)


def _shown(value: object, code: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return shown_number(str(value), code or "")
    if hasattr(value, "strftime"):
        return f"{value:%d-%m-%Y}"
    return str(value)
