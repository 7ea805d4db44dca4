"""Search in open answers as people type it: words in any form, "exact phrases", -not, prefixes, small typing errors.

The index is SQLite's FTS5, in memory. What a typed word stands for is decided on the vocabulary of the
answers: its forms (by stem), longer words that start with it, compounds known by their first part, and
near words where it is a typing error. So the words that are marked are those that were found.
"""

import re
import sqlite3
import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from lib.answers.words import composed, first_part, plain_words, stem_of, words

Span = tuple[int, int]

_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_LONGEST_QUERY, _MOST_PIECES = 300, 12
_SHORTEST_PREFIX = 3  # letters; "de" must not find "den Haag", "denken" and "deur"
_MOST_WORDS = 400  # words that one typed word may stand for
_RANKED = 20_000  # texts
_RARE = 0.1  # a near word that is this much rarer than the typed one is taken for a typing error of it


@dataclass(frozen=True)
class Piece:
    """One piece of a query. `words`: for every place of a phrase the words of the answers that will do;
    a single word is a phrase of one. `instead`: what was looked for in place of a word nobody used."""

    typed: str
    words: tuple[frozenset[str], ...]
    is_not: bool
    instead: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """What was typed, as pieces that must all be there, or must not."""

    pieces: tuple[Piece, ...]

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def hits(self, text: str) -> list[Span]:
        """Where the words of the query stand in a text in composed form, in order and without overlap."""
        found = words(text)
        spans: list[Span] = []
        for piece in self.pieces:
            size = len(piece.words)
            for place in range(0 if piece.is_not or not size else len(found) - size + 1):
                if all(found[place + step].plain in piece.words[step] for step in range(size)):
                    spans.append((found[place].start, found[place + size - 1].end))
        return list(_apart(sorted(spans)))


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    last = -1
    for start, end in spans:
        if start >= last:
            yield start, end
            last = end


class Index:
    """An index over texts; answers give places in the sequence that it was made of."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._size = len(texts)
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute("CREATE VIRTUAL TABLE tips USING fts5(words, tokenize='ascii')")
        self._database.executemany(
            "INSERT INTO tips(rowid, words) VALUES (?, ?)",
            ((place, plain_words(composed(text))) for place, text in enumerate(texts, start=1)),
        )
        self._database.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(tips, row)")
        self._counts = dict(self._database.execute("SELECT term, doc FROM vocabulary ORDER BY term"))
        self._sorted = list(self._counts)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for word in self._sorted:
            self._by_stem[stem_of(word)].append(word)
            first = first_part(stem_of(word))
            if first is not None:
                self._by_stem[first].append(word)

    def read(self, typed: str) -> Query:
        """What was typed, with the words of these texts that it stands for."""
        pieces = []
        for match in list(_PIECE.finditer(composed(typed[:_LONGEST_QUERY])))[:_MOST_PIECES]:
            is_not = bool(match["minus"])
            if match["phrase"] is not None:
                said = plain_words(match["phrase"]).split()
                if said:
                    pieces.append(Piece(match["phrase"], tuple(frozenset({word}) for word in said), is_not))
                continue
            for word in plain_words(match["word"]).split():
                found = self._meant(word, prefix_only=match["word"].endswith("*"))
                instead: tuple[str, ...] = () if found or is_not else self._near(word)
                typing_errors = () if is_not or not found else self._typing_errors(word)
                pieces.append(Piece(word, (frozenset({*found, *instead, *typing_errors}),), is_not, instead))
        return Query(tuple(pieces[:_MOST_PIECES]))

    def find(self, query: Query) -> list[int]:
        """The places of the texts that fit, the best first; all of them for an empty query."""
        wanted = [piece for piece in query.pieces if not piece.is_not]
        unwanted = [piece for piece in query.pieces if piece.is_not and all(piece.words)]
        if not all(all(piece.words) for piece in wanted):
            return []
        without = set(self._matching(unwanted, " OR ")) if unwanted else set()
        found = self._matching(wanted, " AND ") if wanted else range(self._size)
        return [place for place in found if place not in without]

    def _matching(self, pieces: Sequence[Piece], joined: str) -> list[int]:
        expression = joined.join(map(_expression, pieces))
        # What a large part of the texts holds ("de") says nothing of which is best, and takes long to rank.
        most = min(sum(self._counts.get(word, 0) for word in piece.words[0]) for piece in pieces)
        order = "rank, rowid" if most <= _RANKED else "rowid"
        with self._lock:
            rows = self._database.execute(
                f"SELECT rowid FROM tips WHERE tips MATCH ? ORDER BY {order}", (expression,)
            ).fetchall()
        return [row - 1 for (row,) in rows]

    def _meant(self, word: str, *, prefix_only: bool) -> list[str]:
        """The words of the texts that a typed word stands for, as it is or in another form."""
        found = dict.fromkeys([word] if word in self._counts else [])
        if len(word) >= _SHORTEST_PREFIX:
            found |= dict.fromkeys(self._starting_with(word))
        if not prefix_only:
            stem = stem_of(word)
            first = first_part(stem)
            found |= dict.fromkeys(self._by_stem.get(stem, ()))
            # Of wachten also wachttijd and wachtrij; of wachttijd also wachten.
            found |= dict.fromkeys(self._starting_with(stem) if len(stem) > _SHORTEST_PREFIX else ())
            found |= dict.fromkeys(self._by_stem.get(first, ()) if first is not None else ())
        return sorted(found, key=lambda one: (one != word, -self._counts[one], one))[:_MOST_WORDS]

    def _starting_with(self, start: str) -> list[str]:
        place = bisect_left(self._sorted, start)
        found = []
        while place < len(self._sorted) and self._sorted[place].startswith(start):
            found.append(self._sorted[place])
            place += 1
        return found

    def _near(self, word: str) -> tuple[str, ...]:
        """Words of the texts that a word which nobody used may be a typing error of."""
        allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        # Few typing errors are in the first letter, and "fiets" is not "niets".
        near = [pair for pair in self._within(word, allowed) if pair[0][0] == word[0]] if allowed else []
        closest = min((distance for _, distance in near), default=0)
        return tuple(sorted(one for one, distance in near if distance == closest)[:5])

    def _typing_errors(self, word: str) -> tuple[str, ...]:
        """Rare words of the texts that are one slip away from a word that is used much more."""
        count = self._counts.get(word, 0)
        if len(word) < 6:
            return ()
        return tuple(
            one for one, _ in self._within(word, 1) if one[0] == word[0] and self._counts[one] <= _RARE * count
        )

    def _within(self, word: str, distance: int) -> list[tuple[str, int]]:
        found = process.extract(word, self._sorted, scorer=OSA.distance, score_cutoff=distance, limit=50)
        return [(one, int(apart)) for one, apart, _ in found]


def _expression(piece: Piece) -> str:
    """A piece in the language of FTS5. Words hold plain letters and digits only, so nothing can break out."""
    if len(piece.words) == 1:
        return "(" + " OR ".join(f'"{word}"' for word in sorted(piece.words[0])) + ")"
    return '"' + " ".join(next(iter(place)) for place in piece.words) + '"'
