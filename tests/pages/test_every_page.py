"""Every page under every circumstance: it says something true and never breaks."""

from datetime import date

import pytest

from tests.pages.conftest import PAGES, Opener, Shown, go, sample_files

# A product of the counter with fewer than ten respondents in the sample.
SMALL_PRODUCT = "Legalisatie handtekening"
# Pages that show figures; the others show files and explanations.
FIGURE_PAGES = [page for page in PAGES if page not in ("gegevens", "toelichting", "publicatiecheck", "factsheet")]


@pytest.mark.parametrize("page", PAGES)
def test_without_data_a_page_says_what_to_do(page: str, open_app: Opener) -> None:
    shown = go(open_app(), page)
    assert shown.title == [PAGES[page]]
    assert shown.charts == 0
    if page in FIGURE_PAGES:
        assert shown.finding == "Er zijn nog geen gegevens geopend."
        assert "Open uw eigen export" in shown.text


@pytest.mark.parametrize("page", PAGES)
def test_with_the_sample_a_page_opens_with_its_finding(page: str, open_app: Opener) -> None:
    shown = go(open_app(sample=True), page)
    assert shown.title == [PAGES[page]]
    assert shown.finding
    if page in FIGURE_PAGES:
        assert shown.selection
        assert "n = " in shown.selection


@pytest.mark.parametrize("file", ["balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv"])
@pytest.mark.parametrize("page", PAGES)
def test_one_channel_only(page: str, file: str, open_app: Opener) -> None:
    shown = go(open_app(sample_files(file)), page)
    assert shown.title == [PAGES[page]]
    asked = {"terugkomen": "balie", "informatie": "digitaal"}
    if page in asked and not file.startswith(asked[page]):
        assert "niet gevraagd" in (shown.finding or "")


@pytest.mark.parametrize("page", PAGES)
def test_fewer_than_ten_respondents_show_no_figure(page: str, open_app: Opener) -> None:
    shown = go(open_app(sample=True), page, kanaal="balie", product=[SMALL_PRODUCT])
    assert shown.charts == 0
    if page in ("overzicht", "scores", "terugkomen"):
        assert "te weinig respons" in shown.text.lower()
        assert "n = 7" in (shown.selection or "")
    if page == "scores":
        for row in shown.rows("Scores en BM"):
            assert row[1] == "te weinig respons"
            assert row[3] == "–"


@pytest.mark.parametrize("page", FIGURE_PAGES)
def test_a_selection_without_respondents_says_so(page: str, open_app: Opener) -> None:
    app = open_app(sample=True)
    # Between the last answer of 2020 and the end of the year there is nobody.
    shown = go(app, page, van=date(2020, 12, 31), tot=date(2020, 12, 31))
    assert "n = 0" in (shown.selection or "")
    assert shown.charts == 0
    assert "Wis selectie" in shown.buttons


def test_a_page_alone_has_the_filters_too(open_app: Opener) -> None:
    app = open_app(sample=True)
    app.switch_page("pages/scores.py").run()
    assert [widget.label for widget in app.sidebar.multiselect] == ["Product"]
    assert [widget.label for widget in app.sidebar.date_input] == ["Van", "Tot en met"]


def test_the_filters_combine_and_are_read_as_a_sentence(open_app: Opener) -> None:
    shown = go(
        open_app(sample=True),
        "scores",
        kanaal="balie",
        product=["Paspoort", "Rijbewijs"],
        van=date(2020, 1, 1),
        tot=date(2020, 3, 31),
    )
    assert (shown.selection or "").startswith("Balie · Paspoort en Rijbewijs · 1e kwartaal 2020 · n = ")


def test_one_click_clears_the_selection(open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "scores", kanaal="digitaal", product=["VOG"], van=date(2020, 4, 1))
    next(button for button in app.button if button.label == "Wis selectie").click().run()
    assert Shown(app).selection == "Balie · alle producten · 2020 · n = 3.018"


def test_a_quarter_fills_in_both_dates(open_app: Opener) -> None:
    app = open_app(sample=True)
    app.switch_page("pages/scores.py").run()
    app.sidebar.selectbox[0].select("2e kwartaal 2020").run()
    assert (app.session_state["van"], app.session_state["tot"]) == (date(2020, 4, 1), date(2020, 6, 30))
    assert "2e kwartaal 2020" in (Shown(app).selection or "")


def test_a_factsheet_of_a_few_says_few_and_of_nobody_nobody(open_app: Opener) -> None:
    rows = "".join(f"balie;{day:02d}-03-2020;Paspoort;8;7\n" for day in range(1, 8))
    app = open_app({"balie.csv": f"Kanaal;Datum;Product;Totaaloordeel;Wachttijd\n{rows}".encode()})
    few = go(app, "factsheet")
    assert "n = 7" in (few.selection or "")
    assert "Te weinig respons voor een factsheet" in (few.finding or "")
    nobody = go(app, "factsheet", van=date(2020, 1, 1), tot=date(2020, 1, 31))
    assert "n = 0" in (nobody.finding or "")
