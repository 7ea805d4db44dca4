"""The second witness: which questions the answers in a column can be answers to, and how surely."""

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import pairwise

import numpy as np

from lib.ingest.decode import dates
from lib.ingest.decode.codes import Decoded, decode, number_of
from lib.ingest.decode.several_answers import read_several
from lib.ingest.layout.table import Column
from lib.survey.catalogue import OTHER_CHANNEL, Item
from lib.survey.dataset import NO_DAY
from lib.survey.meaning import meaning_of
from lib.survey.scales import (
    DONT_KNOW_WORDS,
    FIRST_VALID,
    MISSING_CODES,
    NO_WORDS,
    UNREADABLE,
    YES,
    YES_WORDS,
    outside_code,
)
from lib.survey.vocabulary import lexicons
from lib.survey.words import PLACEHOLDERS, normalise

MISFIT = -1.0
UNMISTAKABLE = 0.95  # from here on no header is needed, if it speaks of nothing else
# How much fitting answers say of one question: grades are given to many, the outcomes of a visit to one.
_GRADES, _STATEMENT, _YES_NO, _TEXT, _CODES = 0.25, 0.35, 0.25, 0.25, 0.2
_LABEL_AGAIN = 0.5  # the option's own text in the cells of its column
_OF_ONE_QUESTION = 1.5  # no other question has such options
_PRODUCTS, _BACKGROUND = 1.25, 0.6
_ENOUGH = 0.6  # share of the answers that must be answers to the question
_SAMPLE = 60  # distinct answers looked at
_MANY = 20  # answers from which it shows whether they come back
_HIGHEST_CODE = 7
_NUMBERED = 0.5  # share of the cells with a digit, from which they may be numbers of respondents
_SENTENCE = 4  # words that answers have on average which are no options
_IN_WORDS = frozenset({"multi", "text", "product", "channel"})
_CLOSED = frozenset({"agree", "effort", "choice", "product", "channel"})
_SILENT = YES_WORDS | NO_WORDS | DONT_KNOW_WORDS | PLACEHOLDERS


class Answered:
    """A column seen by its commonest distinct cells, [cells]: `shares` of the filled rows that have each, its `words`."""

    def __init__(self, column: Column) -> None:
        weights = column.weights
        places = [place for place in np.argsort(-weights, kind="stable")[:_SAMPLE].tolist() if weights[place]]
        self.column = column
        self.filled = int(weights.sum())
        self.cells = [column.uniques[place] for place in places]
        self.shares = weights[places] / max(1, weights[places].sum())
        self._found: dict[str, float] = {}

    @cached_property
    def distinct(self) -> float:
        """Distinct answers per filled row; capitals and spaces make no other answer."""
        spellings = len(set(self.words)) / max(1, len(self.cells))
        return spellings * len(self.column.uniques) / max(1, self.filled)

    @cached_property
    def words(self) -> list[str]:
        """The cells, normalised."""
        return [normalise(cell) for cell in self.cells]

    @cached_property
    def lengths(self) -> np.ndarray:
        """How many words each cell has."""
        return np.array([len(words.split()) for words in self.words])

    @cached_property
    def are_numbers(self) -> np.ndarray:
        """Which cells are numbers."""
        return np.array([number_of(cell) is not None for cell in self.cells], dtype=bool)

    @cached_property
    def are_dates(self) -> np.ndarray:
        """Which cells are days."""
        return dates.read_days(self.cells).days != NO_DAY

    @cached_property
    def are_silent(self) -> np.ndarray:
        """Which cells say yes, no or nothing."""
        return np.array([words in _SILENT for words in self.words], dtype=bool)

    @cached_property
    def _cannot_be(self) -> frozenset[str]:
        """Kinds that need no closer look: numbers are no words, and what everybody wrote anew is no option."""
        if self.are_numbers.all():
            return _IN_WORDS
        if len(set(self.words)) > _MANY and self.lengths.mean() > _SENTENCE:
            return _CLOSED
        return frozenset()

    @cached_property
    def are_on_a_scale(self) -> np.ndarray:
        """Which cells are an opinion or an amount of effort, whatever code stands before them."""
        plain = [words.lstrip("0123456789 ") for words in self.words]
        return np.array([bool(meaning_of("agree", one) or meaning_of("effort", one)) for one in plain], dtype=bool)

    @cached_property
    def channels_named(self) -> list[str | None]:
        """The channel that each cell names, or None."""
        return [OTHER_CHANNEL if words == OTHER_CHANNEL else meaning_of("kanaal", words) for words in self.words]

    @property
    def channels(self) -> set[str]:
        """The channels that the cells name."""
        return {one for one in self.channels_named if one is not None}

    def share(self, fits: np.ndarray) -> float:
        """Share of the filled rows whose cell fits."""
        return float(self.shares[fits].sum())

    @property
    def are_sentences(self) -> bool:
        """Whether most cells are words that respondents put together, each their own."""
        return self.filled == 0 or (self.distinct > 0.5 and not self.are_numbers.any() and self.lengths.mean() > 2)

    def testimony(self, item: Item) -> float:
        """How surely these are answers to a question, from `MISFIT` to sure; 0 for a column without answers."""
        if self.filled == 0:
            return 0.0
        found = self._found.get(item.kind)
        if found is None:
            found = self._found[item.kind] = MISFIT if item.kind in self._cannot_be else _READERS[item.kind](self, item)
        if item.kind == "yes_no" and item.part_of is not None and len(self.cells) <= 3:
            # A column of its own for an option often repeats the option's text instead of "ja".
            option = item.key.removeprefix(f"{item.part_of}_")
            if any(meaning_of(item.part_of, words) == option for words in self.words):
                return _LABEL_AGAIN
        return found


