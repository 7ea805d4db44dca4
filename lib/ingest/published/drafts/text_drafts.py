"""Drafts of plain text: pasted text, Markdown, and lists of cells (.csv).

Between columns stands a tab, a bar, a semicolon or several spaces. After tabs and bars an empty cell is still a column.
"""

import csv
import io
import re
from collections.abc import Iterator

from lib.ingest.files.encodings import as_utf8
from lib.ingest.published.drafts.draft import LETTER, Unseen, Word, words_of

_PAGE_END = "\f"
_RULE = re.compile(r"^[\s|:+=_*-]*[-=_]{2,}[\s|:+=_*-]*$|^[\s|:+-]*$")
_DRAWN = re.compile(r"[+|└├┴┼]?[-_=─━═┄]{4,}[+|┘┤]?(?=\s|$|[-+])|[│┃┤├└]")  # lines of a drawing beside numbers
_GAP = re.compile(r" {2,}")
_CELL = re.compile(r"[^;]*")
_YEAR_LINE = re.compile(r"^\s*(?:19|20)\d\d\s*;")
_NUMBER = re.compile(r"^\W*\d[\d.,]*\s*%?\W*$")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_UNDERLINE = re.compile(r"^\s*(={3,}|-{3,})\s*$")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_DIALECTS = ";\t,|"


def text_pages(data: bytes) -> list[str]:
    """The pages of a text in any encoding; a form feed begins a page."""
    text = as_utf8(data)[0].decode("utf-8", "replace").replace("\x00", "")
    return text.replace("\r\n", "\n").replace("\r", "\n").split(_PAGE_END)


def read_text(pages: list[str], first: int, is_markdown: bool) -> tuple[list[Word], list[Unseen]]:
    """The words of these pages, the first of which is page `first`; and the pictures that Markdown names without telling
    a figure."""
    words: list[Word] = []
    unseen: list[Unseen] = []
    table = 0
    for page, text in enumerate(pages, start=first):
        lines = text.split("\n")
        was_grid = False
        for number, raw in enumerate(lines, start=1):
            line = raw.replace("\xa0", " ").replace("\u202f", " ").replace("\u2009", " ")
            following = lines[number] if number < len(lines) else ""
            heading = bool(_HEADING.match(line)) or bool(line.strip() and _UNDERLINE.match(following))
            line, pictures = _plain(_DRAWN.sub(lambda drawn: " " * len(drawn[0]), line))
            unseen += [Unseen(page, number, "picture", name) for name in pictures]
            if _RULE.match(line) and not any(sign.isalnum() for sign in line):
                was_grid = was_grid and "|" in line
                continue
            cells, is_grid = _cells(line)
            table += is_grid and not was_grid
            was_grid = is_grid or (was_grid and bool(line.strip()))
            bold = line.strip().startswith("**")
            for piece, (left, cell) in enumerate(cells):
                words += words_of(
                    cell, page, number, piece, left=left * LETTER, table=table if is_grid else None, heading=heading, bold=bold
                )  # fmt: skip
    return words, unseen


def _plain(line: str) -> tuple[str, list[str]]:
    """A line without the signs of Markdown, and its pictures whose words tell no figure."""
    pictures = [name for name in _PICTURE.findall(line) if not any(sign.isdigit() for sign in name)]
    line = _PICTURE.sub(lambda found: found[1] if any(sign.isdigit() for sign in found[1]) else "", line)
    line = _LINK.sub(r"\1", _HEADING.sub("", line))
    return _EMPHASIS.sub(r"\2", line), pictures


def _cells(line: str) -> tuple[list[tuple[int, str]], bool]:
    """The cells of a line with the place of each, and whether an empty one counts as a column."""
    if "\t" in line.strip("\t ") or (line.startswith("\t") and line.strip()):
        return list(_split(line, "\t")), True
    if line.count("|") >= 2:
        inner = line.strip().removeprefix("|").removesuffix("|")
        return list(_split(inner, "|")), True
    line = line.replace("|", " ")
    if ";" in line and not _YEAR_LINE.match(line):
        cells = list(_split(line, ";"))
        if len(cells) > 2 and sum(bool(_NUMBER.match(cell)) for _, cell in cells) >= 1:
            return cells, True
        if len(cells) > 2 and all(len(cell.split()) <= 4 for _, cell in cells):
            return cells, True
    pieces = []
    place = 0
    for gap in _GAP.finditer(line):
        if line[place : gap.start()].strip():
            pieces.append((place, line[place : gap.start()]))
        place = gap.end()
    if line[place:].strip():
        pieces.append((place, line[place:]))
    return pieces, False


def _split(line: str, sign: str) -> Iterator[tuple[int, str]]:
    place = 0
    for cell in line.split(sign):
        yield place, cell
        place += max(len(cell) + 1, 8 if sign == "\t" else 0)


def read_cells(text: str, page: int) -> list[Word]:
    """The words of a list of cells, whatever stands between them; one table, in which every cell is a column."""
    head = text[:20_000]
    first = [line for line in head.split("\n") if line.strip()][:20]
    sign = max(_DIALECTS, key=lambda one: (sum(one in line for line in first), sum(line.count(one) for line in first)))
    words: list[Word] = []
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign), start=1):
        words += row_words(row, page, number, 1)
    return words


def row_words(row: list[str], page: int, line: int, table: int, heading: bool = False) -> list[Word]:
    """The words of a row of a table, each cell a column of the same width."""
    words: list[Word] = []
    for column, cell in enumerate(row):
        flat = " ".join(cell.split())
        words += words_of(flat, page, line, column, left=column * 40 * LETTER, table=table, heading=heading)
    return words
