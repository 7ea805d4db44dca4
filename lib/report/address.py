"""The address of a selection: the query that opens a page with it."""

from urllib.parse import urlencode

from lib.figures.selection import Selection


def query(selection: Selection, channel: str | None = None, product: str | None = None) -> str:
    """The query of a selection, or of one channel or product within its period: "?kanaal=balie&product=VOG"."""
    channel = selection.channel if channel is None else channel
    products = selection.products if product is None else (product,)
    parts = [
        *([("kanaal", channel)] if channel is not None else []),
        *(("product", name) for name in products),
        *((key, day.isoformat()) for key, day in (("van", selection.start), ("tot", selection.end)) if day is not None),
    ]
    return f"?{urlencode(parts)}"
