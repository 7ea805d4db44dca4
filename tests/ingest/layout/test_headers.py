"""Headers of one, two and three rows, and the names by which a column may be known."""

import json

import pytest

from lib.ingest.layout.headers import readings
from lib.ingest.read import FileReceipt
from lib.ingest.recognise.words import likeness
from lib.survey.catalogue import CATALOGUE
from tests.ingest.exports import Rows, items, only_part, problem_codes, read, said

IDS = [json.dumps({"ImportId": name}) for name in ("endDate", "QID1_TEXT", "QID2_1")]
TEXTS = ["End Date", "Geef een cijfer voor de volgende punten: - Openingstijden", "Geef een cijfer: - Wachtruimte"]


def header_rows(receipt: FileReceipt) -> tuple[int, ...]:
    """The rows that were read as the header."""
    return receipt.sheets[0].header_rows


def test_three_rows_of_codes_texts_and_import_ids_are_one_header() -> None:
    receipt = read([["EndDate", "Q1", "Q2_1"], TEXTS, IDS, ["2020-01-05", 8, 7], ["2020-01-06", 9, 6]])
    assert header_rows(receipt) == (1, 2, 3)
    assert items(receipt) == {TEXTS[0]: "datum", TEXTS[1]: "openingstijden", TEXTS[2]: "wachtruimte"}
    assert said(only_part(receipt).answers["openingstijden"]) == ["8", "9"]


def test_texts_and_import_ids_without_codes_are_one_header_too() -> None:
    receipt = read([TEXTS, IDS, ["2020-01-05", 8, 7], ["2020-01-06", 9, 6]])
    assert header_rows(receipt) == (1, 2)
    assert len(only_part(receipt)) == 2


def test_a_row_of_question_texts_under_a_row_of_codes_belongs_to_the_header() -> None:
    texts = ["Datum waarop is ingevuld", "Welk rapportcijfer geeft u de dienstverlening in het algemeen?", "Rapportcijfer voor de wachtruimte"]  # fmt: skip
    receipt = read([["V1", "Q1", "Q2_1"], texts, ["2020-01-05", 8, 7], ["2020-01-06", 9, 6]])
    assert header_rows(receipt) == (1, 2)
    assert said(only_part(receipt).answers["totaaloordeel"]) == ["8", "9"]


TWO_ROWS: Rows = [
    ["Respondent ID", "Totaaloordeel", "Geef een cijfer voor", "", "Welke suggesties heeft u?"],
    ["", "Response", "Openingstijden", "Wachtruimte", "Open-Ended Response"],
    ["1", 8, 7, 6, "meer stoelen"],
    ["2", 9, 8, 7, ""],
]


@pytest.mark.parametrize("above", [0, 2])
def test_blank_in_the_upper_row_belongs_to_the_question_at_its_left(above: int) -> None:
    receipt = read([*[["Klantmonitor 2020"], []][:above], *TWO_ROWS])
    assert header_rows(receipt) == (1 + above, 2 + above)
    assert items(receipt) == {
        "Respondent ID": "respondent",
        "Totaaloordeel": "totaaloordeel",
        "Geef een cijfer voor [Openingstijden]": "openingstijden",
        "Geef een cijfer voor [Wachtruimte]": "wachtruimte",
        "Welke suggesties heeft u?": "tip",
    }
    assert said(only_part(receipt).answers["wachtruimte"]) == ["6", "7"]


def test_the_group_above_a_header_tells_two_columns_of_one_name_apart() -> None:
    rows: Rows = [
        ["Aspecten", "", "Hostmanship", ""],
        ["Wachttijd", "Deskundigheid", "Bereidheid", "Deskundigheid"],
        [8, 7, 6, 5],
        [7, 8, 5, 6],
    ]
    found = items(read(rows))
    assert found["Aspecten [Deskundigheid]"] == "deskundigheid"
    assert found["Hostmanship [Deskundigheid]"] == "hostmanship_deskundigheid"


def test_a_total_in_view_of_the_header_is_no_answer_beside_the_text_of_an_option() -> None:
    rows: Rows = [
        ["Totaaloordeel", "Was vooraf duidelijk", ""],
        ["Response", "Hoe lang de procedure zou duren", "Waar u terecht kon met vragen"],
        [8, "Hoe lang de procedure zou duren", "Niet geselecteerd"],
        [7, "Niet geselecteerd", "Waar u terecht kon met vragen"],
        ["Totaal", "1", "1"],
    ]
    receipt = read(rows, "digitaal.csv")
    assert header_rows(receipt) == (1, 2)
    assert said(only_part(receipt).answers["informatie_procedure_duur"]) == ["ja", "nee"]


