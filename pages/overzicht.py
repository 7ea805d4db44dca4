"""Overzicht: per channel the figures that the factsheet puts in front."""

import streamlit as st

from lib.figures.channel import channels_of
from lib.report import provenance, sentences
from lib.ui import components, filters, overview, state

components.open_page("Overzicht")
workspace = state.workspace()
selection = filters.current(workspace)

if not workspace.has_data:
    components.no_data()
else:
    found = {channel: workspace.figures(channel, selection) for channel in channels_of(selection, workspace.channels)}
    own = [each for each in found.values() if each.is_custom_survey]
    shown = overview.columns(selection, found)
    components.selection_line_over(workspace, selection, list(found.values()))
    if not any(figures.responses for figures in found.values()):
        components.nobody()
    else:
        components.finding(sentences.overview_finding(list(found.values())))
        for column, channel in zip(st.columns(len(shown), gap="large") if shown else (), shown, strict=True):
            with column:
                overview.channel(channel, found.get(channel))
        for each in own:
            overview.own_survey(each, workspace.counts[each.channel])
        overview.products(list(found.values()), workspace.counts)
        overview.download(workspace, selection, [each for each in found.values() if each.responses])
        components.explanation(
            overview.accounts(list(found.values()), workspace.counts),
            [provenance.BASE_RULE, provenance.BENCHMARK_RULE, provenance.INTERVAL_RULE],
        )
