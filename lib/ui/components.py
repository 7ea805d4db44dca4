"""What pages are built of: the opening of a page, tables, charts, downloads and explanations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import altair as alt
import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from lib.figures import breakdowns
from lib.figures.base import is_indicative
from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures, channels_of, problems_of
from lib.figures.compare import few_between
from lib.figures.products import hidden_in_breakdown
from lib.figures.selection import Selection
from lib.render.csv_file import table_csv
from lib.render.html import accounts_html, table_html
from lib.report import dutch, score_tables, sentences
from lib.report.provenance import OTHER_RULE, Account
from lib.report.tables import Table
from lib.session.session import Session
from lib.survey.catalogue import CHANNEL_LABELS, OTHER_CHANNEL
from lib.ui import filters, state, theme

READING = 660  # pixels: lines of some 65 characters with a button beside them


@dataclass(frozen=True, eq=False)
class Opened:
    """What a page works with: the user's data, what is selected, and the figures of one channel."""

    workspace: Session
    selection: Selection
    found: ChannelFigures


def frame() -> None:
    """What is around every page: the look, and the filters in the sidebar."""
    theme.apply()
    state.carry_out()
    workspace = state.workspace()
    filters.show(workspace)
    if workspace.is_sample:
        st.sidebar.caption("Voorbeelddata: verzonnen antwoorden, geen echte klanten.")
    if workspace.asked:
        st.sidebar.caption("Op Gegevens staat nog een vraag over een bestand open.")
    st.session_state.is_framed = True


def begin() -> None:
    """The frame around a page, as the launcher has drawn it. A page that is run without the launcher draws it itself."""
    if not st.session_state.get("is_framed", False):
        frame()
    st.session_state.is_framed = False


def open_page(title: str) -> None:
    """What every page begins with: the one h1, inside the frame."""
    begin()
    st.title(title, anchor=False)


def open_channel(page_title: str, offers: Callable[[ChannelFigures], bool], question: str) -> Opened | None:
    """Open a page about one channel: title and selection sentence, and the figures to show.

    The channel is the selected one, else the first that asks the page's question (`offers`). None
    where there is nothing to show; the page then says why and what to do.
    """
    open_page(page_title)
    workspace = state.workspace()
    selection = filters.current(workspace)
    if not workspace.has_data:
        no_data()
        return None
    found = {channel: workspace.figures(channel, selection) for channel in workspace.channels}
    fitting = [channel for channel in found if offers(found[channel])]
    channel = selection.channel or next(iter(fitting), workspace.channels[0])
    figures = found[channel]
    selection_line(figures.channel, selection, figures)
    announce_small_step(workspace, selection)
    if channel not in fitting:
        finding(f"In het kanaal {CHANNEL_LABELS[channel].lower()} is {question} niet gevraagd.")
        if channel == OTHER_CHANNEL:
            note(OTHER_RULE)
        for other in fitting:
            st.button(f"Bekijk {CHANNEL_LABELS[other].lower()}", on_click=filters.choose_channel, args=(other,))
        return None
    if figures.responses == 0:
        nobody()
        return None
    return Opened(workspace, selection, figures)


def selection_line(channel: str | None, selection: Selection, figures: ChannelFigures) -> None:
    """The selection sentence of a page about one channel."""
    sentence = sentences.selection_sentence(channel, selection, figures.responses, figures.first_day, figures.last_day)
    st.html(Markup('<p class="km-selection" data-testid="selectie">{}</p>').format(sentence))


def selection_line_over(workspace: Session, selection: Selection, several: list[ChannelFigures]) -> None:
    """The selection sentence of a page about all selected channels together."""
    days = [day for found in several for day in (found.first_day, found.last_day) if day is not None]
    n = sum(found.responses for found in several)
    sentence = sentences.selection_sentence(
        selection.channel, selection, n, min(days, default=None), max(days, default=None)
    )
    st.html(Markup('<p class="km-selection" data-testid="selectie">{}</p>').format(sentence))
    announce_small_step(workspace, selection)


def announce_small_step(workspace: Session, selection: Selection) -> None:
    """Say it where the selection differs from the one shown before by so few respondents that both
    figures together tell what those few answered."""
    before = st.session_state.get("getoonde_selectie", selection)
    if before != selection:
        channels = set(channels_of(before, workspace.channels)) & set(channels_of(selection, workspace.channels))
        steps = [few_between(workspace.counts[channel], before, selection) for channel in channels]
        st.session_state.klein_verschil = max(steps, default=0)
    st.session_state.getoonde_selectie = selection
    few = st.session_state.get("klein_verschil", 0)
    if few:
        note(sentences.small_step(few))


def finding(sentence: str) -> None:
    """The one sentence that says what the page shows."""
    st.html(Markup('<p class="km-finding" data-testid="bevinding">{}</p>').format(sentence))


