"""The same respondent in two files or sheets: counted once where all answers are equal, told where not.

Rows are compared by what was read of them (days, products, answers, texts), not by their cells: an
export as Excel and the same export as CSV are equal. Rows without a respondent id are never compared.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.survey.dataset import NO_DAY, Answers, ChannelAnswers
from lib.survey.problems import Problem
from lib.survey.scales import BLANK, FIRST_VALID
from lib.survey.words import normalise

NO_ID = 0
# Below this share of distinct values a column called "nummer" numbers something else than respondents.
_DISTINCT_ENOUGH = 0.9
_HASH_KEY = "klantmonitor-ids"  # sixteen characters; keeps the ids themselves out of what is kept

Hashes = NDArray[np.uint64]


def id_hashes(ids: Sequence[object], channel: str) -> Hashes:
    """A hash per distinct id of a channel (uint64, never `NO_ID`); the text of an id goes no further."""
    texts = [f"{channel} {_id_text(one)}" for one in ids]
    return np.maximum(_hashed(texts), np.uint64(1))


def _id_text(cell: object) -> str:
    # The same number is 7 in a text file and 7.0 in a workbook.
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def once_each(parts: Iterable[ChannelAnswers]) -> tuple[list[ChannelAnswers], list[Problem]]:
    """The parts without the respondents that an earlier part already has with the same answers, and
    what was dropped or differs. Of equal rows it does not matter which one stays."""
    found = list(parts)
    problems: list[Problem] = []
    for channel in dict.fromkeys(part.channel for part in found):
        places = [place for place, part in enumerate(found) if part.channel == channel]
        several = [found[place] for place in places]
        rows = _rows_with_id(several)
        if len(rows.ids):
            is_same, is_first_of_id = _compare(rows)
            problems.extend(_told(several, _pairs(rows, is_same, is_first_of_id), dropped))
            problems.extend(_told(several, _pairs(rows, ~is_same & ~is_first_of_id, is_first_of_id), _differ))
            for number, place in enumerate(places):
                gone = rows.row[is_same & (rows.part == number)]
                found[place] = _without(found[place], gone) if len(gone) else found[place]
    return [part for part in found if len(part)], problems


@dataclass(frozen=True, eq=False)
class _Rows:
    """All respondents with an id, sorted by id and then by answers and place: their id, the hash of
    their answers, the number of their part and their row in it."""

    ids: Hashes
    answers: Hashes
    part: NDArray[np.int64]
    row: NDArray[np.int64]


def _rows_with_id(parts: Sequence[ChannelAnswers]) -> _Rows:
    """The rows whose id occurs more than once; others have nobody to be compared with."""
    ids = [_trusted(part) for part in parts]
    everyone = np.concatenate(ids)
    distinct, counts = np.unique(everyone[everyone != NO_ID], return_counts=True)
    repeated = distinct[counts > 1]
    rows = [np.flatnonzero(np.isin(one, repeated)) for one in ids]
    hashes = [
        _answers_hash(part)[row] if len(row) else np.zeros(0, np.uint64) for part, row in zip(parts, rows, strict=True)
    ]
    numbers = [np.full(len(row), number) for number, row in enumerate(rows)]
    found = _Rows(
        np.concatenate([one[row] for one, row in zip(ids, rows, strict=True)]),
        np.concatenate(hashes),
        np.concatenate(numbers).astype(np.int64),
        np.concatenate(rows),
    )
    order = np.lexsort((found.row, found.part, found.answers, found.ids))
    return _Rows(found.ids[order], found.answers[order], found.part[order], found.row[order])


def _trusted(part: ChannelAnswers) -> Hashes:
    """The ids of a part, or none of them where they don't tell its respondents apart."""
    nobody = np.zeros(len(part), dtype=np.uint64)
    if part.respondents is None:
        return nobody
    filled = part.respondents[part.respondents != NO_ID]
    return part.respondents if len(np.unique(filled)) >= _DISTINCT_ENOUGH * len(filled) else nobody


