"""Products against items: the page's table, its order, and a file from which nobody can be worked out."""

import csv
import io
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import cast

import numpy as np
import pytest

from lib.figures.counts import count
from lib.figures.products import ProductTable, hidden_in_breakdown, hidden_products, product_table
from lib.figures.selection import Selection
from lib.render.csv_file import table_csv
from lib.render.html import table_html
from lib.report.product_tables import (
    SORT_BY_NAME,
    SORT_BY_RESPONSES,
    TOO_FEW,
    WITHHELD,
    heat_table,
    product_file,
    products_finding,
    sort_options,
    sorted_rows,
)
from tests.figures.surveys import Said, channel


def table_of(said: Mapping[str, Sequence[Said]], products: Sequence[str | None]) -> ProductTable:
    counts = count(channel(said, products=products))
    return product_table(counts, counts.select(Selection()))


SAMPLE = table_of(
    {"totaaloordeel": [8] * 40 + [6] * 12 + [9] * 30 + [1] * 5, "ces": ["weinig"] * 52 + ["veel"] * 35},
    ["Paspoort"] * 40 + ["Afval"] * 12 + ["VOG"] * 30 + ["Akte"] * 5,
)


@pytest.mark.parametrize(
    ("by", "lowest_first", "names"),
    [
        (SORT_BY_RESPONSES, False, ["Paspoort", "VOG", "Afval", "Akte"]),
        (SORT_BY_RESPONSES, True, ["Akte", "Afval", "VOG", "Paspoort"]),
        (SORT_BY_NAME, True, ["Afval", "Akte", "Paspoort", "VOG"]),
        # Akte has five respondents: always last, so that its place tells nothing.
        ("Totaaloordeel", False, ["VOG", "Paspoort", "Afval", "Akte"]),
        ("Totaaloordeel", True, ["Afval", "Paspoort", "VOG", "Akte"]),
    ],
)
def test_rows_in_the_wanted_order(by: str, lowest_first: bool, names: list[str]) -> None:
    assert by in sort_options(SAMPLE)
    assert [row.product for row in sorted_rows(SAMPLE, by, lowest_first=lowest_first)] == names


def test_a_cell_shows_its_figure_and_base_and_hides_what_is_too_small() -> None:
    made = heat_table(SAMPLE, SAMPLE.rows, lambda name: f"?product={name}")
    cells = {row[0].text: row for row in made.rows}
    assert (cells["Paspoort"][2].text, cells["Paspoort"][2].small) == ("8,0", "40")
    assert (cells["Afval"][2].text, cells["Afval"][2].small) == ("6,0", "12 indicatief")
    assert (cells["Akte"][2].text, cells["Akte"][2].tint) == (TOO_FEW, None)
    assert all(row[2].tint is None for row in made.rows)  # nothing stands out
    html = str(table_html(made))
    assert '<a href="?product=VOG">VOG</a>' in html
    assert "Alle producten" in html


def test_a_name_from_a_file_cannot_break_out_of_its_link() -> None:
    evil = '"><img src=x onerror=alert(1)>'
    made = table_of({"totaaloordeel": [8] * 12}, [evil] * 12)
    html = str(table_html(heat_table(made, made.rows, lambda name: f"?product={name}")))
    assert "<img" not in html


APART = table_of(
    {"totaaloordeel": [9, 10] * 50 + [6, 8] * 60 + [5, 9] * 60 + [2, 4] * 10 + [4, 6] * 40},
    ["VOG"] * 100 + ["Afval"] * 120 + ["Akte"] * 120 + ["Klein"] * 20 + ["Boete"] * 80,
)


def test_the_tint_follows_what_is_shown_where_products_stand_out() -> None:
    made = heat_table(APART, APART.rows, lambda name: f"?product={name}")
    tints = {row[0].text: row[2].tint for row in made.rows}
    assert tints["VOG"] == pytest.approx(0.42)
    assert tints["Boete"] == pytest.approx(0.04)
    assert tints["Afval"] == tints["Akte"]  # both 7,0
    klein = tints["Klein"]
    assert klein is not None
    assert klein < 0.04 / 2  # under 30 answers: visibly lighter


def test_the_finding_names_who_stands_out_and_how_many_are_hidden() -> None:
    assert products_finding(SAMPLE) == (
        "De producten zijn niet te onderscheiden op totaaloordeel: zonder spreiding is er niets te toetsen. Eén product heeft te "
        "weinig respons om te tonen."
    )
    assert products_finding(APART) == (
        "VOG (9,5) scoort aantoonbaar hoger op totaaloordeel dan de andere producten samen; Boete (5,0) scoort aantoonbaar lager."
    )
    assert (
        products_finding(table_of({"totaaloordeel": [8] * 12}, [None] * 12)) == "In deze gegevens staat geen product."
    )


