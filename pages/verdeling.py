"""Verdeling: how the answers to every question divide, behind the averages."""

import streamlit as st

from lib.figures.distribution import distributions
from lib.report import charts, provenance, score_tables
from lib.report import distributions as report
from lib.report.distributions import KIND_TITLES
from lib.ui import components, theme

opened = components.open_channel("Verdeling", lambda found: bool(found.figures or found.custom), "naar een oordeel")

if opened is not None:
    counts = opened.workspace.counts[opened.found.channel]
    found = distributions(counts, counts.select(opened.selection))
    wholes = [each for each in found if each.part_of is None]
    by_kind = {kind: [each for each in wholes if each.kind == kind] for kind in KIND_TITLES}
    by_kind = {kind: items for kind, items in by_kind.items() if items}
    palette = theme.palette()
    own = opened.found.custom
    components.finding(
        report.distribution_finding(max(by_kind.values(), key=len)) if by_kind else report.own_finding(len(own))
    )
    for kind, items in by_kind.items():
        if len(by_kind) > 1:
            components.section(KIND_TITLES[kind])
        components.chart(report.stacked_chart(items, palette), report.distribution_finding(items))
        components.table(
            report.segments_table(f"Verdeling van {KIND_TITLES[kind].lower()}", items),
            f"verdeling_{opened.found.channel}_{kind}",
        )
    grades = [each for each in found if each.kind == "grade"]
    if grades:
        components.section("Alle cijfers van 1 tot en met 10")
        chosen = st.selectbox("Vraag", [each.label for each in grades], key="vraag", bind="query-params")
        one = next(each for each in grades if each.label == chosen)
        components.chart(report.column_chart(one, palette), report.distribution_finding([one]))
        components.table(report.grades_table("Elk rapportcijfer", grades), f"rapportcijfers_{opened.found.channel}")
    if own:
        components.section("Eigen vragen")
    for number, (label, breakdown) in enumerate(own, start=1):
        components.note(label)
        components.chart(charts.breakdown_chart(breakdown, palette), label)
        components.table(score_tables.breakdown_table(label, breakdown), f"eigen_vraag_{opened.found.channel}_{number}")
    given = provenance.context(opened.found, counts)
    components.explanation(
        [
            provenance.of_breakdown(each.label, each.points, "iedereen die de vraag beantwoordde", given)
            for each in found
        ]
        + [provenance.of_breakdown(label, breakdown, provenance.CUSTOM_BASE, given) for label, breakdown in own],
        [provenance.BASE_RULE, report.BAND_RULE],
    )
