"""What whoever runs the app sets it to, by the environment; wrong settings are said in one sentence at the start."""

import os
from typing import Final

from streamlit import config

ADDRESS: Final = "KLANTMONITOR_ADDRESS"
HEALTH_PATHS: Final = ("/gezond", "/_stcore/health")  # what a proxy may ask, under whatever name, without a login
_YES: Final = frozenset({"ja", "yes", "true", "1", "on"})


class WrongSetting(Exception):
    """Raised where the app can't start as it is set up; says in Dutch why."""


def given(name: str) -> str:
    """A setting as it is given, without spaces around it; empty where it is not."""
    return os.environ.get(name, "").strip()


def is_on(name: str) -> bool:
    """Whether a setting is switched on; off where it is not given."""
    return given(name).lower() in _YES


def base_path() -> str:
    """Under which path the app stands ("/monitor"), as Streamlit is told (`server.baseUrlPath`); empty at the root."""
    path = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""
