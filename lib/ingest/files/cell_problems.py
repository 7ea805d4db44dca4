"""What there is to say of the cells of a table before anything is recognised: errors, words for nothing, cells made
one, rows that are not shown."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lib.ingest.files.cells import Plain
from lib.ingest.files.raw import SheetFacts
from lib.survey.problems import Problem
from lib.survey.words import thousands


def fill_merged(
    columns: Sequence[Plain],
    merged: Sequence[tuple[int, int, int, int]],
    start: int,
    keep: NDArray[np.bool_],
) -> list[tuple[int, int]]:
    """Give the rows of cells that were merged downwards the value that shows in all of them; returns for each such
    cell its column and how many rows it goes over. `start`: where the first of the rows stands in the sheet;
    `keep`: which of them are respondents."""
    found = []
    for top, left, bottom, _ in merged:
        if top < start or bottom <= top or left >= len(columns) or top - start >= len(keep):
            continue
        codes = columns[left].codes
        rows = np.arange(top - start, min(bottom - start + 1, len(codes)))
        value = codes[rows[0]]
        rows = rows[keep[rows]]
        if value >= 0 and len(rows) > 1:
            codes[rows] = value
            found.append((left, len(rows)))
    return found


def cell_problems(
    columns: Sequence[Plain],
    names: Sequence[str],
    keep: NDArray[np.bool_],
    facts: SheetFacts,
    start: int,
    merged: Sequence[tuple[int, int]],
) -> list[Problem]:
    """The problems of the cells of the rows that `keep` says. `start`: as in `fill_merged`."""
    rows = len(keep)
    errors = {(int(row), place) for place, column in enumerate(columns) for row in column.errors if keep[row]}
    errors |= {
        (row - start, place) for row, place in facts.errors if 0 <= row - start < rows and keep[row - start]
    }  # fmt: skip
    nothing = sum(int(keep[column.nothing].sum()) for column in columns)
    hidden = sum(0 <= row - start < rows and bool(keep[row - start]) for row in facts.hidden_rows)
    return [
        *([_errors(errors, names)] if errors else []),
        *([_nothing(nothing)] if nothing else []),
        *([_merged(merged, names)] if merged else []),
        *([_hidden(hidden, facts.is_filtered)] if hidden else []),
    ]


def _errors(cells: set[tuple[int, int]], names: Sequence[str]) -> Problem:
    places = {place for _, place in cells}
    column = names[places.pop()] if len(places) == 1 else None
    many, where = len(cells) > 1, f" van kolom '{column}'" if column else ""
    return Problem(
        "excel_errors",
        "warning",
        f"In {thousands(len(cells))} {'cellen' if many else 'cel'}{where} staat een foutmelding van Excel "
        f"(zoals #N/B); {'die cellen zijn' if many else 'die cel is'} als leeg gelezen.",
        column=column,
        remedy="Herstel de formules in Excel en sla het bestand opnieuw op, als die antwoorden mee moeten tellen.",
    )


def _nothing(count: int) -> Problem:
    many = count > 1
    return Problem(
        "missing_words",
        "info",
        f"In {thousands(count)} {'cellen' if many else 'cel'} staat een woord waarmee software een lege cel schrijft (zoals NA, NULL of "
        f"'niet ingevuld'); {'die cellen zijn' if many else 'die cel is'} als leeg gelezen.",
    )


def _merged(cells: Sequence[tuple[int, int]], names: Sequence[str]) -> Problem:
    places = list(dict.fromkeys(place for place, _ in cells))
    where = ", ".join(f"'{names[place]}'" for place in places)
    return Problem(
        "cells_merged",
        "info",
        f"In {'kolom' if len(places) == 1 else 'de kolommen'} {where} {'zijn' if len(cells) > 1 else 'is'} {thousands(len(cells))} samengevoegde "
        f"{'cellen' if len(cells) > 1 else 'cel'} over {thousands(sum(rows for _, rows in cells))} rijen gelezen als dezelfde waarde in elke rij.",
        column=names[places[0]] if len(places) == 1 else None,
    )


def _hidden(rows: int, is_filtered: bool) -> Problem:
    many = rows > 1
    return Problem(
        "rows_hidden",
        "warning",
        f"{thousands(rows)} {'rijen zijn' if many else 'rij is'} in Excel verborgen{' door een filter' if is_filtered else ''}, maar "
        f"{'tellen' if many else 'telt'} wel mee.",
        remedy="Verwijder die rijen uit het bestand als ze niet mee moeten tellen.",
    )
