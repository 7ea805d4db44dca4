"""The report of a check that may leave: who checked, and the buttons that make the file."""

from datetime import date, datetime

import streamlit as st

from lib.figures.selection import Selection
from lib.render.check_file import ENDINGS, check_file
from lib.report.check.check_report import Stamp, report_name, report_page
from lib.session.session import Session
from lib.ui import components
from lib.ui.draft_upload import Opened

_FORMS = {
    "html": ("Verslag (HTML)", "text/html"),
    "xlsx": ("Verslag (Excel)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def show(session: Session, opened: Opened, selection: Selection) -> None:
    """Date, name and role of who checked, and the report in each form."""
    st.header("Verslag", anchor=False)
    components.note(
        "Het verslag mag de deur uit: er staat niets in van groepen met te weinig respons. Het noemt het concept en de exports "
        "met hun vingerafdruk, elk getal met zijn uitkomst, en wat niet is gecontroleerd."
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input("Datum", f"{date.today():%d-%m-%Y}", max_chars=10, key="verslag_datum", width=160)
        name = st.text_input("Naam", max_chars=80, key="verslag_naam", width=260)
        role = st.text_input("Functie", max_chars=80, key="verslag_functie", width=260)
    if not (name and name.strip() and role and role.strip()):
        components.note("Vul uw naam en functie in; daarna kunt u het verslag maken.")
        return
    day = _day(typed or "")
    if day is None:
        components.note("Schrijf de datum als 31-12-2026.")
        return
    stamp = Stamp(day, name.strip(), role.strip(), opened.digest, opened.pages)
    with st.container(horizontal=True):
        for ending in ENDINGS:
            _download(session, opened, selection, stamp, ending)


def _day(typed: str) -> date | None:
    """A date as it is written here: 31-12-2026; None for anything else."""
    try:
        return datetime.strptime(typed.strip(), "%d-%m-%Y").date()
    except ValueError:
        return None


def _download(session: Session, opened: Opened, selection: Selection, stamp: Stamp, ending: str) -> None:
    label, kind = _FORMS[ending]
    st.download_button(
        label,
        lambda: check_file(ending, report_page(session, opened.draft, selection, stamp), stamp),
        report_name(stamp, ending),
        kind,
        icon=":material/download:",
        on_click="ignore",
        key=f"verslag_{ending}",
    )
