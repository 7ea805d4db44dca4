"""Workbooks in the other formats, and files that are no readable workbook in the smallest form that is
honest about it."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import xlwt

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE_ROOT, _STREAM = 5, 2
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"


def ods(sheets: Mapping[str, Sequence[Sequence[object]]], repeated: str = "") -> bytes:
    """An OpenDocument workbook, as far as a reader of cells needs one. `repeated`: the attributes of one
    more cell in every sheet, which may ask to be repeated without end."""
    tables = []
    for name, rows in sheets.items():
        cells = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
        tables.append(f'<table:table table:name="{escape(name)}">{cells}{repeated}</table:table>')
    content = (
        f'<office:document-content xmlns:office="{_NAMES}:office:1.0" xmlns:table="{_NAMES}:table:1.0" '
        f'xmlns:text="{_NAMES}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>{"".join(tables)}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_NAMES}:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return out.getvalue()


def ods_without_end() -> bytes:
    """A small OpenDocument workbook that asks for a million rows of sixteen thousand filled cells."""
    cell = _ods_cell(1).replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" ')
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    return ods({"Balie": [["Totaaloordeel"], [8]]}, row)


def _ods_cell(cell: object) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    shown = f"<text:p>{escape(str(cell))}</text:p>"
    if isinstance(cell, datetime):
        value = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, int | float):
        value = f'office:value-type="float" office:value="{cell}"'
    else:
        value = 'office:value-type="string"'
    return f"<table:table-cell {value}>{shown}</table:table-cell>"


def xls(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook as Excel wrote it until 2007."""
    book = xlwt.Workbook()
    as_date = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, datetime):
                    sheet.write(row, column, cell, as_date)
                elif cell is not None and cell != "":
                    sheet.write(row, column, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def encrypted_workbook() -> bytes:
    """An OLE container with the stream that Excel puts a workbook with a password in.

    One sector of allocation table, one of directory, eight of content: what "Encrypt with Password"
    writes, without the stream that describes the cipher.
    """
    size = 8 * _SECTOR
    table = [_FAT, _END, *range(3, 10), _END]
    directory = _entry("Root Entry", _STORAGE_ROOT, child=1) + _entry("EncryptedPackage", _STREAM, start=2, size=size)
    return (
        _header()
        + struct.pack("<128I", *table, *[_FREE] * (128 - len(table)))
        + directory.ljust(_SECTOR, b"\0")
        + bytes(index % 251 for index in range(size))
    )


def _header() -> bytes:
    start = struct.pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    sizes = struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return start + sizes + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, child: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBB3I36xIQ", raw, len(raw) + 2, kind, 1, _FREE, _FREE, child, start, size)