def test_the_file_withholds_the_next_smallest_product_too() -> None:
    rows = read(SAMPLE)
    assert rows["Akte"][2:4] == ["te weinig respons", "5"]
    assert rows["Afval"][2:4] == [WITHHELD, "12"]
    assert rows["VOG"][2:4] == ["9,0", "30"]
    assert hidden_products(SAMPLE, "totaaloordeel") == {"Akte", "Afval"}


def read(table: ProductTable) -> dict[str, list[str]]:
    text = table_csv(product_file(table, table.rows)).decode("utf-8-sig")
    return {row[0]: row for row in csv.reader(io.StringIO(text), delimiter=";")}


# --- an attack on what is printed ----------------------------------------------------------------

BOUNDS = {"grade": (1, 10, Fraction(1, 20)), "agree": (0, 1, Fraction(1, 200)), "effort": (-1, 1, Fraction(1, 200))}


def number(text: str, unit: str) -> Fraction:
    plain = text.replace(".", "").replace(",", ".").replace("−", "-").rstrip("%")
    return Fraction(plain) / (1 if unit == "grade" else 100)


def sums_that_fit(printed: Fraction, n: int, unit: str) -> tuple[int, int]:
    """The lowest and the highest sum of n answers whose mean is printed as this."""
    lowest, highest, half = BOUNDS[unit]
    return max(ceil((printed - half) * n), lowest * n), min(floor((printed + half) * n), highest * n)


def test_a_thousand_random_surveys_give_no_hidden_cell_away() -> None:
    """The attacker has the file, the exact sum of everyone, and knows that answers are whole numbers."""
    rng = np.random.default_rng(20)
    attacked = 0
    for _ in range(1000):
        names = [f"p{place}" for place in range(rng.integers(2, 7))]
        sizes = [int(rng.choice([rng.integers(1, 10), rng.integers(5, 40), rng.integers(30, 200)])) for _ in names]
        products: list[str | None] = [name for name, size in zip(names, sizes, strict=True) for _ in range(size)]
        products += [None] * int(rng.integers(0, 12))
        n = len(products)
        said: dict[str, list[Said]] = {
            "totaaloordeel": [int(grade) for grade in rng.choice(range(1, 11), n, p=rng.dirichlet(np.ones(10) / 2))],
            "loket_vindbaar": cast(
                list[Said], rng.choice(["eens", "oneens", "weet niet"], n, p=rng.dirichlet(np.ones(3))).tolist()
            ),
            "ces": cast(
                list[Said], rng.choice(["weinig", "veel", "neutraal"], n, p=rng.dirichlet(np.ones(3))).tolist()
            ),
        }
        table = table_of(said, products)
        rows = read(table)
        for place in range(len(table.items)):
            attacked += attack(table, place, rows)
    assert attacked > 500


def attack(table: ProductTable, place: int, rows: dict[str, list[str]]) -> int:
    """Try to find every cell of one column that the file leaves empty; returns how many were tried."""
    whole = table.total.figures[place]
    lowest, highest, _ = BOUNDS[whole.unit]
    if whole.value is None:
        return 0
    total: Fraction = whole.value * whole.n
    if total in (lowest * whole.n, highest * whole.n):
        return 0  # everybody answered the same: the total tells it
    cells = {str(row.product): (rows[str(row.product)][2 + 2 * place], row.figures[place].n) for row in table.rows}
    least: Fraction = total
    most: Fraction = total
    for text, n in cells.values():
        if text not in (WITHHELD, "te weinig respons"):
            low, high = sums_that_fit(number(text, whole.unit), n, whole.unit)
            least, most = least - high, most - low
    unseen = {name: n for name, (text, n) in cells.items() if text in (WITHHELD, "te weinig respons") and n}
    rest = whole.n - sum(n for _, n in cells.values())
    together = sum(unseen.values()) + rest
    if len(unseen) == sum(n > 0 for _, n in cells.values()):
        return 0  # nothing is printed but the total
    # Those without a product stand in no row, but they are a group as well.
    small = {name: n for name, n in (unseen | {"zonder product": rest}).items() if 0 < n < 10}
    assert not small or together >= 10
    for name, n in small.items():
        bottom = max(Fraction(lowest * n), least - highest * (together - n))
        top = min(Fraction(highest * n), most - lowest * (together - n))
        assert floor(top) - ceil(bottom) >= 1, (name, cells)
    return len(small)


def test_shares_of_a_choice_are_withheld_per_product_as_a_whole() -> None:
    visits: list[Said] = [*["in_een_keer"] * 30, *["ophalen"] * 25, *["documenten"] * 7, *["weet_niet"] * 14]
    counts = count(channel({"herhaalbezoek": visits}, products=["A"] * 36 + ["B"] * 20 + ["C"] * 7 + ["D"] * 13))
    assert hidden_in_breakdown(counts, counts.select(Selection()), "herhaalbezoek") >= {"C", "D"}
    no_small = count(channel({"herhaalbezoek": visits}, products=["A"] * 40 + ["B"] * 36))
    assert hidden_in_breakdown(no_small, no_small.select(Selection()), "herhaalbezoek") == frozenset()
