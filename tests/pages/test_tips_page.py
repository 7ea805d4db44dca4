"""The page Verbetertips: reading, searching, themes and choosing, and nothing uncovered anywhere."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.answers.themes import Theme, as_rows, default_themes, to_json
from lib.ingest.mapping import ColumnMapping
from lib.ingest.mapping import to_json as to_mapping_json
from tests.pages.conftest import Opener, Shown, go, sample_files

ROWS = 30
# Everything that may never be seen, each in a tip of its own.
PLANTED = (
    "De Vries",
    "06-12345678",
    "j.jansen@example.nl",
    "111222333",
    "XX-123-X",
    "NL91ABNA0417164300",
    "Dorpsstraat 12a",
)


def export(*tips: str, reviews: tuple[str, ...] = ()) -> bytes:
    """Thirty customers of March 2020 with these tips, and the same product."""
    rows = ["Kanaal;Datum ingevuld;Product;Totaaloordeel;Heeft u een verbetertip?;Toelichting op het rapportcijfer"]
    for number in range(ROWS):
        tip = tips[number] if number < len(tips) else ""
        review = reviews[number] if number < len(reviews) else ""
        rows.append(f'balie;{number % 28 + 1:02d}-03-2020;Paspoort;{4 + number % 6};"{tip}";"{review}"')
    return "\n".join(rows).encode()


PERSONAL = export(
    "Geholpen door mevrouw De Vries, prima", "Bel 06-12345678 na vijven", "Mail naar j.jansen@example.nl",
    "Mijn BSN 111222333 werd hardop genoemd", "Auto met kenteken XX-123-X", "Terug naar NL91ABNA0417164300",
    "Ik woon op Dorpsstraat 12a", "Meer stoelen graag", "Lang wachten aan de balie",
)  # fmt: skip


def view(app: AppTest, name: str) -> Shown:
    app.button_group(key="weergave").set_value(name).run()
    return Shown(app)


def button(app: AppTest, label: str, number: int = 0) -> None:
    [each for each in app.button if each.label == label][number].click().run()


def everything(app: AppTest) -> str:
    """All that the page sends to a browser, fields and their values included."""
    fields = [str(each.value) for each in (*app.text_area, *app.text_input)]
    return "\n".join([Shown(app).html, *fields, *(each.label for each in app.button)])


def test_nothing_personal_is_on_any_view_of_the_page(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    go(app, "tips")
    for name in ("Lezen", "Thema's", "Gekozen"):
        view(app, name)
        assert not [planted for planted in PLANTED if planted in everything(app)], name
    html = view(app, "Lezen").html
    assert html.count('class="km-mask"') == 7


def test_nothing_personal_is_on_any_other_page(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    for page in ("gegevens", "overzicht", "verdeling", "producten"):
        go(app, page)
        assert not [planted for planted in PLANTED if planted in everything(app)], page


def test_what_is_covered_is_counted_by_kind(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    shown = go(app, "tips")
    assert shown.rows("Wat er in open antwoorden is afgedekt") == [["Balie, verbetertips", *["1"] * 7]]


def test_nobody_is_found_by_a_name_that_is_covered(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    go(app, "tips")
    app.text_input(key="zoek").set_value('"De Vries"').run()
    assert Shown(app).finding == "Geen van de 9 open antwoorden past bij uw keuze."


def test_tips_and_reviews_stand_in_one_list_and_can_be_told_apart(open_app: Opener) -> None:
    app = open_app({"export.csv": export("Meer stoelen", "Minder regels", reviews=("Snel klaar",))})
    shown = go(app, "tips")
    assert (shown.finding or "").startswith("Klanten schreven 2 tips en 1 toelichting.")
    assert re.findall(r"<small>(\w+) · Paspoort", shown.html).count("tip") == 2
    app.selectbox(key="soort").select("Toelichtingen").run()
    shown = Shown(app)
    assert shown.html.count("<article") == 1
    assert "Snel klaar" in shown.text


@pytest.mark.parametrize(
    ("field", "value", "tips"),
    [
        ("thema", "Wachttijd en afspraak", {"Lang wachten aan de balie"}),
        ("cijfer", "Cijfer 1 tot en met 5", {"Lang wachten aan de balie", "Koffie en thee graag"}),
        ("lengte", "Kort (tot en met 8 woorden)", {"Lang wachten aan de balie", "Koffie en thee graag", "Mooi zo"}),
    ],
)
def test_every_filter_leaves_what_fits(field: str, value: str, tips: set[str], open_app: Opener) -> None:
    app = open_app({"export.csv": export("Lang wachten aan de balie", "Koffie en thee graag", "Mooi zo")})
    go(app, "tips")
    app.selectbox(key=field).select(value).run()
    html = re.sub("</?mark>", "", Shown(app).html)
    assert {tip for tip in ("Lang wachten aan de balie", "Koffie en thee graag", "Mooi zo") if tip in html} == tips


def test_a_chosen_theme_shows_the_words_that_made_it(open_app: Opener) -> None:
    app = open_app({"export.csv": export("Lang wachten aan de balie", "Mooi zo")})
    go(app, "tips")
    app.selectbox(key="thema").select("Wachttijd en afspraak").run()
    assert re.findall("<mark>(.*?)</mark>", Shown(app).html) == ["wachten"]


def test_the_order_can_be_chosen(open_app: Opener) -> None:
    app = open_app({"export.csv": export("Kort", "Een veel langere tip dan de andere tip", "Een gewone tip")})
    go(app, "tips")
    app.selectbox(key="volgorde").select("Langste eerst").run()
    texts = re.findall(r"<article[^>]*><p>(.*?)</p>", Shown(app).html)
    assert texts == ["Een veel langere tip dan de andere tip", "Een gewone tip", "Kort"]


def test_another_list_begins_at_its_first_page(open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "tips", kanaal="digitaal")
    first = Shown(app).html
    pages = app.get("pagination")[0] if app.get("pagination") else None
    assert pages is not None
    app.session_state["tips_pagina_2"] = 3
    app.run()
    app.selectbox(key="thema").select("Kosten").run()
    assert Shown(app).html != first
    assert Shown(app).html.count("<article") == 20


def test_letters_can_be_large(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    go(app, "tips")
    app.toggle(key="groot").set_value(True).run()
    assert Shown(app).html.count('<article class="km-tip km-large">') == 9


def test_only_what_was_read_and_approved_is_among_the_chosen(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    go(app, "tips")
    app.text_input(key="zoek").set_value("geholpen").run()
    button(app, "Lees en keur goed")
    # Marked, but not approved: it is not chosen.
    assert [each.value for each in app.text_area] == ["Geholpen door mevrouw [naam], prima"]
    assert "nog geen tips gekozen" in (view(app, "Gekozen").finding or "")
    view(app, "Lezen")
    button(app, "Lees en keur goed")
    app.text_area[0].set_value("Geholpen door een medewerker, prima").run()
    button(app, "Gelezen en akkoord")
    shown = view(app, "Gekozen")
    assert (shown.finding or "").startswith("1 tip mag getoond worden")
    assert "Geholpen door een medewerker, prima" in shown.text
    assert "[naam]" not in shown.text


def test_who_puts_personal_data_back_has_to_say_that_it_is_none(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    go(app, "tips")
    button(app, "Lees en keur goed")
    app.text_area[0].set_value("Bel 06-12345678").run()
    assert "lijkt nog iets persoonlijks te staan: telefoonnummer" in Shown(app).text
    assert next(each for each in app.button if each.label == "Gelezen en akkoord").disabled
    app.checkbox[0].set_value(True).run()
    button(app, "Gelezen en akkoord")
    assert "Bel 06-12345678" in view(app, "Gekozen").text


def test_a_choice_can_be_taken_back(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    go(app, "tips")
    button(app, "Lees en keur goed")
    button(app, "Gelezen en akkoord")
    button(app, "Goedgekeurd")
    button(app, "Niet meer tonen")
    assert "nog geen tips gekozen" in (view(app, "Gekozen").finding or "")


def choice_of(app: AppTest) -> bytes:
    """The file behind "Bewaar de keuze", as its URL in the media store holds it."""
    from lib.answers.choice import Choice
    from lib.answers.choice import to_json as choice_json

    html = Shown(app).html
    texts = re.findall(r"<article[^>]*><p>(.*?)</p>", html)
    keys = [(each.key or "").removeprefix("bewerk_") for each in app.button if "bewerk_" in (each.key or "")]
    return choice_json(Choice(dict(zip(keys, texts, strict=True)))).encode()


def test_a_saved_choice_comes_back_with_the_same_export(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    go(app, "tips")
    app.text_input(key="zoek").set_value("stoelen").run()
    button(app, "Lees en keur goed")
    button(app, "Gelezen en akkoord")
    view(app, "Gekozen")
    saved = choice_of(app)
    fresh = open_app({"export.csv": PERSONAL, "gekozen_tips.json": saved})
    assert "1 gekozen tip; u vindt ze op Verbetertips" in Shown(fresh).text
    go(fresh, "tips")
    assert "Meer stoelen graag" in view(fresh, "Gekozen").text
    fresh.switch_page("pages/gegevens.py").run()
    fresh.button(key="verwijder_gekozen_tips.json").click().run()
    go(fresh, "tips")
    assert "nog geen tips gekozen" in (view(fresh, "Gekozen").finding or "")


def test_chosen_tips_outside_the_selection_are_counted_only(open_app: Opener) -> None:
    app = open_app(sample=True)
    go(app, "tips", kanaal="balie")
    button(app, "Lees en keur goed")
    button(app, "Gelezen en akkoord")
    go(app, "tips", kanaal="digitaal")
    shown = view(app, "Gekozen")
    assert "Nog 1 gekozen tip hoort niet bij deze selectie." in (shown.finding or "")
    assert "<article" not in shown.html


def test_chosen_tips_can_be_shown_one_by_one(open_app: Opener) -> None:
    app = open_app({"export.csv": export("Eerste tip", "Tweede tip")})
    go(app, "tips")
    for number in (0, 0):
        button(app, "Lees en keur goed", number)
        button(app, "Gelezen en akkoord")
    view(app, "Gekozen")
    app.toggle(key="een_voor_een").set_value(True).run()
    one = Shown(app)
    assert one.html.count('<article class="km-tip km-large">') == 1
    assert "1 van 2" in one.text
    button(app, "Volgende")
    assert "2 van 2" in Shown(app).text
    assert next(each for each in app.button if each.label == "Volgende").disabled


def test_chosen_tips_become_stops_of_the_presentation_once(open_app: Opener) -> None:
    app = open_app({"export.csv": export(*[f"Tip {number} over stoelen" for number in range(12)])})
    go(app, "tips")
    for number in (0, 0):
        button(app, "Lees en keur goed", number)
        button(app, "Gelezen en akkoord")
    go(app, "overzicht")
    button(app, "Voeg toe aan presentatie")  # from now on the stops are the user's own
    go(app, "tips")
    button(app, "Lees en keur goed")
    button(app, "Gelezen en akkoord")
    view(app, "Gekozen")
    button(app, "Voeg toe aan presentatie")
    assert next(each for each in app.button if each.label == "Voeg toe aan presentatie").disabled
    go(app, "presenteren")
    button(app, "Laatste halte")
    assert "over stoelen" in Shown(app).text


def test_themes_are_counted_with_their_grade(open_app: Opener) -> None:
    app = open_app({"export.csv": export(*["Te lang wachten"] * 12, *["Meer koffie"] * 3)})
    go(app, "tips")
    rows = {row[0]: row[1:] for row in view(app, "Thema's").rows("Waar de antwoorden over gaan")}
    # By hand: grades 4 to 9 twice is 6,5 for those who wait; all fifteen: (78 + 4 + 5 + 6) / 15 = 6,2.
    assert rows["Wachttijd en afspraak"] == ["12", "80%", "6,5", "+0,3", "12"]
    assert rows["Wachtruimte en toegankelijkheid"] == ["3", "20%", "te weinig respons", "–", "3"]
    per_product = Shown(app).rows("Wachttijd en afspraak per product")
    assert per_product == [["Paspoort", "12", "80%", "6,5", "+0,3", "12"]]


def test_the_list_of_themes_can_be_changed_and_put_back(open_app: Opener) -> None:
    app = open_app({"export.csv": export("Meer planten in de hal", "Mooi zo")})
    go(app, "tips")
    view(app, "Thema's")
    app.selectbox(key="thema_bewerken").select("Nieuw thema").run()
    label, words = app.text_input[-1], app.text_area[0]
    label.set_value("Groen")
    words.set_value("planten, =groen")
    button(app, "Pas toe")
    assert ["Groen", "1", "50%"] in [row[:3] for row in Shown(app).rows("Waar de antwoorden over gaan")]
    button(app, "Terug naar de lijst van de app")
    assert "Groen" not in [row[0] for row in Shown(app).rows("Waar de antwoorden over gaan")]


def test_a_list_with_something_wrong_is_refused_in_words(open_app: Opener) -> None:
    app = open_app({"export.csv": export("Mooi zo")})
    go(app, "tips")
    view(app, "Thema's")
    app.selectbox(key="thema_bewerken").select("Nieuw thema").run()
    app.text_input[-1].set_value("Kosten")
    app.text_area[0].set_value("euro")
    button(app, "Pas toe")
    assert "Het thema 'Kosten' staat er twee keer in." in Shown(app).text


def test_a_list_from_a_file_is_used_until_the_file_is_taken_away(open_app: Opener) -> None:
    own = to_json((Theme("groen", "Groen", ("planten",)),)).encode()
    app = open_app({"export.csv": export("Meer planten"), "themalijst.json": own})
    assert "Themalijst met 1 thema, gebruikt op Verbetertips." in Shown(app).text
    go(app, "tips")
    assert [row[0] for row in view(app, "Thema's").rows("Waar de antwoorden over gaan")] == ["Groen"]
    app.switch_page("pages/gegevens.py").run()
    app.button(key="verwijder_themalijst.json").click().run()
    go(app, "tips")
    assert "Groen" not in view(app, "Thema's").text
    assert len(app.selectbox(key="thema_bewerken").options) == len(default_themes()) + 1


def test_no_month_with_a_product_that_fewer_than_ten_share(open_app: Opener) -> None:
    rows = ["Kanaal;Datum ingevuld;Product;Totaaloordeel;Heeft u een verbetertip?"]
    rows += [f"balie;{day:02d}-03-2020;Paspoort;8;Meer stoelen" for day in range(1, 21)]
    rows += [f"balie;{day:02d}-07-2020;Paspoort;8;In de zomer" for day in range(1, 6)]
    app = open_app({"export.csv": "\n".join(rows).encode()})
    text = go(app, "tips").text
    assert "Paspoort · maart 2020 · cijfer 8" in text
    assert "juli 2020" not in text
    text = go(app, "tips", van=date(2020, 7, 1), tot=date(2020, 7, 31)).text
    assert "In de zomer" not in text


def test_without_open_questions_the_page_says_so(open_app: Opener) -> None:
    rows = "Kanaal;Totaaloordeel\n" + "balie;8\n" * 12
    shown = go(open_app({"export.csv": rows.encode()}), "tips")
    assert "geen kolom met tips of toelichtingen herkend" in (shown.finding or "")


def test_the_sample_has_nothing_personal_on_its_first_pages(open_app: Opener) -> None:
    app = open_app(sample_files())
    go(app, "tips")
    app.text_input(key="zoek").set_value('"mevrouw naam"').run()
    shown = Shown(app)
    assert re.search(r"<mark>[Mm]evrouw \[naam\]</mark>", shown.html)
    assert "De Vries" not in shown.text


def test_a_list_saved_with_the_mapping_is_used_with_it(open_app: Opener) -> None:
    headers = (
        "Kanaal",
        "Datum ingevuld",
        "Product",
        "Totaaloordeel",
        "Heeft u een verbetertip?",
        "Toelichting op het rapportcijfer",
    )
    mapping = to_mapping_json(ColumnMapping(headers), as_rows((Theme("groen", "Groen", ("planten",)),)))
    app = open_app({"export.csv": export("Meer planten"), "koppeling_export.json": mapping.encode()})
    assert "gebruikt voor export.csv" in Shown(app).text
    assert "Themalijst met 1 thema," in Shown(app).text
    go(app, "tips")
    assert [row[0] for row in view(app, "Thema's").rows("Waar de antwoorden over gaan")] == ["Groen"]


def test_who_says_that_nothing_is_personal_says_so_of_those_words_only(open_app: Opener) -> None:
    app = open_app({"export.csv": PERSONAL})
    go(app, "tips")
    button(app, "Lees en keur goed")
    app.text_area[0].set_value("Bel 06-12345678").run()
    app.checkbox[0].set_value(True).run()
    app.text_area[0].set_value("Bel 06-12345678 van mevrouw De Vries")
    button(app, "Gelezen en akkoord")
    assert not app.checkbox[0].value
    assert "nog geen tips gekozen" in (view(app, "Gekozen").finding or "")


def test_a_tip_that_grows_by_its_covers_can_be_read_and_approved(open_app: Opener) -> None:
    app = open_app({"export.csv": export("a@b.nl " * 2_850)})
    go(app, "tips")
    button(app, "Lees en keur goed")
    button(app, "Gelezen en akkoord")
    assert not app.exception
    assert "1 tip mag getoond worden" in (view(app, "Gekozen").finding or "")
