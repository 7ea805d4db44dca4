"""What a user can say of the columns of a file: what is undecided is asked, the rest is folded. It counts at once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import get_args

import streamlit as st
from markupsafe import Markup

from lib.answers.themes import as_rows, default_themes
from lib.ingest.mapping import DATE_ORDERS, DateOrder, lowest_code, to_json
from lib.ingest.read import ColumnReceipt, FileReceipt
from lib.report import dutch
from lib.session.session import Session
from lib.survey import scales
from lib.survey.catalogue import Item
from lib.survey.scales import Point
from lib.ui import column_choices, column_questions, components, last_change
from lib.ui.columns import Columns, label_of, name_of

_DIFFERS = "differs"
_DATE_ORDER_LABELS = {"day_first": "Eerst de dag: 3-4 is 3 april", "month_first": "Eerst de maand: 3-4 is 4 maart"}
_SCALES: dict[str, tuple[Point, ...]] = {"agree": scales.AGREE, "effort": scales.EFFORT, "yes_no": scales.YES_NO}


def show(workspace: Session, receipt: FileReceipt) -> None:
    """Everything that can be asked of one export: once for all its sheets with the same columns."""
    seen: set[frozenset[str]] = set()
    for number, sheet in enumerate((*receipt.sheets, *receipt.unread)):
        names = frozenset(column.name for column in sheet.columns)
        if names in seen:
            continue
        seen.add(names)
        _Editor(workspace, Columns(workspace, receipt, sheet, number)).show()


class _Editor:
    """The questions about the columns of one sheet."""

    def __init__(self, workspace: Session, columns: Columns) -> None:
        self._columns, self._receipt, self._sheet = columns, columns.receipt, columns.sheet
        self._place, self._mapping = columns.place, columns.mapping
        # A list of the user's own goes along; the one that the app comes with need not.
        self._themes = None if workspace.themes == default_themes() else as_rows(workspace.themes)

    def show(self) -> None:
        """What is open, what was changed last, and folded the choice per column."""
        folded_key = f"pas_aan_{self._place}"
        # What is in a survey of another kind is known; only its channel is not.
        is_custom = any(problem.code == "own_survey" for problem in self._receipt.problems)
        st.session_state.setdefault(folded_key, not self._receipt.sheets and not is_custom)
        # One box, within which the bar stays in view. What comes and goes has a place of its own in it, so that
        # the lists are not drawn anew and who chooses by keyboard stays where they are.
        with st.container(gap="small"):
            is_wanted = st.session_state[folded_key] or column_questions.is_open(self._columns)
            last_change.bar(self._columns, is_wanted=is_wanted)
            with st.container(gap="small"):
                last_change.effect(self._columns)
                self._question()
                column_questions.show(self._columns)
            with st.container(gap="small"):
                self._saving()
            folded = st.expander("Klopt de herkenning niet? Pas haar aan", key=folded_key, on_change="rerun")
            # Lists by the hundred are only made for who wants them.
            if folded.open:
                with folded:
                    column_choices.show(self._columns)

    def _saving(self) -> None:
        if not self._columns.is_mapped:
            return
        components.note(f"Uit dit bestand komen nu: {_figures_of(self._receipt)}.")
        st.download_button(
            "Bewaar de koppeling",
            to_json(self._mapping, self._themes),
            name_of(self._receipt),
            "application/json",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
            key=f"bewaar_{self._place}",
        )

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
                self._columns.change(
                    lambda mapping: replace(mapping, date_order=_date_order(order)),
                    f"Datums: {_DATE_ORDER_LABELS[order].lower()}.",
                )
                st.rerun()

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
                self._say_direction({item.key: first for _, item in of_kind}, _lowest(of_kind), ends[first])
                st.rerun()
            return

    def _say_direction(self, chosen: Mapping[str, str], lowest: int, label: str) -> None:
        self._columns.change(
            lambda mapping: replace(mapping, directions={**mapping.directions, **chosen}),
            f"Code {lowest}: {label.lower()}.",
        )

    def _ask(self, question: str, answers: Mapping[str, str]) -> str | None:
        """The answer, once the button is pressed. The labels are the app's own words, never the file's."""
        # Another reading of the file asks anew, and doesn't begin with the answer that was given last.
        with st.form(f"vraag_{self._place}_{id(self._receipt)}", border=False):
            answer = st.radio(question, list(answers), index=None, format_func=answers.__getitem__)
            pressed = st.form_submit_button("Pas toe")
        if pressed and answer is None:
            components.note("Kies eerst een antwoord.")
        return answer if pressed else None


def _lowest(columns: Iterable[tuple[ColumnReceipt, Item]]) -> int:
    """The lowest code among columns with one scale."""
    return min(lowest_code(column.preview, len(item.points)) for column, item in columns)


def _text_list(intro: str, columns: Iterable[ColumnReceipt]) -> None:
    lines = Markup("").join(
        Markup("<li>{} <small>{}</small></li>").format(column.name, " · ".join(column.preview)) for column in columns
    )
    st.html(Markup('<p class="km-text">{}</p><ul class="km-text">{}</ul>').format(intro, lines))


def _figures_of(receipt: FileReceipt) -> str:
    """The labels of everything that is counted of a file."""
    labels = dict.fromkeys(label_of(answers.item) for part in receipt.parts for answers in part.answers.values())
    return dutch.enumerate_words(list(labels)) or "geen cijfers"


def _date_order(text: str) -> DateOrder:
    assert text in DATE_ORDERS
    return next(order for order in get_args(DateOrder) if order == text)
