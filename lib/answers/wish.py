"""Which open answers a reader wants to see, and in which order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lib.answers.collection import Collection, MaskedAnswer
from lib.figures.verbatims import Verbatim, mean_grade

Order = Literal["best", "date", "low", "high", "long", "short"]
Length = Literal["short", "middle", "long"]
# The bands in which grades are spoken of; both ends belong to them.
BANDS: Mapping[str, tuple[int, int]] = {"1-5": (1, 5), "6-7": (6, 7), "8-10": (8, 10)}
SHORT, LONG = 8, 30  # words: up to, and from
_HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Wish:
    """What is None or empty makes no difference. `question`: key of an open question. `band`: a key of
    `BANDS`. `theme`: key of a theme. `repeat_visit`: key of an option."""

    typed: str = ""
    question: str | None = None
    band: str | None = None
    theme: str | None = None
    repeat_visit: str | None = None
    length: Length | None = None
    order: Order = "date"

    @property
    def is_filter(self) -> bool:
        """Whether it leaves anything out."""
        parts = (self.question, self.band, self.theme, self.repeat_visit, self.length)
        return bool(self.typed.strip()) or any(part is not None for part in parts)


def wanted(collection: Collection, masked: Iterable[MaskedAnswer], wish: Wish) -> list[MaskedAnswer]:
    """Those of the answers that a wish asks for, in its order. Where a grade or answer may not be told,
    an answer fits no filter on it, and its place in the order says nothing of it."""
    ranks: Mapping[int, int] | None = None
    if wish.typed.strip():
        ranks = {place: rank for rank, place in enumerate(collection.index.find(collection.index.read(wish.typed)))}
    found = [one for one in masked if (ranks is None or one.place in ranks) and _fits(one, wish)]
    return _ordered(found, wish.order, ranks)


def _ordered(found: Sequence[MaskedAnswer], order: Order, ranks: Mapping[int, int] | None) -> list[MaskedAnswer]:
    """In order; those that the order can't place come last, and alike ones latest first."""
    # By month as it is told, never by day: the neighbours in the list would tell the date of a small group.
    latest = sorted(found, key=lambda one: (one.about.month is None, -_month(one), one.key))
    if order == "best" and ranks is not None:
        return sorted(found, key=lambda one: ranks[one.place])
    if order in ("low", "high"):
        sign = 1 if order == "low" else -1
        return sorted(latest, key=lambda one: (one.about.grade is None, sign * (one.about.grade or 0)))
    if order in ("long", "short"):
        sign = 1 if order == "short" else -1
        return sorted(latest, key=lambda one: sign * len(one.text))
    return latest


def _month(one: MaskedAnswer) -> int:
    return 0 if one.about.month is None else one.about.month.toordinal()


def _fits(one: MaskedAnswer, wish: Wish) -> bool:
    if wish.band is not None:
        low, high = BANDS[wish.band]
        # A grade with a half belongs to the band it would be rounded to: 5,5 is a 6.
        if one.about.grade is None or not low - _HALF <= one.about.grade < high + _HALF:
            return False
    return (
        (wish.question is None or wish.question == one.about.question)
        and (wish.theme is None or wish.theme in one.themes)
        and (wish.repeat_visit is None or wish.repeat_visit == one.about.repeat_visit)
        and (wish.length is None or wish.length == length_of(one.text))
    )


def length_of(text: str) -> Length:
    """How long a text is, by its words."""
    count = len(text.split())
    return "short" if count <= SHORT else "long" if count >= LONG else "middle"


@dataclass(frozen=True)
class ThemeCount:
    """How many answers are about a theme, and the mean totaaloordeel of those who wrote them, over the `n`
    whose grade may be told; None under ten."""

    theme: str
    count: int
    n: int
    mean: Fraction | None


def theme_counts(masked: Iterable[MaskedAnswer], themes: Iterable[str]) -> list[ThemeCount]:
    """Answers and grades of each of these themes; an answer about two themes counts in both."""
    of: dict[str, list[Verbatim]] = {theme: [] for theme in themes}
    for one in masked:
        for theme in one.themes:
            if theme in of:
                of[theme].append(one.about)
    return [
        ThemeCount(theme, len(its), sum(one.grade is not None for one in its), mean_grade(its))
        for theme, its in of.items()
    ]
