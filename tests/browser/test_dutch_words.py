"""Whatever a user can meet is Dutch: what is on the screen is checked against the words that the
installed Streamlit itself brings along."""

import re
from functools import cache
from pathlib import Path

import streamlit

from tests.browser.conftest import User

_SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
_WORD = re.compile(
    r"(?:children|label|title|placeholder|\"aria-label\"|content|message|header|text|error)\s*[:=]\s*\[?\s*"
    r"[\"`]([A-Z][A-Za-z][^\"`$\\]{1,120})[\"`]"
)
_SHOWN_WITH = ("index", "DataFrame", "DateInput", "Reordered", "FileUploader", "Multiselect", "NumberInput", "Pagination",
               "Selectbox", "StreamlitMarkdown", "TextInput", "Toolbar", "ArrowVegaLiteChart", "Button", "Download", "Form")  # fmt: skip
# The same word in Dutch, or only ever in the canvas of a table.
_SAME_IN_DUTCH = {"Dollar", "Stop", "Euro"}
# Pieces of the sentences that are put together while running.
_PIECES = re.compile(
    r"options? available|\bresults?$|must be|^Choose |^Press |^Use arrow|^Type to|^Sort |-axis|per file|not allowed"
    r"|^Search|^Show |^Page \d|^Remove |^Select(ed)? |^(In|De)crement|^Clear |^View |axis$|\bmark\b|^Add |^Empty$"
)
_ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-roledescription", "aria-valuetext"]
_COLLECT = """(names) => {
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (around && !around.closest("script, style, [data-testid=stIconMaterial]")) seen.add(walker.currentNode.data.trim());
  }
  for (const name of names)
    for (const element of document.querySelectorAll(`[${name}]`)) seen.add(element.getAttribute(name).trim());
  return [...seen].filter((text) => text);
}"""


@cache
def words_of_streamlit() -> frozenset[str]:
    """The English words in the parts of the installed front end that this app shows."""
    files = [path for path in _SCRIPTS.glob("*.js") if path.name.startswith(_SHOWN_WITH)]
    found = {word.strip() for path in files for word in _WORD.findall(path.read_text(encoding="utf-8"))}
    return frozenset(found - _SAME_IN_DUTCH)


def _english_now(user: User) -> list[str]:
    """The English among all that is on the page: text, names for a screen reader, tooltips, hints."""
    seen = user.page.evaluate(_COLLECT, _ATTRIBUTES)
    return [text for text in seen if text.split(": ")[0] in words_of_streamlit() or _PIECES.search(text)]


def english(user: User) -> list[str]:
    """The same, once the script that translates has had its turn: on a busy machine it comes a moment
    after the page."""
    for _ in range(20):
        found = _english_now(user)
        if not found:
            break
        user.page.wait_for_timeout(100)
    return found


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


def test_lists_dates_and_charts_are_dutch_on_every_page(user: User) -> None:
    user.open_sample()
    found = [("gegevens", text) for text in english(user)]
    for page in ("overzicht", "scores", "terugkomen", "informatie", "tips", "toelichting"):
        user.go(f"/{page}")
        found += [(page, text) for text in english(user)]
    user.go("/scores")
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
