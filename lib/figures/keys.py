"""The address of a figure: which channel, question, answer, product and period, and which column of a table."""

from dataclasses import dataclass
from functools import total_ordering

from lib.figures.measures import SHARE
from lib.figures.periods import Period, Step
from lib.figures.scores import Score

OWN, BENCHMARK, N, DIFFERENCE = "own", "benchmark", "n", "difference"
_COLUMNS = frozenset({OWN, BENCHMARK, N, DIFFERENCE})
PRODUCT = "product"
_OVERALL = "totaaloordeel"
_RESERVED = "%/:@"  # what separates the parts of a key, and the sign that covers it


@total_ordering
@dataclass(frozen=True, slots=True)
class FigureKey:
    """One figure of a selection.

    `item`: the key of a question, or `responses`, `reviews`, `tips`. `measure`: the column of a table: `own`,
    `benchmark`, `n` (the base), `difference` (own minus BM), or `share:` and an answer. `option`: an option of the
    question, `rest` being everyone but who was helped at once. `product`: only who came for it. `period`: only that
    part of the selection, as 2020, 2020-Q3 or 2020-07. Keys sort by channel, item, option, product, period, measure.
    """

    channel: str
    item: str
    measure: str = OWN
    option: str | None = None
    product: str | None = None
    period: str | None = None

    def __post_init__(self) -> None:
        if self.measure not in _COLUMNS and not self.measure.startswith(SHARE):
            raise ValueError(f"no column of a figure: {self.measure}")

    def __lt__(self, other: "FigureKey") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, ...]:
        parts = (self.channel, self.item, self.option, self.product, self.period, self.measure)
        return tuple(part or "" for part in parts)

    @property
    def spelled_item(self) -> str:
        """The item with its option or product, as the check of a draft spells it: `herhaalbezoek:ophalen`,
        `product:Paspoort` for the totaaloordeel of a product, `product:Paspoort:wachttijd` for another question."""
        return ":".join(self._item_parts())

    def _item_parts(self) -> list[str]:
        named = [self.item] if self.option is None else [self.item, self.option]
        if self.product is None:
            return named
        return [PRODUCT, self.product, *([] if named == [_OVERALL] else named)]

    def __str__(self) -> str:
        """`balie/herhaalbezoek:ophalen/own@2020-Q3`: channel, item, column and period. A name that holds one of
        `%/:@` has it as %25, %2F, %3A, %40."""
        item = ":".join(map(_covered, self._item_parts()))
        column = ":".join(map(_covered, self.measure.split(":", 1)))
        period = "" if self.period is None else f"@{_covered(self.period)}"
        return f"{_covered(self.channel)}/{item}/{column}{period}"

    @classmethod
    def parse(cls, text: str) -> "FigureKey":
        """The key of a text made by `str`; raises `ValueError` where it is none."""
        place, _, period = text.partition("@")
        parts = place.split("/")
        if len(parts) != 3 or not all(parts) or ("@" in text and not period):
            raise ValueError(f"no key of a figure: {text}")
        item = [_uncovered(part) for part in parts[1].split(":")]
        product = None
        if item[0] == PRODUCT:
            if len(item) < 2 or not item[1]:
                raise ValueError(f"no key of a figure: {text}")
            product, item = item[1], item[2:] or [_OVERALL]
        if len(item) > 2 or not all(item):
            raise ValueError(f"no key of a figure: {text}")
        column = ":".join(_uncovered(part) for part in parts[2].split(":", 1))
        option = item[1] if len(item) == 2 else None
        found = cls(_uncovered(parts[0]), item[0], column, option, product, _uncovered(period) or None)
        if str(found) != text:  # one text per key
            raise ValueError(f"no key of a figure: {text}")
        return found


def _covered(text: str) -> str:
    return "".join(f"%{ord(sign):02X}" if sign in _RESERVED else sign for sign in text)


def _uncovered(text: str) -> str:
    for sign in reversed(_RESERVED):  # the % last, so that what it covers isn't read twice
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def key_of(channel: str, score: Score) -> FigureKey:
    """The key of a score of a channel, over everyone who is selected."""
    if score.option is None:
        return FigureKey(channel, score.key)
    return FigureKey(channel, score.part_of or score.key, option=score.option)


def period_name(period: Period, step: Step) -> str:
    """A calendar month, quarter or year as in a key: 2020-07, 2020-Q3, 2020."""
    if step == "year":
        return str(period.start.year)
    if step == "quarter":
        return f"{period.start.year}-Q{(period.start.month + 2) // 3}"
    return f"{period.start:%Y-%m}"
