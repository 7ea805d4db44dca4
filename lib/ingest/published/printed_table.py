"""A table of scores as it is printed: the item, the own figure, the BM; under a heading with channel and year.

It comes as cells of a workbook or as text that was copied out of a document, where tabs, bars,
semicolons or several spaces stand between the columns. Nothing is judged here: a figure is the text
that stands there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lib.survey import catalogue
from lib.survey.catalogue import channel_of
from lib.survey.words import normalise

Cells = Sequence[str]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BENCHMARK_HEAD = re.compile(r"^(bm|benchmark)( (19|20)\d\d)?$")
_VALUE = r"[-+−]?\d+(?:[.,]\d+)?\s?%?"
_IS_VALUE = re.compile(f"^{_VALUE}$")
# Copied text may have single spaces only; then the figures at the end of the line are the columns.
_SPACED = re.compile(rf"^(.*\D)\s({_VALUE})\s({_VALUE})$")
_YEAR_LINE = re.compile(r"^((?:19|20)\d\d)(?:\.0)?\s*[;:|\t ]\s*(\d+(?:[.,]\d+)?)\s*[;|]*$")
_RULE = re.compile(r"^[-:=\s]*$")
# A head with one of these is of a list, with channel and year in every row.
_OF_A_LIST = frozenset({"jaar", "kanaal"})
# A line with one of these counts something; four digits in it are no year.
_COUNTS = frozenset({"respons", "personen", "respondenten", "reviews", "tips", "verbetertips", "suggesties", "n"})


@dataclass(frozen=True)
class PrintedRow:
    """One row: the texts as printed. `own` and `benchmark` are None where it has too few columns to
    tell which of the two is missing."""

    number: int
    label: str
    own: str | None
    benchmark: str | None


@dataclass(frozen=True)
class PrintedYear:
    """A line with the own totaaloordeel of an earlier year, such as "2018; 7,6"."""

    number: int
    year: str
    own: str


@dataclass(frozen=True)
class Section:
    """What stands under one heading. `channel` and `year` are None where no heading names them.
    `has_table`: whether there is a row with BM above the figures."""

    channel: str | None = None
    year: int | None = None
    rows: tuple[PrintedRow, ...] = ()
    years: tuple[PrintedYear, ...] = ()
    has_table: bool = False
    start: int = 1


@dataclass(frozen=True)
class _State:
    """Where reading is: the section so far, and how many columns stand right of BM in its table."""

    section: Section = field(default_factory=Section)
    right_of_benchmark: int | None = None


def lines_of_text(text: str) -> Iterator[Cells]:
    """The cells of each line of copied text."""
    for line in text.splitlines():
        yield _split(line.replace("\xa0", " ").strip("\r\n"))


def _split(line: str) -> Cells:
    plain = line.strip()
    if _YEAR_LINE.match(plain):
        return (plain,)
    if "\t" in line:
        return tuple(cell.strip() for cell in line.split("\t"))
    if "|" in plain:
        return tuple(cell.strip() for cell in plain.removeprefix("|").removesuffix("|").split("|"))
    if ";" in plain:
        return tuple(cell.strip().strip('"') for cell in plain.split(";"))
    cells = re.split(r"\s{2,}", plain)
    if len(cells) == 1 and (spaced := _SPACED.match(plain)):
        return (spaced[1].strip(), spaced[2], spaced[3])
    if len(cells) == 1 and plain.split()[-1:] == ["BM"] and len(plain.split()) <= 4:
        return tuple(plain.split())
    return tuple(cells)


def read_sections(lines: Iterable[Cells]) -> tuple[Section, ...]:
    """What stands under each heading that names a channel; what has no heading is a section too."""
    sections: list[Section] = []
    state = _State()
    for number, line in enumerate(lines, start=1):
        cells = tuple(line)
        heading = " ".join(cell for cell in cells if cell)
        if not heading or all(_RULE.match(cell) for cell in cells):
            continue
        row = _row(cells, number, state.right_of_benchmark)
        year_line = _YEAR_LINE.match("; ".join(cell for cell in cells if cell))
        if year_line is not None:
            years = (*state.section.years, PrintedYear(number, year_line[1], year_line[2]))
            state = replace(state, section=replace(state.section, years=years))
        elif (place := _benchmark_place(cells)) is not None:
            year = _year_of_head(cells, place) or state.section.year
            section = replace(state.section, has_table=True, year=year)
            state = _State(section, len(cells) - 1 - place)
        elif row is not None:
            state = replace(state, section=replace(state.section, rows=(*state.section.rows, row)))
        else:
            channel, year = channel_of(heading), _year_of(heading) or state.section.year
            if channel is not None and channel != state.section.channel:
                sections.append(state.section)
                state = _State(Section(channel, year, start=number))
            else:
                state = replace(state, section=replace(state.section, year=year))
    sections.append(state.section)
    return tuple(section for section in sections if section.rows or section.years)


def _benchmark_place(cells: Cells) -> int | None:
    """The column headed BM, if this line is the head of a table."""
    heads = [normalise(cell) for cell in cells]
    has_values = any(_IS_VALUE.match(cell) and not _YEAR.fullmatch(cell) for cell in cells)
    if len(cells) < 2 or has_values or _OF_A_LIST & set(heads):
        return None
    return next((place for place, head in enumerate(heads) if _BENCHMARK_HEAD.match(head)), None)


def _year_of_head(cells: Cells, place: int) -> int | None:
    """The year over the BM, else over the own column beside it."""
    return _year_of(cells[place]) or (_year_of(cells[place - 1]) if place else None)


def _row(cells: Cells, number: int, right_of_benchmark: int | None) -> PrintedRow | None:
    """The row of a table, or None where this line is none."""
    label, *values = cells
    if right_of_benchmark is None or not any(sign.isalpha() for sign in label):
        return None
    if not any(_IS_VALUE.match(value) for value in values) and not (values and normalise(label) in _known()):
        return None
    if len(values) < right_of_benchmark + 2:
        return PrintedRow(number, label, None, None)
    benchmark = len(values) - 1 - right_of_benchmark
    return PrintedRow(number, label, values[benchmark - 1], values[benchmark])


def _known() -> frozenset[str]:
    return frozenset(normalise(name) for item in catalogue.CATALOGUE for name in (item.key, item.label))


def _year_of(text: str) -> int | None:
    if set(normalise(text).split()) & _COUNTS:
        return None
    found = _YEAR.findall(text)
    return int(found[-1]) if found else None
