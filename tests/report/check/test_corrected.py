"""What a user says that a number is, is checked as that."""

from dataclasses import replace

from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim
from lib.report.check.check_draft import check_draft, read_numbers
from lib.report.check.check_json import summary_sentence
from lib.report.check.choices import column_choices, item_choices
from lib.session.corrections import Correction, spots_of
from lib.session.session import Session
from tests.report.check.conftest import draft_of

TEXT = "Balie 2020\n\nAspect\tEigen\tBM\nWachttijd\t8,1\t8,2\n\nIets anders\n8,3\n"


def with_said(session: Session, printed: str, claim: Claim | None, unit: str = "grade") -> Session:
    draft = draft_of(TEXT)
    numbers = read_numbers(session, draft)
    at = next(place for place, one in enumerate(numbers) if one.printed == printed)
    return replace(session, corrections=(Correction(spots_of(draft, numbers)[at], claim, unit),))  # type: ignore[arg-type]


def test_an_unread_number_becomes_a_figure_that_is_checked(sample_session: Session) -> None:
    before = check_draft(sample_session, draft_of(TEXT), Selection())
    assert [one.printed for one in before.unread] == ["8,3"]
    said = with_said(sample_session, "8,3", Claim("balie", "totaaloordeel", "own", 2020))
    after = check_draft(said, draft_of(TEXT), Selection())
    assert after.unread == ()
    assert [figure.verdict for figure in after.figures] == ["reproduces"] * 3
    assert summary_sentence(after).endswith("Alles klopt.")


def test_no_figure_is_not_checked(sample_session: Session) -> None:
    after = check_draft(with_said(sample_session, "8,3", None), draft_of(TEXT), Selection())
    assert after.unread == ()
    assert [one.printed for one in after.not_figures if one.not_figure == "said"] == ["8,3"]


def test_what_the_user_says_is_not_called_unread_again(sample_session: Session) -> None:
    """Beside the right figure another number for the same would be doubtful; not where the user said so."""
    said = with_said(sample_session, "8,2", Claim("balie", "wachttijd", "own", 2020))
    after = check_draft(said, draft_of(TEXT), Selection())
    wrong = [figure.printed.printed for figure in after.figures if figure.verdict == "differs"]
    assert wrong == ["8,2"]


def test_a_correction_for_a_line_that_is_gone_is_told(sample_session: Session) -> None:
    said = with_said(sample_session, "8,3", None)
    assert check_draft(said, draft_of("Balie 2020\n\nWachttijd 8,1\n"), Selection()).lost == 1


def test_every_choice_that_is_offered_can_be_checked_and_kept(sample_session: Session) -> None:
    from lib.session.corrections import as_rows, from_rows

    for channel, counts in sample_session.counts.items():
        for item in item_choices(counts):
            for (column, unit), words in column_choices(item).items():
                assert words
                said = with_said(sample_session, "8,3", Claim(channel, item, column, 2020), unit)
                assert from_rows(as_rows(said.corrections)) == said.corrections
        offered = item_choices(counts)
        assert {"responses", "totaaloordeel"} <= set(offered)
    assert "herhaalbezoek:rest" in item_choices(sample_session.counts["balie"])
    assert "Totaaloordeel Paspoort" in item_choices(sample_session.counts["balie"]).values()
