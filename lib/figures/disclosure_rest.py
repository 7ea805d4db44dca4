"""What a rounded value tells of the few by whom it differs from an exact figure.

Who subtracts knows the exact figure with its n, and the value as printed; not how many the few are. For each number from
one to nine follows which means they can have; together they must be more than one, and for grades a point apart.
"""

from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from lib.figures.base import MINIMUM_BASE
from lib.figures.disclosure_model import Measures

_ALMOST = 1e-9
_LEFT = np.arange(1, MINIMUM_BASE)
_GRADE_STEP, _SHARE_STEP = 0.1, 0.01


def rest_is_told(found: Measures, cell: NDArray[np.bool_], shown: NDArray[np.bool_]) -> bool:
    """Whether the exact figure of `cell` and the rounded one of `shown` ([leaves, rows], one within the other) leave
    the people by whom they differ a single thing to have answered."""
    n, n_shown = int(found.n[cell].sum()), int(found.n[shown].sum())
    sign = 1 if n > n_shown else -1
    totals, sums = found.sums[:, cell].sum(axis=1), found.sums[:, shown].sum(axis=1)
    for total, own, low, high, room in zip(
        totals.tolist(), sums.tolist(), found.low.tolist(), found.high.tolist(), found.room.tolist(), strict=True
    ):
        if abs(total - low * n) < _ALMOST or abs(total - high * n) < _ALMOST:
            continue  # told by the exact figure
        step = _GRADE_STEP if room else _SHARE_STEP
        printed = floor(own / n_shown / step + 0.5 + _ALMOST) * step
        lowest, highest = float("inf"), float("-inf")
        for left in _LEFT.tolist():
            ends = [sign * (total - (printed + side * step / 2) * (n - sign * left)) for side in (-1, 1)]
            least = max(ceil(min(ends) - _ALMOST), low * left)
            most = min(floor(max(ends) + _ALMOST), high * left)
            if least <= most:
                lowest, highest = min(lowest, least / left), max(highest, most / left)
        if highest - lowest < max(room, _SHARE_STEP / 2):
            return True
    return False
