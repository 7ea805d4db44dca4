"""Tables of open answers: those that were approved to be shown, and the log of what is covered."""

from collections.abc import Iterable, Mapping

from lib.answers.choice import Choice
from lib.answers.collection import MaskedAnswer
from lib.answers.masking import KINDS
from lib.report import dutch
from lib.report.listing import grade_text
from lib.report.tables import Cell, Column, Table
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.visible import visible

_QUESTIONS = {"tip": "Verbetertip", "toelichting": "Toelichting"}


def approved(choice: Choice, masked: Iterable[MaskedAnswer]) -> list[tuple[MaskedAnswer, str]]:
    """The answers among these that may be shown, each with the text that was approved, in the order of
    choosing. Nothing else of open answers may leave the app."""
    known = {one.key: one for one in masked}
    return [(known[key], visible(text)) for key, text in choice.texts.items() if key in known]


def approved_table(shown: Iterable[tuple[MaskedAnswer, str]]) -> Table:
    """The approved texts with what may be told of who wrote them, for files."""
    columns = ("Kanaal", "Soort", "Product", "Maand", "Cijfer", "Tekst")
    rows = []
    for one, text in shown:
        about = one.about
        month = dutch.NO_VALUE if about.month is None else dutch.month(about.month)
        product = dutch.NO_VALUE if about.product is None else visible(about.product)
        kind = _QUESTIONS.get(about.question, "Open antwoord")
        texts = (CHANNEL_LABELS[about.channel], kind, product, month, grade_text(about), text)
        rows.append(tuple(Cell(each) for each in texts))
    return Table("Gekozen tips", tuple(Column(name) for name in columns), tuple(rows))


def covered_table(log: Mapping[tuple[str, str], Mapping[str, int]], labels: Mapping[str, str]) -> Table:
    """How often each kind of personal data is covered, per channel and question; only numbers, never what was
    covered. `labels`: of the questions by their key."""
    kinds = [kind for kind in KINDS if any(kind in counts for counts in log.values())]
    columns = (Column("Open vraag"), *(Column(kind.capitalize(), "number") for kind in kinds))
    rows = [
        (
            Cell(f"{CHANNEL_LABELS[channel]}, {visible(labels.get(question, question)).lower()}"),
            *(Cell(dutch.number(counts.get(kind, 0))) for kind in kinds),
        )
        for (channel, question), counts in log.items()
        if counts
    ]
    return Table("Wat er in open antwoorden is afgedekt", columns, tuple(rows))
