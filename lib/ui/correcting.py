"""Where a user says what a number of a draft is: another channel, question or column, or no figure at all."""

from collections.abc import Sequence

import streamlit as st

from lib.ingest.published.drafts.draft import Draft
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report import dutch
from lib.report.check.check_draft import read_numbers
from lib.report.check.check_tables import claim_words, place_words, why_words
from lib.report.check.checked import Checked
from lib.report.check.choices import column_choices, item_choices
from lib.session.corrections import Correction, spots_of
from lib.session.session import Session
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.visible import visible
from lib.ui import components, state

_KINDS = ("een cijfer", "geen cijfer")


def show(session: Session, found: Checked, draft: Draft) -> None:
    """The choice of a number and what it is, applied at once; and the way back."""
    st.header("Is een getal iets anders?", anchor=False)
    components.note(
        "Kies het getal en zeg wat het is. Het wordt meteen opnieuw nagerekend, gaat mee in uw bewaarde werk, en geldt ook "
        "voor een volgende versie van het concept met dezelfde regel."
    )
    numbers = [number for number in _in_order(found) if number.printed and number.value is not None]
    if numbers:
        _choice(session, draft, numbers, {id(one) for one in found.unread})
    _said(session, found)


def _in_order(found: Checked) -> list[PrintedNumber]:
    """What is not read first, then what is wrong, then all others, each in reading order."""
    wrong = [figure.printed for figure in found.figures if figure.verdict != "reproduces"]
    right = [figure.printed for figure in found.figures if figure.verdict == "reproduces"]
    rest = sorted([*right, *found.not_figures], key=lambda one: (one.place.page, one.place.line, one.place.order))
    return [*found.unread, *wrong, *rest]


def _choice(session: Session, draft: Draft, numbers: Sequence[PrintedNumber], unread: set[int]) -> None:
    def words(at: int) -> str:
        one = numbers[at]
        taken = claim_words(one.claim) if one.claim else why_words(one.not_figure) if one.not_figure else "niet gelezen"
        return visible(f"{one.printed} · {place_words(one.place)} · {taken}")

    at = st.selectbox("Getal", range(len(numbers)), format_func=words, key=f"getal_{len(session.corrections)}")
    number = numbers[at]
    kind = st.segmented_control(
        "Dit getal is", _KINDS, default=_KINDS[0], required=True, key=f"soort_{len(session.corrections)}_{at}"
    )
    if kind == _KINDS[1]:
        st.button("Neem over", on_click=_say, args=(session, draft, number, None, ""), key="neem_over")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        now = number.claim
        channels = list(session.channels)
        channel = st.selectbox(
            "Kanaal", channels, _place(channels, now.channel if now else None), format_func=CHANNEL_LABELS.__getitem__,
            key=f"van_kanaal_{at}", width=160,
        )  # fmt: skip
        items = item_choices(session.counts[channel])
        keys = list(items)
        item = st.selectbox(
            "Vraag", keys, _place(keys, now.item if now else None), format_func=lambda key: visible(items[key]),
            key=f"van_vraag_{at}_{channel}", width=420,
        )  # fmt: skip
        columns = column_choices(item)
        ways = list(columns)
        same = next((way for way in ways if now and way == (now.column, number.unit)), None)
        column = st.selectbox(
            "Wat ervan",
            ways,
            _place(ways, same),
            format_func=columns.__getitem__,
            key=f"van_kolom_{at}_{item}",
            width=220,
        )
    claim = Claim(channel, item, column[0], now.year if now else _year(session))
    st.button("Neem over", on_click=_say, args=(session, draft, number, claim, column[1]), key="neem_over")


def _place(options: Sequence[object], value: object) -> int:
    return options.index(value) if value in options else 0


def _year(session: Session) -> int | None:
    """The only year of the data, if there is one; a draft that names none is about what is selected."""
    years = set(session.last_years.values())
    return years.pop() if len(years) == 1 else None


def _say(session: Session, draft: Draft, number: PrintedNumber, claim: Claim | None, unit: str) -> None:
    """Keep what was said of a number, by where it stands."""
    numbers = read_numbers(session, draft)
    spots = spots_of(draft, numbers)
    for spot, one in zip(spots, numbers, strict=True):
        if one.place == number.place and one.printed == number.printed:
            state.correct(Correction(spot, claim, unit))  # type: ignore[arg-type]
            return


def _said(session: Session, found: Checked) -> None:
    """How many numbers were said to be something else, and the way back."""
    if not session.corrections:
        return
    said = dutch.counted(len(session.corrections), "keuze", "keuzes")
    lost = (
        f" {dutch.sentence(dutch.counted(found.lost, 'daarvan past', 'daarvan passen'))} bij geen regel van dit concept."
        if found.lost
        else ""
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        components.note(
            f"{dutch.sentence(said)} van u {dutch.verb(len(session.corrections), 'geldt', 'gelden')}.{lost}"
        )
        st.button(
            "Maak laatste keuze ongedaan", icon=":material/undo:", type="tertiary", on_click=state.take_back_correction
        )
