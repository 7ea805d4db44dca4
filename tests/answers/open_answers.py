"""A small survey with open answers, made by hand."""

from datetime import date

from lib.answers.collection import Collection, MaskedAnswer
from lib.answers.themes import Theme
from lib.figures.selection import Selection
from lib.survey.dataset import ChannelAnswers, Survey
from tests.figures.surveys import Said, channel

JANUARY, MARCH = date(2020, 1, 14), date(2020, 3, 9)
WAITING = Theme("wachttijd", "Wachttijd", ("wachten", "rij"))
COFFEE = Theme("koffie", "Koffie", ("koffie*",))
THEMES = (WAITING, COFFEE)
# Written by the first of thirty customers each: (tip, grade), the rest only gave a grade.
WRITTEN: tuple[tuple[str, Said], ...] = (
    ("Te lang wachten", 4),
    ("Koffie van mevrouw De Vries was goed, maar wachten duurde lang", 6),
    ("Mooi", 9),
    ("Bel mij op 06-12345678 over de koffieautomaat", None),
)


def survey(*, months: bool = True) -> ChannelAnswers:
    """Thirty customers of one product: twelve of January, eighteen of March."""
    texts = [text for text, _ in WRITTEN] + [None] * 26
    grades = [grade for _, grade in WRITTEN] + [8] * 26
    days = [JANUARY] * 3 + [MARCH] * 18 + [JANUARY] * 9
    return channel({"tip": texts, "totaaloordeel": grades}, days=days if months else None, products=["Paspoort"] * 30)


def collection(*channels: ChannelAnswers) -> Collection:
    return Collection(Survey({one.channel: one for one in channels or (survey(),)}))


def masked(found: Collection, *questions: str) -> list[MaskedAnswer]:
    """All answers to these questions (tips, if none are named) of the channel balie."""
    return found.masked(Selection(), ["balie"], questions or ("tip",), THEMES)
