"""What only a browser can tell: headers, keyboard, hostile text."""

import urllib.request
from pathlib import Path

from playwright.sync_api import Dialog

from tests.browser.conftest import User

LONG_WORD = "o" * 120
EVIL = '<img src="https://example.nl/x.png"><script>alert(1)</script>![x](https://example.nl/y.png)'


def test_every_answer_carries_the_headers_that_keep_things_on_this_machine(server: str) -> None:
    for path in ("/", "/_stcore/health", "/klantmonitor/nl.js"):
        with urllib.request.urlopen(server + path) as answer:
            headers = answer.headers
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "img-src 'self' data: blob:" in headers["Content-Security-Policy"]
        assert "connect-src 'self';" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "no-referrer"


def test_a_page_reaches_its_own_server_and_no_other(user: User) -> None:
    user.go("/gegevens")  # drawn over a websocket, so that one opens
    refused = user.page.evaluate("""async () => {
        const seen = []
        document.addEventListener("securitypolicyviolation", event => seen.push(event.effectiveDirective))
        try { new WebSocket("ws://example.nl/") } catch {}
        await fetch("http://127.0.0.1:9/").catch(() => {})
        await new Promise(done => setTimeout(done, 300))
        return seen
    }""")  # fmt: skip
    assert refused == ["connect-src", "connect-src"]


def test_the_cookie_says_nothing_and_scripts_cannot_read_it(user: User) -> None:
    user.go("/gegevens")
    cookie = next(cookie for cookie in user.context.cookies() if cookie["name"] == "klantmonitor")
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"
    assert cookie["expires"] == -1
    assert len(cookie["value"]) >= 40


def test_the_sample_opens_with_the_keyboard_alone(user: User) -> None:
    user.go("/gegevens")
    focused = "BUTTONOpen voorbeelddata"
    for _ in range(40):
        user.page.keyboard.press("Tab")
        if user.page.evaluate("document.activeElement.tagName + document.activeElement.innerText") == focused:
            break
    user.page.keyboard.press("Enter")
    user.page.get_by_text("Geopende bestanden").wait_for(timeout=20_000)


def test_a_hostile_tip_is_read_as_text(user: User, tmp_path: Path) -> None:
    rows = ["Kanaal;Datum;Product;Totaaloordeel;Verbetertip"]
    rows += [f'balie;{day:02d}-03-2020;Paspoort;8;"{EVIL.replace(chr(34), chr(34) * 2)}"' for day in range(1, 20)]
    file = tmp_path / "balie.csv"
    file.write_text("\n".join(rows), encoding="utf-8")
    dialogs: list[Dialog] = []

    def opened(dialog: Dialog) -> None:
        dialogs.append(dialog)
        dialog.dismiss()

    user.page.on("dialog", opened)
    user.upload(str(file))
    user.go("/tips")
    # The addresses in it are covered, as they are for everybody; the rest is read as it was written.
    assert '<img src="[webadres]"><script>alert(1)</script>![x]([webadres])' in user.text()
    assert dialogs == []
    assert not [url for url in user.requested if "example.nl" in url]


def test_a_tip_of_one_long_word_stays_on_the_screen_of_a_phone(phone_user: User, tmp_path: Path) -> None:
    file = tmp_path / "balie.csv"
    file.write_text("Totaaloordeel;Verbetertip\n" + f"8;{LONG_WORD}\n7;Meer stoelen\n" * 6, encoding="utf-8")
    phone_user.upload(str(file))
    phone_user.go("/tips")
    assert LONG_WORD in phone_user.text()
    assert not phone_user.scrolls_sideways()
