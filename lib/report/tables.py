"""Tables as data: the same rows in the same order for page and file. What a cell holds is a value with its unit, or
words; how it is written out is for `lib.render`."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from lib.figures.intervals import Interval
from lib.report import dutch

# What a number is: a figure as it is published, the difference of two, a number of people, a year, a p value.
Kind = Literal["words", "grade", "agree", "effort", "grade_difference", "agree_difference", "effort_difference", "count",
               "year", "chance"]  # fmt: skip

Mark = Literal["", "own", "quiet", "higher", "lower", "part"]


@dataclass(frozen=True)
class Column:
    """A column: its header, whether it holds numbers or intervals, and the term that explains it. `wide_only`:
    left out on a phone, where what it says can be read from the other columns."""

    label: str
    kind: Literal["text", "number", "interval"] = "text"
    term: str | None = None
    wide_only: bool = False

    @property
    def css(self) -> str:
        """The classes of its cells."""
        name = "km-text" if self.kind == "text" else "km-number"
        return f"{name} km-wide" if self.wide_only else name


@dataclass(frozen=True)
class Cell:
    """One cell: its text, and where it is a number its value, rounded as it is shown, what it is a number of and a word to go with it; how it is marked, the length 0-1 of a bar behind it, the depth 0-1 of a tint,
    a small word under the text, and the query that its text links to. `in_file` is what a file gets
    where the page adds a sign to the words; `ends` are those of an interval."""

    text: str
    mark: Mark = ""
    bar: float | None = None
    in_file: str | None = None
    tint: float | None = None
    small: str | None = None
    link: str | None = None
    value: Decimal | int | None = None
    kind: Kind = "words"
    note: str = ""
    ends: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True)
class Table:
    """A table with its caption for those who hear it; the first cell of a row is its header. `is_dense`:
    many narrow columns, set closer. `has_total`: the last row is of all others together."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_dense: bool = False
    has_total: bool = False


def figure_cell(value: Fraction | Decimal | None, unit: dutch.Unit, **look: Any) -> Cell:
    """A figure, rounded as it is published; a dash where there is none. `look`: the other fields of the cell."""
    rounded = dutch.shown(value, unit)
    return Cell(dutch.figure(rounded, unit), value=rounded, kind=unit if rounded is not None else "words", **look)


def benchmark_cell(value: Decimal | None, unit: dutch.Unit, **look: Any) -> Cell:
    """BM as published, in the unit of the figure beside it; a dash where there is none."""
    rounded = dutch.shown_benchmark(value, unit)
    return Cell(dutch.figure(rounded, unit), value=rounded, kind=unit if rounded is not None else "words", **look)


def difference_cell(value: Decimal | None, unit: dutch.Unit, **look: Any) -> Cell:
    """A difference of figures that were rounded already, with its sign; a dash where there is none."""
    kind: Kind = {"grade": "grade_difference", "agree": "agree_difference", "effort": "effort_difference"}[unit]  # type: ignore[assignment]
    return Cell(dutch.signed(value), value=value, kind=kind if value is not None else "words", **look)


def interval_cell(found: Interval | None, unit: dutch.Unit, *, is_difference: bool = False) -> Cell:
    """A 95% interval as text, with its ends for files; a dash where there is none."""
    text = dutch.difference_interval(found, unit) if is_difference else dutch.interval(found, unit)
    low, high = dutch.ends(found, unit)
    return Cell(
        text,
        "quiet",
        ends=None if low is None or high is None else (low, high),
        kind=unit if low is not None else "words",
    )


def count_cell(count: int | None, **look: Any) -> Cell:
    """A number of people or answers; a dash where it may not be told."""
    if count is None:
        return Cell(dutch.NO_VALUE, **look)
    note = look.get("note", "")
    return Cell(f"{note} · {dutch.number(count)}" if note else dutch.number(count), value=count, kind="count", **look)
