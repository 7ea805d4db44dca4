"""Letters that were once read in the wrong encoding: put right where that is certain, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ingest.files.mojibake import is_broken, repair
from tests.ingest.exports import column, only_part, problem_codes, said


def broken(text: str) -> str:
    """The text as a program shows it that takes UTF-8 for Windows-1252."""
    return text.encode().decode("cp1252")


@pytest.mark.parametrize(
    "text", ["één keer", "ideeën", "privé", "café — € 5", "’s ochtends", "Müller", "naïef…", "ÉÉN"]
)
def test_a_broken_text_is_repaired(text: str) -> None:
    assert repair(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize(
    "text", ["één keer", "€ 5 per keer", "«CAFÉ»", "SÃO PAULO", "Â", "naïve", "50°", "Ã ", "plain", ""]
)
def test_a_good_text_stays_as_it_is(text: str) -> None:
    assert repair(text) == text


@given(st.text(alphabet="abc éëïöüçèáÉ€’…–,.! ", max_size=40))
def test_breaking_and_repairing_gives_the_text_back(text: str) -> None:
    assert repair(text) == text
    assert repair(text.encode().decode("cp1252", errors="replace")) == text or "\ufffd" in broken_or_replaced(text)


def broken_or_replaced(text: str) -> str:
    """The broken text, with a mark for every byte that Windows-1252 has no sign for."""
    return text.encode().decode("cp1252", errors="replace")


def test_only_what_can_be_put_right_is_broken() -> None:
    assert [is_broken(text) for text in ("8", broken("één"), "één", "«CAFÉ»")] == [False, True, False, False]


def test_broken_letters_in_header_and_cells_do_not_keep_a_question_from_being_read() -> None:
    header, answer = broken("Bent u in één keer geholpen?"), broken("Ik werd in één keer geholpen")
    receipt = column(header, [answer, "Ik werd in één keer geholpen", "Weet ik niet (meer)"])
    assert said(only_part(receipt).answers["herhaalbezoek"]) == ["in_een_keer", "in_een_keer", "weet_niet"]
    assert receipt.sheets[0].columns[1].header == "Bent u in één keer geholpen?"
    assert "mojibake_repaired" in problem_codes(receipt, "info")


def test_an_open_answer_is_repaired_too() -> None:
    receipt = column("Welke suggestie heeft u?", [broken("een café"), "geen"])
    assert only_part(receipt).texts["tip"].tolist() == ["een café", None]
