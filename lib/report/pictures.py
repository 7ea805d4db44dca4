"""What goes into a picture: rows of figures that may be shown, with the texts to print beside the marks. Drawing it is
for `lib.render.pictures`; nothing here knows how a mark looks, and nothing rounds."""

import textwrap
from collections.abc import Collection, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from lib.figures.breakdowns import Breakdown
from lib.figures.scores import Score
from lib.report import dutch
from lib.report.blocks import Picture
from lib.report.score_tables import LOWER, SIGNS, benchmark_text, difference_text, value_text, verdict_text

# So many characters of a name fit in one line beside its mark; a longer one takes two.
LINE = 32


def lines(name: str, width: int = LINE) -> str:
    """A name with a line end where it must break; of what takes more than two lines the end is left to the table."""
    return "\n".join(textwrap.wrap(name, width, max_lines=2, placeholder="…")) or name


def are_long(rows: Collection[Mapping[str, object]]) -> bool:
    """Whether a name in these rows takes two lines."""
    return any("\n" in str(row.get("Regels", "")) for row in rows)


def scores_picture(scores: Sequence[Score], words: str, *, is_exact: bool = True) -> Picture | None:
    """A row per score with its figure, interval, BM and verdict; None if nothing may be shown. All scores have the
    same unit. `is_exact`: whether the dot may stand on the exact value, which tells more than the rounded one."""
    shown = [score for score in scores if score.value is not None]
    if not shown:
        return None
    low, high, title = axis_range(shown)
    has_benchmark = any(score.benchmark is not None for score in shown)
    rows = tuple(_score_row(score, is_exact) for score in shown)
    return Picture("scores", (shown[0].unit, low, high, title, has_benchmark, len(rows), are_long(rows)), rows, words)


def benchmark_band(score: Score) -> tuple[float, float] | tuple[None, None]:
    """From where to where everything is the same BM: it was rounded, half a digit either way, before it was published."""
    benchmark = dutch.shown_benchmark(score.benchmark, score.unit)
    if benchmark is None:
        return None, None
    half = Decimal("0.05") if score.unit == "grade" else Decimal("0.5")
    return float(benchmark - half), float(benchmark + half)


def _score_row(score: Score, is_exact: bool) -> dict[str, object]:
    value = dutch.shown(score.value, score.unit)
    at_least, at_most = benchmark_band(score)
    low, high = dutch.ends(score.interval, score.unit)
    exact = float(score.value or 0) * (1 if score.unit == "grade" else 100)
    return {
        "Vraag": score.label,
        "Regels": lines(score.label),
        "Plaats": exact if is_exact or value is None else float(value),
        "BM laag": at_least,
        "BM hoog": at_most,
        # Beside the dot and its interval, where the figure is written.
        "Links": min(float(value or 0), float(value or 0) if low is None else float(low)),
        "Rechts": max(float(value or 0), float(value or 0) if high is None else float(high)),
        "Ondergrens": None if low is None else float(low),
        "Bovengrens": None if high is None else float(high),
        "Cijfer": value_text(score),
        "Interval": dutch.interval(score.interval, score.unit),
        "BM": benchmark_text(score),
        "Verschil": difference_text(score),
        "Oordeel": f"{SIGNS.get(score.verdict, '')} {verdict_text(score)}".strip(),
        "n": dutch.people(score.shown_n),
    }


def breakdown_picture(
    breakdown: Breakdown, words: str, *, accent: str | None = None, lowest: Collection[str] = ()
) -> Picture | None:
    """A row per option in questionnaire order, with share and count; `accent` is the option in the own colour (None:
    all of them), `lowest` the options that are demonstrably less than the rest. None if nothing may be shown."""
    if breakdown.suppressed:
        return None
    rows = tuple(
        {
            "Antwoord": option.label,
            "Regels": lines(option.label),
            "Percentage": float(dutch.shown(option.share, "agree") or 0),
            "Label": dutch.percent(option.share)
            + (f"  ({dutch.number(option.count)})" if option.count is not None else "")
            + (f"  {LOWER}" if option.key in lowest else ""),
            "Kleur": "lager" if option.key in lowest else "eigen" if accent in (None, option.key) else "",
        }
        for option in breakdown.options
        if option.share is not None
    )
    widest = max(20.0, *(float(option.share or 0) * 100 for option in breakdown.options))
    room = 10 * (2 + max(len(str(row["Label"])) for row in rows))  # as wide as its letters may be, in pixels
    return Picture("breakdown", (float(-(-widest // 10) * 10), len(rows), are_long(rows), room), rows, words)


def axis_range(scores: Sequence[Score]) -> tuple[float, float, str]:
    """The range of the axis around the data, and its title, which says that it is cut off."""
    unit = scores[0].unit
    step = Decimal(10) if unit == "agree" else Decimal(1)
    bottom, top = (Decimal(0), Decimal(100)) if unit == "agree" else (Decimal(1), Decimal(10))
    values = [
        value
        for score in scores
        for value in (
            dutch.shown(score.value, unit),
            dutch.shown_benchmark(score.benchmark, unit),
            *dutch.ends(score.interval, unit),
        )
        if value is not None
    ]
    low = max(bottom, (min(values) / step).to_integral_value(ROUND_FLOOR) * step)
    high = min(top, (max(values) / step).to_integral_value(ROUND_CEILING) * step)
    if high - low < 2 * step:
        low, high = max(bottom, low - step), min(top, high + step)
    suffix, name = ("%", "% eens") if unit == "agree" else ("", "rapportcijfer")
    return float(low), float(high), f"{name}, van {low}{suffix} tot {high}{suffix}"


def products_picture(products: Sequence[Score], overall: Score, words: str, *, is_exact: bool = True) -> Picture | None:
    """A row per product that may be shown, against the mean of the channel. None if nothing may be shown."""
    shown = [score for score in products if score.value is not None]
    if not shown or overall.value is None:
        return None
    low, high, title = axis_range([*shown, overall])
    rows = [
        {
            "Soort": "product",
            "Product": score.label,
            "Regels": lines(
                score.label + (f" (n\xa0=\xa0{dutch.number(score.shown_n)})" if score.shown_n is not None else "")
            ),
            "Plaats": float(score.value or 0) if is_exact else float(dutch.shown(score.value, "grade") or 0),
            "Cijfer": value_text(score),
        }
        for score in shown
    ]
    mean = {"Soort": "gemiddelde", "Plaats": float(dutch.shown(overall.value, "grade") or 0)}
    shape = (low, high, title, f"gemiddelde van alle samen ({value_text(overall)})", len(rows), are_long(rows))
    return Picture("products", shape, (*rows, mean), words)
