"""How every page begins: there are no data, nobody is selected, or the page's question was not asked; else the figures
of the channel that the page is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lib.figures.channel import ChannelFigures, problems_of
from lib.report import dutch, sentences
from lib.report.blocks import Action, Block, Control, Link, Page, Text
from lib.report.provenance import OTHER_RULE, Context, context
from lib.report.view import View
from lib.survey.catalogue import CHANNEL_LABELS, OTHER_CHANNEL


@dataclass(frozen=True, eq=False)
class Opened:
    """What a page about one channel works with."""

    view: View
    found: ChannelFigures
    selection: str

    @property
    def channel(self) -> str:
        return self.found.channel

    @property
    def given(self) -> Context:
        """What the accounts of this page's figures have in common."""
        return context(self.found, self.view.counts(self.channel), self.view.audience)

    def page(
        self,
        slug: str,
        title: str,
        finding: str,
        *blocks: Block | None,
        notices: tuple[str, ...] = (),
        choices: tuple[Control, ...] = (),
    ) -> Page:
        """The page with its selection sentence; blocks that are None are left out."""
        return Page(slug, title, self.selection, finding, tuple(b for b in blocks if b is not None), notices, choices)


def open_channel(
    view: View, slug: str, title: str, offers: Callable[[ChannelFigures], bool], question: str
) -> Opened | Page:
    """Open a page about one channel: the selected one, else the first that asks the page's question (`offers`).
    Where there is nothing to show, the page that says why and what to do."""
    if not view.session.has_data:
        return no_data(slug, title)
    found = {channel: view.figures(channel) for channel in view.session.channels}
    fitting = [channel for channel in found if offers(found[channel])]
    # Without a chosen channel the first that has somebody in this selection.
    filled = [channel for channel in fitting if found[channel].shown_responses != 0]
    channel = view.selection.channel or next(iter((*filled, *fitting)), view.session.channels[0])
    figures = found[channel]
    selection = sentences.selection_sentence(
        channel, view.selection, figures.shown_responses, figures.first_day, figures.last_day
    )
    if channel not in fitting:
        blocks: list[Block] = [Text(OTHER_RULE, is_quiet=True)] if channel == OTHER_CHANNEL else []
        blocks += [Link(f"Bekijk {CHANNEL_LABELS[other].lower()}", slug, channel=other) for other in fitting]
        finding = f"In het kanaal {CHANNEL_LABELS[channel].lower()} is {question} niet gevraagd."
        return Page(slug, title, selection, finding, tuple(blocks))
    if figures.shown_responses == 0:
        return nobody(slug, title, selection, elsewhere(slug, [found[other] for other in filled]))
    return Opened(view, figures, selection)


def no_data(slug: str, title: str) -> Page:
    """What a page shows while nothing is opened."""
    return Page(
        slug,
        title,
        "",
        "Er zijn nog geen gegevens geopend.",
        (
            Text("Open uw eigen export of de voorbeelddata; daarna staan hier de uitkomsten.", is_quiet=True),
            Action("Open voorbeelddata", "open_sample"),
            Link("Naar Gegevens", "gegevens"),
        ),
    )


def elsewhere(slug: str, filled: Sequence[ChannelFigures]) -> tuple[Link, ...]:
    """A way to the channels that do have somebody in the selection, with how many where that may be told."""
    return tuple(
        Link(f"Bekijk {CHANNEL_LABELS[found.channel].lower()}{_people(found)}", slug, channel=found.channel)
        for found in filled
    )


def _people(found: ChannelFigures) -> str:
    n = found.shown_responses
    return "" if n is None else f" ({dutch.counted(n, 'klant', 'klanten')})"


def nobody(slug: str, title: str, selection: str, links: tuple[Link, ...] = ()) -> Page:
    """What a page shows where the selection holds no respondent. `links`: to the channels that have some."""
    why = "Kies een ruimere periode of meer producten."
    if links:
        why = "In een ander kanaal zijn er wel, met dezelfde producten en periode."
    return Page(
        slug,
        title,
        selection,
        "Niemand in deze selectie vulde de vragenlijst in (n = 0).",
        (
            Text(why, is_quiet=True),
            *links,
            Action("Wis selectie", "clear_selection"),
        ),
    )


def benchmark_notices(found: ChannelFigures) -> tuple[str, ...]:
    """Where the BM of another year had to be used."""
    return tuple(problem.message for problem in problems_of(found))


def base_notice(n: int | None, *, is_indicative: bool) -> Text | None:
    """Where there are too few answers to judge by."""
    if not is_indicative or n is None:
        return None
    return Text(f"Indicatief: met n = {dutch.number(n)} zijn er te weinig antwoorden om op te varen.", is_quiet=True)
