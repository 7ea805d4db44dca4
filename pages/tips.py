"""Verbetertips: read what customers suggest, and search in it."""

from lib.figures import verbatims
from lib.figures.channel import channels_of
from lib.ui import components, filters, reading_list, state

components.open_page("Verbetertips")
workspace = state.workspace()
selection = filters.current(workspace)

if not workspace.has_data:
    components.no_data()
else:
    channels = channels_of(selection, workspace.channels)
    figures = [workspace.figures(channel, selection) for channel in channels]
    components.selection_line_over(selection, figures)
    if not any(found.responses for found in figures):
        components.nobody()
    else:
        tips = [
            tip
            for channel in channels
            for tip in verbatims.verbatims(workspace.survey.channels[channel], selection, "tip")
        ]
        reading_list.show(tips, with_channel=len(channels) > 1)
