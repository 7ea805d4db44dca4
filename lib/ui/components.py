"""What pages are built of: the opening of a page, tables, charts, downloads and explanations."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from urllib.parse import parse_qs

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from lib.figures.channel import ChannelFigures, channels_of
from lib.figures.compare import few_between
from lib.figures.selection import Selection
from lib.render.csv_file import table_csv
from lib.render.html import accounts_html, table_html
from lib.report import dutch, files, sentences
from lib.report.address import query
from lib.report.provenance import Account
from lib.report.tables import Table
from lib.session.session import Session
from lib.survey.catalogue import CHANNEL_LABELS
from lib.ui import filters, shared_address, state, theme
from lib.ui.login import login

READING = 880  # pixels: lines of some 65 characters with a button beside them


SAMPLE_NOTICE = "Voorbeelddata: verzonnen antwoorden, geen echte klanten."


def frame(slug: str = "", titles: Mapping[str, str] = MappingProxyType({})) -> None:
    """What is around every page: the look, whether these are real data, and the filters in the sidebar. `slug`: of the
    page; `titles`: of all pages."""
    theme.apply()
    state.carry_out()
    workspace = state.workspace()
    announce_trouble()
    if state.room() is None:
        shared_address.keep(slug, workspace, titles)
    if workspace.has_data:
        shared_address.check(slug, workspace)
        shared_address.adopt(slug, workspace)
    st.session_state.pagina, st.session_state.paginatitels = slug, titles
    filters.show(workspace)
    shared_address.drawn(slug)
    if workspace.opened_selection is not None:
        state.forget_opened_selection()
    if state.room() is not None:
        st.sidebar.caption(
            "U verkent mee met een presentatie: alleen kijken. Cijfers van weinig mensen staan er niet bij."
        )
    if workspace.is_sample and slug != "presenteren":
        st.html(Markup('<p class="km-sample">{}</p>').format(SAMPLE_NOTICE))
    if workspace.asked:
        st.sidebar.caption("Op Gegevens staat nog een vraag over een bestand open.")
    if login().kind == "provider":
        st.sidebar.button("Meld af", on_click=st.logout, key="meld_af")
    st.session_state.is_framed = True


_TROUBLES = {
    "gone": "De gedeelde opslag is even niet bereikbaar: wat u ziet, blijft staan, en wat u elders opende, staat er weer zodra zij terug is.",
    "removing": "De gedeelde opslag is even niet bereikbaar: hier zijn uw gegevens verwijderd, en daar zodra zij terug is.",
    "full": "De gedeelde opslag is vol: wat u ziet, blijft staan, maar alleen op deze server, dus bewaar uw werk op Gegevens.",
    "unreadable": "Wat u opende met een andere versie van deze app, kan hier niet worden gelezen: open uw bestanden opnieuw.",
}


def announce_trouble() -> None:
    """Say it where the store that the servers share doesn't do what it should, or has not what is asked for."""
    looked_at = state.room()
    if looked_at is not None and not looked_at.is_ended and not looked_at.snapshot.has_data:
        note("Deze presentatie loopt op een andere server; zelf verkennen kan hier nu niet. Meekijken kan wel.")
    told = state.trouble()
    if told is not None:
        st.html(Markup('<p class="km-note" role="status" data-testid="opslag">{}</p>').format(_TROUBLES[told]))


def begin() -> None:
    """The frame around a page, as the launcher has drawn it. A page that is run without the launcher draws it itself."""
    if not st.session_state.get("is_framed", False):
        frame()
    st.session_state.is_framed = False


def open_page(title: str) -> None:
    """What every page begins with: the one h1, inside the frame."""
    begin()
    st.title(title, anchor=False)


def name_files_by(sentence: str) -> None:
    """The selection sentence by which the files of this page are named."""
    st.session_state.selectiezin = sentence


def file_name(name: str) -> str:
    """What a file of this page is called, without its ending."""
    return files.name_of(name, st.session_state.get("selectiezin", ""), date.today())


def selection_sentence(sentence: str) -> None:
    """What the figures below are of."""
    st.html(Markup('<p class="km-selection" data-testid="selectie">{}</p>').format(sentence))


