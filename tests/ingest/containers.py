"""Files that are no readable workbook, in the smallest form that is honest about it."""

import struct

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE_ROOT, _STREAM = 5, 2


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
