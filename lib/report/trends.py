"""A figure through time, to look at: line, table and finding."""

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import groupby

from lib.figures import periods
from lib.figures.periods import Period, Step
from lib.figures.trend import Change, Moment, Trend, change
from lib.report import dutch
from lib.report.blocks import Picture
from lib.report.dutch import Unit
from lib.report.score_tables import base_cell, n_text, value_cell, value_text
from lib.report.sentences import period_name, too_few
from lib.report.standing_words import TOO_FEW_TO_TELL
from lib.report.tables import Cell, Column, Table, benchmark_cell, interval_cell

STEP_WORDS: dict[Step, str] = {"month": "maand", "quarter": "kwartaal", "year": "jaar"}
_PLURALS: dict[Step, str] = {"month": "maanden", "quarter": "kwartalen", "year": "jaren"}
CHANGE_RULE = (
    "Het laatste cijfer is getoetst tegen het eerste, en de lijn over alle perioden op een helling, samen op 5% (Holm); alleen "
    "perioden met 30 antwoorden of meer doen mee. Of de delen van een jaar van elkaar verschillen, is getoetst waar een deel van "
    "het jaar terugkomt."
)
GAP_RULE = "Een periode met te weinig respons is een gat in de lijn. Open punten zijn cijfers zoals ze eerder zijn gepubliceerd."
_UNTESTED = "of er iets veranderde, is aan afgeronde cijfers niet te zien"
_LABELLED = 12  # with more points there is no room for a figure at each


def period_label(period: Period, step: Step) -> str:
    """ "maart 2020", "1e kwartaal 2020", "2020". Of what is no whole month, quarter or year the `step` it stands for."""
    whole = periods.calendar(period.start, period.start, step)[0]
    return period_name(whole.start, whole.end) or str(whole.start.year)


