"""Published figures from a file: BM and earlier years, checked one by one at the door."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lib.ingest.files.raw import RawFile
from lib.ingest.files.sheets import open_file
from lib.ingest.published.printed_table import PrintedRow, Section, lines_of_text, read_sections
from lib.ingest.published.reference_lines import Line, item_named, read_line
from lib.ingest.receipt import ReferencesRead
from lib.survey import catalogue
from lib.survey.catalogue import CHANNEL_LABELS, CHANNELS, Item
from lib.survey.problems import Problem, Refusal
from lib.survey.references import Reference, References
from lib.survey.words import normalise

_HEADERS = {
    "channel": ("kanaal",), "item": ("item", "vraag", "aspect", "onderwerp"), "year": ("jaar",),
    "benchmark": ("bm", "benchmark"), "own": ("eigen", "eigen cijfer", "eigen score"),
    "note": ("herkomst", "toelichting", "bron", "opmerking"),
}  # fmt: skip
_REQUIRED = ("channel", "item", "year")
_LARGEST_PRINTED, _ROWS = 1_000_000, 5_000  # bytes of a text, rows of a sheet: no printed table is longer
_LOOKED_AT = 20_000  # bytes in which a printed table shows itself

_LARGEST = 1 << 20  # bytes; more is no page of figures


def looks_like_references(file: str, data: bytes) -> bool:
    """Whether a file has the header of a reference file, or holds a printed table with a column BM, so
    that it need not be announced as one. They are a page of figures, so a large file is none."""
    if len(data) > _LARGEST:
        return False
    try:
        raw = open_file(file, data)
    except Refusal:
        raw = None
    if raw is not None and any(_columns(row) is not None for row in _first_rows(raw)):
        return True
    return any(
        any(item_named(row.label, channel) for row in section.rows for channel in CHANNELS)
        for section in _printed(raw, data[:_LOOKED_AT])
        if section.has_table
    )


def read_references(file: str, data: bytes, year: int | None = None) -> ReferencesRead:
    """Read a reference file with the header `kanaal;item;jaar;bm;eigen`, or a printed table of scores.

    Never raises for what is in the file. `item` is a key or a label; `bm` and `eigen` may be empty.
    `year`: of a printed table whose headings name none.
    """
    try:
        raw = open_file(file, data)
    except Refusal as refusal:
        raw, refused = None, refusal.problem
    if raw is not None and (listed := _read_list(file, raw)) is not None:
        return listed
    sections = _printed(raw, data)
    if sections:
        return _read_sections(file, sections, year)
    return ReferencesRead(file, References(), (_no_header(file) if raw is not None else refused,))


def not_of_the_data(read: ReferencesRead, last_years: Mapping[str, int]) -> tuple[Problem, ...]:
    """A problem per channel whose BM in a file is of other years than the answers. `last_years`: by channel
    the year of the last answer."""
    problems = []
    for channel, wanted in last_years.items():
        years = sorted(
            {row.year for row in read.references.rows if row.channel == channel and row.benchmark is not None}
        )
        if not years or wanted in years:
            continue
        earlier = [year for year in years if year < wanted]
        label = CHANNEL_LABELS[channel].lower()
        told = f"De BM voor {label} is van {' en '.join(map(str, years))}; de laatste antwoorden zijn van {wanted}."
        problems.append(
            Problem(
                "reference_other_year",
                "warning",
                f"{told} Vergeleken wordt met BM {earlier[-1]}." if earlier else f"{told} Deze BM wordt niet gebruikt.",
                file=read.file,
                column="jaar",
                remedy=f"Klopt het jaar? Voeg anders de BM van {wanted} toe.",
            )
        )
    return tuple(problems)


@dataclass(frozen=True)
class Typed:
    """One row of a table that a user filled in; shares as percents."""

    item: Item
    benchmark: float | None
    own: float | None


def read_typed(channel: str, year: int, rows: Iterable[Typed]) -> ReferencesRead:
    """Figures that a user typed, checked like those of a file."""
    file = f"Ingevuld: {CHANNEL_LABELS[channel].lower()} {year}"
    found: list[Reference] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, start=1):
        unit = "%" if row.item.kind == "agree" else ""
        texts = {
            name: "" if value is None else f"{value:g}{unit}".replace(".", ",")
            for name, value in (("benchmark", row.benchmark), ("own", row.own))
        }
        line = {"channel": channel, "item": row.item.key, "year": str(year), **texts}
        reference, told = read_line(Line(line, number))
        problems.extend(problem.at(file=file) for problem in told)
        found.extend([reference] if reference is not None else [])
    return ReferencesRead(file, References(tuple(found)), tuple(problems))


def _read_list(file: str, raw: RawFile) -> ReferencesRead | None:
    """The figures of a file with the header, or None where it has no such header."""
    rows: list[Reference] = []
    problems: list[Problem] = []
    found_header = False
    for sheet in raw.sheets:
        columns: dict[str, int] | None = None
        for number, row in enumerate(sheet.cells.itertuples(index=False), start=1):
            cells = [_text(cell) for cell in row]
            if columns is None:
                columns = _columns(cells)
                found_header |= columns is not None
            elif any(cells):
                line = Line({name: cells[place] for name, place in columns.items()}, number)
                reference, found = read_line(line)
                problems.extend(problem.at(file=file, sheet=sheet.name) for problem in found)
                if reference is not None:
                    rows.append(reference)
    if not found_header:
        return None
    problems.extend(problem.at(file=file) for problem in _given_twice(rows))
    if not rows and not problems:
        problems.append(_no_figures(file))
    return ReferencesRead(file, References(tuple(rows)), tuple(problems))


def _given_twice(rows: Sequence[Reference]) -> Iterable[Problem]:
    """The problem of each figure that a list gives twice, and not the same."""
    figures: dict[tuple[str, str, int, str], Decimal] = {}
    for row in rows:
        for name, value in (("bm", row.benchmark), ("eigen", row.own)):
            if value is not None and figures.setdefault((row.channel, row.item, row.year, name), value) != value:
                item = catalogue.find(row.item)
                yield Problem(
                    "reference_twice",
                    "warning",
                    f"Bij '{item.label if item else row.item}' ({row.channel}, {row.year}) staat {name} twee keer, met een ander cijfer; "
                    "het laatste is gebruikt.",
                    column=name,
                    remedy="Laat in het bestand alleen het goede cijfer staan.",
                )


def _no_figures(file: str) -> Problem:
    return Problem(
        "references_empty",
        "warning",
        f"In {file} staat wel de kopregel, maar geen enkel cijfer.",
        file=file,
        remedy="Vul onder de kopregel een regel in per kanaal, item en jaar.",
    )


def _no_header(file: str) -> Problem:
    return Problem(
        "references_header",
        "error",
        f"In {file} ontbreekt de kopregel kanaal;item;jaar;bm;eigen.",
        file=file,
        remedy="Zet deze vijf namen boven de kolommen, of gebruik een gedrukte tabel met een kolom BM, en open het bestand opnieuw.",
    )


def _printed(raw: RawFile | None, data: bytes) -> tuple[Section, ...]:
    """The printed tables in a workbook or a text."""
    if raw is not None and raw.format != "csv":
        cells = (row for sheet in raw.sheets for row in sheet.cells.head(_ROWS).itertuples(index=False))
        return read_sections([_text(cell) for cell in row] for row in cells)
    text = _as_text(data[:_LARGEST_PRINTED])
    return () if text is None else read_sections(lines_of_text(text))


def _as_text(data: bytes) -> str | None:
    """The text in a file, whatever its encoding; None where it is no text."""
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def _read_sections(file: str, sections: Sequence[Section], year: int | None) -> ReferencesRead:
    read = [_read_section(section, year) for section in sections]
    rows = tuple(row for found, _ in read for row in found)
    problems = tuple(problem.at(file=file) for _, told in read for problem in told)
    return ReferencesRead(file, References(rows), problems)


def _read_section(section: Section, year: int | None) -> tuple[list[Reference], list[Problem]]:
    """The sound figures under one heading, and what is wrong with the others."""
    channel = section.channel or _only_channel(section)
    if channel is None:
        return [], [_unknown_channel(section)]
    of_year = section.year or year
    problems: list[Problem] = []
    lines = [
        Line({"channel": channel, "item": "totaaloordeel", "year": line.year, "own": line.own}, line.number)
        for line in section.years
    ]
    if section.rows and of_year is None:
        problems.append(_no_year(section))
    for row in section.rows if of_year is not None else ():
        if row.own is None or row.benchmark is None:
            problems.append(_unclear(row))
            continue
        texts = {"item": row.label, "own": row.own, "benchmark": row.benchmark}
        lines.append(Line({"channel": channel, "year": str(of_year), **texts}, row.number))
    rows = []
    for line in lines:
        reference, found = read_line(line)
        problems.extend(found)
        rows.extend([reference] if reference is not None else [])
    return rows, problems


def _only_channel(section: Section) -> str | None:
    """The one channel that asks all items of a table, or None where there are more or none."""
    fitting = [c for c in CHANNELS if section.rows and all(item_named(row.label, c) for row in section.rows)]
    return fitting[0] if len(fitting) == 1 else None


def _unknown_channel(section: Section) -> Problem:
    return Problem(
        "reference_unknown_channel",
        "warning",
        "Uit de tabel blijkt niet of het om balie, telefoon of digitaal gaat; hij is niet gebruikt.",
        row=section.start,
        remedy="Zet het kanaal op een regel boven de tabel, bijvoorbeeld: Balie 2020.",
    )


def _no_year(section: Section) -> Problem:
    return Problem(
        "reference_year",
        "warning",
        "Bij de tabel staat geen jaar; de cijfers zijn niet gebruikt.",
        row=section.start,
        column="jaar",
        remedy="Zet het jaar op een regel boven de tabel (bijvoorbeeld: Balie 2020), of vul het jaar in bij het overnemen.",
    )


def _unclear(row: PrintedRow) -> Problem:
    return Problem(
        "reference_columns",
        "warning",
        f"Rij {row.number}: bij '{row.label}' staan te weinig cijfers; wat het eigen cijfer is en wat de BM, is niet te zien.",
        row=row.number,
        remedy="Zet tussen de kolommen een tab of |, ook waar een cijfer ontbreekt.",
    )


def _first_rows(raw: RawFile) -> Iterable[list[str]]:
    for sheet in raw.sheets:
        for row in sheet.cells.head(10).itertuples(index=False):
            yield [_text(cell) for cell in row]


def _columns(cells: list[str]) -> dict[str, int] | None:
    """Where each field stands, if this row is the header; else None."""
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        for field, names in _HEADERS.items():
            if normalise(cell) in names:
                places.setdefault(field, place)
    has_figures = "benchmark" in places or "own" in places
    return places if has_figures and all(field in places for field in _REQUIRED) else None


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).replace("\xa0", " ").strip()
