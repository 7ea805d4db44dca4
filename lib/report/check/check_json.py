"""A checked draft as JSON: what the command `check` prints."""

from typing import Any

from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Place
from lib.report import dutch
from lib.report.check.checked import Checked, CheckedFigure, Remark
from lib.report.check.recompute import rounded

Json = dict[str, Any]
_WHY = {"scale": "scale_end", "group": "comparison_group"}


def check_json(found: Checked) -> Json:
    """Every number in exactly one list, the remarks, and the summary."""
    verdicts = ("reproduces", "within_rounding", "differs", "not_traceable")
    return {
        "figures": [_figure(figure) for figure in found.figures],
        "not_figures": [
            {
                "printed": each.printed,
                "why": _WHY.get(str(each.not_figure), each.not_figure),
                "place": _place(each.place),
            }
            for each in found.not_figures
        ],
        "unread": [
            {"printed": each.printed, "place": _place(each.place), "message": each.unread} for each in found.unread
        ],
        "remarks": [_remark(remark) for remark in found.remarks],
        "summary": {
            "numbers": found.numbers,
            **{verdict: found.count(verdict) for verdict in verdicts},  # type: ignore[arg-type]
            "not_figures": len(found.not_figures),
            "unread": len(found.unread),
        },
    }


def _figure(figure: CheckedFigure) -> Json:
    exact, printed = figure.exact, figure.printed
    value = None if exact is None or exact.value is None else str(rounded(exact.value, 4))
    return {
        "channel": figure.claim.channel,
        "item": figure.claim.item,
        "column": figure.claim.column,
        "year": figure.claim.year,
        "n": figure.claim.n,
        "printed": printed.printed,
        "recomputed": figure.recomputed,
        "exact": value,
        "verdict": figure.verdict,
        "place": _place(printed.place),
        "causes": [
            {
                "code": cause.code,
                "message": cause.message,
                "selection": None if cause.selection is None else _selection(cause.selection),
            }
            for cause in figure.causes
        ],
        "flips_verdict": figure.flips_verdict,
        "correction": figure.correction,
    }


def _selection(selection: Selection) -> Json:
    return {
        "channel": selection.channel,
        "products": list(selection.products),
        "from": selection.start.isoformat() if selection.start else None,
        "to": selection.end.isoformat() if selection.end else None,
    }


def _place(place: Place) -> Json:
    return {"page": place.page, "line": place.line, "text": place.text}


def _remark(remark: Remark) -> Json:
    return {
        "code": remark.code,
        "severity": remark.severity,
        "message": remark.message,
        "place": None if remark.place is None else _place(remark.place),
    }


def summary_sentence(found: Checked) -> str:
    """ "47 getallen: 41 gecontroleerd, 4 geen cijfer, 2 niet gelezen." and how they ended."""
    wrong, lost = found.count("differs"), found.count("not_traceable")
    parts = [f"{dutch.number(len(found.figures))} gecontroleerd", f"{dutch.number(len(found.not_figures))} geen cijfer"]
    if found.unread:
        parts.append(f"{dutch.number(len(found.unread))} niet gelezen")
    ends = []
    if wrong:
        ends.append(dutch.counted(wrong, "cijfer wijkt af", "cijfers wijken af"))
    if lost:
        ends.append(f"{dutch.number(lost)} {dutch.verb(lost, 'is', 'zijn')} niet herleidbaar")
    if close := found.count("within_rounding"):
        ends.append(f"{dutch.number(close)} {dutch.verb(close, 'klopt', 'kloppen')} binnen de afronding")
    if not ends and found.figures:
        ends.append("alle gecontroleerde cijfers kloppen" if found.unread else "alles klopt")
    told = f" {dutch.sentence(dutch.enumerate_words(ends))}." if ends else ""
    return f"{dutch.counted(found.numbers, 'getal', 'getallen')}: {', '.join(parts)}.{told}"
