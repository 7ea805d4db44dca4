"""Gegevens: open files, see what was read of them, take them away."""

import streamlit as st

from lib.ui import components, receipts, reference_editor, state

components.open_page("Gegevens")
workspace = state.workspace()

if workspace.has_data:
    components.finding(receipts.summary(workspace))
    components.page_link("overzicht", "Naar de cijfers")
else:
    components.finding("Open uw eigen klantmonitor-export en zie de cijfers van de factsheet, voor elke selectie.")

receipts.uploader()

if not workspace.is_sample:
    left, _ = st.columns([1, 2])
    left.button("Open voorbeelddata", on_click=state.open_sample, width="stretch")
    components.note("De voorbeelddata zijn verzonnen: drie bestanden van 2020 en de gepubliceerde BM.")

reference_editor.show(workspace)
receipts.show(workspace)

st.header("Wat gebeurt er met de gegevens?", anchor=False)
components.note(
    "Uw bestanden blijven op de computer waar deze app draait, alleen in het werkgeheugen. Er wordt niets bewaard en niets "
    "verstuurd. Namen, e-mailadressen en andere kolommen met persoonsgegevens worden niet ingelezen. Na acht uur zonder "
    "gebruik, of met de knop hierboven, zijn de gegevens weg."
)
