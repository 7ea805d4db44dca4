"""What may be said beside an open answer: only what ten people share, all of it together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lib.figures.base import is_suppressed
from lib.figures.selection import Selection, selected_rows
from lib.survey.dataset import ChannelAnswers
from lib.survey.scales import FIRST_VALID


@dataclass(frozen=True)
class Naming:
    """Which of what is known of who wrote an answer may stand beside it."""

    product: bool
    month: bool
    grade: bool
    repeat_visit: bool


def may_name(channel: ChannelAnswers, selection: Selection, rows: Sequence[int]) -> list[Naming]:
    """For the respondents `rows` of a channel what may stand beside their open answer outside the owner's own
    screen: product, then month, then grade, then repeat visit, each only while ten respondents of the selection share
    it together with what is named before. What is left out is not a part of the combination."""
    inside = selected_rows(channel, selection)
    months = channel.days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    known = [channel.product_codes.astype(np.int64), months]
    for key in ("totaaloordeel", "herhaalbezoek"):
        answers = channel.answers.get(key)
        codes = np.zeros(len(channel), dtype=np.int64) if answers is None else answers.codes.astype(np.int64)
        known.append(np.where(codes < FIRST_VALID, -1, codes))
    shared: dict[tuple[bool, ...], Counter[tuple[int, ...]]] = {}

    def count(chosen: tuple[bool, ...]) -> Counter[tuple[int, ...]]:
        """How many respondents share each combination of what is chosen."""
        if chosen not in shared:
            columns = [column[inside].tolist() for column, is_chosen in zip(known, chosen, strict=True) if is_chosen]
            shared[chosen] = Counter(zip(*columns, strict=True))
        return shared[chosen]

    found = []
    for row in rows:
        chosen = [False] * len(known)
        for place in range(len(known)):
            chosen[place] = True
            own = tuple(int(column[row]) for column, is_chosen in zip(known, chosen, strict=True) if is_chosen)
            chosen[place] = not is_suppressed(count(tuple(chosen))[own])
        found.append(Naming(*chosen))
    return found
