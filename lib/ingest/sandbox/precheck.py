"""Is a file too large to open? Told by a look at it that takes hardly any memory, before it is parsed.

A workbook of 1.5 kB can ask for a sheet of seventeen billion cells, and one of 1 MB can unpack to a
gigabyte of one text. Nothing that a file says of its own size is believed.
"""

import io
import lzma
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from lib.survey.problems import Problem, Refusal
from lib.survey.words import thousands

_END_OF_ZIP, _PART_OF_ZIP = b"PK\x05\x06", b"PK\x01\x02"
_LONGEST_END = 1 << 17  # bytes in which the end of a zip file is looked for; it may carry a remark
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, NotImplementedError, ValueError
)  # fmt: skip
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
# Where cells keep their texts, in both kinds of workbook.
_TEXTS = re.compile(r"(xl/(worksheets/|sharedstrings)[^/]*|content)\.xml$", re.IGNORECASE)
# One sign may be written in so many bytes: a name or number for it, or as Excel writes unseen ones.
_WRITTEN_SIGN = re.compile(r"&[#\w]{1,10};|_x[0-9A-Fa-f]{4}_")
_LONGEST_SIGN = 10
_DENSE_BYTES = 16 << 20  # a part may only be suspiciously dense from here on


@dataclass(frozen=True)
class Limits:
    """What a file may be at most. The defaults hold for the largest file a region would make."""

    file_bytes: int = 500 << 20  # the web server has the same limit, in its configuration
    unpacked_bytes: int = 1 << 30
    parts: int = 5_000  # a workbook has some ten, and a few for every sheet
    density: int = 500  # times that a part may grow: one text over and over reaches 350, a bomb 1,000
    text_length: int = 32_767  # of Excel itself, for a cell
    columns: int = 2_000
    cells: int = 100_000_000
    seconds: float = 120.0
    memory_bytes: int = 4 << 30


DEFAULT_LIMITS = Limits()


def limits_sentence(limits: Limits = DEFAULT_LIMITS) -> str:
    """The limits in words for who opens files."""
    return (
        f"Een bestand mag {limits.file_bytes >> 20} MB groot zijn en, als werkmap, uitgepakt {limits.unpacked_bytes >> 30} GB; het "
        f"mag {thousands(limits.columns)} kolommen, {thousands(limits.cells)} cellen en {thousands(limits.text_length)} tekens in een cel hebben, en het lezen mag "
        f"{limits.seconds:.0f} seconden en {limits.memory_bytes >> 30} GB geheugen kosten. Wat daarboven komt, wordt niet gelezen; "
        "de app en uw andere bestanden merken daar niets van."
    )


