"""A raw sheet to a table: where the header is, which rows hold respondents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from lib.ingest.files.cell_problems import cell_problems, fill_merged
from lib.ingest.files.cells import Plain, plain, plain_text, text_of, used
from lib.ingest.files.mojibake import is_broken
from lib.ingest.files.raw import RawSheet, row_too_long
from lib.ingest.layout.headers import Header, find_header
from lib.ingest.layout.repeated_headers import put_in_order, repeated_headers, told
from lib.ingest.layout.totals import NOTE, TOTAL, rows_below
from lib.ingest.receipt import LeftOut
from lib.ingest.recognise.words import questions_said
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
    """The respondents' rows of a sheet. `row_numbers`: the row of each in the file, from 1. `left_out`: how
    many rows between the header and the last filled row are no respondents, per reason. `problems`: what had
    to be done to the cells to get at them. `counts_from_1904`: whether numbers that are dates do."""

    sheet: str | None
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    row_numbers: np.ndarray
    left_out: Mapping[LeftOut, int]
    problems: tuple[Problem, ...] = ()
    counts_from_1904: bool = False

    def __len__(self) -> int:
        return len(self.row_numbers)


def find_table(sheet: RawSheet) -> Table | None:
    """The table in a sheet, or None where it has no header with rows under it.

    Raises `Refusal` where a row of a text file has more cells than its header, or a second header is of
    another table.
    """
    header = _header(sheet.cells)
    return None if header is None else _find_table(sheet, header)


def _find_table(sheet: RawSheet, header: Header) -> Table:
    start = header.rows[-1] + 1
    data = sheet.cells.iloc[start:]
    numbers = np.arange(start + 1, len(sheet.cells) + 1) if sheet.rows is None else sheet.rows[start:]
    plains = [plain(data[column]) for column in data.columns]
    _check_width(sheet, header, plains, numbers)
    names, codes_beside = list(header.names), list(header.codes)
    again = repeated_headers(plains, _names_of(sheet.cells, header))
    if again.get(0) is False:
        # Right under the header it is a part of it: codes above, the questions below.
        return _find_table(sheet, _with_row_below(header, [text_of(cell) for cell in data.iloc[0]]))
    in_order = all(again.values())
    if not in_order:
        data, names = put_in_order(data, names, again, numbers.tolist())
        codes_beside += [""] * (len(names) - len(codes_beside))
        plains = [plain(data[column]) for column in data.columns]
    factorised = [(column.codes, column.cells) for column in plains]
    filled = np.zeros(len(data), dtype=bool)
    for column in plains:
        filled |= column.codes >= 0
    is_header = np.zeros(len(data), dtype=bool)
    is_header[list(again)] = True
    reasons = rows_below([(np.where(is_header, -1, codes), cells) for codes, cells in factorised] if again else factorised, filled & ~is_header)  # fmt: skip
    keep = filled & ~is_header & (reasons == 0)
    merged = fill_merged(plains, sheet.facts.merged, start, keep)
    columns = []
    for place, column in enumerate(plains):
        name = names[place]
        if name or (column.codes[keep] >= 0).any():
            codes, cells = used(column.codes[keep], column.cells) if not keep[filled].all() else (column.codes[keep], column.cells)  # fmt: skip
            columns.append(Column(name, place, cells, codes, codes_beside[place]))
    last = int(np.flatnonzero(filled)[-1]) + 1 if filled.any() else 0
    left_out: dict[LeftOut, int] = {
        "blank": int((~filled[:last]).sum()),
        "header": int(is_header.sum()),
        "total": int((reasons == TOTAL).sum()),
        "note": int((reasons == NOTE).sum()),
    }
    broken = sum(is_broken(str(cell)) for row in header.rows for cell in sheet.cells.iloc[row])
    problems = [
        *told(numbers[list(again)].tolist(), in_order=in_order),
        *cell_problems(plains, names, keep, sheet.facts, start, merged),
        *_repaired(broken + sum(column.repaired for column in plains)),
    ]
    return Table(
        sheet.name,
        tuple(row + 1 for row in header.rows),
        tuple(columns),
        numbers[keep],
        {reason: count for reason, count in left_out.items() if count},
        tuple(problems),
        sheet.counts_from_1904,
    )


def _with_row_below(header: Header, texts: Sequence[str]) -> Header:
    """A header with one row more, which says what is asked where that row above it has a code."""
    names = tuple(text or name for text, name in zip(texts, header.names, strict=True))
    return Header((*header.rows, header.rows[-1] + 1), names, header.names)


def _check_width(sheet: RawSheet, header: Header, plains: Sequence[Plain], numbers: np.ndarray) -> None:
    """Raises `Refusal` where a row of a text file has a filled cell to the right of the header."""
    if header.rows[-1] >= len(sheet.widths):
        return
    width = max(sheet.widths[row] for row in header.rows)
    beyond = [np.flatnonzero(column.codes >= 0) for column in plains[width:]]
    if any(len(places) for places in beyond):
        raise row_too_long(int(numbers[np.concatenate(beyond).min()]))


def _names_of(cells: pd.DataFrame, header: Header) -> list[frozenset[str]]:
    """Of each column what stands in the header rows, as it stands in cells made plain."""
    rows = [[plain_text(str(cell)) for cell in cells.iloc[row]] for row in header.rows]
    return [frozenset(text for text in texts if text.strip()) for texts in zip(*rows, strict=True)]


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
