"""Numbers around tables and charts: the marks of an axis, the number before a label; and the legend of bars."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lib.ingest.published.drafts.draft_layout import Block, Line, Piece
from lib.ingest.published.drafts.found import Found, Sheet
from lib.ingest.published.drafts.no_figures import list_mark
from lib.ingest.published.drafts.pieces import Pieces
from lib.ingest.published.drafts.printed_words import YEAR, Facts, points_in
from lib.ingest.published.drafts.row_state import Head, State
from lib.survey.scales import AGREE
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise

_CHAPTER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+[A-ZÀ-Ý][a-zà-ÿ]")


class Marks:
    """Finds them in a block, before or while its rows are read."""

    def __init__(self, sheet: Sheet, pieces: Pieces) -> None:
        self._sheet = sheet
        self._pieces = pieces

    def set_marks(self, line: Line, lines: list[Line], place: int, state: State) -> None:
        """The number with which a line begins, and that of a page by itself."""
        first = line.pieces[0]
        mark = list_mark(first.text) if self._sheet.open_of(first) else None
        if self.chapter(line):
            self._sheet.open_of(first)[0].why = "chapter"
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

    def chapter(self, line: Line) -> str:
        """The number of the heading that a line is, as "3.1" of "3.1  Balie", or "" where it is none."""
        first = line.pieces[0]
        numbers = [number for piece in line.pieces for number in piece.numbers]
        if not numbers or len(line.pieces) > 2 or first.table is not None or not self._sheet.of(first):
            return ""
        found = _CHAPTER.match(line.text)
        others = [number for number in numbers[1:] if not YEAR.fullmatch(number.printed)]
        if (
            found is None
            or others
            or not (self._sheet.of(first)[0].is_open or self._sheet.of(first)[0].why == "chapter")
        ):
            return ""
        is_part, is_alone = "." in found[1], len(line.pieces) == 1
        return found[1] if is_part or (is_alone and (first.heading or _is_chapter(line, first))) else ""

    def set_points(self, block: Block) -> dict[int, tuple[int, list[Found]]]:
        """The rows of a distribution over a scale, "10  4%" over "9  17%": of each line the point and the numbers of it."""
        rows: dict[int, tuple[int, list[Found]]] = {}
        run: list[tuple[int, int, list[Found]]] = []
        for place, line in enumerate([*block.lines, Line(())]):
            point, shares = self._point_and_share(line)
            if run and (not point or abs(point - run[-1][1]) != 1 or (len(run) > 1 and point - run[-1][1] != run[-1][1] - run[-2][1])):  # fmt: skip
                if {one for _, one, _ in run} in (set(range(1, 11)), set(range(1, 6))):
                    rows |= {at: (one, of[1:]) for at, one, of in run}
                run = []
            if point:
                run.append((place, point, shares))
        for at in rows:
            for piece in block.lines[at].pieces:
                for one in self._sheet.open_of(piece)[:1]:
                    one.why = "scale"
                break
        return rows

    def _point_and_share(self, line: Line) -> tuple[int, list[Found]]:
        """The point of a scale with which a line begins, and its numbers; no more than a point, a share and a count."""
        numbers = [one for piece in line.pieces for one in self._sheet.of(piece)]
        if len(numbers) < 2 or any(sign.isalpha() for piece in line.pieces for sign in piece.text):
            return 0, []
        value = numbers[0].number.value
        is_point = value is not None and value == int(value) and 1 <= value <= 10 and not numbers[0].number.is_percent
        is_shares = sum(one.number.is_percent for one in numbers[1:]) == 1 and len(numbers) == 2
        return (int(value), numbers) if is_point and is_shares and value is not None else (0, [])

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
