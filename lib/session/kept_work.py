"""What one user has open, as bytes to be kept elsewhere: the saved work of "Bewaar werk", with what of a session is not
in that (which file each part came from, what was answered about files, what can be taken back).

The exports are apart, by their digest: they change seldom, and all else often. The key that ids of respondents are
hashed with goes along, so that it is the same session wherever it is opened; all of it is only ever kept sealed.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from lib.answers import choice as choices
from lib.answers import themes as theme_lists
from lib.answers.saved import TipsRead
from lib.figures.selection import Selection
from lib.ingest.mapping import MappingRead, read_mapping, to_json
from lib.ingest.receipt import ReferencesRead
from lib.session import saved_work
from lib.session.progress import Tell
from lib.session.saved_work import SavedWork
from lib.session.session import Change, Session
from lib.session.versions import Version, digest_of
from lib.survey.problems import Problem, Refusal
from lib.survey.references import References, merge

_VERSION = 1
_LENGTH = 4  # bytes in which stands how long the first part is


def exports_of(session: Session) -> dict[str, bytes]:
    """By name of an export the digest it is kept under; none of the sample, which every server has."""
    return {} if session.is_sample else {name: digest_of(data) for name, data in session.files.items()}


def packed(session: Session) -> bytes:
    """All of a session but the bytes of its exports."""
    references = session.references_read
    mappings = {name: read for name, read in session.mappings_read.items() if read.mapping is not None}
    said = session.saved_work(session.opened_selection or Selection(), with_exports=False)
    # In the order of the files that they are from.
    work = replace(said, references=merge(read.references for read in references.values()))
    about = {
        "version": _VERSION,
        "key": session.key.hex(),
        "sample": session.is_sample,
        "selection": session.opened_selection is not None,
        "files": {name: digest.hex() for name, digest in exports_of(session).items()},
        "digests": {name: digest.hex() for name, digest in session.digests.items()},
        "channels": dict(session.file_channels),
        "versions": {name: [one.of, one.shared, one.answer] for name, one in session.versions.items()},
        "keep": session.keep,
        "told": _rows(session.told),
        "mappings": {name: [read.file, _rows(read.problems)] for name, read in mappings.items()},
        "references": {
            name: [read.file, len(read.references.rows), [row.note for row in read.references.rows], _rows(read.problems)]
            for name, read in references.items()
        },
        "tips": {
            name: [read.file, theme_lists.as_rows(read.themes), choices.to_json(read.choice), _rows(read.problems)]
            for name, read in session.tips_read.items()
        },
        "changes": [
            [
                sorted(change.headers),
                change.mapping,
                None if change.before is None or change.before.mapping is None
                else [change.before.file, to_json(change.before.mapping)],
                change.what,
            ]
            for change in session.changes
        ],
    }  # fmt: skip
    text = json.dumps(about, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return len(text).to_bytes(_LENGTH, "little") + text + saved_work.save(work)


def restored(
    data: bytes, export: Callable[[bytes], bytes], empty: Session, sample: Callable[[], Session], tell: Tell
) -> Session:
    """The session that was packed, its exports read anew. `export` gives one by its digest; `empty` is a session without
    data, `sample` gives that of the sample. Raises `ValueError` or `LookupError` where that can't be, as of what another version packed."""
    end = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
    about = json.loads(data[_LENGTH:end].decode("utf-8", "surrogatepass"))
    if about["version"] > _VERSION:
        raise ValueError("packed by a newer version")
    try:
        work = saved_work.read("werk", data[end:])
    except Refusal as refusal:
        raise ValueError(refusal.problem.code) from refusal
    kept = replace(
        (sample() if about["sample"] else empty).with_said(work),
        themes=work.themes,
        choice=work.choice,
        factsheet=work.factsheet,
        stops=work.stops,
        opened_selection=work.selection if about["selection"] else None,
        told=_problems(about["told"]),
    )
    if about["sample"]:
        return replace(kept, key=bytes.fromhex(about["key"]))
    made = replace(
        kept,
        key=bytes.fromhex(about["key"]),
        files={name: export(bytes.fromhex(digest)) for name, digest in about["files"].items()},
        digests={name: bytes.fromhex(digest) for name, digest in about["digests"].items()},
        file_channels=about["channels"],
        versions={name: Version(*one) for name, one in about["versions"].items()},
        keep=about["keep"],
        mappings_read=_mappings(about["mappings"], work),
        references_read=_references(about["references"], work.references),
        tips_read={
            name: TipsRead(
                file,
                theme_lists.checked(themes)[0] if themes else (),
                choices.from_json(choice.encode())[0],
                _problems(problems),
            )
            for name, (file, themes, choice, problems) in about["tips"].items()
        },
        changes=tuple(
            Change(frozenset(headers), mapping, _before(before), {}, what)
            for headers, mapping, before, what in about["changes"]
        ),
    )
    return made.reopened(tell)


def _rows(problems: tuple[Problem, ...]) -> list[dict[str, object]]:
    return [asdict(problem) for problem in problems]


def _problems(rows: list[dict[str, Any]]) -> tuple[Problem, ...]:
    return tuple(Problem(**row) for row in rows)


def _mappings(about: Mapping[str, Any], work: SavedWork) -> dict[str, MappingRead]:
    if len(about) != len(work.mappings):
        raise ValueError("not all mappings are sound")
    return {
        name: MappingRead(file, mapping, _problems(problems))
        for (name, (file, problems)), mapping in zip(about.items(), work.mappings, strict=True)
    }


def _references(about: Mapping[str, Any], references: References) -> dict[str, ReferencesRead]:
    if sum(count for _, count, _, _ in about.values()) != len(references.rows):
        raise ValueError("not all reference figures are sound")
    rows, found = iter(references.rows), {}
    for name, (file, _, notes, problems) in about.items():
        own = tuple(replace(next(rows), note=note) for note in notes)
        found[name] = ReferencesRead(file, References(own), _problems(problems))
    return found


def _before(packed_before: list[str] | None) -> MappingRead | None:
    return None if packed_before is None else read_mapping(packed_before[0], packed_before[1].encode())
