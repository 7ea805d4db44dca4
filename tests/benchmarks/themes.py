"""How well the themes that the app finds are those that a reader finds: precision and recall per theme.

Run with `uv run python -m tests.benchmarks.themes`; with `--wrong` it also prints each tip of the tuned half where the
two differ.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lib.answers.themes import OTHER, Matcher, default_themes
from tests.answers.labelled import Labelled, halves
from tests.benchmarks.timing import print_table


@dataclass
class Agreement:
    """By theme: tips in which both find it, only the app, only the reader."""

    both: Counter[str] = field(default_factory=Counter)
    only_app: Counter[str] = field(default_factory=Counter)
    only_reader: Counter[str] = field(default_factory=Counter)

    def precision(self, themes: Iterable[str]) -> float:
        """Of what the app finds, the share that the reader finds too."""
        right, wrong = self._sums(themes, self.only_app)
        return right / (right + wrong) if right + wrong else 1.0

    def recall(self, themes: Iterable[str]) -> float:
        """Of what the reader finds, the share that the app finds too."""
        right, missed = self._sums(themes, self.only_reader)
        return right / (right + missed) if right + missed else 1.0

    def _sums(self, themes: Iterable[str], other: Counter[str]) -> tuple[int, int]:
        keys = list(themes)
        return sum(self.both[key] for key in keys), sum(other[key] for key in keys)


def agreement(tips: Iterable[Labelled]) -> Agreement:
    """How the app's themes of these tips compare with a reader's."""
    matcher, found = Matcher(default_themes()), Agreement()
    for tip in tips:
        themes = set(matcher.themes_of(tip.text))
        found.both.update(themes & tip.themes)
        found.only_app.update(themes - tip.themes)
        found.only_reader.update(tip.themes - themes)
    return found


def main() -> None:
    """Print both halves, theme by theme and all themes together."""
    keys = [theme.key for theme in default_themes()]
    rows = []
    for half, tips in halves().items():
        found = agreement(tips)
        for name, group in [*((key, [key]) for key in [*keys, OTHER]), ("all themes", keys)]:
            count = sum(bool(tip.themes & set(group)) for tip in tips)
            rows.append([half, name, str(count), f"{found.precision(group):.0%}", f"{found.recall(group):.0%}"])
        if half == "tuned" and "--wrong" in sys.argv:
            _print_differences(tips)
    print_table(["half", "theme", "tips", "precision", "recall"], rows)


def _print_differences(tips: Iterable[Labelled]) -> None:
    matcher = Matcher(default_themes())
    for tip in tips:
        hits = matcher.hits(tip.text)
        themes = set(matcher.of_hits(hits))
        if themes != tip.themes:
            words = sorted(
                {f"{hit.theme}:{tip.text[hit.start : hit.end]}" for hit in hits if hit.theme not in tip.themes}
            )
            print(f"- {tip.text}\n    missed {sorted(tip.themes - themes)}, too many {words}")


if __name__ == "__main__":
    main()
