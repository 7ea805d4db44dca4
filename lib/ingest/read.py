"""Export files to one survey and a receipt per file: the one way in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from textwrap import shorten

from lib.ingest.answer_per_row import one_row_per_respondent
from lib.ingest.assemble import Assembled, assemble
from lib.ingest.decode import number_of
from lib.ingest.doubts import doubts
from lib.ingest.headers import is_bare_code
from lib.ingest.layout import Column, LeftOut, Table, find_table
from lib.ingest.mapping import ColumnMapping, assign, column_names, fitting, interpret
from lib.ingest.outcome_tables import holds_outcomes
from lib.ingest.own_questions import common_cells
from lib.ingest.own_words import holds_own_words
from lib.ingest.raw import RawFile
from lib.ingest.recognise import Match, recognise
from lib.ingest.rows import with_respondents
from lib.ingest.sheets import open_file
from lib.survey.catalogue import Item
from lib.survey.dataset import ChannelAnswers, Survey, combine
from lib.survey.duplicates import Keep, dropped, once_each
from lib.survey.lookalikes import lookalikes
from lib.survey.problems import Problem, Refusal
from lib.survey.words import thousands

_PREVIEWED = 5
_PREVIEW_LENGTH = 60
_CHOICES = 20  # distinct answers looked at before any is shown


@dataclass(frozen=True)
class ColumnReceipt:
    """What a column was taken for, and why. `near`: keys of the items it came close to. `preview`: its
    commonest answers as text; none of a column with personal data or open answers. `name`: what a
    mapping calls the column."""

    name: str
    header: str
    item: Item | None
    evidence: str
    near: tuple[str, ...]
    is_identifier: bool
    preview: tuple[str, ...]


@dataclass(frozen=True)
class SheetReceipt:
    """What was read of a sheet: rows under the header, respondents, what each column was taken for. `left_out`:
    how many rows are no respondent, per reason; with the respondents they are all rows."""

    sheet: str | None
    header_rows: tuple[int, ...]
    rows: int
    respondents: int
    channels: tuple[str, ...]
    columns: tuple[ColumnReceipt, ...]
    left_out: Mapping[LeftOut, int]


@dataclass(frozen=True, eq=False)
class FileReceipt:
    """What was read of a file, and what was wrong with it; `parts` are its answers per channel.
    `unread`: its tables without any question of the survey, for which a user may say what is what.
    `digest`: of its bytes, by which the same file under another name is known."""

    file: str
    format: str | None
    encoding: str | None
    delimiter: str | None
    sheets: tuple[SheetReceipt, ...]
    problems: tuple[Problem, ...]
    parts: tuple[ChannelAnswers, ...]
    unread: tuple[SheetReceipt, ...] = ()
    digest: bytes = b""

    @property
    def is_read(self) -> bool:
        """Whether it gave any respondent."""
        return any(len(part) for part in self.parts)

    @property
    def respondents(self) -> int:
        return sum(len(part) for part in self.parts)

    def is_meant_by(self, mapping: ColumnMapping) -> bool:
        """Whether any of its tables has the headers that a mapping is for."""
        return any(mapping.fits(column.name for column in sheet.columns) for sheet in (*self.sheets, *self.unread))


@dataclass(frozen=True, eq=False)
class _SheetRead:
    """A table of a file: its receipt, and the answers in it if there are any."""

    receipt: SheetReceipt
    found: Assembled | None

    @property
    def headers(self) -> list[str]:
        return [column.header for column in self.receipt.columns]


def read_file(
    file: str, data: bytes, mappings: Sequence[ColumnMapping] = (), *, tell: Callable[[str], None] = lambda step: None
) -> FileReceipt:
    """Read one export. Never raises for what is in the file: that is said by `problems`. A mapping
    is used for every sheet that has its headers. `tell` is called with each step, in Dutch."""
    tell("lezen")
    try:
        raw = open_file(file, data)
        outcomes = [holds_outcomes(sheet.cells) for sheet in raw.sheets]
        tables = [
            None if is_outcome and not mappings else find_table(sheet)
            for sheet, is_outcome in zip(raw.sheets, outcomes, strict=True)
        ]
    except Refusal as refusal:
        return FileReceipt(file, None, None, None, (), (refusal.problem.at(file=file),), ())
    tell("herkennen")
    # What a user says of its columns goes before.
    is_mapped = [table is not None and fitting(mappings, table.columns) is not None for table in tables]
    reads = [
        None if table is None or len(table) == 0 or (is_outcome and not is_own) else _read_table(file, table, mappings)
        for table, is_outcome, is_own in zip(tables, outcomes, is_mapped, strict=True)
    ]
    skipped = [
        sheet.name
        for sheet, read in zip(raw.sheets, reads, strict=True)
        if (read is None or read.found is None) and sheet.name is not None and len(raw.sheets) > 1
    ]
    of_outcomes = [
        sheet.name for sheet, one, read in zip(raw.sheets, outcomes, reads, strict=True) if one and read is None
    ]
    found = [read.found for read in reads if read is not None and read.found is not None]
    hidden = [
        sheet.name
        for sheet, read in zip(raw.sheets, reads, strict=True)
        if sheet.is_hidden and sheet.name is not None and read is not None and read.found is not None
    ]
    problems = [
        *(_sheet_skipped(file, name, name in of_outcomes) for name in skipped),
        *(_sheet_hidden(file, name) for name in hidden),
        *raw.problems,
        *_formulas_without_outcome(file, raw, [read is not None and read.found is not None for read in reads]),
        *(one for each in found for one in each.problems),
    ]
    if not found:
        is_bare = any(table is not None and len(table) == 0 for table in tables)
        headers = [name for read in reads if read for name in read.headers]
        if of_outcomes:
            problems.append(_outcomes(file, of_outcomes[0]))
        else:
            problems.append(_no_rows(file) if is_bare and not headers else _no_questions(file, headers))
    elif not any(len(part) for each in found for part in each.parts) and not any(
        p.severity == "error" for p in problems
    ):
        problems.append(_no_respondents(file))
    return FileReceipt(
        file,
        raw.format,
        raw.encoding,
        raw.delimiter,
        tuple(read.receipt for read in reads if read is not None and read.found is not None),
        tuple(problems),
        tuple(part for each in found for part in each.parts),
        tuple(read.receipt for read in reads if read is not None and read.found is None),
        blake2b(data, digest_size=16).digest(),
    )


def _sheet_skipped(file: str, sheet: str, has_outcomes: bool) -> Problem:
    what = "een tabel met uitkomsten en geen antwoorden" if has_outcomes else "geen antwoorden"
    return Problem(
        "sheet_skipped", "info", f"Tabblad '{sheet}' bevat {what} en is overgeslagen.", file=file, sheet=sheet
    )


def _outcomes(file: str, sheet: str | None) -> Problem:
    return Problem(
        "outcomes_not_answers",
        "error",
        f"In {file} staat een tabel met uitkomsten (gemiddelden, percentages of aantallen per groep) en geen antwoorden van respondenten; "
        "daar zijn geen cijfers van te maken.",
        file=file,
        sheet=sheet,
        remedy="Exporteer uit het enquêteprogramma de antwoorden zelf: één rij per respondent en één kolom per vraag.",
    )


def _sheet_hidden(file: str, sheet: str) -> Problem:
    return Problem(
        "sheet_hidden",
        "warning",
        f"Tabblad '{sheet}' is verborgen, maar er staan antwoorden in; die tellen mee.",
        file=file,
        sheet=sheet,
        remedy="Verwijder het tabblad uit het bestand als die antwoorden niet mee moeten tellen.",
    )


def _formulas_without_outcome(file: str, raw: RawFile, is_read: Sequence[bool]) -> Iterator[Problem]:
    """The problem of the formulas of each sheet that was read, or of all sheets where none was."""
    for sheet, is_one in zip(raw.sheets, is_read, strict=True):
        cells = len(sheet.facts.without_outcome)
        if cells == 0 or (any(is_read) and not is_one):
            continue
        many = cells > 1
        yield Problem(
            "formulas_without_outcome",
            "warning",
            f"In {thousands(cells)} {'cellen' if many else 'cel'} van {file} {'staan formules' if many else 'staat een formule'} "
            f"zonder uitkomst; {'die cellen zijn' if many else 'die cel is'} als leeg gelezen.",
            file=file,
            sheet=sheet.name,
            remedy="Open het bestand in Excel en sla het op; de uitkomsten worden dan bewaard. Open het daarna hier opnieuw.",
        )


def _no_respondents(file: str) -> Problem:
    return Problem(
        "no_respondents",
        "error",
        f"In {file} staan wel vragen, maar van geen enkele rij is een antwoord en een kanaal te lezen.",
        file=file,
        remedy="Kijk in het leesverslag welke kolommen er niet gelezen konden worden, en exporteer het bestand opnieuw.",
    )


def _no_rows(file: str) -> Problem:
    return Problem(
        "no_rows",
        "error",
        f"In {file} staat een kopregel met vragen, maar daaronder staat geen enkel antwoord.",
        file=file,
        remedy="Kijk of er in het enquêteprogramma antwoorden zijn in de gekozen periode, en exporteer opnieuw.",
    )


def _no_questions(file: str, headers: Sequence[str]) -> Problem:
    codes = [header for header in headers if is_bare_code(header)]
    if len(codes) > len(headers) / 2:
        return Problem(
            "headers_are_codes",
            "error",
            f"De kopregel van {file} noemt alleen codes, zoals '{codes[0]}'; welke vraag dat is, staat er niet bij.",
            file=file,
            column=codes[0],
            remedy="Exporteer het bestand met de vraagteksten in de kopregel (bij de meeste enquêteprogramma's is dat een "
            "keuze bij het exporteren), of kies op de pagina Gegevens per kolom welke vraag het is.",
        )
    return Problem(
        "no_questions",
        "error",
        f"In {file} staat geen enkele vraag van de klantmonitor met antwoorden eronder.",
        file=file,
        remedy="Kies een export met één rij per respondent en de vragen in de kopregel, of kies op de pagina Gegevens per kolom welke vraag het is.",
    )


def _read_table(file: str, table: Table, mappings: Sequence[ColumnMapping]) -> _SheetRead:
    """The answers of a table, by recognition and what the user says of it."""
    table = one_row_per_respondent(table)
    matches = recognise(table)
    mapping = fitting(mappings, (match.column for match in matches))
    if mapping is not None:
        matches = assign(mapping, table, matches)
    names = column_names(match.column for match in matches)
    columns = tuple(_column_receipt(name, match) for name, match in zip(names, matches, strict=True))
    items = [match.item for match in matches if match.item is not None and not match.item.is_background]
    # An own question alone makes no survey, unless a user said that it is one.
    found = None
    if any(not item.own for item in items) or (items and mapping is not None):
        read_as = matches if mapping is None else interpret(mapping, matches, len(table))
        told = doubts(matches) if mapping is None else ()
        found = assemble(file, table, read_as, told)
        parts = zip(found.parts, found.rows, strict=True)
        found = replace(found, parts=tuple(with_respondents(part, rows, read_as) for part, rows in parts))
    receipt = SheetReceipt(
        table.sheet,
        table.header_rows,
        len(table) + sum(table.left_out.values()),
        sum(len(part) for part in found.parts) if found else 0,
        tuple(part.channel for part in found.parts) if found else (),
        columns,
        _left_out(table, found),
    )
    return _SheetRead(receipt, found)


def _left_out(table: Table, found: Assembled | None) -> dict[LeftOut, int]:
    """The rows under the header that are no respondent; where no answers were found, that are all of them."""
    later: dict[LeftOut, int] = {
        "no_answer": len(table) if found is None else found.unanswered,
        "no_channel": 0 if found is None else found.without_channel,
    }
    return {**table.left_out, **{reason: count for reason, count in later.items() if count}}


def _column_receipt(name: str, match: Match) -> ColumnReceipt:
    """What a receipt keeps of a match: not the cells, so that it stays small wherever it goes."""
    is_own = match.item is not None and match.item.own
    commonest = common_cells if is_own else Column.commonest
    cells = commonest(match.column, _PREVIEWED) if _may_preview(match) else []
    shown = [cell for cell in cells if match.item is None or not holds_own_words(match.item, cell)]
    preview = tuple(shorten(str(cell), _PREVIEW_LENGTH, placeholder="…") for cell in shown)
    return ColumnReceipt(
        name, match.column.header, match.item, match.evidence, match.near, match.is_identifier, preview
    )


def _may_preview(match: Match) -> bool:
    """Whether answers may be shown to tell a column by: never personal data, never citizens' own words.
    Of a column that was not recognised only numbers are sure to be neither."""
    if match.item is None:
        return not match.is_identifier and all(number_of(cell) is not None for cell in match.column.commonest(_CHOICES))
    return match.item.kind not in ("text", "respondent")


def survey_of(receipts: Iterable[FileReceipt], keep: Keep = "both") -> Survey:
    """All files together as one survey, every respondent once; its problems say who was in it twice.
    `keep`: what counts of one respondent id with different answers."""
    distinct: dict[tuple[object, ...], FileReceipt] = {}
    problems: list[Problem] = []
    for number, receipt in enumerate(receipts):
        # The same bytes under another name can be of another channel; then they are no copy.
        same = (receipt.digest or number, tuple((part.channel, len(part)) for part in receipt.parts))
        first = distinct.setdefault(same, receipt)
        if first is not receipt and receipt.respondents:
            problems.append(dropped(receipt.respondents, first.file, None, receipt.file, None))
    parts, told = once_each((part for receipt in distinct.values() for part in receipt.parts), keep)
    return replace(combine(parts), problems=(*problems, *told, *lookalikes(parts)))
