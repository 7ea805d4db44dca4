"""Column -> item, with evidence: the words of the header first, the answers in the column second."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment

from lib.ingest import dates
from lib.ingest.decode import decode, number_of
from lib.ingest.layout import Column, Table
from lib.survey import catalogue, scales
from lib.survey.catalogue import CATALOGUE, Item
from lib.survey.dataset import NO_DAY
from lib.survey.scales import FIRST_VALID, UNREADABLE
from lib.survey.words import key_of, normalise

_WORDS_ENOUGH = 78.0  # likeness of header and wording, 0-100, from which a column may be an item
_WORDS_CERTAIN = 90.0  # from here on even a column without answers is recognised
_ANSWERS_ENOUGH = 0.6  # share of the answers that must fit the kind of the item
_NEAR_MISS = 60.0
_SAMPLE = 300  # distinct answers looked at as evidence

# Words that say nothing about which question it is.
_FILLER = frozenset(
    [
        "rapportcijfer",
        "cijfer",
        "stelling",
        "vraag",
        "welk",
        "welke",
        "geeft",
        "u",
        "uw",
        "de",
        "het",
        "een",
        "voor",
        "over",
        "van",
        "in",
        "om",
        "wat",
        "vindt",
        "hoe",
        "beoordeelt",
        "tevreden",
        "bent",
        "oordeel",
        "score",
        "met",
        "is",
    ]
)
_IDENTIFIER_WORDS = (
    "naam", "voornaam", "achternaam", "e mail", "email", "e mailadres", "emailadres", "mailadres", "telefoonnummer",
    "mobiel nummer", "adres", "straat", "huisnummer", "postcode", "woonplaats", "ip adres", "ipaddress", "ip address",
    "medewerker", "naam medewerker", "baliemedewerker", "bsn", "burgerservicenummer", "geboortedatum", "recipientemail",
    "recipientfirstname", "recipientlastname", "locationlatitude", "locationlongitude", "gebruikersnaam",
)  # fmt: skip
# Of these one word is enough, whatever stands around it ("Telefoonnummer (optioneel)").
_TELLING_WORDS = (
    "voornaam", "achternaam", "e mailadres", "emailadres", "mailadres", "telefoonnummer", "huisnummer", "postcode",
    "bsn", "burgerservicenummer", "geboortedatum", "naam medewerker", "baliemedewerker",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Match:
    """A column and what it was recognised as; `item` is None where it was not. `certainty` is the
    likeness of header and wording, 0-100; `near` names the items it came close to."""

    column: Column
    item: Item | None
    evidence: str
    certainty: float = 0.0
    near: tuple[str, ...] = ()
    is_identifier: bool = False


@dataclass(frozen=True)
class _Target:
    """Something a column can be, with the normalised wordings it goes by."""

    item: Item
    wordings: tuple[str, ...]


def recognise(table: Table) -> tuple[Match, ...]:
    """What every column of the table is, in the order of the columns.

    One column per item and one item per column, by the best total likeness. A column whose header
    fits and whose answers don't, or the other way round, stays unrecognised and says so.
    """
    targets = _targets()
    likeness = _likeness([column.header for column in table.columns], targets)
    fit = np.array(
        [
            [
                _fit(column, target.item) if likeness[row, place] >= _WORDS_ENOUGH else 0.0
                for place, target in enumerate(targets)
            ]
            for row, column in enumerate(table.columns)
        ]
    )
    certain = (likeness >= _WORDS_CERTAIN) & np.isnan(fit)
    eligible = ((likeness >= _WORDS_ENOUGH) & (np.nan_to_num(fit) >= _ANSWERS_ENOUGH)) | certain
    gain = np.where(eligible, likeness * (0.5 + 0.5 * np.nan_to_num(fit, nan=1.0)), 0.0)
    rows, places = linear_sum_assignment(gain, maximize=True)
    chosen = {row: place for row, place in zip(rows.tolist(), places.tolist(), strict=True) if eligible[row, place]}
    return _with_distinct_keys(
        _match(column, targets, likeness[row], fit[row], chosen.get(row)) for row, column in enumerate(table.columns)
    )


def _with_distinct_keys(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The same matches; own questions under one header ("Anders", "Anders") each get a key of their own."""
    distinct: list[Match] = []
    taken: set[str] = set()
    for match in matches:
        if match.item is None or not match.item.own:
            distinct.append(match)
            continue
        key, number = match.item.key, 2
        while key in taken:
            key, number = f"{match.item.key}_{number}", number + 1
        taken.add(key)
        distinct.append(replace(match, item=replace(match.item, key=key)))
    return tuple(distinct)


