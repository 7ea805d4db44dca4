"""Figures and receipts as JSON: the same bytes for the same input, on every machine."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lib.figures.audience import Audience
from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures, YearScore
from lib.figures.keys import key_of
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.ingest.receipt import FileReceipt, SheetReceipt
from lib.report import dutch, provenance
from lib.survey.problems import Problem
from lib.survey.scales import BLANK, DONT_KNOW, NOT_APPLICABLE, UNREADABLE

Json = dict[str, Any]


def dump(value: object) -> str:
    """Readable JSON with its own line end; keys stay in the order given."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def figures_json(
    selection: Selection,
    channels: Sequence[ChannelFigures],
    problems: Sequence[Problem],
    audience: Audience = "explore",
) -> Json:
    """What `figures` prints: for whom it is (`channels` hold what these may see), the filters, every problem, all figures per channel, rounded, and how each
    of them was made."""
    return {
        "audience": audience,
        "filters": {
            "channel": selection.channel,
            "products": list(selection.products),
            "from": selection.start.isoformat() if selection.start else None,
            "to": selection.end.isoformat() if selection.end else None,
        },
        "problems": [_problem(problem) for problem in problems],
        "channels": [_channel(channel, audience) for channel in channels],
        "provenance": [made for channel in channels for made in _provenance(channel, audience)],
    }


def inspect_json(receipt: FileReceipt) -> Json:
    """What `inspect` prints of one file: how it was read and what each column was taken for."""
    return {
        "file": receipt.file,
        "format": receipt.format,
        "encoding": receipt.encoding,
        "delimiter": receipt.delimiter,
        "sheets": [_sheet(sheet) for sheet in receipt.sheets],
        "problems": [_problem(problem) for problem in receipt.problems],
    }


def _problem(problem: Problem) -> Json:
    found = asdict(problem.on_command_line())
    del found["command"]
    return found


def _sheet(sheet: SheetReceipt) -> Json:
    return {
        "sheet": sheet.sheet,
        "header_rows": list(sheet.header_rows),
        "rows": sheet.rows,
        "respondents": sheet.respondents,
        "left_out": dict(sheet.left_out),
        "channel": sheet.channels[0] if len(sheet.channels) == 1 else None,
        "columns": [
            {
                "column": column.header,
                "item": column.item.key if column.item else None,
                "kind": column.item.kind if column.item else None,
                "evidence": column.evidence,
            }
            for column in sheet.columns
        ],
    }


def _channel(found: ChannelFigures, audience: Audience) -> Json:
    return {
        "channel": found.channel,
        "first_date": found.first_day.isoformat() if found.first_day else None,
        "last_date": found.last_day.isoformat() if found.last_day else None,
        **{name: None if name in found.withheld else getattr(found, name) for name in ("responses", "reviews", "tips")},
        "overall": None if found.overall is None else _overall(found.overall),
        "ces": None if found.effort is None else _effort(found.effort),
        "scores": [_score(score, audience) for score in found.scores],
        "repeat_visit": _breakdown(found.repeat_visit),
        "info_clarity": _breakdown(found.info_clarity),
        "products": [
            {
                "product": p.label,
                "value": _number(dutch.shown(p.value, p.unit)),
                "n": p.shown_n,
                "suppressed": p.suppressed,
            }
            for p in found.products
        ],
        "trend": [_year(year) for year in found.trend],
    }


def _overall(score: Score) -> Json:
    return {
        "value": _number(dutch.shown(score.value, score.unit)),
        "n": score.shown_n,
        "sum": _sum(score),
        "suppressed": score.suppressed,
    }


def _effort(effort: Score) -> Json:
    counted = effort.precision == "exact" and not effort.suppressed
    return {
        "value": _number(dutch.shown(effort.value, "effort")),
        "n": effort.shown_n,
        "low_effort": effort.low if counted else None,
        "high_effort": effort.high if counted else None,
        "suppressed": effort.suppressed,
    }


def _score(score: Score, audience: Audience) -> Json:
    return {
        "item": score.key,
        "label": score.label,
        "unit": score.unit,
        "value": _number(dutch.shown(score.value, score.unit)),
        "n": score.shown_n,
        "sum": _sum(score),
        "benchmark": _number(dutch.shown_benchmark(score.benchmark, score.unit)),
        "difference": _number(dutch.difference(score.value, score.benchmark, score.unit)),
        "p_adjusted": _chance(score.p_adjusted, audience),
        "verdict": score.verdict,
    }


