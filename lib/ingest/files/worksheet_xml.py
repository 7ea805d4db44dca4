"""What an .xlsx workbook says besides the outcomes in its cells: formulas whose outcome it doesn't hold, errors,
hidden rows, and from which year its dates count.

Excel keeps the outcome beside the formula; software that writes workbooks often does not, until someone
opens and saves them. The XML is only parsed where a sheet has a sign of any of this: most have none, and
looking for signs is many times as fast.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import IO
from xml.parsers import expat

from lib.ingest.files.raw import SheetFacts

_CHUNK = 1 << 20
_OVERLAP = 64  # a sign may be cut in two where a chunk ends
# Whatever prefix the elements have: ends of formulas, types of errors, rows that are not shown. Few and short, since
# each takes a tenth of the time that unpacking takes.
_SIGNS = (b"f>", b't="e"', b"hidden=")
_HIDDEN = (b'hidden="1"', b'hidden="true"')
_HEAD = 2_000  # bytes in which a writer shows whether it puts attributes between apostrophes
_TRUE = ("1", "true")


@dataclass(frozen=True)
class WorkbookFacts:
    """What a workbook says of its sheets, by their names; and whether its dates count from 1904."""

    counts_from_1904: bool = False
    sheets: Mapping[str, SheetFacts] = field(default_factory=dict)


def facts_of(data: bytes) -> WorkbookFacts:
    """The facts of an .xlsx workbook; none of what is no such workbook, or can't be parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            book = _Workbook()
            _parse(archive, "xl/workbook.xml", book.start)
            parts = _Relations()
            _parse(archive, "xl/_rels/workbook.xml.rels", parts.start)
            return WorkbookFacts(
                book.counts_from_1904,
                {name: _sheet_facts(archive, parts.targets.get(part, "")) for name, part in book.sheets},
            )
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, EOFError, OSError, RuntimeError, ValueError):
        return WorkbookFacts()


def _sheet_facts(archive: zipfile.ZipFile, part: str) -> SheetFacts:
    if part not in archive.namelist() or not _has_sign(archive, part):
        return SheetFacts()
    sheet = _Worksheet()
    _parse(archive, part, sheet.start, sheet.end, sheet.text)
    return SheetFacts(
        tuple(sheet.hidden_rows), sheet.is_filtered, tuple(sheet.errors), tuple(sheet.without_outcome)
    )  # fmt: skip


def _has_sign(archive: zipfile.ZipFile, part: str) -> bool:
    with archive.open(part) as stream:
        chunks = _chunks(stream)
        first = next(chunks, b"")
        return b"='" in first[:_HEAD] or any(_shows_sign(chunk) for chunk in chain([first], chunks))


def _shows_sign(chunk: bytes) -> bool:
    formulas, errors, hidden = (sign in chunk for sign in _SIGNS)
    return formulas or errors or (hidden and any(sign in chunk for sign in _HIDDEN))


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """Pieces of a stream, each with the end of the one before in front."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        yield tail + chunk
        tail = chunk[-_OVERLAP:]


def _parse(
    archive: zipfile.ZipFile,
    part: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    with archive.open(part) as stream:
        parser.ParseFile(stream)


def _local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition(" ")[2]


class _Workbook:
    """The sheets of a workbook, each with the id of its part."""

    def __init__(self) -> None:
        self.counts_from_1904 = False
        self.sheets: list[tuple[str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local == "workbookPr":
            self.counts_from_1904 = attributes.get("date1904") in _TRUE
        elif local == "sheet":
            part = next((value for key, value in attributes.items() if _local(key) == "id"), "")
            self.sheets.append((attributes.get("name", ""), part))


class _Relations:
    """The part of the archive behind each id."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "Relationship":
            # A target is relative to the workbook, or starts at the root of the archive.
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
            self.targets[attributes.get("Id", "")] = target.lstrip("/")


class _Worksheet:
    """What is found while the elements of a sheet go by."""

    def __init__(self) -> None:
        self.hidden_rows: list[int] = []
        self.is_filtered = False
        self.errors: list[tuple[int, int]] = []
        self.without_outcome: list[tuple[int, int]] = []
        self._row, self._column = -1, -1
        self._type = ""
        self._has_formula = self._has_value = self._in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local == "c":
            self._column = _column(attributes["r"]) if "r" in attributes else self._column + 1
            self._type = attributes.get("t", "")
            self._has_formula = self._has_value = False
        elif local == "f":
            self._has_formula = True
        elif local == "v":
            self._in_value = True
        elif local == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
            if attributes.get("hidden") in _TRUE:
                self.hidden_rows.append(self._row)
        elif local == "autoFilter":
            self.is_filtered = True

    def text(self, text: str) -> None:
        self._has_value = self._has_value or (self._in_value and bool(text))

    def end(self, name: str) -> None:
        local = _local(name)
        if local == "v":
            self._in_value = False
        elif local == "c":
            if self._type == "e" and self._has_value:
                self.errors.append((self._row, self._column))
            # An outcome of the type text may be an empty text.
            elif self._has_formula and not self._has_value and self._type != "str":
                self.without_outcome.append((self._row, self._column))


def _column(reference: str) -> int:
    """The place of a column, from 0: "A1" -> 0, "AA10" -> 26."""
    number = 0
    for letter in reference.upper():
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
