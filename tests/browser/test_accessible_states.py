"""Every page in every state: without findings of axe, Dutch, within its width on small screens and at twice the size, and
each picture with words. One walk over the pages looks at all that can be seen on the way."""

import re
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import User
from tests.browser.words import english

PAGES = ("gegevens", "overzicht", "scores", "terugkomen", "informatie", "tips", "verdeling", "producten", "verloop",
         "vergelijken", "prioriteiten", "factsheet", "publicatiecheck", "presenteren", "toelichting")  # fmt: skip
# Reported by axe on the markup of Streamlit's own file uploader, outside our reach.
_STREAMLIT_OWN = {"presentation-role-conflict"}
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
# Narrow phones, and 1280 x 900 at 200%; a page must fit whichever way it came to that width.
_SMALL = {"320 px": (320, 700), "390 px": (390, 844), "200%": (640, 450)}


def findings(user: User) -> list[tuple[str, str]]:
    """What axe finds on what is shown, ours only."""
    return [
        (violation["id"], node["html"][:160])
        for violation in Axe().run(user.page, context=_OURS).response["violations"]
        if violation["id"] not in _STREAMLIT_OWN
        for node in violation["nodes"]
    ]


def silent_pictures(user: User) -> list[str]:
    """The pictures in view that don't say in words what they show; behind the finding Vega tells its axes."""
    words = "(e) => [e, ...e.querySelectorAll('[aria-label]')].map((x) => x.getAttribute('aria-label') ?? '').join(' ')"
    # What is on a tab that nobody opened is not drawn yet.
    shown = (each for each in user.page.get_by_test_id("stVegaLiteChart").all() if each.is_visible())
    return [told for told in (each.evaluate(words) for each in shown) if not re.search(r"\w{3,}.*\.", told)]


def test_without_data_no_page_has_findings(user: User) -> None:
    found = []
    for page in PAGES:
        user.go(f"/{page}")
        found += [(page, *each) for each in findings(user)]
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_dutch_of_one_title_and_from_this_machine(user: User, scheme: str) -> None:
    user.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    user.open_sample()
    found: list[object] = []
    for page in PAGES:
        user.go(f"/{page}")
        found += [(page, *each) for each in findings(user)]
        found += [(page, "English", text) for text in english(user)]
        found += [(page, "without words", told) for told in silent_pictures(user)]
        assert user.page.locator("html").get_attribute("lang") == "nl"
        assert user.page.get_by_role("heading", level=1).count() == 1, page
    for path in _STATES:
        user.go(f"/{path}")
        found += [(path, *each) for each in findings(user)]
    assert found == []
    assert {urlparse(url).hostname for url in user.requested if url.startswith("http")} == {"localhost"}


def test_a_small_screen_shows_every_page_within_its_width(phone_user: User) -> None:
    phone_user.open_sample()
    found: list[object] = []
    for page in PAGES:
        phone_user.go(f"/{page}")
        for size, (width, height) in _SMALL.items():
            phone_user.page.set_viewport_size({"width": width, "height": height})
            phone_user.page.wait_for_timeout(300)
            found += [(page, size)] if phone_user.scrolls_sideways() else []
            if width == 320:
                found += [(page, *each) for each in findings(phone_user)]
    assert found == []


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
