"""What recognition could not decide with certainty, as problems: nothing is guessed in silence."""

from collections.abc import Iterator, Sequence

import numpy as np

from lib.ingest import dates
from lib.ingest.layout import Column
from lib.ingest.likeness import words_beside
from lib.ingest.recognise import Match
from lib.survey import catalogue
from lib.survey.catalogue import BACKGROUND_KINDS, Item
from lib.survey.dataset import NO_DAY
from lib.survey.problems import Problem

_CHOOSE = "Kies de juiste kolom bij de herkenning op de pagina Gegevens en bewaar die keuze als koppeling."
_WRITE_OUT = "Exporteer de antwoorden voluit, in de woorden van de vragenlijst. Is het een andere vraag, kies dan op de pagina Gegevens welke."
_ANSWERED = ("grade", "agree", "effort", "choice", "yes_no")  # kinds of which figures are made
_DAYS_DIFFER = 0.05  # share of the rows; begin and end of filling in may have midnight between them


def doubts(matches: Sequence[Match]) -> tuple[Problem, ...]:
    """The problems of columns that could be an item as well as the one taken, or that come near to a
    question that was not found. For a sheet without a user's own choices."""
    return (
        *_ambiguous(matches),
        *_several_years(matches),
        *_by_place(matches),
        *_with_other_words(matches),
        *_unknown_options(matches),
        *_near_misses(matches),
    )


def identifiers_dropped(matches: Sequence[Match]) -> tuple[Problem, ...]:
    """One problem that names the columns with personal data, which were not read."""
    headers = list(dict.fromkeys(match.column.header for match in matches if match.is_identifier))
    if not headers:
        return ()
    many = len(headers) > 1
    return (
        Problem(
            "identifiers_dropped",
            "info",
            f"{'Kolommen' if many else 'Kolom'} met persoonsgegevens niet ingelezen: {_names(headers)}.",
            column=headers[0] if not many else None,
            remedy="Laat persoonsgegevens bij voorkeur al uit de export weg.",
        ),
    )


def _ambiguous(matches: Sequence[Match]) -> Iterator[Problem]:
    taken = {match.item.key: match for match in matches if match.item is not None}
    for key, chosen in taken.items():
        item = chosen.item
        rivals = [match.column.header for match in matches if match.rival_of == key and _matters(match, chosen)]
        if not rivals or item is None:
            continue
        yield Problem(
            "item_ambiguous",
            "info" if item.kind in BACKGROUND_KINDS else "warning",
            f"{len(rivals) + 1} kolommen lijken '{item.label}' te zijn: {_names([chosen.column.header, *rivals])}. "
            f"'{chosen.column.header}' is gebruikt{_which(chosen, rivals)}.",
            column=chosen.column.header,
            remedy=_CHOOSE,
        )


def _several_years(matches: Sequence[Match]) -> Iterator[Problem]:
    """Items that stand in the file for several years, in a column each; none of them was taken."""
    taken = {match.item.key for match in matches if match.item is not None}
    columns: dict[str, list[str]] = {}
    for match in matches:
        if match.rival_of is not None and match.rival_of not in taken:
            columns.setdefault(match.rival_of, []).append(match.column.header)
    for key, headers in columns.items():
        item = _item(key)
        yield Problem(
            "item_several_years",
            "warning",
            f"De vraag '{key if item is None else item.label}' staat er voor meer jaren in: {_names(headers)}. Over welk jaar de rijen "
            "gaan, is niet te zien; de vraag telt niet mee.",
            column=headers[0],
            remedy="Exporteer elk jaar apart, of kies op de pagina Gegevens welke kolom telt en bewaar die keuze als koppeling.",
        )


def _matters(rival: Match, chosen: Match) -> bool:
    """Whether it makes a difference which of two columns is taken."""
    kind = chosen.item.kind if chosen.item is not None else None
    if kind == "date":
        days, others = (_days(match.column) for match in (chosen, rival))
        return bool((days != others).mean() > _DAYS_DIFFER)
    return kind != "respondent"  # any number will do to tell people apart


def _days(column: Column) -> np.ndarray:
    return np.append(dates.read_days(column.uniques).days, NO_DAY)[column.codes]


