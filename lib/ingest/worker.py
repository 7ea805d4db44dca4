"""The process that opens files: `python -m lib.ingest.worker MEMORY_BYTES`.

It reads requests from standard input and answers on standard output, one after the other, until its
input ends. It is meant to be killed: nothing of the app lives in it.
"""

import pickle
import struct
import sys
from collections.abc import Callable
from typing import IO, Any

from lib.ingest.read import read_file
from lib.ingest.references import looks_like_references, read_references

# What may be asked, by name: each takes a file name, its bytes, and what else it needs.
_TASKS: tuple[Callable[..., object], ...] = (read_file, read_references, looks_like_references)
_LENGTH = struct.Struct("<Q")


# What an answer is marked with, and each step that is told before it.
STEP, ANSWER = "step", "answer"


def send(pipe: IO[bytes], message: object) -> None:
    """Write one message: its length, then itself."""
    packed = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(packed)))
    pipe.write(packed)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """Read one message; raises `EOFError` where the other side is gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    size = _LENGTH.unpack(head)[0]
    packed = pipe.read(size)
    if len(packed) < size:
        raise EOFError
    return pickle.loads(packed)


def limit_memory(memory_bytes: int) -> None:
    """Let this process take no more memory than this; only where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    # A crash is expected here; a file of the memory with answers in it must not stay behind.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer requests until there are no more."""
    limit_memory(int(sys.argv[1]))
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            name, arguments = receive(source)
        except EOFError:
            return
        send(target, (ANSWER, _carried_out(name, arguments, lambda step: send(target, (STEP, step)))))


def _carried_out(name: str, arguments: tuple[Any, ...], tell: Callable[[str], None]) -> object:
    """The answer to one request; only reading an export has steps worth telling."""
    task = next(task for task in _TASKS if task.__name__ == name)
    return task(*arguments, tell=tell) if task is read_file else task(*arguments)


if __name__ == "__main__":
    main()
