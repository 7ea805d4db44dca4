"""A logo keeps its picture and nothing else; what can't be trusted is refused with a word about what to do."""

import base64
import io
import struct
import zlib
from xml.etree import ElementTree

import pytest
from PIL import Image

from lib.report.logo import MOST_BYTES, LogoError, logo_of, opened, saved

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20"'


def png(width: int = 40, height: int = 20, mode: str = "RGBA", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), 128).save(out, "PNG", **more)
    return out.getvalue()


def svg(inside: str, head: str = HEAD) -> bytes:
    return f"{head}>{inside}</svg>".encode()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "P", "1", "LA", "I;16"])
def test_a_png_of_any_kind_is_a_logo(mode: str) -> None:
    logo = logo_of(png(mode=mode))
    assert (logo.kind, logo.width, logo.height) == ("png", 40.0, 20.0)
    assert Image.open(io.BytesIO(logo.data)).size == (40, 20)


def test_words_in_a_png_are_left_out() -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", "J. de Vries, 06-12345678")
    given = png(pnginfo=info)
    assert b"Vries" in given
    assert b"Vries" not in logo_of(given).data
    assert b"trailing" not in logo_of(given + b"trailing").data


def test_a_png_that_unpacks_to_more_than_its_size_is_refused() -> None:
    header = struct.pack(">IIBBBBB", 10, 10, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 50_000_000))
        + chunk(b"IEND", b"")
    )
    assert len(bomb) < MOST_BYTES
    with pytest.raises(LogoError, match="beschadigd"):
        logo_of(bomb)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"GIF89a", "geen PNG of SVG"),
        (b"", "geen PNG of SVG"),
        (b"\x89PNG\r\n\x1a\n", "beschadigd"),
        (png()[:60], "beschadigd"),
        (png()[:40] + b"x" + png()[41:], "beschadigd"),
        (b"x" * (MOST_BYTES + 1), "200 kB"),
        (svg("<text>Gemeente</text>"), "tekst"),
        (svg('<image href="https://example.com/x.png"/>'), "tekst"),
        (svg('<use xlink:href="https://example.com/x.svg#a"/>'), "tekst"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(""), "niet te lezen"),
        (b'<?xml-stylesheet href="https://example.com/x.css"?>' + svg(""), "niet te lezen"),
        (svg("<g>"), "niet te lezen"),
        (svg("", '<svg xmlns="http://www.w3.org/2000/svg"'), "hoe groot"),
        (svg("", HEAD.replace("2000/svg", "2000/other")), "niet te lezen"),
        (svg("<g/>" * 3_000), "te veel onderdelen"),
    ],
)  # fmt: skip
def test_what_can_t_be_trusted_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(LogoError, match=says):
        logo_of(data)


def test_a_larger_png_is_refused() -> None:
    with pytest.raises(LogoError, match=r"2\.000"):
        logo_of(png(2_001, 1))


def test_only_what_draws_is_kept_of_an_svg() -> None:
    given = svg(
        '<script>alert(1)</script><style>.a{fill:#0b6a6c;background:url(https://example.com/x)}@import "https://example.com/";</style>'
        '<g onload="alert(2)" style="opacity:.5;filter:url(https://example.com/f)"><a href="javascript:alert(3)"><path d="M0 0"/></a>'
        '<path class="a" d="M0 0h40v20z" onclick="alert(4)" xlink:href="https://example.com"/>'
        '<rect width="4" height="4" fill="url(#b)" stroke="URL(https://example.com/y)"/></g>'
        '<linearGradient id="b"><stop offset="1" stop-color="#fff"/></linearGradient><metadata>J. de Vries</metadata>'
    )  # fmt: skip
    logo = logo_of(given)
    for gone in (b"script", b"alert", b"example", b"Vries", b"href", b"onload", b"import", b"<a", b"style"):
        assert gone not in logo.data, gone
    root = ElementTree.fromstring(logo.data)
    path = root.find(".//{http://www.w3.org/2000/svg}path")
    assert path is not None
    assert (path.get("fill"), path.get("d")) == ("#0b6a6c", "M0 0h40v20z")
    assert root.find(".//{http://www.w3.org/2000/svg}rect").get("fill") == "url(#b)"  # type: ignore[union-attr]
    assert (logo.width, logo.height) == (40.0, 20.0)


def test_a_saved_logo_is_looked_at_again() -> None:
    logo = logo_of(png())
    assert opened(saved(logo)) == logo
    evil = base64.b64encode(svg("<text>x</text>")).decode()
    wrong: tuple[object, ...] = (
        None,
        [],
        {"kind": "png"},
        {"data": 3},
        {"data": "%%"},
        {"data": evil},
        {"data": "A" * 500_000},
    )
    for content in wrong:
        assert opened(content) is None
