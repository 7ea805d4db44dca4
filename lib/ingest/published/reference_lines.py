"""One line of published figures: each is checked at the door, and what is wrong is told and not used."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rapidfuzz import fuzz, process

from lib.survey import catalogue
from lib.survey.catalogue import CHANNEL_LABELS, Item, channel_of
from lib.survey.problems import Problem
from lib.survey.references import Reference
from lib.survey.words import normalise

_NUMBER = re.compile(r"^([-+−]?\d+(?:[.,]\d+)?)\s*(%?)$")  # the second dash is a typographic minus
_EXPECTED = {
    "grade": "een rapportcijfer van 1 tot 10 (zoals 8,2)",
    "agree": "een percentage van 0 tot 100% (zoals 62%)",
    "effort": "hele punten van -100 tot 100 (zoals 61)",
}


@dataclass(frozen=True)
class Line:
    """The texts of a line by field (channel, item, year, benchmark, own, note), and its row number."""

    cells: dict[str, str]
    number: int

    def problem(self, code: str, message: str, remedy: str, column: str | None = None) -> Problem:
        return Problem(code, "warning", message, row=self.number, column=column, remedy=remedy)


def read_line(line: Line) -> tuple[Reference | None, list[Problem]]:
    """The figures of a line, and a problem for each that is not sound; no figures at all where it does not
    say what they are of."""
    channel = channel_of(line.cells["channel"])
    if channel is None:
        return None, [
            line.problem(
                "reference_unknown_channel",
                f"Rij {line.number}: kanaal '{line.cells['channel']}' is onbekend.",
                "Gebruik balie, telefoon of digitaal.",
                "kanaal",
            )
        ]
    item, near = _item(line.cells["item"], channel)
    if item is None:
        hint = f" Bedoelt u '{near}'?" if near else ""
        return None, [
            line.problem(
                "reference_unknown_item",
                f"Rij {line.number}: '{line.cells['item']}' is geen vraag van het kanaal {CHANNEL_LABELS[channel].lower()}.{hint}",
                "Gebruik de naam uit de tabel Scores en BM.",
                "item",
            )
        ]
    year = line.cells["year"].removesuffix(".0")
    if not re.fullmatch(r"(19|20)\d\d", year):
        return None, [
            line.problem(
                "reference_year",
                f"Rij {line.number}: jaar '{line.cells['year']}' is geen jaartal.",
                "Schrijf het jaar in vier cijfers.",
                "jaar",
            )
        ]
    problems: list[Problem] = []
    values: dict[str, Decimal | None] = {}
    for field, name in (("benchmark", "bm"), ("own", "eigen")):
        text = line.cells.get(field, "")
        values[field] = _figure(item, text) if text else None
        if text and values[field] is None:
            problems.append(
                line.problem(
                    "reference_out_of_range",
                    f"Rij {line.number}: {name} '{text}' bij '{item.label}' kan niet kloppen; verwacht is {_EXPECTED[item.kind]}.",
                    "Verbeter het getal in het bestand; deze waarde is niet gebruikt.",
                    name,
                )
            )
    if values["benchmark"] is None and values["own"] is None:
        return None, problems
    reference = Reference(
        channel, item.key, int(year), values["benchmark"], values["own"], line.cells.get("note") or None
    )
    return reference, problems


def _item(text: str, channel: str) -> tuple[Item | None, str | None]:
    """The item that a key or label names in a channel, or the label that comes nearest."""
    known = {name: item for item in items_with_figure(channel) for name in (normalise(item.key), normalise(item.label))}
    found = known.get(normalise(text))
    if found is not None:
        return found, None
    near = process.extractOne(normalise(text), known.keys(), scorer=fuzz.ratio, score_cutoff=70)
    return None, known[near[0]].label if near else None


def item_named(text: str, channel: str) -> Item | None:
    """The item that a key or label names in a channel."""
    return _item(text, channel)[0]


def _figure(item: Item, text: str) -> Decimal | None:
    """The published figure in the unit of its item, or None where it can't be one."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    try:
        number = Decimal(match[1].replace("−", "-").replace(",", "."))
    except InvalidOperation:
        return None
    return _IN_UNIT[item.kind](number, bool(match[2]))


def _grade(number: Decimal, is_percent: bool) -> Decimal | None:
    return number if 1 <= number <= 10 and not is_percent else None


def _share(number: Decimal, is_percent: bool) -> Decimal | None:
    # Excel keeps a cell that shows 62% as 0.62; a printed share never lies between 0 and 1 percent.
    is_fraction = not is_percent and 0 < number <= 1
    share = number if is_fraction else number / 100
    return share if 0 <= share <= 1 else None


def _points(number: Decimal, is_percent: bool) -> Decimal | None:
    return number if -100 <= number <= 100 else None


_IN_UNIT: dict[str, Callable[[Decimal, bool], Decimal | None]] = {"grade": _grade, "agree": _share, "effort": _points}


def items_with_figure(channel: str) -> tuple[Item, ...]:
    """The items of a channel that can have a published figure."""
    return tuple(item for item in catalogue.items_of(channel) if item.kind in _EXPECTED)
