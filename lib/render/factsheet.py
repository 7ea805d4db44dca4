"""The factsheet as a file: by the ending of its name. Every form is made of the same sheets."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lib.render.csv_file import safe_text
from lib.render.document_html import document_html
from lib.render.docx_file import pages_docx
from lib.render.dress import Dress, dress_of
from lib.render.pdf import pages_pdf
from lib.render.pptx_file import pages_pptx
from lib.render.xlsx import workbook
from lib.report import dutch
from lib.report.blocks import Page, Shown, flat
from lib.report.factsheet import Choices, mark_of
from lib.report.tables import Cell, Column, Table
from lib.survey.visible import visible

Figures = Mapping[str, object]
NO_CHOICES = Choices()


@dataclass(frozen=True)
class Made:
    """All that a form is made of."""

    title: str
    pages: Sequence[Page]
    figures: Figures
    day: date
    dress: Dress

    @property
    def foot(self) -> str:
        return foot_of(self.pages, self.figures, self.day)


def factsheet_file(
    ending: str, pages: Sequence[Page], figures: Figures, day: date, choices: Choices = NO_CHOICES
) -> bytes:
    """The sheets as a file with this ending (one of `ENDINGS`). `figures`: the JSON of what they show, which is
    attached where a form can hold it; `day`: when it was made; `choices`: of its title, colour and logo."""
    return _FORMS[ending](Made(visible(choices.title), pages, figures, day, dress_of(choices)))


def foot_of(pages: Sequence[Page], figures: Figures, day: date) -> str:
    """What stands at the foot of every form: the selection, the day, and the fingerprint of the figures."""
    selections = "; ".join(page.selection for page in pages)
    return f"{selections}. Gemaakt op {dutch.day(day)}. Vingerafdruk {fingerprint(figures)}."


def fingerprint(figures: Figures) -> str:
    """By which the figures of a copy can be told from others."""
    return mark_of(_json(figures))


def _json(figures: Figures) -> bytes:
    return json.dumps(figures, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def _tables(made: Made) -> list[Table]:
    """Every table of the sheets under its channel, and first what they are of."""
    lines = tuple((Cell(line),) for line in (*(page.selection for page in made.pages), made.foot))
    tables = [Table("Verantwoording", (Column(made.title),), lines)]
    for page in made.pages:
        for block in flat(page.blocks):
            if isinstance(block, Shown):
                caption = block.table.caption.replace(":", "").replace("/", " ")
                tables.append(Table(caption, block.table.columns, block.table.rows))
    return tables


def _csv(made: Made) -> bytes:
    """All tables below each other, each under its name; the first line says of what."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for table in _tables(made):
        writer.writerow([safe_text(table.caption)])
        writer.writerow([safe_text(column.label) for column in table.columns])
        writer.writerows(
            [safe_text(cell.text if cell.in_file is None else cell.in_file) for cell in row] for row in table.rows
        )
        writer.writerow([])
    return out.getvalue().encode("utf-8-sig")


_FORMS: Mapping[str, Callable[[Made], bytes]] = {
    "pdf": lambda made: pages_pdf(made.title, made.pages, made.foot, _json(made.figures), made.dress),
    "html": lambda made: document_html(made.title, made.pages, made.foot, made.dress),
    "pptx": lambda made: pages_pptx(made.title, made.pages, made.foot, made.dress),
    "docx": lambda made: pages_docx(made.title, made.pages, made.foot, made.dress),
    "xlsx": lambda made: workbook(_tables(made), made.foot, made.title),
    "csv": _csv,
}
ENDINGS = tuple(_FORMS)
