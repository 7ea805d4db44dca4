"""On the page Gegevens a user says what a column is and which way codes run; the figures follow."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.ingest.mapping import ColumnMapping, to_json
from tests.ingest.exports import Rows, csv_text
from tests.pages.conftest import Opener, Shown, go, sample_files

STATEMENTS = ["De aanvraag verliep eenvoudig", "Het formulier is makkelijk in te vullen"]
CODED: Rows = [
    ["Datum ingevuld", "Totaaloordeel", *STATEMENTS, "Hoeveel moeite heeft u moeten doen"],
    *([f"{n % 28 + 1:02d}-03-2020", 8, n % 2 + 1, 5, 1] for n in range(40)),
]
UNKNOWN: Rows = [
    ["Datum ingevuld", "Totaaloordeel", "V7"], *([f"{n % 28 + 1:02d}-03-2020", 8, 7] for n in range(40))
]  # fmt: skip


def data(rows: Rows) -> bytes:
    """The rows as a text file."""
    return csv_text(rows).encode()


def press(app: AppTest, label: str) -> None:
    """Press the only button with this label."""
    (button,) = [button for button in app.button if button.label == label]
    button.click().run()


def answer(app: AppTest, question: str, choice: str) -> None:
    """Answer the one question that is asked."""
    assert [radio.label for radio in app.radio] == [question]
    app.radio[0].set_value(choice)
    press(app, "Pas toe")


def unfold(app: AppTest) -> None:
    """Open the table of columns of the file balie.csv."""
    app.session_state["pas_aan_balie.csv_0"] = True
    app.run()


def choose_for_column(app: AppTest, number: int, choice: str) -> None:
    """Choose what a column is; the first is number 1."""
    next(box for box in app.selectbox if box.label == f"Vraag bij kolom {number}").set_value(choice).run()


def scores(app: AppTest) -> list[list[str]]:
    """Label and own figure of every row on the page Scores; none where it has no table."""
    shown = go(app, "scores")
    return [row[:2] for row in shown.rows("Scores en BM")] if "<table" in shown.html else []


def test_codes_are_counted_once_the_user_says_which_way_they_run(open_app: Opener) -> None:
    app = open_app({"digitaal.csv": data(CODED)})
    assert "kale codes" in Shown(app).text
    answer(app, "Wat betekent code 1?", "helemaal_eens")
    assert "bevat kale codes" in Shown(app).text, "the question about effort is still open"
    answer(app, "Wat betekent code 1?", "heel_weinig")
    shown = Shown(app)
    assert "bevat kale codes" not in shown.text
    assert "Uit dit bestand komen nu: Totaaloordeel, CES, Aanvraag verliep eenvoudig" in shown.text
    assert not app.radio
    assert scores(app) == [["Aanvraag verliep eenvoudig", "100%"], ["Formulier makkelijk in te vullen", "0%"]]
    assert "+100" in go(app, "overzicht").text


def test_the_other_direction_gives_the_other_figure(open_app: Opener) -> None:
    app = open_app({"digitaal.csv": data(CODED)})
    answer(app, "Wat betekent code 1?", "helemaal_oneens")
    assert scores(app) == [["Aanvraag verliep eenvoudig", "0%"], ["Formulier makkelijk in te vullen", "100%"]]


def test_one_and_two_become_yes_and_no_once_the_user_says_which(open_app: Opener) -> None:
    rows: Rows = [["Totaaloordeel", "Heeft u nog suggesties?"], *([8, n % 2 + 1] for n in range(40))]
    app = open_app({"balie.csv": data(rows)})
    answer(app, "Wat betekent code 1?", "ja")
    assert "bevat kale codes" not in Shown(app).text
    assert not app.radio


def test_no_answer_changes_nothing(open_app: Opener) -> None:
    app = open_app({"digitaal.csv": data(CODED)})
    press(app, "Pas toe")
    assert "Kies eerst een antwoord." in Shown(app).text
    assert [radio.label for radio in app.radio] == ["Wat betekent code 1?"]


def test_the_date_order_is_asked_where_both_fit(open_app: Opener) -> None:
    rows: Rows = [["Datum ingevuld", "Totaaloordeel"], *([f"0{n % 9 + 1}-12-2020", 8] for n in range(40))]
    app = open_app({"balie.csv": data(rows)})
    answer(app, "In welke volgorde staan dag en maand?", "month_first")
    assert not app.radio
    assert "n = 40" in (go(app, "scores", tot=date(2020, 9, 30)).selection or "")


def test_a_column_that_was_not_recognised_is_counted_once_the_user_says_what_it_is(open_app: Opener) -> None:
    app = open_app({"balie.csv": data(UNKNOWN)})
    unfold(app)
    boxes = [box for box in app.selectbox if box.label.startswith("Vraag bij kolom")]
    assert [box.label for box in boxes] == ["Vraag bij kolom 3"], (
        "what was not recognised comes first, the rest on demand"
    )
    assert "V7 7 geen vraag die de klantmonitor kent" in Shown(app).text
    boxes[0].set_value("wachttijd").run()
    shown = Shown(app)
    assert "Kolom 'V7': Wachttijd." in shown.text
    assert shown.rows("Wat dit veranderde") == [["Balie · Wachttijd", "telt niet mee", "7,0", "40"]]
    assert "Uit dit bestand komen nu: Totaaloordeel en Wachttijd." in shown.text
    assert scores(app) == [["Wachttijd", "7,0"]]


def test_the_columns_that_were_recognised_are_one_click_away(open_app: Opener) -> None:
    app = open_app({"balie.csv": data(UNKNOWN)})
    unfold(app)
    app.toggle[0].set_value(True).run()
    boxes = [box for box in app.selectbox if box.label.startswith("Vraag bij kolom")]
    assert [box.value for box in boxes] == ["ignore", "datum", "totaaloordeel"]


def test_a_change_is_taken_back_in_one_click_also_from_another_page(open_app: Opener) -> None:
    app = open_app({"balie.csv": data(UNKNOWN)})
    unfold(app)
    choose_for_column(app, 3, "wachttijd")
    choose_for_column(app, 3, "privacy")
    assert scores(app) == [["Privacy a.d. balie", "7,0"]]
    app.switch_page("pages/gegevens.py").run()
    press(app, "Ongedaan maken")
    assert "Kolom 'V7': Wachttijd." in Shown(app).text
    assert scores(app) == [["Wachttijd", "7,0"]]
    app.switch_page("pages/gegevens.py").run()
    press(app, "Ongedaan maken")
    assert "Ongedaan maken" not in Shown(app).buttons
    assert "koppeling_balie.json" not in Shown(app).html, "nothing is said of the columns any more"
    assert scores(app) == []


def test_the_figures_of_the_file_stand_beside_the_choice(open_app: Opener) -> None:
    rows: Rows = [["V6", "V7"], *([8, "" if n < 10 else 7] for n in range(40))]
    app = open_app({"balie.csv": data(rows)})
    choose_for_column(app, 1, "totaaloordeel")
    assert "Balie: 40 respondenten, totaaloordeel 8,0 (n = 40)." in Shown(app).text
    choose_for_column(app, 2, "totaaloordeel")
    assert "Balie: 30 respondenten, totaaloordeel 7,0 (n = 30)." in Shown(app).text
    choose_for_column(app, 2, "ignore")
    assert "Dit bestand geeft nog geen cijfers." in Shown(app).text


def test_of_two_columns_on_one_question_the_last_one_chosen_counts(open_app: Opener) -> None:
    rows: Rows = [["Totaaloordeel", "V7", "V8"], *([8, 7, 6] for _ in range(40))]
    app = open_app({"balie.csv": data(rows)})
    unfold(app)
    choose_for_column(app, 2, "wachttijd")
    app.toggle[0].set_value(True).run()
    choose_for_column(app, 3, "wachttijd")
    boxes = {str(box.value) for box in app.selectbox if box.label.startswith("Vraag bij kolom")}
    assert boxes == {"ignore", "totaaloordeel", "wachttijd"}
    assert scores(app) == [["Wachttijd", "6,0"]]


def test_open_answers_of_an_unknown_column_are_shown_covered_and_personal_data_never(open_app: Opener) -> None:
    said = ["bel mij op 06-12345678", "mail jan.de.wit@voorbeeld.nl", "prima"]
    rows: Rows = [
        ["Totaaloordeel", "Vraag 9", "E-mailadres"],
        *([8, said[n] if n < 3 else "", f"klant{n}@voorbeeld.nl"] for n in range(40)),
    ]
    app = open_app({"balie.csv": data(rows)})
    unfold(app)
    shown = Shown(app)
    assert "bel mij op [telefoonnummer] · mail [e-mailadres] · prima" in shown.text
    assert "0612345678" not in shown.html.replace("-", "")
    app.toggle[0].set_value(True).run()
    assert "klant3@" not in Shown(app).html


def test_a_file_without_a_known_question_can_be_mapped(open_app: Opener) -> None:
    rows: Rows = [["V1", "V2"], *([8, 7] for _ in range(40))]
    app = open_app({"balie.csv": data(rows)})
    assert "noemt alleen codes, zoals 'V1'" in Shown(app).text
    choose_for_column(app, 1, "totaaloordeel")
    assert Shown(app).finding == "Geopend: 40 respondenten (balie 40)."


@pytest.mark.parametrize("mapping_first", [True, False])
def test_a_saved_mapping_is_known_in_the_same_place_as_files(mapping_first: bool, open_app: Opener) -> None:
    mapping = ColumnMapping(tuple(str(cell) for cell in UNKNOWN[0]), {"V7": "privacy"})
    files = {"koppeling.json": to_json(mapping).encode(), "balie.csv": data(UNKNOWN)}
    app = open_app(dict(files.items() if mapping_first else reversed(files.items())))
    assert "gebruikt voor balie.csv" in Shown(app).text
    assert scores(app) == [["Privacy a.d. balie", "7,0"]]
    app.switch_page("pages/gegevens.py").run()
    app.button(key="verwijder_koppeling.json").click().run()
    assert scores(app) == []


def test_a_mapping_that_is_none_or_fits_nothing_is_told(open_app: Opener) -> None:
    other = to_json(ColumnMapping(("iets", "anders"))).encode()
    text = Shown(open_app({**sample_files("balie_2020.xlsx"), "een.json": b"{}", "twee.json": other})).text
    assert "een.json is geen koppeling" in text
    assert "De koppeling twee.json past bij geen van de bestanden" in text


def test_headers_and_answers_are_only_ever_text(open_app: Opener) -> None:
    evil = "<img src=x onerror=alert(1)>"
    rows: Rows = [["Totaaloordeel", f"**vet** {evil}"], *([8, evil] for _ in range(40))]
    app = open_app({"balie.csv": data(rows)})
    unfold(app)
    shown = Shown(app)
    assert "<img" not in shown.html
    assert "&lt;img src=x" in shown.html
    assert not [element.label for element in (*app.selectbox, *app.radio) if "vet" in element.label]
    assert not [markdown.value for markdown in app.markdown if "vet" in markdown.value]
