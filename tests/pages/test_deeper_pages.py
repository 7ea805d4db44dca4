"""The pages that go deeper: what they answer, and what they refuse to tell."""

from datetime import date

import pytest

from tests.pages.conftest import Opener, Shown, go, sample_files

SMALL_PRODUCT = "Legalisatie handtekening"


def test_products_against_items_sorted_as_asked(open_app: Opener) -> None:
    app = open_app(sample=True)
    rows = go(app, "producten", kanaal="balie").rows("Cijfers per product")
    assert [row[0] for row in rows[:2]] == ["Paspoort", "Rijbewijs"]
    assert rows[-1][0] == "Totaal van de selectie"
    small = next(row for row in rows if row[0] == SMALL_PRODUCT)
    assert small[1] == "7"
    assert all(cell.startswith("n < 10") for cell in small[2:])


def test_a_product_links_to_itself_within_the_selection(open_app: Opener) -> None:
    shown = go(open_app(sample=True), "producten", kanaal="balie")
    assert '<a href="?kanaal=balie&amp;product=Paspoort">Paspoort</a>' in shown.html


@pytest.mark.parametrize(
    ("way", "finding"),
    [
        ("vorige periode", "4e kwartaal 2020 en 3e kwartaal 2020"),
        ("vorig jaar", "n = 0"),
        ("ander product", "In vergelijking met alle andere producten scoort Paspoort"),
        ("ander kanaal", "In vergelijking met telefoon scoort balie"),
    ],
)
def test_every_way_to_compare(way: str, finding: str, open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "vergelijken", kanaal="balie")
    app.button_group(key="met").set_value(way).run()
    assert finding in (Shown(app).finding or "")


def test_a_change_is_split_in_mix_and_rating(open_app: Opener) -> None:
    shown = go(open_app(sample=True), "vergelijken", kanaal="balie")
    assert "door een andere productmix" in shown.text
    assert shown.charts == 2  # grades, and CES on its own scale


def test_one_channel_has_no_other_to_compare_with(open_app: Opener) -> None:
    app = open_app(sample_files("balie_2020.xlsx"))
    go(app, "vergelijken")
    app.button_group(key="met").set_value("ander kanaal").run()
    assert "maar één kanaal" in (Shown(app).finding or "")


def test_the_trend_of_any_item_per_month_quarter_or_year(open_app: Opener) -> None:
    app = open_app(sample=True)
    assert len(go(app, "verloop", kanaal="digitaal").rows("Totaaloordeel per kwartaal")) == 4 + 2  # and 2018 and 2019
    app.button_group(key="per").set_value("maand").run()
    app.selectbox(key="verloop_vraag").set_value("CES").run()
    assert len(Shown(app).rows("CES per maand")) == 12


def test_the_distribution_of_every_item_adds_up(open_app: Opener) -> None:
    shown = go(open_app(sample=True), "verdeling", kanaal="balie")
    rows = shown.rows("Elk rapportcijfer")
    assert len(rows) == 16
    for row in rows:
        assert 97 <= sum(int(cell.rstrip("%")) for cell in row[1:11]) <= 103  # rounded ten times
    assert ["5%", "25%", "70%", "12", "0", "2.945"] in [row[1:] for row in shown.rows("Verdeling van rapportcijfers")]


def test_priorities_from_a_hundred_complete_answers(open_app: Opener) -> None:
    app = open_app(sample=True)
    shown = go(app, "prioriteiten", kanaal="balie")
    assert "geen oorzaak en gevolg" in shown.text
    assert shown.charts == 1
    assert len(shown.rows("Score en samenhang per aspect")) == 9
    few = go(app, "prioriteiten", product=["VOG"])
    assert few.charts == 0
    assert "ten minste 100 nodig" in (few.finding or "")


def test_a_step_of_a_few_respondents_is_announced_and_stays_said(open_app: Opener) -> None:
    app = open_app(sample=True)
    everything = go(app, "scores", kanaal="balie", product=["Paspoort"])
    assert "verschilt maar" not in everything.text
    step = go(app, "scores", product=["Paspoort", SMALL_PRODUCT])
    assert "Deze selectie verschilt maar zeven klanten van de vorige" in step.text
    assert "verschilt maar zeven klanten" in Shown(app.run()).text
    assert "verschilt maar" not in go(app, "scores", product=["Rijbewijs"]).text


def test_a_figure_opens_to_its_account(open_app: Opener) -> None:
    shown = go(open_app(sample=True), "scores", kanaal="balie")
    assert "Openingstijden: 8,2 Regel gemiddelde van de rapportcijfers 1 tot en met 10 Bron kolom" in shown.text
    assert "balie_2020.xlsx, blad Balie" in shown.text
    assert "BM is gepubliceerd als afgerond getal en geldt hier als vast" in shown.text


def test_a_workbook_of_the_selection_is_offered(open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "overzicht", kanaal="balie", product=["Paspoort"])
    button = next(one for one in app.get("download_button") if one.proto.id.endswith("download_workbook"))
    assert button.proto.label == "Download alle cijfers (Excel)"


def test_a_selection_is_kept_and_set_against_another(open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "vergelijken", kanaal="balie", van=date(2020, 1, 1), tot=date(2020, 3, 31))
    next(button for button in app.button if button.label == "Bewaar deze selectie").click().run()
    go(app, "vergelijken", van=date(2020, 10, 1), tot=date(2020, 12, 31))
    app.button_group(key="met").set_value("bewaarde selecties").run()
    assert "Balie · alle producten · 1e kwartaal 2020" in (Shown(app).finding or "")
