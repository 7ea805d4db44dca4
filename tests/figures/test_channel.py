"""All figures of a channel: products, reviews and tips, the years, and which BM they are compared with."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from lib.figures.channel import channels_of, figures, problems_of
from lib.figures.counts import count
from lib.figures.selection import Selection
from lib.survey.derived import add_tip_answers
from lib.survey.references import Reference, References
from tests.figures.surveys import Said, channel


def reference(year: int, bm: str | None = None, own: str | None = None, item: str = "totaaloordeel") -> Reference:
    return Reference("balie", item, year, None if bm is None else Decimal(bm), None if own is None else Decimal(own))


def years(*dated: tuple[int, int]) -> list[date]:
    """So many respondents in each of these years."""
    return [date(year, 3, 5) for year, number in dated for _ in range(number)]


def test_products_stand_largest_base_first_and_by_name_where_equal() -> None:
    survey = channel(
        {"totaaloordeel": [8] * 10 + [6] * 10 + [9] * 12 + [None, 7, 7]},
        products=["VOG"] * 10 + ["Akte"] * 10 + ["Paspoort"] * 12 + ["Rijbewijs"] + [None] * 2,
    )
    found = figures(count(survey), Selection())
    assert [(row.label, row.n, row.value) for row in found.products] == [
        ("Paspoort", 12, Fraction(9)),
        ("Akte", 10, Fraction(6)),
        ("VOG", 10, Fraction(8)),
        ("Rijbewijs", 0, None),
    ]
    assert found.without_product == 2


def test_only_selected_products_are_listed_and_none_is_without_product() -> None:
    survey = channel({"totaaloordeel": [8] * 30}, products=["VOG"] * 10 + ["Akte"] * 10 + [None] * 10)
    found = figures(count(survey), Selection(products=("Akte",)))
    assert [row.label for row in found.products] == ["Akte"]
    assert (found.responses, found.without_product) == (10, 0)


def test_reviews_are_the_explanations_that_were_written() -> None:
    found = figures(count(channel({"toelichting": ["Prima", None, "Lang gewacht", None]})), Selection())
    assert found.reviews == 2


def test_tips_are_those_who_said_to_have_one_whether_or_not_they_wrote_it() -> None:
    said: dict[str, list[Said]] = {"tip_ja": ["ja", "ja", "nee", None], "tip": ["Koffie", None, "Toch wel", None]}
    assert figures(count(channel(said)), Selection()).tips == 2


def test_without_the_question_for_suggestions_tips_are_those_written() -> None:
    written = add_tip_answers(channel({"tip": ["Koffie", None, "Thee", "Soep"]}))
    assert figures(count(written), Selection()).tips == 3


def test_tips_are_not_made_of_what_was_written_where_the_question_was_not_understood() -> None:
    written = add_tip_answers(channel({"tip": ["Koffie", None, "Thee", "Soep"]}), {"tip_ja"})
    assert figures(count(written), Selection()).tips is None


def test_what_was_not_asked_is_no_zero() -> None:
    found = figures(count(channel({"totaaloordeel": [8] * 12})), Selection())
    assert (found.reviews, found.tips) == (None, None)


def test_what_nobody_wrote_is_a_zero() -> None:
    said: dict[str, list[Said]] = {"totaaloordeel": [8] * 12, "toelichting": [None] * 12, "tip_ja": ["nee"] * 12}
    found = figures(count(channel(said)), Selection())
    assert (found.reviews, found.tips) == (0, 0)


def test_tips_and_reviews_follow_the_selection() -> None:
    said: dict[str, list[Said]] = {"toelichting": ["a", "b", "c"], "tip_ja": ["ja", "ja", "nee"]}
    found = figures(count(channel(said, products=["VOG", "Akte", "Akte"])), Selection(products=("Akte",)))
    assert (found.reviews, found.tips) == (2, 1)


def test_the_trend_holds_years_of_the_export_and_published_ones_of_other_years() -> None:
    survey = channel({"totaaloordeel": [6] * 10 + [8] * 12}, days=years((2019, 10), (2021, 12)))
    references = References((reference(2018, own="7.6"), reference(2019, own="9.9"), reference(2020, own="7.3")))
    trend = figures(count(survey), Selection(), references).trend
    assert [(row.year, row.published, row.score.value if row.score else None) for row in trend] == [
        (2018, Decimal("7.6"), None),
        (2019, None, Fraction(6)),  # computed goes before published
        (2020, Decimal("7.3"), None),  # no respondents in the export
        (2021, None, Fraction(8)),
    ]


def test_a_year_of_the_trend_holds_only_the_selected_part_of_it() -> None:
    days = [date(2020, 1, 10)] * 10 + [date(2020, 7, 10)] * 10 + [date(2021, 1, 10)] * 10
    counts = count(channel({"totaaloordeel": [4] * 10 + [8] * 10 + [9] * 10}, days=days))
    trend = figures(counts, Selection(start=date(2020, 7, 1), end=date(2020, 12, 31))).trend
    assert [(row.year, row.score.value if row.score else None) for row in trend] == [(2020, Fraction(8))]


def test_without_totaaloordeel_there_is_no_trend_and_no_table_of_products() -> None:
    found = figures(
        count(channel({"prijs": [7] * 12}, products=["VOG"] * 12)), Selection(), References((reference(2019, own="7"),))
    )
    assert (found.overall, found.trend, found.products) == (None, (), ())


@pytest.mark.parametrize(
    ("published", "used"),
    [
        ([2019, 2020, 2021], 2020),  # its own year
        ([2018, 2019, 2021], 2019),  # else the latest earlier one
        ([2021, 2022], None),  # never a later one
        ([], None),
    ],
)
def test_the_benchmark_is_that_of_the_year_in_which_the_selection_ends(published: list[int], used: int | None) -> None:
    counts = count(channel({"totaaloordeel": [8] * 40}, days=years((2019, 1), (2020, 39))))
    found = figures(
        counts, Selection(), References(tuple(reference(year, bm=f"{year - 2013}.5") for year in published))
    )
    assert found.overall is not None
    assert (found.overall.benchmark_year, found.wanted_year) == (used, 2020)
    assert found.overall.benchmark == (None if used is None else Decimal(f"{used - 2013}.5"))


@pytest.mark.parametrize(
    ("end", "wanted"), [(None, 2021), (date(2020, 12, 31), 2020), (date(2020, 6, 1), 2020), (date(2019, 2, 1), 2019)]
)
def test_a_shorter_period_asks_for_the_benchmark_of_its_own_last_year(end: date | None, wanted: int) -> None:
    counts = count(channel({"totaaloordeel": [8] * 40}, days=years((2020, 20), (2021, 20))))
    references = References(tuple(reference(year, bm="7.0") for year in (2019, 2020, 2021)))
    overall = figures(counts, Selection(end=end), references).overall
    assert overall is not None
    assert overall.benchmark_year == wanted


def test_an_own_figure_alone_makes_no_benchmark_year() -> None:
    counts = count(channel({"totaaloordeel": [8] * 40}))
    references = References((reference(2020, own="7.0"), reference(2019, bm="7.1")))
    overall = figures(counts, Selection(), references).overall
    assert overall is not None
    assert overall.benchmark_year == 2019


def test_an_item_has_no_benchmark_where_the_year_of_its_table_has_none_for_it() -> None:
    counts = count(channel({"prijs": [7] * 40, "wachttijd": [7] * 40}))
    references = References((reference(2020, bm="7.0", item="wachttijd"), reference(2019, bm="6.0", item="prijs")))
    found = figures(counts, Selection(), references).score("prijs")
    assert found is not None
    assert (found.benchmark, found.verdict) == (None, "no_benchmark")


def test_a_newer_benchmark_of_another_table_pushes_none_aside() -> None:
    counts = count(channel({"totaaloordeel": [8] * 40, "prijs": [7] * 40}))
    references = References((reference(2020, bm="7.0"), reference(2019, bm="6.0", item="prijs")))
    found = figures(counts, Selection(), references)
    assert (found.scores[0].benchmark, found.scores[0].benchmark_year) == (Decimal("6.0"), 2019)
    assert [problem.code for problem in problems_of(found)] == ["benchmark_other_year"]


def test_the_parts_of_an_aspect_are_a_table_of_their_own() -> None:
    """Published figures of the parts must not make it harder for an aspect to differ."""
    said: dict[str, list[Said]] = {
        "prijs": [7, 8] * 20,
        "hostmanship_inleving": [7, 8] * 20,
        "hostmanship": [7, 8] * 20,
    }
    own = reference(2020, bm="7.2", item="prijs")
    alone = figures(count(channel(said)), Selection(), References((own,))).score("prijs")
    parts = References((own, reference(2020, bm="7.2", item="hostmanship_inleving")))
    together = figures(count(channel(said)), Selection(), parts).score("prijs")
    assert alone is not None
    assert together is not None
    assert alone.p_adjusted == together.p_adjusted


def test_published_years_stay_out_where_products_are_selected() -> None:
    counts = count(channel({"totaaloordeel": [8] * 40}, products=["VOG"] * 40))
    references = References((reference(2018, own="7.6"),))
    assert [year.year for year in figures(counts, Selection(), references).trend] == [2018, 2020]
    assert [year.year for year in figures(counts, Selection(products=("VOG",)), references).trend] == [2020]


def test_a_handful_of_answers_pushes_no_published_figure_aside() -> None:
    counts = count(channel({"totaaloordeel": [8] * 49}, days=years((2019, 9), (2020, 40))))
    trend = figures(counts, Selection(), References((reference(2019, own="7.3"),))).trend
    assert [(year.year, year.published) for year in trend] == [(2019, Decimal("7.3")), (2020, None)]


@pytest.mark.parametrize(("published", "codes"), [(2020, []), (2019, ["benchmark_other_year"]), (2021, [])])
def test_a_benchmark_of_another_year_is_told(published: int, codes: list[str]) -> None:
    counts = count(channel({"totaaloordeel": [8] * 40}))
    problems = problems_of(figures(counts, Selection(), References((reference(published, bm="7.0"),))))
    assert [problem.code for problem in problems] == codes
    assert all("2020" in problem.message and "2019" in problem.message for problem in problems)


def test_the_effort_score_has_a_benchmark_too() -> None:
    counts = count(channel({"ces": ["weinig"] * 40}))
    found = figures(counts, Selection(), References((reference(2020, bm="61", item="ces"),)))
    assert found.effort is not None
    assert found.effort.benchmark == 61


def test_an_empty_selection_has_bases_of_zero_and_no_days() -> None:
    counts = count(channel({"totaaloordeel": [8] * 40, "prijs": [7] * 40}, products=["VOG"] * 40))
    found = figures(counts, Selection(start=date(9999, 12, 31)), References((reference(2020, bm="7.0", item="prijs"),)))
    assert (found.responses, found.first_day, found.last_day, found.products, found.trend) == (0, None, None, (), ())
    assert [(score.n, score.verdict) for score in found.scores] == [(0, "suppressed")]


@pytest.mark.parametrize(
    ("wanted", "available", "expected"),
    [
        (None, ("digitaal", "balie"), ("balie", "digitaal")),
        ("telefoon", ("balie", "telefoon"), ("telefoon",)),
        ("telefoon", ("balie",), ()),
    ],
)
def test_channels_stand_in_a_fixed_order(
    wanted: str | None, available: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert channels_of(Selection(channel=wanted), available) == expected
