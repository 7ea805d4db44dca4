"""What a page says, as data: a title, the selection, the finding, and blocks in reading order.

A page is made once for an audience, and drawn by whatever shows it: the screen, a slide, paper, a phone, a test. So a
block holds values and words, never markup, and nothing that its audience may not see.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Literal

from lib.answers.collection import MaskedAnswer
from lib.report.provenance import Account
from lib.report.tables import Table


@dataclass(frozen=True)
class Headline:
    """One figure, large, with what it is a figure of and over how many answers: "70%", "werd in één keer
    geholpen", "n = 2.871". `term`: what explains the words."""

    figure: str
    words: str
    base: str = ""
    term: str | None = None


@dataclass(frozen=True)
class Facts:
    """A quiet row of terms of the survey with their value: "Respons" 3.018, "Tips" 633. `more` stands small behind."""

    pairs: tuple[tuple[str, str], ...]
    more: str = ""


@dataclass(frozen=True)
class Ranked:
    """A short list under a word: name, figure and how it stands to BM; `rest` says how many more there are."""

    title: str
    rows: tuple[tuple[str, str, str], ...]
    rest: str = ""


@dataclass(frozen=True)
class Section:
    """A part of a page under a second heading; `anchor` where other pages link to it."""

    title: str
    anchor: str | None = None


@dataclass(frozen=True)
class Text:
    """Running text; `is_quiet` for what most readers may skip."""

    words: str
    is_quiet: bool = False


@dataclass(frozen=True)
class Sentences:
    """Sentences below each other, one per figure; folded under `title` where they repeat what is in view."""

    lines: tuple[str, ...]
    title: str | None = None


@dataclass(frozen=True)
class Picture:
    """A picture of figures that may be shown. `kind`: which picture it is; `shape`: what its frame depends on (an
    axis, a number of rows), hashable, so that one frame is made once; `rows`: what is put in it, with the texts to
    print beside the marks. `words`: what it shows, for who can't see it. `name`: what its file is called, where it is
    drawn with one (`with_names`)."""

    kind: str
    shape: tuple[object, ...]
    rows: tuple[Mapping[str, object], ...]
    words: str
    name: str = ""


@dataclass(frozen=True)
class Shown:
    """A table on the page. `name`: what its file is called, without date and ending; empty where it is no file."""

    table: Table
    name: str = ""


@dataclass(frozen=True)
class Control:
    """A choice that belongs to this page; `key` is what it is called in the address. `options` are what is shown and
    what the address holds; `default` is one of them. A toggle has the options "nee" and "ja"; of a search any words may be."""

    key: str
    label: str
    options: tuple[str, ...]
    default: str
    kind: Literal["list", "segments", "toggle", "search"] = "list"


@dataclass(frozen=True)
class Contents:
    """Links to the sections of a page: title and anchor of each."""

    title: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Link:
    """A way to another page, for one channel or product where these are named. `slug` is the page's path."""

    label: str
    slug: str
    channel: str | None = None
    product: str | None = None


@dataclass(frozen=True)
class Action:
    """Something the app does at a click, by name: "open_sample", "clear_selection". What can't act leaves it out."""

    label: str
    name: str


@dataclass(frozen=True)
class Download:
    """A file made of these data for whoever may read it, when somebody asks: `kind` says which. `name`: what its name begins with."""

    label: str
    kind: Literal["workbook"]
    name: str


@dataclass(frozen=True)
class Accounts:
    """ "Hoe is dit berekend?": every figure accounted for, and the rules that hold for all of them."""

    accounts: tuple[Account, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """Open answers to read, masked, in order."""

    answers: tuple[MaskedAnswer, ...]


@dataclass(frozen=True)
class Side:
    """Blocks beside each other, such as a column per channel; below each other where there is no room."""

    columns: "tuple[tuple[Block, ...], ...]"


@dataclass(frozen=True)
class Tabs:
    """Parts of a page of which one is in view at a time, by their title; what has no room for that shows them below each
    other. `key`: what the choice is called in the address."""

    key: str
    parts: "tuple[tuple[str, tuple[Block, ...]], ...]"


Block = (
    Headline
    | Facts
    | Ranked
    | Section
    | Text
    | Sentences
    | Picture
    | Shown
    | Control
    | Contents
    | Link
    | Action
    | Download
    | Accounts
    | Answers
    | Side
    | Tabs
)


@dataclass(frozen=True)
class Page:
    """A page for one audience. `selection`: the sentence that says what the figures are of; empty where there are no
    data. `finding`: the one sentence that says what the page shows. `slug`: its path. `choices`: what is chosen of the
    page itself, above the finding that follows from it."""

    slug: str
    title: str
    selection: str
    finding: str
    blocks: tuple[Block, ...] = ()
    notices: tuple[str, ...] = field(default=())
    choices: tuple[Control, ...] = ()

    def every(self, *kinds: type) -> "list[Block]":
        """The blocks of these kinds, in reading order, also those beside each other."""
        return [block for block in flat(self.blocks) if isinstance(block, kinds)]

    @property
    def controls(self) -> list[Control]:
        """Everything that can be chosen on the page itself."""
        return [*self.choices, *(block for block in flat(self.blocks) if isinstance(block, Control))]

    def table(self, name: str) -> Table | None:
        """The table of this name, where the page has it for its audience."""
        return next((b.table for b in flat(self.blocks) if isinstance(b, Shown) and b.name == name), None)


def untabbed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in reading order, with those of tabs below each other."""
    return [
        one
        for block in blocks
        for one in ([each for _, part in block.parts for each in part] if isinstance(block, Tabs) else [block])
    ]


def flat(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in reading order, those beside each other one column after another."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Side):
            for column in block.columns:
                found += flat(column)
        elif isinstance(block, Tabs):
            for _, part in block.parts:
                found += flat(part)
        else:
            found.append(block)
    return found


def with_names(page: Page) -> Page:
    """The page with a name for each of its pictures: its path and their order."""
    number = count(1)

    def named(blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(
            replace(block, name=f"{page.slug}_afbeelding_{next(number)}")
            if isinstance(block, Picture)
            else Side(tuple(named(column) for column in block.columns))
            if isinstance(block, Side)
            else replace(block, parts=tuple((title, named(part)) for title, part in block.parts))
            if isinstance(block, Tabs)
            else block
            for block in blocks
        )

    return replace(page, blocks=named(page.blocks))
