"""The share of one answer to an own question: over everyone, through time, and hidden per product."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy as np

from lib.figures.breakdowns import by_product, custom_breakdowns, custom_options
from lib.figures.counts import Counts, count
from lib.figures.disclosure import Disclosure, apply_breakdowns
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.figures.trend import figure_in, trend
from lib.survey.catalogue import Item
from lib.survey.dataset import Answers
from lib.survey.references import NO_REFERENCES
from lib.survey.scales import BLANK, FIRST_VALID, YES, YES_NO, Point
from tests.figures.surveys import channel

OFTEN = Item(
    "vaak",
    "Hoe vaak komt u?",
    "choice",
    (),
    points=(Point("a", "Elke week", ()), Point("b", "Zelden", ())),
    custom=True,
)
FRUIT, CHEESE = (
    Item(f"koopt_{key}", label, "yes_no", (), points=YES_NO, part_of="koopt", custom=True, whole="Wat koopt u")
    for key, label in (("fruit", "Fruit"), ("kaas", "Kaas"))
)
NO = FIRST_VALID if YES != FIRST_VALID else FIRST_VALID + 1


def survey(often: Sequence[int], days: Sequence[date], products: Sequence[str | None] | None = None) -> Counts:
    """A survey of own questions; `often`: 0 or 1 for the answers, -1 for none."""
    base = channel({"wachttijd": [None] * len(often)}, name="overig", days=days, products=products)
    chosen = np.array([BLANK if one < 0 else FIRST_VALID + one for one in often], dtype=np.int16)
    ticked = np.where(chosen == FIRST_VALID, YES, NO).astype(np.int16)
    answers = {"vaak": Answers(OFTEN, chosen), **{item.key: Answers(item, ticked) for item in (FRUIT, CHEESE)}}
    return count(replace(base, answers=answers))


DAYS = [date(2023, 1, 5)] * 20 + [date(2023, 2, 5)] * 30
FOUND = survey([0] * 5 + [1] * 14 + [-1] + [0] * 24 + [1] * 6, DAYS)


def test_the_share_of_an_answer_is_of_everyone_who_answered() -> None:
    figure = figure_in(FOUND, Selection(), "vaak", "a")
    assert isinstance(figure, Score)
    assert (figure.n, figure.value, figure.label) == (49, Fraction(29, 49), "Hoe vaak komt u? Elke week")
    (outside,) = figure.outside.items()
    assert outside == (BLANK, 1)


def test_it_equals_the_share_in_the_breakdown() -> None:
    shares = {
        option.key: option.share
        for _, breakdown in custom_breakdowns(FOUND, FOUND.select(Selection()))
        for option in breakdown.options
    }
    for key, option in custom_options(FOUND):
        figure = figure_in(FOUND, Selection(), key, option)
        assert figure.value == shares[option if key == "vaak" else key]


def test_of_several_answers_each_is_an_answer_of_its_own() -> None:
    assert custom_options(FOUND) == [("vaak", "a"), ("vaak", "b"), ("koopt_fruit", "ja"), ("koopt_kaas", "ja")]
    assert figure_in(FOUND, Selection(), "koopt_kaas", "ja").label == "Wat koopt u: Kaas"


def test_through_time_it_is_the_share_of_each_period() -> None:
    found = trend(FOUND, Selection(), "vaak", "month", NO_REFERENCES, "a")
    assert (found.label, found.unit) == ("Hoe vaak komt u? Elke week", "share")
    assert [moment.figure.value for moment in found.moments] == [Fraction(5, 19), Fraction(24, 30)]


def test_a_small_product_is_hidden_with_another_for_one_and_for_several_answers() -> None:
    products = ["VOG"] * 20 + ["Akte"] * 16 + ["Paspoort"] * 4
    counts = survey([0, 1] * 20, [date(2023, 1, 5)] * 40, products)
    selected = counts.select(Selection())
    for key, several in (("vaak", False), ("koopt", True)):
        rows = by_product(counts, selected, key, several=several)
        shown = apply_breakdowns(rows, Disclosure.of(counts), "publish", Selection())
        assert {product for product, found in shown if found.precision != "exact"} >= {"Paspoort", "Akte"}
