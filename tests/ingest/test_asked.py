"""What recognition asks reaches the receipt, and what a user answers is asked no more and counts."""

import pytest

from lib.ingest.mapping import IGNORE, OUTSIDE, OWN, ColumnMapping, targets
from lib.ingest.read import ColumnReceipt, FileReceipt, read_file
from tests.ingest.exports import Rows, csv_text, only_part, problem_codes, said

EFFORT, STATEMENT, INFO = (
    "Moeite",
    "Formulier makkelijk in te vullen",
    "Over welke zaken was vooraf duidelijke informatie?",
)


def read(rows: Rows, **choices: object) -> FileReceipt:
    """What is read of these rows, with what a user says of them."""
    mapping = ColumnMapping(tuple(map(str, rows[0])), **choices)  # type: ignore[arg-type]
    return read_file("balie.csv", csv_text(rows).encode(), [mapping] if choices else [])


def column(receipt: FileReceipt, name: str) -> ColumnReceipt:
    return next(one for one in receipt.sheets[0].columns if one.name == name)


AGREE: Rows = [["Totaaloordeel", STATEMENT], *([8, ["Eens", "Zus en zo", "Oneens"][n % 3]] for n in range(30))]


def test_answers_that_recur_and_are_not_read_are_told_and_count_once_it_is_said_what_they_mean() -> None:
    asked = read(AGREE)
    assert column(asked, STATEMENT).unread == ("Zus en zo",)
    assert "answers_not_understood" in problem_codes(asked)
    assert "formulier_makkelijk" not in only_part(asked).answers
    answered = read(AGREE, answers={STATEMENT: {"Zus en zo": "neutraal"}})
    assert column(answered, STATEMENT).unread == ()
    assert "answers_not_understood" not in problem_codes(answered)
    assert said(only_part(answered).answers["formulier_makkelijk"])[:3] == ["eens", "neutraal", "oneens"]
    outside = only_part(read(AGREE, answers={STATEMENT: {"Zus en zo": OUTSIDE}})).answers["formulier_makkelijk"]
    assert said(outside)[:3] == ["eens", "n.v.t.", "oneens"]


def test_also_where_the_channel_is_said_besides() -> None:
    assert column(read(AGREE, channel="digitaal"), STATEMENT).unread == ("Zus en zo",)


def test_of_several_answers_in_one_cell_each_that_is_not_read_is_told_apart() -> None:
    costs = next(point.label for point in targets()["informatie"].points if point.key == "kosten")
    rows: Rows = [["Totaaloordeel", INFO], *([8, f"{costs};Iets heel anders" if n % 2 else costs] for n in range(20))]
    mapped = {INFO: "informatie"}
    assert column(read(rows, columns=mapped), INFO).unread == ("Iets heel anders",)
    answered = read(rows, columns=mapped, answers={INFO: {"Iets heel anders": "documenten"}})
    assert column(answered, INFO).unread == ()
    assert said(only_part(answered).answers["informatie_documenten"])[:2] == ["nee", "ja"]


@pytest.mark.parametrize(
    ("header", "grades", "key"),
    [("Gezelligheid van de wachtruimte", [8, 7, 9], "wachtruimte"), ("Wachttijd", [1, 2, 3, 4, 5], "wachttijd")],
    ids=["words", "stars"],
)
@pytest.mark.parametrize("choice", ["yes", OWN, IGNORE])
def test_a_question_that_is_asked_is_asked_no_more_once_it_is_answered(
    header: str, grades: list[int], key: str, choice: str
) -> None:
    rows: Rows = [["Totaaloordeel", header], *([8, grades[n % len(grades)]] for n in range(30))]
    asked = read(rows)
    assert (column(asked, header).asked, column(asked, header).near[0]) == (True, key)
    assert "question_asked" in problem_codes(asked)
    answered = read(rows, columns={header: key if choice == "yes" else choice})
    assert not column(answered, header).asked
    assert "question_asked" not in problem_codes(answered)
    assert (key in only_part(answered).answers) == (choice == "yes")


def test_of_two_columns_that_may_be_one_question_the_other_is_asked_no_more() -> None:
    headers = ["Kosten van het product", "Prijs die u betaalde"]
    rows: Rows = [["Totaaloordeel", *headers], *([8, n % 3 + 6, n % 4 + 5] for n in range(30))]
    assert [column(read(rows), header).asked for header in headers] == [True, True]
    answered = read(rows, columns={headers[0]: "prijs"})
    assert [column(answered, header).asked for header in headers] == [False, False]
    assert "question_asked" not in problem_codes(answered)
