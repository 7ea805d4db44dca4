"""The second witness: which questions the answers in a column can be answers to, and how surely."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from lib.ingest import dates
from lib.ingest.decode import decode, number_of
from lib.ingest.layout import Column
from lib.ingest.several_answers import read_several
from lib.survey.catalogue import Item
from lib.survey.dataset import NO_DAY
from lib.survey.meaning import meaning_of
from lib.survey.scales import DONT_KNOW_WORDS, FIRST_VALID, MISSING_CODES, NO_WORDS, UNREADABLE, YES, YES_WORDS
from lib.survey.vocabulary import lexicons
from lib.survey.words import PLACEHOLDERS, normalise

MISFIT = -1.0
_SAMPLE = 200  # distinct answers looked at
_ENOUGH = 0.6  # share of the answers that must be answers to the question
_NUMBERED = 0.5  # share of the cells with a digit, from which they may be numbers of respondents
_HIGHEST_STAR = 5
_HIGHEST_CODE = 7
_GRADES_ENOUGH = 10
# How much answers say of one question: grades are given to many, the outcomes of a visit to one.
UNMISTAKABLE = 0.95
_OF_ONE_QUESTION = 1.5  # no other question has such options
_GRADES, _STATEMENT, _YES_NO, _TEXT, _CODES = 0.25, 0.35, 0.25, 0.25, 0.2
_BACKGROUND = 0.6
_PRODUCTS = 1.25


@dataclass(frozen=True, eq=False)
class Answered:
    """A column seen by its answers: its commonest distinct cells, and the share of the filled rows that each has."""

    column: Column

    @cached_property
    def places(self) -> np.ndarray:
        return np.argsort(-self.column.weights, kind="stable")[:_SAMPLE]

    @cached_property
    def cells(self) -> list[object]:
        return [self.column.uniques[place] for place in self.places.tolist() if self.column.weights[place]]

    @cached_property
    def shares(self) -> np.ndarray:
        weights = self.column.weights[self.places]
        weights = weights[weights > 0]
        return weights / weights.sum()

    @cached_property
    def filled(self) -> int:
        return int(self.column.weights.sum())

    @cached_property
    def words(self) -> list[str]:
        return [normalise(cell) for cell in self.cells]

    @cached_property
    def are_numbers(self) -> np.ndarray:
        return np.array([number_of(cell) is not None for cell in self.cells], dtype=bool)

    @cached_property
    def are_days(self) -> np.ndarray:
        return np.asarray(dates.read_days(self.cells).days)

    @cached_property
    def lengths(self) -> np.ndarray:
        return np.array([len(words.split()) for words in self.words])

    def share(self, fits: np.ndarray) -> float:
        """Share of the filled rows whose cell fits."""
        return float(self.shares[fits].sum())

    @cached_property
    def distinct(self) -> float:
        """Distinct cells per filled row."""
        return len(self.column.uniques) / self.filled if self.filled else 0.0


def testimony(answered: Answered, item: Item, known: dict[str, float]) -> float:
    """How surely the answers of a column are those to a question: from `MISFIT` to `UNMISTAKABLE`; 0 for a column without
    answers. `known`: what was found of the column before, by what decides it."""
    if answered.filled == 0:
        return 0.0
    name = item.kind if item.part_of is None or item.kind == "grade" else item.key
    if name not in known:
        known[name] = _READERS[item.kind](answered, item)
    return known[name]


def is_five_points(answered: Answered) -> bool:
    """Whether all numbers of a column are 1 to 5, which is no grade until somebody says so."""
    numbers = [number_of(cell) for cell in answered.cells]
    graded = [number for number in numbers if number is not None and 1 <= number <= 10]
    return answered.filled >= _GRADES_ENOUGH and len(graded) > 2 and max(graded) <= _HIGHEST_STAR


def _grades(answered: Answered, item: Item) -> float:
    decoded = decode(item, answered.cells)
    valid = decoded.codes >= FIRST_VALID
    if answered.share(decoded.codes != UNREADABLE) < _ENOUGH or not valid.any():
        return MISFIT
    grades = {decoded.values[code - FIRST_VALID] for code in decoded.codes[valid].tolist()}
    return MISFIT if max(grades) <= 1 else _GRADES


def _scale(answered: Answered, item: Item) -> float:
    decoded = decode(item, answered.cells)
    if decoded.bare_codes:
        numbers = {number for number in map(number_of, answered.cells) if number not in MISSING_CODES}
        return _CODES if all(number is not None and number <= _HIGHEST_CODE for number in numbers) else MISFIT
    points = {code for code in decoded.codes.tolist() if code >= FIRST_VALID}
    if answered.share(decoded.codes != UNREADABLE) < _ENOUGH or not points:
        return MISFIT
    if item.kind == "agree":
        return _STATEMENT
    said = {word for words in answered.words for word in words.split()}
    is_effort = any(word.startswith(("moeite", "inspan")) for word in said) or {"weinig", "veel"} <= said
    return UNMISTAKABLE if len(points) > (1 if is_effort else 2) else _STATEMENT


def _choice(answered: Answered, item: Item) -> float:
    decoded = decode(item, answered.cells)
    if decoded.bare_codes:
        return _CODES
    share = answered.share(decoded.codes != UNREADABLE)
    options = {code - FIRST_VALID for code in decoded.codes.tolist() if code >= FIRST_VALID}
    if share < _ENOUGH or (answered.distinct > 0.5 and answered.filled > 20) or not options:
        return MISFIT
    telling = options & {place for place, point in enumerate(item.points) if point.key in ("ophalen", "documenten")}
    return _OF_ONE_QUESTION if telling and len(options) > 1 else _YES_NO


def _yes_or_no(answered: Answered, item: Item) -> float:
    decoded = decode(item, answered.cells)
    if decoded.bare_codes:
        return (
            _CODES
            if len(answered.cells) < 6
            and answered.share(decoded.codes != UNREADABLE) + answered.share(_are(answered, 1, 2)) >= _ENOUGH
            else MISFIT
        )
    option = item.key.removeprefix(f"{item.part_of}_")
    is_label = np.array(
        [meaning_of(item.part_of, words) == option if item.part_of else False for words in answered.words]
    )
    is_label &= len(answered.cells) <= 3  # the option itself, or nothing
    fits = (decoded.codes != UNREADABLE) | is_label
    is_yes = decoded.codes == YES
    if not item.part_of and not is_yes.any() and not fits.all():
        return MISFIT  # "nee" among sentences is what people write who have nothing to say
    if answered.share(fits) < _ENOUGH or not (fits & (decoded.codes >= FIRST_VALID) | is_label).any():
        return MISFIT
    return 0.5 if is_label.any() else _YES_NO


def _are(answered: Answered, *numbers: int) -> np.ndarray:
    return np.array([number_of(cell) in numbers for cell in answered.cells], dtype=bool)


def _several(answered: Answered, item: Item) -> float:
    codes, _ = read_several(item, answered.cells)
    chosen = codes > FIRST_VALID
    understood = (codes != UNREADABLE).all(axis=1)
    if answered.share(understood) < _ENOUGH or not chosen.any():
        return MISFIT
    return _OF_ONE_QUESTION if chosen.any(axis=0).sum() > 2 and (chosen.sum(axis=1) > 1).any() else _YES_NO


def _text(answered: Answered, item: Item) -> float:
    starts = np.array([word.partition(" ")[0] in ("ja", "nee") for word in answered.words])
    says_yes = any(word.partition(" ")[0] == "ja" for word in answered.words)
    if answered.share(starts) > _ENOUGH and says_yes:
        return MISFIT
    silent = np.array([word in YES_WORDS | NO_WORDS | DONT_KNOW_WORDS | PLACEHOLDERS for word in answered.words])
    said = ~silent & ~answered.are_numbers
    if not said.any() or (answered.are_days != NO_DAY).mean() > 0.5 or answered.are_numbers.mean() > 0.5:
        return MISFIT
    return _TEXT if answered.filled <= 20 or answered.distinct >= 0.2 else 0.0


def _date(answered: Answered, item: Item) -> float:
    known = answered.are_days != NO_DAY
    if answered.share(known) < _ENOUGH:
        return MISFIT
    days = set(answered.are_days[known].tolist())
    is_constant = days == {dates.ANONYMISED} or (len(days) == 1 and answered.filled > 5)
    return _BACKGROUND if is_constant or answered.are_numbers.mean() > 0.5 else UNMISTAKABLE


def _product(answered: Answered, item: Item) -> float:
    if answered.share(answered.are_numbers) > 1 - _ENOUGH or answered.share(answered.are_days != NO_DAY) > 0.5:
        return MISFIT
    named = lexicons("answers.toml", "products")["any"]
    is_named = np.array([bool(named.places(words.split())) for words in answered.words])
    is_sentence = answered.lengths > 8
    silent = np.array([word in YES_WORDS | NO_WORDS | PLACEHOLDERS for word in answered.words])
    if is_sentence.mean() > 0.5 or silent.all() or (answered.distinct > 0.7 and answered.filled > 20):
        return MISFIT
    on_a_scale = np.array(
        [
            bool(meaning_of("agree", words) or meaning_of("effort", words))
            for words in map(_without_code, answered.words)
        ]
    )
    if answered.share(on_a_scale) > 1 - _ENOUGH:
        return MISFIT
    share = answered.share(is_named)
    if share >= 0.7 and is_named.sum() > 2 and answered.distinct < 0.5:
        return _PRODUCTS
    return 0.15 + 0.3 * share if share >= 0.1 else -0.1


def _channel(answered: Answered, item: Item) -> float:
    named = [meaning_of("kanaal", words) for words in answered.words]
    if answered.share(np.array([one is not None for one in named])) < 0.8 or answered.lengths.max() > 5:
        return MISFIT
    return UNMISTAKABLE if len(set(named)) > 1 else _BACKGROUND


def _respondent(answered: Answered, item: Item) -> float:
    is_word = answered.lengths > 3
    if (answered.share(answered.are_days != NO_DAY) > 0.5 and not answered.are_numbers.all()) or answered.share(
        is_word
    ) > 0.3:
        return MISFIT
    has_digit = np.array([any(map(str.isdigit, words)) for words in answered.words])
    if answered.share(has_digit) < _NUMBERED:
        return MISFIT
    if answered.distinct <= 0.95:
        return 0.0
    numbers = [number_of(cell) for cell in answered.column.uniques[:_SAMPLE]]
    counts_up = all(b is not None and a is not None and b - a == 1 for a, b in pairwise(numbers)) and len(numbers) > 5
    return UNMISTAKABLE if counts_up and not normalise(answered.column.header) else _BACKGROUND


def _without_code(words: str) -> str:
    return words.lstrip("0123456789 ")


_READERS = {
    "grade": _grades, "agree": _scale, "effort": _scale, "choice": _choice, "yes_no": _yes_or_no, "multi": _several, "text": _text,
    "date": _date, "product": _product, "channel": _channel, "respondent": _respondent,
}  # fmt: skip
