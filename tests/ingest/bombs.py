"""Workbooks that are small and ask for much when they are opened."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

import openpyxl

_STRINGS = "xl/sharedStrings.xml"
_SHEET = "xl/worksheets/sheet1.xml"
_NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _parts() -> dict[str, bytes]:
    """The parts of a small workbook that is fine."""
    book = openpyxl.Workbook()
    book.active.append(["Totaaloordeel"])
    book.active.append([8])
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(
    parts: Mapping[str, bytes], start: bytes = b"", piece: bytes = b"", times: int = 0, end: bytes = b""
) -> bytes:
    """The parts as a workbook; the texts of its cells are `start`, so many times the piece, and `end`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name != _STRINGS or not start:
                archive.writestr(name, content)
        if start:
            with archive.open(_STRINGS, "w", force_zip64=True) as part:
                part.write(start)
                for _ in range(times):
                    part.write(piece)
                part.write(end)
    return out.getvalue()


def one_text(megabytes: int = 0, signs: bytes = b"") -> bytes:
    """A workbook with a text in its shared strings, of so many megabytes of one letter or of these signs."""
    start, end = b"<sst " + _NAMESPACE + b"><si><t>", b"</t></si></sst>"
    return _zipped(_parts(), start + signs, b"a" * (1 << 20), megabytes, end)


def inline_text(signs: bytes) -> bytes:
    """A workbook with a text that stands in its cell."""
    parts = _parts()
    cell = b'<c r="A2" t="inlineStr"><is><t>' + signs + b"</t></is></c>"
    return _zipped({**parts, _SHEET: re.sub(rb'<c r="A2".*?</c>', lambda _: cell, parts[_SHEET])})


def many_parts(count: int) -> bytes:
    """A workbook with so many empty parts besides its own."""
    return _zipped({**_parts(), **{f"xl/media/{number}.xml": b"" for number in range(count)}})


def saying_it_is_small(data: bytes) -> bytes:
    """The same zip file, in which the last part is said to be of one byte."""
    place = data.rindex(b"PK\x01\x02")
    return data[: place + 24] + (1).to_bytes(4, "little") + data[place + 28 :]


BOMBS: Mapping[str, Callable[[], bytes]] = {
    "900 MB of one text": partial(one_text, 900),
    "the same, said to be of one byte": lambda: saying_it_is_small(one_text(900)),
    "200,000 empty parts": partial(many_parts, 200_000),
}
