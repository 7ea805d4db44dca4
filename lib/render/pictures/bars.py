"""Bars of shares: the options of one question."""

from typing import Any

import altair as alt

from lib.render.pictures.parts import ROWS, Palette, finish, names, text


def breakdown(palette: Palette, widest: float, count: int) -> dict[str, Any]:
    """A bar per option in questionnaire order, with share and count beside it. `widest`: percent of the longest."""
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Antwoord:N", sort=None, axis=None),
        # Room at the right for the label of the longest bar.
        x=alt.X("Percentage:Q", axis=None, scale=alt.Scale(domain=[0, widest * 1.3], nice=False)),
        tooltip=[alt.Tooltip("Antwoord:N"), alt.Tooltip("Label:N")],
    )
    bars = base.mark_bar(size=20, cornerRadiusEnd=2, yOffset=16).encode(
        color=alt.when("datum.Accent").then(alt.value(palette.own)).otherwise(alt.value(palette.benchmark))
    )
    labels = text(base, palette, alt.expr("datum.Label"), dx=8, dy=16, weight=600)
    return finish(alt.layer(bars, labels, names(base, palette, "datum.Antwoord", -9)), palette, count * 68)
