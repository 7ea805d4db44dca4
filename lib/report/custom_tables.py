"""The questions of a survey of another kind, listed, and the answers to own questions as a table for the workbook."""

from collections.abc import Sequence

from lib.figures.channel import ChannelFigures
from lib.figures.counts import Counts
from lib.report import dutch
from lib.report.score_tables import n_text, value_text
from lib.report.tables import Cell, Column, Table, count_cell, figure_cell
from lib.survey import catalogue
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.scales import FIRST_VALID

_KINDS = {"grade": "rapportcijfer", "agree": "stelling, % eens", "effort": "moeite"}
_OPEN, _ONE, _SEVERAL = "open vraag", "meerkeuze", "meerkeuze, meer antwoorden"


def questions_table(found: ChannelFigures, counts: Counts) -> Table:
    """A row per question of a survey of another kind: how it is answered, its figure if it has one, and n."""
    selected = counts.select(found.selection)
    rows = [(figure.label, _KINDS[figure.unit], value_text(figure), figure.shown_n) for figure in found.figures]
    known = [
        (item.label, breakdown)
        for breakdown in (found.repeat_visit, found.info_clarity)
        if breakdown is not None and (item := catalogue.find(breakdown.item)) is not None
    ]
    for label, breakdown in (*known, *found.custom):
        rows.append((label, _ONE if breakdown.item in counts.answers else _SEVERAL, dutch.NO_VALUE, breakdown.shown_n))
    for key, answers in counts.answers.items():
        if answers.item.kind == "text":
            rows.append((answers.item.label, _OPEN, dutch.NO_VALUE, int(selected.of(key)[FIRST_VALID])))
    return Table(
        f"Vragen van {CHANNEL_LABELS[found.channel].lower()}",
        (Column("Vraag"), Column("Soort"), Column("Cijfer", "number"), Column("n", "number", "n")),
        tuple((Cell(label), Cell(kind), Cell(text, "own"), Cell(n_text(n), "quiet")) for label, kind, text, n in rows),
    )


def answers_table(channels: Sequence[ChannelFigures]) -> Table:
    """Share and count of every answer to the own questions with options."""
    columns = ("Kanaal", "Vraag", "Antwoord", "Percentage", "Aantal", "n")
    rows = [
        (
            Cell(CHANNEL_LABELS[found.channel]),
            Cell(label),
            Cell(option.label),
            Cell(dutch.NOT_SHOWN) if option.share is None else figure_cell(option.share, "agree"),
            count_cell(option.count),
            count_cell(option.n if breakdown.precision == "exact" else None),
        )
        for found in channels
        for label, breakdown in found.custom
        for option in breakdown.options
    ]
    return Table("Eigen vragen", tuple(Column(name) for name in columns), tuple(rows))
