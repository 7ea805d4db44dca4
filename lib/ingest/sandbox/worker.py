"""The process that opens files: `python -m lib.ingest.sandbox.worker`.

It reads requests from standard input and answers on standard output, one after the other, until its
input ends. It is meant to be killed: nothing of the app lives in it.
"""

import faulthandler
import math
import os
import pickle
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import IO, Any, get_type_hints

from lib.ingest.sandbox.messages import Step, answer_kind, send
from lib.ingest.sandbox.precheck import Limits, precheck

_PR_SET_PDEATHSIG = 1  # from linux/prctl.h
_GRACE = 5.0  # seconds in which who asked gives up first, and says so


def main() -> None:
    """Answer requests until there are no more."""
    die_with_parent()
    requests: queue.SimpleQueue[tuple[str, Limits, tuple[Any, ...]]] = queue.SimpleQueue()
    # A thread of its own, so that the end of the input is noticed in the middle of a file too.
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    # What reads takes longest to load; a file that is refused, or the end of who asks, needn't wait for it.
    loading = threading.Thread(target=_tasks, daemon=True)
    loading.start()
    target = sys.stdout.buffer
    while True:
        name, limits, arguments = requests.get()
        confine(limits)
        refused = precheck(arguments[0], arguments[1], limits)
        if refused is None:
            loading.join()
            _carry_out(_tasks()[name], arguments, target)
        else:
            send(target, refused, answer_kind(None))
        faulthandler.cancel_dump_traceback_later()


def _tasks() -> dict[str, Callable[..., object]]:
    """What may be asked, by name: each takes a file name, its bytes, and what else it needs."""
    from lib.ingest.published.drafts.draft_files import read_draft
    from lib.ingest.published.references import looks_like_references, read_references
    from lib.ingest.read import read_file

    return {task.__name__: task for task in (read_file, read_references, looks_like_references, read_draft)}


def _carry_out(task: Callable[..., object], arguments: tuple[Any, ...], target: IO[bytes]) -> None:
    """Send the answer to one request, and the steps towards it; only reading an export has steps worth telling."""
    hints = get_type_hints(task)
    kind = answer_kind(hints["return"])
    more = {"tell": lambda step: send(target, Step(step), kind)} if "tell" in hints else {}
    send(target, task(*arguments, **more), kind)


def _listen(source: IO[bytes], requests: "queue.SimpleQueue[tuple[str, Limits, tuple[Any, ...]]]") -> None:
    """Take requests, which come from the app and can be trusted; without who asks there is nothing left to do."""
    try:
        while True:
            requests.put(pickle.load(source))
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)


def die_with_parent() -> None:
    """Let the system end this process with the thread that started it; only on Linux. Elsewhere the end of
    the input does, except while native code lets no other thread go on: then the limits do."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def confine(limits: Limits) -> None:
    """Let this process take no more time and memory than this for its next file."""
    # Counted by a thread that needs nothing of Python, on every system.
    faulthandler.dump_traceback_later(limits.seconds + _GRACE, exit=True)
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    # A crash is expected here; a file of the memory with answers in it must not stay behind.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + limits.seconds), most))


if __name__ == "__main__":
    main()
