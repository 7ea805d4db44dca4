"""What a team lead wants to know, each answered on the first screen within three clicks from the overview."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.conftest import NARROW, WIDE, User
from tests.conftest import SAMPLE
from tests.ingest.exports import csv_text

CLICKS = 3


class Asker(User):
    """Someone who starts at the overview and counts clicks; what was answered has to be in view."""

    clicks = 0

    def start(self) -> None:
        self.go("/overzicht")
        self.clicks = 0

    def press(self, *place: Locator) -> None:
        for each in place:
            each.click()
            self.clicks += 1
            self.settle()

    def menu(self, group: str, title: str) -> None:
        """Two clicks: the group, and the page in it."""
        self.press(self.page.get_by_test_id("stTopNavSection").filter(has_text=group))
        self.press(self.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=title))

    def choose(self, label: str, option: str) -> None:
        """One choice from a list, which is opened and clicked."""
        self.page.get_by_label(label).first.click()
        self.page.get_by_role("option", name=option, exact=True).first.click()
        self.clicks += 1
        self.settle()

    def channel(self, name: str) -> None:
        self.press(self.page.get_by_test_id("stSidebar").get_by_role("radio", name=name)
                   .or_(self.page.get_by_test_id("stSidebar").get_by_role("button", name=name, exact=True)).first)  # fmt: skip

    def sees(self, words: str) -> None:
        """The words are on the first screen, without scrolling, and not too many clicks were needed."""
        assert self.clicks <= CLICKS, f"{self.clicks} clicks"
        found = self.page.get_by_text(re.compile(words)).first
        found.wait_for(timeout=30_000)
        box = found.bounding_box()
        size = self.page.viewport_size
        assert box is not None
        assert size is not None
        assert 0 <= box["y"] < size["height"], f"‘{words}’ is at {box['y']}"


@pytest.fixture(scope="module")
def asker(browser: Browser, server: str) -> Iterator[Asker]:
    context = browser.new_context(viewport=WIDE, locale="nl-NL")  # type: ignore[arg-type]
    opened = Asker(context, server)
    opened.open_sample()
    yield opened
    context.close()


def test_which_aspect_is_demonstrably_below_bm(asker: Asker) -> None:
    asker.start()
    # Of all channels at once, without a click.
    asker.sees("Aantoonbaar onder BM")
    asker.sees("Bereikbaarheid")
    asker.start()
    asker.press(asker.page.get_by_role("link", name="Scores telefoon"))
    asker.sees(r"(scoort|scoren) aantoonbaar lager dan BM")


def test_which_aspect_is_below_bm_for_passports_in_the_first_quarter(asker: Asker) -> None:
    asker.start()
    asker.press(asker.page.get_by_role("link", name="Scores balie"))
    asker.choose("Product", "Paspoort")
    asker.page.locator("h1").click()  # Escape would empty a list that closed by itself
    asker.choose("Periode", "1e kwartaal 2020")
    asker.sees(r"Balie · Paspoort · 1e kwartaal 2020 · n = ")
    asker.sees(r"aantoonbaar")


def test_the_share_that_returns_for_documents_and_for_which_product_most(asker: Asker) -> None:
    asker.start()
    asker.menu("Cijfers", "Terugkomen")
    asker.sees(r"Omdat documenten ontbraken, komen klanten aantoonbaar vaker terug dan bij andere producten: \w+")
    # Of all customers: the share beside the third bar, as text for who can't see it.
    assert ["3%"] in [[cell for cell in row if cell == "3%"] for row in asker.rows()]


def test_the_least_clear_information_and_for_which_product(asker: Asker) -> None:
    asker.start()
    asker.menu("Cijfers", "Informatie vooraf")
    asker.sees(r"minder vaak vooraf duidelijk dan de rest: waar u terecht kon met vragen \(49%\)")
    asker.sees(r"Geen product valt aantoonbaar op|bij andere producten")


def test_five_tips_on_waiting_by_the_dissatisfied_and_two_of_them_approved(asker: Asker) -> None:
    asker.go("/tips")
    asker.clicks = 1
    asker.choose("Thema", "Wachttijd en afspraak")
    asker.choose("Rapportcijfer", "Cijfer 1 tot en met 5")
    asker.sees(r"passen bij uw keuze")
    assert asker.page.locator("article").count() >= 5
    for number in (1, 2):
        asker.page.get_by_role("button", name="Lees en keur goed").first.click()
        asker.settle()
        asker.page.get_by_role("button", name="Gelezen en akkoord").click()
        asker.settle()
        said = asker.page.get_by_test_id("goedgekeurd")
        assert said.inner_text().startswith(f"{number} tip")
    # In view however far one reads.
    asker.page.locator("article").last.scroll_into_view_if_needed()
    box = asker.page.get_by_test_id("goedgekeurd").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 300


def test_the_first_against_the_fourth_quarter_and_why(asker: Asker) -> None:
    asker.start()
    asker.menu("Verdieping", "Vergelijken")
    asker.press(asker.page.get_by_text("twee perioden", exact=True))
    asker.sees(r"tussen 4e kwartaal 2020 en 1e kwartaal 2020|vergelijking met 1e kwartaal 2020")
    asker.sees(r"door een andere productmix en .* doordat klanten anders beoordelen")


def test_what_to_improve_first(asker: Asker) -> None:
    asker.go("/overzicht?kanaal=telefoon")
    asker.clicks = 1
    asker.menu("Verdieping", "Prioriteiten")
    asker.sees(r"Eerst doen: ")


def test_a_table_of_scores_goes_into_a_mail_without_the_colours_of_the_page(asker: Asker) -> None:
    asker.go("/scores?kanaal=digitaal")
    copied = asker.page.evaluate(
        """() => {
          const table = document.querySelector("table.km-table");
          getSelection().selectAllChildren(table.parentElement);
          const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
          document.dispatchEvent(event);
          return [event.clipboardData.getData("text/html"), event.clipboardData.getData("text/plain")];
        }"""
    )
    html, plain = copied
    assert "62%" in html
    assert "62%" in plain
    assert html.count("<tr") == 8
    assert 'border="1"' in html
    assert not re.search(r"style=|class=|color|background|<button|\bdata-", html)


def test_a_click_on_a_head_sorts_and_the_total_stays_below(asker: Asker) -> None:
    asker.go("/producten?kanaal=balie")
    # All columns are in view.
    inside = asker.page.evaluate(
        "(() => { const box = document.querySelector('.km-scroll'); return box.scrollWidth <= box.clientWidth + 1; })()"
    )
    assert inside
    head = asker.page.get_by_role("button", name=re.compile("^Totaal.?oordeel"))
    head.click()
    head.click()
    rows = asker.rows()
    assert rows[0][0] == "Naturalisatie"
    assert rows[-1][0] == "Totaal van de selectie"
    assert rows[-2][0] == "Legalisatie handtekening"  # too few answers, whatever the order
    assert head.locator("..").get_attribute("aria-sort") == "ascending"


def test_a_reload_and_the_way_back_keep_page_and_selection_and_two_tabs_have_their_own(asker: Asker) -> None:
    asker.go("/scores?kanaal=digitaal&van=2020-01-01&tot=2020-03-31")
    before = (asker.selection(), asker.rows())
    asker.page.reload()
    asker.settle()
    assert (asker.selection(), asker.rows()) == before
    asker.open_from_menu("Cijfers", "Overzicht")
    asker.page.go_back()
    asker.page.get_by_role("heading", level=1, name="Scores en BM").wait_for()
    asker.settle()
    assert asker.selection() == before[0]
    other = Asker(asker.context, asker.address)
    other.go("/scores?kanaal=balie")
    assert other.selection().startswith("Balie")
    assert asker.selection() == before[0]
    other.page.close()


def test_an_own_file_with_headers_in_other_words(user: User, tmp_path: Path) -> None:
    heads = ["Algemeen oordeel (cijfer)", "Hoe lang moest u wachten? Cijfer", "Cijfer voor de vriendelijkheid van de medewerker",
             "Openingstijden: welk cijfer", "Rapportcijfer deskundigheid medewerker"]  # fmt: skip
    path = tmp_path / "balie.csv"
    path.write_text(csv_text([heads, *([8, 6, 9, 7, 8 - n % 2] for n in range(40))]), encoding="utf-8")
    user.upload(str(path))
    assert "Geopend: 40 respondenten" in user.text()
    user.go("/scores")
    assert {row[0] for row in user.rows()} >= {"Wachttijd", "Vriendelijkheid", "Openingstijden", "Deskundigheid"}


def test_on_a_phone_the_menu_has_a_name_and_leads_to_the_answer(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport=NARROW, locale="nl-NL")  # type: ignore[arg-type]
    phone = Asker(context, server)
    phone.open_sample()
    phone.go("/overzicht")
    phone.page.get_by_test_id("stExpandSidebarButton").click()
    phone.settle()
    menu = phone.page.get_by_test_id("stSidebar")
    assert "Verdieping" in menu.inner_text()
    button = phone.page.evaluate(
        "getComputedStyle(document.querySelector('[data-testid=stExpandSidebarButton]') ?? document.body, '::after').content"
    )
    assert "Menu" in button or phone.page.get_by_test_id("stExpandSidebarButton").count() == 0
    phone.go("/scores?kanaal=telefoon")
    phone.sees("aantoonbaar lager dan BM")
    context.close()
    assert (SAMPLE / "balie_2020.xlsx").exists()
