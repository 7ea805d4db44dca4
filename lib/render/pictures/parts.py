"""What all pictures are made of: the locale, the palette, names above marks, axes, the finish."""

from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

TEXT_SIZE = 16
SMALL_SIZE = 16
# The rows come in when a picture is drawn.
ROWS = alt.NamedData("rows")
AXIS_HEIGHT = 50  # a picture's height holds its axis too
LOCALE = {
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
    "time": {
        "dateTime": "%a %e %B %Y %X", "date": "%d-%m-%Y", "time": "%H:%M:%S", "periods": ["", ""],
        "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
        "months": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                   "november", "december"],
        "shortMonths": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    },
}  # fmt: skip


@dataclass(frozen=True)
class Palette:
    """The colours of the theme: own municipality, BM, above BM and below BM, and the text."""

    own: str
    benchmark: str
    higher: str
    lower: str
    text: str


def value_axis(low: float, high: float, unit: str, **more: Any) -> alt.Axis:
    """An axis of grades (a line per grade) or percentages (a line per ten), without decimals."""
    step = 1 if unit == "grade" else 10
    count = int((high - low) / step)
    return alt.Axis(
        values=[low + step * place for place in range(count + 1)],
        format=".0f",
        labelExpr="datum.label + '%'" if unit == "agree" else "datum.label",
        grid=True,
        gridOpacity=0.4,
        domain=False,
        ticks=False,
        labelPadding=8,
        labelOverlap=True,
        labelSeparation=6,
        titlePadding=10,
        **more,
    )


# On a screen names stand in a column at the left of their marks; where that is narrow, and on a phone, above them.
WIDE = "width > 840"
LETTERS = "letters"  # in an expression: how many times as wide as on a page words are
ROW, SECOND_LINE = 46, 20  # pixels from one row to the next, and more where a name takes two lines
NAMES = 0.29  # of the width
# Of a line across all rows: on a phone it crosses the names.
THROUGH_NAMES = alt.expr(f"{WIDE} ? 1 : 0.3")


def across(left: float = 0.3, right: float = 0.68) -> list[alt.ExprRef]:
    """Where marks stand: between the names and what is said at the right edge; on a phone across the whole width, with
    room for a figure on either side of a mark."""
    return [alt.ExprRef(f"{WIDE} ? width * {left} : 44"), alt.ExprRef(f"{WIDE} ? width * {right} : width - 44")]


def row_height(is_long: bool) -> int:
    """Pixels from one row to the next. `is_long`: whether a name takes two lines."""
    return ROW + SECOND_LINE * is_long


def on_row(is_long: bool = False) -> alt.ExprRef:
    """How far below the middle of its row a mark stands: on a phone its name is above it."""
    return alt.ExprRef(f"{WIDE} ? 0 : {20 if is_long else 10}")


def track(base: alt.Chart, palette: Palette, right: float = 0.69, is_long: bool = False) -> alt.Chart:
    """A pale line that ties a mark to its name; it ends where words begin, at `right` of the width."""
    marked: alt.Chart = base.mark_rule(color=palette.benchmark, opacity=0.3, strokeWidth=1, yOffset=on_row(is_long))
    return marked.encode(
        x=alt.XValue(alt.expr(f"{WIDE} ? width * {NAMES} : 0")),
        x2=alt.X2Value(alt.expr(f"{WIDE} ? width * {right} : width")),
    )


def names(base: alt.Chart, palette: Palette, lines: str, is_long: bool = False) -> alt.Chart:
    """The names of the rows at the left edge. `lines`: the name with line ends where it must break."""
    rise = 14 if is_long else 4
    lift = f"{WIDE} ? -9 * (length(split({lines}, '\\n')) - 1) : {rise} - 18 * length(split({lines}, '\\n'))"
    broken = f"split({lines}, '\\n')"
    marked: alt.Chart = base.mark_text(
        align="left", baseline="middle", dy=alt.expr(lift), fontSize=TEXT_SIZE, lineHeight=18, color=palette.text,
        text=alt.expr(broken),
    )  # fmt: skip
    return marked.encode(x=alt.XValue(0))


def text(
    base: alt.Chart,
    palette: Palette,
    words: Any,
    *,
    dx: int = 0,
    dy: Any = 0,
    align: Literal["left", "center", "right"] = "left",
    size: int = TEXT_SIZE,
    weight: Literal[400, 600] = 400,
) -> alt.Chart:
    """Words beside a mark, in the colour of the text."""
    marked: alt.Chart = base.mark_text(
        align=align, baseline="middle", dx=dx, dy=dy, fontSize=size, fontWeight=weight, color=palette.text, text=words
    )
    return marked


def tinted(colour: str, depth: float) -> str:
    """A colour of the theme over whatever lies behind it, 0-1 deep: the same tint on light and dark."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {depth})"


def finish(layers: Any, palette: Palette, height: int) -> dict[str, Any]:
    """The layers as one picture as wide as the page, in Dutch: a Vega-Lite document without its rows."""
    made: dict[str, Any] = layers.to_dict(validate=False)
    # Put in as it is: each such step by Altair copies the whole picture, which takes longer than making it.
    made |= {"height": height, "width": "container", "params": [{"name": LETTERS, "value": 1}]}
    made["config"] |= {
        "locale": LOCALE,
        # Read aloud by its description and by the table under it, not mark by mark.
        "mark": {"aria": False},
        "view": {**made["config"].get("view", {}), "stroke": None},
        "axis": {
            "labelFontSize": SMALL_SIZE, "titleFontSize": SMALL_SIZE, "titleFontWeight": "normal",
            "labelColor": palette.text, "titleColor": palette.text,
        },
    }  # fmt: skip
    return made
