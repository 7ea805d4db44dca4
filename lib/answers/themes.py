"""What open answers are about: themes as lists of words that users can change, and the words that matched."""

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lib.answers.masking import COVER
from lib.answers.words import Word, composed, plain_words, stem_of, words
from lib.survey.visible import visible
from lib.survey.words import key_of

OTHER = "overig"  # what no theme is found in
OTHER_LABEL = "Overig"
EVERY_LABEL, NEW_LABEL = "Alle thema's", "Nieuw thema"  # what stands beside the themes in a list to choose from
_TAKEN = frozenset(label.casefold() for label in (OTHER_LABEL, EVERY_LABEL, NEW_LABEL))
_FORMAT, _VERSION = "klantmonitor-themas", 1
_MOST_THEMES, _MOST_WORDS, _LONGEST = 40, 300, 80
_SHORTEST_PART = 2  # letters beside a *


@dataclass(frozen=True)
class Theme:
    """One theme. `words` count in every form; with * at the end as the start of a word, with * in front as
    its end, with = in front exactly as written. `phrases` are words in this order, in any form. Where a
    sentence holds one of `unless` beside those, the theme is not found in it."""

    key: str
    label: str
    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """Words of a text that made a theme: `text[start:end]`."""

    theme: str
    start: int
    end: int


@lru_cache(maxsize=1)
def default_themes() -> tuple[Theme, ...]:
    """The list that the app comes with."""
    content = tomllib.loads(Path(__file__).with_name("themes.toml").read_text(encoding="utf-8"))
    themes, problems = checked(content["theme"])
    assert not problems, problems
    return themes


def checked(rows: object) -> tuple[tuple[Theme, ...], list[str]]:
    """The themes in rows of a file or a table, and a Dutch sentence for everything wrong with them; rows
    with something wrong are left out."""
    if not isinstance(rows, Sequence) or isinstance(rows, str) or not rows:
        return (), ["De themalijst is leeg of geen lijst."]
    themes: list[Theme] = []
    problems: list[str] = []
    if len(rows) > _MOST_THEMES:
        problems.append(f"De themalijst heeft meer dan {_MOST_THEMES} thema's; de eerste {_MOST_THEMES} zijn gebruikt.")
    for number, row in enumerate(rows[:_MOST_THEMES], start=1):
        theme = _theme(row)
        wrong = f"Thema {number} heeft geen naam." if theme is None else _wrong(theme, themes)
        if wrong is not None:
            problems.append(wrong)
        elif theme is not None:
            themes.append(theme)
    return tuple(themes), problems


def _theme(row: object) -> Theme | None:
    given = row.get("label") if isinstance(row, Mapping) else None
    label = _tidy(given)[:_LONGEST] if isinstance(given, str) else ""
    if not isinstance(row, Mapping) or not label:
        return None
    key = row.get("key")
    parts = [_list(row.get(name)) for name in ("words", "phrases", "unless")]
    return Theme(key_of(key) if isinstance(key, str) and key.strip() else key_of(label), label, *parts)


def _list(value: object) -> tuple[str, ...]:
    """Words from a list, or from a text with commas as in a table."""
    pieces = value.split(",") if isinstance(value, str) else value if isinstance(value, Sequence) else ()
    return tuple(dict.fromkeys(tidy for piece in pieces if isinstance(piece, str) and (tidy := _tidy(piece))))


def _tidy(text: str) -> str:
    """On one line and without characters that can't be seen or sent."""
    return " ".join(visible(text).split())


def _wrong(theme: Theme, before: Sequence[Theme]) -> str | None:
    """What is wrong with a theme, as a sentence; None where it can be used."""
    entries = (*theme.words, *theme.phrases, *theme.unless)
    if theme.key == OTHER or theme.label.casefold() in _TAKEN:
        return f"De naam '{theme.label}' gebruikt de app zelf; kies een andere naam."
    if any(theme.key == other.key or theme.label.casefold() == other.label.casefold() for other in before):
        return f"Het thema '{theme.label}' staat er twee keer in."
    if not theme.words and not theme.phrases:
        return f"Het thema '{theme.label}' heeft geen woorden."
    if len(entries) > _MOST_WORDS:
        return f"Het thema '{theme.label}' heeft meer dan {_MOST_WORDS} woorden."
    for entry in entries:
        if len(entry) > _LONGEST or not plain_words(entry):
            return f"Bij het thema '{theme.label}' kan '{entry[:_LONGEST]}' geen woord zijn."
        if "*" in entry and len(plain_words(entry)) < _SHORTEST_PART:
            return f"Bij het thema '{theme.label}' staat naast het sterretje van '{entry}' te weinig."
    return None


def to_json(themes: Iterable[Theme]) -> str:
    """The list as the text of a file."""
    return (
        json.dumps({"format": _FORMAT, "version": _VERSION, "themes": as_rows(themes)}, ensure_ascii=False, indent=2)
        + "\n"
    )


