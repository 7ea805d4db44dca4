"""The view Lezen: a search field, filters, and the open answers twenty at a time."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from lib.answers.collection import MaskedAnswer
from lib.answers.search import Query
from lib.answers.themes import EVERY_LABEL
from lib.answers.wish import BANDS, LONG, SHORT, Length, Order, Wish, wanted
from lib.render.html import table_html
from lib.report import listing, provenance, tip_sentences, tip_tables
from lib.survey import catalogue
from lib.ui import approving, components
from lib.ui.open_answers import OpenAnswers

Value = TypeVar("Value")

_PAGE = 20
_SEARCH, _FIELD = 200, 150  # pixels; all fields fit beside each other
_BAND_LABELS = {f"Cijfer {band.replace('-', ' tot en met ')}": band for band in BANDS}
_LENGTHS: dict[str, Length] = {
    f"Kort (tot en met {SHORT} woorden)": "short",
    f"Middellang ({SHORT + 1} tot en met {LONG - 1} woorden)": "middle",
    f"Lang (vanaf {LONG} woorden)": "long",
}
_ORDERS: dict[str, Order] = {
    "Nieuwste eerst": "date",
    "Laagste cijfer eerst": "low",
    "Hoogste cijfer eerst": "high",
    "Langste eerst": "long",
    "Kortste eerst": "short",
}
_BEST: dict[str, Order] = {"Beste treffer eerst": "best"}


def show(opened: OpenAnswers) -> None:
    """The finding, the search field with its filters, and one page of the list."""
    wish, is_large = _filters(opened)
    query = _query(opened, wish.typed)
    found = wanted(opened.workspace.tips, opened.masked, wish)
    with opened.place:
        components.finding(
            tip_sentences.reading_finding(found, opened.masked, wish.is_filter, opened.theme_labels, wish.theme),
        )
    for sentence in tip_sentences.searched_words(query):
        components.note(sentence)
    _list(opened, found, wish, query, is_large=is_large)
    _covered(opened)
    tips = sum(one.about.question == "tip" for one in opened.masked)
    asked = [each.tips for each in opened.figures if each.tips is not None]
    components.explanation(
        [],
        [
            *provenance.tips_lines(tips, sum(asked) if asked else None),
            *tip_sentences.THEME_RULES,
            *tip_sentences.COVER_RULES,
        ],
    )


def _query(opened: OpenAnswers, typed: str) -> Query:
    if not typed.strip():
        return Query(())
    with st.spinner("Alle woorden in de open antwoorden op een rij zetten…"):
        return opened.workspace.tips.index.read(typed)


def _search() -> str:
    typed = st.text_input(
        "Zoek in de open antwoorden",
        placeholder="bijvoorbeeld: wachten -balie",
        help='Alle woorden moeten voorkomen, in welke vorm ook. "Tussen aanhalingstekens": precies zo. Een streepje voor een '
        "woord: zonder dat woord.",
        key="zoek",
        persist_state="page",
        width=_SEARCH,
    )
    return typed or ""


def _filters(opened: OpenAnswers) -> tuple[Wish, bool]:
    """The fields beside each other, two by two on a phone; only what can make a difference."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="tipfilters"):
        typed = _search()
        kinds = {label: key for key, label in opened.questions.items()}
        question = _choose("Soort", kinds, "Alles", "soort") if len(kinds) > 1 else None
        theme = _choose("Thema", {label: key for key, label in opened.theme_labels.items()}, EVERY_LABEL, "thema")
        asked = any(each.overall is not None for each in opened.figures)
        band = _choose("Rapportcijfer", _BAND_LABELS, "Alle cijfers", "cijfer") if asked else None
        # A search opens with its best hits, a list with the latest; each keeps its own order.
        orders, key = ({**_BEST, **_ORDERS}, "volgorde_zoek") if typed.strip() else (_ORDERS, "volgorde")
        order = orders[st.selectbox("Volgorde", list(orders), key=key, bind="query-params", width=_FIELD)]
        with st.popover("Meer", width=95, help="Terugkomen, lengte en grote letters"):
            again = any(each.repeat_visit is not None for each in opened.figures)
            options = _repeat_visit_options() if again else {}
            repeat_visit = _choose("Terugkomen", options, "Alle antwoorden", "terug") if again else None
            length = _choose("Lengte", _LENGTHS, "Elke lengte", "lengte")
            is_large = st.toggle("Grote letters", key="groot", bind="query-params")
    return Wish(typed, question, band, theme, repeat_visit, length, order), is_large


def _choose(label: str, options: dict[str, Value], everything: str, key: str) -> Value | None:
    chosen = st.selectbox(label, [everything, *options], key=key, bind="query-params", width=_FIELD)
    return options.get(chosen)


def _repeat_visit_options() -> dict[str, str]:
    item = catalogue.find("herhaalbezoek")
    return {} if item is None else {point.label: point.key for point in item.points}


def _list(opened: OpenAnswers, found: Sequence[MaskedAnswer], wish: Wish, query: Query, *, is_large: bool) -> None:
    """One page of the list, each answer with a button to choose it."""
    pages = -(-len(found) // _PAGE)
    asked = (wish, opened.selection, pages)
    if st.session_state.get("tips_gevraagd") != asked:
        # Another list has pages of its own, and begins at the first.
        st.session_state.tips_gevraagd = asked
        st.session_state.tips_lijst = st.session_state.get("tips_lijst", 0) + 1
    key = f"tips_pagina_{st.session_state.tips_lijst}"
    number = min(st.session_state.get(key, 1), max(pages, 1))
    with st.container(gap=None):
        _answers(opened, found[(number - 1) * _PAGE : number * _PAGE], wish, query, is_large=is_large)
    if pages > 1:
        st.pagination(pages, key=key)


def _answers(opened: OpenAnswers, found: Sequence[MaskedAnswer], wish: Wish, query: Query, *, is_large: bool) -> None:
    matcher = opened.workspace.tips.matcher(opened.workspace.themes)
    for one in found:
        themed = [] if wish.theme is None else [hit for hit in matcher.hits(one.text) if hit.theme == wish.theme]
        spans = [*query.hits(one.text), *((hit.start, hit.end) for hit in themed)]
        below = listing.meta(one.about, with_channel=opened.several_channels, with_question=len(opened.questions) > 1)
        about = [opened.theme_labels[theme] for theme in one.themes if theme in opened.theme_labels]
        with components.article(listing.article(one.text, below, spans, themes=about, is_large=is_large)):
            approving.button(opened.workspace, one)
        approving.editor(opened.workspace, one)


def _covered(opened: OpenAnswers) -> None:
    """The log of what is covered: numbers, never words."""
    log = opened.workspace.tips.log
    with st.expander("Welke persoonsgegevens zijn afgedekt?"):
        components.note(tip_sentences.covered_finding(log))
        if any(log.values()):
            st.html(table_html(tip_tables.covered_table(log, opened.questions)))
        components.note(
            "Wat onder een afdekking staat, laat de app nergens zien, ook niet bij zoeken; u vindt het alleen in uw eigen bestand."
        )
