"""Tables as data, and as real HTML or CSV: the same rows in the same order for page and file.

Every text is escaped here, so that words from a file are only ever shown as words.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from lib.report.terms import TERMS
from lib.survey.visible import visible

# What a spreadsheet would take for the start of a formula, and the figures that start the same way.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_FIGURE = re.compile(r"[+\-−–]|[+\-−–]?\d[\d.]*(,\d+)?%?")


@dataclass(frozen=True)
class Column:
    """A column: its header, whether it holds numbers, and the term that explains it. `wide_only`:
    left out on a phone, where what it says can be read from the other columns."""

    label: str
    kind: Literal["text", "number"] = "text"
    term: str | None = None
    wide_only: bool = False

    @property
    def css(self) -> str:
        return f"km-{self.kind} km-wide" if self.wide_only else f"km-{self.kind}"


@dataclass(frozen=True)
class Cell:
    """One cell: its text, how it is marked, the length 0-1 of a bar behind it, the depth 0-1 of a tint,
    a small word under the text, and the query that its text links to. `in_file` is what a file gets
    where the page adds a sign to the words."""

    text: str
    mark: Literal["", "own", "quiet", "higher", "lower", "part"] = ""
    bar: float | None = None
    in_file: str | None = None
    tint: float | None = None
    small: str | None = None
    link: str | None = None


@dataclass(frozen=True)
class Table:
    """A table with its caption for those who hear it; the first cell of a row is its header. `is_dense`:
    many narrow columns, set closer."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_dense: bool = False


def term(name: str, label: str | None = None) -> Markup:
    """A term of the survey with its explanation one hover or tap away."""
    return Markup('<abbr tabindex="0" title="{}">{}</abbr>').format(TERMS[name], label or name)


def to_html(table: Table) -> Markup:
    """The table as accessible HTML, ready for the page."""
    heads = Markup("").join(
        Markup('<th scope="col" class="{}">{}</th>').format(
            column.css, term(column.term, column.label) if column.term else visible(column.label)
        )
        for column in table.columns
    )
    body = Markup("").join(Markup("<tr>{}</tr>").format(_row(table.columns, row)) for row in table.rows)
    return Markup(
        '<div class="km-scroll" tabindex="0" role="region" aria-label="{0}">'
        '<table class="{3}"><caption class="km-hidden">{0}</caption><thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>'
    ).format(visible(table.caption), heads, body, "km-table km-dense" if table.is_dense else "km-table")


def _row(columns: Sequence[Column], row: Sequence[Cell]) -> Markup:
    cells = []
    for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
        names, style = _look(column, cell)
        start = Markup('<th scope="row" class="{}"{}>') if place == 0 else Markup('<td class="{}"{}>')
        cells.append(start.format(names, style) + _words(cell) + Markup("</th>" if place == 0 else "</td>"))
    return Markup("").join(cells)


def _look(column: Column, cell: Cell) -> tuple[str, Markup]:
    """The classes of a cell, and the lengths that only a style can tell."""
    names = [column.css, *([f"km-{cell.mark}"] if cell.mark else [])]
    for name, value in (("bar", cell.bar), ("tint", cell.tint)):
        if value is not None:
            share = min(max(value, 0.0), 1.0) * 100
            return " ".join([*names, f"km-{name}"]), Markup(f' style="--{name}:{share:.1f}%"')
    return " ".join(names), Markup("")


def _words(cell: Cell) -> Markup:
    """The text of a cell, as a link where it is one, and the small word under it."""
    words = escape(visible(cell.text))
    if cell.link is not None:
        words = Markup('<a href="{}">{}</a>').format(cell.link, words)
    return words if cell.small is None else words + Markup(" <small>{}</small>").format(visible(cell.small))


def to_csv(table: Table) -> bytes:
    """The table as a CSV file that Dutch Excel opens as columns; no cell can become a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_safe(column.label) for column in table.columns])
    writer.writerows([_safe(cell.text if cell.in_file is None else cell.in_file) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _safe(text: str) -> str:
    plain = visible(text)
    return "'" + plain if _FORMULA.match(plain) and not _FIGURE.fullmatch(plain) else plain
