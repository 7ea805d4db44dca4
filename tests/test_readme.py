"""The command of the README that opens the app works with the Python that the system has of its own."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import ROOT

_SYSTEM_PYTHON = Path("/usr/bin/python3")
_TEST_TOOLS = ("pytest", "mypy", "playwright", "hypothesis", "statsmodels")


def commands(language: str) -> list[str]:
    """The lines of code in this language, the one that opens the app first."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return [block.strip() for block in re.findall(rf"```{language}\n(.*?)```", readme, re.DOTALL)]


def why_not() -> str | None:
    """Why the system's own Python can't be tried here."""
    if sys.platform == "win32" or not _SYSTEM_PYTHON.exists():
        return "this system has no Python of its own"
    asked = "import sys, ensurepip; sys.exit(sys.version_info < (3, 11))"
    if subprocess.run([_SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False).returncode:
        return "the Python of this system is older than 3.11, or Debian's python3-venv is not installed"
    return None


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def answers(address: str, process: "subprocess.Popen[bytes]") -> bool:
    """Whether a server that is being installed and started comes to answer."""
    until = time.monotonic() + 600
    while process.poll() is None and time.monotonic() < until:
        try:
            return bool(urllib.request.urlopen(address, timeout=2).status == 200)
        except OSError:
            time.sleep(0.5)
    return False


def test_the_app_opens_with_the_python_of_the_system_and_without_test_tools(tmp_path: Path) -> None:
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    folder = tmp_path / "klantmonitor"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", "__pycache__", "tests"))
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    port = free_port()
    # As someone types it, but without a browser that opens and on a port that is free.
    command = f"{commands('sh')[0]} --server.headless=true --server.port={port}"
    own = {
        name: value for name, value in os.environ.items() if not name.startswith(("UV_RUN", "VIRTUAL_ENV", "PYTHON"))
    }
    with (tmp_path / "told").open("w+b") as told:
        process = subprocess.Popen(
            ["sh", "-c", command], cwd=folder, env={**own, "PATH": "/usr/bin:/bin"}, stdout=told, stderr=told, start_new_session=True
        )  # fmt: skip
        try:
            is_open = answers(f"http://localhost:{port}/_stcore/health", process)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        told.seek(0)
        assert is_open, told.read().decode(errors="replace")
    installed = {path.name for path in folder.glob(".venv/lib/*/site-packages/*")}
    assert "streamlit" in installed
    assert not installed & set(_TEST_TOOLS)


def test_what_opens_the_app_leaves_the_test_tools_out_and_what_tests_it_does_not() -> None:
    opening, testing, *_ = commands("sh")
    (windows,) = commands("powershell")
    for command in (opening, windows):
        assert command.endswith("uv run --no-dev streamlit run app.py")
    assert testing.endswith("uv run pytest")
    assert opening.split("uv run")[0] == testing.split("uv run")[0]


def test_ci_runs_the_command_that_tests() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").split("\n")
    *preparing, testing = commands("sh")[1].split(" && ")
    assert f"exec {testing}" in lines
    assert [line.replace("--quiet", "-q") for line in lines if line.startswith((".venv", "python3"))][-2:] == preparing
