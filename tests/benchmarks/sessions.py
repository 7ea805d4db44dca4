"""Thirty people at once, each changing a filter every five seconds for two minutes, on one process; and how long the
first visitor waits.

`python -m tests.benchmarks.sessions [MINUTES]`
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.pages import PAGES
from tests.benchmarks.stream import ROOT, Server, Visitor, serving, visit, with_sample

_PEOPLE, _EVERY = 30, 5.0
_PRODUCTS = ("Paspoort", "Rijbewijs", "Identiteitskaart", "VOG", "Geboorteaangifte", "Uittreksel BRP")


async def _explore(visitor: Visitor, seed: int, minutes: float) -> list[float]:
    """One person: goes from page to page and from product to product; the seconds of each view."""
    choose = random.Random(seed)
    took = []
    await asyncio.sleep(choose.random() * _EVERY)
    end = time.perf_counter() + minutes * 60
    while time.perf_counter() < end:
        page, product = choose.choice(PAGES), choose.choice(_PRODUCTS)
        took.append(await visitor.view(page, f"kanaal=balie&product={product.replace(' ', '+')}"))
        if "kon niet worden gemaakt" in visitor.words:
            raise RuntimeError(f"{page} failed")
        await asyncio.sleep(max(0.0, _EVERY - took[-1]))
    return took


async def thirty(minutes: float) -> bool:
    """Print what they waited and what they cost; returns whether it is within what was promised."""
    with serving(ROOT / "app.py") as app:
        first = await with_sample(app)
        for page in PAGES:
            await first.view(page, "kanaal=balie")
        before = app.memory()
        visitors = [await with_sample(app) for _ in range(_PEOPLE)]
        cpu = app.cpu()
        took = [
            one
            for each in await asyncio.gather(
                *(_explore(visitor, seed, minutes) for seed, visitor in enumerate(visitors))
            )
            for one in each
        ]
        p95, each_mb = statistics.quantiles(took, n=20)[-1], (app.memory() - before) / _PEOPLE
        busy = (app.cpu() - cpu) / (minutes * 60)
        print(f"{_PEOPLE} sessions, {len(took)} views in {minutes:g} min: median {statistics.median(took):.2f} s, p95 {p95:.2f} s, "
              f"{busy:.0%} of a core, {each_mb:.2f} MB each")  # fmt: skip
        return p95 < 1.5 and each_mb < 2


async def _first_view(server: Server, script: bool) -> float:
    """Seconds from the command to the first whole view: of the sample's figures, or of an empty app."""
    before = time.perf_counter()
    visitor = await with_sample(server) if script else await visit(server)
    await visitor.view("overzicht" if script else "")
    return server.started + time.perf_counter() - before


async def start() -> bool:
    """Print how long the first visitor waits, beside an empty app, the two taking turns."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "leeg.py"
        script.write_text('import streamlit as st\nst.title("Leeg")\n', encoding="utf-8")
        ours, empty = [], []
        for _ in range(3):
            with serving(ROOT / "app.py") as server:
                ours.append(await _first_view(server, True))
            with serving(script, Path(folder)) as server:
                empty.append(await _first_view(server, False))
    own, other = statistics.median(ours), statistics.median(empty)
    print(f"from the command to the sample's figures {own:.1f} s, an empty app {other:.1f} s: {own / other:.2f}x")
    return own <= 1.5 * other


if __name__ == "__main__":
    results = [asyncio.run(start()), asyncio.run(thirty(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0))]
    sys.exit(0 if all(results) else 1)
