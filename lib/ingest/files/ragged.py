"""Rows of a text file that end early: those that a line end in the middle of a text broke in two are made
whole again, the others are told."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.ingest.layout.totals import starts_as_total
from lib.survey.problems import Problem
from lib.survey.words import thousands

_RAGGED = 0.1  # share of the rows that end early, from which that is how the file was made
_NAMED = 5  # row numbers in a sentence
_MOST_PIECES = 20
_LOOKED_AT = 300  # rows that are whole
_LETTERS, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")


def with_whole_rows(
    frame: pd.DataFrame, counts: NDArray[np.intp] | None
) -> tuple[pd.DataFrame, NDArray[np.intp] | None, list[Problem]]:
    """The frame with broken rows made whole, the number in the file of each row where rows are gone, and what is
    worth telling. `counts`: how many cells each row has, None where all have as many."""
    if counts is None:
        return frame, None, []
    usual = int(np.bincount(counts).argmax())
    is_short = (counts > 0) & (counts < usual)
    # What stands above the header is a title.
    is_short[: int(np.argmax(counts >= usual))] = False
    short = np.flatnonzero(is_short)
    if len(short) == 0 or len(short) > max(2, _RAGGED * len(counts)):
        return frame, None, []
    found = list(_broken(frame, counts, is_short, usual))
    starts = {_shape(cell) for cell in frame.iloc[np.flatnonzero(counts >= usual)[1 : _LOOKED_AT + 1], 0]}
    # What starts as the rows of this file do may be a row of its own.
    broken = [rows for rows in found if not any(_shape(frame.iat[row, 0]) in starts for row in rows[1:])]
    doubtful = [rows for rows in found if rows not in broken]
    pieces = {row for rows in found for row in rows}
    rest = [int(row) + 1 for row in short if int(row) not in pieces]
    told = [
        *_rejoined([rows[0] + 1 for rows in broken]),
        *_maybe_broken([row + 1 for rows in doubtful for row in rows]),
        *_ended_early(rest),
    ]
    if not broken:
        return frame, None, told
    whole = frame.copy()
    gone = np.zeros(len(frame), dtype=bool)
    for rows in broken:
        whole.iloc[rows[0]] = _joined(frame, counts, rows)
        gone[list(rows[1:])] = True
    return whole[~gone].reset_index(drop=True), np.flatnonzero(~gone) + 1, told


def _broken(
    frame: pd.DataFrame, counts: NDArray[np.intp], is_short: NDArray[np.bool_], usual: int
) -> Iterator[range]:  # fmt: skip
    """The rows in a row that are as wide as one together, and are cut within a text."""
    place = 0
    while place < len(counts):
        end, width = place, int(counts[place])
        while width < usual and end + 1 < min(len(counts), place + _MOST_PIECES) and is_short[end : end + 2].all():
            if not _is_cut_text(frame, counts, end):
                break
            end += 1
            width += int(counts[end]) - 1
        if end > place and width == usual:
            yield range(place, end + 1)
            place = end
        place += 1


def _shape(cell: object) -> str:
    """How a cell is written: R-0012 and R-7 are written alike."""
    return _LETTERS.sub("a", _DIGITS.sub("9", str(cell).strip()))


def _is_cut_text(frame: pd.DataFrame, counts: NDArray[np.intp], row: int) -> bool:
    """Whether a row ends and the next one starts with words."""
    before, after = str(frame.iat[row, int(counts[row]) - 1]), str(frame.iat[row + 1, 0])
    return all(any(map(str.isalpha, text)) for text in (before, after)) and not starts_as_total([after])


def _joined(frame: pd.DataFrame, counts: NDArray[np.intp], rows: Sequence[int]) -> list[str]:
    cells: list[str] = []
    for row in rows:
        piece = [str(cell) for cell in frame.iloc[row, : int(counts[row])]]
        cells = [*cells[:-1], f"{cells[-1]}\n{piece[0]}", *piece[1:]] if cells else piece
    return cells + [""] * (len(frame.columns) - len(cells))


def rows_named(rows: Sequence[int]) -> str:
    """Row numbers in words: "rij 5", "rij 5, 8 en 12", "rij 5, 8 en 40 andere rijen"."""
    if len(rows) > _NAMED:
        return f"rij {', '.join(map(str, rows[: _NAMED - 1]))} en {thousands(len(rows) - _NAMED + 1)} andere rijen"
    *first, last = map(str, rows)
    return f"rij {', '.join(first)} en {last}" if first else f"rij {last}"


def _rejoined(rows: Sequence[int]) -> list[Problem]:
    if not rows:
        return []
    return [
        Problem(
            "rows_rejoined",
            "warning",
            f"Een regeleinde midden in een tekst brak {rows_named(rows)} in stukken; die zijn weer samengevoegd.",
            row=rows[0],
            remedy="Kijk of de antwoorden in die rij onder de goede vraag staan.",
        )
    ]


def _maybe_broken(rows: Sequence[int]) -> list[Problem]:
    if not rows:
        return []
    return [
        Problem(
            "rows_maybe_broken",
            "warning",
            f"Er zijn minder cellen dan kolommen in {rows_named(rows)}, die samen zo breed zijn als een rij; elk is als een rij gelezen.",
            row=rows[0],
            remedy="Is het een rij die midden in een tekst in stukken brak, zet die tekst dan tussen aanhalingstekens.",
        )
    ]


def _ended_early(rows: Sequence[int]) -> list[Problem]:
    if not rows:
        return []
    return [
        Problem(
            "rows_ended_early",
            "info",
            f"Er zijn minder cellen dan kolommen in {rows_named(rows)}; wat ontbreekt, is als leeg gelezen.",
            row=rows[0],
        )
    ]
