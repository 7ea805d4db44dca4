"""Terugkomen: who was helped in one go, and why others have to come back."""

from lib.report import charts, provenance, score_tables, sentences
from lib.ui import components, theme

KEY = "herhaalbezoek"
opened = components.open_channel("Terugkomen", lambda found: found.repeat_visit is not None, "terugkomen")

if opened is not None and (breakdown := opened.found.repeat_visit) is not None:
    by_product = components.rows_by_product(opened, KEY)
    told = (sentences.repeat_visit_finding(breakdown), sentences.returning_products(by_product))
    finding = " ".join(sentence for sentence in told if sentence)
    if not breakdown.suppressed:
        components.headline(breakdown.options[0].share, "werd in één keer geholpen", breakdown.n)
    components.finding(finding)
    components.base_note(breakdown.n)
    components.chart(charts.breakdown_chart(breakdown, theme.palette(), accent="in_een_keer"), finding)
    components.table(score_tables.breakdown_table("Terugkomen", breakdown), "terugkomen")
    components.section("Per product")
    components.by_product(
        opened,
        KEY,
        "Terugkomen per product",
        ("In één keer", "Ophalen", "Documenten", "Andere reden", "Weet niet"),
    )
    given = provenance.context(opened.found, opened.workspace.counts[opened.found.channel])
    components.explanation(
        [provenance.of_breakdown("Terugkomen", breakdown, provenance.REPEAT_VISIT_BASE, given)], [provenance.BASE_RULE]
    )
