"""Saying what a column is, by keyboard alone: it counts at once, the place in the page is kept, and it can be taken back."""

from pathlib import Path

from tests.browser.conftest import User
from tests.ingest.exports import csv_text

_IS_ON_TOP = """() => {
    const box = document.activeElement.closest('[data-testid=stSelectbox]') ?? document.activeElement;
    const place = box.getBoundingClientRect();
    return box.contains(document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2));
}"""


def opened(user: User, folder: Path) -> None:
    """A file with many columns that nobody knows, and the list of them open."""
    names = [f"V{n}" for n in range(2, 20)]
    rows = [["Totaaloordeel", *names], *([8, *[n % 7 + 1 for _ in names]] for n in range(40))]
    path = folder / "balie.csv"
    path.write_text(csv_text(rows), encoding="utf-8")
    user.upload(str(path))
    user.tab_to("Klopt de herkenning niet?")
    user.page.keyboard.press("Enter")
    user.settle()


def focused(user: User) -> str | None:
    return user.page.evaluate("document.activeElement.getAttribute('aria-label')")  # type: ignore[no-any-return]


def test_a_choice_counts_keeps_the_place_and_is_taken_back(user: User, tmp_path: Path) -> None:
    opened(user, tmp_path)
    user.page.get_by_label("Vraag bij kolom 19").focus()
    user.page.keyboard.type("Wachttijd")
    user.page.keyboard.press("Enter")
    user.settle()
    assert focused(user) == "Vraag bij kolom 19"
    assert "Kolom 'V19': Wachttijd." in user.text()
    # What it did is in view, far down the page.
    assert user.page.get_by_text("Kolom 'V19': Wachttijd.").bounding_box()["y"] < 200  # type: ignore[index]
    user.page.get_by_role("button", name="Ongedaan maken").press("Enter")
    user.settle()
    assert "Kolom 'V19'" not in user.text()


def test_the_bar_never_covers_what_has_the_focus(phone_user: User, tmp_path: Path) -> None:
    opened(phone_user, tmp_path)
    phone_user.page.get_by_label("Vraag bij kolom 19").focus()
    for _ in range(14):
        phone_user.page.keyboard.press("Shift+Tab")
        phone_user.page.wait_for_timeout(150)
        assert phone_user.page.evaluate(_IS_ON_TOP), focused(phone_user)
    assert not phone_user.scrolls_sideways()
