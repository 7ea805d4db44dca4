"""Which aspects go together with the totaaloordeel, and how strongly: relative weights (LMG).

The weight of an aspect is what it adds to the R2 of a linear regression of the totaaloordeel, averaged
over all orders in which the aspects can enter it (Lindeman, Merenda and Gold, 1980; the Shapley value of
R2). The weights of all aspects add up to R2. It tells what goes together, not what causes what. Nothing is
told where R2 is not beyond chance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import factorial, sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.figures import verdict
from lib.figures.base import DRIVERS_BASE
from lib.figures.benchmarks import OVERALL
from lib.figures.intervals import CONFIDENCE, Interval
from lib.figures.scores import Score
from lib.figures.selection import Selection, selected_rows
from lib.figures.standing_out import STAND_OUT
from lib.survey.dataset import Answers, ChannelAnswers
from lib.survey.scales import FIRST_VALID

MOST_ASPECTS = 12  # 4,096 subsets; of more, those with most answers
_DRAWS, _FEWEST_DRAWS, _DRAWN = 1000, 200, 10_000_000
_AT_ONCE = 20
_SEED = 1980
_AGREES = 4  # of five points, from which one agrees
_NOTHING = 1e-10  # a variance, as part of 1, that is left when all is explained

Array = NDArray[np.float64]
LeftOut = Literal["few_answers", "all_the_same", "too_many"]
# `not_told`: of this selection they may not be told to whoever looks.
Missing = Literal["few_answers", "all_the_same", "few_aspects", "chance", "not_told"]
Relation = Literal["together", "opposite", "unclear"]


@dataclass(frozen=True)
class Driver:
    """One aspect: its score (over its own base), its weight (a part of R2) and its share of R2 with the
    95% bootstrap interval of that share. Shares are between 0 and 1. `relation`: whether the
    totaaloordeel demonstrably goes up with it, or down (the correlation, Holm over all aspects)."""

    score: Score
    weight: float
    share: float
    interval: Interval
    relation: Relation = "together"


@dataclass(frozen=True)
class Position:
    """A quadrant: stronger than average or not, scored higher than average or not; `is_clear` where
    neither interval crosses the line."""

    is_strong: bool
    is_high: bool
    is_clear: bool


@dataclass(frozen=True, eq=False)
class Draws:
    """Bootstrap samples, [draws, k]: the shares of R2, and how far each mean score lies from that of
    the respondents themselves."""

    shares: Array
    moves: Array


@dataclass(frozen=True)
class Drivers:
    """The relation of all aspects together with the totaaloordeel.

    `n`: respondents who answered the totaaloordeel and every aspect in it; `incomplete`: those with a
    totaaloordeel who did not. `r2`: between 0 and 1. `left_out`: aspects that take no part, and why.
    `missing` says why there are no drivers; then `r2` is 0. `draws`: what the same computation gave in
    samples of the same respondents.
    """

    n: int
    incomplete: int
    r2: float
    drivers: tuple[Driver, ...]
    left_out: tuple[tuple[Score, LeftOut], ...]
    missing: Missing | None = None
    draws: Draws | None = field(default=None, compare=False)

    @property
    def mean_score(self) -> float:
        """The mean of the aspects' scores: the line between lower and higher."""
        return sum(float(driver.score.value or 0) for driver in self.drivers) / len(self.drivers)

    @property
    def mean_share(self) -> float:
        """The share that every aspect would have if all were alike: the line between weaker and stronger."""
        return 1 / len(self.drivers)

    def position(self, driver: Driver) -> Position:
        """On which side of both lines an aspect lies, and whether its intervals keep it there."""
        interval = driver.score.interval
        crosses = driver.interval.holds(self.mean_share) or (interval is not None and interval.holds(self.mean_score))
        return Position(driver.share > self.mean_share, float(driver.score.value or 0) > self.mean_score, not crosses)


