"""Overzicht: per channel the figures that the factsheet puts in front."""

from collections.abc import Mapping
from dataclasses import replace

from lib.figures.channel import ChannelFigures
from lib.report import custom_tables, pictures, provenance, score_tables, sentences
from lib.report.blocks import Accounts, Block, Control, Download, Facts, Link, Page, Section, Shown, Side, Text
from lib.report.overviews import channel_blocks, one_channel
from lib.report.pages.opening import elsewhere, no_data, nobody
from lib.report.provenance import Account
from lib.report.view import View
from lib.survey.catalogue import ALL_CHANNELS, CHANNEL_LABELS, CHANNELS

SLUG, TITLE = "overzicht", "Overzicht"


def page(view: View) -> Page:
    """A column per channel, the totaaloordeel per product of one of them, and all figures as a workbook."""
    if not view.session.has_data:
        return no_data(SLUG, TITLE)
    found = {channel: view.figures(channel) for channel in view.channels}
    selection = _selection(view, found)
    if all(each.shown_responses == 0 for each in found.values()):
        others = [view.figures(channel) for channel in view.session.channels if channel not in found]
        filled = [each for each in others if each.shown_responses != 0]
        return nobody(SLUG, TITLE, selection, elsewhere(SLUG, filled))
    several = list(found.values())
    shown = _columns(view, found)
    blocks: list[Block] = []
    if shown:
        columns = [channel_blocks(channel, found.get(channel)) for channel in shown]
        only = shown[0]
        blocks.append(Side(one_channel(only, found.get(only)) if len(shown) == 1 else tuple(columns)))
    for each in several:
        if each.is_custom_survey:
            blocks += _custom_survey(view, each)
    blocks += [
        *_products(view, several),
        Download("Download alle cijfers (Excel)", "workbook", "klantmonitor"),
        Accounts(_accounts(view, several), (provenance.BASE_RULE, provenance.BENCHMARK_RULE, provenance.INTERVAL_RULE)),
    ]
    return Page(SLUG, TITLE, selection, sentences.overview_finding(several), tuple(blocks))


def _selection(view: View, found: Mapping[str, ChannelFigures]) -> str:
    """The selection sentence of all channels together; without n where that of one may not be told."""
    days = [day for each in found.values() for day in (each.first_day, each.last_day) if day is not None]
    counts = [each.shown_responses for each in found.values()]
    n = None if None in counts else sum(count or 0 for count in counts)
    first, last = min(days, default=None), max(days, default=None)
    return sentences.selection_sentence(view.selection.channel, view.selection, n, first, last)


def _columns(view: View, found: Mapping[str, ChannelFigures]) -> list[str]:
    """The channels that have a column: those of the klantmonitor, also where no export of them is open. Not the
    surveys with nothing but questions of their own, and where only those are open none."""
    with_data = [name for name, each in found.items() if not each.is_custom_survey]
    if view.selection.channel is not None or not with_data:
        return with_data
    return [name for name in ALL_CHANNELS if name in with_data or (name in CHANNELS and name not in found)]


def _custom_survey(view: View, found: ChannelFigures) -> list[Block]:
    """What there is of a survey with nothing but questions of its own: the respons and the questions."""
    channel = found.channel
    if found.shown_responses == 0:
        return [Section(CHANNEL_LABELS[channel]), Text("Niemand in deze selectie (n = 0).", is_quiet=True)]
    respons = sentences.people_words(found.shown_responses)
    return [
        Section(CHANNEL_LABELS[channel]),
        Facts((("Respons", respons),)),
        Shown(custom_tables.questions_table(found, view.counts(channel)), f"eigen_vragen_{channel}"),
        Link("Verdeling van de antwoorden", "verdeling", channel=channel),
    ]


def _products(view: View, channels: list[ChannelFigures]) -> list[Block]:
    """The totaaloordeel per product of one channel, to choose where there are more."""
    with_products = {CHANNEL_LABELS[each.channel]: each for each in channels if each.products and each.overall}
    if not with_products:
        return []
    label = view.choice("producten_van", list(with_products))
    found = with_products[label]
    assert found.overall is not None
    words = sentences.products_finding(found)
    blocks: list[Block] = [Section("Totaaloordeel per product")]
    if len(with_products) > 1:
        blocks.append(Control("producten_van", "Kanaal", tuple(with_products), label, "segments"))
    blocks.append(Text(words, is_quiet=True))
    picture = pictures.products_picture(found.products, found.overall, words, is_exact=view.audience == "explore")
    table = score_tables.products_table(found)
    return [
        *blocks,
        *([picture] if picture else []),
        *([Shown(table, f"producten_{found.channel}")] if table.rows else []),
    ]


def _accounts(view: View, channels: list[ChannelFigures]) -> tuple[Account, ...]:
    """How the figures of this page are made, channel by channel."""
    found: list[Account] = []
    for each in channels:
        given = provenance.context(each, view.counts(each.channel), view.audience)
        label = CHANNEL_LABELS[each.channel]
        found += [replace(account, title=f"{label}, {account.title}") for account in provenance.of_channel(each, given)]
    return tuple(found)
