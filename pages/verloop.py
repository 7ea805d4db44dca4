"""Verloop: one figure through time."""

import streamlit as st

from lib.figures.breakdowns import custom_options
from lib.figures.periods import STEPS, Step
from lib.figures.scores import option_label
from lib.figures.trend import figure_in, trend
from lib.report import provenance, trends
from lib.survey.catalogue import FIGURE_KINDS
from lib.ui import components, theme

opened = components.open_channel("Verloop", lambda found: bool(found.figures or found.custom), "naar een oordeel")

if opened is not None:
    counts = opened.workspace.counts[opened.found.channel]
    items: dict[str, tuple[str, str | None]] = {
        answers.item.label: (key, None) for key, answers in counts.answers.items() if answers.item.kind in FIGURE_KINDS
    }
    # Of a question with options the share of each answer is followed.
    items |= {option_label(counts.answers[key].item, option): (key, option) for key, option in custom_options(counts)}
    place = st.container()
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    label = left.selectbox("Vraag", list(items), key="verloop_vraag", bind="query-params")
    words: dict[str, Step] = {trends.STEP_WORDS[step]: step for step in STEPS}
    chosen = right.segmented_control(
        "Per", list(words), default="kwartaal", required=True, key="per", bind="query-params", width="stretch"
    )
    key, option = items[label]
    step = words[chosen or "kwartaal"]
    found = trend(counts, opened.selection, key, step, opened.workspace.references, option)
    finding = trends.trend_finding(found)
    with place:
        components.finding(finding)
    components.chart(trends.trend_chart(found, theme.palette()), finding)
    if found.moments:
        components.table(
            trends.trend_table(found), f"verloop_{opened.found.channel}_{'_'.join(filter(None, (key, option)))}"
        )
    given = provenance.context(opened.found, counts)
    # With BM, where there is one.
    figure = next((each for each in opened.found.figures if option is None and each.key == key), None)
    whole = figure or figure_in(counts, opened.selection, key, option)
    components.explanation(
        [provenance.of_figure(whole, given)],
        [
            "Het cijfer van elke periode is gemaakt als het cijfer hierboven, over de klanten van die periode.",
            trends.CHANGE_RULE,
            trends.GAP_RULE,
            provenance.BASE_RULE,
            provenance.INTERVAL_RULE,
        ],
    )
