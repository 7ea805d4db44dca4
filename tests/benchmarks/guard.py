"""Files that are small and ask for much: how fast the guard refuses them, and with how much memory.

uv run python -m tests.benchmarks.guard

Time and memory are those of the reader's own process, started for the file, and of the process that asks.
"""

import resource
import subprocess
import sys
import time

from lib.ingest.sandbox.guard import Reader
from tests.benchmarks.timing import print_table, verdict
from tests.ingest.bombs import BOMBS

SECONDS, MEGABYTES = 3.0, 400


def run_one(name: str) -> None:
    """In a fresh process: have one file refused, and say with what code and what it took."""
    data = BOMBS[name]()
    start = time.perf_counter()
    with Reader() as reader:
        receipt = reader.read_file("bestand.xlsx", data)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(len(data), receipt.problems[0].code, seconds, peak)


def main() -> int:
    rows, reached = [], True
    for name in BOMBS:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.guard", name], capture_output=True, text=True, check=True
        )
        size, code, seconds, peak = done.stdout.split()
        is_reached = float(seconds) <= SECONDS and float(peak) <= MEGABYTES
        reached = reached and is_reached
        rows.append([name, f"{int(size) / 1e6:.1f} MB", code, f"{float(seconds):.2f} s", f"{float(peak):.0f} MB",
                     f"{SECONDS:.0f} s, {MEGABYTES} MB {verdict(is_reached)}"])  # fmt: skip
    print_table(["file", "size", "refused as", "time", "peak", "goal"], rows)
    return 0 if reached else 1


if __name__ == "__main__":
    if sys.argv[1:]:
        run_one(sys.argv[1])
        sys.exit(0)
    sys.exit(main())
