"""Which head a number of a row stands under: by its column, by as many heads as numbers, or by where it stands."""

from lib.ingest.published.drafts.found import Found
from lib.ingest.published.drafts.printed_words import Facts
from lib.ingest.published.drafts.row_state import Head, State


def match_columns(cells: list[Found | None], heads: list[Head], state: State) -> list[Facts] | None:
    """The head of each number, or None where that can't be known."""
    if any(one is not None and one.piece.column is not None for one in cells) and any(
        head.column is not None for head in heads
    ):
        by_column = {head.column: head.facts for head in heads}
        found = [by_column.get(one.piece.column) if one is not None else Facts() for one in cells]
        if all(one is not None for one in found) and len({one.piece.column for one in cells if one is not None}) == len([one for one in cells if one is not None]):  # fmt: skip
            return [one or Facts() for one in found]
        if len(cells) == len(heads):
            return [head.facts for head in heads]
        return [Facts(role="own") for _ in cells] if len(cells) == 1 and not heads else None
    numbers = [one for one in cells if one is not None]
    if (under := _by_column(cells, heads)) is not None:
        return under
    first = heads[0].facts if heads else Facts()
    is_title = first.channel and not any(head.facts.channel for head in heads[1:])
    over_labels = bool(heads and numbers and heads[0].piece and numbers[0].piece.left > heads[0].piece.right)
    is_without_title = bool(2 <= len(cells) == len(heads) - 1 and (is_title or over_labels) and not state.is_full)
    if is_without_title:
        heads = heads[1:]  # "Balie" or "Overzicht" over the labels is what the table is of, and no column
    if len(heads) == len(cells) and heads:
        state.is_full = state.is_full or not is_without_title
        state.is_aligned = state.is_aligned or _by_place(cells, heads) is not None
        return [head.facts for head in heads]
    shares = [head for head in heads if (head.facts.role or "").startswith("share:")]
    if len(shares) >= 3:
        return _with_sum(cells, [head.facts for head in heads])
    if not heads or (len(heads) == 1 and len(numbers) == 1):
        return [heads[0].facts if heads else Facts(role="own")] * len(cells) if len(numbers) == 1 else None
    without = [head for head in heads if head.facts.role not in ("trend", "rank", "interval")]
    if len(without) == len(cells):
        return [head.facts for head in without]
    # Beside an interval stand words too ("Oordeel"): a head of which nothing is known, or that says own once more.
    seen = [head.facts for head in without]
    said = [head for at, head in enumerate(without) if head.facts.role != "name" and head.facts not in seen[:at]]
    if len(said) == len(cells) and len(without) < len(heads):
        return [head.facts for head in said]
    if len(numbers) == len(cells) < len(heads) or len(cells) < len(heads):
        return _by_place(cells, heads) if state.is_aligned else None
    return None


def _by_column(cells: list[Found | None], heads: list[Head]) -> list[Facts] | None:
    """In a table whose cells are told apart: what stands over each number, where all stand under a head of their own."""
    places = {head.column: head.facts for head in heads if head.column is not None}
    columns = [one.piece.column for one in cells if one is not None and one.piece.column in places]
    if len(places) < len(heads) or len(columns) < len(cells) or len(set(columns)) < len(columns):
        return None
    return [places[place] for place in columns if place is not None]


def _with_sum(cells: list[Found | None], heads: list[Facts]) -> list[Facts] | None:
    """Shares of answers with the sum of the agreeing ones printed before or behind them, where it adds up."""
    if len(cells) != len(heads) + 1 or any(one is None or one.number.value is None for one in cells):
        return None
    for place in (len(cells) - 1, 0):
        parts = [one for at, one in enumerate(cells) if at != place]
        agreeing = sum(
            (one.number.value for one, head in zip(parts, heads, strict=True) if one is not None and one.number.value is not None and head.role in ("share:eens", "share:helemaal_eens")),
            start=parts[0].number.value * 0,  # type: ignore[union-attr,operator]
        )  # fmt: skip
        if abs(agreeing - cells[place].number.value) <= 1:  # type: ignore[union-attr,operator]
            return [*heads, Facts(role="own")] if place else [Facts(role="own"), *heads]
    return None


def _by_place(cells: list[Found | None], heads: list[Head]) -> list[Facts] | None:
    """By where they stand, where every number is under one head and no two under the same."""
    numbers = [one for one in cells if one is not None]
    if len(numbers) != len(cells) or any(head.piece is None for head in heads):
        return None
    if len({id(head.piece) for head in heads}) != len(heads) or len({id(one.piece) for one in numbers}) != len(numbers):
        return None
    chosen: list[Head] = []
    for one in numbers:
        middle = (one.piece.left + one.piece.right) / 2
        near = [
            head for head in heads if head.piece is not None and head.piece.left - 3 <= middle <= head.piece.right + 3
        ]
        if len(near) != 1 or near[0] in chosen:
            return None
        chosen.append(near[0])
    return [head.facts for head in chosen]
