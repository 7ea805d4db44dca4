"""Products against items as tables: the heat table of the page, and what may leave the app of it."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from lib.figures.base import MINIMUM_BASE
from lib.figures.products import ProductRow, ProductTable, hidden_cells
from lib.figures.scores import Figure
from lib.report import dutch
from lib.report.score_tables import value_text
from lib.report.tables import Cell, Column, Table

TOO_FEW = f"n < {MINIMUM_BASE}"
WITHHELD = "niet getoond"
WITHHELD_RULE = (
    f"In het bestand zijn ook cellen leeg met {MINIMUM_BASE} of meer antwoorden (‘{WITHHELD}’): anders was een verborgen cel "
    "uit te rekenen door de rest van het totaal af te trekken."
)
EVERYONE = "Alle producten"
# The tint of the lowest and of the highest figure of a column.
_PALEST, _DEEPEST = 0.04, 0.42
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
    the highest; the name of a product links to the same page for that product alone (`link` gives the
    query)."""
    spans = [_span([row.figures[place] for row in table.rows]) for place in range(len(table.items))]
    body = [
        (
            Cell(row.product or "", link=link(row.product or "")),
            Cell(dutch.number(row.responses), "quiet"),
            *(_heat_cell(figure, span) for figure, span in zip(row.figures, spans, strict=True)),
        )
        for row in rows
    ]
    total = (
        Cell(EVERYONE, "own"),
        Cell(dutch.number(table.total.responses), "quiet"),
        *(Cell(_text(figure), "own", small=_small(figure)) for figure in table.total.figures),
    )
    return Table("Cijfers per product", _columns(table), (*body, total), is_dense=True)


def _columns(table: ProductTable) -> tuple[Column, ...]:
    items = (Column(label, "number") for _, label in table.items)
    return (Column("Product"), Column("Respons", "number", "Respons"), *items)


def _text(figure: Figure) -> str:
    return TOO_FEW if figure.suppressed else value_text(figure)


def _small(figure: Figure) -> str:
    return dutch.number(figure.n) + (" indicatief" if figure.indicative else "")


def _heat_cell(figure: Figure, span: tuple[Fraction, Fraction] | None) -> Cell:
    if figure.value is None or span is None:
        return Cell(TOO_FEW, "quiet", small=_small(figure))
    low, high = span
    depth = float((figure.value - low) / (high - low)) if high > low else 0.0
    return Cell(_text(figure), tint=_PALEST + depth * (_DEEPEST - _PALEST), small=_small(figure))


def _span(figures: Sequence[Figure]) -> tuple[Fraction, Fraction] | None:
    values = [figure.value for figure in figures if figure.value is not None]
    return (min(values), max(values)) if values else None


def product_file(table: ProductTable, rows: Sequence[ProductRow]) -> Table:
    """The same figures as they may leave the app: a column for each figure and one for its n, and more
    cells withheld where a hidden one could be worked out from the total."""
    hidden = hidden_cells(table)
    place_of = {row.product: place for place, row in enumerate(table.rows)}
    body = []
    for row in rows:
        cells = [Cell(row.product or ""), Cell(dutch.number(row.responses))]
        for column, figure in enumerate(row.figures):
            is_withheld = place_of[row.product] in hidden[column] and not figure.suppressed
            cells += [Cell(WITHHELD if is_withheld else value_text(figure)), Cell(dutch.number(figure.n))]
        body.append(tuple(cells))
    total = [Cell(EVERYONE), Cell(dutch.number(table.total.responses))]
    for figure in table.total.figures:
        total += [Cell(value_text(figure)), Cell(dutch.number(figure.n))]
    heads = [Column("Product"), Column("Respons", "number")]
    for _, label in table.items:
        heads += [Column(label, "number"), Column(f"n {label}", "number")]
    return Table("Cijfers per product", tuple(heads), (*body, tuple(total)))


def products_finding(table: ProductTable) -> str:
    """Where the products differ most, in the totaaloordeel or else in the first item; and who is hidden."""
    if not table.rows:
        return "In deze gegevens staat geen product."
    if not table.items:
        return "Van deze producten is geen cijfer gevraagd."
    place = next((at for at, (key, _) in enumerate(table.items) if key == "totaaloordeel"), 0)
    shown = [row for row in table.rows if table.items and row.figures[place].value is not None]
    label = table.items[place][1] if table.items else ""
    few = sum(1 for row in table.rows if not table.items or row.figures[place].value is None)
    parts = []
    if len(shown) >= 2:
        best = max(shown, key=lambda row: row.figures[place].value or 0)
        worst = min(shown, key=lambda row: row.figures[place].value or 0)
        best_text, worst_text = value_text(best.figures[place]), value_text(worst.figures[place])
        if best_text == worst_text:
            parts.append(f"Alle producten krijgen hetzelfde cijfer voor {label.lower()}: {best_text}.")
        else:
            parts.append(
                f"{best.product} scoort het hoogst op {_lower(label)} ({best_text}), {worst.product} het laagst ({worst_text})."
            )
    elif shown:
        parts.append(f"{shown[0].product}: {value_text(shown[0].figures[place])} voor {_lower(label)}.")
    if few:
        noun = "product heeft" if few == 1 else "producten hebben"
        parts.append(f"{dutch.count_word(few).capitalize()} {noun} te weinig respons om te tonen.")
    return " ".join(parts)


def _lower(label: str) -> str:
    return label if label.isupper() else label[:1].lower() + label[1:]
