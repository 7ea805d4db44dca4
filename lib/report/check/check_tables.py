"""A checked draft to look at and to take along: what is wrong first, then every number, then the draft with its marks."""

from collections.abc import Sequence

from lib.report.check.causes import label_of
from lib.report.check.checked import Checked, CheckedFigure, Remark
from lib.report.tables import Cell, Column, Table
from lib.survey.catalogue import CHANNEL_LABELS

VERDICTS = {
    "reproduces": "klopt",
    "within_rounding": "binnen de afronding",
    "differs": "wijkt af",
    "not_traceable": "niet herleidbaar",
}
_COLUMNS = {"own": "eigen cijfer", "benchmark": "BM", "n": "n", "difference": "verschil met BM"}
_WHY = {
    "year": "jaartal", "date": "datum", "time": "tijd", "page": "paginanummer", "axis": "as van een grafiek",
    "rank": "rangnummer", "phone": "telefoonnummer", "scale": "einde van een schaal", "chapter": "hoofdstuk of opsomming",
    "group": "vergelijkingsgroep", "target": "doel of streefcijfer", "approximate": "bij benadering", "amount": "bedrag",
    "address": "adres", "name": "deel van een naam", "statistic": "statistische maat",
}  # fmt: skip


def wrong_table(found: Checked) -> Table:
    """What differs, is close, or can't be traced: what stands there, what it should be, and why."""
    rows = [figure for figure in found.figures if figure.verdict != "reproduces"]
    order = ("differs", "not_traceable", "within_rounding")
    rows.sort(key=lambda figure: (order.index(figure.verdict), figure.printed.place.page, figure.printed.place.line))
    columns = ("Waar", "Gedrukt", "Wat", "Uitkomst", "Moet zijn", "Waarschijnlijke oorzaak")
    return Table("Wat er niet klopt", tuple(Column(name) for name in columns), tuple(map(_wrong_row, rows)))


def _wrong_row(figure: CheckedFigure) -> tuple[Cell, ...]:
    flips = " Het oordeel tegenover BM wordt anders." if figure.flips_verdict else ""
    cause = figure.causes[0].message if figure.causes else ""
    return (
        Cell(_where(figure)),
        Cell(figure.printed.printed, "own"),
        Cell(_what(figure)),
        Cell(VERDICTS[figure.verdict], "lower" if figure.verdict == "differs" else "quiet"),
        Cell(figure.recomputed or "–", "own"),
        Cell(f"{cause}{flips}".strip()),
    )


def every_table(found: Checked) -> Table:
    """Every number of the draft, in reading order, with what became of it."""
    rows = [
        (
            figure.printed.place,
            (figure.printed.printed, _what(figure), VERDICTS[figure.verdict], figure.recomputed or ""),
        )
        for figure in found.figures
    ]
    rows += [
        (each.place, (each.printed, _WHY.get(str(each.not_figure), str(each.not_figure)), "geen cijfer", ""))
        for each in found.not_figures
    ]
    rows += [(each.place, (each.printed, each.unread or "", "niet gelezen", "")) for each in found.unread]
    rows.sort(key=lambda row: (row[0].page, row[0].line, row[0].order))
    columns = ("Waar", "Gedrukt", "Wat", "Uitkomst", "Moet zijn")
    return Table(
        "Elk getal van het concept",
        tuple(Column(name) for name in columns),
        tuple((Cell(f"blz. {place.page}, regel {place.line}"), *map(Cell, texts)) for place, texts in rows),
    )


def remark_lines(remarks: Sequence[Remark]) -> tuple[str, ...]:
    """Every remark once, in order."""
    return tuple(dict.fromkeys(remark.message for remark in remarks))


def _where(figure: CheckedFigure) -> str:
    place = figure.printed.place
    return f"blz. {place.page}, regel {place.line}"


def _what(figure: CheckedFigure) -> str:
    claim = figure.claim
    column = _COLUMNS.get(claim.column, claim.column.removeprefix("share:").replace("_", " "))
    year = f", {claim.year}" if claim.year is not None else ""
    return f"{CHANNEL_LABELS[claim.channel]}: {label_of(claim.item)}, {column}{year}"
