"""Rounding half up on exact values, and figures, signs and dates the Dutch way."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.figures import measures
from lib.figures.every_figure import Figure
from lib.figures.keys import FigureKey
from lib.report import dutch
from lib.report.dutch import Exact, Unit

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "unit", "rule", "shown"),
    [
        (Fraction("8.25"), "grade", "custom_question", "8.3"),
        (Fraction("8.25"), "grade", "published", "8.25"),
        (Fraction(8), "grade", "published", "8.0"),
        (Fraction("0.625"), "agree", "published", "62.5"),
        (Fraction("0.625"), "share", "share_of_answer", "63"),
        (Fraction("0.48"), "effort", "published", "48"),
        (Fraction(-1, 8), "effort", "custom_question", "-13"),
        (Fraction(3018), "count", "counted", "3018"),
        (None, "grade", "custom_question", "None"),
    ],
)
def test_a_figure_by_its_key_is_shown_as_it_is_published(
    value: Fraction | None, unit: measures.Unit, rule: measures.FigureRule, shown: str
) -> None:
    assert str(dutch.shown_figure(Figure(FigureKey("balie", "k"), value, 40, None, unit, rule))) == shown


@pytest.mark.parametrize(
    ("own", "benchmark", "unit", "shown"),
    [
        ("8.25", "8.1", "grade", "0.2"),  # 8.3 minus 8.1
        ("0.625", "0.62", "agree", "1"),  # 63 minus 62
        ("0.605", "48", "effort", "13"),  # 61 minus 48
    ],
)
def test_a_difference_is_that_of_the_rounded_figure(own: str, benchmark: str, unit: Unit, shown: str) -> None:
    exact = Fraction(own) - Fraction(benchmark) / (100 if unit == "effort" else 1)
    key = FigureKey("balie", "k", "difference")
    figure = Figure(key, exact, 40, None, unit, "custom_question", False, Decimal(benchmark), 2020)
    assert str(dutch.shown_figure(figure)) == shown


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("8.25", 1, "8.3"),
        ("8.35", 1, "8.4"),
        ("8.45", 1, "8.5"),
        ("8.2499999999999999999", 1, "8.2"),
        ("7.95", 1, "8.0"),
        ("9.95", 1, "10.0"),
        ("0.05", 1, "0.1"),
        ("-0.25", 1, "-0.3"),
        ("-0.04", 1, "0.0"),
        ("12.5", 0, "13"),
        ("-12.5", 0, "-13"),
        ("0.5", 0, "1"),
        ("2.675", 2, "2.68"),  # as a binary float this lies under the half
        ("1.005", 2, "1.01"),
    ],
)
@pytest.mark.parametrize("kind", [Fraction, Decimal])
def test_a_half_is_rounded_away_from_zero(
    kind: type[Fraction] | type[Decimal], value: str, decimals: int, rounded: str
) -> None:
    assert str(dutch.half_up(kind(value), decimals)) == rounded


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**4), st.integers(0, 3))
def test_it_rounds_as_decimal_does_half_up(total: int, n: int, decimals: int) -> None:
    # Enough digits that the quotient of two small integers is never cut on a half.
    exact = Decimal(total * 10**30 // n if total >= 0 else -(-total * 10**30 // n)).scaleb(-30)
    expected = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert dutch.half_up(Fraction(total, n), decimals) == expected


@given(st.integers(-(10**5), 10**5), st.integers(0, 3))
def test_an_exact_half_always_goes_away_from_zero(number: int, decimals: int) -> None:
    half = (Fraction(number) + Fraction(1, 2) * (1 if number >= 0 else -1)) / 10**decimals
    expected = Fraction(number + (1 if number >= 0 else -1), 10**decimals)
    assert Fraction(dutch.half_up(half, decimals)) == expected


@given(st.fractions(-100, 100, max_denominator=5000), st.integers(0, 2))
def test_rounding_moves_a_figure_by_at_most_half_a_unit(value: Fraction, decimals: int) -> None:
    assert abs(Fraction(dutch.half_up(value, decimals)) - value) <= Fraction(1, 2 * 10**decimals)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Fraction(33, 4), "grade", "8,3"),
        (Fraction(8), "grade", "8,0"),
        (Fraction(10), "grade", "10,0"),
        (Fraction(1, 8), "agree", "13%"),
        (Fraction(1), "agree", "100%"),
        (Fraction(0), "agree", "0%"),
        (Fraction(995, 1000), "agree", "100%"),
        (Fraction(61, 100), "effort", "+61"),
        (Fraction(-4, 10), "effort", f"{MINUS}40"),
        (Fraction(-1, 8), "effort", f"{MINUS}13"),
        (Fraction(0), "effort", "0"),
        (Fraction(-1, 1000), "effort", "0"),
        (None, "grade", "–"),
        (None, "effort", "–"),
    ],
)
def test_a_figure_reads_as_it_is_published(value: Exact | None, unit: Unit, text: str) -> None:
    assert dutch.figure(dutch.shown(value, unit), unit) == text


@pytest.mark.parametrize(
    ("benchmark", "unit", "text"),
    [
        ("8", "grade", "8,0"),
        ("8.0", "grade", "8,0"),
        ("8.05", "grade", "8,05"),  # as published, never rounded further
        ("8.00", "grade", "8,0"),
        ("10", "grade", "10,0"),
        ("0.62", "agree", "62%"),
        ("0.6", "agree", "60%"),
        ("0", "agree", "0%"),
        ("1", "agree", "100%"),
        ("0.625", "agree", "62,5%"),
        ("61", "effort", "+61"),
        ("-5", "effort", f"{MINUS}5"),
    ],
)
def test_a_benchmark_keeps_the_decimals_it_was_published_with(benchmark: str, unit: Unit, text: str) -> None:
    assert dutch.figure(dutch.shown_benchmark(Decimal(benchmark), unit), unit) == text


@pytest.mark.parametrize(
    ("value", "benchmark", "unit", "text"),
    [
        (Fraction(825, 100), "8.0", "grade", "+0,3"),  # 8.3 - 8.0, not 0.25 rounded
        (Fraction(804, 100), "8.0", "grade", "0,0"),
        (Fraction(796, 100), "8.1", "grade", f"{MINUS}0,1"),
        (Fraction(8), "8.05", "grade", f"{MINUS}0,05"),
        (Fraction(655, 1000), "0.62", "agree", "+4"),
        (Fraction(615, 1000), "0.62", "agree", "0"),
        (Fraction(58, 100), "0.62", "agree", f"{MINUS}4"),
        (None, "8.0", "grade", "–"),
        (Fraction(8), None, "grade", "–"),
    ],
)
def test_a_difference_is_that_of_the_figures_a_reader_sees(
    value: Fraction | None, benchmark: str | None, unit: Unit, text: str
) -> None:
    published = None if benchmark is None else Decimal(benchmark)
    assert dutch.signed(dutch.difference(value, published, unit)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (3018, "3.018"),
        (1_000_000, "1.000.000"),
        (Decimal("8.2"), "8,2"),
        (Decimal("8.0"), "8,0"),
        (Decimal("1234.50"), "1.234,50"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_numbers_have_a_decimal_comma_and_a_point_for_thousands(value: Decimal | int, text: str) -> None:
    assert dutch.number(value) == text


@pytest.mark.parametrize(
    ("share", "text"), [(Fraction(1, 3), "33%"), (Fraction(2, 3), "67%"), (Fraction(125, 1000), "13%"), (None, "–")]
)
def test_a_share_is_a_whole_percent(share: Fraction | None, text: str) -> None:
    assert dutch.percent(share) == text


@pytest.mark.parametrize(
    ("value", "digits"),
    [(8.71192512e-11, 8.71193e-11), (0.05, 0.05), (0.0, 0.0), (1.0, 1.0), (0.1234565, 0.123457), (1e-320, 1e-320)],
)
def test_a_p_value_keeps_six_digits(value: float, digits: float) -> None:
    assert dutch.significant(value) == digits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (dutch.day(date(2020, 3, 12)), "12 mrt 2020"),
        (dutch.day(date(2020, 5, 1)), "1 mei 2020"),
        (dutch.day(date(2020, 10, 31), year=False), "31 okt"),
        (dutch.month(date(2020, 3, 1)), "maart 2020"),
    ],
)
def test_dates_are_dutch(text: str, expected: str) -> None:
    assert text == expected


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_a_list_of_words_ends_in_en(words: list[str], text: str) -> None:
    assert dutch.enumerate_words(words) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "geen"), (1, "één"), (12, "twaalf"), (13, "13"), (3018, "3.018"), (-1, "-1")]
)
def test_small_counts_are_words(value: int, text: str) -> None:
    assert dutch.count_word(value) == text


def test_the_form_of_a_word_goes_with_the_count() -> None:
    assert [dutch.counted(n, "rij", "rijen") for n in (0, 1, 2, 3018)] == ["0 rijen", "1 rij", "2 rijen", "3.018 rijen"]
    assert [dutch.verb(n, "krijgt", "krijgen") for n in (1, 2)] == ["krijgt", "krijgen"]


def test_a_sentence_starts_with_a_capital_that_dutch_has() -> None:
    assert dutch.sentence("één product") == "Eén product"
    assert dutch.sentence("twee") == "Twee"


@pytest.mark.parametrize(
    ("words", "said"),
    [(["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c"), (["a", "b", "c", "d"], "a, b en 2 andere")],
)
def test_of_more_than_a_few_the_first_are_named(words: list[str], said: str) -> None:
    assert dutch.some(words, 2) == said
