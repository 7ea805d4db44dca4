"""Producten: every figure per product, side by side."""

import streamlit as st

from lib.figures.products import product_table
from lib.report import product_tables, provenance
from lib.ui import components, filters

opened = components.open_channel("Producten", lambda found: found.has_products, "naar een product")

if opened is not None:
    channel = opened.found.channel
    counts = opened.workspace.counts[channel]
    table = product_table(counts, counts.select(opened.selection))
    components.finding(product_tables.products_finding(table))
    left, right, _ = st.columns([2, 2, 3], vertical_alignment="bottom")
    by = left.selectbox("Sorteer op", product_tables.sort_options(table), key="sorteer", bind="query-params")
    lowest_first = right.toggle("Laagste eerst", key="laagste_eerst", bind="query-params")
    rows = product_tables.sorted_rows(table, by, lowest_first=lowest_first)
    tint = f" {product_tables.TINT_RULE}" if table.items else ""
    components.note(f"Kies een product om alleen de antwoorden daarover te zien.{tint}")
    components.table(
        product_tables.heat_table(table, rows, lambda name: filters.address(channel, name)),
        f"producten_{channel}",
        in_file=product_tables.product_file(table, rows),
    )
    given = provenance.context(opened.found, counts)
    accounts = [provenance.of_figure(figure, given) for figure in table.total.figures]
    if opened.found.custom:
        components.section("Eigen vragen per product")
        own = dict(opened.found.custom)
        label = st.selectbox("Eigen vraag", list(own), key="eigen_vraag", bind="query-params")
        key, heads = own[label].item, [option.label for option in own[label].options]
        components.by_product(opened, key, f"{label} per product", heads, several=key not in counts.answers)
        accounts.append(provenance.of_breakdown(label, own[label], provenance.CUSTOM_BASE, given))
    components.explanation(
        accounts,
        [
            "Elk cijfer is gemaakt als dat van alle producten samen, over de klanten met dat product.",
            provenance.BASE_RULE,
            product_tables.WITHHELD_RULE,
        ],
    )
