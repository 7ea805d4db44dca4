"""Drafts that were not made with the reader in mind: how their numbers are read, which right figures are called wrong, and
which planted errors are found with their cause.

`python -m tests.benchmarks.check_drafts [-v]`: the folder holds drafts and a `truth.json` that says of each number what it is.
"""

import json
import re
import sys
import time
from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.draft_files import read_draft
from lib.ingest.published.drafts.printed_number import PrintedNumber
from lib.ingest.published.references import read_references
from lib.report.check.check_draft import check
from lib.report.check.checked import Checked, CheckedFigure
from lib.session.session import Session
from lib.survey.references import References

FOLDER = Path(__file__).with_name("drafts")
SAMPLE = Path(__file__).parents[2] / "sample_data"
FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
Truth = dict[str, Any]


def digits(text: str) -> str:
    """What of a printed number tells it from others."""
    return re.sub(r"[^0-9,.]", "", text).strip(".,")


def pairs(wanted: list[Truth], got: list[PrintedNumber]) -> dict[int, int]:
    """Which number that was read is which of those that stand there, by their order."""
    left, right = [digits(one["printed"]) for one in wanted], [digits(one.printed) for one in got]
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        found |= {block.a + step: block.b + step for step in range(block.size)}
    used = set(found.values())
    for place, text in enumerate(left):
        if place not in found:
            other = next((at for at, each in enumerate(right) if at not in used and each == text), None)
            if other is not None:
                found[place] = other
                used.add(other)
    return found


def read_as(wanted: Truth, got: PrintedNumber | None) -> str:
    """How one number ended: right, unread, wrong (another figure), taken (no figure, but read as one), or lost."""
    if got is None:
        return "lost"
    kind = "figure" if got.claim is not None else "not_figure" if got.not_figure is not None else "unread"
    if kind not in wanted.get("accept", [wanted["kind"]]):
        return "taken" if kind == "figure" else "unread"
    if got.claim is None or wanted["kind"] != "figure":
        return "right"
    same = (got.claim.channel, got.claim.item, got.claim.column) == (
        wanted["channel"],
        wanted["item"],
        wanted["column"],
    )
    return "right" if same else "wrong"


def measure(folder: Path = FOLDER, *, is_verbose: bool = False) -> Counter[str]:
    """The counts over all drafts of a folder."""
    session = Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in FILES])
    products = sorted({name for counts in session.counts.values() for name in counts.products})
    total: Counter[str] = Counter()
    for name, truth in json.loads((folder / "truth.json").read_text(encoding="utf-8")).items():
        began = time.perf_counter()
        numbers = printed_numbers(read_draft(name, (folder / name).read_bytes()), products, session.channels)
        found = check(
            numbers, session.counts, _references(folder, truth, session), _selection(truth.get("filters", {}))
        )
        took = time.perf_counter() - began
        one = _of_correct(truth, numbers, found) if truth["correct"] else _of_wrong(truth, found)
        total += one
        if is_verbose:
            print(f"{name:44} {took:5.2f} s  {dict(one)}")
    return total


def _selection(filters: Truth) -> Selection:
    start, end = (date.fromisoformat(filters[key]) if key in filters else None for key in ("from", "to"))
    return Selection(None, (filters["product"],) if "product" in filters else (), start, end)


def _references(folder: Path, truth: Truth, session: Session) -> References:
    """Those of the sample, or the ones that a draft comes with."""
    name = truth.get("references")
    return session.references if name is None else read_references(name, (folder / name).read_bytes()).references


def _is_found(figure: CheckedFigure) -> bool:
    """Whether a figure is called wrong: it differs, or it stands where there are too few answers for one."""
    return figure.verdict in ("differs", "within_rounding") or figure.is_suppressed


def _of_correct(truth: Truth, numbers: list[PrintedNumber], found: Checked) -> Counter[str]:
    matched = pairs(truth["numbers"], numbers)
    ended: Counter[str] = Counter()
    for place, wanted in enumerate(truth["numbers"]):
        got = numbers[matched[place]] if place in matched else None
        ended[f"{'figure' if wanted['kind'] == 'figure' else 'other'} {read_as(wanted, got)}"] += 1
    ended["right figures called wrong"] = found.count("differs") + found.count("within_rounding")
    ended["right figures found right"] = found.count("reproduces")
    return ended


def _of_wrong(truth: Truth, found: Checked) -> Counter[str]:
    error = truth["error"]
    hits = [
        figure
        for figure in found.figures
        if _is_found(figure)
        and figure.claim.item == error["item"]
        and digits(figure.printed.printed) == digits(error["printed"])
    ]
    causes = [cause.code for figure in hits for cause in figure.causes]
    return Counter(
        {"planted errors": 1, "planted found": bool(hits), "planted with the cause": error["cause"] in causes}
    )


if __name__ == "__main__":
    for what, count in sorted(measure(is_verbose="-v" in sys.argv).items()):
        print(f"{what:32} {count:5}")
