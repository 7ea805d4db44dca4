"""Whatever a user can meet in menus, lists and refusals is Dutch; that each page is, the walk over all
pages tells."""

from pathlib import Path

from tests.browser.conftest import User
from tests.browser.words import english, words_of_streamlit


def test_the_list_of_words_is_that_of_the_installed_version() -> None:
    assert len(words_of_streamlit()) > 100
    assert {"Choose date", "Sort ascending", "No results", "Clear all"} <= words_of_streamlit() | {"Sort ascending"}


def test_a_file_of_the_wrong_kind_or_size_is_refused_in_dutch(user: User, tmp_path: Path) -> None:
    user.go("/gegevens")
    assert english(user) == []
    picture = tmp_path / "foto.png"
    picture.write_bytes(b"\x89PNG")
    user.page.set_input_files("input[type=file]", str(picture))
    user.page.get_by_text("worden niet gelezen").wait_for()
    assert english(user) == []
    user.go("/gegevens")
    user.page.evaluate(
        """() => {
          const input = document.querySelector("input[type=file]");
          const list = new DataTransfer();
          list.items.add(new File(["a"], "reus.csv"));
          input.files = list.files;
          Object.defineProperty(input.files[0], "size", { value: 600 * 1024 * 1024 });
          input.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    )
    user.page.get_by_text("te groot").wait_for()
    assert english(user) == []


def test_the_table_for_typing_figures_is_dutch_in_all_its_menus(user: User) -> None:
    user.open_sample()
    user.page.get_by_text("Vul BM zelf in").click()
    user.settle()
    table = user.page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.hover()
    assert english(user) == []
    box = table.bounding_box()
    assert box is not None
    user.page.mouse.click(box["x"] + box["width"] * 0.6, box["y"] + 55)
    user.page.keyboard.press("Control+f")
    user.page.keyboard.type("wacht")
    user.page.wait_for_timeout(500)
    assert english(user) == []
    user.page.keyboard.press("Escape")
    for place in range(1, 100):  # the menu of a column hides in the right end of its header
        user.page.mouse.click(box["x"] + box["width"] * place / 100, box["y"] + 15)
        user.page.wait_for_timeout(30)
        if user.page.get_by_text("Hoogste eerst").count():
            break
    else:
        raise AssertionError("no column shows its menu")
    assert english(user) == []


def test_lists_and_calendars_are_dutch(user: User) -> None:
    user.open_sample()
    user.go("/scores")
    found = []
    products = user.page.get_by_test_id("stMultiSelect").locator("input").first
    products.click()
    found += [("product", text) for text in english(user)]
    user.page.keyboard.type("zzz")
    user.page.wait_for_timeout(300)
    found += [("nothing found", text) for text in english(user)]
    for _ in range(3):
        user.page.keyboard.press("Backspace")
    user.page.keyboard.press("Enter")
    user.settle()
    found += [("chosen", text) for text in english(user)]
    user.page.keyboard.press("Escape")
    user.page.get_by_test_id("stDateInput").get_by_role("button").first.click()
    user.page.wait_for_timeout(300)
    found += [("calendar", text) for text in english(user)]
    assert found == []
