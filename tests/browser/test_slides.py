"""Slides never scroll and are read from the back row: every page as a stop, for the sample and for forty products with
long names, in the two windows that beamers have."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from lib.figures.selection import Selection
from lib.report.pages.every import PAGES
from lib.session.saved_work import SavedWork, save
from lib.session.stops import Stop
from tests.browser.conftest import User
from tests.conftest import SAMPLE

pytestmark = pytest.mark.browser

SIZES = ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080})
FILES = ("balie_2020.xlsx", "telefoon_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
ITEMS = ("Openingstijden", "Wachtruimte", "Wachttijd", "Privacy a.d. balie", "Vriendelijkheid", "Deskundigheid",
         "Hostmanship", "Prijs v.h. product", "Doorlooptijd")  # fmt: skip
# What is seen of a slide: how far something goes past its place, and the smallest words.
MEASURE = """() => {
  const over = (e) => e ? Math.max(e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth) : 0;
  const at = (selector) => document.querySelector(selector), size = (e) => parseFloat(getComputedStyle(e).fontSize);
  const inside = (e) => { const b = e.getBoundingClientRect(); return b.height > 0 && b.top >= 0 && b.bottom <= innerHeight && b.right <= innerWidth; };
  const words = [...document.querySelectorAll('.km-stage img')].map((image) => {
    const svg = atob(image.src.split(',')[1]);
    const smallest = Math.min(...[...svg.matchAll(/font-size="([0-9.]+)(?:px)?"/g)].map((found) => Number(found[1])));
    return smallest * Math.min(image.clientWidth / image.naturalWidth, image.clientHeight / image.naturalHeight);
  });
  const tables = [...document.querySelectorAll('.km-stage tbody td, .km-stage tbody th')].map(size);
  return {
    over: {
      main: over(at('[data-testid=stMain]')), page: over(document.documentElement), slide: over(at('.km-slide')),
      stage: over(at('.km-stage')), table: over(at('.km-stage .km-scroll')), side: over(at('.km-side')),
    },
    words: Math.min(99, ...words), tables: Math.min(99, ...tables),
    finding: size(at('.km-slide .km-finding')),
    seen: [inside(at('[data-testid=selectie]')), inside(at('.st-key-bediening')), inside(at('.km-slide .km-finding'))],
  };
}"""


def long_names(folder: Path) -> list[Path]:
    """An export of forty products whose names don't fit beside anything."""
    choose = random.Random(4)
    kinds = ("Omgevingsvergunning", "Bewonersparkeervergunning", "Naturalisatieverzoek", "Gehandicaptenparkeerkaart")
    names = [f"{kinds[n % 4]} bedrijventerrein categorie {n}" for n in range(40)]
    rows = [";".join(("Datum", "Product", "Totaaloordeel", *ITEMS, "Heeft u een verbetertip?", "Verbetertip"))]
    for number in range(1600):
        grades = (str(choose.choice((5, 6, 7, 7, 8, 8, 9))) for _ in range(10))
        day = f"{1 + number % 28:02d}-{1 + number % 12:02d}-2020"
        rows.append(";".join((day, names[number % 40], *grades, "Ja", "Meer stoelen in de wachtruimte")))
    file = folder / "balie_2020.csv"
    file.write_text("\n".join(rows), encoding="utf-8")
    return [file]


def with_every_page(files: list[Path], folder: Path, channels: tuple[str, ...], products: tuple[str, ...]) -> Path:
    """Saved work with these files in it and every page as a stop."""
    slugs = [slug for slug in PAGES if slug != "toelichting"]
    stops = [Stop("overzicht"), *(Stop(slug, Selection(channels[0])) for slug in slugs)]
    # What another channel shows otherwise: statements in place of grades, and what was clear beforehand.
    more = ("scores", "informatie", "verdeling", "prioriteiten")
    stops += [Stop(slug, Selection(channel)) for channel in channels[1:] for slug in more]
    stops.append(Stop("scores", Selection(channels[0], products), {}, "Een titel van de presentator die lang is " * 2))
    work = SavedWork(stops=tuple(stops), exports=tuple((file.name, file.read_bytes()) for file in files))
    made = folder / "werk.klantmonitor"
    made.write_bytes(save(work))
    return made


@pytest.mark.parametrize("data", ["sample", "forty products"])
def test_no_slide_scrolls_and_the_back_row_reads_it(user: User, tmp_path: Path, data: str) -> None:
    channels: tuple[str, ...] = ("balie", "digitaal") if data == "sample" else ("balie",)
    products: tuple[str, ...] = ("Paspoort", "Rijbewijs")
    if data == "sample":
        files = [SAMPLE / name for name in FILES]
    else:
        files = long_names(tmp_path)
        products = tuple(line.split(";")[1] for line in files[0].read_text(encoding="utf-8").splitlines()[1:3])
    user.upload(str(with_every_page(files, tmp_path, channels, products)))
    user.go("/presenteren")
    count = int(user.page.get_by_test_id("halte").inner_text().split("/")[1])
    assert count >= 10
    tables = 0
    wrong: list[tuple[str, Any]] = []
    for place in range(count):
        for size in SIZES:
            user.page.set_viewport_size(size)  # type: ignore[arg-type]
            user.page.wait_for_timeout(150)
            found = user.page.evaluate(MEASURE)
            title = f"{place + 1} {user.page.locator('h1').inner_text()} {size['width']}"
            tables += found["tables"] < 99
            if any(each > 1 for each in found["over"].values()) or not all(found["seen"]):
                wrong.append((title, found))
            if found["words"] < 20 or found["tables"] < 20 or found["finding"] < 28:
                wrong.append((title, found))
        user.page.keyboard.press("ArrowRight")
        user.settle()
    assert tables, "no product was seen"
    assert not wrong, "\n".join(map(json.dumps, wrong))
