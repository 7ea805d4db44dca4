"""All figures of a channel for a new selection, at 3,018 and at 1,000,000 respondents.

uv run python -m tests.benchmarks.selecting
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from time import perf_counter
from types import MappingProxyType

import numpy as np

from lib.figures.channel import figures
from lib.figures.counts import Counts, count
from lib.figures.selection import Selection
from lib.ingest.published.references import read_references
from lib.ingest.read import read_file, survey_of
from lib.survey.dataset import ChannelAnswers
from lib.survey.references import References
from tests.benchmarks.timing import SAMPLE, print_table, side_by_side, verdict

CHANNEL = "balie"
FILE, REFERENCES = "balie_2020.xlsx", "referentiecijfers.csv"
MANY = 1_000_000
REPEATS = 101
GOAL_MS, GOAL_RATIO = 5.0, 2.0
SELECTIONS = {
    "whole": Selection(CHANNEL),
    "a quarter": Selection(CHANNEL, start=date(2020, 4, 1), end=date(2020, 6, 30)),
    "a mid-month range": Selection(CHANNEL, start=date(2020, 2, 13), end=date(2020, 9, 9)),
    "two products": Selection(CHANNEL, ("Paspoort", "Rijbewijs")),
    "both": Selection(CHANNEL, ("Paspoort", "Rijbewijs"), date(2020, 2, 13), date(2020, 9, 9)),
}


def many_times(channel: ChannelAnswers, size: int) -> ChannelAnswers:
    """A channel of `size` respondents drawn from these, each on a random day of 2020."""
    chance = np.random.default_rng(2020)
    rows = chance.integers(0, len(channel), size)
    first = (date(2020, 1, 1) - date(1970, 1, 1)).days
    return replace(
        channel,
        days=chance.integers(first, first + 366, size).astype(np.int32),
        product_codes=channel.product_codes[rows],
        answers=MappingProxyType(
            {key: replace(found, codes=found.codes[rows]) for key, found in channel.answers.items()}
        ),
        texts=MappingProxyType({}),
    )


def timed(counts: Counts, selection: Selection, references: References) -> Callable[[], object]:
    return partial(figures, counts, selection, references)


def main() -> int:
    survey = survey_of([read_file(FILE, (SAMPLE / FILE).read_bytes())])
    references = read_references(REFERENCES, (SAMPLE / REFERENCES).read_bytes()).references
    sample = survey.channels[CHANNEL]
    large = many_times(sample, MANY)
    start = perf_counter()
    of_large = count(large)
    seconds = perf_counter() - start
    of_sample = count(sample)
    rows = []
    reached = True
    for name, selection in SELECTIONS.items():
        times = side_by_side(
            {"sample": timed(of_sample, selection, references), "large": timed(of_large, selection, references)},
            REPEATS,
        )
        ratio = times["large"] / times["sample"]
        is_reached = max(times.values()) <= GOAL_MS and ratio <= GOAL_RATIO
        reached = reached and is_reached
        rows.append(
            [name, f"{times['sample']:.2f} ms", f"{times['large']:.2f} ms", f"{ratio:.2f}x", verdict(is_reached)]
        )
    goal = f"goal {GOAL_MS:.0f} ms, {GOAL_RATIO:.0f}x"
    print_table(
        ["all figures of a selection", f"{len(sample):,} respondents", f"{MANY:,} respondents", "ratio", goal], rows
    )
    print(f"Counting {MANY:,} respondents, once, at load: {seconds:.1f} s.")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
