"""A cell that holds several answers to an answer per option: known options are looked for in the cell.

Tools join options with a comma, a semicolon or a new line, and options may hold commas themselves;
so a cell is never cut blindly.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process

from lib.ingest.decode.codes import number_of
from lib.survey.catalogue import Item
from lib.survey.custom_options import OTHERS
from lib.survey.meaning import meaning_of
from lib.survey.scales import BLANK, FIRST_VALID, MISSING_CODES, UNREADABLE, outside_code, says_none_of_these
from lib.survey.words import normalise

_NO, _YES = FIRST_VALID, FIRST_VALID + 1
_NEAR_ENOUGH = 92  # likeness of what is left to an option, so that a typing error is forgiven
_BETWEEN = re.compile(r"[;|\n]|,\s")
_GAP = " | "  # stands where an option was taken out, so that what is beside it does not grow together


def read_several(item: Item, cells: Sequence[object]) -> tuple[np.ndarray, np.ndarray]:
    """The options in distinct cells: codes [cells, options] of yes/no answers, and per cell whether
    something is left that is no option.

    Only what was chosen is said by such a cell, so an option that it doesn't hold is blank; "geen van
    deze" says no to all. In an own question what is no option is "Anders", where it has that.
    """
    codes = np.full((len(cells), len(item.points)), BLANK, dtype=np.int16)
    left_over = np.zeros(len(cells), dtype=bool)
    wordings = _wordings(item)
    others = wordings.get(OTHERS) if item.custom else None
    for row, cell in enumerate(cells):
        if number_of(cell) in MISSING_CODES:
            continue
        marked, rest = _options_in(wordings, cell)
        if rest and not item.custom and outside_code(rest) is None and not says_none_of_these(rest):
            marked, rest = _options_meant(item, cell)
        codes[row, marked] = _YES
        if not rest:
            continue
        outside = outside_code(rest)
        if says_none_of_these(rest):
            codes[row] = np.where(codes[row] == BLANK, _NO, codes[row])
        elif outside is None and others is not None:
            codes[row, others] = _YES
        elif outside is None:
            left_over[row] = True
            codes[row] = UNREADABLE if not marked else codes[row]
        elif not marked:
            codes[row] = outside
    return codes, left_over


def fits_several(item: Item, cells: Sequence[object]) -> np.ndarray:
    """For each distinct cell whether it is an answer to a question with several answers."""
    codes, left_over = read_several(item, cells)
    return (codes != UNREADABLE).all(axis=1) & ((codes == _YES).any(axis=1) | ~left_over)


def unread_pieces(item: Item, cells: Sequence[object], weights: Sequence[int], least: float) -> tuple[str, ...]:
    """The answers in distinct cells that are no option of a question, those that come back `least` times, the
    commonest first. `weights`: how many rows have each of the cells."""
    counts: Counter[str] = Counter()
    for cell, weight in zip(cells, weights, strict=True):
        counts.update({piece: weight for piece in {one.strip() for one in _BETWEEN.split(str(cell))} if piece})
    common = [piece for piece, count in counts.most_common() if count >= least]
    return tuple(piece for piece, is_left in zip(common, read_several(item, common)[1], strict=True) if is_left)


def _wordings(item: Item) -> dict[str, int]:
    """The normalised wordings of all options, longest first, each with the place of its option."""
    words = {word: place for place, point in enumerate(item.points) for word in point.words()}
    return dict(sorted(words.items(), key=lambda pair: -len(pair[0])))


def _options_meant(item: Item, cell: object) -> tuple[list[int], str]:
    """The places of the options that the pieces of a cell mean in other words, and the words that are left."""
    places = {point.key: place for place, point in enumerate(item.points)}
    words = [normalise(piece) for piece in _BETWEEN.split(str(cell))]
    meant = {piece: places.get(meaning_of(item.key, piece) or "") for piece in words if piece}
    return sorted({place for place in meant.values() if place is not None}), " ".join(
        piece for piece, place in meant.items() if place is None
    )


def _options_in(wordings: dict[str, int], cell: object) -> tuple[list[int], str]:
    """The places of the options in a cell, and the words that are left."""
    text = f" {normalise(cell)} "
    marked = set()
    for word, place in wordings.items():
        if f" {word} " in text:
            text = text.replace(f" {word} ", _GAP)
            marked.add(place)
    rest = []
    for piece in (piece.strip() for piece in text.split("|")):
        near = process.extractOne(piece, wordings.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
        if near is not None:
            marked.add(wordings[near[0]])
        elif piece:
            rest.append(piece)
    return sorted(marked), " ".join(rest)
