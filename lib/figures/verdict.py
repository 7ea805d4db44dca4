"""Does an own figure differ demonstrably from the benchmark (BM), or from another own figure?

BM is published as a rounded constant, so there the null hypothesis is not a point but the interval
of all values that round to it: [bm - h, bm + h]. Two own figures are both exact: there it is a point.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import erfc, sqrt
from typing import TYPE_CHECKING, Literal

from lib.figures import intervals
from lib.figures.base import SKEWED_BASE, VERDICT_BASE, is_suppressed
from lib.figures.intervals import Interval, welch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Verdict = Literal["higher", "lower", "no_difference", "indicative", "suppressed", "no_benchmark", "not_testable"]

SIGNIFICANCE = 0.05
GRADE_ROUNDING = Fraction(5, 100)  # half of one decimal
SHARE_ROUNDING = Fraction(5, 1000)  # half of a whole percent
LOWEST_GRADE, HIGHEST_GRADE = 1, 10
_FEWEST = 5  # on either side of a share; with fewer the normal test is not to be trusted


def p_of_mean(mean: Fraction, variance: Fraction, n: int, benchmark: Fraction) -> float | None:
    """Two-sided p of a mean against a rounded constant: Student's t over the distance to the
    nearest end of the rounding interval, n - 1 degrees of freedom.

    `variance` is the sample variance (divided by n - 1). None without any variance: how far the grades
    of others would lie from these is then not known.
    """
    if variance == 0:
        return None
    distance = max(Fraction(0), abs(mean - benchmark) - GRADE_ROUNDING)
    if distance == 0:
        return 1.0
    return p_of_t(float(distance) / sqrt(float(variance) / n), n - 1)


def p_of_skewed_mean(total: Fraction, squares: Fraction, n: int, benchmark: Fraction) -> float:
    """The p of `p_of_mean` where nearly all grades lie at one end of the scale, over one more answer at
    the other end: the answer that a small sample of such grades easily misses, and that its own spread
    therefore tells nothing about. `squares` is the sum of the squared grades."""
    more, squared, many = with_one_more(total, squares, n)
    return p_of_mean(more / many, (squared - more * more / many) / (many - 1), many, benchmark) or 0.0


def with_one_more(total: Fraction, squares: Fraction, n: int) -> tuple[Fraction, Fraction, int]:
    """The sum of grades, that of their squares and n, with one more answer at the end of the scale that lies
    furthest from their mean."""
    far = HIGHEST_GRADE if total / n < Fraction(LOWEST_GRADE + HIGHEST_GRADE, 2) else LOWEST_GRADE
    return total + far, squares + far * far, n + 1


def is_fragile(mean: Fraction, variance: Fraction, n: int) -> bool:
    """Whether under a hundred grades are so much alike that a single answer at the far end of the scale would
    move their mean by more than one and a half standard error: their spread says little of what others answer."""
    reach = max(mean - LOWEST_GRADE, HIGHEST_GRADE - mean)
    return n < SKEWED_BASE and 4 * reach * reach > 9 * variance * n


def is_skewed(mean: Fraction, variance: Fraction, n: int) -> bool:
    """Whether fragile grades lie within one of an end of the scale, so that what was missed lies at the other."""
    return min(mean - LOWEST_GRADE, HIGHEST_GRADE - mean) < 1 and is_fragile(mean, variance, n)


def p_of_share(share: Fraction, n: int, benchmark: Fraction) -> float:
    """Two-sided p of a share against a rounded constant: normal test against the end of the
    rounding interval that lies nearest, with the variance that this end implies. Where fewer than five
    agree or disagree, or would if that end were true, the exact binomial test (as scipy's `binomtest`)."""
    count, low, high = int(share * n), benchmark - SHARE_ROUNDING, benchmark + SHARE_ROUNDING
    if low <= share <= high:
        return 1.0
    p0 = low if share < low else high
    if min(count, n - count) < _FEWEST or min(n * p0, n * (1 - p0)) < _FEWEST:
        return _binomial(count, n, float(p0))
    return p_of_z(float(share - p0) / sqrt(float(p0 * (1 - p0)) / n))


def p_of_effort(low: int, high: int, n: int, benchmark: Fraction) -> float:
    """Two-sided p of an effort score against a rounded constant (a part of 1, published in whole points):
    1 minus the confidence of the widest interval (`intervals.of_effort`) that stays clear of the
    rounding interval.

    Where everybody answered alike it is exact: the chance of that where the true score is the nearest
    end, at its largest over how the rest may divide.
    """
    score = Fraction(low - high, n)
    distance = abs(score - benchmark) - SHARE_ROUNDING
    if distance <= 0:
        return 1.0
    end = benchmark + SHARE_ROUNDING if score > benchmark else benchmark - SHARE_ROUNDING
    if max(low, high, n - low - high) == n:
        most = (1 + abs(end + score) - abs(score)) / 2 if score else 1 - abs(end)
        return min(1.0, 2 * float(most) ** n)
    return _p_by_interval(lambda z: intervals.of_effort(low, high, n, z), float(end))


def p_of_two_counts(one: int, other: int) -> float:
    """Exact two-sided p that two answers of one question are as common, of all who gave either."""
    return _binomial(one, one + other, 0.5)


def _p_by_interval(of: Callable[[float], Interval], value: float) -> float:
    """The p at which an interval (`of` gives it for so many standard errors) just reaches a value."""
    near, far = 0.0, 40.0
    for _ in range(60):
        middle = (near + far) / 2
        near, far = (near, middle) if of(middle).holds(value) else (middle, far)
    return p_of_z(far)


def p_of_t(t: float, freedom: float) -> float:
    """Two-sided p of Student's t."""
    from scipy.special import stdtr  # takes a while to load, so only where it is needed

    return float(2 * stdtr(freedom, -abs(t)))


def p_of_z(z: float) -> float:
    """Two-sided p of a standard normal."""
    return erfc(abs(z) / sqrt(2))


def _binomial(count: int, n: int, p: float) -> float:
    """The exact two-sided p of `count` out of n: the chance of every count that is no likelier."""
    import numpy as np
    from scipy.special import gammaln, xlog1py, xlogy

    k = np.arange(n + 1)
    log = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1) + xlogy(k, p) + xlog1py(n - k, -p)
    return _no_likelier(log, count)


