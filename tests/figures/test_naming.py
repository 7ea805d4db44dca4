"""Beside an open answer stands only what ten people share."""

from lib.figures.naming import Naming, may_name
from lib.figures.selection import Selection
from tests.figures.surveys import channel


def test_only_what_ten_share_together() -> None:
    grades = [*[8] * 12, *[3] * 3, *[8] * 9]
    products = [*["Paspoort"] * 15, *["Akte"] * 9]
    found = channel({"totaaloordeel": grades}, products=products)
    many, odd, few = may_name(found, Selection(), [0, 12, 15])
    assert many == Naming(product=True, month=True, grade=True, repeat_visit=True)
    assert odd == Naming(product=True, month=True, grade=False, repeat_visit=True)
    # The product is not named; the grade is that of 21 people in this month.
    assert few == Naming(product=False, month=True, grade=True, repeat_visit=True)


def test_counted_within_the_selection() -> None:
    found = channel({"totaaloordeel": [8] * 20}, products=[*["Paspoort"] * 15, *["Akte"] * 5])
    assert may_name(found, Selection(None, ("Akte",)), [15]) == [Naming(False, False, False, False)]
