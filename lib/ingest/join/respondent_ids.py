"""Respondents known again without knowing who they are: a keyed hash of each id, and which id files share."""

from collections.abc import Callable, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from lib.survey.dataset import ChannelAnswers

NO_ID = 0
# Below this share of distinct values a column called "nummer" numbers something else than respondents.
_DISTINCT_ENOUGH = 0.5

Hashes = NDArray[np.uint64]


def id_hashes(ids: Sequence[object], channel: str, key: bytes) -> Hashes:
    """A hash per id of a channel (uint64, never `NO_ID`); the text of an id goes no further, and without
    the key (at most 64 bytes) no one can make the hash of a text."""
    start = blake2b(f"{channel} ".encode(), digest_size=8, key=key)

    def digest(one: object) -> bytes:
        hashed = start.copy()
        hashed.update(id_text(one).casefold().encode(errors="replace"))
        return hashed.digest()

    hashes = np.frombuffer(b"".join([digest(one) for one in ids]), dtype="<u8").astype(np.uint64)
    return np.maximum(hashes, np.uint64(1))


def id_text(cell: object) -> str:
    """The id of a respondent as text, equal for every way in which files hold it."""
    # The same number is 7 in a text file and 7.0 in a workbook.
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def shared_ids(parts: Sequence[ChannelAnswers], answers_of: Callable[[ChannelAnswers], Hashes]) -> list[Hashes]:
    """For each part of a channel the id of every respondent, `NO_ID` where there is none. `answers_of` gives
    a hash of what each respondent of a part answered.

    A part may have several columns of ids. That one counts which finds most respondents of the other
    parts with the same answers, then most of them at all: row numbers that begin anew in every file find
    many people, and none with the same answers.
    """
    trusted = [_trusted(part) for part in parts]
    if len(parts) == 1 or all(len(columns) <= 1 for columns in trusted):
        return [columns[0] if columns else _nobody(part) for columns, part in zip(trusted, parts, strict=True)]
    found = [
        [(ids, _with_answers(ids, answers)) for ids in columns]
        for columns, answers in zip(trusted, map(answers_of, parts), strict=True)
    ]
    chosen = []
    for place, columns in enumerate(found):
        others = [column for other, theirs in enumerate(found) if other != place for column in theirs]
        counted = [
            (sum(_common(rows, theirs) for _, theirs in others), sum(_common(ids, theirs) for theirs, _ in others))
            for ids, rows in columns
        ]
        best = max(range(len(columns)), key=lambda one: (counted[one], -one), default=None)
        chosen.append(_nobody(parts[place]) if best is None else columns[best][0])
    return chosen


def _trusted(part: ChannelAnswers) -> list[Hashes]:
    """The columns of ids that tell the respondents of a part apart."""
    columns = [] if part.respondents is None else list(part.respondents.T)
    filled = [column[column != NO_ID] for column in columns]
    return [
        column
        for column, ids in zip(columns, filled, strict=True)
        if len(ids) and len(np.unique(ids)) >= _DISTINCT_ENOUGH * len(ids)
    ]


def _nobody(part: ChannelAnswers) -> Hashes:
    return np.full(len(part), NO_ID, dtype=np.uint64)


def _with_answers(ids: Hashes, answers: Hashes) -> Hashes:
    """One hash of who answered what; `NO_ID` for who has no id."""
    return np.where(ids == NO_ID, np.uint64(NO_ID), ids * np.uint64(3) + answers)


def _common(one: Hashes, other: Hashes) -> int:
    """How many of one are in the other."""
    return int((np.isin(one, other) & (one != NO_ID)).sum())
