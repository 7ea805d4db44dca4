"""Of several ids that one counts which finds people with the same answers; an id is known under any header."""

import pytest

from lib.ingest.read import FileReceipt, read_file, survey_of
from tests.ingest.exports import Cell, csv_text, workbook

KEY = b"of these tests"
ASKED: list[Cell] = ["Totaaloordeel", "Wachttijd", "Verbetertip"]


def answers(number: int) -> list[Cell]:
    return [number % 5 + 5, number % 4 + 6, f"stoel {number}"]


def export(file: str, ids: dict[str, str], people: range, *, shift: int = 0) -> FileReceipt:
    """A file of these people, with a column per id: a pattern with {p} for the person, {row} for the row."""
    rows: list[list[Cell]] = [
        [*(pattern.format(p=p, row=row) for pattern in ids.values()), *answers(p + shift)]
        for row, p in enumerate(people, 1)
    ]
    return read_file(file, csv_text([[*ids, *ASKED], *rows]).encode(), key=KEY)


def together(*files: FileReceipt) -> tuple[int, list[str]]:
    survey = survey_of(files)
    return len(survey), [problem.code for problem in survey.problems]


@pytest.mark.parametrize("pattern", ["AB{p:03}", "Z-2020-{p:05}", "klant{p}@voorbeeld.nl", "7000{p:03}"])
@pytest.mark.parametrize(("one", "other"), [("Code", "code"), ("Kenmerk", "Zaak"), ("Token", "Iets anders")])
def test_people_are_found_again_under_other_headers(pattern: str, one: str, other: str) -> None:
    files = export("balie_1.csv", {one: pattern}, range(20)), export("balie_2.csv", {other: pattern}, range(15, 40))
    assert together(*files) == (40, ["duplicates_dropped"])


def test_two_sheets_with_the_same_people_count_once() -> None:
    rows = [[f"AB{n:03}", *answers(n)] for n in range(40)]
    book = workbook({"Ruw": [["Code", *ASKED], *rows], "Bewerkt": [["code", *ASKED], *rows]})
    survey = survey_of([read_file("balie.xlsx", book, key=KEY)])
    assert len(survey) == 40
    (problem,) = survey.problems
    assert "'Ruw' en 'Bewerkt'" in problem.message


def test_capitals_make_no_other_person() -> None:
    files = export("balie_1.csv", {"E-mail": "klant{p}@x.nl"}, range(20)), export("balie_2.csv", {"E-mail": "Klant{p}@X.nl"}, range(20))  # fmt: skip
    assert together(*files) == (20, ["duplicates_dropped"])


def test_row_numbers_that_begin_anew_are_passed_over_for_an_id_that_finds_the_same_answers() -> None:
    ids = {"Nummer": "{row}", "E-mail": "klant{p}@voorbeeld.nl"}
    files = export("balie_1.csv", ids, range(20)), export("balie_2.csv", ids, range(12, 40))
    assert together(*files) == (40, ["duplicates_dropped"])
    assert "8 respondenten" in survey_of(files).problems[0].message


def test_row_numbers_alone_make_nobody_the_same() -> None:
    ids = {"Nummer": "{row}"}
    files = export("balie_1.csv", ids, range(20)), export("balie_2.csv", ids, range(50, 70))
    assert together(*files) == (40, ["duplicates_differ"])


def test_the_same_mail_address_with_other_answers_is_told_and_kept() -> None:
    ids = {"E-mail": "klant{p}@voorbeeld.nl"}
    files = export("balie_1.csv", ids, range(20)), export("balie_2.csv", ids, range(18, 30), shift=1)
    assert together(*files) == (32, ["duplicates_differ"])


def test_an_id_in_one_file_only_finds_nobody() -> None:
    files = export("balie_1.csv", {"E-mail": "klant{p}@x.nl"}, range(20)), export("balie_2.csv", {"Code": "AB{p:03}"}, range(50, 70))  # fmt: skip
    assert together(*files) == (40, [])
