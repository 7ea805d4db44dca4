"""How answers divide: every grade, the bands, the points of a scale."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from lib.figures.counts import count
from lib.figures.distribution import Distribution, distribution, distributions
from lib.figures.selection import Selection
from lib.survey.dataset import Answers
from lib.survey.scales import DONT_KNOW, FIRST_VALID
from tests.figures.surveys import Said, channel, item


def found(said: Mapping[str, Sequence[Said]]) -> dict[str, Distribution]:
    counts = count(channel(said))
    return {each.key: each for each in distributions(counts, counts.select(Selection()))}


def test_grades_in_order_and_in_bands() -> None:
    made = found({"wachttijd": [1, 5, 5, 6, 7, 7, 8, 9, 10, 10, "weet niet", None]})["wachttijd"]
    assert [option.count for option in made.points.options] == [1, 0, 0, 0, 2, 1, 2, 1, 1, 2]
    assert made.bands is not None
    assert [(option.label, option.count, option.share) for option in made.bands.options] == [
        ("1–5", 3, Fraction(3, 10)),
        ("6–7", 3, Fraction(3, 10)),
        ("8–10", 4, Fraction(4, 10)),
    ]
    assert made.n == 10
    assert made.points.outside[DONT_KNOW] == 1


def test_points_of_a_scale_have_no_bands() -> None:
    made = found({"loket_vindbaar": ["eens"] * 6 + ["helemaal_eens"] * 4, "ces": ["veel"] * 10})
    assert made["loket_vindbaar"].bands is None
    assert [option.count for option in made["loket_vindbaar"].points.options] == [0, 0, 0, 6, 4]
    assert [option.count for option in made["ces"].points.options] == [0, 0, 0, 10, 0]


def test_under_ten_answers_nothing_is_told() -> None:
    made = found({"wachttijd": [8] * 9})["wachttijd"]
    assert made.suppressed
    assert made.bands is not None
    assert {option.count for option in (*made.points.options, *made.bands.options)} == {None}


def test_a_grade_between_two_counts_with_the_nearest_halves_upwards() -> None:
    values = (Fraction(11, 2), Fraction(54, 10), Fraction(15, 2), Fraction(74, 10))
    counts = np.array([0] * FIRST_VALID + [10, 20, 30, 40])
    made = distribution(Answers(item("hostmanship"), np.empty(0, dtype=np.int16), values), counts)
    assert [option.count for option in made.points.options] == [0, 0, 0, 0, 20, 10, 40, 30, 0, 0]
    assert made.bands is not None
    assert [option.count for option in made.bands.options] == [20, 50, 30]
