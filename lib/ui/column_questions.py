"""What recognition asks of single columns: whether one is a question of the klantmonitor, and what an answer means."""

import streamlit as st
from markupsafe import Markup

from lib.ingest.mapping import OUTSIDE, OWN, points_for, with_answer
from lib.ingest.read import ColumnReceipt
from lib.survey.catalogue import Item
from lib.ui import components
from lib.ui.columns import Columns, item_of, label_of, told

_LIKELY = 3  # questions that one column may be; the list below has all of them
_AT_ONCE = 5  # questions; who answered these gets the next ones
_OUTSIDE_LABEL = "Telt niet mee (weet niet, n.v.t.)"


def show(columns: Columns) -> None:
    """A few of the open questions, each answered in one choice."""
    asked = _asked(columns)
    unread = [] if asked else _unread(columns)
    for place, (column, items) in enumerate(asked[:_AT_ONCE]):
        _is_it(columns, place, column, items)
    for place, (column, item, answer) in enumerate(unread[:_AT_ONCE]):
        _what_is(columns, place, column, item, answer)
    more = len(asked) + len(unread) - _AT_ONCE
    if more > 0:
        components.note(f"Hierna {'volgt nog 1 vraag' if more == 1 else f'volgen nog {more} vragen'}.")


def is_open(columns: Columns) -> bool:
    """Whether anything is asked."""
    return bool(_asked(columns) or _unread(columns))


def _asked(columns: Columns) -> list[tuple[ColumnReceipt, list[Item]]]:
    """The columns that may be a question of the klantmonitor, each with those it may be, likeliest first."""
    open_ones = (one for one in columns.sheet.columns if one.asked and one.name not in columns.mapping.columns)
    likely = ((one, [item for item in map(item_of, one.near) if item is not None]) for one in open_ones)
    return [(column, items[:_LIKELY]) for column, items in likely if items]


def _unread(columns: Columns) -> list[tuple[ColumnReceipt, Item, str]]:
    """The answers of which it is not known what they mean."""
    return [
        (column, column.item, answer)
        for column in columns.sheet.columns
        if column.item is not None and points_for(column.item)
        for answer in column.unread
        if answer not in columns.mapping.answers.get(column.name, {})
    ]


def _is_it(columns: Columns, place: int, column: ColumnReceipt, items: list[Item]) -> None:
    labels = {item.key: label_of(item) for item in items}
    first, *others = labels
    with st.container(gap="xsmall", key=f"vraag_is_{columns.place}_{place}"):
        st.html(Markup("<p class=\"km-question\">Is dit '{}'?</p>{}").format(labels[first], told(column)))
        with st.container(horizontal=True, gap="small"):
            _answer(columns, place, column, first, f"Ja, dit is {labels[first]}", labels[first])
            for key in others:
                _answer(columns, place, column, key, f"Nee, dit is {labels[key]}", labels[key])
            _answer(columns, place, column, OWN, "Nee, een eigen vraag", "een eigen vraag")


def _answer(columns: Columns, place: int, column: ColumnReceipt, key: str, words: str, label: str) -> None:
    st.button(words, key=f"is_{columns.place}_{place}_{key}", on_click=columns.choose, args=(column, key, label))


def _what_is(columns: Columns, place: int, column: ColumnReceipt, item: Item, answer: str) -> None:
    labels = {**{point.key: point.label for point in points_for(item)}, OUTSIDE: _OUTSIDE_LABEL}
    key = f"betekenis_{columns.place}_{place}"
    # Another answer may stand in this place now.
    st.session_state[key] = None

    def say() -> None:
        meaning = st.session_state[key]
        if meaning is not None:
            what = f"'{answer}' in kolom '{column.name}': {labels[meaning]}."
            columns.change(lambda mapping: with_answer(mapping, column.name, answer, meaning), what)

    with st.container(gap="xsmall", key=f"vraag_wat_{columns.place}_{place}"):
        st.html(
            Markup('<p class="km-question">Wat betekent \'{}\'?</p><p class="km-note">{}</p>').format(
                answer, f"Antwoord in kolom '{column.name}', gelezen als '{label_of(item)}'."
            )
        )
        st.selectbox(
            f"Betekenis van antwoord {place + 1}",
            list(labels),
            format_func=labels.__getitem__,
            key=key,
            on_change=say,
            placeholder="Kies wat het betekent",
            label_visibility="collapsed",
            width=420,
        )
