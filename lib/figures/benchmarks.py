"""Which BM a figure is compared with: that of its table, of the year in which the selection ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lib.figures.counts import Counts, SelectedCounts
from lib.figures.selection import Selection
from lib.survey.catalogue import SCORED_KINDS
from lib.survey.dataset import Answers
from lib.survey.references import References

OVERALL = "totaaloordeel"
EFFORT = "ces"


@dataclass(frozen=True)
class TableBenchmarks:
    """The BM of one table. `items`: the keys of its rows; `year`: whose BM it is, None where there is none;
    `benchmarks`: as published, None for a row that has none."""

    items: tuple[str, ...]
    year: int | None
    benchmarks: Mapping[str, Decimal | None]


def tables(answers: Mapping[str, Answers]) -> tuple[tuple[str, ...], ...]:
    """The keys of what is compared with BM, table by table as they are shown: totaaloordeel and CES each alone,
    grades and statements apart, wholes and parts apart."""
    found: dict[object, list[str]] = {}
    for key, one in answers.items():
        if key in (OVERALL, EFFORT):
            found[key] = [key]
        elif one.item.kind in SCORED_KINDS:
            found.setdefault((one.item.part_of is not None, one.item.kind), []).append(key)
    return tuple(tuple(keys) for keys in found.values())


def benchmarks(counts: Counts, references: References, wanted_year: int | None) -> tuple[TableBenchmarks, ...]:
    """The BM of every table of a channel for a selection that ends in `wanted_year`. What is made of some of its
    parts is not compared, since BM is of all."""
    found = []
    for items in tables(counts.answers):
        year = references.benchmark_year(counts.channel, wanted_year, items)
        of = {
            key: None
            if (parts := counts.answers[key].parts) is not None and not parts.are_all
            else references.benchmark(counts.channel, key, year)
            for key in items
        }
        found.append(TableBenchmarks(items, year, of))
    return tuple(found)


def wanted_year(counts: Counts, selection: Selection, selected: SelectedCounts) -> int | None:
    """The year in which the selection ends: of its last answer, else of what was asked for."""
    last = selected.last_day or selection.end or counts.select(Selection()).last_day
    return None if last is None else last.year
