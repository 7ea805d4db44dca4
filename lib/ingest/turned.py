"""Headers that look like a question and ask something else: the reverse of it, another unit, more about
another question, or the effort for something else.

"Het formulier was moeilijk in te vullen" is nearly the same text as "makkelijk", and its answers mean
the opposite; "Wachttijd (min)" holds no grades, however well its numbers fit.
"""

import re
from collections.abc import Sequence

import numpy as np

from lib.ingest.headers import question_and_option
from lib.ingest.likeness import Target, items_named, words_beside
from lib.survey.words import normalise

# A header with one of these words is only the question that has the word in its own wordings.
_REVERSING = frozenset(
    [
        "niet",
        "geen",
        "nooit",
        "nauwelijks",
        "onvoldoende",
        "slecht",
        "slechte",
        "slechter",
        "moeilijk",
        "moeilijke",
        "lastig",
        "lastige",
        "ingewikkeld",
        "ingewikkelde",
        "verwarrend",
        "vervelend",
        "onprettig",
        "traag",
        "langzaam",
    ]
)
_OTHER_UNITS = frozenset(
    [
        "min",
        "minuut",
        "minuten",
        "sec",
        "seconden",
        "uur",
        "uren",
        "dag",
        "dagen",
        "werkdagen",
        "week",
        "weken",
        "maand",
        "maanden",
        "euro",
        "eur",
        "bedrag",
        "aantal",
        "jaartal",
        "percentage",
    ]
)
_ASKED_FOR = frozenset(
    """
    paspoort reisdocument identiteitskaart rijbewijs uittreksel akte verklaring vog verhuizing verhuizen huwelijk geboorteaangifte
    aangifte naturalisatie vergunning parkeervergunning omgevingsvergunning uitkering subsidie ontheffing product producten
    dienst diensten document documenten zaken zaak bezwaar balie telefoon website digitaal loket contact bezoek antwoord
    """.split()
)
_CODES_EXPLAINED = re.compile(r"\([^()]*=[^()]*\)")
_EXPLAINED = ("totaaloordeel", "toelichting", "tip_ja", "tip")  # what open questions of the catalogue go with
_MEANT = ("grade", "agree", "effort")  # kinds whose answers would turn round without a sign


def turned(headers: Sequence[str], targets: Sequence[Target]) -> np.ndarray:
    """For each header and target, [headers, targets], whether a word in the header turns the question
    round or asks for another unit."""
    known = [target.words for target in targets]
    # What stands behind the question mark, or says what a code means, explains the question ("een 1 is heel slecht").
    questions = [_CODES_EXPLAINED.sub(" ", header.split("?")[0]).replace("€", " euro ") for header in headers]
    asked = [frozenset(normalise(question).split()) for question in questions]
    return np.array(
        [
            [target.item.kind in _MEANT and _is_turned(words, own) for target, own in zip(targets, known, strict=True)]
            for words in asked
        ]
    )


def effort_for_another(headers: Sequence[str], targets: Sequence[Target]) -> np.ndarray:
    """For each header and target, [headers, targets], whether the header asks what effort something else took
    than getting helped: parking, making an appointment. What was asked for may be named."""
    words = [set(words_beside(header, "", "ces")) - _ASKED_FOR for header in headers]
    is_effort = np.array([target.item.kind == "effort" for target in targets], dtype=bool)
    return np.logical_and.outer(np.array([bool(left) for left in words], dtype=bool), is_effort)


def about_another(headers: Sequence[str], targets: Sequence[Target]) -> np.ndarray:
    """For each header and target, [headers, targets], whether the header asks for words about the answer to
    another question ("Wachttijd - Toelichting"), where the target asks for those about the totaaloordeel."""
    parts = [question_and_option(header) for header in headers]
    named = items_named(["" if part is None else part[0] for part in parts])
    other = np.array([key is not None and key not in _EXPLAINED for key in named], dtype=bool)
    is_text = np.array([target.item.kind == "text" for target in targets], dtype=bool)
    return np.logical_and.outer(other, is_text)


def _is_turned(words: frozenset[str], own: frozenset[str]) -> bool:
    others = words - own
    return bool(others & (_REVERSING | _OTHER_UNITS)) or any(_is_negated(word, own) for word in others)


def _is_negated(word: str, own: frozenset[str]) -> bool:
    """Whether a word is one of the question's own with "on" in it: onduidelijk, gebruiksonvriendelijk."""
    places = (place for place in range(len(word)) if word.startswith("on", place))
    return any(word[:place] + word[place + 2 :] in own for place in places)
