"""Hostmanship from its parts: exact, each respondent counts once, an own column goes first."""

from fractions import Fraction

import pytest

from lib.survey import catalogue
from lib.survey.dataset import combine
from lib.survey.derived import add_means_of_parts
from tests.survey.parts import Grades, grades_of, part

PARTS = [item.key for item in catalogue.parts_of("hostmanship", "balie")]


def one_respondent(grades: Grades) -> dict[str, Grades]:
    """The parts of hostmanship as one respondent graded them."""
    return {key: [grade] for key, grade in zip(PARTS, grades, strict=False)}


@pytest.mark.parametrize(
    ("grades", "mean"),
    [
        ([8, 8, 8, 8, 8, 8], Fraction(8)),
        ([7, 8, 9, 10, 6, 8], Fraction(8)),
        ([8, 8, 8, 8, 8, 9], Fraction(49, 6)),
        ([8, 9, None, None, None, None], Fraction(17, 2)),
        ([None, 8, 9, 9, None, None], Fraction(26, 3)),
        ([None, None, None, None, None, 1], Fraction(1)),
        ([10, 9, 9, 9, 9, None], Fraction(46, 5)),
        ([Fraction("7.5"), 8, 9, None, None, None], Fraction("24.5") / 3),
        ([None] * 6, None),
    ],
)
def test_hostmanship_is_the_exact_mean_of_the_parts_that_were_answered(grades: Grades, mean: Fraction | None) -> None:
    answers = add_means_of_parts(part(one_respondent(grades))).answers["hostmanship"]
    assert grades_of(answers) == [mean]
    assert answers.rule == "mean_of_parts"


def test_every_respondent_weighs_the_same_however_many_parts_they_answered() -> None:
    found = add_means_of_parts(part({PARTS[0]: [10, 4, None], PARTS[1]: [None, 6, None], PARTS[2]: [None, 5, None]}))
    assert grades_of(found.answers["hostmanship"]) == [10, 5, None]


def test_an_own_column_wins_from_the_parts() -> None:
    found = add_means_of_parts(part({"hostmanship": [3, None], **{key: [9, 9] for key in PARTS}}))
    assert grades_of(found.answers["hostmanship"]) == [3, None]
    assert found.answers["hostmanship"].rule == "custom_question"


def test_without_parts_there_is_no_hostmanship() -> None:
    assert "hostmanship" not in add_means_of_parts(part({"wachttijd": [8]})).answers


def test_with_parts_missing_it_says_of_how_many_it_was_made() -> None:
    found = add_means_of_parts(part({key: [8] for key in PARTS[:4]})).answers["hostmanship"]
    assert found.item.label == "Hostmanship (uit 4 van de 6 onderdelen)"
    assert found.parts is not None
    assert (found.parts.found, found.parts.are_all) == (tuple(PARTS[:4]), False)


def test_a_part_that_nobody_answered_is_a_missing_one() -> None:
    found = add_means_of_parts(part({key: [None if key == PARTS[2] else 8] for key in PARTS})).answers["hostmanship"]
    assert found.item.label == "Hostmanship (uit 5 van de 6 onderdelen)"


def test_of_all_parts_it_is_hostmanship_without_more() -> None:
    found = add_means_of_parts(part({key: [8] for key in PARTS})).answers["hostmanship"]
    assert found.item.label == "Hostmanship"
    assert found.parts is not None
    assert found.parts.are_all


@pytest.mark.parametrize("withheld", [PARTS[5], "hostmanship"])
def test_where_a_part_was_not_understood_there_is_none(withheld: str) -> None:
    found = add_means_of_parts(part({key: [8] for key in PARTS[:5]}), {withheld})
    assert "hostmanship" not in found.answers


@pytest.mark.parametrize("order", [1, -1])
def test_of_files_with_more_and_fewer_parts_the_fewest_are_told(order: int) -> None:
    several = [add_means_of_parts(part({key: [8] for key in PARTS[:count]})) for count in (6, 4, 5)]
    found = combine(several[::order]).channels["balie"].answers["hostmanship"]
    assert found.item.label == "Hostmanship (uit 4 van de 6 onderdelen)"
    assert found.parts is not None
    assert len(found.parts.found) == 4


def test_hostmanship_says_from_which_columns_it_was_made() -> None:
    found = add_means_of_parts(part({PARTS[0]: [8], PARTS[3]: [9]}))
    assert [source.column for source in found.answers["hostmanship"].sources] == [PARTS[0], PARTS[3]]


def test_it_takes_its_place_in_the_table_before_its_parts() -> None:
    found = add_means_of_parts(part({PARTS[0]: [8], "doorlooptijd": [7], "was_het_druk": [6]}))
    assert list(found.answers) == ["hostmanship", "doorlooptijd", PARTS[0], "was_het_druk"]


def test_means_of_files_with_different_parts_stay_exact_together() -> None:
    three = add_means_of_parts(part({PARTS[0]: [8], PARTS[1]: [8], PARTS[2]: [9]}, file="een.csv"))
    own = add_means_of_parts(part({"hostmanship": [7, None]}, file="twee.csv"))
    together = combine([three, own]).channels["balie"].answers["hostmanship"]
    assert grades_of(together) == [Fraction(25, 3), 7, None]
    assert together.rule == "mean_of_parts"


def test_an_own_column_that_is_blank_for_a_channel_leaves_its_parts_to_say_it() -> None:
    both = part({"hostmanship": [None, None], PARTS[0]: [8, 9], PARTS[1]: [6, None]})
    answers = add_means_of_parts(both).answers["hostmanship"]
    assert grades_of(answers) == [Fraction(7), Fraction(9)]
    assert answers.rule == "mean_of_parts"
