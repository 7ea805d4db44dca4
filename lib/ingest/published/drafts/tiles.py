"""Cards in rows and columns: a number above its word, a word above its number, bars over their labels.

Pieces that stand under each other are a column. Where every column holds numbers and words in the same order, each number
belongs to the word above it or to the one under it, in the whole band alike; then each is put on one line with its word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from lib.ingest.published.drafts.draft_layout import Line, Piece, together
from lib.ingest.published.drafts.piece_kinds import Kinds
from lib.ingest.published.drafts.pieces import is_unit

Direction = Literal["above", "below"]
_DIRECTIONS: tuple[Direction, ...] = ("above", "below")
_MOST_LINES = 40  # of one band
_FAR, _CLOSE = 2.0, 0.9  # heights of a line
_SLACK = 1.0  # points by which columns may touch
_MOST_VALUES = 3  # lines of numbers under or over one label
_LEAST_PAIRS = 3  # in a single column


@dataclass(frozen=True)
class Band:
    """Lines `start` to `end` (not included) that are cards: their columns, and where in each the words stand that a number
    belongs to. `years`: the words are years, and the numbers one row under them."""

    start: int
    end: int
    columns: tuple[tuple[Piece, ...], ...]
    words: Direction
    pairs: int
    years: bool = False

    def has_within(self, x: float) -> bool:
        """Whether a place is between columns of the band."""
        if len(self.columns) < 2:
            return False
        edges = [piece for column in self.columns for piece in column]
        return min(piece.left for piece in edges) < x < max(piece.right for piece in edges)


def best_band(lines: Sequence[Line], kinds: Kinds) -> Band | None:
    """The band with most numbers among these lines, the shortest of such; None where there is none."""
    best: Band | None = None
    for start in range(len(lines)):
        if start + 1 < len(lines) and _is_title(lines[start], lines[start + 1], kinds):
            continue
        columns: list[list[Piece]] = []
        has_values = False
        for end in range(start, min(len(lines), start + _MOST_LINES)):
            grown = _with_line(columns, lines[end], kinds)
            if grown is None:
                break
            columns = grown
            has_values = has_values or any(kinds.of(piece) == "value" for piece in lines[end].pieces)
            found = _band(start, end + 1, columns, kinds) if has_values else None
            if found is None or not _is_closed(lines, start, end + 1, columns, kinds):
                continue
            if best is None or found.pairs > best.pairs or _ends_labels(best, found, lines, kinds):
                best = found
    return best


def _is_closed(lines: Sequence[Line], start: int, end: int, columns: list[list[Piece]], kinds: Kinds) -> bool:
    """Whether nothing right before or behind these lines may belong to their numbers: no more numbers in the same columns,
    and nothing right over a single column, whose numbers may be of the words above them."""
    before = lines[start - 1] if start else None
    behind = lines[end] if end < len(lines) else None
    for line, edge in ((before, lines[start]), (behind, lines[end - 1])):
        if line is None or kinds.of_line(line) != "value" or not _is_near(line, edge, _FAR):
            continue
        if any(_overlap(column, piece) for column in columns for piece in line.pieces):
            return False
    return (
        (len(columns) == 1 and _is_said(columns[0], kinds))
        or len(columns) > 1
        or before is None
        or not _is_near(before, lines[start], _CLOSE)
    )


def _ends_labels(band: Band, longer: Band, lines: Sequence[Line], kinds: Kinds) -> bool:
    """Whether the words under the numbers of a band run on over the next line."""
    is_next = (longer.start, longer.end, longer.pairs) == (band.start, band.end + 1, band.pairs)
    last, before = lines[longer.end - 1], lines[longer.end - 2]
    return is_next and kinds.of_line(last) == "label" and _is_near(last, before, _CLOSE)


def _is_title(line: Line, following: Line, kinds: Kinds) -> bool:
    """Whether words stand apart from other words under them."""
    both = {kinds.of_line(line), kinds.of_line(following)}
    return both == {"label"} and not _is_near(line, following, _CLOSE)


def _is_near(one: Line, other: Line, far: float) -> bool:
    """Whether there is less room between two lines than so many lines take."""
    first, last = sorted((one.pieces[0], other.pieces[0]), key=lambda piece: piece.top)
    return last.top - first.bottom < far * (first.bottom - first.top)


def _with_line(columns: list[list[Piece]], line: Line, kinds: Kinds) -> list[list[Piece]] | None:
    """The columns with one more line, or None where the line can't be part of the band."""
    made = [list(column) for column in columns]
    touched: set[int] = set()
    for piece in line.pieces:
        kind = kinds.of(piece)
        if piece.table is not None or kind == "head" or (kind == "row" and kinds.split(piece) is None):
            return None
        if kind == "blank":
            continue
        near = [at for at, column in enumerate(made) if _overlap(column, piece)]
        if len(near) > 1:
            return None
        if near:
            if near[0] in touched and len(made[near[0]]) == 1:
                return None
            made[near[0]].append(piece)
            touched.add(near[0])
        else:
            made.append([piece])
            touched.add(len(made) - 1)
    return sorted(made, key=lambda column: min(piece.left for piece in column))


