"""Bring drawn grades to an exact total: first shift the level, then nudge single grades by one."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

LOWEST, HIGHEST = 1, 10


def to_grades(level: float, raw: np.ndarray) -> np.ndarray:
    """Whole grades 1-10 from a continuous judgement around `level`."""
    return np.clip(np.rint(level + raw), LOWEST, HIGHEST).astype(int)


def level_for_mean(raw: np.ndarray, mean: float) -> float:
    """The level at which the rounded grades come closest to `mean` (bisection)."""
    low, high = 0.0, 16.0
    for _ in range(40):
        middle = (low + high) / 2
        if to_grades(middle, raw).mean() < mean:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def grades_with_mean(raw: np.ndarray, mean: float, rng: np.random.Generator) -> np.ndarray:
    """Grades whose sum is exactly the whole number nearest to `mean` times their count."""
    grades = to_grades(level_for_mean(raw, mean), raw)
    missing = round(mean * len(grades)) - int(grades.sum())
    step = 1 if missing > 0 else -1
    room = np.flatnonzero(grades < HIGHEST if step > 0 else grades > LOWEST)
    grades[rng.choice(room, size=abs(missing), replace=False)] += step
    return grades


def mean_of_own_means(parts: np.ndarray, answered: np.ndarray) -> Fraction:
    """Exact mean over respondents of the mean of the parts each of them answered."""
    sums = np.where(answered, parts, 0).sum(axis=1)
    counts = answered.sum(axis=1)
    own = [Fraction(int(s), int(c)) for s, c in zip(sums, counts, strict=True) if c]
    return sum(own, Fraction(0)) / len(own)


def parts_with_mean(raw: np.ndarray, answered: np.ndarray, mean: float, rng: np.random.Generator) -> np.ndarray:
    """Grades for a set of parts, such that the mean of the respondents' own means is `mean`.

    `raw` and `answered` have a row per respondent and a column per part.
    """
    parts = to_grades(level_for_mean(raw[answered], mean), raw)
    target = Fraction(str(mean))
    for cell in rng.permutation(np.argwhere(answered)):
        gap = target - mean_of_own_means(parts, answered)
        if abs(gap) < Fraction(1, 1000):
            break
        step = 1 if gap > 0 else -1
        row, column = cell
        parts[row, column] = np.clip(parts[row, column] + step, LOWEST, HIGHEST)
    return parts
