"""What a comparison with BM means, one sentence per item, for somebody who never took statistics."""

from lib.figures.scores import Score
from lib.figures.verdict import is_fragile
from lib.report import dutch

SO_RARELY = "zonder echt verschil komt zo'n uitkomst in hooguit 5 van de 100 onderzoeken voor"
FRAGILE = (
    "De cijfers lijken sterk op elkaar en het zijn er weinig: enkele heel andere antwoorden zouden dit oordeel omkeren."
)


def verdict_sentence(figure: Score) -> str:
    """The own figure, BM, and what may be concluded of the two."""
    label = figure.label
    if figure.suppressed:
        return f"{label}: te weinig antwoorden om te tonen (n = {dutch.number(figure.n)})."
    own = dutch.figure(dutch.shown(figure.value, figure.unit), figure.unit)
    said = f"{label}: {_given(figure, own)}"
    if figure.indicative:
        return f"{said}. Met {dutch.number(figure.n)} antwoorden is dat een indicatie; vergelijken kan pas vanaf 30."
    if figure.is_partial:
        return f"{said}. Vergelijken met BM kan pas als alle onderdelen in het bestand staan."
    if figure.benchmark is None:
        return f"{said}. Er is geen BM om mee te vergelijken."
    benchmark = dutch.figure(dutch.shown_benchmark(figure.benchmark, figure.unit), figure.unit)
    if figure.verdict in ("higher", "lower"):
        word = "hoger" if figure.verdict == "higher" else "lager"
        return f"{said}, aantoonbaar {word} dan BM ({benchmark}): {SO_RARELY}.{_fragile(figure)}"
    if figure.verdict == "not_testable":
        return (
            f"{said}; BM is {benchmark}. Iedereen gaf hetzelfde cijfer, en dan is er geen spreiding om mee te toetsen."
        )
    if dutch.difference(figure.value, figure.benchmark, figure.unit) == 0:
        return f"{said}, gelijk aan BM."
    return f"{said}. Het verschil met BM ({benchmark}) kan toeval of afronding zijn."


def _fragile(figure: Score) -> str:
    """What to keep in mind where a single other answer could undo a verdict."""
    if figure.unit != "grade" or figure.value is None:
        return ""
    return f" {FRAGILE}" if is_fragile(figure.value, figure.variance, figure.n) else ""


def _given(figure: Score, own: str) -> str:
    if figure.unit == "effort":
        return f"de score is {own}"
    return f"klanten geven een {own}" if figure.unit == "grade" else f"{own} van de klanten is het eens"
