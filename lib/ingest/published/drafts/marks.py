"""Numbers around tables and charts: the marks of an axis, the number before a label; and the legend of bars."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lib.ingest.published.drafts.draft_layout import Block, Line, Piece
from lib.ingest.published.drafts.found import Found, Sheet
from lib.ingest.published.drafts.no_figures import list_mark
from lib.ingest.published.drafts.pieces import Pieces
from lib.ingest.published.drafts.printed_words import Facts, points_in
from lib.ingest.published.drafts.row_state import Head, State
from lib.survey.scales import AGREE
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise


class Marks:
    """Finds them in a block, before or while its rows are read."""

    def __init__(self, sheet: Sheet, pieces: Pieces) -> None:
        self._sheet = sheet
        self._pieces = pieces

    def set_marks(self, line: Line, lines: list[Line], place: int, state: State) -> None:
        """The number with which a line begins, and that of a page by itself."""
        first = line.pieces[0]
        mark = list_mark(first.text) if self._sheet.open_of(first) else None
        if mark is not None:
            for one in self._sheet.open_of(first):
                if one.number.end <= mark[0] + 1 and not one.number.is_percent:
                    is_rank = "." not in one.number.printed and (len(line.text) < 60) and len(self._sheet.of(first)) > 1
                    has_dot = first.text[one.number.end : one.number.end + 1] == "." or mark[1]
                    if mark[1] or has_dot or first.heading or _is_chapter(line, first):
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

    def set_axes(self, block: Block) -> None:
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
        return self._pieces.are_grades(line) and self._pieces.are_points_of_grade(block.lines, place)

    def find_legend(self, block: Block, state: State) -> None:
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


def _is_chapter(line: Line, first: Piece) -> bool:
    """Whether a line is a heading with its number, as "2 Balie"."""
    words = normalise(first.text).split()
    counts = lexicons("printed.toml", "count")
    number = first.numbers[0]
    return (
        len(line.pieces) == 1 and len(first.numbers) == 1 and 2 <= len(words) <= 7 and number.value is not None
        and 1 <= number.value <= 20 and not any(lexicon.places(words) for lexicon in counts.values())
        and not first.text.rstrip().endswith(".")
    )  # fmt: skip


def _even(numbers: Sequence[Found]) -> bool:
    values = [one.number.value for one in numbers]
    if any(value is None for value in values):
        return False
    steps = {b - a for a, b in pairwise(values)}  # type: ignore[operator]
    return len(steps) == 1 and steps != {0}
