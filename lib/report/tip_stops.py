"""Approved tips as stops of a presentation: one at a time, in the words that were approved, with no more about who wrote
them than ten people share."""

import re

from lib.answers.collection import MaskedAnswer
from lib.figures.verbatims import as_shared
from lib.report import sentences
from lib.report.blocks import Answers, Page, Text
from lib.report.view import View
from lib.session.stops import Stop

SLUG, TITLE, KEY = "tips", "Wat klanten ons meegeven", "tip"
_LONGEST = 900  # characters that fit on a slide
_FINDINGS = {"tip": "Een klant geeft als tip:", "toelichting": "Een klant licht het cijfer toe:"}


def tip_stops(view: View) -> tuple[Stop, ...]:
    """A stop for each approved answer of the selection that may be shown, in the order of choosing."""
    return tuple(Stop(SLUG, view.asked, {KEY: masked.key}) for masked, _ in view.approved(view.channels))


def page(view: View) -> Page:
    """One approved answer, the one that is chosen; where it may not be shown (any more), that."""
    shown = view.approved(view.channels)
    found = next((each for each in shown if each[0].key == view.choices.get(KEY)), None)
    if found is None:
        return Page(SLUG, TITLE, _selection(view, view.selection.channel), "Deze tip wordt niet getoond.")
    masked, text = found
    about = as_shared(view.session.survey.channels[masked.about.channel], view.selection, masked.about)
    words, is_whole = _fitting(text)
    answer = MaskedAnswer("", words, 0, about, ())
    rest = () if is_whole else (Text("De tekst gaat verder op de pagina Verbetertips.", is_quiet=True),)
    finding = _FINDINGS.get(about.question, "Een klant schrijft:")
    return Page(SLUG, TITLE, _selection(view, about.channel), finding, (Answers((answer,)), *rest))


def _selection(view: View, channel: str | None) -> str:
    found = [view.figures(each) for each in ((channel,) if channel in view.session.channels else view.channels)]
    first = min((each.first_day for each in found if each.first_day is not None), default=None)
    last = max((each.last_day for each in found if each.last_day is not None), default=None)
    return sentences.selection_sentence(channel, view.selection, None, first, last)


def _fitting(text: str) -> tuple[str, bool]:
    """As many whole sentences as fit, and whether that is all of it."""
    if len(text) <= _LONGEST:
        return text, True
    ends = [found.end() for found in re.finditer(r"[.!?…](?=\s)", text[:_LONGEST])]
    return text[: ends[-1] if ends else text.rfind(" ", 0, _LONGEST)].rstrip() + " …", False
