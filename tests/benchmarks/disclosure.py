"""The attack on everything that is published of 300 random surveys, and what deciding costs for the sample.

uv run python -m tests.benchmarks.disclosure [surveys]
"""

import sys
from functools import partial

from lib.figures.channel import count_channels
from lib.figures.disclosure import Disclosure
from lib.ingest.read import read_file, survey_of
from tests.benchmarks.timing import SAMPLE, print_table, side_by_side, verdict
from tests.figures.disclosure_attack import collect, finds, random_survey, subtractions

SURVEYS = 300
FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv")
GOAL_MS = 3000.0


def main() -> int:
    surveys = int(sys.argv[1]) if len(sys.argv) > 1 else SURVEYS
    reached = True
    rows = []
    for channel, counts in count_channels(
        survey_of([read_file(name, (SAMPLE / name).read_bytes()) for name in FILES])
    ).items():
        taken = side_by_side({channel: partial(Disclosure.of, counts)}, 3)[channel]
        reached = reached and taken <= GOAL_MS
        rows.append([channel, f"{taken:.0f} ms", verdict(taken <= GOAL_MS)])
    print_table(["deciding what may be told", "once", f"goal {GOAL_MS:.0f} ms"], rows)
    broken = exact = rounded = 0
    for seed in range(surveys):
        documents = collect(random_survey(seed), "publish")
        exact += sum(len(facts) for facts in documents.facts.values())
        rounded += len(documents.values)
        found = [*finds(documents), *subtractions(documents)]
        broken += bool(found)
        for line in found:
            print(f"survey {seed}: {line}", flush=True)
    print(
        f"{surveys} surveys, {exact} exact numbers and {rounded} rounded values read: {broken} surveys give something away."
    )
    return 0 if reached and not broken else 1


if __name__ == "__main__":
    sys.exit(main())
