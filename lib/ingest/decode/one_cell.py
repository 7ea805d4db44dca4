"""Cells that hold several answers to a question outside the catalogue, cut into answers.

No known options help here, so the cells themselves must show that they are combinations: the same
pieces come back in different company.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from lib.survey.custom_options import option_words

_SURE = (";", "\n")  # signs that stand in no option; a comma may
SIGNS = (*_SURE, ",")


def pieces_of(texts: Sequence[str]) -> list[list[str]] | None:
    """The answers in each of the distinct cells, or None where the cells are no combinations."""
    for sign in SIGNS:
        cut = [[piece.strip() for piece in text.split(sign) if piece.strip()] for text in texts]
        if sign not in _SURE:
            cut = _joined_again(cut, sign)
        if _are_combinations(cut, sign, texts):
            return cut
    return None


def _are_combinations(cut: Sequence[Sequence[str]], sign: str, texts: Sequence[str]) -> bool:
    cells = Counter(words for pieces in cut for words in {option_words(piece) for piece in pieces})
    if sign in _SURE and texts and all(text.rstrip().endswith(sign) for text in texts):
        return True
    if not any(len(pieces) > 1 for pieces in cut):
        return False
    if sign in _SURE:
        return any(count > 1 for count in cells.values())
    return len(cells) < len({tuple(sorted(map(option_words, pieces))) for pieces in cut})


def _joined_again(cut: Sequence[Sequence[str]], sign: str) -> list[list[str]]:
    """The pieces, where those that never go without each other are one option that holds the sign."""
    joined = [list(pieces) for pieces in cut]
    while True:
        times = Counter(piece for pieces in joined for piece in pieces)
        pairs = Counter(pair for pieces in joined for pair in pairwise(pieces))
        together = next((pair for pair, count in pairs.items() if count == times[pair[0]] == times[pair[1]] > 1), None)
        if together is None:
            return joined
        one = f"{together[0]}{sign} {together[1]}"
        joined = [_with_one(pieces, together, one) for pieces in joined]


def _with_one(pieces: list[str], pair: tuple[str, str], one: str) -> list[str]:
    found: list[str] = []
    for piece in pieces:
        if found and (found[-1], piece) == pair:
            found[-1] = one
        else:
            found.append(piece)
    return found
