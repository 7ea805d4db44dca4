"""What is known of a respondent besides answers: the day, the product and the channel of every row."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from lib.ingest.decode import dates
from lib.ingest.layout.table import Table
from lib.ingest.recognise.match import Match
from lib.survey.catalogue import CHANNEL_LABELS, OTHER_CHANNEL, channel_of
from lib.survey.dataset import NO_DAY, NO_PRODUCT, Answers
from lib.survey.problems import Problem
from lib.survey.scales import DONT_KNOW_WORDS, NOT_APPLICABLE_WORDS
from lib.survey.words import is_placeholder, normalise, thousands

_UTC = re.compile(r"\((?:UTC|GMT)\)")  # what a header says of the times under it
_NO_DAYS = ("dates_constant", "date_order_ambiguous")


def _background(matches: Sequence[Match], kind: str) -> Match | None:
    return next((match for match in matches if match.item is not None and match.item.kind == kind), None)


def days_of(matches: Sequence[Match], table: Table) -> tuple[NDArray[np.int32], list[Problem]]:
    """The day of every row, `NO_DAY` where it is unknown, and what is wrong with the dates."""
    match, rows = _background(matches, "date"), len(table)
    if match is None:
        return np.full(rows, NO_DAY, dtype=np.int32), [
            Problem(
                "dates_missing",
                "warning",
                "Er is geen kolom met een datum gevonden; filteren op periode kan niet.",
                remedy="Neem de invuldatum op in de export.",
            )
        ]
    column = match.column
    in_utc = _UTC.search(column.header) is not None
    read = dates.read_days(column.uniques, from_1904=table.counts_from_1904, in_utc=in_utc)
    days = np.append(read.days, np.int32(NO_DAY))[column.codes]
    known = np.unique(days[days != NO_DAY])
    problems = []
    if len(known) == 1 and rows > 1 and known[0] == dates.ANONYMISED:
        problems.append(
            Problem(
                "dates_constant",
                "warning",
                f"Alle datums in kolom '{column.header}' zijn 1 januari 1980; dat is geen invuldatum. Filteren op periode kan niet.",
                column=column.header,
                remedy="Exporteer met de echte invuldatum.",
            )
        )
        days = np.full(rows, NO_DAY, dtype=np.int32)
    elif read.ambiguous:
        problems.append(
            Problem(
                "date_order_ambiguous",
                "warning",
                f"De datums in kolom '{column.header}' kunnen dag-maand en maand-dag zijn; dag-maand is aangehouden.",
                column=column.header,
                remedy="Kies op de pagina Gegevens in welke volgorde dag en maand staan, of exporteer de datums als jjjj-mm-dd.",
                command="Exporteer de datums als jjjj-mm-dd.",
            )
        )
    doubtful = int(column.weights[read.doubtful].sum())
    if doubtful:
        problems.append(_dates_doubtful(column.header, doubtful))
    if read.swapped.any():
        problems.append(_dates_swapped(column.header, int(column.weights[read.swapped].sum())))
    missing = np.flatnonzero(days == NO_DAY)
    if len(missing) > doubtful and not any(problem.code in _NO_DAYS for problem in problems):
        problems.append(
            Problem(
                "dates_unreadable",
                "warning",
                f"Van {thousands(len(missing))} van {thousands(len(table))} rijen is de datum in kolom '{column.header}' niet te lezen; zij vallen weg "
                f"zodra u op periode filtert. De eerste is rij {table.row_numbers[missing[0]]}.",
                row=int(table.row_numbers[missing[0]]),
                column=column.header,
                remedy="Vul de datums in het bestand aan als die respondenten mee moeten tellen.",
            )
        )
    return days, problems


def _dates_swapped(header: str, rows: int) -> Problem:
    return Problem(
        "dates_swapped",
        "warning",
        f"In kolom '{header}' staan echte datums en teksten door elkaar, zoals wanneer een spreadsheet datums met dag en maand andersom opent. "
        f"Bij {thousands(rows)} echte {'datums' if rows > 1 else 'datum'} zijn dag en maand daarom teruggewisseld.",
        column=header,
        remedy="Klopt dat niet, exporteer de datums dan als jjjj-mm-dd en open het bestand zonder het eerst in een spreadsheet te bewaren.",
    )


def _dates_doubtful(header: str, rows: int) -> Problem:
    return Problem(
        "dates_doubtful",
        "warning",
        f"In kolom '{header}' staan teksten met de maand voorop en {thousands(rows)} echte {'datums' if rows > 1 else 'datum'}, waarvan dag en maand "
        "verwisseld kunnen zijn; die zijn zonder datum gelaten.",
        column=header,
        remedy="Exporteer de datums als jjjj-mm-dd en open het bestand zonder het eerst in een spreadsheet te bewaren.",
    )


def products_of(matches: Sequence[Match], rows: int) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """The product of every row as a place in the names, which come with it."""
    match = _background(matches, "product")
    if match is None:
        return np.full(rows, NO_PRODUCT, dtype=np.int32), ()
    column = match.column
    names: dict[str, int] = {}
    codes = []
    for cell in column.uniques:
        name = " ".join(str(cell).split())
        nothing = is_placeholder(name) or normalise(name) in DONT_KNOW_WORDS | NOT_APPLICABLE_WORDS
        codes.append(NO_PRODUCT if nothing else names.setdefault(name, len(names)))
    return np.array([*codes, NO_PRODUCT], dtype=np.int32)[column.codes], tuple(names)


def channels_of(
    file: str, table: Table, matches: Sequence[Match], answers: Mapping[str, Answers], given: str | None = None
) -> tuple[NDArray[np.object_], list[Problem]]:
    """The channel of every row: by its column, else by sheet name, file name or the questions; where none of
    them says it, the one that is `given`."""
    match = _background(matches, "channel")
    if match is not None:
        read = np.array([*map(_channel_in, match.column.uniques), None], dtype=object)
        channels = read[match.column.codes]
        unknown = np.flatnonzero(channels == None)  # noqa: E711
        if len(unknown) == 0:
            return channels, []
        return channels, [
            Problem(
                "channel_unreadable",
                "warning",
                f"Van {thousands(len(unknown))} van {thousands(len(table))} rijen is het kanaal niet te lezen; zij tellen niet mee.",
                row=int(table.row_numbers[unknown[0]]),
                column=match.column.header,
                remedy="Gebruik balie, telefoon of digitaal in deze kolom.",
            )
        ]
    named, asked = channel_of(table.sheet) or channel_of(file), _channel_of_items(answers)
    channel = named or asked
    if channel is None and given is not None:
        named_by_user = f"Kanaal {CHANNEL_LABELS[given].lower()}, zoals gekozen; in {file} staat het niet."
        return np.full(len(table), given, dtype=object), [Problem("channel_given", "info", named_by_user)]
    if channel is None:
        return np.full(len(table), None, dtype=object), [
            Problem(
                "channel_unknown",
                "error",
                f"Uit {file} blijkt niet of het om balie, telefoon of digitaal gaat; deze gegevens tellen niet mee.",
                remedy="Zet het kanaal in de bestandsnaam (bijvoorbeeld balie_2020.xlsx) of in een kolom Kanaal.",
                command="Noem het kanaal met --channel, of zet het in de bestandsnaam (bijvoorbeeld balie_2020.xlsx).",
            )
        ]
    by = (
        "de naam van het tabblad" if channel_of(table.sheet) else "de bestandsnaam" if channel_of(file) else "de vragen"
    )
    conflict = [_channel_conflict(by, named, asked)] if named and asked and named != asked else []
    return np.full(len(table), channel, dtype=object), [
        *conflict,
        Problem(
            "channel_inferred",
            "info",
            f"Kanaal {CHANNEL_LABELS[channel].lower()}, afgeleid uit {by}.",
        ),
    ]


def _channel_in(cell: object) -> str | None:
    """The channel that a cell names; "overig" only as the whole answer, since it is no word for a channel."""
    return OTHER_CHANNEL if normalise(cell) == OTHER_CHANNEL else channel_of(cell)


def _channel_conflict(by: str, named: str, asked: str) -> Problem:
    return Problem(
        "channel_conflict",
        "warning",
        f"Volgens {by} gaat het om {CHANNEL_LABELS[named].lower()}, maar er staan alleen vragen in die bij {CHANNEL_LABELS[asked].lower()} "
        f"horen; {CHANNEL_LABELS[named].lower()} is aangehouden.",
        remedy="Klopt het kanaal niet, kies het dan op de pagina Gegevens of verander de naam.",
        command="Klopt het kanaal niet, verander dan de naam.",
    )


def _channel_of_items(answers: Mapping[str, Answers]) -> str | None:
    """The channel by its questions: the only one that asks some of the questions found."""
    telling = {found.item.channels for found in answers.values() if len(found.item.channels) == 1}
    return telling.pop()[0] if len(telling) == 1 else None
