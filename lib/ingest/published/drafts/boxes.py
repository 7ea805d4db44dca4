"""Boxes of a page: what stands side by side and has nothing to do with each other.

A page is cut between two boxes only where each can stand alone: it has labels of its own. Columns of one table can't.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from lib.ingest.published.drafts.axes import without_axes
from lib.ingest.published.drafts.draft import Draft
from lib.ingest.published.drafts.draft_layout import Block, Line, Piece, lines_by_height, lines_by_number, pieces_of
from lib.ingest.published.drafts.piece_kinds import Kinds
from lib.ingest.published.drafts.printed_words import Vocabulary
from lib.ingest.published.drafts.tiles import Band, best_band, cards_of

_POSITIONAL = ("pdf", "pptx", "text", "markdown")
_MOST_VALUES = 3  # lines of numbers that one label may stand over, in a box that is no table
_PROSE = 2  # lines of sentences from which a box can stand alone by them
_LEAST_BOTH = 2  # lines with something on both sides
_FAR_DOWN = 6.0  # heights of a line
_MOST_GUTTERS = 60
_DEEPEST = 40


def blocks_of(draft: Draft, vocabulary: Vocabulary) -> list[Block]:
    """The blocks of a draft in reading order."""
    cutter = _Cutter(Kinds(vocabulary))
    for _, words in groupby(draft.words, key=lambda word: word.page):
        pieces = pieces_of(list(words))
        last = len(cutter.blocks) - 1 if cutter.blocks else None
        free = [one for one in pieces if one.table is None]
        if draft.format in ("pdf", "pptx"):
            cutter.cut(_with_tables(lines_by_height(free), [one for one in pieces if one.table is not None]), last)
        elif draft.format in _POSITIONAL:
            cutter.cut(lines_by_number(pieces), last)
        else:
            cutter.blocks.append(Block(lines_by_number(pieces), last))
    return cutter.blocks


class _Cutter:
    """Cuts lines into blocks, which it keeps in reading order."""

    def __init__(self, kinds: Kinds) -> None:
        self.blocks: list[Block] = []
        self._kinds = kinds
        self._depth = 0

    def cut(self, lines: list[Line], after: int | None) -> int | None:
        """Put the blocks of these lines behind the others; returns the block whose headings hold for what follows."""
        if not lines:
            return after
        self._depth += 1
        try:
            found = self._gutter(lines) if self._depth < _DEEPEST else None
            band = best_band(lines, self._kinds) if found is not None else None
            if band is not None and found is not None and self._is_of_cards(lines, band, found):
                found = None
            return self._leaf(lines, after) if found is None else self._cut_at(lines, after, *found)
        finally:
            self._depth -= 1

    def _is_of_cards(self, lines: list[Line], band: Band, found: tuple[int, int, float]) -> bool:
        """Whether a place to cut is between the columns of cards that are read alike, and no rows are beside it."""
        start, end, x = found
        others = [lines[at] for at in range(start, end) if not band.start <= at < band.end]
        rows = [line for line in _sides(others, x)[1] if self._kinds.of_line(line) == "row"]
        return band.has_within(x) and not rows

    def _cut_at(self, lines: list[Line], after: int | None, start: int, end: int, x: float) -> int | None:
        above = self.cut(lines[:start], after)
        left, right = _sides(lines[start:end], x)
        self.cut(left, above)
        self.cut(right, above)
        return self.cut(lines[end:], above)

    def _leaf(self, lines: list[Line], after: int | None, *, is_past_cards: bool = False) -> int | None:
        """Lines that no gutter cuts: tables, text, and cards in rows and columns."""
        lines, axis = without_axes(lines, self._kinds)
        band = best_band(lines, self._kinds)
        if axis:
            self._add(axis, after)
        if band is None:
            return self._add(lines, after, is_past_cards=is_past_cards) if lines else after
        above = self._leaf(lines[: band.start], after, is_past_cards=is_past_cards)
        for cards, is_cards in cards_of(band, self._kinds):
            self.blocks.append(Block(cards, above, is_cards))
        return self._leaf(lines[band.end :], above, is_past_cards=True)

    def _add(self, lines: list[Line], after: int | None, *, is_past_cards: bool = False) -> int:
        self.blocks.append(Block(lines, after, is_past_cards=is_past_cards))
        return len(self.blocks) - 1

    def _gutter(self, lines: list[Line]) -> tuple[int, int, float] | None:
        """The longest run of lines with boxes side by side, and where they part; None where there is none."""
        best: tuple[int, int, float] | None = None
        for x in _gutters(lines):
            start = 0
            while start < len(lines):
                if _crosses(lines[start], x):
                    start += 1
                    continue
                end = start
                while end < len(lines) and not _crosses(lines[end], x):
                    end += 1
                both = [at for at in range(start, end) if _on_both(lines[at], x)]
                if len(both) >= _LEAST_BOTH:
                    first, last = both[0], _near_end(lines, both[-1], end)
                    if (best is None or last - first > best[1] - best[0]) and self._apart(
                        *_sides(lines[first:last], x)
                    ):
                        best = (first, last, x)
                start = end
        return best

    def _apart(self, left: list[Line], right: list[Line]) -> bool:
        """Whether two sides are boxes of their own."""
        if not left or not right:
            return False
        return self._stands_alone(left) and self._stands_alone(right) and not self._straddles(left, right)

    def _straddles(self, left: list[Line], right: list[Line]) -> bool:
        """Whether a row goes on from the left side into the right: a label with numbers behind it that have no word of
        their own over or under them."""
        heights = {line.pieces[0].line: line for line in left}
        for place, line in enumerate(right):
            beside, first = heights.get(line.pieces[0].line), line.pieces[0]
            if (
                beside is None
                or self._kinds.of(first) != "value"
                or self._kinds.of_line(beside) not in ("label", "row")
            ):
                continue
            near = [*right[max(0, place - 2) : place], *right[place + 1 : place + 3]]
            words = [piece for other in near for piece in other.pieces if _is_over(piece, first)]
            if not any(self._kinds.of(piece) == "label" and (self._kinds.is_item(piece.text) or len(piece.text.split()) > 1) for piece in words):  # fmt: skip
                return True
        return False

    def _stands_alone(self, lines: list[Line]) -> bool:
        """Whether every number of a side has a label on the same side."""
        told = [kind for line in lines if (kind := self._kinds.of_line(line)) not in ("head", "blank", "year")]
        counts = Counter(told)
        if not counts["value"] and not counts["row"]:
            return counts["prose"] >= _PROSE
        runs = [(kind, len(list(group))) for kind, group in groupby(told)]
        pairs = 0
        for place, (kind, size) in enumerate(runs):
            if kind != "value":
                continue
            before = runs[place - 1][0] if place else ""
            behind = runs[place + 1][0] if place + 1 < len(runs) else ""
            if size > _MOST_VALUES or "label" not in (before, behind):
                return False
            pairs += 1
        starts = bool(runs) and runs[0][0] == "value"
        return counts["row"] + counts["prose"] >= 1 or pairs >= 2 or (pairs == 1 and starts)


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Where a piece begins with room before it, the places at which most do first."""
    found: Counter[float] = Counter()
    for line in lines:
        for one, other in zip(line.pieces, line.pieces[1:], strict=False):
            if other.left > one.right:
                found[int(other.left) - 0.5] += 1
    return [x for x, _ in found.most_common(_MOST_GUTTERS)]


