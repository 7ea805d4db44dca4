"""What a page is made from: one user's data, what is selected, the page's own choices, and who will see it.

Pages take every figure from here. What an audience may not see is decided in `lib.figures.disclosure`, and applied here,
so that a page can neither show it nor forget to hide it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lib.answers.collection import MaskedAnswer
from lib.figures import breakdowns, disclosure
from lib.figures.audience import Audience
from lib.figures.base import is_suppressed
from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures, channels_of
from lib.figures.compare import Comparison, Side, compare
from lib.figures.counts import Counts
from lib.figures.disclosure import Disclosure
from lib.figures.distribution import Distribution, distributions
from lib.figures.drivers import Drivers
from lib.figures.periods import Step
from lib.figures.products import ProductTable, product_table
from lib.figures.scores import Score, option_label
from lib.figures.selection import Selection
from lib.figures.trend import Trend, figure_in, trend
from lib.report import tip_tables
from lib.session.session import Session
from lib.survey.catalogue import FIGURE_KINDS


@dataclass(frozen=True, eq=False)
class View:
    """`asked`: what is selected; in what leaves, whole calendar months of it count (`selection`). `choices`: what is
    chosen on the page itself, by the key of its control, as it stands in the address."""

    session: Session
    asked: Selection = field(default_factory=Selection)
    choices: Mapping[str, str] = field(default_factory=dict)
    audience: Audience = "explore"

    @property
    def selection(self) -> Selection:
        """What is selected, as this audience may see it."""
        return self.asked if self.audience == "explore" else disclosure.whole_months(self.asked)

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels with data that the selection looks at."""
        return channels_of(self.selection, self.session.channels)

    def counts(self, channel: str) -> Counts:
        """What figures of a channel are made of: for its products and questions, never for a figure."""
        return self.session.counts[channel]

    def choice(self, key: str, options: Sequence[str], default: str | None = None) -> str:
        """What is chosen; the default, or else the first option, where nothing is or what is chosen is no option."""
        chosen = self.choices.get(key)
        if chosen in options:
            return str(chosen)
        return options[0] if default is None else default

    def figures(self, channel: str) -> ChannelFigures:
        """All figures of a channel."""
        found = self.session.figures(channel, self.selection)
        return found if self._is_owner else disclosure.apply_figures(found, self._disclosure(channel), self.audience)

    def by_product(self, channel: str, key: str, *, several: bool = False) -> list[tuple[str, Breakdown]]:
        """The breakdown of a question for each product of the selection."""
        counts = self.counts(channel)
        rows = breakdowns.by_product(counts, counts.select(self.selection), key, several=several)
        if self._is_owner:
            return rows
        return disclosure.apply_breakdowns(rows, self._disclosure(channel), self.audience, self.selection)

    def products(self, channel: str) -> ProductTable:
        """Every figure per product."""
        counts = self.counts(channel)
        found = product_table(counts, counts.select(self.selection))
        if self._is_owner:
            return found
        return disclosure.apply_product_table(found, self._disclosure(channel), self.audience, self.selection)

    def distributions(self, channel: str) -> tuple[Distribution, ...]:
        """How the answers to every question divide."""
        counts = self.counts(channel)
        found = distributions(counts, counts.select(self.selection))
        if self._is_owner:
            return found
        return disclosure.apply_distributions(found, self._disclosure(channel), self.audience, self.selection)

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
        found = trend(self.counts(channel), self.selection, key, step, self.session.references, option)
        if self._is_owner:
            return found
        return disclosure.apply_trend(found, self._disclosure(channel), self.audience, self.selection, key)

    def figure(self, channel: str, key: str, option: str | None = None) -> Score:
        """The figure of a question over the whole selection, with BM where there is one."""
        known = (each for each in self.figures(channel).figures if option is None and each.key == key)
        if (found := next(known, None)) is not None:
            return found
        made = figure_in(self.counts(channel), self.selection, key, option)
        if self._is_owner:
            return made
        return disclosure.apply_score(made, self._disclosure(channel), self.audience, self.selection, key)

    def compare(self, one: Side, other: Side) -> Comparison:
        """Two selections against each other."""
        if self._is_owner:
            return compare(one, other)
        # In what leaves, each side takes whole months too.
        one, other = (Side(each.counts, disclosure.whole_months(each.selection)) for each in (one, other))
        sides = [(self._disclosure(each.counts.channel), each.selection) for each in (one, other)]
        return disclosure.apply_comparison(compare(one, other), sides[0], sides[1], self.audience)

    def drivers(self, channel: str, scores: Sequence[Score]) -> Drivers:
        """How aspects go together with the totaaloordeel. They are made of every respondent's answers together, so
        outside the owner's screen they are told only where all of `scores` may be told exactly."""
        if not self._is_owner and any(score.precision != "exact" for score in scores):
            return Drivers(0, 0, 0.0, (), (), "not_told")
        return self.session.drivers(channel, self.selection, scores)

    def approved(self, channels: Sequence[str]) -> list[tuple[MaskedAnswer, str]]:
        """The open answers within the selection that were approved, each with its approved text; nothing needs to be
        masked where nothing was."""
        session = self.session
        if not len(session.choice):
            return []
        shown = [channel for channel in channels if not is_suppressed(self.figures(channel).responses)]
        masked = session.tips.masked(self.selection, shown, session.tips.questions(shown), session.themes)
        return tip_tables.approved(session.choice, masked)

    @property
    def _is_owner(self) -> bool:
        return self.audience == "explore"

    def _disclosure(self, channel: str) -> Disclosure:
        return self.session.disclosure(channel)
