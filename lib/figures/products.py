"""Every figure per product: the table of products against items."""

from dataclasses import dataclass

from lib.figures.base import Precision
from lib.figures.counts import Counts, SelectedCounts
from lib.figures.scores import Score, score
from lib.survey.catalogue import FIGURE_KINDS


@dataclass(frozen=True)
class ProductRow:
    """One product (None: not known) with its respons and a figure for every column of the table."""

    product: str | None
    responses: int
    figures: tuple[Score, ...]
    precision: Precision = "exact"  # of the respons


@dataclass(frozen=True)
class ProductTable:
    """Products against items. `items`: key and label of each column, in table order. `rows`: the products
    that have respondents, largest respons first. `rest`: respondents without a product, if any.
    `total`: everyone in the selection."""

    items: tuple[tuple[str, str], ...]
    rows: tuple[ProductRow, ...]
    rest: ProductRow | None
    total: ProductRow


def product_table(counts: Counts, selected: SelectedCounts) -> ProductTable:
    """The grades, statements and effort score of every product of a selection, without the parts of an
    aspect. Each cell has its own base."""
    answers = {
        key: found
        for key, found in counts.answers.items()
        if found.item.kind in FIGURE_KINDS and found.item.part_of is None
    }

    def row(product: str | None, place: int) -> ProductRow:
        figures = (score(found, selected.matrix[place, selected.columns[key]]) for key, found in answers.items())
        return ProductRow(product, int(selected.matrix[place, 0]), tuple(figures))

    rows = [row(name, place) for place, name in enumerate(counts.products) if selected.matrix[place, 0]]
    rest = row(None, len(counts.products)) if selected.matrix[-1, 0] else None
    total = ProductRow(
        None, selected.respondents, tuple(score(found, selected.of(key)) for key, found in answers.items())
    )
    return ProductTable(
        tuple((key, found.item.label) for key, found in answers.items()),
        tuple(sorted(rows, key=lambda found: (-found.responses, found.product or ""))),
        rest,
        total,
    )
