"""Each remark of the check where it belongs, and none where it doesn't."""

from datetime import date
from decimal import Decimal

import pytest

from lib.figures.selection import Selection
from lib.report.check.check_draft import check_draft
from lib.survey.references import Reference, References
from tests.figures.surveys import channel
from tests.report.check.conftest import Check, codes, draft_of, of_item, session_of, spread

BALIE = "Balie 2020\n\nAspect\tEigen\tBM\n"
REPEAT = (
    "Ik werd in één keer geholpen",
    "Ik moet terugkomen om op te halen wat ik heb aangevraagd",
    "Ik moet terugkomen omdat ik niet alle of de juiste documenten bij me had",
    "Ik moet terugkomen om een andere reden",
    "Weet ik niet (meer)",
)


def shares(*values: int) -> str:
    return "Balie 2020\n" + "\n".join(f"{label}\t{value}%" for label, value in zip(REPEAT, values, strict=True))


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Openingstijden\t8,2 ▲\t8,0", False),
        ("Openingstijden\t8,2 ▼\t8,0", True),
        ("Wachttijd\t8,1 ▼\t8,2", True),
        ("Wachttijd\t8,1 ↓\t8,2", True),
        ("Wachttijd\t8,1\t8,2", False),
    ],
)
def test_an_arrow_says_no_more_than_the_test(check: Check, line: str, is_told: bool) -> None:
    found = check(BALIE + line + "\n")
    assert ("arrow_without_significance" in codes(found)) == is_told


def test_an_arrow_is_of_the_figure_before_it(check: Check) -> None:
    found = check("Balie 2020\n\nOpeningstijden 8,2 ▲ en wachttijd 8,1.\n")
    assert "arrow_without_significance" not in codes(found)


@pytest.mark.parametrize(
    ("values", "is_told"), [((69, 24, 3, 2, 3), False), ((69, 24, 3, 2, 1), False), ((69, 24, 13, 2, 3), True)]
)
def test_shares_of_which_rounding_explains_the_sum_are_not_alleged(
    check: Check, values: tuple[int, ...], is_told: bool
) -> None:
    assert ("shares_do_not_add_up" in codes(check(shares(*values)))) == is_told


def test_shares_with_a_decimal_have_less_room(check: Check) -> None:
    text = shares(69, 24, 3, 2, 4).replace("69%", "69,0%").replace("24%", "24,0%").replace("\t3%", "\t3,0%")
    assert "shares_do_not_add_up" in codes(check(text.replace("\t2%", "\t2,0%").replace("\t4%", "\t4,0%")))
    assert "shares_do_not_add_up" not in codes(check(text.replace("\t4%", "\t3%")))


def test_no_reviews_beside_tips(check: Check) -> None:
    assert "reviews_zero_beside_tips" in codes(check("Balie 2020\nReviews\n0\nVerbetertips\n633 personen\n"))
    assert "reviews_zero_beside_tips" not in codes(
        check("Digitaal 2020\nReviews\n382 personen\nVerbetertips\n771 personen\n")
    )


def test_a_draft_without_a_year(check: Check) -> None:
    (remark,) = [
        each for each in check("Balie\n\nAspect\tEigen\nWachttijd\t8,1\n").remarks if each.code == "no_year_printed"
    ]
    assert "2020" in remark.message
    assert "no_year_printed" not in codes(check(BALIE + "Wachttijd\t8,1\t8,2\n"))
    assert "no_year_printed" not in codes(check("Niets met cijfers.\n"))


def test_figures_that_are_off_their_scale(check: Check) -> None:
    assert "off_scale" in codes(check(BALIE + "Wachttijd\t81\t8,2\n"))
    assert "off_scale" in codes(check("Digitaal 2020\n\nStelling\tEigen\tBM\nAanvraag verliep eenvoudig\t162%\t68%\n"))
    assert "off_scale" not in codes(check(BALIE + "Wachttijd\t8,1\t8,2\n"))


def test_signs_that_were_repaired(check: Check) -> None:
    assert "repaired_characters" in codes(check(BALIE + "Openingstijden\t8,2\t8,O\nWachttijd\t8,1\t8,2\n"))


@pytest.mark.parametrize(
    "text",
    ["Balie 2020\n\nTotaaloordeel 8,3 (n = 3018)\n", "Balie 2020\n\nOpeningstijden scoort een 8,2 (n = 3.018).\n"],
)
def test_an_n_that_is_the_respons(check: Check, text: str) -> None:
    found = check(text)
    assert "n_is_response_count" in codes(found)
    assert not [figure for figure in found.figures if figure.verdict == "differs"]


def test_an_n_in_a_column_that_is_the_respons_is_wrong_and_told_once(check: Check) -> None:
    found = check("Balie 2020\n\nAspect\tEigen\tn\nOpeningstijden\t8,2\t3.018\n")
    assert of_item(found, "openingstijden", "n").verdict == "differs"
    assert codes(found).count("n_is_response_count") == 1


def test_an_n_that_is_the_base_is_right(check: Check) -> None:
    found = check("Balie 2020\n\nTotaaloordeel 8,3 (n = 3.000)\n")
    assert "n_is_response_count" not in codes(found)
    assert "n_differs" not in codes(found)


def test_too_few_answers() -> None:
    session = session_of(channel({"privacy": [8] * 7 + [None] * 20, "wachttijd": spread((7, 8), 27)}))
    found = check_draft(
        session, draft_of("Balie 2020\n\nAspect\tEigen\nPrivacy a.d. balie\t8,0\nWachttijd\t7,5\n"), Selection()
    )
    assert codes(found).count("below_minimum_base") == 1


def test_a_benchmark_of_another_year() -> None:
    references = References((Reference("balie", "wachttijd", 2019, Decimal("8.2"), None),))
    answers = channel({"wachttijd": spread((7, 8, 9), 60)}, days=[date(2020, 5, 4)] * 60)
    text = "Balie 2020\n\nAspect\tEigen\tBM\nWachttijd\t8,0\t8,2\n"
    found = check_draft(session_of(answers, references=references), draft_of(text), Selection())
    (remark,) = [each for each in found.remarks if each.code == "benchmark_other_year"]
    assert "2019" in remark.message
    now = References((Reference("balie", "wachttijd", 2020, Decimal("8.2"), None),))
    assert "benchmark_other_year" not in codes(
        check_draft(session_of(answers, references=now), draft_of(text), Selection())
    )


def test_the_year_that_the_draft_says_is_taken_and_said() -> None:
    days = [date(2019, 5, 4)] * 40 + [date(2020, 5, 4)] * 40
    session = session_of(channel({"wachttijd": [7] * 40 + [9] * 40}, days=days))
    found = check_draft(session, draft_of("Balie 2019\n\nAspect\tEigen\nWachttijd\t7,0\n"), Selection())
    assert [figure.verdict for figure in found.figures] == ["reproduces"]
    (remark,) = [each for each in found.remarks if each.code == "year_of_draft"]
    assert "2019" in remark.message
