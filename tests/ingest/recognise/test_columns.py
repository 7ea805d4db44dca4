"""Which column is which question: by the words of its header, with its answers as second witness."""

import pickle
from collections.abc import Iterator

import pytest

from lib.ingest.read import read_file
from lib.survey import catalogue
from lib.survey.catalogue import CATALOGUE, Item
from tests.ingest.exports import Cell, column, items, only_part, problem_codes, read, said

ANSWERS: dict[str, list[Cell]] = {
    "grade": ["8", "7", "9"], "agree": ["Mee eens", "Neutraal", "Mee oneens"],
    "effort": ["Weinig moeite", "Veel moeite", "Geen moeite"], "yes_no": ["Ja", "Nee", "Ja"],
    "text": ["mooie hal", "lange rij", "fijne stoel"], "date": ["05-01-2020", "25-01-2020", "26-02-2020"],
    "product": ["Paspoort", "Rijbewijs", "VOG"], "channel": ["Balie", "Balie", "Balie"], "respondent": ["A1", "A2", "A3"],
}  # fmt: skip


def answers_to(item: Item) -> list[Cell]:
    """Three answers that fit a question."""
    return [point.label for point in item.points[:3]] if item.kind == "choice" else ANSWERS[item.kind]


def wordings() -> Iterator[tuple[str, Item]]:
    """Every wording that the catalogue knows, options of a question with several answers included."""
    for item in CATALOGUE:
        if item.kind != "multi":
            yield from ((text, item) for text in (item.label, *item.wordings))
            continue
        for point in item.points:
            option = catalogue.option_item(item, point)
            yield from ((text, option) for text in (point.label, *point.wordings))
            yield from ((f"{stem}: {point.label}", option) for stem in (item.label, *item.wordings))


def taken_for(header: str, cells: list[Cell], channel: str = "balie") -> str | None:
    """What a column is taken for in a file of a channel that also holds another question."""
    other = "Privacy" if "rivacy" not in header else "Prijs"
    receipt = read([[other, header], *([8, cell] for cell in cells)], f"{channel}.csv")
    match = receipt.sheets[0].columns[1]
    return None if match.item is None else match.item.key


@pytest.mark.parametrize(
    ("header", "item"), list(wordings()), ids=lambda value: value.key if isinstance(value, Item) else value[:40]
)
def test_a_question_is_recognised_under_each_of_its_wordings(header: str, item: Item) -> None:
    assert taken_for(header, answers_to(item), item.channels[0]) == item.key


@pytest.mark.parametrize(
    ("header", "kind", "key"),
    [
        ("WELK  RAPPORTCIJFER GEEFT U VOOR DE MANIER WAAROP U IN HET ALGEMEEN BENT GEHOLPEN", "grade", "totaaloordeel"),
        ("Welk rapportcijfer geeft u voor de manier waarop u in het algem...", "grade", "totaaloordeel"),
        (
            "Welk rapportcijfer geeft u voor\nde manier waarop u in het\xa0algemeen bent geholpen?",
            "grade",
            "totaaloordeel",
        ),
        (
            "12. Hoeveel moeite heeft u persoonlijk moeten doen om uw vraag/klacht afgehandeld te krijgen?",
            "effort",
            "ces",
        ),
        ("Rapportcijfer wachttijd", "grade", "wachttijd"),
        ("Welk cijfer geeft u de wachtruimte?", "grade", "wachtruimte"),
        ("Stelling: De aanvraag verliep eenvoudig", "agree", "aanvraag_eenvoudig"),
        ("Vriendelijkheid van de medewerkers", "grade", "vriendelijkheid"),
    ],
)
def test_a_header_may_be_cut_off_numbered_or_worded_a_little_differently(header: str, kind: str, key: str) -> None:
    assert taken_for(header, ANSWERS[kind]) == key


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Wachttijd", ["lang", "kort", "te lang"]),
        ("Openingstijden van het zwembad", ["8", "7", "6"]),
        ("Totaalbedrag", ["8", "7", "6"]),
        ("CES", ["blauw", "rood", "groen"]),
        ("Lievelingskleur", ["blauw", "rood", "groen"]),
        ("Datum", ["morgen", "gisteren", "ooit"]),
        ("Leeftijd", ["8", "9", "10"]),
    ],
)
def test_a_column_whose_header_or_answers_do_not_fit_is_not_guessed(header: str, cells: list[Cell]) -> None:
    assert taken_for(header, cells) is None


