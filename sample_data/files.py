"""Write the sample files so that the same data always give the same bytes."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

MADE_ON = datetime(2021, 1, 11, 9, 0, 0)
DATE_FORMAT = "DD-MM-YYYY"
ABOUT = [
    "Over dit bestand",
    "Dit zijn synthetische voorbeeldgegevens: er is geen enkele echte respondent.",
    "Alle antwoorden, teksten, namen, nummers en adressen zijn verzonnen met een script.",
    "De gegevens zien eruit als een export van de klantmonitor over 2020.",
    "Zo kunt u de app proberen zonder eigen bestand.",
    "Trek er geen conclusies uit over een gemeente, een medewerker of een inwoner.",
    "Opnieuw maken: uv run python sample_data/make_sample_data.py",
]


def put(cell: Cell, value: Any) -> None:
    """Store a value as what it is: a text that starts with = stays a text."""
    cell.value = value
    if isinstance(value, str) and value.startswith("="):
        cell.data_type = "s"
    if isinstance(value, date):
        cell.number_format = DATE_FORMAT


def fill_data_sheet(sheet: Worksheet, headers: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    for column, header in enumerate(headers, start=1):
        cell = sheet.cell(1, column, header)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = 18
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            if value is not None:
                put(sheet.cell(number, column), value)
    sheet.freeze_panes = "B2"


def fill_about_sheet(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 100
    for number, line in enumerate(ABOUT, start=1):
        sheet.cell(number, 1, line).alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True)


def with_fixed_times(package: bytes) -> bytes:
    """The same Excel package with every time of writing replaced by one fixed moment."""
    fixed = MADE_ON.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", fixed, content)
            entry = zipfile.ZipInfo(name, date_time=(2021, 1, 11, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            new.writestr(entry, content)
    return result.getvalue()


def write_excel(path: Path, title: str, headers: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """An Excel export: the data on the first sheet, the warning on the second."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = title
    fill_data_sheet(sheet, headers, rows)
    fill_about_sheet(workbook.create_sheet("Over dit bestand"))
    properties = workbook.properties
    properties.title = f"Klantmonitor {title} 2020 (synthetische voorbeelddata)"
    properties.description = "Synthetische gegevens: geen echte respondenten, alles is verzonnen."
    properties.creator = "sample_data/make_sample_data.py"
    properties.created = MADE_ON
    raw = io.BytesIO()
    workbook.save(raw)
    path.write_bytes(with_fixed_times(raw.getvalue()))


def write_csv(path: Path, headers: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """A CSV file as Dutch Excel makes it: semicolons, CRLF, UTF-8 with a byte order mark."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
        writer.writerow(headers)
        for row in rows:
            writer.writerow([value.strftime("%d-%m-%Y") if isinstance(value, date) else value for value in row])
