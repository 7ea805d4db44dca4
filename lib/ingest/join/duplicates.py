"""The same respondent in two files or sheets: counted once where all answers are equal; where they
are not, told, and counted as the user says.

Rows are compared by what was read of them (days, products, answers, texts), not by their cells: an
export as Excel and the same export as CSV are equal. Rows without a respondent id are only told of.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.ingest.join.respondent_ids import NO_ID, Hashes, shared_ids
from lib.survey.dataset import NO_DAY, Answers, ChannelAnswers
from lib.survey.problems import Problem
from lib.survey.scales import BLANK, FIRST_VALID
from lib.survey.words import normalise, thousands

_HASH_KEY = "klantmonitor-row"  # sixteen characters, as the hash needs

# What counts of one respondent id with different answers: all of them, or only the last one filled in.
Keep = Literal["both", "last"]


def once_each(parts: Iterable[ChannelAnswers], keep: Keep = "both") -> tuple[list[ChannelAnswers], list[Problem]]:
    """The parts without the respondents that another part has with the same answers, and what was
    dropped or differs. Of equal rows it does not matter which one stays.

    `keep`: what counts of one id with different answers. "last" is the row with the latest date;
    where a row of that id has no date, or the last day has several, the last part, and in it the last row.
    """
    found = list(parts)
    problems: list[Problem] = []
    for channel in dict.fromkeys(part.channel for part in found):
        places = [place for place, part in enumerate(found) if part.channel == channel]
        several = [found[place] for place in places]
        rows = _rows_with_id(several)
        if len(rows.ids):
            is_same, is_first_of_id = _compare(rows)
            problems.extend(_told(several, _pairs(rows, is_same, is_first_of_id), dropped))
            other = _pairs(rows, ~is_same & ~is_first_of_id, is_first_of_id)
            problems.extend(_told(several, other, _differ if keep == "both" else _last_counts))
            is_gone = is_same if keep == "both" else ~_is_last(rows)
            for number, place in enumerate(places):
                gone = rows.row[is_gone & (rows.part == number)]
                found[place] = _without(found[place], gone) if len(gone) else found[place]
    return [part for part in found if len(part)], problems


@dataclass(frozen=True, eq=False)
class _Rows:
    """All respondents with an id, sorted by id and then by answers and place: their id, the hash of
    their answers, their day, the number of their part and their row in it."""

    ids: Hashes
    answers: Hashes
    day: NDArray[np.int32]
    part: NDArray[np.int64]
    row: NDArray[np.int64]


def _rows_with_id(parts: Sequence[ChannelAnswers]) -> _Rows:
    """The rows whose id occurs more than once; others have nobody to be compared with."""
    ids = shared_ids(parts, answers_hash)
    everyone = np.concatenate(ids)
    distinct, counts = np.unique(everyone[everyone != NO_ID], return_counts=True)
    repeated = distinct[counts > 1]
    rows = [np.flatnonzero(np.isin(one, repeated)) for one in ids]
    hashes = [
        answers_hash(part)[row] if len(row) else np.zeros(0, np.uint64) for part, row in zip(parts, rows, strict=True)
    ]
    numbers = [np.full(len(row), number) for number, row in enumerate(rows)]
    found = _Rows(
        np.concatenate([one[row] for one, row in zip(ids, rows, strict=True)]),
        np.concatenate(hashes),
        np.concatenate([part.days[row] for part, row in zip(parts, rows, strict=True)]),
        np.concatenate(numbers).astype(np.int64),
        np.concatenate(rows),
    )
    order = np.lexsort((found.row, found.part, found.answers, found.ids))
    return _Rows(found.ids[order], found.answers[order], found.day[order], found.part[order], found.row[order])


def _compare(rows: _Rows) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which rows are the same as the one before them, and which are the first with their id."""
    same_id = np.append(False, rows.ids[1:] == rows.ids[:-1])
    same_answers = np.append(False, rows.answers[1:] == rows.answers[:-1])
    return same_id & same_answers, ~same_id


def _is_last(rows: _Rows) -> NDArray[np.bool_]:
    """Which row of each id was filled in last."""
    _, group = np.unique(rows.ids, return_inverse=True)
    has_no_date = np.bincount(group, weights=rows.day == NO_DAY) > 0
    # A date can't be compared with none: then the order of the files decides for the whole id.
    day = np.where(has_no_date[group], NO_DAY, rows.day)
    order = np.lexsort((rows.row, rows.part, day, rows.ids))
    ids = rows.ids[order]
    is_last = np.zeros(len(ids), dtype=bool)
    is_last[order] = np.append(ids[1:] != ids[:-1], True)
    return is_last


