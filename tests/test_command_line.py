"""The command line: what a script can rely on when things go well, and when they don't."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lib.ingest.mapping import ColumnMapping, to_json
from tests.command_line import EXPORTS, REFERENCES, ROOT, Called, call, call_in_a_process
from tests.ingest.exports import Rows, csv_text, workbook
from tests.ingest.test_bad_files import BAD
from tests.ingest.test_custom_survey import MARKET

HEADER: list[object] = ["Datum ingevuld", "Product", "Totaaloordeel", "Wachtruimte"]
ROWS: list[list[object]] = [
    [f"{n % 28 + 1:02d}-03-2020", "Paspoort" if n % 2 else "Rijbewijs", 8, 7] for n in range(40)
]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small export that is fine."""
    path = tmp_path_factory.mktemp("good") / "balie.csv"
    path.write_text(csv_text([HEADER, *ROWS]), encoding="utf-8")
    return str(path)


def is_refused(called: Called) -> bool:
    """Whether a call gave one Dutch line on standard error, exit status 2 and nothing else."""
    return called.status == 2 and called.out == "" and called.err.count("\n") == 1 and called.err.endswith("\n")


@pytest.mark.parametrize(("file", "data", "code"), BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("command", ["figures", "inspect"])
def test_a_bad_file_alone_is_one_line_on_standard_error(
    tmp_path: Path, command: str, file: str, data: bytes, code: str
) -> None:
    (tmp_path / file).write_bytes(data)
    called = call(command, str(tmp_path / file))
    assert is_refused(called)
    assert file in called.err, "which file it is about is said"
    assert "Traceback" not in called.err


@pytest.mark.parametrize(("file", "data", "code"), BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("bad_first", [True, False])
def test_a_bad_file_beside_a_good_one_is_a_problem_and_no_figure_changes(
    tmp_path: Path, good: str, bad_first: bool, file: str, data: bytes, code: str
) -> None:
    path = tmp_path / f"kapot_{file}" if code != "channel_unknown" else tmp_path / file
    path.write_bytes(data)
    called = call("figures", *((str(path), good) if bad_first else (good, str(path))))
    assert (called.status, called.err) == (0, "")
    errors = [problem for problem in called.json["problems"] if problem["severity"] == "error"]
    assert [(problem["code"], problem["file"]) for problem in errors] == [(code, path.name)]
    assert called.json["channels"] == call("figures", good).json["channels"]


def test_a_bad_file_in_a_process_of_its_own_leaves_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "balie.xlsx").write_bytes(b"%PDF-1.7")
    called = call_in_a_process(["figures", str(tmp_path / "balie.xlsx")], PYTHONIOENCODING="ascii")
    assert is_refused(called)


@pytest.mark.parametrize("option", [[], ["--references"]], ids=["an export", "references"])
def test_a_missing_file_beside_a_good_one_is_a_problem(good: str, option: list[str]) -> None:
    called = call("figures", good, *option, "/bestaat/niet/telefoon.xlsx")
    assert called.status == 0
    assert [(p["code"], p["severity"], p["file"]) for p in called.json["problems"] if p["severity"] == "error"] == [
        ("file_missing", "error", "telefoon.xlsx")
    ]


@pytest.mark.parametrize(
    "options",
    [
        ["figures"], ["inspect"], ["verzin", "balie.csv"], ["figures", "--channel", "balie"],
        ["figures", "{good}", "--onbekend"], ["figures", "{good}", "--produkt", "Paspoort"], ["inspect", "{good}", "--from", "2020-01-01"],
        ["figures", "{good}", "--channel"], ["figures", "{good}", "--chan", "balie"],
        ["figures", "{good}", "--from", "31-01-2020"], ["figures", "{good}", "--from", "2020-02-30"],
        ["figures", "{good}", "--to", "2020-13-01"], ["figures", "{good}", "--to", "20200131"],
        ["figures", "{good}", "--to", "gisteren"], ["figures", "{good}", "--from", ""],
        ["figures", "{good}", "--from", "2020-03-02", "--to", "2020-03-01"],
        ["figures", "{good}", "--for", "iedereen"], ["figures", "{good}", "--for"], ["inspect", "{good}", "--for", "explore"],
        ["figures", "{good}", "--for", "publish", "--from", "2020-03-02"],
        ["figures", "{good}", "--channel", "post"], ["figures", "{good}", "--channel", ""],
        ["figures", "{good}", "--product", "Vliegbrevet"], ["figures", "{good}", "--product", ""],
        [], ["figures", "/bestaat/niet.csv"], ["figures", "/"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_wrong_call_is_one_line_on_standard_error(good: str, options: Sequence[str]) -> None:
    assert is_refused(call(*(option.format(good=good) for option in options)))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--product", "Paspoor"], ["Paspoor", "Bedoelt u 'Paspoort'?"]),
        (["--product", "Vliegbrevet"], ["Vliegbrevet"]),
        (["--from", "2020-02-30"], ["--from", "2020-02-30"]),
        (["--to", "x"], ["--to", "2020-01-31"]),
        (["--from", "2020-05-01", "--to", "2020-04-01"], ["01-05-2020", "01-04-2020"]),
        (["--channel", "post"], ["post", "balie, telefoon, digitaal of overig"]),
    ],
)
def test_the_line_about_a_wrong_call_says_what_and_how_to_do_it_right(
    good: str, options: list[str], words: list[str]
) -> None:
    line = call("figures", good, *options).err
    assert [word for word in words if word not in line] == []


def test_a_hint_is_only_given_where_a_product_is_near(good: str) -> None:
    assert "Bedoelt u" not in call("figures", good, "--product", "Vliegbrevet").err


@pytest.mark.parametrize("name", ["Paspoort", "paspoort", " PASPOORT "])
def test_a_product_is_found_in_any_case_and_named_as_in_the_file(good: str, name: str) -> None:
    called = call("figures", good, "--product", name, "--product", "Paspoort")
    assert called.json["filters"]["products"] == ["Paspoort"]
    assert called.json["channels"][0]["responses"] == 20


@pytest.mark.parametrize(
    ("options", "responses"),
    [
        ([], 40),
        (["--from", "2020-03-05"], 32),
        (["--to", "2020-03-05"], 10),
        (["--from", "2020-03-05", "--to", "2020-03-05"], 2),
        (["--from", "2019-01-01", "--to", "2021-12-31"], 40),
        (["--product", "Rijbewijs", "--to", "2020-03-05"], 6),
    ],
)
def test_a_period_includes_its_first_and_its_last_day(good: str, options: list[str], responses: int) -> None:
    assert call("figures", good, *options).json["channels"][0]["responses"] == responses


def test_a_channel_without_answers_is_a_warning(good: str) -> None:
    called = call("figures", good, "--channel", "telefoon")
    assert (called.status, called.json["channels"]) == (0, [])
    assert [problem["code"] for problem in called.json["problems"]][-1] == "channel_empty"


def test_a_reference_that_cannot_be_right_is_a_problem_and_no_benchmark(good: str, tmp_path: Path) -> None:
    references = tmp_path / "bm.csv"
    references.write_text("kanaal;item;jaar;bm;eigen\nbalie;wachtruimte;2020;82;\nbalie;totaaloordeel;2020;8,1;\n")
    called = call("figures", good, "--references", str(references))
    (row,) = called.json["channels"][0]["scores"]
    assert (row["benchmark"], row["difference"], row["verdict"]) == (None, None, "no_benchmark")
    assert "reference_out_of_range" in [problem["code"] for problem in called.json["problems"]]


def test_inspect_tells_per_file_what_was_recognised(tmp_path: Path) -> None:
    book = tmp_path / "export.xlsx"
    book.write_bytes(workbook({"Balie": [["Naam", *HEADER], *(["Jan Geheim", *row] for row in ROWS)]}))
    called = call("inspect", str(book), EXPORTS[2])
    first, second = called.json
    assert list(first) == ["file", "format", "encoding", "delimiter", "sheets", "problems"]
    assert (first["format"], first["encoding"], first["delimiter"]) == ("xlsx", None, None)
    assert (second["format"], second["encoding"], second["delimiter"]) == ("csv", "utf-8-sig", ";")
    (sheet,) = first["sheets"]
    assert list(sheet) == ["sheet", "header_rows", "rows", "respondents", "left_out", "channel", "columns"]
    assert (sheet["sheet"], sheet["header_rows"], sheet["rows"], sheet["respondents"]) == ("Balie", [1], 40, 40)
    assert [column["item"] for column in sheet["columns"]] == [None, "datum", "product", "totaaloordeel", "wachtruimte"]
    assert {tuple(column) for column in sheet["columns"]} == {("column", "item", "kind", "evidence")}
    assert "Geheim" not in called.out


def test_inspect_of_the_sample_recognises_every_question() -> None:
    for file in call("inspect", *EXPORTS).json:
        unknown = [c["column"] for sheet in file["sheets"] for c in sheet["columns"] if c["item"] is None]
        assert unknown == ["Herkomst"]


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]], ids=" ".join)
def test_help_explains_the_commands_in_dutch(arguments: list[str]) -> None:
    called = call(*arguments)
    assert called.status == 0
    assert "python -m lib figures EXPORT" in called.out
    assert "python -m lib inspect EXPORT" in called.out


