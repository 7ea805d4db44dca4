"""Does an own figure differ demonstrably from the benchmark (BM), or from another own figure?

BM is published as a rounded constant, so there the null hypothesis is not a point but the interval
of all values that round to it: [bm - h, bm + h]. Two own figures are both exact: there it is a point.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import inf, sqrt
from typing import Literal

from scipy.special import ndtr, stdtr

from lib.figures.base import VERDICT_BASE, is_suppressed
from lib.figures.intervals import variance_of_effort, welch

Verdict = Literal["higher", "lower", "no_difference", "indicative", "suppressed", "no_benchmark"]

SIGNIFICANCE = 0.05
GRADE_ROUNDING = Fraction(5, 100)  # half of one decimal
SHARE_ROUNDING = Fraction(5, 1000)  # half of a whole percent


def p_of_mean(mean: Fraction, variance: Fraction, n: int, benchmark: Fraction) -> float:
    """Two-sided p of a mean against a rounded constant: Student's t over the distance to the
    nearest end of the rounding interval, n - 1 degrees of freedom.

    `variance` is the sample variance (divided by n - 1). Without any variance p is 0 outside the
    interval and 1 inside it.
    """
    distance = max(Fraction(0), abs(mean - benchmark) - GRADE_ROUNDING)
    if distance == 0:
        return 1.0
    t = inf if variance == 0 else float(distance) / sqrt(float(variance) / n)
    return float(2 * stdtr(n - 1, -t))


def p_of_share(share: Fraction, n: int, benchmark: Fraction) -> float:
    """Two-sided p of a share against a rounded constant: normal test against the end of the
    rounding interval that lies nearest, with the variance that this end implies."""
    low, high = benchmark - SHARE_ROUNDING, benchmark + SHARE_ROUNDING
    if low <= share <= high:
        return 1.0
    p0 = low if share < low else high
    z = float(share - p0) / sqrt(float(p0 * (1 - p0)) / n)
    return float(2 * ndtr(-abs(z)))


def p_of_effort(low: int, high: int, n: int, benchmark: Fraction) -> float:
    """Two-sided p of an effort score against a rounded constant (a part of 1, published in whole
    points): normal test over the distance to the nearest end of the rounding interval, with the
    multinomial variance of the score. Without any variance as in `p_of_mean`."""
    distance = max(Fraction(0), abs(Fraction(low - high, n) - benchmark) - SHARE_ROUNDING)
    if distance == 0:
        return 1.0
    variance = variance_of_effort(low, high, n)
    return 0.0 if variance == 0 else float(2 * ndtr(-float(distance) / sqrt(float(variance))))


def p_of_two_means(
    one: Fraction, its_variance: Fraction, its_n: int, other: Fraction, other_variance: Fraction, other_n: int
) -> float:
    """Two-sided p of the difference between two independent means (Welch's t). Without any variance p
    is 1 where they are equal and 0 where they are not."""
    if one == other:
        return 1.0
    error, freedom = welch(its_variance, its_n, other_variance, other_n)
    return 0.0 if error == 0 else float(2 * stdtr(freedom, -abs(float(one - other)) / error))


def p_of_two_shares(count: int, n: int, other_count: int, other_n: int) -> float:
    """Two-sided p of the difference between two independent shares: normal test with the pooled share."""
    pooled = Fraction(count + other_count, n + other_n)
    difference = Fraction(count, n) - Fraction(other_count, other_n)
    if difference == 0:
        return 1.0
    error = sqrt(float(pooled * (1 - pooled) * (Fraction(1, n) + Fraction(1, other_n))))
    return float(2 * ndtr(-abs(float(difference)) / error))


def p_of_two_normals(difference: Fraction, variance: Fraction) -> float:
    """Two-sided normal p of a difference whose variance is known: that of two effort scores."""
    if difference == 0:
        return 1.0
    return 0.0 if variance == 0 else float(2 * ndtr(-abs(float(difference)) / sqrt(float(variance))))


def holm(p_values: Sequence[float]) -> list[float]:
    """p values adjusted for looking at several items at once (Holm, 1979), in the given order."""
    adjusted = [0.0] * len(p_values)
    running = 0.0
    for rank, place in enumerate(sorted(range(len(p_values)), key=lambda i: p_values[i])):
        running = max(running, min(1.0, (len(p_values) - rank) * p_values[place]))
        adjusted[place] = running
    return adjusted


def may_test(n: int, benchmark: object | None) -> bool:
    """Whether a figure takes part in the test: enough answers and something to compare with."""
    return n >= VERDICT_BASE and benchmark is not None


def verdict(n: int, has_benchmark: bool, p_adjusted: float | None, is_higher: bool) -> Verdict:
    """The word for a comparison; `p_adjusted` is None where the figure took no part in the test.

    How sure a figure is comes before what it may be compared with: too few answers is said
    whether or not there is a BM.
    """
    if is_suppressed(n):
        return "suppressed"
    if n < VERDICT_BASE:
        return "indicative"
    if not has_benchmark or p_adjusted is None:
        return "no_benchmark"
    if p_adjusted >= SIGNIFICANCE:
        return "no_difference"
    return "higher" if is_higher else "lower"