def _pairs(rows: _Rows, which: NDArray[np.bool_], is_first_of_id: NDArray[np.bool_]) -> Counter[tuple[int, int]]:
    """How many of these rows each pair of parts has: the part of the first row with that id, and its own."""
    first = np.maximum.accumulate(np.where(is_first_of_id, np.arange(len(rows.ids)), 0))
    pairs = zip(rows.part[first[which]].tolist(), rows.part[which].tolist(), strict=True)
    return Counter((min(pair), max(pair)) for pair in pairs)


def _told(
    parts: Sequence[ChannelAnswers], pairs: Counter[tuple[int, int]], make: Callable[..., Problem]
) -> Iterator[Problem]:
    for (one, other), count in sorted(pairs.items()):
        yield make(count, *place_of(parts[one]), *place_of(parts[other]))


def dropped(count: int, file: str, sheet: str | None, other: str, other_sheet: str | None) -> Problem:
    """The problem of respondents that stand in two places and are counted once."""
    they, are = ("respondent", "staat") if count == 1 else ("respondenten", "staan")
    return Problem(
        "duplicates_dropped",
        "warning",
        f"{thousands(count)} {they} {are} met dezelfde antwoorden {both_places(file, sheet, other, other_sheet)} en {'telt' if count == 1 else 'tellen'} één keer mee.",
        file=other,
        sheet=other_sheet,
        remedy="Verwijder een van de twee als het om dezelfde export gaat.",
    )


def renamed(given: str, name: str) -> Problem:
    """The problem of a file whose name another one has."""
    return Problem(
        "file_renamed",
        "info",
        f"Er is al een ander bestand {given}; dit bestand heet hier '{name}'.",
        file=name,
    )


def _differ(count: int, file: str, sheet: str | None, other: str, other_sheet: str | None) -> Problem:
    return _different(
        f"{_repeated(count, both_places(file, sheet, other, other_sheet))}; beide antwoorden tellen mee.",
        "Begint de nummering in elke export opnieuw, dan is dit in orde. Zijn het dezelfde mensen, laat dan op de pagina Gegevens alleen het laatste antwoord meetellen.",
        other,
        other_sheet,
        command="Begint de nummering in elke export opnieuw, dan is dit in orde. Zijn het dezelfde mensen, geef dan --duplicates last.",
    )


def _last_counts(count: int, file: str, sheet: str | None, other: str, other_sheet: str | None) -> Problem:
    return _different(
        f"{_repeated(count, both_places(file, sheet, other, other_sheet))}; alleen het laatste antwoord telt mee.",
        "Het laatste antwoord is dat met de laatste datum; zonder datum of op dezelfde dag telt het bestand dat het laatst is geopend. Begint de nummering in elke export opnieuw, laat dan beide meetellen.",
        other,
        other_sheet,
    )


def _repeated(count: int, where: str) -> str:
    they, are = ("respondent", "staat") if count == 1 else ("respondenten", "staan")
    return f"{thousands(count)} {they} {are} met verschillende antwoorden {where}"


def _different(message: str, remedy: str, file: str, sheet: str | None, command: str | None = None) -> Problem:
    return Problem("duplicates_differ", "warning", message, file=file, sheet=sheet, remedy=remedy, command=command)


def both_places(file: str, sheet: str | None, other: str, other_sheet: str | None) -> str:
    """Where respondents stand who are in two places, in words."""
    if (file, sheet) == (other, other_sheet):
        return f"meer dan eens in {file}"
    if file == other:
        return f"in {file} op de tabbladen '{sheet}' en '{other_sheet}'"
    return f"in {file} en in {other}"


def place_of(part: ChannelAnswers) -> tuple[str, str | None]:
    """The file and sheet that a part came from."""
    source = next(source for answers in part.answers.values() for source in answers.sources)
    return source.file, source.sheet


def answers_hash(part: ChannelAnswers) -> Hashes:
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
    # Here and not above: it takes as long to import as all the rest, and most calls have no respondent twice.
    import pandas as pd

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
        row_marks=None if part.row_marks is None else part.row_marks[keep],
    )
