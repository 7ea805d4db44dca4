"""Toelichting: every term and rule, in words for a council member."""

from lib.report import dutch, explanations
from lib.report.blocks import Block, Contents, Control, Page, Section, Sentences, Text
from lib.report.explanations import Section as Explained
from lib.report.view import View

SLUG, TITLE = "toelichting", "Toelichting"
_SAMPLE = (
    "De geopende voorbeelddata zijn verzonnen. Zij zijn zo gemaakt dat de cijfers van de gedrukte factsheet van 2020 "
    "eruit komen; geen antwoord en geen tip is van een echte klant. De BM van telefoon is ook verzonnen."
)
_FINDING = "Wat elk cijfer betekent, hoe het is gemaakt en wat u er niet uit mag afleiden."


def page(view: View) -> Page:
    """A section per term, the short answer first, with how it is made for these data folded under it; of what is searched
    for only the sections that hold it, unfolded."""
    typed = view.choices.get("begrip", "").strip()
    every = explanations.sections(view.session.counts)
    found = [section for section in every if section.holds(typed)]
    blocks: list[Block] = []
    if not typed or not found:
        blocks.append(Contents("Inhoud", tuple((section.title, section.anchor) for section in every)))
    for section in found or every:
        blocks += _section(section, is_open=bool(typed and found))
    if view.session.is_sample:
        blocks.append(Text(_SAMPLE, is_quiet=True))
    control = Control("begrip", "Zoek een begrip", (), typed, "search")
    return Page(SLUG, TITLE, "", _finding(typed, len(found)), tuple(blocks), choices=(control,))


def _finding(typed: str, count: int) -> str:
    if not typed:
        return _FINDING
    if count == 0:
        return f"‘{typed}’ staat niet in de toelichting. Hieronder staat alles."
    parts = dutch.verb(count, "onderdeel gaat", "onderdelen gaan")
    return f"{dutch.sentence(dutch.count_word(count))} {parts} over ‘{typed}’."


def _section(section: Explained, *, is_open: bool) -> tuple[Block, ...]:
    first, *more = section.paragraphs
    head = (Section(section.title, section.anchor), Text(first))
    if is_open:
        return (*head, *map(Text, more))
    return (*head, Sentences(tuple(more), f"Meer over {dutch.in_running_text(section.title)}")) if more else head
