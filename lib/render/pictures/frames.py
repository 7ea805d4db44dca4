"""The frame of every kind of picture, and a picture as one Vega-Lite document."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from altair.utils.schemapi import debug_mode

from lib.render.pictures import bars, dots, lines, shares, twofold
from lib.render.pictures.parts import Palette
from lib.report.blocks import Picture

Spec = dict[str, Any]
_FRAMES: Mapping[str, Callable[..., Spec]] = {
    "scores": dots.scores,
    "differences": dots.differences,
    "products": dots.products,
    "breakdown": bars.breakdown,
    "stacked": shares.stacked,
    "columns": shares.columns,
    "trend": lines.trend,
    "priorities": twofold.priorities,
}


@lru_cache(maxsize=512)
def frame(kind: str, shape: tuple[object, ...], palette: Palette) -> Spec:
    """The picture of this kind and shape without its rows, kept since making one costs a tenth of a second or more; nobody may
    change it. It isn't held against Vega-Lite's schema, which would cost a second: the tests do that for every kind."""
    with debug_mode(False):
        return _FRAMES[kind](palette, *shape)


def document(picture: Picture, palette: Palette) -> Spec:
    """The picture with its rows, ready for whatever draws Vega-Lite."""
    return {**frame(picture.kind, picture.shape, palette), "data": {"values": list(picture.rows)}}
