"""Scores: the mean grade, the share that agrees, the effort score, each with its base."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lib.figures import intervals
from lib.figures import verdict as tests
from lib.figures.base import Precision, is_indicative, is_suppressed
from lib.figures.intervals import Interval
from lib.figures.measures import answer_values, place_of
from lib.figures.verdict import Verdict
from lib.survey.catalogue import Item, whole_label
from lib.survey.dataset import Answers, Parts, Rule, Source
from lib.survey.scales import FIRST_VALID

Unit = Literal["grade", "agree", "effort"]


@dataclass(frozen=True)
class Score:
    """One measure, exact and unrounded: a mean grade, the share that agrees, or the effort score (CES), which is
    the share with low effort minus the share with high effort.

    `n` is the base: valid answers (grades 1-10, or any of the five points of agree and effort, the neutral
    one included). `total` is the sum of the answers, where a grade counts as itself, agreeing as 1, and low effort
    ("(heel) weinig", "geen") as 1 and high effort ("veel", "heel veel") as -1. `outside` counts the
    other respondents by reason, so that n and `outside` together are the respons. `benchmark` is
    as published: a grade, a share between 0 and 1, or whole points of effort. `p` is that of this row alone, `p_adjusted`
    that within its table; both are None where nothing was tested. `parts`: what it is made of, if it is; with
    some missing it is not compared with BM. `option`: the answer of which it is the share, if it is one. `is_public`: made for others than the owner. `precision`: how
    much of it is told; where it is not exact, `n` only says on which side of the minimum bases it lies, `value` is no finer
    than it is printed, and there is nothing else.
    """

    key: str
    label: str
    unit: Unit
    n: int
    total: Fraction
    squares: Fraction = Fraction(0)  # sum of the squared answers
    outside: Mapping[int, int] = field(default_factory=dict)
    rule: Rule = "custom_question"
    part_of: str | None = None
    option: str | None = None
    sources: tuple[Source, ...] = ()
    parts: Parts | None = None
    benchmark: Decimal | None = None
    benchmark_year: int | None = None
    p: float | None = None
    p_adjusted: float | None = None
    verdict: Verdict = "no_benchmark"
    precision: Precision = "exact"
    is_public: bool = False

    @property
    def shown_n(self) -> int | None:
        """The base as it may be told; None where it may not."""
        return self.n if self.precision == "exact" else None

    @property
    def suppressed(self) -> bool:
        return is_suppressed(self.n)

    @property
    def indicative(self) -> bool:
        """Whether there are enough answers to show the figure, but too few to judge it by."""
        return is_indicative(self.n)

    @property
    def is_partial(self) -> bool:
        """Whether parts of what it is made of are missing."""
        return self.parts is not None and not self.parts.are_all

    @property
    def low(self) -> int:
        """How many had low effort; of the effort score."""
        return int(self.squares + self.total) // 2

    @property
    def high(self) -> int:
        """How many had high effort; of the effort score."""
        return int(self.squares - self.total) // 2

    @property
    def value(self) -> Fraction | None:
        """The mean grade, the share 0-1 that agrees, or the effort score from -1 to 1; None where the base is too
        small."""
        return None if self.suppressed else self.total / self.n

    @property
    def variance(self) -> Fraction:
        """Sample variance (divided by n - 1) of grades or effort; needs n > 1."""
        return (self.squares - self.total * self.total / self.n) / (self.n - 1)

    @property
    def interval(self) -> Interval | None:
        """The 95% interval of the value: Student's t for a mean grade, Wilson's for a share, that of
        both shares together (MOVER) for effort. None for grades without spread, of which no interval can be told, and for what is not exact."""
        if self.value is None or self.precision != "exact":
            return None
        if self.unit == "effort":
            found = intervals.of_effort(self.low, self.high, self.n).within(-1, 1)
        elif self.unit == "grade":
            if self.variance == 0:
                return None
            found = intervals.of_mean(self.value, self.variance, self.n).within(1, 10)
        else:
            found = intervals.of_share(self.value, self.n)
        return found.told(is_public=self.is_public)


def outside_base(counts: NDArray[np.int64]) -> dict[int, int]:
    """Respondents outside the base, by code of the reason; only reasons that occur."""
    return {code: int(counts[code]) for code in range(FIRST_VALID) if counts[code]}


def score(answers: Answers, counts: NDArray[np.int64]) -> Score:
    """The score of an item that has one (`FIGURE_KINDS`). `counts`: per answer code, of one selection."""
    item, values = answers.item, answer_values(answers)
    valid: list[int] = counts[FIRST_VALID:].tolist()
    given = [(n, value) for n, value in zip(valid, values, strict=True) if n]
    total = sum((n * value for n, value in given), Fraction(0))
    squares = sum((n * value**2 for n, value in given), Fraction(0))
    unit: Unit = "grade" if item.kind == "grade" else "effort" if item.kind == "effort" else "agree"
    return Score(
        item.key,
        item.label,
        unit,
        sum(valid),
        total,
        squares,
        outside_base(counts),
        answers.rule,
        item.part_of,
        sources=answers.sources,
        parts=answers.parts,
    )


def share(answers: Answers, counts: NDArray[np.int64], option: str) -> Score:
    """The share that gave one answer to a question with options: that with the key `option`. `counts` as in
    `score`; the base is everyone who was asked."""
    valid: list[int] = counts[FIRST_VALID:].tolist()
    total = Fraction(sum(n for n, point in zip(valid, answers.item.points, strict=True) if point.key == option))
    item, label = answers.item, option_label(answers.item, option)
    return Score(
        item.key,
        label,
        "agree",
        sum(valid),
        total,
        total,
        outside_base(counts),
        "share_of_answer",
        item.part_of,
        place_of(item, option)[1],
        answers.sources,
    )


def option_label(item: Item, option: str) -> str:
    """The question and the answer to it, as one label."""
    answer = item.label
    question = whole_label(item) if item.part_of is not None else None
    if question is None:
        question, answer = item.label, next(point.label for point in item.points if point.key == option)
    return f"{question} {answer}" if question.endswith("?") else f"{question}: {answer}"


def effort_score(n: int, low: int, high: int) -> Score:
    """An effort score of its counts, for who has no answers at hand."""
    return Score("ces", "CES", "effort", n, Fraction(low - high), Fraction(low + high))


def with_verdicts(
    scores: Sequence[Score], benchmarks: Mapping[str, Decimal | None], year: int | None = None
) -> tuple[Score, ...]:
    """The same scores, with the BM of `year` and a verdict. They form one table: Holm runs over all
    of them that have a BM and enough answers."""
    found = [replace(score, benchmark=benchmarks.get(score.key), benchmark_year=year) for score in scores]
    tested = [_p(score) if tests.may_test(score.n, score.benchmark) else None for score in found]
    return tuple(_with_verdict(*each) for each in zip(found, tested, tests.holm_where(tested), strict=True))


def _p(score: Score) -> float | None:
    assert score.value is not None
    assert score.benchmark is not None
    benchmark = Fraction(score.benchmark)
    if score.unit == "effort":
        return tests.p_of_effort(score.low, score.high, score.n, benchmark / 100)
    if score.unit == "agree":
        return tests.p_of_share(score.value, score.n, benchmark)
    p = tests.p_of_mean(score.value, score.variance, score.n, benchmark)
    if p is not None and tests.is_skewed(score.value, score.variance, score.n):
        return max(p, tests.p_of_skewed_mean(score.total, score.squares, score.n, benchmark))
    return p


def _with_verdict(score: Score, p: float | None, p_adjusted: float | None) -> Score:
    is_higher = False
    if score.value is not None and score.benchmark is not None:
        is_higher = score.value > Fraction(score.benchmark) / (100 if score.unit == "effort" else 1)
    word = tests.verdict(score.n, score.benchmark is not None, p_adjusted, is_higher)
    return replace(score, p=p, p_adjusted=p_adjusted, verdict=word)
