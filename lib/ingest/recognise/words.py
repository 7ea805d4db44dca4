"""The first witness: what a header speaks of, and which questions of the survey speak of the same."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lib.ingest.layout.headers import is_cut_off, question_and_option, question_itself, readings
from lib.survey import catalogue
from lib.survey.catalogue import CATALOGUE, Item
from lib.survey.custom_options import OTHERS_WORDS
from lib.survey.meaning import meaning_of
from lib.survey.vocabulary import data_file, lexicons
from lib.survey.words import normalise

ITS_NAME = 1.1
HINT = 0.75  # what leaves room for another question
_OTHER_QUESTION = 0.75  # a word that makes it another question: importance, another time, another unit
_OTHER_CONCEPT = 0.4  # what another question of the survey is about
_ANOTHER_TEXT = 0.7  # the same, for a text that would be the explanation of it
_UNKNOWN_NOUN = 0.4
_UNKNOWN_WORD = 0.12
_SURE = 0.5
_OTHER_CHANNEL = 0.3
_OPTION_ALONE = 0.5  # an option under another question, or under none
_THINGS, _UNIT = (
    ("thing", "appointment"),
    "unit",
)  # lists of what else a grade can be given for, and of what can be counted
_MEANT = ("grade", "agree")  # kinds whose answers would turn round without a sign
# What stands before a noun: the next unknown word is a thing, and may be another subject.
_BEFORE_NOUN = frozenset(
    "de het een uw je jouw mijn onze ons van met over bij naar dit deze die voor op in dat".split()
)
_BEHIND_HEAD = frozenset("van in bij rond".split())
_AGREE_WITH = re.compile(r"\bzich vinden in\b", re.IGNORECASE)  # nothing is looked for
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Spoken:
    """How a question is spoken of: concepts that together say it, those that hint at it, and what may stand beside.
    `against`: concepts that speak against it, each unless one of others is there too."""

    says: tuple[frozenset[str], ...]
    hints: tuple[frozenset[str], ...]
    own: frozenset[str]
    wordings: frozenset[str]
    against: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Heard:
    """What a text speaks of. `unknown`: what is left (0-1) after the words that nothing is known of; `head` after those
    that something else is said of, as of the atmosphere in "de sfeer in de wachtruimte". `channels`: whose words it has."""

    words: str
    concepts: frozenset[str]
    unknown: float
    head: float
    channels: frozenset[str]


@cache
def spoken() -> Mapping[str, Spoken]:
    """By key how each question of the catalogue is spoken of."""
    return {row["key"]: _spoken(row) for row in data_file("questions.toml")["item"]}


def _spoken(row: Mapping[str, Any]) -> Spoken:
    says, hints = (tuple(frozenset(line.split()) for line in row.get(name, ())) for name in ("says", "hints"))
    own = frozenset().union(*says, *hints, row.get("also", "").split())
    wordings = frozenset(normalise(text) for text in (row["key"], row["label"], *row.get("wordings", ())))
    against = {name: frozenset(excused.split()) for name, excused in row.get("against", {}).items()}
    return Spoken(says, hints, own, wordings, against)


@cache
def _general() -> frozenset[str]:
    return frozenset(data_file("words.toml")["general"]["concepts"].split())


@cache
def hear(text: str, is_cut: bool = False) -> Heard:
    """What a normalised text speaks of. `is_cut`: whether its last word may lack its end."""
    words = text.split()
    concepts = {name: lexicon.places(words) for name, lexicon in lexicons("words.toml", "concept").items()}
    context = {name: lexicon.places(words) for name, lexicon in lexicons("words.toml", "context").items()}
    known = set().union(*concepts.values(), context["any"], *(_places(name, words) for name in ("filler", "other")))
    known |= lexicons("answers.toml", "products")["any"].places(words)
    known |= {place for place, word in enumerate(words) if len(word) == 1 or any(map(str.isdigit, word))}
    for place in set(range(len(words))) - known - context["any"]:
        for name, lexicon in lexicons("words.toml", "concept").items():
            if lexicon.starts(words[place]):
                concepts[name] = concepts[name] | {place}
                known.add(place)
    if is_cut and words:
        known.add(len(words) - 1)
    channels = {
        place: [name for name in context if place in context[name]] for place in set(range(len(words))) - context["any"]
    }
    left = head = 1.0
    for place, of in channels.items():
        if not of and place not in known:
            starts = place == 0 or words[place - 1] in _BEFORE_NOUN
            if starts and not _BEHIND_HEAD.isdisjoint(words[place + 1 : place + 2]):
                head *= 1 - _UNKNOWN_NOUN
            else:
                left *= 1 - (_UNKNOWN_NOUN if (starts and place > 0) or len(words) <= 2 else _UNKNOWN_WORD)
    return Heard(
        text, frozenset(name for name, places in concepts.items() if places), left, head,
        frozenset(of[0] for of in channels.values() if len(of) == 1),
    )  # fmt: skip


def _places(name: str, words: list[str]) -> set[int]:
    return set().union(*(lexicon.places(words) for lexicon in lexicons("words.toml", name).values()))


@cache
def likeness(header: str, code: str, item: Item, channel: str | None) -> tuple[float, float]:
    """How surely a header speaks of a question (0-1), and how much is left (0-1) after what it says that the question
    does not ask. `channel`: of the file, where it is known; words of another channel are another subject."""
    if item.part_of is not None and item.key not in spoken():
        return _option_likeness(header, item)
    apart = question_and_option(header)
    if apart is not None and normalise(apart[1]) in OTHERS_WORDS:
        return 0.0, 0.0  # room for another answer to the question before it
    best = (0.0, 0.0)
    cost = _turned(header, item)
    whole = hear(normalise(_AGREE_WITH.sub(" ", header))).concepts
    for text, weight in texts(header, code):
        heard = hear(text, is_cut_off(header))
        says, left = _says(heard, item, channel, whole if text in _part_of(header) else heard.concepts)
        if best[0] * best[1] < says * weight * left * cost or (not best[1]):
            best = (says * weight, left * cost)
    return best


def _option_likeness(header: str, item: Item) -> tuple[float, float]:
    """The same for the column of one option: its own words count, under a question for the whole of it."""
    assert item.part_of is not None
    question, part = question_and_option(header) or ("", header)
    words = normalise(part)
    is_label = words in {normalise(text) for text in (item.key, item.label, *item.wordings)}
    if not is_label and meaning_of(item.part_of, words) != item.key.removeprefix(f"{item.part_of}_"):
        return 0.0, 0.0
    whole = spoken()[item.part_of]
    is_asked = question and any(line <= hear(normalise(question)).concepts for line in whole.says)
    return (1.0 if is_label or is_asked else _OPTION_ALONE), _turned(
        header, catalogue.CATALOGUE[catalogue.order_of(item.part_of)]
    )


@cache
def _part_of(header: str) -> frozenset[str]:
    """The part in a header of a question and a part, normalised; the question says what the part is about."""
    apart = question_and_option(header)
    return frozenset() if apart is None else frozenset({normalise(apart[1])})


def texts(header: str, code: str) -> tuple[tuple[str, float], ...]:
    """The ways to read a header, normalised, each with its weight."""
    plain = "nummer" if header.strip() == "#" else _AGREE_WITH.sub(" ", header.replace("€", " euro "))
    return readings(_CAMEL.sub(" ", plain) if " " not in plain else plain, code)


def _says(heard: Heard, item: Item, channel: str | None, concepts: frozenset[str]) -> tuple[float, float]:
    question = spoken()[item.key]
    cost = _ANOTHER_TEXT if item.kind == "text" else _OTHER_CONCEPT
    against = {name for name, excused in question.against.items() if name in concepts and not excused & concepts}
    others = (1 - cost) ** len((concepts - question.own - _general()) | against)
    if heard.words in question.wordings:
        return ITS_NAME, 1.0 if concepts == heard.concepts else others
    says = 0.0
    for line in question.says:
        if line <= heard.concepts:
            says = max(says, 1.0 + 0.02 * len(line))
    for line in question.hints if not says else ():
        if line <= heard.concepts:
            says = max(says, HINT + 0.02 * len(line))
    # What surely asks it may have words that nobody knew.
    left = (heard.unknown**_SURE if says >= 1 else heard.unknown) * heard.head * others
    if channel in item.channels and heard.channels - {channel}:
        left *= 1 - _OTHER_CHANNEL
    return says, left


def _turned(header: str, item: Item) -> float:
    """What is left after words that make it another question, or turn it round."""
    is_other = turns_it(header, item) or names_a_thing(header, item) or names_a_unit(header, item)
    return 1 - _OTHER_QUESTION if is_other else 1.0


def turns_it(header: str, item: Item) -> bool:
    """Whether a header asks something else of the same thing (its importance, how often, an earlier time), or the reverse."""
    asked = _asked_words(header)
    names = {name for name in asked.others if name not in (*_THINGS, _UNIT, "negatie")} | (
        {"negatie"} if item.kind in _MEANT else set()
    )
    return _beside_its_own(asked, item, names) or (item.kind in _MEANT and bool(asked.concepts["omgekeerd"]))


def names_a_thing(header: str, item: Item) -> bool:
    """Whether a header names what else a grade can be given for: a car park, the coffee."""
    return _beside_its_own(_asked_words(header), item, _THINGS)


def names_a_unit(header: str, item: Item) -> bool:
    """Whether a header names what something can be counted in: minutes, euros."""
    return _beside_its_own(_asked_words(header), item, (_UNIT,))


@dataclass(frozen=True)
class _AskedWords:
    """The places of the words in a question itself, per concept and per list of what makes it another question."""

    concepts: Mapping[str, set[int]]
    others: Mapping[str, set[int]]


@cache
def _asked_words(header: str) -> _AskedWords:
    words = normalise(question_itself(header.replace("€", " euro "))).split()
    concepts = {name: lexicon.places(words) for name, lexicon in lexicons("words.toml", "concept").items()}
    others = {name: lexicon.places(words) for name, lexicon in lexicons("words.toml", "other").items()}
    return _AskedWords(concepts, others | {"negatie": concepts["negatie"]})


def _beside_its_own(asked: _AskedWords, item: Item, names: Iterable[str]) -> bool:
    """Whether a question holds words of these lists that are no words of the survey's question itself."""
    own = spoken()[item.key].own
    meant = set().union(*(asked.concepts[name] for name in own - _general() if name in asked.concepts))
    return any(asked.others[name] - meant for name in names if name not in own)


def questions_said(text: str) -> str | None:
    """The key of the question of the survey that a text surely asks, or None."""
    found = {}
    for item in CATALOGUE:
        if not item.is_background:
            says, left = likeness(text, "", item, None)
            found[item.key] = min(says, 1.1) * left
    best = max(found, key=lambda key: found[key])
    return best if found[best] >= 0.85 else None
