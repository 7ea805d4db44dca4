"""What stands around a column as evidence: the parts of one question stand together in a file.

"Deskundigheid" is an aspect, and a part of hostmanship where it stands among the other parts. "Kwam met
oplossingen" is no known wording, and among the parts of hostmanship it can be one only.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from lib.ingest.headers import question_and_option
from lib.ingest.likeness import WORDS_ENOUGH, Target
from lib.ingest.same_words import core, shared_words
from lib.survey.words import normalise

_TOGETHER = 2  # parts of a question that are known by their words, before others are known by where they stand
_SPOKEN_OF = 0.5  # share of the words of a header that must be words of the part
_LONG = 5  # letters


def tell_parts_apart(
    headers: Sequence[str], likeness: np.ndarray, eligible: np.ndarray, targets: Sequence[Target]
) -> np.ndarray:
    """The same likeness, [headers, targets], in which a name that an aspect and a part have in common is the
    part where its neighbours are parts too, under the same question if they are under one."""
    asked = [_question(header) for header in headers]
    told = likeness.copy()
    best = [int(row.argmax()) if row.any() else None for row in np.where(eligible, likeness, 0.0)]
    place_of = {target.item.key: place for place, target in enumerate(targets)}
    for part, target in enumerate(targets):
        whole = target.item.part_of
        aspect = place_of.get(target.item.key.removeprefix(f"{whole}_"))
        rows = [row for row, place in enumerate(best) if place == aspect]
        if whole is None or aspect is None or not rows or part in best:
            continue
        families = [None if place is None else targets[place].item.part_of for place in best]
        beside = {
            row: [families[side] == whole and asked[side] == asked[row] for side in _sides(best, row)] for row in rows
        }
        most = max(rows, key=lambda row: sum(beside[row]))
        others = [sum(beside[row]) for row in rows if row != most]
        is_part = all(beside[most]) if not others else sum(beside[most]) > max(others)
        if is_part and any(beside[most]):
            told[most, part] = told[most, aspect]
            told[most, aspect] = min(told[most, aspect], WORDS_ENOUGH - 1)
    return told


def among_parts(
    headers: Sequence[str],
    targets: Sequence[Target],
    chosen: Mapping[int, int],
    may_be: Callable[[int, int], bool],
) -> dict[int, int]:
    """The parts of questions that columns are by where they stand and one telling word: the place of the target
    by row. `chosen`: the same for what is known already. `may_be`: whether the answers in a row can be those
    to a target. Where two columns could be one part, neither is."""
    asked = [_question(header) for header in headers]
    members: dict[str, list[int]] = {}
    for place, target in enumerate(targets):
        if target.item.part_of is not None:
            members.setdefault(target.item.part_of, []).append(place)
    found: dict[int, int] = {}
    for places in members.values():
        known = {row for row, place in chosen.items() if place in places}
        free = [place for place in places if place not in chosen.values()]
        if len(known) < _TOGETHER or not free:
            continue
        claims: dict[int, list[int]] = {}
        for row in range(len(headers)):
            if row not in chosen and _stands_among(row, known, asked, chosen):
                part = _spoken_of(_part(headers[row]), places, targets)
                if part in free and may_be(row, part):
                    claims.setdefault(part, []).append(row)
        found |= {rows[0]: part for part, rows in claims.items() if len(rows) == 1}
    return found


def under_question_of(headers: Sequence[str], known: Sequence[str | None]) -> list[str | None]:
    """For each header what two or more columns under the same question are known as, or None. `known`: what
    each is known as itself, such as the key of the question that it is an option of."""
    asked = [_question(header) for header in headers]
    counted = Counter((question, what) for question, what in zip(asked, known, strict=True) if question and what)
    together = {question: what for (question, what), count in counted.items() if count >= _TOGETHER}
    return [together.get(question) for question in asked]


def _sides(known: Sequence[int | None], row: int) -> list[int]:
    """The nearest rows on the left and on the right of which something is known."""
    left = next((side for side in range(row - 1, -1, -1) if known[side] is not None), None)
    right = next((side for side in range(row + 1, len(known)) if known[side] is not None), None)
    return [side for side in (left, right) if side is not None]


def _question(header: str) -> str:
    """The question that a header repeats for each of its parts; empty where it has no parts."""
    apart = question_and_option(header)
    return "" if apart is None else normalise(apart[0])


def _part(header: str) -> str:
    apart = question_and_option(header)
    return core(normalise(header if apart is None else apart[1]))


def _stands_among(row: int, known: set[int], asked: Sequence[str], chosen: Mapping[int, int]) -> bool:
    """Whether a column is under the same question as two known parts, or next to one of them."""
    if asked[row] and sum(asked[row] == asked[other] for other in known) >= _TOGETHER:
        return True
    beside = (
        max((other for other in chosen if other < row), default=None),
        min((other for other in chosen if other > row), default=None),
    )
    return any(other in known and asked[other] == asked[row] for other in beside if other is not None)


def _spoken_of(text: str, places: Sequence[int], targets: Sequence[Target]) -> int | None:
    """The one part of a question that has a word of the text which no other part has, and its other words too;
    half of them are enough where that one word is a long one, since "lang" or "hele" may be said of anything."""
    words = text.split()
    shares = {place: shared_words(words, targets[place].words) for place in places}
    telling = []
    for place, shared in shares.items():
        of_its_own = shared - set().union(*(shares[other] for other in places if other != place))
        enough = _SPOKEN_OF if any(len(word) >= _LONG for word in of_its_own) else 1
        if of_its_own and len(shared) >= enough * len(words):
            telling.append(place)
    return telling[0] if len(telling) == 1 else None
