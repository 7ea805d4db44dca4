"""What kind of thing a piece of a line is: numbers only, a unit, a sign that a cell is empty."""

import re

from lib.ingest.published.drafts.draft_layout import Line, Piece
from lib.ingest.published.drafts.found import Sheet
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise

BLANK = re.compile(r"^[\s\-–—−.*xX/]*$|^(?:n\.?b\.?|n\.?v\.?t\.?|onbekend|te weinig respons|geen|leeg)$", re.IGNORECASE)
NOISE = re.compile(r"[\s▲▼△▽↑↓→↗↘⬆⬇●○■□◆•·*=≈≥≤<>|/()\[\];:,.+\-–—−~†‡¹²³^#✓✔✗✘★☆%'’‘\"“”]+")
BESIDE = frozenset("n bm benchmark eigen vs landelijk personen respondenten procent pt punten pp".split())
_VALUE_WORDS = 3


class Pieces:
    """Tells pieces apart, by what of their numbers is still open."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def is_values(self, piece: Piece) -> bool:
        """Whether a piece is numbers only, with at most a word that says what one of them is."""
        if not self._sheet.open_of(piece):
            return False
        rest = piece.text
        for number in reversed(piece.numbers):
            rest = rest[: number.start] + " " + rest[number.end :]
        words = normalise(NOISE.sub(" ", rest)).split()
        return all(word in BESIDE for word in words) or (
            len(words) <= 2 and self.is_unit(rest) and not lexicons("printed.toml", "count")["tips"].places(words)
            and not lexicons("printed.toml", "count")["reviews"].places(words)
        )  # fmt: skip

    def is_unit(self, text: str) -> bool:
        """Whether a text is only what is counted: "personen"."""
        return is_unit(text)

    def next_is_values(self, lines: list[Line], place: int) -> bool:
        """Whether the line after this one is numbers only."""
        if place + 1 >= len(lines):
            return False
        pieces = lines[place + 1].pieces
        return all(self.is_values(piece) or BLANK.match(piece.text) for piece in pieces) and any(
            self._sheet.open_of(piece) for piece in pieces
        )

    def are_grades(self, line: Line) -> bool:
        """Whether the numbers of a line are 1 to 10, or 10 to 1."""
        values = [one.number.printed for piece in line.pieces for one in self._sheet.open_of(piece)]
        return values in ([str(n) for n in range(1, 11)], [str(n) for n in range(10, 0, -1)])

    def are_points_of_grade(self, lines: list[Line], place: int) -> bool:
        """Whether the row 1 to 10 stands over shares, and is no axis."""
        return place + 1 < len(lines) and sum(n.is_percent for p in lines[place + 1].pieces for n in p.numbers) >= 5


def is_unit(text: str) -> bool:
    """Whether a text is only what is counted: "personen"."""
    words = normalise(text).split()
    known = lexicons("printed.toml", "unit")["persons"].places(words)
    return 0 < len(words) == len(known) <= 2 and not any(
        lexicons("printed.toml", "count")[name].places(words) for name in ("tips", "reviews")
    )


def is_values_text(piece: Piece) -> bool:
    """Whether beside its numbers a piece has a few words at most."""
    rest = piece.text
    for number in reversed(piece.numbers):
        rest = rest[: number.start] + " " + rest[number.end :]
    words = normalise(NOISE.sub(" ", rest)).split()
    return len(words) <= _VALUE_WORDS
