"""What tests of the check share: the sample as a session, small sessions by hand, and a draft out of text."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from lib.answers.collection import Collection
from lib.figures.counts import Counts, count
from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft import Draft
from lib.ingest.published.drafts.draft_files import read_draft
from lib.report.check.check_draft import check_draft
from lib.report.check.checked import Checked, CheckedFigure
from lib.session.derived import Derived
from lib.session.session import Session
from lib.survey.dataset import ChannelAnswers, Survey
from lib.survey.references import NO_REFERENCES, References

Check = Callable[..., Checked]


def draft_of(text: str, name: str = "concept.txt") -> Draft:
    """A text as a draft."""
    return read_draft(name, text.encode())


def session_of(*channels: ChannelAnswers, references: References = NO_REFERENCES) -> Session:
    """A session with these answers open."""
    survey = Survey({each.channel: each for each in channels})
    counts = {each.channel: count(each) for each in channels}
    return Session(derived=Derived(survey, counts, Collection(survey)), references=references)


def codes(found: Checked) -> list[str]:
    """The codes of all remarks."""
    return [remark.code for remark in found.remarks]


def of_item(found: Checked, item: str, column: str = "own") -> CheckedFigure:
    """The one figure of an item and column."""
    (figure,) = [each for each in found.figures if (each.claim.item, each.claim.column) == (item, column)]
    return figure


def dated(month: int, count: int) -> list[date]:
    """So many answers in one month of 2020."""
    return [date(2020, month, 1 + at % 28) for at in range(count)]


def spread(values: Sequence[int], count: int) -> list[int]:
    """So many grades that go round these."""
    return [values[at % len(values)] for at in range(count)]


@pytest.fixture(scope="session")
def sample_session(
    sample_survey: Survey, sample_counts: Mapping[str, Counts], sample_references: References
) -> Session:
    """The sample as someone has it open."""
    derived = Derived(sample_survey, sample_counts, Collection(sample_survey))
    return Session(derived=derived, references=sample_references)


@pytest.fixture
def check(sample_session: Session) -> Check:
    """Checks a text against the sample."""

    def of(text: str, selection: Selection = Selection(), **more: object) -> Checked:  # noqa: B008
        return check_draft(sample_session, draft_of(text), selection, **more)  # type: ignore[arg-type]

    return of
