"""Bytes to raw sheets: nothing is interpreted here but the file format, the encoding and the delimiter."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import pandas as pd
from python_calamine import CalamineError, PasswordError, SheetVisibleEnum, ZipError, load_workbook

from lib.ingest.precheck import DEFAULT_LIMITS
from lib.survey.problems import Problem, Refusal
from lib.survey.words import plain_name, thousands

_DELIMITERS = ";,\t|"
_WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
_SNIFF_LINES = 50
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds a workbook with a password
_BINARY_FILES = {
    b"%PDF": "een pdf",
    b"\x89PNG": "een afbeelding",
    b"\xff\xd8\xff": "een afbeelding",
    b"GIF8": "een afbeelding",
}


@dataclass(frozen=True, eq=False)
class RawSheet:
    """The cells of a sheet as they stand in the file, empty strings where nothing stands.

    `cells`: frame without header, first row of the file first; workbook cells keep their type,
    CSV cells are text. `name` is None for a text file. `widths`: how many cells the first rows of
    a text file have; a workbook has no such thing. `is_hidden`: whether Excel shows it to no one.
    """

    name: str | None
    cells: pd.DataFrame
    widths: tuple[int, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, eq=False)
class RawFile:
    """A file opened: its sheets, and how it was read."""

    file: str
    format: str
    encoding: str | None
    delimiter: str | None
    sheets: tuple[RawSheet, ...]


def open_file(file: str, data: bytes) -> RawFile:
    """Read all sheets of an export. Raises `Refusal` where nothing can be read."""
    if not data.strip(b"\x00 \r\n\t"):
        raise _refuse("file_empty", file, f"Het bestand {file} is leeg.", "Maak de export opnieuw en open dat bestand.")
    for start, what in _BINARY_FILES.items():
        if data.startswith(start):
            raise _refuse(
                "not_an_export",
                file,
                f"Het bestand {file} is {what}, geen export met antwoorden.",
                "Exporteer de antwoorden als Excel- of CSV-bestand en open dat bestand.",
            )
    if data.startswith((_ZIP, _OLE)):
        return _open_workbook(file, data)
    if plain_name(file).lower().endswith(_WORKBOOK_ENDINGS):
        raise _refuse(
            "not_a_workbook",
            file,
            f"Het bestand {file} heet een Excel-bestand, maar is dat niet.",
            "Open het in Excel en sla het op als .xlsx, of exporteer opnieuw.",
        )
    return _open_text(file, data)


def _open_workbook(file: str, data: bytes) -> RawFile:
    try:
        workbook = load_workbook(io.BytesIO(data))
        sheets = tuple(
            RawSheet(
                sheet.name,
                _frame(workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)),
                is_hidden=sheet.visible != SheetVisibleEnum.Visible,
            )
            for sheet in workbook.sheets_metadata
        )
    except (CalamineError, PasswordError, ZipError, OSError, ValueError) as error:
        # Of an encrypted .xlsx without its path calamine only says that it does not know the format.
        if isinstance(error, PasswordError) or (data.startswith(_OLE) and _ENCRYPTED in data):
            raise _refuse(
                "workbook_encrypted",
                file,
                f"Het bestand {file} is met een wachtwoord beveiligd.",
                "Sla het in Excel op zonder wachtwoord en open het opnieuw.",
            ) from None
        if data.startswith(_ZIP) and not _holds_workbook(data):
            raise _refuse(
                "not_a_workbook",
                file,
                f"Het bestand {file} is een ingepakt bestand (zip) zonder Excel-werkmap erin.",
                "Pak het uit en open het bestand met de antwoorden zelf.",
            ) from None
        kind = "OpenDocument-bestand" if plain_name(file).lower().endswith(".ods") else "Excel-bestand"
        raise _refuse(
            "workbook_unreadable",
            file,
            f"Het {kind} {file} is beschadigd of onvolledig.",
            "Exporteer of download het opnieuw, of sla het in Excel op als nieuw .xlsx-bestand.",
        ) from None
    return RawFile(
        file,
        "ods" if plain_name(file).lower().endswith(".ods") else "xls" if data.startswith(_OLE) else "xlsx",
        None,
        None,
        sheets,
    )


def _holds_workbook(data: bytes) -> bool:
    """Whether a zip file has the parts of a workbook, or is too broken to say."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith(("xl/", "content.xml")) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return True


