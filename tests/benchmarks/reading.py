"""From the bytes of a workbook to all its figures, beside what pandas needs to open it.

uv run python -m tests.benchmarks.reading
"""

import io
import sys
from functools import partial

import pandas as pd

from lib.figures.channel import ChannelFigures, count_channels, figures
from lib.figures.selection import Selection
from lib.ingest.read import read_file, survey_of
from tests.benchmarks.timing import SAMPLE, print_table, side_by_side, verdict

REPEATS = 9
# Times faster than pandas with openpyxl. The goal is set for a year of a busy channel; in a file of
# a third of that size, what every file costs whatever its size weighs more.
GOALS = {"balie_2020.xlsx": 5.0, "telefoon_2020.xlsx": None}


def to_figures(name: str, data: bytes) -> list[ChannelFigures]:
    """Everything the app does with a file that was dropped on it, up to the figures."""
    survey = survey_of([read_file(name, data)])
    return [figures(counts, Selection()) for counts in count_channels(survey).values()]


def with_pandas(data: bytes) -> pd.DataFrame:
    return pd.read_excel(io.BytesIO(data), engine="openpyxl")


def main() -> int:
    rows = []
    reached = True
    for name, goal in GOALS.items():
        data = (SAMPLE / name).read_bytes()
        times = side_by_side(
            {"figures": partial(to_figures, name, data), "pandas": partial(with_pandas, data)}, REPEATS
        )
        ratio = times["pandas"] / times["figures"]
        is_reached = goal is None or ratio >= goal
        reached = reached and is_reached
        goal_text = "no goal" if goal is None else f"{goal:.0f}x {verdict(is_reached)}"
        rows.append([name, f"{times['figures']:.0f} ms", f"{times['pandas']:.0f} ms", f"{ratio:.1f}x", goal_text])
    print_table(["file", "bytes to all figures", "pandas + openpyxl", "faster", "goal"], rows)
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
