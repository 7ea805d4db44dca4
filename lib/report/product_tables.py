"""Products against items as tables: the heat table of the page, and what may leave the app of it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from lib.figures.base import MINIMUM_BASE, VERDICT_BASE
from lib.figures.products import ProductRow, ProductTable
from lib.figures.scores import Score
from lib.figures.standing_out import among_groups
from lib.report import dutch, sentences
from lib.report.score_tables import value_cell, value_text
from lib.report.tables import Cell, Column, Table, count_cell

TOO_FEW = f"n < {MINIMUM_BASE}"
WITHHELD_RULE = (
    f"In wat de app verlaat, ontbreken ook cijfers of aantallen van {MINIMUM_BASE} antwoorden of meer: anders was uit te rekenen wat "
    "een kleinere groep antwoordde, door de rest van het totaal af te trekken."
)
EVERYONE = "Totaal van de selectie"
# The tint of the lowest and of the highest figure of a column.
_PALEST, _DEEPEST = 0.04, 0.42
_INDICATIVE = 1 / 3  # of the depth, under 30 answers
TINT_RULE = (
    "Klein staat n; * is indicatief (n onder 30). Hoe dieper de tint, hoe hoger in de kolom; lichter bij minder dan 30 antwoorden. Een kolom zonder tint: daarin zijn de "
    "producten niet te onderscheiden."
)
SORT_BY_RESPONSES, SORT_BY_NAME = "Respons", "Product"


def sort_options(table: ProductTable) -> list[str]:
    """By what the table can be sorted: respons, name, or one of the items."""
    return [SORT_BY_RESPONSES, SORT_BY_NAME, *(label for _, label in table.items)]


def sorted_rows(table: ProductTable, by: str, *, lowest_first: bool) -> list[ProductRow]:
    """The rows in the wanted order; what may not be shown comes last, whatever the order. Names run from
    A to Z, or from Z where `lowest_first` is off."""
    if by == SORT_BY_NAME:
        return sorted(table.rows, key=lambda row: (row.product or "").casefold(), reverse=not lowest_first)
    if by == SORT_BY_RESPONSES:
        return sorted(table.rows, key=lambda row: row.responses, reverse=not lowest_first)
    place = [label for _, label in table.items].index(by)
    shown = [row for row in table.rows if row.figures[place].value is not None]
    hidden = [row for row in table.rows if row.figures[place].value is None]
    return sorted(shown, key=lambda row: row.figures[place].value or 0, reverse=not lowest_first) + hidden


def heat_table(table: ProductTable, rows: Sequence[ProductRow], link: Callable[[str], str]) -> Table:
    """The table of the page: each figure with its n under it, tinted within its column from the lowest to
    the highest where products stand out in it; the name of a product links to the same page for that product alone (`link` gives the
    query)."""
    spans = [_span([row.figures[place] for row in table.rows]) for place in range(len(table.items))]
    body = [
        (
            Cell(row.product or "", link=link(row.product or "")),
            _people(row),
            *(_heat_cell(figure, span) for figure, span in zip(row.figures, spans, strict=True)),
        )
        for row in rows
    ]
    total = (
        Cell(EVERYONE, "own"),
        _people(table.total),
        *(Cell(_text(figure), "own", small=_small(figure)) for figure in table.total.figures),
    )
    return Table("Cijfers per product", _columns(table), (*body, total), is_dense=True, has_total=True)


def _columns(table: ProductTable) -> tuple[Column, ...]:
    items = (Column(label, "number") for _, label in table.items)
    return (Column("Product"), Column("Respons", "number", "Respons"), *items)


def _text(figure: Score) -> str:
    return TOO_FEW if figure.suppressed else value_text(figure)


def _people(row: ProductRow) -> Cell:
    return count_cell(row.responses if row.precision == "exact" else None, mark="quiet")


def _small(figure: Score) -> str:
    if figure.shown_n is None:
        return ""
    return dutch.number(figure.shown_n) + ("*" if figure.indicative else "")


def _heat_cell(figure: Score, span: tuple[Decimal, Decimal] | None) -> Cell:
    """A figure with its tint: by the value as it is shown, so that equal figures look equal; under 30
    answers a third as deep, and without any where the column's figures can't be told apart."""
    value = dutch.shown(figure.value, figure.unit)
    if value is None:
        return Cell(TOO_FEW, "quiet", small=_small(figure))
    tint = None
    if span is not None:
        low, high = span
        depth = _PALEST + float((value - low) / (high - low)) * (_DEEPEST - _PALEST)
        tint = min(1.0, max(_PALEST, depth)) * (_INDICATIVE if figure.indicative else 1)
    return Cell(_text(figure), tint=tint, small=_small(figure), value=value, kind=figure.unit)


def _span(figures: Sequence[Score]) -> tuple[Decimal, Decimal] | None:
    """Between what figures a column is tinted, as shown; None where no product stands out in it."""
    judged = [figure for figure in figures if figure.n >= VERDICT_BASE and figure.precision == "exact"]
    values = [value for figure in judged if (value := dutch.shown(figure.value, figure.unit)) is not None]
    if len(set(values)) < 2 or not among_groups([figure for figure in figures if figure.precision == "exact"]).any:
        return None
    return min(values), max(values)


def product_file(table: ProductTable, rows: Sequence[ProductRow]) -> Table:
    """The same figures for a file: a column for each figure and one for its n."""
    heads = [Column("Product"), Column("Respons", "number")]
    for _, label in table.items:
        heads += [Column(label, "number"), Column(f"n {label}", "number")]
    body = [_file_row(Cell(row.product or ""), row) for row in rows]
    return Table("Cijfers per product", tuple(heads), (*body, _file_row(Cell(EVERYONE), table.total)))


def _file_row(name: Cell, row: ProductRow) -> tuple[Cell, ...]:
    cells = [name, _people(row)]
    for figure in row.figures:
        cells += [value_cell(figure), count_cell(figure.shown_n)]
    return tuple(cells)


def products_finding(table: ProductTable) -> str:
    """Which products stand out demonstrably, in the totaaloordeel or else in the first item; and how many
    are hidden."""
    if not table.rows:
        return "In deze gegevens staat geen product."
    if not table.items:
        return "Van deze producten is geen cijfer gevraagd."
    place = next((at for at, (key, _) in enumerate(table.items) if key == "totaaloordeel"), 0)
    figures = [(row.product or "", row.figures[place]) for row in table.rows]
    few = sum(figure.suppressed for _, figure in figures)
    parts = [sentences.standing_products(dutch.in_running_text(table.items[place][1]), figures)]
    if few:
        noun = dutch.verb(few, "product heeft", "producten hebben")
        parts.append(f"{dutch.sentence(dutch.count_word(few))} {noun} te weinig respons om te tonen.")
    return " ".join(part for part in parts if part)
