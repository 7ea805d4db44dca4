"""How far the reading of files is, shown as soon as it takes longer than a moment."""

import queue
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Final

import streamlit as st
from markupsafe import Markup

# What is ready within a second needs no word.
_PATIENCE: Final = 1.0
_GLANCE: Final = 0.1  # seconds between two looks at how far it is
_DOING: Final = {
    "bekijken": "het bestand bekijken",
    "lezen": "de rijen lezen",
    "herkennen": "de vragen herkennen",
    "tellen": "de antwoorden tellen",
}


@dataclass(frozen=True)
class Progress:
    """A step of reading: of file `number` of `count`, or of all files together where `file` is None."""

    step: str
    file: str | None = None
    number: int = 1
    count: int = 1


Tell = Callable[[Progress], None]


def follow(work: Callable[[Tell], None]) -> None:
    """Do the work and come back when it is done; what it tells is shown after `_PATIENCE` seconds.

    It goes on in a thread of its own: who opens another page meanwhile ends the showing, not the
    reading. What the work raises is raised here.
    """
    told: queue.SimpleQueue[Progress] = queue.SimpleQueue()
    threads = ThreadPoolExecutor(1)
    job = threads.submit(work, told.put)
    threads.shutdown(wait=False)
    if not wait([job], _PATIENCE).done:
        _show_until_done(job, told)
    job.result()


def _show_until_done(job: "Future[None]", told: "queue.SimpleQueue[Progress]") -> None:
    place = st.empty()
    shown = None
    while not wait([job], _GLANCE).done:
        latest = shown
        while not told.empty():
            latest = told.get()
        if latest is not None and latest != shown:
            place.html(as_html(latest))
            shown = latest
    place.empty()


def as_html(progress: Progress) -> str:
    """A bar and a sentence; the name of a file is only ever text."""
    doing = _DOING[progress.step]
    if progress.file is None:
        line = Markup("Alle bestanden: {}…").format(doing)
    elif progress.count == 1:
        line = Markup("<b>{}</b>: {}…").format(progress.file, doing)
    else:
        line = Markup("Bestand {} van {}, <b>{}</b>: {}…").format(progress.number, progress.count, progress.file, doing)
    return Markup(
        '<p class="km-text" role="status">{}</p><progress class="km-progress" max="100" value="{}" aria-label="Voortgang"></progress>'
    ).format(line, percent(progress))


def percent(progress: Progress) -> int:
    """How full the bar is: steps done of all steps. All files are looked at before the first is read."""
    count = progress.count
    if progress.step == "bekijken":
        done, all_steps = progress.number - 1, 4 * count
    elif progress.step == "tellen":
        done, all_steps = 9, 10
    else:
        read = 2 * (progress.number - 1) + (progress.step == "herkennen")
        done, all_steps = count + read, 4 * count
    return 100 * done // all_steps
