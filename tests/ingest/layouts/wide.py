"""A row per respondent under a header of one row, as much as tools have in common."""

from collections.abc import Callable, Sequence
from itertools import chain

from lib.survey.catalogue import Item
from tests.ingest.exports import Cell
from tests.ingest.layouts.truth import Answer, Respondent, Returned, chosen, label, question

Read = Callable[[Item, Answer], str]


def in_one_cell(separator: str, end: str = "") -> Read:
    """Several answers in one cell, one text after the other."""

    def read(item: Item, answer: Answer) -> str:
        texts = chosen(item, answer)
        return "" if texts is None else separator.join(texts) + end

    return read


def headers(returned: Returned, joined: str | None) -> list[str]:
    """The question texts. `joined`: how an option stands behind its question, None where all options
    stand in one cell."""
    return list(chain.from_iterable(_headers(item, joined) for item in returned.questions))


def _headers(item: Item, joined: str | None) -> list[str]:
    if item.kind != "multi" or joined is None:
        return [question(item)]
    return [joined.format(question=question(item), option=point.label) for point in item.points]


def cells(
    returned: Returned, respondent: Respondent, several: Read | tuple[str, str], outside: str = "weet niet"
) -> list[str]:  # fmt: skip
    """The answers of a respondent. `several`: how several answers stand in one cell, or what stands in
    the column of an option that was chosen and that was not ("{option}" is its text)."""
    found: list[str] = []
    for item in returned.questions:
        answer = respondent.answers[item.key]
        if item.kind != "multi":
            found.append(label(item, answer, outside))
        elif isinstance(several, tuple):
            found.extend(_per_option(item, answer, *several))
        else:
            found.append(several(item, answer))
    return found


def _per_option(item: Item, answer: Answer, yes: str, no: str) -> list[str]:
    texts = chosen(item, answer)
    if texts is None:
        return [""] * len(item.points)
    return [(yes if point.label in texts else no).format(option=point.label) for point in item.points]


def text(rows: Sequence[Sequence[Cell]], replaced: dict[str, str]) -> list[list[Cell]]:
    """The rows with whole cells replaced by others."""
    return [[replaced.get(cell, cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