def _compare(rows: _Rows) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which rows are the same as the one before them, and which are the first with their id."""
    same_id = np.append(False, rows.ids[1:] == rows.ids[:-1])
    same_answers = np.append(False, rows.answers[1:] == rows.answers[:-1])
    return same_id & same_answers, ~same_id


def _pairs(rows: _Rows, which: NDArray[np.bool_], is_first_of_id: NDArray[np.bool_]) -> Counter[tuple[int, int]]:
    """How many of these rows each pair of parts has: the part of the first row with that id, and its own."""
    first = np.maximum.accumulate(np.where(is_first_of_id, np.arange(len(rows.ids)), 0))
    pairs = zip(rows.part[first[which]].tolist(), rows.part[which].tolist(), strict=True)
    return Counter((min(pair), max(pair)) for pair in pairs)


def _told(
    parts: Sequence[ChannelAnswers], pairs: Counter[tuple[int, int]], make: Callable[..., Problem]
) -> Iterator[Problem]:
    for (one, other), count in sorted(pairs.items()):
        yield make(count, *_place(parts[one]), *_place(parts[other]))


def dropped(count: int, file: str, sheet: str | None, other: str, other_sheet: str | None) -> Problem:
    """The problem of respondents that stand in two places and are counted once."""
    they, are = ("respondent", "staat") if count == 1 else ("respondenten", "staan")
    return Problem(
        "duplicates_dropped",
        "warning",
        f"{count} {they} {are} met dezelfde antwoorden {_both(file, sheet, other, other_sheet)} en {'telt' if count == 1 else 'tellen'} één keer mee.",
        file=other,
        sheet=other_sheet,
        remedy="Verwijder een van de twee als het om dezelfde export gaat.",
    )


def _differ(count: int, file: str, sheet: str | None, other: str, other_sheet: str | None) -> Problem:
    they, are = ("respondentnummer", "staat") if count == 1 else ("respondentnummers", "staan")
    return Problem(
        "duplicates_differ",
        "warning",
        f"{count} {they} {are} met verschillende antwoorden {_both(file, sheet, other, other_sheet)}; beide antwoorden tellen mee.",
        file=other,
        sheet=other_sheet,
        remedy="Begint de nummering in elke export opnieuw, dan is dit in orde. Is het tweede bestand een verbeterde export, verwijder dan het eerste.",
    )


def _both(file: str, sheet: str | None, other: str, other_sheet: str | None) -> str:
    if (file, sheet) == (other, other_sheet):
        return f"meer dan eens in {file}"
    if file == other:
        return f"in {file} op de tabbladen '{sheet}' en '{other_sheet}'"
    return f"in {file} en in {other}"


def _place(part: ChannelAnswers) -> tuple[str, str | None]:
    """The file and sheet that a part came from."""
    source = next(source for answers in part.answers.values() for source in answers.sources)
    return source.file, source.sheet


def _answers_hash(part: ChannelAnswers) -> Hashes:
    """A hash per respondent of everything they answered; what is blank adds nothing, so that a
    question one file doesn't ask makes no difference."""
    total = np.where(part.days == NO_DAY, 0, _hash_array(part.days.astype(np.int64))).astype(np.uint64)
    names = _hashed([f"product {normalise(name) or name}" for name in part.products])
    total += np.append(names, np.uint64(0))[part.product_codes]
    for key, answers in part.answers.items():
        total += _point_hashes(key, answers)[answers.codes]
    for key, texts in part.texts.items():
        filled = texts != None  # noqa: E711
        total[filled] += _hashed([f"{key} {text}" for text in texts[filled]])
    return total


def _point_hashes(key: str, answers: Answers) -> Hashes:
    points = [str(value) for value in answers.values] or [point.key for point in answers.item.points]
    hashes = _hashed([*(f"{key} {code}" for code in range(FIRST_VALID)), *(f"{key} = {point}" for point in points)])
    hashes[BLANK] = 0
    return hashes


def _hashed(texts: Sequence[str]) -> Hashes:
    return _hash_array(np.array(texts, dtype=object))


def _hash_array(values: NDArray[np.generic]) -> Hashes:
    return pd.util.hash_array(values, hash_key=_HASH_KEY, categorize=False)


def _without(part: ChannelAnswers, rows: NDArray[np.int64]) -> ChannelAnswers:
    """The part without these rows."""
    keep = np.ones(len(part), dtype=bool)
    keep[rows] = False
    return replace(
        part,
        days=part.days[keep],
        product_codes=part.product_codes[keep],
        answers={key: replace(answers, codes=answers.codes[keep]) for key, answers in part.answers.items()},
        texts={key: texts[keep] for key, texts in part.texts.items()},
        respondents=None if part.respondents is None else part.respondents[keep],
    )