def drivers(channel: ChannelAnswers, selection: Selection, scores: Sequence[Score]) -> Drivers:
    """The weights of `scores` (aspects of one kind) for the totaaloordeel, over the selected respondents who
    answered all of them.

    An aspect that fewer than half of those with a totaaloordeel answered is left out, rather than most
    respondents; so is one that everybody answered alike. From 100 complete respondents.
    """
    inside = selected_rows(channel, selection)
    if OVERALL not in channel.answers:
        return Drivers(0, 0, 0.0, (), (), "few_aspects")
    overall = _values(channel.answers[OVERALL])[inside]
    rated = ~np.isnan(overall)
    columns = {score.key: _values(channel.answers[score.key])[inside][rated] for score in scores}
    kept, left_out = _kept(scores, columns)
    while True:
        if len(kept) < 2:
            return Drivers(0, int(rated.sum()), 0.0, (), left_out, "few_aspects")
        data = np.column_stack([*(columns[score.key] for score in kept), overall[rated]])
        data = data[~np.isnan(data).any(axis=1)]
        incomplete = int(rated.sum()) - len(data)
        if len(data) < DRIVERS_BASE:
            return Drivers(len(data), incomplete, 0.0, (), left_out, "few_answers")
        alike = data.max(axis=0) == data.min(axis=0)
        if alike[-1]:
            return Drivers(len(data), incomplete, 0.0, (), left_out, "all_the_same")
        if not alike.any():
            break
        # Among those who answered everything an aspect may not vary; without it more are complete.
        left_out += tuple((score, "all_the_same") for score, same in zip(kept, alike, strict=False) if same)
        kept = [score for score, same in zip(kept, alike, strict=False) if not same]
    weights = relative_weights(np.cov(data, rowvar=False)[np.newaxis])[0]
    total = float(weights.sum())
    if _p_of_r2(total, len(data), len(kept)) >= STAND_OUT:
        return Drivers(len(data), incomplete, 0.0, (), left_out, "chance")
    draws = _bootstrap(data, is_share=kept[0].unit == "agree")
    shares = weights / total
    found = [
        Driver(score, float(weight), float(share), interval, relation)
        for score, weight, share, interval, relation in zip(
            kept, weights, shares, _intervals(draws.shares), _relations(data), strict=True
        )
    ]
    return Drivers(len(data), incomplete, total, tuple(found), left_out, None, draws)


def _p_of_r2(r2: float, n: int, k: int) -> float:
    """The chance of an R2 at least this large where k aspects have nothing to do with the totaaloordeel (F test)."""
    from scipy.special import fdtrc  # takes a while to load, so only where it is needed

    freedom = n - k - 1
    return float(fdtrc(k, freedom, r2 / k / max((1 - r2) / freedom, _NOTHING)))


def _relations(data: Array) -> list[Relation]:
    """The demonstrable direction in which each aspect goes with the totaaloordeel: t-tests of the
    correlations, Holm over all."""
    correlations = np.asarray(np.corrcoef(data, rowvar=False))[:-1, -1].tolist()
    freedom = len(data) - 2
    tested = [verdict.p_of_t(r * sqrt(freedom / max(1 - r * r, _NOTHING)), freedom) for r in correlations]
    return [
        "unclear" if p >= verdict.SIGNIFICANCE else "together" if r > 0 else "opposite"
        for r, p in zip(correlations, verdict.holm(tested), strict=True)
    ]


def _intervals(drawn: Array) -> list[Interval]:
    """The percentile interval of each share. Correcting it for bias was tried, and missed more often over few
    respondents."""
    tail = 100 * (1 - CONFIDENCE) / 2
    low, high = np.percentile(drawn, [tail, 100 - tail], axis=0)
    return [Interval(float(one), float(other)) for one, other in zip(low, high, strict=True)]


def _kept(scores: Sequence[Score], columns: dict[str, Array]) -> tuple[list[Score], tuple[tuple[Score, LeftOut], ...]]:
    """The aspects that take part, in their own order, and those that don't."""
    left_out: list[tuple[Score, LeftOut]] = []
    fitting = []
    for score in scores:
        answered = ~np.isnan(columns[score.key])
        if answered.sum() < max(1, len(answered) / 2):
            left_out.append((score, "few_answers"))
        elif len(np.unique(columns[score.key][answered])) == 1:
            left_out.append((score, "all_the_same"))
        else:
            fitting.append(score)
    most = sorted(fitting, key=lambda score: -score.n)[:MOST_ASPECTS]
    left_out += [(score, "too_many") for score in fitting if score not in most]
    return [score for score in fitting if score in most], tuple(left_out)


