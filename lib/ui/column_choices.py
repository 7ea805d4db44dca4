"""A choice per column of what it is: what was not recognised first, with its answers and why it was not."""

from collections.abc import Sequence

import streamlit as st

from lib.ingest.mapping import IGNORE, targets
from lib.ingest.read import ColumnReceipt
from lib.survey.catalogue import ALL_CHANNELS, CHANNEL_LABELS
from lib.ui import components
from lib.ui.columns import Columns, custom_kind_key, label_of, told

_OWN_LABELS = {
    "own:grade": "Eigen vraag met rapportcijfer",
    "own:agree": "Eigen stelling (eens/oneens)",
    "own:choice": "Eigen meerkeuzevraag",
    "own:text": "Eigen open vraag",
}
_OWN_OPTION = "own:option"  # as recognised; nobody chooses it
_AS_RECOGNISED = "recognised"
# A page with more lists than this no longer answers at once.
_MOST_COLUMNS = 150


def show(columns: Columns) -> None:
    """The columns that were not recognised or of which the user said something, then on demand the others,
    and the channel."""
    first = [column for column in columns.sheet.columns if _is_first(columns, column)]
    others = [column for column in columns.sheet.columns if column not in first]
    if first:
        st.html('<h4 class="km-part">Niet herkend, of door u gekozen</h4>')
        _lists(columns, first)
    if others:
        label = "Ook de andere kolom" if len(others) == 1 else f"Ook de andere {len(others)} kolommen"
        if not first or st.toggle(label, key=f"alle_{columns.place}"):
            _lists(columns, others)
    _channel(columns)


def _is_first(columns: Columns, column: ColumnReceipt) -> bool:
    # What was just chosen keeps its place in the list.
    return column.name in columns.mapping.columns or (column.item is None and not column.is_identifier)


def _lists(columns: Columns, some: Sequence[ColumnReceipt]) -> None:
    if len(some) > _MOST_COLUMNS:
        components.note(f"Van de {len(some)} kolommen staan er hier {_MOST_COLUMNS}.")
    labels = {IGNORE: "Geen vraag", **{key: label_of(item) for key, item in targets().items()}, **_OWN_LABELS}
    places = {column.name: place for place, column in enumerate(columns.sheet.columns)}
    for column in some[:_MOST_COLUMNS]:
        _list(columns, places[column.name], column, labels)


def _list(columns: Columns, place: int, column: ColumnReceipt, labels: dict[str, str]) -> None:
    left, right = st.columns([3, 2], vertical_alignment="center")
    left.html(told(column, (column.evidence,)))
    choice = _choice(column)
    if choice == _OWN_OPTION:
        labels = {**labels, _OWN_OPTION: "Eigen vraag met meer antwoorden"}
    key = f"kolom_{columns.place}_{place}"
    # What was chosen counts already, so that the list always shows what the file was read with.
    st.session_state[key] = choice

    def choose() -> None:
        columns.choose(column, st.session_state[key], labels[st.session_state[key]])

    right.selectbox(
        f"Vraag bij kolom {place + 1}",
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        on_change=choose,
        label_visibility="collapsed",
    )


def _choice(column: ColumnReceipt) -> str:
    """What stands in the list for a column: what it was taken for."""
    if column.item is None:
        return IGNORE
    return (custom_kind_key(column.item) or _OWN_OPTION) if column.item.custom else column.item.key


def _channel(columns: Columns) -> None:
    labels = {_AS_RECOGNISED: "Zoals herkend"} | {str(channel): CHANNEL_LABELS[channel] for channel in ALL_CHANNELS}
    key = f"kanaal_{columns.place}"
    st.session_state[key] = columns.mapping.channel or _AS_RECOGNISED

    def choose() -> None:
        chosen = st.session_state[key]
        columns.set_channel(None if chosen == _AS_RECOGNISED else chosen, f"Kanaal: {labels[chosen].lower()}.")

    st.selectbox("Kanaal", list(labels), format_func=labels.__getitem__, key=key, on_change=choose, width=420)
