"""How like a header is to the questions of the catalogue: words first, then what software cut off."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from rapidfuzz import fuzz, process

from lib.ingest.headers import is_cut_off, readings
from lib.ingest.same_words import SAME_WORDS, core, essence, lacks_an_end, lacks_words, own_words, speaks_of_the_same
from lib.survey import catalogue
from lib.survey.catalogue import CATALOGUE, Item
from lib.survey.words import normalise

NEAR_MISS = 60.0
WORDS_ENOUGH = 78.0  # from which a column may be an item
WORDS_CERTAIN = 90.0  # from here on even a column without answers is recognised
_CUT_OFF = 40  # letters from which a header that starts like a question may be that question cut off
_LONG = 55  # letters from which the words around a question may have cost it the end of its last word


@dataclass(frozen=True)
class Target:
    """Something a column can be, with the normalised wordings it goes by."""

    item: Item
    wordings: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """All words that the question is known by, their cores included."""
        return frozenset(word for wording in self.wordings for word in wording.split())


@cache
def catalogue_targets() -> tuple[Target, ...]:
    """Everything a column can be: each item, and each option of the items with several answers."""
    targets = []
    for item in CATALOGUE:
        targets.append(Target(item, _wordings(item.key, item.label, *item.wordings)))
        for point in item.points if item.kind == "multi" else ():
            option = catalogue.option_item(item, point)
            texts = (point.label, *point.wordings)
            together = (f"{stem} {text}" for stem in (item.label, *item.wordings) for text in texts)
            targets.append(Target(option, _wordings(option.key, *texts, *together)))
    return tuple(targets)


def _wordings(key: str, *texts: str) -> tuple[str, ...]:
    plain = [normalise(text) for text in texts]
    # Of a key no word may be missed: what is left of it can be the key of another question.
    return tuple(dict.fromkeys([normalise(key), *plain, *(core(text) for text in plain)]))


def likeness_of(
    headers: Sequence[Sequence[tuple[str, float]]], targets: Sequence[Target], cut: Sequence[bool] = ()
) -> np.ndarray:
    """How much each header is like the best wording of each target, [headers, targets], 0-100;
    what is less than a near miss is 0. A header is given as its readings, each with its weight; `cut`
    says of each whether its end may be missing."""
    is_cut = np.array(cut or [False] * len(headers), dtype=bool)
    forms = [
        (row, form, weight, len(text) >= _LONG)
        for row, its_readings in enumerate(headers)
        for text, weight in its_readings
        for whole in (text, *(_with_last_word(text) if is_cut[row] else ()))
        for form in dict.fromkeys((whole, core(whole), essence(whole)))
    ]
    best = np.zeros((len(headers), len(targets)))
    if not forms:
        return best
    wordings = [wording for target in targets for wording in target.wordings]
    target_of = [place for place, target in enumerate(targets) for _ in target.wordings]
    cores = [core(wording) for wording in wordings]
    known = [frozenset(word for wording in target.wordings for word in core(wording).split()) for target in targets]
    likeness = process.cdist(
        [_sorted_words(form) for _, form, _, _ in forms],
        [_sorted_words(wording) for wording in wordings],
        scorer=fuzz.ratio,
        score_cutoff=NEAR_MISS,
        dtype=np.float64,
    )
    # Software cuts long headers off, and puts its own words around a question.
    sentences = [(place, f" {wording} ") for place, wording in enumerate(wordings) if len(wording.split()) >= 3]
    for row, (header, form, _, is_long) in zip(likeness, forms, strict=True):
        # Letters alone say too little: another word may make it another question.
        for place in np.flatnonzero(row >= WORDS_ENOUGH).tolist():
            if not speaks_of_the_same(core(form), cores[place], known[target_of[place]]):
                row[place] = WORDS_ENOUGH - 1
        whole, start = f" {form} ", f" {form}"
        cut_off = []
        for place, sentence in sentences:
            if sentence in whole:
                row[place] = max(row[place], 82.0 + 15.0 * len(wordings[place]) / len(form))
            elif len(form) >= _CUT_OFF and sentence.startswith(start):
                cut_off.append(place)
        if is_long:
            cut_off += [place for place, wording in enumerate(cores) if lacks_an_end(form, wording)]
        if is_cut[header]:
            cut_off += [place for place, wording in enumerate(cores) if lacks_words(form, wording)]
        # A start that several questions share says of none of them that it is meant.
        if len({target_of[place] for place in cut_off}) == 1:
            row[cut_off] = np.maximum(row[cut_off], 97.0)
    starts = np.cumsum([0, *(len(target.wordings) for target in targets[:-1])])
    per_target = (
        np.maximum.reduceat(likeness, starts, axis=1) * np.array([weight for _, _, weight, _ in forms])[:, None]
    )
    np.maximum.at(best, [row for row, _, _, _ in forms], per_target)
    return best


def words_beside(header: str, code: str, key: str) -> list[str]:
    """The words in a header that the question with this key is not asked with; empty where there is a way of
    reading it without any."""
    known = next((target.words for target in catalogue_targets() if target.item.key == key), frozenset[str]())
    # The end of a last word that was cut off is nowhere to be found.
    whole = header.rpartition(" ")[0] if is_cut_off(header) else header
    left = (own_words(core(text), known) for text, _ in readings(whole, code))
    return min(left, key=len, default=[])


def items_named(texts: Sequence[str]) -> tuple[str | None, ...]:
    """For each text the key of the survey question that it surely names, or None."""
    targets = catalogue_targets()
    likeness = likeness_of([readings(text) for text in texts], targets)
    best = likeness.argmax(axis=1) if len(texts) else np.zeros(0, dtype=int)
    return tuple(
        targets[place].item.key
        if likeness[row, place] >= WORDS_CERTAIN and not targets[place].item.is_background
        else None
        for row, place in enumerate(best.tolist())
    )


def _with_last_word(text: str) -> list[str]:
    """The text with its last word made whole, for every word of a question that starts like that."""
    start, _, last = text.rpartition(" ")
    return [f"{start} {word}" for word in _vocabulary() if last and word != last and word.startswith(last)]


@cache
def _vocabulary() -> tuple[str, ...]:
    """All words that questions of the catalogue are asked in."""
    wordings = [wording for target in catalogue_targets() for wording in target.wordings]
    return tuple(sorted({word for wording in wordings for word in wording.split()} | SAME_WORDS))


def _sorted_words(text: str) -> str:
    return " ".join(sorted(text.split()))
