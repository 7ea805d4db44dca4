"""What recognition could not decide is said, with the columns it is about."""

import pytest

from tests.ingest.exports import Cell, Rows, column, items, problem_codes, read


def test_two_columns_for_one_question_are_both_named_and_the_one_taken_is_said() -> None:
    receipt = read([["Totaaloordeel", "Wachtruimte (2)", "Wachtruimte"], [8, 7, 6], [7, 6, 5]])
    (problem,) = [problem for problem in receipt.problems if problem.code == "item_ambiguous"]
    assert (problem.severity, problem.column) == ("warning", "Wachtruimte")
    assert "'Wachtruimte' en 'Wachtruimte (2)'" in problem.message
    assert "'Wachtruimte' is gebruikt" in problem.message
    assert problem.remedy


def test_of_two_columns_of_one_name_the_first_is_taken_and_its_place_is_said() -> None:
    receipt = read(
        [["Totaaloordeel", "Wachtruimte", "Prijs", "Privacy", "Wachtruimte"], [8, 7, 6, 5, 4], [7, 6, 5, 4, 3]]
    )
    (problem,) = [problem for problem in receipt.problems if problem.code == "item_ambiguous"]
    assert "(kolom 2)" in problem.message


@pytest.mark.parametrize(("second", "said"), [("2020-01-05", False), ("2020-01-07", True)])
def test_a_second_date_matters_where_it_is_another_day(second: str, said: bool) -> None:
    rows: Rows = [["Totaaloordeel", "Begintijd", "Tijd van voltooien"], *[[8, "2020-01-05", second]] * 3]
    assert ("item_ambiguous" in problem_codes(read(rows), "info")) is said


def test_a_second_respondent_number_does_not_matter() -> None:
    receipt = read([["Respondentnummer", "ID", "Totaaloordeel"], [1, 2, 8], [2, 3, 7]])
    assert "item_ambiguous" not in problem_codes(receipt)


@pytest.mark.parametrize(
    ("header", "cells", "label"),
    [
        ("Hoeveel moeite kostte dit u?", ["blauw", "rood", "geel"], "CES"),
        ("Wachttijd", ["lang", "kort", "te lang"], "Wachttijd"),
        ("Was vooraf duidelijk?", ["Ja", "Nee", "Ja"], "Informatie vooraf"),
    ],
)
def test_a_header_of_a_question_above_other_answers_is_a_warning(header: str, cells: list[Cell], label: str) -> None:
    receipt = column(header, cells)
    (problem,) = [problem for problem in receipt.problems if problem.code == "near_miss"]
    assert (problem.severity, problem.column) == ("warning", header)
    assert f"'{label}', maar de antwoorden passen niet bij die vraag" in problem.message
    assert "voluit" in str(problem.remedy)


def test_a_column_that_may_be_a_question_is_asked_with_its_name() -> None:
    header = "Gezelligheid van de wachtruimte"
    (problem,) = [problem for problem in column(header, [8, 7, 9]).problems if problem.code == "question_asked"]
    assert (problem.severity, problem.column) == ("warning", header)
    assert f"Is kolom '{header}' de vraag 'Wachtruimte'?" in problem.message
    assert problem.remedy


def test_two_columns_that_could_be_one_question_just_as_well_are_both_asked() -> None:
    header = ["Totaaloordeel", "Kosten van het product", "Prijs die u betaalde"]
    receipt = read([header, [8, 7, 6], [7, 6, 5], [7, 8, 5]])
    assert [problem.column for problem in receipt.problems if problem.code == "question_asked"] == header[1:]


def test_what_a_file_lacks_is_said_first() -> None:
    told = problem_codes(read([["Wachttijd", "Prijs"], [8, 7], [7, 6]]), "warning")
    assert told[:2] == ["totaaloordeel_missing", "product_missing"]


def test_of_two_columns_the_one_of_the_name_of_the_question_is_taken() -> None:
    found = items(read([["Rapportcijfer", "Totaaloordeel"], [8, 7], [7, 6]]))
    assert found["Totaaloordeel"] == "totaaloordeel"


def test_what_comes_near_to_a_question_that_was_found_is_no_near_miss() -> None:
    receipt = read([["Wachttijd", "Hoe was uw wachttijd?", "Totaaloordeel"], [8, "lang", 8], [7, "kort", 7]])
    assert "near_miss" not in problem_codes(receipt)


def test_columns_with_personal_data_are_named_together() -> None:
    receipt = read([["Totaaloordeel", "Naam", "Email Address", "IP-adres"], [8, "Jan", "j@x.nl", "10.0.0.1"]])
    (problem,) = [problem for problem in receipt.problems if problem.code == "identifiers_dropped"]
    assert problem.severity == "info"
    assert "'Naam', 'Email Address' en 'IP-adres'" in problem.message


@pytest.mark.parametrize("points", ["", 0])
def test_a_second_column_without_any_answer_is_no_rival(points: Cell) -> None:
    receipt = read([["Totaaloordeel", "Wachttijd", "Punten - Wachttijd"], [8, 7, points], [7, 6, points]])
    assert "item_ambiguous" not in problem_codes(receipt)


@pytest.mark.parametrize(("highest", "count", "is_asked"), [(5, 12, True), (6, 12, False), (5, 9, False)])
def test_grades_that_may_be_stars_are_asked_and_not_counted(highest: int, count: int, is_asked: bool) -> None:
    receipt = read([["Totaaloordeel", "Wachttijd"], *[[8, n % highest + 1] for n in range(count)]])
    told = [problem.column for problem in receipt.problems if problem.code == "question_asked"]
    assert told == (["Wachttijd"] if is_asked else [])
    assert (items(receipt)["Wachttijd"] == "wachttijd") != is_asked


@pytest.mark.parametrize(
    "header", ["Prijs 2019", "Rapportcijfer prijs 2020", "Prijs (2019)", "2019 - Prijs", "prijs_2020"]
)
def test_a_year_in_a_header_is_no_other_question(header: str) -> None:
    assert items(column(header, [8, 7, 6]))[header] == "prijs"


def test_one_question_for_two_years_is_told_and_not_counted() -> None:
    header = ["Totaaloordeel", "Wachttijd 2019", "Rapportcijfer wachttijd 2020", "Prijs 2020", "Prijs"]
    receipt = read([header, [8, 5, 7, 6, 9], [7, 4, 8, 7, 9]])
    found = items(receipt)
    assert (found["Wachttijd 2019"], found["Rapportcijfer wachttijd 2020"]) == (None, None)
    # Beside one without a year it is known which is meant.
    assert (found["Prijs"], found["Prijs 2020"]) == ("prijs", None)
    (problem,) = [problem for problem in receipt.problems if problem.code == "item_several_years"]
    assert (problem.severity, problem.column) == ("warning", "Wachttijd 2019")
    assert "'Wachttijd 2019' en 'Rapportcijfer wachttijd 2020'" in problem.message
    assert "koppeling" in str(problem.remedy)
