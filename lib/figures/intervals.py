"""How sure a figure is: its 95% interval, with the variance that its kind of figure has."""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from scipy.special import ndtri, stdtrit

CONFIDENCE = 0.95
_TAIL = 1 - (1 - CONFIDENCE) / 2


@dataclass(frozen=True)
class Interval:
    """Both ends of a 95% interval, in the unit of the figure: grades 1-10, shares and effort as
    parts of 1."""

    low: float
    high: float

    def within(self, lowest: float, highest: float) -> "Interval":
        """The part of it that lies on the scale."""
        return Interval(max(lowest, self.low), min(highest, self.high))

    def holds(self, value: float) -> bool:
        """Whether a value lies between the ends, or on one of them."""
        return self.low <= value <= self.high


def of_mean(mean: Fraction, variance: Fraction, n: int) -> Interval:
    """Student's t interval of a mean with n - 1 degrees of freedom; `variance` is the sample variance.
    Without any variance both ends are the mean."""
    half = float(stdtrit(n - 1, _TAIL)) * sqrt(float(variance) / n)
    return Interval(float(mean) - half, float(mean) + half)


def of_share(share: Fraction, n: int) -> Interval:
    """Wilson's score interval of a share (Wilson, 1927). It never leaves 0-1, and has a length also
    where everyone agrees."""
    z = float(ndtri(_TAIL))
    p = float(share)
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Interval(centre - half, centre + half)


def variance_of_effort(low: int, high: int, n: int) -> Fraction:
    """The variance of low minus high effort as shares of one multinomial sample: over n respondents
    who each count +1, -1 or 0, (low + high) / n - ((low - high) / n) ** 2, divided by n."""
    return (Fraction(low + high, n) - Fraction(low - high, n) ** 2) / n


def of_effort(low: int, high: int, n: int) -> Interval:
    """Normal interval of an effort score, with `variance_of_effort`. Without any variance both ends are
    the score."""
    half = float(ndtri(_TAIL)) * sqrt(float(variance_of_effort(low, high, n)))
    score = (low - high) / n
    return Interval(score - half, score + half)


def of_mean_difference(
    one: Fraction, its_variance: Fraction, its_n: int, other: Fraction, other_variance: Fraction, other_n: int
) -> Interval:
    """Welch's interval of the difference between two means (one minus other)."""
    error, freedom = welch(its_variance, its_n, other_variance, other_n)
    half = 0.0 if error == 0 else float(stdtrit(freedom, _TAIL)) * error
    return Interval(float(one - other) - half, float(one - other) + half)


def welch(variance: Fraction, n: int, other_variance: Fraction, other_n: int) -> tuple[float, float]:
    """The standard error of the difference between two means and its degrees of freedom (Welch, 1947);
    infinite freedom where neither has any variance."""
    one, other = float(variance) / n, float(other_variance) / other_n
    if one + other == 0:
        return 0.0, float("inf")
    return sqrt(one + other), (one + other) ** 2 / (one**2 / (n - 1) + other**2 / (other_n - 1))


def of_share_difference(one: Fraction, its_n: int, other: Fraction, other_n: int) -> Interval:
    """Newcombe's hybrid score interval of the difference between two independent shares (Newcombe,
    1998, method 10): of the two Wilson intervals."""
    first, second = of_share(one, its_n), of_share(other, other_n)
    p, q = float(one), float(other)
    return Interval(
        p - q - sqrt((p - first.low) ** 2 + (second.high - q) ** 2),
        p - q + sqrt((first.high - p) ** 2 + (q - second.low) ** 2),
    )


def of_normal_difference(difference: Fraction, variance: Fraction) -> Interval:
    """Normal interval of a difference whose variance is known: that of two effort scores."""
    half = float(ndtri(_TAIL)) * sqrt(float(variance))
    return Interval(float(difference) - half, float(difference) + half)
