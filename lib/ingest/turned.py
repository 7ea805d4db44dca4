"""Headers that look like a question and ask something else: the reverse of it, or another unit.

"Het formulier was moeilijk in te vullen" is nearly the same text as "makkelijk", and its answers mean
the opposite; "Wachttijd (min)" holds no grades, however well its numbers fit.
"""

from collections.abc import Sequence

import numpy as np

from lib.ingest.likeness import Target
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
_MEANT = ("grade", "agree", "effort")  # kinds whose answers would turn round without a sign


def turned(headers: Sequence[str], targets: Sequence[Target]) -> np.ndarray:
    """For each header and target, [headers, targets], whether a word in the header turns the question
    round or asks for another unit."""
    known = [target.words for target in targets]
    # What stands behind the question mark explains the question ("een 1 is heel slecht").
    asked = [frozenset(normalise(header.split("?")[0].replace("€", " euro ")).split()) for header in headers]
    return np.array(
        [
            [target.item.kind in _MEANT and _is_turned(words, own) for target, own in zip(targets, known, strict=True)]
            for words in asked
        ]
    )


def _is_turned(words: frozenset[str], own: frozenset[str]) -> bool:
    others = words - own
    return bool(others & (_REVERSING | _OTHER_UNITS)) or any(_is_negated(word, own) for word in others)


def _is_negated(word: str, own: frozenset[str]) -> bool:
    """Whether a word is one of the question's own with "on" in it: onduidelijk, gebruiksonvriendelijk."""
    places = (place for place in range(len(word)) if word.startswith("on", place))
    return any(word[:place] + word[place + 2 :] in own for place in places)
