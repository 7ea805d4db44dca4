"""Open answers to read: what they come to, a search field, twenty at a time."""

from collections.abc import Sequence

import streamlit as st

from lib.figures import verbatims
from lib.figures.verbatims import Verbatim
from lib.report import dutch, listing, provenance, sentences
from lib.ui import components

_PAGE = 20


def show(tips: Sequence[Verbatim], *, asked: bool, said_yes: int, with_channel: bool) -> None:
    """The finding, the search field and one page of the list.

    `asked`: whether a column with tips was recognised at all. `said_yes`: how many customers said to
    have a suggestion, which not all of them wrote down. `with_channel` names each tip's channel.
    """
    if not asked:
        components.finding("In deze bestanden is geen kolom met tips herkend.")
        components.page_link("gegevens", "Bekijk wat er van elke kolom is gemaakt")
        return
    # The finding stands above the field that it depends on.
    place = st.container()
    query = st.text_input("Zoek in de tips", placeholder="bijvoorbeeld: afspraak", key="zoek") if tips else ""
    found = verbatims.search(tips, query)
    mean = verbatims.mean_grade(tips)
    mean_text = None if mean is None else dutch.figure(dutch.shown(mean, "grade"), "grade")
    with place:
        components.finding(sentences.tips_finding(len(found), len(tips), bool(query.strip()), mean_text))
    pages = -(-len(found) // _PAGE)
    number = min(st.session_state.get("tips_pagina", 1), max(pages, 1))
    if found:
        shown = found[(number - 1) * _PAGE : number * _PAGE]
        st.html(listing.to_html(shown, query, with_channel=with_channel))
    if pages > 1:
        st.pagination(pages, key="tips_pagina")
    components.explanation([], provenance.tips_lines(len(tips), said_yes, sum(tip.grade is not None for tip in tips)))
