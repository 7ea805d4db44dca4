"""Vergelijken: two periods, products or channels against each other."""

from lib.report import comparisons, pairs, provenance
from lib.report.blocks import Accounts, Action, Block, Page, Shown, Text
from lib.report.pages.opening import open_channel
from lib.report.view import View

SLUG, TITLE = "vergelijken", "Vergelijken"


def page(view: View) -> Page:
    """Every figure of both sides with the difference, what of a change comes from another mix of products, and why."""
    opened = open_channel(view, SLUG, TITLE, lambda found: bool(found.figures), "naar een oordeel")
    if isinstance(opened, Page):
        return opened
    channel = opened.channel
    choice = pairs.choose(view, channel)
    pair = choice.pair
    if pair is None:
        return opened.page(SLUG, TITLE, choice.missing, *_keep(view), choices=choice.controls)
    found = view.compare(pair.one, pair.other)
    finding = comparisons.comparison_finding(found, pair.names)
    blocks: list[Block | None] = [
        None if pair.remark is None else Text(pair.remark, is_quiet=True),
        Text(comparisons.sides_note(found, pair.names), is_quiet=True),
    ]
    if pair.is_change and found.split is not None:
        blocks.append(Text(comparisons.split_sentence(found.split, pair.names)))
    if 0 not in found.responses:
        grades = [row for row in found.rows if row.one.unit == "grade"]
        points = [row for row in found.rows if row.one.unit != "grade"]
        blocks += [comparisons.differences_picture(rows, finding) for rows in (grades, points)]
        blocks += [
            Shown(comparisons.comparison_table(found, pair.names), f"vergelijking_{channel}"),
            Accounts(
                tuple(provenance.of_difference(row, pair.names) for row in found.rows),
                (provenance.COMPARE_RULE, comparisons.SPLIT_RULE, provenance.BASE_RULE),
            ),
        ]
    return opened.page(SLUG, TITLE, finding, *blocks, *_keep(view), choices=choice.controls)


def _keep(view: View) -> tuple[Block, ...]:
    """The button that keeps the selection in view, for whoever may."""
    if view.audience != "explore" or view.selection in view.session.selections:
        return ()
    return (Action("Bewaar deze selectie", "keep_selection"),)
