"""A Redis or Valkey server of one's own, for a test. Without one these tests are skipped, except in CI."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.benchmarks.stream import free_port


class RedisServer:
    """A server that keeps nothing on disk; it can be killed and started again at the same address."""

    def __init__(self, program: str, *settings: str) -> None:
        self._program, self._settings = program, settings
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it answers."""
        command = [self._program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._process = subprocess.Popen(
            [*command, *self._settings], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise TimeoutError(self.url)

    def kill(self) -> None:
        """End it at once: what it held is lost."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def everything(self) -> bytes:
        """All that can be read in it: every key and every value."""
        client, found = self.client(), []
        for key in client.keys("*"):
            found.append(key)
            if client.type(key) == b"hash":
                found += [part for pair in client.hgetall(key).items() for part in pair]
            else:
                found.append(client.get(key))
        return b"\n".join(found)

    def client(self) -> Any:
        """Someone who looks into it."""
        import redis

        return redis.Redis(port=self.port)


@contextmanager
def redis_server(*settings: str) -> Iterator[RedisServer]:
    """A server, killed at the end."""
    program = shutil.which("valkey-server") or shutil.which("redis-server")
    if program is None:
        message = "No redis-server or valkey-server is installed; on Debian: apt-get install redis-server"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    server = RedisServer(program, *settings)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def eventually(is_so: object, seconds: float = 20.0) -> None:
    """Wait until something is so, or fail."""
    assert callable(is_so)
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)
