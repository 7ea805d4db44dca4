"""A table as a CSV file that Dutch Excel opens as columns; no cell can become a formula."""

import csv
import io
import re

from lib.report.tables import Table
from lib.survey.visible import visible

# What a spreadsheet would take for the start of a formula, and the figures that start the same way.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_FIGURE = re.compile(r"[+\-−–]|[+\-−–]?\d[\d.]*(,\d+)?%?")


def table_csv(table: Table) -> bytes:
    """The table as a CSV file that Dutch Excel opens as columns; no cell can become a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe_text(column.label) for column in table.columns])
    writer.writerows(
        [safe_text(cell.text if cell.in_file is None else cell.in_file) for cell in row] for row in table.rows
    )
    return out.getvalue().encode("utf-8-sig")


def safe_text(text: str) -> str:
    """A text as a spreadsheet takes it for text: what would begin a formula gets a quote before it."""
    plain = visible(text)
    return "'" + plain if _FORMULA.match(plain) and not _FIGURE.fullmatch(plain) else plain
