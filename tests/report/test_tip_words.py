"""Sentences and tables of open answers: what they count, and what may leave the app."""

from datetime import date
from fractions import Fraction

import pytest

from lib.answers.choice import Choice
from lib.answers.collection import MaskedAnswer
from lib.answers.search import Index
from lib.answers.themes import Theme
from lib.figures.verbatims import Verbatim
from lib.render.csv_file import table_csv
from lib.report import theme_tables, tip_sentences, tip_tables

THEMES = (Theme("wachttijd", "Wachttijd", ("wachten",)), Theme("kosten", "Kosten", ("duur",)))
LABELS = theme_tables.labels(THEMES)


def masked(
    *themes: str,
    grade: int | None = None,
    question: str = "tip",
    key: str = "k",
    text: str = "tekst",
    product: str | None = "Paspoort",
) -> MaskedAnswer:
    about = Verbatim("balie", product, date(2020, 3, 1), None if grade is None else Fraction(grade), question)
    return MaskedAnswer(key, text, 0, about, themes or ("overig",))


@pytest.mark.parametrize(
    ("shown", "of", "is_filtered", "sentence"),
    [
        ([], [], False, "In deze selectie heeft niemand een tip of toelichting geschreven."),
        ([], [masked()], True, "Geen van de 1 open antwoorden past bij uw keuze."),
        ([masked()], [masked()], False, "Klanten schreven 1 tip."),
        ([masked()], [masked()] * 1200, True, "1 van de 1.200 open antwoorden past bij uw keuze."),
        ([masked(grade=7)] * 10, [masked()] * 20, True, "10 van de 20 open antwoorden passen bij uw keuze; wie ze schreven, geven gemiddeld een 7,0."),
        ([masked(grade=7)] * 9, [masked()] * 20, True, "9 van de 20 open antwoorden passen bij uw keuze."),
    ],
)  # fmt: skip
def test_what_there_is_to_read_is_told(
    shown: list[MaskedAnswer], of: list[MaskedAnswer], is_filtered: bool, sentence: str
) -> None:
    assert tip_sentences.reading_finding(shown, of, is_filtered, LABELS) == sentence


def test_kinds_are_counted_apart_and_the_commonest_themes_named() -> None:
    answers = [
        masked("kosten"),
        masked("kosten", "wachttijd"),
        masked(question="toelichting"),
        masked(question="eigen"),
    ]
    assert tip_sentences.reading_finding(answers, answers, False, LABELS) == (
        "Klanten schreven 2 tips, 1 toelichting en 1 ander open antwoord. Het vaakst gaat het over Kosten (2) en Wachttijd (1)."
    )


def test_praise_and_what_is_filtered_on_are_no_news() -> None:
    labels = {**LABELS, "complimenten": "Complimenten"}
    answers = [
        masked("complimenten", "kosten"),
        masked("complimenten", "wachttijd"),
        masked("complimenten", "wachttijd"),
    ]
    assert "Complimenten" not in tip_sentences.reading_finding(answers, answers, False, labels)
    said = tip_sentences.reading_finding(answers, answers, True, labels, "wachttijd")
    assert said.endswith("Het vaakst gaat het ook over Kosten (1).")


@pytest.mark.parametrize(
    ("count", "elsewhere", "words"),
    [
        (0, 0, "U hebt nog geen tips gekozen."),
        (1, 0, "1 tip mag getoond worden"),
        (2, 1, "2 tips mogen getoond worden: gelezen, afgedekt en goedgekeurd. Nog 1 gekozen tip hoort niet"),
        (0, 3, "Nog 3 gekozen tips horen niet bij deze selectie."),
    ],
)
def test_chosen_tips_are_counted(count: int, elsewhere: int, words: str) -> None:
    assert words in tip_sentences.chosen_finding(count, elsewhere)


def test_what_is_looked_for_instead_is_said() -> None:
    index = Index(["De afspraak was snel", "Lang wachten"])
    said = tip_sentences.searched_words(index.read("afspraka zebra wachten -fiets"))
    assert said == ["‘afspraka’ komt niet voor; er is gezocht op ‘afspraak’.", "‘zebra’ komt niet voor."]


def test_the_log_of_covers_counts_and_promises_nothing() -> None:
    assert "geen persoonsgegevens gevonden" in tip_sentences.covered_finding({("balie", "tip"): {}})
    assert tip_sentences.covered_finding({("balie", "tip"): {"naam": 1}}).startswith("Op 1 plaats is afgedekt")
    log = {("balie", "tip"): {"naam": 2, "telefoonnummer": 1}, ("digitaal", "tip"): {}}
    table = tip_tables.covered_table(log, {"tip": "Verbetertips"})
    assert [column.label for column in table.columns] == ["Open vraag", "Telefoonnummer", "Naam"]
    assert [[cell.text for cell in row] for row in table.rows] == [["Balie, verbetertips", "1", "2"]]


