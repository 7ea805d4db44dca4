"""Blocks written as text are the same blocks again; nothing but blocks can be written or read."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from lib.report.blocks import Headline, Page, Picture, Shown, Side
from lib.report.tables import Cell, Column, Table
from lib.session.block_codec import from_text, to_text

TABLE = Table("Cijfers", (Column("Vraag"),), ((Cell("8,1", value=Decimal("8.1"), kind="grade", bar=0.5),),))
PICTURE = Picture("bars", (1, "x", (2, None)), ({"a": Fraction(1, 3), "b": date(2020, 1, 2), "c": [1.5, True]},), "w")
PAGE = Page("scores", "Titel <b>", "Balie", "Bevinding", (Side(((Headline("8,1", "x"),), (Shown(TABLE), PICTURE))),))


def test_what_is_written_is_read_again() -> None:
    assert from_text(to_text((PAGE, PAGE), Page), Page) == (PAGE, PAGE)


def test_only_blocks_are_written() -> None:
    for other in (object(), print, b"bytes", {"a": object()}):
        with pytest.raises(TypeError, match="is no block"):
            to_text((other,), Page)


@pytest.mark.parametrize(
    "text",
    ['["Path", "/etc"]', '["Popen", ["list", "id"]]', '["Headline"]', '["Headline", "a", "b", "c", "d", "e"]', "[]", "["],
)  # fmt: skip
def test_only_blocks_are_read(text: str) -> None:
    with pytest.raises((ValueError, LookupError)):
        from_text(text, Page)


def test_it_is_plain_json() -> None:
    assert json.loads(to_text(Headline("8,1", "x"), Page))[:3] == ["Headline", "8,1", "x"]
