"""Sheets as a tagged PDF, by typst: headings, column heads, alternative texts, and the figures attached."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import typst

from lib.render.dress import Dress
from lib.render.pdf_tags import with_row_heads
from lib.render.svg import picture_file
from lib.report.blocks import (
    Answers,
    Block,
    Facts,
    Headline,
    Page,
    Picture,
    Section,
    Sentences,
    Shown,
    Side,
    Tabs,
    Text,
    flat,
)
from lib.report.logo import Logo
from lib.report.tables import Table
from lib.survey.visible import visible

_WIDTH = 1000  # pixels for which pictures are drawn
_ROW = 34  # pixels of a bar in print


def pages_pdf(title: str, pages: Sequence[Page], foot: str, figures: bytes, dress: Dress) -> bytes:
    """The file, made by the rules of PDF/A-3a and UA-1 as far as typst keeps them; no checker of those runs here, so
    nothing says that it conforms. `figures`: what is attached, as JSON."""
    data = {
        "title": visible(title),
        "foot": visible(foot),
        "own": dress.palette.own,
        "logo": None if dress.logo is None else _logo(dress.logo, dress.words),
        "figures": figures.decode("utf-8"),
        "pages": [
            {
                "title": visible(page.title),
                "selection": visible(page.selection),
                "finding": visible(page.finding),
                "blocks": [made for block in flat(page.blocks) if (made := _block(block, dress)) is not None],
            }
            for page in pages
        ],
    }
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    pdf = typst.compile(
        _template(), format="pdf", sys_inputs=inputs, pdf_standards=["a-3a", "ua-1"], font_paths=_fonts()
    )
    assert isinstance(pdf, bytes)
    return with_row_heads(pdf)


def _logo(logo: Logo, words: str) -> dict[str, Any]:
    return {"kind": logo.kind, "bytes": list(logo.data), "words": visible(words)}


@cache
def _fonts() -> typst.Fonts:
    """Finding the fonts of the machine takes longer than making the file, so they are looked for once."""
    return typst.Fonts()


@cache
def _template() -> bytes:
    return Path(__file__).with_name("factsheet.typ").read_bytes()


def _block(block: Block, dress: Dress) -> dict[str, Any] | None:
    """A block as the template knows it; None for what is not printed."""
    match block:
        case Section():
            return {"kind": "section", "title": visible(block.title)}
        case Text():
            return {"kind": "text", "words": visible(block.words), "quiet": block.is_quiet}
        case Headline():
            return {"kind": "headline", "figure": block.figure, "words": visible(block.words), "base": block.base}
        case Facts():
            pairs = [[visible(name), visible(value)] for name, value in block.pairs]
            return {"kind": "facts", "pairs": pairs, "more": visible(block.more)}
        case Sentences():
            return {"kind": "list", "lines": [visible(line) for line in block.lines]}
        case Picture():
            return {
                "kind": "picture",
                "svg": picture_file(block, dress.palette, _WIDTH, len(block.rows) * _ROW),
                "words": visible(block.words),
            }
        case Shown():
            return _table(block.table)
        case Answers() | Side() | Tabs():
            return None
    return None


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "columns": [{"label": visible(column.label), "number": column.kind == "number"} for column in table.columns],
        "rows": [
            [{"text": visible(cell.text), "strong": cell.mark in ("own", "higher", "lower")} for cell in row]
            for row in table.rows
        ],
    }
