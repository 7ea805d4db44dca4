"""Two selections in words, rows and a picture."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from lib.figures.compare import Comparison, Side, Split, compare
from lib.figures.counts import count
from lib.figures.selection import Selection
from lib.report.comparisons import (
    comparison_finding,
    comparison_table,
    differences_picture,
    split_sentence,
)
from tests.figures.surveys import Said, channel

NAMES = ("2020", "2019")


def of(now: Mapping[str, Sequence[Said]], then: Mapping[str, Sequence[Said]]) -> Comparison:
    sizes = [len(next(iter(side.values()))) for side in (now, then)]
    days = [date(2020, 5, 1)] * sizes[0] + [date(2019, 5, 1)] * sizes[1]
    counts = count(channel({key: [*now[key], *then[key]] for key in now}, days=days))
    return compare(Side(counts, Selection(start=date(2020, 1, 1))), Side(counts, Selection(end=date(2019, 12, 31))))


CHANGED = of(
    {"privacy": [9, 8] * 30, "wachttijd": [5, 6] * 30, "prijs": [7, 8] * 30},
    {"privacy": [7, 8] * 30, "wachttijd": [7, 8] * 30, "prijs": [7, 8] * 30},
)


def test_the_finding_names_what_went_up_and_down() -> None:
    assert comparison_finding(CHANGED, NAMES) == (
        "In vergelijking met 2019 scoort 2020 aantoonbaar hoger op Privacy a.d. balie (+1,0) en aantoonbaar lager op "
        "Wachttijd (−2,0); één cijfer verschilt niet aantoonbaar."
    )


def test_the_finding_is_honest_about_no_difference_few_answers_and_nobody() -> None:
    same = {"privacy": [7, 8] * 30, "prijs": [7, 8] * 30}
    assert (
        comparison_finding(of(same, same), NAMES)
        == "Geen van de twee cijfers verschilt aantoonbaar tussen 2020 en 2019."
    )
    one = {"privacy": [7, 8] * 30}
    assert (
        comparison_finding(of(one, one), NAMES) == "Privacy a.d. balie verschilt niet aantoonbaar tussen 2020 en 2019."
    )
    few = {"privacy": [7, 8] * 10}
    assert "te weinig antwoorden om 2020 en 2019 te vergelijken" in comparison_finding(of(few, one), NAMES)
    assert comparison_finding(of({"privacy": [7] * 9}, one), NAMES).startswith("Te weinig respons")
    assert "n = 0" in comparison_finding(of(one, {"privacy": []}), NAMES)


def test_a_difference_that_rounds_to_nothing_is_small_whatever_its_p() -> None:
    now = {"privacy": [8] * 5970 + [9] * 30 + [7] * 0, "prijs": [7, 8] * 3000}
    then = {"privacy": [8] * 5999 + [9], "prijs": [7, 8] * 3000}
    found = of(now, then)
    assert found.rows[0].verdict == "higher"
    assert comparison_finding(found, NAMES) == (
        "Het verschil op Privacy a.d. balie is aantoonbaar maar klein (minder dan de afronding); één cijfer verschilt niet "
        "aantoonbaar."
    )
    assert [cell.text for cell in comparison_table(found, NAMES).rows[0]][3:5] == ["0,0", "aantoonbaar, maar klein"]


def test_rows_that_could_not_be_judged_are_told() -> None:
    sides: dict[str, list[Said]] = {"privacy": [7, 8] * 30, "prijs": [7, 8] * 10 + [None] * 40}
    assert comparison_finding(of(sides, sides), NAMES) == (
        "Privacy a.d. balie verschilt niet aantoonbaar tussen 2020 en 2019. Niet vergeleken: Prijs v.h. product (indicatief)."
    )


def test_rows_hold_both_figures_the_difference_of_what_is_shown_and_both_bases() -> None:
    row = [cell.text for cell in comparison_table(CHANGED, NAMES).rows[1]]
    assert row == ["Wachttijd", "5,5", "7,5", "−2,0", "▼ lager", "−2,18 – −1,82", "60", "60"]


def test_the_picture_holds_what_may_be_shown_only() -> None:
    few = of({"privacy": [7] * 9 + [None] * 51, "prijs": [7, 8] * 30}, {"privacy": [8] * 60, "prijs": [7, 8] * 30})
    picture = differences_picture(few.rows, "woorden")
    assert picture is not None
    assert [row["Vraag"] for row in picture.rows] == ["prijs"]
    assert differences_picture(few.rows[:1], "woorden") is None


def test_the_printed_parts_of_a_change_add_up() -> None:
    """0.125 and 0.125 are 0,13 each, and 0,25 together: the second part gives way."""
    sentence = split_sentence(Split(Fraction(1, 8), Fraction(1, 8)), NAMES)
    assert "+0,25 ten opzichte van 2019: +0,13 door een andere productmix en +0,12" in sentence
