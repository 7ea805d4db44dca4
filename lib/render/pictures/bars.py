"""Bars of shares: the options of one question."""

from typing import Any

import altair as alt

from lib.render.pictures.parts import ROW, ROWS, WIDE, Palette, across, finish, names, on_row, text


def breakdown(palette: Palette, widest: float, count: int, has_long: bool) -> dict[str, Any]:
    """A bar per option in questionnaire order, with share and count beside it. `widest`: percent of the longest;
    `has_long`: whether a name takes two lines."""
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Antwoord:N", sort=None, axis=None),
        # Room at the right for the label of the longest bar.
        x=alt.X(
            "Percentage:Q", axis=None, scale=alt.Scale(domain=[0, widest * 1.35], nice=False, range=across(0.4, 1.0))
        ),
        tooltip=[alt.Tooltip("Antwoord:N"), alt.Tooltip("Label:N")],
    )
    bars = base.mark_bar(size=22, cornerRadiusEnd=2, yOffset=on_row()).encode(
        color=alt.when("datum.Accent").then(alt.value(palette.own)).otherwise(alt.value(palette.benchmark))
    )
    labels = text(base, palette, alt.expr("datum.Label"), dx=8, dy=alt.expr(f"{WIDE} ? 0 : 10"), weight=600)
    layers = alt.layer(bars, labels, names(base, palette, "datum.Regels"))
    return finish(layers, palette, count * (ROW + 26 * has_long) + 8)
