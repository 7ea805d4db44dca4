"""Valid files with some bytes changed: what a bad disk, a bad download or a bad will makes of an export."""

import io
import random
from collections.abc import Iterator

import openpyxl

from tests.conftest import SAMPLE

_ROWS = 40


def originals() -> dict[str, bytes]:
    """Small valid exports: a workbook, and text in two encodings."""
    text = (SAMPLE / "digitaal_2020.csv").read_text(encoding="utf-8-sig")
    few = "".join(text.splitlines(keepends=True)[: _ROWS + 1])
    return {"balie.xlsx": _workbook(), "digitaal.csv": few.encode("utf-8"), "digitaal.txt": few.encode("utf-16")}


def _workbook() -> bytes:
    whole = openpyxl.load_workbook(SAMPLE / "balie_2020.xlsx", read_only=True).worksheets[0]
    book = openpyxl.Workbook()
    for row in whole.iter_rows(max_row=_ROWS + 1, values_only=True):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def mutated(count: int, seed: int = 2020) -> Iterator[tuple[str, bytes]]:
    """So many files, each with one to some twenty bytes changed, left out or put in."""
    draw = random.Random(seed)
    files = list(originals().items())
    for number in range(count):
        name, data = files[number % len(files)]
        changed = bytearray(data)
        for _ in range(draw.randint(1, 20)):
            place = draw.randrange(len(changed))
            kind = draw.randrange(4)
            if kind == 0:
                del changed[place]
            elif kind == 1:
                changed.insert(place, draw.randrange(256))
            elif kind == 2:
                changed[place] ^= 1 << draw.randrange(8)
            else:
                changed[place] = draw.randrange(256)
        yield name, bytes(changed)
