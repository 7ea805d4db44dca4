"""How many respondents of one file stand in another: by ids where there are any, else by whole rows."""

import pytest

from lib.ingest.join.overlap import standing_in
from lib.ingest.read import FileReceipt, read_file
from tests.ingest.exports import Cell, csv_text

KEY = b"of these tests"


def export(people: range, *, ids: bool, grade: int = 8, file: str = "balie.csv") -> FileReceipt:
    header: list[Cell] = ["Totaaloordeel", "Verbetertip"]
    rows: list[list[Cell]] = [[grade, f"stoel {n}"] for n in people]
    if ids:
        header, rows = ["Code", *header], [[f"AB{n:03}", *row] for n, row in zip(people, rows, strict=True)]
    return read_file(file, csv_text([header, *rows]).encode(), key=KEY)


def standing(new: FileReceipt, old: FileReceipt) -> int:
    return standing_in(new.parts, old.parts)


@pytest.mark.parametrize("ids", [True, False])
def test_people_in_both_are_counted(ids: bool) -> None:
    assert standing(export(range(15, 40), ids=ids), export(range(20), ids=ids)) == 5
    assert standing(export(range(20, 40), ids=ids), export(range(20), ids=ids)) == 0


def test_by_id_other_answers_are_the_same_person_and_by_row_another_one() -> None:
    assert standing(export(range(20), ids=True, grade=7), export(range(20), ids=True)) == 20
    assert standing(export(range(20), ids=False, grade=7), export(range(20), ids=False)) == 0


def test_with_ids_in_one_file_rows_tell() -> None:
    assert standing(export(range(15, 30), ids=True), export(range(20), ids=False)) == 5


def test_another_channel_is_another_visit() -> None:
    assert standing(export(range(20), ids=True, file="telefoon.csv"), export(range(20), ids=True)) == 0


def test_each_row_stands_for_one_other_row() -> None:
    def alike(count: int) -> FileReceipt:
        return read_file("balie.csv", csv_text([["Totaaloordeel", "Wachttijd"], *[[8, 7]] * count]).encode())

    assert standing(alike(30), alike(12)) == 12
