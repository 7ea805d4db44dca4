"""Heads in two rows: which of the upper row stands over which of the lower.

Which is known by the columns of a table, else by where the heads stand on the page. Where ways of looking don't agree, a
head gets no other over it, and its numbers are not read.
"""

from collections.abc import Sequence
from dataclasses import replace

from lib.ingest.published.drafts.row_state import Head

UNKNOWN = "unknown"  # the role of a head that may stand under either of two
_SLACK = 3.0  # points


def under(high: Sequence[Head], low: Sequence[Head]) -> list[Head]:
    """A row of heads under one of fewer: each takes what the one over it says."""
    above = [head for head in high if head.facts.role != "label"]
    if not above:
        return list(low)
    labels, below = _labels(above, low)
    if below and below[0].column is not None and above[0].column is not None:
        tops: list[Head | None] = [_by_column(above, head) for head in below]
    else:
        tops = _by_place(above, below)
    return [*labels, *(_joined(head, top) for head, top in zip(below, tops, strict=True))]


def _labels(above: Sequence[Head], low: Sequence[Head]) -> tuple[list[Head], list[Head]]:
    """The heads that stand over the labels of the rows, and those over numbers."""
    labels = [head for head in low if head.facts.role == "label"]
    below = [head for head in low if head.facts.role != "label"]
    first, top = (below[0] if below else None), above[0]
    if first is not None and len(below) % len(above) == 1 and not labels and first.facts.year is None:
        stands_left = first.piece is not None and top.piece is not None and first.piece.right <= top.piece.left
        is_first_column = first.column == 0 and top.column not in (None, 0)
        if stands_left or is_first_column or len(above) > 1:
            # "Rapportcijfer" over the labels says what the numbers are, and is no column itself.
            return [replace(first, facts=replace(first.facts, role="label", item=None))], list(below[1:])
    return labels, below


def _by_column(above: Sequence[Head], head: Head) -> Head | None:
    mine = head.column if head.column is not None else 0
    tops = [one for one in above if (one.column if one.column is not None else 0) <= mine]
    return tops[-1] if tops else None


def _by_place(above: Sequence[Head], below: Sequence[Head]) -> list[Head | None]:
    """The head over each, by where they stand; by equal parts where they stand on one piece."""
    even = [above[place * len(above) // len(below)] for place in range(len(below))] if len(below) % len(above) == 0 else None  # fmt: skip
    if not _are_placed([*above, *below]):
        return list(even) if even is not None else [None] * len(below)
    ways = [_by_edge(above, below), _by_centre(above, below)]
    if even is not None and even in ways:
        return list(even)
    if ways[0] == ways[1]:
        return list(ways[0])
    if _is_under_edges(above, below):
        return list(ways[0])
    return [None] * len(below)


def _are_placed(heads: Sequence[Head]) -> bool:
    """Whether each head has a place of its own."""
    pieces = [head.piece for head in heads]
    return all(piece is not None for piece in pieces) and len({id(piece) for piece in pieces}) == len(pieces)


def _by_edge(above: Sequence[Head], below: Sequence[Head]) -> list[Head]:
    """The last that begins before each ends, as where heads begin with their first column."""
    found = []
    for head in below:
        assert head.piece is not None
        right = head.piece.right
        tops = [top for top in above if top.piece is not None and top.piece.left <= right + _SLACK]
        found.append(tops[-1] if tops else above[0])
    return found


def _by_centre(above: Sequence[Head], below: Sequence[Head]) -> list[Head]:
    """The nearest by their middles, as where heads stand in the middle over their columns."""
    found = []
    for head in below:
        assert head.piece is not None
        centre = head.piece.centre
        found.append(min(above, key=lambda top: abs(top.piece.centre - centre) if top.piece is not None else 0.0))
    return found


def _is_under_edges(above: Sequence[Head], below: Sequence[Head]) -> bool:
    """Whether each of the upper heads begins where one of the lower does."""
    edges = [head.piece.left for head in below if head.piece is not None]
    return all(top.piece is not None and any(abs(top.piece.left - edge) <= _SLACK for edge in edges) for top in above)


def _joined(head: Head, top: Head | None) -> Head:
    if top is None:
        return replace(head, facts=replace(head.facts, role=UNKNOWN))
    over = replace(top.facts, role=None if top.facts.role == "name" else top.facts.role)
    return replace(head, facts=head.facts.over(over))