def test_an_unrecognised_column_says_which_question_it_comes_near() -> None:
    receipt = column("Wachttijd", ["lang", "kort", "te lang"])
    match = receipt.sheets[0].columns[1]
    assert match.item is None
    assert "wachttijd" in match.near
    assert "Wachttijd" in match.evidence


@pytest.mark.parametrize(
    "part", ["Hostmanship: deskundigheid", "Deskundigheid (hostmanship)", "Hostmanship deskundigheid"]
)
@pytest.mark.parametrize("aspect", ["Deskundigheid", "Deskundigheid van de medewerker", "Deskundigheid medewerker"])
@pytest.mark.parametrize("part_first", [True, False])
def test_expertise_as_an_aspect_and_as_a_part_of_hostmanship_are_told_apart(
    part: str, aspect: str, part_first: bool
) -> None:
    header = [part, aspect] if part_first else [aspect, part]
    found = items(read([header, [8, 7], [9, 6], [8, 8]]))
    assert found == {part: "hostmanship_deskundigheid", aspect: "deskundigheid"}


def test_one_item_takes_one_column_and_the_best_one() -> None:
    found = items(read([["Wachtruimte (2)", "Wachtruimte", "Totaaloordeel"], [7, 8, 9], [6, 7, 8]]))
    assert found == {"Wachtruimte (2)": None, "Wachtruimte": "wachtruimte", "Totaaloordeel": "totaaloordeel"}


@pytest.mark.parametrize(
    "header",
    ["Naam", "Voornaam", "E-mail", "E-mailadres", "Uw e-mailadres", "Telefoonnummer", "Telefoonnummer (optioneel)", "Adres",
     "Postcode", "IP-adres", "IPAddress", "Medewerker", "Naam medewerker", "Naam van de medewerker", "Wat is uw naam?", "BSN",
     "Achternaam van de aanvrager", "Geboortedatum"],
)  # fmt: skip
def test_personal_data_are_named_in_the_receipt_and_dropped_at_the_door(header: str) -> None:
    receipt = column(header, ["Jan Geheim", "Piet Geheim", "Klaas Geheim"])
    match = receipt.sheets[0].columns[1]
    assert (match.item, match.is_identifier, match.header) == (None, True, header)
    assert "persoonsgegevens" in match.evidence
    # Nothing of the cells is left, in the answers nor in what is kept to show the receipt.
    assert b"Geheim" not in pickle.dumps(receipt.sheets)
    part = only_part(receipt)
    assert b"Geheim" not in pickle.dumps([dict(part.answers), dict(part.texts), part.products])


@pytest.mark.parametrize("header", ["Rapportcijfer medewerker", "Bent u tevreden over de postcode-pagina?"])
def test_a_grade_about_an_employee_or_a_form_is_no_personal_data(header: str) -> None:
    receipt = column(header, ["8", "7", "9"])
    assert receipt.sheets[0].columns[1].item is not None
    assert not receipt.sheets[0].columns[1].is_identifier


@pytest.mark.parametrize(
    ("header", "cells", "key", "kind"),
    [
        ("De hal was netjes", ["Mee eens", "Neutraal", "Helemaal mee oneens"], "de_hal_was_netjes", "agree"),
        (
            "Welk rapportcijfer geeft u de koffie?",
            ["8", "weet niet", "6"],
            "welk_rapportcijfer_geeft_u_de_koffie",
            "grade",
        ),
    ],
)
def test_a_question_of_the_municipality_itself_is_kept_under_its_own_text(
    header: str, cells: list[Cell], key: str, kind: str
) -> None:
    answers = only_part(column(header, cells)).answers[key]
    assert (answers.item.label, answers.item.kind, answers.item.custom) == (header, kind, True)


@pytest.mark.parametrize(("header", "key"), [("CES", "ces"), ("De aanvraag verliep eenvoudig", "aanvraag_eenvoudig")])
def test_bare_codes_are_recognised_and_stay_out_of_the_figures(header: str, key: str) -> None:
    receipt = column(header, ["1", "2", "5", "6", "99"], "digitaal.csv")
    assert items(receipt)[header] == key
    assert key not in only_part(receipt).answers
    (problem,) = [problem for problem in receipt.problems if problem.code == "scale_direction_unknown"]
    assert (problem.severity, problem.column, problem.file) == ("warning", header, "digitaal.csv")
    assert problem.remedy


def test_codes_for_options_are_told_and_not_counted() -> None:
    receipt = column("Bent u in één keer geholpen?", ["1", "2", "5", "99"])
    assert items(receipt)["Bent u in één keer geholpen?"] == "herhaalbezoek"
    assert "herhaalbezoek" not in only_part(receipt).answers
    (problem,) = [problem for problem in receipt.problems if problem.code == "choice_codes_unknown"]
    assert (problem.severity, problem.column) == ("warning", "Bent u in één keer geholpen?")
    assert problem.remedy == "Exporteer de antwoorden als tekst."


