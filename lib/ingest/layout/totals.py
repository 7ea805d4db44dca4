"""Rows under the answers that are no respondents: totals, means, and a note below them."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lib.ingest.decode.codes import number_of
from lib.ingest.decode.dates import read_days
from lib.ingest.files.cells import text_of
from lib.survey.dataset import NO_DAY
from lib.survey.words import normalise

TOTAL, NOTE = 1, 2
_MOST_TOTALS = 5
_MANY_ROWS = 15  # with fewer, no column shows that it numbers the respondents
_TOTAL_WORD = re.compile(
    r"((eind|sub|alge(meen|heel) )?totaal|totalen|(grand )?total|gemiddelden?|gemiddeld|gem|average|mean|som|sum|aantal|mediaan|median"
    r"|minimum|maximum|standaard ?deviatie|standaardafwijking)\b|n( \d+)?$"
)  # no match for "n.v.t."


def starts_as_total(row: Sequence[str]) -> bool:
    """Whether one of the first two texts of a row is a word such as "Totaal" or "Gemiddelde"."""
    return any(_TOTAL_WORD.match(normalise(text)) for text in [text for text in row if text][:2])


def rows_below(factorised: Sequence[tuple[np.ndarray, list[object]]], filled: np.ndarray) -> NDArray[np.int8]:
    """Which rows at the very end are a `TOTAL`: they start with a word such as "Totaal" or "Gemiddelde", or have
    numbers only and no number of a respondent, where all other rows have one of their own; and which a
    `NOTE`. 0 for all other rows.

    A word that the same column holds more often is an answer ("N", "Gemiddeld"), not a total.
    """
    reasons = np.zeros(len(filled), dtype=np.int8)
    last = np.flatnonzero(filled)[::-1][:_MOST_TOTALS]
    for place in last:
        first = [(codes, cells[codes[place]]) for codes, cells in factorised if codes[place] >= 0][:2]
        is_named = any(
            _TOTAL_WORD.match(normalise(text_of(cell))) and (codes == codes[place]).sum() == 1 for codes, cell in first
        )
        if is_named or _is_unnumbered(factorised, filled, place, len(last)):
            reasons[place] = TOTAL
        elif _is_note(factorised, place):
            reasons[place] = NOTE
        else:
            break
    return reasons


def _is_note(factorised: Sequence[tuple[np.ndarray, list[object]]], place: np.intp) -> bool:
    """Whether a row holds nothing but words in the first column, which has numbers or dates in all other rows."""
    filled = [number for number, (codes, _) in enumerate(factorised) if codes[place] >= 0]
    if filled != [0]:
        return False
    codes, cells = factorised[0]
    others = [cells[number] for number in np.unique(codes[(codes >= 0) & (codes != codes[place])]).tolist()]
    return bool(others) and not _all_figures([cells[codes[place]]]) and _all_figures(others)


def _all_figures(cells: Sequence[object]) -> bool:
    """Whether all cells are numbers, or all are dates."""
    return all(number_of(cell) is not None for cell in cells) or bool((read_days(cells).days != NO_DAY).all())


def _is_unnumbered(
    factorised: Sequence[tuple[np.ndarray, list[object]]], filled: np.ndarray, place: np.intp, last: int
) -> bool:
    """Whether a row has numbers only and none in the first column, where that has a cell of its own in
    every row but some of the `last`."""
    codes = next((codes for codes, _ in factorised if (codes >= 0).any()), None)
    if codes is None or codes[place] >= 0 or filled.sum() < _MANY_ROWS:
        return False
    cells = [cells[its_codes[place]] for its_codes, cells in factorised if its_codes[place] >= 0]
    above = codes[filled.nonzero()[0][:-last]]
    return (
        all(number_of(cell) is not None for cell in cells)
        and bool((above >= 0).all())
        and int(np.bincount(above).max()) == 1
    )
