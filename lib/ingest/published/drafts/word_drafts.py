"""A Word file: paragraphs and tables in their order, text boxes after the paragraph they hang on."""

import re
from dataclasses import dataclass, field

from lib.ingest.published.drafts.charts import chart_rows
from lib.ingest.published.drafts.draft import LETTER, Unseen, Word, words_of
from lib.ingest.published.drafts.package import EMBED, LINK, Element, Package, all_of, attribute, first_of, local
from lib.ingest.published.drafts.text_drafts import row_words

_BODY = "word/document.xml"
_HEADING = re.compile(r"^(heading|kop|title|titel|subtitle|ondertitel)", re.IGNORECASE)
_GAP = re.compile(r"\t| {3,}")
_MANY_LINES = 3  # paragraphs in a cell from which a table is there to put boxes side by side


@dataclass
class _State:
    package: Package
    relations: dict[str, str]
    words: list[Word] = field(default_factory=list)
    unseen: list[Unseen] = field(default_factory=list)
    page: int = 1
    line: int = 0
    table: int = 0


def read_docx(data: bytes) -> tuple[list[Word], list[Unseen], int]:
    """The words of a Word file, its pictures without figures in their alternative text, and how many pages it says to
    have had when it was saved."""
    package = Package(data)
    state = _State(package, package.relations(_BODY))
    body = first_of(package.part(_BODY), "body")
    if body is None:
        raise ValueError("no body")
    _read_blocks(state, body)
    return state.words, state.unseen, state.page


def _read_blocks(state: _State, parent: Element) -> None:
    for element in parent:
        name = local(element)
        if name == "p":
            _read_paragraph(state, element)
        elif name == "tbl":
            _read_table(state, element)
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            _read_blocks(state, element)


def _read_paragraph(state: _State, paragraph: Element) -> None:
    text, breaks = _text_of(paragraph)
    style = first_of(paragraph, "pPr", "pStyle")
    heading = style is not None and bool(_HEADING.match(attribute(style, "val") or ""))
    bold = any(local(one) == "b" and attribute(one, "val") not in ("0", "false") for one in paragraph.iter())
    for part in text.split("\f"):
        for line in part.split("\n"):
            state.line += 1
            place, piece = 0, 0
            for cell in _GAP.split(line):
                state.words += words_of(
                    cell, state.page, state.line, piece, left=place * LETTER, heading=heading, bold=bold
                )  # fmt: skip
                piece += bool(cell.strip())
                place += len(cell) + 6
    if breaks:
        state.page, state.line = state.page + breaks, 0
    _read_drawings(state, paragraph)


def _text_of(paragraph: Element) -> tuple[str, int]:
    """The text of a paragraph without that of boxes in it, and how many pages end in it."""
    parts: list[str] = []
    pages = 0

    def walk(element: Element) -> None:
        nonlocal pages
        for one in element:
            name = local(one)
            if name in ("txbxContent", "del", "AlternateContent", "drawing", "pict", "instrText"):
                continue
            if name == "t":
                parts.append(one.text or "")
            elif name == "tab" and local(element) == "r":
                parts.append("\t")
            elif name == "lastRenderedPageBreak":
                pages += 1
            elif name == "br":
                pages += attribute(one, "type") == "page"
                parts.append("\n")
            elif name in ("noBreakHyphen", "softHyphen"):
                parts.append("-")
            walk(one)

    walk(paragraph)
    return "".join(parts), pages


def _read_drawings(state: _State, paragraph: Element) -> None:
    """The boxes, charts and pictures of a paragraph. Word keeps a box twice, for old and new readers; one is read."""
    seen = False
    for box in all_of(paragraph, "txbxContent"):
        if not seen or not any(local(one) == "Fallback" and box in set(one.iter()) for one in paragraph.iter()):
            _read_blocks(state, box)
        seen = True
    for drawing in (*all_of(paragraph, "drawing"), *all_of(paragraph, "pict")):
        if all_of(drawing, "txbxContent"):
            continue
        alternative = next(
            (attribute(one, "descr") or "" for one in drawing.iter() if local(one) in ("docPr", "shape")), ""
        )
        rows = _chart(state, drawing)
        if rows:
            state.table += 1
            for row in rows:
                state.line += 1
                state.words += row_words(row, state.page, state.line, state.table)
        elif any(sign.isdigit() for sign in alternative):
            state.line += 1
            state.words += words_of(alternative, state.page, state.line)
        elif all_of(drawing, "blip") or all_of(drawing, "imagedata") or all_of(drawing, "chart"):
            state.unseen.append(Unseen(state.page, state.line, "picture", alternative))


def _chart(state: _State, drawing: Element) -> list[list[str]]:
    for one in all_of(drawing, "chart"):
        part = state.relations.get(one.get(LINK) or one.get(EMBED) or "")
        if part in state.package.names:
            return chart_rows(state.package.part(str(part)))
    return []


def _read_table(state: _State, table: Element) -> None:
    rows = [[cell for cell in row.iter() if local(cell) == "tc"] for row in table if local(row) == "tr"]
    if any(_has_many_lines(cell) for row in rows for cell in row):
        for row in rows:
            for cell in row:
                _read_blocks(state, cell)
        return
    state.table += 1
    for row in rows:
        state.line += 1
        column = 0
        for cell in row:
            span = first_of(cell, "tcPr", "gridSpan")
            text = " ".join(_text_of(one)[0] for one in all_of(cell, "p"))
            state.words += words_of(
                " ".join(text.split()), state.page, state.line, column, left=column * 40 * LETTER, table=state.table
            )  # fmt: skip
            for paragraph in all_of(cell, "p"):
                _read_drawings(state, paragraph)
            column += int(attribute(span, "val") or 1) if span is not None else 1


def _has_many_lines(cell: Element) -> bool:
    lines = [one for one in cell if local(one) == "p" and _text_of(one)[0].strip()]
    return len(lines) >= _MANY_LINES or any(local(one) == "tbl" for one in cell)
