"""Bytes of a text file to UTF-8, whatever they were saved in; also where two encodings stand in one file.

Without a byte order mark a file only shows its encoding by what comes out: the letters that Dutch is
written with, between other letters.
"""

import codecs
import re
from collections import Counter
from collections.abc import Callable
from itertools import islice

# Windows has no sign for five bytes; software shows them as the control character of that number.
_WINDOWS = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256))
_TABLES = {"cp1252": _WINDOWS, "mac_roman": bytes(range(256)).decode("mac_roman"), "cp850": bytes(range(256)).decode("cp858")}  # fmt: skip
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_IN_CONTEXT = re.compile(rb"([\x00-\x7f]?)([\x80-\xff]+)(?=([\x00-\x7f]?))")
_PIECES = 50_000  # looked at to tell which encoding it is
_COMMON, _OTHER = frozenset("éëïöüèËÉÏÖÜÈ"), frozenset("áàâäåçêíìîñóôúùûßøœÁÀÂÄÇÊÍÑÓÔÚ")
_SIGNS = frozenset("€“”„‘–—…•°²½«»£§´©®™¡¿ \xa0\xad")


def as_utf8(data: bytes) -> tuple[bytes, str, bool]:
    """The text as UTF-8, the encoding it had, and whether it had a second one in places.

    Bytes, since a long text takes up to four times as much room in any other form.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        # Half a sign at the end, of a file that was cut off, is none.
        return (
            data[: len(data) & ~1].decode("utf-16", errors="ignore").encode("utf-8", errors="ignore"),
            "utf-16",
            False,
        )
    text = data.removeprefix(codecs.BOM_UTF8)
    marked = len(text) < len(data)
    named = "utf-8-sig" if marked else "utf-8"
    if _is_utf8(text):
        return text, named, False
    pieces = Counter((match[1], match[2], match[3]) for match in islice(_IN_CONTEXT.finditer(text), _PIECES))
    whole = sum(count for (_, piece, _), count in pieces.items() if _is_utf8(piece) and _is_likely(piece))
    page = max(_TABLES, key=lambda name: _score(pieces, _TABLES[name]))
    if not whole and not marked:
        return _from_page(text, page), page, False
    return _NOT_ASCII.sub(_mended(page), text), named, True


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _from_page(text: bytes, page: str) -> bytes:
    return codecs.charmap_decode(text, "strict", _TABLES[page])[0].encode("utf-8")


def _mended(page: str) -> Callable[[re.Match[bytes]], bytes]:
    """What to put for a piece that is no ASCII: itself where it is UTF-8, else what the code page says."""
    known: dict[bytes, bytes] = {}

    def mend(match: re.Match[bytes]) -> bytes:
        piece = match[0]
        if piece not in known:
            is_whole = _is_utf8(piece) and (_is_likely(piece) or len(piece) > 2)
            known[piece] = piece if is_whole else _from_page(piece, page)
        return known[piece]

    return mend


def _is_likely(piece: bytes) -> bool:
    """Whether a piece of UTF-8 says what Dutch texts say; two signs of a code page may be UTF-8 by chance."""
    return all(sign in _COMMON or sign in _OTHER or sign in _SIGNS or sign == "’" or ord(sign) > 0x1F000 for sign in piece.decode("utf-8"))  # fmt: skip


def _score(pieces: Counter[tuple[bytes, bytes, bytes]], table: str) -> int:
    """How well pieces read in a code page: letters beside letters, signs elsewhere."""
    score = 0
    for (before, piece, after), count in pieces.items():
        if _is_utf8(piece) and _is_likely(piece):
            continue
        signs = codecs.charmap_decode(piece, "strict", table)[0]
        in_word = before.isalpha() or after.isalpha()
        score += count * sum(_worth(sign, before, after, in_word) for sign in signs)
    return score


def _worth(sign: str, before: bytes, after: bytes, in_word: bool) -> int:
    """Of what reads equally well the first code page, that of Windows, is taken."""
    if sign == "’":
        return 4 if in_word else 1
    if sign in _COMMON or sign in _OTHER:
        fits = sign.islower() or not before.islower()
        return 0 if in_word and not fits else 4 if sign in _COMMON else 2
    if sign in _SIGNS:
        return -2 if before.isalpha() and after.isalpha() else 4
    return -4
