"""What the words around a number speak of: a question, an option, a product, a count; a channel, a year; a column.

Labels are compared by their words, not letter by letter: printed tables shorten, break and misspell them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from lib.ingest.published.drafts.spoken_of import (
    EFFORT_ANSWER,
    counted_in,
    item_places,
    option_of,
    repeat_option,
    spoken_item,
)
from lib.survey.catalogue import CATALOGUE, CHANNEL_WORDS, CHANNELS, find
from lib.survey.meaning import meaning_of
from lib.survey.scales import AGREE
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise

YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_MARKS = re.compile(r"^[\s•·▪●○■□◆►▶\-–—*]+|^\(?\d{1,2}[.)]\s+|[\s:;,.*…▲▼△▽↑↓→↗↘⬆⬇=≈]+$|\.{2,}")
_BROKEN = re.compile(r"(?<=[a-zé])-\s*/?\s+(?=[a-z])|(?<=[a-zé])-/\s*(?=[a-z])")
_HYPHEN = re.compile("[\u00ad\u2010\ufffe]")
_FUZZY = 84.0
COUNTS = ("responses", "reviews", "tips")
_SCANNED = str.maketrans({"0": "o", "1": "l", "5": "s", "|": "l"})


@dataclass(frozen=True)
class Facts:
    """What a text says of the numbers that belong to it; None where it says nothing. `role`: a column as the contract
    spells it, or "group", "target", "rank", "trend", "label", "name" (a name that nothing is known of)."""

    item: str | None = None
    role: str | None = None
    channel: str | None = None
    year: int | None = None
    score: float = 0.0

    def over(self, other: "Facts") -> "Facts":
        """These facts, and the other's where these say nothing."""
        return Facts(
            self.item or other.item, self.role or other.role, self.channel or other.channel, self.year or other.year,
            self.score,
        )  # fmt: skip


def cleaned(text: str) -> str:
    """A label without bullets, arrows and the hyphens at which it was broken."""
    text = _BROKEN.sub("", _HYPHEN.sub("", text))
    before = None
    while before != text:
        before, text = text, _MARKS.sub("", text).strip()
    return text


def kind_of(item: str) -> str | None:
    """How an item is asked: "grade", "agree", "effort"; "choice" and "multi" for an option; "count"; None if unknown."""
    if item in COUNTS:
        return "count"
    if item.startswith("product:"):
        return "grade"
    known = find(item.partition(":")[0])
    return known.kind if known else None


def channels_of(item: str) -> tuple[str, ...]:
    """The channels that have a figure of this item."""
    known = find(item.partition(":")[0])
    return CHANNELS if known is None else known.channels


class Vocabulary:
    """What is known before a draft is read: products and channels of the data."""

    def __init__(self, products: Sequence[str], channels: Sequence[str]) -> None:
        self.channels = tuple(channels)
        self._products = {normalise(name): name for name in products}
        self._labels: dict[str, str] = {}
        for item in CATALOGUE:
            if item.kind in ("grade", "agree", "effort"):
                self._labels[normalise(item.label)] = item.key
            for point in item.points if item.kind in ("choice", "multi") else ():
                self._labels[normalise(point.label)] = f"{item.key}:{point.key}"
        self._known: dict[tuple[str, str | None, str | None], Facts] = {}

    def label(self, text: str, channel: str | None = None, question: str | None = None) -> Facts:
        """What a label is of: the item with how surely (0-1), the channel and year that it names."""
        key = (text, channel, question)
        if key not in self._known:
            self._known[key] = self._label(cleaned(text), channel, question)
        return self._known[key]

    def _label(self, text: str, channel: str | None, question: str | None) -> Facts:
        years = YEAR.findall(text)
        said = Facts(channel=channel_in(text), year=int(years[-1]) if years else None)
        words = normalise(YEAR.sub(" ", text))
        if EFFORT_ANSWER.search(words):
            return replace(said, item="ces", role="share:effort", score=0.9)
        if not words or len(words.split()) > 22:
            return said
        item, score = self._item(words, channel, question)
        if item is None:
            # "Wachttijd balie": the channel is said beside the item.
            return said
        own = said.channel if said.channel in channels_of(item) else None
        if find(item) is not None and channels_of(item) == ("digitaal",):
            own = None  # "Digitaal loket is ..." names the thing, not only the channel
        return replace(said, item=item, channel=own, score=score)

    def _item(self, words: str, channel: str | None, question: str | None) -> tuple[str | None, float]:
        if words in self._labels:
            return self._labels[words], 1.0
        if words in self._products:
            return f"product:{self._products[words]}", 1.0
        if question in ("herhaalbezoek", "informatie"):
            meant = meaning_of(question, words) or option_of(words, question)
            if meant is not None:
                return f"{question}:{meant}", 0.9
        option = repeat_option(words)
        if option is not None:
            return f"herhaalbezoek:{option}", 0.92
        fuzzy = self._fuzzy(words)
        if fuzzy is not None and fuzzy[1] >= 0.93:
            return fuzzy
        counted = counted_in(words)
        if counted is not None:
            return counted, 0.95
        spoken_of = spoken_item(words, channel)
        return spoken_of or fuzzy or (None, 0.0)

    def _fuzzy(self, words: str) -> tuple[str, float] | None:
        best, second = ("", 0.0), 0.0
        scanned = words.translate(_SCANNED)
        for label, key in (*self._labels.items(), *((name, f"product:{one}") for name, one in self._products.items())):
            score = max(fuzz.ratio(words, label), fuzz.ratio(scanned, label))
            if len(words) >= 8 and label.startswith(words):
                score = max(score, 90.0)
            if len(label) < 6 and score < 100:
                continue
            if score > best[1]:
                best, second = (key, score), best[1] if best[0] != key else second
            elif key != best[0]:
                second = max(second, score)
        return (best[0], best[1] / 100) if best[1] >= _FUZZY and best[1] - second >= 3 else None

    def product_named(self, text: str) -> str:
        """The product with this name, as the data spell it where they have it."""
        return f"product:{self._products.get(normalise(cleaned(text)), cleaned(text))}"

    def mentions(self, words: Sequence[str], channel: str | None, question: str | None) -> list[tuple[int, int, str]]:
        """Where in running text an item is spoken of: the first and last place of its words, and the item."""
        found = item_places(list(words), channel)
        for name in self._products:
            its = name.split()
            for place in range(len(words) - len(its) + 1):
                if list(words[place : place + len(its)]) == its:
                    found.append((place, place + len(its) - 1, f"product:{self._products[name]}"))
        return sorted(found)


