"""Small export files made by hand, and what was read of them in words instead of codes."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from openpyxl import Workbook

from lib.ingest.read import FileReceipt, read_file
from lib.survey.dataset import NO_DAY, NO_PRODUCT, Answers, ChannelAnswers
from lib.survey.scales import BLANK, DONT_KNOW, FIRST_VALID, NOT_APPLICABLE, UNREADABLE

Cell = object  # whatever a cell of a text file or a workbook can hold
Rows = Sequence[Sequence[Cell]]

OUTSIDE = {BLANK: "leeg", DONT_KNOW: "weet niet", NOT_APPLICABLE: "n.v.t.", UNREADABLE: "?"}


def csv_text(rows: Rows, delimiter: str = ";", newline: str = "\n") -> str:
    """The rows as a text file, quoted where needed."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return text.getvalue()


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """The rows as an Excel file with a sheet per name."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read(rows: Rows, file: str = "balie.csv") -> FileReceipt:
    """What is read of a text file with these rows, the header first."""
    return read_file(file, csv_text(rows).encode())


def column(header: str, cells: Sequence[Cell], file: str = "balie.csv") -> FileReceipt:
    """What is read of a text file with a column beside the totaaloordeel, which is 8 in every row."""
    return read([["Totaaloordeel", header], *([8, cell] for cell in cells)], file)


def only_part(receipt: FileReceipt) -> ChannelAnswers:
    """The answers of the only channel in a file."""
    (part,) = receipt.parts
    return part


def said(answers: Answers) -> list[str]:
    """What each respondent answered: a grade, the key of a point or option, or why it is neither."""
    points = [str(value) for value in answers.values] or [point.key for point in answers.item.points]
    return [OUTSIDE[code] if code < FIRST_VALID else points[code - FIRST_VALID] for code in answers.codes.tolist()]


def items(receipt: FileReceipt) -> dict[str, str | None]:
    """What each column was taken for, by its header."""
    return {
        column.header: column.item.key if column.item else None for sheet in receipt.sheets for column in sheet.columns
    }


def days(part: ChannelAnswers) -> list[date | None]:
    """The day of every respondent."""
    return [None if day == NO_DAY else date(1970, 1, 1) + timedelta(days=day) for day in part.days.tolist()]


def products(part: ChannelAnswers) -> list[str | None]:
    """The product of every respondent."""
    return [None if code == NO_PRODUCT else part.products[code] for code in part.product_codes.tolist()]


def problem_codes(receipt: FileReceipt, *severities: str) -> list[str]:
    """The codes of the problems of a file, those of the severities given or all of them."""
    return [problem.code for problem in receipt.problems if not severities or problem.severity in severities]
