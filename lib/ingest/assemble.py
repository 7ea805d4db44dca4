"""A recognised table to the answers per channel, and everything worth telling about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lib.ingest import dates
from lib.ingest.decode import decode
from lib.ingest.layout import Column, Table
from lib.ingest.recognise import Match, channel_of
from lib.survey import catalogue
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.dataset import NO_DAY, NO_PRODUCT, Answers, ChannelAnswers, Source
from lib.survey.derived import add_means_of_parts, add_tip_answers
from lib.survey.problems import Problem
from lib.survey.scales import BLANK, DONT_KNOW_WORDS, FILLED, FIRST_VALID, NOT_APPLICABLE_WORDS, UNREADABLE
from lib.survey.words import is_placeholder, normalise


@dataclass(frozen=True, eq=False)
class Assembled:
    """The answers of one sheet, a part per channel. `unanswered`: rows without any answer to a
    survey question, which are no respondents."""

    parts: tuple[ChannelAnswers, ...]
    unanswered: int
    problems: tuple[Problem, ...]


def assemble(file: str, table: Table, matches: Sequence[Match]) -> Assembled:
    """Decode the recognised columns and split the rows by channel."""
    problems: list[Problem] = []
    answers: dict[str, Answers] = {}
    texts: dict[str, NDArray[np.object_]] = {}
    for match in matches:
        if match.item is None or match.item.is_background:
            continue
        source = Source(file, table.sheet, match.column.header)
        if match.item.kind == "text":
            texts[match.item.key] = _texts(match.column)
            codes = np.where(texts[match.item.key] != None, FIRST_VALID, BLANK).astype(np.int16)  # noqa: E711
            answers[match.item.key] = Answers(replace(match.item, points=FILLED), codes, (), (source,))
            continue
        found, found_problems = _decode(match, table, source)
        problems.extend(found_problems)
        if found is not None:
            answers[match.item.key] = found
    problems.extend(_same_base_for_options(answers))

    days, date_problems = _days(matches, len(table))
    problems.extend(date_problems)
    product_codes, products = _products(matches, len(table))
    channels, channel_problems = _channels(file, table, matches, answers)
    problems.extend(channel_problems)

    answered = np.zeros(len(table), dtype=bool)
    for found in answers.values():
        answered |= found.codes != BLANK
    parts = []
    for channel in dict.fromkeys(c for c in channels.tolist() if c is not None):
        rows = answered & (channels == channel)
        part = ChannelAnswers(
            channel,
            days[rows],
            product_codes[rows],
            products,
            _of_channel(channel, answers, rows),
            {key: text[rows] for key, text in texts.items()},
        )
        if len(part):
            parts.append(add_tip_answers(add_means_of_parts(part)))
    place = {"file": file, "sheet": table.sheet}
    return Assembled(tuple(parts), int((~answered).sum()), tuple(problem.at(**place) for problem in problems))


def _of_channel(channel: str, answers: dict[str, Answers], rows: NDArray[np.bool_]) -> dict[str, Answers]:
    """The answers of one channel: its own questions, and others that its respondents did answer."""
    return {
        key: replace(found, codes=found.codes[rows])
        for key, found in answers.items()
        if channel in found.item.channels or (found.codes[rows] != BLANK).any()
    }


def _spread(column: Column, codes: NDArray[np.int16]) -> NDArray[np.int16]:
    """Codes per distinct cell to codes per row; empty cells are blank."""
    return np.append(codes, np.int16(BLANK))[column.codes]


def _decode(match: Match, table: Table, source: Source) -> tuple[Answers | None, list[Problem]]:
    assert match.item is not None
    item, column = match.item, match.column
    decoded = decode(item, column.uniques)
    if decoded.bare_codes:
        return None, [
            Problem(
                "scale_direction_unknown",
                "warning",
                f"Kolom '{column.header}' bevat kale codes; of 1 het beste of het slechtste antwoord is, staat er niet bij. "
                "De vraag telt daarom niet mee.",
                column=column.header,
                remedy="Exporteer de antwoorden als tekst in plaats van als code.",
            )
        ]
    codes = _spread(column, decoded.codes)
    unreadable = np.flatnonzero(codes == UNREADABLE)
    problems = []
    if len(unreadable):
        row = int(table.row_numbers[unreadable[0]])
        many = len(unreadable) > 1
        problems.append(
            Problem(
                "answers_unreadable",
                "warning",
                f"{len(unreadable)} {'antwoorden' if many else 'antwoord'} in kolom '{column.header}' "
                f"{'passen' if many else 'past'} niet bij de vraag '{item.label}' en {'tellen' if many else 'telt'} niet mee; "
                f"{'het eerste staat' if many else 'het staat'} in rij {row}.",
                row=row,
                column=column.header,
                remedy="Verbeter de cellen in het bestand, of laat ze buiten de cijfers.",
            )
        )
    return Answers(item, codes, decoded.values, (source,)), problems


def _same_base_for_options(answers: dict[str, Answers]) -> list[Problem]:
    """Give the options of a question with several answers one base: everyone who was asked.

    Asked is who gave an explicit answer on at least one option. Where the file only marks what was
    chosen, that is who chose at least one, and the receipt says so.
    """
    problems = []
    for item in catalogue.CATALOGUE:
        keys = [catalogue.option_item(item, p).key for p in item.points] if item.kind == "multi" else []
        present = [key for key in keys if key in answers]
        if not present:
            continue
        codes = np.stack([answers[key].codes for key in present])
        asked = (codes >= FIRST_VALID).any(axis=0)
        for key, row in zip(present, codes, strict=True):
            same = np.where(asked, np.maximum(row, FIRST_VALID), np.where(row >= FIRST_VALID, BLANK, row))
            answers[key] = replace(answers[key], codes=same.astype(np.int16))
        if asked.any() and not (codes == FIRST_VALID).any():
            problems.append(
                Problem(
                    "asked_is_marked",
                    "info",
                    f"Bij '{item.label}' staat alleen wat is aangekruist. Als gevraagd telt wie ten minste één antwoord gaf.",
                    remedy="Exporteer ook de niet gekozen antwoorden als u iedereen wilt meetellen die de vraag kreeg.",
                )
            )
    return problems


def _texts(column: Column) -> NDArray[np.object_]:
    cleaned = [None if is_placeholder(cell) else str(cell).strip() for cell in column.uniques]
    return np.array([*cleaned, None], dtype=object)[column.codes]


def _background(matches: Sequence[Match], kind: str) -> Match | None:
    return next((match for match in matches if match.item is not None and match.item.kind == kind), None)


def _days(matches: Sequence[Match], rows: int) -> tuple[NDArray[np.int32], list[Problem]]:
    match = _background(matches, "date")
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
    read = dates.read_days(column.uniques)
    days = np.append(read.days, np.int32(NO_DAY))[column.codes]
    known = np.unique(days[days != NO_DAY])
    problems = []
    if len(known) == 1 and rows > 1 and known[0] == 3652:  # 1980-01-01, the date of anonymised surveys
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
                remedy="Controleer de periode hieronder; exporteer anders als jjjj-mm-dd.",
            )
        )
    missing = int((days == NO_DAY).sum())
    if missing and not problems:
        problems.append(
            Problem(
                "dates_unreadable",
                "warning",
                f"{missing} van {rows} rijen hebben geen leesbare datum; zij vallen weg zodra u op periode filtert.",
                column=column.header,
                remedy="Vul de datums in het bestand aan als die respondenten mee moeten tellen.",
            )
        )
    return days, problems


def _products(matches: Sequence[Match], rows: int) -> tuple[NDArray[np.int32], tuple[str, ...]]:
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


def _channels(
    file: str, table: Table, matches: Sequence[Match], answers: dict[str, Answers]
) -> tuple[NDArray[np.object_], list[Problem]]:
    """The channel of every row: by its column, else by sheet name, file name or the questions."""
    match = _background(matches, "channel")
    if match is not None:
        read = np.array([*(channel_of(cell) for cell in match.column.uniques), None], dtype=object)
        channels = read[match.column.codes]
        unknown = np.flatnonzero(channels == None)  # noqa: E711
        if len(unknown) == 0:
            return channels, []
        return channels, [
            Problem(
                "channel_unreadable",
                "warning",
                f"Van {len(unknown)} van {len(table)} rijen is het kanaal niet te lezen; zij tellen niet mee.",
                row=int(table.row_numbers[unknown[0]]),
                column=match.column.header,
                remedy="Gebruik balie, telefoon of digitaal in deze kolom.",
            )
        ]
    channel = channel_of(table.sheet) or channel_of(file) or _channel_of_items(answers)
    if channel is None:
        return np.full(len(table), None, dtype=object), [
            Problem(
                "channel_unknown",
                "error",
                f"Uit {file} blijkt niet of het om balie, telefoon of digitaal gaat; deze gegevens tellen niet mee.",
                remedy="Zet het kanaal in de bestandsnaam (bijvoorbeeld balie_2020.xlsx) of in een kolom Kanaal.",
            )
        ]
    by = (
        "de naam van het tabblad" if channel_of(table.sheet) else "de bestandsnaam" if channel_of(file) else "de vragen"
    )
    return np.full(len(table), channel, dtype=object), [
        Problem(
            "channel_inferred",
            "info",
            f"Kanaal {CHANNEL_LABELS[channel].lower()}, afgeleid uit {by}.",
        )
    ]


def _channel_of_items(answers: dict[str, Answers]) -> str | None:
    """The channel by its questions: the only one that asks some of the questions found."""
    telling = {found.item.channels for found in answers.values() if len(found.item.channels) == 1}
    return telling.pop()[0] if len(telling) == 1 else None
