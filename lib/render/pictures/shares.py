"""All answers to a question: segments of one bar, or a column per grade."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from lib.render.pictures.parts import (
    ROW,
    ROWS,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDE,
    Palette,
    across,
    finish,
    names,
    on_row,
    text,
    tinted,
)

_AXIS = alt.Axis(orient="top", labels=False, ticks=False, grid=False, domain=False, titlePadding=4)


def stacked(palette: Palette, labels: Sequence[str], tints: Sequence[float], count: int) -> dict[str, Any]:
    """A bar of all answers per item, in tints of one colour from the worst answer to the best, with a key."""
    key = alt.Scale(domain=list(labels), range=[tinted(palette.own, tint) for tint in tints])
    x = alt.X("Van:Q", title=None, scale=alt.Scale(domain=[0, 100], nice=False, range=across(0.32, 1.0)), axis=_AXIS)
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Vraag:N", sort=None, axis=None),
        x=x,
        tooltip=[alt.Tooltip(f"{name}:N") for name in ("Vraag", "Antwoord", "Aandeel", "n")],
    )
    legend = alt.Legend(
        orient="top", direction="horizontal", columns=3, symbolType="square", symbolSize=240, title=None,
        labelFontSize=TEXT_SIZE, labelColor=palette.text, labelLimit=0, symbolStrokeColor=palette.own, symbolStrokeWidth=1,
    )  # fmt: skip
    bars = base.mark_bar(size=24, yOffset=on_row(), opacity=1, stroke=palette.own, strokeWidth=0.5).encode(
        x2="Tot:Q", color=alt.Color("Antwoord:N", scale=key, legend=legend, sort=None)
    )
    figures = text(
        base, palette, alt.expr("datum.Label"), dy=alt.expr(f"{WIDE} ? 0 : 10"), align="center", size=SMALL_SIZE
    ).encode(x=alt.X("Midden:Q", title=None))
    above = names(base.transform_filter("datum.Eerste"), palette, "datum.Regels")
    return finish(alt.layer(bars, figures, above), palette, count * ROW + 60)


def columns(palette: Palette, most: float) -> dict[str, Any]:
    """A column per grade, 1 to 10, with its share above it."""
    base = alt.Chart(ROWS).encode(
        x=alt.X("Cijfer:N", sort=None, title="rapportcijfer", axis=alt.Axis(labelAngle=0, ticks=False, domain=False)),
        y=alt.Y("Aandeel:Q", axis=None, scale=alt.Scale(domain=[0, most * 1.15], nice=False)),
        tooltip=[alt.Tooltip(f"{name}:N") for name in ("Cijfer", "Label", "Aantal")],
    )
    bars = base.mark_bar(color=palette.own, opacity=1, stroke=palette.own, strokeWidth=0.5, cornerRadiusEnd=2).encode(
        fillOpacity=alt.FillOpacity("Tint:Q", scale=None)
    )
    labels = text(base, palette, alt.expr("datum.Label"), dy=-10, align="center", size=SMALL_SIZE)
    return finish(alt.layer(bars, labels), palette, 260)
