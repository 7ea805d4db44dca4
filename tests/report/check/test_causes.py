"""What went wrong with a number: every cause where it was made so, and none that doesn't give exactly what is printed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim, Place, PrintedNumber, Unit
from lib.report.check.check_draft import check_against
from lib.report.check.checked import CheckedFigure
from lib.report.check.recompute import Data, rounded
from lib.session.session import Session
from lib.survey.references import Reference, References

WHOLE = Selection()
AUTUMN = Selection(None, (), date(2020, 10, 1), date(2020, 12, 31))
APRIL = Selection(None, (), date(2020, 4, 1), date(2020, 4, 30))
NOVEMBER = Selection(None, (), date(2020, 11, 1), date(2020, 11, 30))
LICENCE = Selection(None, ("Rijbewijs",))
EARLIER = (
    Reference("balie", "wachtruimte", 2019, Decimal("7.9"), None),
    Reference("digitaal", "totaaloordeel", 2019, None, Decimal("7.3")),
)


def figure(
    session: Session, printed: str, channel: str, item: str, column: str = "own", selection: Selection = WHOLE
) -> CheckedFigure:
    """A number that was read as this figure, checked."""
    unit: Unit = "percent" if "%" in printed else "count" if item in ("responses", "reviews", "tips") else "grade"
    value = Decimal(printed.rstrip("%").replace(",", "."))
    decimals = max(0, -int(value.as_tuple().exponent))
    number = PrintedNumber(printed, value, unit, decimals, Place(1, 1, printed), Claim(channel, item, column, 2020))
    references = References((*session.references.rows, *EARLIER))
    (found,) = check_against(Data(session.counts, references, selection), [number]).figures
    return found


MADE = [
    ("3081", "balie", "responses", "own", WHOLE, "digits_swapped"),
    ("81", "balie", "wachttijd", "own", WHOLE, "decimal_lost"),
    ("59%", "digitaal", "info_duidelijk", "own", WHOLE, "truncated"),
    ("70%", "digitaal", "formulier_taal", "own", APRIL, "half_even"),
    ("8,2", "balie", "wachttijd", "own", WHOLE, "columns_swapped"),
    ("8,7", "balie", "vriendelijkheid", "own", WHOLE, "other_item"),
    ("24%", "balie", "herhaalbezoek:documenten", "own", WHOLE, "other_item"),
    ("7,9", "balie", "wachttijd", "own", WHOLE, "other_period"),
    ("8,6", "telefoon", "vriendelijkheid", "own", WHOLE, "other_channel"),
    ("7,6", "balie", "prijs", "own", WHOLE, "other_product"),
    ("7,1", "balie", "prijs", "own", LICENCE, "other_product"),
    ("59%", "digitaal", "aanvraag_eenvoudig", "own", WHOLE, "outside_base_counted"),
    ("7,8", "balie", "wachtruimte", "own", WHOLE, "outside_base_counted"),
    ("7,2", "telefoon", "totaaloordeel", "own", NOVEMBER, "mean_of_aspects"),
    ("8,3", "balie", "totaaloordeel", "own", AUTUMN, "mean_of_aspects"),
    ("7,9", "balie", "wachtruimte", "benchmark", WHOLE, "benchmark_other_year"),
    ("8,3", "telefoon", "vriendelijkheid", "benchmark", WHOLE, "benchmark_differs_from_reference"),
    ("0", "digitaal", "reviews", "own", WHOLE, "zero_means_missing"),
    ("7,3", "digitaal", "totaaloordeel", "own", WHOLE, "previous_edition"),
]


@pytest.mark.parametrize(("printed", "channel", "item", "column", "selection", "cause"), MADE)
def test_each_cause_is_found(
    sample_session: Session, printed: str, channel: str, item: str, column: str, selection: Selection, cause: str
) -> None:
    found = figure(sample_session, printed, channel, item, column, selection)
    assert found.verdict in ("differs", "within_rounding")
    assert cause in [each.code for each in found.causes]
    assert found.correction == f"vervang {printed} door {found.recomputed}"


def test_a_figure_where_there_are_too_few_answers(sample_session: Session) -> None:
    found = figure(sample_session, "0,0", "balie", "product:Legalisatie handtekening")
    assert found.verdict == "not_traceable"
    assert [each.code for each in found.causes] == ["zero_means_missing"]


@pytest.mark.parametrize("item", ["wachttijd", "totaaloordeel", "hostmanship", "product:Paspoort"])
def test_a_selection_that_is_told_gives_exactly_what_is_printed(sample_session: Session, item: str) -> None:
    data = Data(sample_session.counts, sample_session.references, WHOLE)
    told = 0
    for tenths in range(60, 100):
        found = figure(sample_session, f"{tenths // 10},{tenths % 10}", "balie", item)
        for cause in found.causes:
            if cause.selection is None or cause.code == "other_channel":
                continue
            claim = replace(found.claim, year=None)
            if cause.code == "other_product":
                claim = replace(claim, item="totaaloordeel" if item.startswith("product:") else item)
            again = data.exact(claim, found.printed, cause.selection)
            assert again is not None
            assert again.value is not None
            assert rounded(again.value, 1) == found.printed.value
            told += 1
    assert told


@pytest.mark.parametrize("printed", ["1,3", "3,7"])
def test_what_nothing_explains_has_no_cause(sample_session: Session, printed: str) -> None:
    found = figure(sample_session, printed, "balie", "wachttijd")
    assert (found.verdict, found.causes) == ("differs", ())


@pytest.mark.parametrize(
    ("printed", "recomputed"), [("3081", "3018"), ("3.081", "3.018"), ("12", "3.018"), ("382", "3.018")]
)
def test_a_count_is_written_as_the_draft_writes(sample_session: Session, printed: str, recomputed: str) -> None:
    number = PrintedNumber(
        printed,
        Decimal(printed.replace(".", "")),
        "count",
        0,
        Place(1, 1, printed),
        Claim("balie", "responses", "own", 2020),
    )
    (found,) = check_against(Data(sample_session.counts, sample_session.references, WHOLE), [number]).figures
    assert found.recomputed == recomputed
