"""Verbetertips: read what customers suggest, and search in it."""

from lib.figures import verbatims
from lib.figures.base import is_suppressed
from lib.figures.channel import channels_of
from lib.report import sentences
from lib.ui import components, filters, reading_list, state

components.open_page("Verbetertips")
workspace = state.workspace()
selection = filters.current(workspace)

if not workspace.has_data:
    components.no_data()
else:
    channels = channels_of(selection, workspace.channels)
    figures = [workspace.figures(channel, selection) for channel in channels]
    components.selection_line_over(workspace, selection, figures)
    if not any(found.responses for found in figures):
        components.nobody()
    elif all(is_suppressed(found.responses) for found in figures):
        # So few people would be known by their words.
        components.finding(sentences.too_few(sum(found.responses for found in figures)))
    else:
        tips = [
            tip
            for channel, found in zip(channels, figures, strict=True)
            if not is_suppressed(found.responses)
            for tip in verbatims.verbatims(workspace.survey.channels[channel], selection, "tip")
        ]
        asked = any("tip" in workspace.counts[channel].answers for channel in channels)
        reading_list.show(
            tips, asked=asked, said_yes=sum(found.tips for found in figures), with_channel=len(channels) > 1
        )
