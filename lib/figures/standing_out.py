"""Which of several figures demonstrably stands above or below the rest, if any does.

Highest and lowest are claims: of forty products drawn from one distribution one is always on top. So each
figure over 30 answers or more is tested against the others, Holm runs over all tests, and the level is
strict, since a survey invites some ten such claims: together they are false in at most 5% of surveys.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from lib.figures import verdict
from lib.figures.base import VERDICT_BASE
from lib.figures.breakdowns import OptionCount
from lib.figures.compare import p_of
from lib.figures.scores import Score

STAND_OUT = 0.005  # level of all tests of one claim together


@dataclass(frozen=True)
class StandingOut:
    """The places of what stands above and below the rest, furthest first, and how many were tested. Where
    nothing does, nothing can be told apart."""

    above: tuple[int, ...] = ()
    below: tuple[int, ...] = ()
    tested: int = 0

    @property
    def any(self) -> bool:
        return bool(self.above or self.below)


def among_groups(figures: Sequence[Score]) -> StandingOut:
    """Of figures of one question over different respondents (products, periods): each against all the
    others together. A group of fewer than 30 is in the rest, and is never named."""
    p_values, sides = _of_groups(figures)
    return _chosen(verdict.holm_where(p_values), sides)


def among_groups_and_questions(questions: Sequence[Sequence[Score]]) -> list[StandingOut]:
    """The same for several questions that are one claim together; Holm runs over all of them."""
    each = [_of_groups(figures) for figures in questions]
    adjusted = iter(verdict.holm_where([p for p_values, _ in each for p in p_values]))
    return [_chosen([next(adjusted) for _ in p_values], sides) for p_values, sides in each]


def _of_groups(figures: Sequence[Score]) -> tuple[list[float | None], list[Fraction]]:
    """Per group the p against all others together, and how far it lies from them."""
    p_values: list[float | None] = [None] * len(figures)
    sides = [Fraction(0)] * len(figures)
    for place, figure in enumerate(figures):
        rest = _rest(figures, figure)
        if min(figure.n, rest.n) < VERDICT_BASE:
            continue
        assert figure.value is not None
        assert rest.value is not None
        p_values[place], sides[place] = _p(figure, rest), figure.value - rest.value
    return p_values, sides


def _p(figure: Score, rest: Score) -> float | None:
    """The p against the rest; that of grades that a single other answer would move much, with that answer."""
    p = p_of(figure, rest)
    if p is None or figure.unit != "grade":
        return p
    assert figure.value is not None
    assert rest.value is not None
    if not verdict.is_fragile(figure.value, figure.variance, figure.n):
        return p
    total, squares, n = verdict.with_one_more(figure.total, figure.squares, figure.n)
    more = Score("", "", "grade", n, total, squares)
    stays = (total / n - rest.value) * (figure.value - rest.value) > 0
    return max(p, p_of(more, rest) or 0.0) if stays else 1.0


def _rest(figures: Sequence[Score], but: Score) -> Score:
    """The figure over the respondents of all the others."""
    n = sum(figure.n for figure in figures) - but.n
    total, squares = sum(figure.total for figure in figures), sum(figure.squares for figure in figures)
    return Score("", "", but.unit, n, total - but.total, squares - but.squares)


def among_questions(values: Sequence[tuple[Fraction, float, int]]) -> StandingOut:
    """Of several questions to the same respondents (aspects, statements, options that may be chosen
    together), each as value, standard error and n: each against the mean of the others.

    How the answers to two questions go together is not looked at. The error is that of the worst case: the
    question goes entirely against the others, which are independent of each other.
    """
    judged = [place for place, (_, error, n) in enumerate(values) if n >= VERDICT_BASE and error > 0]
    p_values: list[float | None] = [None] * len(values)
    sides = [Fraction(0)] * len(values)
    for place in judged if len(judged) > 1 else ():
        others = [values[other] for other in judged if other != place]
        sides[place] = values[place][0] - sum((value for value, _, _ in others), Fraction(0)) / len(others)
        error = values[place][1] + sqrt(sum(its * its for _, its, _ in others)) / len(others)
        p_values[place] = verdict.p_of_z(float(sides[place]) / error)
    return _chosen(verdict.holm_where(p_values), sides)


def error_of(figure: Score | OptionCount) -> tuple[Fraction, float, int]:
    """A figure as `among_questions` wants it. A share near 0 or 1 gets the error of a share with two more
    answers on either side (Agresti and Coull), so that it is never certain."""
    if isinstance(figure, Score) and figure.unit == "grade":
        value = figure.value or Fraction(0)
        return value, sqrt(float(figure.variance) / figure.n) if figure.n > 1 else 0.0, figure.n
    if isinstance(figure, Score) and figure.unit == "effort":
        interval = figure.interval
        width = 0.0 if interval is None else interval.high - interval.low
        return figure.value or Fraction(0), width / 3.92, figure.n
    share = (figure.value if isinstance(figure, Score) else figure.share) or Fraction(0)
    softened = float((share * figure.n + 2) / (figure.n + 4)) if figure.n else 0.5
    return share, sqrt(softened * (1 - softened) / (figure.n + 4)), figure.n


def most_chosen(counts: Sequence[int]) -> int | None:
    """The place of the answer that most chose, of answers that exclude each other, if it is demonstrably
    chosen more often than the second: the exact binomial test of the two (Hung and Fithian, 2019, show
    that looking at the winner only asks no correction). None where it can't be told."""
    if len(counts) < 2:
        return None
    ranked = sorted(range(len(counts)), key=lambda place: -counts[place])
    first, second = counts[ranked[0]], counts[ranked[1]]
    if first == second:
        return None
    p = verdict.p_of_two_counts(first, second)
    return ranked[0] if p < STAND_OUT else None


def _chosen(adjusted: Sequence[float | None], sides: Sequence[Fraction]) -> StandingOut:
    found = [place for place, p in enumerate(adjusted) if p is not None and p < STAND_OUT]
    return StandingOut(
        tuple(sorted((place for place in found if sides[place] > 0), key=lambda place: -sides[place])),
        tuple(sorted((place for place in found if sides[place] < 0), key=lambda place: sides[place])),
        sum(p is not None for p in adjusted),
    )