def as_rows(themes: Iterable[Theme]) -> list[dict[str, object]]:
    """The list as plain data, from which `checked` makes the same list."""
    return [
        {"key": theme.key, "label": theme.label, "words": [*theme.words], "phrases": [*theme.phrases], "unless": [*theme.unless]}
        for theme in themes
    ]  # fmt: skip


def looks_like_themes(data: bytes) -> bool:
    """Whether a file is a list of themes."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and _FORMAT.encode() in data[:200]


def from_json(data: bytes) -> tuple[tuple[Theme, ...], list[str]]:
    """The themes in a file, and a Dutch sentence for everything wrong with it. Never raises."""
    try:
        content = json.loads(data[:1_000_000].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or content.get("format") != _FORMAT or content.get("version") != _VERSION:
        return (), ["Dit bestand is geen themalijst die met deze app is bewaard."]
    return checked(content.get("themes"))


class Matcher:
    """Finds the themes of texts by one list."""

    def __init__(self, themes: Iterable[Theme]) -> None:
        self.themes = tuple(themes)
        self._stems: dict[str, set[str]] = defaultdict(set)
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._starts: dict[str, set[str]] = defaultdict(set)
        self._ends: dict[str, set[str]] = defaultdict(set)
        # By the first stem of a phrase: all its stems, the theme, and whether it speaks against that.
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
        self._known: dict[str, set[str]] = {}
        for theme in self.themes:
            for entry in (*theme.words, *theme.phrases):
                self._add(entry, theme.key)
            for entry in theme.unless:
                self._add_phrase(entry, theme.key, is_against=True)

    def _add(self, entry: str, theme: str) -> None:
        plain = plain_words(entry)
        if " " in plain:
            self._add_phrase(entry, theme, is_against=False)
        elif entry.startswith("="):
            self._exact[plain].add(theme)
        elif entry.startswith("*"):
            self._ends[plain].add(theme)
        elif entry.endswith("*"):
            self._starts[plain].add(theme)
        else:
            self._stems[stem_of(plain)].add(theme)

    def _add_phrase(self, entry: str, theme: str, *, is_against: bool) -> None:
        stems = tuple(map(stem_of, plain_words(entry).split()))
        self._phrases[stems[0]].append((stems, theme, is_against))

    def hits(self, text: str) -> tuple[Hit, ...]:
        """The words of a text (in composed form) that make its themes, in order."""
        covers = [cover.span() for cover in COVER.finditer(text)]
        # "[telefoonnummer]" is no word of the customer.
        found = [word for word in words(text) if not any(start <= word.start < end for start, end in covers)]
        hits: list[tuple[Hit, int]] = []
        against: list[tuple[Hit, int]] = []
        sentence = 0
        for place, word in enumerate(found):
            if place and any(sign in ".!?;\n" for sign in text[found[place - 1].end : word.start]):
                sentence += 1
            for theme in self._of(word.plain, word.stem):
                hits.append((Hit(theme, word.start, word.end), sentence))
            for stems, theme, is_against in self._phrases.get(word.stem, ()):
                if self._follow(found, place, stems):
                    hit = Hit(theme, word.start, found[place + len(stems) - 1].end)
                    (against if is_against else hits).append((hit, sentence))
        return tuple(
            hit for hit, where in hits if not any(_speaks_against(one, hit) for one, at in against if at == where)
        )

    def themes_of(self, text: str) -> tuple[str, ...]:
        """The keys of the themes of a text, in the order of the list; `OTHER` where there is none."""
        return self.of_hits(self.hits(composed(text)))

    def of_hits(self, hits: Iterable[Hit]) -> tuple[str, ...]:
        """The keys of the themes that hits make."""
        found = {hit.theme for hit in hits}
        return tuple(theme.key for theme in self.themes if theme.key in found) or (OTHER,)

    def _of(self, plain: str, stem: str) -> set[str]:
        """The themes of one word; looked up once, since texts share their words."""
        if plain not in self._known:
            found = self._stems.get(stem, set()) | self._exact.get(plain, set())
            # Of a word and of its stem: "prijs*" is the start of "prijskaartje" and of the stem of "prijzen".
            for form in {plain[:_LONGEST], stem[:_LONGEST]}:
                for length in range(_SHORTEST_PART, len(form) + 1):
                    found = found | self._starts.get(form[:length], set()) | self._ends.get(form[-length:], set())
            self._known[plain] = found
        return self._known[plain]

    @staticmethod
    def _follow(found: Sequence[Word], place: int, stems: Sequence[str]) -> bool:
        return len(found) >= place + len(stems) and all(
            found[place + step].stem == stem for step, stem in enumerate(stems)
        )


def _speaks_against(one: Hit, hit: Hit) -> bool:
    """Whether `one` takes a hit away; the "geen" of the phrase "geen klachten" does not."""
    return one.theme == hit.theme and not (hit.start <= one.start and one.end <= hit.end)
