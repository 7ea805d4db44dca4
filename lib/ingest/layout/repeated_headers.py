"""A header among the data, of exports that were put under each other: it is no respondent, and what stands below
it may have its columns in another order."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from lib.ingest.decode.codes import number_of
from lib.ingest.files.cells import Plain, text_of
from lib.survey.problems import Problem, Refusal
from lib.survey.words import thousands

_ENOUGH = 0.6  # share of the cells of a row that are names of columns
_OFTEN = 0.25  # share of the rows with the name of the column in it, from which it is an answer: the text of an option
_LONG = 5_000  # distinct cells
_TELLING = 2  # other cells that a column must hold for its name to be no answer


def repeated_headers(columns: Sequence[Plain], names: Sequence[frozenset[str]]) -> dict[int, bool]:
    """The rows that are a header again, each with whether its columns stand where those of the header do.
    `names`: of each column the texts in the header."""
    every = frozenset().union(*names)
    hits: Counter[int] = Counter()
    telling = []
    # Columns in which nearly every row has a cell of its own take long to look through, and others say enough.
    is_long = [len(column.cells) > _LONG for column in columns]
    for column, one in zip(columns, is_long, strict=True):
        if one and not all(is_long):
            telling.append(False)
            continue
        named = [place for place, cell in enumerate(column.cells) if cell in every]
        is_telling = len(column.cells) - len(named) >= _TELLING
        telling.append(is_telling)
        if named and is_telling:
            rows = np.flatnonzero(np.isin(column.codes, named))
            if len(rows) <= max(1, _OFTEN * (column.codes >= 0).sum()):
                hits.update(rows.tolist())
    found = {}
    for row, count in sorted(hits.items()):
        cells = [None if column.codes[row] < 0 else column.cells[column.codes[row]] for column in columns]
        filled = sum(cell is not None and one for cell, one in zip(cells, telling, strict=True))
        is_whole = sum(cell is not None for cell in cells) > 1 and all(cell is None or cell in every for cell in cells)
        is_most = count >= min(2, len(columns)) and (count >= _ENOUGH * filled or _are_all_names(columns, row))
        if not is_whole and not is_most:
            continue
        found[row] = all(cell is None or cell in its for cell, its in zip(cells, names, strict=True))
    return found


def _are_all_names(columns: Sequence[Plain], row: int) -> bool:
    """Whether every cell of a row is words that stand nowhere else in their column."""
    return all(
        (column.codes == column.codes[row]).sum() == 1
        and number_of(column.cells[column.codes[row]]) is None
        and any(map(str.isalpha, text_of(column.cells[column.codes[row]])))
        for column in columns
        if column.codes[row] >= 0
    )


def put_in_order(
    data: pd.DataFrame, names: Sequence[str], found: Mapping[int, bool], numbers: Sequence[int]
) -> tuple[pd.DataFrame, list[str]]:
    """The rows with every cell under the name that it has in the header above it, and the names of all columns.
    `numbers`: the row of the file of each row, for the problem."""
    places = _by_name(names)
    together = list(names)
    order: dict[int, list[int]] = {}
    for row, is_aligned in found.items():
        texts = [text_of(cell) for cell in data.iloc[row]]
        if is_aligned:
            continue
        if len(set(places) & set(_by_name(texts))) < 2:
            raise _differs(numbers[row])
        for key, _ in _by_name(texts).items():
            if key not in places:
                places[key] = len(together)
                together.append(key[0])
        order[row] = [places.get((text, occurrence), -1) for text, occurrence in _numbered(texts)]
    cells = data.astype(object).to_numpy()
    wide = np.full((len(cells), len(together)), "", dtype=object)
    wide[:, : cells.shape[1]] = cells
    starts = sorted(found)
    for start, end in zip(starts, [*starts[1:], len(cells)], strict=True):
        if start in order:
            wide[start:end] = ""
            for place, target in enumerate(order[start]):
                if target >= 0:
                    wide[start:end, target] = cells[start:end, place]
    return pd.DataFrame(wide, dtype=object), together


def _numbered(texts: Sequence[str]) -> list[tuple[str, int]]:
    """Each text with how often it came before: headers may have a name twice."""
    seen: Counter[str] = Counter()
    numbered = []
    for text in texts:
        numbered.append((text, seen[text]))
        seen[text] += 1
    return numbered


def _by_name(texts: Sequence[str]) -> dict[tuple[str, int], int]:
    return {key: place for place, key in enumerate(_numbered(texts)) if key[0]}


def told(rows: Sequence[int], *, in_order: bool) -> list[Problem]:
    """What there is to say of the rows of the file that are a header again."""
    if not rows:
        return []
    many = len(rows) > 1
    where = f"{'Rijen' if many else 'Rij'} {', '.join(thousands(row) for row in rows[:5])}{' en verder' if len(rows) > 5 else ''}"
    they = f"{where} {'herhalen' if many else 'herhaalt'} de kopregel en {'tellen' if many else 'telt'} niet als respondent"
    if in_order:
        return [Problem("header_repeated", "info", f"{they}.", row=rows[0])]
    return [
        Problem(
            "header_repeated",
            "warning",
            f"{they}; de kolommen staan daaronder in een andere volgorde en zijn op naam gelezen.",
            row=rows[0],
            remedy="Voeg de exporten liever apart toe; dat kan met meer bestanden tegelijk.",
        )
    ]


def _differs(row: int) -> Refusal:
    return Refusal(
        Problem(
            "header_differs",
            "error",
            f"In rij {row} staat een tweede kopregel, met andere kolommen dan de eerste.",
            row=row,
            remedy="Zet wat eronder staat in een bestand apart, met die rij als kopregel, en voeg beide bestanden toe.",
        )
    )
