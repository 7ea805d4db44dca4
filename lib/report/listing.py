"""Open answers as a reading list: the covered words as text, what may be told of them small below."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from lib.answers.masking import COVER
from lib.figures.verbatims import Verbatim
from lib.report import dutch
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.visible import visible

Span = tuple[int, int]


_QUESTIONS = {"tip": "tip", "toelichting": "toelichting"}


def article(
    text: str, below: str, spans: Iterable[Span] = (), *, themes: Sequence[str] = (), is_large: bool = False
) -> Markup:
    """One answer as HTML, `spans` of its text marked, below it a line that ends with the names of its themes; nothing in
    it is ever more than text."""
    line = " — ".join(part for part in (below, ", ".join(map(visible, themes))) if part)
    lines = [Markup("<small>{}</small>").format(line)] if line else []
    return Markup('<article class="km-tip{}"><p>{}</p>{}</article>').format(
        " km-large" if is_large else "", _marked(text, sorted(spans)), Markup("").join(lines)
    )


def meta(about: Verbatim, *, with_channel: bool = False, with_question: bool = False) -> str:
    """ "Paspoort · maart 2020 · cijfer 7"; what is unknown or would tell too much is left out."""
    parts = [
        CHANNEL_LABELS[about.channel] if with_channel else None,
        _QUESTIONS.get(about.question, "open antwoord") if with_question else None,
        None if about.product is None else visible(about.product),
        None if about.month is None else dutch.month(about.month),
        None if about.grade is None else f"cijfer {grade_text(about)}",
    ]
    return " · ".join(part for part in parts if part)


def grade_text(about: Verbatim) -> str:
    """The grade as the respondent gave it: 7, or 7,5 where a half was given."""
    if about.grade is None:
        return dutch.NO_VALUE
    return dutch.number(dutch.half_up(about.grade, 0 if about.grade.denominator == 1 else 1))


def _marked(text: str, spans: Sequence[Span]) -> Markup:
    """The text, escaped, with the spans marked and what is covered shown as such; a span never ends inside a
    cover."""
    covers = [cover.span() for cover in COVER.finditer(text)]
    pieces, place = [], 0
    for first, last in spans:
        start = min([first, *(one for one, other in covers if one < first < other)])
        end = max([last, *(other for one, other in covers if one < last < other)])
        if start >= place:
            pieces += [_plain(text[place:start]), Markup("<mark>{}</mark>").format(visible(text[start:end]))]
            place = end
    return Markup("").join([*pieces, _plain(text[place:])])


def _plain(text: str) -> Markup:
    pieces, place = [], 0
    for mask in COVER.finditer(text):
        pieces += [
            escape(visible(text[place : mask.start()])),
            Markup('<span class="km-mask">{}</span>').format(mask[0]),
        ]
        place = mask.end()
    return Markup("").join([*pieces, escape(visible(text[place:]))])
