"""The report of a check that may leave: who checked which draft against which files and when, every number with its
verdict, and what was not checked. Made for `publish`, so that nothing of a small group is in it, whatever was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from lib.figures.selection import Selection
from lib.ingest.published.drafts.draft import Draft
from lib.report import dutch
from lib.report.blocks import Block, Facts, Page, Section, Sentences, Shown, Text
from lib.report.check.check_draft import check_draft
from lib.report.check.check_json import summary_sentence
from lib.report.check.check_tables import every_table, remark_lines, unread_table, wrong_table
from lib.report.check.checked import Checked
from lib.report.sentences import period_words, products_words
from lib.report.tables import Cell, Column, Table
from lib.session.session import Session
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.visible import visible

TITLE = "Verslag van een publicatiecheck"
SLUG = "publicatiecheck"
_UNREAD = "Een getal dat niet gelezen is, is niet gecontroleerd: vergelijk het zelf."
_SMALL = (
    "Van een cijfer waarvoor te weinig mensen antwoordden, staat hier alleen dat het niet te herleiden is. Andere selecties "
    "dan die van het concept zijn voor dit verslag niet geprobeerd."
)


@dataclass(frozen=True)
class Stamp:
    """Who checked what, and when: `name` and `role` as they typed them; `digest`: SHA-256 of the draft's file or text, as
    hexadecimal; `pages`: which of its pages were asked, None for all."""

    day: date
    name: str
    role: str
    digest: str
    pages: tuple[int, int] | None = None


def report_page(session: Session, draft: Draft, selection: Selection, stamp: Stamp) -> Page:
    """The report as a page of blocks."""
    found = check_draft(session, draft, selection, "publish")
    blocks: list[Block] = [
        _stamped(stamp),
        Section("Wat is gecontroleerd"),
        Shown(_sources(session, draft, stamp), "bronnen"),
    ]
    if (wrong := wrong_table(found)).rows:
        blocks += [Section("Wat er niet klopt"), Shown(wrong, "afwijkingen")]
    if lines := remark_lines(found.remarks):
        blocks += [Section("Opmerkingen"), Sentences(lines)]
    blocks += [Section("Wat niet is gecontroleerd"), *_not_checked(found, draft, stamp)]
    blocks += [Section("Elk getal"), Shown(every_table(found), "getallen"), Text(_SMALL, is_quiet=True)]
    return Page(SLUG, TITLE, selection_words(session, found), summary_sentence(found), tuple(blocks))


def selection_words(session: Session, found: Checked) -> str:
    """What a draft was checked against: channels, products and period."""
    chosen = found.selection
    channels = [chosen.channel] if chosen.channel is not None else list(session.channels)
    days = [session.counts[channel].select(chosen) for channel in channels if channel in session.counts]
    first = min((each.first_day for each in days if each.first_day is not None), default=None)
    last = max((each.last_day for each in days if each.last_day is not None), default=None)
    names = dutch.enumerate_words([CHANNEL_LABELS[channel] for channel in channels])
    return " · ".join((names, products_words(chosen.products), period_words(chosen, first, last)))


def _stamped(stamp: Stamp) -> Facts:
    pairs = (("Datum", dutch.day(stamp.day)), ("Gecontroleerd door", stamp.name), ("Functie", stamp.role))
    return Facts(tuple((name, visible(value)) for name, value in pairs))


def _sources(session: Session, draft: Draft, stamp: Stamp) -> Table:
    """The draft and every export that counts, each with the fingerprint of its bytes."""
    counted = {receipt.file for receipt in session.counted}
    rows = [("Concept", draft.name, stamp.digest)]
    rows += [("Export", name, sha256(data).hexdigest()) for name, data in session.files.items() if name in counted]
    columns = ("Soort", "Bestand", "Vingerafdruk (SHA-256)")
    return Table("Bronnen", tuple(map(Column, columns)), tuple(tuple(map(Cell, row)) for row in rows))


def _not_checked(found: Checked, draft: Draft, stamp: Stamp) -> list[Block]:
    blocks: list[Block] = []
    if stamp.pages is not None:
        first, last = stamp.pages[0], min(stamp.pages[1], draft.pages)
        asked = f"bladzijde {first}" if first == last else f"bladzijde {first} tot en met {last}"
        blocks.append(Text(f"Alleen {asked} van de {draft.pages} is gelezen; de rest is niet gecontroleerd."))
    if not found.unread:
        return [*blocks, Text("Elk getal dat gelezen kon worden, staat hieronder; er bleef niets ongelezen.")]
    return [*blocks, Text(_UNREAD), Shown(unread_table(found), "niet_gelezen")]


def report_tables(page: Page) -> tuple[Table, ...]:
    """The report as tables, for a workbook: first who, what and when, then each of its tables."""
    lines: list[str] = [page.selection, page.finding]
    for block in page.blocks:
        if isinstance(block, Facts):
            lines += [f"{name}: {value}" for name, value in block.pairs]
        elif isinstance(block, Sentences):
            lines += block.lines
        elif isinstance(block, Text):
            lines.append(block.words)
    first = Table("Verslag", (Column(page.title),), tuple((Cell(line),) for line in lines))
    return (first, *(block.table for block in page.blocks if isinstance(block, Shown)))


def report_name(stamp: Stamp, ending: str) -> str:
    """What the file is called."""
    return f"publicatiecheck_{stamp.day.isoformat()}.{ending}"


def foot_words(page: Page, stamp: Stamp) -> str:
    """What stands at the foot: the selection, the day and the fingerprint of the draft."""
    parts: Sequence[str] = (page.selection, f"Gecontroleerd op {dutch.day(stamp.day)}", f"Concept {stamp.digest[:16]}")
    return ". ".join(visible(part) for part in parts) + "."
