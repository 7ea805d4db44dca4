"""What all views of the page Verbetertips work with: the open answers of the selection."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.answers.collection import MaskedAnswer
from lib.figures.base import is_suppressed
from lib.figures.channel import ChannelFigures, channels_of
from lib.figures.selection import Selection
from lib.report import tip_sentences
from lib.report.theme_tables import labels
from lib.session.progress import Covering
from lib.session.session import Session
from lib.ui import components, filters, progress, state


@dataclass(frozen=True, eq=False)
class OpenAnswers:
    """The open answers within a selection, of the channels in which ten or more people answered.

    `figures`: of those channels. `questions`: the open questions with their labels. `masked`: the answers.
    `place`: where the finding of a view stands, above the switch between views.
    """

    workspace: Session
    selection: Selection
    figures: list[ChannelFigures]
    questions: Mapping[str, str]
    masked: list[MaskedAnswer]
    place: DeltaGenerator

    @property
    def theme_labels(self) -> dict[str, str]:
        """The names of all themes by their key."""
        return labels(self.workspace.themes)

    @property
    def several_channels(self) -> bool:
        return len(self.figures) > 1


def open_answers() -> OpenAnswers | None:
    """Open the page: title, selection sentence, and the answers to work with. None where there are none to
    show; the page then says why and what to do."""
    components.open_page("Verbetertips")
    components.only_for_owner()
    workspace = state.workspace()
    selection = filters.current(workspace)
    if not workspace.has_data:
        components.no_data()
        return None
    found = [workspace.figures(channel, selection) for channel in channels_of(selection, workspace.channels)]
    components.selection_line_over(workspace, selection, found)
    if not any(each.responses for each in found):
        others = {name: workspace.figures(name, selection).responses for name in workspace.channels}
        components.nobody("tips", {name: n for name, n in others.items() if n})
        return None
    shown = [each for each in found if not is_suppressed(each.responses)]
    if not shown:
        components.finding(tip_sentences.too_few({each.channel: each.responses for each in found}))
        components.note(tip_sentences.WHY_SO_MANY)
        return None
    channels = [each.channel for each in shown]
    questions = workspace.tips.questions(channels)
    if not questions:
        components.finding("In deze bestanden is geen kolom met tips of toelichtingen herkend.")
        components.page_link("gegevens", "Bekijk wat er van elke kolom is gemaakt")
        return None
    masked = progress.watch(
        lambda: workspace.tips.masked(selection, channels, questions, workspace.themes),
        lambda: Covering(workspace.tips.share_done),
    )
    return OpenAnswers(workspace, selection, shown, questions, masked, st.container())
