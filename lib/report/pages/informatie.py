"""Informatie vooraf: which of five things were clear before the request."""

from lib.report import pictures, provenance, score_tables, sentences
from lib.report.blocks import Accounts, Page, Section, Shown
from lib.report.pages.by_product import product_blocks
from lib.report.pages.opening import base_notice, open_channel
from lib.report.standing_cells import lowest_options, marks
from lib.report.view import View

SLUG, TITLE = "informatie", "Informatie vooraf"
_KEY = "informatie"
_HEADS = ("Verloop", "Duur", "Documenten", "Kosten", "Vragen")


def page(view: View) -> Page:
    """The share to whom each of five things was clear, over everyone and per product."""
    opened = open_channel(view, SLUG, TITLE, lambda found: found.info_clarity is not None, "informatie vooraf")
    if isinstance(opened, Page):
        return opened
    breakdown = opened.found.info_clarity
    assert breakdown is not None
    rows = view.by_product(opened.channel, _KEY, several=True)
    said = (sentences.information_finding(breakdown), sentences.informed_products(rows))
    finding = " ".join(sentence for sentence in said if sentence)
    return opened.page(
        SLUG,
        TITLE,
        finding,
        base_notice(breakdown.shown_n, is_indicative=breakdown.indicative),
        pictures.breakdown_picture(breakdown, finding, lowest=lowest_options(breakdown)),
        Shown(score_tables.breakdown_table("Informatie vooraf duidelijk", breakdown), "informatie"),
        Section("Per product"),
        *product_blocks("Informatie vooraf per product", rows, _HEADS, f"{_KEY}_producten", marks(rows)),
        Accounts(
            (provenance.of_breakdown(TITLE, breakdown, provenance.INFORMATION_BASE, opened.given),),
            (provenance.BASE_RULE,),
        ),
    )