def _grades(answered: Answered, item: Item) -> float:
    if answered.are_dates.all():
        return MISFIT
    decoded = decode(item, answered.cells)
    valid = decoded.codes >= FIRST_VALID
    if answered.share(decoded.codes != UNREADABLE) < _ENOUGH or not valid.any():
        return MISFIT
    if answered.share(answered.are_on_a_scale) > 1 - _ENOUGH:
        return MISFIT  # "4 - eens" is a code
    highest = max(decoded.values[code - FIRST_VALID] for code in decoded.codes[valid].tolist())
    return _GRADES if highest > 1 else MISFIT


def _agree(answered: Answered, item: Item) -> float:
    if answered.are_numbers.all():
        return _bare(answered)
    decoded = decode(item, answered.cells)
    if decoded.bare_codes:
        return _bare(answered)
    points = _points(answered, decoded)
    # "Ja" and "nee" are sides too, and alone no scale.
    is_scale = len(points) > 2 or not all(words in _SILENT for words in answered.words)
    return _STATEMENT if points and is_scale else MISFIT


def _effort(answered: Answered, item: Item) -> float:
    if answered.are_numbers.all():
        return _bare(answered)
    decoded = decode(item, answered.cells)
    if decoded.bare_codes:
        return _bare(answered)
    points = _points(answered, decoded)
    said = {word for words in answered.words for word in words.split()}
    # "Makkelijk" and "moeilijk" may be said of anything: there it takes the whole of a scale.
    names_effort = {"weinig", "veel"} <= said or any(word.startswith(("moeite", "inspan")) for word in said)
    if not points:
        return MISFIT
    return UNMISTAKABLE if len(points) > (1 if names_effort else 2) else _STATEMENT


def _points(answered: Answered, decoded: Decoded) -> set[int]:
    """The points of a scale among the answers; none where too many are no point."""
    if answered.share(decoded.codes != UNREADABLE) < _ENOUGH:
        return set()
    return {code for code in decoded.codes.tolist() if code >= FIRST_VALID}


def _bare(answered: Answered) -> float:
    said = (cell for cell, words in zip(answered.cells, answered.words, strict=True) if outside_code(words) is None)
    numbers = {number for number in map(number_of, said) if number not in MISSING_CODES}
    return _CODES if all(number is not None and number <= _HIGHEST_CODE for number in numbers) else MISFIT


def _choice(answered: Answered, item: Item) -> float:
    decoded = decode(item, answered.cells)
    if decoded.bare_codes:
        return _CODES
    points = _points(answered, decoded)
    if not points or (answered.distinct > 0.5 and answered.filled > _MANY):
        return MISFIT
    telling = {item.points[code - FIRST_VALID].key for code in points} & {"ophalen", "documenten"}
    return _OF_ONE_QUESTION if telling and len(points) > 1 else _YES_NO


