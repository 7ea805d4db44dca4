"""What stands above or below the rest, in words: names with their figures, and plainly that nothing does."""

from collections.abc import Sequence

from lib.figures.base import VERDICT_BASE
from lib.figures.standing_out import StandingOut
from lib.report import dutch

_FEW = 3  # so many are named, more are counted
TOO_FEW_TO_TELL = f"n onder {VERDICT_BASE}"
_UNTESTED = "of dat meer is dan toeval, is aan afgeronde cijfers niet te zien"


def named(places: Sequence[int], names: Sequence[str]) -> str:
    """ "A, B en C"; of more than a few the first ones: "A, B, C en 4 andere"."""
    return dutch.some([names[place] for place in places], _FEW)


def sides(parts: Sequence[tuple[str, Sequence[str]]], than: str) -> str:
    """ "vaker dan de rest: A (80%); minder vaak: B (40%)": what stands out on either side, each as the word
    for it and the names with their figures; empty where nothing does."""
    told = [(word, names) for word, names in parts if names]
    return "; ".join(
        f"{word}{f' {than}' if place == 0 else ''}: {dutch.some(names, _FEW)}"
        for place, (word, names) in enumerate(told)
    )


def not_apart(subject: str, what: str = "") -> str:
    """That questions to the same customers could not be told apart. The test reckons with the worst case of how
    answers go together, since counts don't tell that, so it says which test it was: a milder one might."""
    return f"Met een strenge toets zijn {subject} niet te onderscheiden{what}."


def of_round_figures(named: Sequence[tuple[str, str]]) -> str:
    """Of figures that may only be told rounded, which can't be tested: each as its name with the figure, and the figure
    alone, lowest first."""
    best, worst = ([name for name, figure in named if figure == named[place][1]] for place in (-1, 0))
    high, low = dutch.verb(len(best), "is", "zijn"), dutch.verb(len(worst), "is", "zijn")
    return f"Het hoogst {high} {dutch.enumerate_words(best)}, het laagst {low} {dutch.enumerate_words(worst)}; {_UNTESTED}."


def higher_and_lower(found: StandingOut, names: Sequence[str], what: str, others: str) -> str:
    """ "A (9,0) en B (8,8) scoren aantoonbaar hoger op totaaloordeel dan de andere producten; C (6,0) scoort
    aantoonbaar lager." Empty where nothing stands out. `what` starts with a space, or is empty."""
    parts: list[str] = []
    for word, places in (("hoger", found.above), ("lager", found.below)):
        if places:
            verb = dutch.verb(len(places), "scoort", "scoren")
            told = "" if parts else f"{what} dan {others}"
            parts.append(f"{named(places, names)} {verb} aantoonbaar {word}{told}")
    return "; ".join(parts) + "." if parts else ""
