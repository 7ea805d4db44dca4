"""A room of three hundred phones on one process, while ten people explore the same server: how long a change takes to reach
every phone, whether one is lost, what each costs, and how heavy and slow a phone's first view is.

`python -m tests.benchmarks.room [VIEWERS] [SECONDS]`. Phones are lean: they speak the page's own stream, without a browser.
"""

import asyncio
import random
import statistics
import sys
import time
from dataclasses import dataclass, field
from urllib.request import urlopen

from tests.benchmarks.pages import PAGES
from tests.benchmarks.sessions import _PRODUCTS
from tests.benchmarks.stream import ROOT, Server, Visitor, serving, with_sample
from tests.benchmarks.timing import verdict

_VIEWERS, _SECONDS = 300, 60.0
_STOP_EVERY, _EXPLORERS, _EXPLORE_EVERY = 3.0, 10, 5.0
_MOST_CHANGE, _MOST_EXPLORE, _MOST_MB = 0.5, 1.5, 0.1
_MOST_BYTES, _MOST_FIRST = 150_000, 0.3


@dataclass
class Phone:
    """One that follows. `heard`: when each version of the presentation came in; `size`: bytes so far."""

    heard: dict[int, float] = field(default_factory=dict)
    size: int = 0

    async def follow(self, port: int, code: str) -> None:
        """Read the stream until it ends."""
        reader, writer = await asyncio.open_connection("localhost", port, limit=2**22)
        writer.write(f"GET /meekijken/{code}/stroom HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
        version = -1
        while line := await reader.readline():
            self.size += len(line)
            if line.startswith(b"id: "):
                version = int(line[4:])
            elif line.startswith(b"data: {"):
                self.heard[version] = time.perf_counter()
        writer.close()


async def _present(presenter: Visitor, port: int, code: str, seconds: float) -> dict[int, float]:
    """Press on every three seconds; when each version of the presentation was asked for."""
    asked: dict[int, float] = {}
    watch = Phone()
    task = asyncio.create_task(watch.follow(port, code))
    await asyncio.sleep(1)
    end = time.perf_counter() + seconds
    is_forward = True
    while time.perf_counter() < end:
        known = max(watch.heard)
        before = time.perf_counter()
        asked[known + 1] = before
        await presenter.view("presenteren", press="Volgende" if is_forward else "Vorige")
        place, last = presenter.words.split('data-testid="halte">')[1].split("<")[0].split(" / ")
        is_forward = is_forward if place not in ("1", last) else place == "1"
        await asyncio.sleep(max(0.0, _STOP_EVERY - (time.perf_counter() - before)))
    task.cancel()
    return asked


async def _explore(visitor: Visitor, code: str, seed: int, seconds: float) -> list[float]:
    """A participant who looks for themselves, every five seconds at something else; the seconds of each view."""
    choose = random.Random(seed)
    took = []
    await asyncio.sleep(choose.random() * _EXPLORE_EVERY)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        page, product = choose.choice([each for each in PAGES if each != "tips"]), choose.choice(_PRODUCTS)
        took.append(await visitor.view(page, f"zaal={code}&kanaal=balie&product={product.replace(' ', '+')}"))
        await asyncio.sleep(max(0.0, _EXPLORE_EVERY - took[-1]))
    return took


async def _opened(server: Server) -> tuple[Visitor, str]:
    """A presenter with the sample, and the code of their room."""
    presenter = await with_sample(server)
    await presenter.view("presenteren")
    await presenter.view("presenteren", press="Start meekijken")
    return presenter, presenter.words.split('data-testid="zaalcode">')[1].split("<")[0]


def _first_views(port: int, code: str) -> tuple[int, float]:
    """Bytes of all that a phone gets at first, and the median of the milliseconds that its page takes."""
    base = f"http://localhost:{port}/meekijken"
    size = sum(len(urlopen(f"{base}{path}").read()) for path in (f"/{code}", ".js", ".css"))
    took = []
    for _ in range(20):
        before = time.perf_counter()
        urlopen(f"{base}/{code}").read()
        took.append(time.perf_counter() - before)
    return size, statistics.median(took)


def _slowest(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


async def room(viewers: int, seconds: float) -> bool:
    """Print what was measured; returns whether all of it is within what was promised."""
    with serving(ROOT / "app.py") as server:
        presenter, code = await _opened(server)
        explorers = [await with_sample(server) for _ in range(_EXPLORERS)]
        for explorer in explorers:
            await explorer.view("overzicht", f"zaal={code}")
        for page in PAGES:
            await explorers[0].view(page, f"zaal={code}&kanaal=balie")
        size, first = await asyncio.to_thread(_first_views, server.port, code)
        before = server.memory()
        phones = [Phone() for _ in range(viewers)]
        following = [asyncio.create_task(phone.follow(server.port, code)) for phone in phones]
        while any(not phone.heard for phone in phones):
            await asyncio.sleep(0.1)
        each_mb = (server.memory() - before) / viewers
        exploring = [
            asyncio.create_task(_explore(explorer, code, seed, seconds)) for seed, explorer in enumerate(explorers)
        ]
        asked = await _present(presenter, server.port, code, seconds)
        explored = await asyncio.gather(*exploring)
        await asyncio.sleep(2)
        for task in following:
            task.cancel()
        lost = sum(version not in phone.heard for version in asked for phone in phones)
        took = [phone.heard[v] - at for v, at in asked.items() for phone in phones if v in phone.heard]
        views = [one for each in explored for one in each]
    change, explore = _slowest(took), _slowest(views)
    rows = (
        (f"a change on {viewers} phones, p95 of {len(asked)} changes", f"{change:.2f} s", change < _MOST_CHANGE),
        ("changes lost", str(lost), lost == 0),
        ("memory of a phone", f"{each_mb:.3f} MB", each_mb < _MOST_MB),
        (f"{_EXPLORERS} people exploring, p95 of {len(views)} views", f"{explore:.2f} s", explore < _MOST_EXPLORE),
        ("a phone's first view", f"{size / 1000:.0f} kB", size < _MOST_BYTES),
        ("the same on the server, median", f"{first:.3f} s", first < _MOST_FIRST),
    )
    for words, measured, is_reached in rows:
        print(f"{words:60} {measured:>10}  {verdict(is_reached)}")
    return all(is_reached for *_, is_reached in rows)


if __name__ == "__main__":
    given = sys.argv[1:]
    is_fine = asyncio.run(room(int(given[0]) if given else _VIEWERS, float(given[1]) if len(given) > 1 else _SECONDS))
    sys.exit(0 if is_fine else 1)
