"""Producten: every figure per product, side by side."""

from lib.report import product_tables, provenance
from lib.report.address import query
from lib.report.blocks import Accounts, Block, Control, Page, Section, Shown, Text
from lib.report.pages.by_product import product_blocks
from lib.report.pages.opening import Opened, open_channel
from lib.report.view import View

SLUG, TITLE = "producten", "Producten"


def page(view: View) -> Page:
    """All figures of all products with a tint where they stand out, and a custom question per product."""
    opened = open_channel(view, SLUG, TITLE, lambda found: found.has_products, "naar een product")
    if isinstance(opened, Page):
        return opened
    channel = opened.channel
    table = view.products(channel)
    options = tuple(product_tables.sort_options(table))
    by = view.choice("sorteer", options)
    lowest_first = view.choice("laagste_eerst", ("nee", "ja"))
    rows = product_tables.sorted_rows(table, by, lowest_first=lowest_first == "ja")
    tint = f" {product_tables.TINT_RULE}" if table.items else ""
    shown = product_tables.product_file(table, rows)
    if view.audience != "publish":
        shown = product_tables.heat_table(table, rows, lambda name: query(view.selection, channel, name))
    custom, accounts = _custom(opened)
    return opened.page(
        SLUG,
        TITLE,
        product_tables.products_finding(table),
        Text(f"Een klik op een kop sorteert; een klik op een product toont alleen dat product.{tint}", is_quiet=True),
        Shown(shown, f"producten_{channel}"),
        *custom,
        Accounts(
            (*(provenance.of_figure(figure, opened.given) for figure in table.total.figures), *accounts),
            (
                "Elk cijfer is gemaakt als dat van alle producten samen, over de klanten met dat product.",
                provenance.BASE_RULE,
                product_tables.WITHHELD_RULE,
            ),
        ),
    )


def _custom(opened: Opened) -> tuple[tuple[Block, ...], tuple[provenance.Account, ...]]:
    """One of the custom questions per product, to choose, with its account."""
    custom = dict(opened.found.custom)
    if not custom:
        return (), ()
    view, channel = opened.view, opened.channel
    label = view.choice("eigen_vraag", list(custom))
    found = custom[label]
    rows = view.by_product(channel, found.item, several=view.is_several(channel, found.item))
    heads = [option.label for option in found.options]
    blocks = (
        Section("Eigen vragen per product"),
        Control("eigen_vraag", "Eigen vraag", tuple(custom), label),
        *product_blocks(f"{label} per product", rows, heads, f"{found.item}_producten"),
    )
    return blocks, (provenance.of_breakdown(label, found, provenance.CUSTOM_BASE, opened.given),)
