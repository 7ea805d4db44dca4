"""What Streamlit does with an upload besides: it keeps a copy for as long as the session lives, and what is larger than
a megabyte passes through a file on disk. Neither happens here."""

from typing import Any

from starlette.formparsers import MultiPartParser
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

_NEVER = 1 << 50  # bytes


def keep_off_disk() -> None:
    """Let uploads stay in memory while they come in, whatever their size; how large they may be is bounded elsewhere."""
    MultiPartParser.spool_max_size = _NEVER


def release(file: Any) -> None:
    """Let go of Streamlit's own copy of an upload that was read. Nothing where there is no server, as in a test."""
    context = get_script_run_ctx()
    manager = getattr(get_instance(), "_uploaded_file_mgr", None) if context is not None and _has_runtime() else None
    if context is not None and manager is not None:
        manager.remove_file(context.session_id, file.file_id)


def _has_runtime() -> bool:
    from streamlit import runtime

    return bool(runtime.exists())