def _open_text(file: str, data: bytes) -> RawFile:
    text, encoding = _as_utf8(data)
    if b"\x00" in text:
        raise _refuse(
            "not_text",
            file,
            f"Het bestand {file} bevat tekens die niet in een tekstbestand horen.",
            "Exporteer de antwoorden opnieuw als Excel- of CSV-bestand.",
        )
    # Not splitlines: that also cuts at signs which are no end of a line in a text file.
    start = io.StringIO(text[:1_000_000].decode("utf-8", errors="replace"), newline=None)
    lines = [line.rstrip("\n") for line in islice(start, _SNIFF_LINES)]
    skipped = 1 if lines and lines[0].lower().startswith("sep=") else 0
    try:
        delimiter = lines[0][4:5] if skipped and lines[0][4:5] else _sniff(lines)
        widths = tuple(len(row) for row in csv.reader(lines[skipped:], delimiter=delimiter))
        _check_width(file, max(widths, default=1))
        cells = _text_cells(text, delimiter, skipped, max(widths, default=1))
    except (csv.Error, pd.errors.ParserError, pd.errors.EmptyDataError, ValueError):
        raise _refuse(
            "text_unreadable",
            file,
            f"Het tekstbestand {file} is geen tabel; vaak opent er een aanhalingsteken dat nergens sluit.",
            "Open het in Excel, kijk of de kolommen kloppen en sla het op als .xlsx.",
        ) from None
    return RawFile(file, "csv", encoding, delimiter, (RawSheet(None, cells, widths),))


def _check_width(file: str, columns: int) -> None:
    """Raises `Refusal` where a text file has more columns than any survey asks questions."""
    if columns > DEFAULT_LIMITS.columns:
        raise _refuse(
            "sheet_too_large",
            file,
            f"Het bestand {file} heeft {thousands(columns)} kolommen; meer dan {thousands(DEFAULT_LIMITS.columns)} kan niet.",
            "Exporteer een rij per respondent en een kolom per vraag, of laat kolommen weg.",
        )


def _text_cells(text: bytes, delimiter: str, skipped: int, width: int) -> pd.DataFrame:
    """The cells of a text, `width` columns wide. Raises `Refusal` where a row has a filled cell more."""

    def read(columns: range | None) -> pd.DataFrame:
        cells = pd.read_csv(
            io.BytesIO(text),
            sep=delimiter,
            header=None,
            names=range(width),
            usecols=columns,
            index_col=False,
            dtype=str,
            keep_default_na=False,
            skip_blank_lines=False,
            skiprows=skipped,
            engine="c",
        )
        # A row may end early; copying is only worth it where one does.
        return cells.fillna("") if cells.isna().to_numpy().any() else cells

    try:
        return read(None)
    except pd.errors.ParserError:
        # Most likely a row below the first ones is longer; only empty cells at its end do no harm.
        rows = csv.reader(io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline=""), delimiter=delimiter)
        for number, row in enumerate(rows, start=1 - skipped):
            if any(cell.strip() for cell in row[width:]):
                raise row_too_long(number) from None
        return read(range(width))


def _as_utf8(data: bytes) -> tuple[bytes, str]:
    """The text as UTF-8, and the encoding it had: by its byte order mark, else UTF-8, else Windows-1252.
    Bytes, since a long text takes up to four times as much room in any other form."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").encode("utf-8", errors="replace"), "utf-16"
    encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    text = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return data.decode("cp1252", errors="replace").encode("utf-8"), "cp1252"
        return text.decode("utf-8", errors="replace").encode("utf-8"), encoding
    return text, encoding


def _sniff(lines: Sequence[str]) -> str:
    """The delimiter that cuts most lines into the same number of cells, more than one."""

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_DELIMITERS, key=agreement)


def row_too_long(row: int) -> Refusal:
    """The refusal of a text file with a row that has more cells than the header: from the extra
    delimiter on its answers stand under the wrong questions, and which one is extra is not to be seen."""
    return Refusal(
        Problem(
            "row_too_long",
            "error",
            f"Rij {row} heeft meer cellen dan de kopregel; antwoorden staan daardoor onder de verkeerde vraag.",
            row=row,
            remedy="Zet een tekst waarin het scheidingsteken voorkomt tussen aanhalingstekens, of exporteer als Excel-bestand.",
        )
    )


def _frame(rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, dtype=object)


def _refuse(code: str, file: str, message: str, remedy: str) -> Refusal:
    return Refusal(Problem(code, "error", message, file=file, remedy=remedy))
