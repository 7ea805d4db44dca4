"""Whether the answers in a column can be answers to a question: the second witness beside its header."""

from collections.abc import Sequence

import numpy as np

from lib.ingest import dates
from lib.ingest.decode import decode, number_of
from lib.ingest.layout import Column
from lib.ingest.several_answers import fits_several
from lib.survey import catalogue
from lib.survey.catalogue import Item
from lib.survey.dataset import NO_DAY
from lib.survey.scales import DONT_KNOW_WORDS, FIRST_VALID, NO_WORDS, UNREADABLE, YES_WORDS
from lib.survey.words import PLACEHOLDERS, normalise

ANSWERS_ENOUGH = 0.6  # share of the answers that must fit the kind of the item
SAMPLE = 300  # distinct answers looked at as evidence


def fit_of(column: Column, item: Item) -> float:
    """Share of the answers in a column that fit the kind of the item; nan where there are none."""
    weights = column.weights
    if weights.sum() == 0:
        return float("nan")
    places = np.argsort(-weights, kind="stable")[:SAMPLE]
    cells = [column.uniques[place] for place in places]
    fits = _fits(item, cells)
    return float((weights[places] * fits).sum() / weights[places].sum())


def has_answers(column: Column, item: Item) -> bool:
    """Whether a column holds any answer to an item, and not only codes for what was not answered."""
    if item.is_background or item.kind in ("text", "multi"):
        return len(column.uniques) > 0
    decoded = decode(item, column.commonest(SAMPLE))
    return decoded.bare_codes > 0 or bool((decoded.codes >= FIRST_VALID).any())


def _fits(item: Item, cells: Sequence[object]) -> np.ndarray:
    """For each distinct answer how well it fits the kind of the item, 0 to 1."""
    if item.kind == "date":
        days = dates.read_days(cells).days
        # No real day, so that another column of dates goes first.
        return np.where(days == dates.ANONYMISED, ANSWERS_ENOUGH, days != NO_DAY)
    if item.kind == "channel":
        return np.array([channel_of(cell) is not None for cell in cells])
    if item.kind == "product":
        return np.array([number_of(cell) is None for cell in cells])
    if item.kind == "respondent":
        return np.ones(len(cells), dtype=bool)
    if item.kind == "text":
        # Among open answers there may be a "nee" or a number, but not these alone.
        return np.full(len(cells), not all(_is_no_text(cell) for cell in cells))
    if item.kind == "multi":
        return fits_several(item, cells)
    decoded = decode(item, cells)
    if decoded.bare_codes:
        # Bare codes fit the question; which way they run is asked elsewhere.
        numbers = [number_of(cell) for cell in cells]
        return np.array([number is not None and abs(number) < 12 for number in numbers])
    return decoded.codes != UNREADABLE


def _is_no_text(cell: object) -> bool:
    return number_of(cell) is not None or normalise(cell) in YES_WORDS | NO_WORDS | DONT_KNOW_WORDS | PLACEHOLDERS


def channel_of(text: object) -> str | None:
    """The channel that a cell, a sheet name or a file name speaks of; None where none or several."""
    words = f" {normalise(text)} "
    named = {
        name: channel for channel, names in catalogue.CHANNEL_WORDS.items() for name in names if f" {name} " in words
    }
    # The "loket" of "digitaal loket" and "e-loket" is no desk.
    found = {
        channel
        for name, channel in named.items()
        if not any(name != longer and f" {name} " in f" {longer} " for longer in named)
    }
    return found.pop() if len(found) == 1 else None
