"""The same rows in two files without respondent numbers: never dropped, always told."""

from lib.ingest.read import read_file, survey_of
from tests.ingest.exports import Cell, csv_text

HEADER: list[Cell] = ["Datum ingevuld", "Totaaloordeel", "Wachttijd", "Verbetertip"]
ROWS: list[list[Cell]] = [[f"2020-03-{n % 28 + 1:02}", n % 7 + 4, n % 8 + 3, f"tip nummer {n}"] for n in range(40)]
NUMBERED: list[list[Cell]] = [["Respondentnummer", *HEADER], *([f"R{n}", *row] for n, row in enumerate(ROWS))]


def told(*files: list[list[Cell]]) -> tuple[int, list[str]]:
    """The respondents of these files together, and what is said of them."""
    survey = survey_of(
        [read_file(f"balie_{n}.csv", csv_text(rows).encode(), key=b"of these tests") for n, rows in enumerate(files)]
    )
    return len(survey), [problem.code for problem in survey.problems]


def test_rows_in_two_files_without_numbers_all_count_and_are_told() -> None:
    assert told([HEADER, *ROWS[:25]], [HEADER, *ROWS[10:]]) == (55, ["duplicates_suspected"])


def test_a_number_in_one_of_the_files_is_no_help() -> None:
    assert told(NUMBERED, [HEADER, *ROWS]) == (80, ["duplicates_suspected"])


def test_numbers_that_were_handed_out_anew_are_told_too() -> None:
    anew: list[list[Cell]] = [NUMBERED[0], *([f"S{n}", *row[1:]] for n, row in enumerate(NUMBERED[1:]))]
    assert told(NUMBERED, anew) == (80, ["duplicates_suspected"])
    assert told(NUMBERED, [*NUMBERED[:20], *anew[20:]]) == (40 + 21, ["duplicates_dropped"])


def test_other_people_are_not_suspected() -> None:
    assert told([HEADER, *ROWS[:20]], [HEADER, *ROWS[20:]]) == (40, [])


def test_rows_that_are_alike_everywhere_say_nothing() -> None:
    alike: list[list[Cell]] = [[8, 7]] * 30
    assert told([["Totaaloordeel", "Wachttijd"], *alike], [["Totaaloordeel", "Wachttijd"], *alike, [9, 9]]) == (61, [])


def test_a_fifth_of_the_respondents_twice_in_one_file_counts_once() -> None:
    assert told([*NUMBERED, *NUMBERED[1:11]]) == (40, ["duplicates_dropped"])
