"""Tables of outcomes: means or percentages per month, product or district, and crossed tables. They hold no answers
of respondents, so that nothing in them may be counted as if they were.

Told from answers by what stands in a row: a label of its own instead of a person, figures with decimals or
per cent signs instead of grades, how many people it is about, or shares that add up to a hundred.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pandas as pd

from lib.ingest.decode.codes import number_of
from lib.ingest.decode.dates import read_days
from lib.ingest.files.cells import text_of
from lib.ingest.layout.totals import starts_as_total
from lib.survey.dataset import NO_DAY
from lib.survey.words import normalise

_MOST_ROWS, _MOST_COLUMNS = 600, 80  # a table of outcomes is a page or a few
_FEW = 4  # rows or figures, below which only a count of people tells
_MOSTLY = 0.6
_NEARLY_ALL = 0.9
_LONGEST_LABEL = 60  # letters on average; longer texts are answers
_COUNT = re.compile(
    r"(?:n|aantal|aantallen|respons|respondenten|reacties|responses?|count|basis|ingevuld|beantwoord|totaal aantal)(?: \d+)?"
    r"|(?:totaal )?aantal (?:respondenten|reacties|enquetes|antwoorden|respons|responses|ingevuld\w*|ingevulde \w+|deelnemers|beoordelingen|klanten|metingen)"
)
_OUTCOME = re.compile(
    r"\b(?:gem|gemiddelden?|gemiddeld|mean|average|avg|mediaan|percentage|perc|procent|pct|aandeel|nps|top ?2|bottom ?2)\b|%"
)
_PERIOD = re.compile(
    r"(?:(?:19|20)\d{2} )?(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|mar|apr(?:il)?|mei|may|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|oct"
    r"|nov(?:ember)?|dec(?:ember)?)(?: \d{2,4})?|(?:q|kw|kwartaal|k|week|wk|w|maand|halfjaar|h|periode|jaar|golf|meting) ?\d{1,4}(?: \d{2,4})?"
    r"|\d(?:e|ste|de) (?:kwartaal|halfjaar|meting)(?: \d{2,4})?|(?:19|20)\d{2}(?: ?(?:q|kw|k|w|wk|h|m)? ?\d{1,2})?|\d{1,2} (?:19|20)\d{2}"
)
# A number or code that tells people apart is no label.
_ID = re.compile(r"[A-Za-z]{0,5}[-_#.]?\d{1,12}|\S+@\S+|[0-9A-Fa-f-]{16,}|(?=\S*\d)(?=\S*[A-Za-z])\S{6,}")


@dataclass(frozen=True)
class _Column:
    """One column of the rows with figures: its header, its texts, and its numbers with whether a % stood there."""

    header: str
    texts: tuple[str, ...]
    numbers: tuple[Decimal | None, ...]
    percents: int

    @property
    def filled(self) -> list[Decimal]:
        return [number for number in self.numbers if number is not None]

    @property
    def is_numeric(self) -> bool:
        return len(self.filled) >= _MOSTLY * max(1, sum(map(bool, self.texts)))

    @property
    def is_whole(self) -> bool:
        return all(number == int(number) for number in self.filled)


def holds_outcomes(cells: pd.DataFrame) -> bool:
    """Whether the cells of a sheet are a table of outcomes."""
    if len(cells) > _MOST_ROWS or len(cells.columns) > _MOST_COLUMNS:
        return False
    columns = _columns(cells)
    figures = [column for column in columns[1:] if column.is_numeric and column.filled]
    if not figures or len(columns[0].texts) < 2:
        return False
    numbers = [number for column in figures for number in column.filled]
    percents = sum(column.percents for column in figures)
    shares = sum(0 < number < 1 for number in numbers)
    if max(percents, shares) >= max(_FEW, _MOSTLY * len(numbers)):
        return True
    labels = [column for column in columns if not column.is_numeric or _are_years(column)]
    return _are_labels(labels) and (_are_per_label(labels, figures) or _add_up(columns[0], figures))


def _columns(cells: pd.DataFrame) -> list[_Column]:
    rows = [[text_of(cell) for cell in row] for row in cells.itertuples(index=False)]
    parsed = [[_number(text) for text in row] for row in rows]
    body = [place for place, row in enumerate(parsed) if sum(number is not None for number in row[1:])]
    # Rows such as "65+" and "2023" over a table are a header, not figures.
    body = [place for place in body if _has_label(rows[place])] or body
    top = rows[: body[0]] if body else rows
    kept = [place for place in body if not starts_as_total(rows[place][:2])] or body
    return [
        _Column(
            " ".join(row[column] for row in top if row[column]),
            tuple(rows[place][column] for place in kept),
            tuple(parsed[place][column] for place in kept),
            sum("%" in rows[place][column] and parsed[place][column] is not None for place in kept),
        )
        for column in range(len(cells.columns))
    ]


def _has_label(row: Sequence[str]) -> bool:
    return bool(row[0]) or any(text and _number(text) is None for text in row)


def _number(text: str) -> Decimal | None:
    return number_of(text.removesuffix("%").strip()) if len(text) < 20 else None


def _are_years(column: _Column) -> bool:
    return bool(column.filled) and all(1990 <= number <= 2100 for number in column.filled)


def _are_labels(columns: Sequence[_Column]) -> bool:
    """Whether columns together say what each row is about: different in each, and not who answered."""
    if not columns:
        return False
    together = [" ".join(texts) for texts in zip(*(column.texts for column in columns), strict=True)]
    if not all(text.strip() for text in together) or len(set(together)) < _NEARLY_ALL * len(together):
        return False
    for column in columns:
        texts = [text for text in column.texts if text]
        if not texts or sum(map(len, texts)) > _LONGEST_LABEL * len(texts):
            return False
        is_period = _are_periods(texts)
        if not is_period and sum(_ID.fullmatch(text) is not None for text in texts) > 0.5 * len(texts):
            return False
        if not is_period and bool((read_days(texts).days != NO_DAY).mean() > 0.5):
            return False
    return True


def _are_periods(texts: Sequence[str]) -> bool:
    """Whether texts are months, quarters, weeks or years, or dates that all are the first of a month."""
    words = [normalise(text) for text in texts]
    if all(_PERIOD.fullmatch(text) for text in words):
        return True
    days = read_days(texts).days
    return len(set(texts)) > 1 and all(
        day != NO_DAY and date.fromordinal(int(day) + date(1970, 1, 1).toordinal()).day == 1 for day in days
    )


def _are_per_label(labels: Sequence[_Column], figures: Sequence[_Column]) -> bool:
    """Whether figures are outcomes per label: by how many people they are about, by what they are called, or by
    decimals that grades of people don't have."""
    counts = [column for column in figures if _is_count(column)]
    outcomes = [column for column in figures if column not in counts and not _are_years(column)]
    if counts and outcomes:
        return True
    if not outcomes:
        return False
    named = sum(_OUTCOME.search(_plain(column.header)) is not None for column in outcomes)
    numbers = [number for column in outcomes for number in column.filled]
    broken = sum(number != int(number) for number in numbers) / len(numbers)
    periods = any(_are_periods([text for text in column.texts if text]) for column in labels) or sum(
        _PERIOD.fullmatch(normalise(column.header)) is not None for column in outcomes
    ) > 0.5 * len(outcomes)
    if named >= _MOSTLY * len(outcomes) or periods:
        return broken >= _MOSTLY or any(number > 10 for number in numbers)
    return broken >= _MOSTLY and len(outcomes) > 1 and len(labels[0].texts) >= _FEW


