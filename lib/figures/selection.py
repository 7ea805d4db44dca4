"""What is selected: a channel, products and a period. No filter means everything."""

from dataclasses import dataclass, replace
from datetime import date


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
