"""Verbetertips: read what customers wrote, see what it is about, and choose what may be shown."""

import streamlit as st

from lib.ui import approving, chosen_answers, open_answers, reading_list, theme_view

VIEWS = {"Lezen": reading_list.show, "Thema's": theme_view.show, "Gekozen": chosen_answers.show}

opened = open_answers.open_answers()

if opened is not None:
    with st.container(horizontal=True, vertical_alignment="center", key="tipbalk"):
        view = st.segmented_control(
            "Weergave", list(VIEWS), default="Lezen", required=True, key="weergave", bind="query-params",
            label_visibility="collapsed",
        )  # fmt: skip
        approving.count(opened.workspace)
    VIEWS[view or "Lezen"](opened)
