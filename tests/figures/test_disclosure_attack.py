"""Nobody works out what a few people answered, whatever of room and publish they lay side by side."""

from dataclasses import replace
from datetime import date

import pytest

from lib.figures.channel import figures
from lib.figures.counts import count
from lib.figures.disclosure import Disclosure, apply_figures, apply_trend
from lib.figures.selection import Selection
from lib.figures.trend import trend
from lib.survey.dataset import ChannelAnswers
from lib.survey.references import NO_REFERENCES
from tests.figures.disclosure_attack import collect, finds, random_survey, subtractions
from tests.figures.surveys import channel

KEY = "totaaloordeel"


@pytest.mark.parametrize("seed", range(30))
def test_nothing_under_ten_is_found_out(seed: int) -> None:
    documents = collect(random_survey(seed), "publish")
    assert documents.facts or seed
    assert finds(documents) == []
    assert subtractions(documents) == []


@pytest.mark.parametrize("seed", [3, 12])
def test_the_room_sees_what_is_published(seed: int) -> None:
    survey = random_survey(seed)
    room, publish = collect(survey, "room"), collect(survey, "publish")
    assert room.facts == publish.facts
    assert room.values == publish.values


@pytest.mark.parametrize("seed", [0, 5, 9])
def test_the_attack_finds_what_the_owner_sees(seed: int) -> None:
    """What the attack does find where nothing is withheld, so that finding nothing says something."""
    assert finds(collect(random_survey(seed), "explore"), 1)


def a_year_with_three_in_december() -> ChannelAnswers:
    """Fifty people a month, and three in December with the grades 1, 2 and 3."""
    months = [*(month for month in range(1, 12) for _ in range(50)), 12, 12, 12]
    grades = [*(6 + place % 4 for place in range(550)), 1, 2, 3]
    return channel({KEY: grades}, days=[date(2020, month, 5) for month in months])


def test_the_year_less_its_months_does_not_give_three_people() -> None:
    counts = count(a_year_with_three_in_december())
    disclosure = Disclosure.of(counts)
    year = Selection(None, (), date(2020, 1, 1), date(2020, 12, 31))
    assert disclosure.precision(year, KEY) == "exact"
    months = [Selection(None, (), date(2020, month, 1), date(2020, month, 28)) for month in range(1, 13)]
    told = [disclosure.precision(disclosure.published(month).selection, KEY) for month in months]
    assert told[11] == "hidden"
    assert told.count("hidden") == 2  # with December one more goes
    line = trend(counts, Selection(), KEY, "month", NO_REFERENCES)
    shown = apply_trend(line, disclosure, "publish", Selection(), KEY).moments
    assert [moment.figure.precision for moment in shown] == told
    assert sum(moment.figure.suppressed for moment in shown) == 2
    # Nor does the year less its quarters.
    quarters = apply_trend(
        trend(counts, Selection(), KEY, "quarter", NO_REFERENCES), disclosure, "publish", Selection(), KEY
    )
    assert all(moment.figure.precision == "exact" for moment in quarters.moments)


def test_the_same_period_of_another_document_gives_nothing_more() -> None:
    """January to November is the year less three people: rounded, without n, counts, interval or who is outside."""
    counts = count(a_year_with_three_in_december())
    disclosure = Disclosure.of(counts)
    most = Selection(None, (), date(2020, 1, 1), date(2020, 11, 30))
    found = apply_figures(figures(counts, most), disclosure, "publish")
    overall = found.overall
    assert overall is not None
    assert overall.precision == "rounded"
    assert overall.value is not None
    assert (overall.value * 10).denominator == 1
    assert (overall.shown_n, overall.interval, overall.p, dict(overall.outside)) == (None, None, None, {})
    assert "responses" in found.withheld
    assert found.responses == 0


def test_without_a_product_is_a_group_too() -> None:
    products = [*["Paspoort"] * 60, *["Rijbewijs"] * 40, *[None] * 4]
    counts = count(channel({KEY: [6 + place % 5 for place in range(104)]}, products=products))
    disclosure = Disclosure.of(counts)
    told = {name: disclosure.precision(Selection(None, (name,)), KEY) for name in ("Paspoort", "Rijbewijs")}
    assert told == {"Paspoort": "exact", "Rijbewijs": "hidden"}
    # Both together are all but four people.
    assert disclosure.precision(Selection(None, ("Paspoort", "Rijbewijs")), KEY) == "rounded"
    found = apply_figures(figures(counts, Selection()), disclosure, "publish")
    assert "without_product" in found.withheld


def test_a_product_asked_for_in_one_month_is_not_subtracted_from_it() -> None:
    """Twenty of the 24 people of June came for an A: June less A is four people."""
    days = [*[date(2020, 6, 5)] * 24, *(date(2020, month, 5) for month in (1, 2, 3, 4, 5, 7, 8) for _ in range(40))]
    products = [*["A"] * 20, *["B"] * 144, *["C"] * 140]
    counts = count(channel({KEY: [5 + place % 6 for place in range(304)]}, days=days, products=products))
    disclosure = Disclosure.of(counts)
    june = Selection(None, (), date(2020, 6, 1), date(2020, 6, 30))
    assert disclosure.precision(Selection(None, ("A",)), KEY) == "exact"
    assert disclosure.precision(june, KEY) == "rounded"


def test_half_a_month_is_made_whole_and_says_so() -> None:
    disclosure = Disclosure.of(count(a_year_with_three_in_december()))
    half = Selection(None, (), date(2020, 2, 14), date(2020, 6, 20))
    published = disclosure.published(half)
    assert published.is_expanded
    assert published.selection == replace(half, start=date(2020, 2, 1), end=date(2020, 6, 30))
    assert not disclosure.published(published.selection).is_expanded
    with pytest.raises(ValueError, match="whole calendar months"):
        disclosure.precision(half, KEY)


def test_the_owner_sees_everything() -> None:
    counts = count(random_survey(0))
    found = figures(counts, Selection())
    assert apply_figures(found, Disclosure.of(counts), "explore") is found
