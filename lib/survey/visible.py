"""Words of a file as they may be shown: without characters that can't be seen or turn text around."""

import unicodedata

# Control, format (zero width, direction of writing, soft hyphen) and half characters.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_LAYOUT = "\t\n\r"


def visible(text: str) -> str:
    """The same text without what a reader can't see; tabs and line ends stay."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in _LAYOUT or unicodedata.category(c) not in _UNSEEN)


def one_line(text: str) -> str:
    """The same text on one line, in which nothing steers the screen that shows it."""
    return " ".join(visible(text).split())
