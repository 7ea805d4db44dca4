"""Tables, lists, cards and charts: which label and which head a printed number stands under.

A block is read from top to bottom. Heads hold until others come; a label holds for the numbers beside or under it. Where
numbers and heads don't fit each other, the numbers are not read: a column is never picked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lib.ingest.published.drafts.draft_layout import Block, Line, Piece
from lib.ingest.published.drafts.found import Found, Sheet
from lib.ingest.published.drafts.no_figures import list_mark
from lib.ingest.published.drafts.printed_words import (
    YEAR,
    Facts,
    Vocabulary,
    channel_in,
    channels_of,
    cleaned,
    column_of,
    kind_of,
    points_in,
)  # fmt: skip
from lib.ingest.published.drafts.prose import Prose
from lib.survey.scales import AGREE
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise

_BLANK = re.compile(
    r"^[\s\-–—−.*xX/]*$|^(?:n\.?b\.?|n\.?v\.?t\.?|onbekend|te weinig respons|geen|leeg)$", re.IGNORECASE
)
_NOISE = re.compile(r"[\s▲▼△▽↑↓→↗↘⬆⬇●○■□◆•·*=≈≥≤<>|/()\[\];:,.+\-–—−~†‡¹²³^#✓✔✗✘★☆%'’‘\"“”]+")
_BESIDE = frozenset("n bm benchmark eigen vs landelijk personen respondenten procent pt punten pp".split())
_COLUMN_UNKNOWN = (
    "Er staan {count} getallen en {heads}; welk getal in welke kolom hoort, is niet te zien. "
    "Zet in een lege kolom een streepje, of kies zelf wat het is."
)
_NO_LABEL = (
    "Bij dit getal is niet te zien van welke vraag het is. Zet de naam van de vraag erbij, of kies zelf wat het is."
)
_QUESTIONS = (
    ("herhaalbezoek", re.compile(r"terug\s?kom|herhaal|in (?:één|een|1) keer", re.IGNORECASE)),
    ("informatie", re.compile(r"informatie vooraf|vooraf duidelijk|van tevoren|duidelijkheid (?:van|over) (?:de )?informatie|informatie.{0,25}duidelijk|voorinformatie|vooraf", re.IGNORECASE)),
    ("products", re.compile(r"\bproduct(?:en)?\b|per dienst", re.IGNORECASE)),
    ("years", re.compile(r"door de jaren|verloop|trend|eerdere jaren|ontwikkeling|per jaar|voorgaande jaren", re.IGNORECASE)),
)  # fmt: skip
_VALUE_WORDS = 3


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
    label: list[Piece] = field(default_factory=list)
    values: list[list[Found | None]] = field(default_factory=list)
    heads_item: str | None = None
    year: int | None = None
    had_rows: bool = False
    ranked: bool = False
    caption_brackets: bool = False


class Rows:
    """Reads the blocks of a draft, one after the other."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary, own_name: str | None, real_tables: bool) -> None:
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._own_name = own_name
        self._real_tables = real_tables  # of a file that knows tables; elsewhere they are only looks
        self._prose = Prose(vocabulary)

    def read(self, block: Block, start: State) -> State:
        """Read a block, beginning with the headings of the one that it hangs on; returns where reading ended."""
        state = State(start.context, start.question)
        if start.heads and all(line.pieces[0].table is None for line in block.lines):
            state.heads, state.heads_table = list(start.heads), start.heads_table
        self._axes(block)
        self._legend(block, state)
        lines = block.lines
        place = 0
        while place < len(lines):
            place = self._line(lines, place, state)
        self._flush(state, [])
        return state

    # Lines

    def _line(self, lines: list[Line], place: int, state: State) -> int:
        """Read a line; returns the place of the next one."""
        line = lines[place]
        pieces = line.pieces
        if state.heads and pieces[0].table != state.heads_table and (pieces[0].table is not None or self._real_tables):
            state.heads = []
        self._marks(line, lines, place, state)
        if self._stands_under_values(line, lines, place, state) and self._labels_above(line, state):
            return place + 1
        if self._is_head_line(line, state, lines, place):
            self._heads(line, place, state)
            return place + 1
        open_numbers = [one for piece in pieces for one in self._sheet.open_of(piece)]
        years_only = open_numbers and all(one.is_year for one in open_numbers)
        if not open_numbers or (years_only and self._is_heading_with_year(line, lines, place)):
            for one in open_numbers:
                one.why = "year"
            return self._text_line(lines, place, state)
        values = [piece for piece in pieces if self._is_values(piece)]
        mixed = [piece for piece in pieces if self._sheet.open_of(piece) and not self._is_values(piece)]
        if mixed and not (len(mixed) == 1 and self._label_and_values(mixed[0], state) is not None):
            self._mixed(line, state)
            return place + 1
        texts = [piece for piece in pieces if not self._sheet.open_of(piece) and any(s.isalpha() for s in piece.text) and not _BLANK.match(piece.text)]  # fmt: skip
        if mixed:
            label, numbers = self._label_and_values(mixed[0], state) or ("", [])
            before = [piece for piece in texts if piece.left < mixed[0].left]
            row = [*numbers, *self._cells(values, state, line, mixed[0])]
            return self._row(lines, place, state, [replace(mixed[0], text=label), *before], row)
        if values and texts:
            first = min(values, key=lambda piece: piece.left)
            left = [piece for piece in texts if piece.left < first.left]
            labels = left or texts
            if not left and all(self._unit(piece.text) for piece in texts):
                labels = []
            labels = [piece for piece in labels if not (self._unit(piece.text) and len(labels) > 1)]
            if labels:
                return self._row(lines, place, state, labels, self._cells(values, state, line, labels[-1]))
        return self._values_line(lines, place, state, self._cells(values or list(pieces), state, line, None))

    def _marks(self, line: Line, lines: list[Line], place: int, state: State) -> None:
        """The number with which a line begins, and that of a page by itself."""
        first = line.pieces[0]
        mark = list_mark(first.text) if self._sheet.open_of(first) else None
        if mark is not None:
            for one in self._sheet.open_of(first):
                if one.number.end <= mark[0] + 1 and not one.number.is_percent:
                    is_rank = "." not in one.number.printed and (len(line.text) < 60) and len(self._sheet.of(first)) > 1
                    has_dot = first.text[one.number.end : one.number.end + 1] == "." or mark[1]
                    if mark[1] or has_dot or first.heading:
                        one.why = "rank" if is_rank and not first.heading else "chapter"
        found = re.match(r"^\s*\(?(\d{1,2})[.)]?\s*$", first.text)
        rank = re.match(r"^\s*(\d{1,2})[.)](?=\s)", first.text)
        if (rank or mark) and state.heads and not any(head.facts.role == "rank" for head in state.heads) and first.table is None and not state.ranked:  # fmt: skip
            state.heads = [] if state.had_rows else state.heads
        state.ranked = bool(rank or mark)
        if rank:
            for one in self._sheet.open_of(first)[:1]:
                if one.number.start <= rank.start(1):
                    one.why = "rank"
        elif found and len(line.pieces) > 1 and re.search(r"[.)]\s*$", first.text):
            for one in self._sheet.open_of(first):
                one.why = "rank"
        elif found and len(line.pieces) > 2 and first.table is None and self._sheet.open_of(first):
            following = line.pieces[1]
            if (
                not self._sheet.of(following)
                and any(sign.isalpha() for sign in following.text)
                and self._runs(lines, place)
            ):
                self._sheet.open_of(first)[0].why = "rank"

    def _runs(self, lines: list[Line], place: int) -> bool:
        """Whether the line before or after begins with the number before or after."""
        mine = lines[place].pieces[0].numbers[0].value
        for other in (place - 1, place + 1):
            if 0 <= other < len(lines):
                first = lines[other].pieces[0]
                if first.numbers and mine is not None and first.numbers[0].value == mine + (other - place):
                    return True
        return False

    def _is_values(self, piece: Piece) -> bool:
        """Whether a piece is numbers only, with at most a word that says what one of them is."""
        if not self._sheet.open_of(piece):
            return False
        rest = piece.text
        for number in reversed(piece.numbers):
            rest = rest[: number.start] + " " + rest[number.end :]
        words = normalise(_NOISE.sub(" ", rest)).split()
        return all(word in _BESIDE for word in words) or (
            len(words) <= 2 and self._unit(rest) and not lexicons("printed.toml", "count")["tips"].places(words)
            and not lexicons("printed.toml", "count")["reviews"].places(words)
        )  # fmt: skip

    def _unit(self, text: str) -> bool:
        words = normalise(text).split()
        known = lexicons("printed.toml", "unit")["persons"].places(words)
        return 0 < len(words) == len(known) <= 2 and not any(
            lexicons("printed.toml", "count")[name].places(words) for name in ("tips", "reviews")
        )  # fmt: skip

    def _label_and_values(self, piece: Piece, state: State) -> tuple[str, list[Found | None]] | None:
        """A label and the numbers behind it in one piece, as in "Wachttijd 8,1 8,2"; None where it is anything else."""
        numbers = self._sheet.open_of(piece)
        if not numbers or (any(one.is_year for one in numbers[:1]) and len(numbers) > 1):
            return None
        label = piece.text[: numbers[0].number.start]
        rest = piece.text[numbers[0].number.start :]
        for one in reversed(numbers):
            at = one.number.start - numbers[0].number.start
            rest = rest[:at] + rest[at + len(one.number.printed) :]
        behind = normalise(_NOISE.sub(" ", rest)).split()
        if behind and (len(numbers) > 1 or not self._unit(" ".join(behind))):
            return None
        if len(normalise(label).split()) > 16 or (not behind and re.search(r"[a-z]{3,}[.!?]\s+[A-Z]", cleaned(label))):
            return None
        known = self._vocabulary.label(label, state.context.channel, state.question)
        if len(numbers) == 1 and len(self._heads_of_values(state)) < 2 and known.score < 0.9:
            return None
        if known.score < 0.78 and len(normalise(label).split()) > 4:
            return None
        if len(numbers) > 1 and re.search(r"\(", piece.text[numbers[0].number.end :]):
            return None
        return label, list(numbers)

    def _cells(self, values: Sequence[Piece], state: State, line: Line, label: Piece | None) -> list[Found | None]:
        """The numbers of a row from left to right; None for a cell with a sign that it is empty."""
        cells: list[Found | None] = []
        for piece in line.pieces:
            if any(piece is one for one in values):
                cells += self._sheet.open_of(piece)
            elif (
                label is not None and piece.left > label.left and _BLANK.match(piece.text) and not self._sheet.of(piece)
            ):
                cells.append(None)
        return cells

    # Text

    def _text_line(self, lines: list[Line], place: int, state: State) -> int:
        line = lines[place]
        text = line.text
        if not any(sign.isalpha() for sign in text):
            years = YEAR.findall(text)
            if len(years) == 1 and self._next_is_values(lines, place):
                self._year_line(int(years[0]), state)
            elif len(years) == 1:
                state.context = replace(state.context, year=int(years[0]))
            return place + 1
        # A word under a number says what it counts.
        if state.values and self._unit(text) and len(line.pieces) == 1:
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
        if self._heading(line, facts, state, self._next_is_values(lines, place)):
            return place + 1
        if "haakjes" in text.lower():
            state.caption_brackets = True
        state.label = [*state.label[-4:], *line.pieces]
        return place + 1

    def _heading(self, line: Line, facts: Facts, state: State, before_values: bool) -> bool:
        """Whether a line is a heading; what it says then holds for what follows."""
        text = line.text
        words = len(text.split())
        is_set = any(piece.heading for piece in line.pieces)
        channel = facts.channel if facts.channel is not None else channel_in(text) if facts.item is None else None
        question = next((name for name, pattern in _QUESTIONS if pattern.search(text)), None)
        if (
            question in ("herhaalbezoek", "informatie")
            and facts.item is not None
            and facts.item.startswith(f"{question}:")
        ):
            if not is_set and (before_values or facts.score >= 0.99):
                question = None
        is_heading = is_set or (words <= 12 and (channel is not None or question is not None) and not text.rstrip().endswith((".", ",")) and (facts.item is None or ":" in facts.item))  # fmt: skip
        if question == "products" and facts.item is not None and not is_set:
            is_heading = False
        if facts.item is not None and not is_set and not question:
            return False
        if not is_heading:
            if question in ("herhaalbezoek", "informatie") and words <= 25:
                state.question, state.label = question, []
                return False
            return False
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
        words = normalise(YEAR.sub(" ", line.text)).split()
        counts = lexicons("printed.toml", "count")
        near = " ".join(words)
        if any(lexicon.places(words) for lexicon in counts.values()) or self._unit(near):
            beside = re.search(r"(?:19|20)\d\d\s*(?:personen|respondenten|klanten|reviews|tips|verbetertips|toelichtingen|mensen|inwoners|suggesties)", line.text)  # fmt: skip
            return beside is None and self._next_is_values(lines, place)
        return True

    def _next_is_values(self, lines: list[Line], place: int) -> bool:
        if place + 1 >= len(lines):
            return False
        pieces = lines[place + 1].pieces
        return all(self._is_values(piece) or _BLANK.match(piece.text) for piece in pieces) and any(
            self._sheet.open_of(piece) for piece in pieces
        )

    def _is_number_above(self, lines: list[Line], place: int, state: State, facts: Facts) -> bool:
        """Whether a text is the word under the numbers just read: they have no label, or the run ends with a word."""
        if facts.item is None:
            return False
        if not state.label:
            return state.heads_item is None and state.year is None
        if self._known_label(state).item is not None:
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
            self._decide(one, said, Facts(), state)
        state.values, state.label = [], []
        return True

    def _stands_under_values(self, line: Line, lines: list[Line], place: int, state: State) -> bool:
        """Whether words in a row stand under as many numbers that nothing is known of, and over none."""
        return (
            len(state.values) == 1 and not state.label and not state.heads and len(line.pieces) > 1
            and not any(piece.numbers for piece in line.pieces) and not self._next_is_values(lines, place)
        )  # fmt: skip

    # Heads

    def _is_head_line(self, line: Line, state: State, lines: list[Line], place: int) -> bool:
        """Whether a line is a row of heads: years, BM, answers, names; at least two of them, or one under another."""
        texts = self._head_texts(line)
        if not texts:
            return False
        numbers = [one for piece in line.pieces for one in self._sheet.open_of(piece)]
        if any(not one.is_year for one in numbers) and not self._are_grades(line):
            return False
        if self._are_grades(line):
            return self._are_points_of_grade(lines, place)
        roles = [self._head_facts(text, state) for text, _ in texts]
        known = [one for one in roles if one.role in ("own", "benchmark", "n", "difference", "rank", "target", "group", "trend") or (one.role or "").startswith("share:")]  # fmt: skip
        years = [one for one in roles if one.year is not None and one.item is None]
        if len(texts) == 1:
            text = texts[0][0]
            one = roles[0]
            # A head a line: part of a run of heads, or "BM" under a name.
            is_short = len(text.split()) <= 4 and not line.pieces[0].heading and line.pieces[0].table is None
            if one.year is not None and one.role is None:
                return self._in_run_of_years(lines, place) and not self._next_is_values(lines, place)
            if (
                one.role == "name"
                and is_short
                and place - 1 == state.heads_at
                and state.heads
                and not self._next_is_values(lines, place)
            ):
                return text[:1].isupper() and not line.pieces[0].bold
            if one.role in (None, "name") or not is_short or one.item is not None or one.channel is not None:
                return False
            if self._next_is_values(lines, place) and not (place - 1 == state.heads_at and state.heads):
                return False
            return one.role != "n" or place - 1 == state.heads_at
        if sum(len(text.split()) for text, _ in texts) > 7 * len(texts):
            return False
        if self._label_row(line, state):
            return False
        items = [one for one in roles if one.item is not None]
        named = [one for one in roles if one.channel is not None and one.item is None]
        if len(years) >= 2 or (known and len(known) + len(years) + len(named) + len(items) >= 1):
            return True
        if line.pieces[0].table is not None and (items or named or years) and len(texts) >= 2:
            return True
        return len(items) + len(named) >= 2

    def _label_row(self, line: Line, state: State) -> bool:
        """Whether a line is the row of an item all the same, as one with empty cells."""
        first = self._vocabulary.label(line.pieces[0].text, state.context.channel, state.question)
        rest = line.pieces[1:]
        return first.item is not None and bool(rest) and all(_BLANK.match(piece.text) for piece in rest)

    def _in_run_of_years(self, lines: list[Line], place: int) -> bool:
        def is_year(at: int) -> bool:
            return (
                0 <= at < len(lines)
                and len(lines[at].pieces) == 1
                and YEAR.fullmatch(lines[at].text.strip()) is not None
            )

        return is_year(place) and (is_year(place - 1) or is_year(place + 1))

    def _are_grades(self, line: Line) -> bool:
        values = [one.number.printed for piece in line.pieces for one in self._sheet.open_of(piece)]
        return values in ([str(n) for n in range(1, 11)], [str(n) for n in range(10, 0, -1)])

    def _are_points_of_grade(self, lines: list[Line], place: int) -> bool:
        """Whether the row 1 to 10 stands over shares, and is no axis."""
        return place + 1 < len(lines) and sum(n.is_percent for p in lines[place + 1].pieces for n in p.numbers) >= 5

    def _head_texts(self, line: Line) -> list[tuple[str, Piece]]:
        """The heads of a line; one piece may hold several, with a space between them."""
        found: list[tuple[str, Piece]] = []
        for piece in line.pieces:
            if not any(sign.isalnum() for sign in piece.text):
                if piece.text.strip() in ("±", "+/-", "#"):
                    found.append((piece.text, piece))
                continue
            found += [(text, piece) for text in self._apart(piece, len(line.pieces) == 1)]
        return found

    def _apart(self, piece: Piece, alone: bool) -> list[str]:
        words = piece.text.split()
        if self._are_grades(Line((piece,))):
            return words
        points = points_in(piece.text)
        if len(points) >= 3:
            return [f"share {point}" for point in points]
        if len(words) < 2 or len(words) > 9 or piece.column is not None or re.search(r"[.:!?,]", piece.text):
            return [piece.text]
        if self._vocabulary.label(piece.text).item is not None and not alone:
            return [piece.text]
        parts: list[str] = []
        # "BM 2020" at the end: years stand behind what they are of; otherwise they are columns themselves.
        years_behind = bool(YEAR.fullmatch(words[-1])) and not YEAR.fullmatch(words[-2])
        place = 0
        while place < len(words):
            word = words[place]
            size = 1
            if (
                years_behind
                and place + 1 < len(words)
                and YEAR.fullmatch(words[place + 1])
                and not YEAR.fullmatch(word)
                and column_of(word) != "label"
            ):
                size = 2
            parts.append(" ".join(words[place : place + size]))
            place += size
        known = [part for part in parts if YEAR.search(part) or column_of(part) in ("benchmark", "n", "difference", "own", "rank", "label", "group", "target")]  # fmt: skip
        names = [part for part in parts if part not in known and part[:1].isupper()]
        strong = [part for part in known if YEAR.fullmatch(part) or column_of(part) in ("benchmark", "difference")]
        if (len([p for p in known if YEAR.fullmatch(p)]) >= 2 or any(column_of(p) == "benchmark" for p in strong)) and len(known) + len(names) == len(parts) and (alone or len(known) >= 2):  # fmt: skip
            return parts
        return [piece.text]

    def _head_facts(self, text: str, state: State) -> Facts:
        if text.startswith("share "):
            return Facts(role=f"share:{text.removeprefix('share ')}")
        if re.fullmatch(r"\d{1,2}", text):
            return Facts(role=f"share:{text}")
        years = YEAR.findall(text)
        year = int(years[-1]) if years else None
        points = points_in(text)
        role = column_of(text)
        channel = channel_in(text)
        item = self._vocabulary.label(text, channel or state.context.channel)
        if len(points) == 1 and normalise(text) not in ("eens", "neutraal"):
            return Facts(role=f"share:{points[0]}")
        if len(points) == 1:
            return Facts(role=f"share:{points[0]}")
        if role in ("benchmark", "difference", "rank", "target", "group", "trend"):
            return Facts(None, role, channel, year)
        if item.item is not None and item.score >= 0.78 and not (item.item == "totaaloordeel" and normalise(text) in ("cijfer", "rapportcijfer", "score")):  # fmt: skip
            return Facts(item.item, None, channel, year)
        if role is not None:
            return Facts(None, role, channel, year)
        if channel is not None or year is not None:
            return Facts(None, None, channel, year)
        return Facts(role="name")

    def _heads(self, line: Line, place: int, state: State) -> None:
        """Take the heads of a line; a second row of heads right under the first adds to it."""
        for piece in line.pieces:
            for one in self._sheet.open_of(piece):
                one.why = "year" if one.is_year else "axis"
        if state.values:
            self._flush(state, [])
        texts = self._head_texts(line)
        heads = [Head(self._head_facts(text, state), text, piece, piece.column) for text, piece in texts]
        single = len(texts) == 1
        follows = place - 1 == state.heads_at and bool(state.heads)
        if single and follows:
            state.heads = [*state.heads, *heads]
        elif single:
            state.heads = [*self._names_before(state), *heads]
        elif follows and len(heads) > len([h for h in state.heads if h.facts.role != "label"]):
            state.heads = self._under(state.heads, heads)
        elif follows and len(heads) == len(state.heads):
            state.heads = [
                replace(low, facts=low.facts.over(high.facts)) for high, low in zip(state.heads, heads, strict=True)
            ]
        else:
            state.heads = heads
        state.heads_at, state.heads_table = place, line.pieces[0].table
        state.heads_kind, state.is_aligned, state.heads_item = None, False, None
        if any(head.facts.role == "label" and "product" in normalise(head.text) for head in state.heads):
            state.question = "products"
        if state.label:
            known = self._known_label(state)
            if known.item is not None and not known.item.startswith(("herhaalbezoek:", "informatie:")):
                state.context = replace(state.context, item=known.item)
                state.heads_item = known.item
        state.label, state.values = [], []

    def _names_before(self, state: State) -> list[Head]:
        """The names in the lines before a first head: "Aspect", "Zoetermeer" above "BM"."""
        found: list[Head] = []
        for piece in reversed(state.label[-3:]):
            facts = self._head_facts(piece.text, state)
            if len(piece.text.split()) > 3 or facts.item is not None or facts.role not in ("name", "label", "own"):
                break
            found.insert(0, Head(facts, piece.text, piece))
        return found

    def _under(self, high: list[Head], low: list[Head]) -> list[Head]:
        """A row of heads under one of fewer: each takes what the one above it says."""
        above = [head for head in high if head.facts.role != "label"]
        below = [head for head in low if head.facts.role != "label"]
        label = [head for head in low if head.facts.role == "label"]
        if not above:
            return low
        made = list(label)
        for place, head in enumerate(below):
            if len(below) % len(above) == 0 and (head.column is None or above[0].column is None):
                top = above[place * len(above) // len(below)]
            else:
                mine = head.column if head.column is not None else place
                tops = [one for one in above if (one.column if one.column is not None else 0) <= mine]
                top = tops[-1] if tops else above[0]
            made.append(
                replace(
                    head,
                    facts=head.facts.over(
                        replace(top.facts, role=None if top.facts.role == "name" else top.facts.role)
                    ),
                )
            )
        return made

    def _heads_of_values(self, state: State) -> list[Head]:
        """The heads without that of the labels; a name is the own column where only one is."""
        heads = [head for place, head in enumerate(state.heads) if not (head.facts.role == "label" and (place == 0 or head.facts.item is None))]  # fmt: skip
        heads = [head for head in heads if head.facts.role != "trend" or head.column is not None]
        names = [head for head in heads if head.facts.role == "name"]
        one_name = len({normalise(head.text) for head in names}) == 1
        has_own = any(head.facts.role == "own" for head in heads)
        own = [head for head in names if self._own_name and normalise(self._own_name) in normalise(head.text)]
        made = []
        for head in heads:
            facts = head.facts
            if facts.role == "name":
                if own:
                    facts = replace(facts, role="own" if head in own else "group")
                elif one_name and not has_own:
                    facts = replace(facts, role="own")
            elif facts.role is None and facts.item is None and (facts.year or facts.channel):
                facts = replace(facts, role="own")
            made.append(replace(head, facts=facts))
        return made

    # Rows

    def _row(self, lines: list[Line], place: int, state: State, labels: list[Piece], row: list[Found | None]) -> int:
        """A label with numbers on the same line."""
        state.had_rows = True
        if state.values:
            self._flush(state, [])
        following = self._following(lines, place)
        label, used = self._row_label(state, labels, following)
        state.label = []
        self._assign(row, label, state)
        return place + 1 + used

    def _following(self, lines: list[Line], place: int) -> list[str]:
        """The lines of text right under a row, which may end its label."""
        found = []
        for line in lines[place + 1 : place + 3]:
            if any(piece.numbers for piece in line.pieces) or len(line.pieces) > 1 or line.pieces[0].heading:
                break
            found.append(line.text)
        return found

    def _row_label(self, state: State, labels: list[Piece], following: list[str]) -> tuple[Facts, int]:
        """What the label of a row is of, with the lines of text above and under it where it is broken over them."""
        own = " ".join(piece.text for piece in labels)
        above = [piece.text for piece in state.label[-3:]]
        best: tuple[float, Facts, int] = (-1.0, Facts(), 0)
        for before in range(len(above) + 1):
            for behind in range(len(following) + 1):
                if behind and self._vocabulary.label(following[0], state.context.channel, state.question).score >= 0.9:
                    continue
                text = " ".join([*above[len(above) - before :], own, *following[:behind]])
                facts = self._vocabulary.label(text, state.context.channel, state.question)
                score = facts.score - 0.015 * (before + 2 * behind)
                if score > best[0]:
                    best = (score, facts, behind)
        facts = best[1]
        if facts.item is None and len(labels) > 1:
            for piece in labels:
                facts = facts.over(self._vocabulary.label(piece.text, state.context.channel, state.question))
        if facts.item is None and state.question == "products":
            facts = replace(facts, item=self._vocabulary.product_named(own))
        if facts.item is None and not facts.channel and not facts.year and points_in(own):
            facts = replace(facts, role=f"share:{points_in(own)[0]}")
        if facts.item is None and facts.role is None:
            role = column_of(own)
            if role in ("benchmark", "n", "difference", "target", "group", "rank") or (
                role == "own" and state.context.item
            ):
                facts = replace(facts, role=role)
        return facts, best[2] if facts is best[1] else 0

    def _known_label(self, state: State) -> Facts:
        """What the lines of text before the numbers are of."""
        if not state.label:
            return Facts(year=state.year)
        found = self._row_label(replace_label(state, state.label[:-1]), state.label[-1:], [])[0]
        return found.over(Facts(year=state.year))

    def _values_line(self, lines: list[Line], place: int, state: State, row: list[Found | None]) -> int:
        """Numbers without a label on their line: they wait for what stands under them."""
        years = [one for one in row if one is not None and one.is_year]
        if len(row) >= 2 and len(years) * 2 == len(row) and all((one is not None and one.is_year) == (at % 2 == 0) for at, one in enumerate(row)):  # fmt: skip
            for year, one in zip(row[::2], row[1::2], strict=True):
                assert year is not None
                year.why = "year"
                if one is not None:
                    said = self._known_label(state)
                    self._decide(one, Facts(item=said.item, year=int(year.number.printed)), Facts(), state, years=True)
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
        known = self._known_label(state)
        if known.item is not None:
            state.context = replace(state.context, item=known.item)
        state.label, state.year = [], year

    def _flush(self, state: State, following: list[str]) -> None:
        """Decide about the numbers that waited under the label before them."""
        rows, state.values = state.values, []
        row = [one for cells in rows for one in cells]
        if not row:
            return
        label = self._known_label(state)
        state.label, state.year = [], None
        heads = self._heads_of_values(state)
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
        cells = self._local(row, label, state)
        if not any(one is not None and one.is_open for one in cells):
            return
        self._drop_heads_of_others(cells, label, state)
        heads = self._heads_of_values(state)
        chosen = self._match(cells, heads, state)
        if chosen is None:
            said = f"{len(heads)} kolommen" if heads else "geen kop boven de kolommen"
            message = _COLUMN_UNKNOWN.format(count=len([one for one in cells if one is not None]), heads=said)
            for one in cells:
                if one is not None and one.is_open:
                    one.message = message
            return
        for one, head in zip(cells, chosen, strict=True):
            if one is not None and one.is_open:
                self._decide(one, label, head, state)
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
            and len(cells) != len(self._heads_of_values(state))
        ):
            state.heads, state.heads_item = [], None
        if kind is not None and state.heads and state.heads_kind is None:
            state.heads_kind = kind

    def _local(self, row: list[Found | None], label: Facts, state: State) -> list[Found | None]:
        """Numbers that say themselves what they are ("n = 2.987", "BM 8,0") are decided; the others are returned."""
        rest: list[Found | None] = []
        for place, one in enumerate(row):
            if one is None:
                rest.append(one)
                continue
            text = one.piece.text
            before = text[
                max((n.end for n in one.piece.numbers if n.end <= one.number.start), default=0) : one.number.start
            ]
            words = normalise(before).split() if self._is_values_text(one.piece) else []
            role = "n" if "n" in words else "benchmark" if {"bm", "benchmark", "landelijk"} & set(words) else "own" if "eigen" in words else None  # fmt: skip
            in_brackets = before.rstrip().endswith("(") and place > 0 and row[place - 1] is not None
            if role is None and in_brackets and state.caption_brackets:
                role = "benchmark"
            if role is not None:
                self._decide(one, label, Facts(role=role), state)
            else:
                rest.append(one)
        return rest

    def _is_values_text(self, piece: Piece) -> bool:
        rest = piece.text
        for number in reversed(piece.numbers):
            rest = rest[: number.start] + " " + rest[number.end :]
        words = normalise(_NOISE.sub(" ", rest)).split()
        return len(words) <= _VALUE_WORDS

    def _match(self, cells: list[Found | None], heads: list[Head], state: State) -> list[Facts] | None:
        """The head of each number, or None where that can't be known."""
        if any(one is not None and one.piece.column is not None for one in cells) and any(
            head.column is not None for head in heads
        ):
            by_column = {head.column: head.facts for head in heads}
            found = [by_column.get(one.piece.column) if one is not None else Facts() for one in cells]
            if all(one is not None for one in found) and len({one.piece.column for one in cells if one is not None}) == len([one for one in cells if one is not None]):  # fmt: skip
                return [one or Facts() for one in found]
            if len(cells) == len(heads):
                return [head.facts for head in heads]
            return [Facts(role="own") for _ in cells] if len(cells) == 1 and not heads else None
        numbers = [one for one in cells if one is not None]
        if len(heads) == len(cells) and heads:
            state.is_aligned = state.is_aligned or self._by_place(cells, heads) is not None
            return [head.facts for head in heads]
        shares = [head for head in heads if (head.facts.role or "").startswith("share:")]
        if len(shares) >= 3:
            return self._with_sum(cells, [head.facts for head in heads])
        if not heads or (len(heads) == 1 and len(numbers) == 1):
            return [heads[0].facts if heads else Facts(role="own")] * len(cells) if len(numbers) == 1 else None
        without = [head for head in heads if head.facts.role not in ("trend", "rank")]
        if len(without) == len(cells):
            return [head.facts for head in without]
        if len(numbers) == len(cells) < len(heads) or len(cells) < len(heads):
            return self._by_place(cells, heads) if state.is_aligned else None
        return None

    def _with_sum(self, cells: list[Found | None], heads: list[Facts]) -> list[Facts] | None:
        """Shares of answers with the sum of the agreeing ones printed before or behind them, where it adds up."""
        if len(cells) != len(heads) + 1 or any(one is None or one.number.value is None for one in cells):
            return None
        for place in (len(cells) - 1, 0):
            parts = [one for at, one in enumerate(cells) if at != place]
            agreeing = sum(
                (one.number.value for one, head in zip(parts, heads, strict=True) if one is not None and one.number.value is not None and head.role in ("share:eens", "share:helemaal_eens")),
                start=parts[0].number.value * 0,  # type: ignore[union-attr,operator]
            )  # fmt: skip
            if abs(agreeing - cells[place].number.value) <= 1:  # type: ignore[union-attr,operator]
                return [*heads, Facts(role="own")] if place else [Facts(role="own"), *heads]
        return None

    def _by_place(self, cells: list[Found | None], heads: list[Head]) -> list[Facts] | None:
        """By where they stand, where every number is under one head and no two under the same."""
        numbers = [one for one in cells if one is not None]
        if len(numbers) != len(cells) or any(head.piece is None for head in heads):
            return None
        if len({id(head.piece) for head in heads}) != len(heads) or len({id(one.piece) for one in numbers}) != len(
            numbers
        ):
            return None
        chosen: list[Head] = []
        for one in numbers:
            middle = (one.piece.left + one.piece.right) / 2
            near = [
                head
                for head in heads
                if head.piece is not None and head.piece.left - 3 <= middle <= head.piece.right + 3
            ]
            if len(near) != 1 or near[0] in chosen:
                return None
            chosen.append(near[0])
        return [head.facts for head in chosen]

    def _decide(self, one: Found, label: Facts, head: Facts, state: State, years: bool = False) -> None:
        """Take a number for the figure that its label, head and headings say together."""
        role = head.role or label.role or "own"
        item = label.item or head.item
        if label.item and head.item and label.item != head.item:
            if head.item == "responses":
                role, item = "n", label.item
            elif label.item.startswith("product:") and head.item == "totaaloordeel":
                item = label.item
            elif label.item.startswith("product:"):
                one.message = "Van een product is alleen het totaaloordeel na te rekenen. Kies zelf wat dit getal is."
                return
            elif channels_of(label.item) and head.item.partition(":")[0] == state.context.item:
                item = label.item
        if item is None:
            item = state.context.item
        if item is None and (label.year or head.year) and _looks_like_grade(one):
            item = "totaaloordeel"
        if role == "group":
            one.why = "group"
        elif role == "target":
            one.why = "target"
        elif role == "rank":
            one.why = "rank"
        if one.why is not None:
            return
        if role == "trend":
            role = "difference"
        if one.is_year and item not in ("responses", "reviews", "tips") and role != "n" and not one.counted:
            one.why = "year"
            return
        if item is None and one.counted:
            item = "responses"
        if role == "name":
            one.message = "Van welke gemeente of groep deze kolom is, is niet te zien. Noem de eigen gemeente in de kop, of kies zelf wat het is."
            return
        if item is None:
            one.message = _NO_LABEL
            return
        if item.startswith("product:") and role == "own" and not one.number.decimals and not one.number.is_percent and one.number.value is not None and one.number.value > 10:  # fmt: skip
            role = "n"
        one.facts = Facts(item, role, head.channel or label.channel or state.context.channel, head.year or label.year or state.context.year)  # fmt: skip
        if kind_of(item) == "count":
            one.counted = True

    def _mixed(self, line: Line, state: State) -> None:
        """Words and numbers through each other: each piece is read as running text, under the label at its left."""
        if state.values:
            self._flush(state, [])
        context = state.context
        known = self._known_label(state)
        if known.item is not None and state.label:
            context = replace(context, item=known.item)
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

    def _heading_of_mixed(self, line: Line, state: State) -> None:
        """A heading with a number, as "Balie 2020 (3018 respondenten)", still names its channel."""
        channel = channel_in(line.text)
        if channel is not None and len(line.text.split()) <= 10 and self._vocabulary.label(re.sub(r"\d\S*", "", line.text)).item in (None, "responses"):  # fmt: skip
            years = YEAR.findall(line.text)
            state.context = Facts(None, None, channel, int(years[-1]) if years else state.context.year)

    # What stands around charts

    def _axes(self, block: Block) -> None:
        """The marks of an axis: four or more numbers with the same step, on a line of their own or under each other."""
        run: list[Found] = []
        for line in block.lines:
            numbers = [one for piece in line.pieces for one in self._sheet.open_of(piece)]
            bare = all(not any(sign.isalpha() for sign in piece.text) for piece in line.pieces)
            if (
                bare
                and len(numbers) >= 4
                and not all(one.is_year for one in numbers)
                and _even(numbers)
                and not self._are_grades_over(block, line)
            ):
                for one in numbers:
                    one.why = "axis"
            run = [*run, *numbers] if bare and len(numbers) == 1 else []
            if len(run) >= 4 and not any(one.is_year for one in run) and _even(run):
                for one in run:
                    one.why = "axis"

    def _are_grades_over(self, block: Block, line: Line) -> bool:
        place = block.lines.index(line)
        return self._are_grades(line) and self._are_points_of_grade(block.lines, place)

    def _legend(self, block: Block, state: State) -> None:
        """A legend of answers, wherever in the block it stands, is the head of the bars."""
        for line in block.lines:
            points = [point for piece in line.pieces for point in points_in(piece.text)]
            if len(points) >= 3 and not any(self._sheet.open_of(piece) for piece in line.pieces):
                state.heads = [Head(Facts(role=f"share:{point}"), point, None) for point in points]
                state.heads_table = line.pieces[0].table
                return
        run: list[str] = []
        for line in block.lines:
            points = points_in(line.text) if not any(self._sheet.open_of(piece) for piece in line.pieces) else []
            run = [*run, points[0]] if len(points) == 1 and points[0] not in run else []
            if len(run) == len(AGREE):
                state.heads = [Head(Facts(role=f"share:{point}"), point, None) for point in run]
                return


def replace_label(state: State, label: list[Piece]) -> State:
    """The same state with other lines of text before it."""
    return replace(state, label=label)


def _family(kind: str | None) -> str:
    return "scores" if kind in ("grade", "agree", "effort") else str(kind)


def _even(numbers: Sequence[Found]) -> bool:
    values = [one.number.value for one in numbers]
    if any(value is None for value in values):
        return False
    steps = {b - a for a, b in pairwise(values)}  # type: ignore[operator]
    return len(steps) == 1 and steps != {0}


def _looks_like_grade(one: Found) -> bool:
    return one.number.value is not None and 1 <= one.number.value <= 10 and not one.number.is_percent


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") or len(text.split()) > 14
