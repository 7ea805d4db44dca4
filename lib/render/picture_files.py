"""A picture as a file of its own: it says what it is of, and stands on white, wherever it ends up."""

import json
import textwrap
from datetime import date
from typing import Any, Literal

import vl_convert

from lib.render import look
from lib.render.pictures.frames import document
from lib.report import dutch
from lib.report.blocks import Picture
from lib.survey.visible import visible

Ending = Literal["svg", "png"]
_WIDTH = 1000  # pixels
_SIGNS = 100  # of a line above the picture
_SCALE = 2.0  # so that it stays sharp in print


def picture_file(picture: Picture, ending: Ending, selection: str, day: date) -> bytes:
    """The picture under its finding, the selection and the day it was made."""
    palette = look.palette()
    about = f"{visible(selection)} · gemaakt op {dutch.day(day)}"
    spec: dict[str, Any] = {
        **document(picture, palette),
        "width": _WIDTH,
        "background": "white",
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": 16,
        "title": {
            "text": textwrap.wrap(visible(picture.words), _SIGNS),
            "subtitle": textwrap.wrap(about, _SIGNS),
            "anchor": "start",
            "frame": "bounds",
            "fontSize": 18,
            "subtitleFontSize": 15,
            "color": palette.text,
            "subtitleColor": palette.text,
            "offset": 16,
        },
    }
    if ending == "svg":
        return str(vl_convert.vegalite_to_svg(json.dumps(spec))).encode("utf-8")
    return bytes(vl_convert.vegalite_to_png(json.dumps(spec), scale=_SCALE))
