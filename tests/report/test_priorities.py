"""Priorities in words and pictures: quadrants, and honesty about what is unclear."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from lib.figures.drivers import Driver, Drivers, Position
from lib.figures.intervals import Interval
from lib.figures.priorities import Priorities, Priority
from lib.figures.scores import Score
from lib.report.priorities import (
    base_note,
    first_table,
    left_out_note,
    priorities_finding,
    priorities_picture,
    priorities_table,
    quadrant,
    r2_note,
    why_none,
)


def driver(name: str, mean: int, share: float, spread: float = 0.02, n: int = 400) -> Driver:
    """An aspect with this mean in tenths; half its respondents a grade above it, half below."""
    total = Fraction(mean * n, 10)
    score = Score(name, name, "grade", n, total, total**2 / n + n)
    return Driver(score, share / 2, share, Interval(share - spread, share + spread))


def of(*several: Driver, r2: float = 0.5) -> Drivers:
    return Drivers(400, 12, r2, several, ())


FOUND = of(
    driver("Wachttijd", 70, 0.4), driver("Privacy", 85, 0.35), driver("Prijs", 71, 0.15), driver("Ruimte", 86, 0.1)
)


ASPECT = FOUND.drivers[0]


def test_an_aspect_without_a_demonstrated_direction_has_no_quadrant() -> None:
    strong = Position(True, False, True)
    assert quadrant(replace(ASPECT, relation="opposite"), strong) == "totaaloordeel gaat er tegenin"
    assert quadrant(replace(ASPECT, relation="unclear"), strong) == "samenhang niet aangetoond"


def test_each_quadrant_has_its_word_and_says_so_when_it_is_unclear() -> None:
    assert quadrant(ASPECT, Position(True, False, True)) == "verbeteren"
    assert quadrant(ASPECT, Position(True, True, True)) == "vasthouden"
    assert quadrant(ASPECT, Position(False, False, True)) == "minder urgent"
    assert quadrant(ASPECT, Position(False, True, False)) == "op orde, niet duidelijk aan één kant"


def test_positions_against_the_own_averages() -> None:
    words = [quadrant(each, FOUND.position(each)) for each in FOUND.drivers]
    assert words == ["verbeteren", "vasthouden", "minder urgent", "op orde"]
    # The line for samenhang lies at a quarter, that for the score at (7,0 + 8,5 + 7,1 + 8,6) / 4 = 7,8.
    assert FOUND.mean_share == 0.25
    assert FOUND.mean_score == pytest.approx(7.8)
    wide = of(driver("Wachttijd", 70, 0.3, spread=0.1), driver("Privacy", 85, 0.7))
    assert not wide.position(wide.drivers[0]).is_clear or wide.mean_share == 0.5
    near = of(driver("a", 77, 0.4), driver("b", 79, 0.1), driver("c", 78, 0.5))
    assert not near.position(near.drivers[2]).is_clear  # its score is the average


def below(one: Driver, bm: str) -> Driver:
    """The aspect with a BM that it lies demonstrably below."""
    return replace(one, score=replace(one.score, benchmark=Decimal(bm), verdict="lower"))


WAIT, ROOM, PRICE = (below(driver(name, 70, 0.3), "7.5") for name in ("Wachttijd", "Ruimte", "Prijs"))


def first(*ranked: tuple[Driver, int], low: tuple[Driver, ...] = (), against_benchmark: bool = True) -> Priorities:
    scores = tuple(one.score for one in (*(one for one, _ in ranked), *low))
    return Priorities(tuple(Priority(one, place, 0.4) for one, place in ranked), scores, against_benchmark)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (first((WAIT, 1), (ROOM, 2)), "Eerst doen: Wachttijd (7,0 tegen 7,5), dan Ruimte (7,0 tegen 7,5)."),
        (
            first((WAIT, 1), (ROOM, 1), (PRICE, 3)),
            "Eerst doen: Wachttijd (7,0 tegen 7,5) en Ruimte (7,0 tegen 7,5), dan Prijs (7,0 tegen 7,5). Waar ‘en’ staat, is de "
            "volgorde niet zeker.",
        ),
        (
            first((WAIT, 1), low=(PRICE,)),
            "Eerst doen: Wachttijd (7,0 tegen 7,5). Ook te laag, maar zonder aangetoonde samenhang met het totaaloordeel: Prijs.",
        ),
        (
            first(low=(PRICE,)),
            "Aantoonbaar onder BM: Prijs (7,0 tegen 7,5). Dat het totaaloordeel daarmee meegaat, is niet aangetoond; er is dus "
            "geen volgorde te geven.",
        ),
        (first(), "Geen aspect scoort aantoonbaar onder BM; er is niets dat eerst moet."),
        (first((WAIT, 1), against_benchmark=False), "Eerst doen: Wachttijd (7,0)."),
    ],
)
def test_the_finding_names_what_to_do_first(order: Priorities, said: str) -> None:
    assert priorities_finding(FOUND, order) == said


def test_what_is_below_bm_is_told_also_where_nothing_can_be_ranked() -> None:
    few = Drivers(60, 5, 0.0, (), (), "few_answers")
    said = priorities_finding(few, first(low=(WAIT,)))
    assert said.endswith("zijn er ten minste 100 nodig. Aantoonbaar onder BM: Wachttijd (7,0 tegen 7,5).")


def test_the_table_of_what_to_do_first_tells_which_places_are_shared() -> None:
    rows = [[cell.text for cell in row] for row in first_table(first((WAIT, 1), (ROOM, 1), (PRICE, 3))).rows]
    assert rows[0] == ["1, gedeeld", "Wachttijd", "7,0", "7,5", "−0,5", "30%", "400"]
    assert [row[0] for row in rows] == ["1, gedeeld", "1, gedeeld", "3"]


def test_cause_is_never_claimed() -> None:
    assert "50% van de verschillen" in r2_note(FOUND)
    assert "n = 400; 12 lieten een vraag open of wisten het niet" in base_note(FOUND)
    assert "geen oorzaak en gevolg" in base_note(FOUND)
    assert "1 liet een vraag open of wist het niet" in base_note(replace(FOUND, incomplete=1))


def test_the_table_stands_in_order_of_samenhang() -> None:
    rows = [[cell.text for cell in row] for row in priorities_table(FOUND).rows]
    assert [row[0] for row in rows] == ["Wachttijd", "Privacy", "Prijs", "Ruimte"]
    assert rows[0][1:] == ["7,0", "6,90 – 7,10", "40%", "38% – 42%", "gaat mee", "verbeteren", "400"]


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (Drivers(99, 5, 0.0, (), (), "few_answers"), "ten minste 100 nodig"),
        (Drivers(0, 5, 0.0, (), (), "few_aspects"), "ten minste twee aspecten"),
        (Drivers(200, 5, 0.0, (), (), "all_the_same"), "hetzelfde totaaloordeel"),
        (Drivers(200, 5, 0.0, (), (), "chance"), "kan toeval zijn (n = 200)"),
    ],
)
def test_why_there_is_no_picture(missing: Drivers, said: str) -> None:
    assert said in why_none(missing)


def test_what_takes_no_part_is_named_with_the_reason() -> None:
    score = FOUND.drivers[0].score
    assert (
        left_out_note([(score, "few_answers")])
        == "Buiten de berekening: Wachttijd (te weinig klanten beantwoordden het)."
    )


def test_the_picture_has_a_row_per_aspect_by_samenhang_and_both_own_means() -> None:
    *rows, means = priorities_picture(FOUND, "woorden").rows
    assert [row["Aspect"] for row in rows] == ["Wachttijd", "Privacy", "Prijs", "Ruimte"]
    assert [row["Kort"] for row in rows] == ["verbeteren", "vasthouden", "minder urgent", "op orde"]
    assert [row["Cijfer"] for row in rows] == ["7,0", "8,5", "7,1", "8,6"]
    assert (means["Samenhang"], means["Score"]) == (25.0, pytest.approx(7.8))
