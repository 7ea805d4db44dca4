"""A lean visitor: speaks Streamlit's own protocol over a websocket, without a browser, so that thirty of them cost the
machine next to nothing; and a server to visit."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

ROOT = Path(__file__).parents[2]
COOKIE = "klantmonitor"


@dataclass
class Server:
    """A running app. `started`: seconds from the command to its first answer."""

    port: int
    process: "subprocess.Popen[bytes]"
    started: float

    def cpu(self) -> float:
        """Seconds of CPU that the server has used so far, threads that ended included; in steps of a hundredth."""
        numbers = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Megabytes that the server holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(
    script: Path, folder: Path = ROOT, environment: Mapping[str, str] | None = None, port: int | None = None
) -> Iterator[Server]:
    """An app on a free port, stopped at the end. `environment`: how it is set up beside what this process has."""
    if port is None:
        port = free_port()
    before = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), "--server.headless", "true"],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **(environment or {})},
    )  # fmt: skip
    try:
        while True:
            try:
                urlopen(f"http://localhost:{port}/_stcore/health", timeout=1).read()
                break
            except OSError:
                if process.poll() is not None:
                    raise RuntimeError("the app did not start") from None
                time.sleep(0.02)
        yield Server(port, process, time.perf_counter() - before)
    finally:
        process.terminate()
        process.wait()


@dataclass
class Visitor:
    """One session. `buttons`: the ids of the buttons of the last view, by label; `pages`: of each page by its path;
    `cookie`: by which the server knows whose data these are."""

    socket: ClientConnection
    cookie: str = ""
    buttons: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    words: str = ""
    size: int = 0

    async def view(self, path: str = "", query: str = "", *, press: str | None = None) -> float:
        """Open a page, or press a button of the last one; returns the seconds until the view is whole."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string = query
        if path:
            state.page_name = path
            state.page_script_hash = self.pages.get(path, "")
        if press is not None:
            state.widget_states.widgets.append(WidgetState(id=self.buttons[press], trigger_value=True))
        before = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        texts = []
        while True:
            data = await asyncio.wait_for(self.socket.recv(decode=False), 60)
            self.size += len(data)
            answer = ForwardMsg.FromString(data)
            kind = answer.WhichOneof("type")
            if kind == "navigation":
                self.pages |= {page.url_pathname: page.page_script_hash for page in answer.navigation.app_pages}
            elif kind == "delta" and answer.delta.new_element.WhichOneof("type") == "button":
                self.buttons[answer.delta.new_element.button.label] = answer.delta.new_element.button.id
            elif kind == "delta" and answer.delta.new_element.WhichOneof("type") == "html":
                texts.append(answer.delta.new_element.html.body)
            elif kind == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                self.words = "\n".join(texts)
                return time.perf_counter() - before


async def visit(server: Server, cookie: str = "") -> Visitor:
    """A new session, with the cookie that a browser has already or else that the server gives to it."""
    if not cookie:
        answer = await asyncio.to_thread(urlopen, f"http://localhost:{server.port}/")
        cookie = str(answer.headers.get("set-cookie", "")).split(";")[0]
    headers = {"Cookie": cookie} if cookie else {}
    socket_ = await connect(
        f"ws://localhost:{server.port}/_stcore/stream", subprotocols=["streamlit"], additional_headers=headers,  # type: ignore[list-item]
        max_size=None,
    )  # fmt: skip
    return Visitor(socket_, cookie)


async def with_sample(server: Server) -> Visitor:
    """A new session in which the sample is open."""
    visitor = await visit(server)
    await visitor.view("gegevens")
    await visitor.view("gegevens", press="Open voorbeelddata")
    return visitor
