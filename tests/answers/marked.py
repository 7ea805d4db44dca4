"""Sentences in which personal data are marked: `{kind|words}`."""

import re
from dataclasses import dataclass
from pathlib import Path

from lib.answers.masking import Mask

_FILE = Path(__file__).with_name("masking_sentences.txt")
_MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, and what was marked in it."""

    text: str
    marks: tuple[Mask, ...]


def marked(line: str) -> Marked:
    """A line of the file as a sentence."""
    text, marks, place = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[place : mark.start()]
        marks.append(Mask(len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        place = mark.end()
    return Marked(text + line[place:], tuple(marks))


def sets() -> dict[str, list[Marked]]:
    """All sentences, by the set they belong to."""
    found: dict[str, list[Marked]] = {}
    name = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(name, []).append(marked(line))
    return found
