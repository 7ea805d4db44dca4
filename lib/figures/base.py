"""From how many answers a figure may be shown; the one place that says so."""

from typing import Literal

# How much of a figure is told: everything; its value as it is printed, without n, counts or interval; nothing.
Precision = Literal["exact", "rounded", "hidden"]
MINIMUM_BASE = 10  # below this a figure is not shown at all
VERDICT_BASE = 30  # below this a figure is indicative and gets no verdict
SKEWED_BASE = 100  # below this grades that nearly all lie at one end get a further check
DRIVERS_BASE = 100  # below this the relation between questions is not shown


def is_suppressed(n: int) -> bool:
    """Whether a figure over `n` answers must stay hidden."""
    return n < MINIMUM_BASE


def is_indicative(n: int) -> bool:
    """Whether a figure over `n` answers may be shown, but not judged by."""
    return MINIMUM_BASE <= n < VERDICT_BASE
