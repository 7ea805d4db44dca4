"""A raw sheet to a table: where the header is, which rows hold respondents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.ingest.sheets import RawSheet, row_too_long
from lib.survey.words import normalise

_HEADER_SEARCH = 30
_FURTHEST = 5_000
_ROWS_BELOW = 20  # filled rows beyond those, to know how wide the table is
_TOTAL_WORD = re.compile(r"(totaal|total|gemiddelde?|som|aantal)\b|n( \d+)?$")  # no match for "n.v.t."


@dataclass(frozen=True, eq=False)
class Column:
    """One column: its header, its place (0 is column A), its distinct cells and for every row the
    place of its cell among them (-1 is an empty cell)."""

    header: str
    place: int
    uniques: Sequence[object]
    codes: np.ndarray

    @property
    def weights(self) -> np.ndarray:
        """How many rows have each of the distinct cells."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.uniques))

    def commonest(self, count: int) -> list[object]:
        """The distinct cells that most rows have, at most `count` of them."""
        return [self.uniques[place] for place in np.argsort(-self.weights, kind="stable")[:count]]


@dataclass(frozen=True, eq=False)
class Table:
    """The respondents' rows of a sheet. `row_numbers`: the row of each in the file, from 1."""

    sheet: str | None
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    row_numbers: np.ndarray
    blank_rows: int
    total_rows: int

    def __len__(self) -> int:
        return len(self.row_numbers)


def find_table(sheet: RawSheet) -> Table | None:
    """The table in a sheet, or None where it has no header with rows under it.

    Raises `Refusal` where a row of a text file has more cells than its header.
    """
    cells = sheet.cells
    header = _header_row(cells)
    if header is None:
        return None
    names = [_text(cell) for cell in cells.iloc[header]]
    data = cells.iloc[header + 1 :]
    factorised = [_factorise(data[column]) for column in data.columns]
    filled = np.zeros(len(data), dtype=bool)
    for codes, _ in factorised:
        filled |= codes >= 0
    if header < len(sheet.widths):
        beyond = [np.flatnonzero(codes >= 0) for codes, _ in factorised[sheet.widths[header] :]]
        if any(len(places) for places in beyond):
            raise row_too_long(header + 2 + int(np.concatenate(beyond).min()))
    totals = _total_rows(factorised, filled)
    keep = filled & ~totals
    columns = tuple(
        Column(name, place, uniques, codes[keep])
        for place, (name, (codes, uniques)) in enumerate(zip(names, factorised, strict=True))
        if name or (codes[keep] >= 0).any()
    )
    rows = np.flatnonzero(keep) + header + 2
    last = int(np.flatnonzero(filled)[-1]) + 1 if filled.any() else 0
    return Table(sheet.name, (header + 1,), columns, rows, int((~filled[:last]).sum()), int(totals.sum()))


def _header_row(cells: pd.DataFrame) -> int | None:
    """The first row that is mostly distinct words, about as wide as the rows under it."""
    top: list[list[str]] = []
    below_search = 0
    for place, cells_of_row in enumerate(cells.head(_FURTHEST).itertuples(index=False)):
        texts = [_text(cell) for cell in cells_of_row]
        # Blank rows may stand in bulk between the header and the first respondent.
        if place < _HEADER_SEARCH or any(texts):
            top.append(texts)
            below_search += place >= _HEADER_SEARCH
        if below_search == _ROWS_BELOW:
            break
    widths = [sum(bool(text) for text in row) for row in top]
    for place, row in enumerate(top[:_HEADER_SEARCH]):
        texts = [text for text in row if text]
        words = [text for text in texts if any(character.isalpha() for character in text)]
        below = [width for width in widths[place + 1 :] if width]
        # The widest row counts, not the usual one: many respondents skip half of the questions.
        is_wide = len(texts) >= max(2.0, 0.6 * max(below, default=0))
        if below and is_wide and len(words) >= 0.8 * len(texts) and len(set(words)) >= 0.8 * len(words):
            return place
    return None


def _factorise(column: pd.Series) -> tuple[np.ndarray, list[object]]:
    """Codes and distinct cells of a column; empty and white cells get code -1."""
    codes, uniques = pd.factorize(column, use_na_sentinel=True)
    cells: list[object] = list(uniques)
    blank = [place for place, cell in enumerate(cells) if _text(cell) == ""]
    if blank:
        codes = np.where(np.isin(codes, blank), -1, codes)
    return codes.astype(np.int32), cells


def _total_rows(factorised: Sequence[tuple[np.ndarray, list[object]]], filled: np.ndarray) -> np.ndarray:
    """Rows at the very end that start with a word such as "Totaal" or "Gemiddelde".

    A word that the same column holds more often is an answer ("N", "Gemiddeld"), not a total.
    """
    totals = np.zeros(len(filled), dtype=bool)
    for place in np.flatnonzero(filled)[::-1][:5]:
        first = [(codes, cells[codes[place]]) for codes, cells in factorised if codes[place] >= 0][:2]
        if not any(
            _TOTAL_WORD.match(normalise(_text(cell))) and (codes == codes[place]).sum() == 1 for codes, cell in first
        ):
            break
        totals[place] = True
    return totals


def _text(cell: object) -> str:
    if cell is None or cell is pd.NA or (isinstance(cell, float) and np.isnan(cell)):
        return ""
    return str(cell).replace("\xa0", " ").strip()
