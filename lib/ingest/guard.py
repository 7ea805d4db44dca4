"""Keep a hostile or broken file away from the server: check its size from the outside, then open it in
a process of its own, which may crash, hang or run out of memory and take nothing along."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lib.ingest.precheck import DEFAULT_LIMITS, Limits, precheck
from lib.ingest.read import FileReceipt
from lib.ingest.references import ReferencesRead
from lib.ingest.worker import ANSWER, receive, send
from lib.survey.problems import Problem
from lib.survey.references import NO_REFERENCES

_ROOT = Path(__file__).parents[2]
_DIED = "died"


class Reader:
    """Reads files in processes of their own, and keeps each process for a next file.

    Reads from several threads go on side by side. Close it when done, or use it as a context.
    """

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self._limits = limits
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()

    def read_file(
        self, file: str, data: bytes, *more: Any, tell: Callable[[str], None] = lambda step: None
    ) -> FileReceipt:
        """Read one export, as `lib.ingest.read.read_file` does; what the file is or does becomes a
        problem of its receipt. `tell` is called with each step of it."""
        answer = self._ask("read_file", file, data, *more, tell=tell)
        return FileReceipt(file, None, None, None, (), (answer,), ()) if isinstance(answer, Problem) else answer

    def read_references(self, file: str, data: bytes, *more: Any) -> ReferencesRead:
        """Read published figures, as `lib.ingest.references.read_references` does."""
        answer = self._ask("read_references", file, data, *more)
        return ReferencesRead(file, NO_REFERENCES, (answer,)) if isinstance(answer, Problem) else answer

    def looks_like_references(self, file: str, data: bytes) -> bool:
        """Whether a file holds published figures; False where it can't be opened."""
        return self._ask("looks_like_references", file, data) is True

    def _ask(
        self, task: str, file: str, data: bytes, *more: Any, tell: Callable[[str], None] = lambda step: None
    ) -> Any:
        """The answer of a worker, or the problem that kept it from answering."""
        problem = precheck(file, data, self._limits)
        if problem is not None:
            return problem
        worker = self._take()
        try:
            answer = worker.ask((task, (file, data, *more)), self._limits.seconds, tell)
        except TimeoutError:
            worker.stop()
            return _too_slow(file, self._limits.seconds)
        except (EOFError, OSError):
            worker.stop()
            return _too_heavy(file)
        self._idle.put(worker)
        return answer

    def warm_up(self) -> "Reader":
        """Start a process now, so that the first file needn't wait for it."""
        self._idle.put(_Worker(self._limits.memory_bytes))
        return self

    def close(self) -> None:
        """Stop the processes that wait for a next file."""
        while not self._idle.empty():
            self._idle.get().stop()

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
                return _Worker(self._limits.memory_bytes)
            if worker.is_alive():
                return worker
            worker.stop()


class _Worker:
    """One process that opens files, one after the other."""

    def __init__(self, memory_bytes: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "lib.ingest.worker", str(memory_bytes)],
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

    def ask(self, request: tuple[Any, ...], seconds: float, tell: Callable[[str], None]) -> Any:
        """The answer to one request, its steps told meanwhile. Raises `TimeoutError` after so many
        seconds, `EOFError` or `OSError` where the process died over it."""
        messages: queue.SimpleQueue[Any] = queue.SimpleQueue()
        # A thread, because pipes can't be read with a time limit on every system.
        threading.Thread(target=self._talk, args=(request, messages), daemon=True).start()
        until = time.monotonic() + seconds
        while True:
            try:
                kind, content = messages.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                raise TimeoutError from None
            if kind == _DIED:
                raise content
            if kind == ANSWER:
                return content
            tell(content)

    def _talk(self, request: tuple[Any, ...], messages: "queue.SimpleQueue[Any]") -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            send(self._process.stdin, request)
            kind = ""
            while kind != ANSWER:
                kind, content = receive(self._process.stdout)
                messages.put((kind, content))
        except (EOFError, OSError, ValueError) as error:
            messages.put((_DIED, OSError() if isinstance(error, ValueError) else error))

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()


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
