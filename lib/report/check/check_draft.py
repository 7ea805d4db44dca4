"""The check of a draft against what someone has open: the one road of page, command and report."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lib.figures.audience import Audience
from lib.figures.counts import Counts
from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft import Draft
from lib.ingest.published.drafts.draft_figures import printed_numbers
from lib.ingest.published.drafts.printed_number import Claim, PrintedNumber
from lib.report.check.causes import causes_of
from lib.report.check.checked import Checked, CheckedFigure
from lib.report.check.flips import flips
from lib.report.check.own_factsheet import factsheet_remarks, selection_of_factsheet, without_foot
from lib.report.check.published_data import PublishedData
from lib.report.check.recompute import Data, verdict_of
from lib.report.check.remarks import remarks_on
from lib.report.check.settle import settled
from lib.report.check.tips_in_draft import tip_remarks
from lib.session.corrections import applied
from lib.session.session import Session
from lib.survey.references import References


def check_draft(session: Session, draft: Draft, selection: Selection, audience: Audience = "explore") -> Checked:
    """A draft against the data of a session: its numbers as the user says they are, their verdicts, and all remarks.

    `selection`: what the draft claims to show; without one, a factsheet that the app made says it itself.
    """
    if selection == Selection():
        selection = selection_of_factsheet(draft.attached) or selection
    numbers, lost = applied(draft, read_numbers(session, draft, selection.channel), session.corrections)
    data = data_for(session, selection, audience)
    found = check_against(data, numbers)
    remarks = [
        *factsheet_remarks(session, draft),
        *found.remarks,
        *tip_remarks(draft, lambda: session.tips.texts, session.choice.texts.values(), audience),
    ]
    return replace(found, remarks=tuple(remarks), lost=lost)


def read_numbers(session: Session, draft: Draft, channel: str | None = None) -> list[PrintedNumber]:
    """Every number of a draft as it is read, before the user corrects it. `channel`: of what stands under no heading that
    names one."""
    products = sorted({name for counts in session.counts.values() for name in counts.products})
    known = session.channels if channel is None else (channel,)
    return without_foot(draft, printed_numbers(draft, products, known))


def data_for(session: Session, selection: Selection, audience: Audience) -> Data:
    """The data of a session as this audience may see them."""
    if audience == "explore":
        return Data(session.counts, session.references, selection)
    return PublishedData(session.counts, session.references, selection, session.disclosure)


def check(
    numbers: Sequence[PrintedNumber],
    counts: Mapping[str, Counts],
    references: References,
    selection: Selection,
    *,
    audience: Audience = "explore",
) -> Checked:
    """Every number of a draft against the data of this selection, as this audience may see them."""
    made = Data if audience == "explore" else PublishedData
    return check_against(made(counts, references, selection), numbers)


def check_against(data: Data, numbers: Sequence[PrintedNumber]) -> Checked:
    """Every number with its verdict, and the remarks on figures."""
    figures = [_checked(data, number, number.claim) for number in numbers if number.claim is not None]
    kept, totals, doubtful = settled(data, figures)
    not_figures = (*(number for number in numbers if number.not_figure is not None), *totals)
    unread = [number for number in numbers if number.claim is None and number.not_figure is None] + doubtful
    remarks = remarks_on(data, kept, numbers)
    return Checked(tuple(kept), not_figures, tuple(unread), tuple(remarks), data.selection, data.audience)


def _checked(data: Data, number: PrintedNumber, claim: Claim) -> CheckedFigure:
    exact = data.exact(claim, number)
    verdict = verdict_of(number, exact)
    if exact is None or verdict == "reproduces":
        return CheckedFigure(number, claim, exact, verdict)
    causes = causes_of(data, claim, number, exact)
    flip = verdict != "not_traceable" and flips(data, claim, number)
    return CheckedFigure(number, claim, exact, verdict, causes, flip)
