"""What holds for a whole draft: of which municipality and which year it is, and the numbers of its pages."""

import re
from collections import Counter

from lib.ingest.published.drafts.draft import Draft, text_of
from lib.ingest.published.drafts.draft_layout import Block, Line
from lib.ingest.published.drafts.found import Found, Sheet
from lib.ingest.published.drafts.no_figures import spans_of
from lib.ingest.published.drafts.printed_words import Vocabulary

_OWN_NAME = re.compile(
    r"\b[Gg]emeente\s+((?:[A-ZÀ-Ý'’][\w'’-]+)(?:\s(?:aan|den|en|op|bij|de|IJssel|Rijn|Bosch|Haag|[A-Z][\w-]+)){0,3})"
)
_DIGITS = str.maketrans("OolI", "0011")
_SHORT_LINE = 9  # words: a longer one is a sentence, which may speak of any year
_EARLY = 6  # lines, among which a title stands
_FAR_DOWN = 6.0  # heights of a line
_A_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*")
_Numbered = tuple[int, list[Found], Line]  # the number of a line, its numbers, the line
_DAY = re.compile(r"\d{1,2}(?:e|ste|de)?\s+[a-z]|\d{1,2}[-/.]\d")


def own_name(draft: Draft) -> str | None:
    """The municipality that the draft says it is of."""
    names = Counter(match[1] for match in _OWN_NAME.finditer(text_of(draft.words)))
    return names.most_common(1)[0][0].split()[0] if names else None


def year_of(draft: Draft) -> int | None:
    """The year of the draft: of its headings, else the first that is printed, else none. The year of a day ("Aan de raad,
    12 maart 2021") is that of the draft only where no other is printed."""
    lines: dict[tuple[int, int], list[str]] = {}
    headings: set[tuple[int, int]] = set()
    for word in draft.words:
        place = word.page, word.line
        if word.heading and place not in lines:
            headings.add(place)
        lines.setdefault(place, []).append(_scanned_year(word.text))
    undated = {place: words for place, words in lines.items() if not _has_day(" ".join(words))}
    found = _year(undated, headings) or _year(lines, headings)
    return int(found) if found else None


def _year(lines: dict[tuple[int, int], list[str]], headings: set[tuple[int, int]]) -> str | None:
    printed = {place: found for place, words in lines.items() if (found := _years(words))}
    single = [(place, years[0]) for place, years in printed.items() if len(set(years)) == 1]
    first = min(lines, default=(0, 0))[0]
    of_headings = [year for place, year in single if place in headings]
    early = [year for (page, line), year in single[:3] if line <= _EARLY and page == first]
    short = [year for place, years in printed.items() for year in years if len(lines[place]) <= _SHORT_LINE]
    return next(iter(of_headings), None) or next(iter(early), None) or max(short, default=None)


def _years(words: list[str]) -> list[str]:
    return [found[1] for word in words if (found := _A_YEAR.fullmatch(word))]


def _has_day(text: str) -> bool:
    """Whether a line has the date of a day."""
    return any(why == "date" and _DAY.match(text[start:end]) for start, end, why in spans_of(text))


def _scanned_year(text: str) -> str:
    return text.translate(_DIGITS) if len(text) == 4 and text[:1] in "12" else text


def set_page_numbers(blocks: list[Block], sheet: Sheet, vocabulary: Vocabulary) -> None:
    """A number by itself as the last or first line of a page, which is that page's; "3 / 8"."""
    pages: dict[int, list[_Numbered]] = {}
    for block in blocks:
        for line in block.lines:
            numbers = [one for piece in line.pieces for one in sheet.of(piece)]
            pages.setdefault(line.pieces[0].page, []).append((line.pieces[0].line, numbers, line))
    several = len(pages) > 1
    for page, lines in pages.items():
        ordered = sorted(lines, key=lambda one: one[0])
        if len(ordered) > 1 and _is_at_foot(ordered[-2], ordered[-1], vocabulary):
            ordered[-1][1][-1].why = "page"
        for at, (_, numbers, line) in enumerate(ordered):
            text = line.text
            is_end = at in (0, len(lines) - 1)
            if re.fullmatch(r"\s*\d{1,3}\s*(?:/|van|-)\s*\d{1,3}\s*", text) and is_end:
                for one in numbers:
                    one.why = "page"
            elif re.fullmatch(r"\s*[-–|]?\s*\d{1,3}\s*[-–|]?\s*", text) and is_end and at and several and numbers:
                if numbers[0].number.value in (page, page - 1, page + 1):
                    numbers[0].why = "page"
            elif is_end and re.search(r"\|\s*\d{1,3}\s*$", text) and numbers and numbers[-1].number.value == page:
                numbers[-1].why = "page"


def _is_at_foot(before: _Numbered, last: _Numbered, vocabulary: Vocabulary) -> bool:
    """Whether the last line of a page is its number: by itself, far down, or behind words of no figure."""
    line = last[2]
    if _is_by_itself(line):
        is_drawn = re.fullmatch(r"\s*[-–]\s*\d{1,3}\s*[-–]\s*", line.text) is not None
        return is_drawn or _is_of_the_page(before[1]) or _is_far_down(line, before[2])
    return _is_footer(line, before[2], vocabulary)


def _is_by_itself(line: Line) -> bool:
    return (
        len(line.pieces) == 1 and line.pieces[0].table is None and re.fullmatch(r"\W*\d{1,3}\W*", line.text) is not None
    )


def _is_of_the_page(numbers: list[Found]) -> bool:
    """Whether the numbers of a line are none of the survey, as those of a source with its dates."""
    return bool(numbers) and not any(one.is_open for one in numbers)


def _is_far_down(line: Line, before: Line) -> bool:
    """Whether a line is at the foot of a page, far from what stands above it."""
    last = line.pieces[-1]
    return last.table is None and last.top - before.pieces[0].bottom > _FAR_DOWN * (last.bottom - last.top)


def _is_footer(line: Line, before: Line, vocabulary: Vocabulary) -> bool:
    """Whether the last line of a page is words of no figure with the number of the page behind them, apart from the rest."""
    *words, last = line.pieces
    is_number = re.fullmatch(r"[-–\s]*\d{1,3}[-–\s]*", last.text) is not None and last.table is None
    room = line.pieces[0].top - before.pieces[0].bottom
    is_apart = room > 0.9 * (last.bottom - last.top)
    return is_number and is_apart and bool(words) and not any(piece.numbers or vocabulary.label(piece.text).item for piece in words)  # fmt: skip
