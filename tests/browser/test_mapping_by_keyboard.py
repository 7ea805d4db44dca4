"""Saying what a column is, by keyboard alone: it counts at once, the place in the page is kept, and it can be taken back."""

from pathlib import Path

from tests.browser.conftest import User
from tests.ingest.exports import Rows, csv_text

_IS_ON_TOP = """() => {
    const box = document.activeElement.closest('[data-testid=stSelectbox]') ?? document.activeElement;
    const place = box.getBoundingClientRect();
    return box.contains(document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2));
}"""


def opened(user: User, folder: Path) -> None:
    """A file with many columns that nobody knows, and the list of them open."""
    names = [f"V{n}" for n in range(2, 20)]
    rows: Rows = [["Totaaloordeel", *names], *([8, *[n % 7 + 1 for _ in names]] for n in range(40))]
    path = folder / "balie.csv"
    path.write_text(csv_text(rows), encoding="utf-8")
    user.upload(str(path))
    user.tab_to("Klopt de herkenning niet?")
    user.page.keyboard.press("Enter")
    user.settle()


def focused(user: User) -> str | None:
    label = user.page.evaluate("document.activeElement.getAttribute('aria-label')")
    return None if label is None else str(label)


def choose(user: User, label: str, text: str) -> None:
    """Choose from a list by typing."""
    user.page.get_by_label(label).focus()
    user.page.keyboard.type(text)
    user.page.keyboard.press("Enter")
    user.settle()


def test_a_choice_counts_keeps_the_place_and_is_taken_back(user: User, tmp_path: Path) -> None:
    opened(user, tmp_path)
    choose(user, "Vraag bij kolom 19", "Wachttijd")
    assert focused(user) == "Vraag bij kolom 19"
    # What it did is in view, far down the page.
    told = user.page.get_by_text("Kolom 'V19': Wachttijd.").bounding_box()
    assert told is not None
    assert told["y"] < 200
    user.page.get_by_role("button", name="Ongedaan maken").press("Enter")
    user.settle()
    assert "Kolom 'V19'" not in user.text()


def test_the_bar_never_covers_what_has_the_focus(phone_user: User, tmp_path: Path) -> None:
    opened(phone_user, tmp_path)
    choose(phone_user, "Vraag bij kolom 19", "Wachttijd")
    for _ in range(14):
        phone_user.page.keyboard.press("Shift+Tab")
        phone_user.page.wait_for_function(_IS_ON_TOP, timeout=5_000)
    assert not phone_user.scrolls_sideways()
