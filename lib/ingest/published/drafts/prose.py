"""Figures in running text: what is said of a number in its own sentence, nearest first."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from lib.ingest.published.drafts.draft_layout import Piece
from lib.ingest.published.drafts.found import Found
from lib.ingest.published.drafts.nearby import FOR_ITEM, channel_before, is_count, nearest_item, year_of_number
from lib.ingest.published.drafts.options_said import options_said
from lib.ingest.published.drafts.printed_words import YEAR, Facts, Vocabulary, channel_in, kind_of, points_in
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise

_SENTENCE = re.compile(r"(?<=[a-zé)%\d])[.!?](?=\s+[A-ZÀ-Ý\"'(]|$)|[\n]")
_CLAUSE = re.compile(
    r"[,;:()/|•·]|\s[-–—]\s|\b(?:terwijl|maar|tegenover|tegen|versus|vs|ten opzichte van)\b|\ben\b(?= (?:in|de|het) )"
)
_APPROX_BEHIND = re.compile(r"^[^.;()\d]{0,25}\(?\s*[\d]")
_OF_TEN = re.compile(r"(?<![\d,.])\d{1,2}\s+(?:op|van)\s+(?:de|elke)\s+(?:10|tien|100|honderd)\b", re.IGNORECASE)
_FURTHER = re.compile(r"^\s*(?:punt\w*\s+)?(?:hoger|lager|meer|minder|beter|slechter|boven|onder)\b", re.IGNORECASE)
_LARGE_STEP = {
    False: Decimal(2),
    True: Decimal(25),
}  # a larger number before "hoger" is a figure itself, not a difference
_EARLIER = re.compile(
    r"[(,;]\s*(?:dat |dit )?(?:was|eerder|voorheen|destijds|vorige keer)\b[^,;()]{0,12}$", re.IGNORECASE
)
_EFFORT = re.compile(r"\b(?:weinig|veel|geen)\b[^.,;]{0,25}\bmoeite\b", re.IGNORECASE)
_GRADE_BEFORE = re.compile(r"\b(?:gemiddelde?|(?:rapport)?cijfer|gemiddeld een|oordeel)\W*$", re.IGNORECASE)
_BASE = re.compile(r"\bn\s*=?\s*$", re.IGNORECASE)
_TOWARDS = re.compile(r"^\s*(?:procentpunt\w*|punt(?:en)?|tiende\w*)\b", re.IGNORECASE)
_FOR_A_GRADE = re.compile(
    r"(?:\been|cijfer|scoort|scoorde|score|krijgt|kreeg|van|naar|op|is|was|:|=|\()\s*$", re.IGNORECASE
)
_ASKED = re.compile(r"^[^.]{0,40}\b(?:gevraagd|voorgelegd)\b", re.IGNORECASE)
_OF_BENCHMARK = re.compile(
    r"^\W*(?:de |het )?(?:benchmark|bm|landelijke? (?:gemiddelden?|cijfers?)|landelijk)\b[^.;,\d]*(?:(?:19|20)\d\d)?[^.;,\d]*\b(?:is|zijn|was|waren|ligt|liggen|bedraagt|komt)\b",
    re.IGNORECASE,
)
_OWN_AGAIN = re.compile(r"\b(?:wij|onze|ons|eigen|terwijl|tegen|maar|hier)\b", re.IGNORECASE)
_PAIRED = re.compile(r"^\s*(?:,|en|,\s*en|respectievelijk|resp\.?|\s)+\s*(?:een\s+)?$", re.IGNORECASE)


class Prose:
    """Reads the numbers of one text in the light of the headings above it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._last: str | None = None  # the item, and the channel, of the sentence before
        self._channel: str | None = None

    def read(self, piece: Piece, numbers: list[Found], context: Facts, question: str | None) -> None:
        """Decide about the open numbers of a piece of running text."""
        text = piece.text
        ends = [0, *(found.end() for found in _SENTENCE.finditer(text)), len(text)]
        self._last = self._channel = None
        for start, end in pairwise(ends):
            inside = [one for one in numbers if start <= one.number.start < end]
            if inside:
                self._sentence(text, start, end, inside, context, question)
                continue
            self._channel = channel_in(text[start:end]) or self._channel
            said = {
                item
                for _, _, item in self._mentions(text[start:end], start, self._channel or context.channel, question)
            }
            self._last = said.pop() if len(said) == 1 else None

    def _sentence(
        self, text: str, start: int, end: int, numbers: list[Found], context: Facts, question: str | None
    ) -> None:
        sentence = text[start:end]
        self._channel = channel_in(sentence) or self._channel
        channel = self._channel or context.channel
        mentions = self._mentions(sentence, start, channel, question)
        self._aside(text, start, end, numbers)
        figures = [one for one in numbers if one.is_open]
        if not figures:
            self._last = mentions[-1][2] if mentions else self._last
            return
        self._lists(text, figures, mentions, context, channel)
        figures = [one for one in figures if one.is_open]
        bounds = [start, *(one.number.end for one in numbers), end]
        for one in figures:
            place = numbers.index(one)
            before = text[bounds[place] : one.number.start]
            following = numbers[place + 1].number.start if place + 1 < len(numbers) else end
            behind = text[one.number.end : following]
            nearest = channel_before(text, start, one.number.start) or channel
            self._one(one, text, before, behind, mentions, context, nearest, question, start)

    def _aside(self, text: str, start: int, end: int, numbers: list[Found]) -> None:
        """Years, and rounded mentions of a figure that follows."""
        for found in _OF_TEN.finditer(text, start, end):
            for one in numbers:
                if found.start() <= one.number.start < found.end() and one.is_open:
                    one.why = "approximate"
        approximate = lexicons("printed.toml", "approximate")["any"]
        for place, one in enumerate(numbers):
            if not one.is_open:
                continue
            behind = text[one.number.end : end]
            before = normalise(text[max(start, one.number.start - 30) : one.number.start]).split()[-3:]
            noun = normalise(behind).split()[:1] if behind[:1].isspace() else []
            if (
                one.is_year
                and not lexicons("printed.toml", "unit")["persons"].places(noun)
                and not _BASE.search(text[start : one.number.start])
            ):
                one.why = "year"
            elif approximate.places(before) and place + 1 < len(numbers) and _APPROX_BEHIND.match(behind):
                one.why = "approximate"
            elif not one.number.is_percent and not one.number.decimals and re.match(r"^(?:e|de|ste)\b", behind):
                one.why = "rank"
            elif approximate.places(before) and not one.number.decimals and not one.number.is_percent:
                one.why = "approximate"

    def _one(
        self, one: Found, text: str, before: str, behind: str, mentions: list[tuple[int, int, str]], context: Facts,
        channel: str | None, question: str | None, start: int,
    ) -> None:  # fmt: skip
        clause_before = before[max((found.end() for found in _CLAUSE.finditer(before)), default=0) :]
        cut = _CLAUSE.search(behind)
        clause_behind = behind[: cut.start()] if cut else behind
        words_before, words_behind = normalise(before).split(), normalise(clause_behind).split()
        unit = lexicons("printed.toml", "unit")
        said = lexicons("printed.toml", "said")
        if _BASE.search(before):
            one.facts = Facts(item=_whole(nearest_item(one, mentions, start) or self._last or context.item), role="n", channel=channel, year=context.year)  # fmt: skip
            if one.facts.item is None:
                one.facts = Facts("responses", "own", channel, context.year)
            return
        year = year_of_number(text, one, before, behind, context)
        if not one.number.is_percent and not one.number.decimals and words_behind:
            item = nearest_item(one, mentions, start)
            if item is not None and before.rstrip().endswith("(") and unit["persons"].places(words_behind[:1]):
                one.facts = Facts(item, "n", channel, year)
                return
            if unit["persons"].places(words_behind[:1]) and _ASKED.search(text[one.number.end :]):
                one.message = "Van welke vraag dit de respons is, is niet te zien. Kies zelf wat het is."
                return
            if is_count(one, before, words_behind, channel, year):
                return
            if unit["other"].places(words_behind[:1]) and not unit["persons"].places(words_behind[:1]):
                one.why = "amount"
                return
        if _is_plain(one) and not words_behind:
            near = normalise(clause_before or before).split()[-3:]
            counted = next(
                (
                    name
                    for name in ("reviews", "tips", "responses")
                    if lexicons("printed.toml", "count")[name].places(near)
                ),
                None,
            )
            if counted is not None:
                one.facts, one.counted = Facts(counted, "own", channel, year), True
                return
        if _EARLIER.search(before) and not YEAR.search(before):
            one.message = "Dit is een eerder cijfer, en van welk jaar staat er niet bij. Zet het jaar erbij, of kies zelf wat het is."
            return
        role = "own"
        tail = words_before[-7:] if len(before) == len(clause_before) else normalise(clause_before).split()[-7:] or words_before[-3:]  # fmt: skip
        if (
            _TOWARDS.match(behind)
            or (
                _FURTHER.match(text[one.number.end :])
                and not re.search(r"\b(?:een|met|van|op|krijgt|scoort)\s*$", before)
                and abs(one.number.value or Decimal(0)) <= _LARGE_STEP[one.number.is_percent]
            )
            or (one.number.sign and not _is_points(one, mentions, context))
        ):
            role = "difference"
        for name in ("target", "group", "benchmark"):
            if said[name].places(tail) or (said[name].places(words_behind[:3]) and re.match(r"^\s*(?:\(?(?:landelijk|bm|benchmark|in (?:heel )?nederland|in de (?:bm|benchmark)))", behind, re.I)):  # fmt: skip
                role = name
                break
        if (
            role == "own"
            and _OF_BENCHMARK.match(text[start:])
            and not _OWN_AGAIN.search(text[start : one.number.start])
        ):
            role = "benchmark"  # "De benchmark is een 7,4 voor bereikbaarheid en een 7,2 voor wachttijd"
        if role in ("group", "target"):
            one.why = "group" if role == "group" else "target"
            return
        item = nearest_item(one, mentions, start) or self._last or context.item
        is_said_before = any(mention[0] < one.number.start for mention in mentions)
        if (
            _is_grade(one)
            and not is_said_before
            and not FOR_ITEM.match(text[one.number.end :])
            and _GRADE_BEFORE.search(clause_before)
            and context.item is None
        ):
            item = "totaaloordeel"
        if (
            item is None
            and re.search(
                r"cijfer|oordeel|waarder|beoorde|score|gemiddeld|dienstverlening|krijgt|geven|gaven", text[start:], re.I
            )
            and _is_grade(one)
        ):
            item = "totaaloordeel"
        if (
            _is_plain(one)
            and kind_of(item or "") in ("grade", "agree")
            and not _FOR_A_GRADE.search(text[: one.number.start])
            and words_behind
        ):
            one.why = "amount"
            return
        if item is None:
            one.message = "Bij dit getal is niet te zien van welke vraag het is. Zet de naam van de vraag erbij, of kies zelf wat het is."
            return
        self._last = item
        points = points_in(" ".join(words_behind[:5])) or points_in(" ".join(words_before[-4:]))
        if points and kind_of(item) == "agree" and one.number.is_percent and not {"eens"} & set(points):
            role = f"share:{points[0]}"
        if item == "ces" and one.number.is_percent and _EFFORT.search(clause_before + " " + behind):
            role = "share:effort"
        one.facts = Facts(item, role, channel, year)

    def _lists(
        self, text: str, figures: list[Found], mentions: list[tuple[int, int, str]], context: Facts, channel: str | None
    ) -> None:
        """Several items before as many numbers in a row: "vriendelijkheid en deskundigheid (8,6 en 8,7)"."""
        runs: list[list[Found]] = [figures[:1]]
        for one, other in pairwise(figures):
            if _PAIRED.match(text[one.number.end : other.number.start]):
                runs[-1].append(other)
            else:
                runs.append([other])
        for run in runs:
            at = run[0].number.start
            items = list(dict.fromkeys(item for _, place, item in mentions if place <= at))
            if len(run) < 2 or len(items) < 2:
                continue
            if len(items) != len(run):
                for one in run:
                    one.message = (
                        "Welk getal bij welk onderwerp hoort, is niet te zien. Zet elk getal achter zijn onderwerp."
                    )
                continue
            start = max((one.number.end for one in figures if one.number.end <= at), default=0)
            said = lexicons("printed.toml", "said")["benchmark"].places(normalise(text[start:at]).split()[-7:])
            for one, item in zip(run, items, strict=True):
                one.facts = Facts(item, "benchmark" if said else "own", channel, context.year)

    def _mentions(
        self, sentence: str, start: int, channel: str | None, question: str | None
    ) -> list[tuple[int, int, str]]:
        """Where in the text items are spoken of, as places of letters."""
        spans: list[tuple[int, int]] = []
        words: list[str] = []
        for found in re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", sentence):
            plain = normalise(found[0]).split()
            for word in plain:
                words.append(word)
                spans.append((start + found.start(), start + found.end()))
        found_items = [
            (spans[low][0], spans[high][1], item)
            for low, high, item in self._vocabulary.mentions(words, channel, question)
        ]
        found_items += options_said(sentence, start, question)
        return sorted(found_items)


def _whole(item: str | None) -> str | None:
    """The question of which an option is asked: options have no base of their own."""
    return item if item is None or item.startswith("product:") else item.partition(":")[0]


def _is_plain(one: Found) -> bool:
    return not one.number.is_percent and not one.number.decimals and not one.number.sign and not one.number.repaired


def _is_grade(one: Found) -> bool:
    value = one.number.value
    return value is not None and 1 <= value <= 10 and not one.number.is_percent


def _is_points(one: Found, mentions: Sequence[tuple[int, int, str]], context: Facts) -> bool:
    return context.item == "ces" or any(item == "ces" for _, _, item in mentions)
