"""Formulas whose outcome a workbook does not hold: a reader of cells finds them empty.

Excel keeps the outcome beside the formula; software that writes workbooks often does not, until
someone opens and saves them.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

_CHUNK = 1 << 20
_OVERLAP = 64  # an end of a formula may be cut in two where a chunk ends
_END = b"</f>"
_WITHOUT_OUTCOME = re.compile(rb"</f>(?:<v\s*/>|<v></v>)?</c>")
_WORKSHEETS = re.compile(r"xl/worksheets/[^/]+\.xml$")


def count_without_outcome(data: bytes) -> int:
    """How many cells of an .xlsx workbook hold a formula and no outcome; 0 for what is no such workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if _WORKSHEETS.match(name)]
            return sum(_count(archive, name) for name in names)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        return 0


def _count(archive: zipfile.ZipFile, name: str) -> int:
    found = 0
    with archive.open(name) as stream:
        for chunk, seen in _chunks(stream):
            # Most sheets hold no formula at all, and this is many times as fast.
            if _END in chunk:
                found += sum(match.end() > seen for match in _WITHOUT_OUTCOME.finditer(chunk))
    return found


def _chunks(stream: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Pieces of a stream, each with the end of the one before in front, and how long that is."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        yield tail + chunk, len(tail)
        tail = chunk[-_OVERLAP:]
