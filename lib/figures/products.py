"""Every figure per product: the table of products against items."""

from dataclasses import dataclass
from fractions import Fraction

from lib.figures import suppression
from lib.figures.base import Precision
from lib.figures.breakdowns import options_of
from lib.figures.counts import Counts, SelectedCounts
from lib.figures.scores import Score, score
from lib.figures.suppression import Group
from lib.survey.catalogue import FIGURE_KINDS
from lib.survey.scales import FIRST_VALID


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


def hidden_cells(table: ProductTable) -> tuple[frozenset[int], ...]:
    """Per item the places of the rows whose cell stays empty in what leaves the app, those under ten
    answers included, so that no hidden cell follows from the total and the rest."""
    rows = (*table.rows, *((table.rest,) if table.rest is not None else ()))
    return tuple(
        suppression.hidden(
            [_group(row.figures[place], is_printed=row.product is not None) for row in rows],
            suppression.SCALES[table.total.figures[place].unit],
        )
        for place in range(len(table.items))
    )


def _group(figure: Score, *, is_printed: bool) -> Group:
    return Group(figure.n, (figure.total,), is_printed)


def hidden_products(table: ProductTable, key: str) -> frozenset[str]:
    """The products whose figure for one item stays hidden in what leaves the app."""
    place = [item for item, _ in table.items].index(key)
    return frozenset(str(table.rows[row].product) for row in hidden_cells(table)[place])


def hidden_in_breakdown(counts: Counts, selected: SelectedCounts, key: str) -> frozenset[str]:
    """The products whose shares of a question stay hidden in what leaves the app. Where several answers
    are allowed, each option is a question of its own, and a product hidden for one is hidden whole."""
    one = [counts.answers[key]] if key in counts.answers else []
    asked = one or [counts.answers[item.key] for _, item in options_of(counts, key) if item.key in counts.answers]
    names = (*counts.products, None)
    found: set[str] = set()
    for answers in asked:
        of = selected.matrix[:, selected.columns[answers.item.key]][:, FIRST_VALID:]
        groups = [
            Group(sum(row), tuple(Fraction(count) for count in row), name is not None)
            for name, row in zip(names, of.tolist(), strict=True)
        ]
        found |= {name for place in suppression.hidden(groups, suppression.SHARE) if (name := names[place]) is not None}
    return frozenset(found)