def _overlap(column: Sequence[Piece], piece: Piece) -> bool:
    left, right = min(one.left for one in column), max(one.right for one in column)
    return piece.left < right - _SLACK and piece.right > left + _SLACK


def _band(start: int, end: int, columns: list[list[Piece]], kinds: Kinds) -> Band | None:
    shapes = [kinds.shape(_without_units(column, kinds)) for column in columns]
    longest = max(shapes, key=len, default="")
    if not longest:
        return None
    if len(columns) < 2 and longest.count("V") < _LEAST_PAIRS and not _is_said(columns[0], kinds):
        return None
    if any(sum(1 for _ in run) > _MOST_VALUES for column in columns for is_value, run in groupby(column, lambda one: kinds.of(one) == "value") if is_value):  # fmt: skip
        return None  # so many numbers under each other are a table
    if not all(len(shape) >= 2 and longest.startswith(shape) for shape in shapes):
        return None
    letters = set(longest)
    if letters == {"V", "Y"} and len(longest) == 2 and len(columns) > 1:
        flat = {piece.line for column in columns for piece in column if kinds.of(piece) == "value"}
        words: Direction = "above" if longest[0] == "Y" else "below"
        return Band(start, end, _frozen(columns), words, len(columns), True) if len(flat) > 1 else None
    if letters != {"V", "L"}:
        return None
    direction = _direction(columns, longest, kinds)
    if direction is None or (len(columns) < 2 and direction == "above"):
        return None  # one column of words over numbers is read line by line
    if any(not shape.endswith("V" if direction == "above" else "L") for shape in shapes) and longest[0] != longest[-1]:
        return None
    pairs = [label for column in columns for label, _ in _pairs(column, direction, kinds) if label is not None]
    return Band(start, end, _frozen(columns), direction, len(pairs))


def _is_said(column: Sequence[Piece], kinds: Kinds) -> bool:
    """Whether a column is one number with a word under it that has its BM in brackets behind it."""
    return len(column) == 2 and kinds.of(column[0]) == "value" and kinds.split(column[1]) is not None


def _frozen(columns: list[list[Piece]]) -> tuple[tuple[Piece, ...], ...]:
    return tuple(tuple(column) for column in columns)


def _direction(columns: list[list[Piece]], shape: str, kinds: Kinds) -> Direction | None:
    """Where the words stand that belong to the numbers, the same in all columns; None where that can't be known."""
    if shape[0] != shape[-1]:
        return "below" if shape[0] == "V" else "above"
    if shape[0] == "V":
        return None
    labels = [[label for column in columns for label, _ in _pairs(column, words, kinds)] for words in _DIRECTIONS]
    above, below = (all(label is not None and kinds.is_item(label.text) for label in every) for every in labels)
    if above and below and kinds.are_same(*labels):
        return "above"  # the words under a number say again what those above it say
    if above == below:
        return None
    return "above" if above else "below"


