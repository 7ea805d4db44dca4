"""Which channel a row belongs to: its column, else the sheet, the file, the questions, else a problem."""

import pytest

from lib.ingest.read import FileReceipt, read_file
from lib.survey.catalogue import channel_of
from tests.ingest.exports import Rows, csv_text, only_part, problem_codes, read, said, workbook

# Asked in every channel, so that these questions tell nothing.
GENERAL: Rows = [["Totaaloordeel", "CES"], [8, "Weinig moeite"], [6, "Veel moeite"]]


def channels(receipt: FileReceipt) -> dict[str, int]:
    """The number of respondents per channel."""
    return {part.channel: len(part) for part in receipt.parts}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Balie", "balie"), ("aan het loket", "balie"), ("Stadhuis", "balie"), ("balie_2020.xlsx", "balie"),
        ("Telefonisch", "telefoon"), ("KCC", "telefoon"), ("export-telefoon-2020.csv", "telefoon"),
        ("Online", "digitaal"), ("website", "digitaal"), ("Digitaal loket", "digitaal"), ("e-loket", "digitaal"),
        ("balie en telefoon", None), ("post", None), ("", None), (None, None), ("balielaan", None), (2020, None),
    ],
)  # fmt: skip
def test_a_word_for_a_channel_is_known(text: object, channel: str | None) -> None:
    assert channel_of(text) == channel


def test_a_column_splits_the_rows_whatever_the_file_is_called() -> None:
    rows: Rows = [["Kanaal", "Totaaloordeel", "Wachttijd"], ["Balie", 8, 7], ["telefonisch", 6, 5], ["Balie", 9, 9]]
    receipt = read(rows, "digitaal_2020.csv")
    assert channels(receipt) == {"balie": 2, "telefoon": 1}
    assert [said(part.answers["totaaloordeel"]) for part in receipt.parts] == [["8", "9"], ["6"]]
    assert "channel_inferred" not in problem_codes(receipt)


def test_a_question_that_only_another_channel_answered_is_none_of_a_channel() -> None:
    # Nobody answered the question for the price: it is still one of the balie.
    rows: Rows = [["Kanaal", "Totaaloordeel", "CES", "Prijs"], ["Balie", 8, "", ""], ["Online", 6, "Veel", ""]]
    found = {part.channel: list(part.answers) for part in read(rows).parts}
    assert found == {"balie": ["totaaloordeel", "prijs"], "digitaal": ["totaaloordeel", "ces"]}


def test_a_row_with_an_unknown_channel_is_left_out_and_told() -> None:
    rows: Rows = [["Kanaal", "Totaaloordeel"], *[["Balie", 8]] * 4, ["post", 6], ["", 7]]
    receipt = read(rows)
    assert channels(receipt) == {"balie": 4}
    (problem,) = [problem for problem in receipt.problems if problem.code == "channel_unreadable"]
    assert (problem.severity, problem.row, problem.column) == ("warning", 6, "Kanaal")
    assert problem.message.startswith("Van 2 van 6 rijen")


def test_the_sheet_name_goes_before_the_file_name() -> None:
    receipt = read_file("balie_2020.xlsx", workbook({"Telefoon": GENERAL}))
    assert channels(receipt) == {"telefoon": 2}
    assert [problem.message for problem in receipt.problems if problem.code == "channel_inferred"] == [
        "Kanaal telefoon, afgeleid uit de naam van het tabblad."
    ]


def test_the_file_name_goes_before_the_questions() -> None:
    receipt = read([["Totaaloordeel", "Wachtruimte"], [8, 7], [7, 7]], "telefoon_2020.csv")
    assert channels(receipt) == {"telefoon": 2}
    assert "de bestandsnaam" in " ".join(problem.message for problem in receipt.problems)


@pytest.mark.parametrize(
    ("header", "cell", "channel"),
    [("Wachtruimte", 8, "balie"), ("Bereikbaarheid", 8, "telefoon"), ("Mijn aanvraag verliep eenvoudig", "Mee eens", "digitaal")],
)  # fmt: skip
def test_a_question_that_only_one_channel_asks_tells_the_channel(header: str, cell: str | int, channel: str) -> None:
    receipt = read([["Totaaloordeel", header], [8, cell], [7, cell]], "export.csv")
    assert channels(receipt) == {channel: 2}
    (problem,) = [problem for problem in receipt.problems if problem.code == "channel_inferred"]
    assert problem.severity == "info"
    assert "de vragen" in problem.message


@pytest.mark.parametrize(
    "rows",
    [GENERAL, [["Totaaloordeel", "Wachttijd"], [8, 7], [7, 7]], [["Wachtruimte", "Bereikbaarheid"], [8, 7], [7, 7]]],
)
@pytest.mark.parametrize("file", ["export.csv", "balie_en_telefoon.csv"])
def test_a_channel_that_nothing_tells_is_an_error_and_not_a_guess(rows: Rows, file: str) -> None:
    receipt = read(rows, file)
    assert not receipt.is_read
    assert problem_codes(receipt, "error") == ["channel_unknown"]


def test_a_channel_keeps_what_it_was_asked_and_not_what_others_were() -> None:
    header = ["Kanaal", "Totaaloordeel", "Wachtruimte", "Bereikbaarheid"]
    receipt = read([header, ["Balie", 8, 7, ""], ["Telefoon", 6, "", 5]], "export.csv")
    asked = {part.channel: list(part.answers) for part in receipt.parts}
    assert asked == {"balie": ["totaaloordeel", "wachtruimte"], "telefoon": ["totaaloordeel", "bereikbaarheid"]}


def test_an_answer_to_a_question_of_another_channel_is_not_lost() -> None:
    receipt = read_file("telefoon.csv", csv_text([["Totaaloordeel", "Privacy"], [8, 7], [7, ""]]).encode())
    assert said(only_part(receipt).answers["privacy"]) == ["7", "leeg"]


@pytest.mark.parametrize(("file", "is_told"), [("balie.csv", True), ("digitaal.csv", False)])
def test_a_name_that_says_another_channel_than_the_questions_is_told(file: str, is_told: bool) -> None:
    receipt = read([["Totaaloordeel", "De aanvraag verliep eenvoudig"], *[[8, "Mee eens"]] * 3], file)
    assert ("channel_conflict" in problem_codes(receipt, "warning")) is is_told