def check_size(file: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Problem | None:
    """What is wrong with how large a file is; no look inside."""
    if len(data) <= limits.file_bytes:
        return None
    return Problem(
        "file_too_large",
        "error",
        f"Het bestand {file} is groter dan {limits.file_bytes >> 20} MB.",
        file=file,
        remedy="Exporteer een kortere periode, of verdeel de antwoorden over meer bestanden.",
    )


def precheck(file: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Problem | None:
    """What is wrong with the size of a file or of anything in it; None where nothing is, or where another
    step says it better."""
    problem = check_size(file, data, limits)
    if problem is not None or _END_OF_ZIP not in data[-_LONGEST_END:]:
        return problem
    try:
        # Counted in the bytes, since opening a zip file makes something of every part it lists.
        if data.count(_PART_OF_ZIP) > limits.parts:
            raise _too_many_parts(file, limits)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_archive(file, archive, limits)
    except Refusal as refusal:
        return refusal.problem
    except _UNREADABLE:
        pass  # broken or encrypted: the reader has a sentence for that
    return None


def _check_archive(file: str, archive: zipfile.ZipFile, limits: Limits) -> None:
    """Raises `Refusal` where a zip file, or a part of it, is too large."""
    left = limits.unpacked_bytes
    if sum(entry.file_size for entry in archive.infolist()) > left:
        raise _too_large(file, limits)
    for entry in archive.infolist():
        entry.file_size = sys.maxsize  # as much as there is gets unpacked, whatever is said of it
        part = _Part(file, entry, limits, left)
        with suppress(*_UNREADABLE), archive.open(entry) as stream:
            chunks = part.chunks(stream)
            rows, columns = _extent(chunks) if _WORKSHEETS.match(entry.filename) else _read_through(chunks)
            if columns > limits.columns or rows * columns > limits.cells:
                raise _sheet_too_large(file, rows, columns)
        left -= part.size


class _Part:
    """A part of a zip file that is looked at while it is read. Raises `Refusal` where more comes out of it than
    there may, or a text that is too long."""

    def __init__(self, file: str, entry: zipfile.ZipInfo, limits: Limits, left: int) -> None:
        self._file = file
        self._limits = limits
        self._left = left
        self._densest = max(_DENSE_BYTES, limits.density * entry.compress_size)
        self._has_texts = _TEXTS.search(entry.filename) is not None
        self._open = b""  # what came after the last bracket
        self.size = 0

    def chunks(self, stream: IO[bytes]) -> Iterator[bytes]:
        """Its bytes, unpacked, a piece at a time."""
        while chunk := stream.read(_CHUNK):
            self.size += len(chunk)
            if self.size > self._left:
                raise _too_large(self._file, self._limits)
            if self.size > self._densest:
                raise _too_dense(self._file, self._limits)
            if self._has_texts:
                self._look(chunk)
            yield chunk

    def _look(self, chunk: bytes) -> None:
        """Go from bracket to bracket, as far as a text may be long at a time."""
        place = chunk.find(b"<")
        self._check(self._open + (chunk if place == -1 else chunk[:place]))
        if place == -1:
            # Whatever else has no end, from here on it counts as text.
            self._open = self._open + chunk if len(self._open) < _CHUNK else b">"
            return
        while True:
            following = chunk.rfind(b"<", place + 1, place + self._limits.text_length)
            if following == -1:
                following = chunk.find(b"<", place + 1)
                self._open = chunk[place + 1 :] if following == -1 else b""
                if following == -1:
                    return
                self._check(chunk[place + 1 : following])
            place = following

    def _check(self, piece: bytes) -> None:
        """Look at what stands between two brackets, the rest of a tag first."""
        if len(piece) > self._limits.text_length:
            text = piece if piece.startswith(b"![CDATA[") else piece.partition(b">")[2]
            signs = text[: _LONGEST_SIGN * self._limits.text_length].decode("utf-8", "replace").strip()
            if len(_WRITTEN_SIGN.sub("-", signs)) > self._limits.text_length:
                raise _text_too_long(self._file, self._limits)


def _read_through(chunks: Iterator[bytes]) -> tuple[int, int]:
    """What is no sheet has no extent; it is only looked at."""
    for _ in chunks:
        pass
    return (0, 0)


def _extent(chunks: Iterator[bytes]) -> tuple[int, int]:
    """An upper bound of the rows and columns of the cells with a value in a sheet's XML."""
    rows, columns = 0, 0
    for chunk in _overlapping(chunks):
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


def _overlapping(chunks: Iterator[bytes]) -> Iterator[bytes]:
    tail = b""
    for chunk in chunks:
        yield tail + chunk
        tail = chunk[-_OVERLAP:]


def _column_number(letters: bytes) -> int:
    """A -> 1, Z -> 26, AA -> 27; no letters -> 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_many_parts(file: str, limits: Limits) -> Refusal:
    return _refusal(
        "workbook_too_many_parts",
        file,
        f"Het bestand {file} bestaat uit meer dan {thousands(limits.parts)} onderdelen; een Excel-bestand heeft er enkele tientallen.",
    )


def _too_large(file: str, limits: Limits) -> Refusal:
    return _refusal(
        "workbook_too_large",
        file,
        f"Het Excel-bestand {file} is uitgepakt groter dan {limits.unpacked_bytes >> 30} GB.",
    )


def _too_dense(file: str, limits: Limits) -> Refusal:
    return _refusal(
        "workbook_too_dense",
        file,
        f"Het Excel-bestand {file} wordt bij het uitpakken meer dan {thousands(limits.density)} keer zo groot; dat doen antwoorden niet.",
    )


def _text_too_long(file: str, limits: Limits) -> Refusal:
    return _refusal(
        "text_too_long",
        file,
        f"In {file} staat een tekst van meer dan {thousands(limits.text_length)} tekens in één cel; meer past er in Excel niet in.",
    )


def _sheet_too_large(file: str, rows: int, columns: int) -> Refusal:
    return _refusal(
        "sheet_too_large",
        file,
        f"Een tabblad in {file} is te groot: het beslaat tot {thousands(rows)} rijen en {thousands(columns)} kolommen, "
        "vaak door een cel ver buiten de antwoorden.",
        "Verwijder in Excel de lege rijen en kolommen rond de antwoorden en sla het bestand opnieuw op.",
    )


def _refusal(
    code: str, file: str, message: str, remedy: str = "Sla alleen het tabblad met antwoorden op in een nieuw bestand."
) -> Refusal:
    return Refusal(Problem(code, "error", message, file=file, remedy=remedy))
