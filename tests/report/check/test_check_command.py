"""The command `check`: a range of pages, and what saved work says of numbers and tips."""

from dataclasses import replace
from pathlib import Path

import pytest

from lib.answers.choice import Choice
from lib.figures.selection import Selection
from lib.ingest.published.drafts.printed_number import Claim
from lib.report.check.check_draft import read_numbers
from lib.session.corrections import Correction, spots_of
from lib.session.saved_work import save
from lib.session.session import Session
from tests.command_line import EXPORTS, REFERENCES, call
from tests.report.check.conftest import draft_of

PAGES = "Balie 2020\nTotaaloordeel 8,3\n\fTelefoon 2020\nTotaaloordeel 7,6\n\fDigitaal 2020\nTotaaloordeel 7,1\n"


@pytest.mark.parametrize(
    ("pages", "channels"),
    [
        (None, ["balie", "telefoon", "digitaal"]),
        ("2", ["telefoon"]),
        ("2-3", ["telefoon", "digitaal"]),
        ("2-9", ["telefoon", "digitaal"]),
    ],
)
def test_only_the_pages_that_are_asked(tmp_path: Path, pages: str | None, channels: list[str]) -> None:
    (tmp_path / "c.txt").write_text(PAGES, encoding="utf-8")
    more = [] if pages is None else ["--pages", pages]
    found = call("check", *EXPORTS, "--published", str(tmp_path / "c.txt"), *more).json
    assert [(one["channel"], one["verdict"]) for one in found["figures"]] == [(each, "reproduces") for each in channels]


def test_the_channel_of_the_call_is_that_of_a_draft_without_one(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("Factsheet 2020\n\nAspect\tEigen\nWachttijd\t6,9\n", encoding="utf-8")
    arguments = ("check", *EXPORTS, "--published", str(tmp_path / "c.txt"), "--channel")
    found = {channel: call(*arguments, channel).json["figures"] for channel in ("telefoon", "balie")}
    assert [one["verdict"] for one in found["telefoon"]] == ["reproduces"]
    assert [(one["channel"], one["verdict"]) for one in found["balie"]] == [("balie", "differs")]


@pytest.mark.parametrize("pages", ["0", "7-3", "een", "8-9"])
def test_a_wrong_range_is_one_dutch_line(tmp_path: Path, pages: str) -> None:
    (tmp_path / "c.txt").write_text(PAGES, encoding="utf-8")
    said = call("check", *EXPORTS, "--published", str(tmp_path / "c.txt"), "--pages", pages)
    assert (said.status, said.out, len(said.err.splitlines())) == (2, "", 1)


def test_saved_work_says_what_numbers_and_tips_are(tmp_path: Path) -> None:
    text = "Balie 2020\n\nIets anders\n8,3\n\n“Deze woorden keurde iemand goed”\n"
    session = Session().with_files([(Path(name).name, Path(name).read_bytes()) for name in (*EXPORTS, REFERENCES)])
    draft = draft_of(text)
    numbers = read_numbers(session, draft)
    at = next(place for place, one in enumerate(numbers) if one.printed == "8,3")
    said = Correction(spots_of(draft, numbers)[at], Claim("balie", "totaaloordeel", "own", 2020), "grade")
    session = replace(
        session, corrections=(said,), choice=Choice({"0123456789abcdef": "Deze woorden keurde iemand goed"})
    )
    (tmp_path / "w.klantmonitor").write_bytes(save(session.saved_work(Selection(), with_exports=True)))
    (tmp_path / "c.txt").write_text(text, encoding="utf-8")
    found = call("check", str(tmp_path / "w.klantmonitor"), "--published", str(tmp_path / "c.txt")).json
    assert [(one["item"], one["verdict"]) for one in found["figures"]] == [("totaaloordeel", "reproduces")]
    assert found["unread"] == []
    assert [one["code"] for one in found["remarks"]] == []
    without = call("check", *EXPORTS, "--published", str(tmp_path / "c.txt")).json
    assert [one["printed"] for one in without["unread"]] == ["8,3"]
    assert [one["code"] for one in without["remarks"]] == ["tip_not_in_data"]
