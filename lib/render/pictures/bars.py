"""Bars of shares: the options of one question."""

from typing import Any

import altair as alt

from lib.render.pictures.parts import ROWS, WIDE, Palette, finish, names, on_row, row_height, text


def breakdown(palette: Palette, widest: float, count: int, is_long: bool, room: int) -> dict[str, Any]:
    """A bar per option in questionnaire order, with share and count beside it. `widest`: percent of the longest;
    `is_long`: whether a name takes two lines; `room`: pixels that the longest label takes. What is demonstrably less than the rest has another colour, and says so."""
    ends = [alt.ExprRef(f"{WIDE} ? width * 0.36 : 0"), alt.ExprRef(f"width - {room}")]
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Antwoord:N", sort=None, axis=None),
        # Room at the right for the label of the longest bar.
        x=alt.X("Percentage:Q", axis=None, scale=alt.Scale(domain=[0, widest], nice=False, range=ends)),
        tooltip=[alt.Tooltip("Antwoord:N"), alt.Tooltip("Label:N")],
    )
    bars = base.mark_bar(size=20, cornerRadiusEnd=2, yOffset=on_row(is_long)).encode(
        color=alt.when("datum.Kleur == 'lager'")
        .then(alt.value(palette.lower))
        .when("datum.Kleur == 'eigen'")
        .then(alt.value(palette.own))
        .otherwise(alt.value(palette.benchmark))
    )
    dy = alt.expr(f"{WIDE} ? 0 : {20 if is_long else 10}")
    labels = text(base, palette, alt.expr("datum.Label"), dx=8, dy=dy, weight=600)
    layers = alt.layer(bars, labels, names(base, palette, "datum.Regels", is_long))
    return finish(layers, palette, count * row_height(is_long) + 8)
