"""What reading a file gives: a receipt, with the answers that were in it. Light, so that who only asks
another process to read need not load what reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from lib.ingest.join.duplicates import Keep, dropped, once_each
from lib.ingest.join.lookalikes import lookalikes
from lib.survey.catalogue import Item
from lib.survey.dataset import ChannelAnswers, Survey, combine
from lib.survey.problems import Problem
from lib.survey.references import References

if TYPE_CHECKING:
    from lib.ingest.mapping import ColumnMapping

# Why a row under the header is no respondent.
LeftOut = Literal["blank", "header", "total", "note", "no_answer", "no_channel", "joined", "no_respondent"]


@dataclass(frozen=True)
class ColumnReceipt:
    """What a column was taken for, and why. `near`: keys of the items it came close to. `preview`: its
    commonest answers as text; none of a column with personal data or open answers. `name`: what a
    mapping calls the column. `asked`: whether the user is asked if this is the first of `near`. `unread`: answers
    that come back on a closed scale and are not understood. `first`: the first answers of a column
    that may hold someone's own words, as they stand there: they are shown covered, or not at all."""

    name: str
    header: str
    item: Item | None
    evidence: str
    near: tuple[str, ...]
    is_identifier: bool
    preview: tuple[str, ...]
    asked: bool = False
    unread: tuple[str, ...] = ()
    first: tuple[str, ...] = field(default=(), repr=False)


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

    def is_meant_by(self, mapping: "ColumnMapping") -> bool:
        """Whether any of its tables has the headers that a mapping is for."""
        return any(mapping.fits(column.name for column in sheet.columns) for sheet in (*self.sheets, *self.unread))


@dataclass(frozen=True)
class ReferencesRead:
    """What a reference file gave: the figures that are sound, and a problem for each that is not."""

    file: str
    references: References
    problems: tuple[Problem, ...]


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
    everyone = [part for receipt in distinct.values() for part in receipt.parts]
    parts, told = once_each(everyone, keep)
    return replace(combine(parts), problems=(*problems, *told, *lookalikes(everyone)))
