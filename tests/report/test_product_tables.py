"""Products against items: the page's table, its order, and a file from which nobody can be worked out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from lib.figures.counts import count
from lib.figures.products import ProductTable, product_table
from lib.figures.selection import Selection
from lib.render.html import table_html
from lib.report.product_tables import (
    SORT_BY_NAME,
    SORT_BY_RESPONSES,
    TOO_FEW,
    heat_table,
    product_file,
    products_finding,
    sort_options,
    sorted_rows,
)
from lib.report.score_tables import value_text
from lib.report.view import View
from lib.session.derived import Derived
from lib.session.session import Session
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
    assert (cells["Afval"][2].text, cells["Afval"][2].small) == ("6,0", "12*")
    assert (cells["Akte"][2].text, cells["Akte"][2].tint) == (TOO_FEW, None)
    assert all(row[2].tint is None for row in made.rows)  # nothing stands out
    html = str(table_html(made))
    assert '<a href="?product=VOG">VOG</a>' in html
    assert "Totaal van de selectie" in html


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


def test_a_file_has_a_column_for_each_n_and_tells_none_that_may_not_be_told() -> None:
    told = product_file(SAMPLE, SAMPLE.rows)
    assert [column.label for column in told.columns][:4] == ["Product", "Respons", "Totaaloordeel", "n Totaaloordeel"]
    rows = {row[0].text: row for row in told.rows}
    assert [rows["VOG"][2].text, rows["VOG"][3].text] == ["9,0", "30"]
    hidden = replace(SAMPLE.rows[0].figures[0], precision="rounded")
    row = replace(SAMPLE.rows[0], figures=(hidden, *SAMPLE.rows[0].figures[1:]))
    cells = product_file(replace(SAMPLE, rows=(row,)), [row]).rows[0]
    assert (cells[2].text, cells[3].text) == (value_text(hidden), "–")


def test_shares_of_a_choice_are_withheld_per_product_as_a_whole() -> None:
    visits: list[Said] = [*["in_een_keer"] * 30, *["ophalen"] * 25, *["documenten"] * 7, *["weet_niet"] * 14]

    def withheld(products: list[str]) -> set[str]:
        counts = count(channel({"herhaalbezoek": visits}, products=products))
        rows = View(Session(derived=Derived(counts={"balie": counts})), audience="publish").by_product(
            "balie", "herhaalbezoek"
        )
        return {product for product, found in rows if found.precision != "exact"}

    assert withheld(["A"] * 36 + ["B"] * 20 + ["C"] * 7 + ["D"] * 13) >= {"C", "D"}
    assert withheld(["A"] * 40 + ["B"] * 36) == set()
