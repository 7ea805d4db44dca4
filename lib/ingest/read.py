"""Export files to one survey and a receipt per file: the one way in."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from lib.ingest.assemble import assemble
from lib.ingest.layout import find_table
from lib.ingest.recognise import Match, recognise
from lib.ingest.sheets import RawSheet, open_file
from lib.survey.catalogue import Item
from lib.survey.dataset import ChannelAnswers, Survey, combine
from lib.survey.problems import Problem, Refusal

_PREVIEWED = 5
_PREVIEW_LENGTH = 60
_CHOICES = 20  # a column with more distinct answers may hold free text


@dataclass(frozen=True)
class ColumnReceipt:
    """What a column was taken for, and why. `near`: keys of the items it came close to. `preview`: its
    commonest answers as text; none of a column with personal data or open answers."""

    header: str
    item: Item | None
    evidence: str
    near: tuple[str, ...]
    is_identifier: bool
    preview: tuple[str, ...]


@dataclass(frozen=True)
class SheetReceipt:
    """What was read of a sheet: rows of data, respondents, what each column was taken for."""

    sheet: str | None
    header_rows: tuple[int, ...]
    rows: int
    respondents: int
    channels: tuple[str, ...]
    columns: tuple[ColumnReceipt, ...]
    blank_rows: int
    total_rows: int
    unanswered_rows: int


@dataclass(frozen=True, eq=False)
class FileReceipt:
    """What was read of a file, and what was wrong with it; `parts` are its answers per channel."""

    file: str
    format: str | None
    encoding: str | None
    delimiter: str | None
    sheets: tuple[SheetReceipt, ...]
    problems: tuple[Problem, ...]
    parts: tuple[ChannelAnswers, ...]

    @property
    def is_read(self) -> bool:
        """Whether it gave any respondent."""
        return any(len(part) for part in self.parts)

    @property
    def respondents(self) -> int:
        return sum(len(part) for part in self.parts)


def read_file(file: str, data: bytes) -> FileReceipt:
    """Read one export. Never raises for what is in the file: that is said by `problems`."""
    try:
        raw = open_file(file, data)
        sheets = [_read_sheet(file, sheet) for sheet in raw.sheets]
    except Refusal as refusal:
        return FileReceipt(file, None, None, None, (), (refusal.problem.at(file=file),), ())
    receipts: list[SheetReceipt] = []
    problems: list[Problem] = []
    parts: list[ChannelAnswers] = []
    for sheet, read in zip(raw.sheets, sheets, strict=True):
        if read is None:
            if sheet.name is not None and len(raw.sheets) > 1:
                problems.append(
                    Problem(
                        "sheet_skipped",
                        "info",
                        f"Tabblad '{sheet.name}' bevat geen antwoorden en is overgeslagen.",
                        file=file,
                        sheet=sheet.name,
                    )
                )
            continue
        receipt, found, its_parts = read
        receipts.append(receipt)
        problems.extend(found)
        parts.extend(its_parts)
    if not receipts:
        problems.append(
            Problem(
                "no_questions",
                "error",
                f"In {file} staat geen enkele vraag van de klantmonitor met antwoorden eronder.",
                file=file,
                remedy="Kies een export met één rij per respondent en de vragen in de kopregel.",
            )
        )
    return FileReceipt(file, raw.format, raw.encoding, raw.delimiter, tuple(receipts), tuple(problems), tuple(parts))


def _read_sheet(
    file: str, sheet: RawSheet
) -> tuple[SheetReceipt, tuple[Problem, ...], tuple[ChannelAnswers, ...]] | None:
    """The answers of a sheet, or None where it holds no table with a question of the survey."""
    table = find_table(sheet)
    if table is None or len(table) == 0:
        return None
    matches = recognise(table)
    if not any(match.item is not None and not match.item.is_background and not match.item.own for match in matches):
        return None
    found = assemble(file, table, matches)
    receipt = SheetReceipt(
        table.sheet,
        table.header_rows,
        len(table),
        sum(len(part) for part in found.parts),
        tuple(part.channel for part in found.parts),
        tuple(_column_receipt(match) for match in matches),
        table.blank_rows,
        table.total_rows,
        found.unanswered,
    )
    return receipt, found.problems, found.parts


def _column_receipt(match: Match) -> ColumnReceipt:
    """What a receipt keeps of a match: not the cells, so that it stays small wherever it goes."""
    cells = match.column.commonest(_PREVIEWED) if _may_preview(match) else []
    preview = tuple(shorten(str(cell), _PREVIEW_LENGTH, placeholder="…") for cell in cells)
    return ColumnReceipt(match.column.header, match.item, match.evidence, match.near, match.is_identifier, preview)


def _may_preview(match: Match) -> bool:
    """Whether answers may be shown to tell a column by: never personal data, never citizens' own words."""
    if match.item is None:
        return not match.is_identifier and len(match.column.uniques) <= _CHOICES
    return match.item.kind not in ("text", "respondent")


def survey_of(receipts: Iterable[FileReceipt]) -> Survey:
    """All files together as one survey."""
    return combine(part for receipt in receipts for part in receipt.parts)
