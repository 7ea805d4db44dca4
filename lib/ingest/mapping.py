"""What a user says about columns: which question each is, which way codes run, what an answer means, the
channel, the date order.

It is kept as JSON and used again for every sheet with the same headers. It works on the matches of
recognition: it gives a column another item, and writes its cells as words (codes, answers) or ISO dates that
are read in one way only, so that what comes after knows nothing of it.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from lib.ingest.decode.codes import number_of
from lib.ingest.decode.custom_questions import choice_item, custom_questions, scored
from lib.ingest.layout.table import Column, Table
from lib.ingest.recognise.match import Match
from lib.survey import catalogue, scales
from lib.survey.catalogue import ALL_CHANNELS, CHANNEL_LABELS, Item, Kind
from lib.survey.problems import Problem
from lib.survey.scales import MISSING_CODES, Point
from lib.survey.words import free_name, key_of, normalise

DateOrder = Literal["day_first", "month_first"]

IGNORE = "ignore"  # a column that is no question
OWN = "own"  # a question outside the catalogue, of the kind that its answers are
OUTSIDE = "outside"  # an answer that says nothing: it stays outside the base
CUSTOM_KINDS: dict[str, Kind] = {"own:grade": "grade", "own:agree": "agree", "own:choice": "choice", "own:text": "text"}
DATE_ORDERS: tuple[DateOrder, ...] = ("day_first", "month_first")
# A scale of five with a sixth code: municipal code books keep that for "weet niet / geen mening".
_SCALE, _DONT_KNOW_CODE = 5, 6
_DIRECTED: frozenset[Kind] = frozenset({"agree", "effort", "yes_no"})
_FORMAT, _VERSION = "klantmonitor-mapping", 2
_READ = (1, _VERSION)  # version 1 doesn't say what answers mean
_OUTSIDE_WORDS = "n.v.t."
_GRADES = tuple(Point(str(grade), str(grade), ()) for grade in range(1, 11))
_MOST_CHOICES = 20  # distinct cells that can be the options of a question which nobody knows
_LARGEST = 1_000_000  # bytes; ten thousand headers fit
_KEYS = ("headers", "columns", "directions", "channel", "date_order")
_NUMERIC_DATE = re.compile(r"^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?=\D|$)(.*)$", re.DOTALL)


@dataclass(frozen=True)
class ColumnMapping:
    """The choices of a user for sheets with these headers.

    `headers`: the names of all columns, as `column_names` gives them. `columns`: by such a name the
    key of an item or option, `IGNORE`, `OWN`, or a key of `CUSTOM_KINDS`; columns without a choice stay as
    recognised. `directions`: by item key the key of the point that the lowest code stands for; of a
    question answered with yes or no that is "ja" or "nee". `channel` counts for every row of the sheet.
    `answers`: by the name of a column what its answers mean: the key of a point of its question ("8" of a grade),
    or `OUTSIDE`.
    """

    headers: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    directions: Mapping[str, str] = field(default_factory=dict)
    channel: str | None = None
    date_order: DateOrder | None = None
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def fits(self, headers: Iterable[str]) -> bool:
        """Whether this is about sheets with these column names; their order does not matter."""
        return set(headers) == set(self.headers)


@dataclass(frozen=True)
class MappingRead:
    """What a mapping file gave: the mapping, or the one problem that says why there is none. `themes`: what
    was saved with it, as it stands in the file; None where nothing was."""

    file: str
    mapping: ColumnMapping | None
    problems: tuple[Problem, ...] = ()
    themes: object = None


def column_names(columns: Iterable[Column]) -> tuple[str, ...]:
    """A name for every column: its header; the second "Anders" is "Anders (2)", and a column without
    a header goes by its place."""
    names: dict[str, None] = {}
    for column in columns:
        names[free_name(column.header or f"kolom {column.place + 1}", names)] = None
    return tuple(names)


def targets() -> dict[str, Item]:
    """Everything in the catalogue that a column can be, by key, in its order: items, and each option
    of the items with several answers."""
    found: dict[str, Item] = {}
    for item in catalogue.CATALOGUE:
        options = [catalogue.option_item(item, point) for point in item.points] if item.kind == "multi" else []
        found.update({one.key: one for one in (item, *options)})
    return found


def directed(key: str) -> Item | None:
    """The item with this key if codes can number its answers in two ways, else None. A key outside
    the catalogue is an own statement: the only own questions with such answers."""
    item = targets().get(key) or Item(key, key, "agree", (), points=scales.AGREE, custom=True)
    return item if item.kind in _DIRECTED else None


def with_column(mapping: ColumnMapping, name: str, key: str) -> ColumnMapping:
    """The mapping in which a column is this; another column that was said to be the same question no longer is."""
    others = {one: other for one, other in mapping.columns.items() if other != key or key not in targets()}
    answers = {one: meant for one, meant in mapping.answers.items() if one != name}
    return replace(mapping, columns={**others, name: key}, answers=answers)


def with_answer(mapping: ColumnMapping, name: str, answer: str, meaning: str) -> ColumnMapping:
    """The mapping in which an answer of a column means this point of its question, or is `OUTSIDE`."""
    of_column = {**mapping.answers.get(name, {}), answer: meaning}
    return replace(mapping, answers={**mapping.answers, name: of_column})


def fitting(mappings: Sequence[ColumnMapping], columns: Iterable[Column]) -> ColumnMapping | None:
    """The mapping for a sheet with these columns; of several the last one given."""
    names = column_names(columns)
    return next((mapping for mapping in reversed(mappings) if mapping.fits(names)), None)


def assign(mapping: ColumnMapping, table: Table, matches: Sequence[Match]) -> tuple[Match, ...]:
    """The matches with the items that the user chose. A column that was recognised as a question
    for which the user chose another column is no question any more."""
    names = column_names(match.column for match in matches)
    chosen = {key for name, key in mapping.columns.items() if name in names}
    known, taken = targets(), set(chosen)
    assigned = []
    for name, match in zip(names, matches, strict=True):
        key = mapping.columns.get(name)
        if key is not None:
            # What the user says of a column is asked no more, nor is it missed among the columns around it.
            match = replace(match, asked=False, misfits=False, among=None, rival_of=None)
        elif match.asked and match.near and match.near[0] in chosen:
            match = replace(match, asked=False)
        if key is None:
            is_replaced = match.item is not None and match.item.key in chosen
            assigned.append(replace(match, item=None, evidence="u koos een andere kolom") if is_replaced else match)
        elif key == IGNORE:
            assigned.append(replace(match, item=None, evidence="door u buiten de cijfers gelaten"))
        else:
            column = _whole_column(match, table)
            kind = _own_kind(column) if key == OWN else CUSTOM_KINDS.get(key)
            item = known.get(key) or (None if kind is None else custom_item(name, kind, taken, column))
            if item is None:
                assigned.append(
                    replace(match, item=None, evidence="eigen vraag, met antwoorden die hier niet te tellen zijn")
                )
                continue
            taken.add(item.key)
            assigned.append(replace(match, column=column, item=item, evidence="door u gekozen", is_identifier=False))
    return tuple(assigned)


def _own_kind(column: Column) -> Kind | None:
    """How a question outside the catalogue is answered, by what is in its column; None where nothing can be
    made of that."""
    item = scored(column, is_graded=True)
    if item is not None:
        return item.kind
    found = custom_questions([column]).get(column.place)
    if found is not None and found.item.kind in CUSTOM_KINDS.values():
        return found.item.kind
    return "choice" if 1 < len(column.uniques) <= _MOST_CHOICES else None


def points_for(item: Item) -> tuple[Point, ...]:
    """What an answer to a question can mean: its points or options; of a grade the numbers 1 to 10."""
    return _GRADES if item.kind == "grade" else item.points


def custom_item(name: str, kind: Kind, taken: Iterable[str], column: Column) -> Item:
    """A question outside the catalogue, of the kind that the user says, under a key of its own. The
    options of a choice are what the column holds."""
    key = plain = f"eigen_{key_of(name)}" if catalogue.is_taken(key_of(name)) else key_of(name)
    number = 2
    while key in taken:
        key, number = f"{plain}_{number}", number + 1
    points = choice_item(name, column).points if kind == "choice" else scales.AGREE if kind == "agree" else ()
    return Item(key, name, kind, (), points=points, custom=True)


def _whole_column(match: Match, table: Table) -> Column:
    # Recognition empties a column whose header speaks of personal data; the user knows it is none.
    if not match.is_identifier:
        return match.column
    return next((column for column in table.columns if column.place == match.column.place), match.column)


def interpret(mapping: ColumnMapping, matches: Sequence[Match], rows: int) -> tuple[Match, ...]:
    """The matches with their cells written so that they are read as the user says: codes as words,
    dates as ISO, and a column with the channel in front."""
    names = column_names(match.column for match in matches)
    read = [
        _interpreted(mapping, _answered(mapping.answers.get(name, {}), match))
        for name, match in zip(names, matches, strict=True)
    ]
    return tuple(read) if mapping.channel is None else all_of_channel(mapping.channel, read, rows)


def all_of_channel(channel: str, matches: Iterable[Match], rows: int) -> tuple[Match, ...]:
    """The matches, with every row of this one channel, whatever a column says of it."""
    item = catalogue.find("kanaal")
    column = Column("", -1, [CHANNEL_LABELS[channel]], np.zeros(rows, dtype=np.int32))
    others = (match for match in matches if match.item is None or match.item.kind != "channel")
    return (Match(column, item, "door u gekozen"), *others)


def _answered(meant: Mapping[str, str], match: Match) -> Match:
    """The match with answers written in the words of what the user says they mean."""
    if match.item is None or not meant:
        return match
    labels = {OUTSIDE: _OUTSIDE_WORDS, **{point.key: point.label for point in points_for(match.item)}}
    words = {_as_known(answer): labels[key] for answer, key in meant.items() if key in labels}
    if match.item.kind == "multi":
        cells = [_with_pieces(cell, words) for cell in match.column.uniques]
    else:
        cells = [words.get(_as_known(cell), cell) for cell in match.column.uniques]
    return replace(match, column=replace(match.column, uniques=cells))


def _as_known(answer: object) -> str:
    """What an answer is known by; a sign that is no word ("☹") by itself."""
    return normalise(answer) or str(answer).strip()


def _with_pieces(cell: object, words: Mapping[str, str]) -> object:
    """A cell with several answers in it; only where one of them means something else it is written anew."""
    text = f" {normalise(cell)} "
    found = [answer for answer in sorted(words, key=len, reverse=True) if f" {answer} " in text]
    for answer in found:
        text = text.replace(f" {answer} ", "; " if words[answer] == _OUTSIDE_WORDS else f"; {words[answer]}; ")
    return text.strip("; ") or _OUTSIDE_WORDS if found else cell


def _interpreted(mapping: ColumnMapping, match: Match) -> Match:
    item, column = match.item, match.column
    if item is None:
        return match
    if item.kind in _DIRECTED and item.key in mapping.directions:
        return replace(match, column=codes_as_words(column, item, mapping.directions[item.key]))
    if item.kind == "date" and mapping.date_order is not None:
        cells = [_as_iso(cell, mapping.date_order) for cell in column.uniques]
        return replace(match, column=replace(column, uniques=cells))
    return match


def lowest_code(cells: Iterable[object], points: int = _SCALE) -> int:
    """The code of the first of so many points that are answered with bare codes: 1, or 0 where the codes
    run from 0 and all are used. Elsewhere 0 is a code for no answer."""
    codes = {number_of(cell) for cell in cells} - {None} - (MISSING_CODES - {0})
    return 0 if codes == set(range(points)) else 1


def codes_as_words(column: Column, item: Item, first: str) -> Column:
    """The column with its bare codes as the words of the points that they number. `first`: key of the point of the lowest."""
    points = item.points if item.points[0].key == first else item.points[::-1]
    lowest = lowest_code(column.uniques, len(points))
    words = {number: point.label for number, point in enumerate(points, start=lowest)}
    missing = MISSING_CODES - {lowest}
    numbers = [number_of(cell) for cell in column.uniques]
    highest = max((n for n in numbers if n is not None and n not in missing), default=0)
    if len(points) == _SCALE and highest <= _DONT_KNOW_CODE:
        words[_DONT_KNOW_CODE] = "Weet niet"
    cells = [
        cell if number is None or number in missing else words.get(number, f"code {number}")  # type: ignore[call-overload]
        for cell, number in zip(column.uniques, numbers, strict=True)
    ]
    return replace(column, uniques=cells)


def _as_iso(cell: object, order: DateOrder) -> object:
    parts = _NUMERIC_DATE.match(cell) if isinstance(cell, str) else None
    if parts is None:
        return cell
    day, month = (parts[1], parts[2]) if order == "day_first" else (parts[2], parts[1])
    year = parts[3] if len(parts[3]) == 4 else f"20{parts[3]}"
    # A day or month that can't be stays in its place: it is no date then, instead of another one.
    return f"{year}-{month}-{day}{parts[4]}"


def to_json(mapping: ColumnMapping, themes: Sequence[Mapping[str, object]] | None = None) -> str:
    """The mapping as the text of a file, with a list of themes where the user has one of their own."""
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "headers": list(mapping.headers),
        "columns": dict(mapping.columns),
        "directions": dict(mapping.directions),
        "channel": mapping.channel,
        "date_order": mapping.date_order,
        "answers": {column: dict(meant) for column, meant in mapping.answers.items()},
        **({} if themes is None else {"themes": list(themes)}),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def looks_like_mapping(file: str, data: bytes) -> bool:
    """Whether a file is meant as a mapping, so that it need not be announced as one."""
    return file.lower().endswith(".json") or (data.lstrip()[:1] == b"{" and _FORMAT.encode() in data[:200])


def read_mapping(file: str, data: bytes) -> MappingRead:
    """Read a mapping file. Never raises for what is in the file."""
    try:
        content = json.loads(data.decode("utf-8-sig")) if len(data) <= _LARGEST else None
    except (ValueError, RecursionError):  # no text, no JSON, or JSON nested without end
        content = None
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        return _refused(file, f"Het bestand {file} is geen koppeling die met deze app is bewaard.")
    if content.get("version") not in _READ:
        return _refused(file, f"De koppeling {file} is van een andere versie van deze app.")
    mapping = _checked(content)
    if mapping is None:
        return _refused(file, f"De koppeling {file} is onvolledig of noemt een vraag die deze app niet kent.")
    return MappingRead(file, mapping, themes=content.get("themes"))


def _refused(file: str, message: str) -> MappingRead:
    remedy = "Open uw export, pas de herkenning aan op de pagina Gegevens en bewaar de koppeling opnieuw."
    return MappingRead(file, None, (Problem("mapping_unreadable", "error", message, file=file, remedy=remedy),))


def unused(file: str) -> Problem:
    """The problem of a mapping that fits none of the files."""
    return Problem(
        "mapping_unused",
        "warning",
        f"De koppeling {file} past bij geen van de bestanden: de kolomkoppen zijn anders.",
        file=file,
        remedy="Open de export waarvoor zij is gemaakt, of maak voor deze export een nieuwe koppeling.",
    )


def _checked(content: Mapping[str, object]) -> ColumnMapping | None:
    """The mapping in a file, or None where anything in it is not as it should be."""
    headers, columns, directions, channel, order = (content.get(key) for key in _KEYS)
    if not isinstance(headers, list) or not headers or not all(_is_text(header) for header in headers):
        return None
    if not _is_text_by_text(columns) or not _is_text_by_text(directions):
        return None
    if channel is not None and channel not in ALL_CHANNELS:
        return None
    if order is not None and order not in DATE_ORDERS:
        return None
    answers = content.get("answers", {})
    if (
        not isinstance(answers, dict)
        or not all(map(_is_text, answers))
        or not all(map(_is_text_by_text, answers.values()))
    ):
        return None
    mapping = ColumnMapping(tuple(headers), columns, directions, channel, order, answers)  # type: ignore[arg-type]
    return mapping if is_sound(mapping) else None


def is_sound(mapping: ColumnMapping) -> bool:
    """Whether every choice is one that can be: known columns and items, one column per item."""
    known = targets()
    keys = [key for key in mapping.columns.values() if key in known]
    ends = {key: directed(key) for key in mapping.directions}
    return (
        len(set(mapping.headers)) == len(mapping.headers)
        and set(mapping.columns) <= set(mapping.headers)
        and all(key in known or key in (IGNORE, OWN) or key in CUSTOM_KINDS for key in mapping.columns.values())
        and set(mapping.answers) <= set(mapping.headers)
        and len(set(keys)) == len(keys)
        and all(item is not None and _ends(item, mapping.directions[key]) for key, item in ends.items())
    )


def _ends(item: Item, point: str) -> bool:
    return point in (item.points[0].key, item.points[-1].key)


def _is_text(value: object) -> bool:
    # JSON can hold half a character, which no output can.
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _is_text_by_text(value: object) -> bool:
    return isinstance(value, dict) and all(_is_text(key) and _is_text(one) for key, one in value.items())
