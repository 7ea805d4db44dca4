"""Column -> item, with evidence: the words of the header first, the answers in the column second."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from lib.ingest.answers_fit import ANSWERS_ENOUGH, fit_of, has_answers
from lib.ingest.headers import is_cut_off, readings, year_of
from lib.ingest.identity import holds_persons
from lib.ingest.layout import Column, Table
from lib.ingest.likeness import NEAR_MISS, WORDS_CERTAIN, WORDS_ENOUGH, Target, catalogue_targets, likeness_of
from lib.ingest.neighbours import among_parts, tell_parts_apart, under_question_of
from lib.ingest.own_questions import own_questions, scored
from lib.ingest.turned import about_another, effort_for_another, turned
from lib.survey.catalogue import Item, whole_label
from lib.survey.words import normalise


@dataclass(frozen=True, eq=False)
class Match:
    """A column and what it was recognised as; `item` is None where it was not. `near`
    names the items it came close to. `rival_of`: key of the item that it could have been as well, had
    not another column been taken, or were there no other year of it. `misfits`: whether the header
    surely is the nearest of `near`, and the answers are none to it. `by_place`: whether it is what it is by
    the columns around it. `among`: key of the question of which other columns are options, and this one
    none that is known."""

    column: Column
    item: Item | None
    evidence: str
    near: tuple[str, ...] = ()
    is_identifier: bool = False
    rival_of: str | None = None
    misfits: bool = False
    by_place: bool = False
    among: str | None = None


def recognise(table: Table) -> tuple[Match, ...]:
    """What every column of the table is, in the order of the columns.

    One column per item and one item per column, by the best total likeness. A column whose header
    fits and whose answers don't, or the other way round, stays unrecognised and says so.
    """
    targets = catalogue_targets()
    headers = [column.header for column in table.columns]
    likeness = likeness_of(
        [readings(column.header, column.code) for column in table.columns], targets, list(map(is_cut_off, headers))
    )
    # What asks the reverse is a near miss at most: taken for the question it would turn the answers round.
    reverse = turned(headers, targets) | about_another(headers, targets) | effort_for_another(headers, targets)
    likeness = np.where(reverse, np.minimum(likeness, WORDS_ENOUGH - 1), likeness)
    fit = np.array(
        [
            [
                fit_of(column, target.item) if likeness[row, place] >= WORDS_ENOUGH else 0.0
                for place, target in enumerate(targets)
            ]
            for row, column in enumerate(table.columns)
        ]
    )
    by_words = likeness
    likeness = tell_parts_apart(headers, likeness, _eligible(likeness, fit, targets), targets)
    told_apart = likeness > by_words
    for row, place in np.argwhere(told_apart).tolist():
        fit[row, place] = fit_of(table.columns[row], targets[place].item)
    gain = _gain(likeness, fit, headers, targets)
    rows, places = linear_sum_assignment(gain, maximize=True)
    chosen = {row: place for row, place in zip(rows.tolist(), places.tolist(), strict=True) if gain[row, place] > 0}

    def may_be(row: int, place: int) -> bool:
        return not reverse[row, place] and fit_of(table.columns[row], targets[place].item) >= ANSWERS_ENOUGH

    beside = among_parts(headers, targets, chosen, may_be)
    by_place = {row for row, place in chosen.items() if told_apart[row, place]} | beside.keys()
    chosen |= beside
    rivals = [
        None if row in chosen else _rival(column, targets, gain[row], set(chosen.values()))
        for row, column in enumerate(table.columns)
    ]
    matches = (
        _match(column, targets, likeness[row], fit[row], chosen.get(row), by_place=row in by_place)
        for row, column in enumerate(table.columns)
    )
    told = [
        match if rival is None or match.is_identifier else replace(match, rival_of=rival.key)
        for match, rival in zip(matches, rivals, strict=True)
    ]
    return _with_distinct_keys(_with_own_questions(_without_years(told)))


def _eligible(likeness: np.ndarray, fit: np.ndarray, targets: Sequence[Target]) -> np.ndarray:
    """Whether each column can be each target, by its words and its answers, [headers, targets]."""
    certain = (likeness >= WORDS_CERTAIN) & np.isnan(fit)
    eligible = ((likeness >= WORDS_ENOUGH) & (np.nan_to_num(fit) >= ANSWERS_ENOUGH)) | certain
    return eligible & ~_asked_per_option(eligible, targets)


def _gain(likeness: np.ndarray, fit: np.ndarray, headers: Sequence[str], targets: Sequence[Target]) -> np.ndarray:
    """How much speaks for each column being each target, [headers, targets]; 0 where it can't be."""
    eligible = _eligible(likeness, fit, targets)
    gain = likeness * (0.5 + 0.5 * np.nan_to_num(fit, nan=1.0))
    # Of two columns that are equally like an item the one of its own name is taken, then the left one, on every machine.
    gain += _bears_name(headers, targets) * 0.5 - np.arange(len(gain))[:, None] * 1e-6
    return np.where(eligible, gain, 0.0)


def _rival(column: Column, targets: Sequence[Target], gain: np.ndarray, taken: set[int]) -> Item | None:
    """The item that a column could have been, had not another one been taken for it."""
    could_be = (targets[place].item for place in np.argsort(-gain).tolist() if gain[place] > 0 and place in taken)
    return next((item for item in could_be if has_answers(column, item)), None)


