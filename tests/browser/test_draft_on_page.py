"""A draft on Publicatiecheck in a real browser: read as words only, one click from its accounts, and readable for all."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Dialog

from tests.browser.conftest import User
from tests.browser.words import english

HOSTILE = '<img src="https://example.nl/x.png"><script>alert(1)</script> ![x](https://example.nl/y.png)'
TEXT = (
    f"# Balie 2020\n\n{HOSTILE}\n\nAspect\tEigen\tBM\nOpeningstijden\t8,2\t8,0\nWachttijd\t8,3\t8,2\nIets anders\n4,7\n"
)


def open_draft(user: User, tmp_path: Path) -> None:
    (tmp_path / "concept.txt").write_text(TEXT, encoding="utf-8")
    user.open_sample()
    user.go("/publicatiecheck")
    user.page.set_input_files("input[type=file]", str(tmp_path / "concept.txt"))
    user.page.locator(".km-draft").wait_for(timeout=60_000)
    user.settle()


def test_a_click_on_a_line_opens_its_accounts(user: User, tmp_path: Path) -> None:
    dialogs: list[Dialog] = []
    user.page.on("dialog", lambda dialog: dialogs.append(dialog))
    open_draft(user, tmp_path)
    account = user.page.get_by_text("Vervang 8,3 door 8,1")
    assert not account.is_visible()
    user.page.locator("summary", has_text="Wachttijd").click()
    assert account.is_visible()
    assert HOSTILE.split()[0] in user.page.locator(".km-draft").inner_text()
    assert dialogs == []
    assert not [url for url in user.requested if "example.nl" in url]
    assert user.page.locator("input[type=file]").count() == 0, "the widget has let go of the file"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_dutch(user: User, tmp_path: Path, scheme: str) -> None:
    user.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_draft(user, tmp_path)
    for summary in user.page.locator(".km-line > summary").all():
        summary.click()
    found = [
        (each["id"], node["html"][:200])
        for each in Axe().run(user.page).response["violations"]
        for node in each["nodes"]
    ]
    assert found == []
    assert english(user) == []


def test_on_a_phone_nothing_scrolls_sideways(phone_user: User, tmp_path: Path) -> None:
    open_draft(phone_user, tmp_path)
    assert phone_user.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