def _provenance(found: ChannelFigures, audience: Audience) -> list[Json]:
    """How each figure of a channel was made, apart from the figures, since it depends on the files."""
    figures = [_made(found.channel, figure, audience) for figure in found.figures]
    breakdowns = [
        _divided(breakdown) for breakdown in (found.repeat_visit, found.info_clarity) if breakdown is not None
    ]
    return [{"channel": found.channel, **made} for made in (*figures, *breakdowns)]


def _made(channel: str, figure: Score, audience: Audience) -> Json:
    """The account of one figure; `unrounded` and the 95% interval in the unit of the figure, shares and
    effort as parts of 1. Of a suppressed figure only the rule, the sources and n."""
    hidden = figure.suppressed
    return {
        "item": key_of(channel, figure).spelled_item,
        "rule": provenance.rule_of(figure),
        "sources": [asdict(source) for source in figure.sources],
        "n": figure.shown_n,
        "outside": {} if hidden else _outside(figure.outside),
        "unrounded": None if figure.value is None or figure.precision != "exact" else float(figure.value),
        "interval_95": _interval(figure, audience),
        "benchmark": _number(dutch.shown_benchmark(figure.benchmark, figure.unit)),
        "benchmark_year": figure.benchmark_year,
        "p": _chance(figure.p, audience),
        "verdict": figure.verdict,
    }


def _interval(figure: Score, audience: Audience) -> list[float] | None:
    """Both ends; for others than the owner with no more than one decimal, and whole percents."""
    found = figure.interval
    if found is None:
        return None
    if audience == "explore":
        return [dutch.significant(found.low), dutch.significant(found.high)]
    decimals = 1 if figure.unit == "grade" else 2
    return [float(dutch.half_up(Fraction(end), decimals)) for end in (found.low, found.high)]


def _chance(p: float | None, audience: Audience) -> float | None:
    """A p; for others than the owner in one digit, since of more the spread of the answers follows."""
    return None if p is None else dutch.significant(p) if audience == "explore" else dutch.significant(p, 1)


def _divided(breakdown: Breakdown) -> Json:
    """The account of a breakdown."""
    return {
        "item": breakdown.item,
        "sources": [asdict(source) for source in breakdown.sources],
        "n": breakdown.shown_n,
        "outside": {} if breakdown.suppressed else _outside(breakdown.outside),
    }


def _outside(outside: Mapping[int, int]) -> dict[str, int]:
    """Respondents outside the base, by reason."""
    return {_REASONS[code]: count for code, count in sorted(outside.items())}


_REASONS = {BLANK: "blank", DONT_KNOW: "dont_know", NOT_APPLICABLE: "not_applicable", UNREADABLE: "unreadable"}


def _sum(score: Score) -> int | float | None:
    """The sum behind a mean; None where it is hidden or where the figure is no plain mean."""
    if score.suppressed or score.precision != "exact" or score.rule == "mean_of_parts":
        return None
    return _number(score.total)


def _breakdown(breakdown: Breakdown | None) -> Json | None:
    if breakdown is None:
        return None
    return {
        "n": breakdown.shown_n,
        "options": [
            {
                "option": option.key,
                "label": option.label,
                "count": option.count,
                "share": _number(dutch.shown(option.share, "agree")),
            }
            for option in breakdown.options
        ],
    }


def _year(year: YearScore) -> Json:
    if year.score is None:
        return {"year": year.year, "value": _number(year.published), "n": None, "source": "reference"}
    value = dutch.shown(year.score.value, year.score.unit)
    return {"year": year.year, "value": _number(value), "n": year.score.shown_n, "source": "export"}


def _number(value: Decimal | Fraction | None) -> int | float | None:
    """An exact number as JSON writes it: whole numbers without a point, unless they have decimals
    of their own (8.0 is a grade, 62 a percentage)."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        return int(value) if value.as_tuple().exponent == 0 else float(value)
    return int(value) if value.denominator == 1 else float(value)
