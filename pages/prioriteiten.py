"""Prioriteiten: what to do first, and which aspects go together with the totaaloordeel."""

from lib.figures.priorities import priorities
from lib.report import priorities as report
from lib.report import provenance
from lib.report.score_tables import table_scores
from lib.ui import components, theme

opened = components.open_channel(
    "Prioriteiten", lambda found: bool(found.scores) and found.overall is not None, "naar aspecten en een totaaloordeel"
)

if opened is not None:
    channel = opened.found.channel
    scores = table_scores(opened.found)
    # Grades and percentages can't stand on one axis: of two kinds, the one with most items.
    units = [score.unit for score in scores]
    alike = [score for score in scores if score.unit == max(units, key=units.count)]
    found = opened.workspace.drivers(channel, opened.selection, alike)
    first = priorities(found, alike)
    finding = report.priorities_finding(found, first)
    components.finding(finding)
    if first.ranked:
        components.table(report.first_table(first), f"eerst_doen_{channel}")
    if found.missing is None:
        components.note(report.base_note(found))
        components.section("Score en samenhang")
        components.chart(report.priorities_chart(found, theme.palette()), finding)
        components.table(report.priorities_table(found), f"prioriteiten_{channel}")
    if found.left_out:
        components.note(report.left_out_note(found.left_out))
    given = provenance.context(opened.found, opened.workspace.counts[channel])
    components.explanation(
        [provenance.of_figure(driver.score, given) for driver in found.drivers],
        [*([] if found.missing else [report.r2_note(found)]), *report.RULES, report.NOT_CAUSE],
    )
