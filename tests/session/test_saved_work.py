"""Saved work: a round trip keeps everything; older, newer, damaged and hostile files are opened safely or refused in a sentence."""

import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lib.answers.choice import Choice
from lib.answers.themes import default_themes
from lib.figures.selection import Selection
from lib.ingest.mapping import ColumnMapping
from lib.session.saved_work import SavedWork, expanded, is_saved_work, known_stops, read, save
from lib.session.session import Session
from lib.session.stops import Stop
from lib.survey.problems import Refusal
from lib.survey.references import Reference, References
from tests.ingest.exports import csv_text

EXPORT = csv_text([["Totaaloordeel", "V7"], *([8, 7] for _ in range(40))]).encode()
WORK = SavedWork(
    (ColumnMapping(("Totaaloordeel", "V7"), {"V7": "wachttijd"}, channel="balie"),),
    References(
        (
            Reference("balie", "wachttijd", 2020, Decimal("8.2"), None),
            Reference("digitaal", "ces", 2019, None, Decimal("41")),
        )
    ),
    Selection("balie", ("VOG", "Paspoort"), date(2020, 1, 1), date(2020, 3, 31)),
    default_themes(),
    Choice({"0123456789abcdef": "Meer stoelen"}),
    {"municipality": "Zuidermark", "parts": ["ces"]},
    (Stop("scores", Selection("balie"), {"per": "maand"}, "Titel", "Notitie", True),),
    (("balie.csv", EXPORT),),
    selections=(Selection("balie", (), date(2020, 1, 1), date(2020, 3, 31)), Selection("balie", ("VOG",))),
)


def test_a_round_trip_keeps_everything() -> None:
    made = save(WORK)
    assert is_saved_work(made)
    assert read("w.klantmonitor", made) == WORK
    assert save(WORK) == made, "the same work gives the same bytes"


def test_without_the_exports_no_answer_is_in_it() -> None:
    made = save(SavedWork(WORK.mappings, choice=WORK.choice))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["werk.json"]


def test_opening_it_restores_the_session() -> None:
    session = Session().with_files([("w.klantmonitor", save(WORK))])
    assert session.channels == ("balie",)
    assert "wachttijd" in session.counts["balie"].answers, "the mapping is for the export in it"
    assert session.references.benchmark("balie", "wachttijd", 2020) == Decimal("8.2")
    assert (session.stops, session.factsheet) == (WORK.stops, WORK.factsheet)
    assert session.opened_selection == WORK.selection
    assert session.selections == WORK.selections
    assert session.choice.texts == WORK.choice.texts
    again = session.saved_work(WORK.selection, with_exports=True)
    assert Session().with_files([("w.klantmonitor", save(again))]).stops == WORK.stops


def packed(content: Any, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("werk.json", content if isinstance(content, bytes) else json.dumps(content))
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed({"format": "klantmonitor-werk", "version": 2}), "nieuwere versie"),
        (packed({"format": "iets anders", "version": 1}), "geen werkbestand"),
        (packed(b"{"), "beschadigd"),
        (packed(b"[" * 100_000), "beschadigd"),
        (packed([1, 2]), "geen werkbestand"),
        (packed({"format": "klantmonitor-werk", "version": "1"}), "nieuwere versie"),
        (save(WORK)[:-30], "beschadigd"),
        (packed(b" " * 21_000_000), "beschadigd"),
    ],
    ids=["newer", "other", "cut json", "nested", "list", "text version", "cut zip", "large"],
)
def test_what_can_not_be_used_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        read("w.klantmonitor", data)
    assert words in refused.value.problem.message
    assert refused.value.problem.remedy


def test_what_is_unsound_in_it_is_left_out_and_the_rest_stays() -> None:
    content = {
        "format": "klantmonitor-werk", "version": 1,
        "mappings": [3, {"format": "x"}], "references": [{"channel": "maan"}, 4, {"channel": "balie", "item": "prijs", "year": 2020, "benchmark": "NaN", "own": "7.2"}],
        "filters": {"channel": "maan", "products": [1, "VOG"], "from": "gisteren"}, "themes": 3, "choice": [],
        "factsheet": [], "stops": [3, {"slug": "scores", "choices": {"a": 1, "b": "x"}, "hidden": "ja"}],
    }  # fmt: skip
    found = read("w.klantmonitor", packed(content))
    assert found.references.rows == (Reference("balie", "prijs", 2020, None, Decimal("7.2")),)
    assert found.selection == Selection(None, ("VOG",))
    assert found.stops == (Stop("scores", choices={"b": "x"}),)
    assert (found.mappings, found.factsheet, len(found.choice)) == ((), {}, 0)


def test_a_path_in_it_is_only_a_name() -> None:
    found = read(
        "w",
        packed(
            {"format": "klantmonitor-werk", "version": 1},
            **{"exports/../../etc/passwd": b"a", "exports/C:\\x\\y.csv": b"b"},
        ),
    )
    assert [name for name, _ in found.exports] == ["passwd", "y.csv"]


def test_a_refused_file_leaves_the_others() -> None:
    session = Session().with_files(
        [("stuk.klantmonitor", packed({"format": "klantmonitor-werk", "version": 9})), ("balie.csv", EXPORT)]
    )
    assert session.channels == ("balie",)
    assert [problem.code for problem in session.told] == ["work_refused"]


def test_other_files_are_no_saved_work() -> None:
    assert not any(map(is_saved_work, (b"", b"PK\x03\x04", EXPORT, packed(b"{}")[:20])))
    assert expanded([("balie.csv", EXPORT)]) == ([("balie.csv", EXPORT)], [])


def test_a_stop_of_a_page_that_is_gone_is_left_out() -> None:
    assert known_stops((Stop("scores"), Stop("weg")), ["scores"]) == (Stop("scores"),)
