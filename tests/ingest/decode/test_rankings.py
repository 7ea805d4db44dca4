"""Ranking questions are left out with a word; what only looks like one is read as it was."""

from collections.abc import Sequence

import numpy as np
import pytest

from lib.ingest.read import FileReceipt
from tests.ingest.exports import Rows, read

WAYS = ["Brief", "Balie", "App", "Website"]
QUESTION = "Zet deze manieren van contact op volgorde"


def orders(count: int = 40, size: int = 4, seed: int = 7) -> list[list[int]]:
    rng = np.random.default_rng(seed)
    return [rng.permutation(size).tolist() for _ in range(count)]


def of_columns(rows: Sequence[Sequence[object]], heads: Sequence[str]) -> FileReceipt:
    table: Rows = [["Totaaloordeel", *heads], *([8, *row] for row in rows)]
    return read(table)


def kinds(receipt: FileReceipt) -> list[str | None]:
    return [None if column.item is None else column.item.kind for column in receipt.sheets[0].columns[1:]]


def told(receipt: FileReceipt) -> list[str | None]:
    return [problem.column for problem in receipt.problems if problem.code == "ranking_left_out"]


@pytest.mark.parametrize("sign", [";", ", "])
@pytest.mark.parametrize("incomplete", [0, 5])
def test_cells_with_all_options_in_an_order_are_a_ranking(sign: str, incomplete: int) -> None:
    cells = [sign.join(WAYS[place] for place in order) for order in orders()]
    cells[:incomplete] = [sign.join(cell.split(sign)[:2]) for cell in cells[:incomplete]]
    receipt = of_columns([[cell] for cell in cells], [QUESTION])
    assert (kinds(receipt), told(receipt)) == ([None], [QUESTION])
    assert "volgorde" in next(one.message for one in receipt.problems if one.code == "ranking_left_out")


@pytest.mark.parametrize("ranked", [4, 2])
@pytest.mark.parametrize("shape", ["{} [{}]", "{}: {}"])
@pytest.mark.parametrize("nothing", ["", -99])
def test_columns_with_a_place_per_option_are_a_ranking_also_where_not_all_got_one(
    shape: str, ranked: int, nothing: object
) -> None:
    rows: Rows = [[place + 1 if place < ranked else nothing for place in order] for order in orders()]
    receipt = of_columns(rows, [shape.format(QUESTION, way) for way in WAYS])
    assert (kinds(receipt), told(receipt)) == ([None] * 4, [QUESTION])


@pytest.mark.parametrize("shape", ["{}e", "Plaats {}", "{}.0", "#{}"])
def test_a_place_is_written_in_more_than_one_way(shape: str) -> None:
    rows = [[shape.format(place + 1) for place in order] for order in orders()]
    receipt = of_columns(rows, [f"{QUESTION} [{way}]" for way in WAYS])
    assert (kinds(receipt), told(receipt)) == ([None] * 4, [QUESTION])


def test_a_ranking_of_aspects_gives_no_grades() -> None:
    aspects = [
        "Wachttijd",
        "Vriendelijkheid van de medewerker",
        "Deskundigheid van de medewerker",
        "Privacy aan de balie",
    ]
    rows = [[place + 1 for place in order] for order in orders()]
    receipt = of_columns(rows, [f"Wat vindt u het belangrijkst? [{aspect}]" for aspect in aspects])
    assert kinds(receipt) == [None] * 4


def test_several_answers_are_no_ranking_though_some_chose_them_all() -> None:
    rng = np.random.default_rng(3)
    cells = [";".join(way for way, chosen in zip(WAYS, rng.random(4) < 0.6, strict=True) if chosen) for _ in range(60)]
    receipt = of_columns([[cell] for cell in cells], ["Hoe had u contact met ons?"])
    assert (kinds(receipt), told(receipt)) == (["multi"], [])


def test_everyone_choosing_all_in_the_order_of_the_list_is_no_ranking() -> None:
    receipt = of_columns([[";".join(WAYS) + ";"]] * 40, ["Hoe had u contact met ons?"])
    assert told(receipt) == []


@pytest.mark.parametrize("highest", [3, 10])
def test_grades_of_several_aspects_are_no_ranking(highest: int) -> None:
    rng = np.random.default_rng(5)
    rows = rng.integers(1, highest + 1, size=(60, 3)).tolist()
    receipt = of_columns(
        rows, [f"Welk rapportcijfer geeft u? [{part}]" for part in ("De zaal", "De koffie", "Het licht")]
    )
    assert told(receipt) == []


def test_ticks_are_no_ranking() -> None:
    rng = np.random.default_rng(9)
    rows = [[1 if tick else "" for tick in ticks] for ticks in (rng.random((60, 4)) < 0.5).tolist()]
    receipt = of_columns(rows, [f"Hoe had u contact? [{way}]" for way in WAYS])
    assert (kinds(receipt), told(receipt)) == (["yes_no"] * 4, [])
