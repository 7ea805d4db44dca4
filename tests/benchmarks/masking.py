"""How much of the personal data in marked sentences is covered, and how much that is covered is personal.

Run with `uv run python -m tests.benchmarks.masking`.
"""

from collections import Counter
from dataclasses import dataclass, field

from lib.answers.masking import NAME, Mask, masks
from tests.answers.marked import Marked, sets
from tests.benchmarks.timing import print_table

GOALS = {"formatted": 0.98, "names": 0.90, "precision": 0.95}


@dataclass
class Outcome:
    """Counts over sentences: marks per kind, those of them that are covered, masks, right masks."""

    marks: Counter[str] = field(default_factory=Counter)
    covered: Counter[str] = field(default_factory=Counter)
    masks: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def recall(self, kinds: set[str]) -> float:
        """Share of the marks of these kinds that is covered whole."""
        return sum(self.covered[kind] for kind in kinds) / sum(self.marks[kind] for kind in kinds)

    @property
    def formatted(self) -> set[str]:
        return set(self.marks) - {NAME}

    @property
    def precision(self) -> float:
        """Share of the masks that cover something marked, as what it is."""
        return self.right / self.masks


def outcome(sentences: list[Marked]) -> Outcome:
    """What masking makes of these sentences."""
    found = Outcome()
    for sentence in sentences:
        covers = masks(sentence.text)
        for mark in sentence.marks:
            found.marks[mark.kind] += 1
            if _covered(mark, covers, sentence.text):
                found.covered[mark.kind] += 1
            else:
                found.missed.append(f"{mark.kind}: {sentence.text}")
        for cover in covers:
            found.masks += 1
            if any(
                cover.kind == mark.kind and cover.start < mark.end and mark.start < cover.end for mark in sentence.marks
            ):
                found.right += 1
            else:
                found.wrong.append(f"{sentence.text[cover.start : cover.end]} ({cover.kind}): {sentence.text}")
    return found


def _covered(mark: Mask, covers: tuple[Mask, ...], text: str) -> bool:
    """Whether every letter and digit of a mark is under a mask of its kind; "en" and "fam" tell nobody's name."""
    left = [
        place
        for place in range(mark.start, mark.end)
        if text[place].isalnum() and not any(c.kind == mark.kind and c.start <= place < c.end for c in covers)
    ]
    return not left or "".join(text[place] for place in left) in ("en", "fam")


def main() -> None:
    """Print recall per kind and precision of each set, and what went wrong in the tuned set."""
    rows = []
    for name, sentences in sets().items():
        found = outcome(sentences)
        for kind in sorted(found.marks):
            rows.append(
                [name, kind, f"{found.covered[kind]} of {found.marks[kind]}", f"{found.recall({kind}):.0%}", ""]
            )
        total = sum(found.marks[kind] for kind in found.formatted)
        rows += [
            [name, "all with a form", str(total), f"{found.recall(found.formatted):.1%}", f"{GOALS['formatted']:.0%}"],
            [name, "names", str(found.marks[NAME]), f"{found.recall({NAME}):.1%}", f"{GOALS['names']:.0%}"],
            [
                name,
                "precision",
                f"{found.right} of {found.masks}",
                f"{found.precision:.1%}",
                f"{GOALS['precision']:.0%}",
            ],
        ]
        if name == "tuned":
            print(*found.missed, *found.wrong, sep="\n")
    print_table(["set", "kind", "found", "share", "goal"], rows)


if __name__ == "__main__":
    main()
