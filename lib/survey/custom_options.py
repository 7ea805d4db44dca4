"""Options of questions outside the catalogue: which are the same, in what order, and which are too rare to show.

Nobody wrote these options down beforehand, so they are what files hold. An option that one or two
respondents chose could be their own words and say who they are: it is counted under "Anders".
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lib.survey.scales import Point
from lib.survey.words import key_of, normalise

RARE = 3  # an option that fewer respondents of a channel chose has no name of its own
OTHERS = "anders"

OTHERS_WORDS = frozenset({"anders", "overig", "overige", "iets anders", "een andere", "other"})
# Signs that normalising takes away and that tell options apart: "< 5 minuten" and "> 5 minuten".
_SIGNS = {"<": " minder dan ", ">": " meer dan ", "≤": " hoogstens ", "≥": " minstens ", "+": " plus "}
_NUMBER = re.compile(r"\d+")
_BELOW = re.compile(r"^(minder|jonger|korter|lager|tot|onder|hoogstens|nog geen)\b")
_ABOVE = re.compile(r"^(meer|ouder|langer|hoger|boven|vanaf)\b")
_FIXED = frozenset({"ja", "nee"})


def option_words(text: object) -> str:
    """The words by which an option is known in every file; every way to say "anders" is the same."""
    plain = str(text)
    for sign, words in _SIGNS.items():
        if sign in plain:
            plain = plain.replace(sign, words)
    found = normalise(plain)
    return OTHERS if found in OTHERS_WORDS else found


def points_of(labels: Mapping[str, str], counts: Mapping[str, int]) -> tuple[Point, ...]:
    """The points of a question, in their order. `labels` and `counts` by the words of the option.

    By number where every option holds one ("18-24", "65 jaar of ouder"), else the most chosen first
    and by the alphabet where that is equal; "Anders" is last. The order in which options first occur
    would change with the order of the rows.
    """
    numbered = all(_NUMBER.search(words) for words in labels if words != OTHERS)

    def place(words: str) -> tuple[bool, tuple[int, int], int, str]:
        return words == OTHERS, _size(words) if numbered else (0, 0), -counts[words], words

    keys: dict[str, str] = {}
    for words in sorted(labels):
        plain = key_of(words)
        key, number = plain, 2
        while key in keys.values():
            key, number = f"{plain}_{number}", number + 1
        keys[words] = key
    return tuple(Point(keys[words], labels[words], (words,)) for words in sorted(labels, key=place))


def _size(words: str) -> tuple[int, int]:
    """The first number in an option, and whether what is meant lies below, at or above it."""
    found = _NUMBER.search(words)
    side = -1 if _BELOW.match(words) else 1 if _ABOVE.match(words) else 0
    return (int(found[0]) if found else 0), side


def identity(point: Point) -> str:
    """The words by which a point of an own question is known in every file."""
    return point.wordings[0] if point.wordings else option_words(point.label)


def is_rare(words: str, count: int) -> bool:
    """Whether an option goes under "Anders". Yes and no are no one's own words, however few say them."""
    return count < RARE and words != OTHERS and words not in _FIXED


def most_used(spellings: Mapping[str, int]) -> str:
    """The spelling that most respondents have; the alphabet decides a tie, so that file order never does."""
    return min(spellings, key=lambda label: (-spellings[label], label))


def join_points(
    parts: Iterable[tuple[Sequence[Point], Sequence[int]]],
) -> tuple[tuple[Point, ...], list[list[int]]]:
    """The points of one question in several files. Each part is its points and how often each was
    chosen; given back are the points together, and per part the new place of each of its points."""
    parts = list(parts)
    totals: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    for points, counts in parts:
        for point, count in zip(points, counts, strict=True):
            totals[identity(point)] += count
            spellings.setdefault(identity(point), Counter())[point.label] += count
    home = {words: OTHERS if is_rare(words, count) else words for words, count in totals.items()}
    kept = {words for words, count in totals.items() if count and home[words] == words}
    if any(count and home[words] == OTHERS for words, count in totals.items()):
        kept.add(OTHERS)
    counted = Counter(dict.fromkeys(kept, 0))
    for words, count in totals.items():
        counted[home[words]] += count
    labels = {words: most_used(spellings[words]) if words in spellings else "Anders" for words in kept}
    points = points_of(labels, counted)
    place = {identity(point): number for number, point in enumerate(points)}
    # A point that nobody chose has no place; no code of an answer leads to it.
    return points, [[place.get(home[identity(point)], 0) for point in its] for its, _ in parts]
