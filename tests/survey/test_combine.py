"""Several files become one survey: nothing is lost, nothing counts twice, their order does not matter."""

from collections import Counter
from itertools import permutations

import pytest

from lib.survey.dataset import combine
from tests.survey.parts import grades_of, part, products_of

EEN = part({"wachttijd": [8, 7]}, file="een.csv", products=["Paspoort", "Rijbewijs"], tips=["meer stoelen", None])
TWEE = part({"wachttijd": [6], "privacy": [9]}, file="twee.csv", products=[None])
DRIE = part({"bereikbaarheid": [5]}, file="drie.csv", name="telefoon", products=["Paspoort"])


def test_a_question_that_a_file_does_not_ask_is_blank_for_its_respondents() -> None:
    answers = combine([EEN, TWEE]).channels["balie"].answers
    assert grades_of(answers["wachttijd"]) == [8, 7, 6]
    assert grades_of(answers["privacy"]) == [None, None, 9]


def test_channels_stay_apart_and_stand_in_their_fixed_order() -> None:
    survey = combine([DRIE, TWEE, EEN])
    assert {name: len(found) for name, found in survey.channels.items()} == {"balie": 3, "telefoon": 1}
    assert list(survey.channels) == ["balie", "telefoon"]
    assert len(survey) == 4


def test_texts_stay_with_their_respondent() -> None:
    assert combine([TWEE, EEN]).channels["balie"].texts["tip"].tolist() == [None, "meer stoelen", None]


def test_an_answer_knows_the_files_it_came_from() -> None:
    answers = combine([EEN, TWEE]).channels["balie"].answers
    assert [source.file for source in answers["wachttijd"].sources] == ["een.csv", "twee.csv"]
    assert [source.file for source in answers["privacy"].sources] == ["twee.csv"]


@pytest.mark.parametrize("order", list(permutations([EEN, TWEE, DRIE])))
def test_the_order_of_files_changes_no_count(order: tuple[object, ...]) -> None:
    survey = combine(found for found in order)  # type: ignore[misc]
    balie = survey.channels["balie"]
    assert list(survey.channels) == ["balie", "telefoon"]
    assert list(balie.answers) == ["wachttijd", "privacy"]
    assert balie.products == ("Paspoort", "Rijbewijs")
    assert Counter(zip(grades_of(balie.answers["wachttijd"]), products_of(balie), strict=True)) == Counter(
        [(8, "Paspoort"), (7, "Rijbewijs"), (6, None)]
    )


@pytest.mark.parametrize("swapped", [False, True])
def test_spellings_of_a_product_become_one_under_the_spelling_used_most(swapped: bool) -> None:
    files = [
        part({"wachttijd": [8, 8]}, products=["PASPOORT", "paspoort"]),
        part({"wachttijd": [7, 7, 7]}, products=["Paspoort", "Paspoort", "Paspoort "]),
    ]
    balie = combine(reversed(files) if swapped else files).channels["balie"]
    assert balie.products == ("Paspoort",)
    assert products_of(balie) == ["Paspoort"] * 5


@pytest.mark.parametrize("swapped", [False, True])
def test_the_alphabet_decides_between_spellings_used_equally_often(swapped: bool) -> None:
    files = [part({"wachttijd": [8]}, products=["rijbewijs"]), part({"wachttijd": [7]}, products=["Rijbewijs"])]
    assert combine(reversed(files) if swapped else files).channels["balie"].products == ("Rijbewijs",)


def test_products_that_only_look_alike_stay_apart() -> None:
    names = ["Paspoort aanvragen", "Paspoort afhalen", "日本", "中国"]
    balie = combine([part({"wachttijd": [8, 8, 8, 8]}, products=names)]).channels["balie"]
    assert sorted(balie.products) == sorted(names)
    assert products_of(balie) == names


def test_no_file_at_all_is_an_empty_survey() -> None:
    assert len(combine([])) == 0
