"""What a choice about files or columns changes: figures before and after, next to each other."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from lib.figures.base import is_suppressed
from lib.figures.counts import Counts
from lib.figures.scores import score
from lib.figures.selection import Selection
from lib.report import dutch
from lib.report.tables import Cell, Column, Table
from lib.survey.catalogue import BACKGROUND_KINDS, CHANNEL_LABELS, FIGURE_KINDS, whole_label
from lib.survey.dataset import Answers, ChannelAnswers
from lib.survey.scales import FIRST_VALID

_NOTHING = "telt niet mee"
_RESPONDENTS = "respons"
_MAIN = ("totaaloordeel", "ces")  # with the respons what tells most of a file
_COLUMNS = (Column("Vraag"), Column("Was", "number"), Column("Nu", "number"), Column("n", "number"))

Shown = Mapping[tuple[str, str], tuple[str, str]]


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
    return Table("Wat dit veranderde", _COLUMNS, tuple(rows)) if rows else None


def versions_table(
    now: Mapping[str, Counts], replaced: Mapping[str, Counts], both: Mapping[str, Counts]
) -> Table | None:
    """Respons, totaaloordeel and CES per channel as they are, and as they would be with either answer to whether a file
    replaces another one; only those that change. None where nothing does."""
    several = [_figures(counts, _MAIN) for counts in (now, replaced, both)]
    rows = []
    for key in dict.fromkeys(key for figures in several for key in figures):
        texts = [_with_n(key, figures) for figures in several]
        if len(set(texts)) > 1:
            marks: Sequence[Cell] = (Cell(texts[0], "quiet"), Cell(texts[1]), Cell(texts[2]))
            rows.append((Cell(" · ".join(key)), *marks))
    columns = (
        Column("Cijfer"),
        Column("Nu", "number"),
        Column("Na vervangen", "number"),
        Column("Met beide", "number"),
    )
    return Table("Wat het antwoord verandert", columns, tuple(rows)) if rows else None


def main_figures(parts: Iterable[ChannelAnswers]) -> list[str]:
    """Per channel of a file a line with its respons and its totaaloordeel: "Balie: 40 respondenten,
    totaaloordeel 8,0 (n = 40)"."""
    lines = []
    for part in parts:
        found = part.answers.get(_MAIN[0])
        noun = "respondent" if len(part) == 1 else "respondenten"
        text = "geen totaaloordeel"
        if found is not None:
            one, n = _one(found, np.bincount(found.codes, minlength=found.code_count))
            text = f"totaaloordeel {one} (n = {dutch.number(n)})"
        lines.append(f"{CHANNEL_LABELS[part.channel]}: {dutch.number(len(part))} {noun}, {text}")
    return lines


def _with_n(key: tuple[str, str], figures: Shown) -> str:
    if key not in figures:
        return dutch.NO_VALUE
    text, n = figures[key]
    return text if key[1] == _RESPONDENTS else f"{text} (n = {n})"


def _figures(counts: Mapping[str, Counts], keys: Sequence[str] | None = None) -> Shown:
    """Figure and n as text, by channel and question, of all questions or those with these keys; a question
    without one figure has its n alone."""
    found = {}
    for channel, of_channel in counts.items():
        selected = of_channel.select(Selection())
        found[CHANNEL_LABELS[channel], _RESPONDENTS] = (dutch.number(selected.respondents),) * 2
        for key, answers in of_channel.answers.items():
            item = answers.item
            if item.kind in BACKGROUND_KINDS or (keys is not None and key not in keys):
                continue
            whole = whole_label(item)
            label = item.label if whole is None else f"{whole}: {item.label}"
            text, n = _one(answers, selected.of(key))
            found[CHANNEL_LABELS[channel], label] = (text, dutch.number(n))
    return found


def _one(answers: Answers, counts: np.ndarray) -> tuple[str, int]:
    """The figure of a question as text, and its n."""
    n = int(counts[FIRST_VALID:].sum())
    if answers.item.kind not in FIGURE_KINDS:
        return f"{dutch.number(n)} antwoorden", n
    one = score(answers, counts)
    return dutch.NOT_SHOWN if is_suppressed(n) else dutch.figure(dutch.shown(one.value, one.unit), one.unit), n
