"""A survey of another kind on the pages: one click opens it, and every page says something true of it."""

import random

import pytest
from streamlit.testing.v1 import AppTest

from lib.survey.catalogue import ALL_CHANNELS
from tests.ingest.exports import Rows, csv_text
from tests.ingest.test_custom_survey import MARKET, UNNAMED
from tests.pages.conftest import PAGES, Opener, Shown, go, sample_files

_RANDOM = random.Random(4)
# With everything that a question of its own can be.
RICH: Rows = [
    ["Datum", "Product", "Welk rapportcijfer geeft u de markt (1 t/m 10)?", "De markt is gezellig", "Waar komt u vandaan?",
     "Wat koopt u? [Fruit]", "Wat koopt u? [Kaas]", "Wat mist u?"],
    *(
        [
            f"{n % 28 + 1:02d}-{n // 28 + 1:02d}-2023", "Paspoort" if n < 200 else _RANDOM.choice(["Rijbewijs", "VOG"]),
            _RANDOM.choice([5, 7, 8, 9]), _RANDOM.choice(["helemaal eens", "eens", "neutraal", "oneens"]),
            _RANDOM.choice(["Noord", "Zuid", "Oost"]), _RANDOM.choice(["Ja", "Nee"]), _RANDOM.choice(["Ja", "Nee"]),
            f"{MARKET[n % 3 + 1][4]} {n}",
        ]
        for n in range(300)
    ),
]  # fmt: skip
QUESTION = "Onder welk kanaal?"
# What each page says of a survey with choices and open answers only.
SAID = {
    "overzicht": "eigen vragen",
    "scores": "niet gevraagd",
    "terugkomen": "niet gevraagd",
    "informatie": "niet gevraagd",
    "tips": "40 open antwoorden",
    "verdeling": "Twee eigen vragen",
    "producten": "niet gevraagd",
    "verloop": "1e kwartaal 2020",
    "vergelijken": "niet gevraagd",
    "prioriteiten": "niet gevraagd",
}


def choose(app: AppTest, channel: str) -> Shown:
    """Name the channel of the one file that is asked for."""
    (control,) = [group for group in app.button_group if group.label == QUESTION]
    control.set_value(channel).run()
    return Shown(app)


def opened(open_app: Opener, rows: Rows, channel: str) -> AppTest:
    app = open_app({"markt.csv": csv_text(rows).encode()})
    choose(app, channel)
    return app


@pytest.mark.parametrize("channel", ALL_CHANNELS)
def test_one_click_opens_it_and_another_changes_the_channel(channel: str, open_app: Opener) -> None:
    app = open_app({"markt.csv": csv_text(MARKET).encode()})
    before = Shown(app)
    assert "een enquête met 3 eigen vragen" in before.text
    assert "Naar de cijfers" not in before.text
    assert choose(app, channel).finding == f"Geopend: 40 respondenten ({channel} 40)."
    assert "eigen vragen, zonder vragen" not in Shown(app).text
    other = "balie" if channel == "overig" else "overig"
    assert choose(app, other).finding == f"Geopend: 40 respondenten ({other} 40)."


def test_an_export_without_channel_is_asked_the_same(open_app: Opener) -> None:
    app = open_app({"export.csv": csv_text(UNNAMED).encode()})
    assert "blijkt niet of het om balie" in Shown(app).text
    assert choose(app, "telefoon").finding == "Geopend: 20 respondenten (telefoon 20)."


def test_each_file_has_a_channel_of_its_own(open_app: Opener) -> None:
    later: Rows = [UNNAMED[0], *([7, 6] for _ in range(15))]
    app = open_app({"a.csv": csv_text(UNNAMED).encode(), "b.csv": csv_text(later).encode()})
    for channel in ("balie", "telefoon"):
        next(g for g in app.button_group if g.label == QUESTION and g.value is None).set_value(channel).run()
    assert Shown(app).finding == "Geopend: 35 respondenten (balie 20 en telefoon 15)."
    next(button for button in app.button if button.label == "Verwijder").click().run()
    assert Shown(app).finding == "Geopend: 15 respondenten (telefoon 15)."


