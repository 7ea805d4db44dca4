"""One export file to its answers and a receipt of what was read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import islice
from textwrap import shorten

from lib.ingest.assemble import Assembled, assemble, not_understood
from lib.ingest.decode.codes import number_of
from lib.ingest.decode.custom_questions import common_cells
from lib.ingest.decode.rankings import without_rankings
from lib.ingest.decode.remarks import holds_own_words
from lib.ingest.files.raw import RawFile
from lib.ingest.files.sheets import open_file
from lib.ingest.join.respondents import id_columns, with_respondents, without_id_products
from lib.ingest.join.row_marks import with_row_marks
from lib.ingest.layout.answer_per_row import one_row_per_respondent
from lib.ingest.layout.headers import is_bare_code
from lib.ingest.layout.legend import with_legends
from lib.ingest.layout.outcome_tables import holds_outcomes
from lib.ingest.layout.table import Column, Table, find_table
from lib.ingest.mapping import ColumnMapping, all_of_channel, assign, column_names, fitting, interpret
from lib.ingest.receipt import ColumnReceipt, FileReceipt, LeftOut, SheetReceipt, survey_of
from lib.ingest.recognise.columns import recognise
from lib.ingest.recognise.doubts import doubts
from lib.ingest.recognise.match import Match
from lib.survey.catalogue import channel_of
from lib.survey.meaning import forget_answers
from lib.survey.problems import Problem, Refusal
from lib.survey.words import thousands

__all__ = ("ColumnReceipt", "FileReceipt", "SheetReceipt", "read_file", "survey_of")

_PREVIEWED = 5
_PREVIEW_LENGTH = 60
_FIRST, _LOOKED_AT = 3, 100  # answers told, and filled rows that they are taken from
_COVERED_LENGTH = 400  # letters; enough to cover what is shown of them without cutting it first
_TELLS_APART = "dient alleen om dezelfde respondent te herkennen"
_CHOICES = 20  # distinct answers looked at before any is shown


@dataclass(frozen=True, eq=False)
class _SheetRead:
    """A table of a file: its receipt, and the answers in it if there are any."""

    receipt: SheetReceipt
    found: Assembled | None

    @property
    def headers(self) -> list[str]:
        return [column.header for column in self.receipt.columns]

    @property
    def questions(self) -> int:
        """How many questions there are; the options of one stand in a column each."""
        items = (column.item for column in self.receipt.columns)
        return len({item.part_of or item.key for item in items if item is not None and not item.is_background})


def read_file(
    file: str,
    data: bytes,
    mappings: Sequence[ColumnMapping] = (),
    channel: str | None = None,
    key: bytes = b"",
    *,
    tell: Callable[[str], None] = lambda step: None,
) -> FileReceipt:
    """Read one export. Never raises for what is in the file: that is said by `problems`. A mapping
    is used for every sheet that has its headers. `channel`: that of a file that has none; with it a file without
    any question of the klantmonitor is opened too. Ids of respondents are kept as
    hashes made with `key` (at most 64 random bytes, the same for all files that belong together); without it none
    are. `tell` is called with each step, in Dutch."""
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
    is_left = [
        is_outcome and (table is None or fitting(mappings, table.columns) is None)
        for table, is_outcome in zip(tables, outcomes, strict=True)
    ]
    tables = [None if is_one else table for table, is_one in zip(tables, is_left, strict=True)]
    try:
        reads = _read_tables(file, tables, mappings, channel, key)
    finally:
        forget_answers()
    skipped = [
        sheet.name
        for sheet, read in zip(raw.sheets, reads, strict=True)
        if (read is None or (read.found is None and not read.questions))
        and sheet.name is not None
        and len(raw.sheets) > 1
    ]
    of_outcomes = [sheet.name for sheet, is_one in zip(raw.sheets, is_left, strict=True) if is_one]
    found = [read.found for read in reads if read is not None and read.found is not None]
    left = [read for read in reads if found and read is not None and read.found is None and read.questions]
    hidden = [
        sheet.name
        for sheet, read in zip(raw.sheets, reads, strict=True)
        if sheet.is_hidden and sheet.name is not None and read is not None and read.found is not None
    ]
    problems = [
        *(_sheet_skipped(file, name, name in of_outcomes) for name in skipped),
        *(_own_sheet_skipped(file, read) for read in left),
        *(_sheet_hidden(file, name) for name in hidden),
        *raw.problems,
        *_formulas_without_outcome(file, raw, [read is not None and read.found is not None for read in reads]),
        *(one for each in found for one in each.problems),
    ]
    if not found:
        is_bare = any(table is not None and len(table) == 0 for table in tables)
        headers = [name for read in reads if read for name in read.headers]
        if (own_survey := _own_survey(reads)) is not None:
            problems.append(_is_own_survey(file, own_survey.questions))
        elif of_outcomes:
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


def _own_survey(reads: Sequence[_SheetRead | None]) -> _SheetRead | None:
    """Of a file without any question of the klantmonitor the table with most questions of its own."""
    read = [one for one in reads if one is not None]
    most = max(read, key=lambda one: one.questions, default=None)
    return most if most is not None and most.questions and all(one.found is None for one in read) else None


def _is_own_survey(file: str, questions: int) -> Problem:
    noun = "eigen vraag" if questions == 1 else "eigen vragen"
    return Problem(
        "own_survey",
        "error",
        f"{file} is een enquête met {thousands(questions)} {noun}, zonder vragen van de klantmonitor.",
        file=file,
        remedy="Kies onder welk kanaal u haar opent.",
        command="Noem met --channel het kanaal waaronder zij hoort: balie, telefoon, digitaal of overig.",
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


def _own_sheet_skipped(file: str, read: _SheetRead) -> Problem:
    sheet, noun = read.receipt.sheet, "eigen vraag" if read.questions == 1 else "eigen vragen"
    message = f"Tabblad '{sheet}' heeft {thousands(read.questions)} {noun} en geen vraag van de klantmonitor, en is overgeslagen."
    remedy = "Zet het in een eigen bestand als die antwoorden mee moeten tellen."
    return Problem("sheet_skipped", "info", message, file=file, sheet=sheet, remedy=remedy)


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
        command="Exporteer het bestand opnieuw, met het kanaal in de naam of in een kolom.",
    )


def _no_rows(file: str) -> Problem:
    return Problem(
        "no_rows",
        "error",
        f"In {file} staat een kopregel met vragen, maar daaronder staat geen enkel antwoord.",
        file=file,
        remedy="Kijk of er in het enquêteprogramma antwoorden zijn in de gekozen periode, en exporteer opnieuw.",
    )


_WITH_TEXTS = "Exporteer het bestand met de vraagteksten in de kopregel"
_WITH_ROWS = "Kies een export met één rij per respondent en de vragen in de kopregel"


def _no_questions(file: str, headers: Sequence[str]) -> Problem:
    codes = [header for header in headers if is_bare_code(header)]
    if len(codes) > len(headers) / 2:
        return Problem(
            "headers_are_codes",
            "error",
            f"De kopregel van {file} noemt alleen codes, zoals '{codes[0]}'; welke vraag dat is, staat er niet bij.",
            file=file,
            column=codes[0],
            remedy=f"{_WITH_TEXTS} (bij de meeste enquêteprogramma's is dat een keuze bij het exporteren), of kies op de pagina "
            "Gegevens per kolom welke vraag het is.",
            command=f"{_WITH_TEXTS}.",
        )
    return Problem(
        "no_questions",
        "error",
        f"In {file} staat geen enkele vraag van de klantmonitor met antwoorden eronder.",
        file=file,
        remedy=f"{_WITH_ROWS}, of kies op de pagina Gegevens per kolom welke vraag het is.",
        command=f"{_WITH_ROWS}.",
    )


def _read_tables(
    file: str, tables: Sequence[Table | None], mappings: Sequence[ColumnMapping], channel: str | None, key: bytes
) -> list[_SheetRead | None]:
    """What is read of each table that has rows. A survey of only own questions is read where its channel is given."""
    filled = [
        None if table is None or len(table) == 0 else with_legends(one_row_per_respondent(table)) for table in tables
    ]
    reads = [None if table is None else _read_table(file, table, mappings, channel, key) for table in filled]
    own_survey = _own_survey(reads)
    if own_survey is None or channel is None:
        return reads
    names = set(own_survey.headers)
    return [
        _read_table(file, table, mappings, channel, key, is_custom=True)
        if table is not None and read is not None and set(read.headers) == names
        else read
        for table, read in zip(filled, reads, strict=True)
    ]


def _read_table(
    file: str,
    table: Table,
    mappings: Sequence[ColumnMapping],
    channel: str | None,
    key: bytes,
    *,
    is_custom: bool = False,
) -> _SheetRead:
    """The answers of a table, by recognition and what the user says of it. `is_custom`: whether it is a survey even
    if all its questions are its own, and then of this channel."""
    matches, rankings = without_rankings(
        without_id_products(recognise(table, channel_of(table.sheet) or channel_of(file) or channel))
    )
    mapping = fitting(mappings, (match.column for match in matches))
    if mapping is not None:
        matches = assign(mapping, table, matches)
    names = column_names(match.column for match in matches)
    ids = id_columns(table, matches)
    items = [match.item for match in matches if match.item is not None and not match.item.is_background]
    # An own question alone makes no survey, unless a user said that it is one.
    found, unread = None, dict[int, tuple[str, ...]]()
    if any(not item.custom for item in items) or (items and (mapping is not None or is_custom)):
        read_as = matches if mapping is None else interpret(mapping, matches, len(table))
        if channel is not None and all(item.custom for item in items):
            read_as = all_of_channel(channel, read_as, len(table))
        # Of what the user said something there is no doubt; of the other columns there still is.
        said = {
            match.column.header
            for name, match in zip(names, matches, strict=True)
            if mapping and name in mapping.columns
        }
        told = tuple(problem for problem in (*doubts(matches), *rankings) if problem.column not in said)
        found = assemble(file, table, read_as, told, channel)
        unread = {match.column.place: not_understood(match) for match in read_as}
        parts = zip(found.parts, found.rows, strict=True)
        found = replace(
            found,
            parts=tuple(
                with_row_marks(with_respondents(part, rows, ids, key), rows, table.columns) for part, rows in parts
            ),
        )
    places = {column.place for column in ids}
    columns = tuple(
        _column_receipt(
            name,
            match,
            tells_apart=match.column.place in places,
            unread=unread.get(match.column.place, ()),
        )
        for name, match in zip(names, matches, strict=True)
    )
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


def _column_receipt(name: str, match: Match, *, tells_apart: bool, unread: tuple[str, ...]) -> ColumnReceipt:
    """What a receipt keeps of a match: not the cells, so that it stays small wherever it goes."""
    is_custom = match.item is not None and match.item.custom
    commonest = common_cells if is_custom else Column.commonest
    cells = commonest(match.column, _PREVIEWED) if _may_preview(match) else []
    shown = [cell for cell in cells if match.item is None or not holds_own_words(match.item, cell)]
    preview = tuple(shorten(str(cell), _PREVIEW_LENGTH, placeholder="…") for cell in shown)
    evidence = f"{match.evidence}; {_TELLS_APART}" if tells_apart and match.item is None else match.evidence
    return ColumnReceipt(
        name,
        match.column.header,
        match.item,
        evidence,
        match.near,
        match.is_identifier,
        preview,
        match.asked,
        unread,
        first=() if preview or tells_apart else _first(match),
    )


def _first(match: Match) -> tuple[str, ...]:
    """The first answers of a column; nothing of who people are."""
    if match.is_identifier:
        return ()
    used = dict.fromkeys(match.column.codes[match.column.codes >= 0][:_LOOKED_AT].tolist())
    cells = (str(match.column.uniques[place]) for place in used)
    return tuple(shorten(cell, _COVERED_LENGTH, placeholder="…") for cell in islice(cells, _FIRST))


def _may_preview(match: Match) -> bool:
    """Whether answers may be shown to tell a column by: never personal data, never citizens' own words.
    Of a column that was not recognised only numbers are sure to be neither."""
    if match.item is None:
        return not match.is_identifier and all(number_of(cell) is not None for cell in match.column.commonest(_CHOICES))
    return match.item.kind not in ("text", "respondent")
