"""Toelichting: every term and rule, in words for a council member."""

from lib.report import explanations
from lib.ui import components, state

components.open_page("Toelichting")
components.finding("Wat elk cijfer betekent, hoe het is gemaakt en wat u er niet uit mag afleiden.")
workspace = state.workspace()
if workspace.is_sample:
    components.note(
        "De geopende voorbeelddata zijn verzonnen. Zij zijn zo gemaakt dat de cijfers van de gedrukte factsheet van 2020 "
        "eruit komen; geen antwoord en geen tip is van een echte klant. De BM van telefoon is ook verzonnen."
    )
for section in explanations.sections(workspace.counts):
    components.section(section.title)
    for paragraph in section.paragraphs:
        components.paragraph(paragraph)