def _match(
    column: Column, targets: Sequence[_Target], likeness: np.ndarray, fit: np.ndarray, chosen: int | None
) -> Match:
    near = tuple(dict.fromkeys(targets[p].item.key for p in np.argsort(-likeness)[:3] if likeness[p] >= _NEAR_MISS))
    if chosen is not None:
        item = targets[chosen].item
        others = tuple(key for key in near if key != item.key)
        return Match(column, item, _evidence(item, likeness[chosen], fit[chosen]), float(likeness[chosen]), others)
    own = _own_item(column)
    if own is not None:
        return Match(
            column, own, "geen vraag van de klantmonitor; de antwoorden zijn als eigen vraag gelezen", near=near
        )
    if is_identifier(column.header):
        # Personal data go no further than this: a receipt is kept, and shown.
        nothing = replace(column, uniques=(), codes=np.full_like(column.codes, -1))
        return Match(nothing, None, "kolom met persoonsgegevens: niet ingelezen", is_identifier=True)
    if near:
        best = catalogue.find(near[0])
        label = best.label if best is not None else near[0]
        return Match(column, None, f"lijkt op '{label}', maar kop en antwoorden passen niet genoeg", near=near)
    return Match(column, None, "geen vraag die de klantmonitor kent")


def _evidence(item: Item, likeness: float, fit: float) -> str:
    words = f"kop lijkt voor {likeness:.0f}% op een bekende vraagtekst"
    if np.isnan(fit):
        return f"{words}; de kolom is leeg"
    if item.kind in ("text", "respondent"):
        return words
    return f"{words}; {fit:.0%} van de antwoorden past erbij"


def is_identifier(header: str) -> bool:
    """Whether a column holds personal data by its header: name, e-mail, phone, address, IP, employee."""
    words = normalise(header)
    return _without_filler(words) in _IDENTIFIER_WORDS or any(f" {word} " in f" {words} " for word in _TELLING_WORDS)


@cache
def _targets() -> tuple[_Target, ...]:
    """Everything a column can be: each item, and each option of the items with several answers."""
    targets = []
    for item in CATALOGUE:
        if item.kind != "multi":
            targets.append(_Target(item, _wordings(item.key, item.label, *item.wordings)))
            continue
        for point in item.points:
            option = catalogue.option_item(item, point)
            texts = (point.label, *point.wordings)
            together = (f"{stem} {text}" for stem in (item.label, *item.wordings) for text in texts)
            targets.append(_Target(option, _wordings(option.key, *texts, *together)))
    return tuple(targets)


def _wordings(*texts: str) -> tuple[str, ...]:
    plain = [normalise(text) for text in texts]
    return tuple(dict.fromkeys([*plain, *(_without_filler(text) for text in plain)]))


def _without_filler(text: str) -> str:
    return " ".join(word for word in text.split() if word not in _FILLER) or text


