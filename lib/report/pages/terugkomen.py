"""Terugkomen: who was helped in one go, and why others have to come back."""

from lib.report import dutch, pictures, provenance, score_tables, sentences
from lib.report.blocks import Accounts, Headline, Page, Section, Shown
from lib.report.pages.by_product import product_blocks
from lib.report.pages.opening import base_notice, open_channel
from lib.report.standing_cells import marks
from lib.report.view import View

SLUG, TITLE = "terugkomen", "Terugkomen"
_KEY = "herhaalbezoek"
_HEADS = ("In één keer", "Ophalen", "Documenten", "Andere reden", "Weet niet")


def page(view: View) -> Page:
    """The share helped in one go, every reason to come back, and both per product."""
    opened = open_channel(view, SLUG, TITLE, lambda found: found.repeat_visit is not None, "terugkomen")
    if isinstance(opened, Page):
        return opened
    breakdown = opened.found.repeat_visit
    assert breakdown is not None
    rows = view.by_product(opened.channel, _KEY)
    said = (sentences.repeat_visit_finding(breakdown), sentences.returning_products(rows))
    finding = " ".join(sentence for sentence in said if sentence)
    first = breakdown.options[0].share
    headline = Headline(dutch.percent(first), "werd in één keer geholpen", score_tables.base_words(breakdown.shown_n))
    return opened.page(
        SLUG,
        TITLE,
        finding,
        None if breakdown.suppressed else headline,
        base_notice(breakdown.shown_n, is_indicative=breakdown.indicative),
        pictures.breakdown_picture(breakdown, finding, accent="in_een_keer"),
        Shown(score_tables.breakdown_table(TITLE, breakdown), "terugkomen"),
        Section("Per product"),
        *product_blocks("Terugkomen per product", rows, _HEADS, f"{_KEY}_producten", marks(rows, ("documenten",))),
        Accounts(
            (provenance.of_breakdown(TITLE, breakdown, provenance.REPEAT_VISIT_BASE, opened.given),),
            (provenance.BASE_RULE,),
        ),
    )
