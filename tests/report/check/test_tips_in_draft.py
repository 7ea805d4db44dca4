"""Words of customers in a draft: told where they hold personal data, were not approved or are not in the data; never
repeated."""

import pytest

from lib.answers.choice import Choice
from lib.report.check.checked import Remark
from lib.report.check.tips_in_draft import tip_remarks
from tests.report.check.conftest import draft_of

ANSWERS = ("Zet meer stoelen in de wachtruimte, het was erg vol.", "[naam] hielp mij heel vriendelijk aan de balie.")
APPROVED = Choice({"0123456789abcdef": "Zet meer stoelen in de wachtruimte"})


def remarks(text: str, audience: str = "explore", approved: Choice = APPROVED) -> list[Remark]:
    return tip_remarks(draft_of(text, "concept.md"), lambda: ANSWERS, approved.texts.values(), audience)  # type: ignore[arg-type]


def codes(text: str, audience: str = "explore") -> list[str]:
    return [remark.code for remark in remarks(text, audience)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een klant zei: “Zet meer stoelen in de wachtruimte”.", []),
        ("Een klant zei: “Zet meer stoelen … in de wachtruimte”.", []),
        ("Een klant zei: “Zet meer stoelen (...) het was erg vol”.", ["tip_not_approved"]),
        ("Een klant zei: “De koffie was koud en duur vandaag”.", ["tip_not_in_data"]),
        ("# Wat klanten ons meegeven\n\n- De koffie was koud en duur vandaag\n", ["tip_not_in_data"]),
        ("# Verbetertips\n\n- Zet meer stoelen in de wachtruimte\n", []),
        ("Verbetertips\n633 personen\nGemiddeld op een schaal van een tot tien\n", []),
        ("De stelling “Digitaal loket is gebruiksvriendelijk” scoort lager.", []),
        ("Wij maken de balie beter bereikbaar.", []),
    ],
)
def test_tips_are_looked_up(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_a_name_in_a_tip_is_told_and_not_repeated() -> None:
    found = remarks("# Verbetertips\n\n- Jan de Vries hielp mij heel vriendelijk aan de balie.\n")
    assert [remark.code for remark in found] == ["tip_personal_data", "tip_not_approved"]
    for remark in found:
        assert "Vries" not in remark.message
        assert remark.place is not None
        assert "Vries" not in remark.place.text


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Bel Piet op 06-12345678.", True),
        ("BSN 111222333 staat in de bijlage.", True),
        ("Bel 14 079 of mail info@gemeente.example.", False),
    ],
)
def test_outside_tips_only_what_is_surely_of_a_person(text: str, is_told: bool) -> None:
    assert ("tip_personal_data" in codes(text)) == is_told


def test_others_are_not_told_whether_something_was_answered() -> None:
    in_data = codes("“Zet meer stoelen (...) het was erg vol”", "publish")
    assert in_data == codes("“De koffie was koud en duur vandaag”", "publish") == ["tip_not_in_data"]
