"""A recognised table to the answers per channel, and everything worth telling about it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

import numpy as np
from numpy.typing import NDArray

from lib.ingest.decode.background import channels_of, days_of, products_of
from lib.ingest.decode.codes import decode
from lib.ingest.decode.remarks import behind_yes
from lib.ingest.decode.several_answers import read_several, unread_pieces
from lib.ingest.decode.weights import unused_weights
from lib.ingest.layout.headers import question_and_option
from lib.ingest.layout.table import Column, Table
from lib.ingest.mapping import codes_as_words
from lib.ingest.recognise.doubts import identifiers_dropped
from lib.ingest.recognise.identifiers import shows_identity
from lib.ingest.recognise.match import Match
from lib.survey import catalogue
from lib.survey.catalogue import Item
from lib.survey.dataset import Answers, ChannelAnswers, Source
from lib.survey.derived import add_means_of_parts, add_tip_answers
from lib.survey.meaning import meaning_of
from lib.survey.problems import Problem
from lib.survey.scales import BLANK, FILLED, FIRST_VALID, UNREADABLE, says_none_of_these
from lib.survey.words import is_placeholder, normalise, thousands

_RECURS, _RECURRING = 3, 0.01  # times, and share of the answers, from which one belongs to the question
_NAMED = 3
_LEGEND = re.compile(r"(\d{1,2})\s*=\s*([^,;()=\d]+)")


@dataclass(frozen=True, eq=False)
class Assembled:
    """The answers of one sheet, a part per channel, and for each part the rows of the table that are
    its respondents. `unanswered`: rows without any answer to a survey question, which are none; nor are those
    `without_channel`."""

    parts: tuple[ChannelAnswers, ...]
    rows: tuple[NDArray[np.intp], ...]
    unanswered: int
    without_channel: int
    problems: tuple[Problem, ...]


def assemble(
    file: str, table: Table, matches: Sequence[Match], told: Sequence[Problem] = (), channel_given: str | None = None
) -> Assembled:
    """Decode the recognised columns and split the rows by channel. `told`: what recognition has to say.
    `channel_given`: that of rows of which nothing else says it."""
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
    half = dict(_half_a_question(matches, answers))
    problems.extend(half.values())
    for key in [key for key, found in answers.items() if found.item.part_of in half and found.item.kind == "yes_no"]:
        del answers[key]
    chose_none: dict[str | None, NDArray[np.bool_]] = {
        match.among: match.column.codes >= 0 for match in matches if match.among and _is_none_of_these(match)
    }
    problems.extend(_same_base_for_options(answers, chose_none))

    days, date_problems = days_of(matches, table)
    problems.extend(date_problems)
    problems.extend(unused_weights(matches))
    product_codes, products = products_of(matches, len(table))
    channels, channel_problems = channels_of(file, table, matches, answers, channel_given)
    problems.extend(channel_problems)

    answered = np.zeros(len(table), dtype=bool)
    for found in answers.values():
        answered |= found.codes != BLANK
    # What stands in the file and was not understood.
    withheld = ({match.item.key for match in matches if match.item is not None} - answers.keys()) | half.keys()
    # What is still asked may be it, or a part of it: nothing is made in its place.
    withheld |= {match.near[0] for match in matches if match.asked and match.near}
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
            parts.append(add_tip_answers(add_means_of_parts(part, withheld), withheld))
            rows_of_parts.append(np.flatnonzero(rows))
    place = {"file": file, "sheet": table.sheet}
    return Assembled(
        tuple(parts),
        tuple(rows_of_parts),
        int((~answered).sum()),
        int((answered & (channels == None)).sum()),  # noqa: E711
        tuple(problem.at(**place) for problem in problems),
    )


def _of_channel(channel: str, answers: dict[str, Answers], rows: NDArray[np.bool_]) -> dict[str, Answers]:
    """The answers of one channel: what its respondents answered, and its own questions that nobody did. A
    column that only respondents of another channel filled in is of that channel."""
    return {
        key: replace(found, codes=found.codes[rows])
        for key, found in answers.items()
        if (found.codes[rows] != BLANK).any() or (_may_ask(channel, found.item) and not (found.codes != BLANK).any())
    }


def _may_ask(channel: str, item: Item) -> bool:
    """Whether a question can be one of this channel; a survey of another kind can ask anything."""
    return channel in item.channels or channel == catalogue.OTHER_CHANNEL


def _spread(column: Column, codes: NDArray[np.int16]) -> NDArray[np.int16]:
    """Codes per distinct cell to codes per row; empty cells are blank."""
    return np.append(codes, np.int16(BLANK))[column.codes]


def _first_by_header(header: str, item: Item) -> str | None:
    """The key of the point that the lowest code stands for, where the header says what both ends mean: "(1 = helemaal niet
    akkoord, 5 = helemaal akkoord)"; None where it doesn't."""
    keys = [point.key for point in item.points]
    said = {int(code): meaning_of(item.kind, normalise(label)) for code, label in _LEGEND.findall(header)}
    ends = [keys.index(key) for _, key in sorted(said.items()) if key in keys]
    if len(ends) < 2 or len(ends) < len(said) or max(said) - min(said) + 1 != len(keys):
        return None
    return keys[0] if ends[0] < ends[-1] else keys[-1] if ends[0] > ends[-1] else None


