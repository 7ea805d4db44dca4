"""Counting once and slicing after gives what a loop over all respondents would give."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.figures.counts import SelectedCounts, count
from lib.figures.selection import Selection
from lib.survey.dataset import NO_DAY, NO_PRODUCT, ChannelAnswers
from lib.survey.scales import FIRST_VALID
from tests.figures.surveys import EPOCH, channel

PRODUCTS = ("Paspoort", "Rijbewijs", "VOG")
# Days around the edges of months and years, over three years, and some in the middle of nowhere.
EDGES = [date(2019, 1, 1), date(2019, 12, 31), date(2020, 1, 1), date(2020, 2, 28), date(2020, 2, 29), date(2020, 3, 1),
         date(2020, 3, 15), date(2020, 3, 31), date(2020, 4, 1), date(2021, 6, 30), date(2021, 7, 1)]  # fmt: skip
FAR = [date(1, 1, 1), date(1, 1, 2), date(1969, 12, 31), date(9999, 12, 30), date(9999, 12, 31)]

survey_days = st.one_of(st.none(), st.sampled_from(EDGES), st.dates(date(2019, 1, 1), date(2021, 12, 31)))
asked_days = st.one_of(
    st.none(), st.sampled_from(EDGES + FAR), st.dates(date(2018, 11, 1), date(2022, 2, 1)), st.dates()
)
respondents = st.tuples(
    survey_days,
    st.sampled_from((None, *PRODUCTS)),
    st.sampled_from((None, "weet niet", "n.v.t.", "?", 1, 7, 8, 10)),
    st.sampled_from((None, "weet niet", "in_een_keer", "ophalen", "weet_niet")),
)
selections = st.builds(
    Selection,
    products=st.lists(st.sampled_from((*PRODUCTS, "Onbekend product")), max_size=3).map(tuple),
    start=asked_days,
    end=asked_days,
)


@st.composite
def surveys(draw: st.DrawFn) -> ChannelAnswers:
    rows = draw(st.lists(respondents, min_size=1, max_size=40))
    days, products, grades, visits = zip(*rows, strict=True)
    return channel({"totaaloordeel": grades, "herhaalbezoek": visits}, days=days, products=products)


def is_selected(survey: ChannelAnswers, row: int, selection: Selection) -> bool:
    """Whether one respondent belongs to a selection, as one would check it on paper."""
    product, day = int(survey.product_codes[row]), int(survey.days[row])
    if selection.products and (product == NO_PRODUCT or survey.products[product] not in selection.products):
        return False
    if selection.start is None and selection.end is None:
        return True
    if day == NO_DAY:
        return False
    answered = EPOCH + timedelta(days=day)
    return (selection.start or date.min) <= answered <= (selection.end or date.max)


def rows_of(survey: ChannelAnswers, selection: Selection) -> list[int]:
    return [row for row in range(len(survey)) if is_selected(survey, row, selection)]


@given(surveys(), selections)
def test_every_count_equals_a_loop_over_respondents(survey: ChannelAnswers, selection: Selection) -> None:
    found = count(survey).select(selection)
    inside = rows_of(survey, selection)
    assert found.respondents == len(inside)
    for key, answers in survey.answers.items():
        expected = np.zeros((len(survey.products) + 1, answers.code_count), dtype=int)
        for row in inside:
            product = int(survey.product_codes[row])
            expected[product if product >= 0 else -1, answers.codes[row]] += 1
        assert found.of(key).tolist() == expected.sum(axis=0).tolist()
        assert found.by_product(key).tolist() == expected[:-1].tolist()


@given(surveys(), selections)
def test_the_first_and_last_day_are_those_of_selected_respondents(survey: ChannelAnswers, selection: Selection) -> None:
    found = count(survey).select(selection)
    days = [
        EPOCH + timedelta(days=int(survey.days[row]))
        for row in rows_of(survey, selection)
        if survey.days[row] != NO_DAY
    ]
    assert (found.first_day, found.last_day) == (min(days, default=None), max(days, default=None))


@given(surveys(), selections)
def test_base_and_outside_base_together_are_the_respons(survey: ChannelAnswers, selection: Selection) -> None:
    found = count(survey).select(selection)
    for key in survey.answers:
        of = found.of(key)
        assert of[:FIRST_VALID].sum() + of[FIRST_VALID:].sum() == found.respondents


@given(surveys(), selections, selections)
def test_selecting_leaves_no_trace_for_the_next_selection(
    survey: ChannelAnswers, first: Selection, second: Selection
) -> None:
    counts = count(survey)
    before = counts.select(second).matrix.tolist()
    counts.select(first).matrix[:] = -1
    assert counts.select(second).matrix.tolist() == before


@given(surveys())
def test_two_halves_of_the_years_add_up_to_the_dated_whole(survey: ChannelAnswers) -> None:
    counts = count(survey)
    halves = [
        counts.select(Selection(end=date(2020, 3, 15))),
        counts.select(Selection(start=date(2020, 3, 16))),
    ]
    dated = counts.select(Selection(start=date.min, end=date.max))
    assert (halves[0].matrix + halves[1].matrix).tolist() == dated.matrix.tolist()


YEAR = channel(
    {"totaaloordeel": [8] * 366},
    days=[date(2020, 1, 1) + timedelta(days=day) for day in range(366)],
    products=["VOG"] * 366,
)


@pytest.mark.parametrize(
    ("start", "end", "respondents"),
    [
        (None, None, 366),
        (date(2020, 2, 1), date(2020, 2, 29), 29),  # a whole month
        (date(2020, 2, 2), date(2020, 2, 28), 27),  # inside one month
        (date(2020, 2, 2), date(2020, 3, 1), 29),  # over the edge of a month, none of them whole
        (date(2020, 1, 31), date(2020, 4, 1), 62),  # two whole months and a day on both sides
        (date(2020, 12, 31), None, 1),
        (None, date(2020, 1, 1), 1),
        (date(2020, 5, 5), date(2020, 5, 5), 1),
        (date(2020, 5, 6), date(2020, 5, 5), 0),  # turned around
        (date(1, 1, 1), date(9999, 12, 31), 366),
        (date(9999, 12, 31), None, 0),
        (None, date(1, 1, 1), 0),
        (date(2021, 1, 1), date(2021, 1, 31), 0),
        (date(2019, 12, 1), date(2019, 12, 31), 0),
    ],
)
def test_a_period_holds_its_first_and_its_last_day(start: date | None, end: date | None, respondents: int) -> None:
    assert count(YEAR).select(Selection(start=start, end=end)).respondents == respondents


def test_a_period_leaves_out_who_has_no_date() -> None:
    survey = channel({"totaaloordeel": [8, 9]}, days=[None, date(2020, 1, 1)])
    counts = count(survey)
    assert counts.select(Selection()).respondents == 2
    assert counts.select(Selection(start=date.min)).respondents == 1


def test_a_survey_without_dates_has_no_period_and_no_days() -> None:
    counts = count(channel({"totaaloordeel": [8, 9]}, days=[None, None]))
    for found, respondents in (
        (counts.select(Selection()), 2),
        (counts.select(Selection(start=date.min, end=date.max)), 0),
    ):
        assert (found.respondents, found.first_day, found.last_day) == (respondents, None, None)


def test_a_product_leaves_out_who_has_no_product() -> None:
    counts = count(channel({"totaaloordeel": [8, 9, 7]}, products=[None, "VOG", "Paspoort"]))
    found: SelectedCounts = counts.select(Selection(products=("VOG",)))
    assert (found.respondents, found.of("totaaloordeel").sum()) == (1, 1)


def test_a_product_with_more_than_a_byte_of_answers_on_one_day_is_counted_whole() -> None:
    """Small integers hold the counts of a day; sums over days must not overflow them."""
    days = [date(2020, 6, 10)] * 255 + [date(2020, 6, 11)] * 255
    counts = count(channel({"totaaloordeel": [8] * 510}, days=days))
    assert counts.select(Selection(start=date(2020, 6, 10), end=date(2020, 6, 11))).respondents == 510
