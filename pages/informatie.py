"""Informatie vooraf: which of five things were clear before the request."""

from lib.figures import breakdowns
from lib.report import charts, provenance, score_tables, sentences
from lib.ui import components, theme

KEY = "informatie"
opened = components.open_channel("Informatie vooraf", lambda found: found.info_clarity is not None, "informatie vooraf")

if opened is not None and (breakdown := opened.found.info_clarity) is not None:
    finding = sentences.information_finding(breakdown)
    components.finding(finding)
    components.base_note(breakdown.n)
    components.chart(charts.breakdown_chart(breakdown, theme.palette()), finding)
    components.table(score_tables.breakdown_table("Informatie vooraf duidelijk", breakdown), "informatie")
    components.section("Per product")
    counts = opened.workspace.counts[opened.found.channel]
    rows = breakdowns.by_product(counts, counts.select(opened.selection), KEY, several=True)
    components.by_product(
        "Informatie vooraf per product",
        rows,
        ("Verloop", "Duur", "Documenten", "Kosten", "Vragen"),
        "informatie_producten",
    )
    base = "iedereen aan wie de vraag is gesteld; meer antwoorden mogen"
    given = provenance.context(opened.found, counts)
    components.explanation(
        [provenance.of_breakdown("Informatie vooraf", breakdown, base, given)], [provenance.BASE_RULE]
    )
