"""Which stops a presentation begins with, and what can be guessed of one."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lib.figures.selection import Selection
from lib.report import dutch, tip_stops
from lib.report.blocks import Answers, Headline, Page, Picture, Shown, Side, flat, untabbed
from lib.report.pages.every import PAGES, Make
from lib.report.view import View
from lib.session.saved_work import known_stops
from lib.session.session import Session
from lib.session.stops import Stop

# What can be a stop: a page of the app, or one approved tip.
STOP_PAGES: Mapping[str, Make] = {**PAGES, tip_stops.SLUG: tip_stops.page}
_LEAST = 5
# Which pages are worth a stop, most telling first, and for which channels they are made.
_FIRST = ("overzicht", "scores", "terugkomen", "informatie", "prioriteiten")
_MORE = ("verdeling", "verloop", "producten")


def view_of(session: Session, stop: Stop) -> View:
    """What a stop is made from: for a room, whoever looks."""
    return View(session, stop.selection, stop.choices, "room")


def page_of(session: Session, stop: Stop) -> Page:
    """The page of a stop as a room may see it, under the presenter's own title."""
    made = STOP_PAGES[stop.slug](view_of(session, stop))
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
    return (*stops, *approved_stops(session, selection))


def approved_stops(session: Session, selection: Selection) -> tuple[Stop, ...]:
    """The approved tips of the selection, a stop each."""
    return tip_stops.tip_stops(View(session, selection, {}, "room"))


def shown_stops(session: Session, stops: Sequence[Stop]) -> tuple[Stop, ...]:
    """The stops that there is something to show of: not those of a page that this version does not have, nor tips
    whose approval was taken back."""
    known = known_stops(stops, STOP_PAGES)
    approved = session.choice.texts
    return tuple(each for each in known if each.slug != tip_stops.SLUG or each.choices.get(tip_stops.KEY) in approved)


def is_telling(page: Page) -> bool:
    """Whether a page shows something, and not why it can't."""
    return any(isinstance(block, Headline | Picture | Side | Answers) for block in untabbed(page.blocks))


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


def guessed_words(count: int) -> str:
    """How many guessed so far, while nobody sees what."""
    return "nog geen gissingen" if not count else f"{dutch.number(count)} {dutch.verb(count, 'gissing', 'gissingen')}"


def guesses_sentence(guesses: Mapping[int, int], question: Question) -> str:
    """What the room thought: "14 gissingen, van 40% tot 90%; de meeste (5) op 70%"."""
    count = sum(guesses.values())
    top = max(guesses, key=lambda value: (guesses[value], value))
    ends = f"van {min(guesses)}{question.suffix} tot {max(guesses)}{question.suffix}"
    return f"{dutch.number(count)} gissingen, {ends}; de meeste ({guesses[top]}) op {top}{question.suffix}."


def titles(pages: Iterable[Page]) -> list[str]:
    """What each stop is called in a list: its title and selection, of a tip its first words."""
    found = []
    for page in pages:
        answers = next((block.answers for block in page.blocks if isinstance(block, Answers)), ())
        more = textwrap.shorten(answers[0].text, 40, placeholder=" …") if answers else page.selection
        found.append(f"{page.title} ({more})" if more else page.title)
    return found
