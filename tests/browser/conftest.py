"""A real browser against a real server. Without Chromium these tests are skipped, except in CI, where
they fail: what a browser shows can't be checked in another way."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import EXPORTS, REFERENCES, ROOT, SAMPLE

_FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"
_READY = "[data-testid=stApp][data-test-script-state=notRunning]"
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it; closed after each file, since as long as it is open its loop runs in this thread and
    no other test can run one."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        message = "Chromium is not installed; on Debian: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=_FLAGS.split())
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a freshly started app."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        _wait_for(f"{address}/_stcore/health")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)


class User:
    """Someone with a browser of their own in front of the app."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.requested: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.requested.append(request.url))

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.page.get_by_role("heading", level=1).first.wait_for(timeout=60_000)
        self.settle()

    def settle(self) -> None:
        """Wait until the app has nothing more to draw."""
        self.page.wait_for_timeout(300)
        self.page.wait_for_selector(_READY, timeout=30_000)
        self.page.wait_for_timeout(400)

    def open_from_menu(self, group: str, title: str) -> None:
        """Open a page from the menu above the page: a group unfolds first."""
        self.page.get_by_test_id("stTopNavSection").filter(has_text=group).click()
        self.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=title).click()
        self.settle()

    def click(self, role: str, name: str) -> None:
        self.page.get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]
        self.settle()

    def tab_to(self, name: str) -> None:
        """Go by the Tab key to what has this text, as someone without a mouse does."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if name in self._focused():
                # What is drawn anew loses the focus; then it is looked for again.
                self.page.wait_for_timeout(250)
                if name in self._focused():
                    return
        raise AssertionError(f"{name} can't be reached")

    def _focused(self) -> str:
        return str(
            self.page.evaluate(
                "(document.activeElement.closest('label, button, a, summary') ?? document.createElement('a')).innerText"
            )
        )

    def upload(self, *files: str) -> None:
        self.go("/gegevens")
        self.page.set_input_files("input[type=file]", list(files))
        self.page.get_by_text("Geopende bestanden").wait_for(timeout=60_000)
        self.settle()

    def upload_sample_files(self) -> None:
        self.upload(*(str(SAMPLE / name) for name in (*EXPORTS, REFERENCES)))

    def open_sample(self) -> None:
        self.go("/gegevens")
        self.click("button", "Open voorbeelddata")
        self.page.get_by_text("Geopende bestanden").wait_for()
        self.settle()

    def selection(self) -> str:
        return self.page.get_by_test_id("selectie").inner_text()

    def rows(self) -> list[list[str]]:
        """The body of the first table of the page."""
        body = self.page.locator("table tbody").first
        return [row.locator("th, td").all_inner_texts() for row in body.locator("tr").all()]

    def scrolls_sideways(self) -> bool:
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))

    def text(self) -> str:
        """All that can be read on the page."""
        return re.sub(r"\s+", " ", self.page.locator("body").inner_text())


@pytest.fixture
def user(browser: Browser, server: str) -> Iterator[User]:
    context = browser.new_context(viewport=WIDE, locale="nl-NL")  # type: ignore[arg-type]
    yield User(context, server)
    context.close()


@pytest.fixture
def phone_user(browser: Browser, server: str) -> Iterator[User]:
    context = browser.new_context(viewport=NARROW, locale="nl-NL")  # type: ignore[arg-type]
    yield User(context, server)
    context.close()
