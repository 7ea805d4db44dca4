"""Publicatiecheck: drop a draft, and know of every number in it whether it is right."""

import weakref
from collections import Counter

import streamlit as st
from markupsafe import Markup

from lib.render.draft_html import MARKS, draft_html
from lib.render.html import table_html
from lib.report import dutch
from lib.report.check.check_draft import check_draft
from lib.report.check.check_json import summary_sentence
from lib.report.check.check_report import selection_words
from lib.report.check.check_tables import every_table, remark_lines, unread_table, wrong_table
from lib.report.check.checked import Checked
from lib.report.pages.opening import no_data
from lib.session.session import Session
from lib.survey.visible import visible
from lib.ui import check_reports, components, correcting, draw, filters, state
from lib.ui.draft_upload import Opened, opened_draft

TITLE = "Publicatiecheck"
_KEPT = "nagerekend"


def show() -> None:
    """The page: where a draft is dropped or pasted, then what is wrong, then the draft itself."""
    components.begin()
    if state.room() is not None:
        draw.whole(draw.for_owner("publicatiecheck", TITLE))
        return
    session = state.workspace()
    if not session.has_data:
        draw.whole(no_data("publicatiecheck", TITLE))
        return
    st.title(TITLE, anchor=False)
    place = st.container()
    opened = opened_draft()
    if opened is None:
        with place:
            components.finding("Lever een concept in; dan staat hier van elk getal of het klopt.")
        return
    draft = opened.draft
    if draft.format is None and draft.problems:
        with place:
            components.finding(visible(draft.problems[0].message))
            components.note(visible(draft.problems[0].remedy or ""))
        return
    found = _checked(session, opened)
    with place:
        components.selection_sentence(visible(selection_words(session, found)))
        components.finding(summary_sentence(found))
    _show(session, found, opened)


def _checked(session: Session, opened: Opened) -> Checked:
    """The draft against what is open and selected; worked out again only where one of these changed."""
    selection = filters.current(session)
    kept = st.session_state.get(_KEPT)
    asked = (opened.digest, opened.pages, selection)
    # Held by a weak reference, so that what is removed is gone.
    if kept is None or kept[0] != asked or kept[1]() is not session:
        with st.spinner("Elk getal narekenen…"):
            kept = st.session_state[_KEPT] = (
                asked,
                weakref.ref(session),
                check_draft(session, opened.draft, selection),
            )
    found: Checked = kept[2]
    return found


def _show(session: Session, found: Checked, opened: Opened) -> None:
    for table in (wrong_table(found), unread_table(found)):
        if table.rows:
            st.header(table.caption, anchor=False)
            st.html(table_html(table))
    lines = remark_lines(found.remarks)
    if lines:
        st.header("Opmerkingen", anchor=False)
        items = Markup("").join(Markup("<li>{}</li>").format(visible(line)) for line in lines)
        st.html(Markup('<ul class="km-sentences">{}</ul>').format(items))
    _draft(found, opened)
    correcting.show(session, found, opened.draft)
    check_reports.show(session, opened, filters.current(session))
    with st.expander("Elk getal van het concept"):
        st.html(table_html(every_table(found)))


def _draft(found: Checked, opened: Opened) -> None:
    """The draft as itself, a page at a time; opened on the first page with something wrong in it."""
    st.header("Het concept", anchor=False)
    components.note(_legend())
    pages = sorted({word.page for word in opened.draft.words} | {one.page for one in opened.draft.unseen})
    doubtful = _doubtful(found)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        page = pages[0] if pages else 1
        if len(pages) > 1:
            first = next((place for place, each in enumerate(pages) if doubtful[each]), 0)
            page = st.selectbox(
                "Bladzijde", pages, first, format_func=lambda each: _page_words(each, doubtful[each]),
                key=f"concept_bladzijde_{opened.digest[:8]}", width=280,
            )  # fmt: skip
        only = st.toggle("Alleen regels waarin iets niet klopt of niet gelezen is", key="concept_alleen_fout")
    st.html(draft_html(found, opened.draft, page, only_doubtful=only))


def _doubtful(found: Checked) -> Counter[int]:
    """By page how many numbers are not right, or not read."""
    counted = Counter(figure.printed.place.page for figure in found.figures if figure.verdict != "reproduces")
    counted.update(one.place.page for one in found.unread)
    return counted


def _page_words(page: int, doubtful: int) -> str:
    return f"{page} ({dutch.number(doubtful)} niet in orde)" if doubtful else str(page)


def _legend() -> str:
    words = {
        "reproduces": "klopt", "within_rounding": "binnen de afronding", "differs": "wijkt af",
        "not_traceable": "niet herleidbaar", "unread": "niet gelezen",
    }  # fmt: skip
    marks = " · ".join(f"{MARKS[state]} {word}" for state, word in words.items())
    return f"{marks}; zonder teken is het geen cijfer. Klik op een regel voor de verantwoording van zijn getallen."
