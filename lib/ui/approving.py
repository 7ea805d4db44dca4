"""Choosing an open answer: read it in its covered form, change it where needed, and approve it."""

from datetime import date
from hashlib import blake2b

import streamlit as st
from markupsafe import Markup

from lib.answers.choice import LONGEST, Approval, still_personal
from lib.answers.collection import MaskedAnswer
from lib.report import dutch
from lib.session.session import Session
from lib.ui import components, state

_INITIALS = "paraaf"
READ, APPROVED = "Lees en keur goed", "Goedgekeurd"


def count(workspace: Session) -> None:
    """How many answers were approved, whatever is selected: in view while reading goes on."""
    n = len(workspace.choice)
    words = "nog geen tip goedgekeurd" if n == 0 else f"{dutch.counted(n, 'tip', 'tips')} goedgekeurd"
    st.html(
        Markup('<p class="km-approved" role="status" data-testid="goedgekeurd">{}</p>').format(words), width="content"
    )


def button(workspace: Session, masked: MaskedAnswer) -> None:
    """What stands beside an answer in the list: read and approve it, or see that it is."""
    is_chosen = masked.key in workspace.choice.texts
    st.button(
        APPROVED if is_chosen else READ,
        key=f"kies_{masked.key}",
        type="tertiary",
        icon=":material/check_circle:" if is_chosen else ":material/rate_review:",
        help="Lees en bewerk de gekozen tekst" if is_chosen else "Lees deze tekst na en keur hem goed om te tonen",
        on_click=open_editor,
        args=(masked.key,),
    )


def open_editor(key: str | None) -> None:
    """Begin to read one answer for approval, or (None) stop doing so."""
    st.session_state.na_te_lezen = key


def editor(workspace: Session, masked: MaskedAnswer) -> None:
    """For the one answer that is being read: cover by hand what the app did not see, and approve it. Only what
    is approved here can leave the app."""
    if st.session_state.get("na_te_lezen") != masked.key:
        return
    approved = workspace.choice.texts.get(masked.key)
    with st.container(border=True, width=components.READING):
        components.note("Lees de tekst na en haal weg waaraan iemand de klant of een medewerker kan herkennen.")
        text = st.text_area(
            "Tekst zoals hij getoond wordt",
            # Covers can be longer than what they cover; the field takes no more than this.
            (masked.text if approved is None else approved)[:LONGEST],
            max_chars=LONGEST,
            key=f"tekst_{masked.key}",
        )
        left = still_personal(text or "")
        is_sure = True
        if left:
            components.note(
                f"In deze tekst lijkt nog iets persoonlijks te staan: {dutch.enumerate_words(left)}. Haal het weg, of bevestig "
                "dat het geen persoonsgegeven is."
            )
            is_sure = st.checkbox("Dit zijn geen persoonsgegevens", key=_sure_key(masked.key, text or ""))
        st.text_input(
            "Uw paraaf (niet verplicht)",
            st.session_state.get("paraaf_bewaard", ""),
            max_chars=12,
            key=_INITIALS,
            help="Wordt met de datum van vandaag bewaard bij de goedkeuring, en staat in het werkbestand.",
        )
        with st.container(horizontal=True):
            can_be_shown = bool((text or "").strip()) and is_sure
            st.button(
                "Gelezen en akkoord", type="primary", disabled=not can_be_shown, on_click=_approve, args=(masked.key,)
            )
            if approved is not None:
                st.button("Niet meer tonen", on_click=_take_back, args=(masked.key,))
            st.button("Annuleer", on_click=open_editor, args=(None,), type="tertiary")


def _sure_key(key: str, text: str) -> str:
    """Who says that nothing personal is in a text, says so of these words and no others."""
    return f"zeker_{key}_{blake2b(text.encode(errors='replace'), digest_size=8).hexdigest()}"


def _approve(key: str) -> None:
    # What stands in the field now, not what stood there when the button was drawn.
    text = str(st.session_state.get(f"tekst_{key}") or "")
    if text.strip() and (not still_personal(text) or st.session_state.get(_sure_key(key, text), False)):
        initials = str(st.session_state.get(_INITIALS) or "")
        st.session_state.paraaf_bewaard = initials
        state.choose(key, text, Approval(initials, date.today()))
        open_editor(None)


def _take_back(key: str) -> None:
    state.change_choice(state.workspace().choice.without(key))
    open_editor(None)
