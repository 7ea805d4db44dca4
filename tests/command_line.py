"""The command line called from a test: in this process where that will do, since it is much faster."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lib.__main__ import main
from lib.ingest.sandbox.guard import Reader

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_data"
EXPORTS = tuple(str(SAMPLE / name) for name in ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv"))
REFERENCES = str(SAMPLE / "referentiecijfers.csv")


@dataclass(frozen=True)
class Called:
    """What one call gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output read as JSON."""
        return json.loads(self.out)


@cache
def _reader() -> Reader:
    """The process that opens files, the same for all calls."""
    return Reader()


def call(*arguments: str) -> Called:
    """One call in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(arguments, _reader())
    return Called(status, out.getvalue(), err.getvalue())


def call_in_a_process(arguments: Sequence[str], **environment: str) -> Called:
    """One call in a process of its own, with something changed in its environment."""
    done = subprocess.run(
        [sys.executable, "-m", "lib", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Called(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
