"""A raw sheet to a table: where the header is, which rows hold respondents."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from lib.ingest.headers import Header, find_header
from lib.ingest.mojibake import repair, repair_all
from lib.ingest.recognise.words import questions_said
from lib.ingest.sheets import RawSheet, row_too_long
from lib.ingest.totals import text_of, total_rows
from lib.survey.problems import Problem
from lib.survey.words import thousands

_HEADER_SEARCH = 30
_FURTHEST = 5_000
_MANY_TEXTS = 2_000  # in the rows where a header may be; to look for questions in more takes too long
_ROWS_BELOW = 20  # filled rows beyond those, to know how wide the table is


@dataclass(frozen=True, eq=False)
class Column:
    """One column: its header, its place (0 is column A), its distinct cells and for every row the
    place of its cell among them (-1 is an empty cell). `code`: what the header calls it besides.
    `row_numbers`: where each answer stands in the file, if that is not where its respondent stands."""

    header: str
    place: int
    uniques: Sequence[object]
    codes: np.ndarray
    code: str = ""
    row_numbers: np.ndarray | None = None

    @cached_property
    def weights(self) -> np.ndarray:
        """How many rows have each of the distinct cells."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.uniques))

    def commonest(self, count: int) -> list[object]:
        """The distinct cells that most rows have, at most `count` of them."""
        return [self.uniques[place] for place in np.argsort(-self.weights, kind="stable")[:count]]


@dataclass(frozen=True, eq=False)
class Table:
    """The respondents' rows of a sheet. `row_numbers`: the row of each in the file, from 1.
    `problems`: what had to be done to the cells to get at them."""

    sheet: str | None
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    row_numbers: np.ndarray
    blank_rows: int
    total_rows: int
    problems: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        return len(self.row_numbers)


def find_table(sheet: RawSheet) -> Table | None:
    """The table in a sheet, or None where it has no header with rows under it.

    Raises `Refusal` where a row of a text file has more cells than its header.
    """
    cells = sheet.cells
    header = _header(cells)
    if header is None:
        return None
    start = header.rows[-1] + 1
    data = cells.iloc[start:]
    factorised = [_factorise(data[column]) for column in data.columns]
    filled = np.zeros(len(data), dtype=bool)
    for codes, _ in factorised:
        filled |= codes >= 0
    last_header = header.rows[-1]
    if last_header < len(sheet.widths):
        width = max(sheet.widths[row] for row in header.rows)
        beyond = [np.flatnonzero(codes >= 0) for codes, _ in factorised[width:]]
        if any(len(places) for places in beyond):
            raise row_too_long(start + 1 + int(np.concatenate(beyond).min()))
    totals = total_rows(factorised, filled)
    keep = filled & ~totals
    columns, repaired = [], 0
    for place, (codes, uniques) in enumerate(factorised):
        name = repair(header.names[place])
        if name or (codes[keep] >= 0).any():
            its_codes, its_cells = _used(codes[keep], uniques) if totals.any() else (codes[keep], uniques)
            cells_of_column, broken = repair_all(its_cells)
            repaired += broken
            columns.append(Column(name, place, cells_of_column, its_codes, header.codes[place]))
    repaired += sum(repair(name) != name for name in header.names)
    rows = np.flatnonzero(keep) + start + 1
    last = int(np.flatnonzero(filled)[-1]) + 1 if filled.any() else 0
    return Table(
        sheet.name,
        tuple(row + 1 for row in header.rows),
        tuple(columns),
        rows,
        int((~filled[:last]).sum()),
        int(totals.sum()),
        _repaired(repaired),
    )


def _repaired(count: int) -> tuple[Problem, ...]:
    if count == 0:
        return ()
    return (
        Problem(
            "mojibake_repaired",
            "info",
            f"In {thousands(count)} {'teksten' if count > 1 else 'tekst'} stonden letters met een accent verkeerd (zoals 'Ã©'); die zijn hersteld.",
        ),
    )


def _header(cells: pd.DataFrame) -> Header | None:
    """The header among the first rows, found with enough filled rows under it in view."""
    top: list[list[str]] = []
    below_search = 0
    for place, cells_of_row in enumerate(cells.head(_FURTHEST).itertuples(index=False)):
        texts = [text_of(cell) for cell in cells_of_row]
        # Blank rows may stand in bulk between the header and the first respondent.
        if place < _HEADER_SEARCH or any(texts):
            top.append(texts)
            below_search += place >= _HEADER_SEARCH
        if below_search == _ROWS_BELOW:
            break
    found = find_header(top)
    sparse = _row_of_questions(top[: _HEADER_SEARCH if found is None else found.rows[0]])
    return found if sparse is None else Header((sparse,), tuple(top[sparse]), ("",) * len(top[sparse]))


def _row_of_questions(rows: Sequence[Sequence[str]]) -> int | None:
    """The place of the first row that names several questions of the survey, or None. That makes it a
    header, however many columns have no name."""
    texts = list(dict.fromkeys(text for row in rows for text in row if any(map(str.isalpha, text))))
    if len(texts) > _MANY_TEXTS:
        return None
    named = dict(zip(texts, map(questions_said, texts), strict=True))
    several = (place for place, row in enumerate(rows) if len({named.get(text) for text in row} - {None}) > 1)
    return next(several, None)


def _factorise(column: pd.Series) -> tuple[np.ndarray, list[object]]:
    """Codes and distinct cells of a column; empty and white cells get code -1."""
    codes, uniques = pd.factorize(column, use_na_sentinel=True)
    cells = [_unescaped(cell) for cell in uniques.tolist()]
    blank = [
        place for place, cell in enumerate(cells) if not (cell.strip() if isinstance(cell, str) else text_of(cell))
    ]
    if blank:
        codes = np.where(np.isin(codes, blank), -1, codes)
    return codes.astype(np.int32), cells


def _used(codes: np.ndarray, uniques: list[object]) -> tuple[np.ndarray, list[object]]:
    """Codes and distinct cells without the cells that stand in no row: a total would be taken for an answer."""
    used = np.zeros(len(uniques), dtype=bool)
    used[codes[codes >= 0]] = True
    if used.all():
        return codes, uniques
    places = np.append(np.cumsum(used) - 1, -1).astype(np.int32)
    return places[codes], [uniques[place] for place in np.flatnonzero(used)]


def _unescaped(cell: object) -> object:
    """A cell without the apostrophe that survey software puts before what Excel would take for a formula."""
    is_escaped = isinstance(cell, str) and cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@")
    return str(cell)[1:] if is_escaped else cell
