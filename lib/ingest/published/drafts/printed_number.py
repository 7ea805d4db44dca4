"""What a printed number was taken for: a figure of the survey, no figure, or not read; never two of these, never none."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Why = Literal[
    "year", "date", "time", "page", "axis", "rank", "phone", "scale", "chapter", "group", "target", "approximate",
    "amount", "address", "name", "statistic", "said",
]  # fmt: skip
Unit = Literal["grade", "percent", "count", "points", ""]


@dataclass(frozen=True)
class Place:
    """Where a number stands: its page, its line there, that line's text, and which of the numbers of the line it is."""

    page: int
    line: int
    text: str
    order: int = 0


@dataclass(frozen=True)
class Claim:
    """What figure a number is said to be. `item` and `column` are spelled as the command `check` tells them. `year` and
    `n` are None where the draft prints none."""

    channel: str
    item: str
    column: str
    year: int | None
    n: int | None = None


@dataclass(frozen=True)
class PrintedNumber:
    """A number of a draft. Exactly one of `claim`, `not_figure` and `unread` is set. `printed` is the draft's own text;
    `value` is in the unit that is printed (62% is 62), None where it can't be read. `repaired`: what was read otherwise
    than it is printed. `is_corrected`: a user said what it is."""

    printed: str
    value: Decimal | None
    unit: Unit
    decimals: int
    place: Place
    claim: Claim | None = None
    not_figure: Why | None = None
    unread: str | None = None
    repaired: str | None = None
    is_corrected: bool = False
