"""Presenteren: opens on the first of five stops or more, with the selection in view, and says what to do without data."""

from datetime import date

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Opener, Shown, go
from tests.pages.test_mapping_on_page import press


def place(app: AppTest) -> str:
    html = "\n".join(element.proto.body for element in app.get("html"))
    return html.split('data-testid="halte">')[1].split("<")[0]


def test_without_data_it_says_what_to_do(open_app: Opener) -> None:
    shown = go(open_app(), "presenteren")
    assert shown.finding == "Er zijn nog geen gegevens geopend."
    assert "Open voorbeelddata" in shown.buttons


def test_it_opens_on_the_first_stop_and_leads_on(open_app: Opener) -> None:
    app = open_app(sample=True)
    shown = go(app, "presenteren")
    assert place(app).startswith("1 / ")
    assert int(place(app).split("/")[1]) >= 5
    assert shown.selection
    assert shown.finding
    press(app, "Volgende")
    assert place(app).startswith("2 / ")
    press(app, "Laatste halte")
    last = place(app).split("/")
    assert last[0].strip() == last[1].strip()
    press(app, "Eerste halte")
    press(app, "Zwart scherm")
    assert "km-blank" in Shown(app).html
    assert Shown(app).finding is None, "nothing is shown behind the black"


def test_looking_along_starts_with_a_code_and_stops(open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "presenteren")
    press(app, "Start meekijken")
    code = Shown(app).html.split('data-testid="zaalcode">')[1].split("<")[0]
    assert len(code) == 6
    press(app, "Stop meekijken")
    assert "zaalcode" not in Shown(app).html


def test_a_page_is_added_with_its_selection_and_choices(open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "verloop", kanaal="balie")
    app.button_group(key="per").set_value("maand").run()
    press(app, "Voeg toe aan presentatie")
    go(app, "presenteren")
    press(app, "Laatste halte")
    shown = Shown(app)
    assert (shown.selection or "").startswith("Balie")
    assert "in januari 2020" in (shown.finding or "")


def looking_along(app: AppTest, open_app: Opener) -> AppTest:
    """The app of somebody who looks along with what is open in this one."""
    go(app, "presenteren")
    press(app, "Start meekijken")
    other = open_app()
    other.query_params["zaal"] = Shown(app).html.split('data-testid="zaalcode">')[1].split("<")[0]
    return other


def test_who_looks_along_sees_what_a_room_may_see_and_changes_nothing(open_app: Opener) -> None:
    app = open_app(sample=True)
    other = looking_along(app, open_app)
    shown = go(other, "overzicht")
    assert "8,3" in shown.text
    assert "Voeg toe aan presentatie" not in shown.buttons
    assert "alleen voor wie de gegevens heeft geopend" in (go(other, "gegevens").finding or "")
    assert "alleen voor wie de gegevens heeft geopend" in (go(other, "tips").finding or "")
    press(app, "Stop meekijken")
    assert "nog geen gegevens" in (go(other, "overzicht").finding or "")


def test_who_looks_along_gets_whole_months_and_nothing_of_few_by_the_filters(open_app: Opener) -> None:
    app = open_app(sample=True)
    other = looking_along(app, open_app)
    # Ten days of March: what is shown is the whole month.
    shown = go(other, "scores", kanaal="balie", van=date(2020, 3, 10), tot=date(2020, 3, 20))
    assert "maart 2020" in (shown.selection or "")
    few = go(other, "scores", kanaal="balie", product=["Legalisatie handtekening"])
    assert "n = " not in (few.selection or "")
    assert not few.charts
    press(app, "Stop meekijken")
