"""The question whether a file takes the place of an earlier one of its name, with the figures that hang on it."""

from dataclasses import replace
from typing import get_args

import streamlit as st
from markupsafe import Markup

from lib.figures.channel import count_channels
from lib.ingest.read import FileReceipt, survey_of
from lib.render.html import table_html
from lib.report import drafts, dutch
from lib.report.tables import Table
from lib.session.session import Session
from lib.session.versions import Answer, Version, left_out
from lib.ui import components, state


def questions(workspace: Session) -> None:
    """What is not answered yet, one question per file."""
    for name in workspace.asked:
        _ask(workspace, name, workspace.versions[name])


def told(workspace: Session, name: str) -> None:
    """What there is to say of one export, if there is an earlier or a later one of its name."""
    version = workspace.versions.get(name)
    if version is not None and version.answer is None:
        components.note("Telt nog niet mee: beantwoord eerst de vraag hierboven.")
    elif version is not None:
        how = f"Telt in plaats van {version.of}." if version.answer == "replaces" else f"Telt mee naast {version.of}."
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            components.note(how)
            st.button(
                "Ongedaan maken",
                key=f"versie_terug_{name}",
                on_click=state.answer_version,
                args=(name, None),
                type="tertiary",
                icon=":material/undo:",
            )
    by = next((new for new, one in workspace.versions.items() if one.of == name and one.answer == "replaces"), None)
    if by is not None:
        components.note(f"Vervangen door {by}; telt niet mee.")


def _ask(workspace: Session, name: str, version: Version) -> None:
    receipt = workspace.receipts[name]
    respondents = f"{dutch.number(version.shared)} van de {dutch.number(receipt.respondents)} respondenten"
    why = f"{respondents} in dit bestand staan ook in {version.of}. Tot u kiest, telt alleen {version.of} mee."
    with st.container(gap="xsmall", key=f"vraag_versie_{name}"):
        st.html(
            Markup(
                '<p class="km-text">{}</p><p class="km-question">Vervangt dit {}?</p><p class="km-text">{}</p>'
            ).format(name, version.of, why)
        )
        table = _effect(workspace, name, version)
        if table is not None:
            st.html(table_html(table))
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Ja, dit vervangt het", key=f"vervang_{name}", on_click=state.answer_version, args=(name, "replaces")
            )
            st.button("Nee, tel beide mee", key=f"beide_{name}", on_click=state.answer_version, args=(name, "both"))


def _effect(workspace: Session, name: str, version: Version) -> Table | None:
    """Made once for the files as they are, not at every click elsewhere."""
    key = f"versie_{name}"
    kept = st.session_state.get(key)
    if kept is None or kept[0] is not workspace.survey:
        replaced, both = (
            count_channels(survey_of(_counted(workspace, name, replace(version, answer=answer)), workspace.keep))
            for answer in get_args(Answer)
        )
        kept = st.session_state[key] = (workspace.survey, drafts.versions_table(workspace.counts, replaced, both))
    return kept[1]


def _counted(workspace: Session, name: str, version: Version) -> list[FileReceipt]:
    """The exports that would count with this answer."""
    out = left_out({**workspace.versions, name: version})
    return [receipt for one, receipt in workspace.receipts.items() if one not in out]
