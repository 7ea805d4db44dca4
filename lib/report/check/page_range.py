"""Which pages of a draft someone asks for: "3-7", "3", or nothing for all of them."""

import re

_RANGE = re.compile(r"\s*(\d{1,5})\s*(?:(?:-|–|t/m|tot en met)\s*(\d{1,5})\s*)?")


def page_range(text: str) -> tuple[int, int] | None:
    """The first and last page, from 1; None where nothing is asked. Raises `ValueError` with a Dutch sentence."""
    if not text.strip():
        return None
    found = _RANGE.fullmatch(text)
    if found is None:
        raise ValueError(f"'{text.strip()[:40]}' is geen bladzijde; schrijf 3 of 3-7.")
    first, last = int(found[1]), int(found[2] or found[1])
    if not 1 <= first <= last:
        raise ValueError(f"'{text.strip()[:40]}' klopt niet; begin bij 1 en noem de eerste bladzijde eerst.")
    return first, last
