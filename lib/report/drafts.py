"""What a choice about columns would change: per question the figure now and with that choice."""

from collections.abc import Mapping

from lib.figures.base import is_suppressed
from lib.figures.counts import Counts
from lib.figures.scores import figure_of
from lib.figures.selection import Selection
from lib.report import dutch
from lib.report.tables import Cell, Column, Table
from lib.survey.catalogue import BACKGROUND_KINDS, CHANNEL_LABELS, SCORED_KINDS, whole_label
from lib.survey.scales import FIRST_VALID

_NOTHING = "telt niet mee"
_COLUMNS = (Column("Vraag"), Column("Nu", "number"), Column("Met deze keuze", "number"), Column("n", "number"))


def changes_table(before: Mapping[str, Counts], after: Mapping[str, Counts]) -> Table | None:
    """The questions whose figure or n is another one, by channel and in their order; None where nothing
    changes. Both are the counts of one file by channel."""
    old, new = _figures(before), _figures(after)
    rows = []
    for key in dict.fromkeys((*new, *old)):
        was, is_now = old.get(key), new.get(key)
        if was == is_now:
            continue
        rows.append(
            (
                Cell(" · ".join(key)),
                Cell(was[0] if was else _NOTHING, "quiet"),
                Cell(is_now[0] if is_now else _NOTHING, "own" if is_now else "quiet"),
                Cell(is_now[1] if is_now else dutch.NO_VALUE),
            )
        )
    return Table("Wat deze keuze verandert", _COLUMNS, tuple(rows)) if rows else None


def _figures(counts: Mapping[str, Counts]) -> dict[tuple[str, str], tuple[str, str]]:
    """Figure and n as text, by channel and question; a question without one figure has its n alone."""
    found = {}
    for channel, of_channel in counts.items():
        selected = of_channel.select(Selection())
        found[CHANNEL_LABELS[channel], "respondenten"] = (dutch.number(selected.respondents),) * 2
        for key, answers in of_channel.answers.items():
            item, of = answers.item, selected.of(key)
            if item.kind in BACKGROUND_KINDS:
                continue
            whole = whole_label(item)
            label = item.label if whole is None else f"{whole}: {item.label}"
            n = int(of[FIRST_VALID:].sum())
            text = f"{dutch.number(n)} antwoorden"
            if item.kind in SCORED_KINDS or item.kind == "effort":
                one = figure_of(answers, of)
                text = dutch.NOT_SHOWN if is_suppressed(n) else dutch.figure(dutch.shown(one.value, one.unit), one.unit)
            found[CHANNEL_LABELS[channel], label] = (text, dutch.number(n))
    return found
