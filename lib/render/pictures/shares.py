"""All answers to a question: segments of one bar, or a column per grade."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from lib.render.pictures.keys import Entry, below, height, key
from lib.render.pictures.parts import (
    ROWS,
    SMALL_SIZE,
    WIDE,
    Palette,
    across,
    finish,
    names,
    on_row,
    row_height,
    text,
    tinted,
)


def stacked(
    palette: Palette, labels: Sequence[str], words: Sequence[str], tints: Sequence[float], count: int, is_long: bool
) -> dict[str, Any]:
    """A bar of all answers per item, in tints of one colour from the worst answer to the best. The share of the worst,
    which is often too narrow to hold it, stands before the bar. `words`: what each label means, for the key."""
    colours = [tinted(palette.own, tint) for tint in tints]
    entries = [
        Entry("square", colour, f"{word} (vooraan)" if place == 0 else word, stroke=palette.own)
        for place, (word, colour) in enumerate(zip(words, colours, strict=True))
    ]
    place = on_row(is_long)
    scale = alt.Scale(domain=[0, 100], nice=False, range=across(0.36, 1.0))
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Vraag:N", sort=None, axis=None, scale=alt.Scale(range=below(entries))),
        x=alt.X("Van:Q", title=None, scale=scale, axis=None),
        tooltip=[alt.Tooltip(f"{name}:N") for name in ("Vraag", "Antwoord", "Aandeel", "n")],
    )
    bars = base.mark_bar(size=22, yOffset=place, opacity=1, stroke=palette.own, strokeWidth=0.5).encode(
        x2=alt.X2("Tot:Q"),
        color=alt.Color("Antwoord:N", scale=alt.Scale(domain=list(labels), range=colours), legend=None, sort=None),
    )
    dy = alt.expr(f"{WIDE} ? 0 : {20 if is_long else 10}")
    # Where the bar is short there is only room for the figures of wide segments.
    inside = alt.expr(f"datum.Eerste || (!({WIDE}) && datum.Tot - datum.Van < 13) ? '' : datum.Label")
    figures = text(base, palette, inside, dy=dy, align="center", size=SMALL_SIZE).encode(
        x=alt.X("Midden:Q", title=None)
    )
    first = base.transform_filter("datum.Eerste")
    worst = text(first, palette, alt.expr("datum.Aandeel"), dx=-8, dy=dy, align="right", size=SMALL_SIZE)
    layers = alt.layer(bars, figures, worst, names(first, palette, "datum.Regels", is_long), *key(palette, entries))
    return finish(layers, palette, count * row_height(is_long) + 8 + height(entries))


def columns(palette: Palette, most: float) -> dict[str, Any]:
    """A column per grade, 1 to 10, with its share above it."""
    base = alt.Chart(ROWS).encode(
        x=alt.X(
            "Cijfer:N",
            sort=None,
            title="rapportcijfer, met % van de klanten",
            axis=alt.Axis(labelAngle=0, ticks=False, domain=False),
        ),
        y=alt.Y("Aandeel:Q", axis=None, scale=alt.Scale(domain=[0, most * 1.15], nice=False)),
        tooltip=[alt.Tooltip(f"{name}:N") for name in ("Cijfer", "Label", "Aantal")],
    )
    bars = base.mark_bar(color=palette.own, opacity=1, stroke=palette.own, strokeWidth=0.5, cornerRadiusEnd=2).encode(
        fillOpacity=alt.FillOpacity("Tint:Q", scale=None)
    )
    labels = text(
        base,
        palette,
        alt.expr("width < 480 ? replace(datum.Label, '%', '') : datum.Label"),
        dy=-10,
        align="center",
        size=SMALL_SIZE,
    )
    return finish(alt.layer(bars, labels), palette, 260)
