"""A respondent's own words beside a fixed answer: the answer counts, the words are no one else's business."""

import pickle

import pytest

from tests.ingest.exports import Cell, column, only_part, read, said

ASKED = "Heeft u nog suggesties?"


@pytest.mark.parametrize(
    ("cell", "answer", "tip"),
    [
        ("Ja, namelijk meer stoelen", "ja", "meer stoelen"),
        ("ja namelijk: meer stoelen", "ja", "meer stoelen"),
        ("Ja: meer stoelen, en thee", "ja", "meer stoelen, en thee"),
        ("JA (meer stoelen)", "ja", "meer stoelen)"),
        ("Nee, het was prima", "nee", None),
        ("Ja", "ja", None),
        ("Ja, namelijk:", "ja", None),
        ("Ja, -", "ja", None),
        ("Japans menu", "?", None),
    ],
)
def test_yes_with_more_behind_it_is_yes_and_a_suggestion(cell: str, answer: str, tip: str | None) -> None:
    part = only_part(column(ASKED, [cell, "Ja, namelijk thee", *["Nee"] * 5]))
    assert said(part.answers["tip_ja"]) == [answer, "ja", *["nee"] * 5]
    assert part.texts["tip"].tolist() == [tip, "thee", *[None] * 5]


def test_where_suggestions_have_a_column_of_their_own_that_is_the_one() -> None:
    part = only_part(read([["Totaaloordeel", ASKED, "Verbetertip"], [8, "Ja, namelijk", "thee"], [7, "Nee", ""]]))
    assert part.texts["tip"].tolist() == ["thee", None]


def test_another_reason_with_an_explanation_is_another_reason() -> None:
    cells: list[Cell] = ["Andere reden, namelijk de printer was stuk", "Ik werd in één keer geholpen"]
    part = only_part(column("Bent u in één keer geholpen?", cells))
    assert said(part.answers["herhaalbezoek"]) == ["andere_reden", "in_een_keer"]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        (ASKED, "Ja, namelijk Geheim"),
        (ASKED, "Geheim"),
        ("Bent u in één keer geholpen?", "Andere reden, namelijk Geheim"),
        ("Was vooraf duidelijk?", "Hoe lang de procedure zou duren; Geheim"),
        ("Wachttijd", "7 - omdat de heer Geheim mij goed hielp"),
        ("Mijn aanvraag verliep eenvoudig", "Geheim"),
    ],
)
def test_own_words_are_in_no_receipt(header: str, cell: str) -> None:
    fitting: dict[str, list[Cell]] = {
        "Wachttijd": ["8", "9", "7"],
        "Was vooraf duidelijk?": ["Hoe lang de procedure zou duren"] * 3,
        "Mijn aanvraag verliep eenvoudig": ["Mee eens", "Neutraal", "Mee oneens"],
        "Bent u in één keer geholpen?": ["Weet ik niet (meer)"] * 3,
    }
    receipt = column(header, [cell, *fitting.get(header, ["Ja", "Nee", "Ja"])])
    assert receipt.sheets[0].columns[1].item is not None
    assert b"Geheim" not in pickle.dumps((receipt.sheets, receipt.problems))
