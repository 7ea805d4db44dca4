"""Bewaar werk: all that was said of the data in one file, to open again."""

from datetime import date

import streamlit as st

from lib.session.saved_work import save
from lib.session.session import Session
from lib.session.work_file import ENDING
from lib.ui import components, filters


def show(session: Session) -> None:
    """The button that saves, and whether the exports go along."""
    st.header("Bewaar werk", anchor=False)
    components.note(
        "Eén bestand met uw koppelingen, referentiecijfers, selectie, thema's, gekozen tips, factsheet en haltes. U opent het weer "
        "hierboven, bij uw andere bestanden."
    )
    with_exports = st.checkbox(
        "Ook de exports zelf, met alle antwoorden",
        help="Zonder de exports staat er geen antwoord in, behalve de tips die u goedkeurde.",
    )
    selection = filters.current(session)
    st.download_button(
        "Bewaar werk",
        lambda: save(session.saved_work(selection, with_exports=with_exports)),
        f"klantmonitor_{date.today().isoformat()}{ENDING}",
        "application/zip",
        icon=":material/download:",
        on_click="ignore",
        key="bewaar_werk",
    )
