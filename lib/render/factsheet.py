"""The factsheet as a file: by the ending of its name. Every form is made of the same sheets."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from lib.render.csv_file import safe_text
from lib.render.document_html import document_html
from lib.render.docx_file import pages_docx
from lib.render.pdf import pages_pdf
from lib.render.pptx_file import pages_pptx
from lib.render.xlsx import workbook
from lib.report import dutch
from lib.report.blocks import Page, Shown, flat
from lib.report.tables import Cell, Column, Table

Figures = Mapping[str, object]
_TITLE = "Factsheet klantonderzoek"


def factsheet_file(ending: str, pages: Sequence[Page], figures: Figures, day: date) -> bytes:
    """The sheets as a file with this ending (one of `ENDINGS`). `figures`: the JSON of what they show, which is
    attached where a form can hold it; `day`: when it was made."""
    return _FORMS[ending](pages, figures, day)


def foot_of(pages: Sequence[Page], figures: Figures, day: date) -> str:
    """What stands at the foot of every form: the selection, the day, and the fingerprint of the figures."""
    selections = "; ".join(page.selection for page in pages)
    return f"{selections}. Gemaakt op {dutch.day(day)}. Vingerafdruk {fingerprint(figures)}."


def fingerprint(figures: Figures) -> str:
    """By which the figures of a copy can be told from others: eight bytes of their SHA-256, as hexadecimal."""
    return hashlib.sha256(_json(figures)).hexdigest()[:16]


def _json(figures: Figures) -> bytes:
    return json.dumps(figures, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def _tables(pages: Sequence[Page], figures: Figures, day: date) -> list[Table]:
    """Every table of the sheets under its channel, and first what they are of."""
    lines = tuple((Cell(line),) for line in (*(page.selection for page in pages), foot_of(pages, figures, day)))
    tables = [Table("Verantwoording", (Column(_TITLE),), lines)]
    for page in pages:
        channel = page.selection.split(" · ")[0]
        for block in flat(page.blocks):
            if isinstance(block, Shown):
                caption = f"{channel} {block.table.caption}".replace(":", "").replace("/", " ")
                tables.append(Table(caption, block.table.columns, block.table.rows))
    return tables


def _csv(pages: Sequence[Page], figures: Figures, day: date) -> bytes:
    """All tables below each other, each under its name; the first line says of what."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for table in _tables(pages, figures, day):
        writer.writerow([safe_text(table.caption)])
        writer.writerow([safe_text(column.label) for column in table.columns])
        writer.writerows(
            [safe_text(cell.text if cell.in_file is None else cell.in_file) for cell in row] for row in table.rows
        )
        writer.writerow([])
    return out.getvalue().encode("utf-8-sig")


_FORMS: Mapping[str, Callable[[Sequence[Page], Figures, date], bytes]] = {
    "pdf": lambda pages, figures, day: pages_pdf(_TITLE, pages, foot_of(pages, figures, day), _json(figures)),
    "html": lambda pages, figures, day: document_html(_TITLE, pages, foot_of(pages, figures, day)),
    "pptx": lambda pages, figures, day: pages_pptx(_TITLE, pages, foot_of(pages, figures, day)),
    "docx": lambda pages, figures, day: pages_docx(_TITLE, pages, foot_of(pages, figures, day)),
    "xlsx": lambda pages, figures, day: workbook(_tables(pages, figures, day)),
    "csv": _csv,
}
ENDINGS = tuple(_FORMS)
