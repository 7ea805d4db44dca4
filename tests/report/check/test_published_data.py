"""What leaves: no suppressed value can be got out of it, whatever is asked, and what may be told is told as it is."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from lib.figures.selection import Selection
from lib.report import dutch
from lib.report.check.check_draft import check_draft
from lib.report.check.check_report import Stamp, report_page, report_tables
from lib.report.check.check_tables import VERDICTS
from lib.session.session import Session
from lib.survey.references import Reference, References
from tests.figures.surveys import channel
from tests.report.check.conftest import dated, draft_of, of_item, session_of, spread

STAMP = Stamp(date(2020, 12, 31), "N. de Boer", "adviseur", "0" * 64)
HEAD = "Balie 2020\n\n"


@pytest.fixture(scope="module")
def small() -> Session:
    """A survey in which seven came for one product, five in one month, and seven answered one question."""
    products = ["Paspoort"] * 60 + ["Rijbewijs"] * 40 + ["Legalisatie"] * 7
    days = [*dated(1, 50), *dated(2, 45), *dated(3, 5), *dated(4, 7)]
    everyone = len(products)
    return session_of(
        channel(
            {
                "totaaloordeel": [*spread((8, 9, 7), 100), 2, 3, 2, 9, 1, 2, 3],
                "wachttijd": spread((7, 8, 9, 6), everyone),
                "privacy": [8, 9, 4, 6, 7, 7, 9, *([None] * (everyone - 7))],
            },
            products=products,
            days=days,
        ),
        references=References((Reference("balie", "wachttijd", 2020, None, None),)),
    )


def told(session: Session, text: str, selection: Selection, guess: str) -> tuple[str, ...]:
    """Everything in the report, without what was asked."""
    page = report_page(session, draft_of(text), selection, STAMP)
    cells = [cell.text for table in report_tables(page) for row in table.rows for cell in row]
    return tuple(re.sub(rf"(?<![\d,]){guess}(?![\d,])", "#", cell) for cell in cells)


def grades() -> Iterator[str]:
    """Every grade but that of Paspoort, which the report may tell."""
    for tenths in (tenths for tenths in range(10, 101) if tenths != 80):
        yield f"{tenths // 10},{tenths % 10}"


ASKED = {
    "a product with seven": (HEAD + "Product\tTotaaloordeel\nPaspoort\t8,00\nLegalisatie\t{}\n", Selection()),
    "a question that seven answered": (HEAD + "Aspect\tEigen\tBM\nPrivacy a.d. balie\t{}\t8,10\n", Selection()),
    "a month with five": (
        HEAD + "Totaaloordeel {}\n",
        Selection(None, (), date(2020, 3, 1), date(2020, 3, 31)),
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_the_report_answers_every_guess_alike(small: Session, name: str) -> None:
    text, selection = ASKED[name]
    answers = {told(small, text.format(guess), selection, guess) for guess in grades()}
    assert len(answers) == 1
    (only,) = answers
    assert "niet herleidbaar" in only
    assert any("te weinig respons om te tonen" in cell for cell in only)
    assert not any("n =" in cell for cell in only)


def test_of_what_is_told_rounded_the_check_gives_no_decimal_more(small: Session) -> None:
    selection = Selection(None, (), date(2020, 3, 1), date(2020, 4, 30))  # twelve people, of whom five in March
    exact = small.figures("balie", selection).overall
    assert exact is not None
    assert exact.value is not None
    answers, rounded = set(), dutch.number(dutch.half_up(exact.value, 1))
    for hundredths in range(101, 1001, 7):
        guess = dutch.number(Decimal(hundredths) / 100) if hundredths % 10 else None
        if guess is not None:
            answers.add(told(small, HEAD + f"Totaaloordeel {guess}\n", selection, guess))
    assert len(answers) <= 2, "the fraction that rounding half up gives is all that can be told apart"
    everything = " ".join(cell for answer in answers for cell in answer)
    assert dutch.number(dutch.half_up(exact.value, 2)) not in everything
    assert "vervang" not in everything or rounded in everything


def test_the_base_of_what_is_hidden_can_not_be_guessed(small: Session) -> None:
    text = HEAD + "Product\tTotaaloordeel\tn\nPaspoort\t8,0\t60\nLegalisatie\t–\t{}\n"
    guesses = (*range(2, 10), *range(11, 40))
    answers = {told(small, text.format(guess), Selection(), str(guess)) for guess in guesses}
    found = check_draft(small, draft_of(text.format(7)), Selection(), "publish")
    assert of_item(found, "product:Legalisatie", "n").verdict == "not_traceable"
    outcomes = {tuple(cell for cell in answer if cell in VERDICTS.values()) for answer in answers}
    assert len(outcomes) == 1


def test_a_suppressed_figure_has_one_remark_and_nothing_else(small: Session) -> None:
    text = ASKED["a product with seven"][0].format("2,9")
    found = check_draft(small, draft_of(text), Selection(), "publish")
    figure = of_item(found, "product:Legalisatie")
    assert (figure.verdict, figure.recomputed, figure.correction) == ("not_traceable", None, None)
    assert (figure.causes, figure.flips_verdict) == ((), False)
    (remark,) = [each for each in found.remarks if each.place == figure.printed.place]
    assert remark.code == "below_minimum_base"
    assert "7" not in remark.message


def test_the_owner_is_told_how_many_there_were(small: Session) -> None:
    found = check_draft(small, draft_of(ASKED["a product with seven"][0].format("0,0")), Selection())
    figure = of_item(found, "product:Legalisatie")
    assert figure.verdict == "not_traceable"
    assert [cause.code for cause in figure.causes] == ["zero_means_missing"]
    assert any("n = 7" in remark.message for remark in found.remarks)


def test_what_may_be_told_is_told(small: Session) -> None:
    text = HEAD + "Respons\n107 personen\n\nAspect\tEigen\nWachttijd\t7,6\n"
    found = check_draft(small, draft_of(text), Selection(), "publish")
    assert of_item(found, "responses").verdict == "reproduces"
    wrong = of_item(found, "wachttijd")
    assert (wrong.verdict, wrong.recomputed) == ("differs", "7,5")


def test_what_leaves_is_never_explained_by_a_smaller_selection(small: Session) -> None:
    """The totaaloordeel of a month or product would be an answer about another group than the draft's."""
    text = HEAD + "Aspect\tEigen\nWachttijd\t{}\n"
    for guess in grades():
        found = check_draft(small, draft_of(text.format(guess)), Selection(), "publish")
        given = {cause.code for figure in found.figures for cause in figure.causes}
        assert not given & {"other_period", "other_product", "outside_base_counted", "mean_of_aspects"}


def test_the_sample_says_the_same_to_others_where_nothing_is_hidden(sample_session: Session) -> None:
    text = "Digitaal 2020\n\nStelling\tEigen\tBM\nAanvraag verliep eenvoudig\t62%\t68%\nDigitaal loket is goed vindbaar\t61%\t68%\n"
    owner, others = (check_draft(sample_session, draft_of(text), Selection(), who) for who in ("explore", "publish"))
    assert [figure.verdict for figure in owner.figures] == [figure.verdict for figure in others.figures]
    assert [figure.recomputed for figure in owner.figures] == [figure.recomputed for figure in others.figures]
