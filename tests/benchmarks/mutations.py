"""Thousands of files with changed bytes: how many are read, refused, or kill or stall their reader.

uv run python -m tests.benchmarks.mutations [COUNT]
"""

import sys
import time
from collections import Counter

from lib.ingest.sandbox.guard import Reader
from tests.benchmarks.timing import print_table
from tests.ingest.mutations import mutated


def main(count: int) -> int:
    ends: Counter[str] = Counter()
    slowest = 0.0
    with Reader() as reader:
        for name, data in mutated(count):
            start = time.perf_counter()
            receipt = reader.read_file(name, data)
            slowest = max(slowest, time.perf_counter() - start)
            error = next((problem.code for problem in receipt.problems if problem.severity == "error"), "silent")
            ends["read" if receipt.is_read else error] += 1
    print_table(["end", "files"], [[end, str(number)] for end, number in ends.most_common()])
    print(f"{count:,} files; the slowest took {slowest:.2f} s.")
    return 1 if {"silent", "file_too_heavy", "file_too_slow"} & set(ends) else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
