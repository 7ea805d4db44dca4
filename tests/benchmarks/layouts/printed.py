"""Correct figures of the sample as a draft prints them, and drafts in which one was changed.

A template says a figure as `{channel.item.column}`, with a width behind a colon where it has to stand in line; every other
number in it is no figure.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from random import Random
from typing import Any

from lib.figures.every_figure import every_figure
from lib.figures.keys import BENCHMARK, OWN, FigureKey
from lib.figures.selection import Selection
from lib.report import dutch
from lib.session.session import Session
from lib.survey.catalogue import aspects_of

_FIGURE = re.compile(r"\{(?P<channel>\w+)\.(?P<item>[^.{}]+)\.(?P<column>[\w:]+?)(?::(?P<width>[<>^]\d+))?\}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
Truth = dict[str, Any]
Key = tuple[str, str, str]
_WHOLE = Selection()


class Figures:
    """The figures of one selection, as they are printed."""

    def __init__(self, session: Session, selection: Selection = _WHOLE, thousands: str = ".") -> None:
        self._thousands = thousands
        self._figures = {
            channel: every_figure(counts, selection, session.references) for channel, counts in session.counts.items()
        }

    def exact(self, key: Key) -> tuple[Fraction, str] | None:
        """The exact value of a figure in the unit in which it is printed, and that unit; None where there is none."""
        channel, item, column = key
        product = item.removeprefix("product:") if item.startswith("product:") else None
        question, _, option = ("totaaloordeel", "", "") if product else item.partition(":")
        found = self._figures[channel].get(FigureKey(channel, question, column, option or None, product))
        if found is None or found.value is None:
            return None
        shown = dutch.shown_figure(found)
        scale = 1 if found.unit in ("grade", "count") else 100
        value = Fraction(shown) if column in (BENCHMARK, "difference") and shown is not None else found.value * scale
        return value, found.unit

    def text(self, key: Key) -> str:
        """A figure as it is printed. Raises `KeyError` where the sample has no such figure."""
        found = self.exact(key)
        if found is None:
            raise KeyError(key)
        return self.printed(*found, key)

    def printed(self, value: Fraction, unit: str, key: Key) -> str:
        """A value as a draft prints it."""
        grade = unit == "grade"
        rounded = dutch.half_up(value, 1 if grade else 0)
        plain = f"{abs(rounded):.1f}" if grade else f"{abs(int(rounded)):,}".replace(",", self._thousands)
        sign = "-" if rounded < 0 else "+" if key[1] == "ces" or (key[2] == "difference" and rounded > 0) else ""
        is_share = unit not in ("grade", "count", "effort") and key[2] != "difference"
        return f"{sign}{plain.replace('.', ',') if grade else plain}{'%' if is_share else ''}"


@dataclass(frozen=True)
class Document:
    """A draft in a layout: its name, the pieces of text it is made of in reading order, and how a file is made of them."""

    name: str
    parts: tuple[str, ...]
    made: Callable[[Sequence[str]], bytes]


@dataclass(frozen=True)
class Planted:
    """A figure that was changed: what is printed for it, and by which slip."""

    key: Key
    printed: str
    cause: str


def draft_of(document: Document, figures: Figures, planted: Planted | None = None) -> tuple[bytes, list[Truth]]:
    """The file of a document, and what each of its numbers is."""
    truths: list[Truth] = []
    changed = False
    texts = []
    for part in document.parts:
        text, place = "", 0
        for found in _FIGURE.finditer(part):
            key = (found["channel"], found["item"], found["column"])
            printed = figures.text(key)
            if planted is not None and planted.key == key and not changed:
                printed, changed = planted.printed, True
            truths += _no_figures(part[place : found.start()])
            truths.append({"printed": printed, "kind": "figure", "channel": key[0], "item": key[1], "column": key[2]})
            text += part[place : found.start()] + format(printed, found["width"] or "")
            place = found.end()
        truths += _no_figures(part[place:])
        texts.append(text + part[place:])
    return document.made(texts), truths


def _no_figures(text: str) -> list[Truth]:
    return [{"printed": found[0], "kind": "not_figure"} for found in _NUMBER.finditer(text)]


def keys_of(document: Document) -> list[Key]:
    """The figures of a document that it prints once."""
    every = [
        (found["channel"], found["item"], found["column"])
        for part in document.parts
        for found in _FIGURE.finditer(part)
    ]
    return [key for key in every if every.count(key) == 1]


def plant(document: Document, figures: Figures, random: Random, wanted: str) -> Planted | None:
    """One figure of a document changed by a slip of this kind, or None where none of its figures can be."""
    keys = [key for key in keys_of(document) if key[2] in (OWN, BENCHMARK)]
    random.shuffle(keys)
    for key in keys:
        right = figures.text(key)
        for printed in _slips(key, right, figures, wanted):
            if printed != right and dutch_value(printed) != dutch_value(right):
                return Planted(key, printed, wanted)
    return None


def dutch_value(text: str) -> Decimal:
    """The value of a figure as it is printed."""
    plain = re.sub(r"[^\d,-]", "", text).replace(",", ".")
    return Decimal(plain)


def _slips(key: Key, right: str, figures: Figures, wanted: str) -> Iterable[str]:
    channel, item, column = key
    if wanted == "columns_swapped" and item in {one.key for one in aspects_of(channel)}:
        yield figures.text((channel, item, BENCHMARK if column == OWN else OWN))
    if wanted == "digits_swapped" and len(digits := re.sub(r"\D", "", right)) >= 2:
        swapped = digits[:-2] + digits[-1] + digits[-2]
        if not swapped.startswith("0"):
            yield _with_digits(right, swapped)
    if wanted == "decimal_lost" and "," in right:
        yield right.replace(",", "")
    found = figures.exact(key)
    if found is None or column != OWN:
        return
    value, unit = found
    if wanted == "truncated" and unit != "count" and item != "ces":
        step = Decimal(1).scaleb(-1) if unit == "grade" else Decimal(1)
        cut = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(step, ROUND_FLOOR)
        yield figures.printed(Fraction(cut), unit, key)
    if wanted == "other_channel":
        for other in ("balie", "telefoon", "digitaal"):
            if other != channel and figures.exact((other, item, column)) is not None:
                yield figures.text((other, item, column))
    if wanted == "other_item" and item in {one.key for one in aspects_of(channel)}:
        for one in aspects_of(channel):
            if one.key != item and figures.exact((channel, one.key, column)) is not None:
                yield figures.text((channel, one.key, column))


def _with_digits(text: str, digits: str) -> str:
    left = iter(digits)
    return "".join(next(left) if sign.isdigit() else sign for sign in text)