def address_note() -> None:
    """What the address asks for and the data don't have."""
    words = shared_address.unknown(st.session_state.get("pagina", ""))
    if words:
        st.html(Markup('<p class="km-note" role="status" data-testid="adres">{}</p>').format(words))


def waiting_note() -> None:
    """On Gegevens: which page opens as soon as there are data."""
    title = shared_address.waiting_for(st.session_state.get("paginatitels", {}))
    if title is not None:
        note(f"Zodra u gegevens opent, ziet u {title} met de selectie uit het adres.")


def only_for_owner() -> None:
    """Stop here for whoever only looks along: this page is of the owner of the data."""
    if state.room() is not None:
        finding("Deze pagina is er alleen voor wie de gegevens heeft geopend.")
        page_link("overzicht", "Naar Overzicht")
        st.stop()


def selection_line_over(workspace: Session, selection: Selection, several: list[ChannelFigures]) -> None:
    """The selection sentence of a page about all selected channels together."""
    days = [day for found in several for day in (found.first_day, found.last_day) if day is not None]
    n = sum(found.responses for found in several)
    sentence = sentences.selection_sentence(
        selection.channel, selection, n, min(days, default=None), max(days, default=None)
    )
    selection_sentence(sentence)
    name_files_by(sentence)
    address_note()
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


def channel_link(page: str, label: str, channel: str) -> None:
    """A link to a page for one channel, with the rest of the selection as it is. A link and no button, since Streamlit
    switches no page while the address holds a filter."""
    asked = parse_qs(query(filters.current(state.workspace()), channel).removeprefix("?"))
    st.page_link(f"pages/{page}.py", label=label, icon=":material/arrow_forward:", query_params=asked)


def page_link(page: str, label: str) -> None:
    """A link to another page of the app."""
    st.page_link(f"pages/{page}.py", label=label, icon=":material/arrow_forward:")


def no_data() -> None:
    """What a page shows while nothing is opened."""
    finding("Er zijn nog geen gegevens geopend.")
    note("Open uw eigen export of de voorbeelddata; daarna staan hier de uitkomsten.")
    page_link("gegevens", "Naar Gegevens")


def nobody(slug: str, elsewhere: Mapping[str, int]) -> None:
    """What a page shows where the selection holds no respondent. `elsewhere`: how many there are in other channels."""
    finding("Niemand in deze selectie vulde de vragenlijst in (n = 0).")
    if elsewhere:
        note("In een ander kanaal zijn er wel, met dezelfde producten en periode.")
    else:
        note("Kies een ruimere periode of meer producten.")
    for channel, n in elsewhere.items():
        words = f"Bekijk {CHANNEL_LABELS[channel].lower()} ({dutch.counted(n, 'klant', 'klanten')})"
        channel_link(slug, words, channel)
    st.button("Wis selectie", on_click=filters.clear, key="wis_op_pagina")


def section(text: str) -> None:
    """A part of a page, under a second heading."""
    st.header(text, anchor=False)


def table(data: Table, download_name: str, *, in_file: Table | None = None) -> None:
    """A table on the page, and the same rows as a file. `in_file`: what the file holds instead where
    more has to stay hidden in what leaves the app."""
    st.html(table_html(data, can_sort=True))
    st.download_button(
        "Download tabel (CSV)",
        table_csv(data if in_file is None else in_file, files.about(data.caption, _selection(), date.today())),
        f"{file_name(download_name)}.csv",
        "text/csv",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
        key=f"download_{download_name}",
    )


def _selection() -> str:
    return str(st.session_state.get("selectiezin", ""))


def article(html: Markup) -> DeltaGenerator:
    """Words of a customer, and beside them the place for what can be done with them."""
    row = st.container(horizontal=True, width=READING, vertical_alignment="top", gap="small")
    row.html(html, width="stretch")
    return row.container(width="content", gap=None)


def explanation(accounts: Sequence[Account], rules: Sequence[str]) -> None:
    """ "Hoe is dit berekend?", folded under the figures: every figure accounted for, and the rules that
    hold for all of them. One figure stands open, of more there is a line each to open."""
    with st.expander("Hoe is dit berekend?"):
        if accounts:
            st.html(accounts_html(accounts))
        st.html(Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(line) for line in rules)))
        page_link("toelichting", "Alle begrippen en rekenregels")