def _likeness(headers: Sequence[str], targets: Sequence[_Target]) -> np.ndarray:
    """How much each header is like the best wording of each target, [headers, targets], 0-100;
    what is less than a near miss is 0."""
    plain = [normalise(header) for header in headers]
    forms = [(row, form) for row, text in enumerate(plain) if text for form in {text, _without_filler(text)}]
    best = np.zeros((len(headers), len(targets)))
    if not forms:
        return best
    wordings = [wording for target in targets for wording in target.wordings]
    likeness = process.cdist(
        [_sorted_words(form) for _, form in forms],
        [_sorted_words(wording) for wording in wordings],
        scorer=fuzz.ratio,
        score_cutoff=_NEAR_MISS,
        dtype=np.float64,
    )
    # Software cuts long headers off, and puts its own words around a question.
    sentences = [(place, f" {wording} ") for place, wording in enumerate(wordings) if len(wording.split()) >= 3]
    for row, (_, form) in zip(likeness, forms, strict=True):
        whole, start = f" {form} ", f" {form}"
        for place, sentence in sentences:
            if sentence in whole:
                row[place] = max(row[place], 82.0 + 15.0 * len(wordings[place]) / len(form))
            elif len(form) >= 40 and sentence.startswith(start):
                row[place] = max(row[place], 97.0)
    starts = np.cumsum([0, *(len(target.wordings) for target in targets[:-1])])
    per_target = np.maximum.reduceat(likeness, starts, axis=1)
    np.maximum.at(best, [row for row, _ in forms], per_target)
    return best


def _sorted_words(text: str) -> str:
    return " ".join(sorted(text.split()))


def _fit(column: Column, item: Item) -> float:
    """Share of the answers in a column that fit the kind of the item; nan where there are none."""
    weights = column.weights
    if weights.sum() == 0:
        return float("nan")
    places = np.argsort(-weights, kind="stable")[:_SAMPLE]
    cells = [column.uniques[place] for place in places]
    fits = _fits(item, cells)
    return float((weights[places] * fits).sum() / weights[places].sum())


def _fits(item: Item, cells: Sequence[object]) -> np.ndarray:
    """For each distinct answer whether it fits the kind of the item."""
    if item.kind == "date":
        return dates.read_days(cells).days != NO_DAY
    if item.kind == "channel":
        return np.array([channel_of(cell) is not None for cell in cells])
    if item.kind == "product":
        return np.array([number_of(cell) is None for cell in cells])
    if item.kind in ("text", "respondent"):
        return np.ones(len(cells), dtype=bool)
    decoded = decode(item, cells)
    if decoded.bare_codes:
        # Bare codes fit the question; which way they run is asked elsewhere.
        numbers = [number_of(cell) for cell in cells]
        return np.array([number is not None and abs(number) < 12 for number in numbers])
    return decoded.codes != UNREADABLE


def channel_of(text: object) -> str | None:
    """The channel that a cell, a sheet name or a file name speaks of; None where none or several."""
    words = f" {normalise(text)} "
    named = {
        name: channel for channel, names in catalogue.CHANNEL_WORDS.items() for name in names if f" {name} " in words
    }
    # The "loket" of "digitaal loket" and "e-loket" is no desk.
    found = {
        channel
        for name, channel in named.items()
        if not any(name != longer and f" {name} " in f" {longer} " for longer in named)
    }
    return found.pop() if len(found) == 1 else None


def _own_item(column: Column) -> Item | None:
    """A question outside the catalogue that can be scored all the same, or None.

    Only where the answers leave no doubt: all are points of the agree scale in words, or the
    header asks for a grade and all answers are grades.
    """
    weights = column.weights
    if weights.sum() == 0 or not column.header:
        return None
    cells = column.commonest(_SAMPLE)
    key = key_of(column.header)
    if catalogue.find(key) is not None:
        key = f"eigen_{key}"
    asks_grade = {"rapportcijfer", "cijfer", "beoordeelt", "oordeel", "tevreden"} & set(
        normalise(column.header).split()
    )
    kinds: Iterable[Item] = (
        Item(key, column.header, "agree", (), points=scales.AGREE, own=True),
        *([Item(key, column.header, "grade", (), own=True)] if asks_grade else []),
    )
    for item in kinds:
        codes = decode(item, cells).codes
        if (codes != UNREADABLE).all() and (codes >= FIRST_VALID).sum() >= 2:
            return item
    return None
