"""What stands nearest to a number in a sentence: the item that is spoken of, what is counted, the year, the channel."""

import re

from lib.ingest.published.drafts.found import Found
from lib.ingest.published.drafts.printed_words import YEAR, Facts, channel_in
from lib.survey.vocabulary import lexicons
from lib.survey.words import normalise

# "een 8,6 voor vriendelijkheid": the item of a number by itself.
FOR_ITEM = re.compile(r"^\s*(?:voor|bij|op|aan)\s+(?:(?:de|het|hun|onze|zijn|haar)\s+)?(?=\w)", re.IGNORECASE)


def is_count(one: Found, before: str, words_behind: list[str], channel: str | None, year: int | None) -> bool:
    """Whether a number counts answers, by the noun behind it."""
    lists = lexicons("printed.toml", "count")
    near = words_behind[:8]
    nouns = [(min(places), name) for name in ("reviews", "tips", "responses") if (places := lists[name].places(near))]
    persons = lexicons("printed.toml", "unit")["persons"].places(near[:3])
    if persons and any(name in ("tips", "reviews") for _, name in nouns):
        item = next(name for _, name in sorted(nouns) if name != "responses")
    elif nouns and (min(nouns)[0] <= 2 or persons or (words_behind[0] == "van" and min(nouns)[0] <= 5)):
        item = min(nouns)[1]
    elif persons:
        said = [name for name in ("tips", "reviews") if lists[name].places(normalise(before).split()[-4:])]
        item = said[0] if said else "responses"
    else:
        return False
    one.facts = Facts(item, "own", channel, year)
    one.counted = True
    return True


def nearest_item(one: Found, mentions: list[tuple[int, int, str]], start: int) -> str | None:
    """The item that is spoken of nearest: before the number in its clause, else behind it, else before."""
    text = one.piece.text
    at = one.number.start
    around = [mention for mention in mentions if mention[0] <= at and mention[1] >= one.number.end]
    if around:
        return around[0][2]
    said_of = FOR_ITEM.match(text[one.number.end :])
    if said_of:
        begin = one.number.end + said_of.end()
        named = next((item for low, high, item in mentions if low <= begin < high), None)
        if named is not None:
            return named
    before = [mention for mention in mentions if mention[1] <= at]
    behind = [mention for mention in mentions if mention[0] >= one.number.end]
    if one.number.is_percent and behind and not re.search(r"\d", text[one.number.end : behind[0][0]]):
        # "62% vindt het formulier makkelijk": the statement follows the share.
        gap = text[before[-1][1] : at] if before else ""
        is_new = not before or re.search(r"[,;]|\ben\b|\d", gap)
        if is_new and not re.match(r"\s*[),;]", text[one.number.end :]):
            return behind[0][2]
    if before:
        gap = text[before[-1][1] : at]
        if behind and re.search(r"\d", gap) and re.match(r"^\s*(?:voor|bij|op)\b", text[one.number.end :]):
            return behind[0][2]
        return before[-1][2]
    if behind and not re.search(r"\d", text[one.number.end : behind[0][0]]):
        return behind[0][2]
    return None


def year_of_number(text: str, one: Found, before: str, behind: str, context: Facts) -> int | None:
    """The year of which a number is: that named before or behind it, else that of the text around."""
    at = one.number.start
    start = max((found.end() for found in re.finditer(r"[.;]\s", text[:at])), default=0)
    earlier = list(YEAR.finditer(text, start, at))
    if re.match(r"^\s*\(?(?:in|over|van|\()?\s*(?:19|20)\d\d\b(?!\s*[:=])", text[one.number.end :]):
        later = YEAR.search(text, one.number.end)
        return int(later[0]) if later else context.year
    if earlier and not re.search(r"\d", text[earlier[-1].end() : at]):
        return int(earlier[-1][0])
    if lexicons("printed.toml", "said")["before"].places(normalise(before).split()) and context.year:
        return context.year - 1
    if re.match(r"^[^.;,\d]{0,12}(?:vorig jaar|een jaar eerder|het jaar ervoor)", behind) and context.year:
        return context.year - 1
    return context.year


def channel_before(text: str, start: int, end: int) -> str | None:
    """The channel that is named last before a place in a sentence."""
    parts = re.split(r"[\s,;:()]+", text[start:end])
    return next(
        (channel for word in reversed(parts) if word.lower() != "loket" and (channel := channel_in(word)) is not None),
        None,
    )
