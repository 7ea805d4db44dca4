"""Questions outside the catalogue: what a column holds, decided by its header and its distinct answers.

Only what leaves no doubt becomes a question. Bare numbers never do by themselves: they can be codes,
ages or numbers of something, and without a label no one can tell which.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lib.ingest.decode import dates
from lib.ingest.decode.codes import decode, number_of, option_of
from lib.ingest.decode.one_cell import pieces_of
from lib.ingest.layout.headers import question_and_option, question_of
from lib.ingest.layout.table import Column
from lib.ingest.recognise.identifiers import asks_identity, is_sentence, shows_identity, shows_person
from lib.survey import catalogue, scales
from lib.survey.catalogue import Item
from lib.survey.custom_options import OTHERS, RARE, most_used, option_words, points_of
from lib.survey.dataset import NO_DAY
from lib.survey.scales import FIRST_VALID, MISSING_CODES, UNREADABLE, YES, Point, outside_code
from lib.survey.words import is_placeholder, key_of, normalise

_SAMPLE = 300  # distinct answers looked at as evidence
_MOST_DISTINCT = 2_000  # a column with more distinct answers is no choice, so they need not be counted
_ANSWERS = 10  # fewer are never shown, and too few to tell a choice from open answers
_MOST_OPTIONS = 20  # chosen by several; a question with more is a list of names or places
_KEPT = 40  # options told apart, the rare ones included; what is left is "Anders"
_REPEATED = 0.9  # share of the answers that must be options chosen by several
_LONGEST = 120  # letters; an answer that is longer is someone's own words
_NUMBERS = 5  # bare numbers that may be options beside words: "1", "2", "3 of meer"
_SENTENCES = 0.5  # share of distinct answers that are sentences, from which a column holds open answers
_IDENTITIES = 0.15  # share of distinct answers that look like a person, from which it does not
_HIGHEST_STAR = 5
_GRADE = Item("", "", "grade")
_OPEN = 3  # distinct sentences that make an open question
_GRADE_WORDS = frozenset({"rapportcijfer", "cijfer", "beoordeelt", "oordeel", "tevreden"})
_ONE_TO_TEN = re.compile(r"(?<![\d,.])1\s*(?:-|–|/|t/m|t\.?m\.?|tot(?: en met)?|=[^()]{1,40}?)\s*10(?!\d)")
_YES_NO = (Point("ja", "Ja", ("ja", *sorted(scales.YES_WORDS - {"ja", "1"}))),
           Point("nee", "Nee", ("nee", *sorted(scales.NO_WORDS - {"nee", "0"}))))  # fmt: skip
# What survey software and samples add about the filling in; nobody was asked it.
_NO_QUESTIONS = frozenset(
    """
    finished status progress voortgang responstype distributiekanaal distributionchannel distribution channel userlanguage user language
    begin taal starttaal startlanguage start collector id laatste pagina lastpage last page seed response
    type responsetype browser operating system device apparaat tags network source duration duur bron wave
    golf voltooid completed batch
    """.split()
)


@dataclass(frozen=True)
class Own:
    """An own question that a column holds, and why."""

    item: Item
    evidence: str


def custom_key(question: str) -> str:
    """The key of an own question: made of its text, and never one of the catalogue's."""
    key = key_of(question)
    return f"eigen_{key}" if catalogue.is_taken(key) else key


def scored(column: Column, *, is_graded: bool = False) -> Item | None:
    """The own question that can be scored like those of the catalogue, or None. `is_graded`: whether the
    questions that it stands among ask for grades.

    Only where the answers leave no doubt: all are points of the agree scale in words, or a grade is
    asked for and all answers are grades.
    """
    if column.weights.sum() == 0 or not column.header:
        return None
    cells = column.commonest(_SAMPLE)
    key = custom_key(column.header)
    # Up to five it may be stars or a scale of satisfaction, which is asked.
    asks_grade = (is_graded or asks_for_grade(column)) and not is_five_points(column)
    kinds: Iterable[Item] = (
        Item(key, column.header, "agree", (), points=scales.AGREE, custom=True),
        *([Item(key, column.header, "grade", (), custom=True)] if asks_grade else []),
    )
    words = {normalise(cell) for cell in cells}
    for item in kinds:
        if item.kind == "agree" and words <= scales.YES_WORDS | scales.NO_WORDS | scales.DONT_KNOW_WORDS:
            continue  # sides too, and alone no scale
        codes = decode(item, cells).codes
        if (codes != UNREADABLE).all() and (codes >= FIRST_VALID).sum() >= 2:
            return item
    return None


