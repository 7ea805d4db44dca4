"""A checked draft to look at and to take along: what is wrong first, then every number, then the draft with its marks."""

from collections.abc import Sequence

from lib.ingest.published.drafts.printed_number import Claim, Place
from lib.report import dutch
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
FLIPS = "Het oordeel tegenover BM wordt met dit cijfer anders."
TOO_FEW = "Te weinig respons om te tonen; haal dit cijfer weg."
NOT_TRACEABLE = "Dit cijfer is in de geopende gegevens niet te vinden."
_COLUMNS = {"own": "eigen cijfer", "benchmark": "BM", "n": "n", "difference": "verschil met BM"}
_WHY = {
    "year": "jaartal", "date": "datum", "time": "tijd", "page": "paginanummer", "axis": "as van een grafiek",
    "rank": "rangnummer", "phone": "telefoonnummer", "scale": "einde van een schaal", "chapter": "hoofdstuk of opsomming",
    "group": "vergelijkingsgroep", "target": "doel of streefcijfer", "approximate": "bij benadering", "amount": "bedrag",
    "address": "adres", "name": "deel van een naam", "statistic": "statistische maat", "said": "geen cijfer, zegt u",
}  # fmt: skip


def place_words(place: Place) -> str:
    """Where a number stands: "blz. 2, regel 14"."""
    return f"blz. {place.page}, regel {place.line}"


def number_words(printed: str) -> str:
    """A number as it is printed; what has none is a picture or a page."""
    return printed or "afbeelding of bladzijde zonder tekst"


def claim_words(claim: Claim) -> str:
    """What a number was taken for: "Balie: Wachttijd, eigen cijfer, 2020"."""
    column = _COLUMNS.get(claim.column, claim.column.removeprefix("share:").replace("_", " "))
    year = f", {claim.year}" if claim.year is not None else ""
    return f"{CHANNEL_LABELS[claim.channel]}: {label_of(claim.item)}, {column}{year}"


def why_words(why: str | None) -> str:
    """Why a number is no figure."""
    return _WHY.get(str(why), str(why))


def unread_table(found: Checked) -> Table:
    """What was not read, and why; pictures and pages without text among it."""
    rows = [
        (Cell(place_words(each.place)), Cell(number_words(each.printed), "own"), Cell(each.unread or ""))
        for each in found.unread
    ]
    return Table("Niet gelezen", tuple(map(Column, ("Waar", "Gedrukt", "Waarom, en wat te doen"))), tuple(rows))


def wrong_table(found: Checked) -> Table:
    """What differs, is close, or can't be traced: what stands there, what it should be, and why."""
    rows = [figure for figure in found.figures if figure.verdict != "reproduces"]
    order = ("differs", "not_traceable", "within_rounding")
    rows.sort(key=lambda figure: (order.index(figure.verdict), figure.printed.place.page, figure.printed.place.line))
    columns = ("Waar", "Gedrukt", "Wat", "Uitkomst", "Moet zijn", "Waarschijnlijke oorzaak")
    heads = tuple(Column(name, wide_only=name in ("Waar", "Uitkomst")) for name in columns)
    return Table("Wat er niet klopt", heads, tuple(map(_wrong_row, rows)))


def _wrong_row(figure: CheckedFigure) -> tuple[Cell, ...]:
    flips = f" {FLIPS}" if figure.flips_verdict else ""
    cause = figure.causes[0].message if figure.causes else ""
    if figure.is_suppressed and not cause:
        cause = TOO_FEW
    elif figure.verdict == "not_traceable" and not cause:
        cause = NOT_TRACEABLE
    return (
        Cell(place_words(figure.printed.place)),
        Cell(figure.printed.printed, "own"),
        Cell(claim_words(figure.claim)),
        Cell(VERDICTS[figure.verdict], "lower" if figure.verdict == "differs" else "quiet"),
        Cell(figure.recomputed or dutch.NO_VALUE, "own"),
        Cell(f"{cause}{flips}".strip()),
    )


def every_table(found: Checked) -> Table:
    """Every number of the draft, in reading order, with what became of it."""
    rows = [
        (
            figure.printed.place,
            (figure.printed.printed, claim_words(figure.claim), VERDICTS[figure.verdict], figure.recomputed or ""),
        )
        for figure in found.figures
    ]
    rows += [(each.place, (each.printed, why_words(each.not_figure), "geen cijfer", "")) for each in found.not_figures]
    rows += [(each.place, (number_words(each.printed), each.unread or "", "niet gelezen", "")) for each in found.unread]
    rows.sort(key=lambda row: (row[0].page, row[0].line, row[0].order))
    columns = ("Waar", "Gedrukt", "Wat", "Uitkomst", "Moet zijn")
    return Table(
        "Elk getal van het concept",
        tuple(Column(name) for name in columns),
        tuple((Cell(place_words(place)), *map(Cell, texts)) for place, texts in rows),
    )


def remark_lines(remarks: Sequence[Remark]) -> tuple[str, ...]:
    """Every remark once, in order, with its place."""
    lines = (f"{place_words(each.place)}: {each.message}" if each.place else each.message for each in remarks)
    return tuple(dict.fromkeys(dutch.sentence(line) for line in lines))
