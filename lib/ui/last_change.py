"""What the last change to the columns of a file did, with the way back, in view while choosing goes on."""

import streamlit as st
from markupsafe import Markup

from lib.figures.channel import count_channels
from lib.ingest.read import survey_of
from lib.render.html import table_html
from lib.report import drafts
from lib.ui import components, state
from lib.ui.columns import Columns


def bar(columns: Columns, *, is_wanted: bool) -> None:
    """The figures of the file as it is read now, and the last change; it stays in view. Where nothing was
    changed it is only shown where `is_wanted`."""
    place = st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"balk_{columns.place}")
    if columns.last is None and not is_wanted:
        return
    lines = drafts.main_figures(columns.receipt.parts) or ["Dit bestand geeft nog geen cijfers"]
    place.html(
        Markup('<p class="km-text" role="status">{}.{}</p>').format("; ".join(lines), _what(columns)), width="stretch"
    )
    if columns.last is not None:
        place.button(
            "Ongedaan maken",
            key=f"terug_{columns.place}",
            on_click=state.take_back,
            args=(columns.last,),
            type="tertiary",
            icon=":material/undo:",
        )


def _what(columns: Columns) -> Markup:
    return Markup("") if columns.last is None else Markup(" <small>{}</small>").format(columns.last.what)


def effect(columns: Columns) -> None:
    """The figures of this file that the last change made others, next to what they were."""
    was = None if columns.last is None else columns.last.receipts.get(columns.receipt.file)
    if was is None:
        return
    key = f"gevolg_{columns.place}"
    kept = st.session_state.get(key)
    if kept is None or kept[0] is not columns.last:
        before, after = (count_channels(survey_of([receipt])) for receipt in (was, columns.receipt))
        # Made once, and not at every click elsewhere on the page.
        kept = st.session_state[key] = (columns.last, drafts.changes_table(before, after))
    if kept[1] is None:
        components.note("Deze wijziging verandert geen enkel cijfer.")
    else:
        st.html(table_html(kept[1]))
