"""Who the respondents of a sheet are: a keyed hash of each one's ids, to find those who are in several files.

A column of ids needs no known header: "Code", "Zaaknummer" and "Token" tell people apart by what is in
them. Personal data (e-mail, phone, name) do so too; of them nothing but the hash is kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lib.ingest.decode import dates
from lib.ingest.decode.codes import number_of
from lib.ingest.join.respondent_ids import NO_ID, id_hashes, id_text
from lib.ingest.layout.table import Column, Table
from lib.ingest.recognise.match import Match
from lib.survey.dataset import NO_DAY, ChannelAnswers
from lib.survey.words import normalise

_SAMPLE = 300  # distinct cells looked at
_ROWS_ENOUGH = 10  # with fewer, any column has a value of its own in every row
_DISTINCT_ENOUGH = 0.9  # distinct cells per filled row
_SHAPED_ENOUGH = 0.95  # share of the distinct cells that must have the shape of an id
_FEW_DATES = 0.05
# Under such a word a short number tells people apart too.
_ID_WORDS = frozenset(
    """
    id nr nummer code token hash uuid guid kenmerk zaak zaaknummer zaakid dossier dossiernummer klantnummer relatienummer
    registratienummer respondent respondentnummer deelnemer deelnemernummer panelid lidnummer casus invulcode
    """.split()
)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_CODE = re.compile(r"(?=.*\d)(?=.*[^\W\d])[\w.#/{}=+-]{4,}")
_TOKEN = re.compile(r"[A-Za-z\d]{8,}")
_FORMATTED = re.compile(r"\+?\(?\d[\d .()/-]*[ .()/-]\d[\d .()/-]*")  # 2020-000123, 06-12 34 56 78
_NUMBER = re.compile(r"\d{5,}")
_SHORT_NUMBER = re.compile(r"\d{3,}")
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*[.,]?(?: [^\W\d_][^\W\d_.'’-]*[.,]?)+")
# What is as good as unique in a small file, and is of no one: house numbers, times, durations, postcodes, addresses of
# computers, days and moments in one number.
_NO_ID = re.compile(
    r"\d{1,4}[ -]?[A-Za-z]{1,6}|\d{1,2}[u:.h]\d{2}|\d{4} ?[A-Za-z]{2}|\d{1,3}(?:\.\d{1,3}){3}"
    r"|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{0,6}|1\d{9}(?:\d{3})?"
)
_DIGITS_OF_FORMATTED = 6


def with_respondents(part: ChannelAnswers, rows: NDArray[np.intp], ids: Sequence[Column], key: bytes) -> ChannelAnswers:
    """The part with a hash of every id of every respondent, made with a key that only this session has; without a
    key none is made. `rows`: the rows of the table that are its respondents, `ids` its columns that tell people apart."""
    hashed = [_hashes(column, rows, part.channel, key) for column in ids] if key else []
    return replace(part, respondents=np.stack(hashed, axis=1)) if hashed else part


def _hashes(column: Column, rows: NDArray[np.intp], channel: str, key: bytes) -> NDArray[np.uint64]:
    used, places = np.unique(column.codes[rows], return_inverse=True)
    filled = used[used >= 0]
    hashes = id_hashes([column.uniques[place] for place in filled], channel, key)
    return np.append(np.full(len(used) - len(filled), NO_ID, dtype=np.uint64), hashes)[places]


def without_id_products(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The matches; a column with an id of each respondent under a header such as "Zaak" is no product."""
    return tuple(
        replace(match, item=None, evidence="geen vraag: elke rij heeft een eigen code", near=(), asked=False)
        if match.item is not None and match.item.kind == "product" and tells_people_apart(match.column)
        else match
        for match in matches
    )


def id_columns(table: Table, matches: Sequence[Match]) -> list[Column]:
    """The columns that tell people apart, with their cells: the one that was recognised as such first."""
    return [column for _, column in sorted(_id_columns(table, matches), key=lambda pair: pair[0])]


def _id_columns(table: Table, matches: Sequence[Match]) -> Iterator[tuple[int, Column]]:
    by_place = {column.place: column for column in table.columns}
    for match in matches:
        # Recognition empties a column with personal data.
        column = by_place.get(match.column.place, match.column)
        if match.item is not None and match.item.kind == "respondent":
            yield 0, column
        elif match.item is None and tells_people_apart(column, is_personal=match.is_identifier):
            yield 1, column


def tells_people_apart(column: Column, *, is_personal: bool = False) -> bool:
    """Whether a column holds an id of each respondent, by its cells: a value of its own in nearly every
    row, in the shape of a code, a number of one person or an e-mail address; names only where `is_personal`.
    Grades, dates, postcodes, years and amounts are none."""
    filled = int(column.weights.sum())
    if filled < _ROWS_ENOUGH or len(column.uniques) < _DISTINCT_ENOUGH * filled:
        return False
    cells = column.commonest(_SAMPLE)
    texts = [" ".join(id_text(cell).split()) for cell in cells]
    if _share(texts, _EMAIL) >= _SHAPED_ENOUGH:
        return True
    is_told = not _ID_WORDS.isdisjoint(normalise(column.header).split())
    if _share(texts, _SHORT_NUMBER if is_told else _NUMBER) >= _SHAPED_ENOUGH:
        one_length = len({len(text) for text in texts}) == 1
        return is_told or (one_length and not _are_dates(cells) and _share(texts, _NO_ID) < 1 - _SHAPED_ENOUGH)
    if _are_dates(cells) or _share(texts, _NO_ID) > 1 - _SHAPED_ENOUGH:
        return False
    codes = sum(bool(_CODE.fullmatch(text)) or (_is_formatted(text) and number_of(text) is None) for text in texts)
    # Among codes of letters and digits chance makes one of digits alone.
    is_coded = codes >= 0.5 * len(texts) and codes + sum(map(str.isdecimal, texts)) >= _SHAPED_ENOUGH * len(texts)
    is_token = len({len(text) for text in texts}) == 1 and _share(texts, _TOKEN) >= _SHAPED_ENOUGH
    return is_coded or is_token or (is_personal and _share(texts, _NAME) >= _SHAPED_ENOUGH)


def _is_formatted(text: str) -> bool:
    return bool(_FORMATTED.fullmatch(text)) and sum(map(str.isdecimal, text)) >= _DIGITS_OF_FORMATTED


def _share(texts: Sequence[str], shape: re.Pattern[str]) -> float:
    return sum(shape.fullmatch(text) is not None for text in texts) / len(texts)


def _are_dates(cells: Sequence[object]) -> bool:
    return bool((dates.read_days(cells).days != NO_DAY).mean() > _FEW_DATES)