def test_codes_with_their_label_have_a_direction() -> None:
    receipt = column("De aanvraag verliep eenvoudig", ["1 - Helemaal oneens", "5 - Helemaal eens"], "digitaal.csv")
    assert said(only_part(receipt).answers["aanvraag_eenvoudig"]) == ["helemaal_oneens", "helemaal_eens"]
    assert "scale_direction_unknown" not in problem_codes(receipt)


def test_a_column_without_answers_is_recognised_by_its_header_alone() -> None:
    receipt = column("Kunt u uw rapportcijfer toelichten?", ["", "", ""])
    assert items(receipt)["Kunt u uw rapportcijfer toelichten?"] == "toelichting"


def test_recognition_does_not_depend_on_the_order_of_the_columns() -> None:
    header = ["Totaaloordeel", "Wachttijd", "Deskundigheid", "Hostmanship: deskundigheid", "Tip"]
    row = ["8", "7", "6", "9", "meer stoelen"]
    there = read_file("balie.csv", f"{';'.join(header)}\n{';'.join(row)}\n".encode())
    back = read_file("balie.csv", f"{';'.join(header[::-1])}\n{';'.join(row[::-1])}\n".encode())
    assert items(there) == items(back)


def test_a_receipt_previews_answers_but_never_open_ones() -> None:
    grades = column("Wachttijd", ["8", "7", "8"]).sheets[0].columns[1]
    assert grades.preview == ("8", "7")
    assert column("Verbetertip", ["Bel mij, Jan", "Meer stoelen", "Koffie"]).sheets[0].columns[1].preview == ()


@pytest.mark.parametrize("header", ["Wie heeft u geholpen?", "Geholpen door", "Uw contactgegevens", "Mobiel"])
def test_cells_that_show_a_person_under_a_header_that_asks_for_one_are_personal_data(header: str) -> None:
    receipt = column(header, ["Jan Jansen 06-12345678", "j.geheim@voorbeeld.nl", "06-87654321"])
    assert receipt.sheets[0].columns[1].is_identifier
    assert "identifiers_dropped" in problem_codes(receipt)
    assert not column(header, ["Ja", "Nee", "Ja"]).sheets[0].columns[1].is_identifier


@pytest.mark.parametrize(
    "cells",
    [
        [f"m.bakker{n}@voorbeeld.nl" for n in range(9)],
        [f"06-1234567{n}" for n in range(9)],
        [f"+31 6 1234567{n}" for n in range(9)],
        [61234567 * 10 + n for n in range(9)],
        [f"10.0.0.{n}" for n in range(9)],
        [f"Kerkweg {n}, 2711 AB Zoetermeer" for n in range(9)],
        [f"{name} van den Berg" for name in ("Anouk", "Bram", "Yara", "Joris", "Lieke", "Sanne", "Piet")],
        ["111222333", "123456782", "100000009"],
    ],
)
@pytest.mark.parametrize("header", ["Veld 7", "Opmerking intern", "Bevestiging naar"])
def test_cells_that_show_people_are_personal_data_under_any_header(header: str, cells: list[Cell]) -> None:
    receipt = column(header, cells)
    assert receipt.sheets[0].columns[1].is_identifier
    assert receipt.sheets[0].columns[1].preview == ()
    (problem,) = [problem for problem in receipt.problems if problem.code == "identifiers_dropped"]
    assert header in problem.message


@pytest.mark.parametrize("header", ["Veld 7", "Geholpen door"])
def test_a_column_of_empty_cells_shows_no_one(header: str) -> None:
    assert not column(header, [" ", "", " "]).sheets[0].columns[1].is_identifier


@pytest.mark.parametrize(
    "cells",
    [
        ["01-03-2020", "02-03-2020", "03-04-2020"],
        ["01-03-2020 10:05", "02-03-2020 11:15", "03-04-2020 12:25"],
        ["2020-01-03 09:00:00", "2020-01-04 09:00:00", "2020-01-05 09:00:00"],
        ["00:05:12", "00:04:01", "01:00:00"],
        ["Zoetermeer Noord", "Oud Zoetermeer", "Nieuw West"] * 4,
        [112233445, 223344556, 334455667],
    ],
)
def test_dates_places_and_other_numbers_are_no_personal_data(cells: list[Cell]) -> None:
    assert not column("Veld 7", cells).sheets[0].columns[1].is_identifier
