"""The same answers over another base, as what went wrong with a number: who gave no answer counted in, or a mean taken of
aspects in place of the own question. For the owner only: such a base tells how many gave no answer."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from lib.figures.every_figure import Figure
from lib.figures.keys import OWN, FigureKey
from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report import dutch
from lib.report.check.cause import Cause
from lib.report.check.recompute import Data, parts_of, rounded
from lib.survey import catalogue
from lib.survey.scales import DONT_KNOW, FIRST_VALID, NOT_APPLICABLE

_CODE_UNKNOWN = 11  # what many exports write for "weet niet" in a column of grades


def bases(data: Data, claim: Claim, printed: PrintedNumber) -> Iterator[Cause]:
    """Each other base that gives exactly what is printed."""
    selection = data.selection_of(claim)
    if selection is None or claim.column != OWN or printed.value is None:
        return
    question, option, product = parts_of(claim.item)
    chosen = replace(selection, products=(product,)) if product is not None else selection
    figure = data.figures(claim.channel, chosen).get(FigureKey(claim.channel, question, OWN, option))
    if figure is not None and figure.total is not None and figure.n:
        yield from _counted_in(data, claim, printed, chosen, figure)
    if question == "totaaloordeel":
        yield from _of_aspects(data, claim, printed, chosen)


def _counted_in(data: Data, claim: Claim, printed: PrintedNumber, chosen: Selection, figure: Figure) -> Iterator[Cause]:
    """With those outside the base in it: as a nought, or as the code that stands for "weet niet"."""
    question, option, _ = parts_of(claim.item)
    counts = data.counts[claim.channel]
    key = question if question in counts.answers else f"{question}_{option}"
    if key not in counts.answers or figure.total is None or figure.n is None:
        return
    of = counts.select(chosen).of(key)
    unknown, blank = int(of[DONT_KNOW]), int(of[:FIRST_VALID].sum())
    is_grade = figure.unit == "grade"
    for more in dict.fromkeys((unknown, unknown + int(of[NOT_APPLICABLE]), blank)):
        if more and printed.value == rounded(
            figure.total / (figure.n + more) * (1 if is_grade else 100), printed.decimals
        ):
            words = "als een 0 meegeteld" if is_grade else "in de noemer meegeteld"
            message = f"Wie geen antwoord gaf of het niet wist ({dutch.number(more)}), is {words}."
            yield Cause("outside_base_counted", message)
    if is_grade and unknown:
        total = figure.total + _CODE_UNKNOWN * unknown
        if printed.value == rounded(total / (figure.n + unknown), printed.decimals):
            message = f"Code {_CODE_UNKNOWN} (weet niet, {dutch.number(unknown)} keer) is als cijfer meegeteld."
            yield Cause("outside_base_counted", message)


def _of_aspects(data: Data, claim: Claim, printed: PrintedNumber, chosen: Selection) -> Iterator[Cause]:
    figures = data.figures(claim.channel, chosen)
    found = [figures.get(FigureKey(claim.channel, item.key)) for item in catalogue.aspects_of(claim.channel)]
    values = [each.value for each in found if each is not None and each.value is not None and each.unit == "grade"]
    if values and printed.value == rounded(sum(values, Fraction(0)) / len(values), printed.decimals):
        message = f"{printed.printed} is het gemiddelde van de aspecten, niet van de eigen vraag."
        yield Cause("mean_of_aspects", message)
