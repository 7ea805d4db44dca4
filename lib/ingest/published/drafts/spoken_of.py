"""What the words of a label or a sentence speak of: an aspect by its concepts, what is counted, an answer to a question."""

import re

from rapidfuzz import fuzz

from lib.ingest.recognise.words import spoken
from lib.survey.catalogue import CATALOGUE, Item
from lib.survey.vocabulary import lexicons

_CONCEPT = 0.78  # how sure a label is by what it speaks of
_WINDOW, _NEAR = 9, 2  # words within which a statement, an aspect is said
EFFORT_ANSWER = re.compile(r"\b(?:weinig|veel|geen|neutraal)\b.{0,20}\bmoeite\b|\b(?:weinig|veel) moeite\b")
# How text and labels name these; a concept alone is too wide there.
_NAMED = {
    "totaaloordeel": re.compile(r"^(totaal(?:oordeel|cijfer|score|indruk|waardering|beoordeling)\w*|eind(oordeel|cijfer)|algemeen|algemene|overall|gemiddeld rapportcijfer)"),
    "ces": re.compile(r"^(ces|moeite|effort|klantinspanning|inspanning\w*|gemaksscore)"),
}  # fmt: skip
_LOOSE = frozenset({"totaaloordeel", "ces", "hostmanship_deskundigheid", "product", "kanaal", "datum", "respondent"})


def counted_in(words: str) -> str | None:
    """What of the survey as a whole a short label counts: "responses", "reviews", "tips"; None where nothing."""
    parts = words.split()
    if len(parts) > 6:
        return None
    if lexicons("printed.toml", "count")["tips"].places([word.replace("l", "i") for word in parts]):
        return "tips"  # a scan takes the one letter for the other
    for name, lexicon in lexicons("printed.toml", "count").items():
        if lexicon.places(parts):
            return name
    if any(fuzz.ratio(word, "respons") >= 80 and len(word) >= 5 for word in parts):
        return "responses"
    return None


def repeat_option(words: str) -> str | None:
    """The option of the question about coming back that a text surely says."""
    if re.search(r"(in|na) (een|1) (keer|bezoek|x)\b|ineens geholpen|direct geholpen|in 1x\b", words) and not re.search(r"\bniet in een keer", words):  # fmt: skip
        return "in_een_keer"
    if re.search(
        r"terug ?(te )?kom|terugge?komen|kom\w* terug|kwam\w* terug|nog ?(een keer|eens) (langs|komen)", words
    ):
        return _reason(words) or "rest"
    return None


def _reason(words: str) -> str | None:
    if re.search(r"hal\b|halen|ophaal|afhaal|opgehaald", words):
        return "ophalen"
    if "document" in words or "papier" in words or "stukken" in words:
        return "documenten"
    return "andere_reden" if re.search(r"ander\w* reden", words) else None


def option_of(words: str, question: str) -> str | None:
    """The answer to a question that a label says in other words, or None."""
    if question == "herhaalbezoek":
        return "weet_niet" if re.search(r"weet (ik )?(het )?niet", words) else _reason(words)
    return None


def _concepts(words: list[str]) -> dict[str, set[int]]:
    return {name: lexicon.places(words) for name, lexicon in lexicons("words.toml", "concept").items()}


def _scored(channel: str | None) -> list[Item]:
    return [
        item for item in CATALOGUE
        if item.kind in ("grade", "agree", "effort") and (channel is None or channel in item.channels)
    ]  # fmt: skip


def item_places(words: list[str], channel: str | None) -> list[tuple[int, int, str]]:
    """Where items are spoken of: the first and last place of their words, and the item."""
    places = _concepts(words)
    found: list[tuple[int, int, str, int]] = []
    for item in _scored(channel):
        if item.key in _NAMED:
            found += [(at, at, item.key, 2) for at, word in enumerate(words) if _NAMED[item.key].match(word)]
            continue
        if item.key in _LOOSE or (item.key == "vriendelijkheid" and any(word.startswith("gebruik") for word in words)):
            continue
        for line in spoken()[item.key].says:
            sets = [places[name] for name in line]
            if not all(sets):
                continue
            for first in min(sets, key=len):
                near = [min(one, key=lambda at: abs(at - first)) for one in sets]
                if max(near) - min(near) <= (_WINDOW if item.kind == "agree" else _NEAR):
                    found.append((min(near), max(near), item.key, len(line)))
    # What says more of the same words wins: "wacht ruimte" over "wacht".
    kept = [
        one for one in found
        if not any(
            other[3] > one[3] and other[2] != one[2] and other[0] <= one[1] + 1 and other[1] >= one[0] - 1
            for other in found
        )
    ]  # fmt: skip
    return sorted({(low, high, key) for low, high, key, _ in kept})


def spoken_item(words: str, channel: str | None) -> tuple[str, float] | None:
    """The item that the words of a short label speak of, where it is one only."""
    parts = words.split()
    if len(parts) > 16:
        return None
    found = {key for _, _, key in item_places(parts, channel)}
    if not found and channel is not None:
        found = {key for _, _, key in item_places(parts, None)}
    if len(found) == 1:
        return found.pop(), _CONCEPT
    if not found and re.fullmatch(
        r"(gemiddeld |het )?(rapport)?cijfers?( balie| telefoon| digitaal)?|algemeen( oordeel)?", words
    ):
        return "totaaloordeel", _CONCEPT
    return None
