"""What of a page stands on a slide, and how much of it fits: a window of 1280 by 720 never scrolls, and the back row
reads it. Where there are more rows than room, those that matter stay, and it is said how many there are in all.

Sizes are pixels of that window; a larger one shows the same, larger.
"""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from lib.report import dutch
from lib.report.blocks import Answers, Block, Control, Headline, Page, Picture, Shown, Side, flat, untabbed
from lib.report.score_tables import SIGNS
from lib.report.tables import Cell, Column, Table

WIDTH = 1200  # of the stage
TEXT = 20  # of words in pictures and tables
_STAGE = 570  # of height, before the words above it
_TITLE_SIGNS, _SELECTION_SIGNS, _FINDING_SIGNS = 95, 140, 84  # that fit in one line
_TITLE_LINE, _SELECTION_LINE, _FINDING_LINE = 30, 24, 37
_HEADLINE, _NOTE = 74, 30
_LEAST = 150  # lower than this a picture says nothing
_ROW, _TWO_LINES = 34, 54
_AXIS, _KEY = 76, 70
_NAME = 29  # characters of a name in one line
_NAMES_OF = {"breakdown": 38, "stacked": 31}  # where names have more room
_HEAD = 62  # of a table
_MOST_COLUMNS = 9
_ROWS = 12  # of a table on a phone

# Which rows of a picture go together under one name, and how many there are by that name.
_NAMES: Mapping[str, str] = {
    "scores": "Vraag",
    "differences": "Vraag",
    "products": "Product",
    "breakdown": "Antwoord",
    "stacked": "Vraag",
    "priorities": "Aspect",
}
_SHORTER = {"geen aantoonbaar verschil": "niet aantoonbaar"}
_MARKS = (SIGNS["higher"], SIGNS["lower"])

Row = Mapping[str, object]


@dataclass(frozen=True)
class Slide:
    """The blocks of a slide; `height` of its picture; `note`: what is left out, in words, or nothing."""

    blocks: tuple[Block, ...]
    height: int
    note: str = ""


def slide_blocks(page: Page) -> tuple[Block, ...]:
    """What of a page stands on a slide: its headline and main picture (that of the finding, else the first), columns
    beside each other, or one open answer; of a page without these the first rows of its table."""
    blocks = untabbed(page.blocks)
    headline = next((block for block in blocks if isinstance(block, Headline)), None)
    drawn = [block for block in blocks if isinstance(block, Picture | Side)]
    told = (block for block in drawn if isinstance(block, Picture) and block.words == page.finding)
    shown: Block | None = next(told, drawn[0] if drawn else None)
    if shown is None and (answers := next((b for b in blocks if isinstance(b, Answers)), None)) is not None:
        shown = Answers(answers.answers[:1])
    if shown is None and headline is None and (table := next((b for b in blocks if isinstance(b, Shown)), None)):
        return (Shown(replace(table.table, rows=table.table.rows[:_ROWS])),)
    return tuple(block for block in (headline, shown) if block is not None)


def fitted(page: Page, width: int = WIDTH) -> Slide:
    """The slide of a page as it fits the window; `width`: of its picture, where something stands beside it."""
    blocks = slide_blocks(page)
    height = _height(page, any(isinstance(block, Headline) for block in blocks))
    picture = next((block for block in blocks if isinstance(block, Picture)), None)
    if picture is not None:
        if height < _LEAST:
            blocks = tuple(block for block in blocks if block is not picture)
            return Slide(blocks, 0, "De afbeelding staat op de pagina zelf.")
        kept, note = _fitted_picture(picture, height, width)
        return Slide(tuple(kept if block is picture else block for block in blocks), height - bool(note) * _NOTE, note)
    if blocks and isinstance(blocks[0], Shown):
        source = next(block.table for block in untabbed(page.blocks) if isinstance(block, Shown))
        chosen = [block.default for block in flat(page.blocks) if isinstance(block, Control)]
        table, note = _fitted_table(source, chosen, height)
        return Slide((Shown(table),), height, note)
    return Slide(blocks, height)


def _height(page: Page, has_headline: bool) -> int:
    """What the words above it leave of the stage."""
    above = (
        (page.title, _TITLE_SIGNS, _TITLE_LINE),
        (page.selection, _SELECTION_SIGNS, _SELECTION_LINE),
        (page.finding, _FINDING_SIGNS, _FINDING_LINE),
    )
    taken = sum(_count_lines(words, signs) * line for words, signs, line in above)
    return _STAGE + _FINDING_LINE - taken - has_headline * _HEADLINE


