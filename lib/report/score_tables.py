"""The figures of a channel laid out as tables: which columns, in which words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from lib.figures.base import is_indicative
from lib.figures.breakdowns import Breakdown, OptionCount
from lib.figures.channel import ChannelFigures
from lib.figures.scores import Score
from lib.figures.verdict import Verdict
from lib.report import dutch
from lib.report.tables import (
    Cell,
    Column,
    Mark,
    Table,
    benchmark_cell,
    count_cell,
    difference_cell,
    figure_cell,
    interval_cell,
)

SIGNS: dict[Verdict, str] = {"higher": "▲", "lower": "▼", "no_difference": "="}
WORDS: dict[Verdict, str] = {
    "higher": "hoger",
    "lower": "lager",
    "no_difference": "geen aantoonbaar verschil",
    "indicative": "indicatief",
    "suppressed": dutch.NOT_SHOWN,
    "no_benchmark": "geen BM",
    "not_testable": "niet te toetsen",
}
# What stands beside a bar that is demonstrably lower than those it is compared with.
LOWER = "▼ minder"
# A verdict is told by shape and word, never by colour alone.
VERDICT_WORDS: dict[Verdict, str] = {key: f"{SIGNS.get(key, '')} {word}".strip() for key, word in WORDS.items()}


def verdict_text(figure: Score) -> str:
    """The verdict in a word, without a sign. What is made of some of its parts is not compared, though there
    may be a BM."""
    is_partial = figure.is_partial and figure.verdict == "no_benchmark"
    return "niet vergeleken" if is_partial else WORDS[figure.verdict]


def value_text(score: Score) -> str:
    """The own figure of a row as text; words where the base is too small."""
    return dutch.NOT_SHOWN if score.suppressed else dutch.figure(dutch.shown(score.value, score.unit), score.unit)


def benchmark_text(score: Score) -> str:
    """BM beside a figure as text; a dash where there is none."""
    return dutch.figure(dutch.shown_benchmark(score.benchmark, score.unit), score.unit)


def difference_text(score: Score) -> str:
    """The difference with BM, with its sign; a dash where there is none."""
    return dutch.signed(dutch.difference(score.value, score.benchmark, score.unit))


def n_text(n: int | None) -> str:
    """A base, with a word where it is too small to judge by; a dash where it may not be told."""
    if n is None:
        return dutch.NO_VALUE
    return f"indicatief · {dutch.number(n)}" if is_indicative(n) else dutch.number(n)


def base_words(n: int | None) -> str:
    """ "n = 18 · indicatief": a base in running text; nothing where it may not be told."""
    if n is None:
        return ""
    return f"n = {dutch.number(n)}" + (" · indicatief" if is_indicative(n) else "")


def value_cell(score: Score, mark: str = "own") -> Cell:
    """The own figure of a row; words where the base is too small."""
    if score.suppressed:
        return Cell(dutch.NOT_SHOWN, "quiet")
    return figure_cell(score.value, score.unit, mark=mark)


def base_cell(n: int | None) -> Cell:
    """A base, with a word where it is too small to judge by; a dash where it may not be told."""
    return count_cell(n, mark="quiet", note="indicatief" if n is not None and is_indicative(n) else "")


def table_scores(found: ChannelFigures) -> tuple[Score, ...]:
    """The rows of the printed table: aspects or statements, without the parts of an aspect."""
    return tuple(score for score in found.scores if score.part_of is None)


def part_scores(found: ChannelFigures) -> tuple[Score, ...]:
    """The rows that are parts of an aspect (the six of hostmanship)."""
    return tuple(score for score in found.scores if score.part_of is not None)


def scores_table(caption: str, scores: Sequence[Score]) -> Table:
    """Own figure, BM, difference, verdict and n per item."""
    has_benchmark = any(score.benchmark is not None for score in scores)
    benchmark_year = next((score.benchmark_year for score in scores), None)
    columns = [Column("Vraag"), Column("Eigen cijfer", "number")]
    if has_benchmark:
        columns += [
            Column(f"BM {benchmark_year}" if benchmark_year else "BM", "number", "BM"),
            Column("Verschil", "number", "Verschil", wide_only=True),
            Column("Oordeel", "text", "Oordeel"),
        ]
    columns += [Column("95%-interval", "interval", "95%-interval", wide_only=True), Column("n", "number", "n")]
    return Table(caption, tuple(columns), tuple(_score_row(score, has_benchmark) for score in scores))


def _score_row(score: Score, has_benchmark: bool) -> tuple[Cell, ...]:
    cells = [Cell(score.label), value_cell(score)]
    if has_benchmark:
        mark: Mark = score.verdict if score.verdict in ("higher", "lower") else "quiet"
        cells += [
            benchmark_cell(score.benchmark, score.unit),
            difference_cell(dutch.difference(score.value, score.benchmark, score.unit), score.unit),
            _verdict_cell(score, mark),
        ]
    cells.append(interval_cell(score.interval, score.unit))
    # With BM the verdict says already that a figure is indicative.
    cells.append(count_cell(score.shown_n, mark="quiet") if has_benchmark else base_cell(score.shown_n))
    return tuple(cells)


def _verdict_cell(score: Score, mark: Mark) -> Cell:
    """The verdict with its sign; where the figure itself says that there are too few answers, nothing more."""
    if score.suppressed:
        return Cell(dutch.NO_VALUE, "quiet")
    return Cell(f"{SIGNS.get(score.verdict, '')} {verdict_text(score)}".strip(), mark, in_file=verdict_text(score))


def products_table(found: ChannelFigures, withheld: Collection[str] = ()) -> Table:
    """The totaaloordeel per product that may be shown; those with too few answers are named elsewhere.
    `withheld` as in `breakdown_by_product_table`."""
    shown = [score for score in found.products if not score.suppressed and score.key not in withheld]
    return Table(
        "Totaaloordeel per product",
        (Column("Product"), Column("Totaaloordeel", "number", "Totaaloordeel"), Column("n", "number", "n")),
        tuple(
            (
                Cell(score.label),
                value_cell(score),
                base_cell(score.shown_n),
            )
            for score in shown
        ),
    )


def breakdown_table(caption: str, breakdown: Breakdown) -> Table:
    """Share and count per option, over one base."""
    return Table(
        caption,
        (Column("Antwoord"), Column("Percentage", "number"), Column("Aantal", "number")),
        tuple(
            (
                Cell(option.label),
                Cell(dutch.NOT_SHOWN, "quiet")
                if breakdown.suppressed
                else figure_cell(option.share, "agree", mark="own"),
                count_cell(option.count, mark="quiet"),
            )
            for option in breakdown.options
        ),
    )


def breakdown_by_product_table(
    caption: str,
    rows: Iterable[tuple[str, Breakdown]],
    heads: Sequence[str],
    marks: Mapping[tuple[str, str], Mark] = MappingProxyType({}),
) -> Table:
    """A row per product that may be shown, a column per option with a bar in the cell, all on one scale. `marks`: by
    product and option, what stands out."""
    return Table(
        caption,
        (Column("Product"), *(Column(head, "number") for head in heads), Column("n", "number", "n")),
        tuple(
            (
                Cell(product),
                *(_share_cell(option, marks.get((product, option.key)), is_first=place == 0)
                  for place, option in enumerate(breakdown.options)),
                base_cell(breakdown.shown_n),
            )
            for product, breakdown in rows
            if not breakdown.suppressed
        ),
    )  # fmt: skip


def _share_cell(option: OptionCount, mark: Mark | None, *, is_first: bool) -> Cell:
    share = float(option.share or 0)
    if mark is None:
        return figure_cell(option.share, "agree", mark="own" if is_first else "", bar=share)
    made = figure_cell(option.share, "agree", mark=mark, bar=share)
    return replace(made, text=f"{SIGNS[mark]} {made.text}", in_file=made.text)  # type: ignore[index]
