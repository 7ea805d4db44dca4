"""Is a file too large to open? Told from the outside, without opening it.

A workbook of 1.5 kB can ask for a sheet of seventeen billion cells, and one of 3 MB can unpack to a
gigabyte: a reader that trusts them takes the whole server down.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from lib.survey.problems import Problem
from lib.survey.words import thousands

_ZIP = b"PK\x03\x04"
_CHUNK = 1 << 20
_OVERLAP = 512  # a cell may be cut in two where a chunk ends
# Only far cells are of interest, which keeps the search fast: a column of three letters (from AAA,
# the 703rd, on) or a row of six digits or more.
# They start with plain text on purpose, which is several times as fast; whoever writes a reference in
# another way to slip through is stopped by the limits of the process that reads.
_FAR_COLUMN = re.compile(rb' r="([A-Z]{3})([0-9]{1,7})"')
_FAR_ROW = re.compile(rb' r="([A-Z]{1,3})([0-9]{6,7})"')
# What stands behind the reference of a cell without a value: software stores those for their looks.
_EMPTY = re.compile(rb"[^<>]*(?:/>|>\s*</)")
_NEAR_COLUMNS, _NEAR_ROWS = 702, 99_999
# Other workbooks don't say where a cell stands; they are left to the limits of the process that reads.
_WORKSHEETS = re.compile(r"xl/worksheets/[^/]+\.xml$")


@dataclass(frozen=True)
class Limits:
    """What a file may be at most. The defaults hold for the largest file a region would make."""

    file_bytes: int = 500 << 20  # the web server has the same limit, in its configuration
    unpacked_bytes: int = 1 << 30
    columns: int = 2_000
    cells: int = 100_000_000
    seconds: float = 120.0
    memory_bytes: int = 4 << 30


DEFAULT_LIMITS = Limits()


def limits_sentence(limits: Limits = DEFAULT_LIMITS) -> str:
    """The limits in words for who opens files."""
    return (
        f"Een bestand mag {limits.file_bytes >> 20} MB groot zijn en, als werkmap, uitgepakt {limits.unpacked_bytes >> 30} GB; het "
        f"mag {thousands(limits.columns)} kolommen en {thousands(limits.cells)} cellen hebben, en het lezen mag "
        f"{limits.seconds:.0f} seconden en {limits.memory_bytes >> 30} GB geheugen kosten. Wat daarboven komt, wordt niet gelezen; "
        "de app en uw andere bestanden merken daar niets van."
    )


def precheck(file: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Problem | None:
    """What is wrong with the size of a file; None where nothing is, or where another step says it better."""
    if len(data) > limits.file_bytes:
        return Problem(
            "file_too_large",
            "error",
            f"Het bestand {file} is groter dan {limits.file_bytes >> 20} MB.",
            file=file,
            remedy="Exporteer een kortere periode, of verdeel de antwoorden over meer bestanden.",
        )
    if not data.startswith(_ZIP):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _check_archive(file, archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        # Broken or encrypted: the reader has a sentence for that.
        return None


def _check_archive(file: str, archive: zipfile.ZipFile, limits: Limits) -> Problem | None:
    if sum(entry.file_size for entry in archive.infolist()) > limits.unpacked_bytes:
        return Problem(
            "workbook_too_large",
            "error",
            f"Het Excel-bestand {file} is uitgepakt groter dan {limits.unpacked_bytes >> 30} GB.",
            file=file,
            remedy="Sla alleen het tabblad met antwoorden op in een nieuw bestand.",
        )
    for entry in archive.infolist():
        if _WORKSHEETS.match(entry.filename):
            with archive.open(entry) as stream:
                rows, columns = _extent(stream)
            if columns > limits.columns or rows * columns > limits.cells:
                return Problem(
                    "sheet_too_large",
                    "error",
                    f"Een tabblad in {file} is te groot: het beslaat tot {thousands(rows)} rijen en {thousands(columns)} kolommen, "
                    "vaak door een cel ver buiten de antwoorden.",
                    file=file,
                    remedy="Verwijder in Excel de lege rijen en kolommen rond de antwoorden en sla het bestand opnieuw op.",
                )
    return None


def _extent(stream: IO[bytes]) -> tuple[int, int]:
    """An upper bound of the rows and columns of the cells with a value in a sheet's XML."""
    rows, columns = 0, 0
    for chunk in _chunks(stream):
        for far in (_FAR_COLUMN, _FAR_ROW):
            for cell in far.finditer(chunk):
                row, column = int(cell[2]), _column_number(cell[1])
                if (row > rows or column > columns) and not _is_empty(chunk, cell.end()):
                    columns, rows = max(columns, column), max(rows, row)
    # Nothing far in one direction says nothing of the other, so the nearest bound stands there.
    return (rows, columns or _NEAR_COLUMNS) if rows or columns else (0, 0)


def _is_empty(chunk: bytes, place: int) -> bool:
    """Whether the cell whose reference ends here has no value, or is cut off here and comes whole in the next piece."""
    is_cut_off = place + _OVERLAP > len(chunk) and chunk.find(b">", place, place + _OVERLAP) == -1
    return is_cut_off or _EMPTY.match(chunk, place) is not None


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    tail = b""
    while chunk := stream.read(_CHUNK):
        yield tail + chunk
        tail = chunk[-_OVERLAP:]


def _column_number(letters: bytes) -> int:
    """A -> 1, Z -> 26, AA -> 27; no letters -> 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
