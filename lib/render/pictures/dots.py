"""Dots on a line: the own figure of every question against BM."""

from typing import Any

import altair as alt

from lib.render.pictures.parts import (
    AXIS_HEIGHT,
    ROW,
    ROWS,
    SMALL_SIZE,
    WIDE,
    Palette,
    across,
    finish,
    names,
    on_row,
    text,
    track,
    value_axis,
)

_HOVER = (
    ("Vraag", "Vraag"),
    ("Cijfer", "Cijfer"),
    ("Interval", "95%-interval"),
    ("BM", "BM"),
    ("Verschil", "Verschil"),
    ("Oordeel", "Oordeel"),
    ("n", "n"),
)


def scores(
    palette: Palette, unit: str, low: float, high: float, title: str, has_benchmark: bool, count: int
) -> dict[str, Any]:
    """A dot for each own figure in its 95% interval, BM as the band of all that rounds to it, and the difference with
    the verdict at the right edge."""
    if has_benchmark:
        title = f"●  eigen cijfer met 95%-interval     ▮  BM met wat daarop afrondt     ({title})"
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Vraag:N", sort=None, axis=None),
        x=alt.X(
            "Plaats:Q",
            title=title,
            scale=alt.Scale(domain=[low, high], nice=False, zero=False, range=across()),
            axis=value_axis(low, high, unit),
        ),
        tooltip=[alt.Tooltip(f"{name}:N", title=shown) for name, shown in _HOVER],
    )
    band = base.mark_rule(strokeWidth=24, strokeCap="butt", color=palette.benchmark, opacity=0.55, yOffset=on_row())
    spread = base.mark_rule(strokeWidth=10, strokeCap="butt", color=palette.own, opacity=0.35, yOffset=on_row())
    dot = base.mark_circle(size=230, color=palette.own, opacity=1, yOffset=on_row())
    # The figure stands on the side of the dot where BM does not stand.
    below = "isValid(datum['BM laag']) && datum.Plaats < (datum['BM laag'] + datum['BM hoog']) / 2"
    dy = alt.expr(f"{WIDE} ? 0 : 10")
    right = text(base, palette, alt.expr(f"{below} ? '' : datum.Cijfer"), dx=14, dy=dy, weight=600)
    left = text(base, palette, alt.expr(f"{below} ? datum.Cijfer : ''"), dx=-14, dy=dy, align="right", weight=600)
    # On a phone there is no room for it; the table below says it too.
    verdict = alt.expr(f"{WIDE} && isValid(datum['BM laag']) ? datum.Verschil + '  ' + datum.Oordeel : ''")
    edge = text(base, palette, verdict, align="right", size=SMALL_SIZE).encode(x=alt.value("width"))
    layers = alt.layer(
        track(base, palette),
        band.encode(x=alt.X("BM laag:Q", title=title), x2="BM hoog:Q"),
        spread.encode(x=alt.X("Ondergrens:Q", title=title), x2="Bovengrens:Q"),
        dot,
        right.encode(x=alt.X("Rechts:Q", title=title)),
        left.encode(x=alt.X("Links:Q", title=title)),
        names(base, palette, "datum.Regels"),
        edge,
    )
    return finish(layers, palette, count * ROW + AXIS_HEIGHT)


def differences(palette: Palette, title: str, reach: float, count: int) -> dict[str, Any]:
    """Per item the difference as a dot with its 95% interval, against a line at no difference. `reach`: how far the
    axis goes to either side."""
    x_title = f"← lager    {title}, met 95%-interval    hoger →"
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Vraag:N", sort=None, axis=None),
        x=alt.X(
            "Verschil:Q",
            title=x_title,
            scale=alt.Scale(domain=[-reach, reach], nice=False, range=across()),
            axis=alt.Axis(tickCount=5, grid=True, gridOpacity=0.35, domain=False, ticks=False, titlePadding=10),
        ),
        tooltip=[
            alt.Tooltip(f"{name}:N", title=shown)
            for name, shown in (
                ("Naam", "Vraag"),
                ("Tekst", "Verschil"),
                ("Interval", "95%-interval"),
                ("Oordeel", "Oordeel"),
            )
        ],
    )
    zero = base.mark_rule(color=palette.text, strokeWidth=1.5).encode(
        x=alt.datum(0), y=alt.value(0), y2=alt.value("height")
    )
    spread = base.mark_rule(strokeWidth=10, strokeCap="butt", color=palette.own, opacity=0.35, yOffset=on_row()).encode(
        x=alt.X("Ondergrens:Q", title=x_title), x2="Bovengrens:Q"
    )
    dots = base.mark_circle(size=200, color=palette.own, opacity=1, yOffset=on_row())
    words = alt.expr(f"{WIDE} ? datum.Tekst + '  ' + datum.Oordeel : datum.Tekst")
    edge = text(base, palette, words, align="right", size=SMALL_SIZE, dy=alt.expr(f"{WIDE} ? 0 : -14"))
    layers = alt.layer(
        track(base, palette),
        zero,
        spread,
        dots,
        names(base, palette, "datum.Regels"),
        edge.encode(x=alt.value("width")),
    )
    return finish(layers, palette, count * ROW + AXIS_HEIGHT)


def products(palette: Palette, low: float, high: float, title: str, count: int) -> dict[str, Any]:
    """A dot per product, against the mean of the channel as a line."""
    everything = alt.Chart(ROWS).encode(
        x=alt.X(
            "Plaats:Q",
            title=title,
            scale=alt.Scale(domain=[low, high], nice=False, zero=False, range=across(0.3, 0.96)),
            axis=value_axis(low, high, "grade"),
        )
    )
    base = everything.transform_filter("datum.Soort == 'product'").encode(
        y=alt.Y("Product:N", sort=None, axis=None), tooltip=[alt.Tooltip("Product:N"), alt.Tooltip("Cijfer:N")]
    )
    mean = everything.transform_filter("datum.Soort == 'gemiddelde'").mark_rule(color=palette.benchmark, strokeWidth=2)
    dots = base.mark_circle(size=170, color=palette.own, opacity=1, yOffset=on_row())
    labels = text(base, palette, alt.expr("datum.Cijfer"), dx=12, dy=alt.expr(f"{WIDE} ? 0 : 10"), weight=600)
    layers = alt.layer(
        track(base, palette),
        mean.encode(y=alt.value(0), y2=alt.value("height")),
        dots,
        labels,
        names(base, palette, "datum.Regels"),
    )
    return finish(layers, palette, count * 40 + AXIS_HEIGHT)
