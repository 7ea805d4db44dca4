"""The sample data and the references together reproduce every figure of the printed factsheet of 2020."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import EXPORTS, REFERENCES, call, call_in_a_process

PRINTED = json.loads((Path(__file__).parent / "golden" / "factsheet_2020.json").read_text(encoding="utf-8"))["channels"]
ARGUMENTS = ("figures", *EXPORTS, "--references", REFERENCES)

SHAPE: dict[str, list[str]] = {
    "": ["audience", "filters", "problems", "channels", "provenance"],
    "filters": ["channel", "products", "from", "to"],
    "problems": ["code", "severity", "message", "file", "sheet", "row", "column", "remedy"],
    "channels": ["channel", "first_date", "last_date", "responses", "reviews", "tips", "overall", "ces", "scores",
                 "repeat_visit", "info_clarity", "products", "trend"],
    "overall": ["value", "n", "sum", "suppressed"],
    "ces": ["value", "n", "low_effort", "high_effort", "suppressed"],
    "scores": ["item", "label", "unit", "value", "n", "sum", "benchmark", "difference", "p_adjusted", "verdict"],
    "repeat_visit": ["n", "options"],
    "info_clarity": ["n", "options"],
    "options": ["option", "label", "count", "share"],
    "products": ["product", "value", "n", "suppressed"],
    "trend": ["year", "value", "n", "source"],
}  # fmt: skip


@cache
def output() -> str:
    """What the command line prints for the whole sample."""
    return call(*ARGUMENTS).out


def channel(name: str) -> Any:
    """The figures of one channel."""
    (found,) = [channel for channel in json.loads(output())["channels"] if channel["channel"] == name]
    return found


def test_the_channels_stand_in_their_fixed_order() -> None:
    assert [found["channel"] for found in json.loads(output())["channels"]] == ["balie", "telefoon", "digitaal"]


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("figure", ["responses", "reviews", "tips"])
def test_a_printed_count_comes_out(name: str, figure: str) -> None:
    assert channel(name)[figure] == PRINTED[name][figure]


@pytest.mark.parametrize(("name", "row"), [(name, row) for name in PRINTED for row in PRINTED[name]["scores"]])
def test_a_printed_score_and_its_benchmark_come_out(name: str, row: dict[str, Any]) -> None:
    (found,) = [score for score in channel(name)["scores"] if score["label"] == row["label"]]
    assert (found["value"], found["benchmark"]) == (row["own"], row["benchmark"])
    assert found["difference"] == pytest.approx(row["own"] - row["benchmark"], abs=1e-9)
    assert found["unit"] == PRINTED[name]["unit"]


@pytest.mark.parametrize("name", PRINTED)
def test_the_table_has_the_printed_rows_in_the_printed_order(name: str) -> None:
    printed = [row["label"] for row in PRINTED[name]["scores"]]
    shown = [score["label"] for score in channel(name)["scores"] if "hostmanship_" not in score["item"]]
    assert shown == printed


@pytest.mark.parametrize(("name", "question"), [("balie", "repeat_visit"), ("digitaal", "info_clarity")])
def test_the_printed_options_stand_in_the_printed_order(name: str, question: str) -> None:
    assert [option["label"] for option in channel(name)[question]["options"]] == PRINTED[name][question]


def test_the_printed_grades_of_earlier_years_come_out() -> None:
    trend = {year["year"]: year for year in channel("digitaal")["trend"]}
    for printed in PRINTED["digitaal"]["overall_of_earlier_years"]:
        assert trend[printed["year"]] == {**printed, "n": None, "source": "reference"}
    assert trend[2020]["source"] == "export"
    assert sorted(trend) == [2018, 2019, 2020]


@pytest.mark.parametrize("name", ["balie", "telefoon", "digitaal"])
def test_all_answers_are_of_the_year_on_the_factsheet(name: str) -> None:
    assert {channel(name)[day][:4] for day in ("first_date", "last_date")} == {"2020"}


def test_hostmanship_at_the_desk_is_no_plain_mean_and_so_has_no_sum() -> None:
    (hostmanship,) = [score for score in channel("balie")["scores"] if score["item"] == "hostmanship"]
    assert hostmanship["sum"] is None
    assert [score["item"] for score in channel("balie")["scores"] if score["sum"] is None] == ["hostmanship"]


def test_what_a_channel_was_not_asked_is_null() -> None:
    asked = {name: [key for key in ("repeat_visit", "info_clarity") if channel(name)[key]] for name in
             ("balie", "telefoon", "digitaal")}  # fmt: skip
    assert asked == {"balie": ["repeat_visit"], "telefoon": [], "digitaal": ["info_clarity"]}


def test_the_sample_is_read_without_errors_and_without_warnings() -> None:
    assert {problem["severity"] for problem in json.loads(output())["problems"]} <= {"info"}


def wrong_keys(value: Any, name: str = "") -> list[tuple[str, list[str]]]:
    """Every object whose keys are not the agreed ones, in the agreed order."""
    if isinstance(value, list):
        return [wrong for one in value for wrong in wrong_keys(one, name)]
    if not isinstance(value, dict) or name == "provenance":
        return []
    here = [(name, list(value))] if list(value) != SHAPE[name] else []
    return here + [wrong for key, one in value.items() for wrong in wrong_keys(one, key)]


def test_the_output_has_exactly_the_agreed_keys_in_the_agreed_order() -> None:
    assert wrong_keys(json.loads(output())) == []


def test_the_output_is_the_same_bytes_in_every_process() -> None:
    first = call_in_a_process(ARGUMENTS, PYTHONHASHSEED="1", PYTHONIOENCODING="ascii")
    second = call_in_a_process(ARGUMENTS, PYTHONHASHSEED="4242", TZ="Pacific/Auckland")
    assert (first.status, first.err) == (0, "")
    assert first.out == second.out == output()


def test_the_order_of_the_files_changes_no_figure() -> None:
    other = call("figures", *reversed(EXPORTS), "--references", REFERENCES)
    assert other.json["channels"] == json.loads(output())["channels"]
