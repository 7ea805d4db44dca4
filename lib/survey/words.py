"""Words made comparable: the one way in which texts of files and of the catalogue are compared."""

import re
import unicodedata
from collections.abc import Container

# Answers that say nothing, whatever the question: they count as an empty cell in open text.
PLACEHOLDERS = frozenset(
    {"", "x", "xx", "xxx", "nvt", "n v t", "niet van toepassing", "geen", "nee", "geen suggesties"}
)

# Letters of names and words that are no plain letter with an accent: Yıldız, Łukasz, Sørensen.
_PLAIN_LETTERS = str.maketrans(
    {"ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae", "œ": "oe"}
)
_NOT_A_WORD = re.compile(r"[^0-9a-z%]+")
_NUMBER_BEHIND = re.compile(r" \(\d+\)$")
# A key goes into addresses and files: long enough to tell questions apart, short enough to read.
_KEY_LENGTH = 60


def normalise(text: object) -> str:
    """Lower case, without accents, punctuation, invisible characters or double spaces; `None` gives
    an empty string.

    `"Benodigde info v.d.\\xa0aanvraag"` and `"benodigde info v d aanvraag"` become equal.
    """
    if text is None:
        return ""
    plain = str(text)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_PLAIN_LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return _NOT_A_WORD.sub(" ", plain.casefold()).strip()


def is_placeholder(text: object) -> bool:
    """Whether an open answer says nothing ("-", ".", "x", "n.v.t.", "geen", "nee", blank)."""
    return normalise(text) in PLACEHOLDERS and not _has_other_signs(text)


def _has_other_signs(text: object) -> bool:
    # An emoji, or a word in another script, normalises to nothing; yet it is an answer.
    plain = unicodedata.normalize("NFKD", str(text or ""))
    return any(unicodedata.category(c)[0] in "LNS" and not c.isascii() for c in plain)


def thousands(count: int) -> str:
    """A count as Dutch readers write it: 3018 -> "3.018"."""
    return f"{count:,}".replace(",", ".")


def key_of(question: str) -> str:
    """A key for a question outside the catalogue, made from its text: `was_het_druk`."""
    return "_".join(normalise(question).split())[:_KEY_LENGTH].rstrip("_") or "vraag"


def free_name(name: str, taken: Container[str]) -> str:
    """The name, or with the first number behind it that none of those taken has: "Anders (2)"."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def plain_name(name: str) -> str:
    """The name without the number that `free_name` put behind it."""
    return _NUMBER_BEHIND.sub("", name)