def channel_in(text: str) -> str | None:
    """The one channel that a text names, also in a compound as "baliedienstverlening"; None where none or several."""
    words = f" {normalise(text)} "
    found = set()
    for channel, names in CHANNEL_WORDS.items():
        if any(f" {name} " in words for name in names if name != "loket" or len(words.split()) <= 3) or re.search(
            rf" {_STEMS[channel]}", words
        ):
            found.add(channel)
    if "digitaal" in found and "balie" in found and re.search(r"(digitale?|digitaal| e) ?loket", words):
        found.discard("balie") if not re.search(r" balie", words) else None
    return found.pop() if len(found) == 1 else None


_STEMS = {"balie": "(?:publieks)?balie", "telefoon": "telefon|kcc", "digitaal": "digita|website|online"}


def column_of(text: str) -> str | None:
    """What kind of column a head announces, or None where its words say nothing of the kind."""
    plain = cleaned(text)
    words = normalise(YEAR.sub(" ", plain)).replace("100 000", "inwoners").split()
    if re.search(r"\d{2,3}\.?000", plain):
        return "group"
    if "±" in text or "+/-" in text or plain in ("#",):
        return "rank" if plain == "#" else "difference"
    if not words or len(words) > 8:
        return None
    for name, lexicon in lexicons("printed.toml", "column").items():
        if lexicon.places(words):
            return name
    return None


@cache
def _names_of_points() -> dict[tuple[str, ...], str]:
    return {tuple(one.split()): point.key for point in AGREE for one in point.words()}


def points_in(text: str) -> list[str]:
    """The points of a scale of agreement that a legend names, in its order; empty where it is no legend."""
    if together(text):
        return []
    words = normalise(text).split()
    names = _names_of_points()
    found: list[str] = []
    place = known = 0
    while place < len(words):
        size = next((n for n in range(6, 0, -1) if tuple(words[place : place + n]) in names), 0)
        if size:
            found.append(names[tuple(words[place : place + size])])
            known += size
        place += size or 1
    return found if found and known >= 0.8 * len(words) else []


# "(Helemaal) eens": how many agree, fully or not.
_TOGETHER = re.compile(
    r"\(\s*(?:helemaal|zeer|volledig|geheel)\s*\)\s*(?:mee\s+)?eens|\beens\b[^|]{0,12}\b(?:of|en|\+|plus)\b[^|]{0,12}\beens\b|\b(?:totaal|som|samen)\b.{0,12}\beens\b",
    re.IGNORECASE,
)


def together(text: str) -> bool:
    """Whether a text speaks of all who agree, fully or not, as "(helemaal) eens"."""
    return _TOGETHER.search(text) is not None
