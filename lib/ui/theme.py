"""The look of the app, on the ground that the browser shows."""

import streamlit as st

from lib.render import look
from lib.render.pictures.parts import Palette


def palette() -> Palette:
    """The colours of pictures. Their text follows the theme that the browser shows."""
    return look.palette(_ground())


def apply() -> None:
    """Put the style sheet on the page."""
    st.html(f"<style>{look.style_sheet(_ground())}</style>")


def _ground() -> look.Ground:
    return "dark" if st.context.theme.type == "dark" else "light"
