"""Scores against what goes together with the totaaloordeel, to look at: picture, table and finding."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, Literal

import altair as alt
import pandas as pd

from lib.figures.base import DRIVERS_BASE
from lib.figures.drivers import MOST_ASPECTS, Driver, Drivers, LeftOut, Position
from lib.figures.scores import Score
from lib.report import dutch
from lib.report.chart_parts import SMALL_SIZE, Palette, finish, text, value_axis
from lib.report.score_tables import n_text, value_text
from lib.report.tables import Cell, Column, Table

_HEIGHT = 520
_LINE = 21  # pixels that a label needs
UNCLEAR = "niet duidelijk aan één kant"
RULES = (
    "Samenhang is het relatieve gewicht (LMG): hoeveel een aspect gemiddeld toevoegt aan de verklaring van het totaaloordeel, "
    "over alle volgordes waarin de aspecten kunnen meedoen. Samen zijn de gewichten R².",
    "Alleen klanten die het totaaloordeel en alle aspecten hebben beantwoord, doen mee. Een aspect dat minder dan de helft van "
    "de klanten beantwoordde, blijft buiten de berekening.",
    "Het interval van de samenhang komt van duizend steekproeven met teruglegging uit dezelfde klanten (bij zeer grote "
    "bestanden minder); dat van de score is het gewone 95%-interval.",
    "De lijnen liggen op de gemiddelde score van de aspecten en op de samenhang die elk aspect zou hebben als ze gelijk waren. "
    f"Kruist een interval een lijn, dan staat er: {UNCLEAR}.",
)
NOT_CAUSE = (
    "Dit is samenhang, geen oorzaak en gevolg: klanten die op een aspect hoger scoren, geven ook een hoger totaaloordeel, maar "
    "daarmee is niet gezegd dat het een door het ander komt."
)


def quadrant(position: Position) -> str:
    """A quadrant in words; it says so where the intervals leave it open."""
    words = {
        (True, False): "verbeteren",
        (True, True): "vasthouden",
        (False, False): "minder urgent",
        (False, True): "op orde",
    }[position.is_strong, position.is_high]
    return words if position.is_clear else f"{words}, {UNCLEAR}"


def why_none(found: Drivers) -> str:
    """Why there is no picture, and what is needed."""
    if found.missing == "few_aspects":
        return "Voor deze vergelijking zijn een totaaloordeel en ten minste twee aspecten nodig."
    if found.missing == "all_the_same":
        return "Alle klanten gaven hetzelfde totaaloordeel of hetzelfde cijfer voor een aspect; er is geen samenhang te berekenen."
    return (
        f"Er zijn {dutch.number(found.n)} klanten die het totaaloordeel en alle aspecten beantwoordden; voor deze vergelijking "
        f"zijn er ten minste {DRIVERS_BASE} nodig."
    )


def r2_note(found: Drivers) -> str:
    """What R2 is, and over whom."""
    left = f"; {dutch.number(found.incomplete)} lieten een vraag open" if found.incomplete else ""
    return (
        f"De aspecten samen verklaren {dutch.percent(Fraction(found.r2))} van de verschillen in totaaloordeel tussen klanten "
        f"(R²); n = {dutch.number(found.n)}{left}. {NOT_CAUSE}"
    )


def left_out_note(left_out: Sequence[tuple[Score, LeftOut]]) -> str:
    """Which aspects take no part, and why."""
    why = {
        "few_answers": "te weinig klanten beantwoordden het",
        "all_the_same": "iedereen gaf hetzelfde antwoord",
        "too_many": f"er kunnen er ten hoogste {MOST_ASPECTS} mee",
    }
    parts = [f"{score.label} ({why[reason]})" for score, reason in left_out]
    return f"Buiten de berekening: {dutch.enumerate_words(parts)}."


def priorities_finding(found: Drivers) -> str:
    """What hangs together most and scores below the own average; honest where nothing is clear."""
    strongest = max(found.drivers, key=lambda driver: driver.share)
    improve = [driver for driver in found.drivers if found.position(driver) == Position(True, False, True)]
    lead = f"{strongest.score.label} hangt het sterkst samen met het totaaloordeel ({_share(strongest)} van R²)"
    if improve:
        named = dutch.enumerate_words([_scored(driver) for driver in sorted(improve, key=lambda driver: -driver.share)])
        return f"{lead}. Sterke samenhang en een lager cijfer dan gemiddeld: {named}."
    unclear = [
        driver
        for driver in found.drivers
        if (place := found.position(driver)).is_strong and not place.is_high and not place.is_clear
    ]
    if unclear:
        named = dutch.enumerate_words([_scored(driver) for driver in unclear])
        return f"{lead}. Geen aspect springt er duidelijk uit om te verbeteren; het dichtst daarbij: {named}."
    return f"{lead}. Geen aspect combineert een sterke samenhang met een lager cijfer dan gemiddeld."


def _scored(driver: Driver) -> str:
    return f"{driver.score.label} ({value_text(driver.score)})"


def _share(driver: Driver) -> str:
    return dutch.percent(Fraction(driver.share))


def priorities_table(found: Drivers) -> Table:
    """Score and share of R2 per aspect with their intervals, the quadrant and n; strongest first."""
    columns = (
        Column("Aspect"),
        Column("Score", "number"),
        Column("95%-interval", "number", "95%-interval", wide_only=True),
        Column("Samenhang", "number", "Samenhang"),
        Column("95%-interval", "number", "95%-interval", wide_only=True),
        Column("Ligt bij"),
        Column("n", "number", "n"),
    )
    ranked = sorted(found.drivers, key=lambda driver: -driver.share)
    return Table("Score en samenhang per aspect", columns, tuple(_table_row(found, driver) for driver in ranked))


def _table_row(found: Drivers, driver: Driver) -> tuple[Cell, ...]:
    place = found.position(driver)
    return (
        Cell(driver.score.label),
        Cell(value_text(driver.score), "own"),
        Cell(dutch.interval(driver.score.interval, driver.score.unit), "quiet"),
        Cell(_share(driver), "own"),
        Cell(dutch.interval(driver.interval, "agree"), "quiet"),
        Cell(quadrant(place), "" if place.is_clear else "quiet"),
        Cell(n_text(driver.score.n), "quiet"),
    )


def priorities_chart(found: Drivers, palette: Palette) -> alt.LayerChart:
    """Samenhang from left to right, score from below to above, both intervals as pale bars, the own
    averages as lines. Open points are those whose interval crosses a line."""
    rows = pd.DataFrame(_chart_rows(found))
    unit = found.drivers[0].score.unit
    step = 1 if unit == "grade" else 10
    low = float(rows["Laagst"].min() // step * step)
    high = float(-(-rows["Hoogst"].max() // step) * step)
    right = max(float(rows["Rechts"].max()), 200 / len(found.drivers)) * 1.08
    placed = _with_label_places(rows, low, high, right)
    x_title = f"→ samenhang met het totaaloordeel, in % van R²     ↑ {'rapportcijfer' if unit == 'grade' else '% eens'}"
    y_axis = value_axis(low, high, unit)
    y = alt.Y("Score:Q", title=None, scale=alt.Scale(domain=[low, high], nice=False, zero=False), axis=y_axis)
    x = alt.X(
        "Samenhang:Q",
        title=x_title,
        scale=alt.Scale(domain=[0, right], nice=False),
        axis=alt.Axis(
            labelExpr="datum.label + '%'", grid=False, ticks=False, tickCount=6, titlePadding=10, domainOpacity=0.4
        ),
    )
    base = alt.Chart(placed).encode(
        x=x,
        y=y,
        tooltip=["Aspect", "Cijfer", alt.Tooltip("Deel", title="Samenhang"), alt.Tooltip("Ligt", title="Ligt bij")],
    )
    wide = base.mark_rule(strokeWidth=9, color=palette.own, opacity=0.18).encode(
        x=alt.X("Links:Q", title=x_title), x2="Rechts:Q"
    )
    tall = base.mark_rule(strokeWidth=9, color=palette.own, opacity=0.18).encode(
        y=alt.Y("Laagst:Q", title=None), y2="Hoogst:Q"
    )
    leader = base.mark_rule(strokeWidth=1, color=palette.text, opacity=0.4).encode(y2="Naamhoogte:Q")
    clear = base.transform_filter("datum.Duidelijk").mark_circle(size=190, color=palette.own, opacity=1)
    unclear = base.transform_filter("!datum.Duidelijk").mark_point(
        size=170, color=palette.own, filled=False, strokeWidth=2.5, opacity=1
    )
    sides: tuple[tuple[str, int, Literal["left", "right"]], ...] = (("rechts", 13, "left"), ("links", -13, "right"))
    labels = [
        text(base.transform_filter(f"datum.Kant == '{side}'"), palette, alt.expr("datum.Aspect"), dx=dx, align=align,
             size=SMALL_SIZE).encode(y=alt.Y("Naamhoogte:Q", title=None))
        for side, dx, align in sides
    ]  # fmt: skip
    lines = pd.DataFrame({"Deel": [100 * found.mean_share], "Score": [_axis_value(found.mean_score, unit)]})
    across = alt.Chart(lines).mark_rule(color=palette.benchmark, strokeWidth=1.5, strokeDash=[5, 4]).encode(y="Score:Q")
    upright = alt.Chart(lines).mark_rule(color=palette.benchmark, strokeWidth=1.5, strokeDash=[5, 4]).encode(x="Deel:Q")
    corners = _corners(palette)
    return finish(alt.layer(*corners, across, upright, wide, tall, leader, clear, unclear, *labels), palette, _HEIGHT)


def _axis_value(mean: float, unit: str) -> float:
    return mean if unit == "grade" else 100 * mean


def _corners(palette: Palette) -> list[alt.Chart]:
    """The names of the quadrants, in the corners of the picture."""
    places: tuple[tuple[str, Any, Any, Literal["left", "right"], Literal["top", "bottom"]], ...] = (
        ("Op orde", 0, 0, "left", "top"),
        ("Vasthouden", "width", 0, "right", "top"),
        ("Minder urgent", 0, "height", "left", "bottom"),
        ("Verbeteren", "width", "height", "right", "bottom"),
    )
    one = pd.DataFrame({"x": [0]})
    return [
        alt.Chart(one)
        .mark_text(text=name, align=align, baseline=baseline, dx=8 if align == "left" else -8,
                   dy=8 if baseline == "top" else -8, fontSize=SMALL_SIZE, fontWeight=600, color=palette.text, opacity=0.62)
        .encode(x=alt.value(x), y=alt.value(y))
        for name, x, y, align, baseline in places
    ]  # fmt: skip


def _chart_rows(found: Drivers) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for driver in found.drivers:
        unit = driver.score.unit
        value, interval = dutch.shown(driver.score.value, unit), dutch.ends(driver.score.interval, unit)
        place = found.position(driver)
        rows.append(
            {
                "Aspect": driver.score.label,
                "Samenhang": 100 * driver.share,
                "Links": 100 * driver.interval.low,
                "Rechts": 100 * driver.interval.high,
                "Score": float(value or 0),
                "Laagst": float(interval[0] or 0),
                "Hoogst": float(interval[1] or 0),
                "Cijfer": value_text(driver.score),
                "Deel": _share(driver),
                "Ligt": quadrant(place),
                "Duidelijk": place.is_clear,
            }
        )
    return rows


def _with_label_places(rows: pd.DataFrame, low: float, high: float, right: float) -> pd.DataFrame:
    """Each label beside its point, on the side with room; those that would touch are pushed apart."""
    gap = _LINE * (high - low) / (_HEIGHT - 60)
    placed = rows.assign(Kant=["links" if share > 0.55 * right else "rechts" for share in rows["Samenhang"]])
    heights = dict(zip(placed.index, placed["Score"], strict=True))
    for _, side in placed.groupby("Kant"):
        order = side["Score"].sort_values().index
        for lower, upper in pairwise(order):
            heights[upper] = max(heights[upper], heights[lower] + gap)
        over = heights[order[-1]] - (high - gap / 2)
        if over > 0:  # the pile would leave the picture: push it back down
            heights[order[-1]] -= over
            for upper, lower in pairwise(order[::-1]):
                heights[lower] = min(heights[lower], heights[upper] - gap)
    return placed.assign(Naamhoogte=[heights[index] for index in placed.index])
