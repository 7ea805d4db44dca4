"""No label of a picture touches another one or leaves the picture: told from the places that a browser gives them, at
every width in which pictures are shown."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from lib.figures.selection import Selection
from lib.render import look
from lib.render.svg import picture_svg
from lib.report.blocks import Picture, flat
from lib.report.pages.every import PAGES
from lib.report.view import View
from lib.session.session import Session
from tests.conftest import SAMPLE

WIDTHS = (300, 358, 660, 884, 1150)
_FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
# Of letters, not of the empty lines around them; and of a second line of one label only once.
_PLACES = """() => [...document.querySelectorAll("svg")].map((svg) => {
  const whole = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() && text.getAttribute("opacity") !== "0");
  return {
    whole: [whole.left, whole.top, whole.right, whole.bottom],
    labels: texts.map((text) => {
      const box = text.getBoundingClientRect();
      return [text.textContent.trim(), box.left, box.top + 3, box.right, box.bottom - 3];
    }),
    smallest: Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize))),
  };
})"""


def forty_products() -> bytes:
    """Answers over forty products with long names, two of which begin alike."""
    rows = ["Kanaal;Datum;Product;Totaaloordeel;Wachttijd;Vriendelijkheid;Deskundigheid"]
    for product in range(40):
        name = f"Aanvraag of verlenging van een vergunning voor bijzondere omstandigheden nummer {product}"
        rows += [
            f"balie;{day % 28 + 1:02d}-{day % 12 + 1:02d}-2020;{name};{5 + (day * product) % 6};{4 + day % 6};{6 + day % 5};{5 + day % 5}"
            for day in range(40)
        ]
    return "\n".join(rows).encode()


def _pictures() -> Iterator[tuple[str, Picture]]:
    sample = Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in _FILES])
    many = Session().with_files([("balie.csv", forty_products()), (_FILES[3], (SAMPLE / _FILES[3]).read_bytes())])
    views = [
        *((f"sample, {channel}", View(sample, Selection(channel))) for channel in ("balie", "telefoon", "digitaal")),
        ("sample, per month", View(sample, Selection("digitaal"), {"per": "maand"})),
        ("one product", View(sample, Selection("balie", ("Geboorteaangifte",)))),
        ("forty products", View(many, Selection("balie"))),
    ]
    for name, view in views:
        for slug, make in PAGES.items():
            for block in flat(make(view).blocks):
                if isinstance(block, Picture):
                    yield f"{slug}, {name}, {block.kind}", block


@pytest.fixture(scope="module")
def pictures() -> dict[str, Picture]:
    return dict(_pictures())


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def _troubles(page: Page, pictures: Mapping[str, Picture], width: int) -> dict[str, list[str]]:
    """What is wrong with each picture, where anything is."""
    made = "".join(
        f'<div style="width:{width}px">{picture_svg(each, look.palette(), width)}</div>' for each in pictures.values()
    )
    page.set_content(f'<body style="margin:0;font-family:sans-serif">{made}</body>')
    told = zip(pictures, page.evaluate(_PLACES), strict=True)
    return {name: wrong for name, found in told if (wrong := _wrong(found))}


def _wrong(found: Mapping[str, Any]) -> list[str]:
    labels, (left, top, right, bottom) = found["labels"], found["whole"]
    troubles = [
        f"‘{name}’ leaves the picture"
        for name, x, y, x2, y2 in labels
        if x < left - 1 or y < top - 3 or x2 > right + 1 or y2 > bottom + 3
    ]
    for place, (name, x, y, x2, y2) in enumerate(labels):
        troubles += [
            f"‘{name}’ touches ‘{other}’"
            for other, ox, oy, ox2, oy2 in labels[place + 1 :]
            if x < ox2 - 1 and ox < x2 - 1 and y < oy2 and oy < y2
        ]
    return [*troubles, f"letters of {found['smallest']} px"] if found["smallest"] < 16 else troubles


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_touches_another_or_leaves_the_picture(page: Page, pictures: dict[str, Picture], width: int) -> None:
    assert {name.split(", ")[-1] for name in pictures} >= {"priorities", "scores", "stacked", "trend", "differences"}
    assert _troubles(page, pictures, width) == {}


def test_what_touches_is_found(page: Page, pictures: dict[str, Picture]) -> None:
    picture = next(picture for name, picture in pictures.items() if name.endswith("breakdown"))
    twice = Picture(picture.kind, picture.shape, ({**picture.rows[0], "Label": "9" * 200}, *picture.rows[1:]), "x")
    assert _troubles(page, {"twice": twice}, 358)
