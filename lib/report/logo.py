"""The logo on a factsheet, from a file of which nothing is trusted: a PNG keeps its picture and nothing else, an SVG only
what draws; both are small."""

import base64
import binascii
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from xml.etree import ElementTree

MOST_BYTES = 200_000
_MOST_SIDE = 2_000  # pixels
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What a picture needs; all else in a PNG is words about it, or for other programs.
_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # per pixel, by the colour type of PNG
_SVG = "http://www.w3.org/2000/svg"
_MOST_PARTS = 2_000
_DEEPEST = 40
_ELEMENTS = frozenset(
    "svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath title desc".split()
)
_ATTRIBUTES = frozenset(
    "id d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points transform viewBox preserveAspectRatio fill fill-rule "
    "fill-opacity clip-rule clip-path stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray "
    "stroke-dashoffset stroke-opacity opacity offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod "
    "clipPathUnits".split()
)
_LOCAL = re.compile(r"url\(#[\w-]{1,80}\)")
_SHOWN_TEXT = frozenset({"title", "desc"})
# Without these a logo would look otherwise than it should: better none, and a word about it.
_MISSED = frozenset("text image use pattern mask filter foreignObject".split())
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)")


class LogoError(ValueError):
    """A file can't be a logo; the message says in Dutch why, and what to do."""


@dataclass(frozen=True)
class Logo:
    """A picture that is safe to put in a file. `width` and `height`: its proportions."""

    kind: Literal["png", "svg"]
    data: bytes
    width: float
    height: float

    @property
    def address(self) -> str:
        """The picture as the address of an image that holds all of it."""
        mime = "image/svg+xml" if self.kind == "svg" else "image/png"
        return f"data:{mime};base64,{base64.b64encode(self.data).decode()}"


def logo_of(data: bytes) -> Logo:
    """The logo in a file; raises `LogoError` where there is none to be trusted."""
    if len(data) > MOST_BYTES:
        raise LogoError("Het logo is groter dan 200 kB. Kies een kleiner bestand.")
    if data.startswith(_SIGNATURE):
        return _png(data)
    if b"<svg" in data[:5_000]:
        return _svg(data)
    raise LogoError("Dit bestand is geen PNG of SVG. Bewaar het logo als PNG of SVG.")


def saved(logo: Logo) -> dict[str, str]:
    """The logo in a saved set of choices."""
    return {"kind": logo.kind, "data": base64.b64encode(logo.data).decode()}


def opened(content: Any) -> Logo | None:
    """The logo in a saved set, looked at again; None where there is none to be trusted."""
    if (
        not isinstance(content, dict)
        or not isinstance(content.get("data"), str)
        or len(content["data"]) > 2 * MOST_BYTES
    ):
        return None
    try:
        return logo_of(base64.b64decode(content["data"], validate=True))
    except (binascii.Error, LogoError, ValueError):
        return None