def test_figures_do_not_need_references() -> None:
    without, with_them = call("figures", EXPORTS[0]), call("figures", EXPORTS[0], "--references", REFERENCES)
    assert {row["verdict"] for row in without.json["channels"][0]["scores"]} == {"no_benchmark"}
    assert {row["verdict"] for row in with_them.json["channels"][0]["scores"]} > {"no_difference"}
    assert [row["sum"] for row in without.json["channels"][0]["scores"]] == [
        row["sum"] for row in with_them.json["channels"][0]["scores"]
    ]


def coded(folder: Path) -> tuple[str, str]:
    """An export that needs a mapping, and the mapping it needs."""
    header: list[object] = ["Datum", "V1", "De aanvraag verliep eenvoudig"]
    rows: list[list[object]] = [[f"{n % 28 + 1:02d}-03-2020", 8, n % 2 + 1] for n in range(40)]
    export, mapping = folder / "export.csv", folder / "koppeling.json"
    export.write_text(csv_text([header, *rows]), encoding="utf-8")
    choices = ColumnMapping(
        tuple(str(cell) for cell in header),
        {"V1": "totaaloordeel"},
        {"aanvraag_eenvoudig": "helemaal_eens"},
        "digitaal",
    )
    mapping.write_text(to_json(choices), encoding="utf-8")
    return str(export), str(mapping)


