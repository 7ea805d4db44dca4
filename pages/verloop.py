"""Verloop: one figure through time."""

import streamlit as st

from lib.figures.periods import STEPS, Step
from lib.figures.trend import trend
from lib.report import provenance, trends
from lib.survey.catalogue import FIGURE_KINDS
from lib.ui import components, theme

opened = components.open_channel("Verloop", lambda found: bool(found.scores or found.overall), "naar een oordeel")

if opened is not None:
    counts = opened.workspace.counts[opened.found.channel]
    items = {answers.item.label: key for key, answers in counts.answers.items() if answers.item.kind in FIGURE_KINDS}
    place = st.container()
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    label = left.selectbox("Vraag", list(items), key="verloop_vraag", bind="query-params")
    words: dict[str, Step] = {trends.STEP_WORDS[step]: step for step in STEPS}
    chosen = right.segmented_control(
        "Per", list(words), default="kwartaal", required=True, key="per", bind="query-params", width="stretch"
    )
    found = trend(counts, opened.selection, items[label], words[chosen or "kwartaal"], opened.workspace.references)
    finding = trends.trend_finding(found)
    with place:
        components.finding(finding)
    components.chart(trends.trend_chart(found, theme.palette()), finding)
    if found.moments:
        components.table(trends.trend_table(found), f"verloop_{opened.found.channel}_{items[label]}")
    given = provenance.context(opened.found, counts)
    figure = next(each for each in opened.found.figures if each.key == items[label])
    components.explanation(
        [provenance.of_figure(figure, given)],
        [
            "Het cijfer van elke periode is gemaakt als het cijfer hierboven, over de klanten van die periode.",
            trends.CHANGE_RULE,
            trends.GAP_RULE,
            provenance.BASE_RULE,
            provenance.INTERVAL_RULE,
        ],
    )
