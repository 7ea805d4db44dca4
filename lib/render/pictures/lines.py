"""A line through time."""

from typing import Any

import altair as alt

from lib.render.pictures.parts import ROWS, SMALL_SIZE, Palette, finish, text, value_axis


def trend(
    palette: Palette,
    unit: str,
    low: float,
    high: float,
    title: str,
    is_yearly: bool,
    ticks: tuple[tuple[int, int], ...],
    ends: tuple[str, str],
    has_labels: bool,
) -> dict[str, Any]:
    """A line with points and the 95% interval as a band, gaps where there are too few answers, BM as a grey step,
    earlier published figures as open points. `ticks`: year and month where a period starts."""
    axis = alt.Axis(
        values=[{"year": year, "month": month, "date": 1} for year, month in ticks],
        format="%Y" if is_yearly else "%b %Y",
        labelAlign="left",
        labelOverlap=True,
        grid=True,
        gridOpacity=0.4,
        domainOpacity=0.4,
        titlePadding=10,
    )
    x = alt.X("Datum:T", title=title, scale=alt.Scale(domain=list(ends), nice=False), axis=axis)
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    y = alt.Y("Waarde:Q", title=None, scale=scale, axis=value_axis(low, high, unit))
    hover = [
        alt.Tooltip(f"{name}:N", title=shown)
        for name, shown in (
            ("Periode", "Periode"),
            ("Cijfer", "Cijfer"),
            ("Interval", "95%-interval"),
            ("n", "n"),
        )
    ]
    base = alt.Chart(ROWS).encode(x=x, y=y)
    own = base.transform_filter("datum.Soort == 'eigen'").encode(tooltip=hover)
    band = own.mark_area(color=palette.own, opacity=0.16).encode(
        y=alt.Y("Ondergrens:Q", title=None), y2="Bovengrens:Q", detail="Deel:N"
    )
    # A point between two gaps has no band of its own width, so it gets a line.
    whisker = own.mark_rule(color=palette.own, opacity=0.35, strokeWidth=2).encode(
        y=alt.Y("Ondergrens:Q", title=None), y2="Bovengrens:Q"
    )
    line = own.mark_line(color=palette.own, strokeWidth=2.5).encode(detail="Deel:N")
    points = own.mark_circle(color=palette.own, size=90, opacity=1)
    published = base.transform_filter("datum.Soort == 'gepubliceerd'").mark_point(
        color=palette.own, size=110, filled=False, strokeWidth=2.5, opacity=1
    )
    benchmark = base.transform_filter("datum.Soort == 'bm'")
    step = benchmark.mark_rule(color=palette.benchmark, strokeWidth=2).encode(x2="Einde:T")
    layers = [band, whisker, line, points, published.encode(tooltip=hover), step]
    layers.append(text(benchmark, palette, alt.expr("datum.Naam"), dx=4, dy=12, size=SMALL_SIZE))
    if has_labels:
        figures = base.transform_filter("datum.Soort != 'bm'")
        layers.append(text(figures, palette, alt.expr("datum.Cijfer"), dy=-18, align="center", weight=600))
    return finish(alt.layer(*layers), palette, 340)
