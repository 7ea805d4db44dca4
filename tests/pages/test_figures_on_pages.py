"""The printed factsheet of 2020, read from the pages; and what pages do with files."""

import pytest

from tests import printed
from tests.pages.conftest import Opener, Shown, go, sample_files

BROKEN = {"kapot.xlsx": b"PK\x03\x04 geen werkmap"}


@pytest.mark.parametrize("channel", ["balie", "digitaal"])
def test_the_table_of_scores_is_the_printed_one(channel: str, open_app: Opener) -> None:
    rows = go(open_app(sample_files()), "scores", kanaal=channel).rows("Scores en BM")
    assert [row[:3] for row in rows] == printed.rows(channel)


def test_the_overview_holds_respons_reviews_tips_and_earlier_years(open_app: Opener) -> None:
    text = go(open_app(sample_files()), "overzicht").text
    assert "Respons 3.018 Reviews 0 Tips 633" in text
    assert "Respons 2.260 Reviews 382 Tips 771" in text
    assert "2018: 7,6 · 2019: 7,3" in text


def test_the_five_options_of_terugkomen_are_the_printed_ones(open_app: Opener) -> None:
    shown = go(open_app(sample_files()), "terugkomen")
    assert [row[0] for row in shown.rows("Terugkomen")] == printed.options("balie", "repeat_visit")
    assert shown.charts == 1


def test_the_five_items_of_informatie_are_the_printed_ones(open_app: Opener) -> None:
    shown = go(open_app(sample_files()), "informatie")
    assert [row[0] for row in shown.rows("Informatie vooraf duidelijk")] == printed.options("digitaal", "info_clarity")


def test_a_product_with_too_few_answers_is_named_without_a_figure(open_app: Opener) -> None:
    shown = go(open_app(sample_files()), "terugkomen")
    assert "Te weinig respons om te tonen: Legalisatie handtekening (n = 7)." in shown.text
    assert "Legalisatie handtekening" not in [row[0] for row in shown.rows("Terugkomen per product")]


def test_a_file_that_cannot_be_read_leaves_the_others(open_app: Opener) -> None:
    shown = Shown(open_app({**sample_files("balie_2020.xlsx"), **BROKEN}))
    assert "Geopend: 3.018 respondenten" in (shown.finding or "")
    assert "Het Excel-bestand kapot.xlsx is beschadigd of onvolledig." in shown.text


def test_a_file_can_be_taken_away_and_then_its_figures_are_gone(open_app: Opener) -> None:
    app = open_app(sample_files("balie_2020.xlsx", "digitaal_2020.csv"))
    app.button(key="verwijder_digitaal_2020.csv").click().run()
    assert "Geopend: 3.018 respondenten (balie 3.018)." in (Shown(app).finding or "")


def test_own_files_take_the_place_of_the_sample(open_app: Opener) -> None:
    shown = Shown(open_app(sample_files("digitaal_2020.csv"), sample=True))
    assert "Geopend: 2.260 respondenten" in (shown.finding or "")


def test_an_unknown_reference_item_is_reported(open_app: Opener) -> None:
    references = b"kanaal;item;jaar;bm;eigen\nbalie;koffie;2020;8,0;\nbalie;prijs;2020;7,2;\n"
    shown = Shown(open_app({**sample_files("balie_2020.xlsx"), "bm.csv": references}))
    assert "'koffie' is geen vraag van het kanaal balie" in shown.text
    assert "1 referentiecijfer (BM" in shown.text


def test_text_from_a_file_is_only_ever_text(open_app: Opener) -> None:
    evil = "<img src=x onerror=alert(1)>![x](http://example.nl/x.png)"
    rows = ["Kanaal;Datum;Product;Totaaloordeel;Verbetertip"]
    rows += [f"balie;0{day}-03-2020;{evil};8;{evil}" for day in range(1, 10)] * 2
    app = open_app({"<b>balie</b>.csv": "\n".join(rows).encode()})
    for page in ("gegevens", "overzicht", "tips"):
        html = go(app, page).html
        assert "<img" not in html
        assert "<b>balie</b>" not in html
    assert "&lt;img src=x" in html


def test_searching_in_tips_marks_the_words_and_counts(open_app: Opener) -> None:
    app = open_app(sample_files("balie_2020.xlsx"))
    before = go(app, "tips")
    app.text_input(key="zoek").set_value("afspraak").run()
    shown = Shown(app)
    assert shown.finding != before.finding
    assert "bij uw keuze" in (shown.finding or "")
    assert shown.html.count("<article") <= 20
    for tip in shown.html.split("<article")[1:]:
        assert "<mark>" in tip.lower()


def test_tips_come_twenty_at_a_time(open_app: Opener) -> None:
    app = open_app(sample_files("balie_2020.xlsx"))
    assert go(app, "tips").html.count("<article") == 20


def repeated(grade: int, first: int = 0) -> bytes:
    """Twenty respondents of March 2020 with this grade."""
    rows = [f"R{n};{n % 28 + 1:02d}-03-2020;{grade}" for n in range(first, first + 20)]
    return "\n".join(["Respondentnummer;Datum ingevuld;Totaaloordeel", *rows]).encode()


def test_what_counts_of_one_respondent_with_two_answers_is_for_the_user_to_say(open_app: Opener) -> None:
    app = open_app({"balie_1.csv": repeated(6), "balie_2.csv": repeated(8, first=5)})
    shown = Shown(app)
    assert "15 respondenten staan met verschillende antwoorden in balie_1.csv en in balie_2.csv" in shown.text
    assert "Geopend: 40 respondenten" in (shown.finding or "")
    # By hand: 20 x 6 and 20 x 8 is 7,0; only the last of each is 5 x 6 and 20 x 8, 190 / 25 = 7,6.
    assert "7,0" in go(app, "overzicht").text
    app.switch_page("pages/gegevens.py").run()
    app.radio[0].set_value("last").run()
    shown = Shown(app)
    assert "alleen het laatste antwoord telt mee" in shown.text
    assert "Geopend: 25 respondenten" in (shown.finding or "")
    assert "7,6" in go(app, "overzicht").text
    app.switch_page("pages/gegevens.py").run()
    assert app.radio[0].value == "last"
    app.radio[0].set_value("both").run()
    assert "Geopend: 40 respondenten" in (Shown(app).finding or "")


def test_without_such_a_respondent_nothing_is_asked(open_app: Opener) -> None:
    assert not open_app({"balie_1.csv": repeated(6), "balie_2.csv": repeated(8, first=50)}).radio
