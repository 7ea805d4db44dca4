"""Sheets as a tagged PDF, by typst: headings, column heads, alternative texts, and the figures attached."""

import json
from collections.abc import Sequence
from functools import cache
from itertools import groupby
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
    Text,
    flat,
)
from lib.report.logo import Logo
from lib.report.tables import Table
from lib.survey.visible import visible

_WIDTH = 1000  # pixels for which pictures are drawn
_ROW = 38  # pixels of a bar in print
_FEW_COLUMNS, _FEW_ROWS = 3, 30  # of what stands in half the width
_SIGNS = 62  # of a line there
_Made = dict[str, Any]


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
                "blocks": _in_columns(
                    [made for block in flat(page.blocks) if (made := _block(block, dress)) is not None]
                ),
            }
            for page in pages
        ],
    }
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    pdf = typst.compile(_template(), format="pdf", sys_inputs=inputs, pdf_standards=["a-3a", "ua-1"])
    assert isinstance(pdf, bytes)
    return with_row_heads(pdf)


def _in_columns(blocks: Sequence[_Made]) -> list[_Made]:
    """The blocks, with narrow sections that follow each other in two columns, so that a sheet is one page."""
    sections: list[list[_Made]] = []
    for block in blocks:
        if block["kind"] == "section" or not sections:
            sections.append([])
        sections[-1].append(block)
    found: list[_Made] = []
    for narrow, run in groupby(sections, key=lambda section: all(map(_is_narrow, section))):
        several = list(run)
        if not narrow or len(several) == 1:
            found += [block for section in several for block in section]
            continue
        sizes = [sum(map(_lines, section)) for section in several]
        half = min(range(1, len(several)), key=lambda at: abs(sum(sizes[:at]) - sum(sizes[at:])))
        columns = [[block for section in part for block in section] for part in (several[:half], several[half:])]
        found.append({"kind": "side", "columns": columns})
    return found


def _is_narrow(block: _Made) -> bool:
    """Whether a block reads well in half the width, and is not so long that it would run to the next page."""
    if block["kind"] == "table":
        return len(block["columns"]) <= _FEW_COLUMNS and len(block["rows"]) <= _FEW_ROWS
    return block["kind"] in ("section", "facts", "list") and _lines(block) <= _FEW_ROWS


def _lines(block: _Made) -> int:
    """About how many lines a block takes in half the width."""
    if block["kind"] == "table":
        return len(block["rows"]) + 1
    return sum(1 + len(line) // _SIGNS for line in block.get("lines", [""]))


def _logo(logo: Logo, words: str) -> dict[str, Any]:
    return {"kind": logo.kind, "bytes": list(logo.data), "words": visible(words)}


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
        case Answers() | Side():
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
