"""The look of everything that is shown: the tokens of `.streamlit/config.toml`, for pictures and style sheets alike."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from lib.render.pictures.parts import Palette

Ground = Literal["light", "dark"]
_CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


@cache
def _theme() -> dict[str, Any]:
    theme: dict[str, Any] = tomllib.loads(_CONFIG.read_text(encoding="utf-8"))["theme"]
    return theme


@cache
def palette(ground: Ground = "light") -> Palette:
    """The colours of pictures on a light or a dark ground."""
    own, benchmark, higher, lower = _theme()[ground].get("chartCategoricalColors", _theme()["chartCategoricalColors"])
    return Palette(own, benchmark, higher, lower, _theme()[ground]["textColor"])


@cache
def style_sheet(ground: Ground = "light") -> str:
    """What tables and texts look like on this ground."""
    return tokens(ground) + (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def tokens(ground: Ground) -> str:
    """The colours as the style sheet knows them."""
    colours = palette(ground)
    named = {
        "own": colours.own,
        "benchmark": colours.benchmark,
        "higher": colours.higher,
        "lower": colours.lower,
        "text": colours.text,
        "ground": _theme()[ground]["backgroundColor"],
    }
    return f":root {{ {' '.join(f'--km-{name}: {colour};' for name, colour in named.items())} }}\n"
