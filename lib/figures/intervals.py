"""How sure a figure is: its 95% interval, with the variance that its kind of figure has."""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

CONFIDENCE = 0.95
_TAIL = 1 - (1 - CONFIDENCE) / 2
Z = NormalDist().inv_cdf(_TAIL)


@dataclass(frozen=True)
class Interval:
    """Both ends of a 95% interval, in the unit of the figure: grades 1-10, shares and effort as
    parts of 1. `is_public`: told to others than the owner, and so with no more decimals than the figure has."""

    low: float
    high: float
    is_public: bool = False

    def within(self, lowest: float, highest: float) -> "Interval":
        """The part of it that lies on the scale."""
        return Interval(max(lowest, self.low), min(highest, self.high), self.is_public)

    def told(self, *, is_public: bool) -> "Interval":
        """The same, for the owner or for others."""
        return Interval(self.low, self.high, is_public)

    def holds(self, value: float) -> bool:
        """Whether a value lies between the ends, or on one of them."""
        return self.low <= value <= self.high


def of_mean(mean: Fraction, variance: Fraction, n: int) -> Interval:
    """Student's t interval of a mean with n - 1 degrees of freedom; `variance` is the sample variance.
    Without any variance both ends are the mean."""
    half = _student(n - 1) * sqrt(float(variance) / n)
    return Interval(float(mean) - half, float(mean) + half)


def _student(freedom: float) -> float:
    """How many standard errors a 95% interval reaches on either side."""
    from scipy.special import stdtrit  # takes a while to load, so only where it is needed

    return float(stdtrit(freedom, _TAIL))


def of_share(share: Fraction, n: int, z: float = Z) -> Interval:
    """Wilson's score interval of a share (Wilson, 1927). It never leaves 0-1, and has a length also
    where everyone agrees. `z`: how many standard errors wide, 1.96 for 95%."""
    p = float(share)
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Interval(centre - half, centre + half)


def of_effort(low: int, high: int, n: int, z: float = Z) -> Interval:
    """The interval of an effort score, low minus high as shares of one sample: their two Wilson intervals
    combined (MOVER; Newcombe, 2003, for two shares of one multinomial). It is not symmetric and has a
    length also where everyone answered alike."""
    p, q = low / n, high / n
    first, second = of_share(Fraction(low, n), n, z), of_share(Fraction(high, n), n, z)
    # Who is in the one share can't be in the other.
    together = -sqrt(p * q / ((1 - p) * (1 - q))) if 0 < p < 1 and 0 < q < 1 else 0.0
    return _combined(p, first, q, second, together)


def of_effort_difference(one: tuple[int, int, int], other: tuple[int, int, int], z: float = Z) -> Interval:
    """The interval of the difference between two effort scores (one minus other), each given as low, high
    and n: their two intervals combined in the same way."""
    first, second = of_effort(*one, z), of_effort(*other, z)
    return _combined((one[0] - one[1]) / one[2], first, (other[0] - other[1]) / other[2], second)


def _combined(p: float, of_p: Interval, q: float, of_q: Interval, together: float = 0.0) -> Interval:
    """The interval of p - q out of those of both, which correlate by `together` (MOVER; Zou and Donner, 2008)."""

    def reach(one: float, other: float) -> float:
        return sqrt(max(0.0, one * one - 2 * together * one * other + other * other))

    return Interval(
        p - q - reach(p - of_p.low, of_q.high - q),
        p - q + reach(of_p.high - p, q - of_q.low),
    )


def of_mean_difference(
    one: Fraction, its_variance: Fraction, its_n: int, other: Fraction, other_variance: Fraction, other_n: int
) -> Interval:
    """Welch's interval of the difference between two means (one minus other)."""
    error, freedom = welch(its_variance, its_n, other_variance, other_n)
    half = 0.0 if error == 0 else _student(freedom) * error
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
    return _combined(float(one), of_share(one, its_n), float(other), of_share(other, other_n))