def test_a_mapping_makes_figures_of_what_was_not_recognised(tmp_path: Path) -> None:
    export, mapping = coded(tmp_path)
    assert is_refused(call("figures", export))
    (found,) = call("figures", export, "--mapping", mapping).json["channels"]
    assert (found["channel"], found["overall"]["value"]) == ("digitaal", 8.0)
    assert [(row["item"], row["value"], row["n"]) for row in found["scores"]] == [("aanvraag_eenvoudig", 100, 40)]
    (file,) = call("inspect", export, "--mapping", mapping).json
    assert [column["item"] for column in file["sheets"][0]["columns"]] == [
        "datum", "totaaloordeel", "aanvraag_eenvoudig"
    ]  # fmt: skip


@pytest.mark.parametrize("command", ["figures", "inspect"])
@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", None], ids=repr)
def test_a_mapping_file_that_is_none_is_one_line(
    good: str, tmp_path: Path, command: str, content: bytes | None
) -> None:
    path = tmp_path / "koppeling.json"
    if content is not None:
        path.write_bytes(content)
    called = call(command, good, "--mapping", str(path))
    assert is_refused(called)
    assert "koppeling.json" in called.err


def test_a_mapping_for_other_headers_is_a_warning_and_changes_nothing(good: str, tmp_path: Path) -> None:
    _, mapping = coded(tmp_path)
    figures, inspected = (call(command, good, "--mapping", mapping).json for command in ("figures", "inspect"))
    for problems in (figures["problems"], inspected[0]["problems"]):
        found = [problem for problem in problems if problem["code"] == "mapping_unused"]
        assert [(problem["severity"], problem["file"]) for problem in found] == [("warning", "koppeling.json")]
    assert figures["channels"] == call("figures", good).json["channels"]


