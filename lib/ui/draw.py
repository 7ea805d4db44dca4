"""A page drawn in Streamlit, block by block. What stands on it was decided before; here it only gets its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import singledispatch

import streamlit as st
from markupsafe import Markup

from lib.render.csv_file import table_csv
from lib.render.html import accounts_html, facts_html, headline_html, ranked_html, sentences_html, table_html
from lib.render.pictures.frames import document
from lib.render.xlsx import workbook
from lib.report.blocks import (
    Accounts,
    Action,
    Block,
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
    Text,
)
from lib.report.tables import Table
from lib.report.view import View
from lib.report.workbook import sheets
from lib.survey.visible import visible
from lib.ui import components, filters, state, theme

Make = Callable[[View], Page]
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


def choices() -> Mapping[str, str]:
    """What is chosen on the page in view."""
    return _Choices()


def page(make: Make) -> None:
    """Make a page of this user's data, and draw it."""
    components.begin()
    session = state.workspace()
    selection = filters.current(session)
    view = View(session, selection, _Choices())
    made = make(view)
    if made.selection:
        components.announce_small_step(session, selection)
    whole(made, lambda name: published(make, view, name))


def whole(made: Page, file: "File | None" = None) -> None:
    """Draw a page that was made."""
    st.title(made.title, anchor=False)
    if made.selection:
        st.html(Markup('<p class="km-selection" data-testid="selectie">{}</p>').format(visible(made.selection)))
    components.finding(visible(made.finding))
    for notice in made.notices:
        components.note(visible(notice))
    for block in made.blocks:
        draw(block, file or (lambda name: b""))


def published(make: Make, view: View, name: str) -> bytes:
    """The table of this name as a file that may leave, or all figures as a workbook: made for whoever may read it."""
    view = replace(view, audience="publish")
    if name == "workbook":
        return workbook(sheets(view))
    table = make(view).table(name)
    return table_csv(Table("", (), ()) if table is None else table)


File = Callable[[str], bytes]


@singledispatch
def draw(block: Block, file: File) -> None:
    """Draw one block. `file`: what the table of a name is as a file, made when somebody asks for it."""
    raise NotImplementedError(type(block).__name__)


@draw.register
def _(block: Headline, file: File) -> None:
    st.html(headline_html(block))


@draw.register
def _(block: Facts, file: File) -> None:
    st.html(facts_html(block))


@draw.register
def _(block: Ranked, file: File) -> None:
    st.html(ranked_html(block))


@draw.register
def _(block: Download, file: File) -> None:
    st.download_button(
        block.label,
        lambda: file(block.kind),
        block.name,
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
def _(block: Text, file: File) -> None:
    (components.note if block.is_quiet else components.paragraph)(visible(block.words))


@draw.register
def _(block: Sentences, file: File) -> None:
    if block.title is None:
        st.html(sentences_html(block))
        return
    with st.expander(block.title):
        st.html(sentences_html(block))


@draw.register
def _(block: Picture, file: File) -> None:
    st.vega_lite_chart(document(block, theme.palette()), width="stretch", alt=block.words)


@draw.register
def _(block: Shown, file: File) -> None:
    st.html(table_html(block.table))
    if block.name:
        st.download_button(
            "Download tabel (CSV)",
            lambda: file(block.name),
            f"{block.name}.csv",
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
    elif st.button(
        block.label,
        icon=":material/arrow_forward:",
        type="tertiary",
        on_click=filters.choose_channel,
        args=(block.channel,),
        key=f"naar_{block.slug}_{block.channel}",
    ):
        st.switch_page(f"pages/{block.slug}.py")


_ACTIONS = {"open_sample": state.open_sample, "clear_selection": filters.clear}


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
def _(block: Side, file: File) -> None:
    for place, column in zip(st.columns(len(block.columns), gap="large"), block.columns, strict=True):
        with place:
            for each in column:
                draw(each, file)
