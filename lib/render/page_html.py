"""A page as HTML that needs no app around it: for phones, files and tests. Light, accessible, and without a script."""

from dataclasses import dataclass, replace
from functools import singledispatch

from markupsafe import Markup

from lib.render import look
from lib.render.html import (
    accounts_html,
    answer_html,
    contents_html,
    facts_html,
    headline_html,
    ranked_html,
    sentences_html,
    table_html,
)
from lib.render.svg import picture_svg
from lib.report.blocks import (
    Accounts,
    Answers,
    Block,
    Contents,
    Facts,
    Headline,
    Page,
    Picture,
    Ranked,
    Section,
    Sentences,
    Shown,
    Side,
    Tabs,
    Text,
)
from lib.survey.visible import visible

WIDTH = 1000  # pixels for which pictures are drawn


def page_html(page: Page, *, width: int = WIDTH, level: int = 1) -> Markup:
    """Title, selection, finding and blocks; what only an app can do (choices, links, buttons) is left out. `width`: for
    which pictures are drawn; `level`: of its heading."""
    parts = [
        Markup("<h{0}>{1}</h{0}>").format(level, visible(page.title)),
        Markup('<p class="km-selection" data-testid="selectie">{}</p>').format(visible(page.selection)),
        Markup('<p class="km-finding" data-testid="bevinding">{}</p>').format(visible(page.finding)),
        *(Markup('<p class="km-note">{}</p>').format(visible(notice)) for notice in page.notices),
        *(block_html(block, Setting(width, level + 1)) for block in page.blocks),
    ]
    return Markup("\n").join(part for part in parts if part)


@dataclass(frozen=True)
class Setting:
    """Where blocks stand: `width` for which pictures are drawn, `level` of headings."""

    width: int = WIDTH
    level: int = 2


@singledispatch
def block_html(block: Block, given: Setting) -> Markup:
    """One block; nothing for what only an app can do."""
    return Markup("")


@block_html.register
def _(block: Headline, given: Setting) -> Markup:
    return headline_html(block)


@block_html.register
def _(block: Facts, given: Setting) -> Markup:
    return facts_html(block)


@block_html.register
def _(block: Ranked, given: Setting) -> Markup:
    return ranked_html(block)


@block_html.register
def _(block: Section, given: Setting) -> Markup:
    anchor = Markup(' id="{}"').format(block.anchor) if block.anchor else Markup("")
    return Markup("<h{0}{1}>{2}</h{0}>").format(given.level, anchor, visible(block.title))


@block_html.register
def _(block: Text, given: Setting) -> Markup:
    return Markup('<p class="{}">{}</p>').format("km-note" if block.is_quiet else "km-text", visible(block.words))


@block_html.register
def _(block: Sentences, given: Setting) -> Markup:
    if block.title is None:
        return sentences_html(block)
    return Markup("<details><summary>{}</summary>{}</details>").format(block.title, sentences_html(block))


@block_html.register
def _(block: Picture, given: Setting) -> Markup:
    return Markup('<figure class="km-picture">{}</figure>').format(picture_svg(block, look.palette(), given.width))


@block_html.register
def _(block: Shown, given: Setting) -> Markup:
    return table_html(block.table)


@block_html.register
def _(block: Accounts, given: Setting) -> Markup:
    rules = Markup("").join(Markup("<li>{}</li>").format(line) for line in block.rules)
    return Markup("<details><summary>Hoe is dit berekend?</summary>{}<ul>{}</ul></details>").format(
        accounts_html(block.accounts), rules
    )


@block_html.register
def _(block: Answers, given: Setting) -> Markup:
    return Markup("").join(map(answer_html, block.answers))


@block_html.register
def _(block: Tabs, given: Setting) -> Markup:
    inner = replace(given, level=given.level + 1)
    return Markup("").join(
        Markup("<h{0}>{1}</h{0}>{2}").format(
            given.level, visible(title), Markup("").join(block_html(one, inner) for one in part)
        )
        for title, part in block.parts
    )


@block_html.register
def _(block: Contents, given: Setting) -> Markup:
    return contents_html(block)


@block_html.register
def _(block: Side, given: Setting) -> Markup:
    each = replace(given, width=max(320, given.width // max(1, len(block.columns))))
    columns = (
        Markup("<div>{}</div>").format(Markup("").join(block_html(one, each) for one in column))
        for column in block.columns
    )
    return Markup('<div class="km-side">{}</div>').format(Markup("").join(columns))
