"""What every page says of thirty random surveys, checked against the answers themselves; and the checker."""

from dataclasses import replace

import numpy as np
import pytest

from tests import claims_checker as checker
from tests import claims_differences as differences
from tests.benchmarks.claims import OVERALL, findings
from tests.claims_surveys import KINDS, TOPICS, make


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_says_anything_untrue(kind: str, number: int) -> None:
    told = list(findings(make(kind, number)))
    assert {finding.page for finding in told} >= {
        "scores",
        "producten",
        "terugkomen",
        "verdeling",
        "verloop",
        "prioriteiten",
    }
    assert [(finding.sentence, finding.wrong) for finding in told if finding.wrong] == []


def test_what_was_planted_is_found() -> None:
    told = {finding.page: finding.sentence for finding in findings(make("planted", 1))}
    assert "Product 1" in told["producten"]
    assert "Product 1" in told["terugkomen per product"]
    assert any("Wachttijd" in finding.sentence for finding in findings(PLANTED) if finding.page == "verdeling")


PLANTED = make("planted", 1)
LABELS = ("Openingstijden", "Wachtruimte", "Wachttijd", "Privacy a.d. balie", "Vriendelijkheid", "Prijs v.h. product")


@pytest.mark.parametrize(
    "untrue",
    [
        "Wachttijd (9,9 tegen 8,0) scoort aantoonbaar hoger dan BM.",
        "Alle zes aspecten scoren aantoonbaar hoger dan BM.",
        "Geen van de zeven aspecten wijkt aantoonbaar af van BM.",
    ],
)
def test_the_checker_sees_an_untrue_finding_on_scores(untrue: str) -> None:
    assert checker.check_scores(PLANTED, untrue, LABELS)


def test_the_checker_sees_untrue_findings_on_products_reasons_and_the_line() -> None:
    values = PLANTED.raw[OVERALL]
    assert checker.check_products(PLANTED, "Product 2 (9,9) scoort aantoonbaar hoger op totaaloordeel.", values)
    assert checker.check_products(PLANTED, "De producten zijn niet te onderscheiden op totaaloordeel.", values)
    assert checker.check_returning(PLANTED, "Wie terug moet komen, doet dat het vaakst om een andere reden (4%).")
    flat = make("noise", 0)
    said = "Totaaloordeel: 7,7 in 1e kwartaal 2020, 7,7 in 4e kwartaal 2020: aantoonbaar hoger; over alle kwartalen een aantoonbare stijging."
    assert len(checker.check_trend(flat, said, OVERALL)) == 2
    assert checker.check_priorities(flat, "Eerst doen: Wachttijd (7,8).", LABELS, OVERALL)
    years = replace(make("several_years", 0))
    assert "BM beside a mean over years" in checker.check_scores(years, "Wachttijd (7,8 tegen 7,9).", LABELS)


def test_the_checker_reads_labels_with_points() -> None:
    """ "Prijs v.h. product" is one name, not the end of a sentence."""
    said = "Prijs v.h. product (9,9 tegen 8,0) en Privacy a.d. balie (9,8 tegen 8,0) scoren aantoonbaar hoger dan BM."
    assert [label for label, _, _ in checker.named(said, LABELS)] == ["Prijs v.h. product", "Privacy a.d. balie"]
    wrong = checker.check_scores(PLANTED, said, LABELS)
    assert "Prijs v.h. product is not 9,9" in wrong
    assert "Privacy a.d. balie is not 9,8" in wrong


APART = make("products_apart", 0)
SIDES = ("Product 1", "Product 2")
ROWS = (OVERALL, "CES", *LABELS)


def test_what_two_products_differ_in_and_what_was_less_clear_is_found() -> None:
    told = {finding.page: finding.sentence for finding in findings(APART)}
    assert "scoort Product 1 aantoonbaar" in told["vergelijken"]
    assert "bij Product 1" in told["informatie per product"]
    assert "minder vaak vooraf duidelijk" in told["informatie per product"]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Geen van de acht cijfers verschilt aantoonbaar tussen Product 1 en Product 2.", "does differ"),
        ("In vergelijking met Product 2 scoort Product 1 aantoonbaar hoger op Wachttijd (−0,8).", "is not hoger"),
        ("In vergelijking met Product 2 scoort Product 1 aantoonbaar lager op Wachttijd (−9,9).", "does not differ by"),
        ("In vergelijking met Product 2 scoort Product 1 aantoonbaar hoger op CES (+1).", "silent about"),
        ("Het verschil op CES is aantoonbaar maar klein (minder dan de afronding).", "no small difference"),
        ("In vergelijking met Product 2 scoort Product 1 aantoonbaar hoger op CES (+1); acht cijfers verschillen niet "
         "aantoonbaar.", "8 not differing"),
        ("Er is iets. Niet vergeleken: Wachttijd (indicatief).", "was compared"),
    ],
)  # fmt: skip
def test_the_checker_sees_an_untrue_comparison(said: str, wrong: str) -> None:
    assert any(wrong in fault for fault in differences.check_comparison(APART, said, SIDES, ROWS))


def test_the_checker_sees_what_is_untrue_of_what_was_clear() -> None:
    topics = [label for label in APART.raw if APART.points[label] is not None and label not in ROWS][-len(TOPICS) :]
    flat = make("noise", 0)
    untrue = f"Aantoonbaar minder vaak vooraf duidelijk dan bij andere producten: {topics[0]} bij Product 1 (1%)."
    assert len(differences.check_informed(flat, untrue, topics)) == 2
    assert differences.check_informed(APART, "Geen product valt aantoonbaar op in wat vooraf duidelijk was.", topics)
    assert differences.check_informed(APART, "Er zijn te weinig antwoorden per product.", topics)
    assert checker.check_products(
        APART, "Er zijn te weinig antwoorden per product om ze te onderscheiden.", APART.raw[OVERALL]
    )


def test_the_checker_sees_what_is_untrue_of_a_distribution() -> None:
    hidden = make("small_groups", 0)
    bad = {label: np.where(np.isnan(hidden.raw[label]), np.nan, hidden.raw[label] <= 5) for label in LABELS}
    good = {label: np.where(np.isnan(hidden.raw[label]), np.nan, hidden.raw[label] >= 8) for label in LABELS}
    words = ("een onvoldoende", "een 8 of hoger")
    for said, wrong in (
        ("Niemand gaf een onvoldoende.", "somebody did"),
        ("De vragen zijn niet te onderscheiden.", "does stand apart"),
        ("Aantoonbaar vaker een onvoldoende dan bij de andere vragen: Wachttijd (0%).", "does not stand out"),
    ):
        assert any(wrong in fault for fault in differences.check_distribution(hidden, said, bad, good, words))
    single = next(made for seed in range(20) if len((made := make("small_groups", seed)).products) < 80)
    alike = "Alle producten scoren gelijk op totaaloordeel: 8,0."
    assert any("is not shown" in fault for fault in checker.check_products(single, alike, single.raw[OVERALL]))
    spread = "De producten zijn niet te onderscheiden op totaaloordeel: zonder spreiding is er niets te toetsen."
    assert any("few" in fault for fault in checker.check_products(single, spread, single.raw[OVERALL]))
