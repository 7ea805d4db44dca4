"""How far a long piece of work is, shown as soon as it takes longer than a moment."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Final, TypeVar

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from lib.session.progress import Progress, Tell

# What is ready within a second needs no word.
_PATIENCE: Final = 1.0
_GLANCE: Final = 0.1  # seconds between two looks at how far it is
Result = TypeVar("Result")


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
