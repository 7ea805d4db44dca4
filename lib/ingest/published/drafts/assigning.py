"""Numbers of a row, or of rows that waited for their word, to the columns in which they stand."""

from collections.abc import Sequence
from dataclasses import replace

from lib.ingest.published.drafts.columns import match_columns
from lib.ingest.published.drafts.decisions import decide, decide_local
from lib.ingest.published.drafts.draft_layout import Line
from lib.ingest.published.drafts.found import Found
from lib.ingest.published.drafts.heads import Heads
from lib.ingest.published.drafts.labels import Labels
from lib.ingest.published.drafts.printed_words import Facts, kind_of
from lib.ingest.published.drafts.row_state import State

_COLUMN_UNKNOWN = (
    "Er staan {count} getallen en {heads}; welk getal in welke kolom hoort, is niet te zien. "
    "Zet in een lege kolom een streepje, of kies zelf wat het is."
)


class Columns:
    """Gives each number its column; where that can't be known, none of the row."""

    def __init__(self, heads: Heads, labels: Labels) -> None:
        self._heads = heads
        self._labels = labels

    def values_line(self, lines: list[Line], place: int, state: State, row: list[Found | None]) -> int:
        """Numbers without a label on their line: they wait for what stands under them."""
        years = [one for one in row if one is not None and one.is_year]
        if len(row) >= 2 and len(years) * 2 == len(row) and all((one is not None and one.is_year) == (at % 2 == 0) for at, one in enumerate(row)):  # fmt: skip
            for year, one in zip(row[::2], row[1::2], strict=True):
                assert year is not None
                year.why = "year"
                if one is not None:
                    said = self._labels.known(state)
                    decide(one, Facts(item=said.item, year=int(year.number.printed)), Facts(), state, years=True)
            return place + 1
        if len(row) == 1 and years:
            years[0].why = "year"
            self.year_line(int(years[0].number.value or 0), state)
            return place + 1
        state.values.append(row)
        return place + 1

    def year_line(self, year: int, state: State) -> None:
        """A year by itself over a number: what follows is of that year, and of the item named before."""
        if state.values:
            self.flush(state, [])
        known = self._labels.known(state)
        if known.item is not None:
            state.context = replace(state.context, item=known.item)
        state.label, state.year = [], year

    def flush(self, state: State, following: list[str]) -> None:
        """Decide about the numbers that waited under the label before them."""
        rows, state.values = state.values, []
        row = [one for cells in rows for one in cells]
        if not row:
            return
        label = self._labels.known(state)
        state.label, state.year = [], None
        if label.year is not None and sum(map(len, rows)) == 1 and len(state.heads) > 1:
            state.heads = []  # "2018;" over one number is a row of years, not of the table above
        heads = self._heads.of_values(state)
        if len(rows) > 1 and all(len(cells) == len(heads) for cells in rows) and len(heads) > 1:
            for cells in rows:
                self.assign(cells, label, state)
            return
        self.assign(row, label, state)

    def give(self, state: State, facts: Facts) -> None:
        """Give the numbers that wait what a word under them says."""
        rows, state.values = state.values, []
        self.assign([one for cells in rows for one in cells], facts, state)

    def assign(self, row: list[Found | None], label: Facts, state: State) -> None:
        """Give each number of a row its column."""
        cells = decide_local(row, label, state)
        if not any(one is not None and one.is_open for one in cells):
            return
        self._drop_heads_of_others(cells, label, state)
        if _are_left_of_columns(cells, state):
            state.heads, state.heads_item = [], None
        heads = self._heads.of_values(state)
        chosen = match_columns(cells, heads, state)
        if chosen is None:
            said = f"{len(heads)} kolommen" if heads else "geen kop boven de kolommen"
            message = _COLUMN_UNKNOWN.format(count=len([one for one in cells if one is not None]), heads=said)
            for one in cells:
                if one is not None and one.is_open:
                    one.message = message
            return
        pieces = [one.piece for one in cells if one is not None]
        if len(heads) > 1 and len({id(piece) for piece in pieces}) == len(pieces) > 1 and state.columns_from is None:
            state.columns_from = min(piece.left for piece in pieces)
        for one, head in zip(cells, chosen, strict=True):
            if one is not None and one.is_open:
                decide(one, label, head, state)
        base = next((one for one in cells if one is not None and one.facts is not None and one.facts.role == "n"), None)
        if base is not None and base.number.value is not None and base.number.value == int(base.number.value):
            for one in cells:
                if one is not None and one.facts is not None and one.facts.role == "own":
                    one.n = int(base.number.value)

    def _drop_heads_of_others(self, cells: list[Found | None], label: Facts, state: State) -> None:
        """Heads of a table of scores say nothing of the counts or options under it, where they are not as many."""
        kind = _family(kind_of(label.item)) if label.item is not None else None
        if kind is not None and state.heads_kind is not None and kind != state.heads_kind and len(cells) == 1:
            state.heads = []
        if (
            state.heads_item is not None
            and label.item not in (None, state.heads_item)
            and match_columns(cells, self._heads.of_values(state), state) is None
        ):
            state.heads, state.heads_item = [], None
        if kind is not None and state.heads and state.heads_kind is None:
            state.heads_kind = kind


def _family(kind: str | None) -> str:
    return "scores" if kind in ("grade", "agree", "effort") else str(kind)


def _are_left_of_columns(cells: Sequence[Found | None], state: State) -> bool:
    """Whether numbers stand at the left of all columns of the table above, so that its heads are not theirs."""
    start = state.columns_from
    pieces = [one.piece for one in cells if one is not None]
    return start is not None and all(piece.column is None and piece.right <= start for piece in pieces)
