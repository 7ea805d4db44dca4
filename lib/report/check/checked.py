"""A draft checked: every number of it as a figure with its verdict, as no figure, or as not read; and the remarks."""

import re
from dataclasses import dataclass

from lib.figures.audience import Audience
from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim, Place, PrintedNumber
from lib.report import dutch
from lib.report.check.cause import Cause
from lib.report.check.recompute import Exact, Verdict
from lib.survey.problems import Severity

_GROUPED = re.compile(r"\d[.\s]\d{3}|^\D*\d{1,3}\D*$")  # a thousand with its point, or a number that needs none
_PERCENT = re.compile(r"\s?(?:%|procent|pct\.?)$", re.IGNORECASE)


@dataclass(frozen=True)
class CheckedFigure:
    """A printed figure against the data. `exact` is None where there is no such figure."""

    printed: PrintedNumber
    claim: Claim
    exact: Exact | None
    verdict: Verdict
    causes: tuple[Cause, ...] = ()
    flips_verdict: bool = False

    @property
    def recomputed(self) -> str | None:
        """The right figure, written as the draft writes it."""
        if self.exact is None or self.exact.shown is None:
            return None
        text = dutch.number(self.exact.shown)
        if self.exact.unit == "count" and not _GROUPED.search(self.printed.printed):
            text = text.replace(".", "")
        if self.exact.unit == "points":
            text = dutch.signed(self.exact.shown)
        sign = _PERCENT.search(self.printed.printed) if self.exact.unit == "percent" else None
        return text + (sign[0] if sign else "")

    @property
    def correction(self) -> str | None:
        """What to write instead."""
        if self.verdict in ("reproduces", "not_traceable") or self.recomputed is None:
            return None
        return f"vervang {self.printed.printed} door {self.recomputed}"

    @property
    def is_suppressed(self) -> bool:
        """Whether too few answered for it to be shown."""
        return self.exact is not None and self.exact.suppressed


@dataclass(frozen=True)
class Remark:
    """Something about the draft that no verdict says. `severity` as of problems; `place`: where it is, if anywhere."""

    code: str
    severity: Severity
    message: str
    place: Place | None = None


@dataclass(frozen=True)
class Checked:
    """A draft, checked. Every number stands in exactly one of the three. `selection`: what it was checked against;
    `lost`: how many corrections of the user are of no number in it."""

    figures: tuple[CheckedFigure, ...]
    not_figures: tuple[PrintedNumber, ...]
    unread: tuple[PrintedNumber, ...]
    remarks: tuple[Remark, ...]
    selection: Selection
    audience: Audience = "explore"
    lost: int = 0

    def count(self, verdict: Verdict) -> int:
        """How many figures ended like this."""
        return sum(figure.verdict == verdict for figure in self.figures)

    @property
    def numbers(self) -> int:
        """How many numbers the draft has."""
        return len(self.figures) + len(self.not_figures) + len(self.unread)
