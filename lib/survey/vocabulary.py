"""Words and what they mean, as data: lists of patterns from `words.toml` and `answers.toml`."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

_SHORTEST = 6  # letters of a word that was cut off, from which it is known
_ENDINGS = "(?:e|en|n|s|t|te|ten|de|den|je|jes|heid)?"


class Lexicon:
    """A list of patterns: "tijd" is that word and its inflections, "wacht*" every word that starts so, "*loket" every
    word that ends so, "*lever*" every word that holds it, "=kan" that word alone; words joined by "_" are a phrase."""

    def __init__(self, patterns: str) -> None:
        single = [pattern for pattern in patterns.split() if "_" not in pattern]
        self._starts = tuple(pattern.strip("*=") for pattern in single if len(pattern) > _SHORTEST)
        self._word = re.compile("|".join(map(_regex, single)) or "(?!)")
        self._phrases: dict[str, list[list[re.Pattern[str]]]] = {}
        for pattern in patterns.split():
            if "_" in pattern:
                first, *rest = pattern.split("_")
                self._phrases.setdefault(first, []).append(
                    [re.compile(_regex(f"={word}" if word.isalnum() else word)) for word in rest]
                )
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Whether a single word is in the list."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._word.fullmatch(word) is not None
        return found

    def forget(self) -> None:
        """Forget which words were met."""
        self._known.clear()

    def starts(self, word: str) -> bool:
        """Whether a word that is cut off or abbreviated may be one of the list: "deskundigh"."""
        return len(word) >= _SHORTEST and any(start.startswith(word) for start in self._starts)

    def places(self, words: Sequence[str]) -> set[int]:
        """The places of the words of a text that are in the list, by themselves or in a phrase."""
        found = {place for place, word in enumerate(words) if self.has(word)}
        for place, word in enumerate(words):
            for rest in self._phrases.get(word, ()):
                after = words[place + 1 : place + 1 + len(rest)]
                if len(after) == len(rest) and all(one.fullmatch(own) for one, own in zip(rest, after, strict=True)):
                    found.update(range(place, place + 1 + len(rest)))
        return found


def _regex(pattern: str) -> str:
    if pattern.startswith("="):
        return re.escape(pattern[1:])
    before, after = pattern.startswith("*"), pattern.endswith("*")
    core = re.escape(pattern.strip("*"))
    return ("[a-z0-9]*" if before else "") + core + ("[a-z0-9]*" if after else _ENDINGS)


@cache
def data_file(name: str) -> Mapping[str, Any]:
    """What stands in a file of data beside this module."""
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


@cache
def lexicons(file: str, *path: str) -> Mapping[str, Lexicon]:
    """The lists of one table of a file, by name."""
    table: Any = data_file(file)
    for name in path:
        table = table[name]
    return {name: Lexicon(patterns) for name, patterns in table.items()}
