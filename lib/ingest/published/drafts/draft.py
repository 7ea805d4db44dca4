"""A draft as it was read: its words, each with the place where it stands, and what in it could not be read.

Every kind of file becomes the same: words in lines, lines in pieces. A piece is a cell of a table, or words without a
wide gap between them. Places are in points from the top left of a page; where a file has none, in letters and lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lib.survey.problems import Problem

Format = Literal["text", "markdown", "html", "docx", "pdf", "pptx", "xlsx", "csv"]
LETTER, LINE = 6.0, 12.0  # how wide a letter and how high a line is taken to be, where a file doesn't say


@dataclass(frozen=True)
class Word:
    """One word. `line` counts from 1 on its page; `piece` from 0 in its line. `table`: the number of the table in which
    `piece` is the column, None outside tables. `heading`, `bold`: how it is set."""

    text: str
    page: int
    line: int
    piece: int
    left: float
    right: float
    top: float
    bottom: float
    table: int | None = None
    heading: bool = False
    bold: bool = False


@dataclass(frozen=True)
class Unseen:
    """A picture, or a page without text: nothing in it was read."""

    page: int
    line: int
    kind: Literal["picture", "page"]
    name: str = ""


@dataclass(frozen=True)
class Draft:
    """A draft: the pages that were read out of all that it has, their words in reading order, what was not seen, and
    what was wrong. A draft that can't be read has no format and one problem of severity error."""

    name: str
    format: Format | None
    pages: int
    words: tuple[Word, ...]
    unseen: tuple[Unseen, ...] = ()
    problems: tuple[Problem, ...] = ()
    attached: str = ""


def words_of(
    text: str,
    page: int,
    line: int,
    piece: int = 0,
    *,
    left: float = 0.0,
    top: float | None = None,
    letter: float = LETTER,
    height: float = LINE,
    table: int | None = None,
    heading: bool = False,
    bold: bool = False,
) -> list[Word]:
    """The words of a text on one line, set from `left` on with letters of one width."""
    found: list[Word] = []
    above = (line - 1) * LINE if top is None else top
    place = 0
    for part in text.split():
        start = text.index(part, place)
        place = start + len(part)
        x = left + start * letter
        found.append(
            Word(part, page, line, piece, x, x + len(part) * letter, above, above + height, table, heading, bold)
        )
    return found


def text_of(words: Sequence[Word]) -> str:
    """The words of a piece as one text."""
    return " ".join(word.text for word in words)
