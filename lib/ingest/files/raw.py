"""What a file holds before anything is interpreted: its sheets, and their cells as they stand there."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from lib.survey.problems import Problem, Refusal


@dataclass(frozen=True)
class SheetFacts:
    """What a worksheet says besides the outcomes in its cells. Rows and columns count from 0.

    `hidden_rows`: rows that Excel does not show, by a filter where there `is_filtered`. `errors` and
    `without_outcome`: row and column of cells that hold an error, or a formula without outcome.
    `merged`: first row, first column, last row, last column of cells made one.
    """

    hidden_rows: tuple[int, ...] = ()
    is_filtered: bool = False
    errors: tuple[tuple[int, int], ...] = ()
    without_outcome: tuple[tuple[int, int], ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, eq=False)
class RawSheet:
    """The cells of a sheet as they stand in the file, empty strings where nothing stands.

    `cells`: frame without header, first row of the file first; workbook cells keep their type,
    CSV cells are text. `name` is None for a text file. `widths`: how many cells the first rows of
    a text file have; a workbook has no such thing. `rows`: for each row of the frame its number in the file,
    from 1, where that is not its place. `is_hidden`: whether Excel shows the sheet to no one. `counts_from_1904`:
    whether a number that is a date counts from 1904.
    """

    name: str | None
    cells: pd.DataFrame
    widths: tuple[int, ...] = ()
    rows: np.ndarray | None = None
    is_hidden: bool = False
    counts_from_1904: bool = False
    facts: SheetFacts = field(default_factory=SheetFacts)


@dataclass(frozen=True, eq=False)
class RawFile:
    """A file opened: its sheets, how it was read, and what had to be done to it."""

    file: str
    format: str
    encoding: str | None
    delimiter: str | None
    sheets: tuple[RawSheet, ...]
    problems: tuple[Problem, ...] = ()


def refuse(code: str, file: str, message: str, remedy: str) -> Refusal:
    """The refusal of a file that can't be read."""
    return Refusal(Problem(code, "error", message, file=file, remedy=remedy))


def row_too_long(row: int) -> Refusal:
    """The refusal of a text file with a row that has more cells than the header: from the extra
    delimiter on its answers stand under the wrong questions, and which one is extra is not to be seen."""
    return Refusal(
        Problem(
            "row_too_long",
            "error",
            f"Rij {row} heeft meer cellen dan de kopregel; antwoorden staan daardoor onder de verkeerde vraag.",
            row=row,
            remedy="Zet een tekst waarin het scheidingsteken voorkomt tussen aanhalingstekens, of exporteer als Excel-bestand.",
        )
    )
