"""Text files in which a cell opens a quote and never closes it: every reader then takes the rows down to
the next quote for one cell.

The sign is a cell that holds line ends and, on a line of its own, as many cells as the table is wide. Such
a quote belongs to the text of its cell. An answer of several lines has no such line.
"""

from collections.abc import Sequence

_QUOTE = b'"'
_NARROW = 3  # cells; in a narrower table a line of an answer looks like a row too easily


def close_quotes(text: bytes, delimiter: str, width: int) -> tuple[bytes, list[int]]:
    """The text with every such quote made part of its cell, and the rows where that was done, from 1.
    `width`: how many cells a row has."""
    if width < _NARROW:
        return text, []
    lines = text.split(b"\n")
    mark = delimiter.encode()
    mended: list[int] = []
    place, row = 0, 1
    while place < len(lines):
        line = lines[place]
        cells = _cells(line, mark) if _QUOTE in line else [(0, False)]
        start, is_open = cells[-1]
        end = _end_of_answer(lines, place, len(cells) - 1, mark, width) if is_open else place
        swallowing = _swallows_cells(line, [start for start, _ in cells], mark) if len(cells) < width else None
        if swallowing is not None:
            start, end = swallowing, None
        if end is not None:
            place, row = end + 1, row + 1
            continue
        # The same line is looked at again: a cell further on may open one more.
        lines[place] = _as_text(line, start, mark)
        if mended[-1:] != [row]:
            mended.append(row)
    return b"\n".join(lines) if mended else text, mended


def count_cells(line: bytes, mark: bytes) -> int:
    """How many cells a line has, of a text with a row on each line."""
    return line.count(mark) + 1 if _QUOTE not in line else len(_cells(line, mark))


def _cells(line: bytes, mark: bytes, *, inside: bool = False) -> list[tuple[int, bool]]:
    """The start of each cell of a line, and whether its quote stays open. `inside`: whether the line starts
    within a cell that opened on an earlier one; that starts at -1."""
    cells = []
    start = -1 if inside else 0
    while True:
        quoted = start == -1 or line.startswith(_QUOTE, start)
        after = _closed(line, start + 1) if quoted else start
        cells.append((start, after is None))
        end = -1 if after is None else line.find(mark, after)
        if end == -1:
            return cells
        start = end + len(mark)


def _swallows_cells(line: bytes, starts: Sequence[int], mark: bytes) -> int | None:
    """The start of a cell that closes in the middle of a text, beyond a delimiter: its quote closes nowhere."""
    for start in starts:
        closed = _closed(line, start + 1) if line.startswith(_QUOTE, start) else None
        if closed is not None and mark in line[start:closed] and line[closed : closed + 1] not in (mark, b"", b"\r"):
            return start
    return None


def _closed(line: bytes, start: int) -> int | None:
    """The place after the quote that closes a cell; a doubled one is part of the text."""
    while (quote := line.find(_QUOTE, start)) != -1:
        if not line.startswith(_QUOTE, quote + 1):
            return quote + 1
        start = quote + 2
    return None


def _end_of_answer(lines: Sequence[bytes], place: int, before: int, mark: bytes, width: int) -> int | None:
    """The line on which a row with a cell of several lines ends, `before` which it has so many cells; None
    where that cell swallows a row, or never closes."""
    for line in range(place + 1, len(lines)):
        cells = _cells(lines[line], mark, inside=True)
        is_within, is_row = cells == [(-1, True)], _count(lines[line], mark) >= width
        # Where the first cell of a row has several lines, its last line looks like a row by itself.
        if (is_row and (before or is_within)) or (not is_within and before + len(cells) > width):
            return None
        if not is_within and not cells[-1][1]:
            return line
        before += len(cells) - 1
    return None


def _count(line: bytes, mark: bytes) -> int:
    """How many cells a line has by itself; a quote that stays open is text."""
    cells = _cells(line, mark)
    start, is_open = cells[-1]
    return len(cells) + (line.count(mark, start) if is_open else 0)


def _as_text(line: bytes, start: int, mark: bytes) -> bytes:
    """The line with the open cell closed before the next delimiter, its quotes doubled."""
    end = line.find(mark, start)
    tail = b"\r" if line.endswith(b"\r") else b""
    end = len(line) - len(tail) if end == -1 else end
    return line[:start] + _QUOTE + line[start:end].replace(_QUOTE, _QUOTE * 2) + _QUOTE + line[end:]