def asks_for_grade(column: Column) -> bool:
    """Whether a header asks for a grade, by a word for it or by its scale."""
    words = normalise(column.header).split()
    return not _GRADE_WORDS.isdisjoint(words) or _ONE_TO_TEN.search(column.header) is not None


def is_five_points(column: Column) -> bool:
    """Whether all numbers of a column are 1 to 5, which is no grade until somebody says so."""
    decoded = decode(_GRADE, column.commonest(_SAMPLE))
    grades = {decoded.values[code - FIRST_VALID] for code in decoded.codes.tolist() if code >= FIRST_VALID}
    return bool(column.weights.sum() >= _ANSWERS and len(grades) > 2 and max(grades) <= _HIGHEST_STAR)


def custom_questions(columns: Sequence[Column]) -> dict[int, Own]:
    """The own questions with options or with open answers among columns that are nothing else, by the
    place of the column."""
    found = _options_of_sets(columns)
    for column in columns:
        own = _alone(column) if column.place not in found else None
        if own is not None:
            found[column.place] = own
    return found


def _options_of_sets(columns: Sequence[Column]) -> dict[int, Own]:
    """Columns that each stand for an option of one question with several answers."""
    sets: dict[str, list[tuple[Column, Item]]] = {}
    for column in columns:
        parts = question_and_option(column.header)
        if parts is None or asks_identity(parts[1]):
            continue
        question, option = parts
        key = custom_key(question)
        item = Item(
            f"{key}_{key_of(option)}",
            option,
            "yes_no",
            (),
            points=scales.YES_NO,
            part_of=key,
            custom=True,
            whole=question,
        )
        if 0 < len(column.uniques) <= _MOST_DISTINCT and (decode(item, column.uniques).codes != UNREADABLE).all():
            sets.setdefault(key, []).append((column, item))
    return {
        column.place: Own(item, f"mogelijkheid van een eigen vraag met meer antwoorden, {len(options)} kolommen")
        for options in sets.values()
        if len({item.key for _, item in options}) > 1
        and any((decode(item, column.uniques).codes == YES).any() for column, item in options)
        for column, item in options
    }


def _alone(column: Column) -> Own | None:
    question = question_of(column.header)
    cells = column.commonest(_SAMPLE)
    if not cells or not question or set(normalise(question).split()) <= _NO_QUESTIONS or _are_dates(cells):
        return None
    several = several_item(question, column)
    if several is not None and not asks_identity(question):
        return Own(several, f"eigen vraag met meer antwoorden in een cel: {len(several.points)} mogelijkheden")
    counted = _Options(column)
    if counted.is_choice() and (not asks_identity(question) or counted.is_yes_no()):
        item = choice_item(question, column)
        return Own(item, f"eigen meerkeuzevraag: {len(item.points)} antwoorden die steeds terugkomen")
    if not asks_identity(question) and _are_open_answers(cells):
        return Own(text_item(question), "eigen open vraag: in de cellen staan zinnen")
    return None


def _are_dates(cells: Sequence[object]) -> bool:
    return bool((dates.read_days(cells).days != NO_DAY).mean() > 0.5)


def _are_open_answers(cells: Sequence[object]) -> bool:
    """Whether cells are sentences. Names, addresses and codes hold no words that sentences need."""
    said = [cell for cell in cells if not is_placeholder(cell) and number_of(cell) is None]
    sentences = sum(is_sentence(cell) for cell in said)
    return (
        sentences >= _OPEN
        and sentences >= _SENTENCES * len(cells)
        and sum(shows_identity(cell) for cell in said) <= _IDENTITIES * len(said)
    )


def text_item(question: str) -> Item:
    """An own question with open answers."""
    return Item(custom_key(question), question, "text", (), custom=True)


def choice_item(question: str, column: Column) -> Item:
    """An own question with one answer; its points are what the column holds."""
    counted = _Options(column)
    return Item(custom_key(question), question, "choice", (), points=counted.points(), custom=True)


