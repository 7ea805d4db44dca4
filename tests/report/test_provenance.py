"""How a figure was made, in words: the rule, the sum behind it, its base and who is outside it."""

from datetime import date
from fractions import Fraction

import pytest

from lib.figures.breakdowns import Breakdown
from lib.figures.channel import ChannelFigures, figures
from lib.figures.counts import Counts
from lib.figures.scores import Effort, Score
from lib.figures.selection import Selection
from lib.report.provenance import (
    BASE_RULE,
    breakdown_line,
    effort_line,
    is_exact,
    outside_words,
    overview_lines,
    score_line,
)
from lib.survey import scales
from lib.survey.dataset import Rule


def score(n: int, total: Fraction | int, unit: str = "grade", rule: Rule = "own_question") -> Score:
    return Score(
        "k",
        "Wachttijd",
        "grade" if unit == "grade" else "agree",
        n,
        Fraction(total),
        outside={scales.BLANK: 28},
        rule=rule,
    )


@pytest.mark.parametrize(
    ("given", "said", "unsaid"),
    [
        (
            score(2945, 23913),
            ["Wachttijd", "rapportcijfers", "23.913 / 2.945", "n = 2.945", "28 niet ingevuld"],
            ["eens"],
        ),
        (score(2000, 1500, "agree"), ["helemaal eens", "1.500 / 2.000"], ["rapportcijfer"]),
        (score(3001, 26700, rule="mean_of_parts"), ["onderdelen", "n = 3.001"], ["26.700"]),
        (score(20, Fraction(301, 2)), ["n = 20"], ["150", "301"]),  # a sum with halves is not shown
        (score(9, 81), ["n = 9"], ["81"]),  # neither is one over too small a base
    ],
)
def test_a_score_tells_its_rule_its_sum_and_its_base(given: Score, said: list[str], unsaid: list[str]) -> None:
    line = score_line(given, exact=True)
    assert [words for words in said if words not in line] == []
    assert [words for words in unsaid if words in line] == []


@pytest.mark.parametrize(
    ("given", "said", "unsaid"),
    [
        (Effort(2900, 2117, 334), ["2.117", "334", "2.900"], []),
        (Effort(9, 7, 1), ["n = 9"], ["7", "1"]),
    ],
)
def test_the_effort_score_tells_both_sides_unless_the_base_is_too_small(
    given: Effort, said: list[str], unsaid: list[str]
) -> None:
    line = effort_line(given, exact=True)
    assert [words for words in said if words not in line] == []
    assert [words for words in unsaid if words in line] == []


def test_of_a_selection_no_sum_is_told_that_could_be_subtracted() -> None:
    assert "23.913" not in score_line(score(2945, 23913), exact=False)
    assert "2.117" not in effort_line(Effort(2900, 2117, 334), exact=False)
    assert is_exact(Selection("balie"))
    assert not is_exact(Selection("balie", ("VOG",)))
    assert not is_exact(Selection("balie", end=date(2020, 6, 30)))


def test_of_a_hidden_figure_nobody_outside_the_base_is_counted() -> None:
    assert "weet niet" not in effort_line(Effort(5, 4, 1, {scales.DONT_KNOW: 2}), exact=True)


def test_a_breakdown_tells_of_whom_its_shares_are() -> None:
    line = breakdown_line("Terugkomen", Breakdown("herhaalbezoek", 2881, (), {scales.BLANK: 137}), "wie antwoord gaf")
    assert all(words in line for words in ("Terugkomen", "wie antwoord gaf", "2.881", "137 niet ingevuld"))


@pytest.mark.parametrize(
    ("outside", "said"),
    [
        ({}, []),
        ({scales.DONT_KNOW: 12}, ["12 weet niet"]),
        ({scales.UNREADABLE: 3, scales.BLANK: 1028}, ["1.028 niet ingevuld", "3 antwoord buiten de schaal"]),
        ({scales.NOT_APPLICABLE: 2}, ["2 niet van toepassing"]),
    ],
)
def test_who_is_outside_the_base_is_told_by_reason(outside: dict[int, int], said: list[str]) -> None:
    line = outside_words(outside)
    assert bool(line) == bool(outside)
    places = [line.index(words) for words in said]
    assert places == sorted(places)


def test_the_minimum_bases_are_named() -> None:
    assert all(bound in BASE_RULE for bound in ("10", "29"))


@pytest.mark.parametrize("channel", ["balie", "telefoon", "digitaal"])
def test_the_overview_tells_of_every_figure_it_shows(channel: str, sample_counts: dict[str, Counts]) -> None:
    found: ChannelFigures = figures(sample_counts[channel], Selection())
    assert found.overall is not None
    assert found.effort is not None
    lines = overview_lines(found)
    assert [line.lower().startswith(channel) for line in lines] == [True, True]
    assert "Totaaloordeel" in lines[0]
    assert "CES" in lines[1]


@pytest.mark.parametrize("channel", ["balie", "telefoon", "digitaal"])
def test_base_and_outside_in_words_add_up_to_the_respons(channel: str, sample_counts: dict[str, Counts]) -> None:
    found = figures(sample_counts[channel], Selection())
    for each in (*found.scores, found.overall, found.effort):
        assert each is not None
        assert each.n + sum(each.outside.values()) == found.responses
