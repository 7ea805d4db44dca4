"""A page drawn in Streamlit, block by block. What stands on it was decided before; here it only gets its place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import singledispatch
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from lib.figures.selection import Selection
from lib.render.csv_file import table_csv
from lib.render.html import accounts_html, sentences_html, table_html, terms_html
from lib.render.page_html import Setting, block_html
from lib.render.picture_files import picture_file
from lib.render.pictures.frames import document
from lib.render.xlsx import workbook
from lib.report import files
from lib.report.blocks import (
    Accounts,
    Action,
    Block,
    Contents,
    Control,
    Download,
    Facts,
    Headline,
    Link,
    Page,
    Picture,
    Ranked,
    Section,
    Sentences,
    Shown,
    Side,
    Tabs,
    Text,
    with_names,
)
from lib.report.pages.every import PAGES
from lib.report.stops import default_stops
from lib.report.tables import Table
from lib.report.terms import terms_of
from lib.report.view import View
from lib.report.workbook import sheets
from lib.session.session import Session
from lib.session.stops import Stop
from lib.survey.visible import visible
from lib.ui import components, filters, shared_address, state, theme

Make = Callable[[View], Page]
_PICTURES: Mapping[str, str] = {"png": "image/png", "svg": "image/svg+xml"}
_YES, _NO = "ja", "nee"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Choices(Mapping[str, str]):
    """What the user chose on pages, by the key of each control: of this session, else as the address says."""

    def __getitem__(self, key: str) -> str:
        value = st.session_state.get(key, st.query_params.get(key))
        if value is None:
            raise KeyError(key)
        return {"True": _YES, "true": _YES, "False": _NO, "false": _NO}.get(str(value), str(value))

    def __iter__(self) -> Iterator[str]:
        return iter({*map(str, st.session_state), *st.query_params})

    def __len__(self) -> int:
        return len({*map(str, st.session_state), *st.query_params})


def page(make: Make) -> None:
    """Make a page of this user's data, and draw it."""
    components.begin()
    session = state.workspace()
    selection = filters.current(session)
    view = View(session, selection, _Choices(), state.audience())
    made = make(view)
    shared_address.check_choices(made.slug, made.controls)
    leaving = replace(view, audience="publish")
    # What leaves holds whole months; only where that is another selection is it made to know what it is called.
    in_files = "" if leaving.selection == selection else make(leaving).selection
    whole(made, lambda name: published(make, view, name), lambda: _notes(session, selection, made), in_files)
    if made.selection and view.audience == "explore" and made.slug in PAGES:
        st.button(
            "Voeg toe aan presentatie",
            icon=":material/add_to_queue:",
            type="tertiary",
            on_click=_present,
            args=(made, selection),
        )


def _present(made: Page, selection: Selection) -> None:
    """Add this page to the presentation as it is in view: with its selection and its own choices."""
    session = state.workspace()
    chosen = {control.key: control.default for control in made.controls}
    stops = session.stops or default_stops(session, Selection())
    state.arrange((*stops, Stop(made.slug, selection, chosen)))
    st.toast(f"{made.title} is halte {len(stops) + 1} van de presentatie.")


def for_owner(slug: str, title: str) -> Page:
    """What stands in place of a page that only the owner of the data has."""
    link = Link("Naar Overzicht", "overzicht")
    return Page(slug, title, "", "Deze pagina is er alleen voor wie de gegevens heeft geopend.", (link,))


def _notes(session: Session, selection: Selection, made: Page) -> None:
    """What there is to say of the selection itself."""
    components.address_note()
    if made.selection:
        components.announce_small_step(session, selection)


def whole(made: Page, file: "File | None" = None, notes: Callable[[], None] = lambda: None, in_files: str = "") -> None:
    """Draw a page that was made. `notes`: draws what there is to say of its selection; `in_files`: what the selection of
    its files is, where these hold another one."""
    st.title(made.title, anchor=False)
    if made.selection:
        components.selection_sentence(visible(made.selection))
    components.name_files_by(in_files or made.selection)
    every(made.choices, file or (lambda name: b""))
    notes()
    components.finding(visible(made.finding))
    for notice in made.notices:
        components.note(visible(notice))
    every(made.blocks if file is None else with_names(made).blocks, file or (lambda name: b""))
    if terms := terms_of(made):
        st.html(terms_html(terms))


def published(make: Make, view: View, name: str) -> bytes:
    """The table or picture of this name as a file that may leave, or all figures as a workbook: made for whoever may read
    it."""
    view = replace(view, audience="publish")
    made = make(view)
    if name == "workbook":
        return workbook(sheets(view), files.about("alle cijfers", made.selection, date.today()))
    if (ending := name.rpartition(".")[2]) in _PICTURES:
        pictures = (block for block in with_names(made).every(Picture) if isinstance(block, Picture))
        found = next((each for each in pictures if f"{each.name}.{ending}" == name), None)
        return b"" if found is None else picture_file(found, ending, made.selection, date.today())  # type: ignore[arg-type]
    table = made.table(name)
    if table is None:
        return table_csv(Table("", (), ()))
    return table_csv(table, files.about(table.caption, made.selection, date.today()))