def _png(data: bytes) -> Logo:
    broken = LogoError("Deze PNG is beschadigd. Bewaar het logo opnieuw.")
    kept, packed, header = [_SIGNATURE], b"", None
    for kind, body in _chunks(data, broken):
        if kind == b"IHDR" and header is None and len(body) == 13:
            header = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        if kind in _CHUNKS:
            kept.append(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)))
    if header is None or not packed:
        raise broken
    width, height, depth, colour, *_, interlaced = header
    if not (0 < width <= _MOST_SIDE and 0 < height <= _MOST_SIDE):
        raise LogoError("Het logo is groter dan 2.000 bij 2.000 beeldpunten. Maak het kleiner.")
    if colour not in _SAMPLES or depth not in (1, 2, 4, 8, 16) or interlaced not in (0, 1):
        raise broken
    # It unpacks to what its size says, and to no more: an interlaced one takes a little more for its seven passes.
    most = (
        (height * 2 + 16) * (1 + -(-width * _SAMPLES[colour] * depth // 8))
        if interlaced
        else height * (1 + -(-width * _SAMPLES[colour] * depth // 8))
    )
    unpacker = zlib.decompressobj()
    try:
        size = len(unpacker.decompress(packed, most + 1))
    except zlib.error:
        raise broken from None
    if size > most or (not interlaced and size < most):
        raise broken
    return Logo("png", b"".join(kept), float(width), float(height))


def _chunks(data: bytes, broken: LogoError) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        end = place + 12 + length
        if end > len(data) or struct.unpack(">I", data[end - 4 : end])[0] != zlib.crc32(kind + body):
            raise broken
        yield kind, body
        if kind == b"IEND":
            return
        place = end
    raise broken


def _svg(data: bytes) -> Logo:
    broken = LogoError("Deze SVG is niet te lezen. Bewaar het logo opnieuw, als gewone SVG of als PNG.")
    # Nothing that is defined elsewhere, or that grows when it is read.
    if re.search(rb"<!(?:DOCTYPE|ENTITY)|<\?(?!xml[\s?])", data, re.IGNORECASE):
        raise broken
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise broken from None
    if root.tag != f"{{{_SVG}}}svg":
        raise broken
    width, height = _size(root)
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise LogoError("In deze SVG staat niet hoe groot het logo is. Bewaar het als PNG.")
    missed = {_name(part) for part in root.iter()} & _MISSED
    if missed:
        raise LogoError("In deze SVG staan tekst, foto's of effecten. Zet ze om in vormen, of bewaar het logo als PNG.")
    count = [0]
    kept = _kept(root, _classes(root), count, 0)
    if kept is None or count[0] > _MOST_PARTS:
        raise LogoError("Deze SVG heeft te veel onderdelen. Bewaar het logo als PNG.")
    kept.set("width", f"{width:g}")
    kept.set("height", f"{height:g}")
    if kept.get("viewBox") is None:
        kept.set("viewBox", f"0 0 {width:g} {height:g}")
    ElementTree.register_namespace("", _SVG)
    return Logo("svg", ElementTree.tostring(kept, encoding="utf-8"), width, height)


def _size(root: ElementTree.Element) -> tuple[float, float]:
    numbers = re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))
    if len(numbers) == 4:
        return float(numbers[2]), float(numbers[3])
    sides = [re.fullmatch(r"\s*(\d+(?:\.\d+)?)(?:px|pt|mm|cm)?\s*", root.get(name, "")) for name in ("width", "height")]
    width, height = (float(side[1]) if side else 0.0 for side in sides)
    return width, height


def _kept(
    part: ElementTree.Element, classes: Mapping[str, str], count: list[int], depth: int
) -> ElementTree.Element | None:
    """What draws of a part and of those in it; None where it is of another kind. `classes`: what its style sheet says
    of each."""
    count[0] += 1
    name = _name(part)
    if name not in _ELEMENTS or depth > _DEEPEST or count[0] > _MOST_PARTS:
        return None
    made = ElementTree.Element(f"{{{_SVG}}}{name}")
    named = (pair for each in part.get("class", "").split() for pair in _declared(classes.get(each, "")))
    for key, value in (*part.attrib.items(), *named, *_declared(part.get("style", ""))):
        if key in _ATTRIBUTES and ("url" not in value.lower() or _LOCAL.fullmatch(value.strip())):
            made.set(key, value)
    if name in _SHOWN_TEXT:
        made.text = part.text
    for each in part:
        if (inner := _kept(each, classes, count, depth + 1)) is not None:
            made.append(inner)
    return made


def _name(part: ElementTree.Element) -> str:
    return str(part.tag).removeprefix(f"{{{_SVG}}}")


def _classes(root: ElementTree.Element) -> dict[str, str]:
    """By class what the style sheets in the file declare of it."""
    found: dict[str, str] = {}
    for sheet in root.iter(f"{{{_SVG}}}style"):
        for rule in _RULE.finditer(sheet.text or ""):
            for name in _CLASS.findall(rule[1]):
                found[name] = f"{found.get(name, '')};{rule[2]}"
    return found


def _declared(style: str) -> list[tuple[str, str]]:
    """The pairs of a style attribute, as attributes."""
    pairs = (each.partition(":") for each in style.split(";"))
    return [(name.strip(), value.strip()) for name, _, value in pairs if value and "\\" not in value]
