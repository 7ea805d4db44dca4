"""What stands in the log: what went wrong and where in the code, and nothing of anyone's data."""

import logging
import subprocess
import sys

import pytest

from lib.ui.quiet_log import quieted, without_paths


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("opened /home/jan/klachten.csv now", "opened … now"),
        ("GET /meekijken/ABC123/stroom", "GET …"),
        ("GET /overzicht?zaal=ABC123&product=VOG 200", "GET … 200"),
        (r"C:\Users\jan\export.xlsx is weg", "… is weg"),
        ("store redis://:wachtwoord@valkey:6379/0", "store redis://…@valkey:6379/0"),
        ("Uvicorn running on http://0.0.0.0:8501 (Press CTRL+C)", "Uvicorn running on http://0.0.0.0:8501 (Press CTRL+C)"),
        ("3/4 done, 50% and/or more", "3/4 done, 50% and/or more"),
    ],
)  # fmt: skip
def test_no_path_code_address_or_password_stands_in_it(text: str, left: str) -> None:
    assert without_paths(text) == left


def test_of_an_error_only_its_kind_and_place() -> None:
    try:
        int("Jan Geheim")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
        record = logging.LogRecord(
            "x", logging.ERROR, __file__, 1, "Failed on %s: %s", ("iets", error), info, None, "stack"
        )
    said = logging.Formatter().format(quieted(record))
    assert said.startswith("Failed on iets: ValueError: ValueError in test_quiet_log.py, line ")
    assert "Geheim" not in said
    assert "\n" not in said


def test_every_logger_of_the_process_keeps_quiet() -> None:
    program = (
        "import logging\nfrom lib.ui.quiet_log import keep_quiet\nkeep_quiet(); keep_quiet()\nlogging.basicConfig()\n"
        "try:\n    open('/tmp/jan geheim.csv/x')\nexcept OSError as error:\n"
        "    logging.getLogger('wie.dan.ook').exception('kan %s niet openen', error.filename)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.count("\n") == 1
    assert "NotADirectoryError in" in done.stderr or "FileNotFoundError in" in done.stderr
    assert "Traceback" not in done.stderr
    assert "/tmp" not in done.stderr
