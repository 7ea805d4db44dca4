"""A question that asks the reverse, or in another unit, is never taken for the one it looks like."""

import pytest

from tests.ingest.exports import column, items

AGREE = ["Mee eens", "Mee oneens", "Neutraal", "Helemaal mee oneens"]


@pytest.mark.parametrize(
    "header",
    [
        "Het formulier was moeilijk in te vullen",
        "Het digitaal loket is niet gebruiksvriendelijk",
        "Het digitaal loket is gebruiksonvriendelijk",
        "De informatie was moeilijk te vinden",
        "De gebruikte taal in het formulier is onduidelijk",
        "Stelling: De aanvraag verliep niet eenvoudig",
        "Het digitaal loket is slecht vindbaar",
    ],
)
def test_a_statement_turned_round_is_no_catalogue_statement(header: str) -> None:
    found = items(column(header, AGREE))[header]
    assert found is None or found not in {
        "formulier_makkelijk", "loket_gebruiksvriendelijk", "info_vindbaar", "formulier_taal", "aanvraag_eenvoudig",
        "loket_vindbaar",
    }  # fmt: skip


@pytest.mark.parametrize(
    "header",
    ["Doorlooptijd (dagen)", "Wachttijd (min)", "Prijs (€)", "Onvriendelijkheid", "Aantal minuten wachttijd"],
)
def test_another_unit_is_no_grade(header: str) -> None:
    assert items(column(header, ["8", "7", "9", "6"]))[header] not in {
        "doorlooptijd", "wachttijd", "prijs", "vriendelijkheid",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("header", "item"),
    [
        ("Wachttijd - Toelichting", None),
        ("Openingstijden [Toelichting]", None),
        ("CES - tip", None),
        ("Totaaloordeel - Toelichting", "toelichting"),
        ("Oordeel [Toelichting]", "toelichting"),
    ],
)
def test_words_about_another_question_are_no_words_about_the_totaaloordeel(header: str, item: str | None) -> None:
    match = column(header, ["de rij was lang", "het was er mooi", "een fijne stoel"]).sheets[0].columns[1].item
    assert (None if match is None or match.custom else match.key) == item


@pytest.mark.parametrize(
    ("header", "item"),
    [
        ("Welk cijfer geeft u voor de wachttijd\n(1 = zeer slecht, 10 = zeer goed)", "wachttijd"),
        ("Hostmanship: niet alleen zichzelf maar de hele gemeente vertegenwoordigen", "hostmanship_gemeente"),
        ("Hostmanship: oplossingen of ideeën aandragen waar u nog niet aan had gedacht", "hostmanship_oplossingen"),
        ("Rapportcijfer deskundigheid van de medewerker", "deskundigheid"),
    ],
)
def test_a_question_with_such_a_word_of_its_own_is_still_recognised(header: str, item: str) -> None:
    assert items(column(header, ["8", "7", "9", "6"]))[header] == item


@pytest.mark.parametrize(
    ("header", "is_taken"),
    [
        ("Hoeveel moeite kostte het u om uw paspoort aan te vragen?", True),
        ("Hoeveel moeite heeft u moeten doen om uw probleem op te lossen?", True),
        ("Hoeveel moeite kostte het u?", True),
        ("Hoeveel moeite kostte het u om te parkeren?", False),
        ("Hoeveel moeite kostte het u om een afspraak te maken?", False),
    ],
)
def test_effort_for_something_else_is_another_question(header: str, is_taken: bool) -> None:
    match = column(header, ["Weinig moeite", "Veel moeite", "Neutraal"]).sheets[0].columns[1]
    assert (match.item is not None and match.item.key == "ces") == is_taken
