"""One channel on the page Overzicht: the totaaloordeel large, and in a few quiet lines what belongs to it."""

from collections.abc import Sequence
from fractions import Fraction

from lib.figures.channel import ChannelFigures, YearScore
from lib.figures.scores import Score
from lib.figures.standing_out import among_questions, error_of
from lib.report import dutch, sentences
from lib.report.blocks import Block, Facts, Headline, Link, Ranked, Section, Text
from lib.report.score_tables import (
    SIGNS,
    VERDICT_WORDS,
    base_words,
    benchmark_text,
    difference_text,
    table_scores,
    value_text,
)
from lib.survey.catalogue import CHANNEL_LABELS

_HOW_MANY = 2  # so many items are named on either side of BM


def channel_blocks(name: str, found: ChannelFigures | None) -> tuple[Block, ...]:
    """The blocks of one channel; where no export of it is open, that."""
    label = CHANNEL_LABELS[name]
    if found is None:
        missing = f"Geen export van {label.lower()} geopend. Voeg hem toe op Gegevens."
        return Section(label), Text(missing, is_quiet=True)
    if found.shown_responses == 0:
        return Section(label), Text("Niemand in deze selectie (n = 0).", is_quiet=True)
    return (
        Section(label),
        _overall(found.overall),
        *(Text(line, is_quiet=True) for line in history_of(found)),
        Facts(counts_of(found)),
        *_effort(found),
        *_best_and_weakest(found),
        Link(f"Scores {label.lower()}", "scores", channel=name),
    )


def one_channel(name: str, found: ChannelFigures | None) -> tuple[tuple[Block, ...], ...]:
    """The blocks of the only channel in view, in two columns: the figures, and what stands above and below BM."""
    section, *blocks = channel_blocks(name, found)
    kinds = (Ranked, Link)
    left = [block for block in blocks if not isinstance(block, kinds)]
    right = [block for block in blocks if isinstance(block, kinds)]
    return ((section, *left), tuple(right)) if right else ((section, *left),)


def _overall(score: Score | None) -> Block:
    if score is None:
        return Text("Geen kolom herkend als totaaloordeel.", is_quiet=True)
    if score.suppressed:
        return Facts((("Totaaloordeel", value_text(score)),), base_words(score.shown_n))
    return Headline(value_text(score), "Totaaloordeel", base_words(score.shown_n), "Totaaloordeel")


def history_of(found: ChannelFigures) -> list[str]:
    """BM and the own figures of other years. A mean over years stands beside neither: then the figure of each."""
    score = found.overall
    if score is None:
        return []
    if len(found.years) > 1:
        inside = [_year(year) for year in found.trend if year.year in found.years]
        return [
            f"gemiddelde over {sentences.years_words(found.years)}; kies links één jaar om met BM te vergelijken",
            f"Per jaar: {' · '.join(inside)}",
        ]
    lines = []
    if score.benchmark is None:
        lines.append("Geen BM voor het totaaloordeel")
    elif not score.suppressed:
        lines.append(_against(score))
    years = [_year(year) for year in found.trend if found.last_day is not None and year.year < found.last_day.year]
    return [*lines, *([f"Eerder in {' · '.join(years)}"] if years else [])]


def _against(score: Score) -> str:
    """ "BM 2020: 7,8 (−0,2, ▼ lager)"."""
    words = f"{difference_text(score)}, {VERDICT_WORDS[score.verdict]}"
    return f"BM {score.benchmark_year}: {benchmark_text(score)} ({words})"


def _year(year: YearScore) -> str:
    value = dutch.figure(year.published, "grade") if year.score is None else value_text(year.score)
    return f"{year.year}: {value}"


def counts_of(found: ChannelFigures) -> tuple[tuple[str, str], ...]:
    """Respons, reviews and tips as they may be told."""
    asked = (
        ("Respons", "responses", found.responses),
        ("Reviews", "reviews", found.reviews),
        ("Tips", "tips", found.tips),
    )
    return tuple((label, _count(found, name, count)) for label, name, count in asked)


def _count(found: ChannelFigures, name: str, count: int | None) -> str:
    if count is None:
        return dutch.NOT_ASKED
    return dutch.NO_VALUE if name in found.withheld else dutch.number(count)


def _effort(found: ChannelFigures) -> tuple[Block, ...]:
    effort = found.effort
    if effort is None:
        return ()
    more = base_words(effort.shown_n)
    if effort.benchmark is not None and not effort.suppressed:
        more = " · ".join(part for part in (more, _against(effort)) if part)
    return (Facts((("CES", value_text(effort)),), more),)


def _best_and_weakest(found: ChannelFigures) -> tuple[Block, ...]:
    """Up to two items demonstrably above BM and two below, the furthest of them; without BM those that
    stand out among themselves."""
    scores = table_scores(found)
    if any(score.verdict in ("higher", "lower", "no_difference") for score in scores):
        above = sorted((score for score in scores if score.verdict == "higher"), key=_rank, reverse=True)
        below = sorted((score for score in scores if score.verdict == "lower"), key=_rank)
        return _short_list("Aantoonbaar boven BM", above), _short_list("Aantoonbaar onder BM", below)
    units = [score.unit for score in scores]
    alike = [score for score in scores if score.unit == max(units, key=units.count) and score.value is not None]
    if any(score.precision != "exact" for score in alike):
        return ()
    standing = among_questions([error_of(score) for score in alike])
    if not standing.tested:
        return ()
    if not standing.any:
        return (Text("De vragen zijn onderling niet te onderscheiden.", is_quiet=True),)
    return (
        _short_list("Aantoonbaar hoger dan de rest", [alike[place] for place in standing.above]),
        _short_list("Aantoonbaar lager dan de rest", [alike[place] for place in standing.below]),
    )


def _rank(score: Score) -> tuple[float, float]:
    """By the difference as it is shown, then by the exact one."""
    difference = dutch.difference(score.value, score.benchmark, score.unit)
    return (float(difference or 0), float((score.value or 0) - Fraction(score.benchmark or 0)))


def _short_list(title: str, scores: Sequence[Score]) -> Ranked:
    rows = tuple(
        (
            score.label,
            value_text(score),
            f"{difference_text(score)} {SIGNS.get(score.verdict, '')}" if score.benchmark is not None else "",
        )
        for score in scores[:_HOW_MANY]
    )
    more = len(scores) - _HOW_MANY
    return Ranked(title, rows, f"en {dutch.count_word(more)} andere" if more > 0 else "")
