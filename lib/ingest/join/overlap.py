"""How many respondents of one file stand in another one."""

from collections.abc import Iterable, Sequence

import numpy as np

from lib.ingest.join.duplicates import answers_hash
from lib.ingest.join.respondent_ids import NO_ID, Hashes, shared_ids
from lib.survey.dataset import ChannelAnswers


def standing_in(new: Iterable[ChannelAnswers], old: Iterable[ChannelAnswers]) -> int:
    """Respondents of `new` who stand in `old` too, in the same channel: by their ids where both files have
    any, else by rows in which all answers are the same, each of which stands for one other row."""
    new, old = tuple(new), tuple(old)
    channels = dict.fromkeys(part.channel for part in new)
    return sum(
        _in_channel(*([part for part in parts if part.channel == one] for parts in (new, old))) for one in channels
    )


def _in_channel(new: Sequence[ChannelAnswers], old: Sequence[ChannelAnswers]) -> int:
    if not old:
        return 0
    ids = shared_ids([*new, *old], answers_hash)
    ours, theirs = _together(ids[: len(new)]), _together(ids[len(new) :])
    if (ours != NO_ID).any() and (theirs != NO_ID).any():
        return int(np.isin(ours[ours != NO_ID], theirs).sum())
    return _in_common(_together([*map(answers_hash, new)]), _together([*map(answers_hash, old)]))


def _together(several: Sequence[Hashes]) -> Hashes:
    return np.concatenate(several)


def _in_common(one: Hashes, other: Hashes) -> int:
    """How many of one are in the other, each of the other taken once."""
    (values, counts), (others, other_counts) = (np.unique(rows, return_counts=True) for rows in (one, other))
    _, places, other_places = np.intersect1d(values, others, assume_unique=True, return_indices=True)
    return int(np.minimum(counts[places], other_counts[other_places]).sum())
