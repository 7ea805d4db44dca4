"""Respondents who stand in two files with the same answers, and whom no number tells to be the same people:
told, since no one can see whether they are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from lib.ingest.join.duplicates import answers_hash, both_places, place_of
from lib.ingest.join.respondent_ids import NO_ID, Hashes
from lib.survey.dataset import ChannelAnswers
from lib.survey.problems import Problem
from lib.survey.words import thousands

_ROWS_ENOUGH = 10  # equal rows; fewer can be chance
_SHARE_ENOUGH = 0.1  # of the rows of the smaller of two parts
# Where more rows of a part are equal to each other, equal rows elsewhere say nothing.
_DISTINCT_ENOUGH = 0.9
_NO_IDS = "Zonder respondentnummer is niet te zien"
_OTHER_IDS = "De nummers van de respondenten zijn andere, dus is niet te zien"


def lookalikes(parts: Iterable[ChannelAnswers]) -> list[Problem]:
    """A problem for each two parts of a channel that share many rows and no respondent id."""
    by_channel: dict[str, list[ChannelAnswers]] = {}
    for part in parts:
        by_channel.setdefault(part.channel, []).append(part)
    return [problem for several in by_channel.values() for problem in _of_channel(several)]


def _of_channel(parts: Sequence[ChannelAnswers]) -> Iterator[Problem]:
    ids = [_ids(part) for part in parts]
    pairs = [
        (one, other)
        for one, other in combinations(range(len(parts)), 2)
        if len(np.intersect1d(ids[one], ids[other], assume_unique=True)) == 0
    ]
    rows = {
        place: np.unique(answers_hash(parts[place])) for place in sorted({place for pair in pairs for place in pair})
    }
    for one, other in pairs:
        count = len(np.intersect1d(rows[one], rows[other], assume_unique=True))
        smaller = min(len(parts[one]), len(parts[other]))
        if count >= max(_ROWS_ENOUGH, _SHARE_ENOUGH * smaller) and all(
            _tell_apart(parts[place], rows[place]) for place in (one, other)
        ):
            why = _OTHER_IDS if len(ids[one]) and len(ids[other]) else _NO_IDS
            yield _suspected(count, parts[one], parts[other], why)


def _ids(part: ChannelAnswers) -> Hashes:
    """Every id in a part, once."""
    ids = np.zeros(0, dtype=np.uint64) if part.respondents is None else np.unique(part.respondents)
    return ids[ids != NO_ID]


def _tell_apart(part: ChannelAnswers, distinct: Hashes) -> bool:
    return len(distinct) >= _DISTINCT_ENOUGH * len(part)


def _suspected(count: int, one: ChannelAnswers, other: ChannelAnswers, why: str) -> Problem:
    file, sheet = place_of(other)
    where = both_places(*place_of(one), file, sheet)
    return Problem(
        "duplicates_suspected",
        "warning",
        f"{thousands(count)} rijen staan met precies dezelfde antwoorden {where}. {why} "
        "of het dezelfde mensen zijn; ze tellen allemaal mee.",
        file=file,
        sheet=sheet,
        remedy="Overlappen de exports elkaar, open dan een van de twee, of neem het respondentnummer op in de export.",
    )