def test_the_same_export_twice_counts_once_and_is_told(good: str, tmp_path: Path) -> None:
    again = tmp_path / "balie_kopie.csv"
    again.write_bytes(Path(good).read_bytes())
    called = call("figures", good, str(again))
    assert called.json["channels"] == call("figures", good).json["channels"]
    (problem,) = [problem for problem in called.json["problems"] if problem["code"] == "duplicates_dropped"]
    assert (problem["severity"], problem["file"]) == ("warning", "balie_kopie.csv")
    first, second = call("inspect", good, str(again)).json
    assert "duplicates_dropped" not in [problem["code"] for problem in first["problems"]]
    assert "duplicates_dropped" in [problem["code"] for problem in second["problems"]]


def test_two_exports_of_one_name_are_told_apart_and_an_id_under_any_header_finds_who_is_in_both(tmp_path: Path) -> None:
    paths = []
    for folder, header, people in (("a", "Kenmerk", range(40)), ("b", "Zaak", range(30, 70))):
        (tmp_path / folder).mkdir()
        paths.append(str(tmp_path / folder / "balie.csv"))
        rows: Rows = [[header, "Totaaloordeel"], *([f"Z-{n:05}", n % 3 + 7] for n in people)]
        Path(paths[-1]).write_text(csv_text(rows), encoding="utf-8")
    found = call("figures", *paths).json
    assert [channel["responses"] for channel in found["channels"]] == [70]
    (told,) = [problem for problem in found["problems"] if problem["code"] == "duplicates_dropped"]
    assert (told["file"], told["message"].split()[0]) == ("balie.csv (2)", "10")
    (renamed,) = [problem for problem in found["problems"] if problem["code"] == "file_renamed"]
    assert "'balie.csv (2)'" in renamed["message"]
    assert "Z-00035" not in call("inspect", *paths).out
    assert [each["file"] for each in call("inspect", *paths).json] == ["balie.csv", "balie.csv (2)"]


def test_references_may_be_a_printed_table(good: str, tmp_path: Path) -> None:
    printed_table = tmp_path / "factsheet.txt"
    printed_table.write_text("Balie 2020\n\tEigen\tBM\nWachtruimte\t8,0\t8,1\n2019; 7,9\n", encoding="utf-8")
    called = call("figures", good, "--references", str(printed_table))
    (channel,) = called.json["channels"]
    assert [(row["item"], row["benchmark"], row["difference"]) for row in channel["scores"]] == [
        ("wachtruimte", 8.1, -1.1)
    ]
    assert {"year": 2019, "value": 7.9, "n": None, "source": "reference"} in channel["trend"]


def test_what_counts_of_one_number_with_two_answers_can_be_said(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in ("balie_1.csv", "balie_2.csv")]
    for path, grade, first in zip(paths, (6, 8), (0, 5), strict=True):
        answers: list[list[object]] = [[f"R{n}", "01-03-2020", grade] for n in range(first, first + 20)]
        Path(path).write_text(csv_text([["Respondentnummer", "Datum ingevuld", "Totaaloordeel"], *answers]))
    found = [call("figures", *paths, *more) for more in ((), ("--duplicates", "both"), ("--duplicates", "last"))]
    overall = [one.json["channels"][0]["overall"] for one in found]
    # By hand: 20 x 6 and 20 x 8; then 5 x 6 (who is in the first file only) and 20 x 8.
    assert [(one["n"], one["sum"]) for one in overall] == [(40, 280), (40, 280), (25, 190)]
    assert is_refused(call("figures", *paths, "--duplicates", "first"))


