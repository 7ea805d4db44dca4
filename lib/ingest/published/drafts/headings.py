"""Headings of a draft: which channel, year and question hold for what stands under them."""

import re
from dataclasses import replace

from lib.ingest.published.drafts.draft_layout import Line
from lib.ingest.published.drafts.marks import Marks
from lib.ingest.published.drafts.pieces import Pieces
from lib.ingest.published.drafts.printed_words import YEAR, Facts, Vocabulary, channel_in
from lib.ingest.published.drafts.row_state import State
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise

_SHORT_LINE = 14  # words; a longer one is no heading
_IN_YEAR = re.compile(r"\b(?:in|over|van|jaar|meting|per|sinds)\s+(?:19|20)\d\d\W*$", re.IGNORECASE)
_QUESTIONS = (
    ("herhaalbezoek", re.compile(r"terug\s?kom|herhaal|in (?:één|een|1) keer", re.IGNORECASE)),
    ("informatie", re.compile(r"informatie vooraf|vooraf duidelijk|van tevoren|duidelijkheid (?:van|over) (?:de )?informatie|informatie.{0,25}duidelijk|voorinformatie|vooraf", re.IGNORECASE)),
    ("products", re.compile(r"\bproduct(?:en)?\b|per dienst", re.IGNORECASE)),
    ("years", re.compile(r"door de jaren|verloop|trend|eerdere jaren|ontwikkeling|per jaar|voorgaande jaren", re.IGNORECASE)),
)  # fmt: skip


def question_in(text: str, most: int | None = None) -> str | None:
    """The question that a heading speaks of, of the first `most` that are looked for, or None."""
    return next((name for name, pattern in _QUESTIONS[:most] if pattern.search(text)), None)


class Headings:
    """Knows a heading, and keeps what chapters are of."""

    def __init__(self, vocabulary: Vocabulary, pieces: Pieces, marks: Marks) -> None:
        self._vocabulary = vocabulary
        self._pieces = pieces
        self._marks = marks
        self._chapters: dict[str, Facts] = {}

    def take(self, line: Line, facts: Facts, state: State, before_values: bool) -> bool:
        """Whether a line is a heading; what it says then holds for what follows."""
        text = line.text
        words = len(text.split())
        is_set = state.is_chapter or any(piece.heading for piece in line.pieces)
        channel = facts.channel if facts.channel is not None else channel_in(text) if facts.item is None else None
        question = question_in(text)
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

    def has_year(self, line: Line, lines: list[Line], place: int) -> bool:
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

    def take_mixed(self, line: Line, state: State) -> None:
        """A heading with a number, as "Balie 2020 (3018 respondenten)", still names its channel."""
        channel = channel_in(line.text)
        question = question_in(line.text)
        if question is not None and len(line.text.split()) <= _SHORT_LINE:
            state.question = question
        if channel is not None and len(line.text.split()) <= 10 and self._vocabulary.label(re.sub(r"\d\S*", "", line.text)).item in (None, "responses"):  # fmt: skip
            years = YEAR.findall(line.text)
            state.context = Facts(None, None, channel, int(years[-1]) if years else state.context.year)

    def chapter(self, line: Line, state: State) -> str:
        """The number of the heading that a line is, or "". A part of a chapter is of the channel of that chapter."""
        chapter = self._marks.chapter(line)
        parent = self._chapters.get(chapter.rpartition(".")[0])
        if parent is not None and channel_in(line.text) is None:
            state.context, state.heads = Facts(None, None, parent.channel, parent.year), []
        return chapter

    def end_chapter(self, chapter: str, state: State) -> None:
        """Keep what a heading with a number said, for the parts of its chapter."""
        self._chapters[chapter] = state.context
