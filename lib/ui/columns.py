"""The columns of one sheet as a user speaks of them: what is said of them, and what that changed last."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath

from markupsafe import Markup

from lib.answers.masking import masked
from lib.ingest.mapping import CUSTOM_KINDS, ColumnMapping, targets, with_column
from lib.ingest.read import ColumnReceipt, FileReceipt, SheetReceipt
from lib.session.session import Session
from lib.survey.catalogue import Item, whole_label
from lib.survey.visible import visible
from lib.survey.words import plain_name
from lib.ui import state

_SHOWN = 60  # letters of an answer


class Columns:
    """The columns of a sheet, with the mapping that is for them. `place`: what the sheet is known by on the page,
    the same for every reading of the file."""

    def __init__(self, workspace: Session, receipt: FileReceipt, sheet: SheetReceipt, number: int) -> None:
        self.receipt, self.sheet = receipt, sheet
        self.place = f"{receipt.file}_{number}"
        names = tuple(column.name for column in sheet.columns)
        fitting = [mapping for mapping in workspace.mappings if mapping.fits(names)]
        self.mapping = fitting[-1] if fitting else ColumnMapping(names)
        self.is_mapped = bool(fitting)
        self.last = workspace.last_change(names)

    def change(self, change: Callable[[ColumnMapping], ColumnMapping], what: str) -> None:
        """Say something else of the columns; it counts at once. `what`: the change as a sentence."""
        state.change_mapping(self.receipt.file, self._mapping_name(), self.mapping, change, what)

    def choose(self, column: ColumnReceipt, key: str, label: str) -> None:
        """Say what one column is."""
        self.change(lambda mapping: with_column(mapping, column.name, key), f"Kolom '{column.name}': {label}.")

    def set_channel(self, channel: str | None, what: str) -> None:
        """Say of which channel all rows are; None leaves it as recognised."""
        self.change(lambda mapping: replace(mapping, channel=channel), what)

    def _mapping_name(self) -> str:
        several = len({frozenset(c.name for c in sheet.columns) for sheet in self.receipt.sheets}) > 1
        name = name_of(self.receipt)
        return f"{self.sheet.sheet}_{name}" if several and self.sheet.sheet else name


def name_of(receipt: FileReceipt) -> str:
    """What the mapping of a file is called."""
    name = plain_name(receipt.file)
    return f"koppeling_{PurePath(name).stem}{receipt.file[len(name) :]}.json"


def label_of(item: Item) -> str:
    """A question as it is called in a list; an option with the question that it belongs to."""
    whole = whole_label(item)
    return item.label if whole is None else f"{whole}: {item.label}"


def item_of(key: str) -> Item | None:
    """The question or option of the catalogue with this key."""
    return targets().get(key)


def answers_of(column: ColumnReceipt) -> str:
    """The answers that a column can be told by, someone's own words with personal data covered; empty where
    none may be shown."""
    return " · ".join(column.preview or tuple(_short(masked(visible(answer))) for answer in column.first))


def told(column: ColumnReceipt, below: Sequence[str] = ()) -> Markup:
    """A column with its answers, and lines below it."""
    lines = [line for line in (answers_of(column), *below) if line]
    return Markup('<p class="km-text">{}</p>{}').format(
        column.name, Markup("").join(Markup('<p class="km-note">{}</p>').format(line) for line in lines)
    )


def custom_kind_key(item: Item) -> str | None:
    """What an own question is called in a mapping; None for an option of one, which nobody chooses."""
    return next((key for key, kind in CUSTOM_KINDS.items() if kind == item.kind), None)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]}…"
