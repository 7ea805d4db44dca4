"""On the page Gegevens a user pastes a printed table or types BM; the comparison follows."""

import pytest

from tests import printed
from tests.pages.conftest import Opener, Shown, go, sample_files

PRINTED = {
    channel: "\n".join([f"{channel} 2020", "\tZoetermeer\tBM", *("\t".join(row) for row in printed.rows(channel))])
    for channel in ("balie", "digitaal")
}
FILES = {"balie": "balie_2020.xlsx", "digitaal": "digitaal_2020.csv"}


@pytest.mark.parametrize("channel", FILES)
def test_a_pasted_table_gives_the_printed_comparison(channel: str, open_app: Opener) -> None:
    app = open_app(sample_files(FILES[channel]))
    app.session_state["plak_referenties"] = True
    app.run()
    app.text_area(key="geplakt").set_value(PRINTED[channel])
    next(button for button in app.button if button.label == "Neem over").click().run()
    assert "rijen zijn overgenomen" in Shown(app).text
    assert "Geplakte tabel 1" in Shown(app).text
    assert [row[:3] for row in go(app, "scores").rows("Scores en BM")] == printed.rows(channel)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Geplakte tabel 1 is leeg"),
        ("zomaar wat", "ontbreekt de kopregel"),
        ("Balie\n\tEigen\tBM\nPrivacy a.d. balie\t8,0\t8,1", "staat geen jaar"),
        ("2020\n\tEigen\tBM\nWachttijd\t8,0\t8,1", "blijkt niet of het om balie"),
    ],
)
def test_what_cannot_be_used_is_told_under_the_button(text: str, words: str, open_app: Opener) -> None:
    app = open_app(sample_files("balie_2020.xlsx"))
    app.session_state["plak_referenties"] = True
    app.run()
    app.text_area(key="geplakt").set_value(text)
    next(button for button in app.button if button.label == "Neem over").click().run()
    shown = Shown(app).text
    assert words in shown
    assert "Geplakte tabel" not in shown.replace("In Geplakte tabel", "").replace("bestand Geplakte tabel", "")


@pytest.mark.parametrize(
    ("year", "words"), [(2019, "Vergeleken wordt met BM 2019."), (2021, "Deze BM wordt niet gebruikt.")]
)
def test_benchmarks_of_another_year_than_the_answers_are_told_at_once(year: int, words: str, open_app: Opener) -> None:
    app = open_app(sample_files("balie_2020.xlsx"))
    app.session_state["plak_referenties"] = True
    app.run()
    app.text_area(key="geplakt").set_value(PRINTED["balie"].replace("balie 2020", f"balie {year}"))
    next(button for button in app.button if button.label == "Neem over").click().run()
    shown = Shown(app).text
    assert f"De BM voor balie is van {year}; de laatste antwoorden zijn van 2020. {words}" in shown


def test_the_year_can_be_given_with_a_pasted_table(open_app: Opener) -> None:
    app = open_app(sample_files("balie_2020.xlsx"))
    app.session_state["plak_referenties"] = True
    app.run()
    app.text_area(key="geplakt").set_value(PRINTED["balie"].replace("balie 2020", "balie"))
    app.number_input(key="geplakt_jaar").set_value(2020)
    next(button for button in app.button if button.label == "Neem over").click().run()
    assert [row[:3] for row in go(app, "scores").rows("Scores en BM")] == printed.rows("balie")


@pytest.mark.parametrize("channel", ["balie", "telefoon", "digitaal"])
def test_the_table_to_type_in_opens_for_every_channel(channel: str, open_app: Opener) -> None:
    app = open_app(sample=True)
    app.session_state["vul_referenties"] = True
    app.run()
    app.selectbox(key="invullen_kanaal").set_value(channel).run()
    assert not app.exception
    next(button for button in app.button if button.label == "Neem over").click().run()
    assert f"Ingevuld: {channel} 2020" in Shown(app).text
