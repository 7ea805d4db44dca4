"""Drafts in layouts of our own, made of the sample: how their numbers are read, which right figures are called wrong, and
which changed figures are found with their cause.

`python -m tests.benchmarks.check_own_drafts [-v]`
"""

import sys
from collections import Counter

from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.draft_files import read_draft
from lib.ingest.published.drafts.printed_number import PrintedNumber
from lib.report.check.check_draft import check
from lib.report.check.checked import Checked
from tests.benchmarks.check_drafts import digits, loaded, of_correct
from tests.benchmarks.layouts.every import documents, planted
from tests.benchmarks.layouts.printed import Figures, draft_of


def measure(*, is_verbose: bool = False) -> Counter[str]:
    """The counts over all drafts."""
    session = loaded()
    products = sorted({name for counts in session.counts.values() for name in counts.products})
    figures = Figures(session)
    every = documents()
    total: Counter[str] = Counter()

    def read(name: str, data: bytes) -> tuple[list[PrintedNumber], Checked]:
        numbers = printed_numbers(read_draft(name, data), products, session.channels)
        return numbers, check(numbers, session.counts, session.references, Selection())

    for document in every:
        data, truths = draft_of(document, figures)
        one = of_correct(truths, *read(document.name, data))
        total += one
        if is_verbose and {
            name for name in one if (one[name] and "right" not in name.split()) or name.endswith("wrong")
        }:
            print(f"{document.name:36} {dict(one)}")
    for document, wrong in planted(every, figures):
        data, _ = draft_of(document, figures, wrong)
        hits = [
            one for one in read(document.name, data)[1].figures
            if one.verdict in ("differs", "within_rounding") and (one.claim.channel, one.claim.item) == wrong.key[:2]
            and digits(one.printed.printed) == digits(wrong.printed)
        ]  # fmt: skip
        causes = {cause.code for one in hits for cause in one.causes}
        total.update(
            {"planted errors": 1, "planted found": bool(hits), "planted with the cause": wrong.cause in causes}
        )
        if is_verbose and wrong.cause not in causes:
            print(f"{document.name:36} {wrong} {'found' if hits else 'not found'} {sorted(causes)}")
    return total


if __name__ == "__main__":
    for what, count in sorted(measure(is_verbose="-v" in sys.argv).items()):
        print(f"{what:32} {count:5}")
