"""Which stops a presentation begins with, and what of a page stands on a slide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lib.figures.selection import Selection
from lib.report import dutch
from lib.report.blocks import Answers, Block, Headline, Page, Picture, Shown, Side, flat, untabbed
from lib.report.pages.every import PAGES
from lib.report.view import View
from lib.session.session import Session
from lib.session.stops import Stop

_LEAST = 5
_ROWS = 12  # of a table on a slide
# Which pages are worth a stop, most telling first, and for which channels they are made.
_FIRST = ("overzicht", "scores", "terugkomen", "informatie", "prioriteiten")
_MORE = ("verdeling", "verloop", "producten", "tips")


def view_of(session: Session, stop: Stop) -> View:
    """What a stop is made from: for a room, whoever looks."""
    return View(session, stop.selection, stop.choices, "room")


def page_of(session: Session, stop: Stop) -> Page:
    """The page of a stop as a room may see it, under the presenter's own title."""
    made = PAGES[stop.slug](view_of(session, stop))
    return replace(made, title=stop.title or made.title)


def default_stops(session: Session, selection: Selection) -> tuple[Stop, ...]:
    """At least five stops where the data have them: the overview, per channel what the factsheet puts in front, and
    what stands out; then what lies behind it."""
    channels = session.channels if selection.channel is None else (selection.channel,)
    stops: list[Stop] = []
    for slugs in (_FIRST, _MORE):
        for slug in slugs:
            if slug not in PAGES or (slugs is _MORE and len(stops) >= _LEAST):
                continue
            wanted = [None] if slug == "overzicht" and len(channels) > 1 else list(channels)
            for channel in wanted:
                stop = Stop(slug, replace(selection, channel=channel))
                if is_telling(page_of(session, stop)):
                    stops.append(stop)
    return tuple(stops)


def is_telling(page: Page) -> bool:
    """Whether a page shows something, and not why it can't."""
    return any(isinstance(block, Headline | Picture | Side | Answers) for block in untabbed(page.blocks))


def slide_blocks(page: Page) -> tuple[Block, ...]:
    """What of a page stands on a slide: its headline and main picture, columns beside each other, or one open
    answer; of a page without these the first rows of its table."""
    blocks = untabbed(page.blocks)
    headline = next((block for block in blocks if isinstance(block, Headline)), None)
    shown: Block | None = next((block for block in blocks if isinstance(block, Picture | Side)), None)
    if shown is None and (answers := next((b for b in blocks if isinstance(b, Answers)), None)) is not None:
        shown = Answers(answers.answers[:1])
    if shown is None and headline is None and (table := next((b for b in blocks if isinstance(b, Shown)), None)):
        return (Shown(replace(table.table, rows=table.table.rows[:_ROWS])),)
    return tuple(block for block in (headline, shown) if block is not None)


@dataclass(frozen=True)
class Question:
    """What a room can guess before the figures are shown: the question, the values to choose from, the right one."""

    words: str
    options: tuple[int, ...]
    suffix: Literal["", "%"]
    answer: int


def question_of(page: Page) -> Question | None:
    """The guess of a stop: the share of its headline in tens, or the first grade of its table."""
    for block in flat(page.blocks):
        if isinstance(block, Headline) and block.figure.endswith("%"):
            share = int(block.figure.rstrip("%").replace(".", ""))
            return Question(f"Hoeveel procent {block.words}?", tuple(range(0, 101, 10)), "%", share)
        if isinstance(block, Shown) and block.table.rows:
            for cell in block.table.rows[0][1:]:
                if cell.kind == "grade" and cell.value is not None:
                    words = f"Welk rapportcijfer krijgt {block.table.rows[0][0].text}?"
                    return Question(words, tuple(range(1, 11)), "", int(dutch.half_up(cell.value)))
    return None


def guesses_sentence(guesses: dict[int, int], question: Question, *, least: int) -> str:
    """What the room thought, once enough did: "14 gissingen, van 40% tot 90%; de meeste (5) op 70%"."""
    count = sum(guesses.values())
    if count < least:
        return ""
    top = max(guesses, key=lambda value: (guesses[value], value))
    ends = f"van {min(guesses)}{question.suffix} tot {max(guesses)}{question.suffix}"
    return f"{count} gissingen, {ends}; de meeste ({guesses[top]}) op {top}{question.suffix}."


def titles(session: Session, stops: Sequence[Stop]) -> list[str]:
    """What each stop is called in a list: its title and selection."""
    found = []
    for stop in stops:
        page = page_of(session, stop)
        found.append(f"{page.title} ({page.selection})" if page.selection else page.title)
    return found
