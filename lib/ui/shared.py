"""What several servers of one app share, by the settings of whoever runs it: nothing, where none is named."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.ingest.sandbox.guard import Reader
from lib.session.rooms import Content, Rooms
from lib.session.session import Session
from lib.session.store import KEPT_SECONDS, MOST, MOST_OF_ONE, Store
from lib.ui.server import is_secret_given, secret_for
from lib.ui.settings import WrongSetting, given

if TYPE_CHECKING:
    from lib.session.shared_store import SharedStore
    from lib.session.valkey import Connection

STORE: Final = "KLANTMONITOR_STORE"
ROUTE: Final = "KLANTMONITOR_ROUTE"
MEMORY: Final = "KLANTMONITOR_MB"  # what all users together may have open
HOURS: Final = "KLANTMONITOR_UREN"  # after which what nobody uses is forgotten
_NO_SECRET: Final = (
    f"{STORE} vraagt om één geheim voor alle servers: zet in STREAMLIT_SERVER_COOKIE_SECRET overal dezelfde lange, "
    "willekeurige tekst."
)


@cache
def connection() -> "Connection | None":
    """The connection to the store that is named in `KLANTMONITOR_STORE`, started at its first use; None without one.
    Raises `WrongSetting`."""
    address = given(STORE)
    if not address:
        return None
    if not is_secret_given():
        raise WrongSetting(_NO_SECRET)
    # Loaded where it is asked for: without a store nothing of this is needed.
    try:
        from lib.session.valkey import Connection
    except ModuleNotFoundError as missing:
        raise WrongSetting(f"{STORE} vraagt om het pakket {missing.name}: start met `uv run --group team`.") from None

    try:
        return Connection(address)
    except ValueError as wrong:
        raise WrongSetting(str(wrong)) from None


def store(sample: Callable[[], Session], reader: Reader) -> "Store | SharedStore":
    """Where users' sessions are kept: in memory, or beside that in the store. Raises `WrongSetting`."""
    most = _number(MEMORY, "een aantal MB, bijvoorbeeld 4000", 1_000_000) or MOST
    kept = _number(HOURS, "een aantal uren, bijvoorbeeld 8", 3600) or KEPT_SECONDS
    here = Store(reader=reader, most=most, most_of_one=min(MOST_OF_ONE, most), kept=kept)
    found = connection()
    if found is None:
        return here
    from lib.session.shared_store import SharedStore

    shared = SharedStore(found, sample, here)
    found.start()
    return shared


def _number(name: str, what: str, unit: int) -> int:
    """A setting that is a whole number above 0, times its unit; 0 where it is not given. Raises `WrongSetting`."""
    told = given(name)
    if told and (not told.isdigit() or int(told) == 0):
        raise WrongSetting(f"{name} is {what}.")
    return int(told) * unit if told else 0


def rooms(root: type[Content]) -> Rooms[Content]:
    """The rooms of this server, or of all that share the store. `root`: the class of what is shown in them."""
    found = connection()
    if found is None:
        return Rooms()
    from lib.session.shared_rooms import SharedRooms

    def snapshot_of(owner: str) -> Session:
        from lib.ui import state

        return state.opened_by(owner)

    shared = SharedRooms(found, root, secret_for("room"), where=given(ROUTE), snapshot_of=snapshot_of)
    found.start()
    return shared
