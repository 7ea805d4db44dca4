"""The factsheet: one sheet per channel after the printed one, made of the same figures as the pages, for whoever reads it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from lib.figures.base import MINIMUM_BASE
from lib.figures.channel import ChannelFigures
from lib.report import dutch, logo, pictures, provenance, score_tables, sentences
from lib.report.accent import Accent, accent_of
from lib.report.blocks import Block, Facts, Headline, Page, Section, Sentences, Shown, Text
from lib.report.logo import Logo
from lib.report.overviews import counts_of, history_of
from lib.report.terms import TERMS
from lib.report.view import View
from lib.survey.catalogue import CHANNEL_LABELS, OTHER_CHANNEL
from lib.survey.visible import visible

PARTS = ("aantallen", "totaaloordeel", "scores", "terugkomen", "informatie", "ces", "producten", "tips", "uitleg")
PART_LABELS: Mapping[str, str] = {
    "aantallen": "Respons, reviews, tips en uitnodigingen",
    "totaaloordeel": "Totaaloordeel",
    "scores": "Scores en BM",
    "terugkomen": "Terugkomen",
    "informatie": "Informatie vooraf",
    "ces": "CES",
    "producten": "Totaaloordeel per product",
    "tips": "Gekozen tips",
    "uitleg": "Uitleg van de begrippen",
}
INVITATIONS = (
    "Uitnodigingen: alleen wat via de omgeving van de uitnodiger is verstuurd. Uitgedeelde kaartjes, uitnodigingen uit een "
    "afsprakensysteem (Qmatic, Timeblockr, JCC) en de kiosk tellen niet mee."
)
_LONGEST = 2_000  # characters of an introduction
_MOST_TIPS = 6


@dataclass(frozen=True)
class Choices:
    """What the user says of the factsheet. `invitations`: by channel, typed in; `parts`: which parts in which order;
    `logo` and `accent`: of the municipality."""

    municipality: str = ""
    title: str = "Factsheet klantonderzoek"
    intro: str = ""
    invitations: Mapping[str, int] = field(default_factory=dict)
    parts: tuple[str, ...] = PARTS
    logo: Logo | None = None
    accent: Accent | None = None


def said(choices: Choices) -> dict[str, object]:
    """The choices as a saved set."""
    return {
        "municipality": choices.municipality,
        "title": choices.title,
        "intro": choices.intro,
        "invitations": dict(choices.invitations),
        "parts": list(choices.parts),
        **({} if choices.logo is None else {"logo": logo.saved(choices.logo)}),
        **({} if choices.accent is None else {"accent": choices.accent.chosen}),
    }


def choices_of(content: Any) -> Choices:
    """The choices in a saved set; what is missing or of another kind stays as it is without."""
    if not isinstance(content, dict):
        return Choices()
    texts = {
        key: visible(content[key])[:_LONGEST]
        for key in ("municipality", "title", "intro")
        if isinstance(content.get(key), str)
    }
    invitations = content.get("invitations")
    counted = {
        channel: count
        for channel, count in (invitations.items() if isinstance(invitations, dict) else ())
        if channel in CHANNEL_LABELS and isinstance(count, int) and not isinstance(count, bool) and 0 <= count < 10**9
    }
    named = content.get("parts")
    parts = tuple(dict.fromkeys(part for part in named if part in PARTS)) if isinstance(named, list) else ()
    return Choices(
        **texts, invitations=counted, parts=parts or PARTS, logo=logo.opened(content.get("logo")),
        accent=accent_of(content.get("accent")),
    )  # fmt: skip


def factsheet(view: View, choices: Choices) -> tuple[Page, ...]:
    """A sheet per channel of the selection that has answers; a survey of another kind has none."""
    sheets = []
    for channel in view.channels:
        found = view.figures(channel)
        if channel != OTHER_CHANNEL and _is_told(found):
            sheets.append(_sheet(view, found, choices))
    return tuple(sheets)


def _is_told(found: ChannelFigures) -> bool:
    """Whether there is anything to tell of a channel: how many answered, or a figure."""
    divided = (found.repeat_visit, found.info_clarity)
    return (
        bool(found.shown_responses)
        or any(figure.value is not None for figure in found.figures)
        or any(each is not None and not each.suppressed for each in divided)
    )


def _sheet(view: View, found: ChannelFigures, choices: Choices) -> Page:
    label = CHANNEL_LABELS[found.channel]
    selection = sentences.selection_sentence(
        found.channel, view.selection, found.shown_responses, found.first_day, found.last_day
    )
    parts = {
        "aantallen": _counts(found, choices),
        "totaaloordeel": _overall(found),
        "scores": _scores(view, found),
        "terugkomen": _repeat_visit(found),
        "informatie": _information(found),
        "ces": _effort(found),
        "producten": _products(found),
        "tips": _tips(view, found),
        "uitleg": _explanation(found),
    }
    blocks = [_of_channel(block, label) for part in choices.parts for block in parts[part]]
    if choices.intro:
        blocks.insert(0, Text(choices.intro))
    place = f"{choices.municipality} · " if choices.municipality else ""
    title = f"{choices.title} · {place}{label}"
    return Page("factsheet", title, selection, sentences.overview_finding([found]), tuple(blocks))


def _of_channel(block: Block, label: str) -> Block:
    """A table that is told from those of the other sheets by its name."""
    if not isinstance(block, Shown):
        return block
    return replace(block, table=replace(block.table, caption=f"{label} {block.table.caption}"))


def _counts(found: ChannelFigures, choices: Choices) -> list[Block]:
    pairs = list(counts_of(found))
    invited = choices.invitations.get(found.channel)
    if invited is not None:
        pairs.append(("Uitnodigingen", dutch.number(invited)))
    return [Facts(tuple(pairs)), *([Text(INVITATIONS, is_quiet=True)] if invited is not None else [])]


def _overall(found: ChannelFigures) -> list[Block]:
    score = found.overall
    if score is None:
        return []
    headline = Headline(
        score_tables.value_text(score), "Totaaloordeel", score_tables.base_words(score.shown_n), "Totaaloordeel"
    )
    return [Section("Totaaloordeel"), headline, *(Text(line, is_quiet=True) for line in history_of(found))]


def _scores(view: View, found: ChannelFigures) -> list[Block]:
    blocks: list[Block] = []
    scores = score_tables.table_scores(found)
    for unit, title in (("grade", "Rapportcijfers"), ("agree", "Stellingen: % eens")):
        rows = [score for score in scores if score.unit == unit]
        if rows:
            table = score_tables.scores_table(title, rows)
            blocks += [Section(title), Shown(table, f"scores_{found.channel}_{unit}")]
    return blocks


def _repeat_visit(found: ChannelFigures) -> list[Block]:
    breakdown = found.repeat_visit
    if breakdown is None:
        return []
    finding = sentences.repeat_visit_finding(breakdown)
    picture = pictures.breakdown_picture(breakdown, finding, accent="in_een_keer")
    table = Shown(score_tables.breakdown_table("Terugkomen", breakdown), f"terugkomen_{found.channel}")
    return [Section("Terugkomen"), Text(finding), *([picture] if picture else []), table]


def _information(found: ChannelFigures) -> list[Block]:
    breakdown = found.info_clarity
    if breakdown is None:
        return []
    finding = sentences.information_finding(breakdown)
    picture = pictures.breakdown_picture(breakdown, finding)
    table = Shown(score_tables.breakdown_table("Informatie vooraf duidelijk", breakdown), f"informatie_{found.channel}")
    return [Section("Informatie vooraf"), Text(finding), *([picture] if picture else []), table]


def _effort(found: ChannelFigures) -> list[Block]:
    if found.effort is None:
        return []
    return [
        Section("CES"),
        Facts((("CES", score_tables.value_text(found.effort)),), score_tables.base_words(found.effort.shown_n)),
    ]


def _products(found: ChannelFigures) -> list[Block]:
    table = score_tables.products_table(found)
    if not table.rows:
        return []
    return [Section(table.caption), Shown(table, f"producten_{found.channel}")]


def _tips(view: View, found: ChannelFigures) -> list[Block]:
    shown = view.approved([found.channel])[:_MOST_TIPS]
    if not shown:
        return []
    return [Section("Wat klanten ons meegeven"), Sentences(tuple(text for _, text in shown))]


def _explanation(found: ChannelFigures) -> list[Block]:
    names = ["Respons", "Reviews", "Tips", "Totaaloordeel", *(["CES"] if found.effort else []), "BM", "Oordeel"]
    lines = [f"{name}: {TERMS[name]}" for name in names]
    return [
        Section("Uitleg"),
        Sentences((*lines, f"Een uitkomst staat er pas vanaf {MINIMUM_BASE} antwoorden.", provenance.BENCHMARK_RULE)),
    ]


def name_of(pages: Sequence[Page], day: date) -> str:
    """What a file of these sheets is called, without its ending: the channels, the period and the day it was made."""
    words = [page.selection.split(" · ") for page in pages]
    channels = "-".join(part[0].lower() for part in words)
    period = words[0][2].replace(" ", "") if words and len(words[0]) > 2 else ""
    return "_".join(part for part in ("factsheet", channels, period, day.isoformat()) if part)


_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")


def mark_of(figures: bytes) -> str:
    """The fingerprint of figures as JSON: eight bytes of their SHA-256, in letters only, so that it is never taken for a
    figure."""
    return hashlib.sha256(figures).hexdigest()[:16].translate(_LETTERS)
