"""The receipt of each file on the page Gegevens: what was read, and what was not."""

import streamlit as st
from markupsafe import Markup

from lib.answers.saved import TipsRead
from lib.ingest.join.duplicates import Keep
from lib.ingest.mapping import MappingRead, unused
from lib.ingest.published.references import not_of_the_data
from lib.ingest.read import FileReceipt, SheetReceipt
from lib.ingest.receipt import LeftOut, ReferencesRead
from lib.render.html import table_html
from lib.report import dutch
from lib.report.tables import Cell, Column, Table
from lib.session.session import Session
from lib.survey.catalogue import ALL_CHANNELS, CHANNEL_LABELS, whole_label
from lib.survey.problems import Problem
from lib.ui import components, mapping_editor, same_name, state, uploads

_TYPES = ["xlsx", "xlsm", "xls", "ods", "csv", "txt", "tsv", "json", "klantmonitor"]
_REPEATED: dict[Keep, str] = {"both": "Beide meetellen", "last": "Alleen het laatste antwoord"}
_WITHOUT_CHANNEL = ("own_survey", "channel_unknown")
_HAS_BUTTONS = (*_WITHOUT_CHANNEL, "question_asked")  # said where they are answered
_LEFT_OUT: dict[LeftOut, str] = {
    "blank": "lege rijen overgeslagen",
    "header": "herhaalde kopregels overgeslagen",
    "total": "totaalregels overgeslagen",
    "note": "opmerkingen onder de antwoorden overgeslagen",
    "no_answer": "rijen zonder antwoord overgeslagen",
    "no_channel": "rijen zonder kanaal overgeslagen",
    "joined": "rijen gelezen als verdere antwoorden van dezelfde respondent",
    "no_respondent": "rijen zonder respondentnummer overgeslagen",
}
_MARKS = {"error": "✕", "warning": "!", "info": "i"}


def summary(workspace: Session) -> str:
    """How much is open: respondents per channel, and what could not be read; else what to do first."""
    if not workspace.has_data:
        return (
            "Er zijn nog geen cijfers: hieronder staat per bestand wat er nodig is."
            if workspace.receipts
            else "Open uw eigen klantmonitor-export en zie de cijfers van de factsheet, voor elke selectie."
        )
    parts = [
        f"{CHANNEL_LABELS[channel].lower()} {dutch.number(len(answers))}"
        for channel, answers in workspace.survey.channels.items()
    ]
    unread = [name for name, receipt in workspace.receipts.items() if not receipt.is_read]
    told = f"Geopend: {dutch.number(len(workspace.survey))} respondenten ({dutch.enumerate_words(parts)})."
    told = f"{told} Telt nog niet mee: {dutch.enumerate_words(workspace.asked)}." if workspace.asked else told
    return f"{told} Niet gelezen: {dutch.enumerate_words(unread)}." if unread else told


def uploader() -> None:
    """The place to drop files; what is dropped is read at once and then leaves the widget."""
    st.session_state.setdefault("uploads", 0)
    files = st.file_uploader(
        "Exports, referentiecijfers, koppelingen en gekozen tips (meer bestanden tegelijk mag)",
        type=_TYPES,
        accept_multiple_files=True,
        key=f"upload_{st.session_state.uploads}",
    )
    if files:
        state.add_files([(file.name, file.getvalue()) for file in files])
        for file in files:
            uploads.release(file)
        st.session_state.uploads += 1
        st.rerun()


def show(workspace: Session) -> None:
    """A receipt per file, with a button to take it away."""
    of_tips = {name: read for name, read in workspace.tips_read.items() if name not in workspace.mappings_read}
    count = len(workspace.receipts) + len(workspace.references_read) + len(workspace.mappings_read) + len(of_tips)
    if count == 0:
        return
    st.header("Geopende bestanden", anchor=False)
    with st.container(gap="small"):
        problems((*workspace.told, *workspace.survey.problems))
        _repeated(workspace)
        same_name.questions(workspace)
    for name, receipt in workspace.receipts.items():
        with _file(name):
            # A place each, so that what is told above the lists never moves them.
            with st.container(gap="small"):
                same_name.told(workspace, name)
            # What doesn't count needs no mending.
            if receipt in workspace.counted:
                with st.container(gap="small"):
                    _export(workspace, receipt)
                mapping_editor.show(workspace, receipt)
    for name, saved in workspace.mappings_read.items():
        with _file(name):
            _mapping(workspace, saved)
            if name in workspace.tips_read:
                _tips(workspace.tips_read[name])
    for name, tips in of_tips.items():
        with _file(name):
            _tips(tips)
    for name, read in workspace.references_read.items():
        with _file(name):
            _references(workspace, read)
    if count > 1:
        st.button("Verwijder alle bestanden", on_click=state.remove_all)


def _repeated(workspace: Session) -> None:
    """What counts of one respondent id with different answers, asked where that occurs."""
    if not any(problem.code == "duplicates_differ" for problem in workspace.survey.problems):
        return
    chosen = st.radio(
        "Wat telt bij dezelfde respondent met andere antwoorden?",
        list(_REPEATED),
        list(_REPEATED).index(workspace.keep),
        format_func=_REPEATED.__getitem__,
        horizontal=True,
    )
    if chosen != workspace.keep:
        state.count_of_repeated(chosen)
        st.rerun()


