"""What whoever runs the app says of where users' sessions are kept."""

import pytest

from lib.ingest.sandbox.guard import shared_reader
from lib.session.session import Session
from lib.session.store import KEPT_SECONDS
from lib.ui import shared
from lib.ui.settings import WrongSetting


def test_sessions_are_kept_for_as_long_as_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shared.store(Session, shared_reader()).kept_seconds == KEPT_SECONDS
    monkeypatch.setenv("KLANTMONITOR_UREN", "2")
    assert shared.store(Session, shared_reader()).kept_seconds == 7200


@pytest.mark.parametrize("name", ["KLANTMONITOR_UREN", "KLANTMONITOR_MB"])
@pytest.mark.parametrize("told", ["0", "acht", "-1", "1,5"])
def test_what_is_no_number_is_said_at_the_start(monkeypatch: pytest.MonkeyPatch, name: str, told: str) -> None:
    monkeypatch.setenv(name, told)
    with pytest.raises(WrongSetting, match=f"{name} is een aantal .*, bijvoorbeeld"):
        shared.store(Session, shared_reader())
