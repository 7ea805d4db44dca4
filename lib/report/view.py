"""What a page is made from: one user's data, what is selected, the page's own choices, and who will see it.

Pages take every figure from here. What an audience may not see is decided below this (`lib.figures.disclosure`), so
that a page can neither show it nor forget to hide it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lib.figures import breakdowns
from lib.figures.audience import Audience
from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures, channels_of
from lib.figures.compare import Comparison, Side, compare
from lib.figures.counts import Counts
from lib.figures.distribution import Distribution, distributions
from lib.figures.drivers import Drivers
from lib.figures.periods import Step
from lib.figures.products import ProductTable, hidden_in_breakdown, product_table
from lib.figures.scores import Score, option_label
from lib.figures.selection import Selection
from lib.figures.trend import Trend, figure_in, trend
from lib.session.session import Session
from lib.survey.catalogue import FIGURE_KINDS


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
        """The breakdown of a question for each product of the selection; without those that what leaves the app
        must not tell."""
        counts = self.counts(channel)
        selected = counts.select(self.selection)
        rows = breakdowns.by_product(counts, selected, key, several=several)
        hidden = frozenset[str]() if self.audience == "explore" else hidden_in_breakdown(counts, selected, key)
        return [row for row in rows if row[0] not in hidden]

    def products(self, channel: str) -> ProductTable:
        """Every figure per product."""
        counts = self.counts(channel)
        return product_table(counts, counts.select(self.selection))

    def distributions(self, channel: str) -> tuple[Distribution, ...]:
        """How the answers to every question divide."""
        counts = self.counts(channel)
        return distributions(counts, counts.select(self.selection))

    def questions(self, channel: str) -> dict[str, tuple[str, str | None]]:
        """Everything of a channel that has a figure, by its label: the key of the question, and of a question with
        options also that of the answer of which there is a share."""
        counts = self.counts(channel)
        found: dict[str, tuple[str, str | None]] = {
            answers.item.label: (key, None)
            for key, answers in counts.answers.items()
            if answers.item.kind in FIGURE_KINDS
        }
        options = breakdowns.custom_options(counts)
        return found | {option_label(counts.answers[key].item, option): (key, option) for key, option in options}

    def is_several(self, channel: str, key: str) -> bool:
        """Whether a question allows several answers."""
        return key not in self.counts(channel).answers

    def trend(self, channel: str, key: str, step: Step, option: str | None = None) -> Trend:
        """The figure of a question, or the share that gave one answer, per period."""
        return trend(self.counts(channel), self.selection, key, step, self.session.references, option)

    def figure(self, channel: str, key: str, option: str | None = None) -> Score:
        """The figure of a question over the whole selection, with BM where there is one."""
        known = (each for each in self.figures(channel).figures if option is None and each.key == key)
        return next(known, None) or figure_in(self.counts(channel), self.selection, key, option)

    def compare(self, one: Side, other: Side) -> Comparison:
        """Two selections against each other."""
        return compare(one, other)

    def drivers(self, channel: str, scores: Sequence[Score]) -> Drivers:
        """How aspects go together with the totaaloordeel."""
        return self.session.drivers(channel, self.selection, scores)
