"""The breakdown of a question per product, as blocks."""

from collections.abc import Sequence
from types import MappingProxyType

from lib.figures.breakdowns import Breakdown
from lib.report import dutch, score_tables
from lib.report.blocks import Block, Shown, Text
from lib.report.standing_cells import Marks


def product_blocks(
    caption: str,
    rows: Sequence[tuple[str, Breakdown]],
    heads: Sequence[str],
    name: str,
    marks: Marks = MappingProxyType({}),
) -> tuple[Block, ...]:
    """The table of the products that may be shown, and the names of those with too few answers. `marks`: which shares
    stand out among the products."""
    if not rows:
        return (Text("In deze gegevens staat geen product.", is_quiet=True),)
    table = score_tables.breakdown_by_product_table(caption, rows, heads, marks)
    few = [
        product + (f" (n = {dutch.number(found.shown_n)})" if found.shown_n is not None else "")
        for product, found in rows
        if found.suppressed
    ]
    words = f"Te weinig respons om te tonen: {dutch.enumerate_words(few)}."
    return (*([Shown(table, name)] if table.rows else []), *([Text(words, is_quiet=True)] if few else []))
