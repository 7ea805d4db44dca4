"""A question asked in other words is the same question; one with another word in it is another."""

import pytest

from tests.ingest.exports import Cell, column, items, problem_codes

GRADES: list[Cell] = [8, 7, 9, 6]
AGREE: list[Cell] = ["Mee eens", "Mee oneens", "Neutraal", "Helemaal mee oneens"]
YES_NO: list[Cell] = ["Ja", "Nee", "Ja", "Ja"]
TEXTS: list[Cell] = ["het was er mooi", "een lange rij", "wat een fijne stoel", "de hal was koud"]


@pytest.mark.parametrize(
    ("header", "cells", "key"),
    [
        ("Kunt u een rapportcijfer geven voor de openingstijden van het stadhuis?", GRADES, "openingstijden"),
        ("Hoe beoordeelt u de vriendelijkheid van de baliemedewerker?", GRADES, "vriendelijkheid"),
        ("U bezocht onlangs de balie. Welk cijfer geeft u voor de wachttijd? Een 1 is heel slecht.", GRADES, "wachttijd"),
        ("Hoe tevreden bent u over de privacy aan de balie? (1 = zeer ontevreden, 10 = zeer tevreden)", GRADES, "privacy"),
        ("Hoeveel inspanning heeft het u gekost om geholpen te worden?", ["Weinig moeite", "Veel moeite"] * 2, "ces"),
        ("In hoeverre bent u het eens met: het webformulier was eenvoudig in te vullen", AGREE, "formulier_makkelijk"),
        ("De informatie die ik nodig had was makkelijk te vinden", AGREE, "info_vindbaar"),
        ("Heeft u nog verbeterpunten voor de gemeente?", YES_NO, "tip_ja"),
        ("Kunt u uitleggen waarom u dit cijfer geeft?", TEXTS, "toelichting"),
        ("Hoe beoordeelt u de wachttijd voordat u werd geholpen?", GRADES, "wachttijd"),
        ("Hoe deskundig was de medewerker die u heeft geholpen?", GRADES, "deskundigheid"),
        ("Kunt u aangeven waarom u dit rapportcijfer heeft gegeven?", TEXTS, "toelichting"),
        ("Ik kon de informatie die ik nodig had makkelijk vinden", AGREE, "info_vindbaar"),
        ("De taal in het aanvraagformulier was helder", AGREE, "formulier_taal"),
        ("Datum ingevuld (dd-mm-jjjj)", ["25-01-2020", "26-02-2020", "27-03-2020", "28-04-2020"], "datum"),
        ("submitdate. Datum verzonden", ["2020-01-05", "2020-01-06", "2020-02-25", "2020-03-01"], "datum"),
    ],
)  # fmt: skip
def test_a_question_in_other_words_is_recognised(header: str, cells: list[Cell], key: str) -> None:
    assert items(column(header, cells))[header] == key


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Netheid van de wachtruimte", GRADES),
        ("Informatie over de wachttijd", GRADES),
        ("Het formulier is makkelijk te vinden", AGREE),
        ("Het formulier is duidelijk", AGREE),
        ("Het betalen verliep eenvoudig", AGREE),
        ("Mijn afspraak maken verliep eenvoudig", AGREE),
        ("Heeft u suggesties ontvangen?", YES_NO),
        ("Toelichting op CES", TEXTS),
        ("Waarom niet?", TEXTS),
        ("De informatie in de brief was helder", AGREE),
        ("De afspraak maken ging eenvoudig", AGREE),
        ("Prijs van het parkeren 2020", GRADES),
    ],
)
def test_another_word_makes_it_another_question(header: str, cells: list[Cell]) -> None:
    receipt = column(header, cells)
    match = receipt.sheets[0].columns[1]
    assert match.item is None or match.item.custom


def test_an_own_question_that_comes_near_to_one_not_found_is_told() -> None:
    header = "Welk cijfer geeft u voor de sfeer in de wachtruimte?"
    receipt = column(header, GRADES)
    (problem,) = [problem for problem in receipt.problems if problem.code == "question_asked"]
    assert problem.column == header
    assert "'Wachtruimte'" in problem.message
    assert "eigen vraag" in problem.message
    # An open question about it is not the question itself.
    assert "question_asked" not in problem_codes(column("Wat vond u van de sfeer in de wachtruimte?", TEXTS))


@pytest.mark.parametrize(
    ("cells", "key"), [(YES_NO, "tip_ja"), (TEXTS, "tip"), (["Nee", "nee", "Nee", TEXTS[0]], "tip")]
)
def test_answers_tell_whether_there_is_a_suggestion_from_the_suggestion(cells: list[Cell], key: str) -> None:
    assert items(column("Verbetersuggesties", cells))["Verbetersuggesties"] == key


@pytest.mark.parametrize(
    ("header", "cells", "key"),
    [
        ("Welk cijfer geeft u voor oplossingen of ideeën aandragen waar u zelf nog niet aan had gedacht?", GRADES,
         "hostmanship_oplossingen"),
        ("Heeft u alles in één keer kunnen regelen of moet u nog terugkomen?", ["Weet niet", "Andere reden"] * 2, "herhaalbezoek"),
        ("Hoe tevreden bent u over de verantwoordelijkheid voor het oplossen van de vraag of het probleem?", GRADES,
         "hostmanship_verantwoordelijkheid"),
    ],
)  # fmt: skip
def test_a_header_cut_at_64_letters_is_the_only_question_that_starts_like_it(
    header: str, cells: list[Cell], key: str
) -> None:
    assert items(column(header[:64], cells))[header[:64].strip()] == key


@pytest.mark.parametrize(
    "header",
    [
        "In hoeverre bent u het eens met de stelling: de benodigde informatie is duidelijk",
        "In hoeverre bent u het eens met de stelling de digitale loket is goed vindbaar",
    ],
)
def test_a_header_cut_where_two_questions_go_on_is_neither(header: str) -> None:
    match = column(header[:64], AGREE).sheets[0].columns[1]
    assert match.item is None or match.item.custom


def test_a_header_that_only_starts_like_a_question_and_is_not_cut_is_another() -> None:
    header = "Wat vindt u van de benodigde informatie voor deze aanvraag?"
    assert items(column(header, AGREE))[header] != "info_duidelijk"