def trend_picture(found: Trend, words: str) -> Picture | None:
    """Every period that may be shown with its interval, earlier published figures, and BM of each year as a step.
    None if nothing may be shown."""
    shown = [moment for moment in found.moments if not moment.figure.suppressed]
    if not shown:
        return None
    rows = [*_runs(found), *_published_rows(found)]
    low, high = _domain(found, shown)
    starts = _starts(found)
    kept = starts[:: -(-len(starts) // _LABELLED)]
    shape = (
        _unit(found),
        low,
        high,
        _axis_title(found.unit, low, high),
        found.step == "year",
        tuple((day.year, day.month) for day in kept),
        (starts[0].isoformat(), found.moments[-1].period.end.isoformat()),
        len(rows),
        _benchmark_words(found),
        bool(found.published),
    )
    return Picture("trend", shape, (*rows, *_benchmark_rows(found)), words)


def _runs(found: Trend) -> list[dict[str, object]]:
    """A row per period that may be shown; those without a gap between them share a number."""
    rows: list[dict[str, object]] = []
    for number, (hidden, run) in enumerate(groupby(found.moments, key=lambda moment: moment.figure.suppressed)):
        rows += [] if hidden else [_row(found, moment, number) for moment in run]
    return rows


def _row(found: Trend, moment: Moment, run: int) -> dict[str, object]:
    figure = moment.figure
    value = dutch.shown(figure.value, figure.unit)
    low, high = dutch.ends(figure.interval, figure.unit)
    return {
        "Datum": _middle(moment.period).isoformat(),
        "Periode": period_label(moment.period, found.step),
        "Waarde": None if value is None else float(value),
        "Ondergrens": None if low is None else float(low),
        "Bovengrens": None if high is None else float(high),
        "Boven": float(high if high is not None else value or 0),
        "Cijfer": value_text(figure),
        "Interval": dutch.interval(figure.interval, figure.unit),
        "n": n_text(figure.shown_n),
        "Deel": run,
        "Soort": "eigen",
    }


def _published_rows(found: Trend) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for year, printed in found.published.items():
        value = dutch.shown_benchmark(printed, _unit(found))
        rows.append(
            {
                "Datum": date(year, 7, 1).isoformat(),
                "Periode": f"{year}, gepubliceerd",
                "Waarde": None if value is None else float(value),
                "Boven": None if value is None else float(value),
                "Cijfer": dutch.figure(value, _unit(found)),
                "Interval": dutch.NO_VALUE,
                "n": "niet bekend",
                "Soort": "gepubliceerd",
            }
        )
    return rows


def _benchmark_rows(found: Trend) -> list[dict[str, object]]:
    """BM of each year, from its first day to its last."""
    rows: list[dict[str, object]] = []
    for year, printed in found.benchmarks.items():
        value = dutch.shown_benchmark(printed, _unit(found))
        rows.append(
            {
                "Datum": date(year, 1, 1).isoformat(),
                "Einde": date(year, 12, 31).isoformat(),
                "Waarde": None if value is None else float(value),
                "Soort": "bm",
            }
        )
    return rows


def _benchmark_words(found: Trend) -> str:
    """ "BM 7,8", or "BM per jaar" where it is another one from year to year; empty where there is none."""
    texts = {
        dutch.figure(dutch.shown_benchmark(printed, _unit(found)), _unit(found))
        for printed in found.benchmarks.values()
    }
    return f"BM {texts.pop()}" if len(texts) == 1 else "BM per jaar" if texts else ""


def _starts(found: Trend) -> list[date]:
    """The first day of every period, and of the years of which only a published figure is drawn."""
    return sorted({*(date(year, 1, 1) for year in found.published), *(moment.period.start for moment in found.moments)})


def _unit(found: Trend) -> Unit:
    return "grade" if found.unit == "grade" else "effort" if found.unit == "effort" else "agree"


def _axis_title(unit: str, low: float, high: float) -> str:
    name = {"grade": "rapportcijfer", "agree": "% eens", "effort": "CES", "share": "% van de antwoorden"}[unit]
    return f"{name}, van {low:.0f} tot {high:.0f}"


def _middle(period: Period) -> date:
    return period.start + (period.end - period.start) / 2


def _domain(found: Trend, shown: list[Moment]) -> tuple[float, float]:
    """The range of the axis around figures, intervals, BM and published figures, in whole steps."""
    unit = _unit(found)
    told = ((dutch.shown(each.figure.value, unit), *dutch.ends(each.figure.interval, unit)) for each in shown)
    values = [value for each in told for value in each if value is not None]
    printed = (*found.published.values(), *found.benchmarks.values())
    values += [value for each in printed if (value := dutch.shown_benchmark(each, unit)) is not None]
    step = Decimal(1) if unit == "grade" else Decimal(10)
    bottom, top = {"grade": (1, 10), "agree": (0, 100), "effort": (-100, 100)}[unit]
    low = max(Decimal(bottom), (min(values) / step).to_integral_value(ROUND_FLOOR) * step)
    high = min(Decimal(top), (max(values) / step).to_integral_value(ROUND_CEILING) * step)
    return float(low), float(high if high > low else low + step)


def trend_table(found: Trend) -> Table:
    """A row per period, the published years first: figure, interval, BM of its year and n."""
    unit = _unit(found)
    columns = [Column("Periode"), Column(found.label, "number"), Column("95%-interval", "interval", "95%-interval")]
    if found.benchmarks:
        columns.append(Column("BM", "number", "BM"))
    columns.append(Column("n", "number", "n"))
    rows = []
    for year, printed in found.published.items():
        cells = [
            Cell(f"{year} (gepubliceerd)"),
            benchmark_cell(printed, unit, mark="own"),
            Cell(dutch.NO_VALUE, "quiet"),
        ]
        rows.append((*cells, *_benchmark_cell(found, year), Cell(dutch.NO_VALUE, "quiet")))
    for moment in found.moments:
        figure = moment.figure
        mark: tuple[Cell, ...] = (
            Cell(period_label(moment.period, found.step)),
            value_cell(figure),
            interval_cell(figure.interval, figure.unit),
        )
        rows.append((*mark, *_benchmark_cell(found, moment.period.start.year), base_cell(figure.shown_n)))
    return Table(f"{found.label} per {STEP_WORDS[found.step]}", tuple(columns), tuple(rows))


def _benchmark_cell(found: Trend, year: int) -> tuple[Cell, ...]:
    if not found.benchmarks:
        return ()
    unit = _unit(found)
    return (benchmark_cell(found.benchmarks.get(year), unit),)


def trend_finding(found: Trend) -> str:
    """The last period against the first and the line between them, each with its verdict; season where it
    may be the reason; and how many periods are hidden."""
    if not found.moments:
        return "In deze selectie staat bij geen antwoord een datum, dus is er geen verloop te tonen."
    shown = [moment for moment in found.moments if not moment.figure.suppressed]
    if not shown:
        return too_few(max(moment.figure.n for moment in found.moments))
    hidden = len(found.moments) - len(shown)
    more = (
        f" {dutch.sentence(dutch.count_word(hidden))} {_periods(hidden, found.step)} te weinig respons."
        if hidden
        else ""
    )
    if len(shown) == 1:
        only = shown[0]
        return f"{found.label} in {period_label(only.period, found.step)}: {value_text(only.figure)}{_earlier(found)}.{more}"
    judged = change(found)
    if judged is None:
        is_round = any(moment.figure.precision != "exact" for moment in shown)
        why = _UNTESTED if is_round else f"te weinig antwoorden om een verandering aan te tonen ({TOO_FEW_TO_TELL})"
        return f"{found.label}: {_at(shown[0], found.step)}, {_at(shown[-1], found.step)}; {why}.{more}"
    return f"{_changed(found, judged)}{_line(found, judged)}.{_season(judged)}{more}"


def _changed(found: Trend, judged: Change) -> str:
    ends = f"{found.label}: {_at(judged.first, found.step)}, {_at(judged.last, found.step)}"
    same = value_text(judged.first.figure) == value_text(judged.last.figure)
    words = {"higher": "aantoonbaar hoger", "lower": "aantoonbaar lager", "not_testable": "niet te toetsen"}
    if same and judged.ends in ("higher", "lower"):
        return f"{ends}: aantoonbaar, maar kleiner dan de afronding"
    return f"{ends}: {words.get(judged.ends, 'gelijk' if same else 'geen aantoonbaar verschil')}"


def _line(found: Trend, judged: Change) -> str:
    """ "; over alle kwartalen een aantoonbare stijging"."""
    if judged.line is None or judged.line == "not_testable":
        return ""
    words = {"higher": "een aantoonbare stijging", "lower": "een aantoonbare daling"}
    return f"; over alle {_PLURALS[found.step]} {words.get(judged.line, 'geen aantoonbare stijging of daling')}"


def _season(judged: Change) -> str:
    """Where what is seen may come from the time of the year."""
    if judged.is_seasonal:
        return " De delen van het jaar verschillen aantoonbaar van elkaar: een op- of neergang kan het seizoen zijn."
    changed = any(word in ("higher", "lower") for word in (judged.ends, judged.line))
    if changed and not judged.same_season:
        return " Het verschil kan ook het seizoen zijn; vergelijk met hetzelfde deel van een ander jaar."
    return ""


def _earlier(found: Trend) -> str:
    """ "; eerder gepubliceerd: 7,6 in 2018 en 7,3 in 2019"."""
    unit = _unit(found)
    years = [
        f"{dutch.figure(dutch.shown_benchmark(value, unit), unit)} in {year}" for year, value in found.published.items()
    ]
    return f"; eerder gepubliceerd: {dutch.enumerate_words(years)}" if years else ""


def _at(moment: Moment, step: Step) -> str:
    return f"{value_text(moment.figure)} in {period_label(moment.period, step)}"


def _periods(count: int, step: Step) -> str:
    return dutch.verb(count, f"{STEP_WORDS[step]} heeft", f"{_PLURALS[step]} hebben")
