"""Where a draft comes in: a file, a piece of a file, or pasted text. Of a file only what was read is kept, in this session;
Streamlit's own copy goes as soon as it is read."""

from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from lib.ingest.published.drafts.draft import Draft
from lib.report.check.page_range import page_range
from lib.survey.visible import visible
from lib.ui import components, state, uploads

_TYPES = ("pdf", "docx", "pptx", "xlsx", "html", "htm", "md", "txt", "csv")
_LONGEST = 200_000  # letters of what is pasted
_LARGEST = 50  # megabytes
_KEPT, _COUNT = "concept", "concepten"


@dataclass(frozen=True)
class Opened:
    """A draft that was read. `digest`: SHA-256 of its bytes, as hexadecimal; `pages`: which were asked."""

    draft: Draft
    digest: str
    pages: tuple[int, int] | None


def opened_draft() -> Opened | None:
    """What the user dropped or pasted, read once in the process that reads files; None while there is nothing."""
    kept: Opened | None = st.session_state.get(_KEPT)
    if kept is None:
        _take_in()
    else:
        _named(kept)
    return kept


def _take_in() -> None:
    """Read what comes in, and show the page again with it."""
    pages = _pages()
    number = st.session_state.setdefault(_COUNT, 0)
    dropped = st.file_uploader("Concept", type=list(_TYPES), max_upload_size=_LARGEST, key=f"concept_{number}")
    pasted = st.text_area("Of plak de tekst", height=120, max_chars=_LONGEST, key=f"concept_tekst_{number}")
    if dropped is not None:
        name, data = dropped.name, dropped.getvalue()
        uploads.release(dropped)
    elif pasted and pasted.strip():
        name, data = "geplakt.txt", pasted.encode("utf-8", "replace")
    else:
        return
    with st.spinner("Het concept lezen…", show_time=True):
        draft = state.reader().read_draft(name, data, pages)
    st.session_state[_KEPT] = Opened(draft, sha256(data).hexdigest(), pages)
    st.session_state[_COUNT] = number + 1  # another widget, so that this one lets go of the file
    st.rerun()


def _pages() -> tuple[int, int] | None:
    """Which pages are asked, before a file is dropped."""
    typed = st.text_input(
        "Bladzijden", placeholder="alle; of bijvoorbeeld 3-7", max_chars=20, key="concept_bladzijden", width=240
    )
    try:
        return page_range(typed or "")
    except ValueError as error:
        components.note(f"{error} Nu worden alle bladzijden gelezen.")
        return None


def _named(opened: Opened) -> None:
    """What is open, and the button for another one."""
    draft = opened.draft
    parts = [visible(draft.name)]
    if draft.pages > 1:
        asked = (
            ""
            if opened.pages is None
            else f", gelezen {opened.pages[0]} tot en met {min(opened.pages[1], draft.pages)}"
        )
        parts.append(f"{draft.pages} bladzijden{asked}")
    with st.container(horizontal=True, vertical_alignment="center"):
        components.note(" · ".join(parts))
        st.button("Ander concept", icon=":material/upload_file:", type="tertiary", on_click=_forget)


def _forget() -> None:
    for kept in (_KEPT, "nagerekend"):
        st.session_state.pop(kept, None)
