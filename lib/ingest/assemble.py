"""A recognised table to the answers per channel, and everything worth telling about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lib.ingest.background import channels_of, days_of, products_of
from lib.ingest.decode import Decoded, decode
from lib.ingest.doubts import identifiers_dropped
from lib.ingest.layout import Column, Table
from lib.ingest.own_words import behind_yes
from lib.ingest.recognise import Match
from lib.ingest.several_answers import read_several
from lib.ingest.weights import unused_weights
from lib.survey import catalogue
from lib.survey.catalogue import SCORED_KINDS, Item
from lib.survey.dataset import Answers, ChannelAnswers, Source
from lib.survey.derived import add_means_of_parts, add_tip_answers
from lib.survey.problems import Problem
from lib.survey.scales import BLANK, FILLED, FIRST_VALID, UNREADABLE
from lib.survey.words import is_placeholder, thousands

_GRADES_ENOUGH = 10  # fewer grades are never shown
_HIGHEST_STAR = 5


@dataclass(frozen=True, eq=False)
class Assembled:
    """The answers of one sheet, a part per channel, and for each part the rows of the table that are
    its respondents. `unanswered`: rows without any answer to a survey question, which are none."""

    parts: tuple[ChannelAnswers, ...]
    rows: tuple[NDArray[np.intp], ...]
    unanswered: int
    problems: tuple[Problem, ...]


def assemble(file: str, table: Table, matches: Sequence[Match], told: Sequence[Problem] = ()) -> Assembled:
    """Decode the recognised columns and split the rows by channel. `told`: what recognition has to say."""
    problems: list[Problem] = [*table.problems, *told, *identifiers_dropped(matches)]
    answers: dict[str, Answers] = {}
    texts: dict[str, NDArray[np.object_]] = {}
    for match in matches:
        if match.item is None or match.item.is_background:
            continue
        source = Source(file, table.sheet, match.column.header)
        if match.item.kind == "text":
            texts[match.item.key] = _texts(match.column)
            answers[match.item.key] = _filled(match.item, texts[match.item.key], source)
            continue
        if match.item.kind == "multi":
            per_option, found_problems = _decode_several(match, table, source)
            answers.update(per_option)
            problems.extend(found_problems)
            continue
        found, found_problems = _decode(match, table, source)
        problems.extend(found_problems)
        if found is not None:
            answers[match.item.key] = found
    if "tip" not in texts and (tips := _tips_behind_yes(matches)) is not None:
        texts["tip"] = tips
        answers["tip"] = _filled(catalogue.CATALOGUE[catalogue.order_of("tip")], tips, answers["tip_ja"].sources[0])
    problems.extend(_same_base_for_options(answers))

    days, date_problems = days_of(matches, table)
    problems.extend(date_problems)
    problems.extend(unused_weights(matches))
    product_codes, products = products_of(matches, len(table))
    channels, channel_problems = channels_of(file, table, matches, answers)
    problems.extend(channel_problems)

    answered = np.zeros(len(table), dtype=bool)
    for found in answers.values():
        # What a file adds of its own may be filled in by the software for people who answered nothing.
        if not found.item.own or found.item.kind in SCORED_KINDS:
            answered |= found.codes != BLANK
    parts, rows_of_parts = [], []
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
            rows_of_parts.append(np.flatnonzero(rows))
    place = {"file": file, "sheet": table.sheet}
    return Assembled(
        tuple(parts), tuple(rows_of_parts), int((~answered).sum()), tuple(problem.at(**place) for problem in problems)
    )


def _of_channel(channel: str, answers: dict[str, Answers], rows: NDArray[np.bool_]) -> dict[str, Answers]:
    """The answers of one channel: what its respondents answered, and its own questions that nobody did. A
    column that only respondents of another channel filled in is of that channel."""
    return {
        key: replace(found, codes=found.codes[rows])
        for key, found in answers.items()
        if (found.codes[rows] != BLANK).any() or (channel in found.item.channels and not (found.codes != BLANK).any())
    }


def _spread(column: Column, codes: NDArray[np.int16]) -> NDArray[np.int16]:
    """Codes per distinct cell to codes per row; empty cells are blank."""
    return np.append(codes, np.int16(BLANK))[column.codes]


def _decode(match: Match, table: Table, source: Source) -> tuple[Answers | None, list[Problem]]:
    assert match.item is not None
    item, column = match.item, match.column
    decoded = decode(item, column.uniques)
    if decoded.bare_codes:
        return None, [_bare_codes(column, item)]
    codes = _spread(column, decoded.codes)
    return Answers(item, codes, decoded.values, (source,)), [
        *_unreadable(match, table, codes == UNREADABLE),
        *_of_another_range(column, decoded),
    ]


def _bare_codes(column: Column, item: Item) -> Problem:
    """The problem of codes of which nothing says what they mean."""
    unknown = {
        "yes_no": "welke ja en welke nee betekent",
        "choice": "welke antwoordmogelijkheid bij welke code hoort",
    }.get(item.kind, "welke het beste en welke het slechtste antwoord is")
    as_text = "xporteer de antwoorden als tekst."
    return Problem(
        "choice_codes_unknown" if item.kind == "choice" else "scale_direction_unknown",
        "warning",
        f"Kolom '{column.header}' bevat kale codes; {unknown}, staat er niet bij. De vraag '{item.label}' telt daarom niet mee.",
        column=column.header,
        remedy=f"E{as_text}"
        if item.kind == "choice"
        else f"Zeg op de pagina Gegevens wat de laagste code betekent en bewaar dat als koppeling, of e{as_text}",
    )


def _of_another_range(column: Column, decoded: Decoded) -> list[Problem]:
    """The problem of grades that look like those of a scale from 1 to 5, such as stars."""
    weights = column.weights
    valid = (decoded.codes >= FIRST_VALID) & (weights > 0)
    count = int(weights[valid].sum())
    if (
        not decoded.values
        or count < _GRADES_ENOUGH
        or max(map(decoded.values.__getitem__, decoded.codes[valid] - FIRST_VALID)) > _HIGHEST_STAR
    ):
        return []
    return [
        Problem(
            "grade_range_doubtful",
            "warning",
            f"Alle {thousands(count)} cijfers in kolom '{column.header}' zijn {_HIGHEST_STAR} of lager; is dit wel een rapportcijfer "
            "van 1 tot 10? Ze tellen mee zoals ze er staan.",
            column=column.header,
            remedy="Is het een schaal van 1 tot 5, kies dan op de pagina Gegevens dat deze kolom geen rapportcijfer is.",
        )
    ]


def _decode_several(match: Match, table: Table, source: Source) -> tuple[dict[str, Answers], list[Problem]]:
    """The options of a question whose answers stand together in one cell, each as answers of its own."""
    assert match.item is not None
    item, column = match.item, match.column
    codes, left_over = read_several(item, column.uniques)
    answers = {}
    for place, point in enumerate(item.points):
        option = catalogue.option_item(item, point)
        answers[option.key] = Answers(option, _spread(column, codes[:, place]), (), (source,))
    rows = np.flatnonzero(np.append(left_over, False)[column.codes])
    if len(rows) == 0:
        return answers, []
    row = _row_of(column, table, rows[0])
    return answers, [
        Problem(
            "answers_unreadable",
            "warning",
            f"In {thousands(len(rows))} {'cellen' if len(rows) > 1 else 'cel'} van kolom '{column.header}' staat iets dat geen "
            f"antwoordmogelijkheid is van de vraag '{item.label}'; dat telt niet mee. De eerste staat in rij {row}.",
            row=row,
            column=column.header,
            remedy="Verbeter de cellen in het bestand, of laat het buiten de cijfers.",
        )
    ]


def _unreadable(match: Match, table: Table, rows: NDArray[np.bool_]) -> list[Problem]:
    """The problem of the rows whose answer fits no point or option of the question, if there are any."""
    assert match.item is not None
    unreadable = np.flatnonzero(rows)
    if len(unreadable) == 0:
        return []
    row, header = _row_of(match.column, table, unreadable[0]), match.column.header
    many = len(unreadable) > 1
    return [
        Problem(
            "answers_unreadable",
            "warning",
            f"{thousands(len(unreadable))} {'antwoorden' if many else 'antwoord'} in kolom '{header}' "
            f"{'passen' if many else 'past'} niet bij de vraag '{match.item.label}' en {'tellen' if many else 'telt'} niet mee; "
            f"{'het eerste staat' if many else 'het staat'} in rij {row}.",
            row=row,
            column=header,
            remedy="Verbeter de cellen in het bestand, of laat ze buiten de cijfers.",
        )
    ]


def _row_of(column: Column, table: Table, place: np.intp) -> int:
    """The row of the file in which a respondent's answer stands."""
    numbers = table.row_numbers if column.row_numbers is None else column.row_numbers
    return int(numbers[place])


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


def _filled(item: Item, texts: NDArray[np.object_], source: Source) -> Answers:
    """Who answered an open question."""
    codes = np.where(texts != None, FIRST_VALID, BLANK).astype(np.int16)  # noqa: E711
    return Answers(replace(item, points=FILLED), codes, (), (source,))


def _texts(column: Column) -> NDArray[np.object_]:
    cleaned = [None if is_placeholder(cell) else str(cell).strip() for cell in column.uniques]
    return np.array([*cleaned, None], dtype=object)[column.codes]


def _tips_behind_yes(matches: Sequence[Match]) -> NDArray[np.object_] | None:
    """The suggestions that stand behind "ja", of a file that asks for them in the same question."""
    asked = next((match.column for match in matches if match.item is not None and match.item.key == "tip_ja"), None)
    tips = [] if asked is None else behind_yes(asked.uniques)
    if asked is None or not any(tips):
        return None
    return np.array([*tips, None], dtype=object)[asked.codes]
