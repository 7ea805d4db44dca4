"""Column -> item, with evidence: the words of the header first, the answers in the column second."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from lib.ingest import dates
from lib.ingest.decode import decode, number_of
from lib.ingest.headers import is_cut_off, readings, year_of
from lib.ingest.identity import asks_identity, holds_identity, shows_identity
from lib.ingest.layout import Column, Table
from lib.ingest.likeness import NEAR_MISS, WORDS_CERTAIN, WORDS_ENOUGH, Target, catalogue_targets, likeness_of
from lib.ingest.own_questions import own_questions, scored
from lib.ingest.same_words import without_filler
from lib.ingest.several_answers import fits_several
from lib.ingest.turned import about_another, turned
from lib.survey import catalogue
from lib.survey.catalogue import Item
from lib.survey.dataset import NO_DAY
from lib.survey.scales import DONT_KNOW_WORDS, FIRST_VALID, NO_WORDS, UNREADABLE, YES_WORDS
from lib.survey.words import PLACEHOLDERS, normalise

_ANSWERS_ENOUGH = 0.6  # share of the answers that must fit the kind of the item
_SAMPLE = 300  # distinct answers looked at as evidence
_IDENTITIES = 0.5  # share of them that look like a person, from which a column with such a header holds who someone is

_IDENTIFIER_WORDS = (
    "naam", "voornaam", "achternaam", "e mail", "email", "e mailadres", "emailadres", "mailadres", "telefoonnummer",
    "mobiel nummer", "adres", "straat", "huisnummer", "postcode", "woonplaats", "ip adres", "ipaddress", "ip address",
    "medewerker", "naam medewerker", "baliemedewerker", "bsn", "burgerservicenummer", "geboortedatum", "recipientemail",
    "recipientfirstname", "recipientlastname", "locationlatitude", "locationlongitude", "gebruikersnaam", "recipient email",
    "recipient first name", "recipient last name", "location latitude", "location longitude", "email address", "first name",
    "last name", "name", "full name", "phone number", "username", "user name",
)  # fmt: skip
# Of these one word is enough, whatever stands around it ("Telefoonnummer (optioneel)").
_TELLING_WORDS = (
    "voornaam", "achternaam", "e mailadres", "emailadres", "mailadres", "telefoonnummer", "huisnummer", "postcode",
    "bsn", "burgerservicenummer", "geboortedatum", "naam medewerker", "baliemedewerker",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Match:
    """A column and what it was recognised as; `item` is None where it was not. `near`
    names the items it came close to. `rival_of`: key of the item that it could have been as well, had
    not another column been taken, or were there no other year of it. `misfits`: whether the header
    surely is the nearest of `near`, and the answers are none to it."""

    column: Column
    item: Item | None
    evidence: str
    near: tuple[str, ...] = ()
    is_identifier: bool = False
    rival_of: str | None = None
    misfits: bool = False


def recognise(table: Table) -> tuple[Match, ...]:
    """What every column of the table is, in the order of the columns.

    One column per item and one item per column, by the best total likeness. A column whose header
    fits and whose answers don't, or the other way round, stays unrecognised and says so.
    """
    targets = catalogue_targets()
    headers = [column.header for column in table.columns]
    likeness = likeness_of(
        [readings(column.header, column.code) for column in table.columns], targets, list(map(is_cut_off, headers))
    )
    # What asks the reverse is a near miss at most: taken for the question it would turn the answers round.
    reverse = turned(headers, targets) | about_another(headers, targets)
    likeness = np.where(reverse, np.minimum(likeness, WORDS_ENOUGH - 1), likeness)
    fit = np.array(
        [
            [
                _fit(column, target.item) if likeness[row, place] >= WORDS_ENOUGH else 0.0
                for place, target in enumerate(targets)
            ]
            for row, column in enumerate(table.columns)
        ]
    )
    certain = (likeness >= WORDS_CERTAIN) & np.isnan(fit)
    eligible = ((likeness >= WORDS_ENOUGH) & (np.nan_to_num(fit) >= _ANSWERS_ENOUGH)) | certain
    eligible &= ~_asked_per_option(eligible, targets)
    gain = np.where(eligible, likeness * (0.5 + 0.5 * np.nan_to_num(fit, nan=1.0)), 0.0)
    # Of two columns that are equally like an item the one of its own name is taken, then the left one, on every machine.
    gain += np.where(eligible, _bears_name(headers, targets) * 0.5, 0.0)
    gain -= np.where(eligible, np.arange(len(gain))[:, None] * 1e-6, 0.0)
    rows, places = linear_sum_assignment(gain, maximize=True)
    chosen = {row: place for row, place in zip(rows.tolist(), places.tolist(), strict=True) if eligible[row, place]}
    taken = set(chosen.values())
    rivals = [
        None
        if row in chosen
        else next(
            (
                p
                for p in np.argsort(-gain[row])
                if eligible[row, p] and p in taken and _answers(column, targets[p].item)
            ),
            None,
        )
        for row, column in enumerate(table.columns)
    ]
    matches = (
        _match(column, targets, likeness[row], fit[row], chosen.get(row)) for row, column in enumerate(table.columns)
    )
    told = [
        match if rival is None or match.is_identifier else replace(match, rival_of=targets[rival].item.key)
        for match, rival in zip(matches, rivals, strict=True)
    ]
    return _with_distinct_keys(_with_own_questions(_without_years(told)))


def _bears_name(headers: Sequence[str], targets: Sequence[Target]) -> np.ndarray:
    """Whether each header is the very label or key of each target, [headers, targets]."""
    words = np.array([normalise(header) for header in headers], dtype=object)
    return np.stack(
        [np.isin(words, [normalise(target.item.label), normalise(target.item.key)]) for target in targets], axis=1
    )


def _asked_per_option(eligible: np.ndarray, targets: Sequence[Target]) -> np.ndarray:
    """Whether a target is a question with several answers, and its options have columns of their own."""
    with_columns = {target.item.part_of for place, target in enumerate(targets) if eligible[:, place].any()}
    return np.array([target.item.kind == "multi" and target.item.key in with_columns for target in targets])


def _without_years(matches: Sequence[Match]) -> list[Match]:
    """The same matches; no column is an item that another column holds for another year. Which of them
    the figures are about, no one can tell from the file."""
    keys = [
        match.rival_of or (None if match.item is None or match.item.is_background else match.item.key)
        for match in matches
    ]
    years: dict[str | None, set[int]] = {}
    for key, match in zip(keys, matches, strict=True):
        year = year_of(match.column.header)
        if year is not None:
            years.setdefault(key, set()).add(year)
    return [
        replace(match, item=None, rival_of=key, evidence="deze vraag staat er voor meer jaren in")
        if key is not None and len(years.get(key, ())) > 1
        else match
        for key, match in zip(keys, matches, strict=True)
    ]


def _with_own_questions(matches: Sequence[Match]) -> list[Match]:
    """The same matches; what is nothing else may be a question of the file's own."""
    free = [match.column for match in matches if match.item is None and not match.is_identifier and not match.rival_of]
    found = own_questions(free)
    return [
        replace(match, item=found[place].item, evidence=found[place].evidence)
        if (place := match.column.place) in found and match.item is None and not match.is_identifier
        else match
        for match in matches
    ]


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
    column: Column, targets: Sequence[Target], likeness: np.ndarray, fit: np.ndarray, chosen: int | None
) -> Match:
    near = tuple(dict.fromkeys(targets[p].item.key for p in np.argsort(-likeness)[:3] if likeness[p] >= NEAR_MISS))
    if chosen is not None:
        item = targets[chosen].item
        others = tuple(key for key in near if key != item.key)
        return Match(column, item, _evidence(item, likeness[chosen], fit[chosen]), others)
    best = int(np.argmax(likeness))
    misfits = bool(likeness[best] >= WORDS_CERTAIN and fit[best] < _ANSWERS_ENOUGH)
    own = scored(column)
    if own is not None:
        evidence = "geen vraag van de klantmonitor; de antwoorden zijn als eigen vraag gelezen"
        return Match(column, own, evidence, near, misfits=misfits)
    names = (column.header, *(text for text, _ in readings(column.header, column.code)))
    if any(is_identifier(name) for name in names) or _holds_identity(column):
        # Personal data go no further than this: a receipt is kept, and shown.
        nothing = replace(column, uniques=(), codes=np.full_like(column.codes, -1))
        return Match(nothing, None, "kolom met persoonsgegevens: niet ingelezen", is_identifier=True)
    if near:
        why = "de antwoorden passen niet" if misfits else "kop en antwoorden passen niet genoeg"
        return Match(column, None, f"lijkt op '{targets[best].item.label}', maar {why}", near, misfits=misfits)
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
    return without_filler(words) in _IDENTIFIER_WORDS or any(f" {word} " in f" {words} " for word in _TELLING_WORDS)


