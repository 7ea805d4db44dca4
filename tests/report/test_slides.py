"""What of a page fits on a slide: all rows where there is room, else those that matter, and how many are left out."""

import pytest

from lib.report.blocks import Page, Picture, Shown
from lib.report.slides import WIDTH, fitted, slide_blocks
from lib.report.tables import Cell, Column, Table


def page(*blocks: object, finding: str = "Een bevinding.") -> Page:
    return Page("scores", "Scores", "Balie · 2020", finding, blocks)  # type: ignore[arg-type]


def scores(count: int, marked: int = -1, name: str = "Vraag") -> Picture:
    rows = tuple(
        {
            "Vraag": f"{name} {number}",
            "Regels": f"{name} {number}",
            "Oordeel": "▲ hoger" if number == marked else "= geen aantoonbaar verschil",
        }
        for number in range(count)
    )
    return Picture("scores", ("grade", 1.0, 10.0, "", True, count), rows, "Een bevinding.")


def rows_of(made: Page, width: int = WIDTH) -> list[str]:
    (picture,) = fitted(made, width).blocks
    assert isinstance(picture, Picture)
    return [str(row["Vraag"]) for row in picture.rows]


def test_what_fits_is_whole_and_in_its_order() -> None:
    made = page(scores(10))
    assert rows_of(made) == [f"Vraag {number}" for number in range(10)]
    assert fitted(made).note == ""


def test_of_too_many_what_stands_out_stays_and_the_rest_is_counted() -> None:
    made = page(scores(40, marked=39))
    kept = rows_of(made)
    assert "Vraag 39" in kept
    assert kept[:3] == ["Vraag 0", "Vraag 1", "Vraag 2"]
    assert fitted(made).note == f"Hier staan {len(kept)} van de 40 rijen; de andere staan op de pagina zelf."


def test_a_longer_finding_or_longer_names_leave_room_for_fewer() -> None:
    short, long = page(scores(40)), page(scores(40), finding="Een lange bevinding met woorden. " * 8)
    assert len(rows_of(long)) < len(rows_of(short))
    names = page(scores(40, name="Een naam die niet op één regel past en dus twee regels nodig heeft"))
    assert len(rows_of(names)) < len(rows_of(short))


def test_names_and_verdicts_take_no_more_than_their_place() -> None:
    (picture,) = fitted(page(scores(3, name="Een heel lange naam " * 6))).blocks
    assert isinstance(picture, Picture)
    for row in picture.rows:
        lines = str(row["Regels"]).split("\n")
        assert len(lines) <= 2
        assert max(map(len, lines)) <= 29
        assert row["Oordeel"] == "= niet aantoonbaar"


def test_a_finding_that_takes_the_window_leaves_the_picture_out_and_says_so() -> None:
    slide = fitted(page(scores(3), finding="Een bevinding zonder einde. " * 60))
    assert slide.blocks == ()
    assert slide.note == "De afbeelding staat op de pagina zelf."


def test_the_picture_of_the_finding_goes_before_the_first() -> None:
    other = Picture("stacked", ((), (), 1), (), "Iets anders.")
    assert slide_blocks(page(other, scores(2))) == (scores(2),)
    assert slide_blocks(page(other)) == (other,)


@pytest.mark.parametrize("count", [3, 40])
def test_a_table_says_which_part_of_it_is_shown(count: int) -> None:
    columns = (Column("Product"), *(Column(f"Vraag {number}", "number") for number in range(count)))
    rows = tuple(
        (Cell("Een product met een naam van meer dan twee regels " * 3), *(Cell("8,1"),) * count) for _ in range(count)
    )
    slide = fitted(page(Shown(Table("Producten", columns, rows), "producten")))
    (shown,) = slide.blocks
    assert isinstance(shown, Shown)
    assert len(shown.table.columns) == min(count + 1, 9)
    assert all(len(row[0].text) <= 58 for row in shown.table.rows)
    if count == 3:
        assert slide.note == ""
    else:
        assert f"Hier staan {len(shown.table.rows)} van de 40 rijen" in slide.note
        assert "Van de 41 kolommen staan er 9." in slide.note