def _plain(header: str) -> str:
    return f"{normalise(header)} {'%' if '%' in header else ''}"


def _is_count(column: _Column) -> bool:
    """Whether a column says how many people a row is about; numbers of respondents run on by one."""
    filled = column.filled
    runs_on = all(one + 1 == other for one, other in pairwise(filled))
    return (
        column.is_whole and not runs_on and max(filled) > 1 and _COUNT.fullmatch(normalise(column.header)) is not None
    )  # fmt: skip


def _add_up(labels: _Column, figures: Sequence[_Column]) -> bool:
    """Whether the figures of a crossed table add up: to a hundred under each other, or to their total."""
    if len(figures) < 2 or max(number for column in figures for number in column.filled) <= 10:
        return False
    sums = [sum(column.filled) for column in figures]
    if len(labels.texts) > 1 and all(98 <= total <= 102 for total in sums):
        return True
    total = next(
        (column for column in figures if normalise(column.header).split()[:1] in (["totaal"], ["total"])), None
    )
    if total is None or len(figures) < 3:
        return False
    others = [column for column in figures if column is not total]
    rows = [
        (whole, sum(column.numbers[row] or 0 for column in others))
        for row, whole in enumerate(total.numbers)
        if whole is not None
    ]
    return len(rows) > 1 and sum(whole == together for whole, together in rows) >= _NEARLY_ALL * len(rows)
