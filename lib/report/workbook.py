"""All figures of a selection as an Excel workbook, with how each was made. Made for others to read: what
could be worked out by subtraction is withheld, and no text can become a formula."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from lib.figures.channel import ChannelFigures
from lib.figures.counts import Counts
from lib.figures.products import product_table
from lib.figures.scores import Score
from lib.report import custom_tables, dutch, product_tables, provenance
from lib.report.provenance import FACTS, Account
from lib.report.score_tables import benchmark_text, breakdown_table, difference_text, value_text, verdict_text
from lib.report.tables import Cell, Column, Table
from lib.survey.catalogue import CHANNEL_LABELS
from lib.survey.visible import visible

_FIGURE = re.compile(r"([+−-]?)(\d[\d.]*)(?:,(\d+))?(%?)")
_WIDEST = 60  # characters
# Every date in the file, so that the same figures give the same bytes at any hour.
_MADE = datetime(2000, 1, 1)


def workbook(channels: Sequence[ChannelFigures], counts: Mapping[str, Counts], tips: Table | None = None) -> bytes:
    """The figures of these channels: a sheet of all figures against BM, one of each breakdown, one of
    products per channel, one of the own questions, one that accounts for every figure, and one of the `tips` that were approved."""
    book = Workbook()
    book.remove(book.active)
    _sheet(book, "Leeswijzer", _guide(channels, counts))
    _sheet(book, "Cijfers", _figures_table(channels))
    for found in channels:
        label = CHANNEL_LABELS[found.channel]
        if found.repeat_visit is not None:
            _sheet(book, "Terugkomen", breakdown_table("Terugkomen", found.repeat_visit))
        if found.info_clarity is not None:
            _sheet(book, "Informatie vooraf", breakdown_table("Informatie vooraf", found.info_clarity))
        if found.products:
            own = counts[found.channel]
            table = product_table(own, own.select(found.selection))
            _sheet(book, f"Producten {label.lower()}", product_tables.product_file(table, table.rows))
    custom_questions = custom_tables.answers_table(channels)
    if custom_questions.rows:
        _sheet(book, custom_questions.caption, custom_questions)
    _sheet(book, "Herkomst", _accounts_table(channels, counts))
    if tips is not None and tips.rows:
        _sheet(book, tips.caption, tips)
    return _bytes(book)


def _bytes(book: Workbook) -> bytes:
    """The file. `Workbook.save` would write the time of now, in its properties and on every part of the archive."""
    book.properties.creator = "Klantmonitor"
    book.properties.created = book.properties.modified = _MADE
    draft, made = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(draft, "w")).save()
    with zipfile.ZipFile(draft) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts.infolist():
            dated = zipfile.ZipInfo(part.filename, _MADE.timetuple()[:6])
            archive.writestr(dated, parts.read(part), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _guide(channels: Sequence[ChannelFigures], counts: Mapping[str, Counts]) -> Table:
    """What is selected, and the rules that hold for every sheet."""
    lines = [provenance.context(found, counts[found.channel]).selection for found in channels]
    rules = [
        provenance.BASE_RULE,
        provenance.VERDICT_RULE,
        provenance.INTERVAL_RULE,
        product_tables.WITHHELD_RULE,
        "Het blad Herkomst zegt van elk cijfer hoe het is gemaakt.",
    ]
    return Table(
        "Leeswijzer",
        (Column("Klantmonitor: cijfers van deze selectie"),),
        tuple((Cell(line),) for line in lines + rules),
    )


def _figures_table(channels: Sequence[ChannelFigures]) -> Table:
    columns = ("Kanaal", "Vraag", "Eenheid", "Eigen cijfer", "BM", "BM-jaar", "Verschil", "Oordeel", "95% van", "95% tot", "n",
               "p", "p na correctie")  # fmt: skip
    rows = [_figure_row(found, figure) for found in channels for figure in found.figures]
    return Table("Cijfers", tuple(Column(name) for name in columns), tuple(rows))


_UNITS = {"grade": "rapportcijfer", "agree": "% eens", "effort": "punten"}


def _figure_row(found: ChannelFigures, figure: Score) -> tuple[Cell, ...]:
    low, high = dutch.ends(figure.interval, figure.unit)
    adjusted = figure.p_adjusted
    texts = (
        CHANNEL_LABELS[found.channel],
        figure.label,
        _UNITS[figure.unit],
        value_text(figure),
        benchmark_text(figure),
        dutch.NO_VALUE if figure.benchmark_year is None else str(figure.benchmark_year),
        difference_text(figure),
        verdict_text(figure),
        dutch.figure(low, figure.unit),
        dutch.figure(high, figure.unit),
        dutch.number(figure.n),
        dutch.NO_VALUE if figure.p is None else dutch.chance(figure.p),
        dutch.NO_VALUE if adjusted is None else dutch.chance(adjusted),
    )
    return tuple(Cell(text) for text in texts)


def _accounts_table(channels: Sequence[ChannelFigures], counts: Mapping[str, Counts]) -> Table:
    rows = []
    for found in channels:
        given = provenance.context(found, counts[found.channel])
        accounts = [provenance.of_figure(figure, given) for figure in found.figures]
        for breakdown, label, base in (
            (found.repeat_visit, "Terugkomen", provenance.REPEAT_VISIT_BASE),
            (found.info_clarity, "Informatie vooraf", provenance.INFORMATION_BASE),
        ):
            if breakdown is not None:
                accounts.append(provenance.of_breakdown(label, breakdown, base, given))
        accounts += [
            provenance.of_breakdown(label, each, provenance.CUSTOM_BASE, given) for label, each in found.custom
        ]
        rows += [_account_row(CHANNEL_LABELS[found.channel], account) for account in accounts]
    return Table("Herkomst", tuple(Column(name) for name in ("Kanaal", "Cijfer", *FACTS)), tuple(rows))


def _account_row(channel: str, account: Account) -> tuple[Cell, ...]:
    return (Cell(channel), Cell(account.title), *(Cell(account.facts.get(name, "")) for name in FACTS))


def _sheet(book: Workbook, name: str, table: Table) -> None:
    """One table on a sheet of its own, with a fixed header row and columns as wide as their texts."""
    sheet = book.create_sheet(name)
    for place, column in enumerate(table.columns, start=1):
        _write(sheet, 1, place, column.label)
        sheet.cell(1, place).font = Font(bold=True)
        sheet.cell(1, place).alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(table.rows, start=2):
        for place, cell in enumerate(row, start=1):
            _write(sheet, number, place, cell.text if cell.in_file is None else cell.in_file)
    for place in range(1, len(table.columns) + 1):
        texts = (len(str(cell.value or "")) for (cell,) in sheet.iter_rows(min_col=place, max_col=place))
        sheet.column_dimensions[get_column_letter(place)].width = min(_WIDEST, max(texts) + 2)
    sheet.freeze_panes = "B2" if len(table.columns) > 1 else "A2"


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A figure as a number that looks as it does on the page; anything else as text."""
    cell = sheet.cell(row, column)
    figure = _FIGURE.fullmatch(text)
    if figure is None:
        cell.value = visible(text)
        cell.data_type = "s"
        return
    sign, whole, decimals, percent = figure.groups()
    value = Decimal(f"{whole.replace('.', '')}.{decimals or '0'}") * (-1 if sign in ("−", "-") else 1)
    shape = "#,##0" + (f".{'0' * len(decimals)}" if decimals else "")
    if percent:
        value, shape = value / 100, "0%"
    elif row > 1 and sheet.cell(1, column).value == "BM-jaar":
        shape = "0"
    cell.value = float(value)
    cell.number_format = f'+{shape};"−"{shape};{shape}' if sign else shape


def file_name(channels: Sequence[ChannelFigures]) -> str:
    """A name that tells the channels and the last year."""
    years = [found.last_day.year for found in channels if found.last_day is not None]
    names = "_".join(found.channel for found in channels)
    return f"klantmonitor_{names}{f'_{max(years)}' if years else ''}.xlsx"
