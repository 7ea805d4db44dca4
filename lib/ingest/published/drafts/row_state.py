"""Where the reading of a block is: its headings, the heads that hold, the label and the numbers that wait for each other."""

from dataclasses import dataclass, field, replace

from lib.ingest.published.drafts.draft_layout import Piece
from lib.ingest.published.drafts.found import Found
from lib.ingest.published.drafts.printed_words import Facts


@dataclass
class Head:
    """The head of a column: what it says, and where it stands."""

    facts: Facts
    text: str
    piece: Piece | None
    column: int | None = None


@dataclass
class State:
    """Where reading is within a block."""

    context: Facts
    question: str | None = None
    heads: list[Head] = field(default_factory=list)
    heads_at: int = -9
    heads_table: int | None = None
    heads_kind: str | None = None
    is_aligned: bool = False
    is_full: bool = False
    columns_from: float | None = None  # where on the page the numbers under the heads begin
    label: list[Piece] = field(default_factory=list)
    values: list[list[Found | None]] = field(default_factory=list)
    heads_item: str | None = None
    subject: Facts = field(default_factory=Facts)
    year: int | None = None
    had_rows: bool = False
    is_chapter: bool = False  # whether the line that is read is the heading of a chapter
    title: str = ""  # the last heading
    ranked: bool = False
    caption_brackets: bool = False


def replace_label(state: State, label: list[Piece]) -> State:
    """The same state with other lines of text before it."""
    return replace(state, label=label)
