"""Tables, lists, cards and charts: which label and which head a printed number stands under.

A block is read from top to bottom. Heads hold until others come; a label holds for the numbers beside or under it. Where
numbers and heads don't fit each other, the numbers are not read: a column is never picked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from lib.ingest.published.drafts.assigning import Columns
from lib.ingest.published.drafts.decisions import decide
from lib.ingest.published.drafts.draft_layout import Block, Line, Piece
from lib.ingest.published.drafts.found import Found, Sheet
from lib.ingest.published.drafts.headings import Headings, question_in
from lib.ingest.published.drafts.heads import Heads
from lib.ingest.published.drafts.labels import Labels
from lib.ingest.published.drafts.marks import Marks
from lib.ingest.published.drafts.mixed_lines import MixedLines
from lib.ingest.published.drafts.pieces import BLANK, Pieces
from lib.ingest.published.drafts.printed_words import YEAR, Facts, Vocabulary, together
from lib.ingest.published.drafts.row_state import Head, State

_GRADES = re.compile(r"cijfer|oordeel", re.IGNORECASE)
_OF_SURVEY = re.compile(
    r"uitkomst|resultat|cijfers|onderzoek|meting|monitor|dienstverlening|klant|bezoeker|enquête", re.IGNORECASE
)


class Rows:
    """Reads the blocks of a draft, one after the other."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary, own_name: str | None, real_tables: bool) -> None:
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._real_tables = real_tables  # of a file that knows tables; elsewhere they are only looks
        self._pieces = Pieces(sheet)
        self._marks = Marks(sheet, self._pieces)
        self._labels = Labels(sheet, vocabulary, self._pieces)
        self._heads = Heads(sheet, vocabulary, self._pieces, self._labels, own_name)
        self._headings = Headings(vocabulary, self._pieces, self._marks)
        self._columns = Columns(self._heads, self._labels)
        self._mixed_lines = MixedLines(sheet, vocabulary, self._labels, self._heads, self._headings, self._columns)

    def read(self, block: Block, start: State) -> State:
        """Read a block, beginning with the headings of the one that it hangs on; returns where reading ended."""
        state = State(start.context, start.question, label=list(start.label))
        if block.is_cards and start.label:
            said = self._labels.known(state)
            state.context = Facts(said.item or state.context.item, None, said.channel or state.context.channel, said.year or state.context.year)  # fmt: skip
            state.label = []
        if (
            start.heads
            and not block.is_cards
            and not block.is_past_cards
            and all(line.pieces[0].table is None for line in block.lines)
        ):
            state.heads, state.heads_table = list(start.heads), start.heads_table
        points = self._marks.set_points(block)
        self._marks.set_axes(block)
        self._marks.find_legend(block, state)
        lines = block.lines
        place = 0
        while place < len(lines):
            if place in points:
                self._columns.flush(state, [])
                self._share_of_point(*points[place], state)
                place += 1
                continue
            chapter = self._headings.chapter(lines[place], state)
            state.is_chapter = bool(chapter)
            place = self._line(lines, place, state)
            if chapter:
                self._headings.end_chapter(chapter, state)
        self._columns.flush(state, [])
        return state

    def _share_of_point(self, point: int, numbers: list[Found], state: State) -> None:
        """The share of those who gave a point, of the item above it; of the grade of all where heads only say "cijfer"."""
        known = self._labels.known(state)
        item = known.item or state.context.item
        said = " ".join([*(head.text for head in state.heads), state.title])
        if item is None and _GRADES.search(said):
            item = "totaaloordeel"
        for one in numbers:
            decide(one, Facts(item, f"share:{point}", known.channel), Facts(), state)

    def _line(self, lines: list[Line], place: int, state: State) -> int:
        """Read a line; returns the place of the next one."""
        line = lines[place]
        pieces = line.pieces
        if state.heads and pieces[0].table != state.heads_table and (pieces[0].table is not None or self._real_tables):
            state.heads = []
        self._marks.set_marks(line, lines, place, state)
        if self._stands_under_values(line, lines, place, state) and self._labels_above(line, state):
            return place + 1
        if self._heads.is_head_line(line, state, lines, place):
            if state.values:
                self._columns.flush(state, [])
            self._heads.take(line, place, state)
            asked = question_in(pieces[0].text, 2)
            state.question = asked or state.question
            return place + 1
        open_numbers = [one for piece in pieces for one in self._sheet.open_of(piece)]
        years_only = open_numbers and all(one.is_year for one in open_numbers)
        if not open_numbers or (years_only and self._headings.has_year(line, lines, place)):
            for one in open_numbers:
                one.why = "year"
            return self._text_line(lines, place, state)
        values = [piece for piece in pieces if self._pieces.is_values(piece)]
        mixed = [piece for piece in pieces if self._sheet.open_of(piece) and not self._pieces.is_values(piece)]
        if len(mixed) == 1 and (rows := self._labels.run_on(mixed[0])):
            self._mixed_lines.run_on(mixed[0], rows, state)
            return place + 1
        if len(pieces) == 1 and self._mixed_lines.said_of_subject(pieces[0], state):
            return place + 1
        if mixed and not (
            len(mixed) == 1
            and self._labels.label_and_values(mixed[0], state, len(self._heads.of_values(state))) is not None
        ):
            self._mixed_lines.mixed(line, state)
            return place + 1
        texts = [piece for piece in pieces if not self._sheet.open_of(piece) and any(s.isalpha() for s in piece.text) and not BLANK.match(piece.text)]  # fmt: skip
        if mixed:
            label, numbers = self._labels.label_and_values(mixed[0], state, len(self._heads.of_values(state))) or (
                "",
                [],
            )
            before = [piece for piece in texts if piece.left < mixed[0].left]
            row = [*numbers, *self._cells(values, state, line, mixed[0])]
            return self._row(lines, place, state, [replace(mixed[0], text=label), *before], row)
        if values and texts:
            first = min(values, key=lambda piece: piece.left)
            left = [piece for piece in texts if piece.left < first.left]
            labels = left or texts
            if not left and all(self._pieces.is_unit(piece.text) for piece in texts):
                labels = []
            labels = [piece for piece in labels if not (self._pieces.is_unit(piece.text) and len(labels) > 1)]
            if labels:
                return self._row(lines, place, state, labels, self._cells(values, state, line, labels[-1]))
        return self._columns.values_line(lines, place, state, self._cells(values or list(pieces), state, line, None))

    def _cells(self, values: Sequence[Piece], state: State, line: Line, label: Piece | None) -> list[Found | None]:
        """The numbers of a row from left to right; None for a cell with a sign that it is empty."""
        cells: list[Found | None] = []
        for piece in line.pieces:
            if any(piece is one for one in values):
                cells += self._sheet.open_of(piece)
            elif (
                label is not None and piece.left > label.left and BLANK.match(piece.text) and not self._sheet.of(piece)
            ):
                cells.append(None)
        return cells

    def _text_line(self, lines: list[Line], place: int, state: State) -> int:
        line = lines[place]
        text = line.text
        if not any(sign.isalpha() for sign in text):
            years = YEAR.findall(text)
            if len(years) == 1 and self._pieces.next_is_values(lines, place):
                self._columns.year_line(int(years[0]), state)
            elif len(years) == 1:
                state.context = replace(state.context, year=int(years[0]))
            return place + 1
        # A word under a number says what it counts.
        if state.values and self._pieces.is_unit(text) and len(line.pieces) == 1:
            for row in state.values:
                for one in row:
                    if one is not None:
                        one.counted = True
            return place + 1
        if state.values and not state.label and self._labels_above(line, state):
            return place + 1
        single = len(line.pieces) == 1
        facts = self._vocabulary.label(text, state.context.channel, state.question)
        if state.values:
            if single and self._is_number_above(lines, place, state, facts):
                self._columns.give(state, facts)
                state.label, state.values = [], []
                return place + 1
            self._columns.flush(state, [])
        if self._headings.take(line, facts, state, self._pieces.next_is_values(lines, place)):
            return place + 1
        if (
            state.context.channel is None
            and facts.channel is not None
            and facts.item is None
            and _OF_SURVEY.search(text)
        ):
            state.context = replace(state.context, channel=facts.channel)
        if together(text) and facts.item is None:
            state.heads, state.heads_table = [Head(Facts(role="own"), text, None)], line.pieces[0].table
        if "haakjes" in text.lower():
            state.caption_brackets = True
        state.label, state.subject = [*state.label[-4:], *line.pieces], Facts()
        return place + 1

    def _is_number_above(self, lines: list[Line], place: int, state: State, facts: Facts) -> bool:
        """Whether a text is the word under the numbers just read: they have no label, or the run ends with a word."""
        if facts.item is None:
            return False
        if not state.label:
            return state.heads_item is None and state.year is None
        if self._labels.known(state).item is not None:
            return False
        end = place
        while end + 1 < len(lines) and len(lines[end + 1].pieces) == 1:
            has_number = bool(self._sheet.open_of(lines[end + 1].pieces[0]))
            was_number = bool(self._sheet.open_of(lines[end].pieces[0]))
            if has_number == was_number:
                break
            end += 1
        return not self._sheet.open_of(lines[end].pieces[0])

    def _labels_above(self, line: Line, state: State) -> bool:
        """Words in a row under numbers in a row: each word is of the number above it."""
        row = [one for one in state.values[-1] if one is not None]
        if len(state.values) != 1 or len(line.pieces) < 2 or len(line.pieces) != len(row):
            return False
        facts = [self._vocabulary.label(piece.text, state.context.channel, state.question) for piece in line.pieces]
        if not any(one.item or one.channel or one.year for one in facts):
            return False
        for one, said in zip(row, facts, strict=True):
            decide(one, said, Facts(), state)
        state.values, state.label = [], []
        return True

    def _stands_under_values(self, line: Line, lines: list[Line], place: int, state: State) -> bool:
        """Whether words in a row stand under as many numbers that nothing is known of, and over none."""
        return (
            len(state.values) == 1 and not state.label and not state.heads and len(line.pieces) > 1
            and not any(piece.numbers for piece in line.pieces) and not self._pieces.next_is_values(lines, place)
        )  # fmt: skip

    def _row(self, lines: list[Line], place: int, state: State, labels: list[Piece], row: list[Found | None]) -> int:
        """A label with numbers on the same line."""
        state.had_rows = True
        if state.values:
            self._columns.flush(state, [])
        following = self._labels.following(lines, place)
        above = self._labels.known(state) if state.label else Facts()
        if above.item is not None:
            state.subject = above
        label, used = self._labels.row_label(state, labels, following)
        if label.item is None and (label.channel or label.year):
            label = label.over(state.subject)  # "Balie: 8,3" under the line "Totaaloordeel"
        elif above.item is None:
            state.subject = Facts()
        state.label = []
        self._columns.assign(row, label, state)
        return place + 1 + used
