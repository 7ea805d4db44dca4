"""A session that is packed and restored is the same session: files, answers about them, and what was said of the data."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from lib.answers.themes import default_themes
from lib.figures.selection import Selection
from lib.ingest.mapping import ColumnMapping
from lib.session.kept_work import exports_of, packed, restored
from lib.session.saved_work import SavedWork, save
from lib.session.session import Session
from lib.session.stops import Stop
from tests.ingest.exports import csv_text

REFERENCES = b"kanaal;item;jaar;bm;eigen\nbalie;totaaloordeel;2020;8,1;8,0\n"


def export(people: range, grade: int = 8) -> bytes:
    rows = [[f"Z-{n:05}", f"{n % 28 + 1:02d}-03-2020", grade, grade - 1] for n in people]
    return csv_text([["Zaak", "Datum ingevuld", "Totaaloordeel", "V7"], *rows]).encode()


def a_session() -> Session:
    mapping = ColumnMapping(("Zaak", "Datum ingevuld", "Totaaloordeel", "V7"), {})
    several = [("balie.csv", export(range(40))), ("bm.csv", REFERENCES), ("bm.csv", REFERENCES.replace(b"8,1", b"8,2"))]
    opened = Session().with_files(several).with_files([("balie.csv", export(range(40), 7))])
    opened = opened.with_answer("balie.csv (2)", "replaces")
    opened = opened.with_change(
        "balie.csv", "balie", mapping, lambda m: replace(m, columns={"V7": "wachttijd"}), "V7 is Wachttijd"
    )
    said = {"municipality": "Zuidermark", "parts": ["ces"]}
    stops = (Stop("scores", Selection("balie"), {"per": "maand"}, "Titel"),)
    return replace(opened, factsheet=said, stops=stops, themes=default_themes()[:3], keep="last")


def again(session: Session, sample: Session | None = None) -> Session:
    by_digest: Mapping[bytes, bytes] = {digest: session.files[name] for name, digest in exports_of(session).items()}
    return restored(
        packed(session),
        by_digest.__getitem__,
        Session(session.reader),
        lambda: sample or Session(),
        lambda progress: None,
    )


def test_everything_a_user_opened_and_said_is_there_again() -> None:
    before = a_session()
    after = again(before)
    for name in (
        "files", "digests", "key", "file_channels", "versions", "told", "references_read", "tips_read", "themes", "choice", "keep",
        "stops", "factsheet", "opened_selection", "is_sample", "references", "mappings", "channels", "asked",
    ):  # fmt: skip
        assert getattr(after, name) == getattr(before, name), name
    assert list(after.mappings_read) == list(before.mappings_read)
    assert [change.what for change in after.changes] == ["V7 is Wachttijd"]
    channel = before.channels[0]
    assert after.figures(channel, Selection()) == before.figures(channel, Selection())


def test_a_change_can_still_be_taken_back() -> None:
    after = again(a_session())
    change = after.changes[-1]
    assert "wachttijd" in after.counts["balie"].answers
    assert "wachttijd" not in after.without_change(change).counts["balie"].answers


def test_packed_it_holds_no_export_and_of_the_sample_none_is_asked_for() -> None:
    session = a_session()
    assert b"Z-00001" not in packed(session)
    sample = replace(session, is_sample=True)
    assert exports_of(sample) == {}
    found = again(replace(sample, factsheet={"a": 1}), sample=sample)
    assert (found.is_sample, found.factsheet, found.files) == (True, {"a": 1}, session.files)


@pytest.mark.parametrize(
    "damaged", [b"", b"\xff\xff\xff\xff{}", b"\x02\x00\x00\x00{}", b"\x0d\x00\x00\x00" + b'{"version":9}']
)
def test_what_another_version_packed_is_refused(damaged: bytes) -> None:
    with pytest.raises((ValueError, LookupError, TypeError)):
        restored(damaged, dict[bytes, bytes]().__getitem__, Session(), Session, lambda progress: None)


def test_what_was_opened_from_saved_work_too() -> None:
    mapping = ColumnMapping(("Totaaloordeel", "V7"), {"V7": "wachttijd"})
    session = Session().with_files([("w.klantmonitor", save(SavedWork((mapping,), selection=Selection("balie"))))])
    after = again(session)
    assert (after.mappings, after.opened_selection) == ((mapping,), Selection("balie"))