def _values(answers: Answers) -> Array:
    """The answers as numbers: grades as they are, points of a scale as 1, 2, 3 …; nan outside the base."""
    points = [float(value) for value in answers.values] or [
        float(1 + place) for place in range(len(answers.item.points))
    ]
    table = np.array([np.nan] * FIRST_VALID + points)
    return table[answers.codes]


def relative_weights(covariance: Array) -> Array:
    """LMG weights of k predictors. `covariance`: [m, k + 1, k + 1], m matrices at once, the dependent
    variable last. Returns [m, k]; each row adds up to the R2 of its full model. A predictor that others
    explain entirely adds nothing after them."""
    k = covariance.shape[1] - 1
    explained = _r2_of_subsets(covariance)
    sizes = np.array([mask.bit_count() for mask in range(1 << k)])
    of_size = np.array([factorial(size) * factorial(k - size - 1) / factorial(k) for size in range(k)])
    weights = np.empty((len(covariance), k))
    masks = np.arange(1 << k)
    for place in range(k):
        without = masks[(masks >> place) & 1 == 0]
        gains = explained[:, without | (1 << place)] - explained[:, without]
        weights[:, place] = gains @ of_size[sizes[without]]
    return weights


def _r2_of_subsets(covariance: Array) -> Array:
    """R2 of the regression on every subset of predictors, [m, 2 ** k] with the subset as bits.

    One elimination step per subset: what is left of the matrix after a predictor is taken out is where
    all larger subsets go on from, so the work does not depend on respondents.
    """
    scale = np.sqrt(np.diagonal(covariance, axis1=1, axis2=2))
    scale = np.where(scale == 0, 1.0, scale)
    correlation = covariance / scale[:, :, np.newaxis] / scale[:, np.newaxis, :]
    k = covariance.shape[1] - 1
    explained = np.zeros((len(covariance), 1 << k))
    left = [(0, 0, correlation)]
    while left:
        mask, first, matrix = left.pop()
        for step in range(k - first):
            pivot = matrix[:, step, step]
            column = matrix[:, step + 1 :, step]
            factor = np.where(pivot > _NOTHING, 1 / np.where(pivot > _NOTHING, pivot, 1.0), 0.0)
            rest = matrix[:, step + 1 :, step + 1 :] - column[:, :, np.newaxis] * column[:, np.newaxis, :] * factor[:, np.newaxis, np.newaxis]  # fmt: skip
            chosen = mask | 1 << (first + step)
            explained[:, chosen] = 1 - rest[:, -1, -1]
            left.append((chosen, first + step + 1, rest))
    return explained


def draws_for(n: int) -> int:
    """How many samples are drawn of n respondents: of very many fewer, since their intervals are narrow."""
    return int(np.clip(_DRAWN // n, _FEWEST_DRAWS, _DRAWS))


def _bootstrap(data: Array, *, is_share: bool) -> Draws:
    """What samples with replacement give; always the same samples. `is_share`: the scores are shares of
    who agrees, the upper two of five points."""
    n, width = data.shape
    rng = np.random.default_rng(_SEED)
    centred = data - data.mean(axis=0)
    scored = (data[:, :-1] >= _AGREES).astype(np.float64) if is_share else data[:, :-1]
    first, second = np.triu_indices(width)
    # Sums and sums of products, so that a sample is one row of how often each respondent is in it.
    terms = np.column_stack([centred, scored - scored.mean(axis=0), centred[:, first] * centred[:, second]])
    sums = np.concatenate([times @ terms for times in _samples(rng, n)]) / n
    means, moves, products = np.split(sums, [width, 2 * width - 1], axis=1)
    covariance = np.empty((len(sums), width, width))
    covariance[:, first, second] = products - means[:, first] * means[:, second]
    covariance[:, second, first] = covariance[:, first, second]
    weights = relative_weights(covariance)
    totals = weights.sum(axis=1, keepdims=True)
    known = totals[:, 0] > _NOTHING
    return Draws(weights[known] / totals[known], moves[known])


def _samples(rng: np.random.Generator, n: int) -> Iterator[Array]:
    """How often each of n respondents is in a sample, [samples, n], a few samples at a time."""
    left = draws_for(n)
    while left:
        size = min(_AT_ONCE, left)
        left -= size
        yield np.stack([np.bincount(rng.integers(0, n, n), minlength=n) for _ in range(size)]).astype(np.float64)
