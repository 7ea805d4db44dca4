"""What a piece of a page looks like before anything is known of it: numbers, a year, a label, the head of a column, a
label with its number, a sentence."""

import re
from collections.abc import Sequence
from typing import Literal

from lib.ingest.published.drafts.draft_layout import Line, Piece, apart
from lib.ingest.published.drafts.no_figures import spans_of
from lib.ingest.published.drafts.pieces import BESIDE, NOISE, is_unit
from lib.ingest.published.drafts.printed_words import YEAR, Vocabulary, column_of
from lib.survey.words import normalise

Kind = Literal["value", "year", "label", "head", "row", "prose", "blank"]
_LONG = 5  # words; as many in one piece are a sentence, or a long statement
_LETTERS = 2
_BRACKET = re.compile(r"\s*\(")
_QUESTIONS = (None, "herhaalbezoek", "informatie")


class Kinds:
    """Tells kinds of pieces and of lines; remembers what it told."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known: dict[int, tuple[Piece, Kind]] = {}
        self._lines: dict[int, tuple[Line, Kind]] = {}

    def of(self, piece: Piece) -> Kind:
        """The kind of a piece; never "prose", which is of lines."""
        known = self._known.get(id(piece))
        if known is None or known[0] is not piece:
            known = self._known[id(piece)] = (piece, self._kind(piece))
        return known[1]

    def _kind(self, piece: Piece) -> Kind:
        if not any(sign.isalnum() for sign in piece.text):
            return "blank"
        if not piece.numbers:
            if sum(sign.isalpha() for sign in piece.text) < _LETTERS:
                return "blank"
            return "head" if column_of(piece.text) is not None and not self.is_item(piece.text) else "label"
        rest = piece.text
        for number in reversed(piece.numbers):
            rest = rest[: number.start] + " " + rest[number.end :]
        words = normalise(NOISE.sub(" ", rest)).split()
        if not words and all(YEAR.fullmatch(number.printed) for number in piece.numbers):
            return "year"
        spans = list(spans_of(piece.text))
        if all(any(start <= number.start and number.end <= end for start, end, _ in spans) for number in piece.numbers):
            return "label"  # dates, phone numbers and the like are words here
        if all(word in BESIDE for word in words) or (len(words) <= 2 and is_unit(rest)):
            return "value"
        return "row"

    def split(self, piece: Piece) -> tuple[Piece, Piece] | None:
        """A label and what is in brackets behind it, as "totaaloordeel (BM 7,8)", where that says itself what it is."""
        found = _BRACKET.search(piece.text)
        if self.of(piece) != "row" or piece.breaks or not found or piece.numbers[0].start < found.start():
            return None
        label, inside = apart(piece, found.end() - 1)
        return (label, inside) if self.of(label) == "label" and self.of(inside) == "value" else None

    def is_item(self, text: str) -> bool:
        """Whether a text surely names something of which there are figures."""
        return any(self._vocabulary.label(text, None, question).item is not None for question in _QUESTIONS)

    def are_same(self, labels: Sequence[Piece | None], others: Sequence[Piece | None]) -> bool:
        """Whether labels name the same as others, each as the one in its place, read as answers to one question."""
        return any(
            all(
                one and other and (item := self._vocabulary.label(one.text, None, question).item) is not None
                and item == self._vocabulary.label(other.text, None, question).item
                for one, other in zip(labels, others, strict=True)
            )
            for question in _QUESTIONS
        )  # fmt: skip

    def of_line(self, line: Line) -> Kind:
        """The kind of a line: what it would be to a reader who sees no other."""
        known = self._lines.get(id(line))
        if known is None or known[0] is not line:
            known = self._lines[id(line)] = (line, self._kind_of_line(line))
        return known[1]

    def _kind_of_line(self, line: Line) -> Kind:
        kinds = [self.of(piece) for piece in line.pieces]
        if len(kinds) == 1 and kinds[0] in ("row", "label") and len(line.text.split()) >= _LONG:
            return "prose" if kinds[0] == "label" or _runs_on(line.pieces[0]) else "row"
        first = next((kind for kind in kinds if kind != "blank"), "blank")
        if "row" in kinds or (first == "label" and "value" in kinds):
            return "row"
        for kind in ("value", "label", "head", "year"):
            if kind in kinds:
                return kind
        return "blank"

    def shape(self, pieces: Sequence[Piece]) -> str:
        """Pieces under each other as letters, each run once: V for values, L for labels, Y for years."""
        letters = ""
        for piece in pieces:
            letter = {"value": "V", "year": "Y"}.get(self.of(piece), "L")
            letters += letter if not letters.endswith(letter) else ""
        return letters


def _runs_on(piece: Piece) -> bool:
    """Whether words stand behind its last number, as in a sentence."""
    behind = piece.text[piece.numbers[-1].end :]
    return sum(sign.isalpha() for sign in behind) >= _LETTERS or len(piece.text.split()) >= 2 * _LONG
