"""Decide who has a suggestion or an explanation, and give them a text."""

from __future__ import annotations

from random import Random

import numpy as np
from answers import Survey
from channels import (
    AGREE_ANSWERS,
    DOCUMENTS,
    EFFORT_ANSWERS,
    OTHER_REASON,
    REVIEW,
    TIP,
)
from texts import ANGRY, KIND, NEUTRAL, Bank, Writer

LOW_ANSWERS = {
    *AGREE_ANSWERS[3:],
    *EFFORT_ANSWERS[3:],
    DOCUMENTS,
    OTHER_REASON,
    "Nee",
}


def is_low(value: object) -> bool:
    """Whether an answer shows discontent."""
    if isinstance(value, int | np.integer):
        return bool(value <= 6)
    return value in LOW_ANSWERS


def moods(survey: Survey) -> list[str]:
    """The tone of each respondent, from the overall grade."""
    return [
        (ANGRY if value <= 5 else NEUTRAL if value <= 7 else KIND) if isinstance(value, int | np.integer) else NEUTRAL
        for value in survey.columns[survey.channel.overall.header]
    ]


def low_headers(survey: Survey, row: int) -> list[str]:
    """The questions on which this respondent was not content."""
    return [header for header, column in survey.columns.items() if is_low(column[row])]


def overall_or(survey: Survey, default: float) -> np.ndarray:
    column = survey.columns[survey.channel.overall.header]
    return np.array([float(value) if isinstance(value, int | np.integer) else default for value in column])


def pick(weights: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """Rows of exactly `count` respondents, the heavier the likelier, in order."""
    keys = np.log(np.maximum(weights, 1e-12)) + rng.gumbel(size=len(weights))
    return np.sort(np.argsort(-keys, kind="stable")[:count])


def reached(survey: Survey, header: str) -> np.ndarray:
    return survey.answered_until > survey.channel.question_headers.index(header)


def spread_certain(survey: Survey, bank: Bank, rows: list[int], tones: list[str], rng: Random) -> dict[int, str]:
    """Give each text that must occur to a respondent of its product, if possible in its mood."""
    given: dict[int, str] = {}
    for mood, product, text in sorted(bank.certain, key=lambda entry: entry[1], reverse=True):
        free = [
            row
            for row in rows
            if row not in given and product in ("", survey.products[row].name) and survey.days[row].month > 3
        ]
        in_mood = [row for row in free if tones[row] == mood]
        given[rng.choice(in_mood or free)] = text
    return given


def write_column(survey: Survey, header: str, rows: list[int], bank: Bank, rng: Random) -> None:
    """Fill a text column for these respondents; odd and personal texts first, then the rest."""
    tones = moods(survey)
    column = survey.columns[header]
    writer = Writer(bank, rng)
    certain = spread_certain(survey, bank, rows, tones, rng)
    for row in rng.sample(rows, len(rows)):
        column[row] = certain.get(row) or writer.write(
            tones[row],
            survey.products[row].name,
            low_headers(survey, row),
            survey.days[row],
        )


def add_reviews(survey: Survey, bank: Bank, rng: np.random.Generator, dice: Random) -> None:
    """Explanations of the overall grade: likelier from the very content and the discontent."""
    overall = overall_or(survey, 7.5)
    weights = np.where(reached(survey, REVIEW), 0.4 + np.abs(overall - 7.5) ** 1.3, 0.0)
    placeholders = survey.channel.reviews // 14
    rows = pick(weights, survey.channel.reviews + placeholders, rng).tolist()
    empty = set(dice.sample(rows, placeholders))
    write_column(survey, REVIEW, [row for row in rows if row not in empty], bank, dice)
    writer = Writer(bank, dice)
    for row in sorted(empty):
        survey.columns[REVIEW][row] = writer.placeholder()


def add_tips(survey: Survey, bank: Bank, rng: np.random.Generator, dice: Random) -> None:
    """Who says yes to having suggestions, and what most of them then write."""
    header = survey.channel.tip_header
    overall = overall_or(survey, 8.0)
    blank = (rng.random(survey.size) < 0.03) | ~reached(survey, header)
    rows = pick(np.where(blank, 0.0, np.exp(-0.33 * overall)), survey.channel.tips, rng).tolist()
    survey.columns[header][~blank] = "Nee"
    survey.columns[header][rows] = "Ja"
    silent = round(0.12 * len(rows))
    empty = round(0.035 * len(rows))
    shuffled = dice.sample(rows, len(rows))
    write_column(survey, TIP, sorted(shuffled[silent + empty :]), bank, dice)
    writer = Writer(bank, dice)
    for row in sorted(shuffled[silent : silent + empty]):
        survey.columns[TIP][row] = writer.placeholder()