def _without_units(column: Sequence[Piece], kinds: Kinds) -> list[Piece]:
    """A column without what is counted under a number ("personen"), where words stand above its numbers."""
    if not column or kinds.of(column[0]) != "label":
        return list(column)
    kept: list[Piece] = []
    for piece in column:
        if not (kept and kinds.of(kept[-1]) == "value" and is_unit(piece.text)):
            kept.append(piece)
    return kept


def _pairs(column: Sequence[Piece], words: Direction, kinds: Kinds) -> list[tuple[Piece | None, list[Piece]]]:
    """The numbers of a column, each run with its words as one piece, or with None where it has none."""
    return [(_joined(label) if label else None, run) for label, run in _runs(column, words, kinds)[0]]


def _runs(
    column: Sequence[Piece], words: Direction, kinds: Kinds
) -> tuple[list[tuple[list[Piece], list[Piece]]], list[list[Piece]]]:
    """The words and numbers of each pair of a column, and the words that no number belongs to."""
    runs: list[list[Piece]] = []
    for piece in _without_units(column, kinds):
        if runs and (kinds.of(runs[-1][0]) == "value") == (kinds.of(piece) == "value"):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    pairs: list[tuple[list[Piece], list[Piece]]] = []
    used: set[int] = set()
    for place, run in enumerate(runs):
        if kinds.of(run[0]) != "value":
            continue
        at = place - 1 if words == "above" else place + 1
        pairs.append((runs[at] if 0 <= at < len(runs) else [], run))
        used |= {place, at}
    return pairs, [run for place, run in enumerate(runs) if place not in used]


def _joined(run: Sequence[Piece]) -> Piece:
    made = run[0]
    for piece in run[1:]:
        made = together(made, piece)
    return made


def cards_of(band: Band, kinds: Kinds) -> Iterator[tuple[list[Line], bool]]:
    """The blocks of a band, and whether each is of cards: a line per number with its word."""
    if band.years:
        rows: list[Line] = []
        every = [piece for column in band.columns for piece in column]
        for kind in ("year", "value"):
            row = sorted((piece for piece in every if kinds.of(piece) == kind), key=lambda piece: piece.left)
            rows.append(Line(tuple(row)))
        yield rows, False
        return
    for column in band.columns:
        over, under = _left_over(column, band.words, kinds)
        lines = [Line((piece,)) for piece in over]
        for label, run in _pairs(column, band.words, kinds):
            if label is None:
                lines += [Line((piece,)) for piece in run]
                continue
            split = kinds.split(label)
            label, run = (split[0], [*run, split[1]]) if split else (label, run)
            right = min(piece.left for piece in run) - 1.0
            lines.append(Line((replace(label, left=min(label.left, right - 1.0), right=right), *_side_by_side(run))))
        yield [*lines, *(Line((piece,)) for piece in under)], True


def _side_by_side(run: Sequence[Piece]) -> list[Piece]:
    """Numbers under each other as numbers on one line."""
    made: list[Piece] = []
    for piece in run:
        left = made[-1].right + 1.0 if made else piece.left
        made.append(replace(piece, left=left, right=left + piece.right - piece.left))
    return made


def _left_over(column: Sequence[Piece], words: Direction, kinds: Kinds) -> tuple[list[Piece], list[Piece]]:
    """The words of a column that no number belongs to: its heading, and what stands further down."""
    first = next(place for place, piece in enumerate(column) if kinds.of(piece) == "value")
    left = [piece for run in _runs(column, words, kinds)[1] for piece in run]
    over = [piece for piece in left if any(piece is one for one in column[:first])]
    return over, [piece for piece in left if not any(piece is one for one in over)]
