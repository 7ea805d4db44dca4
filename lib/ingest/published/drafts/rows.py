"""Tables, lists, cards and charts: which label and which head a printed number stands under.

A block is read from top to bottom. Heads hold until others come; a label holds for the numbers beside or under it. Where
numbers and heads don't fit each other, the numbers are not read: a column is never picked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from lib.ingest.published.drafts.columns import match_columns
from lib.ingest.published.drafts.decisions import decide, decide_local
from lib.ingest.published.drafts.draft_layout import Block, Line, Piece
from lib.ingest.published.drafts.found import Found, Sheet
from lib.ingest.published.drafts.heads import Heads
from lib.ingest.published.drafts.labels import Labels
from lib.ingest.published.drafts.marks import Marks
from lib.ingest.published.drafts.pieces import BLANK, Pieces
from lib.ingest.published.drafts.printed_words import YEAR, Facts, Vocabulary, channel_in, column_of, kind_of, together
from lib.ingest.published.drafts.prose import Prose
from lib.ingest.published.drafts.row_state import Head, State
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise

_COLUMN_UNKNOWN = (
    "Er staan {count} getallen en {heads}; welk getal in welke kolom hoort, is niet te zien. "
    "Zet in een lege kolom een streepje, of kies zelf wat het is."
)
_SURE = 0.84
_SHORT_ROLE = 5  # words before a number that only say which column it is
_SHORT_LINE = 14  # words; a longer one is no heading
_GRADES = re.compile(r"cijfer|oordeel", re.IGNORECASE)
_IN_YEAR = re.compile(r"\b(?:in|over|van|jaar|meting|per|sinds)\s+(?:19|20)\d\d\W*$", re.IGNORECASE)
_OF_SURVEY = re.compile(
    r"uitkomst|resultat|cijfers|onderzoek|meting|monitor|dienstverlening|klant|bezoeker|enquête", re.IGNORECASE
)
_QUESTIONS = (
    ("herhaalbezoek", re.compile(r"terug\s?kom|herhaal|in (?:één|een|1) keer", re.IGNORECASE)),
    ("informatie", re.compile(r"informatie vooraf|vooraf duidelijk|van tevoren|duidelijkheid (?:van|over) (?:de )?informatie|informatie.{0,25}duidelijk|voorinformatie|vooraf", re.IGNORECASE)),
    ("products", re.compile(r"\bproduct(?:en)?\b|per dienst", re.IGNORECASE)),
    ("years", re.compile(r"door de jaren|verloop|trend|eerdere jaren|ontwikkeling|per jaar|voorgaande jaren", re.IGNORECASE)),
)  # fmt: skip


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
        self._prose = Prose(vocabulary)
        self._chapters: dict[str, Facts] = {}

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
                self._flush(state, [])
                self._share_of_point(*points[place], state)
                place += 1
                continue
            chapter = self._chapter(lines[place], state)
            state.is_chapter = bool(chapter)
            place = self._line(lines, place, state)
            if chapter:
                self._chapters[chapter] = state.context
        self._flush(state, [])
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

    def _chapter(self, line: Line, state: State) -> str:
        """The number of the heading that a line is, or "". A part of a chapter is of the channel of that chapter."""
        chapter = self._marks.chapter(line)
        parent = self._chapters.get(chapter.rpartition(".")[0])
        if parent is not None and channel_in(line.text) is None:
            state.context, state.heads = Facts(None, None, parent.channel, parent.year), []
        return chapter

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
                self._flush(state, [])
            self._heads.take(line, place, state)
            asked = next((name for name, pattern in _QUESTIONS[:2] if pattern.search(pieces[0].text)), None)
            state.question = asked or state.question
            return place + 1
        open_numbers = [one for piece in pieces for one in self._sheet.open_of(piece)]
        years_only = open_numbers and all(one.is_year for one in open_numbers)
        if not open_numbers or (years_only and self._is_heading_with_year(line, lines, place)):
            for one in open_numbers:
                one.why = "year"
            return self._text_line(lines, place, state)
        values = [piece for piece in pieces if self._pieces.is_values(piece)]
        mixed = [piece for piece in pieces if self._sheet.open_of(piece) and not self._pieces.is_values(piece)]
        if len(mixed) == 1 and (rows := self._labels.run_on(mixed[0])):
            self._run_on(mixed[0], rows, state)
            return place + 1
        if len(pieces) == 1 and self._said_of_subject(pieces[0], state):
            return place + 1
        if mixed and not (
            len(mixed) == 1
            and self._labels.label_and_values(mixed[0], state, len(self._heads.of_values(state))) is not None
        ):
            self._mixed(line, state)
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
        return self._values_line(lines, place, state, self._cells(values or list(pieces), state, line, None))

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
                self._year_line(int(years[0]), state)
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
                self._give(state, facts)
                state.label, state.values = [], []
                return place + 1
            self._flush(state, [])
        if self._heading(line, facts, state, self._pieces.next_is_values(lines, place)):
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

    def _heading(self, line: Line, facts: Facts, state: State, before_values: bool) -> bool:
        """Whether a line is a heading; what it says then holds for what follows."""
        text = line.text
        words = len(text.split())
        is_set = state.is_chapter or any(piece.heading for piece in line.pieces)
        channel = facts.channel if facts.channel is not None else channel_in(text) if facts.item is None else None
        question = next((name for name, pattern in _QUESTIONS if pattern.search(text)), None)
        is_option = question in ("herhaalbezoek", "informatie") and (facts.item or "").startswith(f"{question}:")
        if is_option and not is_set and (before_values or facts.score >= 0.99):
            question = None
        is_heading = is_set or (words <= 12 and (channel is not None or question is not None) and not text.rstrip().endswith((".", ",")) and (facts.item is None or ":" in facts.item))  # fmt: skip
        if question == "products" and facts.item is not None and not is_set:
            is_heading = False
        if facts.item is not None and not is_set and not question:
            if facts.channel is not None and not before_values:
                state.context = replace(state.context, channel=facts.channel, year=facts.year or state.context.year)
            return False
        if not is_heading:
            if question in ("herhaalbezoek", "informatie") and words <= 25:
                state.question, state.label = question, []
                return False
            return False
        state.title = text
        changed = channel is not None and channel != state.context.channel
        item = (
            facts.item
            if facts.item and not facts.item.startswith(("herhaalbezoek:", "informatie:", "product:"))
            else None
        )
        if item is None and not changed and question is None and not is_set:
            item = state.context.item
        state.context = Facts(item, None, channel or state.context.channel, facts.year or state.context.year)
        if changed or question or is_set:
            state.question = question
        if changed and state.had_rows:
            state.heads = []
        state.label, state.values = (list(line.pieces) if item else []), []
        return True

    def _is_heading_with_year(self, line: Line, lines: list[Line], place: int) -> bool:
        """Whether the years of a line are of a heading, and no cell of figures beside them."""
        if not any(sign.isalpha() for sign in line.text):
            return len([n for p in line.pieces for n in p.numbers]) == 1
        if _IN_YEAR.search(line.text):
            return True
        words = normalise(YEAR.sub(" ", line.text)).split()
        counts = lexicons("printed.toml", "count")
        near = " ".join(words)
        if any(lexicon.places(words) for lexicon in counts.values()) or self._pieces.is_unit(near):
            beside = re.search(r"(?:19|20)\d\d\s*(?:personen|respondenten|klanten|reviews|tips|verbetertips|toelichtingen|mensen|inwoners|suggesties)", line.text)  # fmt: skip
            return beside is None and self._pieces.next_is_values(lines, place)
        return True

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
            self._flush(state, [])
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
        self._assign(row, label, state)
        return place + 1 + used

    def _values_line(self, lines: list[Line], place: int, state: State, row: list[Found | None]) -> int:
        """Numbers without a label on their line: they wait for what stands under them."""
        years = [one for one in row if one is not None and one.is_year]
        if len(row) >= 2 and len(years) * 2 == len(row) and all((one is not None and one.is_year) == (at % 2 == 0) for at, one in enumerate(row)):  # fmt: skip
            for year, one in zip(row[::2], row[1::2], strict=True):
                assert year is not None
                year.why = "year"
                if one is not None:
                    said = self._labels.known(state)
                    decide(one, Facts(item=said.item, year=int(year.number.printed)), Facts(), state, years=True)
            return place + 1
        if len(row) == 1 and years:
            years[0].why = "year"
            self._year_line(int(years[0].number.value or 0), state)
            return place + 1
        state.values.append(row)
        return place + 1

    def _year_line(self, year: int, state: State) -> None:
        """A year by itself over a number: what follows is of that year, and of the item named before."""
        if state.values:
            self._flush(state, [])
        known = self._labels.known(state)
        if known.item is not None:
            state.context = replace(state.context, item=known.item)
        state.label, state.year = [], year

    def _flush(self, state: State, following: list[str]) -> None:
        """Decide about the numbers that waited under the label before them."""
        rows, state.values = state.values, []
        row = [one for cells in rows for one in cells]
        if not row:
            return
        label = self._labels.known(state)
        state.label, state.year = [], None
        if label.year is not None and sum(map(len, rows)) == 1 and len(state.heads) > 1:
            state.heads = []  # "2018;" over one number is a row of years, not of the table above
        heads = self._heads.of_values(state)
        if len(rows) > 1 and all(len(cells) == len(heads) for cells in rows) and len(heads) > 1:
            for cells in rows:
                self._assign(cells, label, state)
            return
        self._assign(row, label, state)

    def _give(self, state: State, facts: Facts) -> None:
        rows, state.values = state.values, []
        self._assign([one for cells in rows for one in cells], facts, state)

    def _assign(self, row: list[Found | None], label: Facts, state: State) -> None:
        """Give each number of a row its column."""
        cells = decide_local(row, label, state)
        if not any(one is not None and one.is_open for one in cells):
            return
        self._drop_heads_of_others(cells, label, state)
        if _are_left_of_columns(cells, state):
            state.heads, state.heads_item = [], None
        heads = self._heads.of_values(state)
        chosen = match_columns(cells, heads, state)
        if chosen is None:
            said = f"{len(heads)} kolommen" if heads else "geen kop boven de kolommen"
            message = _COLUMN_UNKNOWN.format(count=len([one for one in cells if one is not None]), heads=said)
            for one in cells:
                if one is not None and one.is_open:
                    one.message = message
            return
        pieces = [one.piece for one in cells if one is not None]
        if len(heads) > 1 and len({id(piece) for piece in pieces}) == len(pieces) > 1 and state.columns_from is None:
            state.columns_from = min(piece.left for piece in pieces)
        for one, head in zip(cells, chosen, strict=True):
            if one is not None and one.is_open:
                decide(one, label, head, state)
        base = next((one for one in cells if one is not None and one.facts is not None and one.facts.role == "n"), None)
        if base is not None and base.number.value is not None and base.number.value == int(base.number.value):
            for one in cells:
                if one is not None and one.facts is not None and one.facts.role == "own":
                    one.n = int(base.number.value)

    def _drop_heads_of_others(self, cells: list[Found | None], label: Facts, state: State) -> None:
        """Heads of a table of scores say nothing of the counts or options under it, where they are not as many."""
        kind = _family(kind_of(label.item)) if label.item is not None else None
        if kind is not None and state.heads_kind is not None and kind != state.heads_kind and len(cells) == 1:
            state.heads = []
        if (
            state.heads_item is not None
            and label.item not in (None, state.heads_item)
            and len(cells) != len(self._heads.of_values(state))
        ):
            state.heads, state.heads_item = [], None
        if kind is not None and state.heads and state.heads_kind is None:
            state.heads_kind = kind

    def _mixed(self, line: Line, state: State) -> None:
        """Words and numbers through each other: each piece is read as running text, under the label at its left."""
        if state.values:
            self._flush(state, [])
        context = state.context
        known = self._labels.known(state)
        if known.item is not None and state.label:
            context = replace(context, item=known.item)
        beside = {
            said.item for piece in line.pieces if (said := self._vocabulary.label(_words_before(piece), context.channel)).item
        } - {None}  # fmt: skip
        if len(beside) == 1 and known.item is None:
            context = replace(context, item=next(iter(beside)))
        for piece in line.pieces:
            open_numbers = self._sheet.open_of(piece)
            facts = self._vocabulary.label(piece.text, context.channel, state.question) if not open_numbers else Facts()
            if facts.item is not None:
                context = replace(context, item=facts.item)
            if not open_numbers:
                continue
            start = piece.text[: open_numbers[0].number.start]
            said = self._vocabulary.label(start, context.channel, state.question)
            now = replace(context, item=said.item) if said.item is not None and len(start.split()) <= 14 else context
            self._prose.read(piece, self._sheet.of(piece), now, state.question)
        if not _is_sentence(line.text):
            self._heading_of_mixed(line, state)
        state.label = []

    def _run_on(self, piece: Piece, rows: list[tuple[str, list[Found]]], state: State) -> None:
        """Rows behind each other on one line; before the first may stand the heads."""
        if state.values:
            self._flush(state, [])
        words = rows[0][0].split()
        for start in range(len(words)):
            first = " ".join(words[start:])
            if self._vocabulary.label(first, state.context.channel).score >= _SURE:
                if start:
                    self._heads.take_text(" ".join(words[:start]), piece, state)
                rows = [(first, rows[0][1]), *rows[1:]]
                break
        for label, numbers in rows:
            self._assign(list(numbers), self._vocabulary.label(label, state.context.channel, state.question), state)
        state.label, state.had_rows = [], True

    def _said_of_subject(self, piece: Piece, state: State) -> bool:
        """Whether a line says a column and a number of the item that stands above it: "Benchmark: 8,2"."""
        numbers = [one for one in self._sheet.open_of(piece) if not one.is_year]
        if len(numbers) != 1 or any(sign.isalpha() for sign in piece.text[numbers[0].number.end :]):
            return False
        before = piece.text[: numbers[0].number.start]
        role = column_of(before)
        said = self._vocabulary.label(before, state.context.channel)
        if role in (None, "label", "trend") or len(before.split()) > _SHORT_ROLE or (said.item not in (None, "totaaloordeel", "responses")):  # fmt: skip
            return False
        known = self._labels.known(state)
        if known.item is not None:
            state.subject = known
        if state.subject.item is None or kind_of(state.subject.item) == "count":
            return False
        for one in self._sheet.open_of(piece):
            if one.is_year:
                one.why = "year"
        if state.values:
            self._flush(state, [])
        decide(numbers[0], replace(state.subject, year=said.year), Facts(role=role), state)
        state.label = []
        return True

    def _heading_of_mixed(self, line: Line, state: State) -> None:
        """A heading with a number, as "Balie 2020 (3018 respondenten)", still names its channel."""
        channel = channel_in(line.text)
        question = next((name for name, pattern in _QUESTIONS if pattern.search(line.text)), None)
        if question is not None and len(line.text.split()) <= _SHORT_LINE:
            state.question = question
        if channel is not None and len(line.text.split()) <= 10 and self._vocabulary.label(re.sub(r"\d\S*", "", line.text)).item in (None, "responses"):  # fmt: skip
            years = YEAR.findall(line.text)
            state.context = Facts(None, None, channel, int(years[-1]) if years else state.context.year)


def _family(kind: str | None) -> str:
    return "scores" if kind in ("grade", "agree", "effort") else str(kind)


def _are_left_of_columns(cells: Sequence[Found | None], state: State) -> bool:
    """Whether numbers stand at the left of all columns of the table above, so that its heads are not theirs."""
    start = state.columns_from
    pieces = [one.piece for one in cells if one is not None]
    return start is not None and all(piece.column is None and piece.right <= start for piece in pieces)


def _words_before(piece: Piece) -> str:
    """The words of a piece before its first number, or all of them where it begins with none."""
    first = next((number.start for number in piece.numbers), len(piece.text))
    return piece.text[:first]


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") or len(text.split()) > 14
