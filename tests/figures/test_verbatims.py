"""Open answers: which are shown, in which order, and what may be told about who wrote them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.figures.selection import Selection
from lib.figures.verbatims import Verbatim, mean_grade, verbatims
from lib.survey.dataset import ChannelAnswers, Survey
from tests.figures.surveys import Said, channel

JANUARY, MARCH = date(2020, 1, 20), date(2020, 3, 5)


def written(
    tips: Sequence[str | None],
    *,
    days: Sequence[date | None] | None = None,
    products: Sequence[str | None] | None = None,
    grades: Sequence[Said] | None = None,
) -> ChannelAnswers:
    size = len(tips)
    said: dict[str, Sequence[Said]] = {"tip": tips, "totaaloordeel": grades or [8] * size}
    return channel(said, days=days, products=products or ["VOG"] * size)


def shuffled(survey: ChannelAnswers, order: Sequence[int]) -> ChannelAnswers:
    """The same respondents in another order of rows."""
    return replace(
        survey,
        days=survey.days[order],
        product_codes=survey.product_codes[order],
        answers=MappingProxyType({key: replace(a, codes=a.codes[order]) for key, a in survey.answers.items()}),
        texts=MappingProxyType({key: texts[order] for key, texts in survey.texts.items()}),
    )


def texts_of(survey: ChannelAnswers, selection: Selection | None = None) -> list[str]:
    return [survey.texts["tip"][found.row] for found in verbatims(survey, selection or Selection(), "tip")]


def tip(grade: Fraction | None = None) -> Verbatim:
    return Verbatim("balie", None, None, grade)


def test_who_wrote_nothing_is_no_open_answer() -> None:
    assert texts_of(written(["Koffie", None, "Thee"])) == ["Koffie", "Thee"]


def test_a_question_that_was_not_asked_has_no_answers() -> None:
    assert verbatims(written(["Koffie"]), Selection(), "toelichting") == []


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["maart", "januari", "zonder product", "zonder datum"]),
        (Selection(products=("VOG",)), ["maart", "zonder datum"]),
        (Selection(start=JANUARY, end=JANUARY), ["januari"]),
        (Selection(start=date(2020, 1, 21)), ["maart"]),
        (Selection(end=date(2020, 3, 4)), ["januari", "zonder product"]),
        (Selection(start=date.min, end=date.max), ["maart", "januari", "zonder product"]),
        (Selection(start=date.max), []),
        (Selection(end=date.min), []),
        (Selection(products=("Onbekend",)), []),
    ],
)
def test_only_answers_of_the_selection_are_shown(selection: Selection, expected: list[str]) -> None:
    survey = written(
        ["januari", "maart", "zonder datum", "zonder product"],
        days=[JANUARY, MARCH, None, date(2020, 1, 2)],
        products=["Akte", "VOG", "VOG", None],
    )
    assert texts_of(survey, selection) == expected


def test_the_latest_answer_comes_first_and_who_has_no_date_last() -> None:
    survey = written(["oud", "nieuw", "ooit"], days=[JANUARY, MARCH, None])
    assert texts_of(survey) == ["nieuw", "oud", "ooit"]


rows = st.lists(
    st.tuples(
        st.sampled_from([None, "Goed", "goed", "Lang gewacht", "Koffie"]),
        st.sampled_from([None, JANUARY, MARCH]),
        st.sampled_from([None, "VOG", "Akte"]),
        st.sampled_from([None, 1, 8, 9]),
    ),
    min_size=1,
    max_size=40,
)


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_in_a_file_never_shows(
    drawn: list[tuple[str | None, date | None, str | None, int | None]], chance: Random
) -> None:
    tips, days, products, grades = zip(*drawn, strict=True)
    survey = written(tips, days=days, products=products, grades=grades)
    order = list(range(len(drawn)))
    chance.shuffle(order)
    apart = [replace(one, row=0) for one in verbatims(shuffled(survey, order), Selection(), "tip")]
    assert apart == [replace(one, row=0) for one in verbatims(survey, Selection(), "tip")]


def test_the_same_words_on_one_day_stand_in_the_order_of_their_products() -> None:
    survey = written(["Goed", "Goed"] + [None] * 20, products=["VOG", "Akte"] + ["VOG", "Akte"] * 10)
    found = verbatims(survey, Selection(), "tip")
    assert [verbatim.product for verbatim in found] == ["Akte", "VOG"]


@pytest.mark.parametrize(("sharing", "product", "month"), [(9, None, None), (10, "VOG", date(2020, 3, 1))])
def test_product_and_month_are_told_where_ten_respondents_share_the_product(
    sharing: int, product: str | None, month: date | None
) -> None:
    survey = written(
        ["Koffie"] + [None] * (sharing + 20), days=[MARCH] * (sharing + 21), products=["VOG"] * sharing + ["Akte"] * 21
    )
    found = verbatims(survey, Selection(), "tip")[0]
    assert (found.product, found.month) == (product, month)


def test_the_month_is_told_where_ten_respondents_share_product_and_month() -> None:
    survey = written(["Koffie"] + [None] * 29, days=[MARCH] * 9 + [JANUARY] * 21)
    found = verbatims(survey, Selection(), "tip")[0]
    assert (found.product, found.month) == ("VOG", None)
    later = written(["Koffie"] + [None] * 29, days=[MARCH] * 10 + [JANUARY] * 20)
    assert verbatims(later, Selection(), "tip")[0].month == date(2020, 3, 1)


def test_only_respondents_of_the_selection_count_as_sharing_the_product() -> None:
    survey = written(["Koffie"] + [None] * 29, days=[MARCH] * 9 + [JANUARY] * 21)
    assert verbatims(survey, Selection(), "tip")[0].product == "VOG"
    assert verbatims(survey, Selection(start=MARCH), "tip")[0].product is None


def test_an_unknown_product_or_date_is_not_told() -> None:
    survey = written(["a", "b"] + [None] * 20, days=[None, MARCH] + [MARCH] * 20, products=["VOG", None] + ["VOG"] * 20)
    words = survey.texts["tip"]
    told = {words[found.row]: (found.product, found.month) for found in verbatims(survey, Selection(), "tip")}
    assert told["a"] == ("VOG", None)
    assert told["b"][0] is None


@pytest.mark.parametrize(
    ("grade", "told"), [(7, Fraction(7)), (10, Fraction(10)), (None, None), ("weet niet", None), ("?", None)]
)
def test_the_grade_is_that_of_who_wrote_it(grade: Said, told: Fraction | None) -> None:
    survey = written(["Koffie"] + [None] * 9, grades=[grade] + [3] * 9)
    assert verbatims(survey, Selection(), "tip")[0].grade == told


def test_in_a_small_group_the_grade_is_not_told_either() -> None:
    survey = written(["Koffie"] + [None] * 8, grades=[7] * 9)
    assert verbatims(survey, Selection(), "tip")[0].grade is None


def test_without_totaaloordeel_there_is_no_grade() -> None:
    assert verbatims(channel({"tip": ["Koffie"]}), Selection(), "tip")[0].grade is None


def test_the_mean_grade_is_over_those_who_gave_one_and_hidden_under_ten() -> None:
    nine = [tip(Fraction(8))] * 9
    assert mean_grade([*nine, tip()]) is None
    assert mean_grade([*nine, tip(), tip(Fraction(6))]) == Fraction(78, 10)
    assert mean_grade([]) is None


def test_the_sample_shows_every_written_tip(sample_survey: Survey) -> None:
    balie = sample_survey.channels["balie"]
    assert len(verbatims(balie, Selection(), "tip")) == int(np.sum(balie.texts["tip"] != None))  # noqa: E711
