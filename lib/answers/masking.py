"""Personal data in open answers covered by what they are: "[naam]", "[telefoonnummer]".

A mask is a help and no promise: nothing leaves the app before someone has read it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lib.answers import formats, names

NAME = "naam"
KINDS = (*dict.fromkeys(kind for kind, _ in formats.RULES), NAME)
COVER = re.compile(rf"\[(?:{'|'.join(map(re.escape, KINDS))})\]")  # what stands in the place of personal data


@dataclass(frozen=True)
class Mask:
    """What is covered in a text: `text[start:end]`, and what kind of personal data it is."""

    start: int
    end: int
    kind: str


def masks(text: str) -> tuple[Mask, ...]:
    """Everything to cover in a text, in order and without overlap. Characters that can't be seen don't
    keep anything from being found."""
    plain, starts, ends = _readable(text)
    free = bytearray(b"\1") * len(plain)
    found: list[tuple[int, int, str]] = []
    has_digits = any(sign.isdigit() for sign in plain) or formats.NUMBER_WORDS.search(plain) is not None
    for kind, rule in formats.RULES:
        if not has_digits and kind not in formats.WITHOUT_DIGITS:
            continue
        found += [(start, end, kind) for start, end in _taken(rule(plain), free)]
    found += [(start, end, NAME) for start, end in _taken(names.names(plain, [span[:2] for span in found]), free)]
    return tuple(Mask(starts[start], ends[end - 1], kind) for start, end, kind in sorted(found))


def _taken(spans: Iterable[tuple[int, int]], free: bytearray) -> Iterator[tuple[int, int]]:
    """The spans that overlap nothing found before, of two that overlap each other the longest. What they
    cover is free no more."""
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if start < end and all(free[start:end]):
            free[start:end] = bytes(end - start)
            yield start, end


def _readable(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text without invisible characters, with plain digits and spaces and with accents as part of
    their letter; and for each of its characters where it starts and ends in the text."""
    if text.isascii():
        return text, range(len(text)), range(1, len(text) + 1)
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, sign in enumerate(text):
        if unicodedata.category(sign) == "Cf":
            continue
        if signs and unicodedata.combining(sign):
            together = unicodedata.normalize("NFC", signs[-1] + sign)
            signs[-1], ends[-1] = together if len(together) == 1 else signs[-1], place + 1
            continue
        plain = unicodedata.normalize("NFKC", sign)
        signs.append(plain if len(plain) == 1 else sign)
        starts.append(place)
        ends.append(place + 1)
    return "".join(signs), starts, ends


def cover(text: str, found: Iterable[Mask]) -> str:
    """The text with these masks in the place of what they cover."""
    pieces, place = [], 0
    for mask in found:
        pieces += [text[place : mask.start], f"[{mask.kind}]"]
        place = mask.end
    return "".join([*pieces, text[place:]])


def masked(text: str) -> str:
    """The text with everything covered that is found in it."""
    return cover(text, masks(text))
