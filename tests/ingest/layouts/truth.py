"""What sixty people at the desk and sixty at the digital counter answered, apart from any file layout."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from lib.survey import catalogue
from lib.survey.catalogue import Item

OUTSIDE = "weet niet"  # in the place of an answer: asked, and no opinion
Answer = int | str | frozenset[str] | None  # a grade, the key of a point, a text, the keys of options, or nothing

# The words in which the questionnaire asks, by item; an item is otherwise asked by its label.
TEXTS = {
    "totaaloordeel": "Welk rapportcijfer geeft u voor de manier waarop u in het algemeen bent geholpen?",
    "ces": "Hoeveel moeite heeft u persoonlijk moeten doen om uw vraag/klacht afgehandeld te krijgen?",
    "toelichting": "Kunt u uw rapportcijfer toelichten?",
    "tip_ja": "Heeft u nog suggesties?",
    "tip": "Zo ja, welke suggesties heeft u?",
    "herhaalbezoek": "Bent u in één keer geholpen of moet u nog een keer terugkomen?",
    "informatie": "Was vooraf duidelijk",
    "hostmanship_oplossingen": "Oplossingen of ideeën aandragen waar u zelf nog niet aan had gedacht",
}
ASKED = {
    "balie": ("totaaloordeel", "toelichting", "openingstijden", "wachtruimte", "wachttijd", "prijs", "hostmanship_bereidheid",
              "hostmanship_oplossingen", "ces", "herhaalbezoek", "tip_ja", "tip"),
    "digitaal": ("totaaloordeel", "toelichting", "aanvraag_eenvoudig", "loket_vindbaar", "info_duidelijk", "formulier_taal",
                 "ces", "informatie", "tip_ja", "tip"),
}  # fmt: skip
PRODUCTS = {
    "balie": ("Paspoort", "Rijbewijs", "Uittreksel BRP", None),
    "digitaal": ("VOG", "Verhuizing, binnenland", None),
}
OPEN_ANSWERS = (
    "Prima geholpen; snel, vriendelijk", "Lange rij,\nweinig stoelen", 'De knop "Verder" deed niets', "Privé en café: één euro",
    "-5 minuten wachten zou mooi zijn", "Ik moest terugkomen om een andere reden",
)  # fmt: skip


@dataclass(frozen=True)
class Respondent:
    """One returned questionnaire; `answers` by item key."""

    number: int
    day: date
    product: str | None
    answers: dict[str, Answer]


@dataclass(frozen=True)
class Returned:
    """All returned questionnaires of a channel, and the questions in the order asked."""

    channel: str
    questions: tuple[Item, ...]
    respondents: tuple[Respondent, ...]


@dataclass(frozen=True)
class Layout:
    """A way to write questionnaires: the name of the file, and the file."""

    name: str
    write: Callable[[Returned], tuple[str, bytes]]


def question(item: Item) -> str:
    """The words in which an item is asked."""
    return TEXTS.get(item.key, item.label)


def label(item: Item, answer: Answer, outside: str = OUTSIDE) -> str:
    """An answer to a question with one answer, as text."""
    if answer is None:
        return ""
    if answer == OUTSIDE:
        return outside
    return next((point.label for point in item.points if point.key == answer), str(answer))


def chosen(item: Item, answer: Answer) -> list[str] | None:
    """The texts of the options chosen, in the order of the questionnaire; None where it was not asked."""
    if not isinstance(answer, frozenset):
        return None
    return [point.label for point in item.points if point.key in answer]


def returned(channel: str) -> Returned:
    """Sixty questionnaires, always the same, with every kind of answer and of gap in them."""
    dice = Random(20200102 if channel == "balie" else 20200103)
    items = tuple(item for key in ASKED[channel] if (item := catalogue.find(key)) is not None)
    people = tuple(_respondent(number, channel, items, dice) for number in range(1, 61))
    return Returned(channel, items, people)


def _respondent(number: int, channel: str, items: Sequence[Item], dice: Random) -> Respondent:
    answers = {item.key: _answer(item, dice) for item in items}
    if answers["tip_ja"] != "ja":
        answers["tip"] = None
    answers["totaaloordeel"] = dice.randint(5, 10)  # so that everyone is a respondent
    day = date(2020, 1, 2) + timedelta(days=dice.randrange(363))
    return Respondent(1000 + number, day, dice.choice(PRODUCTS[channel]), answers)


def _answer(item: Item, dice: Random) -> Answer:
    if dice.random() < 0.15:
        return None
    if item.kind == "grade":
        return OUTSIDE if dice.random() < 0.1 else dice.randint(3, 10)
    if item.kind == "text":
        return dice.choice(OPEN_ANSWERS)
    keys = [point.key for point in item.points]
    if item.kind == "multi":
        # At least one: a file that only marks can't tell nothing chosen from not asked.
        return frozenset(dice.sample(keys, dice.randint(1, len(keys))))
    return OUTSIDE if item.kind in ("agree", "effort") and dice.random() < 0.1 else dice.choice(keys)
