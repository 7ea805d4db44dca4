"""The key of a picture: what each mark and colour means, drawn above the marks in their own colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

from lib.render.pictures.parts import LETTERS, ROWS, TEXT_SIZE, WIDE, Palette

_LINE = 24  # pixels of one entry
_LETTER = 8.2  # pixels, at the widest, of a letter on average
_WIDEST = 830  # pixels of the narrowest picture that is wide
_BEFORE, _AFTER = 26, 26  # pixels: the mark and its distance to the words, and to the next entry

Mark = Literal["dot", "ring", "band", "interval", "line", "dashes", "square"]


@dataclass(frozen=True)
class Entry:
    """One line of a key: how the mark looks, and what it means. `is_wide_only`: of a mark that a phone has no room
    for; it comes last."""

    mark: Mark
    colour: str
    words: str
    opacity: float = 1.0
    stroke: str | None = None
    is_wide_only: bool = False


def height(entries: Sequence[Entry]) -> int:
    """The pixels that a key takes where it is tallest."""
    return _LINE * sum(not entry.is_wide_only for entry in entries) + 10 if entries else 0


def below(entries: Sequence[Entry]) -> list[alt.ExprRef]:
    """The range of the rows of a picture: what is left under its key."""
    lines = 1 + max((line for line, _ in _places(entries)), default=0)
    return [alt.ExprRef(f"{WIDE} ? {lines * _LINE + 10} : {height(entries)}"), alt.ExprRef("height")]


def key(palette: Palette, entries: Sequence[Entry]) -> list[alt.Chart]:
    """The entries beside each other; on a phone below each other."""
    found: list[alt.Chart] = []
    for place, (entry, (line, left)) in enumerate(zip(entries, _places(entries), strict=True)):
        found += _entry(palette, entry, place, line, left)
    return found


def _places(entries: Sequence[Entry]) -> list[tuple[int, float]]:
    """Of each entry in a wide picture the line and how far from the left, in pixels."""
    places: list[tuple[int, float]] = []
    line, left = 0, 0.0
    for entry in entries:
        width = _BEFORE + len(entry.words) * _LETTER
        if left + width > _WIDEST:
            line, left = line + 1, 0.0
        places.append((line, left))
        left += width + _AFTER
    return places


def _entry(palette: Palette, entry: Entry, place: int, line: int, left: float) -> list[alt.Chart]:
    # One mark, whatever the rows are.
    base = alt.Chart(ROWS).transform_aggregate(rows="count()")
    x, y = f"({WIDE} ? {left:.0f} * {LETTERS} : 0)", f"({WIDE} ? {line * _LINE + 10} : {place * _LINE + 10})"
    opacity: Any = alt.expr(f"{WIDE} ? {entry.opacity} : 0") if entry.is_wide_only else entry.opacity
    said: Any = alt.expr(f"{WIDE} ? '{entry.words}' : ''") if entry.is_wide_only else entry.words

    def at(shift: int) -> Any:
        return alt.expr(f"{x} + {shift}")

    height = alt.YValue(alt.expr(y))
    if entry.mark in ("dot", "ring", "square"):
        mark = base.mark_point(
            shape="square" if entry.mark == "square" else "circle", size=200 if entry.mark == "square" else 150,
            filled=entry.mark != "ring", color=entry.colour, opacity=opacity, strokeWidth=2 if entry.mark == "ring" else 1, stroke=entry.stroke or alt.Undefined,
        ).encode(x=alt.XValue(at(9)), y=height)  # fmt: skip
    else:
        width = {"band": 18, "interval": 10, "line": 2, "dashes": 1.5}[entry.mark]
        dashes = [5, 4] if entry.mark == "dashes" else [1, 0]
        ends = (5, 14) if entry.mark == "band" else (0, 18)
        mark = base.mark_rule(
            strokeWidth=width, color=entry.colour, opacity=opacity, strokeDash=dashes, strokeCap="butt"
        ).encode(x=alt.XValue(at(ends[0])), x2=alt.X2Value(at(ends[1])), y=height)
    words = base.mark_text(align="left", baseline="middle", fontSize=TEXT_SIZE, color=palette.text, text=said).encode(
        x=alt.XValue(at(_BEFORE)), y=height
    )
    return [mark, words]
