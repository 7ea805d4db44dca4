"""Words of customers that a draft prints: personal data in them, whether they are in the data, whether they were approved.

Open answers are only ever compared as they are covered, and a remark repeats nothing of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lib.answers.masking import Mask, masked, masks
from lib.figures.audience import Audience
from lib.ingest.published.drafts.draft import Draft, Word
from lib.ingest.published.drafts.printed_number import Place
from lib.report import dutch
from lib.report.check.checked import Remark
from lib.survey.catalogue import CATALOGUE
from lib.survey.words import normalise

_QUOTED = re.compile(
    r"“([^”“]{10,1200})”|„([^”“„]{10,1200})[”“]|«([^»]{10,1200})»|\"([^\"]{10,1200})\"|(?<!\w)‘([^‘]{10,1200}?)’(?!\w)"
)
_HEADING = re.compile(
    r"\b(?:verbeter)?tips?\b|\bklanten (?:ons )?(?:meegeven|zeggen|zeiden|schreven|vertellen)\b|\bcitaten\b|\bopen antwoorden\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[•‣◦▪·*\-–—]|\d{1,2}[.)])\s+")
_LEFT_OUT = re.compile(r"\(\s*(?:…|\.\.\.)\s*\)|\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.")
_DIGIT = re.compile(r"\d")
_FEWEST, _HEAD = 4, 6  # words of what may be a tip at least, and of a heading at most
_SURE = frozenset({"burgerservicenummer", "rekeningnummer", "kenteken", "documentnummer", "geboortedatum"})
_MOBILE = re.compile(r"(?:\+31|0031|0)\s?\(?0?\)?\s?6")


@dataclass(frozen=True)
class _Passage:
    text: str
    place: Place


def tip_remarks(
    draft: Draft, texts: Callable[[], Sequence[str]], approved: Iterable[str], audience: Audience
) -> list[Remark]:
    """The remarks on the tips in a draft. `texts`: gives every open answer of the data, covered, which takes long the
    first time, so that only who needs them asks; `approved`: the texts that
    someone approved. For others than the owner it is not told whether something is among the answers: only that it was
    not approved."""
    passages = list(_passages(draft))
    found = [*_personal(draft, passages)]
    if not passages:
        return found
    known = [f" {normalise(text)} " for text in approved]
    answers = [f" {normalise(text)} " for text in texts()] if audience == "explore" else []
    for passage in passages:
        if _is_among(passage.text, known):
            continue
        if audience == "explore" and _is_among(passage.text, answers):
            message = "Deze tip staat in de gegevens, maar is niet goedgekeurd; keur haar goed op Verbetertips, of haal haar weg."
            found.append(Remark("tip_not_approved", "warning", message, passage.place))
        else:
            where = "de geopende antwoorden" if audience == "explore" else "de goedgekeurde tips"
            message = f"Deze aangehaalde tekst staat zo niet in {where}; controleer waar zij vandaan komt."
            found.append(Remark("tip_not_in_data", "warning", message, passage.place))
    return found


def _personal(draft: Draft, passages: Sequence[_Passage]) -> Iterator[Remark]:
    """Where personal data seem to stand: of any kind in what customers said, elsewhere those that are of a person."""
    told = {(one.place.page, one.place.line) for one in passages}
    places = [(one.place, masks(one.text)) for one in passages]
    for line in _lines(draft):
        text = _text(line)
        if (line[0].page, line[0].line) not in told:
            places.append((_place(line), tuple(mask for mask in masks(text) if _is_sure(mask, text))))
    for place, found in sorted(places, key=lambda one: (one[0].page, one[0].line)):
        if found:
            kinds = dutch.enumerate_words(list(dict.fromkeys(mask.kind for mask in found)))
            yield Remark(
                "tip_personal_data", "warning", f"Hier lijken persoonsgegevens te staan ({kinds}); haal ze weg.", place
            )


def _is_sure(mask: Mask, text: str) -> bool:
    return mask.kind in _SURE or (
        mask.kind == "telefoonnummer" and _MOBILE.match(text[mask.start : mask.end]) is not None
    )


def _passages(draft: Draft) -> Iterator[_Passage]:
    """What stands between quotation marks, and the lines under a heading that speaks of tips."""
    lines = _lines(draft)
    taken: set[int] = set()
    for page in dict.fromkeys(line[0].page for line in lines):
        mine = [at for at, line in enumerate(lines) if line[0].page == page]
        text, starts = "", []
        for at in mine:
            starts.append((len(text), at))
            text += _text(lines[at]) + "\n"
        for quote in _QUOTED.finditer(text):
            said = next(group for group in quote.groups() if group is not None)
            if len(said.split()) >= _FEWEST and normalise(said) not in _wordings():
                first = max(at for start, at in starts if start <= quote.start())
                taken |= {at for start, at in starts if quote.start() <= start <= quote.end()} | {first}
                yield _Passage(" ".join(said.split()), _place(lines[first]))
    for at in _under_headings(lines):
        if at not in taken:
            yield _Passage(_BULLET.sub("", _text(lines[at])), _place(lines[at]))


@cache
def _wordings() -> frozenset[str]:
    """How questions and answers of the survey are worded: no words of customers."""
    texts = (
        text
        for item in CATALOGUE
        for text in (
            item.label,
            *item.wordings,
            *(each for point in item.points for each in (point.label, *point.wordings)),
        )
    )
    return frozenset(normalise(text) for text in texts)


def _under_headings(lines: Sequence[Sequence[Word]]) -> Iterator[int]:
    """The lines of a list under such a heading; where it is set as a heading, its paragraphs too."""
    inside, is_set = False, False
    for at, line in enumerate(lines):
        text = _text(line)
        words = _BULLET.sub("", text).split()
        is_bullet = _BULLET.match(text) is not None
        if (
            not is_bullet
            and len(words) <= _HEAD
            and line[-1].piece == 0
            and _HEADING.search(text)
            and not _DIGIT.search(text)
        ):
            inside, is_set = True, line[0].heading
        elif line[0].heading or line[0].table is not None or line[-1].piece > 0 or len(words) < _FEWEST:
            inside = inside and is_bullet
        elif inside and (is_bullet or is_set):
            yield at
        else:
            inside = False


def _is_among(said: str, texts: Sequence[str]) -> bool:
    """Whether one text holds all that was said, in these words; what was left out ("…") may be anything."""
    parts = [normalise(part) for part in _LEFT_OUT.split(masked(said))]
    parts = [part for part in parts if part]
    return bool(parts) and any(all(f" {part} " in text for part in parts) for text in texts)


def _lines(draft: Draft) -> list[list[Word]]:
    found: dict[tuple[int, int], list[Word]] = {}
    for word in draft.words:
        found.setdefault((word.page, word.line), []).append(word)
    return [found[at] for at in sorted(found)]


def _text(line: Sequence[Word]) -> str:
    return " ".join(word.text for word in line)


def _place(line: Sequence[Word]) -> Place:
    """The place of a line, its words covered."""
    return Place(line[0].page, line[0].line, masked(_text(line)))
