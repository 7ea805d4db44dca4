"""Score against samenhang: four quadrants around the own averages."""

from typing import Any, Literal

import altair as alt

from lib.render.pictures.parts import ROWS, SMALL_SIZE, Palette, finish, text, value_axis
from lib.report.priorities import PICTURE_HEIGHT

_CORNERS: tuple[tuple[str, Any, Any, Literal["left", "right"], Literal["top", "bottom"]], ...] = (
    ("Op orde", 0, 0, "left", "top"),
    ("Vasthouden", "width", 0, "right", "top"),
    ("Minder urgent", 0, "height", "left", "bottom"),
    ("Verbeteren", "width", "height", "right", "bottom"),
)


def priorities(palette: Palette, unit: str, low: float, high: float, right: float) -> dict[str, Any]:
    """Samenhang from left to right, score from below to above, both intervals as pale bars, the own averages as
    lines. Open points are those whose interval crosses a line."""
    title = f"→ samenhang met het totaaloordeel     ↑ {'rapportcijfer' if unit == 'grade' else '% eens'}"
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    y = alt.Y("Score:Q", title=None, scale=scale, axis=value_axis(low, high, unit))
    axis = alt.Axis(
        labelExpr="datum.label + '%'", grid=False, ticks=False, tickCount=6, titlePadding=10, domainOpacity=0.4
    )
    x = alt.X("Samenhang:Q", title=title, scale=alt.Scale(domain=[0, right], nice=False), axis=axis)
    everything = alt.Chart(ROWS).encode(x=x, y=y)
    base = everything.transform_filter("datum.Soort == 'aspect'").encode(
        tooltip=[
            alt.Tooltip(f"{name}:N", title=shown)
            for name, shown in (("Aspect", "Aspect"), ("Cijfer", "Score"), ("Deel", "Samenhang"), ("Ligt", "Ligt bij"))
        ]
    )
    wide = base.mark_rule(strokeWidth=9, color=palette.own, opacity=0.18).encode(
        x=alt.X("Links:Q", title=title), x2="Rechts:Q"
    )
    tall = base.mark_rule(strokeWidth=9, color=palette.own, opacity=0.18).encode(
        y=alt.Y("Laagst:Q", title=None), y2="Hoogst:Q"
    )
    leader = base.mark_rule(strokeWidth=1, color=palette.text, opacity=0.4).encode(y2="Naamhoogte:Q")
    clear = base.transform_filter("datum.Duidelijk").mark_circle(size=190, color=palette.own, opacity=1)
    unclear = base.transform_filter("!datum.Duidelijk").mark_point(
        size=170, color=palette.own, filled=False, strokeWidth=2.5, opacity=1
    )
    sides: tuple[tuple[str, int, Literal["left", "right"]], ...] = (("rechts", 13, "left"), ("links", -13, "right"))
    labels = [
        text(base.transform_filter(f"datum.Kant == '{side}'"), palette, alt.expr("datum.Aspect"), dx=dx, align=align,
             size=SMALL_SIZE).encode(y=alt.Y("Naamhoogte:Q", title=None))
        for side, dx, align in sides
    ]  # fmt: skip
    means = everything.transform_filter("datum.Soort == 'gemiddelde'").mark_rule(
        color=palette.benchmark, strokeWidth=1.5, strokeDash=[5, 4]
    )
    across = means.encode(x=alt.value(0), x2=alt.value("width"))
    upright = means.encode(y=alt.value(0), y2=alt.value("height"))
    corners = [_corner(everything, palette, *corner) for corner in _CORNERS]
    layers = alt.layer(*corners, across, upright, wide, tall, leader, clear, unclear, *labels)
    return finish(layers, palette, PICTURE_HEIGHT)


def _corner(
    base: alt.Chart,
    palette: Palette,
    name: str,
    x: Any,
    y: Any,
    align: Literal["left", "right"],
    baseline: Literal["top", "bottom"],
) -> alt.Chart:
    """The name of a quadrant, in its corner of the picture."""
    one = base.transform_filter("datum.Soort == 'gemiddelde'")
    marked: alt.Chart = one.mark_text(
        text=name, align=align, baseline=baseline, dx=8 if align == "left" else -8, dy=8 if baseline == "top" else -8,
        fontSize=SMALL_SIZE, fontWeight=600, color=palette.text, opacity=0.62,
    )  # fmt: skip
    return marked.encode(x=alt.value(x), y=alt.value(y))
