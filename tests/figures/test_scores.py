"""What a mean, a share that agrees and an effort score are made of, and what stays outside them."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.figures.channel import ChannelFigures, figures
from lib.figures.counts import count
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.survey import scales
from lib.survey.derived import add_means_of_parts
from tests.figures.surveys import Said, channel

PARTS = [f"hostmanship_{part}" for part in ("bereidheid", "deskundigheid", "inleving", "verantwoordelijkheid", "oplossingen", "gemeente")]  # fmt: skip
AGREE = ["helemaal_oneens", "oneens", "neutraal", "eens", "helemaal_eens"]
EFFORT = ["heel_weinig", "weinig", "neutraal", "veel", "heel_veel"]
NO_ANSWER: list[Said] = [None, "weet niet", "n.v.t.", "?"]


def figures_of(said: dict[str, Sequence[Said]], name: str = "balie") -> ChannelFigures:
    return figures(count(channel(said, name=name)), Selection())


def score_of(key: str, said: Sequence[Said], name: str = "balie") -> Score:
    found = figures_of({key: said}, name).score(key)
    assert found is not None
    return found


def effort_of(said: Sequence[Said]) -> Score:
    found = figures_of({"ces": said}).effort
    assert found is not None
    return found


def test_a_grade_is_the_mean_of_the_valid_grades() -> None:
    found = score_of("openingstijden", [7] * 10 + [10] * 5)
    assert (found.unit, found.n) == ("grade", 15)
    assert (found.total, found.value) == (Fraction(120), Fraction(8))


@pytest.mark.parametrize("outside", NO_ANSWER)
def test_an_answer_off_the_scale_changes_neither_mean_nor_base(outside: Said) -> None:
    found = score_of("openingstijden", [6, 9] * 10 + [outside] * 7)
    assert (found.n, found.value) == (20, Fraction(15, 2))
    assert sum(found.outside.values()) == 7


def test_who_is_outside_the_base_is_told_by_reason() -> None:
    found = score_of("openingstijden", [8] * 10 + [None, None, None, "weet niet", "weet niet", "n.v.t."])
    assert found.outside == {scales.BLANK: 3, scales.DONT_KNOW: 2, scales.NOT_APPLICABLE: 1}


@given(st.lists(st.integers(1, 10), min_size=10, max_size=60))
def test_the_variance_of_grades_is_that_of_the_sample(grades: list[int]) -> None:
    assert score_of("wachttijd", grades).variance == variance([Fraction(grade) for grade in grades])


@pytest.mark.parametrize(
    ("answer", "agrees"), [("eens", 1), ("helemaal_eens", 1), ("neutraal", 0), ("oneens", 0), ("helemaal_oneens", 0)]
)
def test_only_the_two_agreeing_points_agree_and_all_five_are_in_the_base(answer: str, agrees: int) -> None:
    found = score_of("loket_vindbaar", [answer] * 10, "digitaal")
    assert (found.unit, found.n) == ("agree", 10)
    assert (found.total, found.value) == (Fraction(10 * agrees), Fraction(agrees))


def test_a_neutral_answer_is_in_the_base() -> None:
    found = score_of("loket_vindbaar", ["eens"] * 10 + ["neutraal"] * 10, "digitaal")
    assert (found.n, found.value) == (20, Fraction(1, 2))


@given(st.lists(st.sampled_from([*AGREE, *NO_ANSWER]), max_size=80))
def test_the_share_that_agrees_equals_counting_by_hand(said: list[Said]) -> None:
    found = score_of("info_duidelijk", ["eens", *said], "digitaal")
    agree = 1 + said.count("eens") + said.count("helemaal_eens")
    n = 1 + sum(1 for one in said if one in AGREE)
    assert (found.total, found.n) == (Fraction(agree), n)
    assert found.value == (Fraction(agree, n) if n >= 10 else None)


@pytest.mark.parametrize(
    ("said", "points"),
    [
        (["heel_weinig", "weinig"] * 5, 1),
        (["heel_veel", "veel"] * 5, -1),
        (["neutraal"] * 10, 0),
        (["weinig"] * 6 + ["veel"] * 2 + ["neutraal"] * 2, Fraction(4, 10)),
        (["weinig"] * 2 + ["heel_veel"] * 6 + ["neutraal"] * 2 + ["weet niet"] * 9, Fraction(-4, 10)),
    ],
)
def test_effort_is_low_minus_high_with_the_middle_in_the_base(said: list[Said], points: Fraction | int) -> None:
    found = effort_of(said)
    assert (found.n, found.value) == (10, Fraction(points))


@given(st.lists(st.sampled_from([*EFFORT, *NO_ANSWER]), min_size=1, max_size=80))
def test_the_effort_score_equals_counting_by_hand(said: list[Said]) -> None:
    found = effort_of(said)
    low = said.count("heel_weinig") + said.count("weinig")
    high = said.count("heel_veel") + said.count("veel")
    n = sum(said.count(point) for point in EFFORT)
    assert (found.low, found.high, found.n) == (low, high, n)
    assert found.value == (Fraction(low - high, n) if n >= 10 else None)


def test_totaaloordeel_is_its_own_question_and_no_row_of_the_scores() -> None:
    found = figures_of({"totaaloordeel": [6] * 12, "openingstijden": [10] * 12})
    assert found.overall is not None
    assert found.overall.value == 6
    assert [score.key for score in found.scores] == ["openingstijden"]


@given(
    st.lists(
        st.lists(st.sampled_from([None, "weet niet", *range(1, 11)]), min_size=6, max_size=6), min_size=1, max_size=40
    )
)
def test_hostmanship_is_the_mean_of_each_respondents_mean_of_parts(rows: list[list[Said]]) -> None:
    said: dict[str, Sequence[Said]] = {part: [row[place] for row in rows] for place, part in enumerate(PARTS)}
    found = figures(count(add_means_of_parts(channel({"prijs": [5] * len(rows), **said}))), Selection())
    graded = [[Fraction(one) for one in row if isinstance(one, int)] for row in rows]
    means = [sum(row, Fraction(0)) / len(row) for row in graded if row]
    score = found.score("hostmanship")
    assert score is not None
    assert score.rule == "mean_of_parts"
    assert (score.n, score.total) == (len(means), sum(means, Fraction(0)))
    assert score.squares == sum((mean**2 for mean in means), Fraction(0))


def test_who_answered_few_parts_weighs_as_much_as_who_answered_all() -> None:
    said: dict[str, Sequence[Said]] = {part: [10] * 10 + [None] * 10 for part in PARTS}
    said[PARTS[0]] = [10] * 10 + [4] * 10
    found = figures(count(add_means_of_parts(channel(said))), Selection()).score("hostmanship")
    assert found is not None
    assert (found.n, found.value) == (20, Fraction(7))


def test_a_hostmanship_column_of_its_own_goes_before_its_parts() -> None:
    said: dict[str, Sequence[Said]] = {"hostmanship": [6] * 10, **{part: [10] * 10 for part in PARTS}}
    found = figures(count(add_means_of_parts(channel(said))), Selection()).score("hostmanship")
    assert found is not None
    assert found.rule == "custom_question"
    assert found.value == 6


def test_the_parts_of_hostmanship_say_what_they_are_part_of() -> None:
    assert score_of(PARTS[0], [8] * 10).part_of == "hostmanship"
