"""Scores en BM: the own figures of a channel against the benchmark."""

from lib.report import pictures, provenance, score_tables
from lib.report.blocks import Accounts, Block, Page, Section, Sentences, Shown, Text
from lib.report.pages.opening import Opened, benchmark_notices, open_channel
from lib.report.score_findings import scores_finding
from lib.report.verdict_sentences import verdict_sentence
from lib.report.view import View
from lib.survey.catalogue import OTHER_CHANNEL

SLUG, TITLE = "scores", "Scores en BM"


def page(view: View) -> Page:
    """Every item with BM, difference and verdict, as a picture and a table; grades and percentages each on their own."""
    opened = open_channel(view, SLUG, TITLE, lambda found: bool(found.scores), "naar aspecten of stellingen")
    if isinstance(opened, Page):
        return opened
    found = opened.found
    finding = scores_finding(found)
    scores = score_tables.table_scores(found)
    blocks: list[Block | None] = []
    # Grades and percentages have their own scale, so each has its own picture and table.
    for unit in ("grade", "agree"):
        rows = [score for score in scores if score.unit == unit]
        if rows:
            blocks += [
                pictures.scores_picture(rows, finding, is_exact=view.audience == "explore"),
                Shown(score_tables.scores_table(TITLE, rows), f"scores_{found.channel}_{unit}"),
            ]
    parts = score_tables.part_scores(found)
    if parts:
        caption = "Onderdelen van hostmanship"
        blocks += [Section(caption), Shown(score_tables.scores_table(caption, parts), f"hostmanship_{found.channel}")]
    if found.channel == OTHER_CHANNEL:
        blocks.append(Text(provenance.OTHER_RULE, is_quiet=True))
    blocks += [
        Sentences(tuple(verdict_sentence(score) for score in scores), "In woorden, per vraag"),
        _accounts(opened),
    ]
    return opened.page(SLUG, TITLE, finding, *blocks, notices=benchmark_notices(found))


def _accounts(opened: Opened) -> Accounts:
    given = opened.given
    return Accounts(
        tuple(provenance.of_figure(score, given) for score in opened.found.scores),
        (provenance.BASE_RULE, provenance.VERDICT_RULE, provenance.INTERVAL_RULE),
    )
