"""The view Thema's: what the open answers are about, and the list of words that decides it."""

import streamlit as st
from markupsafe import Markup

from lib.answers import themes
from lib.answers.themes import NEW_LABEL, Theme, checked, default_themes
from lib.report import theme_tables
from lib.survey.visible import visible
from lib.ui import components, state
from lib.ui.open_answers import OpenAnswers


def show(opened: OpenAnswers) -> None:
    """The themes of the selection, one of them by product, and the list to change."""
    with opened.place:
        components.finding(theme_tables.finding(opened.masked, opened.workspace.themes))
    if opened.masked:
        table = theme_tables.counts_table(opened.masked, opened.workspace.themes)
        in_file = theme_tables.counts_table(opened.masked, opened.workspace.themes, for_file=True)
        components.table(table, "themas", in_file=in_file)
        components.note(theme_tables.RULE)
        _by_product(opened)
    components.section("De themalijst")
    _editor(opened.workspace.themes)


def _by_product(opened: OpenAnswers) -> None:
    components.section("Per product")
    labels = opened.theme_labels
    ranked = theme_tables.ranked(opened.masked, labels)
    theme = st.selectbox("Thema", ranked, format_func=labels.__getitem__, key="thema_product", width=340)
    table = theme_tables.by_product_table(opened.masked, theme, labels[theme])
    if table.rows:
        in_file = theme_tables.by_product_table(opened.masked, theme, labels[theme], for_file=True)
        components.table(table, "thema_producten", in_file=in_file)
    else:
        components.note("Er zijn geen producten met tien of meer open antwoorden.")


def _editor(known: tuple[Theme, ...]) -> None:
    """One theme at a time: its name and its words, with commas between them."""
    components.note(
        "Een tip hoort bij een thema als er een van de woorden in staat, in welke vorm ook. Met * aan het eind telt elk woord dat "
        "zo begint, met * vooraan elk woord dat zo eindigt, met = ervoor alleen precies dat woord. Woordgroepen tellen in deze "
        "volgorde. Staat er in dezelfde zin iets uit de laatste lijst, dan telt het thema daar niet."
    )
    names = [theme.label for theme in known]
    chosen = st.selectbox("Pas aan", [*names, NEW_LABEL], key="thema_bewerken", width=340, format_func=visible)
    theme = next((one for one in known if one.label == chosen), Theme("", "", ()))
    # Fields of another list begin with what is in that list.
    key = f"{hash(known)}_{theme.key}"
    with st.form(f"thema_{key}", border=False):
        label = st.text_input("Naam", theme.label, max_chars=80)
        words = st.text_area("Woorden, met komma's ertussen", ", ".join(theme.words))
        phrases = st.text_area("Woordgroepen, met komma's ertussen", ", ".join(theme.phrases))
        unless = st.text_area("Niet als in dezelfde zin staat", ", ".join(theme.unless))
        with st.container(horizontal=True):
            save = st.form_submit_button("Pas toe", type="primary")
            remove = chosen != NEW_LABEL and st.form_submit_button("Verwijder dit thema")
    row: dict[str, object] = {"key": theme.key, "label": label, "words": words, "phrases": phrases, "unless": unless}
    rows = themes.as_rows(known)
    places = [place for place, one in enumerate(known) if one.key == theme.key]
    if save:
        _use([*rows[: places[0]], row, *rows[places[0] + 1 :]] if places else [*rows, row])
    elif remove:
        _use([one for place, one in enumerate(rows) if place not in places])
    with st.container(horizontal=True):
        st.download_button(
            "Bewaar de themalijst",
            themes.to_json(known),
            "themalijst.json",
            "application/json",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )
        if known != default_themes():
            st.button(
                "Terug naar de lijst van de app", on_click=state.use_themes, args=(default_themes(),), type="tertiary"
            )
    components.note(
        "De lijst gaat ook mee als u op Gegevens de koppeling bewaart. Een bewaarde lijst opent u op Gegevens."
    )


def _use(rows: list[dict[str, object]]) -> None:
    """Take a changed list, or say what is wrong with it; then nothing changes."""
    found, wrong = checked(rows)
    if wrong:
        st.html(Markup("").join(Markup('<p class="km-note">{}</p>').format(visible(line)) for line in wrong))
    else:
        state.use_themes(found)
        st.rerun()
