"""Saved work: all that a user said about their data in one file, `NAAM.klantmonitor`, to open again later or elsewhere.

It is a zip with one versioned `werk.json`: mappings, reference figures, filters, themes, approved tips, the factsheet,
the stops of a presentation and what numbers of a draft were said to be; the exports themselves only where the user wants them in it. Anyone can change such a file, so
everything in it is checked as what a user opens by itself is.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import PurePosixPath
from typing import Any

from lib.answers import choice as choices
from lib.answers import themes as theme_lists
from lib.answers.choice import Choice
from lib.answers.themes import Theme
from lib.figures.selection import Selection
from lib.ingest.mapping import ColumnMapping, read_mapping, to_json
from lib.session.corrections import Correction
from lib.session.corrections import as_rows as correction_rows
from lib.session.corrections import from_rows as corrections_of
from lib.session.stops import Stop
from lib.session.work_file import PART
from lib.survey.catalogue import ALL_CHANNELS
from lib.survey.problems import Problem, Refusal
from lib.survey.references import NO_REFERENCES, Reference, References
from lib.survey.visible import visible

FORMAT, VERSION = "klantmonitor-werk", 1
_EXPORTS = "exports/"
_LARGEST_WORK = 20_000_000  # bytes of werk.json
_LARGEST = 500_000_000  # bytes of all exports in it
_MOST_FILES, _MOST_ROWS, _MOST_STOPS = 200, 20_000, 200
_LONGEST = 2_000  # characters of a text


@dataclass(frozen=True)
class SavedWork:
    """What such a file holds. `exports`: name and content; `factsheet`: the choices for it, as its page checks them."""

    mappings: tuple[ColumnMapping, ...] = ()
    references: References = NO_REFERENCES
    selection: Selection = field(default_factory=Selection)
    themes: tuple[Theme, ...] = ()
    choice: Choice = field(default_factory=Choice)
    factsheet: Mapping[str, Any] = field(default_factory=dict)
    stops: tuple[Stop, ...] = ()
    exports: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    corrections: tuple[Correction, ...] = ()
    selections: tuple[Selection, ...] = ()


def save(work: SavedWork) -> bytes:
    """The file. The same work gives the same bytes."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "mappings": [json.loads(to_json(mapping)) for mapping in work.mappings],
        "references": [
            {
                "channel": row.channel,
                "item": row.item,
                "year": row.year,
                "benchmark": None if row.benchmark is None else str(row.benchmark),
                "own": None if row.own is None else str(row.own),
            }
            for row in work.references.rows
        ],
        "filters": _of_selection(work.selection),
        "themes": theme_lists.as_rows(work.themes),
        "choice": json.loads(choices.to_json(work.choice)),
        "factsheet": dict(work.factsheet),
        "stops": [
            {
                "slug": stop.slug,
                "filters": _of_selection(stop.selection),
                "choices": dict(stop.choices),
                "title": stop.title,
                "notes": stop.notes,
                "hidden": stop.is_hidden,
            }
            for stop in work.stops
        ],
        "corrections": correction_rows(work.corrections),
        "selections": [_of_selection(each) for each in work.selections],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, PART, json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8"))
        for name, data in work.exports:
            _write(archive, _EXPORTS + name, data)
    return out.getvalue()


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def is_saved_work(data: bytes) -> bool:
    """Whether a file is one of these, by what is in it."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return PART in archive.namelist()[: _MOST_FILES + 1]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def read(file: str, data: bytes) -> SavedWork:
    """What a file of which `is_saved_work` holds. Raises `Refusal` where it can't be used: made by a newer version,
    damaged, or larger than is sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = json.loads(_unpacked(archive, archive.getinfo(PART), _LARGEST_WORK))
            exports = _exports(archive)
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        KeyError,
        RecursionError,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ):
        raise _refused(file, f"Het werkbestand {file} is beschadigd of niet volledig.") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _refused(file, f"Het bestand {file} is geen werkbestand van deze app.")
    version = content.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise _refused(
            file,
            f"Het werkbestand {file} is gemaakt met een nieuwere versie van deze app.",
            "Werk de app bij en open het opnieuw.",
        )
    return _checked(file, content, exports)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bytes:
    """A part of the file; raises ValueError where it is larger than is sound, whatever it says of itself."""
    with archive.open(part) as opened:
        data = opened.read(most + 1)
    if len(data) > most:
        raise ValueError
    return data


