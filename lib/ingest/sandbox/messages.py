"""What a process that opens files sends back: data, which can be nothing but data.

An answer is written by its type as JSON, and arrays as their bytes behind it. It is read by the type
that was asked for: a message names no class and no function, so all it can make is a value of that type.
"""

import json
import re
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import prod
from types import NoneType, UnionType
from typing import IO, Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from lib.survey.problems import Problem

# A type as an annotation names it: a class, or `tuple[str, ...]`, `int | None`, `NDArray[np.int16]`.
Kind = Any
# How a value that is one text stands in JSON, and how it is made of it again.
_AS_TEXT: Mapping[Kind, tuple[Callable[[Any], str], Callable[[str], object]]] = {
    bytes: (bytes.hex, bytes.fromhex),
    date: (date.isoformat, date.fromisoformat),
    Decimal: (lambda value: f"{value:f}", lambda text: Decimal(_number(text))),
    Fraction: (str, lambda text: Fraction(_number(text))),
}
# Without an exponent, with which a few signs can ask for a number of gigabytes.
_NUMBER = re.compile(r"-?[0-9]+([./][0-9]+)?")
_PLAIN: Mapping[Kind, tuple[type, ...]] = {
    str: (str,), bool: (bool,), int: (int,), float: (float, int), NoneType: (NoneType,)
}  # fmt: skip
_ARRAY = (np.ndarray, NDArray)  # numpy says either, depending on its version
_LENGTH = struct.Struct("<Q")
_LARGEST_JSON = 64 << 20  # bytes; what takes room are arrays, which grow no further when they are read
_UTF8 = ("utf-8", "surrogatepass")  # a file may hold half characters


@dataclass(frozen=True)
class Step:
    """What is being done with a file, told before the answer."""

    words: str


def answer_kind(kind: Kind) -> Kind:
    """What may come where an answer of this type was asked for: a step, that answer, or why there is none."""
    return Step | Problem | kind


def send(pipe: IO[bytes], value: object, kind: Kind) -> None:
    """Write a value of this type."""
    arrays: list[np.ndarray] = []
    packed = json.dumps(_packed(value, kind, arrays)).encode("ascii")
    pipe.write(_LENGTH.pack(len(packed)))
    pipe.write(packed)
    for array in arrays:
        pipe.write(np.ascontiguousarray(array).data)
    pipe.flush()


def receive(pipe: IO[bytes], kind: Kind, most_bytes: int) -> Any:
    """Read a value of this type. Raises `EOFError` where the other side is gone, `ValueError` where what
    comes is anything else or larger."""
    source = _Source(pipe, most_bytes)
    try:
        size = _LENGTH.unpack(source.read(_LENGTH.size))[0]
        packed = json.loads(source.read(_checked(size, size <= _LARGEST_JSON)))
        return _unpacked(packed, kind, source)
    except (ArithmeticError, RecursionError, TypeError) as error:
        raise ValueError("no such value") from error


class _Source:
    """A pipe of which no more is read than so many bytes."""

    def __init__(self, pipe: IO[bytes], most_bytes: int) -> None:
        self._pipe = pipe
        self._left = most_bytes

    def read(self, size: int) -> bytearray:
        self._left -= size
        if size < 0 or self._left < 0:
            raise ValueError("too large")
        read, place = bytearray(size), 0
        view = memoryview(read)
        while place < size:
            count = self._pipe.readinto(view[place:])  # type: ignore[attr-defined]
            if not count:
                raise EOFError
            place += count
        return read


def _packed(value: Any, kind: Kind, arrays: list[np.ndarray]) -> object:
    """The value as JSON knows it; its arrays are put aside."""
    origin, inner = _origin(kind), get_args(kind)
    if kind in _PLAIN:
        return value if value is None else kind(value)
    if kind in _AS_TEXT:
        return _AS_TEXT[kind][0](value)
    if origin is Literal:
        return value
    if origin in (Union, UnionType):
        place = next(place for place, one in enumerate(inner) if _is_a(value, one))
        return [place, _packed(value, inner[place], arrays)]
    if origin in _ARRAY:
        if _dtype(kind).hasobject:
            return _packed_texts(value, arrays)
        arrays.append(value.astype(_dtype(kind), casting="safe", copy=False))
        return list(value.shape)
    if origin in (tuple, Sequence):
        return [_packed(one, its, arrays) for one, its in zip(value, _item_kinds(kind, len(value)), strict=True)]
    if origin in (dict, Mapping):
        return [[_packed(key, inner[0], arrays), _packed(one, inner[1], arrays)] for key, one in value.items()]
    return [_packed(getattr(value, name), its, arrays) for name, its in _field_kinds(kind).items()]


