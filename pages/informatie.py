"""Informatie vooraf: which of five things were clear before the request."""

from lib.report import charts, provenance, score_tables, sentences
from lib.ui import components, theme

KEY = "informatie"
opened = components.open_channel("Informatie vooraf", lambda found: found.info_clarity is not None, "informatie vooraf")

if opened is not None and (breakdown := opened.found.info_clarity) is not None:
    by_product = components.rows_by_product(opened, KEY, several=True)
    told = (sentences.information_finding(breakdown), sentences.informed_products(by_product))
    finding = " ".join(sentence for sentence in told if sentence)
    components.finding(finding)
    components.base_note(breakdown.n)
    components.chart(charts.breakdown_chart(breakdown, theme.palette()), finding)
    components.table(score_tables.breakdown_table("Informatie vooraf duidelijk", breakdown), "informatie")
    components.section("Per product")
    components.by_product(
        opened,
        KEY,
        "Informatie vooraf per product",
        ("Verloop", "Duur", "Documenten", "Kosten", "Vragen"),
        several=True,
    )
    given = provenance.context(opened.found, opened.workspace.counts[opened.found.channel])
    components.explanation(
        [provenance.of_breakdown("Informatie vooraf", breakdown, provenance.INFORMATION_BASE, given)],
        [provenance.BASE_RULE],
    )
