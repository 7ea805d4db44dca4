"""English that a user can meet: what is on the screen, checked against the words that the installed
Streamlit itself brings along."""

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
