"""What a page is made from: one user's data, what is selected, the page's own choices, and who will see it.

Pages take every figure from here. What an audience may not see is decided below this (`lib.figures.disclosure`), so
that a page can neither show it nor forget to hide it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lib.figures import breakdowns
from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures, channels_of
from lib.figures.counts import Counts
from lib.figures.distribution import Distribution, distributions
from lib.figures.drivers import Drivers
from lib.figures.products import ProductTable, product_table
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.session.session import Session

Audience = Literal["explore", "room", "publish"]


@dataclass(frozen=True, eq=False)
class View:
    """`choices`: what is chosen on the page itself, by the key of its control, as it stands in the address."""

    session: Session
    selection: Selection = field(default_factory=Selection)
    choices: Mapping[str, str] = field(default_factory=dict)
    audience: Audience = "explore"

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels with data that the selection looks at."""
        return channels_of(self.selection, self.session.channels)

    def counts(self, channel: str) -> Counts:
        """What figures of a channel are made of; for what has no figure of its own yet."""
        return self.session.counts[channel]

    def choice(self, key: str, options: Sequence[str], default: str | None = None) -> str:
        """What is chosen; the default, or else the first option, where nothing is or what is chosen is no option."""
        chosen = self.choices.get(key)
        if chosen in options:
            return str(chosen)
        return options[0] if default is None else default

    def figures(self, channel: str) -> ChannelFigures:
        """All figures of a channel."""
        return self.session.figures(channel, self.selection)

    def by_product(self, channel: str, key: str, *, several: bool = False) -> list[tuple[str, Breakdown]]:
        """The breakdown of a question for each product of the selection."""
        counts = self.counts(channel)
        return breakdowns.by_product(counts, counts.select(self.selection), key, several=several)

    def products(self, channel: str) -> ProductTable:
        """Every figure per product."""
        counts = self.counts(channel)
        return product_table(counts, counts.select(self.selection))

    def distributions(self, channel: str) -> tuple[Distribution, ...]:
        """How the answers to every question divide."""
        counts = self.counts(channel)
        return distributions(counts, counts.select(self.selection))

    def drivers(self, channel: str, scores: Sequence[Score]) -> Drivers:
        """How aspects go together with the totaaloordeel."""
        return self.session.drivers(channel, self.selection, scores)