def _hypergeometric(count: int, n: int, other_count: int, other_n: int) -> float:
    """The exact two-sided p of two shares (Fisher): the chance of every table with the same margins that
    is no likelier."""
    import numpy as np
    from scipy.special import gammaln

    together = count + other_count
    k = np.arange(max(0, together - other_n), min(n, together) + 1)
    log = -sum(gammaln(part + 1) for part in (k, n - k, together - k, other_n - together + k))
    log += gammaln(n + 1) + gammaln(other_n + 1) + gammaln(together + 1) + gammaln(n + other_n - together + 1)
    return _no_likelier(log - gammaln(n + other_n + 1), count - int(k[0]))


def _no_likelier(log: "NDArray[np.float64]", place: int) -> float:
    """The sum of all chances up to that of the one at `place`; chances that are equal but for rounding
    count as equal."""
    import numpy as np

    return min(1.0, float(np.exp(log[log <= log[place] + 1e-7]).sum()))


def p_of_two_means(
    one: Fraction, its_variance: Fraction, its_n: int, other: Fraction, other_variance: Fraction, other_n: int
) -> float | None:
    """Two-sided p of the difference between two independent means (Welch's t). None where either has no
    variance."""
    if its_variance == 0 or other_variance == 0:
        return None
    error, freedom = welch(its_variance, its_n, other_variance, other_n)
    return p_of_t(float(one - other) / error, freedom)


def p_of_two_shares(count: int, n: int, other_count: int, other_n: int) -> float:
    """Two-sided p of the difference between two independent shares: normal test with the pooled share,
    or Fisher's exact test where fewer than five of either side are to be expected to agree or not."""
    pooled = Fraction(count + other_count, n + other_n)
    difference = Fraction(count, n) - Fraction(other_count, other_n)
    if difference == 0:
        return 1.0
    if min(n, other_n) * min(pooled, 1 - pooled) < _FEWEST:
        return _hypergeometric(count, n, other_count, other_n)
    return p_of_z(float(difference) / sqrt(float(pooled * (1 - pooled) * (Fraction(1, n) + Fraction(1, other_n)))))


def p_of_two_efforts(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Two-sided p of the difference between two effort scores, each as low, high and n: 1 minus the
    confidence of the widest interval of the difference without 0."""
    if Fraction(one[0] - one[1], one[2]) == Fraction(other[0] - other[1], other[2]):
        return 1.0
    return _p_by_interval(lambda z: intervals.of_effort_difference(one, other, z), 0.0)


def holm(p_values: Sequence[float]) -> list[float]:
    """p values adjusted for looking at several items at once (Holm, 1979), in the given order."""
    adjusted = [0.0] * len(p_values)
    running = 0.0
    for rank, place in enumerate(sorted(range(len(p_values)), key=lambda i: p_values[i])):
        running = max(running, min(1.0, (len(p_values) - rank) * p_values[place]))
        adjusted[place] = running
    return adjusted


def holm_where(p_values: Sequence[float | None]) -> list[float | None]:
    """The same where some have no p: those take no part and stay None."""
    adjusted = iter(holm([p for p in p_values if p is not None]))
    return [None if p is None else next(adjusted) for p in p_values]


def may_test(n: int, benchmark: object | None) -> bool:
    """Whether a figure takes part in the test: enough answers and something to compare with."""
    return n >= VERDICT_BASE and benchmark is not None


def verdict(n: int, has_benchmark: bool, p_adjusted: float | None, is_higher: bool) -> Verdict:
    """The word for a comparison; `p_adjusted` is None where the figure took no part in the test or had no
    spread to test by.

    How sure a figure is comes before what it may be compared with: too few answers is said
    whether or not there is a BM.
    """
    if is_suppressed(n):
        return "suppressed"
    if n < VERDICT_BASE:
        return "indicative"
    if not has_benchmark:
        return "no_benchmark"
    if p_adjusted is None:
        return "not_testable"
    if p_adjusted >= SIGNIFICANCE:
        return "no_difference"
    return "higher" if is_higher else "lower"
