"""Presenting by keys without a scroll bar, and a phone that follows, leaves, comes back and sees the end."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import User

pytestmark = pytest.mark.browser


def halte(page: Page) -> str:
    return page.get_by_test_id("halte").first.inner_text()


def press(user: User, key: str) -> None:
    user.page.keyboard.press(key)
    user.settle()


def test_a_presentation_is_led_by_keys_and_followed_on_a_phone(user: User, phone_user: User) -> None:
    user.open_sample()
    user.go("/presenteren")
    count = int(halte(user.page).split("/")[1])
    assert count >= 5
    for size in ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080}):
        user.page.set_viewport_size(size)  # type: ignore[arg-type]
        user.page.wait_for_timeout(300)
        scrolls = "() => { const e = document.querySelector('[data-testid=stMain]'); return e.scrollHeight - e.clientHeight; }"
        assert user.page.evaluate(scrolls) <= 1
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

    user.click("button", "Start meekijken")
    code = user.page.get_by_test_id("zaalcode").inner_text()
    phone = phone_user.page
    phone.goto(f"{phone_user.address}/meekijken/{code}")
    assert halte(phone).startswith("1 /")
    press(user, "ArrowRight")
    phone.wait_for_function("() => document.getElementById('halte').textContent.startsWith('2 /')")
    phone.get_by_role("button", name="Volgende").click()
    phone.wait_for_function("() => document.getElementById('halte').textContent.startsWith('3 /')")
    press(user, "Home")
    phone.wait_for_timeout(500)
    assert halte(phone).startswith("3 /"), "who looks further is left alone"
    phone.get_by_role("button", name="Volg weer").click()
    phone.wait_for_function("() => document.getElementById('halte').textContent.startsWith('1 /')")
    user.click("button", "Stop meekijken")
    phone.get_by_text("hoort niet bij een presentatie die nu loopt").wait_for()
    assert phone.request.get(f"{phone_user.address}/meekijken/{code}").status == 404
