"""What a page costs the server: CPU of a rerun beside that of an empty app, the two taking turns.

`python -m tests.benchmarks.pages [PAGE ...]`
"""

import asyncio
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.stream import ROOT, Server, Visitor, serving, visit, with_sample

PAGES = ("overzicht", "scores", "terugkomen", "informatie", "tips", "verdeling", "producten", "verloop", "vergelijken",
         "prioriteiten", "toelichting")  # fmt: skip
QUERIES = ("product=Paspoort", "product=Rijbewijs", "product=VOG", "product=Identiteitskaart")
_TURNS, _BATCH = 7, 12
_MOST = 60  # milliseconds more than an empty app


async def _cost(server: Server, visitor: Visitor, path: str, channel: str) -> float:
    """Milliseconds of CPU of one rerun, on average over a batch in which the filter changes each time."""
    before = server.cpu()
    for turn in range(_BATCH):
        await visitor.view(path, f"kanaal={channel}&{QUERIES[turn % len(QUERIES)]}")
    return (server.cpu() - before) * 1000 / _BATCH


async def measure(pages: tuple[str, ...]) -> bool:
    """Print the table; returns whether every page stays within what it may cost."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "leeg.py"
        script.write_text('import streamlit as st\nst.title("Leeg")\n', encoding="utf-8")
        with serving(ROOT / "app.py") as app, serving(script, Path(folder)) as empty:
            ours, theirs = await with_sample(app), await visit(empty)
            print(
                f"{'page':14} {'app':>7} {'empty':>7} {'more':>7}  ms of server CPU, median of {_TURNS} batches of {_BATCH}"
            )
            is_fine = True
            for page in pages:
                channel = "digitaal" if page == "informatie" else "balie"
                await _cost(app, ours, page, channel)  # as for whoever was there before
                mine, others = [], []
                for _ in range(_TURNS):
                    mine.append(await _cost(app, ours, page, channel))
                    others.append(await _cost(empty, theirs, "", channel))
                own, other = statistics.median(mine), statistics.median(others)
                is_fine &= own - other <= _MOST
                print(
                    f"{page:14} {own:7.1f} {other:7.1f} {own - other:7.1f}{'' if own - other <= _MOST else '  too much'}"
                )
    return is_fine


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(measure(tuple(sys.argv[1:]) or PAGES)) else 1)
