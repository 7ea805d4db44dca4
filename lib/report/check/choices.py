"""What a number of a draft can be said to be: the figures that there are, by channel, question and column."""

from lib.figures.counts import Counts
from lib.figures.keys import BENCHMARK, DIFFERENCE, OWN, N
from lib.figures.measures import SHARE
from lib.ingest.published.drafts.printed_number import Unit
from lib.survey import catalogue, scales
from lib.survey.catalogue import SCORED_KINDS

_COUNTED = {"responses": "Respons", "reviews": "Reviews", "tips": "Tips"}
_AT_ONCE = "in_een_keer"
Column = tuple[str, Unit]


def item_choices(counts: Counts) -> dict[str, str]:
    """Every item that a figure of this channel can be of, as a check spells it, with its label."""
    found = {"totaaloordeel": "Totaaloordeel"} if "totaaloordeel" in counts.answers else {}
    for item in catalogue.items_of(counts.channel):
        if item.kind in SCORED_KINDS or item.kind == "effort":
            if item.key in counts.answers:
                found[item.key] = item.label
        elif item.kind in ("choice", "multi"):
            for point in item.points:
                found[f"{item.key}:{point.key}"] = f"{item.label}: {point.label}"
                if point.key == _AT_ONCE:
                    found[f"{item.key}:rest"] = f"{item.label}: niet in één keer"
    found |= _COUNTED
    return found | {f"product:{name}": f"Totaaloordeel {name}" for name in counts.products}


def column_choices(item: str) -> dict[Column, str]:
    """What a number can be of an item: its column and the unit in which it is printed, with their words."""
    question, _, option = item.partition(":")
    if question in _COUNTED:
        return {(OWN, "count"): "aantal"}
    if question == "product":
        return {(OWN, "grade"): "eigen cijfer", (N, "count"): "n"}
    if option:
        return {(OWN, "percent"): "percentage", (OWN, "count"): "aantal", (N, "count"): "n"}
    known = catalogue.find(question)
    kind = None if known is None else known.kind
    unit: Unit = "grade" if kind == "grade" else "points" if kind == "effort" else "percent"
    found: dict[Column, str] = {
        (OWN, unit): "eigen cijfer",
        (BENCHMARK, unit): "BM",
        (DIFFERENCE, "" if unit == "grade" else unit): "verschil met BM",
        (N, "count"): "n",
    }
    if kind == "agree":
        found |= {(f"{SHARE}{point.key}", "percent"): f"% {point.label.lower()}" for point in scales.AGREE}
    if kind == "grade":
        found |= {(f"{SHARE}{grade}", "percent"): f"% dat een {grade} gaf" for grade in range(1, 11)}
    return found
