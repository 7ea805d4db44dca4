"""A picture as SVG, without a browser: for phones, files and the clipboard. Making one takes a tenth of a second, so it
is made once per content and kept."""

import base64
import json
import re
from functools import lru_cache

import vl_convert
from markupsafe import Markup, escape

from lib.render.pictures.frames import document
from lib.render.pictures.large import enlarged
from lib.render.pictures.parts import Palette
from lib.report.blocks import Picture

_FIT = {"type": "fit-x", "contains": "padding"}
_FILL = {"type": "fit", "contains": "padding"}
_SIZE = re.compile(r'<svg([^>]*?) width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"')


def picture_svg(picture: Picture, palette: Palette, width: int) -> Markup:
    """The picture, `width` pixels wide and as wide as its place in a page. Text takes the colour of the text around
    it, so that the same file reads on light and dark; what it shows is told in words."""
    made = _SIZE.sub(r'<svg\1 width="100%" style="max-width:\2px;height:auto"', _made(picture, palette, width), count=1)
    made = made.replace(f'"{palette.text}"', '"currentColor"')
    return Markup(made.replace("<svg", f'<svg role="img" aria-label="{escape(picture.words)}"', 1))


def picture_file(picture: Picture, palette: Palette, width: int, height: int) -> str:
    """The picture as an SVG file of its own, in the colours of this palette."""
    spec = {**document(picture, palette), "width": width, "height": height, "background": None, "autosize": _FILL}
    return _svg(json.dumps(spec, sort_keys=True))


def picture_address(picture: Picture, palette: Palette, width: int, height: int, text: int) -> str:
    """The picture for a beamer as the address of an image that holds all of it: of this size, with words of `text`
    pixels, in the colours of this palette."""
    spec = enlarged(document(picture, palette), text, height)
    made = _svg(json.dumps({**spec, "width": width, "background": None, "autosize": _FILL}, sort_keys=True))
    return f"data:image/svg+xml;base64,{base64.b64encode(made.encode()).decode()}"


def _made(picture: Picture, palette: Palette, width: int) -> str:
    spec = {**document(picture, palette), "width": width, "background": None, "autosize": _FIT}
    return _svg(json.dumps(spec, sort_keys=True))


def picture_png(picture: Picture, palette: Palette, width: int, scale: float = 2.0) -> bytes:
    """The picture as PNG on a white ground, at twice the pixels so that it stays sharp in print."""
    spec = {**document(picture, palette), "width": width, "background": "white", "autosize": _FIT}
    return _png(json.dumps(spec, sort_keys=True), scale)


@lru_cache(maxsize=64)
def _png(spec: str, scale: float) -> bytes:
    return bytes(vl_convert.vegalite_to_png(json.loads(spec), scale=scale))


@lru_cache(maxsize=512)
def _svg(spec: str) -> str:
    return str(vl_convert.vegalite_to_svg(json.loads(spec)))
