"""By what an open answer is known again: a digest of the whole row that it stands in.

Nobody without the export can try whether someone wrote this or that: the digest holds every cell of the row. It does not
depend on the order of rows or columns, nor on what the user says of columns, so that a later export with the same rows
gives the same marks.
"""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from lib.ingest.join.respondent_ids import id_text
from lib.ingest.layout.table import Column
from lib.survey.dataset import ChannelAnswers


def with_row_marks(part: ChannelAnswers, rows: NDArray[np.intp], columns: Iterable[Column]) -> ChannelAnswers:
    """The part with a mark (uint64) for every respondent who wrote something, 0 for the others. `rows`: the rows of the
    table that are its respondents, `columns` all columns of the table."""
    wrote = np.zeros(len(part), dtype=bool)
    for texts in part.texts.values():
        wrote |= texts != None  # noqa: E711
    if not wrote.any():
        return part
    marks = np.zeros(len(part), dtype=np.uint64)
    for column in columns:
        marks[wrote] += _marks(column, rows[wrote])
    return replace(part, row_marks=marks)


def _marks(column: Column, rows: NDArray[np.intp]) -> NDArray[np.uint64]:
    """A digest of header and cell per row; 0 for an empty cell. Their sum knows no order of columns."""
    used, places = np.unique(column.codes[rows], return_inverse=True)
    start = blake2b(f"{column.header}\0".encode(errors="replace"), digest_size=8)
    digests = []
    for place in used.tolist():
        if place < 0:
            digests.append(b"\0" * 8)
            continue
        one = start.copy()
        one.update(id_text(column.uniques[place]).encode(errors="replace"))
        digests.append(one.digest())
    return np.frombuffer(b"".join(digests), dtype="<u8").astype(np.uint64)[places]
