"""Open answers as a reading list: the words as text, what is known of them small below."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from lib.figures.verbatims import Verbatim
from lib.report import dutch
from lib.report.visible import visible
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.words import normalise


def to_html(found: Iterable[Verbatim], query: str = "", *, with_channel: bool = False) -> Markup:
    """The answers as HTML, words of the query marked; nothing in them is ever more than text."""
    words = normalise(query).split()
    return Markup("").join(_one(verbatim, words, with_channel) for verbatim in found)


def _one(verbatim: Verbatim, words: Sequence[str], with_channel: bool) -> Markup:
    return Markup('<article class="km-tip"><p>{}</p><small>{}</small></article>').format(
        _marked(visible(verbatim.text), words), meta(verbatim, with_channel=with_channel)
    )


def meta(verbatim: Verbatim, *, with_channel: bool = False) -> str:
    """ "Paspoort · maart 2020 · cijfer 7"; what is unknown or would tell too much is left out."""
    parts = [
        CHANNEL_LABELS[verbatim.channel] if with_channel else None,
        None if verbatim.product is None else visible(verbatim.product),
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
    # An accent written as a character of its own would cut a word in two.
    pieces = re.split(r"(\w+)", unicodedata.normalize("NFC", text))
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if _is_hit(piece, words) else escape(piece) for piece in pieces
    )


def _is_hit(piece: str, words: Sequence[str]) -> bool:
    plain = normalise(piece)
    return bool(plain) and any(plain.startswith(word) for word in words)
