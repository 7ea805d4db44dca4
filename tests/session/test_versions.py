"""A file is its content: another one of the same name is added, asked about, and nothing is lost meanwhile."""

import pytest

from lib.report.drafts import versions_table
from lib.session.session import Session
from lib.session.versions import Version, left_out
from lib.survey.scales import FIRST_VALID
from tests.ingest.exports import Cell, csv_text

NAME, AGAIN = "balie_export.csv", "balie_export.csv (2)"


def export(people: range, *, grade: int = 8, ids: bool = True) -> bytes:
    """An export of these people."""
    header: list[Cell] = ["Datum ingevuld", "Totaaloordeel", "Welke suggestie heeft u?"]
    rows: list[list[Cell]] = [[f"{n % 28 + 1:02d}-03-2020", grade, f"stoel {n}"] for n in people]
    if ids:
        header, rows = ["Zaak", *header], [[f"Z-{n:05}", *row] for n, row in zip(people, rows, strict=True)]
    return csv_text([header, *rows]).encode()


def opened(*files: bytes, name: str = NAME) -> Session:
    """These files, opened one after the other under one name."""
    workspace = Session()
    for data in files:
        workspace = workspace.with_files([(name, data)])
    return workspace


def grade_counts(workspace: Session) -> dict[int, int]:
    """How many respondents gave each grade."""
    found = workspace.survey.channels["balie"].answers["totaaloordeel"]
    grades = [int(found.values[code - FIRST_VALID]) for code in found.codes.tolist()]
    return {grade: grades.count(grade) for grade in sorted(set(grades))}


def told(workspace: Session) -> list[str]:
    return [problem.code for problem in workspace.told]


def test_the_same_bytes_again_are_told_and_counted_once() -> None:
    workspace = opened(export(range(40)), export(range(40)))
    assert (list(workspace.files), len(workspace.survey), told(workspace)) == ([NAME], 40, ["file_again"])


def test_the_same_bytes_twice_at_once_too() -> None:
    workspace = Session().with_files([(NAME, export(range(40)))] * 2)
    assert (list(workspace.files), len(workspace.survey), told(workspace)) == ([NAME], 40, ["file_again"])


def test_the_same_bytes_under_another_name_count_once_and_are_told() -> None:
    workspace = Session().with_files([(NAME, export(range(40))), ("balie_kopie.csv", export(range(40)))])
    assert (len(workspace.receipts), len(workspace.survey)) == (2, 40)
    assert [problem.code for problem in workspace.survey.problems] == ["duplicates_dropped"]


def test_another_file_of_the_same_name_with_other_people_is_added() -> None:
    workspace = opened(export(range(40)), export(range(100, 130), grade=7))
    assert (list(workspace.files), told(workspace), workspace.versions) == ([NAME, AGAIN], ["file_renamed"], {})
    assert grade_counts(workspace) == {7: 30, 8: 40}


@pytest.mark.parametrize("ids", [True, False])
@pytest.mark.parametrize(("shared", "is_asked"), [(0, False), (19, False), (20, True), (39, True)])
def test_with_half_the_people_in_both_it_is_asked_and_the_first_counts(shared: int, is_asked: bool, ids: bool) -> None:
    workspace = opened(export(range(40), ids=ids), export(range(40 - shared, 80 - shared), ids=ids))
    assert workspace.versions == ({AGAIN: Version(NAME, shared)} if is_asked else {})
    assert [receipt.file for receipt in workspace.counted] == ([NAME] if is_asked else [NAME, AGAIN])
    # Without ids nobody can be seen to be the same person, and all count.
    assert len(workspace.survey) == (40 if is_asked else 80 - shared if ids else 80)


def test_a_file_that_only_grew_is_asked_about_too() -> None:
    assert opened(export(range(20)), export(range(200))).versions == {AGAIN: Version(NAME, 20)}


