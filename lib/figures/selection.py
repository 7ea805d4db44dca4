"""What is selected: a channel, products and a period. No filter means everything."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from lib.survey.dataset import NO_DAY, ChannelAnswers

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Selection:
    """The filters of a figure. `products` are the survey's own labels; empty means all of them.

    `start` and `end` are inclusive days; as soon as one of them is set, respondents without a
    date are outside the selection.
    """

    channel: str | None = None
    products: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None

    @property
    def has_period(self) -> bool:
        return self.start is not None or self.end is not None

    def within(self, start: date, end: date) -> "Selection":
        """The same selection, but no earlier than `start` and no later than `end`."""
        return replace(
            self,
            start=start if self.start is None else max(start, self.start),
            end=end if self.end is None else min(end, self.end),
        )


def selected_rows(channel: ChannelAnswers, selection: Selection) -> NDArray[np.bool_]:
    """Which respondents of a channel are selected, for what counts can't say (open answers, relations
    between questions). The channel of the selection is not looked at."""
    inside = np.ones(len(channel), dtype=bool)
    if selection.products:
        chosen = [place for place, name in enumerate(channel.products) if name in selection.products]
        inside &= np.isin(channel.product_codes, chosen)
    if selection.has_period:
        inside &= channel.days != NO_DAY
    if selection.start is not None:
        inside &= channel.days >= (selection.start - _EPOCH).days
    if selection.end is not None:
        inside &= channel.days <= (selection.end - _EPOCH).days
    return inside
