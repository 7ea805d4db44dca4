"""A file without any question of the klantmonitor, and a file that names no channel: opened once somebody
says under which."""

import pytest

from lib.ingest.read import FileReceipt, read_file
from lib.survey.catalogue import ALL_CHANNELS
from tests.ingest.exports import Rows, csv_text, workbook

OFTEN = ["Elke week", "Elke maand", "Zelden"]
MISSED = ["Ik mis een bank bij de kraam", "Er is te weinig vis naar mijn smaak", "De muziek is te hard voor ons"]
MARKET: Rows = [
    ["Tijdstempel", "Hoe vaak komt u op de markt?", "Wat koopt u? [Fruit]", "Wat koopt u? [Kaas]", "Wat mist u op de markt?"],
    *(
        [f"{n % 28 + 1:02d}-03-2020", OFTEN[n % 3], "Ja" if n % 2 else "Nee", "Ja" if n % 5 else "Nee", MISSED[n % 3] + f" ({n})"]
        for n in range(40)
    ),
]  # fmt: skip
# Asked at the counter and by telephone alike, so that the questions tell no channel.
UNNAMED: Rows = [["Totaaloordeel", "Wachttijd"], *([8, 7] for _ in range(20))]


def read_as(rows: Rows, channel: str | None, file: str = "export.csv") -> FileReceipt:
    return read_file(file, csv_text(rows).encode(), (), channel)


def channels(receipt: FileReceipt) -> dict[str, int]:
    return {part.channel: len(part) for part in receipt.parts}


def codes(receipt: FileReceipt) -> list[str]:
    return [problem.code for problem in receipt.problems if problem.severity != "info"]


@pytest.mark.parametrize("file", ["markt.csv", "balie_markt.csv"])
def test_a_survey_of_its_own_says_what_it_is_and_waits_for_a_channel(file: str) -> None:
    receipt = read_as(MARKET, None, file)
    assert not receipt.is_read
    (problem,) = receipt.problems
    assert (problem.code, problem.severity) == ("own_survey", "error")
    assert problem.message == f"{file} is een enquête met 3 eigen vragen, zonder vragen van de klantmonitor."
    assert len(receipt.unread) == 1


@pytest.mark.parametrize("channel", ALL_CHANNELS)
@pytest.mark.parametrize("file", ["markt.csv", "balie_markt.csv"])
def test_it_is_opened_under_the_channel_that_is_named(file: str, channel: str) -> None:
    receipt = read_as(MARKET, channel, file)
    assert (channels(receipt), codes(receipt), receipt.unread) == ({channel: 40}, [], ())
    (part,) = receipt.parts
    assert set(part.texts) == {"wat_mist_u_op_de_markt"}


def test_in_a_survey_of_its_own_a_column_about_channels_is_no_channel() -> None:
    rows: Rows = [[*MARKET[0], "Kanaal"], *([*row, "balie"] for row in MARKET[1:])]
    assert channels(read_as(rows, "overig")) == {"overig": 40}


def test_a_question_for_tips_that_is_not_understood_gives_no_tips() -> None:
    rows: Rows = [
        ["Totaaloordeel", "Heeft u nog suggesties?", "Wat is uw suggestie?"],
        *([8, n % 2 + 1, f"Meer koffie graag {n}"] for n in range(20)),
    ]
    (part,) = read_as(rows, "balie").parts
    assert "tip_ja" not in part.answers
    assert "tip" in part.answers


def test_what_holds_no_question_at_all_is_no_survey() -> None:
    receipt = read_as([["Datum", "Product"], *(["01-03-2020", "VOG"] for _ in range(20))], "overig")
    assert codes(receipt) == ["no_questions"]


def test_the_channel_of_a_file_that_has_none_is_the_one_that_is_named() -> None:
    assert codes(read_as(UNNAMED, None)) == ["product_missing", "dates_missing", "channel_unknown"]
    assert channels(read_as(UNNAMED, "telefoon")) == {"telefoon": 20}


def test_a_file_that_has_a_channel_keeps_it() -> None:
    assert channels(read_as(UNNAMED, "telefoon", "balie.csv")) == {"balie": 20}
    with_column = [["Kanaal", *UNNAMED[0]], *(["balie", *row] for row in UNNAMED[1:])]
    assert channels(read_as(with_column, "telefoon")) == {"balie": 20}


def test_beside_an_export_of_the_klantmonitor_a_sheet_without_its_questions_is_no_survey() -> None:
    data = workbook({"Balie": UNNAMED, "Markt": MARKET})
    receipt = read_file("export.xlsx", data, (), "overig")
    assert channels(receipt) == {"balie": 20}
    assert [sheet.sheet for sheet in receipt.unread] == ["Markt"]
    (skipped,) = [problem for problem in receipt.problems if problem.code == "sheet_skipped"]
    assert "'Markt' heeft 3 eigen vragen" in skipped.message


def test_the_sheets_of_a_survey_of_its_own_are_those_with_its_questions() -> None:
    legend: Rows = [
        ["Code", "Omschrijving"],
        *([f"A{n}", f"Dit is de uitleg van vraag {n} voor de lezer"] for n in range(12)),
    ]
    data = workbook({"2019": MARKET, "Uitleg": legend, "2020": MARKET})
    assert [problem.code for problem in read_file("markt.xlsx", data).problems] == ["own_survey"]
    receipt = read_file("markt.xlsx", data, (), "overig")
    assert [(sheet.sheet, sheet.respondents) for sheet in receipt.sheets] == [("2019", 40), ("2020", 40)]


def test_overig_in_a_column_of_channels_is_the_channel_overig() -> None:
    rows: Rows = [["Kanaal", *UNNAMED[0]], *(["Overig" if n < 5 else "Balie", 8, 7] for n in range(20))]
    assert channels(read_as(rows, None)) == {"overig": 5, "balie": 15}
