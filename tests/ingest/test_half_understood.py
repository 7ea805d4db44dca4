"""A question that is only partly understood makes no figure, and what is not understood is asked."""

import pytest

from tests.ingest.exports import Cell, column, only_part, problem_codes, read, said


def answers_with(label: str, times: int) -> list[str]:
    return ["Weinig moeite", "Veel moeite", "Geen moeite", "Heel veel moeite"] * 10 + [label] * times


@pytest.mark.parametrize(("times", "is_asked"), [(2, False), (3, True)])
def test_an_answer_that_recurs_and_is_not_understood_is_asked(times: int, is_asked: bool) -> None:
    receipt = column("Hoeveel moeite kostte het u?", answers_with("Redelijk wat moeite", times))
    assert ("ces" in only_part(receipt).answers) != is_asked
    told = [problem.message for problem in receipt.problems if problem.code == "answers_not_understood"]
    assert bool(told) == is_asked
    if is_asked:
        assert "Wat betekent 'Redelijk wat moeite'" in told[0]
        assert "'CES' niet mee" in told[0]


def test_text_in_a_column_of_grades_is_no_missing_label() -> None:
    receipt = column("Wachttijd", [8, 7, 9, 6] * 10 + ["te lang"] * 5)
    assert said(only_part(receipt).answers["wachttijd"])[-1] == "?"
    assert "answers_not_understood" not in problem_codes(receipt)


@pytest.mark.parametrize("is_whole", [True, False])
def test_an_unknown_part_beside_known_ones_keeps_the_mean_of_parts_back(is_whole: bool) -> None:
    parts = ["Bereidheid om te helpen", "Inleving in de situatie", "Verantwoordelijkheid", "Oplossingen aandragen",
             "Vertegenwoordigt de hele gemeente", "Deskundigheid"]  # fmt: skip
    header = [f"Hostmanship [{part}]" for part in (parts if is_whole else parts[:3])]
    receipt = read([[*header, "Hostmanship [Duidelijk praten]"], *([8] * (len(header) + 1), [7] * (len(header) + 1))])
    assert ("hostmanship" in only_part(receipt).answers) == is_whole
    assert ("answers_not_understood" in problem_codes(receipt, "warning")) != is_whole


def test_an_unknown_piece_that_recurs_in_a_cell_keeps_the_options_back_while_one_is_missing() -> None:
    options = ["De kosten", "De stappen", "Hoe lang het duurt", "Welke papieren nodig zijn", "Bij wie ik terecht kon"]
    for count, is_shown in ((5, True), (4, False)):
        cells = [f"{one}; De kleur van het gebouw" for one in options[:count]] * 4
        rows: list[list[Cell]] = [["Totaaloordeel", "Wat was vooraf duidelijk?"], *([8, cell] for cell in cells)]
        answers = only_part(read(rows, "digitaal.csv")).answers
        assert any(key.startswith("informatie_") for key in answers) == is_shown