def _yes_or_no(answered: Answered, item: Item) -> float:
    decoded = decode(item, answered.cells)
    understood = decoded.codes != UNREADABLE
    if decoded.bare_codes:
        are_codes = understood | np.array([number_of(cell) in (1, 2) for cell in answered.cells], dtype=bool)
        return _CODES if answered.share(are_codes) >= _ENOUGH else MISFIT
    if not (decoded.codes == YES).any() and not understood.all():
        return MISFIT  # "nee" among sentences is what people write who have nothing to say
    return _YES_NO if _points(answered, decoded) else MISFIT


def _several(answered: Answered, item: Item) -> float:
    codes, _ = read_several(item, answered.cells)
    chosen = codes == YES
    if answered.share((codes != UNREADABLE).all(axis=1)) < _ENOUGH or not chosen.any():
        return MISFIT
    return _OF_ONE_QUESTION if chosen.any(axis=0).sum() > 2 and (chosen.sum(axis=1) > 1).any() else _YES_NO


def _text(answered: Answered, item: Item) -> float:
    first = [words.partition(" ")[0] for words in answered.words]
    answer_first = np.array([word in ("ja", "nee") for word in first], dtype=bool)
    said = ~answered.are_silent & ~answered.are_numbers
    if "ja" in first and answered.share(answer_first) > _ENOUGH:
        return MISFIT
    if answered.filled > _MANY and len(set(answered.words)) <= 3 and answered.lengths.max() <= 1:
        return MISFIT
    if not said.any() or answered.are_dates.mean() > 0.5 or answered.are_numbers.mean() > 0.5:
        return MISFIT
    return _TEXT if answered.filled <= _MANY or answered.distinct >= 0.2 else 0.0


def _date(answered: Answered, item: Item) -> float:
    if answered.share(answered.are_dates) < _ENOUGH:
        return MISFIT
    days = set(dates.read_days(answered.cells).days[answered.are_dates].tolist())
    is_constant = days == {dates.ANONYMISED} or (len(days) == 1 and answered.filled > 5)
    return _BACKGROUND if is_constant or answered.are_numbers.mean() > 0.5 else UNMISTAKABLE


def _product(answered: Answered, item: Item) -> float:
    if answered.share(answered.are_numbers | answered.are_dates) > 1 - _ENOUGH or answered.are_silent.all():
        return MISFIT
    if (answered.lengths > 8).mean() > 0.5 or (answered.distinct > 0.7 and answered.filled > _MANY):
        return MISFIT
    if answered.share(answered.are_on_a_scale) > 1 - _ENOUGH:
        return MISFIT
    products = lexicons("answers.toml", "products")["any"]
    named = np.array([bool(products.places(words.split())) for words in answered.words], dtype=bool)
    others = np.array([words in ("anders", "iets anders", "overig", "overige") for words in answered.words], dtype=bool)
    share = answered.share(named & ~others) / max(answered.share(~others), 0.01)
    if share >= 0.7 and named.sum() > 2 and answered.distinct < 0.5:
        return _PRODUCTS
    return 0.15 + 0.3 * share if share >= 0.1 else -0.1


def _channel(answered: Answered, item: Item) -> float:
    named = answered.channels_named
    if answered.share(np.array([one is not None for one in named], dtype=bool)) < 0.8 or answered.lengths.max() > 5:
        return MISFIT
    return UNMISTAKABLE if len(answered.channels) > 1 else _BACKGROUND


def _respondent(answered: Answered, item: Item) -> float:
    numbered = np.array([any(map(str.isdigit, words)) for words in answered.words], dtype=bool)
    if answered.share(numbered) < _NUMBERED or answered.share(answered.lengths > 3) > 0.3:
        return MISFIT
    if answered.share(answered.are_dates) > 0.5 and not answered.are_numbers.all():
        return MISFIT
    if answered.distinct <= 0.95:
        return 0.0
    numbers = [number_of(cell) for cell in answered.column.uniques[:_SAMPLE]]
    counts_up = len(numbers) > 5 and all(
        one is not None and after is not None and after - one == 1 for one, after in pairwise(numbers)
    )
    return UNMISTAKABLE if counts_up and not normalise(answered.column.header) else _BACKGROUND


_READERS: Mapping[str, Callable[[Answered, Item], float]] = {
    "grade": _grades, "agree": _agree, "effort": _effort, "choice": _choice, "yes_no": _yes_or_no, "multi": _several,
    "text": _text, "date": _date, "product": _product, "channel": _channel, "respondent": _respondent,
}  # fmt: skip
