"""Tips on a screen that others see: nothing uncovered in what the browser gets, and no mouse needed."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import User

PLANTED = ("De Vries", "Fatima", "06-12345678", "j.jansen@example.nl", "111222333", "XX-123-X", "NL91ABNA0417164300")
TIPS = (
    "Geholpen door mevrouw De Vries, en Fatima aan balie 3 was top", "Bel 06-12345678", "Mail j.jansen@example.nl",
    "BSN 111222333 werd hardop genoemd", "Kenteken XX-123-X", "Stort terug op NL91ABNA0417164300", "Meer stoelen graag",
)  # fmt: skip
VIEWS = ("Lezen", "Thema's", "Gekozen")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    rows = ["Kanaal;Datum ingevuld;Product;Totaaloordeel;Heeft u een verbetertip?"]
    rows += [
        f"balie;{n % 28 + 1:02d}-03-2020;Paspoort;{4 + n % 6};{TIPS[n] if n < len(TIPS) else ''}" for n in range(30)
    ]
    file = tmp_path / "export.csv"
    file.write_text("\n".join(rows), encoding="utf-8")
    return file


def view(user: User, name: str) -> None:
    user.page.get_by_role("radio", name=name).or_(user.page.get_by_role("button", name=name, exact=True)).first.click()
    user.settle()


def test_nothing_planted_is_in_anything_the_browser_gets(user: User, export: Path) -> None:
    received: list[str] = []
    user.page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived",
            lambda data: received.append(data if isinstance(data, str) else data.decode("utf-8", "ignore")),
        ),
    )
    user.upload(str(export))
    user.go("/tips")
    for number in range(3):
        user.page.get_by_role("button", name="Lees en keur goed", exact=True).nth(number).click()
        user.settle()
        user.click("button", "Gelezen en akkoord")
    for name in VIEWS:
        view(user, name)
        source = user.page.content()
        assert not [planted for planted in PLANTED if planted in source], name
    assert "[naam]" in "".join(received)
    assert not [planted for planted in PLANTED if any(planted in frame for frame in received)]


def test_what_is_downloaded_holds_only_what_was_approved(user: User, export: Path) -> None:
    user.upload(str(export))
    user.go("/tips")
    user.page.get_by_role("textbox", name="Zoek in de open antwoorden").fill("geholpen")
    user.page.keyboard.press("Enter")
    user.settle()
    user.click("button", "Lees en keur goed")
    user.click("button", "Gelezen en akkoord")
    view(user, "Gekozen")
    for label in ("Download gekozen tips (CSV)", "Bewaar de keuze"):
        with user.page.expect_download() as download:
            user.page.get_by_role("button", name=label).click()
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        assert "Geholpen door mevrouw [naam], en [naam] aan balie 3 was top" in text
        assert "stoelen" not in text
        assert not [planted for planted in PLANTED if planted in text]


def test_a_tip_is_found_read_and_approved_with_the_keyboard(user: User, export: Path) -> None:
    user.upload(str(export))
    user.go("/tips")
    user.page.get_by_role("textbox", name="Zoek in de open antwoorden").focus()
    user.page.keyboard.type("stoel")
    user.page.keyboard.press("Enter")
    user.settle()
    assert user.page.locator("mark").all_inner_texts() == ["stoelen"]
    user.tab_to("Lees en keur goed")
    user.page.keyboard.press("Enter")
    user.settle()
    user.tab_to("Gelezen en akkoord")
    user.page.keyboard.press("Enter")
    user.settle()
    view(user, "Gekozen")
    assert "1 tip mag getoond worden" in user.text()


def test_the_arrow_keys_lead_through_the_chosen_tips(user: User, export: Path) -> None:
    user.upload(str(export))
    user.go("/tips")
    for _ in range(2):
        user.click("button", "Lees en keur goed")
        user.click("button", "Gelezen en akkoord")
    user.go("/tips?weergave=Gekozen&een_voor_een=true")
    first = user.page.locator("article").inner_text()
    user.page.keyboard.press("ArrowRight")
    user.settle()
    assert "2 van 2" in user.text()
    assert user.page.locator("article").inner_text() != first
    user.page.keyboard.press("ArrowLeft")
    user.settle()
    assert user.page.locator("article").inner_text() == first


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_view(user: User, scheme: str) -> None:
    user.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    user.open_sample()
    user.go("/tips?thema=Kosten")
    user.click("button", "Lees en keur goed")
    found = []
    for name in VIEWS:
        view(user, name)
        for violation in Axe().run(user.page).response["violations"]:
            found += [(name, violation["id"], node["html"][:200]) for node in violation["nodes"]]
    assert found == []


def test_no_view_scrolls_a_phone_sideways(phone_user: User) -> None:
    phone_user.open_sample()
    for name in VIEWS:
        phone_user.go("/tips")
        view(phone_user, name)
        assert not phone_user.scrolls_sideways(), name


def test_what_is_searched_for_stays_out_of_the_address(user: User, export: Path) -> None:
    user.upload(str(export))
    user.go("/tips")
    user.page.get_by_role("textbox", name="Zoek in de open antwoorden").fill("Jansen")
    user.page.keyboard.press("Enter")
    user.settle()
    assert "Jansen" not in user.page.url
    assert not re.search("zoek", user.page.url)
