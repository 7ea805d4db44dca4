"""Keep a hostile or broken file away from the server: look at it and open it in a process of its own,
which may crash, hang or run out of memory and take nothing along. What comes back can only be data."""

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from lib.ingest.sandbox.precheck import DEFAULT_LIMITS, Limits, check_size
from lib.survey.problems import Problem

# What holds answers loads numpy; the process that reads is started before that, so that both go on side by side.
if TYPE_CHECKING:
    from lib.ingest.published.drafts.draft import Draft
    from lib.ingest.receipt import FileReceipt, ReferencesRead
    from lib.ingest.sandbox.messages import Kind

_ROOT = Path(__file__).parents[3]
_STEPS = 100  # more than any file has
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0)


class _Broken(Exception):
    """A process that died over a file, or sent what is no answer."""


class Reader:
    """Reads files in processes of their own, and keeps each process for a next file.

    Reads from several threads go on side by side. Close it when done, or use it as a context.
    """

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self._limits = limits
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        # On Linux a process ends with the thread that started it, so that has to be one that stays.
        self._starter = ThreadPoolExecutor(1)

    def read_file(
        self, file: str, data: bytes, *more: Any, tell: Callable[[str], None] = lambda step: None
    ) -> "FileReceipt":
        """Read one export, as `lib.ingest.read.read_file` does; what the file is or does becomes a
        problem of its receipt. `tell` is called with each step of it."""
        from lib.ingest.receipt import FileReceipt

        answer = self._ask("read_file", FileReceipt, file, data, *more, tell=tell)
        return FileReceipt(file, None, None, None, (), (answer,), ()) if isinstance(answer, Problem) else answer

    def read_references(self, file: str, data: bytes, *more: Any) -> "ReferencesRead":
        """Read published figures, as `lib.ingest.published.references.read_references` does."""
        from lib.ingest.receipt import ReferencesRead
        from lib.survey.references import NO_REFERENCES

        answer = self._ask("read_references", ReferencesRead, file, data, *more)
        return ReferencesRead(file, NO_REFERENCES, (answer,)) if isinstance(answer, Problem) else answer

    def looks_like_references(self, file: str, data: bytes) -> bool:
        """Whether a file holds published figures; False where it can't be opened."""
        return self._ask("looks_like_references", bool, file, data) is True

    def read_draft(self, file: str, data: bytes, pages: tuple[int, int] | None = None) -> "Draft":
        """Read a draft of a publication, as `lib.ingest.published.drafts.draft_files.read_draft` does."""
        from lib.ingest.published.drafts.draft import Draft

        answer = self._ask("read_draft", Draft, file, data, pages)
        return Draft(file, None, 0, (), (), (answer,)) if isinstance(answer, Problem) else answer

    def _ask(
        self,
        task: str,
        kind: "Kind",
        file: str,
        data: bytes,
        *more: Any,
        tell: Callable[[str], None] = lambda step: None,
    ) -> Any:
        """The answer of a worker, of this type, or the problem that kept it from answering."""
        problem = check_size(file, data, self._limits)
        if problem is not None:
            return problem
        worker = self._take()
        try:
            answer = worker.ask((task, self._limits, (file, data, *more)), kind, self._limits, tell)
        except TimeoutError:
            worker.stop()
            return _too_slow(file, self._limits.seconds)
        except _Broken:
            is_out_of_time = worker.stop() == _OUT_OF_TIME
            return _too_slow(file, self._limits.seconds) if is_out_of_time else _too_heavy(file)
        self._idle.put(worker)
        return answer

    def warm_up(self) -> "Reader":
        """Start a process now, so that the first file needn't wait for it."""
        self._idle.put(self._start())
        return self

    def close(self) -> None:
        """Stop the processes that wait for a next file."""
        while not self._idle.empty():
            self._idle.get().stop()
        self._starter.shutdown(wait=False)

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self) -> "_Worker":
        """A process that waits for work, or a new one."""
        while True:
            try:
                worker = self._idle.get_nowait()
            except queue.Empty:
                return self._start()
            if worker.is_alive():
                return worker
            worker.stop()

    def _start(self) -> "_Worker":
        return self._starter.submit(_Worker).result()


@cache
def shared_reader() -> Reader:
    """The reader of everyone who brings none: its processes wait for the next file, whoever has it."""
    return Reader()


class _Worker:
    """One process that opens files, one after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "lib.ingest.sandbox.worker"],
            cwd=_ROOT,
            # A reader out of memory hangs if it also has to write down where it was.
            env={**os.environ, "RUST_BACKTRACE": "0", "RUST_LIB_BACKTRACE": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What a dying reader prints may hold what is in the file.
            stderr=subprocess.DEVNULL,
        )

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, request: tuple[Any, ...], kind: "Kind", limits: Limits, tell: Callable[[str], None]) -> Any:
        """The answer to one request, its steps told meanwhile. Raises `TimeoutError` where it takes too long,
        `_Broken` where the process died over it."""
        from lib.ingest.sandbox.messages import Step

        messages: queue.SimpleQueue[Any] = queue.SimpleQueue()
        # A thread, because pipes can't be read with a time limit on every system.
        threading.Thread(target=self._talk, args=(request, kind, limits, messages), daemon=True).start()
        until = time.monotonic() + limits.seconds
        while True:
            try:
                message = messages.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                raise TimeoutError from None
            if isinstance(message, _Broken):
                raise message
            if not isinstance(message, Step):
                return message
            tell(message.words)

    def _talk(
        self, request: tuple[Any, ...], kind: "Kind", limits: Limits, messages: "queue.SimpleQueue[Any]"
    ) -> None:  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            pickle.dump(request, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
            for message in _messages(self._process.stdout, kind, limits.unpacked_bytes):
                messages.put(message)
        except (EOFError, OSError, ValueError):
            messages.put(_Broken())

    def stop(self) -> int:
        """End the process; returns how it ended, which may have been before."""
        self._process.kill()
        return self._process.wait()


def _messages(source: IO[bytes], kind: "Kind", most_bytes: int) -> Iterator[Any]:
    """The steps of one request, and its answer. Raises `ValueError` where they have no end."""
    from lib.ingest.sandbox.messages import Step, answer_kind, receive

    for _ in range(_STEPS):
        message = receive(source, answer_kind(kind), most_bytes)
        yield message
        if not isinstance(message, Step):
            return
    raise ValueError("no answer")


def _too_slow(file: str, seconds: float) -> Problem:
    return Problem(
        "file_too_slow",
        "error",
        f"Het lezen van {file} duurde langer dan {seconds:.0f} seconden en is gestopt.",
        file=file,
        remedy="Exporteer een kortere periode, of sla alleen het tabblad met antwoorden op.",
    )


def _too_heavy(file: str) -> Problem:
    return Problem(
        "file_too_heavy",
        "error",
        f"Het bestand {file} is te zwaar of te beschadigd om te lezen; het lezen is gestopt.",
        file=file,
        remedy="Sla alleen het tabblad met antwoorden op als nieuw .xlsx- of .csv-bestand en open dat.",
    )