def _unpacked(packed: Any, kind: Kind, source: _Source) -> Any:
    """The value of this type that JSON stands for. Raises `ValueError` or `TypeError` where it stands for none."""
    origin, inner = _origin(kind), get_args(kind)
    if kind in _PLAIN:
        # True is an int too; a number must be one.
        return _checked(packed, type(packed) in _PLAIN[kind])
    if kind in _AS_TEXT:
        return _AS_TEXT[kind][1](_checked(packed, isinstance(packed, str)))
    if origin is Literal:
        return _checked(packed, isinstance(packed, str) and packed in inner)
    if origin in (Union, UnionType):
        place, content = packed
        _checked(place, type(place) is int and 0 <= place < len(inner))
        return _unpacked(content, inner[place], source)
    if origin in _ARRAY:
        return _array(packed, _dtype(kind), source)
    _checked(packed, isinstance(packed, list))
    if origin in (tuple, Sequence):
        kinds = _item_kinds(kind, len(packed))
        return tuple(_unpacked(one, its, source) for one, its in zip(packed, kinds, strict=True))
    if origin in (dict, Mapping):
        return {_unpacked(key, inner[0], source): _unpacked(one, inner[1], source) for key, one in packed}
    its_fields = _field_kinds(kind)
    return kind(**{
        name: _unpacked(one, its, source) for one, (name, its) in zip(packed, its_fields.items(), strict=True)
    })  # fmt: skip


def _checked(packed: Any, is_sound: object) -> Any:
    if not is_sound:
        raise ValueError("no such value")
    return packed


def _number(text: str) -> str:
    return str(_checked(text, _NUMBER.fullmatch(text)))


def _array(packed: Any, dtype: np.dtype[Any], source: _Source) -> np.ndarray:
    """An array of one or two dimensions: its numbers, or its texts (or None), from the bytes that follow."""
    if dtype.hasobject:
        return _texts(packed, source)
    _checked(packed, isinstance(packed, list) and 1 <= len(packed) <= 2)
    for length in packed:
        _checked(length, type(length) is int and length >= 0)
    return np.frombuffer(source.read(prod(packed) * dtype.itemsize), dtype=dtype).reshape(packed)


def _packed_texts(texts: np.ndarray, arrays: list[np.ndarray]) -> list[int]:
    """Texts as two arrays: the length of each (-1 for None), and all of them as one."""
    filled = [text for text in texts if text is not None]
    whole = np.frombuffer("".join(filled).encode(*_UTF8), dtype=np.uint8)
    arrays += [np.array([-1 if text is None else len(text) for text in texts], dtype=np.int64), whole]
    return [len(texts), len(whole)]


def _texts(packed: Any, source: _Source) -> np.ndarray:
    count, size = packed
    lengths = _array([count], np.dtype(np.int64), source)
    whole = _array([size], np.dtype(np.uint8), source).tobytes().decode(*_UTF8)
    is_filled = lengths >= 0
    _checked(packed, (lengths >= -1).all() and (lengths <= len(whole)).all() and lengths[is_filled].sum() == len(whole))
    ends = np.cumsum(np.where(is_filled, lengths, 0))
    texts = np.empty(count, dtype=object)
    texts[is_filled] = [
        whole[end - length : end]
        for length, end in zip(lengths[is_filled].tolist(), ends[is_filled].tolist(), strict=True)
    ]
    return texts


def _is_a(value: object, kind: Kind) -> bool:
    """Whether a value is of one of the types of a union."""
    origin = _origin(kind)
    if origin is Literal:
        return value in get_args(kind)
    return isinstance(value, np.ndarray if origin in _ARRAY else origin or kind)


def _origin(kind: Kind) -> Any:
    return get_origin(kind)


def _dtype(kind: Kind) -> np.dtype[Any]:
    """The type of the numbers of `NDArray[...]`."""
    last = get_args(kind)[-1]
    return np.dtype(get_args(last)[0] if get_args(last) else last)


def _item_kinds(kind: Kind, length: int) -> Sequence[Kind]:
    inner = get_args(kind)
    return inner if _origin(kind) is tuple and inner[-1] is not Ellipsis else [inner[0]] * length


@cache
def _field_kinds(kind: Kind) -> dict[str, Kind]:
    """The fields of a frozen dataclass of ours; raises `TypeError` for any other type."""
    if not (is_dataclass(kind) and isinstance(kind, type)):
        raise TypeError(f"{kind} can't be sent")
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
