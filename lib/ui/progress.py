"""How far a long piece of work is, shown as soon as it takes longer than a moment."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Final, TypeVar

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

# What is ready within a second needs no word.
_PATIENCE: Final = 1.0
_GLANCE: Final = 0.1  # seconds between two looks at how far it is
_DOING: Final = {
    "bekijken": "het bestand bekijken",
    "lezen": "de rijen lezen",
    "herkennen": "de vragen herkennen",
    "tellen": "de antwoorden tellen",
}
Result = TypeVar("Result")


@dataclass(frozen=True)
class Reading:
    """A step of reading: of file `number` of `count`, or of all files together where `file` is None."""

    step: str
    file: str | None = None
    number: int = 1
    count: int = 1

    @property
    def line(self) -> Markup:
        """What is being done; the name of a file is only ever text."""
        doing = _DOING[self.step]
        if self.file is None:
            return Markup("Alle bestanden: {}…").format(doing)
        if self.count == 1:
            return Markup("<b>{}</b>: {}…").format(self.file, doing)
        return Markup("Bestand {} van {}, <b>{}</b>: {}…").format(self.number, self.count, self.file, doing)

    @property
    def percent(self) -> int:
        """How full the bar is: steps done of all steps. All files are looked at before the first is read."""
        if self.step == "bekijken":
            done, all_steps = self.number - 1, 4 * self.count
        elif self.step == "tellen":
            done, all_steps = 9, 10
        else:
            read = 2 * (self.number - 1) + (self.step == "herkennen")
            done, all_steps = self.count + read, 4 * self.count
        return 100 * done // all_steps


@dataclass(frozen=True)
class Covering:
    """The part of the work on all open answers that is done, 0-1."""

    share: float

    @property
    def line(self) -> Markup:
        """What is being done."""
        return Markup("Persoonsgegevens in de open antwoorden afdekken en thema's zoeken…")

    @property
    def percent(self) -> int:
        """How full the bar is."""
        return int(100 * self.share)


Progress = Reading | Covering
Tell = Callable[[Progress], None]


def follow(work: Callable[[Tell], None], place: DeltaGenerator | None = None) -> None:
    """Do work that tells how far it is, and come back when it is done. `place`: an empty one to show it in,
    made here where none is given."""
    told: list[Progress] = []
    watch(lambda: work(told.append), lambda: told[-1] if told else None, place)


def watch(
    work: Callable[[], Result], look: Callable[[], Progress | None], place: DeltaGenerator | None = None
) -> Result:
    """Do the work and give what it gives; after `_PATIENCE` seconds it is shown how far it looks to be.

    It goes on in a thread of its own: who opens another page meanwhile ends the showing, not the
    work. What the work raises is raised here.
    """
    threads = ThreadPoolExecutor(1)
    job = threads.submit(work)
    threads.shutdown(wait=False)
    if not wait([job], _PATIENCE).done:
        _show_until_done(job, look, st.empty() if place is None else place)
    return job.result()


def _show_until_done(job: "Future[Result]", look: Callable[[], Progress | None], place: DeltaGenerator) -> None:
    shown = None
    while not wait([job], _GLANCE).done:
        latest = look()
        if latest is not None and latest != shown:
            place.html(as_html(latest))
            shown = latest
    place.empty()


def as_html(progress: Progress) -> str:
    """A sentence and a bar."""
    return Markup(
        '<p class="km-text" role="status">{}</p><progress class="km-progress" max="100" value="{}" aria-label="Voortgang"></progress>'
    ).format(progress.line, progress.percent)