def _bears_name(headers: Sequence[str], targets: Sequence[Target]) -> np.ndarray:
    """Whether each header is the very label or key of each target, [headers, targets]."""
    words = np.array([normalise(header) for header in headers], dtype=object)
    return np.stack(
        [np.isin(words, [normalise(target.item.label), normalise(target.item.key)]) for target in targets], axis=1
    )


def _asked_per_option(eligible: np.ndarray, targets: Sequence[Target]) -> np.ndarray:
    """Whether a target is a question with several answers, and its options have columns of their own."""
    with_columns = {target.item.part_of for place, target in enumerate(targets) if eligible[:, place].any()}
    return np.array([target.item.kind == "multi" and target.item.key in with_columns for target in targets])


def _without_years(matches: Sequence[Match]) -> list[Match]:
    """The same matches; no column is an item that another column holds for another year. Which of them
    the figures are about, no one can tell from the file."""
    keys = [
        match.rival_of or (None if match.item is None or match.item.is_background else match.item.key)
        for match in matches
    ]
    years: dict[str | None, set[int]] = {}
    for key, match in zip(keys, matches, strict=True):
        year = year_of(match.column.header)
        if year is not None:
            years.setdefault(key, set()).add(year)
    return [
        replace(match, item=None, rival_of=key, evidence="deze vraag staat er voor meer jaren in")
        if key is not None and len(years.get(key, ())) > 1
        else match
        for key, match in zip(keys, matches, strict=True)
    ]


def _with_own_questions(matches: Sequence[Match]) -> list[Match]:
    """The same matches; what is nothing else may be a question of the file's own."""
    headers = [match.column.header for match in matches]
    items = [match.item for match in matches]
    graded = under_question_of(headers, ["grade" if item and item.kind == "grade" else None for item in items])
    # Beside known options another one is not a question of its own: that would tell half of the answers.
    wholes = under_question_of(headers, [item.part_of if item and item.kind == "yes_no" else None for item in items])
    matches = [
        _among(match, whole, is_graded=grades is not None) if match.item is None and not match.is_identifier else match
        for match, grades, whole in zip(matches, graded, wholes, strict=True)
    ]
    free = [
        match.column
        for match, whole in zip(matches, wholes, strict=True)
        if match.item is None and not match.is_identifier and not match.rival_of and whole is None
    ]
    found = own_questions(free)
    return [
        replace(match, item=found[place].item, evidence=found[place].evidence)
        if (place := match.column.place) in found and match.item is None and not match.is_identifier
        else match
        for match in matches
    ]


def _among(match: Match, whole: str | None, *, is_graded: bool) -> Match:
    """A match of nothing, with what the columns under the same question say of it."""
    own = scored(match.column, is_graded=True) if is_graded and not match.rival_of else None
    if own is not None:
        return replace(match, item=own, evidence="eigen vraag tussen andere die met een cijfer zijn beantwoord")
    return match if whole is None else replace(match, near=(whole,), misfits=False, among=whole)


def _with_distinct_keys(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The same matches; own questions under one header ("Anders", "Anders") each get a key of their own."""
    distinct: list[Match] = []
    taken: set[str] = set()
    for match in matches:
        if match.item is None or not match.item.own:
            distinct.append(match)
            continue
        key, number = match.item.key, 2
        while key in taken:
            key, number = f"{match.item.key}_{number}", number + 1
        taken.add(key)
        distinct.append(replace(match, item=replace(match.item, key=key)))
    return tuple(distinct)


def _match(
    column: Column,
    targets: Sequence[Target],
    likeness: np.ndarray,
    fit: np.ndarray,
    chosen: int | None,
    *,
    by_place: bool,
) -> Match:
    near = tuple(dict.fromkeys(targets[p].item.key for p in np.argsort(-likeness)[:3] if likeness[p] >= NEAR_MISS))
    if chosen is not None:
        item = targets[chosen].item
        others = tuple(key for key in near if key != item.key)
        evidence = _evidence(item, likeness[chosen], fit[chosen])
        if by_place:
            evidence = f"staat bij andere onderdelen van '{whole_label(item)}' en spreekt van hetzelfde"
        return Match(column, item, evidence, others, by_place=by_place)
    best = int(np.argmax(likeness))
    misfits = bool(likeness[best] >= WORDS_CERTAIN and fit[best] < ANSWERS_ENOUGH)
    own = scored(column)
    if own is not None:
        evidence = "geen vraag van de klantmonitor; de antwoorden zijn als eigen vraag gelezen"
        return Match(column, own, evidence, near, misfits=misfits)
    names = (column.header, *(text for text, _ in readings(column.header, column.code)))
    if holds_persons(names, column):
        # Personal data go no further than this: a receipt is kept, and shown.
        nothing = replace(column, uniques=(), codes=np.full_like(column.codes, -1))
        return Match(nothing, None, "kolom met persoonsgegevens: niet ingelezen", is_identifier=True)
    if near:
        why = "de antwoorden passen niet" if misfits else "kop en antwoorden passen niet genoeg"
        return Match(column, None, f"lijkt op '{targets[best].item.label}', maar {why}", near, misfits=misfits)
    return Match(column, None, "geen vraag die de klantmonitor kent")


def _evidence(item: Item, likeness: float, fit: float) -> str:
    words = f"kop lijkt voor {likeness:.0f}% op een bekende vraagtekst"
    if np.isnan(fit):
        return f"{words}; de kolom is leeg"
    if item.kind in ("text", "respondent"):
        return words
    return f"{words}; {fit:.0%} van de antwoorden past erbij"
