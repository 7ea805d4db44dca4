"""Texts in UTF-8 that were once read as Windows-1252 ("Ã©" for "é"), put right."""

import re
from functools import cache

# The signs that Windows-1252 and Latin-1 show for the bytes that follow the first one in UTF-8.
_FOLLOWING = "".join(chr(byte) + bytes([byte]).decode("cp1252", errors="ignore") for byte in range(0x80, 0xC0))
_BROKEN = re.compile(
    f"[\\xc2-\\xdf][{re.escape(_FOLLOWING)}]|[\\xe0-\\xef][{re.escape(_FOLLOWING)}]{{2}}|[\\xf0-\\xf4][{re.escape(_FOLLOWING)}]{{3}}"
)


def repair(text: str) -> str:
    """The text with every broken letter put right; what is not surely broken stays as it is."""
    return text if text.isascii() else _BROKEN.sub(lambda match: _whole(match[0]), text)


def is_broken(text: str) -> bool:
    """Whether a text has broken letters that can be put right."""
    return repair(text) != text


@cache
def _whole(broken: str) -> str:
    """The one letter or sign behind a broken piece, or the piece itself where that is unlikely.

    `«CAFÉ»` holds a piece that could be UTF-8 as well, of a letter that nobody here writes.
    """
    try:
        letter = b"".join(_byte(sign) for sign in broken).decode("utf-8")
    except UnicodeDecodeError:
        return broken
    is_usual = (
        "\xa0" <= letter <= "\xff" or "\u2000" <= letter <= "\u206f" or letter in "ŒœŠšŽžŸ€™" or letter > "\U0001f000"
    )
    return letter if is_usual else broken


def _byte(sign: str) -> bytes:
    # Five bytes have no sign in Windows-1252; software shows them as the control character of that number.
    return bytes([ord(sign)]) if ord(sign) < 0x100 else sign.encode("cp1252")
