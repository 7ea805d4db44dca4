"""Heads of columns: years, BM, channels, answers, names; on one line, one under another, or in two rows."""

import re
from dataclasses import replace

from lib.ingest.published.drafts.draft_layout import Line, Piece
from lib.ingest.published.drafts.found import Sheet
from lib.ingest.published.drafts.head_rows import under
from lib.ingest.published.drafts.labels import Labels
from lib.ingest.published.drafts.pieces import BLANK, Pieces
from lib.ingest.published.drafts.printed_words import YEAR, Facts, Vocabulary, channel_in, column_of, points_in
from lib.ingest.published.drafts.row_state import Head, State
from lib.survey.words import normalise


class Heads:
    """Knows a row of heads when it sees one, and what each head says of the numbers under it."""

    def __init__(
        self, sheet: Sheet, vocabulary: Vocabulary, pieces: Pieces, labels: Labels, own_name: str | None
    ) -> None:
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._pieces = pieces
        self._labels = labels
        self._own_name = own_name

    def is_head_line(self, line: Line, state: State, lines: list[Line], place: int) -> bool:
        """Whether a line is a row of heads: years, BM, answers, names; at least two of them, or one under another."""
        texts = self._head_texts(line)
        if not texts:
            return False
        numbers = [one for piece in line.pieces for one in self._sheet.open_of(piece)]
        if any(not one.is_year for one in numbers) and not self._pieces.are_grades(line):
            return False
        if self._pieces.are_grades(line):
            return self._pieces.are_points_of_grade(lines, place)
        roles = [self._head_facts(text, state) for text, _ in texts]
        known = [one for one in roles if one.role in ("own", "benchmark", "n", "difference", "rank", "interval", "target", "group", "trend") or (one.role or "").startswith("share:")]  # fmt: skip
        years = [one for one in roles if one.year is not None and one.item is None]
        if len(texts) == 1:
            text = texts[0][0]
            one = roles[0]
            # A head a line: part of a run of heads, or "BM" under a name.
            is_short = len(text.split()) <= 4 and not line.pieces[0].heading and line.pieces[0].table is None
            if one.year is not None and one.role is None:
                return self._in_run_of_years(lines, place) and not self._pieces.next_is_values(lines, place)
            if (
                one.role == "name"
                and is_short
                and place - 1 == state.heads_at
                and state.heads
                and not self._pieces.next_is_values(lines, place)
            ):
                return text[:1].isupper() and not line.pieces[0].bold
            if one.role in (None, "name") or not is_short or one.item is not None or one.channel is not None:
                return False
            if self._pieces.next_is_values(lines, place) and not (place - 1 == state.heads_at and state.heads):
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
        return first.item is not None and bool(rest) and all(BLANK.match(piece.text) for piece in rest)

    def _in_run_of_years(self, lines: list[Line], place: int) -> bool:
        def is_year(at: int) -> bool:
            return (
                0 <= at < len(lines)
                and len(lines[at].pieces) == 1
                and YEAR.fullmatch(lines[at].text.strip()) is not None
            )

        return is_year(place) and (is_year(place - 1) or is_year(place + 1))

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
        if self._pieces.are_grades(Line((piece,))):
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
        if len(points) == 1 and "%" not in text and "procent" not in text.lower():
            return Facts(role=f"share:{points[0]}")
        if role == "label" and column_of(text.split()[0]) == "label":
            return Facts(None, role, channel, year)
        if role in ("benchmark", "difference", "rank", "interval", "target", "group", "trend"):
            return Facts(None, role, channel, year)
        if item.item is not None and item.score >= 0.78 and not (item.item == "totaaloordeel" and normalise(text) in ("cijfer", "rapportcijfer", "score")):  # fmt: skip
            return Facts(item.item, None, channel, year)
        if role is not None:
            return Facts(None, role, channel, year)
        if channel is not None or year is not None:
            return Facts(None, None, channel, year)
        return Facts(role="name")

    def take(self, line: Line, place: int, state: State) -> None:
        """Take the heads of a line; a second row of heads right under the first adds to it."""
        texts = self._head_texts(line)
        heads = [Head(self._head_facts(text, state), text, piece, piece.column) for text, piece in texts]
        for piece in line.pieces:
            for one in self._sheet.open_of(piece):
                one.why = "year" if one.is_year else "axis"
        single = len(texts) == 1
        follows = place - 1 == state.heads_at and bool(state.heads)
        if single and follows:
            state.heads = [*state.heads, *heads]
        elif single:
            state.heads = heads if heads[0].facts.role == "label" else [*self._names_before(state), *heads]
        elif follows and len(heads) > len([h for h in state.heads if h.facts.role != "label"]):
            state.heads = under(state.heads, heads)
        elif follows and len(heads) == len(state.heads):
            state.heads = [
                replace(low, facts=low.facts.over(high.facts)) for high, low in zip(state.heads, heads, strict=True)
            ]
        else:
            state.heads = heads
        state.heads_at, state.heads_table = place, line.pieces[0].table
        state.heads_kind, state.heads_item = None, None
        state.is_aligned = state.is_full = False
        state.columns_from = None
        if any(head.facts.role == "label" and "product" in normalise(head.text) for head in state.heads):
            state.question = "products"
        elif any(head.facts.role == "label" and "hostmanship" in normalise(head.text) for head in state.heads):
            state.question = "hostmanship"
        first = state.heads[0].facts
        if first.channel and not first.role and not any(head.facts.channel for head in state.heads[1:]):
            state.context = replace(state.context, channel=first.channel)
        if state.label:
            known = self._labels.known(state)
            if known.item is not None and not known.item.startswith(("herhaalbezoek:", "informatie:")):
                channel, year = known.channel or state.context.channel, known.year or state.context.year
                state.context = replace(state.context, item=known.item, channel=channel, year=year)
                state.heads_item = known.item
        state.label, state.values = [], []

    def take_text(self, text: str, piece: Piece, state: State) -> None:
        """Take heads that stand before the first label on the same line."""
        parts = self._apart(replace(piece, text=text, numbers=()), True)
        state.heads = [Head(self._head_facts(part, state), part, None) for part in parts]
        state.heads_table = piece.table

    def _names_before(self, state: State) -> list[Head]:
        """The names in the lines before a first head: "Aspect", "Zoetermeer" above "BM"."""
        found: list[Head] = []
        for piece in reversed(state.label[-3:]):
            facts = self._head_facts(piece.text, state)
            if len(piece.text.split()) > 3 or facts.item is not None or facts.role not in ("name", "label", "own"):
                break
            found.insert(0, Head(facts, piece.text, piece))
            if facts.role == "label":
                break  # the head of the labels is the first; what stands before it is a title
        return found

    def of_values(self, state: State) -> list[Head]:
        """The heads without that of the labels; a name is the own column where only one is."""
        heads = [head for place, head in enumerate(state.heads) if not (head.facts.role == "label" and (place == 0 or head.facts.item is None))]  # fmt: skip
        heads = [head for head in heads if head.facts.role != "trend" or head.column is not None]
        names = [head for head in heads if head.facts.role == "name"]
        one_name = len({normalise(head.text) for head in names}) == 1
        has_own = any(head.facts.role == "own" for head in heads)
        own = [head for head in names if self._own_name and normalise(self._own_name) in normalise(head.text)]
        shares = [head for head in heads if (head.facts.role or "").startswith("share:")]
        made = []
        for head in heads:
            facts = head.facts
            if len(shares) == 1 and facts.role == "share:eens":
                facts = replace(facts, role="own")  # "eens" by itself is how many agree, fully or not
            elif len(shares) >= 3 and normalise(head.text) in ("totaal", "som", "totaal %"):
                facts = replace(facts, role="total")
            elif facts.role == "name":
                if own:
                    facts = replace(facts, role="own" if head in own else "group")
                elif one_name and not has_own:
                    facts = replace(facts, role="own")
            elif facts.role is None and facts.item is None and (facts.year or facts.channel):
                facts = replace(facts, role="own")
            made.append(replace(head, facts=facts))
        return made
