"""Timing two or more ways side by side, so that a busy moment of the machine hits all of them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

SAMPLE = Path(__file__).parents[2] / "sample_data"


def side_by_side(ways: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """The median time of each way in milliseconds; they take turns, after one turn that doesn't count."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(repeats + 1):
        for name, way in ways.items():
            start = perf_counter()
            way()
            if turn:
                times[name].append((perf_counter() - start) * 1000)
    return {name: median(found) for name, found in times.items()}


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table in columns: the first to the left, the others to the right."""
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    for row in (heads, ["-" * width for width in widths], *rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        print("  ".join(cells))


def verdict(is_reached: bool) -> str:
    return "reached" if is_reached else "NOT REACHED"
