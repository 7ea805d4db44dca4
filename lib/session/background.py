"""Work that nobody waits for: by a key, so that what is asked more than once before it is done is done once."""

import logging
import threading
import time
from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

_LOG: Final = logging.getLogger(__name__)
Key = TypeVar("Key", bound=Hashable)


class Background(Generic[Key]):
    """A thread that does what is asked of it, one key after another. `do` is called with each."""

    def __init__(self, name: str, do: Callable[[Key], None]) -> None:
        self._do = do
        self._todo: dict[Key, float] = {}
        self._changed = threading.Condition()
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def later(self, key: Key, seconds: float = 0.0) -> None:
        """Do this in so many seconds, or sooner where that was asked already."""
        with self._changed:
            at = time.monotonic() + seconds
            self._todo[key] = min(at, self._todo.get(key, at))
            self._changed.notify_all()

    def wait_for(self, is_so: Callable[[], bool], seconds: float) -> bool:
        """Wait until something is so, looked at after each piece of work; returns whether it is."""
        with self._changed:
            return self._changed.wait_for(is_so, seconds)

    def _work(self) -> None:
        while True:
            with self._changed:
                while not (due := [key for key, at in self._todo.items() if at <= time.monotonic()]):
                    next_at = min(self._todo.values(), default=None)
                    self._changed.wait(None if next_at is None else max(0.01, next_at - time.monotonic()))
                for key in due:
                    del self._todo[key]
            for key in due:
                try:
                    self._do(key)
                except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError, MemoryError):
                    # What can't be done for one keeps nobody else's work from being done.
                    _LOG.exception("Work in the background failed")
            with self._changed:
                self._changed.notify_all()
