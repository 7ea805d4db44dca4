"""Axes of charts: numbers under each other with one step, beside which stands a drawing and no row of a table."""

from dataclasses import replace
from itertools import pairwise

from lib.ingest.published.drafts.draft_layout import Line, Piece
from lib.ingest.published.drafts.piece_kinds import Kinds

_NEAR = 4.0  # points by which the marks of one axis may stand out of line
_LEAST = 4  # marks, from which numbers are an axis
_FREE = 2  # marks with nothing beside them: a row of a table never has that


def without_axes(lines: list[Line], kinds: Kinds) -> tuple[list[Line], list[Line]]:
    """Lines without the marks of the axes at their left or right, and those marks as lines of their own."""
    axes: list[Line] = []
    while marks := _marks(lines, kinds, first=True) or _marks(lines, kinds, first=False):
        taken = {id(piece) for piece in marks}
        rest = [Line(tuple(one for one in line.pieces if id(one) not in taken)) for line in lines]
        axes += [Line((replace(piece, mark="axis"),)) for piece in marks]
        lines = [line for line in rest if line.pieces]
    return lines, axes


def _marks(lines: list[Line], kinds: Kinds, *, first: bool) -> list[Piece]:
    """The marks of an axis, or none."""
    for start in range(len(lines)):
        run: list[Piece] = []
        free = 0
        for line in lines[start:]:
            piece = line.pieces[0 if first else -1]
            if run and not _on_axis(run[0], piece):
                if _is_label_of_a_row(line, run[0], kinds):
                    break
                continue
            if kinds.of(piece) != "value" or len(piece.numbers) != 1 or any(sign.isalpha() for sign in piece.text):
                break
            beside = line.pieces[1:] if first else line.pieces[:-1]
            if any(kinds.of(one) in ("label", "head", "row") for one in beside):
                break
            run.append(piece)
            free += not beside
        if len(run) >= _LEAST and free >= _FREE and _is_even(run):
            return run
    return []


def _on_axis(one: Piece, other: Piece) -> bool:
    return abs(one.right - other.right) < _NEAR or abs(one.left - other.left) < _NEAR


def _is_label_of_a_row(line: Line, mark: Piece, kinds: Kinds) -> bool:
    """Whether a line has words where the axis stands, so that the axis is over."""
    return any(
        kinds.of(piece) != "value" and piece.left <= mark.right and piece.right >= mark.left for piece in line.pieces
    )


def _is_even(marks: list[Piece]) -> bool:
    values = [piece.numbers[0].value for piece in marks]
    if any(value is None for value in values):
        return False
    steps = {b - a for a, b in pairwise(values)}  # type: ignore[operator]
    return len(steps) == 1 and steps != {0}
