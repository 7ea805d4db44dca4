"""The factsheet of two channels in each form: what it takes once everything is loaded, and of the PDF the part of typst.

`python -m tests.benchmarks.factsheet`
"""

import sys
from collections.abc import Mapping
from datetime import date
from unittest.mock import patch

import typst

from lib.figures.selection import Selection
from lib.render.factsheet import factsheet_file
from lib.report.factsheet import Choices, factsheet
from lib.report.figures_json import figures_json
from lib.report.view import View
from lib.session.session import Session
from tests.benchmarks.timing import SAMPLE, print_table, side_by_side, verdict

_FILES = ("balie_2020.xlsx", "digitaal_2020.csv", "referentiecijfers.csv")
_MOST: Mapping[str, float] = {"pdf": 1000, "typst": 100, "html": 300, "pptx": 1000, "docx": 1000}  # milliseconds
_REPEATS = 7


def main() -> bool:
    """Print the table; returns whether every form is made in time."""
    session = Session().with_files([(name, (SAMPLE / name).read_bytes()) for name in _FILES])
    view = View(session, Selection(), {}, "publish")
    told = figures_json(Selection(), [view.figures(channel) for channel in view.channels], [], "publish")

    def made(ending: str) -> bytes:
        return factsheet_file(ending, factsheet(view, Choices("Voorbeeldstad")), told, date(2026, 11, 27))

    given: list[tuple[tuple[object, ...], dict[str, object]]] = []
    real = typst.compile

    def seen(*arguments: object, **more: object) -> object:
        given.append((arguments, more))
        return real(*arguments, **more)  # type: ignore[call-overload]

    with patch.object(typst, "compile", seen):
        made("pdf")
    arguments, more = given[0]
    ways = {ending: (lambda ending=ending: made(ending)) for ending in ("pdf", "html", "pptx", "docx")}
    ways["typst"] = lambda: real(*arguments, **more)  # type: ignore[call-overload, assignment, misc]
    found = side_by_side(ways, _REPEATS)
    rows = [(name, f"{took:.0f}", f"{_MOST[name]:.0f}", verdict(took < _MOST[name])) for name, took in found.items()]
    print_table(("form", "ms", "most", ""), rows)
    return all(took < _MOST[name] for name, took in found.items())


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