@pytest.mark.parametrize("channel", ["balie", "telefoon", "digitaal", "overig"])
def test_a_survey_of_its_own_is_opened_under_the_channel_of_the_call(tmp_path: Path, channel: str) -> None:
    path = tmp_path / "markt.csv"
    path.write_text(csv_text(MARKET), encoding="utf-8")
    refused = call("figures", str(path))
    assert is_refused(refused)
    assert "een enquête met 3 eigen vragen" in refused.err
    assert "--channel" in refused.err
    for command in ("figures", "inspect"):
        assert call(command, str(path), "--channel", channel).status == 0
    (found,) = call("figures", str(path), "--channel", channel).json["channels"]
    assert (found["channel"], found["responses"]) == (channel, 40)
    assert (found["overall"], found["reviews"], found["tips"]) == (None, None, None)


def test_the_channel_of_the_call_is_that_of_a_file_which_has_none(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(csv_text([["Datum ingevuld", "Totaaloordeel"], *([row[0], 8] for row in ROWS)]), encoding="utf-8")
    refused = call("figures", str(path))
    assert is_refused(refused)
    assert "--channel" in refused.err
    (found,) = call("figures", str(path), "--channel", "telefoon").json["channels"]
    assert (found["channel"], found["responses"]) == ("telefoon", 40)


def test_no_advice_needs_a_page(tmp_path: Path, good: str) -> None:
    coded = [["Datum ingevuld", "Totaaloordeel", "Wachttijd", "De aanvraag verliep eenvoudig", "Totaaloordeel 2"]]
    files = {
        "codes.csv": csv_text([["V1_A1", "V2", "V3"], *([8, 7, 1] for _ in range(12))]),
        "digitaal.csv": csv_text([*coded, *([f"0{n % 9 + 1}-03-2020", 8, 3, n % 2 + 1, 9] for n in range(40))]),
        "dubbel.csv": csv_text([["Respondent", "Totaaloordeel"], *([f"R{n % 20}", 7 + n // 20] for n in range(40))]),
        "geen.csv": "Kleur;Dier\nrood;hond\n",
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        alone = call("figures", str(tmp_path / name), "--channel", "digitaal")
        beside = call("inspect", str(tmp_path / name), good, "--channel", "digitaal")
        assert "pagina" not in (alone.out + alone.err + beside.out + beside.err).lower(), name
    told = call("figures", str(tmp_path / "digitaal.csv")).json["problems"]
    assert {"scale_direction_unknown", "date_order_ambiguous"} <= {problem["code"] for problem in told}
    assert all(
        set(problem) == {"code", "severity", "message", "file", "sheet", "row", "column", "remedy"} for problem in told
    )


BALIE = next(file for file in EXPORTS if "balie" in file)
STEERING = "ba\x1b[31mlie\r\n\u2028\x07 \u202e2020"


@pytest.mark.parametrize(
    "options",
    [
        ["figures", f"/bestaat/niet/{STEERING}.csv"], ["figures", "{good}", "--product", STEERING],
        ["figures", "{good}", "--channel", STEERING], ["figures", "{good}", "--from", STEERING],
        ["inspect", "{good}", "--mapping", f"/bestaat/niet/{STEERING}.json"], ["figures", f"/{STEERING}\udcff.csv"],
    ],
)  # fmt: skip
def test_what_steers_a_screen_stays_out_of_the_line(good: str, options: list[str]) -> None:
    called = call(*(option.replace("{good}", good) for option in options))
    assert is_refused(called)
    assert "ba[31mlie 2020" in called.err
    assert called.err.rstrip("\n").isprintable()


@pytest.mark.skipif(os.name == "nt", reason="a name with such signs can't exist")
def test_a_file_with_such_a_name_is_named_in_full_in_json(good: str, tmp_path: Path) -> None:
    path = tmp_path / f"{STEERING}\udcff.csv"
    path.write_bytes(b"")
    called = call_in_a_process(["figures", good, str(path)])
    assert (called.status, called.err) == (0, "")
    assert path.name in [problem["file"] for problem in called.json["problems"]]


def run(redirection: str, good: str) -> Called:
    """A call of which the output goes elsewhere."""
    command = f"'{sys.executable}' -m lib inspect '{good}' {redirection}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    return Called(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_an_output_that_cannot_be_written_is_one_line(good: str, redirection: str) -> None:
    called = run(redirection, good)
    assert is_refused(called)
    assert called.err == "De uitvoer kan niet worden geschreven: de schijf is vol of de uitvoer is gesloten.\n"


@pytest.mark.skipif(shutil.which("bash") is None, reason="no shell with pipes")
def test_who_reads_no_further_ends_it_quietly(good: str) -> None:
    called = run("| head -c 1; exit ${PIPESTATUS[0]}", good)
    assert (called.status, called.out, called.err) == (0, "[", "")
    assert run("| true; exit ${PIPESTATUS[0]}", good) == Called(0, "", "")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way")
def test_ctrl_c_leaves_no_traceback(tmp_path: Path) -> None:
    # A name for a stream that never comes, so that the call waits.
    os.mkfifo(tmp_path / "balie.csv")
    process = subprocess.Popen(
        [sys.executable, "-m", "lib", "inspect", str(tmp_path / "balie.csv")], cwd=ROOT, stderr=subprocess.PIPE,
        # What is started in the background of a shell would not hear it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    with (tmp_path / "balie.csv").open("wb"):  # waits until the call has opened it
        process.send_signal(signal.SIGINT)
        # A signal that comes just before a read counts when that read ends, and it ends with the stream.
        time.sleep(0.5)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")


def test_a_wrong_call_loads_nothing_that_takes_long() -> None:
    script = "import sys; import lib.__main__; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"numpy", "pandas", "scipy", "openpyxl", "babel", "altair", "deduce"} & set(done.stdout.split())


def test_the_command_itself_does_not_load_what_reads_files() -> None:
    script = f"import sys; from lib.__main__ import main; assert main(['figures', {EXPORTS[0]!r}]) == 0; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "numpy" in loaded
    assert not {"pandas", "openpyxl", "python_calamine", "rapidfuzz", "altair", "deduce", "lib.ingest.read"} & loaded


def balie(*options: str) -> Any:
    called = call("figures", BALIE, *options)
    assert (called.status, called.err) == (0, "")
    return called.json


def test_figures_say_for_whom_they_are_and_are_the_owners_unless_asked() -> None:
    assert balie() == balie("--for", "explore")
    assert next(iter(balie())) == "audience"
    assert [balie(*options)["audience"] for options in ([], ["--for", "room"], ["--for", "publish"])] == [
        "explore", "room", "publish",
    ]  # fmt: skip


@pytest.mark.parametrize("audience", ["room", "publish"])
def test_what_may_leave_tells_no_more_than_is_printed_of_all_but_a_handful(audience: str) -> None:
    """All products but one of seven people: with the whole beside it, a sum would tell what those seven said."""
    products = balie()["channels"][0]["products"]
    others = [row["product"] for row in products if row["n"] >= 10]
    assert 0 < sum(row["n"] for row in products if row["n"] < 10) < 10
    asked = [part for name in others for part in ("--product", name)]
    own, told = balie(*asked), balie(*asked, "--for", audience)
    (before,), (after,) = own["channels"], told["channels"]
    assert (after["responses"], after["overall"]["n"], after["overall"]["sum"]) == (None, None, None)
    assert after["overall"]["value"] == before["overall"]["value"]
    assert (after["ces"]["low_effort"], after["ces"]["high_effort"], after["ces"]["value"]) == (
        None, None, before["ces"]["value"],
    )  # fmt: skip
    assert all(option["count"] is None for option in after["repeat_visit"]["options"])
    account = next(made for made in told["provenance"] if made["item"] == "totaaloordeel")
    assert [account[name] for name in ("n", "unrounded", "interval_95", "outside", "p")] == [None, None, None, {}, None]
    assert told["problems"] == []


def test_of_the_whole_the_intervals_are_coarse_for_others_than_the_owner() -> None:
    (mine,), (told,) = (
        [made["interval_95"] for made in found["provenance"] if made["item"] == "ces"]
        for found in (balie(), balie("--for", "publish"))
    )
    assert mine != told
    assert told == [round(end, 2) for end in told]


def test_who_publishes_takes_whole_months_and_is_told_which() -> None:
    good = BALIE
    line = call("figures", good, "--for", "publish", "--from", "2020-03-02", "--to", "2020-06-30").err
    assert "--from 2020-03-01 --to 2020-06-30" in line
    assert call("figures", good, "--for", "publish", "--from", "2020-03-01", "--to", "2020-06-30").status == 0


def test_saved_work_stands_in_place_of_exports(tmp_path: Path) -> None:
    work = tmp_path / "alles.klantmonitor"
    made = call("project", *EXPORTS, "--references", REFERENCES, "--out", str(work))
    assert (made.status, made.err) == (0, "")
    assert made.out == f"Werkbestand gemaakt: {work} (3 exports).\n"
    assert call("figures", str(work)).json == call("figures", *EXPORTS, "--references", REFERENCES).json
    assert call("inspect", str(work)).status == 0


def test_saved_work_that_is_damaged_or_without_exports_is_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "stuk.klantmonitor"
    broken.write_bytes(b"PK\x03\x04")
    said = call("figures", str(broken))
    assert (said.status, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert call("project", EXPORTS[0], "--out", str(tmp_path / "werk.zip")).status == 2


def test_the_factsheet_is_written_by_the_ending_of_its_name(tmp_path: Path) -> None:
    for ending in ("pdf", "html", "csv", "xlsx", "docx", "pptx"):
        out = tmp_path / f"f.{ending}"
        made = call("factsheet", BALIE, "--references", REFERENCES, "--out", str(out))
        assert (made.status, made.err) == (0, ""), ending
        assert out.stat().st_size > 1000
    said = call("factsheet", BALIE, "--out", str(tmp_path / "f.odt"))
    assert (said.status, said.out) == (2, "")
    assert ".pdf" in said.err
    assert (
        call("factsheet", BALIE, "--from", "1999-01-01", "--to", "1999-01-31", "--out", str(tmp_path / "f.pdf")).status
        == 2
    )


def test_a_draft_is_checked_and_every_number_is_accounted_for(tmp_path: Path) -> None:
    draft = tmp_path / "concept.txt"
    draft.write_text("Balie 2020\nAspect\tEigen\tBM\nWachttijd\t8,2\t8,1\nOpeningstijden\t8,2\t8,0\n", encoding="utf-8")
    found = call("check", *EXPORTS, "--references", REFERENCES, "--published", str(draft)).json
    assert list(found) == ["figures", "not_figures", "unread", "remarks", "summary"]
    assert [(one["printed"], one["verdict"]) for one in found["figures"]] == [
        ("8,2", "differs"), ("8,1", "differs"), ("8,2", "reproduces"), ("8,0", "reproduces")
    ]  # fmt: skip
    assert found["figures"][0]["causes"][0]["code"] == "columns_swapped"
    assert found["figures"][0]["correction"] == "vervang 8,2 door 8,1"
    assert found["summary"]["numbers"] == 5
    said = call("check", *EXPORTS, "--published", str(tmp_path / "weg.txt"))
    assert (said.status, said.out, len(said.err.splitlines())) == (2, "", 1)


def test_lines_are_masked(tmp_path: Path) -> None:
    text = tmp_path / "brief.txt"
    text.write_text("Bel 06-12345678\nPrima\n", encoding="utf-8")
    assert call("mask", str(text)).out == "Bel [telefoonnummer]\nPrima\n"
    assert call("mask", str(tmp_path / "weg.txt")).status == 2