def _decode(match: Match, table: Table, source: Source) -> tuple[Answers | None, list[Problem]]:
    assert match.item is not None
    item, column = match.item, match.column
    decoded = decode(item, column.uniques)
    first = _first_by_header(column.header, item) if decoded.bare_codes else None
    if first is not None:
        column = codes_as_words(column, item, first)
        decoded = decode(item, column.uniques)
    if decoded.bare_codes:
        return None, [_bare_codes(column, item)]
    unread = unread_answers(item, column, decoded.codes)
    if unread:
        return None, [_not_understood(column, item, unread)]
    codes = _spread(column, decoded.codes)
    return Answers(item, codes, decoded.values, (source,)), _unreadable(match, table, codes == UNREADABLE)


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
        command=f"E{as_text}",
    )


def unread_answers(item: Item, column: Column, codes: NDArray[np.int16]) -> tuple[str, ...]:
    """The answers to a closed question that recur and are not understood, the commonest first; none of a grade, in
    which a text is no missing label."""
    if item.kind == "grade":
        return ()
    spellings: dict[str, list[int]] = {}
    for place in np.flatnonzero(codes == UNREADABLE).tolist():
        spellings.setdefault(normalise(column.uniques[place]), []).append(place)
    times = {words: int(column.weights[places].sum()) for words, places in spellings.items()}
    least = max(_RECURS, _RECURRING * column.weights.sum())
    # Under one spelling, which the alphabet decides, never the order of the rows.
    return tuple(
        min((str(column.uniques[place]) for place in spellings[words]), key=lambda one: (one.casefold(), one))
        for words in sorted(times, key=lambda words: (-times[words], words))
        if times[words] >= least
    )


def not_understood(match: Match) -> tuple[str, ...]:
    """The answers of a column for which its question is held back, the commonest first; of a question with several
    answers in one cell each of them apart."""
    item, column = match.item, match.column
    if item is None or item.is_background or item.kind == "text":
        return ()
    if item.kind == "multi":
        weights = column.weights.tolist()
        return (
            () if item.custom else unread_pieces(item, column.uniques, weights, max(_RECURS, _RECURRING * sum(weights)))
        )
    decoded = decode(item, column.uniques)
    return () if decoded.bare_codes else unread_answers(item, column, decoded.codes)


def _not_understood(column: Column, item: Item, unread: Sequence[str]) -> Problem:
    """The problem of answers that recur and are not understood: half of a scale makes no figure."""
    named = [shorten(answer, 40, placeholder="…") for answer in unread if not shows_identity(answer)][:_NAMED]
    answers = " en ".join(f"'{answer}'" for answer in named) or f"{len(unread)} antwoorden"
    return Problem(
        "answers_not_understood",
        "warning",
        f"Wat {'betekenen' if len(named) > 1 else 'betekent'} {answers} in kolom '{column.header}'? Zolang dat niet vaststaat, "
        f"telt de vraag '{item.label}' niet mee.",
        column=column.header,
        remedy="Zeg op de pagina Gegevens wat het betekent, of exporteer de antwoorden in de woorden van de vragenlijst.",
    )


def _half_a_question(matches: Sequence[Match], answers: Mapping[str, Answers]) -> Iterator[tuple[str, Problem]]:
    """The questions of which an option or a part stands in the file and is not understood, each with its problem."""
    for whole in dict.fromkeys(match.among for match in matches if match.among is not None):
        item = catalogue.find(whole)
        if item is None:
            continue
        keys = [catalogue.option_item(item, point).key for point in item.points] or [
            part.key for part in catalogue.CATALOGUE if part.part_of == whole
        ]
        headers = [match.column.header for match in matches if match.among == whole and not _is_none_of_these(match)]
        if all(key in answers for key in keys) or whole in answers or not headers:
            continue
        many = len(headers) > 1
        yield (
            whole,
            Problem(
                "answers_not_understood",
                "warning",
                f"{'Kolommen' if many else 'Kolom'} {' en '.join(repr(header) for header in headers[:_NAMED])} {'staan' if many else 'staat'} bij "
                f"'{item.label}', maar {'zijn geen onderdelen die' if many else 'is geen onderdeel dat'} de app kent. Zolang dat niet vaststaat, is er geen "
                f"cijfer voor '{item.label}'.",
                column=headers[0],
                remedy="Zeg op de pagina Gegevens welk onderdeel het is, of dat het een eigen vraag is.",
            ),
        )


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
    is_whole = all((found.codes > FIRST_VALID).any() for found in answers.values())
    if not is_whole and not item.custom and len(rows) >= max(_RECURS, _RECURRING * column.weights.sum()):
        unread = [str(column.uniques[place]) for place in np.flatnonzero(left_over).tolist()]
        return {}, [_not_understood(column, item, unread)]
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


def _is_none_of_these(match: Match) -> bool:
    """Whether a column stands for having chosen none of the options around it."""
    apart = question_and_option(match.column.header)
    return apart is not None and says_none_of_these(normalise(apart[1]))


def _same_base_for_options(
    answers: dict[str, Answers], chose_none: Mapping[str | None, NDArray[np.bool_]]
) -> list[Problem]:
    """Give the options of a question with several answers one base: everyone who was asked.

    Asked is who gave an explicit answer on at least one option, or who is among `chose_none` [rows]. Where the file only
    marks what was chosen, that is who chose at least one, and the receipt says so.
    """
    problems = []
    for item in catalogue.CATALOGUE:
        keys = [catalogue.option_item(item, p).key for p in item.points] if item.kind == "multi" else []
        present = [key for key in keys if key in answers]
        if not present:
            continue
        codes = np.stack([answers[key].codes for key in present])
        asked = (codes >= FIRST_VALID).any(axis=0)
        if item.key in chose_none:
            asked |= chose_none[item.key]
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
