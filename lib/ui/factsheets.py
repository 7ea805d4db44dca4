"""Factsheet: what the file will hold, as it will look, with what the user says of it and the forms to take it in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from lib.figures.disclosure import whole_months
from lib.render.factsheet import ENDINGS, factsheet_file
from lib.report.blocks import Page
from lib.report.factsheet import PART_LABELS, PARTS, Choices, choices_of, factsheet, name_of
from lib.report.figures_json import figures_json
from lib.report.pages.opening import no_data
from lib.report.sentences import selection_sentence
from lib.report.view import View
from lib.session.session import Session
from lib.survey.catalogue import CHANNEL_LABELS
from lib.ui import components, draw, filters, state

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
            channels = [view.figures(channel) for channel in view.channels]
            components.selection_sentence(
                selection_sentence(
                    view.selection.channel, view.selection, sum(each.responses for each in channels), None, None
                )
            )
            components.nobody("factsheet", {})
        return
    with place:
        components.finding(_finding(pages))
        if view.selection != selection:
            components.note("Wat de app verlaat, gaat over hele kalendermaanden; de selectie is daarop aangevuld.")
        with st.container(horizontal=True):
            for ending in ENDINGS:
                _download(view, pages, ending)
    for page in pages:
        st.header(page.title, anchor=False)
        components.selection_sentence(page.selection)
        draw.every(list(page.blocks), lambda name: b"")


def _finding(pages: tuple[Page, ...]) -> str:
    sheets = "één vel" if len(pages) == 1 else f"{len(pages)} vellen, één per kanaal"
    return f"De factsheet van deze selectie: {sheets}. Wat een kleine groep zou verraden, staat er niet in."


def _download(view: View, pages: tuple[Page, ...], ending: str) -> None:
    label, kind = _FORMS[ending]
    day = date.today()

    def made() -> bytes:
        found = [view.figures(channel) for channel in view.channels]
        return factsheet_file(ending, pages, figures_json(whole_months(view.asked), found, [], "publish"), day)

    st.download_button(
        label, made, f"{name_of(pages, day)}.{ending}", kind, icon=":material/download:", on_click="ignore",
        key=f"factsheet_{ending}",
    )  # fmt: skip


def _choices(session: Session) -> Choices:
    """What the user says of the factsheet; kept while they look at other pages."""
    kept = choices_of(session.factsheet)
    with st.expander("Gemeente, titel, inleiding en onderdelen"):
        municipality = st.text_input("Gemeente", kept.municipality, max_chars=80)
        title = st.text_input("Titel", kept.title, max_chars=120)
        intro = st.text_area("Inleiding", kept.intro, max_chars=2000)
        invitations = dict(kept.invitations)
        for channel in session.channels:
            label = f"Uitnodigingen {CHANNEL_LABELS[channel].lower()}"
            count = st.number_input(
                label, 0, 10**8, invitations.get(channel), placeholder="niet bekend", key=f"uitnodigingen_{channel}"
            )
            if count is None:
                invitations.pop(channel, None)
            else:
                invitations[channel] = int(count)
        parts = st.multiselect(
            "Onderdelen, in deze volgorde", list(PARTS), list(kept.parts), format_func=lambda part: PART_LABELS[part]
        )
    chosen = replace(
        kept, municipality=municipality or "", title=title or kept.title, intro=intro or "", invitations=invitations,
        parts=tuple(parts) or PARTS,
    )  # fmt: skip
    said = {
        "municipality": chosen.municipality,
        "title": chosen.title,
        "intro": chosen.intro,
        "invitations": dict(chosen.invitations),
        "parts": list(chosen.parts),
    }
    if chosen != kept:
        state.choose_factsheet(said)
    return chosen
