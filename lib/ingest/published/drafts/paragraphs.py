"""Sentences that run on over lines, put together: a figure may stand a line below what it is of."""

import re

from lib.ingest.published.drafts.draft_layout import Line, together

_LONG, _WORDS = 24, 4  # letters and words from which a line may be one of a paragraph, not a label
_FULL = 0.7  # of the widest line: a shorter one ends its paragraph
_LOW = 2.2  # times the height of a line: what is further down is another paragraph
_RUNS_ON = re.compile(r"^\s*(?:[a-zà-ÿ(\"'‘“]|\d[\d.,]*\s*(?:%|procent)?\s*[a-zà-ÿ(.,;)])")
_ENDS = re.compile(r"[.!?:;]\s*$")
_OPEN_END = re.compile(
    r"(?:,|\b(?:van|de|het|een|met|in|en|op|is|aan|voor|naar|dan|dat|of|gemeente|die|wordt|krijgt|geeft|geven))\s*$"
)
_ENDS_IN_NUMBER = re.compile(r"\d\s*%?\s*\)?$")
_LOWER = re.compile(r"^\s*[a-zà-ÿ]{2,}")
_GOES_ON_AFTER_NUMBER = re.compile(
    r"^\s*(?:\(|(?:en|maar|terwijl|landelijk|van|in|dan|punt|procent|waar|wat|procent|tegen|tegenover|ten|is|was)\b)"
)
_BEGINS_WITH_NUMBER = re.compile(r"^\W*\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST = 40  # lines of one paragraph


def joined(lines: list[Line]) -> list[Line]:
    """The lines of a block, those of one paragraph as one. Each number keeps the line on which it stands."""
    made: list[Line] = []
    widest = max((len(line.pieces[0].text) for line in lines if len(line.pieces) == 1), default=0)
    for line in lines:
        if made and _goes_on(made[-1], line, widest):
            made[-1] = Line((together(made[-1].pieces[0], line.pieces[0]),))
        else:
            made.append(line)
    return made


def _goes_on(line: Line, following: Line, widest: int) -> bool:
    if len(line.pieces) != 1 or len(following.pieces) != 1:
        return False
    one, other = line.pieces[0], following.pieces[0]
    last = one.text[one.breaks[-1][0] :] if one.breaks else one.text
    if one.column is not None or other.column is not None or one.heading or other.heading or len(one.breaks) > _MOST:
        return False
    if _BEGINS_WITH_NUMBER.match(last) and _BEGINS_WITH_NUMBER.match(other.text):
        return False
    is_bracket = last.rstrip().endswith(")") and _LOWER.match(other.text)
    if _ENDS_IN_NUMBER.search(last) and not is_bracket and not _GOES_ON_AFTER_NUMBER.match(other.text):
        return False
    if (
        len(last) < max(_LONG, _FULL * widest)
        or len(_WORD.findall(last)) < _WORDS
        or (_ENDS.search(last) and not _is_cut_short(last))
    ):
        return False
    is_near = other.top - one.bottom < _LOW * (other.bottom - other.top) and other.line > one.line
    letters = sum(sign.isalpha() for sign in other.text)
    return is_near and letters >= 3 and bool(_RUNS_ON.match(other.text) or _OPEN_END.search(last))


def _is_cut_short(text: str) -> bool:
    return text.rstrip().endswith(("v.d.", "a.d.", "v.h.", "t.o.v.", "o.a.", "bijv."))
