"""One sentence per item, for every verdict."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from lib.figures.scores import Score, effort_score
from lib.figures.verdict import Verdict
from lib.report.verdict_sentences import verdict_sentence


def score(
    n: int, total: int, benchmark: str | None = None, verdict: Verdict = "no_benchmark", unit: str = "grade"
) -> Score:
    published = None if benchmark is None else Decimal(benchmark)
    squares = Fraction(total) ** 2 / n + 1
    return Score("x", "Prijs", "grade" if unit == "grade" else "agree", n, Fraction(total), squares, benchmark=published, verdict=verdict)  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        (
            score(100, 820, "8.0", "higher"),
            "Prijs: klanten geven een 8,2, aantoonbaar hoger dan BM (8,0): zonder echt verschil komt zo'n uitkomst in hooguit 5 van de 100 onderzoeken voor.",
        ),
        (
            score(100, 62, "0.70", "lower", "agree"),
            "Prijs: 62% van de klanten is het eens, aantoonbaar lager dan BM (70%): zonder echt verschil komt zo'n uitkomst in hooguit 5 van de 100 onderzoeken voor.",
        ),
        (score(100, 790, "8.0", "no_difference"), "Prijs: klanten geven een 7,9. Het verschil met BM (8,0) kan toeval of afronding zijn."),
        (score(100, 800, "8.0", "no_difference"), "Prijs: klanten geven een 8,0, gelijk aan BM."),
        (score(100, 800), "Prijs: klanten geven een 8,0. Er is geen BM om mee te vergelijken."),
        (score(18, 144, "8.0", "indicative"), "Prijs: klanten geven een 8,0. Met 18 antwoorden is dat een indicatie; vergelijken kan pas vanaf 30."),
        (score(7, 56, "8.0", "suppressed"), "Prijs: te weinig antwoorden om te tonen (n = 7)."),
        (replace(effort_score(100, 71, 10), benchmark=Decimal(45), verdict="higher"), "CES: de score is +61, aantoonbaar hoger dan BM (+45): zonder echt verschil komt zo'n uitkomst in hooguit 5 van de 100 onderzoeken voor."),
    ],
)  # fmt: skip
def test_a_verdict_in_words(figure: Score, sentence: str) -> None:
    assert verdict_sentence(figure) == sentence
