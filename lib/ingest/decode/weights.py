"""Weighting factors of a survey: the app doesn't use them, and says so."""

import re
from collections.abc import Iterator, Sequence

from lib.ingest.recognise.match import Match
from lib.survey.problems import Problem
from lib.survey.words import normalise

_HEADER = re.compile(
    r"(?:her)?(?:weeg|wegings|gewichts?) ?(?:factor(?:en)?|variabele|coefficient)?|weging|gewicht|weight(?:s|ing)?(?: factor)?"
)
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d+)?")


def unused_weights(matches: Sequence[Match]) -> Iterator[Problem]:
    """Every column of weighting factors, by its header and by cells that are all numbers and not all the same."""
    for match in matches:
        column = match.column
        if not _HEADER.fullmatch(normalise(column.header)) or len(column.uniques) < 2:
            continue
        if all(_NUMBER.fullmatch(str(cell).strip()) for cell in column.uniques):
            yield Problem(
                "weights_not_used",
                "warning",
                f"Kolom '{column.header}' lijkt een weegfactor. De app weegt niet: elke respondent telt één keer, dus cijfers kunnen "
                "afwijken van een gewogen rapport.",
                column=column.header,
                remedy="Vermeld bij publicatie dat de cijfers ongewogen zijn, of vraag om een rapport met gewogen cijfers.",
            )
