"""Words of a Dutch text with their stems: what search, themes and masking look at.

The stems are Snowball's for Dutch (Kraaij and Pohlmann, 1994), which also takes off "ge-": wachten and
gewacht are both "wacht". Compounds whose last part says only how much or where of the first (wachttijd,
wachtrij) are known by their first part as well.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from lib.survey.words import normalise

_WORD = re.compile(r"[^\W_]+")
# Last parts of compounds that carry little of their own: wacht-tijd, wacht-rij, openings-tijden.
_LIGHT_PARTS = ("tijd", "duur", "rij")
# A first part that is shorter says too little ("op-tijd", "al-tijd").
_SHORTEST_FIRST_PART = 4


@dataclass(frozen=True)
class Word:
    """A word of a text: where it stands (`text[start:end]`), in plain letters, and its stem."""

    start: int
    end: int
    plain: str
    stem: str


# A survey of 100,000 tips has some ten thousand different words; the file itself may be hostile.
@lru_cache(maxsize=100_000)
def stem_of(plain: str) -> str:
    """The stem of a word in plain letters (lower case, without accents)."""
    return snowballstemmer.stemmer("dutch").stemWord(plain) if plain.isalpha() else plain


def first_part(stem: str) -> str | None:
    """The stem of the first part of a compound with a light last part: wachttijd -> wacht; else None."""
    for part in _LIGHT_PARTS:
        first = stem.removesuffix(part).removesuffix("s")
        if stem.endswith(part) and len(first) >= _SHORTEST_FIRST_PART:
            return stem_of(first)
    return None


def plain_words(text: str) -> str:
    """The words of a text in plain letters, a space between them."""
    return normalise(text).replace("%", "")


def words(text: str) -> list[Word]:
    """The words of a text in order. Places count in the text in composed form (NFC), see `composed`."""
    found = []
    for match in _WORD.finditer(text):
        plain = plain_words(match.group())
        if plain:
            found.append(Word(match.start(), match.end(), plain, stem_of(plain)))
    return found


def composed(text: str) -> str:
    """The text with accents as part of their letter, so that they don't cut a word in two."""
    return unicodedata.normalize("NFC", text)
