"""Every page in every state: without serious findings of axe, and within its width at 320 pixels and at twice the size."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import User
from tests.browser.test_safe_and_readable import PAGES, STREAMLIT_OWN

_SERIOUS = {"serious", "critical"}
_STATES = (
    "scores?kanaal=balie&product=Legalisatie+handtekening",  # fewer than ten
    "scores?kanaal=balie&product=Afspraak+maken",  # nobody, and another channel that has them
    "verloop?kanaal=receptie",  # what the data don't have
    "overzicht?kanaal=telefoon",
    "scores?kanaal=digitaal",
    "verdeling?kanaal=digitaal&verdeling=Stellingen",
    "vergelijken?met=bewaarde+selecties",
    "vergelijken?met=ander+product",
    "toelichting?begrip=BM",
    "tips?weergave=Thema%27s",
)
# The menu in the sidebar of a small screen is Streamlit's own markup: its list holds more than items.
_OURS = {"exclude": [["[data-testid=stSidebarNav]"]]}
# Width, height and how many pixels of the screen one takes: a narrow phone, and 1280 x 900 at 200%.
_SMALL = {"320 px": ({"width": 320, "height": 700}, 2), "200%": ({"width": 640, "height": 450}, 2)}


def found(user: User, path: str) -> list[tuple[str, str, str]]:
    """The serious findings on what is shown, ours only."""
    return [
        (path, violation["id"], node["html"][:160])
        for violation in Axe().run(user.page, context=_OURS).response["violations"]
        if violation["impact"] in _SERIOUS and violation["id"] not in STREAMLIT_OWN
        for node in violation["nodes"]
    ]


def test_without_data_no_page_has_serious_findings(user: User) -> None:
    troubles = []
    for page in PAGES:
        user.go(f"/{page}")
        troubles += found(user, page)
    assert troubles == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_state_has_serious_findings(user: User, scheme: str) -> None:
    user.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    user.open_sample()
    troubles = []
    for path in _STATES:
        user.go(f"/{path}")
        troubles += found(user, path)
    assert troubles == []


@pytest.mark.parametrize("size", _SMALL)
def test_a_small_screen_shows_every_page_within_its_width(browser: Browser, server: str, size: str) -> None:
    viewport, factor = _SMALL[size]
    context = browser.new_context(viewport=viewport, device_scale_factor=factor, locale="nl-NL")  # type: ignore[arg-type]
    user = User(context, server)
    user.open_sample()
    troubles: list[object] = []
    for page in PAGES:
        user.go(f"/{page}")
        troubles += found(user, page)
        troubles += [(page, "scrolls sideways")] if user.scrolls_sideways() else []
    context.close()
    assert troubles == []


def test_every_picture_says_in_words_what_it_shows(user: User) -> None:
    user.open_sample()
    silent = []
    for page in PAGES:
        user.go(f"/{page}")
        # What is on a tab that nobody opened is not drawn yet.
        shown = (each for each in user.page.get_by_test_id("stVegaLiteChart").all() if each.is_visible())
        for chart in shown:
            words = chart.evaluate(
                "(e) => [e, ...e.querySelectorAll('[aria-label]')].map((x) => x.getAttribute('aria-label') ?? '').join(' ')"
            )
            # Behind the finding Vega tells its axes.
            if not re.search(r"\w{3,}.*\.", words):
                silent.append((page, words))
    assert silent == []


def test_the_keyboard_alone_chooses_a_page_and_a_channel(user: User) -> None:
    user.open_sample()
    user.go("/overzicht")
    user.tab_to("Cijfers")
    user.page.keyboard.press("Enter")
    user.page.get_by_test_id("stTopNavDropdownLink").first.wait_for()
    for _ in range(4):
        if user.page.evaluate("document.activeElement.innerText").strip() == "Scores en BM":
            break
        user.page.keyboard.press("ArrowDown")
        user.page.wait_for_timeout(200)
    user.page.keyboard.press("Enter")
    user.page.get_by_role("heading", level=1, name="Scores en BM").wait_for()
    user.settle()
    # The channels are one stop of the Tab key; arrows lead from one to the next.
    user.tab_to("Balie")
    user.page.keyboard.press("ArrowRight")
    user.page.keyboard.press("Space")
    user.settle()
    assert user.selection().startswith("Telefoon")
