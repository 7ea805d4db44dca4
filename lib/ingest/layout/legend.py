"""Codes whose meaning stands in their own header ("1 = paspoort, 2 = rijbewijs") to the words they stand for."""

import re
from collections.abc import Mapping
from dataclasses import replace

from lib.ingest.decode.codes import number_of
from lib.ingest.layout.table import Column, Table
from lib.survey.scales import MISSING_CODES

# A code stands at the start of the legend or behind a separator: not the 1 of "in 1 keer geregeld".
_CODE = re.compile(r"(?:^|[(:?]\s*|[,;/|]\s*|\n)(\d{1,3})\s*(?:[=:.)-]\s*|(?=[A-Za-z]))|\s(\d{1,3})\s*=\s*")
_FEWEST = 2


def with_legends(table: Table) -> Table:
    """The same table, in which columns of codes that their header explains hold the words."""
    return replace(table, columns=tuple(_in_words(column) for column in table.columns))


def legend_of(header: str) -> Mapping[int, str]:
    """What each code means by a header; empty where it says so of fewer than two, or not of codes that follow each other."""
    found: dict[int, str] = {}
    codes = list(_CODE.finditer(header))
    for place, code in enumerate(codes):
        end = codes[place + 1].start() if place + 1 < len(codes) else len(header)
        number = int(code[1] or code[2])
        label = _within(header[code.end() : end]).strip(" ,;/|\n(")
        if number in found or not any(map(str.isalpha, label)):
            continue
        found[number] = label
    numbers = [number for number in found if number not in MISSING_CODES]
    # Only the last may lie further on: "1 = slecht, 2 = goed, 6 = weet niet"; "1 = slecht, 10 = goed" names two ends of many.
    told = numbers[:-1] if len(numbers) > _FEWEST else numbers
    follow = bool(told) and told == list(range(told[0], told[0] + len(told)))
    return found if follow and numbers[0] <= 1 and numbers == sorted(numbers) and len(numbers) >= _FEWEST else {}


def _within(text: str) -> str:
    """A text up to the parenthesis that closes what was opened before it."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return text[:place]
    return text


def _in_words(column: Column) -> Column:
    if len(column.uniques) < _FEWEST or not any(map(str.isdigit, column.header)):
        return column
    legend = legend_of(column.header)
    numbers = [number_of(cell) for cell in column.uniques]
    if len(legend) < _FEWEST or not all(number in legend or number in MISSING_CODES for number in numbers):
        return column
    words = [
        legend[int(number)] if number in legend and number is not None else cell
        for number, cell in zip(numbers, column.uniques, strict=True)
    ]
    return replace(column, uniques=words)
