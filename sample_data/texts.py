"""Put texts together that respondents could have written, from banks of whole texts and sentences.

In a sentence `[a|b]` stands for one of its alternatives, `{ding}` for what the respondent came for,
`{min}` for a number of minutes and `{dag}` for a weekday.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from random import Random

ANGRY, NEUTRAL, KIND = "boos", "neutraal", "blij"


@dataclass(frozen=True)
class Topic:
    """One thing to complain about: what went wrong, and what should be done."""

    theme: str
    complaints: list[str]
    ideas: list[str]
    about: tuple[str, ...] = ()
    """Words from the headers of the questions that this topic goes with."""
    products: tuple[str, ...] = ()
    """Only for these products; empty for all."""
    since: date = date.min
    harsh: bool = False
    """Not for those who were content."""


@dataclass(frozen=True)
class Bank:
    """All texts for one open question of one channel."""

    topics: list[Topic]
    praise: list[list[str]]
    leads: list[str]
    """Half sentences that a "…, maar" with any complaint can follow."""
    thanks: list[str]
    openings: dict[str, list[str]]
    closings: dict[str, list[str]]
    """Last sentences, after a complaint or an idea."""
    whole: dict[str, list[str]]
    """Texts written out by hand, each used once at most."""
    by_product: dict[str, list[tuple[str, str]]]
    """Texts that fit one product only, with their mood; each used once at most."""
    short: dict[str, list[str]]
    """Remarks of a few words, which real respondents repeat as well."""
    certain: list[tuple[str, str, str]]
    """Texts that must occur, with their mood and product ("" for any): invented personal data
    and odd input."""
    things: dict[str, list[str]]
    patterns: dict[str, dict[str, float]]
    whole_share: float = 0.3
    short_share: float = 0.08
    placeholders: list[str] = field(
        default_factory=lambda: [
            "-",
            "geen",
            "Geen",
            "nvt",
            "n.v.t.",
            ".",
            "nee",
            "x",
            "Nee",
        ]
    )


# O opening, C complaint, D complaint about something else, I idea, K closing, M "…, maar" with
# a complaint, P praise, Q praise about something else, T thanks.
TIP_PATTERNS: dict[str, dict[str, float]] = {
    ANGRY: {
        "C": 4,
        "CI": 5,
        "OC": 3,
        "CK": 3,
        "OCI": 3,
        "CIK": 3,
        "I": 3,
        "CD": 2,
        "OCDIK": 1.5,
    },
    NEUTRAL: {"I": 6, "CI": 6, "C": 3, "OI": 2, "OCI": 2, "MI": 2, "CIK": 1, "IK": 1},
    KIND: {
        "I": 6,
        "PI": 5,
        "P": 2,
        "MI": 2,
        "M": 1,
        "OI": 2,
        "PQ": 1,
        "PT": 1,
        "IK": 2,
        "IT": 1,
    },
}
REVIEW_PATTERNS: dict[str, dict[str, float]] = {
    ANGRY: {"C": 5, "OC": 3, "CD": 4, "CK": 3, "OCDK": 1.5, "OCK": 1, "CI": 1},
    NEUTRAL: {"M": 5, "C": 4, "OC": 2, "CD": 2, "MI": 1, "MK": 1},
    KIND: {"P": 5, "PQ": 5, "PT": 2, "M": 0.7, "OP": 2, "OPQ": 1},
}
KEEP_CAPITAL = ("DigiD", "MijnOverheid", "Google")
LAPSES = [
    ("vriendelijk", "vriendelijjk"),
    ("afspraak", "afspaak"),
    ("afspraak", "afsrpaak"),
    ("wordt", "word"),
    ("gebeurt", "gebeurd"),
    ("duidelijk", "duidlijk"),
    ("duidelijke", "duidelijk"),
    ("gemeente", "gemeete"),
    ("medewerker", "mederwerker"),
    ("medewerkster", "medewerster"),
    ("mijn", "me"),
    ("mijn", "mn"),
    ("website", "web site"),
    ("website", "websitte"),
    ("formulier", "formuilier"),
    ("eerder", "eeder"),
    ("wachttijd", "wacht tijd"),
    ("openingstijden", "openings tijden"),
    ("telefoonnummer", "telefoon nummer"),
    ("identiteitskaart", "identiteits kaart"),
    ("paspoort", "pasport"),
    ("makkelijk", "makelijk"),
    ("eigenlijk", "eigelijk"),
    ("misschien", "mischien"),
    ("direct", "dierect"),
    ("bellen", "belen"),
    ("informatie", "infomatie"),
    ("alleen", "aleen"),
    ("zouden", "zoude"),
    ("meteen", "metteen"),
]
SEASONS = {"corona": range(4, 13), "stoelen weggehaald": range(5, 13), "kerst": (12,)}
MINUTES = ["10", "15", "20", "25", "30", "35", "40", "45"]
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]


def expand(text: str, rng: Random) -> str:
    """Replace every `[a|b]` by one of its alternatives, the inner ones first."""
    choice = re.compile(r"\[([^\[\]]*)\]")
    while match := choice.search(text):
        picked = rng.choice(match[1].split("|"))
        text = text[: match.start()] + picked + text[match.end() :]
    return text


def lower_first(sentence: str) -> str:
    if sentence.startswith(KEEP_CAPITAL) or sentence[1:2].isupper():
        return sentence
    return sentence[0].lower() + sentence[1:]


def in_season(text: str, day: date) -> bool:
    """Nobody mentions the pandemic before the lockdown, or a Christmas tree in July."""
    lowered = text.lower()
    return all(day.month in months for word, months in SEASONS.items() if word in lowered)


def slip(word: str, rng: Random) -> str:
    """A word with a letter dropped, doubled or swapped with its neighbour."""
    place = rng.randrange(1, len(word) - 2)
    middle = rng.choice(["", word[place] * 2, word[place + 1] + word[place]])
    rest = word[place + 2 :] if len(middle) == 2 and middle[0] != middle[1] else word[place + 1 :]
    return word[:place] + middle + rest


def with_lapse(text: str, rng: Random) -> str:
    """The text with one slip of the keyboard or one common spelling mistake."""
    long_words = re.findall(r"\b[a-z]{6,}\b", text)
    if long_words and rng.random() < 0.5:
        word = rng.choice(long_words)
        return text.replace(word, slip(word, rng), 1)
    for word, mistake in rng.sample(LAPSES, len(LAPSES)):
        pattern = rf"\b{word}\b"
        if re.search(pattern, text):
            return re.sub(pattern, mistake, text, count=1)
    return text


def as_typed(text: str, mood: str, rng: Random) -> str:
    """How people type: now and then a slip, no capital, no full stop or a raised voice."""
    if rng.random() < 0.1:
        text = with_lapse(text, rng)
    habit = rng.random()
    if habit < 0.09:
        text = text.lower()
    elif habit < 0.26:
        text = text.rstrip(".")
    elif mood == ANGRY and habit < 0.31 and len(text) < 90:
        text = text.upper()
    elif mood == ANGRY and habit < 0.38:
        text = text.rstrip(".") + "!!"
    return text


class Writer:
    """Hands out texts from a bank and remembers what was used."""

    def __init__(self, bank: Bank, rng: Random) -> None:
        self.bank = bank
        self.rng = rng
        self.used: set[str] = set()
        self.times_used: Counter[str] = Counter()
        self.whole = {mood: rng.sample(texts, len(texts)) for mood, texts in bank.whole.items()}
        self.by_product = {product: rng.sample(texts, len(texts)) for product, texts in bank.by_product.items()}

    def write(self, mood: str, product: str, low: Iterable[str], day: date) -> str:
        """A text for someone in this mood, about what they gave a low mark if possible."""
        own = [entry for entry in self.by_product.get(product, []) if entry[0] == mood]
        whole = [text for text in self.whole[mood] if in_season(text, day)]
        chance = self.rng.random()
        if own and chance < 0.2:
            self.by_product[product].remove(own[0])
            return own[0][1]
        if whole and chance < self.bank.whole_share:
            self.whole[mood].remove(whole[0])
            return whole[0]
        if chance > 1 - self.bank.short_share:
            return self.write_short(mood)
        return self.compose_new(mood, product, list(low), day)

    def write_short(self, mood: str) -> str:
        """A few words; the same ones may come back, but not often."""
        for _ in range(4):
            text = as_typed(
                expand(self.pick_sentence(self.bank.short[mood]), self.rng),
                mood,
                self.rng,
            )
            if text.lower().rstrip(".!") not in self.used:
                break
        self.used.add(text.lower().rstrip(".!"))
        return text

    def compose_new(self, mood: str, product: str, low: list[str], day: date) -> str:
        for _ in range(40):
            text = as_typed(self.compose(mood, product, low, day), mood, self.rng)
            if text.lower().rstrip(".!") not in self.used and in_season(text, day):
                break
        self.used.add(text.lower().rstrip(".!"))
        return text

    def pick_sentence(self, sentences: list[str]) -> str:
        """A sentence, preferably one that was not used much yet."""
        weights = [1 / (1 + self.times_used[sentence]) ** 2 for sentence in sentences]
        picked = self.rng.choices(sentences, weights)[0]
        self.times_used[picked] += 1
        return picked

    def pick_topic(self, mood: str, product: str, low: list[str], day: date, other: Topic | None) -> Topic:
        topics = [
            topic
            for topic in self.bank.topics
            if (not topic.products or product in topic.products)
            and day >= topic.since
            and not (topic.harsh and mood == KIND)
            and (other is None or topic.theme != other.theme)
        ]
        weights = [
            (4.0 if any(word in header for word in topic.about for header in low) else 1.0)
            * (2.5 if topic.products else 1.0)
            * len(topic.complaints + topic.ideas)
            / (4 + self.times_used[topic.complaints[0]])
            for topic in topics
        ]
        return self.rng.choices(topics, weights)[0]

    def compose(self, mood: str, product: str, low: list[str], day: date) -> str:
        patterns = self.bank.patterns[mood]
        letters = self.rng.choices(list(patterns), list(patterns.values()))[0]
        topic = self.pick_topic(mood, product, low, day, None)
        second = self.pick_topic(mood, product, low, day, topic)
        first_praise, second_praise = self.rng.sample(self.bank.praise, 2)
        sources = {
            "O": self.bank.openings[mood],
            "C": topic.complaints,
            "M": [text for text in topic.complaints if " maar " not in text] or topic.complaints,
            "D": second.complaints,
            "I": topic.ideas,
            "K": self.bank.closings[mood],
            "P": first_praise,
            "Q": second_praise,
            "T": self.bank.thanks,
        }
        sentences: list[str] = []
        for letter in letters:
            sentence = self.fill(self.pick_sentence(sources[letter]), product)
            if letter == "M":
                lead = self.fill(self.pick_sentence(self.bank.leads), product)
                sentence = f"{lead}, maar {lower_first(sentence)}"
            sentences.append(sentence)
        return " ".join(sentences)

    def fill(self, sentence: str, product: str) -> str:
        text = expand(sentence, self.rng)
        text = text.replace("{ding}", self.rng.choice(self.bank.things[product]))
        text = text.replace("{min}", self.rng.choice(MINUTES))
        text = text.replace("{dag}", self.rng.choice(WEEKDAYS))
        return text[0].upper() + text[1:]

    def placeholder(self) -> str:
        return self.rng.choice(self.bank.placeholders)
