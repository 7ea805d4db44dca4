"""Publicatiecheck: drop a draft, and know of every number in it whether it is right."""

from hashlib import blake2b

import streamlit as st
from markupsafe import Markup

from lib.ingest.published.drafts.draft import Draft
from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.render.html import table_html
from lib.report.check.check_json import summary_sentence
from lib.report.check.check_tables import every_table, remark_lines, wrong_table
from lib.report.check.checked import Checked, check, personal_data
from lib.report.pages.opening import no_data
from lib.session.session import Session
from lib.survey.visible import visible
from lib.ui import components, draw, filters, state

_TYPES = ("pdf", "docx", "pptx", "xlsx", "html", "htm", "md", "txt", "csv")
_MARKS = {"reproduces": "✓", "within_rounding": "≈", "differs": "✗", "not_traceable": "?"}
_LONGEST = 200_000  # letters of what is pasted
_LINES = 400  # of a draft that are shown with their marks


def show() -> None:
    """The page: where a draft is dropped or pasted, then what is wrong, then everything."""
    components.begin()
    title = "Publicatiecheck"
    if state.room() is not None:
        draw.whole(draw.for_owner("publicatiecheck", title))
        return
    session = state.workspace()
    if not session.has_data:
        draw.whole(no_data("publicatiecheck", title))
        return
    st.title(title, anchor=False)
    place = st.container()
    draft = _draft()
    if draft is None:
        with place:
            components.finding("Lever een concept in; dan staat hier van elk getal of het klopt.")
        return
    with place:
        if draft.format is None and draft.problems:
            problem = draft.problems[0]
            components.finding(visible(problem.message))
            components.note(visible(problem.remedy or ""))
            return
        found = _checked(session, draft)
        components.finding(summary_sentence(found))
    _show(found, draft)


def _draft() -> Draft | None:
    """What the user dropped or pasted, read in the process that reads files; once per content."""
    dropped = st.file_uploader("Concept", type=list(_TYPES), max_upload_size=50)
    pasted = st.text_area("Of plak de tekst", height=120, max_chars=_LONGEST)
    if dropped is not None:
        name, data = dropped.name, dropped.getvalue()
    elif pasted and pasted.strip():
        name, data = "geplakt.txt", pasted.encode("utf-8")
    else:
        return None
    digest = blake2b(data, digest_size=16).hexdigest()
    kept = st.session_state.get("concept")
    if kept is None or kept[0] != digest:
        with st.spinner("Het concept lezen…"):
            kept = st.session_state.concept = (digest, state.reader().read_draft(name, data))
    read: Draft = kept[1]
    return read


def _checked(session: Session, draft: Draft) -> Checked:
    products = sorted({name for counts in session.counts.values() for name in counts.products})
    numbers = printed_numbers(draft, products, session.channels)
    return check(numbers, session.counts, session.references, filters.current(session))


def _show(found: Checked, draft: Draft) -> None:
    wrong = wrong_table(found)
    if wrong.rows:
        st.header("Wat er niet klopt", anchor=False)
        st.html(table_html(wrong))
    lines = remark_lines((*found.remarks, *personal_data(" ".join(word.text for word in draft.words))))
    if lines:
        st.header("Opmerkingen", anchor=False)
        st.html(
            Markup('<ul class="km-sentences">{}</ul>').format(
                Markup("").join(Markup("<li>{}</li>").format(visible(line)) for line in lines)
            )
        )
    st.header("Het concept", anchor=False)
    components.note(
        "✓ klopt · ≈ klopt binnen de afronding · ✗ wijkt af · ? niet herleidbaar · … niet gelezen. Zonder teken: geen cijfer."
    )
    st.html(_marked(found, draft))
    with st.expander("Elk getal van het concept"):
        st.html(table_html(every_table(found)))


def _marked(found: Checked, draft: Draft) -> Markup:
    """The lines of the draft, each with the marks of its numbers in order; only ever as text."""
    marks: dict[tuple[int, int], list[str]] = {}
    numbers = [(figure.printed, _MARKS[figure.verdict]) for figure in found.figures]
    numbers += [(number, "…") for number in found.unread]
    for number, mark in sorted(numbers, key=lambda one: one[0].place.order):
        marks.setdefault((number.place.page, number.place.line), []).append(f"{number.printed} {mark}")
    lines: dict[tuple[int, int], list[str]] = {}
    for word in draft.words:
        lines.setdefault((word.page, word.line), []).append(word.text)
    rows = [
        Markup("<tr><td>{}</td><td>{}</td></tr>").format(
            visible(" ".join(words)), visible("   ".join(marks.get(at, ())))
        )
        for at, words in list(lines.items())[:_LINES]
    ]
    return Markup('<div class="km-scroll"><table class="km-table km-draft"><tbody>{}</tbody></table></div>').format(
        Markup("").join(rows)
    )
