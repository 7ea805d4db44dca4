"""Open answers as a reading list: the words as text, what is known of them small below."""

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from lib.figures.verbatims import Verbatim
from lib.report import dutch
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.words import normalise

# Characters that turn text around or can't be seen; a tip must read the way it was written.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]")


def to_html(found: Iterable[Verbatim], query: str = "", *, with_channel: bool = False) -> Markup:
    """The answers as HTML, words of the query marked; nothing in them is ever more than text."""
    words = normalise(query).split()
    return Markup("").join(_one(verbatim, words, with_channel) for verbatim in found)


def _one(verbatim: Verbatim, words: Sequence[str], with_channel: bool) -> Markup:
    return Markup('<article class="km-tip"><p>{}</p><small>{}</small></article>').format(
        _marked(_INVISIBLE.sub("", verbatim.text), words), meta(verbatim, with_channel=with_channel)
    )


def meta(verbatim: Verbatim, *, with_channel: bool = False) -> str:
    """ "Paspoort · maart 2020 · cijfer 7"; what is unknown or would tell too much is left out."""
    parts = [
        CHANNEL_LABELS[verbatim.channel] if with_channel else None,
        verbatim.product,
        None if verbatim.month is None else dutch.month(verbatim.month),
        None if verbatim.grade is None else f"cijfer {grade_text(verbatim)}",
    ]
    return " · ".join(part for part in parts if part)


def grade_text(verbatim: Verbatim) -> str:
    """The grade as the respondent gave it: 7, or 7,5 where a half was given."""
    if verbatim.grade is None:
        return dutch.NO_VALUE
    return dutch.number(dutch.half_up(verbatim.grade, 0 if verbatim.grade.denominator == 1 else 1))


def _marked(text: str, words: Sequence[str]) -> Markup:
    """The text, escaped, with the words that start with a searched word marked."""
    if not words:
        return escape(text)
    pieces = re.split(r"(\w+)", text)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if _is_hit(piece, words) else escape(piece) for piece in pieces
    )


def _is_hit(piece: str, words: Sequence[str]) -> bool:
    plain = normalise(piece)
    return bool(plain) and any(plain.startswith(word) for word in words)
