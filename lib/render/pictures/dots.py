"""Dots on a line: the own figure of every question against BM, differences, and products."""

from typing import Any

import altair as alt

from lib.render.pictures.keys import Entry, below, height, key
from lib.render.pictures.parts import (
    AXIS_HEIGHT,
    ROWS,
    SMALL_SIZE,
    THROUGH_NAMES,
    WIDE,
    Palette,
    across,
    finish,
    names,
    on_row,
    row_height,
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
_BAND, _SPREAD = 20, 10  # pixels
_BAND_OPACITY, _SPREAD_OPACITY = 0.55, 0.35


def scores(
    palette: Palette, unit: str, low: float, high: float, title: str, has_benchmark: bool, count: int, is_long: bool
) -> dict[str, Any]:
    """A dot for each own figure in its 95% interval, BM as the band of all that rounds to it, and the difference with
    the verdict at the right edge."""
    entries = [
        Entry("dot", palette.own, "eigen cijfer"),
        Entry("interval", palette.own, "95%-interval", _SPREAD_OPACITY),
        *([Entry("band", palette.benchmark, "BM, en wat daarop afrondt", _BAND_OPACITY)] if has_benchmark else []),
    ]
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Vraag:N", sort=None, axis=None, scale=alt.Scale(range=below(entries))),
        x=alt.X(
            "Plaats:Q",
            title=title,
            scale=alt.Scale(domain=[low, high], nice=False, zero=False, range=across(0.33, 0.66)),
            axis=value_axis(low, high, unit),
        ),
        tooltip=[alt.Tooltip(f"{name}:N", title=shown) for name, shown in _HOVER],
    )
    place = on_row(is_long)
    band = base.mark_rule(
        strokeWidth=_BAND, strokeCap="butt", color=palette.benchmark, opacity=_BAND_OPACITY, yOffset=place
    )
    spread = base.mark_rule(
        strokeWidth=_SPREAD, strokeCap="butt", color=palette.own, opacity=_SPREAD_OPACITY, yOffset=place
    )
    dot = base.mark_circle(size=200, color=palette.own, opacity=1, yOffset=place)
    # The figure stands on the side of the dot where BM does not stand.
    lower = "isValid(datum['BM laag']) && datum.Plaats < (datum['BM laag'] + datum['BM hoog']) / 2"
    dy = alt.expr(f"{WIDE} ? 0 : {20 if is_long else 10}")
    right = text(base, palette, alt.expr(f"{lower} ? '' : datum.Cijfer"), dx=13, dy=dy, weight=600)
    left = text(base, palette, alt.expr(f"{lower} ? datum.Cijfer : ''"), dx=-13, dy=dy, align="right", weight=600)
    # On a phone there is no room for it; the table below says it too.
    verdict = alt.expr(f"{WIDE} && isValid(datum['BM laag']) ? datum.Verschil + '  ' + datum.Oordeel : ''")
    edge = text(base, palette, verdict, align="right", size=SMALL_SIZE).encode(x=alt.XValue("width"))
    layers = alt.layer(
        track(base, palette, is_long=is_long),
        band.encode(x=alt.X("BM laag:Q", title=title), x2=alt.X2("BM hoog:Q")),
        spread.encode(x=alt.X("Ondergrens:Q", title=title), x2=alt.X2("Bovengrens:Q")),
        dot,
        right.encode(x=alt.X("Rechts:Q", title=title)),
        left.encode(x=alt.X("Links:Q", title=title)),
        names(base, palette, "datum.Regels", is_long),
        edge,
        *key(palette, entries),
    )
    return finish(layers, palette, count * row_height(is_long) + AXIS_HEIGHT + height(entries))


