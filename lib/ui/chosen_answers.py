"""The view Gekozen: the answers that were approved, one by one in large type or to take along as a file."""

import streamlit as st

from lib.answers import choice
from lib.answers.collection import MaskedAnswer
from lib.render.csv_file import table_csv
from lib.report import dutch, listing, tip_sentences, tip_tables
from lib.report.stops import approved_stops
from lib.ui import approving, components, state
from lib.ui.open_answers import OpenAnswers


def show(opened: OpenAnswers) -> None:
    """What is chosen within the selection; the rest is counted."""
    chosen = opened.workspace.choice
    shown = tip_tables.approved(chosen, opened.masked)
    with opened.place:
        components.finding(tip_sentences.chosen_finding(len(shown), len(chosen) - len(shown)))
    if shown:
        if st.toggle("Eén voor één, in het groot", key="een_voor_een", bind="query-params"):
            _one_by_one(opened, shown)
        else:
            _list(opened, shown)
        _to_presentation(opened)
    if len(chosen):
        _files(opened, shown)
    components.note("Een keuze die u eerder bewaarde, opent u op Gegevens, bij uw andere bestanden.")
    components.page_link("gegevens", "Naar Gegevens")


def _to_presentation(opened: OpenAnswers) -> None:
    """The approved tips of the selection as stops, one at a time. Where the user arranged no presentation, they are in it
    by themselves."""
    stops = opened.workspace.stops
    new = [each for each in approved_stops(opened.workspace, opened.selection) if each not in stops] if stops else []

    def add() -> None:
        state.arrange((*stops, *new))
        st.toast(f"{dutch.counted(len(new), 'tip staat', 'tips staan')} achteraan in de presentatie.")

    st.button(
        "Voeg toe aan presentatie", icon=":material/add_to_queue:", type="tertiary", on_click=add, disabled=not new,
        help=None if new else "Wat u goedkeurt en aan een zaal getoond mag worden, staat al in de presentatie.",
    )  # fmt: skip


def _one_by_one(opened: OpenAnswers, shown: list[tuple[MaskedAnswer, str]]) -> None:
    """One approved text across the screen, for a room; the arrow keys lead on."""
    number = min(max(st.session_state.get("tip_nummer", 0), 0), len(shown) - 1)
    masked, text = shown[number]
    st.html(listing.article(text, listing.meta(masked.about, with_channel=opened.several_channels), is_large=True))

    def go(step: int) -> None:
        st.session_state.tip_nummer = number + step

    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Vorige", on_click=go, args=(-1,), disabled=number == 0, shortcut="Left")
        st.button("Volgende", on_click=go, args=(1,), disabled=number == len(shown) - 1, shortcut="Right")
        components.note(f"{number + 1} van {len(shown)}")


def _list(opened: OpenAnswers, shown: list[tuple[MaskedAnswer, str]]) -> None:
    """All approved texts, to read once more, change, put in order or take away."""
    for place, (masked, text) in enumerate(shown):
        below = listing.meta(masked.about, with_channel=opened.several_channels)
        approval = opened.workspace.choice.approvals.get(masked.key)
        if approval is not None:
            who = f" door {approval.by}" if approval.by else ""
            below = " · ".join(part for part in (below, f"goedgekeurd{who} op {dutch.day(approval.on)}") if part)
        with components.article(listing.article(text, below)):
            st.button(
                "Bewerk",
                key=f"bewerk_{masked.key}",
                type="tertiary",
                icon=":material/edit:",
                on_click=approving.open_editor,
                args=(masked.key,),
            )
            steps = -_distance(opened, shown, place)
            st.button(
                "Omhoog",
                key=f"omhoog_{masked.key}",
                type="tertiary",
                icon=":material/arrow_upward:",
                disabled=place == 0,
                on_click=_move,
                args=(masked.key, steps),
            )
        approving.editor(opened.workspace, masked)


def _distance(opened: OpenAnswers, shown: list[tuple[MaskedAnswer, str]], place: int) -> int:
    """How many places an answer is behind the one shown before it: others may lie outside the selection."""
    keys = list(opened.workspace.choice.texts)
    return 0 if place == 0 else keys.index(shown[place][0].key) - keys.index(shown[place - 1][0].key)


def _move(key: str, steps: int) -> None:
    state.change_choice(state.workspace().choice.moved(key, steps))


def _files(opened: OpenAnswers, shown: list[tuple[MaskedAnswer, str]]) -> None:
    with st.container(horizontal=True):
        st.download_button(
            "Bewaar de keuze",
            choice.to_json(opened.workspace.choice),
            "gekozen_tips.json",
            "application/json",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )
        if shown:
            st.download_button(
                "Download gekozen tips (CSV)",
                table_csv(tip_tables.approved_table(shown)),
                f"{components.file_name('gekozen_tips')}.csv",
                "text/csv",
                type="tertiary",
                icon=":material/download:",
                on_click="ignore",
            )