def _holds_identity(column: Column) -> bool:
    """Whether cells say who someone is: some of them under a header that asks for that in words that are no
    certain sign, or nearly all under any header."""
    cells, rows = column.commonest(_SAMPLE), int(column.weights.sum())
    if rows == 0:
        return False
    if asks_identity(column.header) and sum(map(shows_identity, cells)) >= _IDENTITIES * len(cells):
        return True
    return holds_identity(cells, len(column.uniques) / rows)


def _fit(column: Column, item: Item) -> float:
    """Share of the answers in a column that fit the kind of the item; nan where there are none."""
    weights = column.weights
    if weights.sum() == 0:
        return float("nan")
    places = np.argsort(-weights, kind="stable")[:_SAMPLE]
    cells = [column.uniques[place] for place in places]
    fits = _fits(item, cells)
    return float((weights[places] * fits).sum() / weights[places].sum())


def _answers(column: Column, item: Item) -> bool:
    """Whether a column holds any answer to an item, and not only codes for what was not answered."""
    if item.is_background or item.kind in ("text", "multi"):
        return len(column.uniques) > 0
    decoded = decode(item, column.commonest(_SAMPLE))
    return decoded.bare_codes > 0 or bool((decoded.codes >= FIRST_VALID).any())


def _fits(item: Item, cells: Sequence[object]) -> np.ndarray:
    """For each distinct answer how well it fits the kind of the item, 0 to 1."""
    if item.kind == "date":
        days = dates.read_days(cells).days
        # No real day, so that another column of dates goes first.
        return np.where(days == dates.ANONYMISED, _ANSWERS_ENOUGH, days != NO_DAY)
    if item.kind == "channel":
        return np.array([channel_of(cell) is not None for cell in cells])
    if item.kind == "product":
        return np.array([number_of(cell) is None for cell in cells])
    if item.kind == "respondent":
        return np.ones(len(cells), dtype=bool)
    if item.kind == "text":
        # Among open answers there may be a "nee" or a number, but not these alone.
        return np.full(len(cells), not all(_is_no_text(cell) for cell in cells))
    if item.kind == "multi":
        return fits_several(item, cells)
    decoded = decode(item, cells)
    if decoded.bare_codes:
        # Bare codes fit the question; which way they run is asked elsewhere.
        numbers = [number_of(cell) for cell in cells]
        return np.array([number is not None and abs(number) < 12 for number in numbers])
    return decoded.codes != UNREADABLE


def _is_no_text(cell: object) -> bool:
    return number_of(cell) is not None or normalise(cell) in YES_WORDS | NO_WORDS | DONT_KNOW_WORDS | PLACEHOLDERS


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
