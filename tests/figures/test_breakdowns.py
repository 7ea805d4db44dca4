"""How answers divide over options: one choice adds up to its base, several answers need not."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.figures.breakdowns import Breakdown, by_product, multi_response
from lib.figures.channel import figures
from lib.figures.counts import count
from lib.figures.selection import Selection
from lib.survey import scales
from lib.survey.dataset import combine
from tests.figures.surveys import Said, channel

VISITS = ["in_een_keer", "ophalen", "documenten", "andere_reden", "weet_niet"]
TOPICS = ["procedure_verloop", "procedure_duur", "documenten", "kosten", "vragen"]


def repeat_visit(said: Sequence[Said]) -> Breakdown:
    found = figures(count(channel({"herhaalbezoek": said})), Selection()).repeat_visit
    assert found is not None
    return found


def info_clarity(said: Mapping[str, Sequence[Said]]) -> Breakdown:
    topics = {f"informatie_{topic}": answers for topic, answers in said.items()}
    found = figures(count(channel(topics, name="digitaal")), Selection()).info_clarity
    assert found is not None
    return found


def numbers(breakdown: Breakdown) -> dict[str, int | None]:
    return {option.key: option.count for option in breakdown.options}


@given(st.lists(st.sampled_from([*VISITS, None, "weet niet", "n.v.t.", "?"]), min_size=1, max_size=60))
def test_the_options_of_one_choice_add_up_to_n(said: list[Said]) -> None:
    found = repeat_visit(said)
    assert found.n == sum(said.count(visit) for visit in VISITS)
    assert found.n + sum(found.outside.values()) == len(said)
    if found.n >= 10:
        assert numbers(found) == {visit: said.count(visit) for visit in VISITS}
        assert sum((option.share or Fraction(0) for option in found.options), Fraction(0)) == 1


def test_not_remembering_is_an_option_and_in_the_base() -> None:
    found = repeat_visit(["in_een_keer"] * 15 + ["weet_niet"] * 5)
    assert found.n == 20
    assert found.options[-1].key == "weet_niet"
    assert (found.options[-1].count, found.options[-1].share) == (5, Fraction(1, 4))


def test_options_stand_in_the_order_of_the_questionnaire_also_if_nobody_chose_them() -> None:
    assert list(numbers(repeat_visit(["documenten"] * 10)).items()) == [
        (visit, 10 if visit == "documenten" else 0) for visit in VISITS
    ]


def test_the_share_of_a_topic_is_of_those_who_were_asked() -> None:
    said: dict[str, list[Said]] = {topic: ["nee"] * 20 + [None] * 5 for topic in TOPICS}
    said["kosten"] = ["ja"] * 15 + ["nee"] * 5 + [None] * 5
    found = info_clarity(said)
    assert (found.n, found.outside) == (20, {scales.BLANK: 5})
    assert numbers(found) == {topic: 15 if topic == "kosten" else 0 for topic in TOPICS}
    assert found.options[TOPICS.index("kosten")].share == Fraction(3, 4)


def test_a_respondent_may_give_several_answers() -> None:
    found = info_clarity({topic: ["ja"] * 12 for topic in TOPICS})
    assert [option.share for option in found.options] == [1] * 5


def test_the_share_of_a_topic_is_of_those_whose_file_has_it() -> None:
    """A topic that a file doesn't have is blank for its respondents; they were asked the others."""
    whole = channel({f"informatie_{topic}": ["ja"] * 10 for topic in TOPICS}, name="digitaal")
    later = channel({f"informatie_{topic}": ["ja"] * 30 for topic in TOPICS[1:]}, name="digitaal")
    survey = combine([whole, later]).channels["digitaal"]
    found = figures(count(survey), Selection()).info_clarity
    assert found is not None
    assert found.n == 40
    assert [option.n for option in found.options] == [10, 40, 40, 40, 40]
    assert {option.share for option in found.options} == {Fraction(1)}


@pytest.mark.parametrize("key", ["repeat_visit", "info_clarity", "effort", "overall"])
def test_a_question_the_channel_was_not_asked_has_no_figure(key: str) -> None:
    assert getattr(figures(count(channel({"prijs": [7] * 40})), Selection()), key) is None


def test_each_product_has_its_own_breakdown_largest_first_and_by_name_where_equal() -> None:
    survey = channel(
        {"herhaalbezoek": ["in_een_keer"] * 10 + ["ophalen"] * 10 + ["documenten"] * 12 + [None] + ["ophalen"] * 3},
        products=["VOG"] * 10 + ["Akte"] * 10 + ["Paspoort"] * 12 + ["Rijbewijs"] + [None] * 3,
    )
    counts = count(survey)
    rows = by_product(counts, counts.select(Selection()), "herhaalbezoek")
    assert [(name, found.n) for name, found in rows] == [("Paspoort", 12), ("Akte", 10), ("VOG", 10), ("Rijbewijs", 0)]
    assert numbers(rows[0][1])["documenten"] == 12
    assert rows[-1][1].suppressed


def test_a_product_outside_the_selection_has_no_row() -> None:
    survey = channel({"informatie_kosten": ["ja"] * 20}, name="digitaal", products=["VOG"] * 10 + ["Akte"] * 10)
    counts = count(survey)
    rows = by_product(counts, counts.select(Selection(products=("Akte",))), "informatie", several=True)
    assert [name for name, _ in rows] == ["Akte"]


@pytest.mark.parametrize("key", ["geen_vraag", "informatie"])
def test_several_answers_to_a_question_that_was_not_asked_is_none(key: str) -> None:
    counts = count(channel({"prijs": [7] * 40}))
    assert multi_response(counts, counts.select(Selection()), key) is None
