"""A log for whoever runs the app, in which stands what went wrong and where in the code, and nothing of anyone's data:
no path, no code of a room, no address with what was selected, and never what an error says of what it met."""

import logging
import re
import traceback
from pathlib import PurePath
from typing import Any, Final

# Whatever looks like a path or the path of an address, from its first to its last part.
_PATH: Final = re.compile(r"(?<![\w/])(?:[A-Za-z]:)?(?:[/\\][^\s/\\\"'<>|:*?]+)+[/\\]?(?:\?[^\s\"']*)?")
_PASSWORD: Final = re.compile(r"//[^\s/@]+@")


def keep_quiet() -> None:
    """Let every log line of this process, whoever writes it, hold only that. Once is enough."""
    make = logging.getLogRecordFactory()
    if getattr(make, "is_quiet", False):
        return

    def quiet(*given: Any, **more: Any) -> logging.LogRecord:
        return quieted(make(*given, **more))

    quiet.is_quiet = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(quiet)


def quieted(record: logging.LogRecord) -> logging.LogRecord:
    """The record with its message stripped, and of an error only its kind and place."""
    if isinstance(record.args, tuple):
        record.args = tuple(type(one).__name__ if isinstance(one, BaseException) else one for one in record.args)
    message = without_paths(record.getMessage())
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    if error is not None:
        message = f"{message}: {place_of(error)}"
    record.msg, record.args = message, ()
    record.exc_info = record.exc_text = record.stack_info = None
    return record


def without_paths(text: str) -> str:
    """A text with every path in it cut to a sign, and no password."""
    return _PATH.sub("…", _PASSWORD.sub("//…@", text))


def place_of(error: BaseException) -> str:
    """The kind of an error and the line of code that raised it: "ValueError in store.py, line 12"."""
    found = traceback.extract_tb(error.__traceback__)
    if not found:
        return type(error).__name__
    return f"{type(error).__name__} in {PurePath(found[-1].filename).name}, line {found[-1].lineno}"
