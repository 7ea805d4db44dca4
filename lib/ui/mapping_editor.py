"""What a user can say of the columns of a file: one question for what is undecided, and a choice per column."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import get_args

import streamlit as st
from markupsafe import Markup

from lib.figures.channel import count_channels
from lib.ingest.mapping import (
    DATE_ORDERS,
    IGNORE,
    OWN_KINDS,
    ColumnMapping,
    DateOrder,
    is_sound,
    lowest_code,
    targets,
    to_json,
)
from lib.ingest.read import ColumnReceipt, FileReceipt, SheetReceipt, survey_of
from lib.report import drafts, dutch, tables
from lib.survey import scales
from lib.survey.catalogue import ALL_CHANNELS, CHANNEL_LABELS, Item, whole_label
from lib.survey.scales import Point
from lib.tips.themes import as_rows, default_themes
from lib.ui import components, state
from lib.ui.workspace import Workspace

_OWN_LABELS = {
    "own:grade": "Eigen vraag met rapportcijfer",
    "own:agree": "Eigen stelling (eens/oneens)",
    "own:choice": "Eigen meerkeuzevraag",
    "own:text": "Eigen open vraag",
}
_OWN_OPTION = "own:option"  # as recognised; nobody chooses it
_DIFFERS = "differs"
_DATE_ORDER_LABELS = {"day_first": "Eerst de dag: 3-4 is 3 april", "month_first": "Eerst de maand: 3-4 is 4 maart"}
_SCALES: dict[str, tuple[Point, ...]] = {"agree": scales.AGREE, "effort": scales.EFFORT, "yes_no": scales.YES_NO}
# A page with more lists than this no longer answers at once; what was not recognised comes first.
_MOST_COLUMNS = 150


def show(workspace: Workspace, receipt: FileReceipt) -> None:
    """Everything that can be asked of one export: once for all its sheets with the same columns."""
    seen: set[frozenset[str]] = set()
    for number, sheet in enumerate((*receipt.sheets, *receipt.unread)):
        names = frozenset(column.name for column in sheet.columns)
        if names in seen:
            continue
        seen.add(names)
        _Editor(workspace, receipt, sheet, number).show()


def name_of(receipt: FileReceipt) -> str:
    """What the mapping of a file is called."""
    return f"koppeling_{PurePath(receipt.file).stem}.json"


class _Editor:
    """The questions about the columns of one sheet."""

    def __init__(self, workspace: Workspace, receipt: FileReceipt, sheet: SheetReceipt, number: int) -> None:
        self._receipt, self._sheet = receipt, sheet
        # Another reading of the file begins with what was read then, not with what stood here before.
        self._place = f"{receipt.file}_{number}"
        self._key = f"{self._place}_{id(receipt)}"
        names = tuple(column.name for column in sheet.columns)
        fitting = [mapping for mapping in workspace.mappings if mapping.fits(names)]
        self._mapping = fitting[-1] if fitting else ColumnMapping(names)
        self._is_mapped = bool(fitting)
        # A list of the user's own goes along; the one that the app comes with need not.
        self._themes = None if workspace.themes == default_themes() else as_rows(workspace.themes)

    def show(self) -> None:
        """The first question that is open, and folded the table of all columns."""
        self._question()
        if self._is_mapped:
            components.note(f"Uit dit bestand komen nu: {_figures_of(self._receipt)}.")
            st.download_button(
                "Bewaar de koppeling",
                to_json(self._mapping, self._themes),
                name_of(self._receipt),
                "application/json",
                type="tertiary",
                icon=":material/download:",
                on_click="ignore",
                key=f"bewaar_{self._key}",
            )
        folded = st.expander(
            "Klopt de herkenning niet? Pas hem aan",
            # What is in a survey of another kind is known; only its channel is not.
            expanded=not self._receipt.sheets and all(one.code != "own_survey" for one in self._receipt.problems),
            key=f"pas_aan_{self._place}",
            on_change="rerun",
        )
        # Lists by the hundred are only made for who wants them.
        if folded.open:
            with folded:
                self._table()

    def _apply(self, mapping: ColumnMapping) -> None:
        state.apply_mapping(self._name(), mapping)
        st.rerun()

    def _name(self) -> str:
        several = len({frozenset(c.name for c in sheet.columns) for sheet in self._receipt.sheets}) > 1
        name = name_of(self._receipt)
        return f"{self._sheet.sheet}_{name}" if several and self._sheet.sheet else name

    def _question(self) -> None:
        """What is undecided in this sheet, one question at a time."""
        codes = {
            problem.code: problem for problem in self._receipt.problems if problem.sheet in (None, self._sheet.sheet)
        }
        if "scale_direction_unknown" in codes:
            self._ask_direction()
        elif "date_order_ambiguous" in codes:
            order = self._ask("In welke volgorde staan dag en maand?", _DATE_ORDER_LABELS)
            if order is not None:
                self._apply(replace(self._mapping, date_order=_date_order(order)))

    def _ask_direction(self) -> None:
        """Which way the codes run: asked once for all columns with the same scale."""
        headers = {p.column for p in self._receipt.problems if p.code == "scale_direction_unknown"}
        undecided = [(c, c.item) for c in self._sheet.columns if c.item is not None and c.header in headers]
        for kind, points in _SCALES.items():
            of_kind = [(column, item) for column, item in undecided if item.kind == kind]
            if not of_kind:
                continue
            apart = f"per_vraag_{self._place}_{kind}"
            if st.session_state.get(apart, False):
                of_kind = of_kind[:1]
            _text_list("Deze kolommen bevatten kale codes:", (column for column, _ in of_kind))
            ends = {end.key: end.label for end in (points[0], points[-1])}
            differs = {_DIFFERS: "Dat verschilt per vraag"} if len(of_kind) > 1 else {}
            first = self._ask(f"Wat betekent code {_lowest(of_kind)}?", ends | differs)
            if first == _DIFFERS:
                # From here on the same question is asked column by column.
                st.session_state[apart] = True
                st.rerun()
            elif first is not None:
                chosen = {item.key: first for _, item in of_kind}
                self._apply(replace(self._mapping, directions={**self._mapping.directions, **chosen}))
            return

    def _ask(self, question: str, answers: Mapping[str, str]) -> str | None:
        """The answer, once the button is pressed. The labels are the app's own words, never the file's."""
        with st.form(f"vraag_{self._key}", border=False):
            answer = st.radio(question, list(answers), index=None, format_func=answers.__getitem__)
            pressed = st.form_submit_button("Pas toe")
        if pressed and answer is None:
            components.note("Kies eerst een antwoord.")
        return answer if pressed else None

    def _table(self) -> None:
        """A choice per column, with its header and its commonest answers as text."""
        columns = list(self._sheet.columns)
        if len(columns) > _MOST_COLUMNS:
            columns = sorted(columns, key=lambda column: column.item is not None)[:_MOST_COLUMNS]
            components.note(f"Van de {len(self._sheet.columns)} kolommen staan er hier {_MOST_COLUMNS}.")
        labels = _labels()
        before = {column.name: _choice(column) for column in columns}
        after = {
            column.name: self._column(place, column, before[column.name], labels)
            for place, column in enumerate(columns)
        }
        channels: list[str | None] = [None, *ALL_CHANNELS]
        channel = st.selectbox(
            "Kanaal",
            channels,
            channels.index(self._mapping.channel),
            format_func=lambda key: "Zoals herkend" if key is None else CHANNEL_LABELS[key],
            key=f"kanaal_{self._key}",
        )
        chosen = {name: choice for name, choice in after.items() if choice != before[name]}
        mapping = replace(self._mapping, columns={**self._mapping.columns, **chosen}, channel=channel)
        if not is_sound(mapping):
            components.note("Twee kolommen staan op dezelfde vraag. Kies voor elke vraag één kolom.")
        elif chosen or channel != self._mapping.channel:
            self._preview(mapping)
            if st.button("Pas toe", key=f"pas_toe_{self._key}", type="primary"):
                self._apply(mapping)

    def _preview(self, mapping: ColumnMapping) -> None:
        """What the choices would change, before they count."""
        draft = state.draft(self._receipt.file, mapping)
        if draft is None:
            components.note("Dit bestand is groot; u ziet de cijfers zodra u de keuze toepast.")
            return
        before, after = (count_channels(survey_of([receipt])) for receipt in (self._receipt, draft))
        table = drafts.changes_table(before, after)
        if table is None:
            components.note("Deze keuze verandert geen enkel cijfer.")
        else:
            st.html(tables.to_html(table))

    def _column(self, place: int, column: ColumnReceipt, choice: str, labels: Mapping[str, str]) -> str:
        left, right = st.columns([3, 2], vertical_alignment="center")
        answers = " · ".join(column.preview)
        left.html(
            Markup('<p class="km-text">{}</p><p class="km-note">{}</p>').format(column.name, answers or column.evidence)
        )
        if choice == _OWN_OPTION:
            labels = {**labels, _OWN_OPTION: "Eigen vraag met meer antwoorden"}
        options = list(labels)
        chosen = right.selectbox(
            f"Vraag bij kolom {place + 1}",
            options,
            options.index(choice),
            format_func=labels.__getitem__,
            key=f"kolom_{self._key}_{place}",
            label_visibility="collapsed",
        )
        return str(chosen)


def _lowest(columns: Iterable[tuple[ColumnReceipt, Item]]) -> int:
    """The lowest code among columns with one scale."""
    return min(lowest_code(column.preview, len(item.points)) for column, item in columns)


def _choice(column: ColumnReceipt) -> str:
    """What stands in the list for a column: what it was taken for."""
    if column.item is None:
        return IGNORE
    if not column.item.own:
        return column.item.key
    return next((key for key, kind in OWN_KINDS.items() if kind == column.item.kind), _OWN_OPTION)


def _labels() -> dict[str, str]:
    """Everything a column can be, as it is called in the list."""
    return {IGNORE: "Geen vraag", **{key: _label(item) for key, item in targets().items()}, **_OWN_LABELS}


def _label(item: Item) -> str:
    whole = whole_label(item)
    return item.label if whole is None else f"{whole}: {item.label}"


def _text_list(intro: str, columns: Iterable[ColumnReceipt]) -> None:
    lines = Markup("").join(
        Markup("<li>{} <small>{}</small></li>").format(column.name, " · ".join(column.preview)) for column in columns
    )
    st.html(Markup('<p class="km-text">{}</p><ul class="km-text">{}</ul>').format(intro, lines))


def _figures_of(receipt: FileReceipt) -> str:
    """The labels of everything that is counted of a file."""
    labels = dict.fromkeys(_label(answers.item) for part in receipt.parts for answers in part.answers.values())
    return dutch.enumerate_words(list(labels)) or "geen cijfers"


def _date_order(text: str) -> DateOrder:
    assert text in DATE_ORDERS
    return next(order for order in get_args(DateOrder) if order == text)
