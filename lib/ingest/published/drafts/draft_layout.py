"""Lines as one looks at a page: pieces on one height, boxes side by side apart.

A page is cut between two boxes only where each can stand alone: it has labels of its own. Columns of one table can't.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lib.ingest.published.drafts.draft import Draft, Word, text_of
from lib.ingest.published.drafts.draft_numbers import Number, numbers_of

_POSITIONAL = ("pdf", "pptx", "text", "markdown")
_SAME_LINE = 0.55  # of the height of a piece by which two may differ and stand on one line


@dataclass(frozen=True)
class Piece:
    """A cell, or words without a gap. `column` is its column where it is in a table."""

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


@dataclass(frozen=True)
class Line:
    """Pieces on one height, from left to right. `place`: the line of the draft in which it stands."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


@dataclass
class Block:
    """Lines that belong together. `after`: the block whose headings hold here too."""

    lines: list[Line]
    after: int | None = field(default=None)


Test = Callable[[str], bool]


def blocks_of(draft: Draft, is_head: Test) -> list[Block]:
    """The blocks of a draft in reading order. `is_head`: whether a text is the head of a column, so no label."""
    blocks: list[Block] = []
    for _, words in groupby(draft.words, key=lambda word: word.page):
        pieces = _pieces(list(words))
        last = len(blocks) - 1 if blocks else None
        if draft.format in _POSITIONAL:
            free = [one for one in pieces if one.table is None]
            tables = [one for one in pieces if one.table is not None]
            if draft.format == "pptx" or not tables:
                lines = _lines(free) if draft.format in ("pdf", "pptx") else _by_number(free)
                _cut(lines + _by_number(tables), blocks, last, is_head)
                continue
        blocks.append(Block(_by_number(pieces), last))
    return blocks


def _pieces(words: list[Word]) -> list[Piece]:
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


def _by_number(pieces: Sequence[Piece]) -> list[Line]:
    return [Line(tuple(group)) for _, group in groupby(pieces, key=lambda one: one.line)]


def _lines(pieces: list[Piece]) -> list[Line]:
    """Pieces with coordinates as lines from top to bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (one.middle, one.left)):
        height = piece.bottom - piece.top
        if lines and abs(lines[-1][0].middle - piece.middle) < _SAME_LINE * min(height, lines[-1][0].bottom - lines[-1][0].top):  # fmt: skip
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [Line(tuple(sorted(line, key=lambda one: one.left))) for line in lines]


def _cut(lines: list[Line], blocks: list[Block], after: int | None, is_head: Test) -> int | None:
    """Put the blocks of these lines behind the others; returns the block whose headings hold for what follows."""
    if not lines:
        return after
    best: tuple[int, int, int, float] | None = None
    for x in _gutters(lines):
        start = 0
        while start < len(lines):
            if _crosses(lines[start], x):
                start += 1
                continue
            end = start
            while end < len(lines) and not _crosses(lines[end], x):
                end += 1
            run = _trim(lines, start, end, x)
            if run is not None and _apart(*_sides(lines[run[0] : run[1]], x), is_head):
                size = run[1] - run[0]
                if best is None or size > best[0]:
                    best = (size, *run, x)
            start = end
    if best is None:
        blocks.append(Block(lines, after))
        return len(blocks) - 1
    _, start, end, x = best
    above = _cut(lines[:start], blocks, after, is_head)
    left, right = _sides(lines[start:end], x)
    _cut(left, blocks, above, is_head)
    _cut(right, blocks, above, is_head)
    return _cut(lines[end:], blocks, above, is_head)


def _trim(lines: list[Line], start: int, end: int, x: float) -> tuple[int, int] | None:
    """The run without the lines at its ends that have something on one side only, unless it is beside the other box."""
    while start < end and not _on_both(lines[start], x):
        start += 1
    # What stands on one side above the first common line is the heading of that side.
    return (start, end) if end - start >= 1 else None


def _on_both(line: Line, x: float) -> bool:
    return any(piece.right <= x for piece in line.pieces) and any(piece.left >= x for piece in line.pieces)


def _gutters(lines: list[Line]) -> list[float]:
    found = set()
    for line in lines:
        for one, other in zip(line.pieces, line.pieces[1:], strict=False):
            if other.left > one.right:
                found.add(other.left - 0.5)
    return sorted(found)


def _crosses(line: Line, x: float) -> bool:
    return any(piece.left < x < piece.right for piece in line.pieces)


def _sides(lines: list[Line], x: float) -> tuple[list[Line], list[Line]]:
    left = [Line(tuple(one for one in line.pieces if one.right <= x)) for line in lines]
    right = [Line(tuple(one for one in line.pieces if one.left >= x)) for line in lines]
    return [line for line in left if line.pieces], [line for line in right if line.pieces]


def _apart(left: list[Line], right: list[Line], is_head: Test) -> bool:
    """Whether two sides are boxes of their own."""
    if not left or not right or not any(piece.numbers for line in right for piece in line.pieces):
        return bool(left and right) and _is_prose(right) and (_has_rows(left, is_head) or _is_stack(left, is_head))
    if _has_rows(right, is_head):
        return _has_rows(left, is_head) or _is_stack(left, is_head) or _is_prose(left)
    return _is_stack(left, is_head) and _is_stack(right, is_head)


def _is_label(piece: Piece, is_head: Test) -> bool:
    letters = sum(sign.isalpha() for sign in piece.text)
    return letters >= 3 and not is_head(piece.text)


def _has_rows(lines: list[Line], is_head: Test) -> bool:
    """Whether a side has labels with their figures on the same line."""
    rows = sum(
        (_is_label(line.pieces[0], is_head) and (any(one.numbers for one in line.pieces[1:]) or _is_mixed(line.pieces[0])))
        for line in lines
    )  # fmt: skip
    values = sum(bool(line.pieces[0].numbers) and not any(s.isalpha() for s in line.pieces[0].text) for line in lines)
    return rows >= 1 and rows >= values


def _is_mixed(piece: Piece) -> bool:
    return bool(piece.numbers) and sum(sign.isalpha() for sign in piece.text) >= 3


def _is_stack(lines: list[Line], is_head: Test) -> bool:
    """Whether a side is numbers and words under each other, one on a line."""
    if any(len(line.pieces) > 1 for line in lines):
        return False
    numbers = sum(bool(line.pieces[0].numbers) for line in lines)
    return numbers >= 1 and any(_is_label(line.pieces[0], is_head) and not line.pieces[0].numbers for line in lines)


def _is_prose(lines: list[Line]) -> bool:
    words = [len(line.text.split()) for line in lines]
    return len(lines) >= 2 and sum(words) / len(words) >= 4 and all(len(line.pieces) == 1 for line in lines)
