"""Labels of rows, which may be broken over the lines above and under their numbers."""

import re
from dataclasses import replace

from lib.ingest.published.drafts.draft_layout import Line, Piece
from lib.ingest.published.drafts.found import Found, Sheet
from lib.ingest.published.drafts.pieces import NOISE, Pieces
from lib.ingest.published.drafts.printed_words import Facts, Vocabulary, cleaned, column_of, points_in
from lib.ingest.published.drafts.row_state import State, replace_label
from lib.survey.words import normalise

_SURE = 0.84


class Labels:
    """Says what the numbers beside or under a label are of."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary, pieces: Pieces) -> None:
        self._sheet = sheet
        self._vocabulary = vocabulary
        self._pieces = pieces

    def known(self, state: State) -> Facts:
        """What the lines of text before the numbers are of."""
        if not state.label:
            return Facts(year=state.year)
        found = self.row_label(replace_label(state, state.label[:-1]), state.label[-1:], [])[0]
        return found.over(Facts(year=state.year))

    def row_label(self, state: State, labels: list[Piece], following: list[str]) -> tuple[Facts, int]:
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

    def following(self, lines: list[Line], place: int) -> list[str]:
        """The lines of text right under a row, which may end its label."""
        found = []
        for line in lines[place + 1 : place + 3]:
            if any(piece.numbers for piece in line.pieces) or len(line.pieces) > 1 or line.pieces[0].heading:
                break
            found.append(line.text)
        return found

    def run_on(self, piece: Piece) -> list[tuple[str, list[Found]]]:
        """The rows of a table whose lines were put behind each other: labels, each with as many numbers, two or more.
        Empty where a piece is anything else."""
        rows: list[tuple[str, list[Found]]] = []
        place = 0
        for one in self._sheet.open_of(piece):
            between = piece.text[place : one.number.start]
            if any(sign.isalpha() for sign in between):
                rows.append((between.strip(), []))
            elif not rows or between.strip():
                return []
            rows[-1][1].append(one)
            place = one.number.end
        sizes = {len(numbers) for _, numbers in rows}
        known = [self._vocabulary.label(label).score >= _SURE for label, _ in rows[1:]]
        return rows if len(rows) >= 2 and len(sizes) == 1 and min(sizes) >= 2 and all(known) else []

    def label_and_values(self, piece: Piece, state: State, heads: int) -> tuple[str, list[Found | None]] | None:
        """A label and the numbers behind it in one piece, as in "Wachttijd 8,1 8,2"; None where it is anything else."""
        numbers = self._sheet.open_of(piece)
        if not numbers or (any(one.is_year for one in numbers[:1]) and len(numbers) > 1):
            return None
        label = piece.text[: numbers[0].number.start]
        if re.search(r"\(\s*$|\bn\s*=?\s*$", label):
            return None
        rest = piece.text[numbers[0].number.start :]
        for one in reversed(numbers):
            at = one.number.start - numbers[0].number.start
            rest = rest[:at] + rest[at + len(one.number.printed) :]
        behind = normalise(NOISE.sub(" ", rest)).split()
        if behind and (len(numbers) > 1 or not self._pieces.is_unit(" ".join(behind))):
            return None
        if len(normalise(label).split()) > 16 or (not behind and re.search(r"[a-z]{3,}[.!?]\s+[A-Z]", cleaned(label))):
            return None
        known = self._vocabulary.label(label, state.context.channel, state.question)
        is_of_subject = state.subject.item is not None and (known.channel or known.year) and len(normalise(label).split()) <= 3  # fmt: skip
        if len(numbers) == 1 and heads < 2 and known.score < 0.9 and not is_of_subject:
            return None
        if known.score < 0.78 and len(normalise(label).split()) > 4:
            return None
        if len(numbers) > 1 and re.search(r"\(", piece.text[numbers[0].number.end :]):
            return None
        return label, list(numbers)
