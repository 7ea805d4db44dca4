"""Presenting by keys, and phones: one that follows, leaves, comes back and sees the end, one that slept, ten that guess."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import User
from tests.browser.cut import Wire

pytestmark = pytest.mark.browser


def halte(page: Page) -> str:
    return page.get_by_test_id("halte").first.inner_text()


def press(user: User, key: str) -> None:
    user.page.keyboard.press(key)
    user.settle()


def start(user: User) -> str:
    """Start looking along; the code."""
    user.click("button", "Start meekijken")
    return user.page.get_by_test_id("zaalcode").inner_text()


def wait_for(phone: Page, place: str) -> None:
    phone.wait_for_function(
        "(place) => document.getElementById('halte').textContent.startsWith(place)", arg=f"{place} /", timeout=60_000
    )


def test_a_presentation_is_led_by_keys_and_followed_on_a_phone(user: User, phone_user: User) -> None:
    user.open_sample()
    user.go("/presenteren")
    count = int(halte(user.page).split("/")[1])
    assert count >= 5
    press(user, "ArrowRight")
    assert halte(user.page).startswith("2 /")
    press(user, "End")
    assert halte(user.page).startswith(f"{count} /")
    press(user, "Home")
    press(user, " ")
    assert halte(user.page).startswith("2 /")
    press(user, "ArrowLeft")
    press(user, "b")
    assert user.page.get_by_test_id("zwart").count() == 1
    press(user, "b")

    code = start(user)
    phone = phone_user.page
    phone.goto(f"{phone_user.address}/meekijken/{code}")
    assert halte(phone).startswith("1 /")
    press(user, "ArrowRight")
    wait_for(phone, "2")
    phone.get_by_role("button", name="Volgende").click()
    wait_for(phone, "3")
    press(user, "Home")
    phone.wait_for_timeout(500)
    assert halte(phone).startswith("3 /"), "who looks further is left alone"
    phone.get_by_role("button", name="Volg weer").click()
    wait_for(phone, "1")
    user.click("button", "Stop meekijken")
    phone.get_by_text("hoort niet bij een presentatie die nu loopt").wait_for()
    assert phone.request.get(f"{phone_user.address}/meekijken/{code}").status == 404
    press(user, "Escape")
    assert user.page.locator("h1").inner_text() == "Overzicht"


def test_a_phone_that_slept_for_three_minutes_follows_again(user: User, phone_user: User) -> None:
    wire = Wire(urlsplit(user.address).port or 0)
    user.open_sample()
    user.go("/presenteren")
    code = start(user)
    phone = phone_user.page
    phone.clock.install()
    phone.goto(f"http://localhost:{wire.port}/meekijken/{code}")
    press(user, "ArrowRight")
    wait_for(phone, "2")
    wire.cut()
    press(user, "ArrowRight")
    press(user, "ArrowRight")
    phone.wait_for_timeout(500)
    assert halte(phone).startswith("2 /"), "nothing passes"
    phone.clock.fast_forward("03:00")
    phone.get_by_text("De verbinding is even weg").wait_for(timeout=30_000)
    wire.mend()
    phone.clock.fast_forward("01:00")
    wait_for(phone, "4")
    press(user, "Home")
    wait_for(phone, "1")
    wire.close()


def test_the_room_guesses_before_it_sees(user: User, phone_user: User) -> None:
    user.open_sample()
    user.go("/presenteren?kanaal=balie")
    while "Terugkomen" not in user.page.locator("h1").inner_text():
        press(user, "ArrowRight")
    user.click("button", "Haltes")
    user.page.get_by_text("Laat de zaal eerst raden").click()
    user.settle()
    user.click("button", "Haltes")
    assert "69%" not in user.page.locator(".km-slide").inner_html()
    code = start(user)
    address = f"{phone_user.address}/meekijken/{code}"
    phone = phone_user.page
    phone.goto(address)
    assert "69%" not in phone.content()
    phone.get_by_role("button", name="60%", exact=True).click()
    phone.locator("button[aria-pressed=true]").wait_for()
    place = int(halte(phone).split("/")[0]) - 1
    for number in range(9):
        body = {"plaats": place, "wie": f"telefoon {number}", "waarde": 70}
        assert phone.request.post(f"{address}/gok", data=body).status == 204
    assert user.page.locator(".km-guesses").count() == 0
    press(user, "t")
    user.page.locator(".km-guesses").wait_for()
    assert "10 gissingen, van 60% tot 70%; de meeste (9) op 70%" in user.text()
    phone.locator(".km-guesses").wait_for()
    assert "69%" in phone.locator("#beeld").inner_text()
    assert phone.request.post(f"{address}/gok", data={"plaats": place, "wie": "x", "waarde": 0}).status == 409
    over = "() => { const e = document.querySelector('.km-slide'); return e.scrollHeight - e.clientHeight; }"
    user.page.set_viewport_size({"width": 1280, "height": 720})
    assert user.page.evaluate(over) <= 1


def test_another_browser_sees_nothing_of_it_without_the_code(user: User, phone_user: User) -> None:
    user.open_sample()
    user.go("/presenteren")
    code = start(user)
    assert code not in user.page.title()
    assert code not in user.page.url
    phone_user.go("/overzicht")
    assert "Er zijn nog geen gegevens geopend" in phone_user.text()
    phone_user.go(f"/overzicht?zaal={code}")
    assert "8,3" in phone_user.text()
    for slug in ("gegevens", "tips", "factsheet", "publicatiecheck", "presenteren"):
        phone_user.go(f"/{slug}?zaal={code}")
        assert "alleen voor wie de gegevens heeft geopend" in phone_user.text(), slug
    phone_user.go(f"/producten?zaal={code}&kanaal=balie")
    with phone_user.page.expect_download() as download:
        phone_user.page.get_by_role("button", name="Download tabel (CSV)").first.click()
    assert code not in download.value.suggested_filename
    assert code not in download.value.path().read_text(encoding="utf-8-sig")
    assert phone_user.page.request.get(f"{phone_user.address}/meekijken/AAAAAA").status == 404


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone(user: User, phone_user: User, scheme: str) -> None:
    user.open_sample()
    user.go("/presenteren")
    code = start(user)
    phone = phone_user.page
    phone.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = []
    for _ in range(3):
        phone.goto(f"{phone_user.address}/meekijken/{code}")
        for violation in Axe().run(phone).response["violations"]:
            found += [(violation["id"], node["html"][:200]) for node in violation["nodes"]]
        assert not phone_user.scrolls_sideways()
        press(user, "ArrowRight")
    phone.goto(f"{phone_user.address}/meekijken")
    found += [(one["id"], "code") for one in Axe().run(phone).response["violations"]]
    assert found == []
    assert re.fullmatch(r"Meekijken", phone.title())
