"""A figure through time in words, rows and a line with gaps."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from lib.figures.counts import count
from lib.figures.periods import Step
from lib.figures.selection import Selection
from lib.figures.trend import Trend, trend
from lib.report.chart_parts import Palette
from lib.report.trends import trend_chart, trend_finding, trend_table
from lib.survey.references import Reference, References
from tests.figures.surveys import channel

PALETTE = Palette("#000001", "#000002", "#000003", "#000004", "#000005")
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
        ["jan 2020", "8,0", "8,00 – 8,00", "8,0", "indicatief · 20"],
        ["feb 2020", "te weinig respons", "–", "8,0", "9"],
        ["mrt 2020", "6,0", "6,00 – 6,00", "8,0", "indicatief · 20"],
        ["apr 2020", "7,0", "7,00 – 7,00", "8,0", "indicatief · 12"],
    ]


def test_the_line_breaks_at_a_gap_and_holds_no_hidden_figure() -> None:
    chart = trend_chart(GAP, PALETTE)
    assert chart is not None
    (rows,) = [rows for rows in chart.to_dict()["datasets"].values() if "Deel" in rows[0]]
    own = [row for row in rows if not row["Gepubliceerd"]]
    assert [row["Periode"] for row in own] == ["jan 2020", "mrt 2020", "apr 2020"]
    assert own[0]["Deel"] != own[1]["Deel"] == own[2]["Deel"]
    assert [row["Waarde"] for row in rows if row["Gepubliceerd"]] == [7.6]


def test_the_finding_says_where_it_lies_and_what_is_hidden() -> None:
    assert trend_finding(GAP) == (
        "Privacy a.d. balie ligt per maand tussen 6,0 (mrt 2020) en 8,0 (jan 2020); het laatst 7,0 in apr 2020. "
        "Een maand heeft te weinig respons."
    )
    year = of([(date(2020, 1, 5), 8, 20)], "year")
    assert trend_finding(year) == "Privacy a.d. balie in 2020: 8,0; eerder gepubliceerd: 7,6 in 2018."
    two = of([(date(2020, 1, 5), 8, 20), (date(2020, 4, 5), 7, 12)], "quarter")
    assert trend_finding(two) == "Privacy a.d. balie: 8,0 in kwartaal 1 2020, 7,0 in kwartaal 2 2020."
    same = of([(date(2020, 1, 5), 8, 20), (date(2020, 2, 5), 8, 12)])
    assert trend_finding(same) == "Privacy a.d. balie is steeds gelijk: 8,0."


def test_too_little_or_no_date_is_said() -> None:
    few = of([(date(2020, 1, 5), 8, 9)])
    assert trend_finding(few).startswith("Te weinig respons om te tonen: n = 9")
    assert trend_chart(few, PALETTE) is None
    undated = count(channel({"privacy": [8] * 20}, days=[None] * 20))
    assert "geen antwoord een datum" in trend_finding(trend(undated, Selection(), "privacy", "month", PUBLISHED))
