"""What each rule of recognition buys: the questionnaires and the withheld wordings again, without one rule at a time.

`python -m tests.benchmarks.rules`. A rule that changes nothing here is not worth its lines.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from lib.ingest.recognise import answers, columns, neighbours, words
from lib.survey.vocabulary import Lexicon
from tests.benchmarks.recognition import QUESTIONNAIRES, score
from tests.benchmarks.wordings import outcomes

_NOTHING: Callable[..., None] = lambda *_: None  # noqa: E731
_RULES: dict[str, tuple[Any, str, Any]] = {
    "a toelichting is about what stands on its left": (neighbours, "_explanation", _NOTHING),
    "a tip stands where the ja/nee says ja": (neighbours, "_tip", _NOTHING),
    "parts and options stand together": (neighbours, "_members", _NOTHING),
    "deskundigheid among parts is the part": (neighbours, "_expertise", _NOTHING),
    "an unknown noun may be another subject": (words, "_UNKNOWN_NOUN", words._UNKNOWN_WORD),
    "an unknown word says a little against": (words, "_UNKNOWN_WORD", 0.0),
    "another question's concept says against": (words, "_OTHER_CONCEPT", 0.0),
    "a text about another question is its explanation": (words, "_ANOTHER_TEXT", 0.0),
    "words of importance, another time, another subject": (words, "_OTHER_QUESTION", 0.0),
    "words of another channel": (words, "_OTHER_CHANNEL", 0.0),
    "hints": (words, "HINT", 0.0),
    "its own name": (words, "ITS_NAME", 1.0),
    "words that were cut off": (Lexicon, "starts", lambda *_: False),
    "questions of another channel": (columns, "_NOT_ITS_GRADE", 1.0),
    "statements of another channel": (columns, "_NOT_ITS_CHANNEL", 1.0),
    "five points are no grades": (answers.Answered, "is_five_points", False),
    "products are known by their names": (answers, "_PRODUCTS", 0.3),
    "outcomes of a visit belong to one question": (answers, "_OF_ONE_QUESTION", answers.UNMISTAKABLE),
    "unmistakable answers need no header": (columns, "UNMISTAKABLE", 9.0),
    "a margin to the second question": (columns, "_MARGIN", 0.0),
    "a margin to the second column": (columns, "_LEVEL", -1.0),
}


@contextmanager
def without(rule: str) -> Iterator[None]:
    """The app without one of its rules of recognition."""
    where, name, instead = _RULES[rule]
    for cached in (words.hear, words.likeness, words.spoken):
        cached.cache_clear()
    with patch.object(where, name, instead):
        yield
    for cached in (words.hear, words.likeness, words.spoken):
        cached.cache_clear()


def _measured() -> tuple[Counter[str], int, Counter[str]]:
    ends, untrue = Counter[str](), 0
    for folder in sorted(path.parent for path in QUESTIONNAIRES.glob("*/truth.json")):
        found, wrong = score(folder)
        ends += found
        untrue += len(wrong)
    return ends, untrue, Counter(end for _, _, end in outcomes())


def main() -> None:
    """Print how all columns and wordings end, with everything and without each rule."""
    print(f"{'without':52} {'right':>6} {'asked':>6} {'missed':>6} {'wrong':>6} {'untrue':>6}   wordings right, wrong")
    for rule in ("", *_RULES):
        if rule:
            with without(rule):
                ends, untrue, texts = _measured()
        else:
            ends, untrue, texts = _measured()
        cells = " ".join(f"{ends[end]:6}" for end in ("right", "asked", "missed", "wrong"))
        print(f"{rule or '(nothing)':52} {cells} {untrue:6}   {texts['right']:6} {texts['wrong']:3}", flush=True)


if __name__ == "__main__":
    main()
