"""Hidden cells stay hidden for who knows the total and everything that is printed."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.figures.suppression import EFFORT, GRADE, SHARE, Group, Scale, hidden


def group(n: int, total: int, *, is_printed: bool = True) -> Group:
    return Group(n, (Fraction(total),), is_printed)


def half_up(value: Fraction, step: Fraction) -> Fraction:
    return floor(value / step + Fraction(1, 2)) * step


def attack(groups: Sequence[Group], unseen: frozenset[int], scale: Scale, measure: int) -> dict[int, tuple[int, int]]:
    """What somebody finds for every unseen group who knows the exact total, each n, the printed means and
    that answers are whole numbers on the scale: the lowest and highest sum it can have."""
    total = sum((each.sums[measure] for each in groups), Fraction(0))
    low: Fraction = total
    high: Fraction = total
    for place, each in enumerate(groups):
        if place in unseen or each.n == 0:
            continue
        printed = half_up(each.sums[measure] / each.n, 2 * scale.half_step)
        # Every sum that rounds to what is printed.
        fitting = [s for s in range(scale.lowest * each.n, scale.highest * each.n + 1)
                   if half_up(Fraction(s, each.n), 2 * scale.half_step) == printed]  # fmt: skip
        low, high = low - max(fitting), high - min(fitting)
    n = sum(groups[place].n for place in unseen)
    found = {}
    for place in unseen:
        own = groups[place].n
        found[place] = (
            ceil(max(Fraction(scale.lowest * own), low - scale.highest * (n - own))),
            floor(min(Fraction(scale.highest * own), high - scale.lowest * (n - own))),
        )
    return found


def test_nothing_small_nothing_hidden() -> None:
    assert hidden([group(10, 80), group(300, 2000)], GRADE) == frozenset()


def test_with_one_small_group_the_next_smallest_goes_too() -> None:
    assert hidden([group(300, 2000), group(7, 50), group(40, 300), group(25, 200)], GRADE) == {1, 3}


def test_two_small_groups_that_are_nine_together_are_still_one_small_group() -> None:
    assert hidden([group(300, 2000), group(4, 30), group(5, 30), group(25, 200)], GRADE) == {1, 2, 3}
    assert hidden([group(300, 2000), group(6, 45), group(5, 30), group(25, 200)], GRADE) == {1, 2}


def test_the_few_whom_no_row_shows_are_protected_by_hiding_a_row() -> None:
    assert hidden([group(300, 2000), group(40, 300), group(4, 30, is_printed=False)], GRADE) == {1}
    assert hidden([group(300, 2000), group(40, 300), group(12, 90, is_printed=False)], GRADE) == frozenset()


def test_a_group_without_answers_hides_nothing() -> None:
    assert hidden([group(300, 2000), group(0, 0), group(40, 300)], GRADE) == frozenset()


def test_hidden_together_with_a_group_of_tens_a_grade_would_be_known() -> None:
    """Seven and twelve people who all gave a 10 are 190 together: both are known. So one more goes."""
    tens = [group(30, 200), group(7, 70), group(12, 120), group(40, 300)]
    assert hidden(tens, GRADE) == {0, 1, 2}


def random_groups(scale: Scale, measures: int) -> st.SearchStrategy[list[Group]]:
    @st.composite
    def one(draw: st.DrawFn) -> Group:
        n = draw(st.one_of(st.integers(0, 12), st.integers(0, 60)))
        answers = draw(st.lists(st.integers(scale.lowest, scale.highest), min_size=n, max_size=n))
        sums = [Fraction(sum(answers))]
        if measures > 1:  # shares of one choice: the rest chose something else
            sums.append(n - sums[0])
        return Group(n, tuple(sums), draw(st.integers(0, 9)) > 0)

    return st.lists(one(), min_size=1, max_size=7)


@pytest.mark.parametrize(("scale", "measures"), [(GRADE, 1), (SHARE, 2), (EFFORT, 1)])
@settings(max_examples=400)
@given(data=st.data())
def test_no_hidden_cell_can_be_worked_out(scale: Scale, measures: int, data: st.DataObject) -> None:
    groups = data.draw(random_groups(scale, measures))
    places = hidden(groups, scale)
    assert all(place in places for place, each in enumerate(groups) if 0 < each.n < 10 and each.is_printed)
    unseen = places | {place for place, each in enumerate(groups) if not each.is_printed and each.n}
    small = [place for place in unseen if groups[place].n < 10]
    printed_left = [place for place, each in enumerate(groups) if each.n and place not in unseen]
    if not small or not printed_left:
        return  # nothing to find, or only the total is there to see
    assert len(unseen) > 1
    assert sum(groups[place].n for place in unseen) >= 10
    n_all = sum(each.n for each in groups)
    for measure in range(measures):
        total = sum(each.sums[measure] for each in groups)
        if total in (scale.lowest * n_all, scale.highest * n_all):
            continue  # the total itself tells what everybody answered
        found = attack(groups, frozenset(unseen), scale, measure)
        for place in small:
            least, most = found[place]
            assert least < most
            if scale is GRADE:
                assert most - least >= groups[place].n
