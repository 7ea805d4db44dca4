"""Factsheet: what the file will hold, as it will look, with what the user says of it and the forms to take it in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st
from markupsafe import Markup

from lib.figures.base import MINIMUM_BASE
from lib.figures.disclosure import whole_months
from lib.render.factsheet import ENDINGS, factsheet_file
from lib.report.accent import Accent, accent_of
from lib.report.blocks import Page
from lib.report.factsheet import INVITATIONS, PART_LABELS, PARTS, Choices, choices_of, factsheet, name_of, said
from lib.report.figures_json import figures_json
from lib.report.logo import Logo, LogoError, logo_of
from lib.report.pages.opening import no_data
from lib.report.sentences import selection_sentence
from lib.report.view import View
from lib.session.session import Session
from lib.survey.catalogue import CHANNEL_LABELS, OTHER_CHANNEL
from lib.ui import components, draw, filters, state, theme

_FORMS: Mapping[str, tuple[str, str]] = {
    "pdf": ("PDF", "application/pdf"),
    "html": ("Webpagina (HTML)", "text/html"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pptx": ("PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": ("CSV", "text/csv"),
}


def show() -> None:
    """The page: a sheet per channel as others will see it, and the buttons that make a file of it."""
    components.begin()
    if state.room() is not None:
        draw.whole(draw.for_owner("factsheet", "Factsheet"))
        return
    session = state.workspace()
    if not session.has_data:
        draw.whole(no_data("factsheet", "Factsheet"))
        return
    selection = filters.current(session)
    view = View(session, selection, {}, "publish")
    st.title("Factsheet", anchor=False)
    place = st.container()
    choices = _choices(session)
    pages = factsheet(view, choices)
    if not pages:
        with place:
            # The owner is told how many there are; in the file they would be too few to show.
            n = sum(session.figures(channel, selection).responses for channel in view.channels)
            components.selection_sentence(selection_sentence(selection.channel, selection, n, None, None))
            if n:
                components.finding(
                    f"Te weinig respons voor een factsheet: een cijfer staat er pas vanaf n = {MINIMUM_BASE}."
                )
                components.note("Kies een ruimere periode of meer producten.")
            else:
                components.nobody("factsheet", {})
        return
    with place:
        components.finding(_finding(pages))
        if view.selection != selection:
            components.note("Wat de app verlaat, gaat over hele kalendermaanden; de selectie is daarop aangevuld.")
        with st.container(horizontal=True):
            for ending in ENDINGS:
                _download(view, pages, ending, choices)
    for page in pages:
        st.header(page.title, anchor=False)
        components.selection_sentence(page.selection)
        draw.every(list(page.blocks), lambda name: b"")


def _finding(pages: tuple[Page, ...]) -> str:
    sheets = "één vel" if len(pages) == 1 else f"{len(pages)} vellen, één per kanaal"
    return f"De factsheet van deze selectie: {sheets}. Wat een kleine groep zou verraden, staat er niet in."


def _download(view: View, pages: tuple[Page, ...], ending: str, choices: Choices) -> None:
    label, kind = _FORMS[ending]
    day = date.today()

    def made() -> bytes:
        found = [view.figures(channel) for channel in view.channels]
        return factsheet_file(ending, pages, figures_json(whole_months(view.asked), found, [], "publish"), day, choices)

    st.download_button(
        label, made, f"{name_of(pages, day)}.{ending}", kind, icon=":material/download:", on_click="ignore",
        key=f"factsheet_{ending}",
    )  # fmt: skip


def _choices(session: Session) -> Choices:
    """What the user says of the factsheet; kept while they look at other pages."""
    kept = choices_of(session.factsheet)
    with st.expander("Gemeente, titel, inleiding, onderdelen, logo en kleur"):
        municipality = st.text_input("Gemeente", kept.municipality, max_chars=80)
        title = st.text_input("Titel", kept.title, max_chars=120)
        intro = st.text_area("Inleiding", kept.intro, max_chars=2000)
        invitations = _invitations(session, kept)
        parts = st.multiselect(
            "Onderdelen, in deze volgorde", list(PARTS), list(kept.parts), format_func=lambda part: PART_LABELS[part]
        )
        left, right = st.columns(2)
        with left:
            logo = _logo(kept.logo)
        with right:
            accent = _accent(kept.accent)
    chosen = replace(
        kept, municipality=municipality or "", title=title or kept.title, intro=intro or "", invitations=invitations,
        parts=tuple(parts) or PARTS, logo=logo, accent=accent,
    )  # fmt: skip
    if chosen != kept:
        state.choose_factsheet(said(chosen))
    return chosen


def _invitations(session: Session, kept: Choices) -> dict[str, int]:
    """How many were invited, by channel, and what that counts."""
    invitations = dict(kept.invitations)
    for channel in session.channels:
        if channel == OTHER_CHANNEL:
            continue
        label = f"Uitnodigingen {CHANNEL_LABELS[channel].lower()}"
        count = st.number_input(
            label, 0, 10**8, invitations.get(channel), placeholder="niet bekend", key=f"uitnodigingen_{channel}"
        )
        if count is None:
            invitations.pop(channel, None)
        else:
            invitations[channel] = int(count)
    components.note(INVITATIONS)
    return invitations


def _logo(kept: Logo | None) -> Logo | None:
    """The logo: a file, of which only what draws is taken."""
    if kept is not None:
        st.html(Markup('<img class="km-logo" src="{}" alt="Het logo dat op de factsheet komt">').format(kept.address))
        return None if st.button("Haal het logo weg") else kept
    given = st.file_uploader("Logo (PNG of SVG, hooguit 200 kB)", ["png", "svg"], max_upload_size=1)
    if given is None:
        return None
    try:
        return logo_of(given.getvalue())
    except LogoError as error:
        components.note(str(error))
        return None


def _accent(kept: Accent | None) -> Accent | None:
    """One colour for the large figure and the bars, made to be read; what was made of it is said."""
    if not st.toggle("Eigen kleur", kept is not None):
        return None
    colour = st.color_picker("Kleur voor het grote cijfer en de balken", kept.chosen if kept else theme.palette().own)
    accent = accent_of(colour)
    if accent is not None and accent.words:
        components.note(accent.words)
    return accent
