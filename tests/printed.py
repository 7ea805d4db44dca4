"""The printed factsheet of 2020, as people read it."""

import json
from typing import Any

from tests.conftest import ROOT

_CHANNELS: dict[str, Any] = json.loads((ROOT / "tests/golden/factsheet_2020.json").read_text(encoding="utf-8"))[
    "channels"
]


def rows(channel: str) -> list[list[str]]:
    """The printed table of scores: label, own figure and BM, as text."""
    return [
        [row["label"], _text(channel, row["own"]), _text(channel, row["benchmark"])]
        for row in _CHANNELS[channel]["scores"]
    ]


def options(channel: str, question: str) -> list[str]:
    """The printed answers to a question, in their order."""
    return list(_CHANNELS[channel][question])


def _text(channel: str, figure: float) -> str:
    return f"{figure}%" if _CHANNELS[channel]["unit"] == "agree" else f"{figure:.1f}".replace(".", ",")
