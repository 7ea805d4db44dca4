"""Respondents without a number who stand in two files with the same answers: told, since no one can see
whether they are the same people."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from lib.survey.dataset import ChannelAnswers
from lib.survey.duplicates import answers_hash, both_places, place_of
from lib.survey.problems import Problem
from lib.survey.respondent_ids import NO_ID, Hashes
from lib.survey.words import thousands

_ROWS_ENOUGH = 10  # equal rows; fewer can be chance
_SHARE_ENOUGH = 0.1  # of the rows of the smaller of two parts
# Where more rows of a part are equal to each other, equal rows elsewhere say nothing.
_DISTINCT_ENOUGH = 0.9


def lookalikes(parts: Iterable[ChannelAnswers]) -> list[Problem]:
    """A problem for each two parts of a channel that share many rows, of which one has no respondent ids."""
    by_channel: dict[str, list[ChannelAnswers]] = {}
    for part in parts:
        by_channel.setdefault(part.channel, []).append(part)
    return [problem for several in by_channel.values() if len(several) > 1 for problem in _of_channel(several)]


def _of_channel(parts: Sequence[ChannelAnswers]) -> Iterator[Problem]:
    if all(_has_ids(part) for part in parts):
        return
    rows = [np.unique(answers_hash(part)) for part in parts]
    for (one, its_rows), (other, other_rows) in combinations(zip(parts, rows, strict=True), 2):
        if _has_ids(one) and _has_ids(other):
            continue
        count = len(np.intersect1d(its_rows, other_rows, assume_unique=True))
        smaller = min(len(one), len(other))
        if (
            count >= max(_ROWS_ENOUGH, _SHARE_ENOUGH * smaller)
            and _tell_apart(one, its_rows)
            and _tell_apart(other, other_rows)
        ):
            yield _suspected(count, one, other)


def _has_ids(part: ChannelAnswers) -> bool:
    return part.respondents is not None and bool((part.respondents != NO_ID).any())


def _tell_apart(part: ChannelAnswers, distinct: Hashes) -> bool:
    return len(distinct) >= _DISTINCT_ENOUGH * len(part)


def _suspected(count: int, one: ChannelAnswers, other: ChannelAnswers) -> Problem:
    file, sheet = place_of(other)
    where = both_places(*place_of(one), file, sheet)
    return Problem(
        "duplicates_suspected",
        "warning",
        f"{thousands(count)} rijen staan met precies dezelfde antwoorden {where}. Zonder respondentnummer is niet te zien "
        "of het dezelfde mensen zijn; ze tellen allemaal mee.",
        file=file,
        sheet=sheet,
        remedy="Overlappen de exports elkaar, open dan een van de twee, of neem het respondentnummer op in de export.",
    )
