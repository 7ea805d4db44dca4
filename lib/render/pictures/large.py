"""A picture for a beamer: as high as there is room, with larger words. The frames are those of a page."""

from typing import Any

from lib.render.pictures.parts import LETTERS, TEXT_SIZE

_WIDER = 1.15  # the letters of an image are those of the system, which may be wider than ours
_SIZES = frozenset({"fontSize", "labelFontSize", "titleFontSize", "lineHeight"})


def enlarged(document: dict[str, Any], text: int, height: int) -> dict[str, Any]:
    """The Vega-Lite document `height` pixels high, its words of `text` pixels where they were those of a page."""
    factor = text / TEXT_SIZE
    scaled: dict[str, Any] = _scaled(document, factor)
    return {**scaled, "height": height, "params": [{"name": LETTERS, "value": factor * _WIDER}]}


def _scaled(part: Any, factor: float) -> Any:
    if isinstance(part, dict):
        return {
            key: each
            # What is put in are values, not sizes.
            if key == "values"
            else int(each * factor + 0.5)
            if key in _SIZES and isinstance(each, int | float)
            else _scaled(each, factor)
            for key, each in part.items()
        }
    return [_scaled(each, factor) for each in part] if isinstance(part, list) else part