def _file(name: str) -> "st.delta_generator.DeltaGenerator":
    box = st.container(border=False, gap="small")
    with box:
        head = st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center")
        head.html(Markup('<h3 class="km-file">{}</h3>').format(name), width="stretch")
        head.button(
            "Verwijder",
            key=f"verwijder_{name}",
            on_click=state.remove_file,
            args=(name,),
            type="tertiary",
            icon=":material/delete:",
            help="Haal dit bestand weg",
        )
    return box


def _export(workspace: Session, receipt: FileReceipt) -> None:
    components.note(" ".join(map(_sheet_line, receipt.sheets)))
    _channel(workspace, receipt)
    told = tuple(problem for problem in receipt.problems if problem.code not in _HAS_BUTTONS)
    # What went well needs no reading: it is folded, with what was found of each column.
    problems(tuple(problem for problem in told if problem.severity != "info"))
    if receipt.sheets:
        with st.expander("Wat is er van elke kolom herkend?"):
            problems(tuple(problem for problem in told if problem.severity == "info"))
            for sheet in receipt.sheets:
                st.html(table_html(_columns_table(sheet)))


def _channel(workspace: Session, receipt: FileReceipt) -> None:
    """The channel of a file that has none, asked; one click opens the file under it, another changes it."""
    why = next((problem.message for problem in receipt.problems if problem.code in _WITHOUT_CHANNEL), None)
    before = workspace.file_channels.get(receipt.file)
    if why is None and before is None:
        return
    if why is not None:
        components.paragraph(why)
    chosen = st.segmented_control(
        "Onder welk kanaal?",
        ALL_CHANNELS,
        default=before,
        required=before is not None,
        format_func=CHANNEL_LABELS.__getitem__,
        key=f"kanaal_van_{receipt.file}_{before}",
        help="Overig: een enquête van een andere soort, zonder BM.",
    )
    if chosen is not None and chosen != before:
        state.name_channel(receipt.file, chosen)
        st.rerun()


def _sheet_line(sheet: SheetReceipt) -> str:
    recognised = sum(column.item is not None for column in sheet.columns)
    channels = dutch.enumerate_words([CHANNEL_LABELS[channel] for channel in sheet.channels]) or "Geen kanaal"
    parts = [
        f"{channels}: {dutch.number(sheet.respondents)} respondenten",
        f"{recognised} van de {len(sheet.columns)} kolommen herkend",
    ]
    parts += [f"{dutch.number(count)} {_LEFT_OUT[reason]}" for reason, count in sheet.left_out.items()]
    return (f"Tabblad {sheet.sheet}. " if sheet.sheet else "") + "; ".join(parts) + "."


def _columns_table(sheet: SheetReceipt) -> Table:
    rows = []
    for column in sheet.columns:
        item = column.item
        whole = None if item is None else whole_label(item)
        label = "–" if item is None else item.label if whole is None else f"{whole}: {item.label}"
        rows.append(
            (
                Cell(column.header or "(zonder kop)"),
                Cell(label, "quiet" if item is None else ""),
                Cell(column.evidence, "quiet"),
            )
        )
    return Table(
        "Kolommen van dit bestand", (Column("Kolom in het bestand"), Column("Vraag"), Column("Waarom")), tuple(rows)
    )


def _mapping(workspace: Session, saved: MappingRead) -> None:
    """What a mapping does, or that it does nothing."""
    problems(saved.problems)
    if saved.mapping is None:
        return
    meant = [name for name, receipt in workspace.receipts.items() if receipt.is_meant_by(saved.mapping)]
    if meant:
        components.note(f"Koppeling van kolommen aan vragen, gebruikt voor {dutch.enumerate_words(meant)}.")
    elif workspace.receipts:
        problems((unused(saved.file),))
    else:
        components.note("Koppeling van kolommen aan vragen; zij geldt voor exports met dezelfde kolomkoppen.")


def _tips(read: TipsRead) -> None:
    if read.themes:
        noun = "thema" if len(read.themes) == 1 else "thema's"
        components.note(f"Themalijst met {len(read.themes)} {noun}, gebruikt op Verbetertips.")
    if len(read.choice):
        noun = "gekozen tip" if len(read.choice) == 1 else "gekozen tips"
        components.note(f"{dutch.number(len(read.choice))} {noun}; u vindt ze op Verbetertips, onder Gekozen.")
    problems(read.problems)


def _references(workspace: Session, read: ReferencesRead) -> None:
    rows = read.references.rows
    years = dutch.enumerate_words([str(year) for year in sorted({row.year for row in rows})])
    if rows:
        noun = "referentiecijfer" if len(rows) == 1 else "referentiecijfers"
        components.note(f"{len(rows)} {noun} (BM en eigen cijfers van eerdere jaren) over {years}.")
    problems((*read.problems, *not_of_the_data(read, workspace.last_years)))


def problems(found: tuple[Problem, ...]) -> None:
    """Each problem as a line: its weight, what is the matter, and what to do; the heaviest first."""
    lines = [
        Markup('<li class="km-problem km-{}"><span aria-hidden="true">{}</span><div>{}{}</div></li>').format(
            problem.severity,
            _MARKS[problem.severity],
            problem.message,
            Markup(" <small>{}</small>").format(problem.remedy) if problem.remedy else "",
        )
        for problem in sorted(found, key=lambda one: list(_MARKS).index(one.severity))
    ]
    if lines:
        st.html(Markup('<ul class="km-problems">{}</ul>').format(Markup("").join(lines)))
