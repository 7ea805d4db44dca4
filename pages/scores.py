"""Scores en BM: the own figures of a channel against the benchmark."""

from lib.report import charts, provenance, score_tables
from lib.report.score_findings import scores_finding
from lib.report.verdict_sentences import verdict_sentence
from lib.survey.catalogue import OTHER_CHANNEL
from lib.ui import components, theme

opened = components.open_channel("Scores en BM", lambda found: bool(found.scores), "naar aspecten of stellingen")

if opened is not None:
    found = opened.found
    finding = scores_finding(found)
    components.finding(finding)
    components.benchmark_notes(found)
    scores = score_tables.table_scores(found)
    # Grades and percentages have their own scale, so each has its own picture and table.
    for unit in ("grade", "agree"):
        rows = [score for score in scores if score.unit == unit]
        if rows:
            components.chart(charts.scores_chart(rows, theme.palette()), finding)
            components.table(score_tables.scores_table("Scores en BM", rows), f"scores_{found.channel}_{unit}")
    parts = score_tables.part_scores(found)
    if parts:
        components.section("Onderdelen van hostmanship")
        components.table(score_tables.scores_table("Onderdelen van hostmanship", parts), f"hostmanship_{found.channel}")
    components.section("In woorden")
    components.note(provenance.OTHER_RULE if found.channel == OTHER_CHANNEL else provenance.BENCHMARK_RULE)
    components.sentences_list([verdict_sentence(score) for score in scores])
    given = provenance.context(found, opened.workspace.counts[found.channel])
    components.explanation(
        [provenance.of_figure(score, given) for score in found.scores],
        [provenance.BASE_RULE, provenance.VERDICT_RULE, provenance.INTERVAL_RULE],
    )
