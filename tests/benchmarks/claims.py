"""Findings of random surveys against the answers themselves, and the coverage of every interval by simulation.

uv run python -m tests.benchmarks.claims [surveys, 300 where not given] [--seed N]

Another seed draws other surveys and other samples; 0 where not given.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from lib.figures import breakdowns, intervals
from lib.figures import verdict as tests
from lib.figures.channel import ChannelFigures, figures, within_one_year
from lib.figures.compare import Side, compare
from lib.figures.counts import Counts, count
from lib.figures.distribution import distributions
from lib.figures.drivers import drivers, relative_weights
from lib.figures.priorities import priorities
from lib.figures.products import product_table
from lib.figures.scores import Score, with_verdicts
from lib.figures.selection import Selection
from lib.figures.trend import trend
from lib.report import comparisons, product_tables, sentences, trends
from lib.report import distributions as distribution_words
from lib.report import priorities as priority_words
from lib.report.score_findings import scores_finding
from lib.report.score_tables import table_scores
from tests import claims_checker as checker
from tests import claims_differences as differences
from tests.benchmarks.timing import print_table, verdict
from tests.claims_checker import Values
from tests.claims_surveys import ASPECTS, KINDS, PURE_NOISE, Made, make
from tests.figures.surveys import channel

OVERALL = "Totaaloordeel"
CLAIMS = (
    "scoort aantoonbaar",
    "scoren aantoonbaar",
    "Aantoonbaar ",
    "aantoonbaar vaker",
    "aantoonbaar minder vaak",
    "het vaakst",
    "Eerst doen",
)
EVERYTHING = Selection()


@dataclass(frozen=True)
class Finding:
    """What a page says of a survey, and what of it is untrue."""

    page: str
    sentence: str
    wrong: tuple[str, ...]

    @property
    def is_claim(self) -> bool:
        """Whether it names something as highest, lowest or going together with the totaaloordeel."""
        if self.page in ("vergelijken", "verloop"):
            return False
        is_among_themselves = self.page != "scores" or "dan de andere" in self.sentence
        return is_among_themselves and any(words in self.sentence for words in CLAIMS)


def findings(made: Made) -> Iterator[Finding]:
    """The finding of every page for a whole survey, each checked."""
    counts = count(made.answers)
    selected = counts.select(EVERYTHING)
    found = within_one_year(figures(counts, EVERYTHING, made.references))
    scores = table_scores(found)
    labels = [score.label for score in scores]

    said = scores_finding(found)
    aspects = {score.label: made.raw[score.label] for score in scores if score.unit == "grade"}
    wrong = [*checker.check_scores(made, said, labels), *differences.check_apart(said, aspects)]
    yield Finding("scores", said, tuple(wrong))
    said = sentences.overview_finding([found])
    yield Finding("overzicht", said, tuple(checker.check_products(made, said, made.raw[OVERALL])))
    for said in (sentences.products_finding(found), product_tables.products_finding(product_table(counts, selected))):
        yield Finding("producten", said, tuple(checker.check_products(made, said, made.raw[OVERALL])))
    yield from _breakdowns(made, found, counts)
    yield from _distributions(made, counts)
    said = trends.trend_finding(trend(counts, EVERYTHING, "totaaloordeel", "quarter", made.references))
    yield Finding("verloop", said, tuple(checker.check_trend(made, said, OVERALL)))
    alike = [score for score in scores if score.unit == "grade"]
    related = drivers(made.answers, EVERYTHING, alike)
    said = priority_words.priorities_finding(related, priorities(related, alike))
    taken = [driver.score.label for driver in related.drivers] or [score.label for score in alike]
    yield Finding("prioriteiten", said, tuple(checker.check_priorities(made, said, taken, OVERALL)))
    yield from _comparison(made, counts)


def _breakdowns(made: Made, found: ChannelFigures, counts: Counts) -> Iterator[Finding]:
    selected = counts.select(EVERYTHING)
    assert found.repeat_visit is not None
    assert found.info_clarity is not None
    said = sentences.repeat_visit_finding(found.repeat_visit)
    yield Finding("terugkomen", said, tuple(checker.check_returning(made, said)))
    said = sentences.returning_products(breakdowns.by_product(counts, selected, "herhaalbezoek"))
    documents = np.array([float(one == "documenten") for one in made.reasons])
    yield Finding("terugkomen per product", said, tuple(checker.check_products(made, said, documents)))
    said = sentences.information_finding(found.info_clarity)
    columns = {option.label: made.raw[option.label] for option in found.info_clarity.options}
    wrong = checker.check_questions(made, said, columns, ("vaker", "minder vaak"))
    wrong += differences.check_apart(said, columns)
    yield Finding("informatie", said, tuple(wrong))
    said = sentences.informed_products(breakdowns.by_product(counts, selected, "informatie", several=True))
    yield Finding("informatie per product", said, tuple(differences.check_informed(made, said, list(columns))))


# From where to where the bad and the good answers of each kind lie in `Made.points`, and what both are called.
ENDS: dict[str, tuple[tuple[int, int], tuple[int, int], tuple[str, str]]] = {
    "grade": ((1, 5), (8, 10), ("een onvoldoende", "een 8 of hoger")),
    "agree": ((-1, -1), (1, 1), ("oneens", "eens")),
    "effort": ((-1, -1), (1, 1), ("veel moeite", "weinig of geen moeite")),
}


def _distributions(made: Made, counts: Counts) -> Iterator[Finding]:
    found = distributions(counts, counts.select(EVERYTHING))
    for kind in dict.fromkeys(each.kind for each in found):
        alike = [each for each in found if each.kind == kind]
        said = distribution_words.distribution_finding(alike)
        bad, good = ({each.label: _at(made.points[each.label], *end) for each in alike} for end in ENDS[kind][:2])
        yield Finding("verdeling", said, tuple(differences.check_distribution(made, said, bad, good, ENDS[kind][2])))


def _at(points: Values, low: int, high: int) -> Values:
    """Whether each answer lies from low to high; not a number outside the base."""
    return np.where(np.isnan(points), np.nan, (low <= points) & (points <= high))


def _comparison(made: Made, counts: Counts) -> Iterator[Finding]:
    if "Product 2" not in counts.products:
        return
    sides = ("Product 1", "Product 2")
    one, other = (Side(counts, Selection(products=(side,))) for side in sides)
    found = compare(one, other)
    said = comparisons.comparison_finding(found, sides)
    wrong = differences.check_comparison(made, said, sides, [row.label for row in found.rows])
    yield Finding("vergelijken", said, tuple(wrong))


def check_surveys(many: int, seed: int) -> bool:
    """Print how many findings of how many surveys are untrue, and how many claims pure noise gets."""
    faults: list[tuple[str, int, Finding]] = []
    told: Counter[str] = Counter()
    noise: Counter[str] = Counter()
    surveys_of_noise = 0
    for number in range(many):
        kind = KINDS[number % len(KINDS)]
        each = list(findings(make(kind, _number(seed, number))))
        told.update(finding.page for finding in each)
        faults += [(kind, number, finding) for finding in each if finding.wrong]
        if kind in PURE_NOISE:
            surveys_of_noise += 1
            pages = {finding.page for finding in each if finding.is_claim}
            noise.update(pages)
            noise["any page"] += bool(pages)
    rows = [[page, str(told[page]), str(sum(f.page == page for _, _, f in faults)),
             f"{noise[page]} of {surveys_of_noise}"] for page in told]  # fmt: skip
    print_table(("page", "findings", "untrue", "claims on noise"), rows)
    for kind, number, finding in faults[:20]:
        print(f"{kind} {number} {finding.page}: {finding.sentence}\n    {'; '.join(finding.wrong)}")
    share = noise["any page"] / max(1, surveys_of_noise)
    print(f"{many} surveys: {len(faults)} untrue findings, goal 0 {verdict(not faults)}; a claim on any page in {share:.1%} of the "
          f"{surveys_of_noise} surveys of pure noise, goal 5% {verdict(share <= 0.05)}")  # fmt: skip
    return not faults and share <= 0.05


def _number(seed: int, number: int) -> int:
    """The number by which a survey is made, another one for every seed."""
    return seed * 1_000_000 + number


def claims_on_noise(many: int, seed: int) -> bool:
    """Print in how many further surveys of pure noise any page claims a highest, lowest or samenhang."""
    claimed = [
        any(finding.is_claim for finding in findings(make(kind, _number(seed, 10_000 + number))))
        for number in range(many // 2)
        for kind in PURE_NOISE
    ]
    share = float(np.mean(claimed))
    print(f"{len(claimed)} further surveys of pure noise: a claim in {share:.1%}, goal 5% {verdict(share <= 0.05)}")
    return share <= 0.05


# --- coverage --------------------------------------------------------------------------------------

GRADES = {
    "usual grades": {5: 0.05, 6: 0.10, 7: 0.25, 8: 0.35, 9: 0.18, 10: 0.07},
    "skewed grades": {1: 0.02, 5: 0.03, 6: 0.05, 7: 0.10, 8: 0.20, 9: 0.25, 10: 0.35},
}
SHARES = (0.5, 0.7, 0.93)
EFFORTS = ((0.70, 0.10), (0.85, 0.05), (0.93, 0.03))
SIZES = (30, 100, 300)
DRAWS = 4000


def coverage(seed: int) -> bool:
    """Print in what share of samples each kind of interval holds the truth."""
    rng = np.random.default_rng(11 + seed)
    rows = [[name, *(f"{100 * of(size):.1f}%" for size in SIZES)] for name, of in _coverages(rng)]
    print_table(("interval", *(f"n = {size}" for size in SIZES)), rows)
    shares = [float(cell.rstrip("%")) for row in rows for cell in row[1:]]
    outside = sum(not 93 <= share <= 97 for share in shares)
    print(f"{len(shares)} coverages, {outside} outside 93-97%, goal 0 {verdict(not outside)}")
    return not outside


def _coverages(rng: np.random.Generator) -> Iterator[tuple[str, Callable[[int], float]]]:
    for name, chances in GRADES.items():
        yield name, lambda size, chances=chances: _mean_coverage(rng, chances, size)  # type: ignore[misc]
        yield f"difference of {name}", lambda size, chances=chances: _mean_difference(rng, chances, size)  # type: ignore[misc]
    for share in SHARES:
        yield f"share {share:.0%}", lambda size, share=share: _share_coverage(rng, share, size)  # type: ignore[misc]
        yield f"difference of shares {share:.0%}", lambda size, share=share: _share_difference(rng, share, size)  # type: ignore[misc]
    for low, high in EFFORTS:
        name = f"{low:.0%} / {high:.0%}".replace("%", "")
        yield f"CES {name}", lambda size, low=low, high=high: _effort(rng, low, high, size)  # type: ignore[misc]
        yield f"difference of CES {name}", lambda size, low=low, high=high: _efforts(rng, low, high, size)  # type: ignore[misc]


def _drawn(rng: np.random.Generator, chances: dict[int, float], size: int) -> tuple[NDArray[np.int64], float]:
    grades = np.array(list(chances))
    return rng.choice(grades, (DRAWS, size), p=list(chances.values())), float(grades @ list(chances.values()))


def _moments(row: NDArray[np.int64]) -> tuple[Fraction, Fraction, int]:
    n, total = len(row), int(row.sum())
    return Fraction(total, n), (int((row * row).sum()) - Fraction(total * total, n)) / (n - 1), n


def _mean_coverage(rng: np.random.Generator, chances: dict[int, float], size: int) -> float:
    drawn, truth = _drawn(rng, chances, size)
    return float(np.mean([intervals.of_mean(*_moments(row)).holds(truth) for row in drawn]))


def _mean_difference(rng: np.random.Generator, chances: dict[int, float], size: int) -> float:
    (one, _), (other, _) = _drawn(rng, chances, size), _drawn(rng, chances, 2 * size)
    return float(np.mean([intervals.of_mean_difference(*_moments(a), *_moments(b)).holds(0)
                          for a, b in zip(one, other, strict=True)]))  # fmt: skip


def _share_coverage(rng: np.random.Generator, share: float, size: int) -> float:
    drawn = rng.binomial(size, share, DRAWS).tolist()
    return float(np.mean([intervals.of_share(Fraction(one, size), size).holds(share) for one in drawn]))


def _share_difference(rng: np.random.Generator, share: float, size: int) -> float:
    one, other = rng.binomial(size, share, DRAWS).tolist(), rng.binomial(2 * size, share, DRAWS).tolist()
    return float(np.mean([intervals.of_share_difference(Fraction(a, size), size, Fraction(b, 2 * size), 2 * size).holds(0)
                          for a, b in zip(one, other, strict=True)]))  # fmt: skip


def _effort(rng: np.random.Generator, low: float, high: float, size: int) -> float:
    drawn = rng.multinomial(size, [low, high, 1 - low - high], DRAWS).tolist()
    return float(np.mean([intervals.of_effort(a, b, size).holds(low - high) for a, b, _ in drawn]))


def _efforts(rng: np.random.Generator, low: float, high: float, size: int) -> float:
    chances = [low, high, 1 - low - high]
    one, other = rng.multinomial(size, chances, DRAWS).tolist(), rng.multinomial(2 * size, chances, DRAWS).tolist()
    return float(np.mean([intervals.of_effort_difference((a, b, size), (c, d, 2 * size)).holds(0)
                          for (a, b, _), (c, d, _) in zip(one, other, strict=True)]))  # fmt: skip


WEIGHTS = np.array([0.5, 0.35, 0.25, 0.15, 0.05])  # of five aspects for the totaaloordeel
RELATION_DRAWS = 200


def coverage_of_samenhang(seed: int) -> bool:
    """Print in what share of samples the interval of an aspect's share of R2 holds that of the population."""
    rng = np.random.default_rng(4 + seed)
    size = 200_000
    aspects = np.clip(np.rint(7.8 + rng.normal(0, 0.8, size) + rng.normal(0, 1.3, (len(WEIGHTS), size))), 1, 10)
    overall = np.clip(np.rint(7.8 + WEIGHTS @ (aspects - 7.8) + rng.normal(0, 0.9, size)), 1, 10)
    whole = np.vstack([aspects, overall])
    weights = relative_weights(np.cov(whole)[np.newaxis])[0]
    truth = weights / weights.sum()
    rows, shares = [], []
    for n in (100, 300, 1000):
        inside = []
        for _ in range(RELATION_DRAWS):
            drawn = whole[:, rng.integers(0, size, n)].astype(int).tolist()
            made = channel(dict(zip((*ASPECTS[:5], "totaaloordeel"), drawn, strict=True)))
            found = drivers(made, EVERYTHING, figures(count(made), EVERYTHING).scores)
            inside.append([one.interval.holds(share) for one, share in zip(found.drivers, truth, strict=True)])
        held = np.mean(inside, axis=0)
        shares.append(float(np.mean(held)))
        rows.append([f"n = {n}", *(f"{100 * share:.1f}%" for share in held), f"{100 * shares[-1]:.1f}%"])
    print_table(("samenhang", *(f"share {share:.2f}" for share in truth), "all"), rows)
    return all(0.93 <= share <= 0.97 for share in shares)


