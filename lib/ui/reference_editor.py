"""Published figures without a file: paste a printed table, or type BM and own figures per question."""

from datetime import date

import pandas as pd
import streamlit as st
from markupsafe import Markup

from lib.ingest.published.reference_lines import items_with_figure
from lib.ingest.published.references import Typed, read_typed
from lib.session.session import Session
from lib.survey.catalogue import CHANNEL_LABELS, CHANNELS, Item
from lib.survey.references import References
from lib.ui import components, receipts, state

_FIRST_YEAR = 2000
_BENCHMARK, _OWN, _QUESTION, _UNIT = "BM", "Eigen cijfer", "Vraag", "Schaal"
_UNITS = {"grade": "1 tot 10", "agree": "% eens", "effort": "−100 tot 100"}
_EXAMPLE = "Balie 2020\nAspect   Eigen   BM\nOpeningstijden   8,2   8,0"
_ROW_HEIGHT = 35  # pixels
_LONGEST = 50_000  # characters; a factsheet has some two thousand


def show(workspace: Session) -> None:
    """Both ways, folded until someone wants one of them."""
    _told()
    pasted = st.expander("Plak een gedrukte tabel met BM", key="plak_referenties", on_change="rerun")
    if pasted.open:
        with pasted:
            _paste(workspace)
    typed = st.expander("Vul BM zelf in", key="vul_referenties", on_change="rerun")
    if typed.open:
        with typed:
            _type(workspace)


def _told() -> None:
    """What became of the figures that were just handed over."""
    told = st.session_state.pop("referenties_overgenomen", None)
    if told is not None:
        st.html(Markup('<p class="km-text" role="status">{}</p>').format(told))


def _paste(workspace: Session) -> None:
    with st.form("plak_tabel", border=False):
        text = st.text_area(
            "Tabel uit een factsheet: vraag, eigen cijfer, BM",
            height=220,
            placeholder=_EXAMPLE,
            key="geplakt",
            max_chars=_LONGEST,
        )
        year = st.number_input("Jaar, als het er niet bij staat", _FIRST_YEAR, 2100, None, 1, key="geplakt_jaar")
        components.note("Neem de kop mee: een regel met kanaal en jaar, en de kolomkop BM.")
        pressed = st.form_submit_button("Neem over")
    if not pressed:
        return
    read = state.read_pasted(_free_name(workspace), str(text or ""), None if year is None else int(year))
    if not read.references.rows:
        receipts.problems(read.problems)
        return
    state.add_references(read)
    _done(len(read.references.rows))


def _free_name(workspace: Session) -> str:
    """A name for what is pasted, next to what was pasted before."""
    number = 1 + sum(name.startswith("Geplakte tabel") for name in workspace.references_read)
    while (name := f"Geplakte tabel {number}") in workspace.references_read:
        number += 1
    return name


def _type(workspace: Session) -> None:
    left, right = st.columns(2)
    opened = workspace.channels or CHANNELS
    channel = left.selectbox(
        "Kanaal",
        sorted(CHANNELS, key=lambda one: one not in opened),
        format_func=CHANNEL_LABELS.__getitem__,
        key="invullen_kanaal",
    )
    year = int(right.number_input("Jaar", _FIRST_YEAR, 2100, _year_of(workspace), 1, key="invullen_jaar"))
    items = items_with_figure(channel)
    with st.form("vul_tabel", border=False):
        edited = st.data_editor(
            _frame(items, workspace.references, channel, year),
            hide_index=True,
            height=_ROW_HEIGHT * (len(items) + 1) + 2,
            row_height=_ROW_HEIGHT,
            placeholder="",
            disabled=[_QUESTION, _UNIT],
            column_config={
                _QUESTION: st.column_config.TextColumn(_QUESTION),
                _UNIT: st.column_config.TextColumn(_UNIT),
                _BENCHMARK: st.column_config.NumberColumn(_BENCHMARK, step=0.1),
                _OWN: st.column_config.NumberColumn(_OWN, step=0.1),
            },
            key=f"invullen_{channel}_{year}",
            alt=f"BM en eigen cijfers van {CHANNEL_LABELS[channel].lower()} in {year}",
        )
        pressed = st.form_submit_button("Neem over")
    if not pressed:
        return
    read = read_typed(channel, year, [_typed(item, row) for item, row in zip(items, edited.itertuples(), strict=True)])
    if read.problems or not read.references.rows:
        receipts.problems(read.problems)
        if not read.problems:
            components.note("Vul ten minste één cijfer in.")
        return
    state.add_references(read)
    _done(len(read.references.rows))


def _year_of(workspace: Session) -> int:
    """The year that BM is most likely typed for: that of the last answers."""
    return max(workspace.last_years.values(), default=date.today().year)


def _frame(items: tuple[Item, ...], references: References, channel: str, year: int) -> pd.DataFrame:
    """The table to type in, with what is known already; shares as whole percents."""
    rows = []
    for item in items:
        known = (references.benchmark(channel, item.key, year), references.own_by_year(channel, item.key).get(year))
        factor = 100 if item.kind == "agree" else 1
        rows.append(
            (item.label, _UNITS[item.kind], *(None if value is None else float(value * factor) for value in known))
        )
    frame = pd.DataFrame(rows, columns=[_QUESTION, _UNIT, _BENCHMARK, _OWN])
    return frame.astype({_BENCHMARK: "float64", _OWN: "float64"})


def _typed(item: Item, row: tuple[object, ...]) -> Typed:
    benchmark, own = (value if isinstance(value, float) and value == value else None for value in row[-2:])
    return Typed(item, benchmark, own)


def _done(count: int) -> None:
    words = "1 rij is overgenomen; die staat" if count == 1 else f"{count} rijen zijn overgenomen; die staan"
    st.session_state.referenties_overgenomen = f"{words} bij de geopende bestanden."
    st.rerun()
