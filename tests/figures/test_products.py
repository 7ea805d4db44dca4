"""Products against items: each cell is the figure of that product alone."""

from collections.abc import Mapping, Sequence

from lib.figures.counts import count
from lib.figures.products import product_table
from lib.figures.scores import score
from lib.figures.selection import Selection
from tests.figures.surveys import Said, channel

SAID: Mapping[str, Sequence[Said]] = {
    "totaaloordeel": [8, 9] * 15 + [6] * 12 + [4] * 3,
    "ces": ["weinig"] * 30 + ["veel"] * 12 + [None] * 3,
    "privacy": [7] * 8 + [None] * 22 + [5] * 12 + [9] * 3,
}
PRODUCTS = [*["Paspoort"] * 30, *["Rijbewijs"] * 12, *[None] * 3]
COUNTS = count(channel(SAID, products=PRODUCTS))


def test_every_cell_is_that_of_the_product_selected_alone() -> None:
    made = product_table(COUNTS, COUNTS.select(Selection()))
    assert [(row.product, row.responses) for row in made.rows] == [("Paspoort", 30), ("Rijbewijs", 12)]
    for row in made.rows:
        alone = COUNTS.select(Selection(products=(str(row.product),)))
        assert row.figures == tuple(score(COUNTS.answers[key], alone.of(key)) for key, _ in made.items)
    assert [figure.suppressed for figure in made.rows[0].figures] == [False, False, True]


def test_who_has_no_product_is_in_the_total_only() -> None:
    made = product_table(COUNTS, COUNTS.select(Selection()))
    assert made.rest is not None
    assert made.rest.responses == 3
    assert made.total.responses == 45
    assert product_table(COUNTS, COUNTS.select(Selection(products=("Paspoort",)))).rest is None
