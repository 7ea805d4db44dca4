"""Pictures of figures, in Altair. A chart gets figures that may be shown and the texts to print
beside them; it never sees a respondent and never rounds."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from lib.figures.breakdowns import Breakdown
from lib.figures.scores import Score
from lib.report import dutch
from lib.report.score_tables import VERDICT_WORDS, benchmark_text, difference_text, value_text

_TEXT_SIZE = 15
_ROW = 40
_LOCALE = {
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
    "time": {
        "dateTime": "%a %e %B %Y %X", "date": "%d-%m-%Y", "time": "%H:%M:%S", "periods": ["", ""],
        "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
        "months": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                   "november", "december"],
        "shortMonths": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    },
}  # fmt: skip


@dataclass(frozen=True)
class Palette:
    """The four colours of the theme: own municipality, BM, above BM and below BM."""

    own: str
    benchmark: str
    higher: str
    lower: str
    text: str


def scores_chart(
    scores: Sequence[Score], palette: Palette, finding: str, *, compact: bool = False
) -> alt.LayerChart | None:
    """A dot for each own figure, a tick for BM and a line between them; None if nothing may be shown.

    `compact` leaves out the words at the right edge, for narrow screens.
    """
    shown = [score for score in scores if score.value is not None]
    if not shown:
        return None
    unit = shown[0].unit
    rows = pd.DataFrame([_score_row(score) for score in shown])
    domain, title = _scale(shown)
    y = alt.Y("Vraag:N", sort=None, title=None, axis=_rows_axis(compact))
    x = alt.X(
        "Eigen cijfer:Q",
        title=title,
        scale=alt.Scale(domain=list(domain), nice=False, zero=False),
        axis=alt.Axis(
            format=".0f" if unit == "agree" else ".1~f",
            labelExpr="datum.label + '%'" if unit == "agree" else alt.Undefined,
            tickCount=5,
            grid=True,
            gridOpacity=0.35,
            domain=False,
            ticks=False,
        ),
    )
    tooltip = ["Vraag", "Cijfer", "BM", "Verschil", "Oordeel", "n"]
    base = alt.Chart(rows)
    line = base.mark_rule(strokeWidth=3, color=palette.benchmark, opacity=0.7).encode(y=y, x=x, x2="BM cijfer:Q")
    tick = base.mark_tick(thickness=4, size=24, color=palette.benchmark).encode(
        y=y, x=alt.X("BM cijfer:Q", title=title), tooltip=tooltip
    )
    dot = base.mark_circle(size=240, color=palette.own, opacity=1).encode(y=y, x=x, tooltip=tooltip)
    label = base.mark_text(dy=-18, fontSize=_TEXT_SIZE, fontWeight=600, color=palette.text).encode(
        y=y, x=x, text="Cijfer:N"
    )
    layers = [line, tick, dot, label]
    if not compact and any(score.benchmark is not None for score in shown):
        layers.append(
            base.mark_text(align="left", dx=14, fontSize=_TEXT_SIZE, color=palette.text).encode(
                y=y, x=alt.value("width"), text="Rand:N"
            )
        )
    return _finish(alt.layer(*layers), len(shown), finding, row=52)


def _score_row(score: Score) -> dict[str, object]:
    value = dutch.shown(score.value, score.unit)
    benchmark = dutch.shown_benchmark(score.benchmark, score.unit)
    return {
        "Vraag": score.label,
        "Eigen cijfer": float(value) if value is not None else None,
        "BM cijfer": float(benchmark) if benchmark is not None else None,
        "Cijfer": value_text(score),
        "BM": benchmark_text(score),
        "Verschil": difference_text(score),
        "Oordeel": VERDICT_WORDS[score.verdict],
        "Rand": f"{difference_text(score)}  {VERDICT_WORDS[score.verdict]}" if benchmark is not None else "",
        "n": dutch.number(score.n),
    }


def _scale(scores: Sequence[Score]) -> tuple[tuple[float, float], str]:
    """The range of the axis around the data, and its title, which says that it is cut off."""
    if scores[0].unit == "agree":
        low, high, step, bottom, top = 0.0, 100.0, 10.0, 0.0, 100.0
        name = "% eens"
    else:
        low, high, step, bottom, top = 6.0, 9.0, 1.0, 1.0, 10.0
        name = "rapportcijfer"
    values = [
        float(v)
        for s in scores
        for v in (dutch.shown(s.value, s.unit), dutch.shown_benchmark(s.benchmark, s.unit))
        if v is not None
    ]
    if scores[0].unit == "agree":
        low, high = step * (min(values) // step), step * -(-max(values) // step)
    start = max(bottom, min(low, step * (min(values) // step)))
    end = min(top, max(high, step * -(-max(values) // step)))
    if end - start < 2 * step:
        start, end = max(bottom, start - step), min(top, end + step)
    suffix = "%" if scores[0].unit == "agree" else ""
    return (start, end), f"{name} (de as loopt van {start:.0f}{suffix} tot {end:.0f}{suffix})"


def breakdown_chart(
    breakdown: Breakdown, palette: Palette, finding: str, *, accent: str | None, compact: bool = False
) -> alt.LayerChart | None:
    """A bar per option in questionnaire order, with share and count beside it; `accent` is the
    option in the own colour (None: all of them). None if nothing may be shown."""
    if breakdown.suppressed:
        return None
    rows = pd.DataFrame(
        [
            {
                "Antwoord": option.label,
                "Percentage": float(dutch.shown(option.share, "agree") or 0),
                "Label": f"{dutch.percent(option.share)}  ({dutch.number(option.count or 0)})",
                "Kleur": palette.own if accent in (None, option.key) else palette.benchmark,
            }
            for option in breakdown.options
        ]
    )
    y = alt.Y("Antwoord:N", sort=None, title=None, axis=_rows_axis(compact))
    x = alt.X("Percentage:Q", title=None, axis=None, scale=alt.Scale(domain=[0, max(60, rows["Percentage"].max())]))
    base = alt.Chart(rows)
    bars = base.mark_bar(size=22, cornerRadiusEnd=2).encode(
        y=y, x=x, color=alt.Color("Kleur:N", scale=None), tooltip=["Antwoord", "Label"]
    )
    labels = base.mark_text(align="left", dx=6, fontSize=_TEXT_SIZE, fontWeight=600, color=palette.text).encode(
        y=y, x=x, text="Label:N"
    )
    return _finish(alt.layer(bars, labels), len(rows), finding, row=64 if compact else 46)


def products_chart(products: Sequence[Score], overall: Score, palette: Palette, finding: str) -> alt.LayerChart | None:
    """A dot per product that may be shown, against the mean of the channel as a line."""
    shown = [score for score in products if score.value is not None]
    if not shown or overall.value is None:
        return None
    rows = pd.DataFrame(
        [
            {
                "Product": f"{score.label} (n = {dutch.number(score.n)})",
                "Totaaloordeel": float(dutch.shown(score.value, "grade") or 0),
                "Cijfer": value_text(score),
            }
            for score in shown
        ]
    )
    mean = float(dutch.shown(overall.value, "grade") or 0)
    domain, title = _scale([*shown, overall])
    y = alt.Y("Product:N", sort=None, title=None, axis=_rows_axis(False))
    x = alt.X(
        "Totaaloordeel:Q",
        title=title,
        scale=alt.Scale(domain=list(domain), nice=False, zero=False),
        axis=alt.Axis(format=".0f", tickCount=5, gridOpacity=0.35, domain=False, ticks=False),
    )
    base = alt.Chart(rows)
    line = alt.Chart(pd.DataFrame({"x": [mean]})).mark_rule(color=palette.benchmark, strokeWidth=2).encode(x="x:Q")
    dots = base.mark_circle(size=180, color=palette.own, opacity=1).encode(y=y, x=x, tooltip=["Product", "Cijfer"])
    labels = base.mark_text(align="left", dx=12, fontSize=_TEXT_SIZE, fontWeight=600, color=palette.text).encode(
        y=y, x=x, text="Cijfer:N"
    )
    return _finish(alt.layer(line, dots, labels), len(rows), finding, row=34)


def _rows_axis(compact: bool) -> alt.Axis:
    """The names of the rows: on a narrow screen above their row, so that they are never cut off."""
    if compact:
        return alt.Axis(
            labelLimit=330,
            labelFontSize=14,
            ticks=False,
            domain=False,
            grid=False,
            labelAlign="left",
            labelBaseline="bottom",
            labelOffset=-14,
            orient="left",
            labelPadding=0,
            offset=0,
            minExtent=0,
        )
    return alt.Axis(labelLimit=420, labelFontSize=_TEXT_SIZE, ticks=False, domain=False, grid=False, labelPadding=12)


def _finish(chart: alt.LayerChart, rows: int, finding: str, row: int = _ROW) -> alt.LayerChart:
    return (
        chart.properties(height=rows * row + 10, width="container", description=finding)
        .configure(locale=_LOCALE)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=14, titleFontSize=14, titleFontWeight="normal")
    )
