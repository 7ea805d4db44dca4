"""Score and samenhang of every aspect beside each other, on one row with its name."""

from typing import Any

import altair as alt

from lib.render.pictures.keys import Entry, below, height, key
from lib.render.pictures.parts import (
    AXIS_HEIGHT,
    ROWS,
    WIDE,
    Palette,
    finish,
    names,
    on_row,
    row_height,
    text,
    track,
    value_axis,
)

# Of the width: where scores stand, where samenhang stands, and where the figures of either end.
_LEFT, _RIGHT = (0.36, 0.53), (0.58, 0.76)
_SCORE, _SHARE = 0.34, 0.82


def _between(ends: tuple[float, float], narrow: tuple[str, str]) -> list[alt.ExprRef]:
    wide = (f"width * {end}" for end in ends)
    return [alt.ExprRef(f"{WIDE} ? {one} : {other}") for one, other in zip(wide, narrow, strict=True)]


def priorities(
    palette: Palette, unit: str, low: float, high: float, right: float, has_benchmark: bool, count: int, is_long: bool
) -> dict[str, Any]:
    """A row per aspect: its score with the 95% interval against BM, its samenhang as a bar with the interval, and at the
    right edge on which side of both own means (dashed) it lies. `right`: percent at the end of the axis of samenhang."""
    entries = [
        Entry("dot", palette.own, "score"),
        Entry("interval", palette.own, "95%-interval", 0.35),
        *([Entry("band", palette.benchmark, "BM, en wat daarop afrondt", 0.55)] if has_benchmark else []),
        Entry("dashes", palette.text, "gemiddelde van de aspecten", 0.8, is_wide_only=True),
    ]
    everything = alt.Chart(ROWS)
    base = everything.transform_filter("datum.Soort == 'aspect'").encode(
        y=alt.Y("Aspect:N", sort=None, axis=None, scale=alt.Scale(range=below(entries))),
        tooltip=[
            alt.Tooltip(f"{name}:N", title=shown)
            for name, shown in (("Aspect", "Aspect"), ("Cijfer", "Score"), ("Deel", "Samenhang"), ("Ligt", "Ligt bij"))
        ],
    )
    mean = everything.transform_filter("datum.Soort == 'gemiddelde'").mark_rule(
        color=palette.text, opacity=alt.expr(f"{WIDE} ? 0.8 : 0"), strokeWidth=1.5, strokeDash=[5, 4]
    )
    top = alt.YValue(alt.expr(str(below(entries)[0].expr)))
    place = on_row(is_long)

    title = "rapportcijfer" if unit == "grade" else "% eens"
    scale = alt.Scale(domain=[low, high], nice=False, zero=False, range=_between(_LEFT, ("52", "width * 0.42")))
    axis = value_axis(low, high, unit, orient="bottom")
    # On a phone the figures at both ends tell what there is no room for below.
    axis.labelExpr = f"{WIDE} ? {axis.labelExpr} : ''"

    def score(field: str) -> alt.X:
        return alt.X(field, title=title, scale=scale, axis=axis)

    dots = [
        mean.encode(x=score("Score:Q"), y=top, y2=alt.Y2Value("height")),
        *(
            [base.mark_rule(strokeWidth=20, strokeCap="butt", color=palette.benchmark, opacity=0.55, yOffset=place)
             .encode(x=score("BM laag:Q"), x2=alt.X2("BM hoog:Q"))] if has_benchmark else []
        ),
        base.mark_rule(strokeWidth=10, strokeCap="butt", color=palette.own, opacity=0.35, yOffset=place)
        .encode(x=score("Laagst:Q"), x2=alt.X2("Hoogst:Q")),
        base.mark_circle(size=200, color=palette.own, opacity=1, yOffset=place).encode(x=score("Score:Q")),
    ]  # fmt: skip

    share_scale = alt.Scale(domain=[0, right], nice=False, range=_between(_RIGHT, ("width * 0.58", "width - 56")))
    share_axis = alt.Axis(
        labelExpr=f"{WIDE} ? datum.label + '%' : ''", grid=False, ticks=False, tickCount=3, titlePadding=10, domain=False,
        orient="bottom", labelPadding=8, labelOverlap=True, labelSeparation=6,
    )  # fmt: skip

    def share(field: str) -> alt.X:
        return alt.X(field, title="samenhang", scale=share_scale, axis=share_axis)

    dy = alt.expr(f"{WIDE} ? 0 : {20 if is_long else 10}")
    bars = [
        base.mark_bar(size=16, color=palette.own, opacity=1, yOffset=place).encode(x=share("Samenhang:Q")),
        base.mark_rule(strokeWidth=6, strokeCap="butt", color=palette.text, opacity=0.35, yOffset=place)
        .encode(x=share("Links:Q"), x2=alt.X2("Rechts:Q")),
        mean.encode(x=share("Samenhang:Q"), y=top, y2=alt.Y2Value("height")),
    ]  # fmt: skip
    ends = [(f"{WIDE} ? width * {_SCORE} : 40", "datum.Cijfer"), (f"{WIDE} ? width * {_SHARE} : width", "datum.Deel")]
    fixed = [
        *(
            text(base, palette, alt.expr(words), align="right", dy=dy, weight=600).encode(x=alt.XValue(alt.expr(end)))
            for end, words in ends
        ),
        track(base, palette, _RIGHT[1], is_long),
        names(base, palette, "datum.Regels", is_long),
        text(base, palette, alt.expr(f"{WIDE} ? datum.Kort : ''"), align="right").encode(x=alt.XValue("width")),
        *key(palette, entries),
    ]
    layers = alt.layer(alt.layer(*fixed), alt.layer(*dots), alt.layer(*bars)).resolve_scale(x="independent")
    return finish(layers, palette, count * row_height(is_long) + AXIS_HEIGHT + height(entries))
