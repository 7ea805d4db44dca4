"""Sentences above the figures: the right figures, the right names and the right side of BM."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from lib.figures.breakdowns import Breakdown, OptionCount
from lib.figures.channel import ChannelFigures, figures, within_one_year
from lib.figures.counts import Counts, count
from lib.figures.selection import Selection
from lib.report import sentences
from lib.report.score_findings import scores_finding
from lib.survey.references import Reference, References
from tests.figures.surveys import Said, channel

ASPECTS = ("openingstijden", "wachtruimte", "wachttijd", "prijs")


def holds(sentence: str, words: Sequence[str]) -> bool:
    """Whether all these words stand in a sentence, whatever their case."""
    return all(word.lower() in sentence.lower() for word in words)


def compared(given: Mapping[str, tuple[int, str | None]], n: int = 100) -> ChannelFigures:
    """Aspects with the mean of the grades of `n` respondents, half of them a grade above it, half below, and BM."""
    said: dict[str, Sequence[Said]] = {
        key: [grade - 1, grade + 1] * (n // 2) + [grade] * (n % 2) for key, (grade, _) in given.items()
    }
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
    sentence = scores_finding(compared(given))
    assert holds(sentence, said), sentence
    assert not any(word.lower() in sentence.lower() for word in unsaid), sentence


def test_without_a_benchmark_what_stands_out_is_named() -> None:
    sentence = scores_finding(compared({"openingstijden": (9, None), "wachtruimte": (6, None), "prijs": (8, None)}))
    assert holds(sentence, ["geen BM", "Openingstijden (9,0)", "hoger", "Wachtruimte (6,0)", "lager"])
    alike = scores_finding(compared({"openingstijden": (8, None), "wachtruimte": (8, None)}))
    assert alike == "Voor de aspecten is er geen BM. Alle getoonde aspecten scoren gelijk: 8,0."


def test_what_takes_no_part_is_told_and_the_count_is_of_what_does() -> None:
    given: Mapping[str, tuple[int, str | None]] = {
        "openingstijden": (9, "8.0"),
        "wachtruimte": (7, "8.0"),
        "prijs": (8, None),
    }
    assert scores_finding(compared(given)) == (
        "Openingstijden (9,0 tegen 8,0) scoort aantoonbaar hoger dan BM; Wachtruimte (7,0 tegen 8,0) scoort aantoonbaar lager "
        "dan BM. Niet met BM vergeleken: Prijs v.h. product (geen BM)."
    )
    few = compared(given)
    hidden = replace(
        few, scores=(*few.scores[:2], replace(few.scores[1], key="x", label="Weinig", n=9, verdict="suppressed"))
    )
    assert scores_finding(hidden).endswith("Niet met BM vergeleken: Weinig (te weinig respons).")


def test_several_years_have_no_benchmark_beside_them() -> None:
    said = {"wachttijd": [7, 9] * 40, "prijs": [6, 8] * 40}
    made = channel(said, days=[date(2019, 5, 1)] * 40 + [date(2020, 5, 1)] * 40)
    references = References((Reference("balie", "wachttijd", 2020, Decimal("7.0"), None),))
    whole = within_one_year(figures(count(made), Selection(), references))
    assert whole.years == (2019, 2020)
    assert [score.verdict for score in whole.scores] == ["no_benchmark", "no_benchmark"]
    assert scores_finding(whole).startswith("Dit zijn cijfers over 2019–2020 samen; kies één jaar")
    year = within_one_year(figures(count(made), Selection(start=date(2020, 1, 1)), references))
    assert year.scores[0].verdict == "higher"


def test_between_ten_and_thirty_answers_nothing_is_judged() -> None:
    sentence = scores_finding(compared({"openingstijden": (9, "6.0"), "wachtruimte": (7, "6.0")}, n=29))
    assert holds(sentence, ["te weinig antwoorden", "30"])
    assert "aantoonbaar" not in sentence


def test_under_ten_answers_no_figure_is_told() -> None:
    sentence = scores_finding(compared({"openingstijden": (9, "6.0")}, n=9))
    assert holds(sentence, ["te weinig respons", "n = 9"])
    assert "9,0" not in sentence


def test_a_channel_without_scores_says_so() -> None:
    assert holds(scores_finding(figures(count(channel({"ces": ["weinig"] * 40})), Selection())), ["geen"])


@pytest.mark.parametrize("name", ["balie", "telefoon", "digitaal"])
def test_the_finding_of_the_sample_counts_what_its_table_shows(
    name: str, sample_counts: Mapping[str, Counts], sample_references: References
) -> None:
    found = figures(sample_counts[name], Selection(), sample_references)
    sentence = scores_finding(found)
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
        (
            ["ophalen"] * 12 + ["documenten"] * 8 + ["in_een_keer"] * 60,
            ["niet te onderscheiden", "15%", "10%"],
            ["het vaakst"],
        ),
        (["ophalen"] * 15 + ["in_een_keer"] * 10, ["op te halen", "60%"], ["het vaakst"]),
        (["ophalen"] * 15 + ["documenten"] * 2, ["te weinig antwoorden", "n = 17"], ["het vaakst"]),
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


def products(said: Mapping[str, Sequence[int]]) -> str:
    """The finding on products, each with the grades of its customers."""
    grades: Sequence[Said] = [grade for given in said.values() for grade in given]
    names = [name or None for name, given in said.items() for _ in given]
    return sentences.products_finding(figures(count(channel({"totaaloordeel": grades}, products=names)), Selection()))


def test_products_that_stand_out_are_named_and_those_with_too_few_answers() -> None:
    sentence = products({
        "VOG": [9, 10] * 30, "Akte": [5, 7] * 30, "Paspoort": [7, 8] * 100, "Rijbewijs": [6, 9] * 50, "Zeldzaam": [10] * 9, "": [8] * 3,
    })  # fmt: skip
    assert sentence == (
        "VOG (9,5) scoort aantoonbaar hoger op totaaloordeel dan de andere producten samen; Akte (6,0) scoort aantoonbaar "
        "lager. Te weinig respons om te tonen: Zeldzaam (n = 9). Van 3 respondenten is het product niet bekend."
    )


def test_products_of_one_distribution_are_not_told_apart() -> None:
    rng = np.random.default_rng(1)
    sentence = products({f"Product {place}": rng.integers(6, 11, 40).tolist() for place in range(40)})
    assert sentence == "De producten zijn niet te onderscheiden op totaaloordeel: de verschillen kunnen toeval zijn."
    few = products({"A": [7, 9] * 10, "B": [5, 6] * 14})
    assert few == "Er zijn te weinig antwoorden per product om ze op totaaloordeel te onderscheiden (n onder 30)."
    assert products({"A": [7, 9] * 30}) == "A scoort 8,0 op totaaloordeel."
    alike = products({"A": [8] * 50, "B": [7] * 50})
    assert alike == "De producten zijn niet te onderscheiden op totaaloordeel: zonder spreiding is er niets te toetsen."
    lone = products({"A": [7, 9] * 25, "B": [5, 6] * 5})  # the others are too few, spread or not
    assert lone == "Er zijn te weinig antwoorden per product om ze op totaaloordeel te onderscheiden (n onder 30)."
    assert products({"A": [7, 9] * 30, "B": [8] * 30, "C": [1] * 3}).startswith("Alle getoonde producten scoren gelijk")
    assert products({"A": [7, 9] * 30, "B": [8] * 30}) == "Alle producten scoren gelijk op totaaloordeel: 8,0."


def test_several_products_take_the_plural() -> None:
    sentence = products({"A": [9, 10] * 30, "B": [9, 10] * 30, "C": [5, 7] * 60, "D": [5, 7] * 60})
    assert sentence.startswith("A (9,5) en B (9,5) scoren aantoonbaar hoger")


def by_product(shares: Mapping[str, tuple[int, int]]) -> list[tuple[str, Breakdown]]:
    """Per product how many of n came back because documents were missing."""
    return [(name, repeat_visit(documenten=some, in_een_keer=n - some)) for name, (some, n) in shares.items()]


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ({"Rijbewijs": (40, 100), "Akte": (10, 100), "VOG": (9, 100)},
         "Omdat documenten ontbraken, komen klanten aantoonbaar vaker terug dan bij andere producten: Rijbewijs (40%)"),
        ({"Rijbewijs": (12, 100), "Akte": (10, 100), "VOG": (9, 100)}, "Geen product valt aantoonbaar op"),
        ({"Rijbewijs": (12, 20), "Akte": (1, 20)}, "te weinig antwoorden per product"),
    ],
)  # fmt: skip
def test_the_product_for_which_documents_were_missing_is_named(shares: dict[str, tuple[int, int]], said: str) -> None:
    assert said in sentences.returning_products(by_product(shares))
    assert sentences.returning_products(by_product(dict(list(shares.items())[:1]))) == ""


def test_the_product_and_subject_that_were_less_clear_are_named() -> None:
    def clear(costs: int) -> Breakdown:
        counted = (("kosten", "De kosten", costs), ("vragen", "Waar u terecht kon met vragen", 60))
        return Breakdown(
            "informatie", 100, tuple(OptionCount(k, label, 100, c, Fraction(c, 100)) for k, label, c in counted)
        )

    rows = [("Verhuizing", clear(20)), ("Paspoort", clear(60)), ("VOG", clear(62))]
    assert sentences.informed_products(rows) == (
        "Aantoonbaar minder vaak vooraf duidelijk dan bij andere producten: de kosten bij Verhuizing (20%); vaker vooraf "
        "duidelijk: de kosten bij VOG (62%)."
    )
    assert sentences.informed_products(rows[1:]) == "Geen product valt aantoonbaar op in wat vooraf duidelijk was."


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), "2019–2020"),
        (Selection(start=date(2020, 1, 1), end=date(2020, 12, 31)), "2020"),
        (Selection(start=date(2019, 1, 1), end=date(2020, 12, 31)), "2019–2020"),
        (Selection(start=date(2020, 1, 1), end=date(2020, 3, 31)), "1e kwartaal 2020"),
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
    assert parts == ["Balie", "Paspoort en VOG", "1e kwartaal 2020", "n = 1.214"]


@pytest.mark.parametrize(
    ("products", "words"),
    [((), "alle producten"), (("VOG",), "VOG"), (("A", "B", "C"), "A, B en C"), (("A", "B", "C", "D"), "4 producten")],
)
def test_a_few_products_are_named_and_more_are_counted(products: tuple[str, ...], words: str) -> None:
    assert sentences.products_words(products) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2020, 1, 1), date(2020, 3, 31), "1e kwartaal 2020"),
        (date(2020, 10, 1), date(2020, 12, 31), "4e kwartaal 2020"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(2020, 2, 1), date(2020, 2, 29), "februari 2020"),
        (date(2020, 2, 1), date(2020, 4, 30), None),
        (date(2020, 1, 1), date(2020, 3, 30), None),
        (date(2020, 1, 2), date(2020, 3, 31), None),
        (date(2019, 1, 1), date(2020, 3, 31), None),
        (None, date(2020, 3, 31), None),
        (date(2020, 1, 1), None, None),
    ],
)
def test_only_a_whole_month_quarter_or_year_has_a_name(start: date | None, end: date | None, words: str | None) -> None:
    assert sentences.period_name(start, end) == words


def repeat_visit(**counts: int) -> Breakdown:
    n = sum(counts.values())
    options = ("in_een_keer", "ophalen", "documenten", "andere_reden", "weet_niet")
    return Breakdown(
        "herhaalbezoek",
        n,
        tuple(OptionCount(key, key, n, counts.get(key, 0), Fraction(counts.get(key, 0), n)) for key in options),
    )


def test_reasons_that_are_named_as_often_are_named_together() -> None:
    said = sentences.repeat_visit_finding(repeat_visit(in_een_keer=200, documenten=30, andere_reden=30))
    assert "niet te onderscheiden: omdat documenten ontbraken (12%) en om een andere reden (12%)" in said


@pytest.mark.parametrize(
    ("counts", "said"),
    [({"in_een_keer": 40}, "Niemand hoefde"), ({"in_een_keer": 30, "weet_niet": 10}, "Niemand zei")],
)
def test_nobody_is_only_said_of_what_is_known(counts: dict[str, int], said: str) -> None:
    assert sentences.repeat_visit_finding(repeat_visit(**counts)).startswith(said)