def _count_lines(words: str, signs: int) -> int:
    return len(textwrap.wrap(words, signs))


def _fitted_picture(picture: Picture, height: int, width: int) -> tuple[Picture, str]:
    """The picture with as many rows as fit, their names and verdicts in words that fit, and what is left out."""
    name = _NAMES.get(picture.kind)
    if name is None:
        return picture, ""
    signs = _NAMES_OF.get(picture.kind, _NAME) * width // WIDTH
    rows = [_with_short_words(row, signs) for row in picture.rows]
    several = [*dict.fromkeys(str(row[name]) for row in rows if name in row)]
    is_long = any("\n" in str(row.get("Regels", "")) for row in rows)
    room = height - (_KEY if picture.kind == "stacked" else 8 if picture.kind == "breakdown" else _AXIS)
    most = max(1, room // (_TWO_LINES if is_long else _ROW))
    if len(several) <= most:
        return replace(picture, rows=tuple(rows)), ""
    most = max(1, (room - _NOTE) // (_TWO_LINES if is_long else _ROW))
    kept = _telling(picture.kind, name, rows, several, most)
    left = tuple(row for row in rows if name not in row or str(row[name]) in kept)
    return replace(picture, rows=left), _left_out(most, len(several))


def _with_short_words(row: Row, signs: int) -> Row:
    changed: dict[str, object] = {}
    if "Regels" in row:
        words = " ".join(str(row["Regels"]).split("\n"))
        changed["Regels"] = "\n".join(textwrap.wrap(words, signs, max_lines=2, placeholder=" …"))
    if "Oordeel" in row:
        verdict = str(row["Oordeel"])
        for long, short in _SHORTER.items():
            verdict = verdict.replace(long, short)
        changed["Oordeel"] = verdict
    return {**row, **changed}


def _telling(kind: str, name: str, rows: Sequence[Row], several: Sequence[str], most: int) -> set[str]:
    """The names of the rows that matter most: what stands out, or the largest shares; of equals the first."""
    weight: Callable[[Row], float] = lambda row: 0.0  # noqa: E731
    if kind == "priorities":
        weight = lambda row: float(str(row["Samenhang"]))  # noqa: E731
    elif kind in ("scores", "differences"):
        weight = lambda row: float(any(sign in str(row["Oordeel"]) for sign in _MARKS))  # noqa: E731
    elif kind == "breakdown":
        weight = lambda row: float(str(row["Percentage"]))  # noqa: E731
    weights = {str(row[name]): weight(row) for row in rows if name in row}
    return set(sorted(several, key=lambda each: -weights[each])[:most])


def _fitted_table(table: Table, chosen: Sequence[str], height: int) -> tuple[Table, str]:
    """The table with the rows and columns that fit: of these the first two, one that is chosen, and those after."""
    order = [place for place, column in enumerate(table.columns) if place > 1 and column.label in chosen]
    places = sorted([*range(min(2, len(table.columns))), *order][:_MOST_COLUMNS])
    places = sorted([*places, *(p for p in range(len(table.columns)) if p not in places)][:_MOST_COLUMNS])
    is_long = any(len(row[0].text) > _NAME or any(cell.small for cell in row) for row in table.rows)
    most = max(1, (height - _HEAD - _NOTE) // (_TWO_LINES + 8 if is_long else _ROW + 8))
    rows = table.rows if len(table.rows) <= most else table.rows[:most]
    columns = tuple(_plain(table.columns[place]) for place in places)
    note = _left_out(len(rows), len(table.rows)) if len(rows) < len(table.rows) else ""
    if len(places) < len(table.columns):
        note = f"{note} {_columns_left_out(len(places), len(table.columns))}".strip()
    made = tuple(tuple(_short(row[place]) for place in places) for row in rows)
    return replace(table, columns=columns, rows=made), note


def _plain(column: Column) -> Column:
    return replace(column, wide_only=False)


def _short(cell: Cell) -> Cell:
    """A cell that takes at most two lines; a slide has nothing to click on."""
    text = textwrap.shorten(cell.text, 2 * _NAME, placeholder=" …") if len(cell.text) > 2 * _NAME else cell.text
    return replace(cell, text=text or cell.text[: 2 * _NAME], link=None)


def _left_out(shown: int, count: int) -> str:
    return f"Hier staan {dutch.number(shown)} van de {dutch.number(count)} rijen; de andere staan op de pagina zelf."


def _columns_left_out(shown: int, count: int) -> str:
    return f"Van de {dutch.number(count)} kolommen staan er {dutch.number(shown)}."
