"""Rounding and Dutch formatting: the only place where a figure is rounded, once and half up."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Literal

from babel.dates import format_date
from babel.numbers import format_decimal

from lib.figures.every_figure import Figure
from lib.figures.intervals import Interval
from lib.figures.keys import DIFFERENCE

Exact = Fraction | Decimal | int
Unit = Literal["grade", "agree", "effort"]

_LOCALE = "nl_NL"
# Decimals a figure is published with. Shares and effort scores are shown times 100.
_DECIMALS: dict[str, int] = {"grade": 1, "agree": 0, "effort": 0}
# An interval has a decimal more where a figure's own would round both ends to the same.
_INTERVAL_DECIMALS: dict[str, int] = {"grade": 2, "agree": 0, "effort": 0}
NOT_SHOWN = "te weinig respons"
NO_VALUE = "–"
NOT_ASKED = "niet gevraagd"


def half_up(value: Exact, decimals: int = 0) -> Decimal:
    """Round an exact value half up (8.25 -> 8.3, -0.25 -> -0.3), in integers, so that no binary
    fraction comes between."""
    exact = Fraction(value) * 10**decimals
    doubled = abs(exact.numerator) * 2 + exact.denominator
    digits = doubled // (2 * exact.denominator)
    return Decimal(digits if exact >= 0 else -digits).scaleb(-decimals)


def shown(value: Exact | None, unit: Unit) -> Decimal | None:
    """A figure as it is published: a grade with one decimal, a share as whole percent, CES in
    whole points. None stays None."""
    if value is None:
        return None
    return half_up(_scaled(value, unit), _DECIMALS[unit])


def shown_benchmark(benchmark: Decimal | None, unit: Unit) -> Decimal | None:
    """BM in the unit of the figure beside it, with at least that figure's decimals and otherwise
    as published: 8 -> 8.0, 0.62 -> 62. CES is kept in points."""
    if benchmark is None:
        return None
    value = benchmark * 100 if unit == "agree" else benchmark
    published = max(0, -int(value.normalize().as_tuple().exponent))
    return half_up(value, max(published, _DECIMALS[unit]))


def difference(value: Exact | None, benchmark: Decimal | None, unit: Unit) -> Decimal | None:
    """The rounded own figure minus BM as published; None where one of them is missing."""
    own, other = shown(value, unit), shown_benchmark(benchmark, unit)
    return None if own is None or other is None else own - other


def shown_figure(figure: Figure) -> Decimal | None:
    """A figure found by its key as it is published: a count whole, what was published with its own decimals, a
    difference between the rounded figure and BM; None where it is suppressed."""
    if figure.value is None:
        return None
    if figure.unit == "count":
        return Decimal(int(figure.value))
    unit: Unit = "agree" if figure.unit == "share" else figure.unit
    if figure.rule == "published":
        printed = Fraction(_scaled(figure.value, unit))
        return half_up(printed, max(_decimals(printed), _DECIMALS[unit]))
    if figure.key.measure == DIFFERENCE and figure.benchmark is not None:
        benchmark = Fraction(figure.benchmark) / (100 if unit == "effort" else 1)
        return difference(figure.value + benchmark, figure.benchmark, unit)
    return shown(figure.value, unit)


def _decimals(printed: Fraction) -> int:
    """With how many decimals a published figure, which has few, was printed."""
    return next(digits for digits in range(10) if digits == 9 or (printed * 10**digits).denominator == 1)


def significant(value: float, digits: int = 6) -> float:
    """A p value to so many significant digits, so that files are the same on every machine."""
    return float(Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(repr(value)))


def number(value: Decimal | int) -> str:
    """3018 -> "3.018", Decimal("8.2") -> "8,2"; the decimals are those of the value."""
    decimals = max(0, -int(Decimal(value).as_tuple().exponent)) if isinstance(value, Decimal) else 0
    return str(format_decimal(value, format="#,##0" + ("." + "0" * decimals if decimals else ""), locale=_LOCALE))


def people(n: int | None) -> str:
    """A number of people; a dash where it may not be told."""
    return NO_VALUE if n is None else number(n)


def figure(value: Decimal | None, unit: Unit) -> str:
    """A rounded figure as text: "8,2", "62%", "+61"; a dash where there is none."""
    if value is None:
        return NO_VALUE
    if unit == "effort":
        return signed(value)
    return number(value) + ("%" if unit == "agree" else "")


def signed(value: Decimal | None) -> str:
    """A difference with its sign: "+0,2", "−0,1", "0,0"; a dash where there is none."""
    if value is None:
        return NO_VALUE
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + number(abs(value))


def percent(share: Fraction | None) -> str:
    """A share 0-1 as whole percent, half up: "70%"; a dash where there is none."""
    rounded = shown(share, "agree")
    return NO_VALUE if rounded is None else f"{number(rounded)}%"


def day(value: date, *, year: bool = True) -> str:
    """12 mrt 2020, or 12 mrt without the year."""
    return str(format_date(value, "d MMM y" if year else "d MMM", locale=_LOCALE)).replace(".", "")


def short_month(value: date) -> str:
    """mrt 2020."""
    return str(format_date(value, "MMM y", locale=_LOCALE)).replace(".", "")


def month(value: date) -> str:
    """maart 2020."""
    return str(format_date(value, "MMMM y", locale=_LOCALE))


def ends(found: Interval | None, unit: Unit, *, extra: int = 0) -> tuple[Decimal, Decimal] | tuple[None, None]:
    """Both ends of an interval in the unit in which the figure is shown: grades with two decimals,
    percentages and points whole, or with so many `extra`. What others than the owner see has no more decimals than
    the figure itself."""
    if found is None:
        return None, None
    decimals = _DECIMALS[unit] if found.is_public else _INTERVAL_DECIMALS[unit] + extra
    low, high = (half_up(_scaled(Fraction(end), unit), decimals) for end in (found.low, found.high))
    return low, high


def interval(found: Interval | None, unit: Unit, *, extra: int = 0) -> str:
    """An interval as text: "8,15 – 8,26", "68% – 72%", "+58 – +64"; a dash where there is none."""
    low, high = ends(found, unit, extra=extra)
    return NO_VALUE if low is None else f"{figure(low, unit)} – {figure(high, unit)}"


def difference_interval(found: Interval | None, unit: Unit) -> str:
    """The interval of a difference, each end with its sign: "+0,02 – +0,24", "−3 – +1"."""
    low, high = ends(found, unit)
    return NO_VALUE if low is None else f"{signed(low)} – {signed(high)}"


def unrounded(value: Exact | None, unit: Unit) -> str:
    """A figure with four decimals more than it is published with: "8,20087", "69,5371%"."""
    if value is None:
        return NO_VALUE
    return figure(half_up(_scaled(value, unit), _DECIMALS[unit] + 4), unit)


def shown_chance(p: float) -> Decimal:
    """A p value as it is printed, to three decimals."""
    return half_up(Fraction(p), 3)


def chance(p: float) -> str:
    """A p value in words: "0,023", "kleiner dan 0,001"."""
    return "kleiner dan 0,001" if p < 0.001 else number(half_up(Fraction(p), 3))


def _scaled(value: Exact, unit: Unit) -> Exact:
    return value if unit == "grade" else Fraction(value) * 100


def enumerate_words(words: Sequence[str], last: str = "en") -> str:
    """ "a", "a en b", "a, b en c"."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def some(words: Sequence[str], most: int) -> str:
    """All of a few words, or the first of them and how many more: "a, b, c en 4 andere"."""
    return enumerate_words(words if len(words) <= most + 1 else [*words[:most], f"{len(words) - most} andere"])


def verb(count: int, singular: str, plural: str) -> str:
    """The form of a verb or noun that goes with a count: "krijgt" of one, "krijgen" of none or more."""
    return singular if count == 1 else plural


def counted(count: int, singular: str, plural: str) -> str:
    """ "1 rij", "3.018 rijen", "0 rijen"."""
    return f"{number(count)} {verb(count, singular, plural)}"


def sentence(text: str) -> str:
    """With a capital at its start: "Twee", "Eén"."""
    return "E" + text[1:] if text.startswith("éé") else text[:1].upper() + text[1:]


def in_running_text(label: str) -> str:
    """A label within a sentence: "totaaloordeel", but "CES" and "VOG" as they are."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


_COUNT_WORDS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def count_word(value: int) -> str:
    """Small counts in letters, as in running text; larger ones in digits."""
    return _COUNT_WORDS[value] if 0 <= value < len(_COUNT_WORDS) else number(value)