def _near_end(lines: Sequence[Line], last: int, end: int) -> int:
    """Where boxes end that are side by side up to line `last`: before the first line that is far down, as a page number."""
    for at in range(last + 1, end):
        before, piece = lines[at - 1].pieces[0], lines[at].pieces[0]
        if piece.top - before.bottom > _FAR_DOWN * (piece.bottom - piece.top):
            return at
    return end


def _on_both(line: Line, x: float) -> bool:
    return any(piece.right <= x for piece in line.pieces) and any(piece.left >= x for piece in line.pieces)


def _is_over(one: Piece, other: Piece) -> bool:
    return one.left < other.right and one.right > other.left


def _with_tables(lines: list[Line], cells: list[Piece]) -> list[Line]:
    """Lines with whole tables put in where they begin."""
    for _, table in groupby(cells, key=lambda piece: piece.table):
        rows = lines_by_number(list(table))
        top = rows[0].pieces[0].top
        place = next((at for at, line in enumerate(lines) if line.pieces[0].top > top and line.pieces[0].table is None), len(lines))  # fmt: skip
        lines = [*lines[:place], *rows, *lines[place:]]
    return lines


def _crosses(line: Line, x: float) -> bool:
    return line.pieces[0].table is not None or any(piece.left < x < piece.right for piece in line.pieces)


def _sides(lines: Sequence[Line], x: float) -> tuple[list[Line], list[Line]]:
    left: list[tuple[Piece, ...]] = [tuple(one for one in line.pieces if one.right <= x) for line in lines]
    right: list[tuple[Piece, ...]] = [tuple(one for one in line.pieces if one.left >= x) for line in lines]
    return [Line(pieces) for pieces in left if pieces], [Line(pieces) for pieces in right if pieces]
