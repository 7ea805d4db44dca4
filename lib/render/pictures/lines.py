"""A line through time."""

from typing import Any

import altair as alt

from lib.render.pictures.keys import Entry, below, height, key
from lib.render.pictures.parts import ROWS, Palette, finish, text, value_axis

_MOST, _MOST_NARROW = 12, 6  # with more points there is no room for a figure at each


def trend(
    palette: Palette,
    unit: str,
    low: float,
    high: float,
    title: str,
    is_yearly: bool,
    ticks: tuple[tuple[int, int], ...],
    ends: tuple[str, str],
    count: int,
    benchmark: str,
    has_published: bool,
) -> dict[str, Any]:
    """A line with points and the 95% interval as a band, gaps where there are too few answers, BM as a grey step,
    earlier published figures as open points. `ticks`: year and month where a period starts; `count`: points, of which a
    few have their figure above them; `benchmark`: what the step is called, empty where there is none."""
    entries = [
        Entry("dot", palette.own, "eigen cijfer"),
        Entry("band", palette.own, "95%-interval", 0.2),
        *([Entry("ring", palette.own, "eerder gepubliceerd")] if has_published else []),
        *([Entry("line", palette.benchmark, benchmark)] if benchmark else []),
    ]
    axis = alt.Axis(
        values=[{"year": year, "month": month, "date": 1} for year, month in ticks],
        format="%Y" if is_yearly else "%b %Y",
        labelAlign="left",
        labelOverlap=True,
        labelSeparation=24,
        labelBound=True,
        grid=True,
        gridOpacity=0.4,
        domainOpacity=0.4,
        titlePadding=10,
    )
    x = alt.X("Datum:T", title=title, scale=alt.Scale(domain=list(ends), nice=False), axis=axis)
    # From low to high is from below to above, under the key.
    scale = alt.Scale(domain=[low, high], nice=False, zero=False, range=below(entries)[::-1])
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
        y=alt.Y("Ondergrens:Q", title=None), y2=alt.Y2("Bovengrens:Q"), detail=alt.Detail("Deel:N")
    )
    # A point between two gaps has no band of its own width, so it gets a line.
    whisker = own.mark_rule(color=palette.own, opacity=0.35, strokeWidth=2).encode(
        y=alt.Y("Ondergrens:Q", title=None), y2=alt.Y2("Bovengrens:Q")
    )
    line = own.mark_line(color=palette.own, strokeWidth=2.5).encode(detail=alt.Detail("Deel:N"))
    points = own.mark_circle(color=palette.own, size=90, opacity=1)
    published = base.transform_filter("datum.Soort == 'gepubliceerd'").mark_point(
        color=palette.own, size=110, filled=False, strokeWidth=2.5, opacity=1
    )
    step = (
        base.transform_filter("datum.Soort == 'bm'")
        .mark_rule(color=palette.benchmark, strokeWidth=2)
        .encode(x2=alt.X2("Einde:T"))
    )
    layers = [band, whisker, line, points, published.encode(tooltip=hover), step]
    if count <= _MOST:
        figures = base.transform_filter("datum.Soort != 'bm'")
        words = alt.expr(f"{count} <= {_MOST_NARROW} || width > 640 ? datum.Cijfer : ''")
        # Above the interval, where no line crosses it.
        top = alt.Y("Boven:Q", title=None)
        layers.append(text(figures, palette, words, dy=-18, align="center", weight=600).encode(y=top))
    return finish(alt.layer(*layers, *key(palette, entries)), palette, 330 + height(entries))
