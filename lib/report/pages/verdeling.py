"""Verdeling: how the answers to every question divide, behind the averages."""

from collections.abc import Iterator, Sequence

from lib.figures.breakdowns import Breakdown
from lib.figures.distribution import Distribution
from lib.report import distributions as report
from lib.report import pictures, provenance, score_tables
from lib.report.blocks import Accounts, Block, Control, Page, Shown, Tabs, Text
from lib.report.distributions import KIND_TITLES
from lib.report.pages.opening import open_channel
from lib.report.view import View

SLUG, TITLE = "verdeling", "Verdeling"
_BASE = "iedereen die de vraag beantwoordde"


def page(view: View) -> Page:
    """The answers of every question kind by kind, every grade from 1 to 10, and the custom questions."""
    opened = open_channel(view, SLUG, TITLE, lambda found: bool(found.figures or found.custom), "naar een oordeel")
    if isinstance(opened, Page):
        return opened
    channel, custom = opened.channel, opened.found.custom
    found = view.distributions(channel)
    wholes = [each for each in found if each.part_of is None]
    by_kind = {kind: [each for each in wholes if each.kind == kind] for kind in KIND_TITLES}
    by_kind = {kind: items for kind, items in by_kind.items() if items}
    parts: list[tuple[str, tuple[Block | None, ...]]] = []
    # That which the finding is about first.
    for kind, items in sorted(by_kind.items(), key=lambda pair: -len(pair[1])):
        title = KIND_TITLES[kind]
        table = report.segments_table(f"Verdeling van {title.lower()}", items)
        picture = report.stacked_picture(items, report.distribution_finding(items))
        parts.append((title, (picture, Shown(table, f"verdeling_{channel}_{kind}"))))
    grades = [each for each in found if each.kind == "grade"]
    if grades:
        parts.append(("Elk cijfer van 1 tot en met 10", _grades(view, channel, grades)))
    if custom:
        parts.append(("Eigen vragen", tuple(block for each in _custom(channel, custom) for block in each)))
    told = [(title, tuple(block for block in part if block is not None)) for title, part in parts]
    given = opened.given
    accounts = (
        *(provenance.of_breakdown(each.label, each.points, _BASE, given) for each in found),
        *(provenance.of_breakdown(label, each, provenance.CUSTOM_BASE, given) for label, each in custom),
    )
    # Of one kind there is nothing to choose.
    shown: tuple[Block, ...] = (Tabs("verdeling", tuple(told)),) if len(told) > 1 else told[0][1]
    largest = max(by_kind.values(), key=len, default=None)
    finding = report.custom_finding(len(custom)) if largest is None else report.distribution_finding(largest)
    return opened.page(SLUG, TITLE, finding, *shown, Accounts(accounts, (provenance.BASE_RULE, report.BAND_RULE)))


def _grades(view: View, channel: str, grades: Sequence[Distribution]) -> tuple[Block | None, ...]:
    """Every grade of one question as a picture, to choose, and of all questions as a table."""
    labels = tuple(each.label for each in grades)
    chosen = view.choice("vraag", labels)
    one = grades[labels.index(chosen)]
    return (
        Control("vraag", "Vraag", labels, chosen),
        report.columns_picture(one, report.distribution_finding([one])),
        Shown(report.grades_table("Elk rapportcijfer", grades), f"rapportcijfers_{channel}"),
    )


def _custom(channel: str, custom: Sequence[tuple[str, Breakdown]]) -> Iterator[tuple[Block | None, ...]]:
    """Every question of their own with its answers."""
    for number, (label, breakdown) in enumerate(custom, start=1):
        yield (
            Text(label),
            pictures.breakdown_picture(breakdown, label),
            Shown(score_tables.breakdown_table(label, breakdown), f"eigen_vraag_{channel}_{number}"),
        )