def _exports(archive: zipfile.ZipFile) -> tuple[tuple[str, bytes], ...]:
    parts = [part for part in archive.infolist() if part.filename.startswith(_EXPORTS) and not part.is_dir()]
    if len(parts) > _MOST_FILES:
        raise ValueError
    left, found = _LARGEST, []
    for part in parts:
        # Only ever a name: a path in it leads nowhere.
        name = visible(PurePosixPath(part.filename.replace("\\", "/")).name)[:200]
        data = _unpacked(archive, part, left)
        left -= len(data)
        if name:
            found.append((name, data))
    return tuple(found)


def _checked(file: str, content: Mapping[str, Any], exports: tuple[tuple[str, bytes], ...]) -> SavedWork:
    """Of everything in it what is sound."""
    mappings = []
    for each in _list(content.get("mappings"))[:_MOST_FILES]:
        found = read_mapping(file, json.dumps(each).encode("utf-8")).mapping
        mappings += [found] if found is not None else []
    themes, _ = theme_lists.checked(content.get("themes"))
    chosen, _ = choices.from_json(json.dumps(content.get("choice")).encode("utf-8"))
    factsheet = content.get("factsheet")
    return SavedWork(
        tuple(mappings),
        _references(content.get("references")),
        _selection(content.get("filters")),
        tuple(themes),
        chosen,
        factsheet if isinstance(factsheet, dict) else {},
        _stops(content.get("stops")),
        exports,
        corrections_of(content.get("corrections")),
        tuple(_selection(each) for each in _list(content.get("selections"))[:_MOST_STOPS]),
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _references(rows: object) -> References:
    found = []
    for row in _list(rows)[:_MOST_ROWS]:
        if not isinstance(row, dict):
            continue
        channel, item, year = row.get("channel"), row.get("item"), row.get("year")
        if channel in ALL_CHANNELS and isinstance(item, str) and isinstance(year, int) and 1900 < year < 2200:
            found.append(Reference(channel, item[:200], year, _number(row.get("benchmark")), _number(row.get("own"))))
    return References(tuple(found))


def _number(value: object) -> Decimal | None:
    try:
        number = Decimal(value) if isinstance(value, str) and len(value) < 20 else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() and abs(number) <= 100 else None


def _of_selection(selection: Selection) -> dict[str, object]:
    return {
        "channel": selection.channel,
        "products": list(selection.products),
        "from": selection.start.isoformat() if selection.start else None,
        "to": selection.end.isoformat() if selection.end else None,
    }


def _selection(value: object) -> Selection:
    given = value if isinstance(value, dict) else {}
    channel = given.get("channel")
    products = tuple(each[:_LONGEST] for each in _list(given.get("products")) if isinstance(each, str))
    return Selection(
        channel if channel in ALL_CHANNELS else None, products, _day(given.get("from")), _day(given.get("to"))
    )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _stops(rows: object) -> tuple[Stop, ...]:
    found = []
    for row in _list(rows)[:_MOST_STOPS]:
        if isinstance(row, dict) and isinstance(row.get("slug"), str):
            chosen = row.get("choices")
            texts = {
                str(key)[:100]: each[:_LONGEST]
                for key, each in (chosen.items() if isinstance(chosen, dict) else ())
                if isinstance(each, str)
            }
            title, notes = (row[key][:_LONGEST] if isinstance(row.get(key), str) else "" for key in ("title", "notes"))
            found.append(
                Stop(row["slug"][:40], _selection(row.get("filters")), texts, title, notes, row.get("hidden") is True)
            )
    return tuple(found)


def _refused(file: str, message: str, remedy: str = "Bewaar het werk opnieuw, of open een ander bestand.") -> Refusal:
    return Refusal(Problem("work_refused", "error", message, file=file, remedy=remedy))


def known_stops(stops: Iterable[Stop], slugs: Iterable[str]) -> tuple[Stop, ...]:
    """The stops whose page there is in this version."""
    known = set(slugs)
    return tuple(stop for stop in stops if stop.slug in known)


def expanded(files: Sequence[tuple[str, bytes]]) -> tuple[list[tuple[str, bytes]], list[SavedWork]]:
    """Files with, in place of saved work, the exports in it; and that saved work. Raises as `read`."""
    exports: list[tuple[str, bytes]] = []
    works = []
    for name, data in files:
        if is_saved_work(data):
            work = read(name, data)
            works.append(work)
            exports += work.exports
        else:
            exports.append((name, data))
    return exports, works
