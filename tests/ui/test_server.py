"""What the server adds, as far as no browser is needed to see it."""

import logging
import tomllib

import pytest

from lib.ingest.precheck import DEFAULT_LIMITS
from lib.ui.server import on_script_error
from tests.conftest import ROOT


def test_an_unexpected_error_is_logged_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    """The message of an error may hold what is in a file."""
    with pytest.raises(ValueError, match="Geheim") as raised:
        int("Jan Geheim, 06-12345678")
    with caplog.at_level(logging.ERROR, logger="lib.ui.server"):
        assert on_script_error(raised.value)
    said = [record.getMessage() for record in caplog.records if record.name == "lib.ui.server"]
    assert len(said) == 1
    assert "ValueError" in said[0]
    assert "test_server.py" in said[0]
    assert "Geheim" not in caplog.text


def test_the_web_server_lets_in_what_the_reader_takes() -> None:
    configuration = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert configuration["server"]["maxUploadSize"] << 20 == DEFAULT_LIMITS.file_bytes
