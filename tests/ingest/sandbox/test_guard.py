"""Files are opened in a process of their own: whatever they do to it, the app lives on."""

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.ingest.read import FileReceipt, read_file
from lib.ingest.sandbox.guard import Reader
from lib.ingest.sandbox.precheck import Limits
from tests.conftest import REFERENCES, ROOT, SAMPLE
from tests.ingest.containers import ods_without_end
from tests.ingest.sandbox.test_precheck import workbook

BALIE = (SAMPLE / "balie_2020.xlsx").read_bytes()
# So many rows that reading them takes a minute; it need not end.
LONG = b"Totaaloordeel;Wachtruimte;Wachttijd;Product;Datum\n" + b"8;7;6;Paspoort;01-03-2020\n" * 6_000_000


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as opened:
        yield opened


def codes(receipt: FileReceipt) -> list[str]:
    return [problem.code for problem in receipt.problems]


def test_a_file_read_apart_gives_what_it_gives_here(reader: Reader) -> None:
    apart, here = reader.read_file("balie_2020.xlsx", BALIE), read_file("balie_2020.xlsx", BALIE)
    assert apart.sheets == here.sheets
    assert apart.problems == here.problems
    assert [len(part) for part in apart.parts] == [len(part) for part in here.parts]


def test_references_are_told_apart_and_read(reader: Reader) -> None:
    data = (SAMPLE / REFERENCES).read_bytes()
    assert reader.looks_like_references(REFERENCES, data)
    assert not reader.looks_like_references("balie_2020.xlsx", BALIE)
    assert len(reader.read_references(REFERENCES, data).references.rows) == 26


def test_two_cells_that_span_a_sheet_are_one_sentence(reader: Reader) -> None:
    receipt = reader.read_file("twee.xlsx", workbook("A1", "XFD1048576"))
    assert codes(receipt) == ["sheet_too_large"]
    assert not receipt.is_read


def test_a_file_that_kills_its_reader_harms_no_other_file() -> None:
    with Reader(Limits(columns=20_000, cells=1 << 40)) as trusting:
        assert codes(trusting.read_file("twee.xlsx", workbook("A1", "XFD1048576"))) == ["file_too_heavy"]
        assert not trusting.looks_like_references("twee.xlsx", workbook("A1", "XFD1048576"))
        assert trusting.read_file("balie_2020.xlsx", BALIE).respondents == 3018


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with Reader(Limits(seconds=0.01)) as impatient:
        receipt = impatient.read_file("balie_2020.xlsx", BALIE)
    assert codes(receipt) == ["file_too_slow"]


def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    # Enough to start the process, too little to open seventy million cells.
    with Reader(Limits(memory_bytes=3 << 30)) as small:
        receipt = small.read_file("veel.xlsx", workbook("A1", "ZZ99999"))
    assert codes(receipt) == ["file_too_heavy"]


def test_an_opendocument_workbook_without_end_is_one_sentence() -> None:
    with Reader(Limits(memory_bytes=3 << 30)) as small:
        assert codes(small.read_file("balie.ods", ods_without_end())) == ["workbook_unreadable"]
        assert small.read_file("balie_2020.xlsx", BALIE).respondents == 3018


def test_files_are_read_side_by_side(reader: Reader) -> None:
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(reader.read_file("balie_2020.xlsx", BALIE).respondents))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [3018] * 3


def test_the_steps_of_a_file_are_told_in_order(reader: Reader) -> None:
    steps: list[str] = []
    assert reader.read_file("balie_2020.xlsx", BALIE, tell=steps.append).respondents == 3018
    assert steps == ["lezen", "herkennen"]


def is_gone(pid: int) -> bool:
    """Whether a process has ended, if nobody asked yet how too."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


def assert_goes(pid: int) -> None:
    """Within a second on a quiet machine; here it may be busy."""
    until = time.monotonic() + 10
    while not is_gone(pid):
        assert time.monotonic() < until, "still there"
        time.sleep(0.05)


def killed_parent(script: str) -> int:
    """Start a process that tells the number of its child, kill it, and return that number."""
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert not is_gone(child)
    parent.kill()
    parent.wait()
    return child


@pytest.mark.skipif(os.name == "nt", reason="the test looks for a process in the way of Unix")
def test_a_reader_whose_parent_is_killed_is_gone_in_the_middle_of_a_file() -> None:
    assert_goes(killed_parent("""
from lib.ingest.sandbox.guard import Reader
from tests.ingest.sandbox.test_guard import LONG
reader = Reader()
worker = reader._start()
reader._idle.put(worker)
reader.read_file("lang.csv", LONG, tell=lambda step: print(worker._process.pid, flush=True))
"""))  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process whose parent ended")
def test_a_reader_whose_parent_is_killed_is_gone_while_native_code_lets_nothing_else_run() -> None:
    # A pattern that takes years to see that it doesn't fit, without ever letting another thread go on.
    child = "import re; from lib.ingest.sandbox.worker import die_with_parent; die_with_parent(); print(os.getpid(), flush=True); re.match('(a*)*b', 'a' * 60)"
    assert_goes(
        killed_parent(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {'import os; ' + child!r}])")
    )


@pytest.fixture
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """A process that opens files, which is asked for the first of them by the test."""
    process = subprocess.Popen(
        [sys.executable, "-m", "lib.ingest.sandbox.worker"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield process
    process.kill()
    process.wait()


def ask(worker: "subprocess.Popen[bytes]", limits: Limits) -> None:
    """Ask for a file that takes long."""
    assert worker.stdin is not None
    pickle.dump(("read_file", limits, ("lang.csv", LONG)), worker.stdin)
    worker.stdin.flush()


def test_a_reader_whose_input_ends_is_gone_in_the_middle_of_a_file(worker: "subprocess.Popen[bytes]") -> None:
    ask(worker, Limits())
    assert worker.stdin is not None
    worker.stdin.close()
    assert worker.wait(timeout=10) == 0


def test_a_reader_that_nobody_stops_is_stopped_by_its_own_limit(worker: "subprocess.Popen[bytes]") -> None:
    ask(worker, Limits(seconds=1))
    # By the system where that counts computing time, else (and where it gets too little of it) by the clock.
    assert worker.wait(timeout=60) in (-getattr(signal, "SIGXCPU", 1), 1)


def test_a_reader_is_kept_when_the_thread_that_asked_for_it_ends() -> None:
    with Reader() as kept:
        started = []
        thread = threading.Thread(target=lambda: started.append(kept._take()))
        thread.start()
        thread.join()
        time.sleep(0.5)
        assert started[0].is_alive()
        started[0].stop()


@pytest.mark.parametrize(
    "sent",
    [
        pickle.dumps(("answer", print)), b"", b"\xff" * 100, (2).to_bytes(8, "little") + b"{}",
        # Steps without end.
        ((9).to_bytes(8, "little") + b'[0,["x"]]') * 1000,
    ],
)  # fmt: skip
def test_a_reader_that_sends_anything_but_an_answer_is_given_up(monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    real = subprocess.Popen
    script = f"import sys; sys.stdout.buffer.write({sent!r})"
    monkeypatch.setattr(subprocess, "Popen", lambda _, **more: real([sys.executable, "-c", script], **more))
    with Reader() as betrayed:
        assert codes(betrayed.read_file("balie.csv", b"Totaaloordeel\n8\n")) == ["file_too_heavy"]
