"""Publicatiecheck as a user goes through it: a draft comes in, what is wrong stands first, a number is said to be something
else, and the report is made once somebody signs it."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Opener, Shown, go
from tests.pages.test_mapping_on_page import press

TEXT = "Balie 2020\n\nAspect\tEigen\tBM\nOpeningstijden\t8,2\t8,0\nWachttijd\t8,2\t8,1\n\nIets anders\n8,3\n"


def dropped(open_app: Opener, text: str = TEXT, name: str = "concept.txt") -> AppTest:
    app = open_app(sample=True)
    go(app, "publicatiecheck")
    app.file_uploader[0].upload(name, text.encode())
    return app.run()


def labels(app: AppTest) -> list[str]:
    return [str(getattr(each, "label", "")) for each in app.get("download_button")]


def test_without_a_draft_it_says_what_to_do(open_app: Opener) -> None:
    shown = go(open_app(sample=True), "publicatiecheck")
    assert shown.finding == "Lever een concept in; dan staat hier van elk getal of het klopt."


def test_what_is_wrong_stands_first(open_app: Opener) -> None:
    shown = Shown(dropped(open_app))
    assert shown.finding == "6 getallen: 4 gecontroleerd, 1 geen cijfer, 1 niet gelezen. 2 cijfers wijken af."
    assert shown.selection == "Balie, Telefoon en Digitaal · alle producten · 2020"
    wrong = shown.rows("Wat er niet klopt")
    assert [row[1:5] for row in wrong] == [
        ["8,2", "Balie: Wachttijd, eigen cijfer, 2020", "wijkt af", "8,1"],
        ["8,1", "Balie: Wachttijd, BM, 2020", "wijkt af", "8,2"],
    ]
    assert "de kolommen zijn verwisseld" in wrong[0][5]
    assert shown.rows("Niet gelezen")[0][1] == "8,3"
    assert shown.html.index("Wat er niet klopt") < shown.html.index("km-draft")
    assert "alles klopt" not in shown.text.lower()


def test_a_number_is_said_to_be_something_and_back(open_app: Opener) -> None:
    app = dropped(open_app)
    assert app.selectbox(key="getal_0").value == 0, "what is not read is offered first"
    press(app, "Neem over")  # Balie, Totaaloordeel, eigen cijfer: 8,3
    assert Shown(app).finding == "6 getallen: 5 gecontroleerd, 1 geen cijfer. 2 cijfers wijken af."
    press(app, "Maak laatste keuze ongedaan")
    assert "1 niet gelezen" in (Shown(app).finding or "")
    app.button_group(key="soort_0_0").set_value("geen cijfer").run()
    press(app, "Neem over")
    assert Shown(app).finding == "6 getallen: 4 gecontroleerd, 2 geen cijfer. 2 cijfers wijken af."


def test_what_was_said_holds_for_the_next_version(open_app: Opener) -> None:
    app = dropped(open_app)
    press(app, "Neem over")
    press(app, "Ander concept")
    app.file_uploader[0].upload("versie2.txt", TEXT.replace("8,2\t8,1", "8,1\t8,2").encode())
    app.run()
    assert Shown(app).finding == "6 getallen: 5 gecontroleerd, 1 geen cijfer. Alles klopt."


def test_pasted_text_is_checked_too(open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "publicatiecheck")
    app.text_area[0].set_value("Balie 2020\n\nTotaaloordeel 8,3\n").run()
    assert Shown(app).finding == "2 getallen: 1 gecontroleerd, 1 geen cijfer. Alles klopt."


def test_the_draft_leaves_the_widget_as_soon_as_it_is_read(open_app: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    released: list[str] = []
    monkeypatch.setattr("lib.ui.uploads.release", lambda file: released.append(file.name))
    app = dropped(open_app)
    assert released == ["concept.txt"], "Streamlit's own copy"
    assert not app.file_uploader
    press(app, "Ander concept")
    assert app.file_uploader[0].value is None
    assert "concept" not in app.session_state


def test_a_range_of_pages(open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "publicatiecheck")
    app.text_input(key="concept_bladzijden").set_value("7-3").run()
    assert "Nu worden alle bladzijden gelezen" in Shown(app).text
    app.text_input(key="concept_bladzijden").set_value("2").run()
    app.file_uploader[0].upload("concept.txt", b"Balie 2020\nTotaaloordeel 8,3\n\fTelefoon 2020\nTotaaloordeel 7,6\n")
    app.run()
    shown = Shown(app)
    assert "Telefoon: Totaaloordeel" in shown.text
    assert "Balie: Totaaloordeel" not in shown.text


def test_a_draft_that_can_not_be_read_ends_in_a_sentence(open_app: Opener) -> None:
    app = dropped(open_app, "%PDF-1.7 stuk", "concept.pdf")
    assert "is niet te openen" in (Shown(app).finding or "")
    assert "Ander concept" in Shown(app).buttons


def test_the_report_asks_who_checked(open_app: Opener) -> None:
    app = dropped(open_app)
    assert "Verslag (HTML)" not in labels(app)
    app.text_input(key="verslag_naam").set_value("N. de Boer")
    app.text_input(key="verslag_functie").set_value("adviseur").run()
    assert {"Verslag (HTML)", "Verslag (Excel)"} <= set(labels(app))
    app.text_input(key="verslag_datum").set_value("gisteren").run()
    assert "Verslag (HTML)" not in labels(app)
    assert "Schrijf de datum als" in Shown(app).text


def test_removing_everything_removes_the_draft(open_app: Opener) -> None:
    app = dropped(open_app)
    app.switch_page("pages/gegevens.py").run()
    press(app, "Verwijder alle bestanden")
    assert "concept" not in app.session_state
    assert "nagerekend" not in app.session_state
