"""What every page says of thirty random surveys, checked against the answers themselves; and the checker."""

from dataclasses import replace

import pytest

from tests import claims_checker as checker
from tests.benchmarks.claims import OVERALL, findings
from tests.claims_surveys import KINDS, make


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
    assert "Wachttijd" in told["verdeling"] or "Wachttijd" in told["scores"]


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
    said = "Totaaloordeel: 7,7 in kwartaal 1 2020, 7,7 in kwartaal 4 2020: aantoonbaar hoger; over alle kwartalen een aantoonbare stijging."
    assert len(checker.check_trend(flat, said, OVERALL)) == 2
    assert checker.check_priorities(flat, "Eerst doen: Wachttijd (7,8).", LABELS, OVERALL)
    years = replace(make("several_years", 0))
    assert "BM beside a mean over years" in checker.check_scores(years, "Wachttijd (7,8 tegen 7,9).", LABELS)
