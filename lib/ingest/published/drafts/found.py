"""What is known so far of each number of a draft, while it is being read."""

import re
from dataclasses import dataclass, field

from lib.ingest.published.drafts.draft_layout import Block, Piece
from lib.ingest.published.drafts.draft_numbers import Number
from lib.ingest.published.drafts.no_figures import spans_of
from lib.ingest.published.drafts.printed_number import Why
from lib.ingest.published.drafts.printed_words import YEAR, Facts, column_of

_LONGEST_HEAD = 40  # letters
# "7,9 – 8,0" and "60% – 64%": where a figure lies, and no figure itself.
_INTERVAL = re.compile(r"\s*-?\d{1,3}(?:[.,]\d+)?\s?%?\s+[–-]\s+-?\d{1,3}(?:[.,]\d+)?\s?%?\s*")


@dataclass
class Found:
    """A number with what was found of it. `facts` once it is taken for a figure; `why` once it is none; `message` once
    it can't be read; the last that is set counts, and what has none is not read."""

    piece: Piece
    number: Number
    block: int
    text: str
    order: int
    facts: Facts | None = None
    why: Why | None = None
    message: str | None = None
    context: Facts = field(default_factory=Facts)
    counted: bool = False
    n: int | None = None

    @property
    def line(self) -> int:
        """The line on which it stands."""
        return self.piece.line_at(self.number.start)

    @property
    def is_open(self) -> bool:
        """Whether nothing is decided of it."""
        return self.facts is None and self.why is None and self.message is None

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year."""
        is_plain = self.number.value is not None and not self.number.decimals and not self.number.is_percent
        return (
            is_plain
            and YEAR.fullmatch(self.number.printed if not self.number.repaired else str(self.number.value)) is not None
        )


class Sheet:
    """All numbers of a draft, by the piece in which they stand."""

    def __init__(self, blocks: list[Block]) -> None:
        self.all: list[Found] = []
        self._of: dict[int, list[Found]] = {}
        texts: dict[tuple[int, int], list[str]] = {}
        orders: dict[tuple[int, int], int] = {}
        for block in blocks:
            for line in block.lines:
                for piece in line.pieces:
                    for start in (0, *(start for start, _ in piece.breaks)):
                        texts.setdefault((piece.page, piece.line_at(start)), []).append(piece.line_text(start))
        pieces = [piece for block in blocks for line in block.lines for piece in line.pieces]
        # A pair of numbers may be own and BM too: only under such a head it is an interval.
        has_intervals = any(column_of(piece.text) == "interval" for piece in pieces if len(piece.text) < _LONGEST_HEAD)
        for place, block in enumerate(blocks):
            for line in block.lines:
                for piece in line.pieces:
                    mine = []
                    for number in piece.numbers:
                        key = (piece.page, piece.line_at(max(number.start, 0)))
                        one = Found(piece, number, place, " ".join(texts[key]), orders.get(key, 0))
                        orders[key] = one.order + 1
                        mine.append(one)
                    self._of[id(piece)] = mine
                    self.all += mine
                    _set_aside(piece, mine, has_intervals=has_intervals)

    def of(self, piece: Piece) -> list[Found]:
        """The numbers of a piece, from left to right."""
        return self._of.get(id(piece), [])

    def open_of(self, piece: Piece) -> list[Found]:
        """Those of which nothing is decided."""
        return [one for one in self._of.get(id(piece), []) if one.is_open]


def _set_aside(piece: Piece, numbers: list[Found], *, has_intervals: bool) -> None:
    for one in numbers:
        one.why = piece.mark
        before, behind = piece.text[: one.number.start][-1:], piece.text[one.number.end :][:1]
        if before.isalpha() and (behind.isalpha() or not behind.strip()):
            one.why = "name"  # a letter that a scan took for a digit, or a name as "MO360"
    if has_intervals and len(numbers) > 1 and _INTERVAL.fullmatch(piece.text):
        for one in numbers:
            one.why = "statistic"
    for start, end, why in spans_of(piece.text) if numbers else ():
        for one in numbers:
            if one.is_open and start <= one.number.start and one.number.end <= end + 1 and one.number.start < end:
                one.why = "date" if why == "date" else why
