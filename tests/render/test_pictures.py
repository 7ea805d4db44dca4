"""Every picture of every page: its frame is a valid Vega-Lite document, made once, and it becomes SVG without a browser."""

import json
from xml.etree import ElementTree

import pytest
from altair.utils.schemapi import validate_jsonschema
from altair.vegalite.v6.schema.core import load_schema

from lib.figures.selection import Selection
from lib.render import look
from lib.render.pictures.frames import document, frame
from lib.render.svg import picture_address, picture_png, picture_svg
from lib.report.blocks import Picture, flat
from lib.report.pages.every import PAGES
from lib.report.view import View
from lib.session.session import Session
from tests.conftest import SAMPLE

FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")


@pytest.fixture(scope="module")
def pictures() -> list[Picture]:
    """All pictures of the sample."""
    session = Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in FILES])
    views = [View(session, Selection(channel)) for channel in ("balie", "telefoon", "digitaal")]
    pages = [make(view) for make in PAGES.values() for view in views]
    return [block for page in pages for block in flat(page.blocks) if isinstance(block, Picture)]


def test_every_kind_is_drawn_and_says_what_it_shows(pictures: list[Picture]) -> None:
    assert {picture.kind for picture in pictures} >= {
        "scores", "breakdown", "stacked", "columns", "trend", "differences", "priorities"
    }  # fmt: skip
    assert all(picture.words.endswith(".") for picture in pictures)


def test_a_frame_is_made_once_and_rows_are_put_in(pictures: list[Picture]) -> None:
    palette = look.palette()
    for picture in pictures:
        made = document(picture, palette)
        assert frame(picture.kind, picture.shape, palette) is frame(picture.kind, picture.shape, palette)
        assert made["data"] == {"values": list(picture.rows)}
        # What a picture holds can be sent as it is: numbers and words.
        assert json.loads(json.dumps(made)) == json.loads(json.dumps(made, allow_nan=False))
        used = json.dumps(frame(picture.kind, picture.shape, palette))
        assert "datasets" not in used, "a frame holds no rows of its own"


def test_every_picture_is_valid_vega_lite(pictures: list[Picture]) -> None:
    schema = load_schema()
    for picture in pictures:
        validate_jsonschema(document(picture, look.palette()), schema, rootschema=schema)


def test_every_picture_becomes_svg_with_its_words(pictures: list[Picture]) -> None:
    for picture in {picture.kind: picture for picture in pictures}.values():
        made = picture_svg(picture, look.palette(), 900)
        root = ElementTree.fromstring(made)
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-label"] == picture.words
        shown = {"".join(text.itertext()).strip() for text in root.iter("{http://www.w3.org/2000/svg}text")}
        assert len(shown) > 3


def test_hostile_words_stay_words_in_a_picture() -> None:
    evil = '"><script>alert(1)</script>'
    rows = ({"Antwoord": evil, "Regels": evil, "Percentage": 40.0, "Label": "40%  (4)", "Kleur": "eigen"},)
    picture = Picture("breakdown", (40.0, 1, False, 120), rows, evil)
    made = picture_svg(picture, look.palette(), 600)
    root = ElementTree.fromstring(made)
    assert root.attrib["aria-label"] == evil
    assert not list(root.iter("script"))
    assert "<script" not in made


def test_an_image_holds_its_picture_and_a_png_is_one(pictures: list[Picture]) -> None:
    picture = next(picture for picture in pictures if picture.kind == "breakdown")
    assert picture_address(picture, look.palette("dark"), 400, 300, 20).startswith("data:image/svg+xml;base64,")
    assert picture_png(picture, look.palette(), 400)[:8] == b"\x89PNG\r\n\x1a\n"
