"""A table with a row per answer to one with a row per respondent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lib.ingest.decode.codes import number_of
from lib.ingest.join.respondent_ids import id_text
from lib.ingest.layout.table import Column, Table
from lib.ingest.receipt import LeftOut
from lib.ingest.recognise.words import likeness, questions_said
from lib.survey import catalogue
from lib.survey.catalogue import BACKGROUND_KINDS
from lib.survey.problems import Problem
from lib.survey.words import normalise, thousands

_ANSWER_WORDS = frozenset({
    "antwoord", "antwoorden", "antwoordtekst", "antwoord tekst", "gegeven antwoord", "answer", "answer text", "response",
    "waarde", "value", "respons", "reactie", "antwoordlabel", "antwoord label",
})  # fmt: skip
_QUESTIONS_ENOUGH = 2  # different questions of the survey among the cells of the question column
_SURELY = 0.9
_FILLED = 0.95  # share of the rows that say of which respondent they are
_ONCE = 0.8  # share of the rows that are the only answer of a respondent to a question
_MANY_QUESTIONS = 2_000  # a column with more distinct cells holds no questions


@dataclass(frozen=True, eq=False)
class _Roles:
    """Which column of the table holds the respondent, the question and the answer; `others` are about
    the respondent. `channel` is the one of those that tells channels apart, where there is one."""

    respondent: Column
    question: Column
    answer: Column
    others: tuple[Column, ...]
    channel: Column | None


def one_row_per_respondent(table: Table) -> Table:
    """The table with a row per respondent and a column per question, if it holds a row per answer;
    else the same table.

    It holds a row per answer where it has a column of respondents, one headed "Antwoord" or such, and
    one whose cells are questions of the survey. Several answers of a respondent to one question come
    together in one cell. Without a respondent number rows can't be brought together: they are left out.
    """
    roles = _roles(table)
    if roles is None:
        return table
    known = roles.respondent.codes >= 0
    respondents, first = _respondents(roles, known)
    rows = np.flatnonzero(known)
    by_question = _by_question(roles, rows, respondents, len(first), table.row_numbers[rows])
    others = [column for column in roles.others if _is_about_respondent(column, rows, respondents, len(first))]
    about = [_first_of_each(column, rows, respondents, len(first)) for column in (roles.respondent, *others)]
    start = max(column.place for column in table.columns) + 1
    columns = [replace(column, place=start + number) for number, column in enumerate(by_question)]
    return replace(
        table,
        columns=(*about, *columns),
        row_numbers=table.row_numbers[rows[first]],
        left_out={**table.left_out, **_left_out(len(first), known)},
        problems=(*table.problems, *_told(table, roles, len(first), known)),
    )


def _left_out(respondents: int, known: NDArray[np.bool_]) -> dict[LeftOut, int]:
    """The rows that are no respondent of their own: those of one who has another, and those of no one."""
    counts: dict[LeftOut, int] = {"joined": int(known.sum()) - respondents, "no_respondent": int((~known).sum())}
    return {reason: count for reason, count in counts.items() if count}


def _roles(table: Table) -> _Roles | None:
    answers = [column for column in table.columns if normalise(column.header) in _ANSWER_WORDS]
    # Beside a column of codes there may be one with the same answers in words: that one says more.
    answer = max(answers, key=lambda column: sum(number_of(cell) is None for cell in column.uniques), default=None)
    if answer is None:
        return None
    others = [column for column in table.columns if column is not answer]
    named = {column.place: _questions_in(column) for column in others}
    question = max(others, key=lambda column: named[column.place], default=None)
    if question is None or named[question.place] < _QUESTIONS_ENOUGH:
        return None
    rest = tuple(column for column in others if column is not question)
    respondent = _background(rest, "respondent") or next((one for one in rest if _tells_apart(one, question)), None)
    if respondent is None:
        return None
    rest = tuple(column for column in rest if column is not respondent)
    return _Roles(respondent, question, answer, rest, _background(rest, "channel"))


def _background(columns: Sequence[Column], kind: str) -> Column | None:
    """The first column whose header is a known name for this background of a respondent."""
    item = next(item for item in catalogue.CATALOGUE if item.kind == kind)
    said = ((column, likeness(column.header, column.code, item, None)) for column in columns)
    return next((column for column, (says, left) in said if says * left >= _SURELY), None)


def _tells_apart(column: Column, question: Column) -> bool:
    """Whether a column, whatever it is called, has one value for the rows of one respondent: nobody answers a question
    twice, but for those with several answers, and everybody answers several."""
    known = (column.codes >= 0) & (question.codes >= 0)
    rows = int(known.sum())
    if rows < _FILLED * len(column.codes) or rows == 0:
        return False
    pairs = len(np.unique(np.stack([column.codes[known], question.codes[known]]), axis=1).T)
    people = len(np.unique(column.codes[known]))
    return pairs >= _ONCE * rows and people * _QUESTIONS_ENOUGH <= pairs and people > 1


def _questions_in(column: Column) -> int:
    """How many different questions of the survey the cells of a column name."""
    texts = [cell for cell in column.uniques if isinstance(cell, str)]
    return len(set(map(questions_said, texts)) - {None}) if 0 < len(texts) <= _MANY_QUESTIONS else 0


def _respondents(roles: _Roles, known: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """For every row with a respondent the number of that respondent, in the order of the file, and for
    every respondent their first row. One number in two channels is two respondents."""
    # A number may stand in the file as a number in one row and as text in another.
    _, same = np.unique([id_text(cell) for cell in roles.respondent.uniques], return_inverse=True)
    keys = same[roles.respondent.codes[known]].astype(np.int64)
    if roles.channel is not None:
        keys = keys * (len(roles.channel.uniques) + 1) + roles.channel.codes[known] + 1
    _, first, numbers = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return place[numbers], first[order]


def _by_question(
    roles: _Roles, rows: NDArray[np.intp], respondents: NDArray[np.intp], count: int, row_numbers: NDArray[np.intp]
) -> list[Column]:
    """A column per question, in the order of the file; its answers by respondent. `row_numbers`: where
    each of `rows` stands in the file."""
    texts: dict[str, str] = {}
    keys = [normalise(cell) for cell in roles.question.uniques]
    for key, cell in zip(keys, roles.question.uniques, strict=True):
        texts.setdefault(key, str(cell))
    numbers = {key: number for number, key in enumerate(texts)}
    question_of = np.array([*(numbers[key] for key in keys), -1])[roles.question.codes[rows]]
    answers = roles.answer.codes[rows]
    order = np.argsort(question_of, kind="stable")
    bounds = np.searchsorted(question_of[order], np.arange(len(texts) + 1))
    columns = []
    for number, text in enumerate(texts.values()):
        its_rows = order[bounds[number] : bounds[number + 1]]
        its_rows = its_rows[answers[its_rows] >= 0]
        pairs = np.unique(np.stack([respondents[its_rows], answers[its_rows]]), axis=1)
        numbers_of = np.zeros(count, dtype=np.int64)
        # The first row of several is named, so it is written last.
        numbers_of[respondents[its_rows[::-1]]] = row_numbers[its_rows[::-1]]
        columns.append(replace(_answers(text, pairs, roles.answer.uniques, count), row_numbers=numbers_of))
    return columns


def _answers(question: str, pairs: NDArray[np.intp], cells: Sequence[object], count: int) -> Column:
    """The column of one question. `pairs` [2, answers]: respondent and place of the cell, each pair once."""
    respondents, answers = pairs
    used, places = np.unique(answers, return_inverse=True)
    uniques = [cells[place] for place in used]
    codes = np.full(count, -1, dtype=np.int32)
    several = np.isin(respondents, respondents[1:][np.diff(respondents) == 0])
    codes[respondents[~several]] = places[~several]
    together: dict[tuple[int, ...], int] = {}
    names, starts = np.unique(respondents[several], return_index=True)
    for name, its in zip(names, np.split(places[several], starts)[1:], strict=True):
        codes[name] = together.setdefault(tuple(its.tolist()), len(uniques) + len(together))
    joined = ["; ".join(str(uniques[place]) for place in its) for its in together]
    return Column(question, 0, [*uniques, *joined], codes)


def _first_of_each(column: Column, rows: NDArray[np.intp], respondents: NDArray[np.intp], count: int) -> Column:
    """A column about the respondent, by respondent: the first cell that is filled."""
    cells = column.codes[rows]
    filled = np.flatnonzero(cells >= 0)
    names, first = np.unique(respondents[filled], return_index=True)
    codes = np.full(count, -1, dtype=np.int32)
    codes[names] = cells[filled][first]
    return replace(column, codes=codes)


def _is_about_respondent(
    column: Column, rows: NDArray[np.intp], respondents: NDArray[np.intp], count: int
) -> bool:  # fmt: skip
    """Whether a column says something of the respondent, and not of the one answer (its code, its score)."""
    if any(_background([column], kind) for kind in BACKGROUND_KINDS):
        return True
    cells = column.codes[rows]
    first = _first_of_each(column, rows, respondents, count).codes[respondents]
    return bool(((cells == first) | (cells < 0)).all())


def _told(table: Table, roles: _Roles, count: int, known: NDArray[np.bool_]) -> list[Problem]:
    told = [
        Problem(
            "answer_per_row",
            "info",
            f"Het bestand heeft een rij per antwoord: {thousands(int(known.sum()))} rijen zijn samengevoegd tot {thousands(count)} respondenten.",
        )
    ]
    unknown = np.flatnonzero(~known)
    if len(unknown):
        told.append(
            Problem(
                "respondent_missing",
                "warning",
                f"In {thousands(len(unknown))} van {thousands(len(table))} rijen staat niet van welke respondent het antwoord is; die tellen niet mee.",
                row=int(table.row_numbers[unknown[0]]),
                column=roles.respondent.header,
                remedy="Vul in die rijen het nummer van de respondent in.",
            )
        )
    return told
