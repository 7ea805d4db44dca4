"""Ranking questions, which are left out with a word: an order is no grade, and who puts everything in an
order has not chosen everything."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from lib.ingest.decode.codes import number_of
from lib.ingest.decode.one_cell import SIGNS
from lib.ingest.layout.headers import question_and_option, question_of
from lib.ingest.layout.table import Column
from lib.ingest.recognise.match import Match
from lib.survey.custom_options import option_words
from lib.survey.problems import Problem
from lib.survey.scales import MISSING_CODES

# "1", "1.0", "2e", "Plaats 3", "#4".
_RANK = re.compile(r"(?:plaats|rang|nummer|nr\.?|#)?\s*(\d{1,2})(?:[.,]0+|\.|e|de|ste)?", re.IGNORECASE)
_FEWEST_OPTIONS = 3  # of two, an order is hardly to be told from two answers
_RANKINGS = 0.95  # share of the respondents who gave no rank twice, and none that can't be
_COMPLETE = 0.8  # share of the cells that hold every option
_ANSWERS = 10  # fewer tell nothing
_LOOKED_AT = 300  # distinct cells
_MOST_RANKS = 50  # distinct cells of a column with ranks


def without_rankings(matches: Sequence[Match]) -> tuple[tuple[Match, ...], tuple[Problem, ...]]:
    """The matches, in which no column of a ranking question is a question, and a problem for each that is
    left out. A ranking is a column per option with ranks, or one column of cells with all options in an order."""
    questions = {match.column.place: question for question, match in _ranked(matches)}
    if not questions:
        return tuple(matches), ()
    left = tuple(
        replace(match, item=None, near=(), rival_of=None, misfits=False, evidence="vraagt om een volgorde")
        if match.column.place in questions
        else match
        for match in matches
    )
    return left, tuple(_left_out(question) for question in dict.fromkeys(questions.values()))


def _ranked(matches: Sequence[Match]) -> Iterable[tuple[str, Match]]:
    by_question: dict[str, list[Match]] = {}
    for match in matches:
        parts = question_and_option(match.column.header)
        if parts is not None and not match.is_identifier:
            by_question.setdefault(parts[0], []).append(match)
        is_known = match.item is not None and not match.item.custom
        if not is_known and not match.is_identifier and _holds_orders(match.column):
            yield question_of(match.column.header), match
    for question, options_of in by_question.items():
        if len(options_of) >= _FEWEST_OPTIONS and _are_ranks([match.column for match in options_of]):
            yield from ((question, match) for match in options_of)


def _holds_orders(column: Column) -> bool:
    """Whether nearly every cell holds all options, in more than one order."""
    cells = [str(cell) for cell in column.uniques[:_LOOKED_AT]]
    weights = column.weights[:_LOOKED_AT].tolist()
    for sign in SIGNS:
        orders = [tuple(option_words(piece) for piece in cell.split(sign) if piece.strip()) for cell in cells]
        held: Counter[tuple[str, ...]] = Counter()
        for order, weight in zip(orders, weights, strict=True):
            held[tuple(sorted(order))] += weight
        (options, complete), *_ = held.most_common(1) or [((), 0)]
        is_one_of_each = len(set(options)) == len(options) >= _FEWEST_OPTIONS
        if is_one_of_each and complete >= max(_ANSWERS, _COMPLETE * sum(weights)):
            return len({order for order in orders if tuple(sorted(order)) == options}) > 1
    return False


def _are_ranks(columns: Sequence[Column]) -> bool:
    """Whether the numbers of a respondent are places from 1 on, each given once; not everyone need have put
    everything in its place."""
    if any(len(column.uniques) > _MOST_RANKS for column in columns):
        return False
    ranks = np.stack([_ranks_of(column, len(columns)) for column in columns], axis=1)
    ranks = ranks[(ranks != 0).sum(axis=1) > 1]
    if len(ranks) < _ANSWERS:
        return False
    ordered = np.sort(np.where(ranks == 0, -np.arange(ranks.shape[1]), ranks), axis=1)
    are_places = (ranks >= 0).all(axis=1) & (np.diff(ordered, axis=1) != 0).all(axis=1)
    return bool(are_places.mean() >= _RANKINGS)


def _ranks_of(column: Column, highest: int) -> np.ndarray:
    """The rank in every row; 0 where there is none, -1 where a cell holds something else."""
    ranks = []
    for cell in column.uniques:
        place = _RANK.fullmatch(str(cell).strip())
        is_place = place is not None and int(place[1]) <= highest
        ranks.append(0 if number_of(cell) in MISSING_CODES else int(place[1]) if place and is_place else -1)
    return np.array([*ranks, 0])[column.codes]


def _left_out(question: str) -> Problem:
    return Problem(
        "ranking_left_out",
        "info",
        f"De vraag '{question}' vraagt om een volgorde; die is niet als cijfer of keuze te tellen en blijft buiten de cijfers.",
        column=question,
        remedy="Wilt u zien wat het vaakst voorop staat, neem dan de eerste keuze als eigen kolom op in de export.",
    )
