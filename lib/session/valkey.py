"""The connection to a Valkey or Redis server that the servers of one app share: quick calls that fail at once while it
is gone, and one thread that hears what others tell and notices when it is back."""

import logging
import ssl
import threading
import time
from collections.abc import Callable
from typing import Any, Final, TypeVar

import redis
from redis.backoff import NoBackoff
from redis.exceptions import OutOfMemoryError, RedisError
from redis.retry import Retry

_LOG: Final = logging.getLogger(__name__)
_QUICK: Final = 0.7  # seconds that someone waits for the store at most
_BULK: Final = 60.0  # seconds for what is large, in the background
_AGAIN: Final = 0.5  # seconds between two looks whether it is back
_CHANNEL: Final = "klantmonitor:told"
SCHEMES: Final = {"redis": "redis", "rediss": "rediss", "valkey": "redis", "valkeys": "rediss"}

Result = TypeVar("Result")
Client = Any  # the client's own types are of calls that may be awaited


class StoreGone(Exception):
    """Raised where the store can't be reached now."""


class StoreFull(Exception):
    """Raised where the store takes nothing more."""


class Connection:
    """A connection by its address: `redis://`, `rediss://` (encrypted), or the same with `valkey`. Raises `ValueError` for
    any other address. `is_up`: whether it answered last."""

    def __init__(self, url: str) -> None:
        scheme, _, rest = url.partition("://")
        if scheme not in SCHEMES or not rest:
            raise ValueError(
                f"KLANTMONITOR_STORE is geen adres dat begint met {', '.join(f'{one}://' for one in SCHEMES)}."
            )
        self._url = f"{SCHEMES[scheme]}://{rest}"
        self._quick, self._bulk = self._client(_QUICK), self._client(_BULK)
        self._heard: list[Callable[[bytes], None]] = []
        self._back: list[Callable[[], None]] = []
        self._stop = threading.Event()
        self._starting, self._is_started = threading.Lock(), False
        self.is_up = False

    def _client(self, seconds: float) -> Client:
        return redis.Redis.from_url(
            self._url, socket_timeout=seconds, socket_connect_timeout=_QUICK, retry=Retry(NoBackoff(), 0), protocol=2
        )

    def start(self) -> None:
        """Begin to listen, after a first try to reach the store. Once: who asks again changes nothing."""
        with self._starting:
            if self._is_started:
                return
            self._is_started = True
        self._try()
        threading.Thread(target=self._listen, name="store", daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        self._stop.set()

    def on_heard(self, heard: Callable[[bytes], None]) -> None:
        """Call this with whatever any of the servers tells, this one included, in the thread that listens."""
        self._heard.append(heard)

    def on_back(self, back: Callable[[], None]) -> None:
        """Call this whenever the store answers again after it was gone."""
        self._back.append(back)

    def quick(self, call: Callable[[Client], Result]) -> Result:
        """What the store answers, within a moment. Raises `StoreGone`, at once while it is known to be gone, or `StoreFull`."""
        return self._asked(self._quick, call)

    def bulk(self, call: Callable[[Client], Result]) -> Result:
        """The same for what is large and nobody waits for."""
        return self._asked(self._bulk, call)

    def _asked(self, client: Client, call: Callable[[Client], Result]) -> Result:
        if not self.is_up:
            raise StoreGone
        try:
            return call(client)
        except OutOfMemoryError:
            raise StoreFull from None
        except (RedisError, OSError) as error:
            self._lost(error)
            raise StoreGone from None

    def tell(self, message: bytes) -> None:
        """Tell all servers. Raises as `quick`."""
        self.quick(lambda client: client.publish(_CHANNEL, message))

    def _lost(self, error: Exception) -> None:
        if self.is_up:
            # Never what the error says: an address may hold a password.
            _LOG.warning("The shared store is gone: %s", type(error).__name__)
        self.is_up = False

    def _try(self) -> bool:
        try:
            self._quick.ping()
        except (RedisError, OSError, ssl.SSLError) as error:
            self._lost(error)
            return False
        self.is_up = True
        return True

    def _listen(self) -> None:
        """Until closed: subscribe, say that the store is back, and pass on what is heard; and again when it is gone."""
        first = self.is_up
        while not self._stop.is_set():
            told = self._bulk.pubsub(ignore_subscribe_messages=True)
            try:
                told.subscribe(_CHANNEL)
                told.get_message(timeout=_QUICK)
                if self._try():
                    if not first:
                        _LOG.warning("The shared store is back")
                    # Also the first time: what was told before this server listened was missed.
                    for back in self._back:
                        back()
                    first = False
                    self._pass_on(told)
            except (RedisError, OSError) as error:
                self._lost(error)
                first = False
            finally:
                told.close()
            self._stop.wait(_AGAIN)

    def _pass_on(self, told: Client) -> None:
        quiet = time.monotonic()
        while self.is_up and not self._stop.is_set():
            message = told.get_message(timeout=0.5)
            if message is not None and message["type"] == "message":
                for heard in self._heard:
                    try:
                        heard(bytes(message["data"]))
                    except (ValueError, LookupError, TypeError, AttributeError):
                        _LOG.exception("What another server told was not understood")
            elif time.monotonic() - quiet > 5:
                # A connection that broke without a word is noticed too.
                quiet = time.monotonic()
                self._try()
