"""Toelichting: every term and rule, in words for a council member."""

from lib.report import explanations
from lib.report.blocks import Block, Page, Section, Text
from lib.report.view import View

SLUG, TITLE = "toelichting", "Toelichting"
_SAMPLE = (
    "De geopende voorbeelddata zijn verzonnen. Zij zijn zo gemaakt dat de cijfers van de gedrukte factsheet van 2020 "
    "eruit komen; geen antwoord en geen tip is van een echte klant. De BM van telefoon is ook verzonnen."
)


def page(view: View) -> Page:
    """A section per term, with how it is made for these data."""
    blocks: list[Block] = [Text(_SAMPLE, is_quiet=True)] if view.session.is_sample else []
    for section in explanations.sections(view.session.counts):
        blocks += [Section(section.title), *(Text(paragraph) for paragraph in section.paragraphs)]
    finding = "Wat elk cijfer betekent, hoe het is gemaakt en wat u er niet uit mag afleiden."
    return Page(SLUG, TITLE, "", finding, tuple(blocks))
