"""What only the data decide of numbers: a total, a number beside the right one, an n that is the respons."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lib.figures.keys import OWN, N
from lib.figures.measures import SHARE
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report.check.checked import CheckedFigure
from lib.report.check.recompute import Data, verdict_of

_NEAR = 3  # lines within which two numbers may belong to one row or box
_BASE_SAID = re.compile(r"\b[nN]\s*[=:]\s*$")
RESPONSES = "responses"


class Settled(NamedTuple):
    """The figures that stay, what is no figure after all, and what is not read after all."""

    figures: list[CheckedFigure]
    not_figures: list[PrintedNumber]
    unread: list[PrintedNumber]


def settled(data: Data, figures: Sequence[CheckedFigure]) -> Settled:
    """The figures as the data make of them; what a user said that a number is, stays."""
    figures, totals = _without_totals([_as_responses(data, figure) for figure in figures])
    figures, doubtful = _beside_another(figures)
    return Settled(figures, totals, doubtful)


def _as_responses(data: Data, figure: CheckedFigure) -> CheckedFigure:
    """An n said beside a figure that is the respons in truth: it is taken for that."""
    if figure.claim.column != N or figure.verdict == "reproduces" or figure.printed.is_corrected:
        return figure
    text = figure.printed.place.text
    if not any(
        _BASE_SAID.search(text[: found.start()]) for found in re.finditer(re.escape(figure.printed.printed), text)
    ):
        return figure
    claim = Claim(figure.claim.channel, RESPONSES, OWN, figure.claim.year)
    exact = data.exact(claim, figure.printed)
    if verdict_of(figure.printed, exact) != "reproduces":
        return figure
    return CheckedFigure(figure.printed, claim, exact, "reproduces")


def _without_totals(figures: Sequence[CheckedFigure]) -> tuple[list[CheckedFigure], list[PrintedNumber]]:
    """The figures without the hundred percent at the end of a row of shares, which is their sum and no figure."""
    shares = Counter(
        (figure.printed.place.page, figure.printed.place.line)
        for figure in figures
        if figure.claim.column.startswith(SHARE)
    )
    kept, totals = [], []
    for figure in figures:
        number = figure.printed
        is_total = number.value == 100 and number.unit == "percent" and shares[number.place.page, number.place.line] > 2
        if is_total and figure.verdict == "differs" and not number.is_corrected:
            totals.append(replace(number, claim=None, not_figure="statistic"))
        else:
            kept.append(figure)
    return kept, totals


def _beside_another(figures: Sequence[CheckedFigure]) -> tuple[list[CheckedFigure], list[PrintedNumber]]:
    """The figures without those that can't be what they were taken for: right beside them stands another number that was
    taken for the same figure, and that one is right. Which figure these are is not known, so they are not read."""
    right: dict[object, list[CheckedFigure]] = {}
    for figure in figures:
        if figure.verdict == "reproduces":
            right.setdefault(_same(figure.claim), []).append(figure)
    kept, doubtful = [], []
    for figure in figures:
        beside = [one for one in right.get(_same(figure.claim), ()) if _is_near(one.printed, figure.printed)]
        if figure.verdict == "differs" and beside and not figure.printed.is_corrected:
            other = beside[0].printed.printed
            message = (
                f"Bij {other} ernaast hoort hetzelfde cijfer; waar {figure.printed.printed} bij hoort, is niet te zien."
            )
            doubtful.append(
                replace(figure.printed, claim=None, unread=f"{message} Zet de vraag op dezelfde regel als het cijfer.")
            )
        else:
            kept.append(figure)
    return kept, doubtful


def _same(claim: Claim) -> tuple[object, ...]:
    return claim.channel, claim.item, claim.column, claim.year


def _is_near(one: PrintedNumber, other: PrintedNumber) -> bool:
    return one.place.page == other.place.page and abs(one.place.line - other.place.line) <= _NEAR
