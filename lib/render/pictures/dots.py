"""Dots on a line: the own figure of every question against BM."""

from typing import Any

import altair as alt

from lib.render.pictures.parts import AXIS_HEIGHT, ROWS, SMALL_SIZE, Palette, finish, names, text, track, value_axis


def scores(
    palette: Palette, unit: str, low: float, high: float, title: str, has_benchmark: bool, count: int
) -> dict[str, Any]:
    """A dot for each own figure, a tick for BM and a line between them, with the difference and the verdict at the
    right edge."""
    if has_benchmark:
        title = f"● eigen cijfer met 95%-interval   ┃ BM   ({title})"
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Vraag:N", sort=None, axis=None),
        x=alt.X(
            "Eigen cijfer:Q",
            title=title,
            scale=alt.Scale(domain=[low, high], nice=False, zero=False),
            axis=value_axis(low, high, unit),
        ),
        tooltip=[
            alt.Tooltip(f"{name}:N", title=shown)
            for name, shown in (
                ("Vraag", "Vraag"),
                ("Cijfer", "Cijfer"),
                ("Interval", "95%-interval"),
                ("BM", "BM"),
                ("Verschil", "Verschil"),
                ("Oordeel", "Oordeel"),
                ("n", "n"),
            )
        ],
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
    layers = alt.layer(lane, spread, line, tick, dot, right, left, above, edge)
    return finish(layers, palette, count * 58 + AXIS_HEIGHT)
