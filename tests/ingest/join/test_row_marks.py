"""An open answer is known again by its whole row: in a later export, in another order, under another mapping."""

from collections.abc import Sequence

from lib.answers.collection import Collection
from lib.answers.themes import default_themes
from lib.figures.selection import Selection
from lib.ingest.read import read_file, survey_of
from tests.ingest.exports import csv_text

HEADER = ["Respondentnummer", "Datum", "Totaaloordeel", "Wachttijd", "Verbetertip"]
ROWS = [
    [1, "2024-03-01", 8, 7, "Meer stoelen in de hal"],
    [2, "2024-03-02", 6, 5, "Kortere wachttijd graag"],
    [3, "2024-03-02", 9, 8, None],
    [4, "2024-03-04", 7, 7, "Meer stoelen in de hal"],
]


def keys(header: Sequence[str], rows: Sequence[Sequence[object]]) -> dict[str, set[str]]:
    """By text the keys of the tips of an export."""
    data = csv_text([list(header), *map(list, rows)]).encode()
    found = Collection(survey_of([read_file("balie.csv", data)]))
    known: dict[str, set[str]] = {}
    for one in found.masked(Selection(), ["balie"], ["tip"], default_themes()):
        known.setdefault(one.text, set()).add(one.key)
    return known


def test_a_later_export_with_the_same_rows_knows_the_same_answers() -> None:
    before = keys(HEADER, ROWS)
    later = keys(HEADER, [[5, "2024-03-09", 8, 8, "Langer open"], *reversed(ROWS)])
    assert {text: later[text] for text in before} == before


def test_the_order_of_columns_makes_no_other_answer() -> None:
    order = [4, 2, 0, 3, 1]
    assert keys([HEADER[at] for at in order], [[row[at] for at in order] for row in ROWS]) == keys(HEADER, ROWS)


def test_the_same_words_in_another_row_are_another_answer_that_nobody_can_guess_from_the_words() -> None:
    before = keys(HEADER, ROWS)
    assert len(before["Meer stoelen in de hal"]) == 2
    changed = keys(HEADER, [[1, "2024-03-01", 8, 6, "Meer stoelen in de hal"], *ROWS[1:]])
    assert changed["Meer stoelen in de hal"] != before["Meer stoelen in de hal"]
    assert changed["Kortere wachttijd graag"] == before["Kortere wachttijd graag"]


def test_what_comes_out_of_answers_holds_no_words_that_were_masked() -> None:
    rows = [[1, "2024-03-01", 8, 7, "Mevrouw De Vries hielp mij, bel 06-12345678"], *ROWS[1:]]
    data = csv_text([HEADER, *rows]).encode()
    found = Collection(survey_of([read_file("balie.csv", data)]))
    masked = found.masked(Selection(), ["balie"], ["tip"], default_themes())
    assert len(masked) == 3
    assert "Vries" not in repr(masked)
    assert "12345678" not in repr(masked)
