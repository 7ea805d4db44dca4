"""Who the respondents of a sheet are: a hash of each one's id, to find those who are in several files."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lib.ingest.recognise.columns import Match
from lib.survey.dataset import ChannelAnswers
from lib.survey.duplicates import NO_ID, id_hashes


def with_respondents(part: ChannelAnswers, rows: NDArray[np.intp], matches: Sequence[Match]) -> ChannelAnswers:
    """The part with a hash of every respondent's id, if a column holds ids. `rows`: the rows of the
    table that are its respondents."""
    ids = next((match.column for match in matches if match.item is not None and match.item.kind == "respondent"), None)
    if ids is None:
        return part
    hashes = np.append(id_hashes(ids.uniques, part.channel), np.uint64(NO_ID))
    return replace(part, respondents=hashes[ids.codes[rows]])
