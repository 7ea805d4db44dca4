"""Every number in a text: each maximal run of digits with points and commas between them, once.

A scan makes "8,O", "8'9" and "7 ,2" of figures; they are one number, printed as it stands there, with what was repaired.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_LOOKS_LIKE = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8", "Z": "2"})
_ANY = "[0-9OoQlISBZ]"
# In order: thousands in groups; a figure with a letter or a sign for a digit or comma; the plain run.
_NUMBER = re.compile(
    r"(?P<grouped>(?<![\d.,])\d{1,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d])(?!,\d{2}))"
    r"|(?P<scan>(?<![\w.,])(?=\w*\d)(?=\w*[OolI])[12lI][09Oo][\dOolI]{2}(?![\w.,]))"
    r"|(?P<nbsp>(?<![\d.,])\d{3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d))"
    rf"|(?P<spaced>(?<![\w.,])\d{{1,2}} ,\s?\d(?![\d.,\w]))"
    rf"|(?P<quoted>(?<![\w.,])\d['’`´]\d(?![\w'’]))"
    rf"|(?P<scanned>(?<![\w.,'’])(?=[^\s%]*\d)(?:{_ANY}{{1,3}}[.,][\dOoQlISBZ]{{1,2}}(?!{_ANY})(?<!\d[.,]\d)(?<!\d[.,]\d\d)|\d?[OoQlISBZ]\d?(?=\s?%)|\d[OolI\d]{{1,2}}\d(?<!\d{{4}})(?<!\d{{3}}))(?![\w]))"
    r"|(?P<plain>\d+(?:[.,]\d+)*)"
)
_SIGN = re.compile(r"(?:(?<=^)|(?<=[\s(\[;:/|]))[+\-−–](?=$)")
_PERCENT = re.compile(r"\s?(?:%|procent(?!\w)|pct\b)", re.IGNORECASE)
_MOST_DIGITS = 12


@dataclass(frozen=True)
class Number:
    """A number in a text: where it begins and ends, the text that is printed with sign and percent, its value (None where
    it is no single number, as in 12.03.2020), whether a percent stands behind it, what was repaired to read it."""

    start: int
    end: int
    printed: str
    value: Decimal | None
    is_percent: bool
    decimals: int
    repaired: str | None = None
    sign: str = ""


def numbers_of(text: str) -> Iterator[Number]:
    """Every number of a text, from left to right; together they hold every digit of it."""
    for found in _NUMBER.finditer(text):
        core, kind = found[0], found.lastgroup
        plain = _plain(core, kind)
        start, end = found.span()
        before = _SIGN.search(text[max(0, start - 2) : start])
        sign = before[0] if before else ""
        behind = _PERCENT.match(text, end)
        if behind:
            end = behind.end()
        start -= len(sign)
        value, decimals = _value(plain)
        if value is not None and sign in "-−–" and sign:
            value = -value
        repaired = None if kind in ("grouped", "nbsp", "plain") else f"'{core}' is gelezen als {plain}"
        yield Number(start, end, text[start:end], value, behind is not None, decimals, repaired, sign)


def _plain(core: str, kind: str | None) -> str:
    if kind in ("grouped", "nbsp"):
        return re.sub(r"\D", "", core)
    if kind == "spaced":
        return re.sub(r"\s", "", core)
    if kind == "quoted":
        return f"{core[0]},{core[2]}"
    return core.translate(_LOOKS_LIKE) if kind in ("scanned", "scan") else core


def _value(plain: str) -> tuple[Decimal | None, int]:
    """The value of digits with points and commas as Dutch readers write them, and its decimals. A point before three
    digits is of thousands; otherwise, alone, it is a comma written in another way."""
    digits = "".join(str(unicodedata.digit(sign, -1)) if sign.isdigit() else sign for sign in plain)
    if sum(sign.isdigit() for sign in digits) > _MOST_DIGITS or "-1" in digits:
        return None, 0
    if re.fullmatch(r"\d+", digits):
        return Decimal(digits), 0
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits):
        whole, _, part = digits.replace(".", "").partition(",")
        return Decimal(f"{whole}.{part or 0}"), len(part)
    if re.fullmatch(r"\d{1,3}(,\d{3})+", digits) and not digits.startswith("0"):
        return Decimal(digits.replace(",", "")), 0
    if re.fullmatch(r"\d+[.,]\d+", digits):
        whole, part = re.split(r"[.,]", digits)
        return Decimal(f"{whole}.{part}"), len(part)
    return None, 0
