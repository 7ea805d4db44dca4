"""Pictures of figures, in Altair. A chart gets figures that may be shown and the texts to print
beside them; it never sees a respondent and never rounds.

In every chart the name of a row stands above its mark, not beside it: so no name is ever cut off,
and the same picture fits a beamer and a phone.
"""

import textwrap
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import altair as alt
import pandas as pd

from lib.figures.breakdowns import Breakdown
from lib.figures.scores import Score
from lib.report import dutch
from lib.report.chart_parts import AXIS_HEIGHT, SMALL_SIZE, TEXT_SIZE, Palette, finish, names, text, track, value_axis
from lib.report.score_tables import SIGNS, benchmark_text, difference_text, value_text, verdict_text

_NARROW_LINE = 44  # characters that fit beside each other on a phone


def scores_chart(scores: Sequence[Score], palette: Palette) -> alt.LayerChart | None:
    """A dot for each own figure, a tick for BM and a line between them, with the difference and the
    verdict at the right edge; None if nothing may be shown. All scores have the same unit."""
    shown = [score for score in scores if score.value is not None]
    if not shown:
        return None
    unit = shown[0].unit
    rows = pd.DataFrame([_score_row(score) for score in shown])
    low, high, title = axis_range(shown)
    if any(score.benchmark is not None for score in shown):
        title = f"● eigen cijfer met 95%-interval   ┃ BM   ({title})"
    base = alt.Chart(rows).encode(
        y=alt.Y("Vraag:N", sort=None, axis=None),
        x=alt.X(
            "Eigen cijfer:Q",
            title=title,
            scale=alt.Scale(domain=[low, high], nice=False, zero=False),
            axis=value_axis(low, high, unit),
        ),
        tooltip=["Vraag", "Cijfer", alt.Tooltip("Interval", title="95%-interval"), "BM", "Verschil", "Oordeel", "n"],
    )
    lane = track(base, palette, 11)
    spread = base.mark_rule(strokeWidth=12, strokeCap="butt", color=palette.own, opacity=0.22, yOffset=11).encode(
        x=alt.X("Ondergrens:Q", title=title), x2="Bovengrens:Q"
    )
    line = base.mark_rule(strokeWidth=3, color=palette.benchmark, opacity=0.6, yOffset=11).encode(x2="BM cijfer:Q")
    tick = base.mark_tick(thickness=4, size=22, color=palette.benchmark, yOffset=11, opacity=1).encode(
        x=alt.X("BM cijfer:Q", title=title)
    )
    dot = base.mark_circle(size=230, color=palette.own, opacity=1, yOffset=11)
    # The figure stands on the side of the dot where the line to BM does not run.
    below = "isValid(datum['BM cijfer']) && datum['Eigen cijfer'] < datum['BM cijfer']"
    right = text(base, palette, alt.expr(f"{below} ? '' : datum.Cijfer"), dx=14, dy=11, weight=600)
    left = text(base, palette, alt.expr(f"{below} ? datum.Cijfer : ''"), dx=-14, dy=11, align="right", weight=600)
    above = names(base, palette, "datum.Vraag", -14)
    # On a phone there is no room for it beside a long name; the table below says it too.
    verdict = alt.expr("width > 500 && isValid(datum['BM cijfer']) ? datum.Verschil + '  ' + datum.Oordeel : ''")
    edge = text(base, palette, verdict, dy=-14, align="right", size=SMALL_SIZE).encode(x=alt.value("width"))
    return finish(
        alt.layer(lane, spread, line, tick, dot, right, left, above, edge), palette, len(shown) * 58 + AXIS_HEIGHT
    )


def _score_row(score: Score) -> dict[str, object]:
    value = dutch.shown(score.value, score.unit)
    benchmark = dutch.shown_benchmark(score.benchmark, score.unit)
    low, high = dutch.ends(score.interval, score.unit)
    return {
        "Vraag": score.label,
        "Eigen cijfer": None if value is None else float(value),
        "BM cijfer": None if benchmark is None else float(benchmark),
        "Ondergrens": None if low is None else float(low),
        "Bovengrens": None if high is None else float(high),
        "Cijfer": value_text(score),
        "Interval": dutch.interval(score.interval, score.unit),
        "BM": benchmark_text(score),
        "Verschil": difference_text(score),
        "Oordeel": f"{SIGNS.get(score.verdict, '')} {verdict_text(score)}".strip(),
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
    labels = text(base, palette, alt.expr("datum.Label"), dx=8, dy=16, weight=600)
    # A long answer takes two lines on a phone.
    lines = alt.expr("width < 500 ? split(datum.Regels, '\\n') : datum.Antwoord")
    lift = alt.expr("width < 500 ? 3 - 19 * (length(split(datum.Regels, '\\n')) - 1) : 3")
    above = base.mark_text(align="left", baseline="bottom", dy=lift, fontSize=TEXT_SIZE, color=palette.text, text=lines)
    return finish(alt.layer(bars, labels, above.encode(x=alt.value(0))), palette, len(rows) * 68)


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
    low, high, title = axis_range([*shown, overall])
    base = alt.Chart(rows).encode(
        y=alt.Y("Product:N", sort=None, axis=None),
        x=alt.X(
            "Totaaloordeel:Q",
            title=f"{title}; lijn: gemiddelde {value_text(overall)}",
            scale=alt.Scale(domain=[low, high], nice=False, zero=False),
            axis=value_axis(low, high, "grade"),
        ),
        tooltip=["Naam", "Cijfer"],
    )
    mean = pd.DataFrame({"Gemiddelde": [float(dutch.shown(overall.value, "grade") or 0)]})
    line = alt.Chart(mean).mark_rule(color=palette.benchmark, strokeWidth=2).encode(x="Gemiddelde:Q")
    dots = base.mark_circle(size=170, color=palette.own, opacity=1, yOffset=9)
    labels = text(base, palette, alt.expr("datum.Cijfer"), dx=12, dy=9, weight=600)
    above = names(base, palette, "datum.Naam", -10, size=SMALL_SIZE)
    return finish(alt.layer(track(base, palette, 9), line, dots, labels, above), palette, len(rows) * 46 + AXIS_HEIGHT)


def axis_range(scores: Sequence[Score]) -> tuple[float, float, str]:
    """The range of the axis around the data, and its title, which says that it is cut off."""
    unit = scores[0].unit
    step = Decimal(10) if unit == "agree" else Decimal(1)
    bottom, top = (Decimal(0), Decimal(100)) if unit == "agree" else (Decimal(1), Decimal(10))
    values = [
        value
        for score in scores
        for value in (
            dutch.shown(score.value, unit),
            dutch.shown_benchmark(score.benchmark, unit),
            *dutch.ends(score.interval, unit),
        )
        if value is not None
    ]
    low = max(bottom, (min(values) / step).to_integral_value(ROUND_FLOOR) * step)
    high = min(top, (max(values) / step).to_integral_value(ROUND_CEILING) * step)
    if high - low < 2 * step:
        low, high = max(bottom, low - step), min(top, high + step)
    suffix, name = ("%", "% eens") if unit == "agree" else ("", "rapportcijfer")
    return float(low), float(high), f"{name}, van {low}{suffix} tot {high}{suffix}"
