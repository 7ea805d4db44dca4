"""Two selections: differences and verdicts, the split of a change, and who is left between them."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind
from statsmodels.stats.multitest import multipletests

from lib.figures.compare import Comparison, Side, compare, few_between
from lib.figures.counts import count
from lib.figures.selection import Selection
from tests.figures.surveys import channel

THEN, NOW = date(2020, 3, 1), date(2020, 9, 1)
FIRST = Selection(end=date(2020, 6, 30))
SECOND = Selection(start=date(2020, 7, 1))


Said = Mapping[str, Sequence[int | str | None]]
Products = tuple[Sequence[str | None], Sequence[str | None]]


def of_two_halves(now: Said, then: Said, products: Products | None = None) -> Comparison:
    """The comparison of the second half of the year with the first; `products` likewise, now and then."""
    size = len(next(iter(now.values()))), len(next(iter(then.values())))
    made = channel(
        {key: [*now[key], *then[key]] for key in now},
        days=[NOW] * size[0] + [THEN] * size[1],
        products=None if products is None else [*products[0], *products[1]],
    )
    counts = count(made)
    return compare(Side(counts, SECOND), Side(counts, FIRST))


def test_a_table_of_differences_is_tested_as_one() -> None:
    now = {"totaaloordeel": [8, 9] * 20, "wachttijd": [7, 8] * 20, "privacy": [6, 9] * 20}
    then = {"totaaloordeel": [7, 8] * 25, "wachttijd": [7, 8] * 25, "privacy": [6, 8] * 25}
    found = of_two_halves(now, then)
    p = [ttest_ind(now[key], then[key], equal_var=False).pvalue for key in now]
    adjusted = multipletests(p, method="holm")[1]
    assert found.responses == (40, 50)
    assert [row.key for row in found.rows] == list(now)
    assert [row.p for row in found.rows] == pytest.approx(p)
    assert [row.p_adjusted for row in found.rows] == pytest.approx(list(adjusted))
    assert [row.verdict for row in found.rows] == ["higher", "no_difference", "no_difference"]
    assert found.rows[0].value == 1


def test_effort_and_agreement_are_compared_in_their_own_way() -> None:
    """CES: 100% against 20% low effort. Agreement is tested in test_verdict."""
    found = of_two_halves({"ces": ["weinig"] * 40}, {"ces": ["weinig"] * 10 + ["neutraal"] * 20 + ["veel"] * 10}).rows[
        0
    ]
    assert found.value == 1
    assert found.verdict == "higher"
    assert found.interval is not None
    # The interval of 10 and 10 of 40 is +-0.2237, that of 40 and 0 of 40 reaches down to 0.8761:
    # 1 - sqrt((1 - 0.8761)^2 + 0.2139^2) = 0.7528.
    assert found.interval.low == pytest.approx(0.7528, abs=1e-4)


@pytest.mark.parametrize(
    ("n", "other", "word"),
    [(9, 50, "suppressed"), (50, 9, "suppressed"), (10, 50, "indicative"), (29, 30, "indicative"), (30, 30, "lower")],
)
def test_the_smaller_base_decides(n: int, other: int, word: str) -> None:
    found = of_two_halves({"privacy": [4] + [5] * (n - 1)}, {"privacy": [9] * (other - 1) + [8]}).rows[0]
    assert found.verdict == word
    assert (found.value is None) == (word == "suppressed")
    assert (found.interval is None) == (word == "suppressed")


def test_two_sides_of_which_one_has_no_spread_are_not_testable() -> None:
    found = of_two_halves({"privacy": [5] * 40}, {"privacy": [8, 9] * 20}).rows[0]
    assert (found.p, found.verdict, found.interval) == (None, "not_testable", None)


def test_only_what_both_are_asked_is_compared() -> None:
    desk = count(channel({"totaaloordeel": [8] * 40, "ces": ["weinig"] * 40, "wachtruimte": [7] * 40}))
    online = count(channel({"totaaloordeel": [7] * 40, "loket_vindbaar": ["eens"] * 40, "ces": ["veel"] * 40}, name="digitaal"))  # fmt: skip
    found = compare(Side(desk, Selection()), Side(online, Selection()))
    assert {row.key for row in found.rows} == {"totaaloordeel", "ces"}


def test_the_split_by_hand() -> None:
    """Then: 60 passports at 8, 40 moves at 6: 7.2. Now: 40 passports at 8, 60 moves at 7: 7.4.
    Mix: (0.4 - 0.6) * 8 + (0.6 - 0.4) * 6.5 = -0.3. Rating: 1 * (0.6 + 0.4) / 2 = 0.5."""
    found = of_two_halves(
        {"totaaloordeel": [8] * 40 + [7] * 60},
        {"totaaloordeel": [8] * 60 + [6] * 40},
        (["Paspoort"] * 40 + ["Verhuizing"] * 60, ["Paspoort"] * 60 + ["Verhuizing"] * 40),
    )
    assert found.split is not None
    assert (found.split.mix, found.split.rating) == (Fraction(-3, 10), Fraction(1, 2))


@given(
    st.lists(st.tuples(st.integers(1, 10), st.sampled_from(["a", "b", "c", None])), min_size=30, max_size=60),
    st.lists(st.tuples(st.integers(1, 10), st.sampled_from(["b", "c", "d", None])), min_size=30, max_size=60),
)
def test_the_split_adds_up_exactly(now: list[tuple[int, str | None]], then: list[tuple[int, str | None]]) -> None:
    found = of_two_halves(
        {"totaaloordeel": [grade for grade, _ in now]},
        {"totaaloordeel": [grade for grade, _ in then]},
        ([product for _, product in now], [product for _, product in then]),
    )
    if found.split is not None:
        assert found.split.total == found.rows[0].value


def test_one_product_only_has_no_mix_and_few_answers_no_split() -> None:
    same = of_two_halves({"totaaloordeel": [8] * 40}, {"totaaloordeel": [7] * 40}, (["a"] * 40, ["a"] * 40))
    assert same.split is None
    few = of_two_halves({"totaaloordeel": [8] * 29}, {"totaaloordeel": [7] * 40}, (["a"] * 29, ["b"] * 40))
    assert few.split is None


@pytest.mark.parametrize(
    ("one", "other", "between"),
    [
        (Selection(), Selection(products=("a", "b")), 3),  # the three without a product
        (Selection(), Selection(products=("a",)), 0),  # twelve: enough to show
        (Selection(), Selection(), 0),
        (Selection(products=("b",)), Selection(products=("c",)), 0),  # 18 respondents in one of them
        (Selection(start=THEN), Selection(start=NOW), 5),
        (Selection(end=date(2019, 1, 1)), Selection(products=("a",)), 0),
    ],
)
def test_respondents_in_just_one_of_two_selections(one: Selection, other: Selection, between: int) -> None:
    products: list[str | None] = [*["a"] * 20, *["b"] * 9, *[None] * 3]
    made = channel({"privacy": [7] * 32}, days=[THEN] * 5 + [NOW] * 27, products=products)
    if one.products == ("b",):
        made = channel({"privacy": [7] * 38}, products=["a"] * 20 + ["b"] * 9 + ["c"] * 9)
    assert few_between(count(made), one, other) == between
