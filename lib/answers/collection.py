"""All open answers of a survey as the app shows them: covered, searchable, with their themes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from threading import RLock

from lib.answers.masking import KINDS, cover, masks
from lib.answers.search import Index
from lib.answers.themes import Matcher, Theme
from lib.answers.words import composed
from lib.figures.selection import Selection
from lib.figures.verbatims import Verbatim, verbatims
from lib.survey import catalogue
from lib.survey.dataset import ChannelAnswers, Survey
from lib.survey.visible import visible

QUESTIONS = ("tip", "toelichting")
_KEPT = 4  # selections whose answers are kept: a page asks for the same ones at every click


@dataclass(frozen=True)
class MaskedAnswer:
    """One open answer as it may be shown. `text`: covered, in composed form. `key`: by which a choice
    knows it again; made of its whole row and its question, so that nobody without the export can try what someone
    wrote. `place`: among all texts of
    the collection. `about`: what may be told of who wrote it."""

    key: str
    text: str
    place: int
    about: Verbatim
    themes: tuple[str, ...]


@dataclass(frozen=True)
class _Covered:
    """All texts of a survey, covered; `keys` and `texts` run alike."""

    texts: list[str]
    keys: list[str]
    places: Mapping[tuple[str, str, int], int]
    log: Mapping[tuple[str, str], Counter[str]]


class Collection:
    """The open answers of one survey. Making it costs nothing: the texts are covered when somebody first
    asks for them, each once (a third of a millisecond), however many ask at the same time."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._working = RLock()
        self._kept: _Covered | None = None
        self._covered = 0
        self._with_themes = 0
        self._themed: dict[tuple[Theme, ...], tuple[Matcher, list[tuple[str, ...]]]] = {}
        self._masked: dict[object, list[MaskedAnswer]] = {}

    @property
    def _all(self) -> _Covered:
        with self._working:
            if self._kept is None:
                self._kept = self._cover()
            return self._kept

    def _cover(self) -> _Covered:
        texts: list[str] = []
        keys: list[str] = []
        places: dict[tuple[str, str, int], int] = {}
        log: dict[tuple[str, str], Counter[str]] = {}
        same: Counter[str] = Counter()
        for channel, answers in self._survey.channels.items():
            for question, column in answers.texts.items():
                counted = log.setdefault((channel, question), Counter())
                for row, written in enumerate(column.tolist()):
                    if written is None:
                        continue
                    text = composed(visible(written))
                    found = masks(text)
                    counted.update(mask.kind for mask in found)
                    places[channel, question, row] = len(texts)
                    texts.append(cover(text, found))
                    key = _key(channel, question, _mark(answers, row) or texts[-1])
                    same[key] += 1
                    keys.append(key if same[key] == 1 else f"{key}-{same[key]}")
                    self._covered = len(texts)
        return _Covered(texts, keys, places, log)

    @property
    def share_done(self) -> float:
        """The part of covering all texts and finding their themes that is done, 0-1. Asking never waits."""
        covering = 3  # times as long as finding the themes
        size = max(self.size, 1)
        return (covering * self._covered + self._with_themes) / ((covering + 1) * size)

    @cached_property
    def size(self) -> int:
        """How many open answers there are."""
        columns = (column for answers in self._survey.channels.values() for column in answers.texts.values())
        return sum(int((column != None).sum()) for column in columns)  # noqa: E711

    @property
    def texts(self) -> Sequence[str]:
        """Every open answer, covered."""
        return self._all.texts

    @cached_property
    def index(self) -> Index:
        """The search index over the covered texts: who is covered can't be found by name."""
        return Index(self.texts)

    @property
    def log(self) -> dict[tuple[str, str], dict[str, int]]:
        """How often each kind of personal data is covered, by channel and question. What was covered stands
        nowhere."""
        return {
            place: {kind: counted[kind] for kind in KINDS if counted[kind]} for place, counted in self._all.log.items()
        }

    def questions(self, channels: Iterable[str]) -> dict[str, str]:
        """The open questions that these channels asked, with their labels; those of the catalogue first."""
        found = dict.fromkeys(question for channel in channels for question in self._survey.channels[channel].texts)
        known = [question for question in QUESTIONS if question in found]
        return {key: _label(key) for key in (*known, *(key for key in found if key not in QUESTIONS))}

    def matcher(self, themes: tuple[Theme, ...]) -> Matcher:
        """What finds the themes of one list."""
        return self._themes_of_all(themes)[0]

    def _themes_of_all(self, themes: tuple[Theme, ...]) -> tuple[Matcher, list[tuple[str, ...]]]:
        with self._working:
            kept = self._themed.get(themes)
            if kept is None:
                matcher, found = Matcher(themes), []
                for text in self.texts:
                    found.append(matcher.themes_of(text))
                    self._with_themes = len(found)
                kept = (matcher, found)
                # One list is kept; another one takes its place.
                self._themed = {themes: kept}
            return kept

    def masked(
        self, selection: Selection, channels: Iterable[str], questions: Iterable[str], themes: tuple[Theme, ...]
    ) -> list[MaskedAnswer]:
        """The answers to these questions within a selection, one channel and question after the other."""
        asked = (selection, tuple(channels), tuple(questions), themes)
        kept = self._masked.get(asked)
        if kept is None:
            kept = self._find(*asked)
            self._masked = dict([*list(self._masked.items())[1 - _KEPT :], (asked, kept)])
        return kept

    def _find(
        self, selection: Selection, channels: Iterable[str], questions: Sequence[str], themes: tuple[Theme, ...]
    ) -> list[MaskedAnswer]:
        everything, of_text = self._all, self._themes_of_all(themes)[1]
        found = []
        for channel in channels:
            for question in questions:
                for about in verbatims(self._survey.channels[channel], selection, question):
                    place = everything.places[channel, question, about.row]
                    found.append(
                        MaskedAnswer(everything.keys[place], everything.texts[place], place, about, of_text[place])
                    )
        return found


def _mark(answers: ChannelAnswers, row: int) -> str:
    """The mark of a row; empty for answers that come from no file."""
    mark = 0 if answers.row_marks is None else int(answers.row_marks[row])
    return f"{mark:016x}" if mark else ""


def _key(channel: str, question: str, row: str) -> str:
    return blake2b(f"{channel}|{question}|{row}".encode(errors="replace"), digest_size=8).hexdigest()


def _label(question: str) -> str:
    """A plural for what the survey has of its own; an own question by its words."""
    labels = {"tip": "Verbetertips", "toelichting": "Toelichtingen"}
    item = catalogue.find(question)
    return labels.get(question) or (item.label if item is not None else question.replace("_", " ").capitalize())
