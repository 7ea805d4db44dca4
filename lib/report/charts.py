"""Pictures of figures, in Altair. A chart gets figures that may be shown and the texts to print
beside them; it never sees a respondent and never rounds.

In every chart the name of a row stands above its mark, not beside it: so no name is ever cut off,
and the same picture fits a beamer and a phone.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any, Literal

import altair as alt
import pandas as pd

from lib.figures.breakdowns import Breakdown
from lib.figures.scores import Score
from lib.report import dutch
from lib.report.score_tables import VERDICT_WORDS, benchmark_text, difference_text, value_text

_TEXT_SIZE = 16
_SMALL_SIZE = 14
_NARROW_LINE = 44  # characters that fit beside each other on a phone
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
    """The colours of the theme: own municipality, BM, above BM and below BM, and the text."""

    own: str
    benchmark: str
    higher: str
    lower: str
    text: str


def scores_chart(scores: Sequence[Score], palette: Palette) -> alt.LayerChart | None:
    """A dot for each own figure, a tick for BM and a line between them, with the difference and the
    verdict at the right edge; None if nothing may be shown. All scores have the same unit."""
    shown = [score for score in scores if score.value is not None]
    if not shown:
        return None
    unit = shown[0].unit
    rows = pd.DataFrame([_score_row(score) for score in shown])
    low, high, title = _range(shown)
    if any(score.benchmark is not None for score in shown):
        title = f"● eigen cijfer   ┃ BM   ({title})"
    base = alt.Chart(rows).encode(
        y=alt.Y("Vraag:N", sort=None, axis=None),
        x=alt.X(
            "Eigen cijfer:Q",
            title=title,
            scale=alt.Scale(domain=[low, high], nice=False, zero=False),
            axis=_value_axis(low, high, unit),
        ),
        tooltip=["Vraag", "Cijfer", "BM", "Verschil", "Oordeel", "n"],
    )
    track = _track(base, palette, 11)
    line = base.mark_rule(strokeWidth=3, color=palette.benchmark, opacity=0.6, yOffset=11).encode(x2="BM cijfer:Q")
    tick = base.mark_tick(thickness=4, size=22, color=palette.benchmark, yOffset=11, opacity=1).encode(
        x=alt.X("BM cijfer:Q", title=title)
    )
    dot = base.mark_circle(size=230, color=palette.own, opacity=1, yOffset=11)
    # The figure stands on the side of the dot where the line to BM does not run.
    below = "isValid(datum['BM cijfer']) && datum['Eigen cijfer'] < datum['BM cijfer']"
    right = _text(base, palette, alt.expr(f"{below} ? '' : datum.Cijfer"), dx=14, dy=11, weight=600)
    left = _text(base, palette, alt.expr(f"{below} ? datum.Cijfer : ''"), dx=-14, dy=11, align="right", weight=600)
    names = _names(base, palette, "datum.Vraag", -14)
    # On a phone there is no room for it beside a long name; the table below says it too.
    verdict = alt.expr("width > 500 && isValid(datum['BM cijfer']) ? datum.Verschil + '  ' + datum.Oordeel : ''")
    edge = _text(base, palette, verdict, dy=-14, align="right", size=_SMALL_SIZE).encode(x=alt.value("width"))
    return _finish(alt.layer(track, line, tick, dot, right, left, names, edge), palette, len(shown) * 58)


def _score_row(score: Score) -> dict[str, object]:
    value = dutch.shown(score.value, score.unit)
    benchmark = dutch.shown_benchmark(score.benchmark, score.unit)
    return {
        "Vraag": score.label,
        "Eigen cijfer": None if value is None else float(value),
        "BM cijfer": None if benchmark is None else float(benchmark),
        "Cijfer": value_text(score),
        "BM": benchmark_text(score),
        "Verschil": difference_text(score),
        "Oordeel": VERDICT_WORDS[score.verdict],
        "n": dutch.number(score.n),
    }


def breakdown_chart(breakdown: Breakdown, palette: Palette, *, accent: str | None = None) -> alt.LayerChart | None:
    """A bar per option in questionnaire order, with share and count beside it; `accent` is the
    option in the own colour (None: all of them). None if nothing may be shown."""
    if breakdown.suppressed:
        return None
    rows = pd.DataFrame([
        {
            "Antwoord": option.label,
            "Regels": "\n".join(textwrap.wrap(option.label, _NARROW_LINE)),
            "Percentage": float(dutch.shown(option.share, "agree") or 0),
            "Label": f"{dutch.percent(option.share)}  ({dutch.number(option.count or 0)})",
            "Kleur": palette.own if accent in (None, option.key) else palette.benchmark,
        }
        for option in breakdown.options
        if option.count is not None
    ])  # fmt: skip
    # Room at the right for the label of the longest bar.
    widest = max(20.0, float(rows["Percentage"].max())) * 1.3
    base = alt.Chart(rows).encode(
        y=alt.Y("Antwoord:N", sort=None, axis=None),
        x=alt.X("Percentage:Q", axis=None, scale=alt.Scale(domain=[0, widest], nice=False)),
        tooltip=["Antwoord", "Label"],
    )
    bars = base.mark_bar(size=20, cornerRadiusEnd=2, yOffset=16).encode(color=alt.Color("Kleur:N", scale=None))
    labels = _text(base, palette, alt.expr("datum.Label"), dx=8, dy=16, weight=600)
    # A long answer takes two lines on a phone.
    lines = alt.expr("width < 500 ? split(datum.Regels, '\\n') : datum.Antwoord")
    lift = alt.expr("width < 500 ? 3 - 19 * (length(split(datum.Regels, '\\n')) - 1) : 3")
    names = base.mark_text(
        align="left", baseline="bottom", dy=lift, fontSize=_TEXT_SIZE, color=palette.text, text=lines
    )
    return _finish(alt.layer(bars, labels, names.encode(x=alt.value(0))), palette, len(rows) * 68)


def products_chart(products: Sequence[Score], overall: Score, palette: Palette) -> alt.LayerChart | None:
    """A dot per product that may be shown, against the mean of the channel as a line."""
    shown = [score for score in products if score.value is not None]
    if not shown or overall.value is None:
        return None
    rows = pd.DataFrame([
        {
            "Product": score.label,
            "Naam": f"{score.label}  (n = {dutch.number(score.n)})",
            "Totaaloordeel": float(dutch.shown(score.value, "grade") or 0),
            "Cijfer": value_text(score),
        }
        for score in shown
    ])  # fmt: skip
    low, high, title = _range([*shown, overall])
    base = alt.Chart(rows).encode(
        y=alt.Y("Product:N", sort=None, axis=None),
        x=alt.X(
            "Totaaloordeel:Q",
            title=f"{title}; lijn: gemiddelde {value_text(overall)}",
            scale=alt.Scale(domain=[low, high], nice=False, zero=False),
            axis=_value_axis(low, high, "grade"),
        ),
        tooltip=["Naam", "Cijfer"],
    )
    mean = pd.DataFrame({"Gemiddelde": [float(dutch.shown(overall.value, "grade") or 0)]})
    line = alt.Chart(mean).mark_rule(color=palette.benchmark, strokeWidth=2).encode(x="Gemiddelde:Q")
    dots = base.mark_circle(size=170, color=palette.own, opacity=1, yOffset=9)
    labels = _text(base, palette, alt.expr("datum.Cijfer"), dx=12, dy=9, weight=600)
    names = _names(base, palette, "datum.Naam", -10, size=_SMALL_SIZE)
    return _finish(alt.layer(_track(base, palette, 9), line, dots, labels, names), palette, len(rows) * 46)


def _range(scores: Sequence[Score]) -> tuple[float, float, str]:
    """The range of the axis around the data, and its title, which says that it is cut off."""
    unit = scores[0].unit
    step = Decimal(10) if unit == "agree" else Decimal(1)
    bottom, top = (Decimal(0), Decimal(100)) if unit == "agree" else (Decimal(1), Decimal(10))
    values = [
        value
        for score in scores
        for value in (dutch.shown(score.value, unit), dutch.shown_benchmark(score.benchmark, unit))
        if value is not None
    ]
    low = max(bottom, (min(values) / step).to_integral_value(ROUND_FLOOR) * step)
    high = min(top, (max(values) / step).to_integral_value(ROUND_CEILING) * step)
    if high - low < 2 * step:
        low, high = max(bottom, low - step), min(top, high + step)
    suffix, name = ("%", "% eens") if unit == "agree" else ("", "rapportcijfer")
    return float(low), float(high), f"{name}, van {low}{suffix} tot {high}{suffix}"


def _value_axis(low: float, high: float, unit: str) -> alt.Axis:
    step = 10 if unit == "agree" else 1
    count = int((high - low) / step)
    return alt.Axis(
        values=[low + step * place for place in range(count + 1)],
        format=".0f",
        labelExpr="datum.label + '%'" if unit == "agree" else "datum.label",
        grid=True,
        gridOpacity=0.4,
        domain=False,
        ticks=False,
        labelPadding=8,
        titlePadding=10,
        labelFlush=True,
    )


def _track(base: alt.Chart, palette: Palette, offset: int) -> alt.Chart:
    """A pale line across the picture that ties a mark to the name above it."""
    marked: alt.Chart = base.mark_rule(color=palette.benchmark, opacity=0.25, strokeWidth=1, yOffset=offset)
    return marked.encode(x=alt.value(0), x2=alt.value("width"))


def _names(base: alt.Chart, palette: Palette, name: str, dy: int, size: int = _TEXT_SIZE) -> alt.Chart:
    """The names of the rows, at the left edge above their marks."""
    return _text(base, palette, alt.expr(name), dy=dy, size=size).encode(x=alt.value(0))


def _text(
    base: alt.Chart,
    palette: Palette,
    text: Any,
    *,
    dx: int = 0,
    dy: int = 0,
    align: Literal["left", "right"] = "left",
    size: int = _TEXT_SIZE,
    weight: Literal[400, 600] = 400,
) -> alt.Chart:
    marked: alt.Chart = base.mark_text(
        align=align, baseline="middle", dx=dx, dy=dy, fontSize=size, fontWeight=weight, color=palette.text, text=text
    )
    return marked


def _finish(layers: Any, palette: Palette, height: int) -> alt.LayerChart:
    finished: alt.LayerChart = (
        layers.properties(height=height, width="container")
        # Read aloud by its description and by the table under it, not mark by mark.
        .configure(locale=_LOCALE)
        .configure_mark(aria=False)
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=_SMALL_SIZE,
            titleFontSize=_SMALL_SIZE,
            titleFontWeight="normal",
            labelColor=palette.text,
            titleColor=palette.text,
        )
    )
    return finished
