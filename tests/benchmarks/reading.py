"""From the bytes of a workbook to all its figures, beside what pandas needs to open it.

uv run python -m tests.benchmarks.reading
"""

import io
import subprocess
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

# A whole process of the command line takes at most so many times that of a script that only reads the file.
WHOLE, WHOLE_GOAL = "balie_2020.xlsx", 1.0


def to_figures(name: str, data: bytes) -> list[ChannelFigures]:
    """Everything the app does with a file that was dropped on it, up to the figures."""
    survey = survey_of([read_file(name, data)])
    return [figures(counts, Selection()) for counts in count_channels(survey).values()]


def with_pandas(data: bytes) -> pd.DataFrame:
    return pd.read_excel(io.BytesIO(data), engine="openpyxl")


def whole_process(*arguments: str) -> None:
    """Python started for this alone, until it ends."""
    subprocess.run([sys.executable, *arguments], cwd=SAMPLE.parent, stdout=subprocess.DEVNULL, check=True)


def whole_processes() -> bool:
    """The command line beside a script that only reads: prints what they take, and returns whether the goal is reached."""
    path = str(SAMPLE / WHOLE)
    reading = f"import pandas; pandas.read_excel({path!r}, engine='openpyxl')"
    times = side_by_side(
        {
            "figures": partial(whole_process, "-m", "lib", "figures", path),
            "pandas": partial(whole_process, "-c", reading),
        },
        REPEATS,
    )
    ratio = times["figures"] / times["pandas"]
    is_reached = ratio <= WHOLE_GOAL
    cells = [
        WHOLE,
        f"{times['figures']:.0f} ms",
        f"{times['pandas']:.0f} ms",
        f"{ratio:.2f}x",
        f"{WHOLE_GOAL:.0f}x {verdict(is_reached)}",
    ]
    print_table(["whole process", "python -m lib figures", "pandas + openpyxl", "the time", "goal"], [cells])
    return is_reached


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
    print()
    return 0 if whole_processes() and reached else 1


if __name__ == "__main__":
    sys.exit(main())