def differences(palette: Palette, title: str, reach: float, count: int, is_long: bool) -> dict[str, Any]:
    """Per item the difference as a dot with its 95% interval, against a line at no difference. `reach`: how far the
    axis goes to either side."""
    entries = [
        Entry("dot", palette.own, title),
        Entry("interval", palette.own, "95%-interval", _SPREAD_OPACITY),
        Entry("line", palette.text, "geen verschil"),
    ]
    x_title = "← lager    hoger →"
    base = alt.Chart(ROWS).encode(
        y=alt.Y("Vraag:N", sort=None, axis=None, scale=alt.Scale(range=below(entries))),
        x=alt.X(
            "Verschil:Q",
            title=x_title,
            scale=alt.Scale(domain=[-reach, reach], nice=False, range=across(0.3, 0.66)),
            axis=alt.Axis(
                labelOverlap=True,
                labelSeparation=6,
                tickCount=5,
                grid=True,
                gridOpacity=0.35,
                domain=False,
                ticks=False,
                titlePadding=10,
            ),
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
    place = on_row(is_long)
    start = below(entries)[0].expr
    zero = base.mark_rule(color=palette.text, strokeWidth=1.5, opacity=THROUGH_NAMES).encode(
        x=alt.XDatum(0), y=alt.YValue(alt.expr(str(start))), y2=alt.Y2Value("height")
    )
    spread = base.mark_rule(
        strokeWidth=_SPREAD, strokeCap="butt", color=palette.own, opacity=_SPREAD_OPACITY, yOffset=place
    ).encode(x=alt.X("Ondergrens:Q", title=x_title), x2=alt.X2("Bovengrens:Q"))
    dots = base.mark_circle(size=180, color=palette.own, opacity=1, yOffset=place)
    wide = text(
        base, palette, alt.expr(f"{WIDE} ? datum.Tekst + '  ' + datum.Oordeel : ''"), align="right", size=SMALL_SIZE
    )
    # On a phone beside the line, at the height of its mark.
    narrow = text(
        base, palette, alt.expr(f"{WIDE} ? '' : datum.Tekst"), align="right", size=SMALL_SIZE, dy=20 if is_long else 10
    )
    layers = alt.layer(
        track(base, palette, is_long=is_long),
        zero,
        spread,
        dots,
        names(base, palette, "datum.Regels", is_long),
        wide.encode(x=alt.XValue("width")),
        narrow.encode(x=alt.XValue("width")),
        *key(palette, entries),
    )
    return finish(layers, palette, count * row_height(is_long) + AXIS_HEIGHT + height(entries))


def products(
    palette: Palette, low: float, high: float, title: str, mean: str, count: int, is_long: bool
) -> dict[str, Any]:
    """A dot per product, against the mean of the channel as a line. `mean`: what the line means."""
    entries = [Entry("dot", palette.own, "product"), Entry("line", palette.benchmark, mean)]
    everything = alt.Chart(ROWS).encode(
        x=alt.X(
            "Plaats:Q",
            title=title,
            scale=alt.Scale(domain=[low, high], nice=False, zero=False, range=across(0.33, 0.95)),
            axis=value_axis(low, high, "grade"),
        )
    )
    base = everything.transform_filter("datum.Soort == 'product'").encode(
        y=alt.Y("Product:N", sort=None, axis=None, scale=alt.Scale(range=below(entries))),
        tooltip=[alt.Tooltip("Product:N"), alt.Tooltip("Cijfer:N")],
    )
    line = everything.transform_filter("datum.Soort == 'gemiddelde'").mark_rule(
        color=palette.benchmark, strokeWidth=2, opacity=THROUGH_NAMES
    )
    dots = base.mark_circle(size=170, color=palette.own, opacity=1, yOffset=on_row(is_long))
    dy = alt.expr(f"{WIDE} ? 0 : {20 if is_long else 10}")
    labels = text(base, palette, alt.expr("datum.Cijfer"), dx=12, dy=dy, weight=600)
    layers = alt.layer(
        track(base, palette, 1.0, is_long),
        line.encode(y=alt.YValue(alt.expr(str(below(entries)[0].expr))), y2=alt.Y2Value("height")),
        dots,
        labels,
        names(base, palette, "datum.Regels", is_long),
        *key(palette, entries),
    )
    return finish(layers, palette, count * row_height(is_long) + AXIS_HEIGHT + height(entries))
