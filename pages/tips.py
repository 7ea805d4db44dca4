"""Verbetertips: read what customers suggest, search in it, twenty at a time."""

import streamlit as st

from lib.figures import verbatims
from lib.figures.channel import channels_of
from lib.report import dutch, listing, sentences
from lib.ui import components, filters, state

PAGE = 20
components.open_page("Verbetertips")
workspace = state.workspace()
selection = filters.current(workspace)

if not workspace.has_data:
    components.no_data()
else:
    channels = channels_of(selection, workspace.channels)
    components.selection_line_over(selection, [workspace.figures(channel, selection) for channel in channels])
    tips = [
        tip for channel in channels for tip in verbatims.verbatims(workspace.survey.channels[channel], selection, "tip")
    ]
    query = st.text_input("Zoek in de tips", placeholder="bijvoorbeeld: afspraak", key="zoek") if tips else ""
    found = verbatims.search(tips, query)
    mean = verbatims.mean_grade(tips)
    mean_text = None if mean is None else dutch.figure(dutch.shown(mean, "grade"), "grade")
    components.finding(sentences.tips_finding(len(found), len(tips), bool(query.strip()), mean_text))
    pages = -(-len(found) // PAGE)
    number = st.session_state.get("tips_pagina", 1) if pages > 1 else 1
    number = min(number, max(pages, 1))
    st.html(listing.to_html(found[(number - 1) * PAGE : number * PAGE], query, with_channel=len(channels) > 1) or " ")
    if pages > 1:
        st.pagination(pages, key="tips_pagina")
