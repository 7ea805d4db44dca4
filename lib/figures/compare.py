"""Two selections side by side: do their figures differ demonstrably, and why did the totaaloordeel move?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from lib.figures import intervals, verdict
from lib.figures.base import MINIMUM_BASE, VERDICT_BASE
from lib.figures.benchmarks import OVERALL
from lib.figures.counts import Counts, SelectedCounts
from lib.figures.intervals import Interval
from lib.figures.scores import Score, score
from lib.figures.selection import Selection
from lib.figures.verdict import Verdict
from lib.survey.catalogue import FIGURE_KINDS
from lib.survey.scales import FIRST_VALID


@dataclass(frozen=True)
class Side:
    """One of the two: the counts of a channel, and what is selected of it."""

    counts: Counts
    selection: Selection


@dataclass(frozen=True)
class Difference:
    """One item in both selections. `verdict` is about `one` against `other`: higher, lower,
    no_difference; indicative or suppressed by the smaller base. `p_adjusted`: within the table."""

    one: Score
    other: Score
    p: float | None = None
    p_adjusted: float | None = None
    verdict: Verdict = "suppressed"

    @property
    def key(self) -> str:
        return self.one.key

    @property
    def label(self) -> str:
        return self.one.label

    @property
    def smaller_n(self) -> int:
        """The base that decides what may be said."""
        return min(self.one.n, self.other.n)

    @property
    def value(self) -> Fraction | None:
        """One minus other, exact; None where either is hidden."""
        if self.one.value is None or self.other.value is None:
            return None
        return self.one.value - self.other.value

    @property
    def interval(self) -> Interval | None:
        """The 95% interval of the difference: Welch for grades, Newcombe for shares, MOVER for CES."""
        one, other = self.one, self.other
        if self.value is None or {one.precision, other.precision} != {"exact"}:
            return None
        is_public = one.is_public or other.is_public
        if one.unit == "effort":
            return intervals.of_effort_difference(_effort(one), _effort(other)).told(is_public=is_public)
        assert one.value is not None
        assert other.value is not None
        if one.unit == "grade":
            if one.variance == 0 or other.variance == 0:
                return None
            found = intervals.of_mean_difference(one.value, one.variance, one.n, other.value, other.variance, other.n)
        else:
            found = intervals.of_share_difference(one.value, one.n, other.value, other.n)
        return found.told(is_public=is_public)


@dataclass(frozen=True)
class Split:
    """A change of the mean totaaloordeel in two parts that add up to it exactly.

    `mix`: other products were asked for; `rating`: customers of the same product answered
    otherwise. Both in grades.
    """

    mix: Fraction
    rating: Fraction

    @property
    def total(self) -> Fraction:
        return self.mix + self.rating


@dataclass(frozen=True)
class Comparison:
    """Everything that both selections have, with the respons of each; `split` is None where the
    totaaloordeel or its products are missing, or one of the bases is too small to judge by."""

    responses: tuple[int | None, int | None]
    rows: tuple[Difference, ...]
    split: Split | None


def compare(one: Side, other: Side) -> Comparison:
    """The table of differences between two selections that share no respondent.

    Rows are the items that both channels ask, in the order of the tables, without the parts of an
    aspect. Holm runs over the rows where both bases are large enough.
    """
    selected, against = one.counts.select(one.selection), other.counts.select(other.selection)
    rows = [
        Difference(score(answers, selected.of(key)), score(other.counts.answers[key], against.of(key)))
        for key, answers in one.counts.answers.items()
        if answers.item.kind in FIGURE_KINDS
        and answers.item.part_of is None
        and key in other.counts.answers
        and other.counts.answers[key].item.kind == answers.item.kind
        # Made of other parts, a figure is another one.
        and other.counts.answers[key].parts == answers.parts
    ]
    return Comparison(
        (selected.respondents, against.respondents),
        with_verdicts(rows),
        _split(one.counts, selected, other.counts, against),
    )


def with_verdicts(rows: Sequence[Difference]) -> tuple[Difference, ...]:
    """The same rows, tested as one table."""
    tested = [p_of(row.one, row.other) if row.smaller_n >= VERDICT_BASE else None for row in rows]
    return tuple(
        replace(
            row,
            p=p,
            p_adjusted=adjusted,
            verdict=verdict.verdict(row.smaller_n, True, adjusted, row.value is not None and row.value > 0),
        )
        for row, p, adjusted in zip(rows, tested, verdict.holm_where(tested), strict=True)
    )


def p_of(one: Score, other: Score) -> float | None:
    """Two-sided p of the difference between two figures of one kind over other respondents, each from ten
    answers; None where grades have no spread."""
    if one.unit == "effort":
        return verdict.p_of_two_efforts(_effort(one), _effort(other))
    assert one.value is not None
    assert other.value is not None
    if one.unit == "grade":
        return verdict.p_of_two_means(one.value, one.variance, one.n, other.value, other.variance, other.n)
    return verdict.p_of_two_shares(int(one.total), one.n, int(other.total), other.n)


def _effort(figure: Score) -> tuple[int, int, int]:
    return figure.low, figure.high, figure.n


def _split(one: Counts, selected: SelectedCounts, other: Counts, against: SelectedCounts) -> Split | None:
    """The parts of the change from `against` to `selected`, per product name (Kitagawa, 1955, with the
    mean of both as weights). Respondents without a product are a group as well; a product that one
    of the two doesn't have can only have changed the mix."""
    if OVERALL not in one.answers or OVERALL not in other.answers:
        return None
    now, then = _by_product(one, selected), _by_product(other, against)
    n_now, n_then = sum(n for n, _ in now.values()), sum(n for n, _ in then.values())
    if min(n_now, n_then) < VERDICT_BASE or len(now.keys() | then.keys()) < 2:
        return None
    mix = rating = Fraction(0)
    for product in now.keys() | then.keys():
        (n, total), (n_before, total_before) = now.get(product, _NOBODY), then.get(product, _NOBODY)
        weight, weight_before = Fraction(n, n_now), Fraction(n_before, n_then)
        mean = total / n if n else total_before / n_before
        mean_before = total_before / n_before if n_before else mean
        mix += (weight - weight_before) * (mean + mean_before) / 2
        rating += (mean - mean_before) * (weight + weight_before) / 2
    return Split(mix, rating)


