"""Relative weights with bootstrap intervals, against one least-squares fit per subset and draw.

uv run python -m tests.benchmarks.drivers
"""

from collections.abc import Sequence
from itertools import combinations
from math import factorial
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from lib.figures.channel import figures
from lib.figures.counts import count
from lib.figures.drivers import draws_for, drivers
from lib.figures.scores import Score
from lib.figures.selection import Selection
from lib.ingest.read import read_file, survey_of
from lib.survey.dataset import ChannelAnswers
from tests.benchmarks.selecting import many_times
from tests.benchmarks.timing import SAMPLE

SIZES = (3_018, 100_000)
REPEATS = 5


def naive_weights(data: NDArray[np.float64]) -> NDArray[np.float64]:
    """LMG by fitting every subset to the respondents themselves."""
    predictors, outcome = data[:, :-1], data[:, -1] - data[:, -1].mean()
    k = predictors.shape[1]
    explained: dict[tuple[int, ...], float] = {(): 0.0}
    for size in range(1, k + 1):
        for chosen in combinations(range(k), size):
            columns = np.column_stack([np.ones(len(data)), predictors[:, chosen]])
            left = outcome - columns @ np.linalg.lstsq(columns, outcome, rcond=None)[0]
            explained[chosen] = 1 - float(left @ left) / float(outcome @ outcome)
    weights = np.zeros(k)
    for chosen, value in explained.items():
        for place in set(range(k)) - set(chosen):
            gain = explained[tuple(sorted((*chosen, place)))] - value
            weights[place] += gain * factorial(len(chosen)) * factorial(k - len(chosen) - 1) / factorial(k)
    return weights


def complete_rows(channel: ChannelAnswers, scores: Sequence[Score]) -> NDArray[np.float64]:
    """The grades of those who answered everything, the totaaloordeel last."""
    columns = []
    for key in [*(score.key for score in scores), "totaaloordeel"]:
        answers = channel.answers[key]
        grades = np.array([np.nan] * 4 + [float(value) for value in answers.values])
        columns.append(grades[answers.codes])
    data = np.column_stack(columns)
    return data[~np.isnan(data).any(axis=1)]


def main() -> None:
    survey = survey_of([read_file("balie_2020.xlsx", (SAMPLE / "balie_2020.xlsx").read_bytes())])
    for size in SIZES:
        channel = survey.channels["balie"]
        channel = channel if size == len(channel) else many_times(channel, size)
        scores = [score for score in figures(count(channel), Selection()).scores if score.part_of is None]
        times = []
        for _ in range(REPEATS):
            start = perf_counter()
            found = drivers(channel, Selection(), scores)
            times.append(perf_counter() - start)
        start = perf_counter()
        weights = naive_weights(complete_rows(channel, scores))
        one_draw = perf_counter() - start
        assert np.allclose(weights, [driver.weight for driver in found.drivers])
        ours = sorted(times)[REPEATS // 2]
        # Ours makes the weights once for the figure and once for every draw of the interval.
        sets = 1 + draws_for(found.n)
        print(f"{size:>9,} respondents, {found.n:>7,} complete, {len(scores)} aspects: {sets:,} sets of weights "
              f"{ours * 1000:6.0f} ms; one naive set {one_draw * 1000:6.0f} ms; per set {one_draw / (ours / sets):,.0f}x")  # fmt: skip


if __name__ == "__main__":
    main()
