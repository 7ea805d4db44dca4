"""Two files of one name on the page Gegevens: asked in so many words, answered in one click, taken back in one."""

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Opener, Shown, go
from tests.session.test_versions import AGAIN, NAME, export


def open_again(app: AppTest, data: bytes, name: str = NAME) -> Shown:
    """Open one more file, as from another folder."""
    app.file_uploader[0].upload(name, data)
    app.run()
    return Shown(app)


def press(app: AppTest, label: str) -> Shown:
    """Press the only button with this label."""
    (button,) = [button for button in app.button if button.label == label]
    button.click().run()
    return Shown(app)


def overall(app: AppTest) -> str:
    text = go(app, "overzicht").text
    app.switch_page("pages/gegevens.py").run()
    return next(grade for grade in ("8,0", "7,5", "7,0") if grade in text)


def test_a_second_version_is_asked_about_and_the_first_counts_until_then(open_app: Opener) -> None:
    app = open_app({NAME: export(range(40))})
    shown = open_again(app, export(range(10, 50), grade=7))
    assert f"Vervangt dit {NAME}?" in shown.text
    assert f"30 van de 40 respondenten in dit bestand staan ook in {NAME}." in shown.text
    assert f"dit bestand heet hier '{AGAIN}'" in shown.text
    assert shown.rows("Wat het antwoord verandert") == [
        ["Balie · respons", "40", "40", "80"],
        ["Balie · Totaaloordeel", "8,0 (n = 40)", "7,0 (n = 40)", "7,5 (n = 80)"],
    ]
    assert shown.finding == f"Geopend: 40 respondenten (balie 40). Telt nog niet mee: {AGAIN}."
    assert overall(app) == "8,0"


def test_yes_and_no_are_one_click_and_so_is_the_way_back(open_app: Opener) -> None:
    app = open_app({NAME: export(range(40))})
    open_again(app, export(range(10, 50), grade=7))
    shown = press(app, "Ja, dit vervangt het")
    assert f"Telt in plaats van {NAME}." in shown.text
    assert f"Vervangen door {AGAIN}; telt niet mee." in shown.text
    assert overall(app) == "7,0"
    assert f"Vervangt dit {NAME}?" in press(app, "Ongedaan maken").text
    assert overall(app) == "8,0"
    assert f"Telt mee naast {NAME}." in press(app, "Nee, tel beide mee").text
    assert overall(app) == "7,5"


def test_the_same_file_again_is_said(open_app: Opener) -> None:
    app = open_app({NAME: export(range(40))})
    shown = open_again(app, export(range(40)))
    assert f"{NAME} was al geopend, met precies dezelfde inhoud; het telt één keer mee." in shown.text
    assert AGAIN not in shown.html
    assert "Vervangt dit" not in shown.text


def test_a_question_that_is_open_is_told_on_every_page(open_app: Opener) -> None:
    app = open_app({NAME: export(range(40))})
    open_again(app, export(range(10, 50), grade=7))
    go(app, "scores")
    assert [caption.value for caption in app.sidebar.caption] == [
        "Op Gegevens staat nog een vraag over een bestand open."
    ]


def test_the_name_of_a_file_is_only_ever_text(open_app: Opener) -> None:
    name = "balie ![x](http:x) <img src=x>.csv"
    app = open_app({name: export(range(40))})
    shown = open_again(app, export(range(40), grade=7), name)
    assert "<img" not in shown.html
    assert not [label for label in shown.buttons if "![" in label]
