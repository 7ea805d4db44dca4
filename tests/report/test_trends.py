"""A figure through time in words, rows and a line with gaps."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import numpy as np
import statsmodels.api as sm

from lib.figures.counts import count
from lib.figures.periods import Step
from lib.figures.selection import Selection
from lib.figures.trend import Trend, change, trend
from lib.report.trends import trend_finding, trend_picture, trend_table
from lib.survey.references import Reference, References
from tests.figures.surveys import channel

PUBLISHED = References(
    (Reference("balie", "privacy", 2018, None, Decimal("7.6")), Reference("balie", "privacy", 2020, Decimal("8.0"), None))
)  # fmt: skip


def of(grades: Sequence[tuple[date, int, int]], step: Step = "month", references: References = PUBLISHED) -> Trend:
    """The trend of so many answers with this grade on these days."""
    days = [day for day, _, times in grades for _ in range(times)]
    said = [grade for _, grade, times in grades for _ in range(times)]
    return trend(count(channel({"privacy": said}, days=days)), Selection(), "privacy", step, references)


GAP = of([(date(2020, 1, 5), 8, 20), (date(2020, 2, 5), 7, 9), (date(2020, 3, 5), 6, 20), (date(2020, 4, 5), 7, 12)])


def test_rows_hold_the_published_years_the_gaps_and_bm() -> None:
    rows = [[cell.text for cell in row] for row in trend_table(GAP).rows]
    assert rows == [
        ["2018 (gepubliceerd)", "7,6", "–", "–", "–"],
        ["januari 2020", "8,0", "–", "8,0", "indicatief · 20"],
        ["februari 2020", "te weinig respons", "–", "8,0", "9"],
        ["maart 2020", "6,0", "–", "8,0", "indicatief · 20"],
        ["april 2020", "7,0", "–", "8,0", "indicatief · 12"],
    ]


def test_the_line_breaks_at_a_gap_and_holds_no_hidden_figure() -> None:
    picture = trend_picture(GAP, "woorden")
    assert picture is not None
    rows = [row for row in picture.rows if row["Soort"] != "bm"]
    own = [row for row in rows if row["Soort"] == "eigen"]
    assert [row["Periode"] for row in own] == ["januari 2020", "maart 2020", "april 2020"]
    assert own[0]["Deel"] != own[1]["Deel"] == own[2]["Deel"]
    assert [row["Waarde"] for row in rows if row["Soort"] == "gepubliceerd"] == [7.6]


def test_the_finding_judges_only_what_can_be_judged() -> None:
    assert trend_finding(GAP) == (
        "Privacy a.d. balie: 8,0 in januari 2020, 7,0 in april 2020; te weinig antwoorden om een verandering aan te tonen "
        "(n onder 30). Eén maand heeft te weinig respons."
    )
    year = of([(date(2020, 1, 5), 8, 20)], "year")
    assert trend_finding(year) == "Privacy a.d. balie in 2020: 8,0; eerder gepubliceerd: 7,6 in 2018."


def quarters(*means: tuple[date, int, int]) -> Trend:
    """Per quarter 60 answers, half of each of two grades."""
    return of([(day, grade, 30) for day, *grades in means for grade in grades], "quarter")


def test_the_last_against_the_first_and_the_line_get_a_verdict() -> None:
    rising = quarters((date(2020, 1, 5), 6, 7), (date(2020, 4, 5), 7, 8), (date(2020, 7, 5), 8, 9))
    assert trend_finding(rising) == (
        "Privacy a.d. balie: 6,5 in 1e kwartaal 2020, 8,5 in 3e kwartaal 2020: aantoonbaar hoger; over alle kwartalen een "
        "aantoonbare stijging. Het verschil kan ook het seizoen zijn; vergelijk met hetzelfde deel van een ander jaar."
    )
    flat = quarters((date(2020, 1, 5), 7, 8), (date(2020, 4, 5), 7, 8), (date(2020, 7, 5), 7, 8))
    assert trend_finding(flat).endswith("gelijk; over alle kwartalen geen aantoonbare stijging of daling.")


def test_the_line_is_that_of_least_squares_over_respondents() -> None:
    falling = quarters((date(2020, 1, 5), 8, 9), (date(2020, 4, 5), 5, 10), (date(2020, 7, 5), 7, 8))
    answers = [8, 9] * 30 + [5, 10] * 30 + [7, 8] * 30
    at = np.repeat([0.0, 1.0, 2.0], 60)
    fit = sm.OLS(answers, sm.add_constant(at)).fit()
    judged = change(falling)
    assert judged is not None
    assert judged.line == ("lower" if fit.pvalues[1] < 0.05 else "no_difference")
    assert judged.ends == "lower"


def test_a_season_that_comes_back_is_named() -> None:
    days = [date(year, month, 5) for year in (2019, 2020) for month in (1, 4, 7, 10)]
    wave = quarters(*((day, 6, 7) if day.month in (1, 10) else (day, 8, 9) for day in days))
    judged = change(wave)
    assert judged is not None
    assert judged.is_seasonal
    assert "kan het seizoen zijn" in trend_finding(wave)
    at = np.repeat(np.arange(8.0), 60)
    seasons = np.repeat([day.month for day in days], 60)
    answers = np.concatenate([[6, 7] * 30 if day.month in (1, 10) else [8, 9] * 30 for day in days])
    line = sm.OLS(answers, sm.add_constant(at)).fit()
    parts = np.column_stack([sm.add_constant(at), *((seasons == month).astype(float) for month in (4, 7, 10))])
    assert sm.OLS(answers, parts).fit().compare_f_test(line)[1] < 0.05
    flat = quarters(*((day, 7, 8) for day in days))
    assert "seizoen" not in trend_finding(flat)


def test_too_little_or_no_date_is_said() -> None:
    few = of([(date(2020, 1, 5), 8, 9)])
    assert trend_finding(few).startswith("Te weinig respons om te tonen: n = 9")
    assert trend_picture(few, "woorden") is None
    undated = count(channel({"privacy": [8] * 20}, days=[None] * 20))
    assert "geen antwoord een datum" in trend_finding(trend(undated, Selection(), "privacy", "month", PUBLISHED))
