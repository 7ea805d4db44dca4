"""How far a long piece of work on one user's data is, as data."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

_DOING = {
    "bekijken": "het bestand bekijken",
    "lezen": "de rijen lezen",
    "herkennen": "de vragen herkennen",
    "tellen": "de antwoorden tellen",
}


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