def paragraph(text: str) -> None:
    """Running text."""
    st.html(Markup('<p class="km-text">{}</p>').format(text))


def note(sentence: str | Markup) -> None:
    """A quiet line; text that is no Markup is escaped."""
    st.html(Markup('<p class="km-note">{}</p>').format(sentence))


def sentences_list(lines: Sequence[str]) -> None:
    """Sentences below each other, one per figure."""
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    st.html(Markup('<ul class="km-sentences">{}</ul>').format(items))


def base_note(n: int) -> None:
    """Say it where there are too few answers to judge by."""
    if is_indicative(n):
        note(f"Indicatief: met n = {dutch.number(n)} zijn er te weinig antwoorden om op te varen.")


def page_link(page: str, label: str) -> None:
    """A link to another page of the app."""
    st.page_link(f"pages/{page}.py", label=label, icon=":material/arrow_forward:")


def no_data() -> None:
    """What a page shows while nothing is opened."""
    finding("Er zijn nog geen gegevens geopend.")
    note("Open uw eigen export of de voorbeelddata; daarna staan hier de uitkomsten.")
    page_link("gegevens", "Naar Gegevens")


def nobody() -> None:
    """What a page shows where the selection holds no respondent."""
    finding("Niemand in deze selectie vulde de vragenlijst in (n = 0).")
    note("Kies een ruimere periode of meer producten.")
    st.button("Wis selectie", on_click=filters.clear, key="wis_op_pagina")


def section(text: str) -> None:
    """A part of a page, under a second heading."""
    st.header(text, anchor=False)


def headline(share: Fraction | None, words: str, n: int) -> None:
    """One number, big, with what it is a number of and over how many answers."""
    st.html(
        Markup('<p class="km-headline"><b>{}</b><span>{} <small>{}</small></span></p>').format(
            dutch.percent(share), words, score_tables.base_words(n)
        )
    )


def rows_by_product(opened: Opened, key: str, *, several: bool = False) -> list[tuple[str, Breakdown]]:
    """The breakdown of a question for each product of the selection."""
    counts = opened.workspace.counts[opened.found.channel]
    return breakdowns.by_product(counts, counts.select(opened.selection), key, several=several)


def by_product(opened: Opened, key: str, caption: str, heads: Sequence[str], *, several: bool = False) -> None:
    """The breakdown of a question per product; products with too few answers are named under it, and
    the file leaves out more where they could be worked out."""
    counts = opened.workspace.counts[opened.found.channel]
    selected = counts.select(opened.selection)
    rows = rows_by_product(opened, key, several=several)
    shown = score_tables.breakdown_by_product_table(caption, rows, heads)
    if shown.rows:
        hidden = hidden_in_breakdown(counts, selected, key)
        in_file = score_tables.breakdown_by_product_table(caption, rows, heads, withheld=hidden)
        table(shown, f"{key}_producten", in_file=in_file)
    few = [f"{product} (n = {dutch.number(found.n)})" for product, found in rows if found.suppressed]
    if few:
        note(f"Te weinig respons om te tonen: {dutch.enumerate_words(few)}.")
    if not rows:
        note("In deze gegevens staat geen product.")


def table(data: Table, download_name: str, *, in_file: Table | None = None) -> None:
    """A table on the page, and the same rows as a file. `in_file`: what the file holds instead where
    more has to stay hidden in what leaves the app."""
    st.html(table_html(data))
    st.download_button(
        "Download tabel (CSV)",
        table_csv(data if in_file is None else in_file),
        f"{download_name}.csv",
        "text/csv",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
        key=f"download_{download_name}",
    )


def article(html: Markup) -> DeltaGenerator:
    """Words of a customer, and beside them the place for what can be done with them."""
    row = st.container(horizontal=True, width=READING, vertical_alignment="top", gap="small")
    row.html(html, width="stretch")
    return row.container(width="content", gap=None)


def chart(picture: alt.LayerChart | None, alt_text: str) -> None:
    """A picture across the page; nothing where nothing may be shown."""
    if picture is not None:
        st.altair_chart(picture, width="stretch", alt=alt_text)


def benchmark_notes(figures: ChannelFigures) -> None:
    """Say it when the BM of another year had to be used."""
    for problem in problems_of(figures):
        note(problem.message)


def explanation(accounts: Sequence[Account], rules: Sequence[str]) -> None:
    """ "Hoe is dit berekend?", folded under the figures: every figure accounted for, and the rules that
    hold for all of them. One figure stands open, of more there is a line each to open."""
    with st.expander("Hoe is dit berekend?"):
        if accounts:
            st.html(accounts_html(accounts))
        st.html(Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(line) for line in rules)))
        page_link("toelichting", "Alle begrippen en rekenregels")
