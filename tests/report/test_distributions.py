"""How answers divide, in words, rows and bars."""

from collections.abc import Mapping, Sequence

import pytest

from lib.figures.counts import count
from lib.figures.distribution import Distribution, distributions
from lib.figures.selection import Selection
from lib.report.distributions import (
    columns_picture,
    distribution_finding,
    grades_table,
    segments_table,
    stacked_picture,
)
from tests.figures.surveys import Said, channel


def of(said: Mapping[str, Sequence[Said]]) -> list[Distribution]:
    counts = count(channel(said))
    return list(distributions(counts, counts.select(Selection())))


GRADES = of(
    {"wachttijd": [4] * 5 + [7] * 5 + [9] * 10, "privacy": [5] * 2 + [8] * 18, "prijs": [8] * 9 + ["weet niet"] * 11}
)


def test_bands_per_item_with_who_does_not_know_apart() -> None:
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in segments_table("t", GRADES).rows}
    assert rows["Wachttijd"] == ["25%", "25%", "50%", "0", "0", "indicatief · 20"]
    assert rows["Prijs v.h. product"] == ["–", "–", "–", "–", "–", "9"]


def test_every_grade_has_a_column() -> None:
    table = grades_table("t", GRADES)
    assert [column.label for column in table.columns] == ["Vraag", *(str(grade) for grade in range(1, 11)), "n"]
    assert [cell.text for cell in table.rows[0]][1:-1] == [
        "0%",
        "0%",
        "0%",
        "25%",
        "0%",
        "0%",
        "25%",
        "0%",
        "50%",
        "0%",
    ]


def test_segments_of_a_bar_follow_each_other_and_hidden_items_have_none() -> None:
    picture = stacked_picture(GRADES, "woorden")
    assert picture is not None
    rows = picture.rows
    assert {row["Vraag"] for row in rows} == {"wachttijd", "privacy"}
    waiting = [row for row in rows if row["Vraag"] == "wachttijd"]
    assert [(row["Van"], row["Tot"]) for row in waiting] == [(0, 25), (25, 50), (50, 100)]
    hidden = [each for each in GRADES if each.suppressed]
    assert stacked_picture(hidden, "woorden") is None
    assert columns_picture(hidden[0], "woorden") is None


def test_effort_runs_from_much_to_little_like_every_bar_from_bad_to_good() -> None:
    picture = stacked_picture(of({"ces": ["heel_veel"] * 5 + ["heel_weinig"] * 15}), "woorden")
    assert picture is not None
    rows = picture.rows
    assert [row["Aandeel"] for row in rows] == ["25%", "0%", "0%", "0%", "75%"]


@pytest.mark.parametrize(
    ("said", "finding"),
    [
        (
            {"wachttijd": [4] * 60 + [7] * 80 + [9] * 60, "privacy": [5] * 20 + [8] * 180, "prijs": [5] * 30 + [7] * 70 + [8] * 100},
            "Aantoonbaar vaker een 8 of hoger dan bij de andere vragen: Privacy a.d. balie (90%); vaker een onvoldoende: Wachttijd (30%).",
        ),
        (
            {"wachttijd": [4] * 20 + [8] * 80, "privacy": [5] * 18 + [8] * 82},
            "Met een strenge toets zijn de vragen niet te onderscheiden in hoe vaak klanten een onvoldoende of juist een 8 of hoger gaven.",
        ),
        (
            {"wachttijd": [7] * 20 + [8] * 80, "privacy": [7] * 18 + [8] * 82},
            "Met een strenge toets zijn de vragen niet te onderscheiden in hoe vaak klanten een onvoldoende of juist een 8 of hoger gaven. "
            "Niemand gaf een onvoldoende.",
        ),
        (  # what is hidden may have what nobody else gave
            {"wachttijd": [7] * 20 + [8] * 80, "privacy": [7] * 18 + [8] * 82, "prijs": [3] * 6 + [None] * 94},
            "Met een strenge toets zijn de vragen niet te onderscheiden in hoe vaak klanten een onvoldoende of juist een 8 of hoger gaven.",
        ),
        (
            {"wachttijd": [7] * 30 + [8] * 40} | dict.fromkeys(("privacy", "prijs", "doorlooptijd", "wachtruimte", "deskundigheid"), [8] * 70),
            "Aantoonbaar minder vaak een 8 of hoger dan bij de andere vragen: Wachttijd (57%). Niemand gaf een onvoldoende.",
        ),
        (
            {"wachttijd": [4] * 5 + [9] * 15, "privacy": [5] * 2 + [8] * 18},
            "Er zijn te weinig antwoorden om de vragen te onderscheiden (n onder 30).",
        ),
        ({"ces": ["veel"] * 5 + ["weinig"] * 15}, "CES: 75% had weinig of geen moeite, 25% had veel moeite."),
        ({"privacy": [8] * 9}, "Te weinig respons om te tonen: n = 9, en een cijfer staat er pas vanaf n = 10."),
    ],
)  # fmt: skip
def test_the_finding(said: Mapping[str, Sequence[Said]], finding: str) -> None:
    assert distribution_finding(of(said)) == finding
