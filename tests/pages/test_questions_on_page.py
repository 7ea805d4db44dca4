"""What recognition asks of a column is answered in one choice, counts at once and can be taken back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.ingest.read import FileReceipt, read_file
from lib.ingest.sandbox.guard import Reader
from lib.ui import state
from tests.ingest.exports import Rows, csv_text
from tests.pages.conftest import Opener, Shown, go
from tests.pages.test_mapping_on_page import press

EFFORT = "Moeite bij het regelen"
ROWS: Rows = [
    ["Totaaloordeel", EFFORT, "Formulier makkelijk in te vullen"],
    *(
        [8, ["weinig moeite", "veel moeite"][n % 4 == 0], ["eens", "Totaal niet eens", "oneens"][n % 3]]
        for n in range(40)
    ),
]


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch, open_app: Opener) -> Iterator[AppTest]:
    """The page with a file of which recognition asks these things."""
    asks: Mapping[str, Mapping[str, Any]] = {
        EFFORT: {"asked": True, "near": ("ces",)},
        "Formulier makkelijk in te vullen": {"unread": ("Totaal niet eens",)},
    }

    class AskingReader(Reader):
        def warm_up(self) -> "AskingReader":
            return self

        def read_file(self, file: str, data: bytes, *more: Any, tell: Any = None) -> FileReceipt:
            receipt = read_file(file, data, *more)
            sheets = tuple(
                replace(sheet, columns=tuple(replace(one, **asks.get(one.name, {})) for one in sheet.columns))
                for sheet in receipt.sheets
            )
            return replace(receipt, sheets=sheets)

        def looks_like_references(self, file: str, data: bytes) -> bool:
            return False

    monkeypatch.setattr(state, "Reader", AskingReader)
    # The server keeps one store; that of this test has a reader of its own.
    state._store.clear()
    yield open_app({"digitaal.csv": csv_text(ROWS).encode()})
    state._store.clear()


def test_is_it_is_asked_and_yes_counts_at_once(asking: AppTest) -> None:
    shown = Shown(asking)
    assert "Is dit 'CES'?" in shown.text
    assert f"{EFFORT} weinig moeite · veel moeite" in shown.text
    assert "Wat betekent" not in shown.text, "one kind of question at a time"
    press(asking, "Ja, dit is CES")
    shown = Shown(asking)
    assert "Is dit 'CES'?" not in shown.text
    assert f"Kolom '{EFFORT}': CES." in shown.text
    assert "+50" in go(asking, "overzicht").text


def test_no_makes_it_an_own_question(asking: AppTest) -> None:
    press(asking, "Nee, een eigen vraag")
    shown = Shown(asking)
    assert "Is dit 'CES'?" not in shown.text
    assert f"Kolom '{EFFORT}': een eigen vraag." in shown.text
    assert EFFORT in shown.text.split("Uit dit bestand komen nu:")[1]
    assert "+50" not in go(asking, "overzicht").text


def test_an_answer_that_was_not_read_is_asked_and_counts_as_said(asking: AppTest) -> None:
    press(asking, "Ja, dit is CES")
    shown = Shown(asking)
    assert "Wat betekent 'Totaal niet eens'?" in shown.text
    (box,) = [box for box in asking.selectbox if box.label == "Betekenis van antwoord 1"]
    assert box.value is None
    assert box.options[0] == "Helemaal mee oneens"
    box.set_value("helemaal_oneens").run()
    shown = Shown(asking)
    assert "Wat betekent" not in shown.text
    assert "'Totaal niet eens' in kolom 'Formulier makkelijk in te vullen': Helemaal mee oneens." in shown.text
    # 14 of 40 agree; before, 13 of the 40 answers were outside the base.
    assert go(asking, "scores").rows("Scores en BM")[0][1] == "35%"


def test_every_answer_is_taken_back_in_one_click(asking: AppTest) -> None:
    press(asking, "Ja, dit is CES")
    press(asking, "Ongedaan maken")
    assert "Is dit 'CES'?" in Shown(asking).text


def test_what_is_asked_is_never_markdown(asking: AppTest) -> None:
    words = ("Totaal niet eens", EFFORT)
    labels = [element.label for element in (*asking.button, *asking.selectbox, *asking.radio)]
    assert not [label for label in labels if any(word in label for word in words)]
    assert not [element.value for element in asking.markdown if any(word in element.value for word in words)]