def test_only_approved_texts_leave_in_the_order_of_choosing() -> None:
    answers = [masked(key="a", text="Eerste"), masked(key="b", text="Tweede", grade=7), masked(key="c", text="Derde")]
    choice = Choice({"b": "Tweede [naam]", "zz": "Van een ander bestand", "a": "=1+1"})
    approved = tip_tables.approved(choice, answers)
    assert [(one.key, text) for one, text in approved] == [("b", "Tweede [naam]"), ("a", "=1+1")]
    csv = table_csv(tip_tables.approved_table(approved)).decode("utf-8-sig")
    assert csv.splitlines()[1:] == [
        "Balie;Verbetertip;Paspoort;maart 2020;7;Tweede [naam]",
        "Balie;Verbetertip;Paspoort;maart 2020;–;'=1+1",
    ]
    assert "De Vries" not in csv


def test_themes_are_ranked_with_what_has_none_last() -> None:
    answers = [masked(grade=5)] * 20 + [masked("kosten", grade=6)] * 10 + [masked("wachttijd", "kosten", grade=4)] * 5
    table = theme_tables.counts_table(answers, THEMES)
    # By hand: (100 + 60 + 20) / 35 is 5,1; kosten (60 + 20) / 15 is 5,3.
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Kosten", "15", "43%", "5,3", "+0,2", "15"],
        ["Wachttijd", "5", "14%", "te weinig respons", "–", "5"],
        ["Overig", "20", "57%", "5,0", "−0,1", "20"],
    ]
    assert table.rows[0][0].link == "?thema=Kosten"
    assert theme_tables.finding(answers, THEMES) == "De meeste antwoorden gaan over Kosten (15) en Wachttijd (5)."
    assert theme_tables.finding([masked()], THEMES) == "In deze antwoorden is geen enkel thema herkend."


def test_products_with_few_answers_are_left_out() -> None:
    answers = [masked("kosten", grade=6)] * 10 + [masked("kosten", product="VOG")] * 9 + [masked(product=None)] * 30
    table = theme_tables.by_product_table(answers, "kosten", "Kosten")
    assert [row[0].text for row in table.rows] == ["Paspoort"]


def test_a_file_leaves_out_the_mean_from_which_a_small_one_follows() -> None:
    # Of eleven who wrote about kosten one chose VOG: with both means known, so is that one's grade.
    answers = (
        [masked("kosten", grade=6)] * 10 + [masked("kosten", grade=2, product="VOG")] + [masked(product="VOG")] * 9
    )
    on_page = theme_tables.by_product_table(answers, "kosten", "Kosten")
    assert [[cell.text for cell in row[:4]] for row in on_page.rows] == [
        ["Paspoort", "10", "100%", "6,0"],
        ["VOG", "1", "10%", "te weinig respons"],
    ]
    in_file = theme_tables.by_product_table(answers, "kosten", "Kosten", for_file=True)
    assert [row[3].text for row in in_file.rows] == ["te weinig respons"] * 2
    alone = theme_tables.by_product_table(answers[:10], "kosten", "Kosten", for_file=True)
    assert [row[3].text for row in alone.rows] == ["6,0"]


def test_a_file_leaves_out_what_tells_the_grade_of_the_few_others() -> None:
    # Ten of eleven wrote about kosten: the mean of all and theirs would tell the grade of the eleventh.
    answers = [masked("kosten", grade=6)] * 10 + [masked("wachttijd", grade=2)]
    assert theme_tables.counts_table(answers, THEMES).rows[0][3].text == "6,0"
    assert theme_tables.counts_table(answers, THEMES, for_file=True).rows[0][3].text == "te weinig respons"
    assert theme_tables.counts_table(answers * 10, THEMES, for_file=True).rows[0][3].text == "6,0"
    per_product = theme_tables.by_product_table(answers, "kosten", "Kosten", for_file=True)
    assert [cell.text for cell in per_product.rows[0]] == ["Paspoort", "10", "91%", "6,0", "–", "10"]


def test_too_few_is_told_per_channel() -> None:
    assert tip_sentences.too_few({"balie": 7, "telefoon": 0, "digitaal": 8}) == (
        "Te weinig respons om open antwoorden te tonen: balie n = 7, digitaal n = 8. Zij staan er pas vanaf n = 10 in een kanaal."
    )
