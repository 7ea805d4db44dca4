"""Pages run without a browser; what they show is read from their HTML."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import EXPORTS, REFERENCES, ROOT, SAMPLE

PAGES = {
    "gegevens": "Gegevens",
    "overzicht": "Overzicht",
    "scores": "Scores en BM",
    "terugkomen": "Terugkomen",
    "informatie": "Informatie vooraf",
    "tips": "Verbetertips",
    "verdeling": "Verdeling",
    "producten": "Producten",
    "verloop": "Verloop",
    "vergelijken": "Vergelijken",
    "prioriteiten": "Prioriteiten",
    "factsheet": "Factsheet",
    "publicatiecheck": "Publicatiecheck",
    "toelichting": "Toelichting",
}
Opener = Callable[..., AppTest]


class Shown:
    """What a page shows: its title, the two sentences, all text, and its tables row by row."""

    def __init__(self, app: AppTest) -> None:
        assert not app.exception, [error.value for error in app.exception]
        self.title = [title.value for title in app.title]
        self.buttons = [button.label for button in app.button]
        self.html = "\n".join(element.proto.body for element in app.get("html"))
        self.text = _plain(self.html)
        self.selection = self._sentence("selectie")
        self.finding = self._sentence("bevinding")
        self.charts = len(app.get("vega_lite_chart"))

    def _sentence(self, name: str) -> str | None:
        found = re.search(rf'data-testid="{name}">(.*?)</p>', self.html)
        return _plain(found[1]) if found else None

    def rows(self, caption: str) -> list[list[str]]:
        """The body of the table with this caption, as texts."""
        table = next(part for part in self.html.split("<table")[1:] if f'km-hidden">{caption}</caption>' in part)
        body = table.split("<tbody>")[1].split("</tbody>")[0]
        return [
            [_plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in body.split("</tr>")[:-1]
        ]


def _plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture
def open_app() -> Opener:
    """An app with files opened as a user does: by the uploader, or by the button for the sample."""

    def opened(files: Mapping[str, bytes] | None = None, *, sample: bool = False) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        app.switch_page("pages/gegevens.py").run()
        if sample:
            next(button for button in app.button if button.label == "Open voorbeelddata").click().run()
        if files:
            uploader = app.file_uploader[0]
            for name, data in files.items():
                uploader.upload(name, data)
            app.run()
        return app

    return opened


def go(
    app: AppTest,
    page: str,
    *,
    kanaal: str | None = None,
    product: list[str] | None = None,
    van: date | None = None,
    tot: date | None = None,
) -> Shown:
    """Go to a page, set these filters in the sidebar, and read it."""
    app.switch_page(f"pages/{page}.py").run()
    if kanaal is not None:
        app.button_group(key="kanaal").set_value(kanaal).run()
    if product is not None:
        app.multiselect(key="product").set_value(product).run()
    for key, day in (("van", van), ("tot", tot)):
        if day is not None:
            app.date_input(key=key).set_value(day).run()
    return Shown(app)


def sample_files(*names: str) -> dict[str, bytes]:
    return {name: (Path(SAMPLE) / name).read_bytes() for name in names or (*EXPORTS, REFERENCES)}
