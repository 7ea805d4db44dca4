"""A page of HTML as words: blocks are lines, cells of tables columns. Nothing in it is run or fetched."""

from html.parser import HTMLParser

from lib.ingest.published.drafts.draft import LETTER, Unseen, Word, words_of

_BLOCKS = frozenset(
    "p div section article header footer main aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 br hr tr table figure "
    "figcaption caption blockquote pre form fieldset address details summary".split()
)
_SILENT = frozenset({"script", "style", "template", "noscript", "head"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "th"})
_DEEPEST = 2_000


class HtmlDraft(HTMLParser):
    """Collects the words of a page, and the pictures whose alternative text tells no figure."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[Word] = []
        self.unseen: list[Unseen] = []
        self._line = 1
        self._text: list[str] = []
        self._silent = 0
        self._heading = self._bold = False
        self._tables: list[int] = []
        self._table_count = 0
        self._column = -1
        self._spans: dict[tuple[int, int], int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a cell, or what is not shown."""
        given = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        if tag in _BLOCKS and not (self._column >= 0 and tag in ("p", "div", "br", "span")):
            self._end_line(tag)
        elif tag in _BLOCKS:
            self._text.append(" ")
        if tag == "table":
            self._table_count += 1
            if len(self._tables) < _DEEPEST:
                self._tables.append(self._table_count)
            self._column = -1
        elif tag == "tr":
            self._column = -1
        elif tag in ("td", "th"):
            self._flush()
            self._column += 1
            self._skip_spanned()
            self._span(given)
        elif tag in ("img", "svg", "canvas", "object", "video"):
            self._picture(given.get("alt") or given.get("aria-label") or given.get("title") or "")
        self._heading = self._heading or tag in _HEADINGS
        self._bold = self._bold or tag in ("b", "strong")

    def handle_endtag(self, tag: str) -> None:
        """End what `handle_starttag` began."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            return
        if tag in _BLOCKS and not (self._column >= 0 and tag in ("p", "div")):
            self._end_line(tag)
        if tag in ("td", "th"):
            self._flush()
            self._column += self._extra
        elif tag == "tr":
            self._column = -1
        elif tag == "table" and self._tables:
            self._tables.pop()
            self._column = -1
        if tag in _HEADINGS:
            self._heading = False
        if tag in ("b", "strong"):
            self._bold = False

    _extra = 0

    def _span(self, given: dict[str, str]) -> None:
        wide = min(_whole(given.get("colspan", "1")), 50)
        self._extra = wide - 1
        table = self._tables[-1] if self._tables else 0
        for place in range(self._column, self._column + wide):
            high = min(_whole(given.get("rowspan", "1")), 500)
            if high > 1:
                self._spans[table, place] = self._line + high - 1

    def _skip_spanned(self) -> None:
        table = self._tables[-1] if self._tables else 0
        while self._spans.get((table, self._column), 0) > self._line - 0 and self._spans[table, self._column] != 0:
            if self._column > 200:
                return
            self._column += 1

    def _picture(self, told: str) -> None:
        if self._silent:
            return
        if any(sign.isdigit() for sign in told):
            self._text.append(f" {told} ")
        else:
            self._flush()
            self.unseen.append(Unseen(1, self._line, "picture", told))

    def handle_data(self, data: str) -> None:
        """Keep text that is shown."""
        if not self._silent:
            self._text.append(data)

    def _flush(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text = []
        if not text:
            return
        inside = self._column >= 0 and bool(self._tables)
        self.words += words_of(
            text, 1, self._line, max(self._column, 0), left=max(self._column, 0) * 40 * LETTER,
            table=self._tables[-1] if inside else None, heading=self._heading, bold=self._bold,
        )  # fmt: skip

    def _end_line(self, tag: str) -> None:
        self._flush()
        if tag not in ("table",) and ((self.words and self.words[-1].line == self._line) or tag == "tr"):
            self._line += 1

    def close(self) -> None:
        """Keep what is still open."""
        super().close()
        self._flush()


def _whole(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def read_html(text: str) -> tuple[list[Word], list[Unseen]]:
    """The words of a page as they are shown, and its pictures."""
    page = HtmlDraft()
    page.feed(text)
    page.close()
    return page.words, page.unseen
