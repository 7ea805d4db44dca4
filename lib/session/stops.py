"""The stops of a presentation: which page stands still at which selection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lib.figures.selection import Selection


@dataclass(frozen=True)
class Stop:
    """A page with its selection and its own choices. `title`: the presenter's own words for it; `notes`: for the
    presenter only; `is_hidden`: its figures wait until they are revealed, so that the room can guess first."""

    slug: str
    selection: Selection = field(default_factory=Selection)
    choices: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    notes: str = ""
    is_hidden: bool = False


def moved(stops: Sequence[Stop], place: int, step: int) -> tuple[Stop, ...]:
    """The stops with the one at `place` moved by `step` places, as far as there are places."""
    order = list(stops)
    stop = order.pop(place)
    order.insert(min(max(place + step, 0), len(order)), stop)
    return tuple(order)


def changed(stops: Sequence[Stop], place: int, **what: object) -> tuple[Stop, ...]:
    """The stops with the one at `place` changed."""
    return tuple(replace(stop, **what) if at == place else stop for at, stop in enumerate(stops))  # type: ignore[arg-type]
