"""Blocks as text, and back: for a room that another server shows too.

What is read can be nothing but data: a value of a plain type, or of one of the dataclasses that the root's own
annotations lead to. A text names no other class and no function.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_type_hints

_AS_TEXT: Mapping[str, type] = {"decimal": Decimal, "fraction": Fraction, "date": date}


def to_text(value: object, root: type) -> str:
    """A value of a dataclass, or several in a tuple, as JSON. Raises `TypeError` where something in it is no data."""
    return json.dumps(_packed(value, _classes(root)), ensure_ascii=False, separators=(",", ":"))


def from_text(text: str, root: type) -> Any:
    """What was written by `to_text` with the same root. Raises `ValueError`, `LookupError` or `TypeError` where the
    text is none, as of another version."""
    return _unpacked(json.loads(text), _classes(root))


def _packed(value: object, classes: Mapping[str, type]) -> object:
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, tuple):
        return ["tuple", *(_packed(one, classes) for one in value)]
    if isinstance(value, list):
        return ["list", *(_packed(one, classes) for one in value)]
    if isinstance(value, Mapping):
        return ["map", *([_packed(key, classes), _packed(one, classes)] for key, one in value.items())]
    if isinstance(value, Decimal | Fraction):
        return [type(value).__name__.lower(), str(value)]
    if type(value) is date:
        return ["date", value.isoformat()]
    if isinstance(value, str):
        return str(value)  # marked-up text is text; whoever shows it marks it up
    name = type(value).__name__
    if classes.get(name) is not type(value):
        raise TypeError(f"{name} is no block")
    return [name, *(_packed(getattr(value, one.name), classes) for one in fields(value))]  # type: ignore[arg-type]


def _unpacked(packed: Any, classes: Mapping[str, type]) -> Any:
    if not isinstance(packed, list):
        return packed
    name, *parts = packed
    if name == "map":
        return {_unpacked(key, classes): _unpacked(one, classes) for key, one in parts}
    if name in ("tuple", "list"):
        several = [_unpacked(one, classes) for one in parts]
        return tuple(several) if name == "tuple" else several
    if name in _AS_TEXT:
        kind, text = _AS_TEXT[name], str(parts[0])
        return date.fromisoformat(text) if kind is date else kind(text)
    made = classes[name]
    names = [one.name for one in fields(made)]
    return made(**dict(zip(names, (_unpacked(one, classes) for one in parts), strict=True)))


@cache
def _classes(root: type) -> Mapping[str, type]:
    """By name all dataclasses that the annotations of one lead to."""
    found: dict[str, type] = {}
    ahead: list[Any] = [root]
    while ahead:
        kind = ahead.pop()
        ahead += get_args(kind)
        if isinstance(kind, type) and is_dataclass(kind) and found.get(kind.__name__) is not kind:
            if kind.__name__ in found:
                raise TypeError(f"two blocks are called {kind.__name__}")
            found[kind.__name__] = kind
            ahead += get_type_hints(kind).values()
    return found
