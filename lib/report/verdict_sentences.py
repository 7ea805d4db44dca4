"""What a comparison with BM means, one sentence per item, for somebody who never took statistics."""

from lib.figures.scores import Effort, Figure, Score
from lib.report import dutch


def verdict_sentence(figure: Figure) -> str:
    """The own figure, BM, and what may be concluded of the two."""
    label = figure.label
    if figure.suppressed:
        return f"{label}: te weinig antwoorden om te tonen (n = {dutch.number(figure.n)})."
    own = dutch.figure(dutch.shown(figure.value, figure.unit), figure.unit)
    said = f"{label}: {_given(figure, own)}"
    if figure.indicative:
        return f"{said}. Met {dutch.number(figure.n)} antwoorden is dat een indicatie; vergelijken kan pas vanaf 30."
    if isinstance(figure, Score) and figure.is_partial:
        return f"{said}. Vergelijken met BM kan pas als alle onderdelen in het bestand staan."
    if figure.benchmark is None:
        return f"{said}. Er is geen BM om mee te vergelijken."
    benchmark = dutch.figure(dutch.shown_benchmark(figure.benchmark, figure.unit), figure.unit)
    if figure.verdict in ("higher", "lower"):
        word = "hoger" if figure.verdict == "higher" else "lager"
        return f"{said}, aantoonbaar {word} dan BM ({benchmark}): het verschil is te groot voor toeval of afronding."
    if dutch.difference(figure.value, figure.benchmark, figure.unit) == 0:
        return f"{said}, gelijk aan BM."
    return f"{said}. Het verschil met BM ({benchmark}) kan toeval of afronding zijn."


def _given(figure: Figure, own: str) -> str:
    if isinstance(figure, Effort):
        return f"de score is {own}"
    return f"klanten geven een {own}" if figure.unit == "grade" else f"{own} van de klanten is het eens"
