"""What a page is made of: pieces, lines of pieces on one height, blocks of lines that belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from lib.ingest.published.drafts.draft import Word, text_of
from lib.ingest.published.drafts.draft_numbers import Number, numbers_of
from lib.ingest.published.drafts.printed_number import Why

_PERCENT = re.compile(r"(?:%|procent(?!\w)|pct\b)", re.IGNORECASE)
_SAME_LINE = 0.55  # of the height of a piece by which two may differ and stand on one line


@dataclass(frozen=True)
class Piece:
    """A cell, or words without a gap. `column` is its column where it is in a table. `mark`: why its numbers are no
    figures, where the page shows that."""

    text: str
    page: int
    line: int
    left: float
    right: float
    top: float
    bottom: float
    column: int | None
    table: int | None
    heading: bool
    bold: bool
    numbers: tuple[Number, ...]
    breaks: tuple[tuple[int, int], ...] = ()  # where a next line begins in its text, and the number of that line
    mark: Why | None = None

    def line_at(self, place: int) -> int:
        """The line of the draft on which a place of its text stands."""
        return next((line for start, line in reversed(self.breaks) if start <= place), self.line)

    def line_text(self, place: int) -> str:
        """The part of its text on the same line as a place."""
        starts = [0, *(start for start, _ in self.breaks), len(self.text) + 1]
        at = max(number for number, start in enumerate(starts[:-1]) if start <= place)
        return self.text[starts[at] : starts[at + 1] - 1]

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Line:
    """Pieces on one height, from left to right. `place`: the line of the draft in which it stands."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


@dataclass
class Block:
    """Lines that belong together. `after`: the block whose headings hold here too. `is_cards`: whether each of its lines
    is a card of its own, so that no head of a table holds. `is_past_cards`: whether cards stand between it and the block before."""

    lines: list[Line]
    after: int | None = field(default=None)
    is_cards: bool = False
    is_past_cards: bool = False


def pieces_of(words: list[Word]) -> list[Piece]:
    """The pieces of a page, in the order of its words."""
    pieces = []
    for _, group in groupby(words, key=lambda word: (word.line, word.piece, word.table)):
        of = list(group)
        text = text_of(of)
        pieces.append(
            Piece(
                text, of[0].page, of[0].line, min(one.left for one in of), max(one.right for one in of),
                min(one.top for one in of), max(one.bottom for one in of),
                of[0].piece if of[0].table is not None else None, of[0].table, any(one.heading for one in of),
                all(one.bold for one in of), tuple(numbers_of(text)),
            )
        )  # fmt: skip
    return pieces


def lines_by_number(pieces: Sequence[Piece]) -> list[Line]:
    """Pieces as the lines in which the file has them."""
    return [Line(tuple(group)) for _, group in groupby(pieces, key=lambda one: one.line)]


def lines_by_height(pieces: Sequence[Piece]) -> list[Line]:
    """Pieces with coordinates as lines from top to bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (one.middle, one.left)):
        height = piece.bottom - piece.top
        if lines and abs(lines[-1][0].middle - piece.middle) < _SAME_LINE * min(height, lines[-1][0].bottom - lines[-1][0].top):  # fmt: skip
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [Line(tuple(sorted(line, key=lambda one: one.left))) for line in lines]


def together(one: Piece, other: Piece) -> Piece:
    """Two pieces of which the second goes on with what the first says. Each number keeps the line on which it stands."""
    start = len(one.text) + 1
    last = one.numbers[-1] if one.numbers else None
    behind = _PERCENT.match(other.text)
    if last is not None and behind and last.end == len(one.text) and not last.is_percent:
        # "76" at the end of a line, "procent" on the next.
        said = replace(last, end=start + behind.end(), printed=f"{last.printed} {behind[0]}", is_percent=True)
        one = replace(one, numbers=(*one.numbers[:-1], said))
    moved = tuple(replace(number, start=number.start + start, end=number.end + start) for number in other.numbers)
    breaks = (*one.breaks, (start, other.line), *((start + at, line) for at, line in other.breaks))
    return replace(
        one, text=f"{one.text} {other.text}", top=min(one.top, other.top), bottom=max(one.bottom, other.bottom),
        left=min(one.left, other.left), right=max(one.right, other.right), numbers=(*one.numbers, *moved), breaks=breaks,
    )  # fmt: skip


def apart(piece: Piece, place: int) -> tuple[Piece, Piece]:
    """A piece of one line as two, the second from a place in its text on. No number may stand across that place."""
    at = piece.left + (piece.right - piece.left) * place / max(len(piece.text), 1)
    behind = tuple(
        replace(number, start=number.start - place, end=number.end - place)
        for number in piece.numbers
        if number.start >= place
    )
    first = tuple(number for number in piece.numbers if number.start < place)
    return (
        replace(piece, text=piece.text[:place].rstrip(), right=at, numbers=first),
        replace(piece, text=piece.text[place:], left=at, numbers=behind),
    )
