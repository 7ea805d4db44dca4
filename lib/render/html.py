"""Blocks as accessible HTML. Every text is escaped here, so that words from a file are only ever shown as words."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from lib.answers.collection import MaskedAnswer
from lib.report import listing
from lib.report.blocks import Contents, Facts, Headline, Ranked, Sentences
from lib.report.explanations import SECTION_OF, anchor_of
from lib.report.provenance import FACTS, Account
from lib.report.tables import Cell, Column, Table
from lib.report.terms import TERMS
from lib.survey.visible import visible


def term(name: str, label: str | None = None) -> Markup:
    """A term of the survey with its explanation one hover or tap away."""
    return Markup('<abbr tabindex="0" title="{}">{}</abbr>').format(TERMS[name], label or name)


_SORTED_FROM = 4  # rows; of fewer the order is seen at once
_SOFT = {
    "Totaaloordeel": "Totaal\xadoordeel", "Openingstijden": "Openings\xadtijden", "Wachtruimte": "Wacht\xadruimte",
    "Vriendelijkheid": "Vriende\xadlijkheid", "Deskundigheid": "Deskun\xaddigheid", "Hostmanship": "Host\xadmanship",
    "Doorlooptijd": "Doorloop\xadtijd", "Bereikbaarheid": "Bereik\xadbaarheid", "Documenten": "Docu\xadmenten",
    "gebruiksvriendelijk": "gebruiks\xadvriendelijk",
}  # fmt: skip


def table_html(table: Table, *, can_sort: bool = False) -> Markup:
    """The table as accessible HTML, ready for the page. `can_sort`: where our script is, so that a click on a head sorts."""
    is_sortable = can_sort and len(table.rows) >= _SORTED_FROM and len(table.columns) > 1
    heads = Markup("").join(
        Markup('<th scope="col" class="{}">{}</th>').format(column.css, _head(table, column, is_sortable=is_sortable))
        for column in table.columns
    )
    last = len(table.rows) - 1 if table.has_total else None
    body = Markup("").join(
        Markup("<tr{}>{}</tr>").format(
            Markup(' class="km-total"') if place == last else Markup(""),
            _row(table.columns, row, with_values=is_sortable),
        )
        for place, row in enumerate(table.rows)
    )
    return Markup(
        '<div class="km-scroll" tabindex="0" role="region" aria-label="{0}">'
        '<table class="{3}"><caption class="km-hidden">{0}</caption><thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>'
    ).format(visible(table.caption), heads, body, "km-table km-dense" if table.is_dense else "km-table")


def _head(table: Table, column: Column, *, is_sortable: bool) -> Markup:
    """The words of a head, with what explains them; of a column that can be sorted as a button."""
    label = visible(column.label)
    if table.is_dense:
        label = " ".join(_SOFT.get(word, word) for word in label.split(" "))
    if not is_sortable:
        return term(column.term, label) if column.term else escape(label)
    title = Markup(' title="{}"').format(TERMS[column.term]) if column.term else Markup("")
    return Markup('<button type="button" class="km-sort"{}>{}</button>').format(title, label)


def _row(columns: Sequence[Column], row: Sequence[Cell], *, with_values: bool = False) -> Markup:
    cells = []
    for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
        names, style = _look(column, cell)
        if with_values and cell.value is not None:
            style += Markup(' data-v="{}"').format(cell.value)
        start = Markup('<th scope="row" class="{}"{}>') if place == 0 else Markup('<td class="{}"{}>')
        cells.append(start.format(names, style) + _words(cell) + Markup("</th>" if place == 0 else "</td>"))
    return Markup("").join(cells)


def _look(column: Column, cell: Cell) -> tuple[str, Markup]:
    """The classes of a cell, and the lengths that only a style can tell."""
    names = [column.css, *([f"km-{cell.mark}"] if cell.mark else [])]
    for name, value in (("bar", cell.bar), ("tint", cell.tint)):
        if value is not None:
            share = min(max(value, 0.0), 1.0) * 100
            return " ".join([*names, f"km-{name}"]), Markup(f' style="--{name}:{share:.1f}%"')
    return " ".join(names), Markup("")


def _words(cell: Cell) -> Markup:
    """The text of a cell, as a link where it is one, and the small word under it."""
    words = escape(visible(cell.text))
    if cell.link is not None:
        words = Markup('<a href="{}">{}</a>').format(cell.link, words)
    return words if cell.small is None else words + Markup(" <small>{}</small>").format(visible(cell.small))


def accounts_html(accounts: Sequence[Account]) -> Markup:
    """The accounts in the given order, each with the key of its figure; a single one stands open."""
    opened = Markup(" open") if len(accounts) == 1 else ""
    return Markup("").join(
        Markup('<details class="km-account"{}{}><summary>{}</summary><dl>{}</dl></details>').format(
            "" if account.key is None else Markup(' data-figure="{}"').format(visible(str(account.key))),
            opened,
            visible(account.title),
            _facts(account),
        )
        for account in accounts
    )


def _facts(account: Account) -> Markup:
    return Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(name, visible(account.facts[name]))
        for name in FACTS
        if name in account.facts
    )


def headline_html(block: Headline) -> Markup:
    """One number, big, with what it is a number of and over how many answers."""
    return Markup('<p class="km-headline"><b>{}</b><span>{} <small>{}</small></span></p>').format(
        visible(block.figure),
        term(block.term, block.words) if block.term is not None else visible(block.words),
        visible(block.base),
    )


def facts_html(block: Facts) -> Markup:
    """A quiet row of terms with their value."""
    pairs = Markup("\n").join(
        Markup("<span>{} <strong>{}</strong></span>").format(
            term(name) if name in TERMS else visible(name), visible(value)
        )
        for name, value in block.pairs
    )
    more = Markup('<span class="km-quiet">{}</span>').format(visible(block.more)) if block.more else Markup("")
    return Markup('<p class="km-counts">{}{}</p>').format(pairs, more)


def ranked_html(block: Ranked) -> Markup:
    """A short list with figures at the right; "geen" where it is empty."""
    rows = Markup("").join(
        Markup('<dt>{}</dt><dd><strong>{}</strong></dd><dd class="km-quiet">{}</dd>').format(*map(visible, row))
        for row in block.rows
    )
    rows = rows or Markup("<dt>geen</dt><dd></dd><dd></dd>")
    if block.rest:
        rows += Markup('<dt class="km-quiet">{}</dt><dd></dd><dd></dd>').format(visible(block.rest))
    return Markup('<div class="km-ranked"><p>{}</p><dl>{}</dl></div>').format(visible(block.title), rows)


def sentences_html(block: Sentences) -> Markup:
    """Sentences below each other."""
    items = Markup("").join(Markup("<li>{}</li>").format(visible(line)) for line in block.lines)
    return Markup('<ul class="km-sentences">{}</ul>').format(items)


def contents_html(block: Contents) -> Markup:
    """Links to the sections of this page."""
    entries = Markup("").join(
        Markup('<li><a href="#{}">{}</a></li>').format(anchor, visible(title)) for title, anchor in block.entries
    )
    return Markup('<nav class="km-contents" aria-label="{}"><ul>{}</ul></nav>').format(visible(block.title), entries)


def terms_html(terms: Sequence[str]) -> Markup:
    """The terms of a page, each a link to what explains it."""
    links = Markup(" · ").join(
        Markup('<a href="toelichting#{}" title="{}">{}</a>').format(anchor_of(SECTION_OF[name]), TERMS[name], name)
        for name in terms
    )
    return Markup('<p class="km-note km-terms">Uitleg bij deze pagina: {}</p>').format(links)


def answer_html(answer: MaskedAnswer) -> Markup:
    """One open answer, masked, with what may be told of who wrote it."""
    return listing.article(answer.text, listing.meta(answer.about))
