"""Whether a wrong figure makes a reader conclude something else about the own figure against BM."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from lib.figures.base import VERDICT_BASE
from lib.figures.benchmarks import tables
from lib.figures.keys import BENCHMARK, OWN
from lib.figures.scores import Score, with_verdicts
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report import dutch
from lib.report.check.recompute import Data


def flips(data: Data, claim: Claim, number: PrintedNumber) -> bool:
    """Whether with the printed value the own figure would stand on another side of BM, or the test would say something
    else of it. False for what has no BM or too few answers to be judged."""
    right = data.score(claim) if claim.column in (OWN, BENCHMARK) else None
    if right is None or right.benchmark is None or right.value is None or number.value is None:
        return False
    if right.n < VERDICT_BASE:
        return False
    printed = _with(right, claim.column, number.value)
    if _side(printed) != _side(right):
        return True
    if right.precision != "exact":
        return False
    return _verdict(data, claim, printed) != right.verdict


def _with(right: Score, column: str, value: Decimal) -> Score:
    """The score with the printed value in the place of its own or of BM, and as much spread as before."""
    if column == BENCHMARK:
        return replace(right, benchmark=value / 100 if right.unit == "agree" else value)
    mean = Fraction(value) / (1 if right.unit == "grade" else 100)
    total = mean * right.n
    if right.unit == "grade":
        spread = right.squares - right.total * right.total / right.n
        return replace(right, total=total, squares=spread + total * total / right.n)
    return replace(right, total=Fraction(int(total)))


def _side(score: Score) -> int:
    difference = dutch.difference(score.value, score.benchmark, score.unit)
    return 0 if difference is None else (difference > 0) - (difference < 0)


def _verdict(data: Data, claim: Claim, printed: Score) -> str:
    """What the test says within its table, where all other rows are right."""
    selection = data.selection_of(claim)
    assert selection is not None
    rows = {row.key: row for row in data.whole(claim.channel, selection).figures}
    table = next((keys for keys in tables(data.counts[claim.channel].answers) if printed.key in keys), (printed.key,))
    found = [printed if key == printed.key else rows[key] for key in table if key in rows]
    judged = with_verdicts(found, {row.key: row.benchmark for row in found}, printed.benchmark_year)
    return next(row.verdict for row in judged if row.key == printed.key)