def _which(chosen: Match, rivals: Sequence[str]) -> str:
    """Which column was used, where they have one name."""
    return f" (kolom {chosen.column.place + 1})" if chosen.column.header in rivals else ""


def _by_place(matches: Sequence[Match]) -> Iterator[Problem]:
    """What was recognised by the columns around it, so that a user can see whether that is right."""
    read = [(match.column.header, match.item.label) for match in matches if match.by_place and match.item is not None]
    named = [f"'{header}' als '{label}'" for header, label in read]
    if read:
        yield Problem(
            "recognised_by_neighbours",
            "info",
            f"Herkend aan de kolommen eromheen: {_listed(named)}.",
            column=read[0][0],
            remedy="Klopt dat niet, kies dan bij de herkenning op de pagina Gegevens wat het wel is.",
        )


def _with_other_words(matches: Sequence[Match]) -> Iterator[Problem]:
    """Questions that were recognised in a header with words of its own: mostly where or when, but they may ask
    something else."""
    read = [
        (match.column.header, match.item.label, words)
        for match in matches
        if match.item is not None and match.item.kind in _ANSWERED and not (match.item.own or match.by_place)
        and (words := words_beside(match.column.header, match.column.code, match.item.key))
    ]  # fmt: skip
    named = [f"'{header}' als '{label}' (ook: {_names(words)})" for header, label, words in read]
    if read:
        yield Problem(
            "recognised_with_other_words",
            "info",
            f"Herkend, met woorden erbij die de vraag anders kunnen maken: {_listed(named)}.",
            column=read[0][0],
            remedy="Wordt er iets anders gevraagd, kies dan bij de herkenning op de pagina Gegevens wat het wel is.",
        )


def _unknown_options(matches: Sequence[Match]) -> Iterator[Problem]:
    """Columns that stand among the options of a question of the survey, and are none that is known."""
    for match in matches:
        whole = None if match.among is None else _item(match.among)
        if whole is not None:
            yield Problem(
                "option_unknown",
                "warning",
                f"Kolom '{match.column.header}' staat bij de vraag '{whole.label}', maar is geen antwoordmogelijkheid die daarbij hoort; "
                "zij telt niet mee.",
                column=match.column.header,
                remedy="Is het een van de antwoordmogelijkheden in andere woorden, kies die dan bij de herkenning op de pagina Gegevens.",
            )


def _near_misses(matches: Sequence[Match]) -> Iterator[Problem]:
    """Columns that come near to a question of the survey that no column was taken for."""
    found = {match.item.key for match in matches if match.item is not None}
    found |= {match.item.part_of for match in matches if match.item is not None and match.item.part_of is not None}
    missed: dict[str, Match] = {}
    for match in matches:
        key = match.near[0] if match.near else None
        is_free = match.item is None or match.item.own
        if is_free and not match.is_identifier and match.rival_of is None and key is not None:
            missed.setdefault(key, match)
    for key, match in missed.items():
        item = _item(key)
        if item is None or item.is_background or key in found:
            continue
        # Open answers or grades are those of another question, however much the words are alike; options may be
        # the answers to this one in words that nobody knew.
        if match.item is not None and match.item.kind not in (item.kind, "choice", "multi"):
            continue
        counts = "zij telt niet mee" if match.item is None else "zij is als eigen vraag gelezen"
        why = "de antwoorden passen niet bij die vraag" if match.misfits else "kop en antwoorden passen niet genoeg"
        yield Problem(
            "near_miss",
            "warning" if match.misfits else "info",
            f"Kolom '{match.column.header}' lijkt op de vraag '{item.label}', maar {why}; {counts}.",
            column=match.column.header,
            remedy=_WRITE_OUT if match.misfits else _CHOOSE,
        )


def _item(key: str) -> Item | None:
    """The item or option with this key."""
    options = (
        catalogue.option_item(item, p) for item in catalogue.CATALOGUE if item.kind == "multi" for p in item.points
    )
    return catalogue.find(key) or next((option for option in options if option.key == key), None)


def _names(headers: Sequence[str]) -> str:
    return _listed([f"'{header}'" for header in headers])


def _listed(texts: Sequence[str]) -> str:
    return f"{', '.join(texts[:-1])} en {texts[-1]}" if len(texts) > 1 else texts[0]
