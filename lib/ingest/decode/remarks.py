"""A respondent's own words in the cell of a question with fixed answers: "Ja, namelijk meer stoelen"."""

import re
from collections.abc import Sequence

from lib.ingest.decode.codes import FIRST_WORD_AND_MORE, decode, number_of, option_of
from lib.ingest.decode.several_answers import read_several
from lib.survey import scales
from lib.survey.catalogue import Item
from lib.survey.scales import UNREADABLE
from lib.survey.words import is_placeholder, normalise

_BEHIND = re.compile(r"^[\s,:;.()–-]*(?:namelijk|nl|te weten)?[\s,:;.)–-]*", re.IGNORECASE)
_LONGEST_GRADE = 4  # words; "9 - zeer goed"


def holds_own_words(item: Item, cell: object) -> bool:
    """Whether a cell holds words of the respondent, beside or instead of an answer that the item knows."""
    if item.kind in ("text", "respondent"):
        return True
    if item.is_background or number_of(cell) is not None:
        return False
    if item.kind == "multi":
        return bool(read_several(item, [cell])[1][0])
    if item.kind == "choice" and item.custom:
        words, _ = option_of(cell)
        return normalise(cell) != normalise(words) and scales.outside_code(normalise(cell)) is None
    if item.kind in ("yes_no", "choice"):
        return normalise(cell) not in _known(item) and scales.outside_code(normalise(cell)) is None
    if item.kind == "grade" and len(normalise(cell).split()) > _LONGEST_GRADE:
        return True
    return bool(decode(item, [cell]).codes[0] == UNREADABLE)


def _known(item: Item) -> set[str]:
    """Every answer that is the questionnaire's own."""
    words = {word for point in item.points for word in point.words()}
    if item.kind == "yes_no":
        words |= scales.YES_WORDS | scales.NO_WORDS | {normalise(word) for word in (item.label, *item.wordings)}
    return words


def behind_yes(cells: Sequence[object]) -> list[str | None]:
    """What distinct cells say after "ja", or None where they say no more than that."""
    return [_behind_yes(cell) for cell in cells]


def _behind_yes(cell: object) -> str | None:
    match = FIRST_WORD_AND_MORE.match(cell) if isinstance(cell, str) else None
    if match is None or normalise(match["word"]) not in scales.YES_WORDS:
        return None
    words = _BEHIND.sub("", match["more"]).strip()
    return None if is_placeholder(words) else words
