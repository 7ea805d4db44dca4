"""A file with weighting factors: nothing is weighted, and that is said."""

import pytest

from lib.ingest.read import read_file

_ROWS = [f"{6 + place % 4};{0.8 + place % 5 / 10:.1f}" for place in range(40)]


def problems(header: str, rows: list[str] = _ROWS) -> set[str]:
    text = "\n".join([f"Wachttijd;{header}", *rows])
    return {problem.code for problem in read_file("balie.csv", text.encode()).problems}


@pytest.mark.parametrize("header", ["Weegfactor", "weegfactor", "Gewicht", "Wegingsfactor", "weight", "Weging"])
def test_a_column_of_factors_is_named(header: str) -> None:
    assert "weights_not_used" in problems(header)


@pytest.mark.parametrize("header", ["Wachtruimte", "Hoe zwaar woog dit?", "Weekdag"])
def test_other_columns_are_not(header: str) -> None:
    assert "weights_not_used" not in problems(header)


def test_one_and_the_same_factor_or_words_are_no_weights() -> None:
    assert "weights_not_used" not in problems("Gewicht", ["8;1"] * 40)
    assert "weights_not_used" not in problems("Gewicht", ["8;veel", "7;weinig"] * 20)