def test_either_answer_counts_at_once_and_can_be_taken_back() -> None:
    asked = opened(export(range(40)), export(range(10, 50), grade=7))
    assert grade_counts(asked) == {8: 40}
    replaced = asked.with_answer(AGAIN, "replaces")
    assert grade_counts(replaced) == {7: 40}
    both = replaced.with_answer(AGAIN, None).with_answer(AGAIN, "both")
    assert grade_counts(both) == {7: 40, 8: 40}
    back = both.with_answer(AGAIN, None)
    assert (grade_counts(back), list(back.files)) == ({8: 40}, [NAME, AGAIN])


def test_the_figures_that_change_are_told() -> None:
    asked = opened(export(range(40)), export(range(10, 50), grade=7))
    replaced, both = (asked.with_answer(AGAIN, "replaces"), asked.with_answer(AGAIN, "both"))
    table = versions_table(asked.counts, replaced.counts, both.counts)
    assert table is not None
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Balie · respons", "40", "40", "80"],
        ["Balie · Totaaloordeel", "8,0 (n = 40)", "7,0 (n = 40)", "7,5 (n = 80)"],
    ]
    assert versions_table(asked.counts, asked.counts, asked.counts) is None


def test_taking_the_first_away_leaves_the_second_which_then_counts() -> None:
    workspace = opened(export(range(40)), export(range(40), grade=7)).without(NAME)
    assert (list(workspace.receipts), grade_counts(workspace)) == ([AGAIN], {7: 40})
    replaced = opened(export(range(40)), export(range(40), grade=7)).with_answer(AGAIN, "replaces").without(AGAIN)
    assert (list(replaced.receipts), grade_counts(replaced)) == ([NAME], {8: 40})


def test_a_third_version_is_compared_with_the_one_that_counts() -> None:
    workspace = opened(export(range(40)), export(range(40), grade=7)).with_answer(AGAIN, "replaces")
    third = workspace.with_files([(NAME, export(range(40), grade=6))])
    assert third.versions["balie_export.csv (3)"] == Version(AGAIN, 40)
    assert grade_counts(third) == {7: 40}
    assert grade_counts(third.with_answer("balie_export.csv (3)", "replaces")) == {6: 40}


def test_the_kind_of_a_file_is_known_by_its_own_name() -> None:
    workspace = opened(b"geen werkmap", b"ook geen werkmap", name="balie.xlsx")
    assert [[p.code for p in receipt.problems] for receipt in workspace.receipts.values()] == [["not_a_workbook"]] * 2


def test_reference_figures_of_the_same_name_are_kept_beside_each_other() -> None:
    first, second = (f"kanaal;item;jaar;bm;eigen\nbalie;totaaloordeel;{year};8,1;8,0\n".encode() for year in (2019, 2020))  # fmt: skip
    workspace = Session().with_files([("bm.csv", first), ("bm.csv", second), ("bm.csv", first)])
    assert list(workspace.references_read) == ["bm.csv", "bm.csv (2)"]
    assert {row.year for row in workspace.references.rows} == {2019, 2020}
    assert told(workspace) == ["file_renamed", "file_again"]


def test_another_session_hashes_ids_otherwise() -> None:
    assert Session().key != Session().key
    one, other = opened(export(range(40))), opened(export(range(40)))
    hashes = [workspace.receipts[NAME].parts[0].respondents for workspace in (one, other)]
    assert hashes[0] is not None
    assert hashes[1] is not None
    assert not set(hashes[0].ravel().tolist()) & set(hashes[1].ravel().tolist())
    assert one.with_files([("x.csv", export(range(50, 60)))]).key == one.key


@pytest.mark.parametrize(
    ("answers", "out"), [({}, set()), ({AGAIN: None}, {AGAIN}), ({AGAIN: "replaces"}, {NAME}), ({AGAIN: "both"}, set())]
)
def test_what_does_not_count(answers: dict[str, object], out: set[str]) -> None:
    assert left_out({name: Version(NAME, 40, answer) for name, answer in answers.items()}) == out  # type: ignore[arg-type]
