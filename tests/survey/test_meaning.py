"""Answers in other words than the questionnaire's: what they mean, and which mean nothing that is known."""

import pytest

from lib.survey.meaning import meaning_of
from lib.survey.words import normalise


@pytest.mark.parametrize(
    ("answer", "point"),
    [
        ("Totaal niet eens", "helemaal_oneens"), ("Helemaal mee eens", "helemaal_eens"), ("Grotendeels mee eens", "eens"),
        ("Klopt helemaal", "helemaal_eens"), ("Klopt een beetje", "eens"), ("Klopt helemaal niet", "helemaal_oneens"),
        ("Niet akkoord", "oneens"), ("Eerder akkoord", "eens"), ("Noch eens, noch oneens", "neutraal"),
        ("Deels eens, deels oneens", "neutraal"), ("Tussen eens en oneens in", "neutraal"),
        ("Eens, maar niet met de prijs", None), ("Tevreden", None), ("Helemaal", None), ("Niet oneens", None), ("Nee, helemaal niet", "helemaal_oneens"),
    ],
)  # fmt: skip
def test_an_opinion_is_a_side_and_a_degree(answer: str, point: str | None) -> None:
    assert meaning_of("agree", normalise(answer)) == point


@pytest.mark.parametrize(
    ("answer", "point"),
    [
        ("Geen enkele moeite", "heel_weinig"), ("Het ging vanzelf", "heel_weinig"), ("Bijna geen moeite", "heel_weinig"),
        ("Een beetje moeite", "weinig"), ("Niet zo veel moeite", "weinig"), ("Gaat wel", "neutraal"),
        ("Niet veel, maar ook niet weinig", "neutraal"), ("Niet makkelijk, niet moeilijk", "neutraal"),
        ("Best veel moeite", "veel"), ("Nogal wat moeite", "veel"), ("Heel erg veel moeite", "heel_veel"),
        ("Super makkelijk", "heel_weinig"), ("Vrij gemakkelijk", "weinig"), ("Erg moeilijk", "heel_veel"),
        ("Redelijk wat moeite", None), ("Veel moeite met parkeren", None), ("Heel erg", None),
    ],
)  # fmt: skip
def test_effort_is_an_amount_and_a_degree(answer: str, point: str | None) -> None:
    assert meaning_of("effort", normalise(answer)) == point


@pytest.mark.parametrize(
    ("answer", "option"),
    [
        ("Nee, alles is in één keer geregeld", "in_een_keer"), ("Ik was meteen klaar", "in_een_keer"),
        ("Ja, om mijn paspoort op te halen", "ophalen"), ("Ja, voor het in ontvangst nemen van het document", "ophalen"),
        ("Ik moet de aangevraagde documenten nog ophalen", "ophalen"),
        ("Ja, ik had niet de goede papieren bij me", "documenten"), ("Ja, omdat er stukken ontbraken", "documenten"),
        ("Ja, vanwege iets anders", "andere_reden"), ("Is mij niet bekend", "weet_niet"), ("Geen idee", "weet_niet"),
        ("De hal was koud", None),
    ],
)  # fmt: skip
def test_the_outcome_of_a_visit_is_what_it_speaks_of(answer: str, option: str | None) -> None:
    assert meaning_of("herhaalbezoek", normalise(answer)) == option


@pytest.mark.parametrize(
    ("answer", "option"),
    [
        ("hoe het aanvragen in zijn werk gaat", "procedure_verloop"), ("wat het kost", "kosten"), ("hoe duur het was", "kosten"),
        ("hoeveel tijd het zou kosten", "procedure_duur"), ("de termijn waarop u antwoord krijgt", "procedure_duur"),
        ("welke papieren ik nodig heb", "documenten"), ("bij wie ik met vragen terecht kan", "vragen"),
        ("waar ik hulp kon krijgen", "vragen"), ("of er koffie was", None),
    ],
)  # fmt: skip
def test_an_item_of_information_is_what_it_speaks_of(answer: str, option: str | None) -> None:
    assert meaning_of("informatie", normalise(answer)) == option