# --- verdicts --------------------------------------------------------------------------------------

SKEWED = {
    "65% 10, 32% 9, 3% 1": {10: 0.65, 9: 0.32, 1: 0.03},
    "90% 10, 7% 9, 3% 1": {10: 0.90, 9: 0.07, 1: 0.03},
    "80% 10, 15% 9, 5% 5": {10: 0.80, 9: 0.15, 5: 0.05},
    "80% 10, 10% 9, 5% 6, 5% 1": {10: 0.80, 9: 0.10, 6: 0.05, 1: 0.05},
    "35% 10 down to 2% 1 (skewed above)": GRADES["skewed grades"],
    "60% 8, 37% 9, 3% 1": {8: 0.60, 9: 0.37, 1: 0.03},
}
SKEWED_SIZES = (30, 50, 90)


def false_verdicts(seed: int) -> bool:
    """Print how often skewed grades get a verdict against a BM of which the truth is an end of the rounding
    interval, by the plain t test and by what the app does; of both ends the one with more."""
    rng = np.random.default_rng(7 + seed)
    rows, worst = [], 0.0
    for name, chances in SKEWED.items():
        for size in SKEWED_SIZES:
            drawn, _ = _drawn(rng, chances, size)
            truth = sum((Fraction(str(share)) * grade for grade, share in chances.items()), Fraction(0))
            sums = Counter((int(row.sum()), int((row * row).sum())) for row in drawn)
            plain, app = (
                max(_false(sums, size, truth + end, judge) for end in (Fraction(-1, 20), Fraction(1, 20)))
                for judge in (_by_t, _by_app)
            )
            worst = max(worst, app)
            rows.append([name, str(size), f"{plain:.1%}", f"{app:.1%}"])
    print_table(("grades", "n", "t", "the app"), rows)
    print(f"false verdicts on skewed grades: at most {worst:.1%}, goal 5% {verdict(worst <= 0.05)}")
    return worst <= 0.05


def _false(
    sums: Counter[tuple[int, int]], n: int, benchmark: Fraction, judge: Callable[[Score, Fraction], bool]
) -> float:
    """In what share of samples, by their sum and the sum of their squares, there is a verdict."""
    judged = sum(
        many for (total, squares), many in sums.items()
        if judge(Score("k", "k", "grade", n, Fraction(total), Fraction(squares)), benchmark)
    )  # fmt: skip
    return judged / sums.total()


def _by_t(score: Score, benchmark: Fraction) -> bool:
    assert score.value is not None
    p = tests.p_of_mean(score.value, score.variance, score.n, benchmark)
    return p is not None and p < 0.05


def _by_app(score: Score, benchmark: Fraction) -> bool:
    exact = Decimal(benchmark.numerator) / Decimal(benchmark.denominator)
    return with_verdicts([score], {"k": exact})[0].verdict in ("higher", "lower")


def main(many: int, seed: int) -> int:
    """All five, one after the other."""
    held = [
        check_surveys(many, seed),
        claims_on_noise(many, seed),
        coverage(seed),
        coverage_of_samenhang(seed),
        false_verdicts(seed),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("surveys", nargs="?", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    sys.exit(main(given.surveys, given.seed))
