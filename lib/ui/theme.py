"""The look of the app: the tokens of `.streamlit/config.toml`, handed to charts and style sheet."""

from functools import cache
from pathlib import Path

import streamlit as st

from lib.report.chart_parts import Palette


def palette() -> Palette:
    """The colours of the theme. The text in charts follows the theme that the browser shows."""
    own, benchmark, higher, lower = st.get_option("theme.chartCategoricalColors")
    kind = st.context.theme.type or "light"
    return Palette(own, benchmark, higher, lower, st.get_option(f"theme.{kind}.textColor") or "#1a1a1a")


def apply() -> None:
    """Put the style sheet on the page."""
    colours = palette()
    css = _sheet()
    for name, colour in (
        ("OWN", colours.own),
        ("BENCHMARK", colours.benchmark),
        ("HIGHER", colours.higher),
        ("LOWER", colours.lower),
        ("TEXT", colours.text),
        ("GROUND", st.get_option(f"theme.{st.context.theme.type or 'light'}.backgroundColor") or "#ffffff"),
    ):
        css = css.replace(f": {name};", f": {colour};")
    st.html(f"<style>{css}</style>")


@cache
def _sheet() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
