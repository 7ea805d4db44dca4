"""What leaves as a file says what it is of, in its name and first line, and holds numbers where it has figures."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lib.report import dutch
from lib.report.tables import Cell, Column, Kind, Table

_NUMBER = re.compile(r"(?P<sign>[+−-]?)(?P<whole>\d{1,3}(\.\d{3})*|\d+)(,(?P<part>\d+))?(?P<percent>%?)")
_UNITS: dict[Kind, str] = {
    "grade": "rapportcijfer", "agree": "%", "effort": "punten",
    "grade_difference": "rapportcijfer", "agree_difference": "%", "effort_difference": "punten",
}  # fmt: skip
_REMARK, _UNIT = "Opmerking", "Eenheid"
_LONGEST = 90  # characters of what is selected in a name


def about(title: str, selection: str, day: date) -> str:
    """The first line of a file: what it is, of whom, and when it was made."""
    return f"Klantmonitor · {title} · {selection} · gemaakt op {dutch.day(day)}"


def name_of(name: str, selection: str, day: date) -> str:
    """What a file is called, without its ending: what it holds, channel, products, period and the day it was made."""
    words = [part for part in selection.split(" · ") if not part.startswith("n = ")]
    told = "_".join(_plain(part) for part in words)[:_LONGEST].strip("_-")
    # The channel is told by the selection.
    what = "_".join(part for part in name.split("_") if part not in told.split("_"))
    return "_".join(part for part in (what, told, day.isoformat()) if part)


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-")


def for_file(table: Table, *, with_percent_heads: bool = False) -> Table:
    """The table with nothing but numbers in its columns of numbers: an interval takes two of them, and words go to a last
    column of remarks. `with_percent_heads`: where a number can't be told to be a percentage, its head says so."""
    heads = [head for place, column in enumerate(table.columns) for head in _heads(place, column)]
    rows, remarks = [], []
    for row in table.rows:
        cells: list[Cell] = []
        said: list[str] = []
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            made, words = _cells(place, column, cell)
            cells += made
            said += [f"{column.label}: {word}" for word in words]
        rows.append(cells)
        remarks.append("; ".join(said))
    heads, rows = _with_units(heads, rows) if with_percent_heads else (heads, rows)
    if any(remarks):
        heads = [*heads, Column(_REMARK)]
        rows = [[*cells, Cell(words)] for cells, words in zip(rows, remarks, strict=True)]
    return replace(table, columns=tuple(heads), rows=tuple(map(tuple, rows)))


def _heads(place: int, column: Column) -> list[Column]:
    if place and column.kind == "interval":
        return [replace(column, label=f"{column.label} {end}", kind="number") for end in ("van", "tot")]
    return [column]


def _cells(place: int, column: Column, cell: Cell) -> tuple[list[Cell], list[str]]:
    """The cells of one cell, and what can't be said in numbers."""
    if place == 0 or column.kind == "text":
        return [cell], []
    if column.kind == "interval":
        ends = cell.ends or (None, None)
        return [Cell("") if end is None else Cell("", value=end, kind=cell.kind) for end in ends], []
    value, kind = (cell.value, cell.kind) if cell.value is not None else _read(cell.text)
    if value is not None:
        return [Cell(cell.text, value=value, kind=kind)], [cell.note] if cell.note else []
    words = cell.text if cell.in_file is None else cell.in_file
    return [Cell("")], [] if words in ("", dutch.NO_VALUE) else [words]


def _read(text: str) -> tuple[Decimal | None, Kind]:
    """The number that a text is, with what it is a number of."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None, "words"
    number = Decimal(found["whole"].replace(".", "") + (f".{found['part']}" if found["part"] else ""))
    kind: Kind = "agree" if found["percent"] else "grade" if found["part"] else "count"
    return -number if found["sign"] in ("−", "-") else number, kind


def _with_units(heads: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> tuple[list[Column], list[list[Cell]]]:
    """The head of a column of percentages says so; where rows differ in unit, each has its own."""
    kinds = [{_UNITS[row[at].kind] for row in rows if row[at].kind in _UNITS} for at in range(len(heads))]
    named = [
        replace(head, label=f"{head.label} (%)") if of == {"%"} and "%" not in head.label else head
        for head, of in zip(heads, kinds, strict=True)
    ]
    if all(len(of) < 2 for of in kinds):
        return named, [list(row) for row in rows]
    units = [next((_UNITS[cell.kind] for cell in row if cell.kind in _UNITS), "") for row in rows]
    return [*heads, Column(_UNIT)], [[*row, Cell(unit)] for row, unit in zip(rows, units, strict=True)]