File = Callable[[str], bytes]
_WORDS = (Contents, Headline, Facts, Ranked, Sentences, Text)


def every(blocks: Sequence[Block], file: File) -> None:
    """Draw blocks below each other: words that follow each other as one piece, choices beside each other."""
    for kind, group in groupby(blocks, key=_kind):
        if kind == "words":
            pieces = (block_html(block, Setting()) for block in group)
            st.html(Markup('<div class="km-words">{}</div>').format(Markup("").join(pieces)))
        elif kind == "choices":
            with st.container(horizontal=True, vertical_alignment="bottom"):
                for block in group:
                    draw(block, file)
        else:
            for block in group:
                draw(block, file)


def _kind(block: Block) -> str:
    if isinstance(block, _WORDS) and not (isinstance(block, Sentences) and block.title is not None):
        return "words"
    return "choices" if isinstance(block, Control) else type(block).__name__


@singledispatch
def draw(block: Block, file: File) -> None:
    """Draw one block. `file`: what the table of a name is as a file, made when somebody asks for it."""
    raise NotImplementedError(type(block).__name__)


@draw.register
def _(block: Download, file: File) -> None:
    st.download_button(
        block.label,
        lambda: file(block.kind),
        f"{components.file_name(block.name)}.xlsx",
        _XLSX,
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
        key=f"download_{block.kind}",
    )


@draw.register
def _(block: Section, file: File) -> None:
    st.header(block.title, anchor=block.anchor or False)


@draw.register
def _(block: Sentences, file: File) -> None:
    with st.expander(block.title or ""):
        st.html(sentences_html(block))


@draw.register
def _(block: Picture, file: File) -> None:
    st.vega_lite_chart(document(block, theme.palette()), width="stretch", alt=block.words)
    if block.name:
        with st.container(horizontal=True, gap="small"):
            for ending, kind in _PICTURES.items():
                _picture_button(block.name, ending, kind, file)


def _picture_button(name: str, ending: str, kind: str, file: File) -> None:
    st.download_button(
        f"Download afbeelding ({ending.upper()})",
        lambda: file(f"{name}.{ending}"),
        f"{name}_{date.today().isoformat()}.{ending}",
        kind,
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
        key=f"download_{name}_{ending}",
    )


@draw.register
def _(block: Shown, file: File) -> None:
    st.html(table_html(block.table, can_sort=True))
    if block.name:
        st.download_button(
            "Download tabel (CSV)",
            lambda: file(block.name),
            f"{components.file_name(block.name)}.csv",
            "text/csv",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
            key=f"download_{block.name}",
        )


@draw.register
def _(block: Control, file: File) -> None:
    if block.kind == "toggle":
        st.toggle(block.label, block.default == _YES, key=block.key, bind="query-params")
    elif block.kind == "search":
        st.text_input(block.label, key=block.key, bind="query-params", placeholder="bijvoorbeeld: BM", width=420)
    elif block.kind == "segments":
        st.segmented_control(
            block.label, block.options, default=block.default, required=True, key=block.key, bind="query-params"
        )
    else:
        place = block.options.index(block.default)
        st.selectbox(block.label, block.options, place, key=block.key, bind="query-params")


@draw.register
def _(block: Link, file: File) -> None:
    if block.channel is None:
        components.page_link(block.slug, block.label)
    else:
        components.channel_link(block.slug, block.label, block.channel)


def _keep_selection() -> None:
    """Keep what is selected now, to compare it later."""
    state.keep_selection(filters.current(state.workspace()))
    st.toast("De selectie is bewaard; u vindt haar op Vergelijken bij ‘bewaarde selecties’.")


_ACTIONS = {
    "open_sample": state.open_sample,
    "clear_selection": filters.clear,
    "keep_selection": _keep_selection,
}


@draw.register
def _(block: Action, file: File) -> None:
    st.button(block.label, on_click=_ACTIONS[block.name], key=f"doe_{block.name}")


@draw.register
def _(block: Accounts, file: File) -> None:
    with st.expander("Hoe is dit berekend?"):
        if block.accounts:
            st.html(accounts_html(block.accounts))
        st.html(
            Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(line) for line in block.rules))
        )
        components.page_link("toelichting", "Alle begrippen en rekenregels")


@draw.register
def _(block: Tabs, file: File) -> None:
    titles = [title for title, _ in block.parts]
    for place, (_, part) in zip(
        st.tabs(titles, key=block.key, bind="query-params", on_change="rerun"), block.parts, strict=True
    ):
        with place:
            every(part, file)


@draw.register
def _(block: Side, file: File) -> None:
    for place, column in zip(st.columns(len(block.columns), gap="large"), block.columns, strict=True):
        with place:
            every(column, file)
