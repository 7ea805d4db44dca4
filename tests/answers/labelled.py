"""Tips of the sample data of which somebody read what they are about, by hand and without the word lists."""

import csv
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("theme_labels.csv")


@dataclass(frozen=True)
class Labelled:
    """A tip and the keys of its themes."""

    text: str
    themes: frozenset[str]


def halves() -> dict[str, list[Labelled]]:
    """The tips in two halves: the word lists were improved with `tuned`, and never with `unseen`."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    found = [Labelled(row["text"].replace("\\n", "\n"), frozenset(row["themes"].split())) for row in rows]
    return {"tuned": found[::2], "unseen": found[1::2]}
