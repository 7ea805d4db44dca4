"""Which open answers are shown, and in which order."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.answers.collection import MaskedAnswer
from lib.answers.wish import BANDS, ThemeCount, Wish, length_of, theme_counts, wanted
from lib.figures.verbatims import Verbatim
from tests.answers.open_answers import collection, masked


def starts(wish: Wish) -> list[str]:
    """The first word of every answer that is wanted, in order."""
    found = collection()
    return [one.text.split()[0] for one in wanted(found, masked(found), wish)]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(band="1-5"), {"Te"}),
        (Wish(band="6-7"), {"Koffie"}),
        (Wish(band="8-10"), {"Mooi"}),
        (Wish(theme="wachttijd"), {"Te", "Koffie"}),
        (Wish(theme="overig"), {"Mooi"}),
        (Wish(theme="nergens"), set()),
        (Wish(length="short"), {"Te", "Mooi", "Bel"}),
        (Wish(length="middle"), {"Koffie"}),
        (Wish(length="long"), set()),
        (Wish(question="tip"), {"Te", "Koffie", "Mooi", "Bel"}),
        (Wish(question="toelichting"), set()),
        (Wish(repeat_visit="ophalen"), set()),
        (Wish(typed="wachten"), {"Te", "Koffie"}),
        (Wish(typed="wachten -koffie"), {"Te"}),
        (Wish(typed="wachten", band="6-7"), {"Koffie"}),
        (Wish(typed="fiets"), set()),
        (Wish(typed="  "), {"Te", "Koffie", "Mooi", "Bel"}),
    ],
)
def test_what_fits_is_shown(wish: Wish, expected: set[str]) -> None:
    assert set(starts(wish)) == expected


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(order="low"), ["Te", "Koffie", "Mooi", "Bel"]),
        (Wish(order="high"), ["Mooi", "Koffie", "Te", "Bel"]),
        (Wish(order="long"), ["Koffie", "Bel", "Te", "Mooi"]),
        (Wish(order="short"), ["Mooi", "Te", "Bel", "Koffie"]),
    ],
)
def test_answers_stand_in_the_order_asked_and_those_without_a_grade_last(wish: Wish, expected: list[str]) -> None:
    assert starts(wish) == expected


def test_the_latest_month_comes_first() -> None:
    assert starts(Wish())[0] == "Bel"


def test_the_best_hit_comes_first() -> None:
    assert starts(Wish(typed="wachten", order="best")) == ["Te", "Koffie"]


@pytest.mark.parametrize(
    ("wish", "filters"),
    [(Wish(), False), (Wish(order="low"), False), (Wish(typed=" "), False), (Wish(band="1-5"), True)],
)
def test_only_what_leaves_something_out_is_a_filter(wish: Wish, filters: bool) -> None:
    assert wish.is_filter is filters


def one(
    grade: Fraction | None = None, month: date | None = None, themes: tuple[str, ...] = (), key: str = "a"
) -> MaskedAnswer:
    return MaskedAnswer(key, "tekst", 0, Verbatim("balie", None, month, grade), themes)


@pytest.mark.parametrize(
    ("grade", "band"),
    [(1, "1-5"), (5, "1-5"), (Fraction(11, 2), "6-7"), (7, "6-7"), (Fraction(15, 2), "8-10"), (10, "8-10")],
)
def test_every_grade_is_in_one_band(grade: Fraction | int, band: str) -> None:
    fitting = [name for name in BANDS if wanted(collection(), [one(Fraction(grade))], Wish(band=name))]
    assert fitting == [band]


@given(st.lists(st.tuples(st.sampled_from([None, 1, 2, 3]), st.integers(0, 99)), unique_by=lambda pair: pair[1]))
def test_the_order_tells_no_date_that_may_not_be_told(drawn: list[tuple[int | None, int]]) -> None:
    # Whatever the rows of the file, an answer whose month may not be told stands behind all others.
    answers = [one(month=None if month is None else date(2020, month, 1), key=str(key)) for month, key in drawn]
    found = wanted(collection(), answers, Wish())
    assert found == wanted(collection(), answers[::-1], Wish())
    hidden = [each.about.month is None for each in found]
    assert hidden == sorted(hidden)


@pytest.mark.parametrize(
    ("words", "length"), [(1, "short"), (8, "short"), (9, "middle"), (29, "middle"), (30, "long"), (500, "long")]
)
def test_length_is_told_in_words(words: int, length: str) -> None:
    assert length_of("woord " * words) == length


def test_an_answer_about_two_themes_counts_in_both_and_a_mean_needs_ten() -> None:
    answers = [one(Fraction(6), themes=("a", "b"))] * 9 + [one(Fraction(8), themes=("a",)), one(None, themes=("a",))]
    assert theme_counts(answers, ["a", "b", "c"]) == [
        ThemeCount("a", 11, 10, Fraction(62, 10)),
        ThemeCount("b", 9, 9, None),
        ThemeCount("c", 0, 0, None),
    ]
