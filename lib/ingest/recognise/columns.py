"""Column -> question, by evidence: its answers first, then the words of its header, then what stands around it.

Every column is scored for every question; of all ways to give each question one column and each column one question the
best is taken. What is likely but not certain is asked, and no single rule can veto a column whose answers and header fit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from lib.ingest.decode.custom_questions import custom_questions, is_five_points, scored
from lib.ingest.layout.headers import readings, year_of
from lib.ingest.layout.table import Column, Table
from lib.ingest.recognise.answers import MISFIT, UNMISTAKABLE, Answered
from lib.ingest.recognise.identifiers import holds_persons, is_identifier
from lib.ingest.recognise.match import Match, targets
from lib.ingest.recognise.neighbours import part_of, question_asked, with_neighbours
from lib.ingest.recognise.unclaimed import with_unclaimed
from lib.ingest.recognise.words import ITS_NAME, likeness
from lib.survey import catalogue
from lib.survey.catalogue import Item
from lib.survey.words import normalise

TAKEN = 0.9  # what speaks for a question, from which a column is it
ASKED = 0.5  # from which the user is asked
_MOST, _SURER = 1.25, 0.1
_MARGIN = 0.08  # to the second question, below which it is asked which of the two is meant
_NOT_ITS_CHANNEL, _NOT_ITS_GRADE = 0.75, 0.65  # what is left of a question that this channel does not ask
_RIVAL = 0.15  # how much less may speak for a column that could have been the question as well
_LEVEL = 0.002  # the difference that tells two columns apart
_TOGETHER = 2


def recognise(table: Table, channel: str | None = None) -> tuple[Match, ...]:
    """What every column of a table is, in the order of the columns. `channel`: what the name of its sheet or file says."""
    columns, known = table.columns, targets()
    answered = [Answered(column) for column in columns]
    headers = [column.header for column in columns]
    told = [{key: _witnesses(one, item, channel) for key, item in known.items()} for one in answered]
    scores = [{key: score for key, (score, _) in row.items() if score > 0} for row in told]
    scores = with_neighbours(headers, answered, scores, ASKED)
    chosen = _assigned(scores)
    telling = {known[key].channels[0] for key in chosen.values() if len(known[key].channels) == 1}
    several = any(key == "kanaal" and len(answered[row].channels) > 1 for row, key in chosen.items())
    if channel is None and len(telling) == 1 and not several:
        # The questions say which channel it is, and that says more of the other columns.
        return recognise(table, telling.pop())
    taken = {key: row for row, key in chosen.items()}
    best_of = {key: scores[row][key] for row, key in chosen.items()}
    level = _level(scores, chosen, headers)
    matches = [
        _match(column, answers, scores[row], told[row], chosen.get(row), taken, best_of, known, is_level=row in level)
        for row, (column, answers) in enumerate(zip(columns, answered, strict=True))
    ]
    settled = _with_own_questions(_without_years(matches))
    return _with_distinct_keys(with_unclaimed(settled, answered, channel))


def _witnesses(answered: Answered, item: Item, channel: str | None) -> tuple[float, float]:
    """What speaks for a column being a question, and what its header alone says for it."""
    column, answers = answered.column, answered.testimony(item)
    says, left = likeness(column.header, column.code, item, channel)
    words = says * left
    if answers == MISFIT:
        return 0.0, words
    if answered.filled == 0:
        return (words if words >= 1 else 0.0), words
    base = max(answers, says + answers) if says else answers if answers >= UNMISTAKABLE else 0.0
    # More of the same makes it no surer, and yet tells two columns apart.
    score = min(base, _MOST + _SURER * (base - _MOST)) * left
    if channel is not None and channel not in item.channels:
        score *= _NOT_ITS_CHANNEL if item.kind != "grade" or says >= ITS_NAME else _NOT_ITS_GRADE
    if item.kind == "respondent" and is_identifier(column.header):
        return 0.0, 0.0
    if item.kind == "grade" and is_five_points(column):
        score = min(score, TAKEN - _MARGIN)
    return score, words


def _assigned(scores: Sequence[Mapping[str, float]]) -> dict[int, str]:
    """The question of each row that has one: the best pair first, then who lost one to a row that has another."""
    pairs = sorted(((score, row, key) for row, of in enumerate(scores) for key, score in of.items() if score >= TAKEN),
                   key=lambda pair: (-pair[0], pair[1]))  # fmt: skip
    chosen: dict[int, str] = {}
    taken: dict[str, int] = {}
    for _, row, key in pairs:
        if row not in chosen and key not in taken:
            chosen[row], taken[key] = key, row
    for score, row, key in pairs:
        holder = taken.get(key, row)
        if row in chosen or holder == row:
            continue
        other = max(
            (k for k, s in scores[holder].items() if k not in taken and s >= TAKEN),
            key=lambda k: scores[holder][k],
            default=None,
        )
        if other is not None and score + scores[holder][other] > scores[holder][key]:
            chosen[row], taken[key] = key, row
            chosen[holder], taken[other] = other, holder
    return chosen


def _level(scores: Sequence[Mapping[str, float]], chosen: Mapping[int, str], headers: Sequence[str]) -> set[int]:
    """The rows whose question another row, under other words, could be just as well."""
    level = set()
    for row, key in chosen.items():
        item = catalogue.find(key)
        if item is not None and item.is_background:
            continue
        rivals = {
            other
            for other, of in enumerate(scores)
            if of.get(key, 0.0) >= scores[row][key] - _LEVEL and other not in chosen
        }
        if any(normalise(headers[other]) != normalise(headers[row]) for other in rivals):
            level |= {row, *rivals}
    return level


def _match(
    column: Column,
    answered: Answered,
    scores: Mapping[str, float],
    told: Mapping[str, tuple[float, float]],
    key: str | None,
    taken: Mapping[str, int],
    best_of: Mapping[str, float],
    known: Mapping[str, Item],
    *,
    is_level: bool,
) -> Match:
    """What a column is, given the question that was found for it, if any."""
    likely = sorted((k for k, score in scores.items() if score >= ASKED), key=lambda k: -scores[k])
    if key is not None:
        rest = [k for k in likely if k != key and k not in taken and not known[k].is_background]
        if is_level:
            return Match(column, None, f"een andere kolom kan even goed '{known[key].label}' zijn", (key,), asked=True)
        if rest and not known[key].is_background and scores[key] - scores[rest[0]] < _MARGIN:
            which = f"'{known[key].label}' en '{known[rest[0]].label}'"
            return Match(column, None, f"kan {which} zijn", (key, rest[0]), asked=True)
        return Match(column, known[key], _evidence(column, known[key], told[key][1], answered), tuple(rest))
    misfit = max(told, key=lambda k: told[k][1])
    misfits = (
        told[misfit][1] >= 1
        and not likely
        and misfit not in taken
        and not known[misfit].is_background
        and answered.filled > 0
    )
    names = (column.header, *(text for text, _ in readings(column.header, column.code)))
    free = [k for k in likely if k not in taken]
    rival = next((k for k in likely if k in taken and scores[k] >= max(TAKEN, best_of[k] - _RIVAL)), None)
    asked = bool(free) and known[free[0]].kind not in ("respondent", "channel")
    if is_level:
        return Match(
            column, None, f"een andere kolom kan even goed '{known[likely[0]].label}' zijn", (likely[0],), asked=True
        )
    own = scored(column)
    if own is not None:
        evidence = "geen vraag van de klantmonitor; de antwoorden zijn als eigen vraag gelezen"
        return Match(column, own, evidence, tuple(free), asked=asked, rival_of=rival, misfits=misfits)
    if not asked and holds_persons(names, column):
        # Personal data go no further than this: a receipt is kept, and shown.
        nothing = replace(column, uniques=(), codes=np.full_like(column.codes, -1))
        return Match(nothing, None, "kolom met persoonsgegevens: niet ingelezen", is_identifier=True)
    if asked:
        return Match(column, None, f"lijkt op '{known[free[0]].label}'", tuple(free), asked=True, rival_of=rival)
    if misfits:
        why = f"lijkt op '{known[misfit].label}', maar de antwoorden passen niet"
        return Match(column, None, why, (misfit,), misfits=True)
    return Match(column, None, "geen vraag die de klantmonitor kent", rival_of=rival)


def _evidence(column: Column, item: Item, words: float, answered: Answered) -> str:
    """Why a column was taken for a question, in words."""
    spoken = (
        "de kop vraagt ernaar"
        if words >= 1
        else "de kop kan ernaar vragen"
        if words > 0
        else "de kop zegt er niets tegen"
    )
    if answered.filled == 0:
        return f"{spoken}; de kolom is leeg"
    return f"{spoken}; de antwoorden passen erbij"


def _without_years(matches: Sequence[Match]) -> list[Match]:
    """The same matches; no column is an item that another column holds for another year. Which of them
    the figures are about, no one can tell from the file."""
    keys = [
        match.rival_of
        or (match.near[0] if match.asked and match.item is None else None)
        or (None if match.item is None or match.item.is_background else match.item.key)
        for match in matches
    ]
    years: dict[str | None, set[int]] = {}
    for key, match in zip(keys, matches, strict=True):
        year = year_of(match.column.header)
        if year is not None:
            years.setdefault(key, set()).add(year)
    return [
        replace(match, item=None, rival_of=key, asked=False, evidence="deze vraag staat er voor meer jaren in")
        if key is not None and len(years.get(key, ())) > 1
        else match
        for key, match in zip(keys, matches, strict=True)
    ]


def _with_own_questions(matches: Sequence[Match]) -> list[Match]:
    """The same matches; what is nothing else may be a question of the file's own."""
    asked = [question_asked(match.column.header) for match in matches]
    graded: dict[str, int] = {}
    wholes: dict[tuple[str, str], int] = {}
    for question, match in zip(asked, matches, strict=True):
        if match.item is not None and question:
            graded[question] = graded.get(question, 0) + (match.item.kind == "grade")
            family = part_of(match.item.key)
            if family is not None:
                wholes[question, family] = wholes.get((question, family), 0) + 1
    seen = []
    for question, match in zip(asked, matches, strict=True):
        if match.item is None and not match.is_identifier and question:
            # Beside known options another one is not a question of its own: that would tell half of the answers.
            among = next(
                (whole for (of, whole), count in wholes.items() if of == question and count >= _TOGETHER), None
            )
            own = (
                scored(match.column, is_graded=True)
                if graded.get(question, 0) >= _TOGETHER and not match.rival_of
                else None
            )
            if among is not None:
                match = replace(match, among=among)
            if own is not None and not match.asked:
                match = replace(
                    match, item=own, evidence="eigen vraag tussen andere die met een cijfer zijn beantwoord"
                )
        seen.append(match)
    free = [
        match.column
        for match in seen
        if match.item is None and not match.is_identifier and not match.rival_of and match.among != "informatie"
    ]
    found = custom_questions(free)
    return [
        replace(match, item=found[place].item, evidence=found[place].evidence)
        if (place := match.column.place) in found and match.item is None and not match.is_identifier
        else match
        for match in seen
    ]


def _with_distinct_keys(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The same matches; own questions under one header ("Anders", "Anders") each get a key of their own."""
    distinct: list[Match] = []
    taken: set[str] = set()
    for match in matches:
        if match.item is None or not match.item.custom:
            distinct.append(match)
            continue
        key, number = match.item.key, 2
        while key in taken:
            key, number = f"{match.item.key}_{number}", number + 1
        taken.add(key)
        distinct.append(replace(match, item=replace(match.item, key=key)))
    return tuple(distinct)
