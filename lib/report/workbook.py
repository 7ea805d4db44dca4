"""Which tables stand in the workbook of all figures, with how each was made. It is for others to read: what it holds is
made for an audience, like any page."""

from collections.abc import Sequence
from dataclasses import replace

from lib.figures.channel import ChannelFigures
from lib.figures.scores import Score
from lib.report import custom_tables, dutch, product_tables, provenance, score_tables, tip_tables
from lib.report.blocks import Shown
from lib.report.pages.every import PAGES
from lib.report.provenance import FACTS, Account
from lib.report.score_tables import breakdown_table, value_cell, verdict_text
from lib.report.tables import Cell, Column, Table, benchmark_cell, count_cell, difference_cell
from lib.report.view import View
from lib.survey.catalogue import CHANNEL_LABELS


def sheets(view: View) -> tuple[Table, ...]:
    """All figures against BM, each breakdown, the products of each channel, the custom questions, an account of every
    figure, and the tips that were approved."""
    channels = [found for channel in view.channels if (found := view.figures(channel)).shown_responses != 0]
    tables = [_guide(view, channels), _figures_table(channels)]
    for found in channels:
        if found.repeat_visit is not None:
            tables.append(breakdown_table("Terugkomen", found.repeat_visit))
        if found.info_clarity is not None:
            tables.append(breakdown_table("Informatie vooraf", found.info_clarity))
        if found.products:
            products = view.products(found.channel)
            made = product_tables.product_file(products, products.rows)
            tables.append(Table(f"Producten {CHANNEL_LABELS[found.channel].lower()}", made.columns, made.rows))
    tables += _of_pages(view, channels)
    tables += [custom_tables.answers_table(channels), _accounts_table(view, channels)]
    tables.append(tip_tables.approved_table(view.approved([found.channel for found in channels])))
    return tuple(table for table in tables if table.rows)


# What the sheets above hold already, by the page that shows it.
_SHOWN_ALREADY = {"overzicht", "producten", "scores"}


def _of_pages(view: View, channels: Sequence[ChannelFigures]) -> list[Table]:
    """The tables of all other pages, each with its channel in its name."""
    found: list[Table] = []
    for each in channels:
        of_channel = replace(view, asked=replace(view.asked, channel=each.channel), choices={})
        label = CHANNEL_LABELS[each.channel].lower()
        for slug, make in PAGES.items():
            if slug not in _SHOWN_ALREADY:
                shown = [block for block in make(of_channel).every(Shown) if isinstance(block, Shown)]
                tables = [block.table for block in shown if block.table.caption not in _BREAKDOWNS]
                found += [replace(table, caption=_caption(table.caption, label)) for table in tables]
        parts = score_tables.part_scores(each)
        if parts:
            found.append(score_tables.scores_table(_caption("Onderdelen hostmanship", label), parts))
    return found


_BREAKDOWNS = ("Terugkomen", "Informatie vooraf duidelijk")
_LONGEST_NAME = 31  # characters of the name of a sheet


def _caption(caption: str, label: str) -> str:
    """What a sheet is called: the start of the caption, and the channel."""
    return f"{caption[: _LONGEST_NAME - len(label) - 1].rstrip()} {label}"


def _guide(view: View, channels: Sequence[ChannelFigures]) -> Table:
    """What is selected, and the rules that hold for every sheet."""
    lines = [provenance.context(found, view.counts(found.channel), view.audience).selection for found in channels]
    rules = [
        provenance.BASE_RULE,
        provenance.VERDICT_RULE,
        provenance.INTERVAL_RULE,
        product_tables.WITHHELD_RULE,
        "Het blad Herkomst zegt van elk cijfer hoe het is gemaakt.",
    ]
    head = (Column("Klantmonitor: cijfers van deze selectie"),)
    return Table("Leeswijzer", head, tuple((Cell(line),) for line in lines + rules))


def _figures_table(channels: Sequence[ChannelFigures]) -> Table:
    columns = ("Kanaal", "Vraag", "Eenheid", "Eigen cijfer", "BM", "BM-jaar", "Verschil", "Oordeel", "95% van", "95% tot", "n",
               "p", "p na correctie")  # fmt: skip
    rows = [_figure_row(found, figure) for found in channels for figure in found.figures]
    words = ("Kanaal", "Vraag", "Eenheid", "Oordeel")
    heads = tuple(Column(name, "text" if name in words else "number") for name in columns)
    return Table("Cijfers", heads, tuple(rows))


_UNITS = {"grade": "rapportcijfer", "agree": "% eens", "effort": "punten"}


def _figure_row(found: ChannelFigures, figure: Score) -> tuple[Cell, ...]:
    unit = figure.unit
    low, high = dutch.ends(figure.interval, unit)
    year = figure.benchmark_year
    return (
        Cell(CHANNEL_LABELS[found.channel]),
        Cell(figure.label),
        Cell(_UNITS[unit]),
        value_cell(figure),
        benchmark_cell(figure.benchmark, unit),
        Cell(dutch.NO_VALUE) if year is None else Cell(str(year), value=year, kind="year"),
        difference_cell(dutch.difference(figure.value, figure.benchmark, unit), unit),
        Cell(verdict_text(figure)),
        *(Cell(dutch.figure(end, unit), value=end, kind=unit if end is not None else "words") for end in (low, high)),
        count_cell(figure.shown_n),
        *(
            Cell(dutch.NO_VALUE) if p is None else Cell(dutch.chance(p), value=dutch.shown_chance(p), kind="chance")
            for p in (figure.p, figure.p_adjusted)
        ),
    )


def _accounts_table(view: View, channels: Sequence[ChannelFigures]) -> Table:
    rows = []
    for found in channels:
        given = provenance.context(found, view.counts(found.channel), view.audience)
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