@pytest.mark.parametrize(
    "rows",
    [
        # The first row of answers under a header with an empty name.
        [["Totaaloordeel", "", "Product"], ["weet niet", "iets", ""], [8, "anders", "x"], ["weet niet", "a", ""]],
        [["Aanvraag verliep eenvoudig", "", "Product"], ["Mee eens", "a", "VOG"], ["Mee oneens", "b", "VOG"]],
        # A question of its own for each column, answers in words.
        [["Totaaloordeel", "Verbetertip"], [8, "Response"], [9, "Antwoord"]],
    ],
)
def test_a_row_of_answers_is_no_second_header_row(rows: Rows) -> None:
    receipt = read(rows)
    assert header_rows(receipt) == (1,)
    assert receipt.respondents == len(rows) - 1


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Geef een cijfer voor de volgende punten [Wachttijd]", "wachttijd"),
        ("G01Q02[SQ003]. Geef een cijfer voor [Wachttijd]", "wachttijd"),
        ("Q3[SQ001] Rapportcijfer wachttijd", "wachttijd"),
        ("V12: Totaaloordeel", "totaaloordeel"),
        ("Hostmanship [Deskundigheid]", "hostmanship_deskundigheid"),
        ("Oordeel [Wachttijd (1 t/m 10)]", "wachttijd"),
        ("Oordeel [Wachttijd 2020]", "wachttijd"),
        ("De tijd die u moest wachten voordat u aan de beurt was - Rapportcijfer", "wachttijd"),
        ("Hoe tevreden bent u over de wachttijd? [Antwoord]", "wachttijd"),
        ("Wachttijd | Score", "wachttijd"),
        ("<p>Welk cijfer geeft u de <strong>wachttijd</strong>?&nbsp;</p>", "wachttijd"),
        ("3a. Wachttijd", "wachttijd"),
        ("U heeft onlangs contact gehad met de gemeente. Tevredenheid over de wachttijd", "wachttijd"),
        ("Welk cijfer geeft u:\xa0\n- Privacy aan de balie", "privacy"),
        ("Welk rapportcijfer geeft u voor de manier waarop u in het algeme", "totaaloordeel"),
        ("Welk rapportcijfer geeft u de dienstverlening in het algemeen? " + "Uitleg: een 1 is heel slecht. " * 5, "totaaloordeel"),
    ],
)  # fmt: skip
def test_a_question_is_known_by_the_parts_of_its_header(header: str, key: str) -> None:
    receipt = read([["Prijs", header], [8, 7], [7, 6]])
    assert items(receipt)[header.replace("\xa0", " ").strip()] == key


@pytest.mark.parametrize("question", ["Hoe belangrijk vindt u", "Belang", "Wat verwachtte u van"])
@pytest.mark.parametrize("form", ["{} [Wachttijd]", "{}: - Wachttijd"])
def test_a_part_of_another_question_is_no_grade_for_it(question: str, form: str) -> None:
    header = form.format(question)
    assert items(read([["Prijs", header], [8, 7], [7, 6]]))[header] is None


def test_a_long_header_may_say_in_passing_that_an_opinion_is_important() -> None:
    header = "Uw mening is belangrijk voor ons. Welk rapportcijfer geeft u de dienstverlening in het algemeen?"
    assert items(read([["Prijs", header], [8, 7], [7, 6]]))[header] == "totaaloordeel"


def test_a_start_that_several_questions_share_says_of_none_that_it_is_meant() -> None:
    cut = "Over welke onderwerpen was de informatie vooraf duidelijk"
    receipt = read([["Totaaloordeel", cut[:50]], [8, "Ja"], [7, "Nee"]], "digitaal.csv")
    assert items(receipt)[cut[:50]] is None


@pytest.mark.parametrize("header", [["Q1", "Q2", "Q3"], ["V1_A1", "V1_A2", "V2"], ["Q1[SQ001]", "Q1[SQ002]", "Q2"]])
def test_codes_without_texts_are_not_guessed(header: list[str]) -> None:
    receipt = read([header, [8, 7, 6], [9, 8, 7]])
    assert problem_codes(receipt) == ["headers_are_codes"]
    assert "vraagteksten" in str(receipt.problems[0].remedy)


def test_a_header_is_read_as_a_whole_without_its_code_and_by_its_last_part() -> None:
    assert readings("Q1[SQ001]. Geef een cijfer [Wachttijd]", "Q1") == (
        ("q1 sq001 geef een cijfer wachttijd", 1.0),
        ("geef een cijfer wachttijd", 1.0),
        ("wachttijd", 0.97),
        ("q1", 0.97),
    )
    assert readings("", "") == ()


@pytest.mark.parametrize("header", ["Contactgegevens [Naam]", "Uw gegevens - Adres", "Q12[SQ001]. Naam"])
def test_a_part_of_a_header_can_say_that_a_column_holds_personal_data(header: str) -> None:
    receipt = read([["Totaaloordeel", header], [8, "Jan Geheim"], [7, "Piet Geheim"]])
    column = receipt.sheets[0].columns[1]
    assert (column.item, column.is_identifier, column.preview) == (None, True, ())


def test_a_header_may_hold_one_name_several_times_and_none_at_all() -> None:
    header = ["Totaaloordeel", "Anders", "Wachtruimte", "Anders", "", "Anders"]
    receipt = read([header, [8, "a", 7, "b", "c", "d"], [7, "", 6, "", "", ""]])
    assert header_rows(receipt) == (1,)
    assert said(only_part(receipt).answers["wachtruimte"]) == ["7", "6"]
    assert len({column.name for column in receipt.sheets[0].columns}) == 6


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Datum volgende afspraak", "datum"),
        ("Datum vorige afspraak", "datum"),
        ("Totaaloordeel vorig jaar", "totaaloordeel"),
    ],
)
def test_another_time_is_another_question(header: str, key: str) -> None:
    (item,) = [item for item in CATALOGUE if item.key == key]
    says, left = likeness(header, "", item, None)
    assert says * left < 0.5


def test_the_next_time_may_be_what_a_tip_is_about() -> None:
    assert readings("Wat kan de volgende keer beter?")
