"""Priorities in words and pictures: quadrants, honesty about what is unclear, and labels that don't touch."""

from fractions import Fraction
from itertools import pairwise

import pytest

from lib.figures.drivers import Driver, Drivers, Position
from lib.figures.intervals import Interval
from lib.figures.scores import Score
from lib.report.chart_parts import Palette
from lib.report.priorities import (
    left_out_note,
    priorities_chart,
    priorities_finding,
    priorities_table,
    quadrant,
    r2_note,
    why_none,
)

PALETTE = Palette("#000001", "#000002", "#000003", "#000004", "#000005")


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


def test_each_quadrant_has_its_word_and_says_so_when_it_is_unclear() -> None:
    assert quadrant(Position(True, False, True)) == "verbeteren"
    assert quadrant(Position(True, True, True)) == "vasthouden"
    assert quadrant(Position(False, False, True)) == "minder urgent"
    assert quadrant(Position(False, True, False)) == "op orde, niet duidelijk aan één kant"


def test_positions_against_the_own_averages() -> None:
    words = [quadrant(FOUND.position(each)) for each in FOUND.drivers]
    assert words == ["verbeteren", "vasthouden", "minder urgent", "op orde"]
    # The line for samenhang lies at a quarter, that for the score at (7,0 + 8,5 + 7,1 + 8,6) / 4 = 7,8.
    assert FOUND.mean_share == 0.25
    assert FOUND.mean_score == pytest.approx(7.8)
    wide = of(driver("Wachttijd", 70, 0.3, spread=0.1), driver("Privacy", 85, 0.7))
    assert not wide.position(wide.drivers[0]).is_clear or wide.mean_share == 0.5
    near = of(driver("a", 77, 0.4), driver("b", 79, 0.1), driver("c", 78, 0.5))
    assert not near.position(near.drivers[2]).is_clear  # its score is the average


def test_the_finding_names_what_is_strong_and_low() -> None:
    assert priorities_finding(FOUND) == (
        "Wachttijd hangt het sterkst samen met het totaaloordeel (40% van R²). "
        "Sterke samenhang en een lager cijfer dan gemiddeld: Wachttijd (7,0)."
    )
    none = of(driver("Privacy", 85, 0.6), driver("Prijs", 71, 0.3), driver("Ruimte", 70, 0.1))
    assert priorities_finding(none).endswith(
        "Geen aspect combineert een sterke samenhang met een lager cijfer dan gemiddeld."
    )
    unclear = of(driver("Privacy", 85, 0.4), driver("Prijs", 70, 0.35, spread=0.1), driver("Ruimte", 86, 0.25))
    assert "Geen aspect springt er duidelijk uit om te verbeteren; het dichtst daarbij: Prijs (7,0)." in priorities_finding(unclear)  # fmt: skip


def test_cause_is_never_claimed() -> None:
    note = r2_note(FOUND)
    assert "50% van de verschillen" in note
    assert "n = 400; 12 lieten een vraag open" in note
    assert "geen oorzaak en gevolg" in note


def test_the_table_stands_in_order_of_samenhang() -> None:
    rows = [[cell.text for cell in row] for row in priorities_table(FOUND).rows]
    assert [row[0] for row in rows] == ["Wachttijd", "Privacy", "Prijs", "Ruimte"]
    assert rows[0][1:] == ["7,0", "6,90 – 7,10", "40%", "38% – 42%", "verbeteren", "400"]


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (Drivers(99, 5, 0.0, (), (), "few_answers"), "ten minste 100 nodig"),
        (Drivers(0, 5, 0.0, (), (), "few_aspects"), "ten minste twee aspecten"),
        (Drivers(200, 5, 0.0, (), (), "all_the_same"), "hetzelfde totaaloordeel"),
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


def test_labels_of_points_at_one_height_are_pushed_apart_and_stay_in_the_picture() -> None:
    close = of(*(driver(f"aspect {place}", 80, 0.11 + place / 1000) for place in range(9)))
    chart = priorities_chart(close, PALETTE).to_dict()
    (rows,) = [rows for rows in chart["datasets"].values() if "Naamhoogte" in rows[0]]
    heights = sorted(row["Naamhoogte"] for row in rows)
    low = min(row["Laagst"] for row in rows) // 1
    high = -(-max(row["Hoogst"] for row in rows) // 1)
    apart = 18 * (high - low) / 460  # pixels in units of the axis
    assert min(b - a for a, b in pairwise(heights)) >= apart
    assert heights[-1] <= high
    assert [row["Cijfer"] for row in rows] == ["8,0"] * 9
