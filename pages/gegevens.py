"""Gegevens: open files, see what was read of them, take them away."""

import streamlit as st

from lib.ingest.sandbox.precheck import limits_sentence
from lib.ui import components, receipts, reference_editor, saving, state

components.open_page("Gegevens")
components.only_for_owner()
workspace = state.workspace()

components.finding(receipts.summary(workspace))
with st.container():
    if workspace.has_data:
        components.page_link("overzicht", "Naar de cijfers")

components.waiting_note()
receipts.uploader()

# Once there is a file, what was read of it is the answer; before that, how it works can be tried.
receipts.show(workspace)

if not workspace.receipts:
    left, _ = st.columns([1, 2])
    left.button("Open voorbeelddata", on_click=state.open_sample, width="stretch")
    components.note("De voorbeelddata zijn verzonnen: drie bestanden van 2020 en de gepubliceerde BM.")

if workspace.receipts and not workspace.is_sample:
    saving.show(workspace)
reference_editor.show(workspace)

with st.expander("Wat gebeurt er met de gegevens, en hoe groot mag een bestand zijn?"):
    components.note(
        "Uw bestanden blijven op de computer waar deze app draait, alleen in het werkgeheugen. Er wordt niets bewaard en niets "
        "verstuurd. Namen, e-mailadressen en andere kolommen met persoonsgegevens worden niet ingelezen; zij dienen alleen, onherkenbaar "
        f"gemaakt met een sleutel van deze sessie, om dezelfde respondent in twee bestanden te herkennen. Na {state.kept_hours()} uur zonder "
        "gebruik, of met de knop hierboven, zijn de gegevens en de sleutel weg."
    )
    components.note(limits_sentence())