@pytest.mark.parametrize("page", PAGES)
def test_a_survey_of_choices_and_open_answers_on_every_page(page: str, open_app: Opener) -> None:
    rows: Rows = [
        [*MARKET[0][:2], *MARKET[0][4:], "Komt u met de fiets?"],
        *(
            [f"{n % 28 + 1:02d}-{n % 4 * 3 + 1:02d}-2020", row[1], row[4], ("Nee", "Ja")[n % 2]]
            for n, row in enumerate(MARKET[1:])
        ),
    ]
    shown = go(opened(open_app, rows, "overig"), page)
    assert shown.title == [PAGES[page]]
    assert SAID.get(page, "") in (shown.finding or "")
    if page in SAID:
        assert "n = 40" in (shown.selection or "")
    if page == "verdeling":
        assert [row[1:] for row in shown.rows("Komt u met de fiets?")] == [["50%", "20"], ["50%", "20"]]


@pytest.mark.parametrize("page", PAGES)
def test_a_survey_with_everything_on_every_page(page: str, open_app: Opener) -> None:
    shown = go(opened(open_app, RICH, "overig"), page)
    assert shown.title == [PAGES[page]]
    if page in ("scores", "verdeling", "verloop", "vergelijken"):
        assert shown.charts
    if page == "scores":
        assert "geen BM" in shown.text
        assert (
            "Verschil" not in shown.text.split("Hoe is dit berekend")[0].split("Scores en BM Vraag")[1].split("95%")[0]
        )
    if page == "producten":
        assert [row[0] for row in shown.rows("Waar komt u vandaan? per product")] == ["Paspoort", "Rijbewijs", "VOG"]
    if page == "overzicht":
        rows = shown.rows("Vragen van overig")
        assert [row[1] for row in rows] == [
            "rapportcijfer", "stelling, % eens", "meerkeuze", "meerkeuze, meer antwoorden", "open vraag",
        ]  # fmt: skip
        assert "Geen export van" not in shown.text


def test_through_time_the_share_of_an_answer_can_be_followed(open_app: Opener) -> None:
    app = opened(open_app, RICH, "overig")
    go(app, "verloop")
    app.selectbox(key="verloop_vraag").set_value("Waar komt u vandaan? Noord").run()
    rows = Shown(app).rows("Waar komt u vandaan? Noord per kwartaal")
    assert [row[0] for row in rows] == [f"{n}e kwartaal 2023" for n in (1, 2, 3, 4)]
    in_first = [row for row in RICH[1:] if str(row[0])[3:5] in ("01", "02", "03")]
    share = sum(row[4] == "Noord" for row in in_first) / len(in_first)
    assert rows[0][1] == f"{int(share * 100 + 0.5)}%"


def test_beside_an_export_of_the_klantmonitor_both_are_shown(open_app: Opener) -> None:
    app = open_app({**sample_files("balie_2020.xlsx"), "markt.csv": csv_text(MARKET).encode()})
    shown = choose(app, "overig")
    assert shown.finding == "Geopend: 3.058 respondenten (balie 3.018 en overig 40)."
    overview = go(app, "overzicht")
    assert "Geen export van telefoon geopend" in overview.text
    assert overview.rows("Vragen van overig")
    assert "Klanten geven balie als totaaloordeel gemiddeld" in (overview.finding or "")


def test_what_was_not_asked_is_said_and_what_nobody_wrote_is_a_zero(open_app: Opener) -> None:
    app = open_app({**sample_files("balie_2020.xlsx"), "telefoon.csv": csv_text(UNNAMED).encode()})
    shown = go(app, "overzicht")
    assert "Reviews 0 Tips 633" in shown.text
    assert "Reviews niet gevraagd Tips niet gevraagd" in shown.text
