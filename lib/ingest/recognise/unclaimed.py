"""Questions of the survey that no column was taken for, and columns that nothing was made of: which of these may be
which of those. They are asked, never taken."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from lib.ingest.decode.custom_questions import asks_for_grade
from lib.ingest.recognise.answers import MISFIT, UNMISTAKABLE, Answered
from lib.ingest.recognise.match import Match
from lib.ingest.recognise.neighbours import question_asked
from lib.ingest.recognise.words import HINT, likeness, names_a_thing, names_a_unit, turns_it
from lib.survey.catalogue import CATALOGUE, Item, parts_of

_SPEAKS = 0.9  # of what a header says, from which it speaks of a question whatever else it names
_MAY_BE_PRODUCTS = 0.27  # two in five of the answers are products
_TOGETHER = 2  # columns under one question that ask the survey's own
_BACKGROUND = frozenset({"date", "channel", "respondent"})


def with_unclaimed(matches: Sequence[Match], answered: Sequence[Answered], channel: str | None) -> list[Match]:
    """The same matches; what may be a question that was not found is asked."""
    taken = {match.item.key for match in matches if match.item is not None}
    asked = {key for match in matches if match.asked for key in match.near[:1]}
    free = [item for item in CATALOGUE
            if item.key not in taken | asked and item.kind not in _BACKGROUND and item.part_of is None
            and (channel is None or channel in item.channels) and not _is_found_in_parts(item, channel, taken)]  # fmt: skip
    grids: Counter[tuple[str, str]] = Counter(
        (question_asked(match.column.header), match.item.kind)
        for match in matches
        if match.item is not None and not match.item.custom
    )
    kinds = [None if match.item is None or match.item.custom else match.item.kind for match in matches]
    seen = []
    for place, (match, answers) in enumerate(zip(matches, answered, strict=True)):
        is_free = match.item is None or match.item.custom
        if is_free and not (match.asked or match.is_identifier or match.rival_of or match.misfits):
            sides = [kinds[side] for side in (place - 1, place + 1) if 0 <= side < len(kinds)]
            near = _near(answers, free, channel, grids, sides)
            if near:
                match = replace(match, near=near, asked=True, evidence=f"lijkt op '{_label(near[0])}'")
        if match.asked and match.near[0] == "product" and match.item is not None and match.item.kind == "choice":
            # What may be the product says nothing of how someone was helped, and is no answer before that is settled.
            match = replace(match, item=None)
        seen.append(match)
    return seen


def _near(
    answered: Answered,
    free: Sequence[Item],
    channel: str | None,
    grids: Counter[tuple[str, str]],
    sides: Sequence[str | None],
) -> tuple[str, ...]:
    """Keys of the questions that a column may be, likeliest first. `grids`: how many questions of the survey stand under
    one question, by kind; `sides`: the kinds of those right beside the column."""
    column = answered.column
    question = question_asked(column.header)
    found = []
    for item in free:
        fits = answered.testimony(item)
        if answered.filled == 0 or fits == MISFIT or turns_it(column.header, item):
            continue
        if names_a_unit(column.header, item) and not asks_for_grade(column):
            continue
        says, left = likeness(column.header, column.code, item, channel)
        speaks = says >= _SPEAKS or (says >= HINT and not names_a_thing(column.header, item))
        is_telling = fits >= (_MAY_BE_PRODUCTS if item.kind == "product" else UNMISTAKABLE)
        beside = item.kind in ("grade", "agree") and (
            grids[question, item.kind] >= _TOGETHER if question else sides == [item.kind] * 2
        )
        if speaks or is_telling or (beside and not names_a_thing(column.header, item)):
            found.append((speaks, is_telling, says * left, item.key))
    return tuple(key for *_, key in sorted(found, key=lambda one: (-one[0], -one[1], -one[2])))


def _is_found_in_parts(item: Item, channel: str | None, taken: Collection[str]) -> bool:
    """Nothing is missing of a question when each of its parts was found."""
    parts = parts_of(item.key, channel or item.channels[0])
    return bool(parts) and all(part.key in taken for part in parts)


def _label(key: str) -> str:
    return next(item.label for item in CATALOGUE if item.key == key)
