"""Prioriteiten: which aspects go together with the totaaloordeel, and how they score."""

from lib.figures.drivers import drivers
from lib.report import priorities, provenance
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
    found = drivers(opened.workspace.survey.channels[channel], opened.selection, alike)
    if found.missing is not None:
        components.finding(priorities.why_none(found))
    else:
        finding = priorities.priorities_finding(found)
        components.finding(finding)
        components.note(priorities.r2_note(found))
        components.chart(priorities.priorities_chart(found, theme.palette()), finding)
        components.table(priorities.priorities_table(found), f"prioriteiten_{channel}")
    if found.left_out:
        components.note(priorities.left_out_note(found.left_out))
    given = provenance.context(opened.found, opened.workspace.counts[channel])
    components.explanation(
        [provenance.of_figure(driver.score, given) for driver in found.drivers],
        [*priorities.RULES, priorities.NOT_CAUSE],
    )
