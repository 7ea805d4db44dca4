"""Bytes to raw sheets: nothing is interpreted here but the file format, the encoding and the delimiter."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError, load_workbook

from lib.ingest.files.foreign import refusal_of
from lib.ingest.files.raw import RawFile, RawSheet, SheetFacts, refuse
from lib.ingest.files.text_file import open_text
from lib.ingest.files.worksheet_xml import facts_of
from lib.survey.words import plain_name

_WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds a workbook with a password


def open_file(file: str, data: bytes) -> RawFile:
    """Read all sheets of an export. Raises `Refusal` where nothing can be read."""
    if not data.strip(b"\x00 \r\n\t"):
        raise refuse("file_empty", file, f"Het bestand {file} is leeg.", "Maak de export opnieuw en open dat bestand.")
    foreign = refusal_of(file, data)
    if foreign is not None:
        raise foreign
    if data.startswith((_ZIP, _OLE)):
        return _open_workbook(file, data)
    if plain_name(file).lower().endswith(_WORKBOOK_ENDINGS):
        raise refuse(
            "not_a_workbook",
            file,
            f"Het bestand {file} heet een Excel-bestand, maar is dat niet.",
            "Open het in Excel en sla het op als .xlsx, of exporteer opnieuw.",
        )
    return open_text(file, data)


def _open_workbook(file: str, data: bytes) -> RawFile:
    try:
        workbook = load_workbook(io.BytesIO(data))
        sheets = tuple(_sheets(workbook))
    except (CalamineError, PasswordError, ZipError, OSError, ValueError) as error:
        # Of an encrypted .xlsx without its path calamine only says that it does not know the format.
        if isinstance(error, PasswordError) or (data.startswith(_OLE) and _ENCRYPTED in data):
            raise refuse(
                "workbook_encrypted",
                file,
                f"Het bestand {file} is met een wachtwoord beveiligd.",
                "Sla het in Excel op zonder wachtwoord en open het opnieuw.",
            ) from None
        if data.startswith(_ZIP) and not _holds_workbook(data):
            raise refuse(
                "not_a_workbook",
                file,
                f"Het bestand {file} is een ingepakt bestand (zip) zonder Excel-werkmap erin.",
                "Pak het uit en open het bestand met de antwoorden zelf.",
            ) from None
        kind = "OpenDocument-bestand" if plain_name(file).lower().endswith(".ods") else "Excel-bestand"
        raise refuse(
            "workbook_unreadable",
            file,
            f"Het {kind} {file} is beschadigd of onvolledig.",
            "Exporteer of download het opnieuw, of sla het in Excel op als nieuw .xlsx-bestand.",
        ) from None
    facts = facts_of(data)
    told = tuple(
        replace(
            sheet,
            counts_from_1904=facts.counts_from_1904,
            facts=replace(facts.sheets.get(sheet.name or "", SheetFacts()), merged=sheet.facts.merged),
        )
        for sheet in sheets
    )
    return RawFile(
        file,
        "ods" if plain_name(file).lower().endswith(".ods") else "xls" if data.startswith(_OLE) else "xlsx",
        None,
        None,
        told,
    )


def _sheets(workbook: CalamineWorkbook) -> Iterator[RawSheet]:
    for sheet in workbook.sheets_metadata:
        opened = workbook.get_sheet_by_name(sheet.name)
        merged = tuple((*start, *end) for start, end in opened.merged_cell_ranges or ())
        yield RawSheet(
            sheet.name,
            _frame(opened.to_python(skip_empty_area=False)),
            is_hidden=sheet.visible != SheetVisibleEnum.Visible,
            facts=SheetFacts(merged=merged),
        )


def _holds_workbook(data: bytes) -> bool:
    """Whether a zip file has the parts of a workbook, or is too broken to say."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith(("xl/", "content.xml")) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return True


def _frame(rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, dtype=object)
