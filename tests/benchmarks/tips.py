"""A search over 100,000 tips, beside looking for the words in every text.

Run with `uv run python -m tests.benchmarks.tips`.
"""

import re
import sys
import time
from random import Random

from lib.answers.masking import masks
from lib.answers.search import Index
from lib.survey.words import normalise
from tests.benchmarks.timing import print_table, side_by_side, verdict
from tests.conftest import sample_texts

SIZE, GOAL = 100_000, 100.0  # tips, milliseconds
QUERIES = (
    "wachten",
    "wachttijd balie",
    '"aan de balie"',
    "afspraak -telefoon",
    "formuleir",
    "de",
    "afspr*",
    "paspoort foto",
)


def texts() -> list[str]:
    """Tips of two sentences that the sample's customers wrote, drawn again and again."""
    draw = Random(2020)
    sentences = [part for text in sample_texts() for part in re.split(r"(?<=[.!?])\s", text) if part]
    return [f"{draw.choice(sentences)} {draw.choice(sentences)} {number}" for number in range(SIZE)]


def main() -> None:
    """Print how long each query takes, and end with 1 where the goal is not reached."""
    tips = texts()
    start = time.perf_counter()
    index = Index(tips)
    built = time.perf_counter() - start
    start = time.perf_counter()
    for tip in tips[:10_000]:
        masks(tip)
    masked = time.perf_counter() - start
    rows, slowest = [], 0.0
    for typed in QUERIES:
        plain = [word for word in normalise(typed).split() if not word.startswith("-")]

        def ours(typed: str = typed) -> object:
            return index.find(index.read(typed))

        def scan(plain: list[str] = plain) -> object:
            return [place for place, tip in enumerate(tips) if all(word in normalise(tip) for word in plain)]

        took = side_by_side({"index": ours, "scan": scan}, 3)
        slowest = max(slowest, took["index"])
        found = len(index.find(index.read(typed)))
        ratio = f"{took['scan'] / took['index']:.0f}x"
        rows.append([typed, f"{found:,}", f"{took['index']:.0f} ms", f"{took['scan']:.0f} ms", ratio])
    print_table(["query", "found", "index", "scan", "faster"], rows)
    print(f"{SIZE:,} tips; the slowest query {slowest:.0f} ms, goal {GOAL:.0f} ms {verdict(slowest < GOAL)}.")
    print(f"Making the index {built:.1f} s; masking {masked:.2f} s per 10,000 tips.")
    sys.exit(slowest >= GOAL)


if __name__ == "__main__":
    main()
