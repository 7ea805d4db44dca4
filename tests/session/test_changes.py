"""What a user says of columns counts at once, is kept whatever else happens, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from lib.ingest.mapping import ColumnMapping, to_json, with_column
from lib.session.session import Session
from lib.session.store import Store
from tests.ingest.exports import Rows, csv_text

HEADERS = ("Totaaloordeel", "V7", "V8")
ROWS: Rows = [HEADERS, *([8, 7, 6] for _ in range(40))]
NAME, MAPPING = "balie.csv", "koppeling_balie.json"
START = ColumnMapping(HEADERS)


def opened(*more: tuple[str, bytes]) -> Session:
    return Session().with_files([(NAME, csv_text(ROWS).encode()), *more])


def chosen(column: str, key: str) -> Callable[[ColumnMapping], ColumnMapping]:
    return lambda mapping: with_column(mapping, column, key)


def change(workspace: Session, column: str, key: str, file: str = NAME) -> Session:
    return workspace.with_change(file, MAPPING, START, chosen(column, key), f"{column} is {key}")


def take_back(workspace: Session) -> Session:
    last = workspace.last_change(HEADERS)
    return workspace if last is None else workspace.without_change(last)


def asked(workspace: Session) -> set[str]:
    """The questions that count, besides totaaloordeel."""
    return {key for counts in workspace.counts.values() for key in counts.answers} - {"totaaloordeel"}


def test_changes_add_up_and_are_taken_back_one_by_one() -> None:
    workspace = change(change(opened(), "V7", "wachttijd"), "V8", "privacy")
    assert asked(workspace) == {"wachttijd", "privacy"}
    once = take_back(workspace)
    assert (asked(once), [one.what for one in once.changes]) == ({"wachttijd"}, ["V7 is wachttijd"])
    twice = take_back(once)
    assert (asked(twice), twice.mappings_read, twice.changes) == (set(), {}, ())


def test_the_latest_change_is_taken_back_without_reading_again() -> None:
    before = opened()
    after = take_back(change(before, "V7", "wachttijd"))
    assert after.receipts[NAME] is before.receipts[NAME]


def test_a_file_that_came_in_between_is_read_anew_when_a_change_is_taken_back() -> None:
    workspace = change(opened(), "V7", "wachttijd").with_files([("balie_2.csv", csv_text([*ROWS, ROWS[1]]).encode())])
    assert [set(receipt.parts[0].answers) for receipt in workspace.receipts.values()] == [
        {"totaaloordeel", "wachttijd"}
    ] * 2
    back = take_back(workspace)
    assert [set(receipt.parts[0].answers) for receipt in back.receipts.values()] == [{"totaaloordeel"}] * 2


def test_a_mapping_that_was_opened_comes_back() -> None:
    data = to_json(ColumnMapping(HEADERS, {"V7": "privacy"})).encode()
    workspace = opened((MAPPING, data))
    changed = change(workspace, "V7", "wachttijd")
    assert (asked(workspace), asked(changed), asked(take_back(changed))) == ({"privacy"}, {"wachttijd"}, {"privacy"})
    # Whoever opens the saved file once more wants what is in it.
    assert asked(changed.with_files([(MAPPING, data)])) == {"privacy"}


@pytest.mark.parametrize(("column", "key"), [("V7", "bestaat_niet"), ("V99", "wachttijd")])
def test_what_can_not_be_changes_nothing(column: str, key: str) -> None:
    workspace = opened()
    assert change(workspace, column, key) is workspace


def test_a_file_that_is_gone_is_not_put_back() -> None:
    workspace = opened().without(NAME)
    assert change(workspace, "V7", "wachttijd") is workspace
    assert NAME not in str(change(opened(), "V7", "wachttijd").without(NAME).changes[0].receipts)


def test_two_changes_at_the_same_time_both_count() -> None:
    store = Store()
    store.put("a", opened())
    in_between: list[Session] = []

    def slow(current: Session) -> Session:
        if not in_between:
            in_between.append(current)
            store.update("a", lambda other: change(other, "V8", "privacy"))
        return change(current, "V7", "wachttijd")

    store.update("a", slow)
    assert asked(store.get("a")) == {"wachttijd", "privacy"}


def test_what_was_removed_meanwhile_is_not_put_back() -> None:
    store = Store()
    store.put("a", opened())

    def slow(current: Session) -> Session:
        store.put("a", Session())
        return change(current, "V7", "wachttijd")

    store.update("a", slow)
    assert (len(store), store.get("a").files) == (0, {})


def test_files_that_are_read_while_others_came_are_added_to_those() -> None:
    store, data = Store(), csv_text(ROWS).encode()
    calls: list[int] = []

    def slow(current: Session) -> Session:
        calls.append(len(current.files))
        if len(calls) == 1:
            store.update("a", lambda other: other.with_files([("balie_1.csv", data)]))
        return replace(current, files={**current.files, "balie_2.csv": data}, receipts={**current.receipts})

    store.update("a", slow)
    assert (set(store.get("a").files), calls) == ({"balie_1.csv", "balie_2.csv"}, [0, 1])
