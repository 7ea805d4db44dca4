"""Lines with words and numbers through each other: sentences, rows put behind each other, "Benchmark: 8,2"."""

from dataclasses import replace

from lib.ingest.published.drafts.assigning import Columns
from lib.ingest.published.drafts.decisions import NO_LABEL, decide
from lib.ingest.published.drafts.draft_layout import Line, Piece
from lib.ingest.published.drafts.found import Found, Sheet
from lib.ingest.published.drafts.headings import Headings
from lib.ingest.published.drafts.heads import Heads
from lib.ingest.published.drafts.labels import Labels
from lib.ingest.published.drafts.printed_words import Facts, Vocabulary, column_of, kind_of
from lib.ingest.published.drafts.prose import Prose
from lib.ingest.published.drafts.row_state import State

_SURE = 0.84
_TOGETHER = 2  # counts behind each other
_SHORT_ROLE = 5  # words before a number that only say which column it is


class MixedLines:
    """Reads them."""

    def __init__(
        self, sheet: Sheet, vocabulary: Vocabulary, labels: Labels, heads: Heads, headings: Headings, columns: Columns
    ) -> None:
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._labels = labels
        self._heads = heads
        self._headings = headings
        self._columns = columns
        self._prose = Prose(vocabulary)

    def mixed(self, line: Line, state: State) -> None:
        """Words and numbers through each other: each piece is read as running text, under the label at its left."""
        if state.values:
            self._columns.flush(state, [])
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
            if not open_numbers or self._words_before_numbers(piece, context):
                continue
            start = piece.text[: open_numbers[0].number.start]
            said = self._vocabulary.label(start, context.channel, state.question)
            now = replace(context, item=said.item) if said.item is not None and len(start.split()) <= 14 else context
            self._prose.read(piece, self._sheet.of(piece), now, state.question)
        if not _is_sentence(line.text):
            self._headings.take_mixed(line, state)
        state.label = []

    def _words_before_numbers(self, piece: Piece, context: Facts) -> bool:
        """Whether a text is counts that each stand behind their word ("Respons 3.018 Reviews 0 Tips 633"), and then reads
        them so: where the text begins with a word and ends with a number, no number is of the word behind it."""
        numbers = self._sheet.open_of(piece)
        if len(numbers) < _TOGETHER or piece.text[numbers[-1].number.end :].strip(" .;|"):
            return False
        ends = [0, *(one.number.end for one in numbers[:-1])]
        words = [piece.text[end : one.number.start].strip(" :;,|\n") for end, one in zip(ends, numbers, strict=True)]
        said = [self._vocabulary.label(one, context.channel) for one in words]
        are_counts = [one.item is not None and kind_of(one.item) == "count" for one in said]
        if (
            sum(are_counts) < _TOGETHER
            or not are_counts[0]
            or any(len(one.split()) > _SHORT_ROLE or not one for one in words)
        ):
            return False
        for one, facts, is_count in zip(numbers, said, are_counts, strict=True):
            if is_count:
                decide(one, facts, Facts(role="own"), State(context))
            else:
                one.message = NO_LABEL
        return True

    def run_on(self, piece: Piece, rows: list[tuple[str, list[Found]]], state: State) -> None:
        """Rows behind each other on one line; before the first may stand the heads."""
        if state.values:
            self._columns.flush(state, [])
        words = rows[0][0].split()
        for start in range(len(words)):
            first = " ".join(words[start:])
            if self._vocabulary.label(first, state.context.channel).score >= _SURE:
                if start:
                    self._heads.take_text(" ".join(words[:start]), piece, state)
                rows = [(first, rows[0][1]), *rows[1:]]
                break
        for label, numbers in rows:
            self._columns.assign(
                list(numbers), self._vocabulary.label(label, state.context.channel, state.question), state
            )
        state.label, state.had_rows = [], True

    def said_of_subject(self, piece: Piece, state: State) -> bool:
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
            self._columns.flush(state, [])
        decide(numbers[0], replace(state.subject, year=said.year), Facts(role=role), state)
        state.label = []
        return True


def _words_before(piece: Piece) -> str:
    """The words of a piece before its first number, or all of them where it begins with none."""
    first = next((number.start for number in piece.numbers), len(piece.text))
    return piece.text[:first]


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") or len(text.split()) > 14
