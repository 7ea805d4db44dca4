"""Sentences above the figures: the right figures, the right names and the right side of BM."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from lib.figures.breakdowns import Breakdown, OptionCount
from lib.figures.channel import ChannelFigures, figures
from lib.figures.counts import Counts, count
from lib.figures.selection import Selection
from lib.report import sentences
from lib.survey.references import Reference, References
from tests.figures.surveys import Said, channel

ASPECTS = ("openingstijden", "wachtruimte", "wachttijd", "prijs")


def holds(sentence: str, words: Sequence[str]) -> bool:
    """Whether all these words stand in a sentence, whatever their case."""
    return all(word.lower() in sentence.lower() for word in words)


def compared(given: Mapping[str, tuple[int, str | None]], n: int = 100) -> ChannelFigures:
    """Aspects with a grade that all `n` respondents gave, and their BM."""
    said: dict[str, Sequence[Said]] = {key: [grade] * n for key, (grade, _) in given.items()}
    references = [Reference("balie", key, 2020, Decimal(bm), None) for key, (_, bm) in given.items() if bm is not None]
    return figures(count(channel(said)), Selection(), References(tuple(references)))


@pytest.mark.parametrize(
    ("given", "said", "unsaid"),
    [
        # one differs: it is named with both figures
        ({"openingstijden": (9, "8.0"), "wachtruimte": (8, "8.0"), "wachttijd": (8, "8.0")},
         ["Openingstijden", "9,0", "8,0", "hoger", "twee van de drie", "niet aantoonbaar"], ["lager", "Wachtruimte"]),
        ({"openingstijden": (7, "8.0"), "wachtruimte": (8, "8.0")}, ["Openingstijden", "7,0", "8,0", "lager"], ["hoger"]),
        # none differs
        ({"openingstijden": (8, "8.0"), "wachtruimte": (8, "8.0")}, ["geen", "twee", "aantoonbaar"], ["hoger", "lager"]),
        # all differ on one side
        (dict.fromkeys(ASPECTS, (9, "8.0")), ["alle vier", "hoger"], ["lager", "niet aantoonbaar"]),
        # some on either side
        ({"openingstijden": (9, "8.0"), "wachtruimte": (7, "8.0"), "prijs": (8, "8.0")},
         ["Openingstijden", "hoger", "Wachtruimte", "lager", "9,0", "7,0"], ["Prijs"]),
        # one of one
        ({"prijs": (9, "8.0")}, ["Prijs", "hoger", "9,0", "8,0"], ["alle", "lager"]),
        ({"prijs": (8, "8.0")}, ["Prijs", "niet aantoonbaar"], ["hoger", "lager"]),
    ],
)  # fmt: skip
def test_the_finding_says_what_differs_from_the_benchmark(
    given: Mapping[str, tuple[int, str | None]], said: list[str], unsaid: list[str]
) -> None:
    sentence = sentences.scores_finding(compared(given))
    assert holds(sentence, said), sentence
    assert not any(word.lower() in sentence.lower() for word in unsaid), sentence


def test_without_a_benchmark_the_ends_are_named_and_nothing_is_judged() -> None:
    sentence = sentences.scores_finding(
        compared({"openingstijden": (9, None), "wachtruimte": (7, None), "prijs": (8, None)})
    )
    assert holds(sentence, ["geen BM", "Openingstijden", "9,0", "Wachtruimte", "7,0"])
    assert "aantoonbaar" not in sentence


def test_between_ten_and_thirty_answers_nothing_is_judged() -> None:
    sentence = sentences.scores_finding(compared({"openingstijden": (9, "6.0"), "wachtruimte": (7, "6.0")}, n=29))
    assert holds(sentence, ["te weinig antwoorden", "30"])
    assert "aantoonbaar" not in sentence


def test_under_ten_answers_no_figure_is_told() -> None:
    sentence = sentences.scores_finding(compared({"openingstijden": (9, "6.0")}, n=9))
    assert holds(sentence, ["te weinig respons", "n = 9"])
    assert "9,0" not in sentence


def test_a_channel_without_scores_says_so() -> None:
    assert holds(sentences.scores_finding(figures(count(channel({"ces": ["weinig"] * 40})), Selection())), ["geen"])


@pytest.mark.parametrize("name", ["balie", "telefoon", "digitaal"])
def test_the_finding_of_the_sample_counts_what_its_table_shows(
    name: str, sample_counts: Mapping[str, Counts], sample_references: References
) -> None:
    found = figures(sample_counts[name], Selection(), sample_references)
    sentence = sentences.scores_finding(found)
    verdicts = {score.verdict for score in found.scores if score.part_of is None}
    assert ("hoger" in sentence) == ("higher" in verdicts)
    assert ("lager" in sentence) == ("lower" in verdicts)
    assert ("stelling" in sentence) == (name == "digitaal" and "aspect" not in sentence)


@pytest.mark.parametrize(
    ("said", "words", "unsaid"),
    [
        (["ophalen"] * 30 + ["documenten"] * 10 + ["in_een_keer"] * 60, ["op te halen", "30%"], ["documenten"]),
        (["documenten"] * 30 + ["ophalen"] * 10 + ["in_een_keer"] * 60, ["documenten", "30%"], ["halen"]),
        (["in_een_keer"] * 40, ["niemand"], ["%"]),
        (["ophalen"] * 9, ["te weinig respons", "n = 9"], ["100%"]),
    ],
)
def test_coming_back_names_the_most_common_reason(said: list[Said], words: list[str], unsaid: list[str]) -> None:
    breakdown = figures(count(channel({"herhaalbezoek": said})), Selection()).repeat_visit
    assert breakdown is not None
    sentence = sentences.repeat_visit_finding(breakdown)
    assert holds(sentence, words)
    assert not any(word in sentence for word in unsaid)


TOPICS = ["procedure_verloop", "procedure_duur", "documenten", "kosten", "vragen"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ([60, 50, 80, 70, 40], ["vragen (40%)", "documenten", "(80%)"]),
        ([50, 50, 50, 50, 50], ["even vaak", "50%"]),
    ],
)
def test_information_names_what_was_clear_to_fewest_and_to_most(marked: list[int], words: list[str]) -> None:
    said: dict[str, Sequence[Said]] = {
        f"informatie_{topic}": ["ja"] * yes + ["nee"] * (100 - yes) for topic, yes in zip(TOPICS, marked, strict=True)
    }
    breakdown = figures(count(channel(said, name="digitaal")), Selection()).info_clarity
    assert breakdown is not None
    assert holds(sentences.information_finding(breakdown), words)


def overall(name: str, grade: int, n: int) -> ChannelFigures:
    return figures(count(channel({"totaaloordeel": [grade] * n}, name=name)), Selection())


def test_the_overview_names_channels_best_first() -> None:
    sentence = sentences.overview_finding(
        [overall("balie", 7, 40), overall("digitaal", 9, 40), overall("telefoon", 8, 40)]
    )
    places = [sentence.index(words) for words in ("digitaal 9,0", "telefoon 8,0", "balie 7,0")]
    assert places == sorted(places)


def test_the_overview_leaves_out_a_channel_with_too_few_answers() -> None:
    sentence = sentences.overview_finding([overall("balie", 7, 40), overall("digitaal", 9, 9)])
    assert "7,0" in sentence
    assert "9,0" not in sentence
    assert holds(sentences.overview_finding([overall("digitaal", 9, 9)]), ["te weinig respons", "n = 9"])


def test_products_name_both_ends_and_those_with_too_few_answers() -> None:
    said: Sequence[Said] = [9] * 12 + [6] * 12 + [7] * 12 + [10] * 9 + [8] * 3
    names = ["VOG"] * 12 + ["Akte"] * 12 + ["Paspoort"] * 12 + ["Zeldzaam"] * 9 + [None] * 3
    sentence = sentences.products_finding(figures(count(channel({"totaaloordeel": said}, products=names)), Selection()))
    assert holds(sentence, ["VOG", "9,0", "Akte", "6,0", "Zeldzaam (n = 9)", "3 respondenten"])
    assert "10,0" not in sentence
    assert "Paspoort" not in sentence


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), "2019–2020"),
        (Selection(start=date(2020, 1, 1), end=date(2020, 12, 31)), "2020"),
        (Selection(start=date(2019, 1, 1), end=date(2020, 12, 31)), "2019–2020"),
        (Selection(start=date(2020, 1, 1), end=date(2020, 3, 31)), "1 jan – 31 mrt 2020"),
        (Selection(start=date(2019, 12, 1), end=date(2020, 3, 31)), "1 dec 2019 – 31 mrt 2020"),
        (Selection(start=date(2020, 2, 1)), "vanaf 1 feb 2020"),
        (Selection(end=date(2020, 2, 1)), "tot en met 1 feb 2020"),
    ],
)
def test_a_period_is_told_as_it_was_asked(selection: Selection, words: str) -> None:
    assert sentences.period_words(selection, date(2019, 3, 1), date(2020, 12, 30)) == words


def test_a_selection_names_channel_products_period_and_respons() -> None:
    selection = Selection("balie", ("Paspoort", "VOG"), date(2020, 1, 1), date(2020, 3, 31))
    parts = sentences.selection_sentence("balie", selection, 1214, None, None).split(" · ")
    assert parts == ["Balie", "Paspoort en VOG", "1 jan – 31 mrt 2020", "n = 1.214"]


@pytest.mark.parametrize(
    ("products", "words"),
    [((), "alle producten"), (("VOG",), "VOG"), (("A", "B", "C"), "A, B en C"), (("A", "B", "C", "D"), "4 producten")],
)
def test_a_few_products_are_named_and_more_are_counted(products: tuple[str, ...], words: str) -> None:
    assert sentences.products_words(products) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2020, 1, 1), date(2020, 3, 31), "2020, kwartaal 1"),
        (date(2020, 10, 1), date(2020, 12, 31), "2020, kwartaal 4"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(2020, 2, 1), date(2020, 4, 30), None),
        (date(2020, 1, 1), date(2020, 3, 30), None),
        (date(2020, 1, 2), date(2020, 3, 31), None),
        (date(2019, 1, 1), date(2020, 3, 31), None),
        (None, date(2020, 3, 31), None),
        (date(2020, 1, 1), None, None),
    ],
)
def test_only_a_whole_quarter_or_year_has_a_name(start: date | None, end: date | None, words: str | None) -> None:
    assert sentences.quarter_of(start, end) == words


def repeat_visit(**counts: int) -> Breakdown:
    n = sum(counts.values())
    options = ("in_een_keer", "ophalen", "documenten", "andere_reden", "weet_niet")
    return Breakdown(
        "herhaalbezoek",
        n,
        tuple(OptionCount(key, key, n, counts.get(key, 0), Fraction(counts.get(key, 0), n)) for key in options),
    )


def test_reasons_that_are_named_as_often_are_named_together() -> None:
    said = sentences.repeat_visit_finding(repeat_visit(in_een_keer=20, documenten=3, andere_reden=3))
    assert "omdat documenten ontbraken of om een andere reden" in said


@pytest.mark.parametrize(
    ("counts", "said"),
    [({"in_een_keer": 40}, "Niemand hoefde"), ({"in_een_keer": 30, "weet_niet": 10}, "Niemand zei")],
)
def test_nobody_is_only_said_of_what_is_known(counts: dict[str, int], said: str) -> None:
    assert sentences.repeat_visit_finding(repeat_visit(**counts)).startswith(said)