_NOBODY = (0, Fraction(0))


def _by_product(counts: Counts, selected: SelectedCounts) -> dict[str | None, tuple[int, Fraction]]:
    """n and sum of the totaaloordeel per product that has any; None is the unknown product."""
    answers = counts.answers[OVERALL]
    found: dict[str | None, tuple[int, Fraction]] = {}
    rows = selected.matrix[:, selected.columns[OVERALL]][:, FIRST_VALID:].tolist()
    for product, row in zip((*counts.products, None), rows, strict=True):
        n = sum(row)
        if n:
            found[product] = (n, sum((c * v for c, v in zip(row, answers.values, strict=True) if c), Fraction(0)))
    return found


def few_between(counts: Counts, one: Selection, other: Selection) -> int:
    """How many respondents are in exactly one of two selections of a channel, if they are so few that
    subtracting both figures would tell what they answered; else 0."""
    sizes = [counts.select(selection).respondents for selection in (one, other)]
    differing = sum(sizes) - 2 * shared(counts, one, other)
    return differing if 0 < differing < MINIMUM_BASE else 0


def shared(counts: Counts, one: Selection, other: Selection) -> int:
    """How many respondents of a channel are in both selections."""
    together = _intersection(one, other)
    return 0 if together is None else counts.select(together).respondents


def _intersection(one: Selection, other: Selection) -> Selection | None:
    """What is in both; None where they share no product or no day."""
    products = tuple(name for name in one.products if name in other.products)
    if one.products and other.products and not products:
        return None
    starts = [day for day in (one.start, other.start) if day is not None]
    ends = [day for day in (one.end, other.end) if day is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    if start is not None and end is not None and start > end:
        return None
    return Selection(one.channel, products or one.products or other.products, start, end)
