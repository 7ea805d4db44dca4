"""Files that a user saved while reading tips: a list of themes, or a choice of what may be shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lib.answers import choice, themes
from lib.answers.choice import Choice
from lib.answers.themes import Theme
from lib.survey.problems import Problem, Severity


@dataclass(frozen=True)
class TipsRead:
    """What such a file gave: themes or a choice (empty where it gave none), and what was wrong with it."""

    file: str
    themes: tuple[Theme, ...] = ()
    choice: Choice = field(default_factory=Choice)
    problems: tuple[Problem, ...] = ()


def is_saved(data: bytes) -> bool:
    """Whether a file is one of these."""
    return themes.looks_like_themes(data) or choice.looks_like_choice(data)


def read(file: str, data: bytes) -> TipsRead:
    """What is in a file of which `is_saved`. Never raises for what is in the file."""
    if themes.looks_like_themes(data):
        found, wrong = themes.from_json(data)
        return TipsRead(file, themes=found, problems=_problems(file, wrong, "themes_refused", bool(found)))
    chosen, wrong = choice.from_json(data)
    return TipsRead(file, choice=chosen, problems=_problems(file, wrong, "choice_refused", bool(chosen)))


def themes_beside_mapping(file: str, rows: object) -> TipsRead:
    """The themes that were saved together with the mapping of columns."""
    found, wrong = themes.checked(rows)
    return TipsRead(file, themes=found, problems=_problems(file, wrong, "themes_refused", bool(found)))


_REMEDIES = {
    "themes_refused": "Pas de themalijst aan op Verbetertips en bewaar haar opnieuw.",
    "choice_refused": "Lees de gekozen tips na op Verbetertips en bewaar de keuze opnieuw.",
}


def _problems(file: str, sentences: Iterable[str], code: str, is_usable: bool) -> tuple[Problem, ...]:
    severity: Severity = "warning" if is_usable else "error"
    return tuple(Problem(code, severity, sentence, file=file, remedy=_REMEDIES[code]) for sentence in sentences)