class _Options:
    """The answers of a column as options of a question with one answer, with how often each was given."""

    def __init__(self, column: Column) -> None:
        self._counts: Counter[str] = Counter()
        self._spellings: dict[str, Counter[str]] = {}
        self._numbers: set[str] = set()
        self._few = len(column.uniques) <= _MOST_DISTINCT
        cells = column.commonest(_MOST_DISTINCT)
        weights = sorted(column.weights.tolist(), reverse=True)
        for cell, weight in zip(cells, weights, strict=False):
            number = number_of(cell)
            if number in MISSING_CODES or outside_code(normalise(cell)) is not None:
                continue
            words, label = option_of(cell)
            self._counts[words] += weight
            self._spellings.setdefault(words, Counter())[label] += weight
            if number is not None:
                self._numbers.add(words)

    def is_choice(self) -> bool:
        """Whether the same few answers come back so often that they must be given options."""
        total = self._counts.total()
        common = [words for words, count in self._counts.items() if count >= RARE]
        if not self._few or total < _ANSWERS or len(self._numbers) > _NUMBERS:
            return False
        if self.is_yes_no():
            return all(not self._counts.keys().isdisjoint(point.wordings) for point in _YES_NO)
        return (
            2 <= len(common) <= _MOST_OPTIONS
            and sum(self._counts[words] for words in common) >= _REPEATED * total
            and total >= RARE * len(common)
            and len(self._numbers) < len(self._counts)
            and all(len(words) <= _LONGEST for words in common)
            and sum(shows_person(most_used(self._spellings[words])) for words in common) < 0.5 * len(common)
        )

    def is_yes_no(self) -> bool:
        """Whether all answers are yes or no, in words."""
        return bool(self._counts) and set(self._counts) <= {word for point in _YES_NO for word in point.wordings}

    def points(self) -> tuple[Point, ...]:
        if self.is_yes_no():
            return _YES_NO
        kept = {words for words, _ in sorted(self._counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_KEPT]}
        labels = {words: most_used(self._spellings[words]) for words in kept}
        if len(self._counts) > len(kept) or not self._few:
            labels.setdefault(OTHERS, "Anders")
        return points_of(labels, self._counts)


def several_item(question: str, column: Column) -> Item | None:
    """The own question whose answers stand together in the cells of a column, or None where each cell
    is one answer."""
    if len(column.uniques) > _MOST_DISTINCT:
        return None
    texts = {str(cell): weight for cell, weight in zip(column.uniques, column.weights.tolist(), strict=True)
             if weight and number_of(cell) is None and outside_code(normalise(cell)) is None}  # fmt: skip
    counts: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    per_cell = pieces_of(list(texts))
    if per_cell is None:
        return None
    for pieces, weight in zip(per_cell, texts.values(), strict=True):
        for piece in pieces:
            if outside_code(normalise(piece)) is None and not scales.says_none_of_these(normalise(piece)):
                counts[option_words(piece)] += weight
                spellings.setdefault(option_words(piece), Counter())[piece] += weight
    common = [words for words, count in counts.items() if count >= RARE]
    if (
        not 2 <= len(common) <= _MOST_OPTIONS
        or sum(texts.values()) < _ANSWERS
        or sum(counts[words] for words in common) < _REPEATED * counts.total()
        or any(len(words) > _LONGEST for words in common)
        or sum(shows_identity(most_used(spellings[words])) for words in common) >= 0.5 * len(common)
        # The cells are read by their words alone: "< 5" and "> 5" would be one.
        or len({normalise(most_used(spellings[words])) for words in common}) < len(common)
        or all(number_of(most_used(spellings[words])) is not None for words in common)
    ):
        return None
    labels = {words: most_used(spellings[words]) for words in counts if counts[words] >= RARE}
    if len(labels) < len(counts):
        labels.setdefault(OTHERS, "Anders")
    return Item(custom_key(question), question, "multi", (), points=points_of(labels, counts), custom=True)


def common_cells(column: Column, count: int) -> list[object]:
    """The commonest cells of an own question that may be shown: not those that hardly anyone has."""
    weights = sorted(column.weights.tolist(), reverse=True)
    return [
        cell for cell, weight in zip(column.commonest(count), weights, strict=False) if weight >= RARE
    ]  # fmt: skip
