"""The factsheet as a web page of its own: readable by everyone, on any screen, without asking anything of anywhere."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lib.figures.selection import Selection
from lib.render.factsheet import factsheet_file
from lib.report.factsheet import Choices, factsheet
from lib.report.view import View
from lib.session.session import Session
from tests.browser.conftest import NARROW, User
from tests.browser.test_accessible_states import findings
from tests.conftest import EXPORTS, REFERENCES, SAMPLE


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's factsheet of all channels."""
    session = Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in (*EXPORTS, REFERENCES)])
    pages = factsheet(View(session, Selection(), {}, "publish"), Choices("Voorbeeldstad"))
    path = tmp_path_factory.mktemp("factsheet") / "factsheet.html"
    path.write_bytes(factsheet_file("html", pages, {}, date(2026, 11, 27)))
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, written: Path, scheme: str) -> None:
    context = browser.new_context(viewport=NARROW, color_scheme=scheme, locale="nl-NL")  # type: ignore[arg-type]
    user = User(context, "")
    user.page.goto(written.as_uri())
    found = findings(user)
    is_wide = user.scrolls_sideways()
    asked = [url for url in user.requested if not url.startswith(("file:", "data:"))]
    context.close()
    assert (found, is_wide, asked) == ([], False, [])
