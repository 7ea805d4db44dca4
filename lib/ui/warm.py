"""What is done once, before the first visitor: everything is loaded, and put out of the way of cleaning up."""

import gc
import importlib
import pkgutil
import sys
import threading

from lib.ui.running import ready

# Seconds after which a thread gives way. A change is sent to three hundred phones by as many small steps, each of which
# waits for a thread that makes a page: with the 5 ms of Python that is a second and a half.
_TURN = 0.0005


def warm_up() -> threading.Thread:
    """Load what pages are made with, in a thread of its own, so that no visitor waits for it."""
    sys.setswitchinterval(_TURN)
    thread = threading.Thread(target=_load, name="warm-up", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    from lib.ui import state

    # The process that opens files starts first: it loads what it needs while this one does.
    state.reader()

    from lib import render, report, ui

    for package in (report, render, ui):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    state.prepare()
    _set_aside()
    ready().set()


def data_changed() -> None:
    """Set aside what someone opened, and let go of what they removed. Only where a server was warmed up."""
    if gc.get_freeze_count():
        _set_aside()


def _set_aside() -> None:
    """Streamlit looks for garbage after every view, in everything there is: what is here to stay (code, and the data
    that someone opened) costs each view more than making it. What was set aside before is looked at once more, so
    that nothing that was removed stays."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
