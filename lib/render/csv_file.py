"""A table as a CSV file that Dutch Excel opens as columns; no cell can become a formula."""

import csv
import io
import re

from lib.report.files import for_file
from lib.report.tables import Cell, Table
from lib.survey.visible import visible

# What a spreadsheet would take for the start of a formula, and the figures that start the same way.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_FIGURE = re.compile(r"[+\-−–]|[+\-−–]?\d[\d.]*(,\d+)?%?")


def table_csv(table: Table, about: str = "") -> bytes:
    """The table as a CSV file that Dutch Excel opens as columns; no cell can become a formula, and columns of numbers hold
    nothing else. `about`: the first line, which says what it is of."""
    made = for_file(table, with_percent_heads=True)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    if about:
        writer.writerow([safe_text(about)])
    writer.writerow([safe_text(column.label) for column in made.columns])
    writer.writerows([_written(cell) for cell in row] for row in made.rows)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    """A number as a spreadsheet in Dutch reads it, everything else as text."""
    if cell.value is not None:
        return f"{cell.value}".replace(".", ",")
    return safe_text(cell.text if cell.in_file is None else cell.in_file)


def safe_text(text: str) -> str:
    """A text as a spreadsheet takes it for text: what would begin a formula gets a quote before it."""
    plain = visible(text)
    return "'" + plain if _FORMULA.match(plain) and not _FIGURE.fullmatch(plain) else plain
