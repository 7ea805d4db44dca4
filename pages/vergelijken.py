"""Vergelijken: two periods, products or channels against each other."""

import streamlit as st

from lib.figures.compare import compare
from lib.report import comparisons, provenance
from lib.ui import comparing, components, theme

opened = components.open_channel("Vergelijken", lambda found: bool(found.figures), "naar een oordeel")

if opened is not None:
    place = st.container()
    pair = comparing.choose(opened)
    if pair is not None:
        found = compare(pair.one, pair.other)
        finding = comparisons.comparison_finding(found, pair.names)
        with place:
            components.finding(finding)
            components.note(comparisons.sides_note(found, pair.names))
            if pair.is_change and found.split is not None:
                components.note(comparisons.split_sentence(found.split, pair.names))
        if pair.remark is not None:
            components.note(pair.remark)
        if 0 not in found.responses:
            grades = [row for row in found.rows if row.one.unit == "grade"]
            points = [row for row in found.rows if row.one.unit != "grade"]
            for rows in (grades, points):
                components.chart(comparisons.differences_chart(rows, theme.palette()), finding)
            components.table(comparisons.comparison_table(found, pair.names), f"vergelijking_{opened.found.channel}")
            components.explanation(
                [provenance.of_difference(row, pair.names) for row in found.rows],
                [provenance.COMPARE_RULE, comparisons.SPLIT_RULE, provenance.BASE_RULE],
            )
