"""Recompute the figures of a drawn survey with whole numbers, and insist on the intended ones."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from adjust import mean_of_own_means
from answers import FIRST_DAY, LAST_DAY, Survey
from channels import (
    AGREE_ANSWERS,
    AT_ONCE,
    EFFORT,
    EFFORT_ANSWERS,
    ORIGIN,
    REPEAT_VISIT,
    REVIEW,
    TIP,
)

PLACEHOLDERS = {"", "-", ".", "x", "nvt", "n.v.t.", "geen", "nee"}
PRINTED_OVERALL = {"balie": "8,3", "digitaal": "7,1", "telefoon": "7,6"}
PRINTED_HOSTMANSHIP = "8,9"
PRINTED_COUNTS = {
    "balie": (3018, 0, 633),
    "digitaal": (2260, 382, 771),
    "telefoon": (1104, 312, 268),
}


def half_up(value: Fraction, decimals: int) -> str:
    """A positive fraction as Dutch text, rounded half up on its exact value."""
    scale = 10**decimals
    units = (2 * value.numerator * scale + value.denominator) // (2 * value.denominator)
    return f"{units // scale},{units % scale}" if decimals else str(units)


def distance_to_border(value: Fraction, decimals: int) -> Fraction:
    """How far a value lies from the nearest point where its rounding would change."""
    scaled = value * 10**decimals - Fraction(1, 2)
    return abs(scaled - round(scaled)) / 10**decimals


def is_text(value: object) -> bool:
    return value is not None and str(value).strip().lower() not in PLACEHOLDERS


def valid_grades(survey: Survey, header: str) -> list[int]:
    return [int(value) for value in survey.columns[header] if isinstance(value, int | np.integer)]


def exact_mean(survey: Survey, header: str) -> Fraction:
    grades = valid_grades(survey, header)
    assert all(1 <= grade <= 10 for grade in grades), header
    return Fraction(sum(grades), len(grades))


def exact_agreement(survey: Survey, header: str) -> Fraction:
    """Percentage that agrees of everyone who gave one of the five answers."""
    valid = [value for value in survey.columns[header] if value in AGREE_ANSWERS]
    return Fraction(100 * sum(value in AGREE_ANSWERS[:2] for value in valid), len(valid))


def exact_hostmanship(survey: Survey) -> Fraction:
    """Mean of the respondents' own means over the parts they gave a grade."""
    parts = np.zeros((survey.size, len(survey.channel.part_headers)), dtype=int)
    for index, header in enumerate(survey.channel.part_headers):
        for row, value in enumerate(survey.columns[header]):
            parts[row, index] = value if isinstance(value, int | np.integer) else 0
    return mean_of_own_means(parts, parts > 0)


def check_mean(value: Fraction, printed: str, name: str) -> None:
    assert half_up(value, 1) == printed, (name, float(value), printed)
    assert distance_to_border(value, 1) >= Fraction(1, 100), (name, float(value))


def check_counts(survey: Survey) -> None:
    columns, channel = survey.columns, survey.channel
    questions = [columns[header] for header in channel.question_headers]
    answered = [any(value is not None for value in row) for row in zip(*questions, strict=True)]
    reviews = sum(is_text(value) for value in columns[REVIEW])
    tips = sum(value == "Ja" for value in columns[channel.tip_header])
    assert (sum(answered), reviews, tips) == PRINTED_COUNTS[channel.key], (
        reviews,
        tips,
    )
    assert len(answered) == sum(answered)
    for said, tip in zip(columns[channel.tip_header], columns[TIP], strict=True):
        assert tip is None or said == "Ja"
    assert (min(survey.days), max(survey.days)) == (FIRST_DAY, LAST_DAY)
    assert survey.days == sorted(survey.days)
    assert set(columns[ORIGIN]) == {"synthetisch voorbeeld"}
    assert min(product.count for product in channel.products) < 10
    assert any(10 <= product.count < 30 for product in channel.products)


def check_survey(survey: Survey) -> None:
    """Every figure that the file of this channel must show, to the last digit."""
    channel = survey.channel
    check_counts(survey)
    check_mean(
        exact_mean(survey, channel.overall.header),
        PRINTED_OVERALL[channel.key],
        "totaaloordeel",
    )
    for grade in channel.grades:
        printed = grade.printed or half_up(Fraction(str(grade.mean)), 1)
        check_mean(exact_mean(survey, grade.header), printed, grade.header)
    if channel.part_headers:
        check_mean(exact_hostmanship(survey), PRINTED_HOSTMANSHIP, "hostmanship")
    for statement in channel.statements:
        share = exact_agreement(survey, statement.header)
        assert half_up(share, 0) + "%" == statement.printed, (
            statement.header,
            float(share),
        )
        assert distance_to_border(share, 0) >= Fraction(1, 10), statement.header
    if channel.has_repeat_visit:
        visits = [value for value in survey.columns[REPEAT_VISIT] if value is not None]
        assert Fraction(66, 100) <= Fraction(visits.count(AT_ONCE), len(visits)) <= Fraction(74, 100)
    assert {value for value in survey.columns[EFFORT] if value} >= set(EFFORT_ANSWERS)
