"""Prioriteiten: what to do first, and which aspects go together with the totaaloordeel."""

from lib.figures.priorities import priorities
from lib.report import priorities as report
from lib.report import provenance
from lib.report.blocks import Accounts, Block, Page, Section, Shown, Text
from lib.report.pages.opening import open_channel
from lib.report.score_tables import table_scores
from lib.report.view import View

SLUG, TITLE = "prioriteiten", "Prioriteiten"


def page(view: View) -> Page:
    """A ranked "eerst doen" first, then score and samenhang of every aspect."""
    opened = open_channel(
        view, SLUG, TITLE, lambda found: bool(found.scores) and found.overall is not None,
        "naar aspecten en een totaaloordeel",
    )  # fmt: skip
    if isinstance(opened, Page):
        return opened
    channel = opened.channel
    scores = table_scores(opened.found)
    # Grades and percentages can't stand on one axis: of two kinds, the one with most items.
    units = [score.unit for score in scores]
    alike = [score for score in scores if score.unit == max(units, key=units.count)]
    found = view.drivers(channel, alike)
    first = priorities(found, alike)
    finding = report.priorities_finding(found, first)
    blocks: list[Block] = []
    if first.ranked:
        blocks.append(Shown(report.first_table(first), f"eerst_doen_{channel}"))
    if found.missing is None:
        blocks += [
            *([Section("Score en samenhang")] if first.ranked else []),
            report.priorities_picture(found, finding),
            Text(report.base_note(found), is_quiet=True),
            Shown(report.priorities_table(found), f"prioriteiten_{channel}"),
        ]
    if found.left_out:
        blocks.append(Text(report.left_out_note(found.left_out), is_quiet=True))
    accounts = tuple(provenance.of_figure(driver.score, opened.given) for driver in found.drivers)
    rules = (*(() if found.missing else (report.r2_note(found),)), *report.RULES, report.NOT_CAUSE)
    return opened.page(SLUG, TITLE, finding, *blocks, Accounts(accounts, rules))
